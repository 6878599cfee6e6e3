// Every scenario of tests/scenarios through wxseal.hpp, one test each. scenarios.py writes them as the rows of a table.
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
    // content, media_id or message, whichever the call has.
    std::string_view text;
    std::string_view title, description;
    std::vector<wxseal::Article> articles;
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
    std::string_view format, message_json, dedup_key, replay_key;
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

wxseal::Response make(const wxseal::Incoming &incoming, const Call &call) {
    wxseal::Given given{call.now, wxseal::Random{}};
    std::memcpy(given.random->data(), call.random.data(), given.random->size());
    if (call.name == "success") {
        return incoming.success();
    } else if (call.name == "empty") {
        return incoming.empty();
    } else if (call.name == "reply_text") {
        return incoming.reply_text(call.text, given);
    } else if (call.name == "reply_image") {
        return incoming.reply_image(call.text, given);
    } else if (call.name == "reply_voice") {
        return incoming.reply_voice(call.text, given);
    } else if (call.name == "reply_video") {
        return incoming.reply_video(call.text, call.title, call.description, given);
    } else if (call.name == "reply_news") {
        return incoming.reply_news(call.articles, given);
    } else if (call.name == "transfer_customer_service") {
        return incoming.transfer_customer_service(call.kf_account, given);
    } else if (call.name == "reply_widget") {
        return incoming.reply_widget(call.lifespan, call.data, call.err_code, call.err_msg, given);
    } else if (call.name == "reply_raw") {
        return incoming.reply_raw(call.text, given);
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

void check_push(const Scenario &scenario, const wxseal::Incoming &incoming) {
    check_equal("format", scenario.format, incoming.format() == wxseal::Format::xml ? "xml" : "json");
    check_equal("replay_key", scenario.replay_key, incoming.replay_key());
    check_equal("message_json", scenario.message_json, incoming.message_json());
    check_equal("dedup_key", scenario.dedup_key, incoming.dedup_key());
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
