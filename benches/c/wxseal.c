/* The C library. */
#include <wxseal.h>

#include <string.h>

#include "worker.h"

static wxseal_msg_crypt *crypt;
static wxseal_endpoint *endpoint;

static wxseal_str str(const char *text)
{
    return wxseal_str_of(text);
}

static bool set_up(const bench_case *settings, size_t largest)
{
    (void)largest;
    return wxseal_msg_crypt_new(str(settings->token), str(settings->key), str(settings->receive_id), &crypt) == WXSEAL_OK
        && wxseal_endpoint_new(crypt, &endpoint) == WXSEAL_OK;
}

static bool decrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    return wxseal_msg_crypt_decrypt(
               crypt, str(given->msg_signature), str(given->timestamp), str(given->nonce), given->body,
               given->body_length, out, size, length) == WXSEAL_OK;
}

static bool encrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    return wxseal_msg_crypt_encrypt(
               crypt, given->message, given->message_length, str(given->timestamp), str(given->nonce),
               given->json ? WXSEAL_FORMAT_JSON : WXSEAL_FORMAT_XML, NULL, out, size, length) == WXSEAL_OK;
}

static bool receive(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    uint64_t now = (uint64_t)given->now;
    wxseal_incoming *incoming;
    if (wxseal_endpoint_receive(
            endpoint, str("POST"), str(given->query), given->body, given->body_length, now, &incoming)
        != WXSEAL_OK) {
        return false;
    }
    wxseal_response *response = NULL;
    bool right = wxseal_incoming_reply_raw(incoming, given->message, given->message_length, &response) == WXSEAL_OK;
    wxseal_str body = wxseal_response_body(response);
    right = right && body.length <= size;
    if (right) {
        /* What a server hands to its socket. */
        memcpy(out, body.data, body.length);
        *length = body.length;
    }
    wxseal_response_free(response);
    wxseal_incoming_free(incoming);
    return right;
}

const subject wxseal_subject = {"wxseal", wxseal_version, set_up, {decrypt, encrypt, receive}, false};
