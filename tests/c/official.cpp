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

// The handles of the third floor have one owner too, and only this header makes those that a call gives.
template <typename T> constexpr bool moves_only =
    !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T> && std::is_nothrow_move_constructible_v<T> &&
    std::is_nothrow_move_assignable_v<T>;
static_assert(moves_only<wxseal::Endpoint> && moves_only<wxseal::Incoming> && moves_only<wxseal::Response>);
static_assert(moves_only<wxseal::RecentKeys> && moves_only<wxseal::Claim> && moves_only<wxseal::Message>);
static_assert(!std::is_default_constructible_v<wxseal::Incoming> && !std::is_default_constructible_v<wxseal::Response>);
static_assert(!std::is_constructible_v<wxseal::Incoming, wxseal_incoming *>);
static_assert(!std::is_constructible_v<wxseal::Response, wxseal_response *>);
static_assert(!std::is_convertible_v<wxseal::MsgCrypt, wxseal::Endpoint>);
static_assert(std::is_nothrow_copy_constructible_v<wxseal::Error>);
static_assert(std::is_nothrow_copy_constructible_v<wxseal::api::ApiError>);
static_assert(!std::is_base_of_v<wxseal::Error, wxseal::api::ApiError> && moves_only<wxseal::api::Answer>);

// Whether a view may be asked of an object that is about to go.
template <typename T, typename = void> constexpr bool lends_what_goes = false;
template <typename T>
constexpr bool lends_what_goes<T, std::void_t<decltype(std::declval<T>().message_json())>> = true;
static_assert(lends_what_goes<wxseal::Incoming &> && lends_what_goes<const wxseal::Incoming &>);
static_assert(!lends_what_goes<wxseal::Incoming> && !lends_what_goes<const wxseal::Incoming>);

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
    CHECK(crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE, wxseal::Format::json, official_random()) ==
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
    CHECK(crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE, wxseal::Format::xml, official_random()) ==
          crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE, wxseal::Format::xml, official_random()));
    CHECK(crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE) !=
          crypt.encrypt(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE));
    // Empty is not absent, wherever the view points.
    for (const std::string_view empty : {""sv, std::string_view()}) {
        CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] { crypt.encrypt(REPLY_MESSAGE, empty); }));
        CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] { crypt.encrypt(REPLY_MESSAGE, "1", empty); }));
        CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] { crypt.seal(REPLY_MESSAGE, "1", empty); }));
        CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, thrown([&] { wxseal::platform::plain_push(token, "{}", empty); }));
    }
}

// What a gateway or a drop-in has: an envelope of its own.
void parts_of_an_envelope() {
    const wxseal::MsgCrypt crypt = official();
    const wxseal::Sealed sealed = crypt.seal(REPLY_MESSAGE, REPLY_TIMESTAMP, REPLY_NONCE, official_random());
    CHECK(sealed.timestamp == REPLY_TIMESTAMP && sealed.nonce == REPLY_NONCE);
    for (const std::string &part : {sealed.encrypt, sealed.msg_signature}) {
        CHECK(std::string_view(REPLY_BODY).find("\"" + part + "\"") != std::string_view::npos);
    }
    CHECK(wxseal::sign(token, sealed.timestamp, sealed.nonce, sealed.encrypt) == sealed.msg_signature);
    const wxseal::Sealed fresh = crypt.seal(REPLY_MESSAGE);
    CHECK(fresh.encrypt != crypt.seal(REPLY_MESSAGE).encrypt && fresh.nonce.size() == 16 && fresh.timestamp.size() == 10);

    // Another's receive id is told, not held against the one that is set.
    const wxseal::MsgCrypt other(token, key, "wx1", wxseal::Dialect::wechat);
    const auto open = [&](const wxseal::Sealed &from) {
        return other.open(from.msg_signature, from.timestamp, from.nonce, from.encrypt);
    };
    for (const wxseal::Sealed &from : {sealed, fresh}) {
        const wxseal::Opened opened = open(from);
        CHECK(opened.message == REPLY_MESSAGE && opened.receive_id == receive_id);
    }
    wxseal::Sealed forged = sealed;
    forged.nonce += '0';
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH, thrown([&] { open(forged); }));
    forged.timestamp = "now";
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, thrown([&] { open(forged); }));
    const wxseal::MsgCrypt small(token, key, receive_id, wxseal::Dialect::wechat, sealed.encrypt.size() - 1);
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_ENVELOPE,
                 thrown([&] { small.open(sealed.msg_signature, sealed.timestamp, sealed.nonce, sealed.encrypt); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, thrown([] { wxseal::sign("", "1", "2", "AAAA"); }));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, thrown([] { wxseal::sign(token, "1", "", "AAAA"); }));
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
    CHECK_STATUS(WXSEAL_ERROR_INVALID_RECEIVE_ID, construct(token, key, with_nul(receive_id)));

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
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
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
            CHECK(error.position() == offset && !error.timestamp() && !error.now());
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
        CHECK(!error->position() && !error->timestamp() && !error->now());
    }
    try {
        wxseal::Endpoint(official()).receive("POST", PUSH_QUERY, PUSH_BODY, 1);
        CHECK(!"a stale timestamp was taken");
    } catch (const wxseal::Error &error) {
        CHECK(error.timestamp() == 1714112445u && error.now() == 1u && !error.position());
        CHECK(error.what() ==
              wxseal_status_text(error.status()) + std::string("; timestamp 1714112445, server 1 (-40001)"));
    }
    // Nothing of an error before it.
    CHECK(wxseal::Error(WXSEAL_ERROR_STALE_TIMESTAMP).timestamp() == 0u);
}

