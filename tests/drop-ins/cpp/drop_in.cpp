// Tencent's names over wxseal, in the form that the samples document: `drop_in REPLIES` writes there what it has sealed of the
// vectors, for cases.py to open.
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <type_traits>

#include <wxseal_official.hpp>

using namespace std::string_view_literals;
using namespace Tencent;
using namespace tinyxml2;

struct Opening {
    std::string_view name, token, key, id;
    bool url;
    std::string_view signature, timestamp, nonce, payload, message;
    int number;
};

struct Sealing {
    std::string_view name, token, key, id, message, timestamp, nonce;
};

#include "cases.inc"

namespace {

const std::string token = "TokenOfTheTest", key = "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3", id = "wx0123456789abcdef";
const std::string T = "1714112445", N = "415670741", text = "<xml><Content>你好</Content></xml>";

int passed = 0, failed = 0;

void test(const std::string &name, bool holds) {
    (holds ? passed : failed)++;
    std::cout << (holds ? "ok " : "FAILED ") << name << '\n';
}

// Each class is copied as the samples' may be, and has no other state.
static_assert(std::is_copy_constructible_v<WXBizMsgCrypt> && std::is_copy_assignable_v<WXBizJsonMsgCrypt>);
static_assert(std::is_same_v<EncryptAndDecrypt::WXBizMsgCrypt, WXBizMsgCrypt>);
static_assert(WXBizMsgCrypt_OK == 0 && WXBizMsgCrypt_ValidateSignature_Error == -40001 &&
              WXBizMsgCrypt_ParseXml_Error == -40002 && WXBizMsgCrypt_ParseJson_Error == -40002 &&
              WXBizMsgCrypt_ComputeSignature_Error == -40003 && WXBizMsgCrypt_IllegalAesKey == -40004 &&
              WXBizMsgCrypt_ValidateAppid_Error == -40005 && WXBizMsgCrypt_ValidateCorpid_Error == -40005 &&
              WXBizMsgCrypt_EncryptAES_Error == -40006 && WXBizMsgCrypt_DecryptAES_Error == -40007 &&
              WXBizMsgCrypt_IllegalBuffer == -40008 && WXBizMsgCrypt_EncodeBase64_Error == -40009 &&
              WXBizMsgCrypt_DecodeBase64_Error == -40010 && WXBizMsgCrypt_GenReturnXml_Error == -40011 &&
              WXBizMsgCrypt_GenReturnJson_Error == -40011);

template <typename Crypt> void opens(const std::string &format) {
    int hostile = 0;
    for (const Opening &row : OPENING) {
        hostile += row.number != 0;
        Crypt crypt{std::string(row.token), std::string(row.key), std::string(row.id)};
        const std::string signature(row.signature), timestamp(row.timestamp), nonce(row.nonce), payload(row.payload);
        std::string out = "untouched";
        const int number = row.url ? crypt.VerifyURL(signature, timestamp, nonce, payload, out)
                                   : crypt.DecryptMsg(signature, timestamp, nonce, payload, out);
        test(format + ": " + std::string(row.name),
             number == row.number && out == (row.number == 0 ? row.message : "untouched"));
    }
    test(format + ": there are forty hostile calls", hostile >= 40);
}

// What the reference is to open.
template <typename Crypt> void seals(const char *format, std::ofstream &replies) {
    for (const Sealing &row : SEALING) {
        Crypt crypt{std::string(row.token), std::string(row.key), std::string(row.id)};
        std::string reply;
        test(std::string(format) + ": seals " + std::string(row.name),
             crypt.EncryptMsg(std::string(row.message), std::string(row.timestamp), std::string(row.nonce), reply) == 0);
        replies << row.name << ' ' << format << ' ';
        for (const unsigned char byte : reply) {
            char digits[3];
            std::snprintf(digits, sizeof digits, "%02x", byte);
            replies << digits;
        }
        replies << '\n';
    }
}

// The value that stands behind a name in a reply.
std::string field(const std::string &reply, const std::string &name) {
    std::size_t at = reply.find(name) + name.size();
    at = reply.find_first_not_of(">\": ", at);
    at += reply.compare(at, 9, "<![CDATA[") == 0 ? 9 : 0;
    return reply.substr(at, reply.find_first_of("]<\",\n", at) - at);
}

template <typename Crypt> void calls(const std::string &format) {
    const bool json = format == "json";
    const std::string name_of_signature = json ? "msgsignature" : "MsgSignature";
    const std::string name_of_timestamp = json ? "timestamp" : "TimeStamp";

    Crypt crypt(token, key, id);
    std::string reply, opened;
    test(format + ": an empty timestamp is now", crypt.EncryptMsg(text, "", N, reply) == 0 &&
         std::time(nullptr) - std::stoll(field(reply, name_of_timestamp)) < 60);
    const std::string signature = field(reply, name_of_signature), timestamp = field(reply, name_of_timestamp);
    Crypt copy = crypt;
    test(format + ": a copy opens what the other sealed",
         copy.DecryptMsg(signature, timestamp, N, reply, opened) == 0 && opened == text);

    bool right = true;
    for (const std::string &copied : {key + "=", " " + key + "\r\n", key.substr(0, 20) + "\n" + key.substr(20) + "=\n"}) {
        right = right && Crypt(token, copied, id).DecryptMsg(signature, timestamp, N, reply, opened) == 0;
    }
    test(format + ": a key may have been copied with white space and padding", right);

    opened = "untouched";
    for (const auto &[bad_token, bad_key] : {
             std::pair(token, std::string()), std::pair(token, key + "A"), std::pair(token, key.substr(1)),
             std::pair(token, "*" + key.substr(1)), std::pair(token, key.substr(0, 20) + "=" + key.substr(21)),
             std::pair(std::string(), key), std::pair(std::string("a b"), key)}) {
        Crypt bad(bad_token, bad_key, id);
        right = right && bad.DecryptMsg(signature, timestamp, N, reply, opened) == WXBizMsgCrypt_IllegalAesKey &&
                bad.VerifyURL(signature, timestamp, N, "a", opened) == WXBizMsgCrypt_IllegalAesKey &&
                bad.EncryptMsg(text, timestamp, N, opened) == WXBizMsgCrypt_IllegalAesKey && opened == "untouched";
    }
    test(format + ": a setting that cannot be right is -40004, from every call", right);

    test(format + ": a reply that cannot be written is -40011",
         crypt.EncryptMsg(text, T, "a b", opened) == WXBizMsgCrypt_GenReturnXml_Error &&
             crypt.EncryptMsg(text, "now", N, opened) == WXBizMsgCrypt_GenReturnXml_Error &&
             crypt.EncryptMsg(text, T, "", opened) == WXBizMsgCrypt_GenReturnXml_Error && opened == "untouched");
    test(format + ": no body, no parameters",
         crypt.DecryptMsg(signature, timestamp, N, "", opened) == WXBizMsgCrypt_ParseXml_Error &&
             crypt.DecryptMsg("", "", "", reply, opened) == WXBizMsgCrypt_ValidateSignature_Error);
}

void reads_fields() {
    WXBizJsonMsgCrypt crypt(token, key, id);
    const std::string message = R"({"MsgType":"text","Content":"你\n好","CreateTime":1714112445,"AgentID":218,"Text":{}})";
    std::string value;
    const auto says = [&](const char *name, const std::string &expected) {
        return crypt.GetJsonField(message, name, value) == 0 && value == expected;
    };
    test("json: GetJsonField gives texts and whole numbers", says("MsgType", "text") && says("Content", "你\n好") &&
         says("CreateTime", "1714112445") && says("AgentID", "218"));
    test("json: GetJsonField gives nothing else",
         crypt.GetJsonField(message, "Nothing", value) == WXBizMsgCrypt_ParseJson_Error &&
             crypt.GetJsonField(message, "Text", value) == WXBizMsgCrypt_ParseJson_Error &&
             crypt.GetJsonField("<xml/>", "MsgType", value) == WXBizMsgCrypt_ParseJson_Error && value == "218");
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) {
        return 2;
    }
    std::ofstream replies(argv[1]);
    opens<WXBizMsgCrypt>("xml");
    opens<WXBizJsonMsgCrypt>("json");
    seals<WXBizMsgCrypt>("xml", replies);
    seals<WXBizJsonMsgCrypt>("json", replies);
    calls<WXBizMsgCrypt>("xml");
    calls<WXBizJsonMsgCrypt>("json");
    reads_fields();
    std::cout << passed << " passed, " << failed << " failed\n";
    return failed != 0;
}
