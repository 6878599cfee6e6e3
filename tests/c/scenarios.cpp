// Every scenario of tests/scenarios through wxseal.hpp, one test each. scenarios.py writes them as the rows of a table.
#include <cstdio>
#include <cstring>
#include <string>

#include <wxseal.hpp>

#include "check.h"

using namespace std::string_view_literals;

namespace {

struct Expected {
    std::string_view name;
    std::int32_t code;
    // 0 where the scenario does not say.
    int http_status;
};

struct Answer {
    int status;
    std::string_view content_type, body;
};

struct Crypt {
    std::string_view token, encoding_aes_key, receive_id;
    wxseal::Dialect dialect;
};

struct Call {
    std::string_view name;
    // content, media_id, thumb_media_id or message, whichever the call has.
    std::string_view text;
    std::optional<std::string_view> title, description;
    std::vector<wxseal::Article> articles;
    struct {
        std::optional<std::string_view> music_url, hq_music_url, id, msg_item, feedback_id, card;
    } more;
    bool finish;
    std::optional<std::vector<std::string_view>> userids;
    std::optional<std::string_view> kf_account;
    std::uint32_t lifespan;
    std::string_view data;
    std::int32_t err_code;
    std::string_view err_msg;
    std::uint64_t now;
    std::string_view random;
    std::optional<Answer> response;
    std::optional<Expected> error;
};

struct Field {
    std::string_view name;
    std::optional<std::string_view> text;
    std::optional<std::int64_t> integer;
    std::string_view json;
};

struct Accessors {
    std::optional<std::string_view> to_user_name, from_user_name, msg_type, event, msg_id, info_type;
    std::optional<std::int64_t> create_time;
};

struct Scenario {
    std::string_view id;
    std::vector<Crypt> crypts;
    std::optional<std::string_view> plain;
    std::optional<std::uint32_t> tolerance;
    std::optional<std::string_view> account;
    std::optional<std::size_t> max_body;
    std::string_view method, query, body;
    std::uint64_t now;
    std::optional<Expected> error;
    std::optional<Answer> response;
    std::string_view format, message_json;
    std::vector<Field> fields;
    Accessors accessors;
    std::string_view dedup_key, replay_key;
    std::optional<std::string_view> widget_query_json;
    std::optional<Expected> widget_error;
    std::vector<Call> answers;
    std::optional<std::vector<std::string_view>> diagnose;
};

wxseal::Endpoint endpoint_of(const Scenario &scenario) {
    std::optional<wxseal::Endpoint> made;
    for (const Crypt &crypt : scenario.crypts) {
        const wxseal::MsgCrypt settings(crypt.token, crypt.encoding_aes_key, crypt.receive_id, crypt.dialect);
        if (made) {
            made->also_accept(settings);
        } else {
            made.emplace(settings);
        }
    }
    wxseal::Endpoint endpoint = made ? std::move(*made) : wxseal::Endpoint::plain(*scenario.plain);
    endpoint.set_tolerance(scenario.tolerance);
    if (scenario.account) {
        endpoint.set_account(*scenario.account);
    }
    if (scenario.max_body) {
        endpoint.set_max_body(*scenario.max_body);
    }
    return endpoint;
}

wxseal::StreamAnswer stream_of(const Call &call) {
    return {*call.more.id, call.text, call.finish, call.more.msg_item, call.more.feedback_id};
}

wxseal::Response make(const wxseal::Incoming &received, const Call &call) {
    wxseal::Random random;
    std::memcpy(random.data(), call.random.data(), random.size());
    const wxseal::Incoming incoming = received.sealing_with(call.now, random);
    if (call.name == "success") {
        return incoming.success();
    } else if (call.name == "empty") {
        return incoming.empty();
    } else if (call.name == "reply_text") {
        return incoming.reply_text(call.text);
    } else if (call.name == "reply_image") {
        return incoming.reply_image(call.text);
    } else if (call.name == "reply_voice") {
        return incoming.reply_voice(call.text);
    } else if (call.name == "reply_video") {
        return incoming.reply_video(call.text, *call.title, *call.description);
    } else if (call.name == "reply_news") {
        return incoming.reply_news(call.articles);
    } else if (call.name == "transfer_customer_service") {
        return incoming.transfer_customer_service(call.kf_account);
    } else if (call.name == "reply_widget") {
        return incoming.reply_widget(call.lifespan, call.data, call.err_code, call.err_msg);
    } else if (call.name == "reply_music") {
        const wxseal::Music music{call.text, call.title, call.description, call.more.music_url, call.more.hq_music_url};
        return incoming.reply_music(music);
    } else if (call.name == "reply_welcome") {
        return incoming.reply_welcome(call.text);
    } else if (call.name == "reply_stream") {
        return incoming.reply_stream(stream_of(call));
    } else if (call.name == "reply_template_card") {
        return incoming.reply_template_card(*call.more.card);
    } else if (call.name == "reply_stream_with_template_card") {
        return incoming.reply_stream_with_template_card(stream_of(call), call.more.card);
    } else if (call.name == "update_template_card") {
        return incoming.update_template_card(*call.more.card, call.userids);
    } else if (call.name == "reply_raw") {
        return incoming.reply_raw(call.text);
    }
    throw std::logic_error("nothing here makes this call");
}

void check_equal(std::string_view what, std::string_view expected, std::string_view found) {
    if (expected != found) {
        failures_of_this_test++;
        printf("%.*s\nexpected: %.*s\n   found: %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(expected.size()), expected.data(), static_cast<int>(found.size()), found.data());
    }
}

void check_error(const Expected &expected, const wxseal::Error &error) {
    check_equal("the error", expected.name, error.name());
    CHECK_STATUS(expected.code, error.code());
    CHECK(expected.http_status == 0 || expected.http_status == error.http_status());
    const wxseal::Response refusal = error.response();
    CHECK(refusal.status() == error.http_status());
    CHECK(refusal.headers().size() == (refusal.status() == 405 ? 3u : 2u));
}

void check_response(const Answer &expected, const wxseal::Response &response) {
    CHECK(expected.status == response.status());
    check_equal("content_type", expected.content_type, response.content_type());
    check_equal("body", expected.body, response.body());
    const auto headers = response.headers();
    CHECK(headers.size() == 2 && headers[0] == std::pair("Content-Type"sv, expected.content_type) &&
          headers[1] == std::pair("X-Content-Type-Options"sv, "nosniff"sv));
}

// The names of the findings, out of their JSON.
std::vector<std::string_view> names(std::string_view findings) {
    constexpr std::string_view before = "{\"name\":\"";
    std::vector<std::string_view> all;
    for (std::size_t at = 0; (at = findings.find(before, at)) != std::string_view::npos;) {
        at += before.size();
        all.push_back(findings.substr(at, findings.find('"', at) - at));
    }
    return all;
}

// Checks what a call gives: what `check` says of it, or the error that is expected.
template <typename Try, typename Check>
void judge(std::string_view what, const std::optional<Expected> &error, Try attempt, Check check_it) {
    try {
        const auto result = attempt();
        if (error) {
            check_equal(what, error->name, "a success");
        } else {
            check_it(result);
        }
    } catch (const wxseal::Error &thrown) {
        if (error) {
            check_error(*error, thrown);
        } else {
            check_equal(what, "a success", thrown.what());
        }
    }
}

std::string json_of(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        switch (c) {
        case '"': json += "\\\""; break;
        case '\\': json += "\\\\"; break;
        case '\b': json += "\\b"; break;
        case '\f': json += "\\f"; break;
        case '\n': json += "\\n"; break;
        case '\r': json += "\\r"; break;
        case '\t': json += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                char escaped[7];
                std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
                json += escaped;
            } else {
                json += c;
            }
        }
    }
    return json + "\"";
}

