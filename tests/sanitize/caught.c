/* What the header forbids, so that a sanitizer that sees the library's own memory must say so: `caught free`, `caught race`. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "../c/official.h"
#include <wxseal.h>

static wxseal_endpoint *endpoint;

static void *set_tolerance(void *unused)
{
    int64_t seconds;
    (void)unused;
    for (seconds = 0; seconds < 10000; seconds++) {
        wxseal_endpoint_set_tolerance(endpoint, seconds);
    }
    return NULL;
}

int main(int count, char **arguments)
{
    wxseal_msg_crypt *crypt = NULL;
    pthread_t other;
    uint8_t out[1024];
    size_t length = 0;

    if (count != 2 ||
        wxseal_msg_crypt_new(WXSEAL_STR(TOKEN), WXSEAL_STR(ENCODING_AES_KEY), WXSEAL_STR(RECEIVE_ID), &crypt) !=
            WXSEAL_OK ||
        wxseal_endpoint_new(crypt, &endpoint) != WXSEAL_OK) {
        return 2;
    }
    if (strcmp(arguments[1], "race") == 0 && pthread_create(&other, NULL, set_tolerance, NULL) == 0) {
        set_tolerance(NULL);
        pthread_join(other, NULL);
    }
    wxseal_endpoint_free(endpoint);
    wxseal_msg_crypt_free(crypt);
    if (strcmp(arguments[1], "free") == 0) {
        wxseal_msg_crypt_encrypt(crypt, NULL, 0, WXSEAL_STR("1"), WXSEAL_STR("1"), WXSEAL_FORMAT_XML, NULL, out, sizeof out,
                                 &length);
    }
    return 0;
}
