/* What the platform's own C++ sample does for every message, written anew from the protocol. Like the sample it decodes the
 * key and makes its schedule for each message, reads the envelope and prints the reply with tinyxml2, draws 16 letters with
 * rand(), and calls OpenSSL's AES_cbc_encrypt, SHA1 and EVP_…codeBlock. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/aes.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <tinyxml2.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "worker.h"

namespace {

constexpr size_t PAD_TO = 32;
std::string token, encoding_aes_key, receive_id;

bool set_up(const bench_case *settings, size_t) {
    token = settings->token;
    encoding_aes_key = settings->key;
    receive_id = settings->receive_id;
    return true;
}

const char *version() { return OpenSSL_version(OPENSSL_VERSION_STRING); }

std::optional<std::string> decode(const std::string &text) {
    std::string bytes(text.size() / 4 * 3, '\0');
    const int length = EVP_DecodeBlock(reinterpret_cast<uint8_t *>(bytes.data()),
                                       reinterpret_cast<const uint8_t *>(text.data()), static_cast<int>(text.size()));
    if (length < 0 || text.size() < 4) {
        return std::nullopt;
    }
    // It counts the bytes that the padding stands for.
    bytes.resize(static_cast<size_t>(length) - (text[text.size() - 1] == '=') - (text[text.size() - 2] == '='));
    return bytes;
}

std::string encode(const std::string &bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<uint8_t *>(text.data()), reinterpret_cast<const uint8_t *>(bytes.data()),
                        static_cast<int>(bytes.size()));
    text.resize(static_cast<size_t>(length));
    return text;
}

std::optional<std::string> run_cipher(const std::string &from, bool encrypts) {
    const auto decoded = decode(encoding_aes_key + "=");
    if (!decoded || decoded->size() != 32 || from.empty() || from.size() % AES_BLOCK_SIZE != 0) {
        return std::nullopt;
    }
    const auto *key = reinterpret_cast<const uint8_t *>(decoded->data());
    uint8_t iv[AES_BLOCK_SIZE];
    std::memcpy(iv, key, sizeof iv);
    AES_KEY schedule;
    if ((encrypts ? AES_set_encrypt_key(key, 256, &schedule) : AES_set_decrypt_key(key, 256, &schedule)) != 0) {
        return std::nullopt;
    }
    std::string to(from.size(), '\0');
    AES_cbc_encrypt(reinterpret_cast<const uint8_t *>(from.data()), reinterpret_cast<uint8_t *>(to.data()), from.size(),
                    &schedule, iv, encrypts ? AES_ENCRYPT : AES_DECRYPT);
    return to;
}

std::string sign(const std::string &timestamp, const std::string &nonce, const std::string &encrypt) {
    std::vector<std::string> parts{token, timestamp, nonce, encrypt};
    std::sort(parts.begin(), parts.end());
    std::string joined;
    for (const std::string &part : parts) {
        joined += part;
    }
    uint8_t digest[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const uint8_t *>(joined.data()), joined.size(), digest);
    std::string hex;
    for (const uint8_t byte : digest) {
        char digits[3];
        snprintf(digits, sizeof digits, "%02x", byte);
        hex += digits;
    }
    return hex;
}

std::string random_letters() {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    srand(static_cast<unsigned>(time(nullptr)));
    std::string drawn;
    while (drawn.size() < 16) {
        drawn += letters[static_cast<size_t>(rand()) % (sizeof letters - 1)];
    }
    return drawn;
}

bool give(const std::string &said, uint8_t *out, size_t size, size_t *length) {
    if (said.size() > size) {
        return false;
    }
    std::memcpy(out, said.data(), said.size());
    *length = said.size();
    return true;
}

bool decrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length) {
    tinyxml2::XMLDocument document;
    if (document.Parse(given->body, given->body_length) != tinyxml2::XML_SUCCESS || !document.RootElement()) {
        return false;
    }
    const tinyxml2::XMLElement *element = document.RootElement()->FirstChildElement("Encrypt");
    const char *text = element ? element->GetText() : nullptr;
    if (!text) {
        return false;
    }
    const std::string encrypt = text;
    if (sign(given->timestamp, given->nonce, encrypt) != given->msg_signature) {
        return false;
    }
    const auto sealed = decode(encrypt);
    const auto plain = sealed ? run_cipher(*sealed, false) : std::nullopt;
    if (!plain) {
        return false;
    }
    const size_t pad = static_cast<uint8_t>(plain->back());
    if (pad < 1 || pad > PAD_TO || plain->size() < 20 + pad) {
        return false;
    }
    const std::string frame = plain->substr(0, plain->size() - pad);
    size_t message = 0;
    for (size_t at = 16; at < 20; at++) {
        message = message << 8 | static_cast<uint8_t>(frame[at]);
    }
    if (message > frame.size() - 20 || frame.substr(20 + message) != receive_id) {
        return false;
    }
    return give(frame.substr(20, message), out, size, length);
}

void add(tinyxml2::XMLDocument &document, tinyxml2::XMLNode *root, const char *name, const std::string &value) {
    tinyxml2::XMLText *text = document.NewText(value.c_str());
    text->SetCData(true);
    root->InsertEndChild(document.NewElement(name))->InsertEndChild(text);
}

bool encrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length) {
    std::string frame = random_letters();
    for (int shift = 24; shift >= 0; shift -= 8) {
        frame += static_cast<char>(given->message_length >> shift);
    }
    frame += std::string(given->message, given->message_length) + receive_id;
    const size_t pad = PAD_TO - frame.size() % PAD_TO;
    frame.append(pad, static_cast<char>(pad));
    const auto sealed = run_cipher(frame, true);
    if (!sealed) {
        return false;
    }
    const std::string encrypt = encode(*sealed);
    tinyxml2::XMLDocument document;
    tinyxml2::XMLNode *root = document.InsertEndChild(document.NewElement("xml"));
    add(document, root, "Encrypt", encrypt);
    add(document, root, "MsgSignature", sign(given->timestamp, given->nonce, encrypt));
    add(document, root, "TimeStamp", given->timestamp);
    add(document, root, "Nonce", given->nonce);
    tinyxml2::XMLPrinter printer;
    document.Accept(&printer);
    return give(printer.CStr(), out, size, length);
}

} // namespace

const subject official_subject = {"official", version, set_up, {decrypt, encrypt, nullptr}, true};