// A value, as far as it says by itself what it is.
std::string json_of(const wxseal::Value &value) {
    switch (value.type()) {
    case wxseal::Type::none:
    case wxseal::Type::null: return "null";
    case wxseal::Type::boolean: return value.is_true() ? "true" : "false";
    case wxseal::Type::integer: return std::to_string(value.integer());
    case wxseal::Type::text: return json_of(value.text().value());
    case wxseal::Type::array: {
        std::string json;
        for (std::size_t i = 0; i < value.size(); ++i) {
            json += (i > 0 ? "," : "") + json_of(value.item(i));
        }
        return "[" + json + "]";
    }
    case wxseal::Type::object: {
        std::string json;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const std::string_view name = value.name(i).value();
            CHECK(json_of(value.get(name)) == json_of(value.item(i)));
            json += (i > 0 ? "," : "") + json_of(name) + ":" + json_of(value.item(i));
        }
        return "{" + json + "}";
    }
    }
    throw std::logic_error("a value of no type");
}

// A message, whatever it is of.
template <typename Message> void check_message(const Scenario &scenario, const Message &message) {
    for (const Field &field : scenario.fields) {
        CHECK(message.text(field.name) == field.text);
        CHECK(message.integer(field.name, -7) == field.integer.value_or(-7));
        check_equal(field.name, field.json, json_of(message.get(field.name)));
    }
    const Accessors &says = scenario.accessors;
    CHECK(message.to_user_name() == says.to_user_name && message.from_user_name() == says.from_user_name);
    CHECK(message.msg_type() == says.msg_type && message.event() == says.event);
    CHECK(message.msg_id() == says.msg_id && message.info_type() == says.info_type);
    CHECK(message.create_time() == says.create_time);
}

