// The examples of the official documentation and what can go wrong, through wxseal.hpp.
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>

#include <wxseal.hpp>

#include "check.h"
#include "official.h"

using namespace std::string_view_literals;

static_assert(std::is_base_of_v<std::runtime_error, wxseal::Error>);
static_assert(!std::is_copy_constructible_v<wxseal::MsgCrypt> && !std::is_copy_assignable_v<wxseal::MsgCrypt>);
static_assert(std::is_nothrow_move_constructible_v<wxseal::MsgCrypt>);
static_assert(std::is_nothrow_move_assignable_v<wxseal::MsgCrypt>);

namespace {

constexpr std::string_view token = TOKEN, key = ENCODING_AES_KEY, receive_id = RECEIVE_ID;

wxseal::MsgCrypt official() { return wxseal::MsgCrypt(token, key, receive_id); }

std::array<std::uint8_t, 16> official_random() {
    std::array<std::uint8_t, 16> random{};
    std::memcpy(random.data(), REPLY_RANDOM, random.size());
    return random;
}

// What a call throws; WXSEAL_OK if it returns.
template <typename Call> wxseal_status thrown(Call call) {
    try {
        call();
        return WXSEAL_OK;
    } catch (const wxseal::Error &error) {
        return error.status();
    }
}

void url_check() {
    wxseal::verify_signature(token, CHECK_SIGNATURE, CHECK_TIMESTAMP, CHECK_NONCE);
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 thrown([] { wxseal::verify_signature("BBBBB", CHECK_SIGNATURE, CHECK_TIMESTAMP, CHECK_NONCE); }));
}

void push_and_reply() {
    const wxseal::MsgCrypt crypt = official();
    CHECK(crypt.decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE, PUSH_BODY) == PUSH_MESSAGE);
    CHECK(crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE, official_random(), wxseal::Format::json) ==
          REPLY_BODY);
}

void wecom_url_check() {
    const wxseal::MsgCrypt crypt(WECOM_TOKEN, WECOM_ENCODING_AES_KEY, WECOM_RECEIVE_ID, wxseal::Dialect::wecom);
    CHECK(crypt.verify_url(WECOM_SIGNATURE, WECOM_TIMESTAMP, WECOM_NONCE, WECOM_ECHOSTR) == WECOM_ANSWER);
    CHECK(crypt.encrypt("{}", "1", "2", wxseal::Format::json).find("\"msgsignature\": ") !=
          std::string::npos);
}

void views_need_no_end() {
    const std::string longer = std::string(token) + "/" CHECK_SIGNATURE "/" CHECK_TIMESTAMP "/" CHECK_NONCE;
    const std::string_view view = longer;
    wxseal::verify_signature(view.substr(0, 5), view.substr(6, 40), view.substr(47, 10), view.substr(58));
    const std::string body = PUSH_BODY "and more that is not the body's";
    CHECK(official().decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE,
                             std::string_view(body).substr(0, sizeof PUSH_BODY - 1)) == PUSH_MESSAGE);
}

void what_is_left_out_is_fresh() {
    const wxseal::MsgCrypt crypt = official();
    const std::string one = crypt.encrypt(REPLY_MESSAGE), other = crypt.encrypt(REPLY_MESSAGE);
    CHECK(one != other);
    CHECK(one.rfind("<xml>\n<Encrypt><![CDATA[", 0) == 0);
    const std::string given = crypt.encrypt(REPLY_MESSAGE, std::nullopt, REPLY_NONCE, wxseal::Format::json);
    CHECK(given.find("\"Nonce\": \"" REPLY_NONCE "\"") != std::string::npos);
    // Only bytes that are given come twice.
    CHECK(crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE, official_random(), wxseal::Format::xml) ==
          crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE, official_random(), wxseal::Format::xml));
    CHECK(crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE) !=
          crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE));
    // Empty is not absent.
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] { crypt.encrypt(REPLY_MESSAGE, ""); }));
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] { crypt.encrypt(REPLY_MESSAGE, "1", ""); }));
}

void payloads_are_bytes() {
    const wxseal::MsgCrypt crypt = official();
    for (const std::string_view message : {std::string_view(), ""sv, "\0"sv, "a\0b\0"sv, "\xff\xfe"sv}) {
        const std::string reply = crypt.encrypt(message, "1", "2", wxseal::Format::json);
        const std::size_t signature = reply.find("\"MsgSignature\": \"") + std::strlen("\"MsgSignature\": \"");
        CHECK(crypt.decrypt(std::string_view(reply).substr(signature, 40), "1", "2", reply) == message);
    }
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_ENVELOPE,
                 thrown([&] { crypt.decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE, std::string_view()); }));
}

