/* What stands in for the official sample, called as that is. */
#include <wxseal_official.hpp>

#include <cstring>

#include "worker.h"

static std::optional<Tencent::WXBizMsgCrypt> crypt;

static bool set_up(const bench_case *settings, size_t) {
    crypt.emplace(settings->token, settings->key, settings->receive_id);
    return true;
}

/* What a server of the sample has: strings for what came and for what goes. */
static bool give(int number, const std::string &said, uint8_t *out, size_t size, size_t *length) {
    if (number != 0 || said.size() > size) {
        return false;
    }
    std::memcpy(out, said.data(), said.size());
    *length = said.size();
    return true;
}

static bool decrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length) {
    std::string message;
    const int number = crypt->DecryptMsg(given->msg_signature, given->timestamp, given->nonce,
                                         std::string(given->body, given->body_length), message);
    return give(number, message, out, size, length);
}

static bool encrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length) {
    std::string reply;
    const int number = crypt->EncryptMsg(std::string(given->message, given->message_length), given->timestamp,
                                         given->nonce, reply);
    return give(number, reply, out, size, length);
}

const subject official_drop_in_subject = {
    "official, drop-in", wxseal_version, set_up, {decrypt, encrypt, nullptr}, true};
