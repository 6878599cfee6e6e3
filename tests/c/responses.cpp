// The responses of tests/responses through wxseal.hpp; and the defaults, which are the C library's.
#include <algorithm>
#include <fstream>
#include <string>

#include <wxseal.hpp>

#include "check.h"

namespace {

std::vector<std::string> split(const std::string &line) {
    std::vector<std::string> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t tab = std::min(line.find('\t', begin), line.size());
        fields.push_back(line.substr(begin, tab - begin));
        begin = tab + 1;
    }
    return fields;
}

std::string from_hexadecimal(const std::string &digits) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
    }
    return bytes;
}

void what_is_stored_is_read_and_what_is_not_is_refused() {
    int read = 0, refused = 0;
    std::ifstream file("tests/responses/stored.txt");
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> fields = split(line);
        if (line[0] == '#') {
            continue;
        }
        const std::string stored = from_hexadecimal(fields[1]);
        try {
            const wxseal::Response response = wxseal::Response::from_bytes(stored);
            CHECK(fields.size() == 5);
            CHECK(response.status() == std::stoi(fields.at(2)) && response.content_type() == fields.at(3));
            CHECK(response.body() == from_hexadecimal(fields.at(4)));
            CHECK(response.to_bytes() == stored);
            read++;
        } catch (const wxseal::Error &error) {
            CHECK(fields.size() == 2);
            CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, error.status());
            CHECK(error.http_status() == 500);
            refused++;
        }
    }
    CHECK(read > 10 && refused > 50);
}

void one_that_was_moved_from_has_no_bytes() {
    wxseal::Response response = wxseal::Response::refusal(WXSEAL_ERROR_MALFORMED_QUERY);
    const wxseal::Response moved = std::move(response);
    try {
        response.to_bytes();
        CHECK(false);
    } catch (const wxseal::Error &error) {
        CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, error.status());
    }
    const wxseal::Response read = wxseal::Response::from_bytes(moved.to_bytes());
    CHECK(read.body() == "bad request");
}

void the_defaults_are_those_of_the_library() {
    using State = wxseal::Recent::State;
    constexpr std::uint64_t start = 1000;
    wxseal::RecentKeys recent;
    const wxseal::Recent claimed = recent.claim("k", start);
    CHECK(recent.claim("k", start).until == start + WXSEAL_DEFAULT_CLAIM_FOR);
    CHECK(recent.answer(*claimed.claim, wxseal::Response::refusal(WXSEAL_ERROR_MALFORMED_QUERY), start));
    CHECK(recent.claim("k", start + WXSEAL_DEFAULT_KEEP_FOR - 1).state == State::answered);
    CHECK(recent.claim("k", start + WXSEAL_DEFAULT_KEEP_FOR).state == State::claimed);

    for (std::size_t i = 0; i <= WXSEAL_DEFAULT_MAX_ENTRIES; i++) {
        recent.claim(std::to_string(i), start + WXSEAL_DEFAULT_KEEP_FOR);
    }
    CHECK(recent.claim("k", start + WXSEAL_DEFAULT_KEEP_FOR).state == State::claimed);
    CHECK(recent.claim("2", start + WXSEAL_DEFAULT_KEEP_FOR).state == State::busy);

    const wxseal::MsgCrypt crypt("t", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "wx1");
    CHECK(crypt.encrypt("{}", "1", "2", wxseal::Format::json).find("\"MsgSignature\"") != std::string::npos);
    static_assert(WXSEAL_DEFAULT_DIALECT == WXSEAL_DIALECT_WECHAT);

    const wxseal::Endpoint endpoint = wxseal::Endpoint::plain("t");
    const wxseal::platform::Request push = wxseal::platform::plain_push("t", "{}", "1714112445", "1");
    const auto received = [&](const std::string &body, std::int64_t after) {
        try {
            endpoint.receive(push.method, push.query, body, static_cast<std::uint64_t>(1714112445 + after));
            return WXSEAL_OK;
        } catch (const wxseal::Error &error) {
            return static_cast<int>(error.status());
        }
    };
    for (const std::int64_t sign : {-1, 1}) {
        CHECK_STATUS(WXSEAL_OK, received(push.body, sign * WXSEAL_DEFAULT_TOLERANCE));
        CHECK_STATUS(WXSEAL_ERROR_STALE_TIMESTAMP, received(push.body, sign * (WXSEAL_DEFAULT_TOLERANCE + 1)));
    }
    CHECK_STATUS(WXSEAL_OK, received(push.body + std::string(WXSEAL_DEFAULT_MAX_BODY - push.body.size(), ' '), 0));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_ENVELOPE, received(std::string(WXSEAL_DEFAULT_MAX_BODY + 1, ' '), 0));
}

} // namespace

int main() {
    TEST(what_is_stored_is_read_and_what_is_not_is_refused);
    TEST(one_that_was_moved_from_has_no_bytes);
    TEST(the_defaults_are_those_of_the_library);
    return failed_tests > 0;
}
