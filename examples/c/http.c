/* Serves a webhook over HTTP, on libmicrohttpd, to any path of 127.0.0.1. PORT is the port to listen on (8000; 0 for any that
 * is free), with a proxy that speaks HTTPS before it.
 */
#define _POSIX_C_SOURCE 200809L
#include "webhook.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>

#include <microhttpd.h>

/* One request, while its body arrives. */
struct request {
    int begun;
    int too_large;
    size_t length;
    char *body;
    char query[];
};

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
    webhook_log_too_large();
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
    char *const longer = size > WEBHOOK_MAX_BODY - request->length ? NULL : realloc(request->body, request->length + size);
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
    wxseal_response *response;
    enum MHD_Result sent;
    (void)url;
    (void)version;

    if (request == NULL) {
        return MHD_NO;
    }
    if (!request->begun) {
        const char *const promised = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length");
        request->begun = 1;
        request->too_large = promised != NULL && strtoull(promised, NULL, 10) > WEBHOOK_MAX_BODY;
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
    response = webhook_answer(closure, wxseal_str_of(method), wxseal_str_of(request->query), request->body,
                              request->length);
    if (response == NULL) {
        return MHD_NO;
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

int webhook_serve(const struct webhook *webhook)
{
    const long port = atol(webhook_setting("PORT", "8000"));
    struct MHD_Daemon *daemon;
    struct sockaddr_in address;

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons((uint16_t)port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    /* With a thread for each connection, since handlers may wait. How many there are is bounded by libmicrohttpd. */
    daemon = MHD_start_daemon(MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION |
                                  MHD_USE_ERROR_LOG,
                              0, NULL, NULL, handle, (void *)webhook, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
                              MHD_OPTION_URI_LOG_CALLBACK, begin_request, NULL, MHD_OPTION_NOTIFY_COMPLETED, end_request,
                              NULL, MHD_OPTION_CONNECTION_TIMEOUT, 10U, MHD_OPTION_END);
    if (daemon == NULL) {
        fprintf(stderr, "cannot listen on port %ld\n", port);
        return 1;
    }
    printf("http://127.0.0.1:%u\n", (unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    webhook_wait();
    MHD_stop_daemon(daemon);
    return 0;
}