void settings_are_held_to() {
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, thrown([] { wxseal::MsgCrypt("", key, receive_id); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, thrown([] { wxseal::MsgCrypt("a b", key, receive_id); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_RECEIVE_ID, thrown([] { wxseal::MsgCrypt("token", key, "wx1 "); }));
    CHECK(wxseal::Error(WXSEAL_ERROR_INVALID_CONFIG).setting() == "token");
    CHECK(wxseal::Error(WXSEAL_ERROR_INVALID_RECEIVE_ID).setting() == "receive_id");
    CHECK(wxseal::Error(WXSEAL_ERROR_INVALID_TEXT).setting() == "argument");
    CHECK(wxseal::Error(WXSEAL_ERROR_MALFORMED_QUERY).setting().empty());
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

constexpr std::uint64_t push_time = 1714112445;

std::string body(const wxseal::Response &response) { return std::string(response.body()); }

// What the platform reads in a sealed answer.
wxseal::platform::Reply opened(const wxseal::Response &response) {
    return wxseal::platform::open_reply(official(), response.body());
}

wxseal::Incoming official_push() {
    return wxseal::Endpoint(official()).receive("POST", PUSH_QUERY, PUSH_BODY, push_time);
}

constexpr std::string_view text_message =
    R"({"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"a","MsgId":9007199254740993})";

wxseal::Incoming text_push() {
    const wxseal::platform::Request request =
        wxseal::platform::push(official(), text_message, PUSH_TIMESTAMP, PUSH_NONCE, wxseal::Format::json);
    return wxseal::Endpoint(official()).receive(request.method, request.query, request.body, push_time);
}

void whole_requests() {
    const wxseal::Endpoint endpoint{official()};
    const wxseal::Incoming asked = endpoint.receive("GET", CHECK_QUERY, {}, 1714036504);
    CHECK(asked.kind() == wxseal::Kind::url_check);
    const wxseal::Response echo = asked.response();
    CHECK(echo.status() == 200 && echo.content_type() == "text/plain; charset=utf-8" && echo.body() == CHECK_ECHOSTR);

    const wxseal::Incoming push = endpoint.receive("POST", PUSH_QUERY, PUSH_BODY, push_time);
    CHECK(push.kind() == wxseal::Kind::push && push.format() == wxseal::Format::json);
    CHECK(push.message_bytes() == PUSH_MESSAGE && push.message_json() == PUSH_MESSAGE);
    CHECK(push.to_user_name() == "gh_97417a04a28d" && push.from_user_name() == "o9AgO5Kd5ggOC-bXrbNODIiE3bGY");
    CHECK(push.msg_type() == "event" && push.event() == "debug_demo" && push.create_time() == 1714112445);
    CHECK(push.msg_id() == std::nullopt && push.info_type() == std::nullopt && push.text("debug_str") == "hello world");
    CHECK(push.dedup_key() == "381d0c3673acbe596f368e038d35370f2198e461");
    CHECK(push.replay_key() == PUSH_SIGNATURE);
    const wxseal::Response reply = push.sealing_with(1713424427, official_random()).reply_raw(REPLY_MESSAGE);
    CHECK(reply.status() == 200 && reply.content_type() == "application/json" && reply.body() == REPLY_BODY);
    const wxseal::platform::Reply read = opened(reply);
    CHECK(read.message == REPLY_MESSAGE && read.format == wxseal::Format::json);
    CHECK(read.timestamp == REPLY_TIMESTAMP && read.nonce == REPLY_NONCE);
    // The one that was received goes on by the system's time.
    CHECK(body(push.reply_raw(REPLY_MESSAGE)) != reply.body());
    // Where nothing is given, all is the system's.
    const wxseal::Response one = push.reply_text("a"), other = push.reply_text("a");
    CHECK(one.body() != other.body());

    const std::string query = wxseal::write_query(
        {{"nonce", CHECK_NONCE}, {"timestamp", CHECK_TIMESTAMP}, {"signature", CHECK_SIGNATURE}, {"echostr", "a+b &"}});
    CHECK(body(endpoint.receive("GET", query, {}, 1714036504).response()) == "a+b &");
    CHECK(wxseal::write_query({{"a", ""}, {"a", "\xff\0"sv}}) == "a=&a=%FF%00" && wxseal::write_query({}).empty());
    CHECK(endpoint.diagnose("POST", PUSH_QUERY, PUSH_BODY, push_time) == "[]");
    CHECK(endpoint.diagnose("GET", "").find("MissingParameter") != std::string::npos);
}

void settings_of_an_endpoint() {
    wxseal::Endpoint endpoint{wxseal::MsgCrypt("BBBBB", key, receive_id)};
    const auto received = [&](std::uint64_t now) {
        return thrown([&] { endpoint.receive("POST", PUSH_QUERY, PUSH_BODY, now); });
    };
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH, received(push_time));
    endpoint.also_accept(official()).set_tolerance(10);
    CHECK_STATUS(WXSEAL_OK, received(push_time + 10));
    CHECK_STATUS(WXSEAL_ERROR_STALE_TIMESTAMP, received(push_time + 11));
    CHECK_STATUS(WXSEAL_ERROR_STALE_TIMESTAMP, received(0));
    endpoint.set_tolerance(std::nullopt).set_account("gh_other");
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_MESSAGE, received(1));
    endpoint.set_account("gh_97417a04a28d").set_max_body(1);
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_ENVELOPE, received(1));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, thrown([] { wxseal::Endpoint::plain(""); }));
    const wxseal::Endpoint plain = wxseal::Endpoint::plain(token);
    const wxseal::platform::Request request =
        wxseal::platform::plain_push(token, text_message, PUSH_TIMESTAMP, PUSH_NONCE);
    const wxseal::Incoming push = plain.receive(request.method, request.query, request.body, push_time);
    CHECK(push.text("Content") == "a" && push.msg_id() == "9007199254740993");
    const wxseal::Response reply = push.sealing_with(8).reply_text("b");
    CHECK(reply.body() ==
          R"({"ToUserName":"o1","FromUserName":"gh_1","CreateTime":8,"MsgType":"text","Content":"b"})");
}

