/* A webhook for an Official Account's or a Mini Program's message push, in safe or compatible mode, on libmicrohttpd.
 *
 *     cc server.c $(pkg-config --cflags --libs wxseal libmicrohttpd) -o server
 *     WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=wx… ./server
 *
 * PORT is the port to listen on at 127.0.0.1 (8000; 0 for any that is free), with a proxy that speaks HTTPS before it.
 * WXSEAL_TOLERANCE is how many seconds a request's timestamp may be away from the clock (300). WXSEAL_DIAGNOSE=1 logs why
 * a request was refused, which costs more than to refuse it.
 *
 * It answers the URL check, answers a text message with the same text, and all else with "success". What it leaves out: a
 * push that is sent again is answered again, which `wxseal_recent_keys` is there to prevent.
 */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <microhttpd.h>
#include <wxseal.h>

enum { MAX_BODY = 1 << 20 };

/* One request, while its body arrives. */
struct request {
    int begun;
    int too_large;
    size_t length;
    char *body;
    char query[];
};

static int diagnoses;

static void log_status(wxseal_status status)
{
    fprintf(stderr, "%s (%d)\n", wxseal_status_text(status), (int)wxseal_status_code(status));
}

/* Logs the known mistakes that explain why a request was refused, as JSON. */
static void log_diagnosis(const wxseal_endpoint *endpoint, wxseal_str method, const struct request *request)
{
    char findings[1 << 13];
    size_t length;
    if (wxseal_endpoint_diagnose(endpoint, method, wxseal_str_of(request->query), request->body, request->length, 0,
                                 findings, sizeof findings, &length) == WXSEAL_OK) {
        fprintf(stderr, "%.*s\n", (int)length, findings);
    }
}

/* Answers a text with the same text. */
static wxseal_status answer_push(const wxseal_incoming *incoming, wxseal_response **response)
{
    wxseal_str type, content;
    wxseal_status status = wxseal_incoming_msg_type(incoming, &type);
    if (status == WXSEAL_OK) {
        status = wxseal_incoming_text(incoming, WXSEAL_STR("Content"), &content);
    }
    if (status != WXSEAL_OK) {
        return status;
    }
    if (!wxseal_str_is(type, "text") || content.data == NULL) {
        return wxseal_incoming_success(incoming, response);
    }
    return wxseal_incoming_reply_text(incoming, content, response);
}

static wxseal_status answer(const wxseal_endpoint *endpoint, wxseal_str method, const struct request *request,
                            wxseal_response **response)
{
    wxseal_incoming *incoming = NULL;
    wxseal_status status = wxseal_endpoint_receive(endpoint, method, wxseal_str_of(request->query), request->body,
                                                   request->length, 0, &incoming);
    if (status == WXSEAL_OK && wxseal_incoming_kind(incoming) == WXSEAL_KIND_URL_CHECK) {
        status = wxseal_incoming_response(incoming, response);
    } else if (status == WXSEAL_OK) {
        status = answer_push(incoming, response);
    }
    wxseal_incoming_free(incoming);
    return status;
}

static enum MHD_Result send_response(struct MHD_Connection *connection, const wxseal_response *response)
{
    const wxseal_str body = wxseal_response_body(response);
    struct MHD_Response *const http =
        MHD_create_response_from_buffer(body.length, (void *)body.data, MHD_RESPMEM_MUST_COPY);
    const char *name, *value;
    size_t i;
    enum MHD_Result queued;

    if (http == NULL) {
        return MHD_NO;
    }
    for (i = 0; wxseal_response_header(response, i, &name, &value) == WXSEAL_OK; i++) {
        MHD_add_response_header(http, name, value);
    }
    queued = MHD_queue_response(connection, (unsigned)wxseal_response_status(response), http);
    MHD_destroy_response(http);
    return queued;
}

static enum MHD_Result refuse_body(struct MHD_Connection *connection)
{
    struct MHD_Response *const http = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    enum MHD_Result queued;
    fprintf(stderr, "the body is over %d bytes\n", MAX_BODY);
    if (http == NULL) {
        return MHD_NO;
    }
    queued = MHD_queue_response(connection, 413, http);
    MHD_destroy_response(http);
    return queued;
}

/* Called with the request's target before libmicrohttpd decodes it: what is verified is the query as it came. */
static void *begin_request(void *closure, const char *target, struct MHD_Connection *connection)
{
    const char *const mark = strchr(target, '?');
    const char *const query = mark == NULL ? "" : mark + 1;
    struct request *const request = malloc(sizeof *request + strlen(query) + 1);
    (void)closure;
    (void)connection;
    if (request != NULL) {
        memset(request, 0, sizeof *request);
        strcpy(request->query, query);
    }
    return request;
}

