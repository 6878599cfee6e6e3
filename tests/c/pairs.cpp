// Two events of one sender and one second are both handled, and a retry gets the first answer: the pairs of
// tests/scenarios, one test each. pairs.py writes them as the rows of a table.
#include <string>

#include <wxseal.hpp>

#include "check.h"

using namespace std::string_view_literals;

namespace {

struct Request {
    std::string_view method, query, body;
};

struct Pair {
    std::string_view id, token, encoding_aes_key, receive_id;
    wxseal::Dialect dialect;
    std::uint64_t now;
    Request first, other, retry;
};

const Pair pairs[] = {
#include "pairs.inc"
};

const Pair *current;

void both_are_handled() {
    const Pair &pair = *current;
    const wxseal::Endpoint endpoint(
        wxseal::MsgCrypt(pair.token, pair.encoding_aes_key, pair.receive_id, pair.dialect));
    const auto receive = [&](const Request &request) {
        return endpoint.receive(request.method, request.query, request.body, pair.now);
    };
    wxseal::RecentKeys recent;
    const wxseal::Incoming first = receive(pair.first), other = receive(pair.other), retry = receive(pair.retry);
    const auto claim = [&](const wxseal::Incoming &push) { return recent.claim(push.dedup_key(), pair.now); };
    // Each of the two has an answer of its own.
    wxseal::Recent known = claim(first);
    CHECK(known.state == wxseal::Recent::State::claimed);
    CHECK(recent.answer(*known.claim, first.success(), pair.now));
    known = claim(other);
    CHECK(known.state == wxseal::Recent::State::claimed);
    CHECK(recent.answer(*known.claim, other.empty(), pair.now));
    known = claim(retry);
    CHECK(known.state == wxseal::Recent::State::answered && known.response->body() == "success");
}

} // namespace

int main() {
    for (const Pair &pair : pairs) {
        current = &pair;
        test(std::string(pair.id).c_str(), both_are_handled);
    }
    return failed_tests > 0;
}