// What a server answers where it caught an error.
void errors_have_a_response() {
    const auto refused = [](std::string_view method, std::string_view query, std::string_view body) {
        try {
            wxseal::Endpoint(official()).receive(method, query, body, push_time);
        } catch (const wxseal::Error &error) {
            return error.response();
        }
        throw std::logic_error("it was received");
    };
    const wxseal::Response forbidden = refused("POST", PUSH_QUERY, R"({"Encrypt":"AAAA"})");
    CHECK(forbidden.status() == 403 && forbidden.body() == "forbidden");
    const wxseal::Response bad = refused("POST", "", "");
    CHECK(bad.status() == 400 && bad.body() == "bad request" && bad.headers().size() == 2);
    const wxseal::Response method = refused("PUT", "", "");
    CHECK(method.status() == 405 && method.headers().size() == 3 && method.headers()[2].first == "Allow");
    const wxseal::Response own = wxseal::Response::refusal(WXSEAL_ERROR_UNWRITABLE_REPLY);
    CHECK(own.status() == 500);
    try {
        wxseal::Endpoint(official()).receive("PUT", "");
    } catch (const wxseal::Error &error) {
        CHECK_STATUS(WXSEAL_ERROR_UNKNOWN_METHOD, error.status());
        CHECK(error.name() == "MalformedQuery"sv && error.code() == -40001 && error.http_status() == 405);
    }
}