/* Keeps a piece of the body, unless that makes it too large, for us or for the memory. */
static void keep(struct request *request, const char *data, size_t size)
{
    char *const longer = size > MAX_BODY - request->length ? NULL : realloc(request->body, request->length + size);
    if (longer == NULL) {
        request->too_large = 1;
        return;
    }
    memcpy(longer + request->length, data, size);
    request->body = longer;
    request->length += size;
}

/* Called once with the headers, then with each piece of the body, then once more at its end. */
static enum MHD_Result handle(void *closure, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *data, size_t *size, void **state)
{
    struct request *const request = *state;
    wxseal_response *response = NULL;
    wxseal_status status;
    enum MHD_Result sent;
    (void)url;
    (void)version;

    if (request == NULL) {
        return MHD_NO;
    }
    if (!request->begun) {
        const char *const promised = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length");
        request->begun = 1;
        request->too_large = promised != NULL && strtoull(promised, NULL, 10) > MAX_BODY;
        /* An answer ends the request here, and its body is not read. */
        return request->too_large ? refuse_body(connection) : MHD_YES;
    }
    if (*size > 0) {
        if (!request->too_large) {
            keep(request, data, *size);
        }
        *size = 0;
        return MHD_YES;
    }
    if (request->too_large) {
        return refuse_body(connection);
    }
    status = answer(closure, wxseal_str_of(method), request, &response);
    if (status != WXSEAL_OK) {
        /* Why goes to the log; a peer learns nothing but the HTTP status. */
        log_status(status);
        if (diagnoses) {
            log_diagnosis(closure, wxseal_str_of(method), request);
        }
        wxseal_response_refusal(status, &response);
    }
    sent = send_response(connection, response);
    wxseal_response_free(response);
    return sent;
}

static void end_request(void *closure, struct MHD_Connection *connection, void **state,
                        enum MHD_RequestTerminationCode why)
{
    struct request *const request = *state;
    (void)closure;
    (void)connection;
    (void)why;
    if (request != NULL) {
        free(request->body);
    }
    free(request);
}

/* What the environment says; a setting that must be there has no `otherwise`. */
static const char *setting(const char *name, const char *otherwise)
{
    const char *const value = getenv(name) == NULL ? otherwise : getenv(name);
    if (value == NULL) {
        fprintf(stderr, "%s is not set\n", name);
        exit(1);
    }
    return value;
}

static wxseal_status make_endpoint(wxseal_endpoint **endpoint)
{
    const wxseal_str token = wxseal_str_of(setting("WXSEAL_TOKEN", NULL));
    const wxseal_str key = wxseal_str_of(setting("WXSEAL_ENCODING_AES_KEY", NULL));
    const wxseal_str receive_id = wxseal_str_of(setting("WXSEAL_RECEIVE_ID", NULL));
    wxseal_msg_crypt *crypt = NULL;
    wxseal_status status = wxseal_msg_crypt_new(token, key, receive_id, &crypt);
    if (status == WXSEAL_ERROR_INVALID_KEY) {
        fprintf(stderr, "look at offset %lu of WXSEAL_ENCODING_AES_KEY\n",
                (unsigned long)wxseal_last_error_details().position);
    }
    if (status == WXSEAL_OK) {
        status = wxseal_endpoint_new(crypt, endpoint);
    }
    if (status == WXSEAL_OK) {
        status = wxseal_endpoint_set_tolerance(*endpoint, atoll(setting("WXSEAL_TOLERANCE", "300")));
    }
    if (status == WXSEAL_OK) {
        status = wxseal_endpoint_set_max_body(*endpoint, MAX_BODY);
    }
    wxseal_msg_crypt_free(crypt);
    return status;
}

int main(void)
{
    const long port = atol(setting("PORT", "8000"));
    wxseal_endpoint *endpoint = NULL;
    struct MHD_Daemon *daemon;
    struct sockaddr_in address;
    sigset_t stop;
    int stopped_by;
    const wxseal_status status = make_endpoint(&endpoint);
    diagnoses = strcmp(setting("WXSEAL_DIAGNOSE", ""), "1") == 0;
    if (status != WXSEAL_OK) {
        log_status(status);
        return 1;
    }

    /* Before there are threads, which would else take the signals themselves. */
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons((uint16_t)port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    daemon = MHD_start_daemon(MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_ERROR_LOG, 0, NULL, NULL, handle,
                              endpoint, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address, MHD_OPTION_URI_LOG_CALLBACK,
                              begin_request, NULL, MHD_OPTION_NOTIFY_COMPLETED, end_request, NULL,
                              MHD_OPTION_THREAD_POOL_SIZE, 4U, MHD_OPTION_CONNECTION_TIMEOUT, 10U, MHD_OPTION_END);
    if (daemon == NULL) {
        fprintf(stderr, "cannot listen on port %ld\n", port);
        wxseal_endpoint_free(endpoint);
        return 1;
    }
    printf("http://127.0.0.1:%u\n", (unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    sigwait(&stop, &stopped_by);
    MHD_stop_daemon(daemon);
    wxseal_endpoint_free(endpoint);
    return 0;
}
