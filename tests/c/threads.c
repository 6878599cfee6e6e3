/* 16 threads share one handle. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdlib.h>

#include "check.h"
#include "official.h"

enum { THREADS = 16, ROUNDS = 500 };

/* As much of the cipher text as the 16 random bytes fill: the IV is fixed, so equal random bytes would show here. */
enum { PREFIX = 21 };

struct worker {
    const wxseal_msg_crypt *crypt;
    pthread_barrier_t *start;
    int failures;
    char prefixes[ROUNDS][PREFIX + 1];
};

static struct worker workers[THREADS];

static void *work(void *argument)
{
    struct worker *const self = (struct worker *)argument;
    uint8_t out[1024];
    int i;

    pthread_barrier_wait(self->start);
    /* The first use of the texts, by all threads at once. */
    self->failures += strcmp(wxseal_status_name(WXSEAL_ERROR_INVALID_KEY), "InvalidKey") != 0;
    for (i = 0; i < ROUNDS; i++) {
        size_t length = 0;
        const char *encrypt;

        self->failures += wxseal_msg_crypt_decrypt(self->crypt, PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE,
                                                   (const uint8_t *)PUSH_BODY, strlen(PUSH_BODY), out, sizeof out,
                                                   &length) != WXSEAL_OK;
        self->failures += length != strlen(PUSH_MESSAGE) || memcmp(out, PUSH_MESSAGE, length) != 0;

        self->failures += wxseal_msg_crypt_encrypt(self->crypt, (const uint8_t *)REPLY_MESSAGE, strlen(REPLY_MESSAGE),
                                                   REPLY_TIMESTAMP, REPLY_NONCE, (const uint8_t *)REPLY_RANDOM,
                                                   WXSEAL_FORMAT_JSON, out, sizeof out, &length) != WXSEAL_OK;
        self->failures += length != strlen(REPLY_BODY) || memcmp(out, REPLY_BODY, length) != 0;

        self->failures += wxseal_msg_crypt_encrypt(self->crypt, (const uint8_t *)REPLY_MESSAGE, strlen(REPLY_MESSAGE),
                                                   NULL, NULL, NULL, WXSEAL_FORMAT_JSON, out, sizeof out - 1,
                                                   &length) != WXSEAL_OK;
        out[length] = '\0';
        encrypt = strstr((const char *)out, "\"Encrypt\": \"");
        if (encrypt == NULL) {
            self->failures++;
            continue;
        }
        memcpy(self->prefixes[i], encrypt + strlen("\"Encrypt\": \""), PREFIX);
    }
    return NULL;
}

static int compare(const void *one, const void *other)
{
    return strcmp((const char *)one, (const char *)other);
}

static void one_handle_serves_all_threads(void)
{
    static char prefixes[THREADS * ROUNDS][PREFIX + 1];
    pthread_t threads[THREADS];
    pthread_barrier_t start;
    wxseal_msg_crypt *crypt = NULL;
    int i;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(TOKEN, ENCODING_AES_KEY, RECEIVE_ID, &crypt));
    CHECK(pthread_barrier_init(&start, NULL, THREADS) == 0);
    for (i = 0; i < THREADS; i++) {
        workers[i].crypt = crypt;
        workers[i].start = &start;
        if (pthread_create(&threads[i], NULL, work, &workers[i]) != 0) {
            fprintf(stderr, "threads: pthread_create failed\n");
            exit(2);
        }
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
        CHECK(workers[i].failures == 0);
        memcpy(prefixes[i * ROUNDS], workers[i].prefixes, sizeof workers[i].prefixes);
    }
    pthread_barrier_destroy(&start);
    wxseal_msg_crypt_free(crypt);

    qsort(prefixes, THREADS * ROUNDS, sizeof prefixes[0], compare);
    for (i = 1; i < THREADS * ROUNDS; i++) {
        CHECK(strcmp(prefixes[i - 1], prefixes[i]) != 0);
    }
}

int main(void)
{
    TEST(one_handle_serves_all_threads);
    return failed_tests > 0;
}