void the_other_kind_has_none_of_it() {
    const wxseal::Incoming asked = wxseal::Endpoint(official()).receive("GET", CHECK_QUERY, {}, 1714036504);
    const wxseal::Incoming push = official_push();
    const wxseal_status none = WXSEAL_ERROR_INVALID_ARGUMENT;
    CHECK_STATUS(none, thrown([&] { push.response(); }));
    CHECK_STATUS(none, thrown([&] { asked.format(); }));
    CHECK_STATUS(none, thrown([&] { asked.message_json(); }));
    CHECK_STATUS(none, thrown([&] { asked.message_bytes(); }));
    CHECK_STATUS(none, thrown([&] { asked.msg_type(); }));
    CHECK_STATUS(none, thrown([&] { asked.msg_id(); }));
    CHECK_STATUS(none, thrown([&] { asked.dedup_key(); }));
    CHECK_STATUS(none, thrown([&] { asked.replay_key(); }));
    CHECK_STATUS(none, thrown([&] { asked.widget_query_json(); }));
    CHECK_STATUS(none, thrown([&] { asked.success(); }));
    CHECK_STATUS(none, thrown([&] { asked.reply_text("a"); }));
    CHECK(asked.create_time() == std::nullopt);
}

wxseal::Incoming text_push_as_xml() {
    constexpr std::string_view message =
        "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>7</CreateTime>"
        "<MsgType>text</MsgType><Content>a</Content><MsgId>1</MsgId></xml>";
    const wxseal::platform::Request request = wxseal::platform::push(official(), message);
    return wxseal::Endpoint(official()).receive(request.method, request.query, request.body);
}

void a_nul_ends_nothing_in_a_request_or_an_answer() {
    const auto nul = "a\0b"sv;
    wxseal::Endpoint endpoint{official()};
    CHECK_STATUS(WXSEAL_ERROR_UNKNOWN_METHOD, thrown([&] { endpoint.receive("GET\0"sv, CHECK_QUERY); }));
    for (const wxseal::Parameter &parameter : {wxseal::Parameter{"nonce", nul}, wxseal::Parameter{"nonce\0"sv, "1"}}) {
        CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY,
                     thrown([&] { endpoint.receive("GET", wxseal::write_query({parameter})); }));
    }
    CHECK(endpoint.diagnose("GET", nul).find("MissingParameter") != std::string::npos);
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, thrown([&] { wxseal::Endpoint::plain(nul); }));
    endpoint.set_account("gh_97417a04a28d\0"sv);
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_MESSAGE,
                 thrown([&] { endpoint.receive("POST", PUSH_QUERY, PUSH_BODY, push_time); }));

    // JSON has a way to write one, and XML has none.
    const wxseal::Incoming push = text_push(), as_xml = text_push_as_xml();
    CHECK(!push.text("Content\0"sv) && push.integer("CreateTime\0"sv, -1) == -1 && !push.get("Content\0"sv));
    const auto says = [&](const wxseal::Response &reply, std::string_view text) {
        return opened(reply).message.find(text) != std::string::npos;
    };
    CHECK(says(push.reply_text(nul), R"("Content":"a\u0000b")"));
    CHECK(says(push.reply_video("m", nul, "d"), R"("Title":"a\u0000b")"));
    CHECK(says(push.reply_news({{"t", "d", "p", nul}}), R"("Url":"a\u0000b")"));
    CHECK(says(push.transfer_customer_service(nul), R"("KfAccount":"a\u0000b")"));
    const wxseal_status unwritable = WXSEAL_ERROR_UNWRITABLE_REPLY;
    CHECK_STATUS(unwritable, thrown([&] { as_xml.reply_text(nul); }));
    CHECK_STATUS(unwritable, thrown([&] { as_xml.reply_image(nul); }));
    CHECK_STATUS(unwritable, thrown([&] { as_xml.reply_voice(nul); }));
    CHECK_STATUS(unwritable, thrown([&] { as_xml.reply_video("m", nul, "d"); }));
    CHECK_STATUS(unwritable, thrown([&] { as_xml.reply_news({{"t", "d", "p", nul}}); }));
    CHECK_STATUS(unwritable, thrown([&] { as_xml.transfer_customer_service(nul); }));
    // A document of one's own is bytes.
    CHECK(opened(push.reply_raw(nul)).message == nul);

    // One that came from a peer is in the view, and in no key.
    const wxseal::Message message =
        wxseal::Message::from_cloud_event(R"({"FromUserName":"a\u0000b","MsgId":"1"})");
    CHECK(message.text("FromUserName") == nul && message.dedup_key() == "c84aff49ad259ac4d56c57c8a06362f2f7ca4cda");
    CHECK(message.message_json() == R"({"FromUserName":"a\u0000b","MsgId":"1"})");

    wxseal::RecentKeys recent;
    using State = wxseal::Recent::State;
    CHECK(recent.claim(nul).state == State::claimed && recent.claim(nul).state == State::busy);
    CHECK(recent.claim("a").state == State::claimed);
    CHECK_STATUS(WXSEAL_ERROR_INVALID_KEY,
                 thrown([&] { wxseal::decrypt_open_data(OPEN_SESSION_KEY "\0"sv, "", OPEN_IV, OPEN_APP_ID); }));
    CHECK_STATUS(WXSEAL_ERROR_RECEIVE_ID_MISMATCH, thrown([&] {
                     wxseal::decrypt_open_data(OPEN_SESSION_KEY, OPEN_ENCRYPTED_DATA, OPEN_IV, OPEN_APP_ID "\0"sv);
                 }));
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 thrown([&] { wxseal::verify_raw_data(RAW_SESSION_KEY, RAW_DATA "\0"sv, RAW_SIGNATURE); }));
    CHECK(wxseal::api::get_access_token("wx1", nul).url.find("secret=a%00b") != std::string::npos);
    CHECK(wxseal::api::send_customer_text("t", "o1", nul).body.find(R"("a\u0000b")") != std::string::npos);
}

