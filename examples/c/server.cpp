// A webhook for an Official Account's or a Mini Program's message push, in safe or compatible mode, on libmicrohttpd.
//
//     c++ -std=c++17 server.cpp $(pkg-config --cflags --libs wxseal libmicrohttpd) -o server
//     WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=wx… ./server
//
// It listens on 127.0.0.1 at PORT (8000; 0 for any that is free), with a proxy that speaks HTTPS before it.
// WXSEAL_TOLERANCE is how many seconds a request's timestamp may be away from the clock (300). WXSEAL_DIAGNOSE=1 logs why a
// request was refused, which costs more than to refuse it. It answers the URL check, answers a text with the same text, and
// all else with "success".
#include <arpa/inet.h>
#include <signal.h>

#include <cstdlib>
#include <cstring>
#include <iostream>
#include <stdexcept>
#include <utility>

#include <microhttpd.h>
#include <wxseal.hpp>

constexpr std::size_t max_body = 1 << 20;

struct Request {
    std::string query, body;
    bool begun = false, too_large = false;
};

// What the environment says; a setting that must be there has no `otherwise`.
std::string setting(const char *name, const char *otherwise = nullptr) {
    if (const char *const value = std::getenv(name)) {
        return value;
    }
    return otherwise ? otherwise : throw std::runtime_error(std::string(name) + " is not set");
}

const bool diagnoses = setting("WXSEAL_DIAGNOSE", "") == "1";

wxseal::Response answer(const wxseal::Endpoint &endpoint, std::string_view method, const Request &request) {
    try {
        const wxseal::Incoming incoming = endpoint.receive(method, request.query, request.body);
        if (incoming.kind() == wxseal::Kind::url_check) {
            return incoming.response();
        }
        const auto content = incoming.text("Content");
        return incoming.msg_type() == "text" && content ? incoming.reply_text(*content) : incoming.success();
    } catch (const wxseal::Error &error) {
        std::cerr << error.what() << std::endl; // For the log: a peer does not learn why.
        if (diagnoses) {
            std::cerr << endpoint.diagnose(method, request.query, request.body) << std::endl;
        }
        return error.response();
    }
}

// The three that libmicrohttpd calls are noexcept: no exception, not even one of memory, may pass through C.

// The query as it came: libmicrohttpd has not decoded it yet.
void *begin(void *, const char *target, MHD_Connection *) noexcept {
    const char *const mark = std::strchr(target, '?');
    return new Request{mark == nullptr ? "" : mark + 1, {}};
}

void end(void *, MHD_Connection *, void **request, MHD_RequestTerminationCode) noexcept {
    delete static_cast<Request *>(*request);
}

MHD_Result refuse_body(MHD_Connection *connection) noexcept {
    std::cerr << "the body is over " << max_body << " bytes" << std::endl;
    MHD_Response *const http = MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
    const MHD_Result queued = MHD_queue_response(connection, 413, http);
    MHD_destroy_response(http);
    return queued;
}

// Called once with the headers, then with each piece of the body, then once more at its end.
MHD_Result handle(void *endpoint, MHD_Connection *connection, const char *, const char *method, const char *,
                  const char *data, std::size_t *size, void **state) noexcept {
    auto *const request = static_cast<Request *>(*state);
    if (!std::exchange(request->begun, true)) {
        const char *const promised = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length");
        request->too_large = promised != nullptr && std::strtoull(promised, nullptr, 10) > max_body;
        // An answer ends the request here, and its body is not read.
        return request->too_large ? refuse_body(connection) : MHD_YES;
    }
    if (*size > 0) {
        request->too_large = request->too_large || *size > max_body - request->body.size();
        if (!request->too_large) {
            request->body.append(data, *size);
        }
        *size = 0;
        return MHD_YES;
    }
    if (request->too_large) {
        return refuse_body(connection);
    }
    const wxseal::Response response = answer(*static_cast<const wxseal::Endpoint *>(endpoint), method, *request);
    MHD_Response *const http = MHD_create_response_from_buffer(
        response.body().size(), const_cast<char *>(response.body().data()), MHD_RESPMEM_MUST_COPY);
    for (const auto &[name, value] : response.headers()) {
        MHD_add_response_header(http, std::string(name).c_str(), std::string(value).c_str());
    }
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(response.status()), http);
    MHD_destroy_response(http);
    return queued;
}

int main() {
    try {
        wxseal::Endpoint endpoint{wxseal::MsgCrypt(setting("WXSEAL_TOKEN"), setting("WXSEAL_ENCODING_AES_KEY"),
                                                   setting("WXSEAL_RECEIVE_ID"))};
        endpoint.set_max_body(max_body)
            .set_tolerance(static_cast<std::uint32_t>(std::stoll(setting("WXSEAL_TOLERANCE", "300"))));

        // Before there are threads, which would else take the signals themselves.
        sigset_t stop;
        sigemptyset(&stop);
        sigaddset(&stop, SIGINT);
        sigaddset(&stop, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &stop, nullptr);

        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(setting("PORT", "8000"))));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        MHD_Daemon *const daemon = MHD_start_daemon(
            MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_ERROR_LOG, 0, nullptr, nullptr, handle, &endpoint,
            MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_URI_LOG_CALLBACK, begin, nullptr, MHD_OPTION_NOTIFY_COMPLETED, end,
            nullptr, MHD_OPTION_THREAD_POOL_SIZE, 4u, MHD_OPTION_CONNECTION_TIMEOUT, 10u, MHD_OPTION_END);
        if (daemon == nullptr) {
            std::cerr << "cannot listen on port " << setting("PORT", "8000") << '\n';
            return 1;
        }
        std::cout << "http://127.0.0.1:" << MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port << std::endl;
        int stopped_by;
        sigwait(&stop, &stopped_by);
        MHD_stop_daemon(daemon);
        return 0;
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