// A text that is right as far as its NUL must not pass for the text.
void a_nul_ends_nothing() {
    const auto with_nul = [](std::string_view text) { return std::string(text) + '\0'; };
    const auto verify = [](std::string_view t, std::string_view signature, std::string_view timestamp,
                           std::string_view nonce) {
        return thrown([&] { wxseal::verify_signature(t, signature, timestamp, nonce); });
    };
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG,
                 verify(with_nul(token), CHECK_SIGNATURE, CHECK_TIMESTAMP, CHECK_NONCE));
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 verify(token, with_nul(CHECK_SIGNATURE), CHECK_TIMESTAMP, CHECK_NONCE));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, verify(token, CHECK_SIGNATURE, with_nul(CHECK_TIMESTAMP), CHECK_NONCE));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, verify(token, CHECK_SIGNATURE, CHECK_TIMESTAMP, with_nul(CHECK_NONCE)));

    const auto construct = [](std::string_view t, std::string_view k, std::string_view r) {
        return thrown([&] { wxseal::MsgCrypt(t, k, r); });
    };
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, construct(with_nul(token), key, receive_id));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_KEY, construct(token, with_nul(key), receive_id));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, construct(token, key, with_nul(receive_id)));

    const wxseal::MsgCrypt crypt = official();
    const auto decrypt = [&](std::string_view signature, std::string_view timestamp, std::string_view nonce,
                             std::string_view body) {
        return thrown([&] { crypt.decrypt(signature, timestamp, nonce, body); });
    };
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 decrypt(with_nul(PUSH_SIGNATURE), PUSH_TIMESTAMP, PUSH_NONCE, PUSH_BODY));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, decrypt(PUSH_SIGNATURE, with_nul(PUSH_TIMESTAMP), PUSH_NONCE, PUSH_BODY));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, with_nul(PUSH_NONCE), PUSH_BODY));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_ENVELOPE,
                 decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE, with_nul(PUSH_BODY)));

    const wxseal::MsgCrypt wecom(WECOM_TOKEN, WECOM_ENCODING_AES_KEY, WECOM_RECEIVE_ID, wxseal::Dialect::wecom);
    const auto verify_url = [&](std::string_view signature, std::string_view timestamp, std::string_view nonce,
                                std::string_view echostr) {
        return thrown([&] { wecom.verify_url(signature, timestamp, nonce, echostr); });
    };
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 verify_url(with_nul(WECOM_SIGNATURE), WECOM_TIMESTAMP, WECOM_NONCE, WECOM_ECHOSTR));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY,
                 verify_url(WECOM_SIGNATURE, with_nul(WECOM_TIMESTAMP), WECOM_NONCE, WECOM_ECHOSTR));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY,
                 verify_url(WECOM_SIGNATURE, WECOM_TIMESTAMP, with_nul(WECOM_NONCE), WECOM_ECHOSTR));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_BASE64,
                 verify_url(WECOM_SIGNATURE, WECOM_TIMESTAMP, WECOM_NONCE, with_nul(WECOM_ECHOSTR)));

    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] { crypt.encrypt("{}", "1\0"sv); }));
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] { crypt.encrypt("{}", "1", "2\0"sv); }));
}

void a_bad_key_names_the_offset_and_nothing_else() {
    const std::string good(key);
    const struct {
        std::string key;
        std::size_t offset;
    } bad[] = {
        {"", 0},
        {good.substr(1), 42},
        {good + "A", 43},
        {good + "=", 43},
        {"secret-AAAA", 6},
        {"AAAA\xff", 4},
        {std::string("AAAA\0AAAA", 9), 4},
        {std::string("AA!A\0AAAA", 9), 2},
        {good + '\0', 43},
        {good + std::string("\0junk", 5), 43},
        {good + "A" + '\0', 43},
    };
    for (const auto &[text, offset] : bad) {
        try {
            wxseal::MsgCrypt crypt(token, text, receive_id);
            CHECK(!"a bad key was taken");
        } catch (const wxseal::Error &error) {
            const std::string expected = std::string(wxseal_status_text(WXSEAL_ERROR_INVALID_KEY)) +
                                         "; look at offset " + std::to_string(offset) + " (-40004)";
            CHECK_STATUS(WXSEAL_ERROR_INVALID_KEY, error.status());
            CHECK(error.what() == expected);
        }
    }
}

void an_error_says_all() {
    try {
        official().decrypt(PUSH_SIGNATURE, "now", PUSH_NONCE, PUSH_BODY);
        CHECK(!"a bad timestamp was taken");
    } catch (const std::runtime_error &caught) {
        const auto *error = dynamic_cast<const wxseal::Error *>(&caught);
        CHECK(error != nullptr);
        CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, error->status());
        CHECK(error->code() == -40001);
        CHECK(error->name() == "MalformedQuery"sv);
        CHECK(error->http_status() == 400);
        CHECK(error->what() == wxseal_status_text(error->status()) + std::string(" (-40001)"));
    }
}

void settings_are_held_to() {
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, thrown([] { wxseal::MsgCrypt("", key, receive_id); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, thrown([] { wxseal::MsgCrypt("a b", key, receive_id); }));
    const wxseal::MsgCrypt small(token, key, receive_id, wxseal::Dialect::wechat, sizeof PUSH_BODY - 2);
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_ENVELOPE,
                 thrown([&] { small.decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE, PUSH_BODY); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_ARGUMENT,
                 thrown([] { wxseal::MsgCrypt(token, key, receive_id, static_cast<wxseal::Dialect>(9)); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_ARGUMENT, thrown([] {
                     official().encrypt("{}", "1", "2", static_cast<wxseal::Format>(0));
                 }));
}

void moves_leave_one_owner() {
    wxseal::MsgCrypt from = official();
    wxseal::MsgCrypt to = std::move(from);
    CHECK(to.decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE, PUSH_BODY) == PUSH_MESSAGE);
    // What is left behind fails cleanly, and can be filled again.
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER,
                 thrown([&] { from.decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE, PUSH_BODY); }));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, thrown([&] { from.encrypt("{}"); }));
    from = std::move(to);
    CHECK(from.decrypt(PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE, PUSH_BODY) == PUSH_MESSAGE);
}

} // namespace

int main() {
    TEST(url_check);
    TEST(push_and_reply);
    TEST(wecom_url_check);
    TEST(views_need_no_end);
    TEST(what_is_left_out_is_fresh);
    TEST(payloads_are_bytes);
    TEST(a_nul_ends_nothing);
    TEST(a_bad_key_names_the_offset_and_nothing_else);
    TEST(an_error_says_all);
    TEST(settings_are_held_to);
    TEST(moves_leave_one_owner);
    return failed_tests > 0;
}