void a_text_that_is_not_utf_8_is_refused_as_what_it_is() {
    const auto bad = "\xff"sv;
    wxseal::Endpoint endpoint{official()};
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, thrown([&] { wxseal::MsgCrypt(bad, key, receive_id); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_RECEIVE_ID, thrown([&] { wxseal::MsgCrypt(token, key, bad); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_ACCOUNT, thrown([&] { endpoint.set_account(bad); }));
    CHECK_STATUS(WXSEAL_ERROR_UNKNOWN_METHOD, thrown([&] { endpoint.receive(bad, CHECK_QUERY); }));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, thrown([&] { endpoint.receive("GET", bad); }));
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 thrown([&] { wxseal::verify_signature(token, bad, CHECK_TIMESTAMP, CHECK_NONCE); }));

    const wxseal::Incoming push = text_push();
    const wxseal_status unwritable = WXSEAL_ERROR_UNWRITABLE_REPLY, own = WXSEAL_ERROR_INVALID_TEXT;
    CHECK_STATUS(unwritable, thrown([&] { push.reply_text(bad); }));
    CHECK_STATUS(unwritable, thrown([&] { push.reply_video("m", "t", bad); }));
    CHECK_STATUS(unwritable, thrown([&] { push.reply_music({"m", bad}); }));
    CHECK_STATUS(unwritable, thrown([&] { push.reply_news({{"t", bad, "p", "u"}}); }));
    CHECK_STATUS(unwritable, thrown([&] { push.transfer_customer_service(bad); }));
    CHECK_STATUS(own, thrown([&] { push.text(bad); }));
    CHECK_STATUS(own, thrown([&] { push.get(bad); }));
    CHECK(push.integer(bad, -1) == -1);
    CHECK_STATUS(own, thrown([&] { wxseal::RecentKeys().claim(bad); }));
    CHECK_STATUS(own, thrown([&] { wxseal::api::get_access_token("wx1", bad); }));
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] { wxseal::api::send_customer_text("t", "o1", bad); }));
    CHECK_STATUS(own, thrown([&] { wxseal::api::get("/a", {{"openid", bad}}); }));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_PATH, thrown([&] { wxseal::api::get(bad, {}); }));
}

void what_is_left_out_of_an_answer_is_not_what_is_empty() {
    const wxseal::Incoming push = text_push();
    const auto message = [](const wxseal::Response &reply) { return opened(reply).message; };
    CHECK(message(push.transfer_customer_service()).find("KfAccount") == std::string::npos);
    CHECK(message(push.transfer_customer_service(std::string_view())).find(R"("KfAccount":"")") != std::string::npos);
    CHECK(message(push.reply_music({"m", ""})).find(R"("Title":"")") != std::string::npos);
    CHECK(message(push.reply_music({"m"})).find("Title") == std::string::npos);
}

void answers_can_be_sealed_the_same_each_time() {
    const wxseal::Incoming push = text_push();
    const wxseal::Incoming given = push.sealing_with(8, official_random());
    CHECK(body(given.reply_text("a")) == body(given.reply_text("a")));
    CHECK(body(given.reply_text("a")) == body(push.sealing_with(8, official_random()).reply_text("a")));
    CHECK(given.message_json() == push.message_json() && given.dedup_key() == push.dedup_key());
    CHECK(opened(given.reply_text("a")).timestamp == "8" && opened(push.reply_text("a")).timestamp.size() == 10);
    // Each may be left out.
    const wxseal::Incoming at_8 = push.sealing_with(8), by_random = push.sealing_with(0, official_random());
    CHECK(opened(at_8.reply_text("a")).timestamp == "8" && body(at_8.reply_text("a")) != body(at_8.reply_text("a")));
    CHECK(opened(by_random.reply_text("a")).timestamp.size() == 10);
}

