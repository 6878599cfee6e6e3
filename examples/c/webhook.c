#define _POSIX_C_SOURCE 200809L
#include "webhook.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static void log_status(wxseal_status status)
{
    fprintf(stderr, "%s (%d)\n", wxseal_status_text(status), (int)wxseal_status_code(status));
}

void webhook_log_too_large(void)
{
    fprintf(stderr, "the body is over %d bytes\n", WEBHOOK_MAX_BODY);
}

const char *webhook_setting(const char *name, const char *otherwise)
{
    const char *const value = getenv(name) == NULL ? otherwise : getenv(name);
    if (value == NULL) {
        fprintf(stderr, "%s is not set\n", name);
        exit(1);
    }
    return value;
}

/* An endpoint for pushes that are encrypted, or for those of the plain mode, which have neither key nor receive id. */
static wxseal_status make_endpoint(wxseal_endpoint **endpoint)
{
    const wxseal_str token = wxseal_str_of(webhook_setting("WXSEAL_TOKEN", NULL));
    wxseal_msg_crypt *crypt = NULL;
    wxseal_status status;
    if (strcmp(webhook_setting("WXSEAL_MODE", "safe"), "plain") == 0) {
        return wxseal_endpoint_plain(token, endpoint);
    }
    status = wxseal_msg_crypt_new(token, wxseal_str_of(webhook_setting("WXSEAL_ENCODING_AES_KEY", NULL)),
                                  wxseal_str_of(webhook_setting("WXSEAL_RECEIVE_ID", NULL)), &crypt);
    if (status == WXSEAL_ERROR_INVALID_KEY) {
        fprintf(stderr, "look at offset %lu of WXSEAL_ENCODING_AES_KEY\n",
                (unsigned long)wxseal_last_error_details().position);
    }
    if (status == WXSEAL_OK) {
        status = wxseal_endpoint_new(crypt, endpoint);
    }
    wxseal_msg_crypt_free(crypt);
    return status;
}

static sigset_t stops(void)
{
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    return stops;
}

void webhook_wait(void)
{
    const sigset_t awaited = stops();
    int signal;
    sigwait(&awaited, &signal);
}

struct webhook webhook_open(const struct webhook_route *routes)
{
    struct webhook webhook = {NULL, routes, strcmp(webhook_setting("WXSEAL_DIAGNOSE", ""), "1") == 0};
    const sigset_t blocked = stops();
    wxseal_status status = make_endpoint(&webhook.endpoint);
    /* The threads that come inherit it, and would else take the signals themselves. */
    pthread_sigmask(SIG_BLOCK, &blocked, NULL);
    if (status == WXSEAL_OK) {
        status = wxseal_endpoint_set_tolerance(webhook.endpoint, atoll(webhook_setting("WXSEAL_TOLERANCE", "300")));
    }
    if (status == WXSEAL_OK) {
        status = wxseal_endpoint_set_max_body(webhook.endpoint, WEBHOOK_MAX_BODY);
    }
    if (status != WXSEAL_OK) {
        log_status(status);
        webhook_close(&webhook);
        exit(1);
    }
    return webhook;
}

void webhook_close(struct webhook *webhook)
{
    wxseal_endpoint_free(webhook->endpoint);
    webhook->endpoint = NULL;
}

static int fits(const char *wanted, wxseal_str found)
{
    return wanted == NULL || wxseal_str_is(found, wanted);
}

static wxseal_status answer_push(const struct webhook *webhook, const wxseal_incoming *push, wxseal_response **response)
{
    const struct webhook_route *route = webhook->routes;
    wxseal_str msg_type, event;
    wxseal_status status = wxseal_incoming_msg_type(push, &msg_type);
    if (status == WXSEAL_OK) {
        status = wxseal_incoming_event(push, &event);
    }
    if (status != WXSEAL_OK) {
        return status;
    }
    while (!fits(route->msg_type, msg_type) || !fits(route->event, event)) {
        route++;
    }
    return route->handler(push, response);
}

/* Logs the known mistakes that explain why a request was refused, as JSON. */
static void log_diagnosis(const wxseal_endpoint *endpoint, wxseal_str method, wxseal_str query, const void *body,
                          size_t length)
{
    char findings[1 << 13];
    size_t found;
    if (wxseal_endpoint_diagnose(endpoint, method, query, body, length, 0, findings, sizeof findings, &found) ==
        WXSEAL_OK) {
        fprintf(stderr, "%.*s\n", (int)found, findings);
    }
}

wxseal_response *webhook_answer(const struct webhook *webhook, wxseal_str method, wxseal_str query, const void *body,
                                size_t length)
{
    wxseal_incoming *incoming = NULL;
    wxseal_response *response = NULL;
    wxseal_status status = wxseal_endpoint_receive(webhook->endpoint, method, query, body, length, 0, &incoming);
    if (status == WXSEAL_OK && wxseal_incoming_kind(incoming) == WXSEAL_KIND_URL_CHECK) {
        status = wxseal_incoming_response(incoming, &response);
    } else if (status == WXSEAL_OK) {
        status = answer_push(webhook, incoming, &response);
    }
    wxseal_incoming_free(incoming);
    if (status != WXSEAL_OK) {
        /* Why goes to the log; a peer learns nothing but the HTTP status. */
        log_status(status);
        if (webhook->diagnoses) {
            log_diagnosis(webhook->endpoint, method, query, body, length);
        }
        wxseal_response_refusal(status, &response);
    }
    return response;
}
