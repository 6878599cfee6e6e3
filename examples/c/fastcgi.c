/* Serves a webhook behind nginx or another web server, over FastCGI, on libfcgi; nginx.conf says how nginx asks it.
 *
 * WXSEAL_SOCKET is the path of the socket to listen on, which is made anew (./wechat.socket). The web server's user needs the
 * right to write to it, which the umask decides, or a group in common. WXSEAL_THREADS is how many requests are answered at
 * once (16), more where handlers wait for something; the other requests wait for them.
 */
#define _POSIX_C_SOURCE 200809L
#include "webhook.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <fcgiapp.h>

enum { MOST_THREADS = 256, BACKLOG = 128 };

struct acceptor {
    const struct webhook *webhook;
    int socket;
};

static wxseal_str parameter(const FCGX_Request *request, const char *name)
{
    const char *const value = FCGX_GetParam(name, request->envp);
    return wxseal_str_of(value == NULL ? "" : value);
}

static void refuse(const FCGX_Request *request, int status)
{
    FCGX_FPrintF(request->out, "Status: %d\r\nContent-Length: 0\r\n\r\n", status);
}

static void send_response(const FCGX_Request *request, const wxseal_response *response)
{
    const wxseal_str body = wxseal_response_body(response);
    const char *name, *value;
    size_t i;
    FCGX_FPrintF(request->out, "Status: %d\r\nContent-Length: %lu\r\n", (int)wxseal_response_status(response),
                 (unsigned long)body.length);
    for (i = 0; wxseal_response_header(response, i, &name, &value) == WXSEAL_OK; i++) {
        FCGX_FPrintF(request->out, "%s: %s\r\n", name, value);
    }
    FCGX_PutS("\r\n", request->out);
    FCGX_PutStr(body.data, (int)body.length, request->out);
}

static void answer(const struct webhook *webhook, const FCGX_Request *request)
{
    /* The web server has counted what it hands on; without a length there is no body. */
    const unsigned long long promised = strtoull(parameter(request, "CONTENT_LENGTH").data, NULL, 10);
    wxseal_response *response;
    char *body;
    int length;
    if (promised > WEBHOOK_MAX_BODY) {
        webhook_log_too_large();
        refuse(request, 413);
        return;
    }
    body = malloc(promised == 0 ? 1 : (size_t)promised);
    if (body == NULL) {
        refuse(request, 503);
        return;
    }
    length = FCGX_GetStr(body, (int)promised, request->in);
    response = webhook_answer(webhook, parameter(request, "REQUEST_METHOD"), parameter(request, "QUERY_STRING"), body,
                              (size_t)length);
    free(body);
    if (response == NULL) {
        refuse(request, 503);
        return;
    }
    send_response(request, response);
    wxseal_response_free(response);
}

/* One thread: a request after the other, until the socket is shut down. */
static void *accept_requests(void *argument)
{
    const struct acceptor *const acceptor = argument;
    const struct timespec moment = {0, 100000000};
    FCGX_Request request;
    int failed;
    if (FCGX_InitRequest(&request, acceptor->socket, FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
        return NULL;
    }
    /* Each call ends the request before it. */
    while ((failed = FCGX_Accept_r(&request)) != -EINVAL) {
        if (failed == 0) {
            answer(acceptor->webhook, &request);
        } else {
            /* The process has too many files open, for one, which passes. */
            nanosleep(&moment, NULL);
        }
    }
    return NULL;
}

int webhook_serve(const struct webhook *webhook)
{
    const char *const path = webhook_setting("WXSEAL_SOCKET", "./wechat.socket");
    const int wanted = atoi(webhook_setting("WXSEAL_THREADS", "16"));
    struct acceptor acceptor = {webhook, -1};
    pthread_t threads[MOST_THREADS];
    int started = 0;

    if (FCGX_Init() != 0 || (acceptor.socket = FCGX_OpenSocket(path, BACKLOG)) < 0) {
        fprintf(stderr, "cannot listen on %s\n", path);
        return 1;
    }
    while (started < wanted && started < MOST_THREADS &&
           pthread_create(&threads[started], NULL, accept_requests, &acceptor) == 0) {
        started++;
    }
    if (started > 0) {
        webhook_wait();
    } else {
        fprintf(stderr, "there is no thread to answer requests\n");
    }
    /* Who waits for a request is told that there is none, and who has one answers it first. */
    shutdown(acceptor.socket, SHUT_RDWR);
    for (int i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
    close(acceptor.socket);
    unlink(path);
    return started == 0;
}