void retries_get_the_first_answer() {
    const wxseal::Incoming push = text_push();
    wxseal::RecentKeys recent(5, 60);
    using State = wxseal::Recent::State;
    const wxseal::Recent first = recent.claim(push.dedup_key(), 100);
    CHECK(first.state == State::claimed && first.claim && !first.response && first.until == 0);
    const wxseal::Recent second = recent.claim(push.dedup_key(), 104);
    CHECK(second.state == State::busy && !second.claim && !second.response && second.until == 105);
    const wxseal::Response response = push.reply_text("a");
    CHECK(recent.answer(*first.claim, response, 104));
    CHECK(!recent.answer(*first.claim, response, 104) && !recent.release(*first.claim));
    const wxseal::Recent third = recent.claim(push.dedup_key(), 110);
    CHECK(third.state == State::answered && third.response && third.response->body() == response.body());
    const wxseal::Recent other = recent.claim("other", 110);
    CHECK(recent.size() == 2);
    CHECK(recent.release(*other.claim) && recent.size() == 1);
    CHECK(recent.claim("other", 110).state == State::claimed);
}

void what_the_platform_sends() {
    const wxseal::MsgCrypt crypt = official();
    const wxseal::Endpoint endpoint(crypt);
    const auto received = [&](const wxseal::platform::Request &request) {
        return endpoint.receive(request.method, request.query, request.body, push_time);
    };
    const wxseal::Response echo = received(wxseal::platform::url_check(token, "a+b /", PUSH_TIMESTAMP, "1")).response();
    CHECK(echo.body() == "a+b /");
    const auto given = wxseal::platform::push(crypt, text_message, PUSH_TIMESTAMP, "1", wxseal::Format::xml,
                                              official_random());
    const auto again = wxseal::platform::push(crypt, text_message, PUSH_TIMESTAMP, "1", wxseal::Format::xml,
                                              official_random());
    CHECK(given.body == again.body && given.query == again.query && given.method == "POST");
    const wxseal::Incoming safe = received(given);
    CHECK(safe.format() == wxseal::Format::xml && safe.message_bytes() == text_message);
    const wxseal::Incoming compatible =
        received(wxseal::platform::compatible_push(crypt, text_message, PUSH_TIMESTAMP, "1"));
    CHECK(compatible.message_bytes() == text_message);
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([&] {
                     wxseal::platform::push(crypt, "hello", PUSH_TIMESTAMP, "1", wxseal::Format::xml);
                 }));
    // What is left out is fresh: an endpoint goes by the system's time too.
    for (const wxseal::platform::Request &fresh :
         {wxseal::platform::url_check(token, "e"), wxseal::platform::push(crypt, text_message),
          wxseal::platform::compatible_push(crypt, text_message)}) {
        CHECK_STATUS(WXSEAL_OK, thrown([&] { endpoint.receive(fresh.method, fresh.query, fresh.body); }));
        CHECK_STATUS(WXSEAL_ERROR_STALE_TIMESTAMP, thrown([&] { received(fresh); }));
    }

    const wxseal::MsgCrypt wecom(WECOM_TOKEN, WECOM_ENCODING_AES_KEY, WECOM_RECEIVE_ID, wxseal::Dialect::wecom);
    const auto asked = wxseal::platform::encrypted_url_check(wecom, "echo", PUSH_TIMESTAMP, "1");
    const wxseal::Response answer =
        wxseal::Endpoint(wecom).receive(asked.method, asked.query, {}, push_time).response();
    CHECK(answer.body() == "echo");
}

void open_data() {
    CHECK(wxseal::decrypt_open_data(OPEN_SESSION_KEY, OPEN_ENCRYPTED_DATA, OPEN_IV, OPEN_APP_ID) == OPEN_DATA);
    CHECK_STATUS(WXSEAL_ERROR_RECEIVE_ID_MISMATCH, thrown([] {
                     wxseal::decrypt_open_data(OPEN_SESSION_KEY, OPEN_ENCRYPTED_DATA, OPEN_IV, RECEIVE_ID);
                 }));
    wxseal::verify_raw_data(RAW_SESSION_KEY, RAW_DATA, RAW_SIGNATURE);
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 thrown([] { wxseal::verify_raw_data(RAW_SESSION_KEY, "{}", RAW_SIGNATURE); }));
}

