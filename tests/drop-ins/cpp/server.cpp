// WeCom's callback with Tencent's sample, in its documented form, as a CGI program. The #include is the one line that a drop-in
// changes.
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>

#include <wxseal_official.hpp>

#ifdef ANSWERS_JSON
using Crypt = Tencent::WXBizJsonMsgCrypt;
#else
using Crypt = Tencent::WXBizMsgCrypt;
#endif

namespace {

std::string variable(const char *name) {
    const char *value = std::getenv(name);
    return value ? value : "";
}

// A parameter of the query, percent-decoded.
std::string parameter(const std::string &query, const std::string &name) {
    const std::size_t found = ("&" + query).find("&" + name + "=");
    if (found == std::string::npos) {
        return "";
    }
    const std::size_t begin = found + name.size() + 1;
    const std::string raw = query.substr(begin, query.find('&', begin) - begin);
    std::string value;
    for (std::size_t at = 0; at < raw.size(); at++) {
        if (raw[at] == '%') {
            value += static_cast<char>(std::stoi(raw.substr(at + 1, 2), nullptr, 16));
            at += 2;
        } else {
            value += raw[at];
        }
    }
    return value;
}

// A field of a message.
std::string field([[maybe_unused]] const Crypt &crypt, const std::string &message, const std::string &name) {
#ifdef ANSWERS_JSON
    std::string value;
    crypt.GetJsonField(message, name, value);
    return value;
#else
    const std::string opening = "<" + name + "><![CDATA[";
    const std::size_t begin = message.find(opening) + opening.size();
    return message.substr(begin, message.find("]]>", begin) - begin);
#endif
}

std::string reply(const Crypt &crypt, const std::string &message) {
    const std::string to = field(crypt, message, "FromUserName"), from = field(crypt, message, "ToUserName");
    const std::string content = field(crypt, message, "Content");
#ifdef ANSWERS_JSON
    return R"({"ToUserName":")" + to + R"(","FromUserName":")" + from +
           R"(","CreateTime":1714112445,"MsgType":"text","Content":")" + content + "\"}";
#else
    return "<xml><ToUserName>" + to + "</ToUserName><FromUserName>" + from +
           "</FromUserName><CreateTime>1714112445</CreateTime><MsgType>text</MsgType><Content><![CDATA[" + content +
           "]]></Content></xml>";
#endif
}

int answer(int number, const std::string &body) {
    const std::string said = number == 0 ? body : "";
    std::cout << "Status: " << (number == 0 ? "200 OK" : "403 Forbidden") << "\r\nContent-Type: text/plain\r\n"
              << "Content-Length: " << said.size() << "\r\n\r\n" << said;
    return 0;
}

} // namespace

int main() {
    Crypt crypt(variable("WXSEAL_TOKEN"), variable("WXSEAL_ENCODING_AES_KEY"), variable("WXSEAL_RECEIVE_ID"));
    const std::string query = variable("QUERY_STRING");
    const std::string signature = parameter(query, "msg_signature"), timestamp = parameter(query, "timestamp"),
                      nonce = parameter(query, "nonce");
    std::string message, sealed;
    if (variable("REQUEST_METHOD") == "GET") {
        const int number = crypt.VerifyURL(signature, timestamp, nonce, parameter(query, "echostr"), message);
        return answer(number, message);
    }
    const std::string body(std::istreambuf_iterator<char>(std::cin), {});
    int number = crypt.DecryptMsg(signature, timestamp, nonce, body, message);
    if (number != 0) {
        return answer(number, "");
    }
    if (field(crypt, message, "MsgType") != "text") {
        return answer(0, "success");
    }
    number = crypt.EncryptMsg(reply(crypt, message), timestamp, nonce, sealed);
    return answer(number, sealed);
}