void check_push(const Scenario &scenario, const wxseal::Incoming &incoming) {
    check_equal("format", scenario.format, incoming.format() == wxseal::Format::xml ? "xml" : "json");
    check_equal("replay_key", scenario.replay_key, incoming.replay_key());
    check_equal("message_json", scenario.message_json, incoming.message_json());
    check_equal("dedup_key", scenario.dedup_key, incoming.dedup_key());
    check_message(scenario, incoming);
    // The view of a view is itself, so that a cloud function's event says the same.
    check_message(scenario, wxseal::Message::from_cloud_event(scenario.message_json));
    if (scenario.widget_query_json || scenario.widget_error) {
        judge(
            "widget_query", scenario.widget_error, [&] { return incoming.widget_query_json(); },
            [&](std::string_view json) { check_equal("widget_query", *scenario.widget_query_json, json); });
    }
    for (const Call &call : scenario.answers) {
        judge(
            call.name, call.error, [&] { return make(incoming, call); },
            [&](const wxseal::Response &response) { check_response(*call.response, response); });
    }
}

void run(const Scenario &scenario) {
    const wxseal::Endpoint endpoint = endpoint_of(scenario);
    if (scenario.diagnose) {
        const std::string findings =
            endpoint.diagnose(scenario.method, scenario.query, scenario.body, scenario.now);
        CHECK(names(findings) == *scenario.diagnose);
    }
    judge(
        "receive", scenario.error,
        [&] { return endpoint.receive(scenario.method, scenario.query, scenario.body, scenario.now); },
        [&](const wxseal::Incoming &incoming) {
            if (incoming.kind() == wxseal::Kind::url_check) {
                check_response(*scenario.response, incoming.response());
            } else {
                check_push(scenario, incoming);
            }
        });
}

const Scenario scenarios[] = {
#include "scenarios.inc"
};

const Scenario *current;

} // namespace

int main() {
    for (const Scenario &scenario : scenarios) {
        current = &scenario;
        test(std::string(scenario.id).c_str(), [] { run(*current); });
    }
    return failed_tests > 0;
}