void server_api() {
    namespace api = wxseal::api;
    const api::Request token_request = api::get_access_token("wx1", "s");
    CHECK(token_request.method == "GET" && token_request.body.empty());
    CHECK(token_request.url ==
          "https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=s");
    CHECK(api::code2session("wx1", "s", "c").url.find("js_code=c") != std::string::npos);
    const api::Request text = api::send_customer_text("t", "o1", "a");
    CHECK(text.method == "POST" && text.body == R"({"touser":"o1","msgtype":"text","text":{"content":"a"}})");
    CHECK(api::send_customer_image("t", "o1", "m").body ==
          R"({"touser":"o1","msgtype":"image","image":{"media_id":"m"}})");
    CHECK(api::send_customer_link("t", "o1", "a", "b", "c", "d").body ==
          R"({"touser":"o1","msgtype":"link","link":{"title":"a","description":"b","url":"c","thumb_url":"d"}})");
    CHECK(api::send_customer_mini_program_page("t", "o1", "a", "b", "c").body ==
          R"({"touser":"o1","msgtype":"miniprogrampage",)"
          R"("miniprogrampage":{"title":"a","pagepath":"b","thumb_media_id":"c"}})");
    CHECK(api::get("/cgi-bin/user/info", {{"access_token", "t&"}, {"openid", "o1"}}).url ==
          "https://api.weixin.qq.com/cgi-bin/user/info?access_token=t%26&openid=o1");
    CHECK(api::get("/a", {}).url == "https://api.weixin.qq.com/a");
    const api::Request posted = api::post("/wxa/x", "t", "{ }");
    CHECK(posted.url == "https://api.weixin.qq.com/wxa/x?access_token=t" && posted.body == "{ }");
    CHECK_STATUS(WXSEAL_ERROR_INVALID_PATH, thrown([] { wxseal::api::get("//evil.example/a", {}); }));
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, thrown([] { wxseal::api::post("/a", "t", "hi"); }));
    const api::Request stable = api::get_stable_access_token("wx1", "s", true);
    CHECK(stable.url == "https://api.weixin.qq.com/cgi-bin/stable_token" && stable.method == "POST");
    CHECK(stable.body == R"({"grant_type":"client_credential","appid":"wx1","secret":"s","force_refresh":true})");
    CHECK(api::get_stable_access_token("wx1", "s").body.find("\"force_refresh\":false") != std::string::npos);
    CHECK(api::get_phone_number("t", "c").body == R"({"code":"c"})");
    CHECK(api::send_subscribe_message("t", "o1", {"i", "{}"}).body ==
          R"({"touser":"o1","template_id":"i","data":{}})");
    CHECK(api::send_subscribe_message("t", "o1", {"i", "{}", "p", "trial", "zh_TW"}).body ==
          R"({"touser":"o1","template_id":"i","page":"p","data":{},"miniprogram_state":"trial","lang":"zh_TW"})");
    CHECK(api::msg_sec_check("t", {"o1", 2, "c"}).body == R"({"openid":"o1","scene":2,"version":2,"content":"c"})");
    CHECK(api::msg_sec_check("t", {"o1", 2, "c", "", std::nullopt, "s"}).body ==
          R"({"openid":"o1","scene":2,"version":2,"content":"c","title":"","signature":"s"})");
    CHECK(api::media_check_async("t", "o1", 1, "u", 2).body ==
          R"({"openid":"o1","scene":1,"version":2,"media_url":"u","media_type":2})");
}

void an_answer_of_the_server_api() {
    namespace api = wxseal::api;
    const api::Answer answer = api::read(R"({"access_token":"A\u0000","expires_in":7200,"msgid":294402298110051942})");
    CHECK(answer.text("access_token") == "A\0"sv && answer.integer("expires_in") == 7200);
    CHECK(answer.text("msgid") == "294402298110051942" && !answer.integer("msgid") && !answer.text("expires_in"));
    CHECK(answer.json() == R"({"access_token":"A\u0000","expires_in":7200,"msgid":"294402298110051942"})");
    CHECK(!answer.text("access_token\0"sv) && !answer.integer("expires_in\0"sv));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_TEXT, thrown([&] { answer.text("\xff"); }));
    try {
        api::read(R"({"errcode":40013,"errmsg":"invalid appid"})");
        CHECK(!"a failure passed for a success");
    } catch (const api::ApiError &failure) {
        CHECK(failure.errcode() == 40013 && failure.errmsg() == "invalid appid");
        CHECK(failure.what() == "invalid appid (40013)"sv);
    }
}

