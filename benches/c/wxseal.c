/* The C library. */
#include <wxseal.h>

#include <string.h>

#include "worker.h"

static wxseal_msg_crypt *crypt;
static wxseal_endpoint *endpoint;

static bool set_up(const bench_case *settings, size_t largest)
{
    (void)largest;
    return wxseal_msg_crypt_new(settings->token, settings->key, settings->receive_id, &crypt) == WXSEAL_OK
        && wxseal_endpoint_new(crypt, &endpoint) == WXSEAL_OK;
}

static bool decrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    return wxseal_msg_crypt_decrypt(
               crypt, given->msg_signature, given->timestamp, given->nonce, (const uint8_t *)given->body,
               given->body_length, out, size, length) == WXSEAL_OK;
}

static bool encrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    return wxseal_msg_crypt_encrypt(
               crypt, (const uint8_t *)given->message, given->message_length, given->timestamp, given->nonce, NULL,
               given->json ? WXSEAL_FORMAT_JSON : WXSEAL_FORMAT_XML, out, size, length) == WXSEAL_OK;
}

static bool receive(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    uint64_t now = (uint64_t)given->now;
    wxseal_incoming *incoming;
    if (wxseal_endpoint_receive(
            endpoint, "POST", given->query, (const uint8_t *)given->body, given->body_length, now, &incoming)
        != WXSEAL_OK) {
        return false;
    }
    wxseal_response *response = NULL;
    const uint8_t *body;
    bool right = wxseal_incoming_reply_raw(
                     incoming, (const uint8_t *)given->message, given->message_length, now, NULL, &response) == WXSEAL_OK
        && wxseal_response_body(response, &body, length) == WXSEAL_OK && *length <= size;
    if (right) {
        /* What a server hands to its socket. */
        memcpy(out, body, *length);
    }
    wxseal_response_free(response);
    wxseal_incoming_free(incoming);
    return right;
}

const subject wxseal_subject = {"wxseal", wxseal_version, set_up, {decrypt, encrypt, receive}};