/// As the README's server does: what is refused is answered, and all else goes to whoever runs the server.
int http_status_of(std::string_view came) {
    try {
        const wxseal::api::Answer answer = wxseal::api::read(came);
        return answer.text("access_token") ? 200 : 204;
    } catch (const wxseal::Error &error) {
        return error.response().status();
    } catch (const wxseal::api::ApiError &failure) {
        CHECK(!failure.errcode() && failure.errmsg().empty());
        CHECK(failure.what() == std::string_view(wxseal_status_text(WXSEAL_ERROR_API_UNREADABLE)));
        return 0;
    }
}

void a_gateway_s_html_is_not_answered_with_403() {
    CHECK(http_status_of(R"({"access_token":"A"})") == 200);
    CHECK(http_status_of("<html><h1>502 Bad Gateway</h1></html>") == 0);
    CHECK(http_status_of("") == 0);
}

void what_was_moved_from_fails_cleanly() {
    const wxseal_status none = WXSEAL_ERROR_NULL_POINTER;
    wxseal::Endpoint endpoint{official()};
    wxseal::Incoming push = text_push();
    wxseal::Response response = push.success();
    wxseal::RecentKeys recent;
    wxseal::Recent claimed = recent.claim("k");
    const std::string_view json = push.message_json();

    const wxseal::Endpoint other_endpoint = std::move(endpoint);
    const wxseal::Incoming other_push = std::move(push);
    const wxseal::Response other_response = std::move(response);
    wxseal::RecentKeys other_recent = std::move(recent);
    const wxseal::Claim claim = std::move(*claimed.claim);
    // What was lent is where it was.
    CHECK(json.data() == other_push.message_json().data() && json.find("\"Content\":\"a\"") != json.npos);

    CHECK_STATUS(none, thrown([&] { endpoint.receive("GET", ""); }));
    CHECK_STATUS(none, thrown([&] { endpoint.set_tolerance(1); }));
    CHECK_STATUS(none, thrown([&] { push.kind(); }));
    CHECK_STATUS(none, thrown([&] { push.format(); }));
    CHECK_STATUS(none, thrown([&] { push.message_json(); }));
    CHECK_STATUS(none, thrown([&] { push.reply_text("a"); }));
    CHECK_STATUS(none, thrown([&] { response.body(); }));
    CHECK_STATUS(none, thrown([&] { response.content_type(); }));
    CHECK_STATUS(none, thrown([&] { response.headers(); }));
    CHECK(response.status() == 0);
    CHECK_STATUS(none, thrown([&] { push.sealing_with(); }));
    CHECK_STATUS(none, thrown([&] { recent.claim("k"); }));
    CHECK(recent.size() == 0 && other_recent.size() == 1);
    CHECK_STATUS(none, thrown([&] { other_recent.release(*claimed.claim); }));
    CHECK(other_recent.answer(claim, other_response));

    wxseal::MsgCrypt from = official();
    const wxseal::MsgCrypt to = std::move(from);
    CHECK_STATUS(none, thrown([&] { wxseal::Endpoint unmade{from}; }));

    wxseal::Message message = wxseal::Message::from_cloud_event("{}");
    const wxseal::Message other_message = std::move(message);
    CHECK_STATUS(none, thrown([&] { message.message_json(); }));
    CHECK_STATUS(none, thrown([&] { message.event(); }));
    CHECK_STATUS(none, thrown([&] { message.text("a"); }));
    CHECK_STATUS(none, thrown([&] { message.get("a"); }));
}

} // namespace

int main() {
    TEST(url_check);
    TEST(push_and_reply);
    TEST(wecom_url_check);
    TEST(views_need_no_end);
    TEST(what_is_left_out_is_fresh);
    TEST(parts_of_an_envelope);
    TEST(payloads_are_bytes);
    TEST(a_nul_ends_nothing);
    TEST(a_bad_key_names_the_offset_and_nothing_else);
    TEST(an_error_says_all);
    TEST(settings_are_held_to);
    TEST(moves_leave_one_owner);
    TEST(whole_requests);
    TEST(settings_of_an_endpoint);
    TEST(errors_have_a_response);
    TEST(the_other_kind_has_none_of_it);
    TEST(a_nul_ends_nothing_in_a_request_or_an_answer);
    TEST(a_text_that_is_not_utf_8_is_refused_as_what_it_is);
    TEST(what_is_left_out_of_an_answer_is_not_what_is_empty);
    TEST(answers_can_be_sealed_the_same_each_time);
    TEST(retries_get_the_first_answer);
    TEST(what_the_platform_sends);
    TEST(open_data);
    TEST(server_api);
    TEST(an_answer_of_the_server_api);
    TEST(a_gateway_s_html_is_not_answered_with_403);
    TEST(what_was_moved_from_fails_cleanly);
    return failed_tests > 0;
}
