/* 16 threads share one handle of each kind. */
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
    char out[1024];
    int i;

    pthread_barrier_wait(self->start);
    /* The first use of the texts, by all threads at once. */
    self->failures += strcmp(wxseal_status_name(WXSEAL_ERROR_INVALID_KEY), "InvalidKey") != 0;
    for (i = 0; i < ROUNDS; i++) {
        size_t length = 0;
        const char *encrypt;

        self->failures += wxseal_msg_crypt_decrypt(self->crypt, str(PUSH_SIGNATURE), str(PUSH_TIMESTAMP),
                                                   str(PUSH_NONCE), PUSH_BODY, strlen(PUSH_BODY), out, sizeof out,
                                                   &length) != WXSEAL_OK;
        self->failures += length != strlen(PUSH_MESSAGE) || memcmp(out, PUSH_MESSAGE, length) != 0;

        self->failures += wxseal_msg_crypt_encrypt(self->crypt, REPLY_MESSAGE, strlen(REPLY_MESSAGE),
                                                   str(REPLY_TIMESTAMP), str(REPLY_NONCE), WXSEAL_FORMAT_JSON,
                                                   (const uint8_t *)REPLY_RANDOM, out, sizeof out,
                                                   &length) != WXSEAL_OK;
        self->failures += length != strlen(REPLY_BODY) || memcmp(out, REPLY_BODY, length) != 0;

        self->failures += wxseal_msg_crypt_encrypt(self->crypt, REPLY_MESSAGE, strlen(REPLY_MESSAGE), str(NULL),
                                                   str(NULL), WXSEAL_FORMAT_JSON, NULL, out, sizeof out - 1,
                                                   &length) != WXSEAL_OK;
        out[length] = '\0';
        encrypt = strstr(out, "\"Encrypt\": \"");
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

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
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

enum { KEYS = 200 };

struct receiver {
    const wxseal_endpoint *endpoint;
    const wxseal_incoming *incoming;
    const wxseal_recent_keys *recent;
    pthread_barrier_t *start;
    int failures, claimed[KEYS], busy[KEYS], answered[KEYS];
    wxseal_str json, dedup_key, replay_key;
};

static struct receiver receivers[THREADS];

static void receive(struct receiver *self)
{
    wxseal_incoming *incoming = NULL;
    wxseal_str json = {NULL, 0};
    self->failures += wxseal_endpoint_receive(self->endpoint, str("POST"), str(PUSH_QUERY), PUSH_BODY,
                                              strlen(PUSH_BODY), 1714112445, &incoming) != WXSEAL_OK;
    self->failures += wxseal_incoming_message_json(incoming, &json) != WXSEAL_OK;
    self->failures += !wxseal_str_is(json, PUSH_MESSAGE);
    wxseal_incoming_free(incoming);
}

static void claim(struct receiver *self, int i)
{
    wxseal_response *response = NULL;
    wxseal_claim *claim = NULL;
    wxseal_recent known = 0;
    char key[16];

    snprintf(key, sizeof key, "key %d", i);
    self->failures += wxseal_recent_keys_claim(self->recent, str(key), 100, &known, &claim, &response,
                                               NULL) != WXSEAL_OK;
    switch (known) {
    case WXSEAL_RECENT_CLAIMED:
        self->claimed[i] = 1;
        self->failures += wxseal_incoming_reply_text(self->incoming, str("a"), &response) != WXSEAL_OK;
        self->failures += wxseal_recent_keys_answer(self->recent, claim, response, 100, NULL) != WXSEAL_OK;
        break;
    case WXSEAL_RECENT_BUSY:
        self->busy[i] = 1;
        break;
    case WXSEAL_RECENT_ANSWERED:
        self->answered[i] = wxseal_response_status(response) == 200;
        break;
    }
    wxseal_claim_free(claim);
    wxseal_response_free(response);
}

static void *receive_and_claim(void *argument)
{
    struct receiver *const self = (struct receiver *)argument;
    int i;

    pthread_barrier_wait(self->start);
    /* All threads want what is made when it is first asked for. */
    self->failures += wxseal_incoming_message_json(self->incoming, &self->json) != WXSEAL_OK;
    self->failures += wxseal_incoming_dedup_key(self->incoming, &self->dedup_key) != WXSEAL_OK;
    self->failures += wxseal_incoming_replay_key(self->incoming, &self->replay_key) != WXSEAL_OK;
    for (i = 0; i < KEYS; i++) {
        receive(self);
        claim(self, i);
    }
    return NULL;
}

static void one_endpoint_and_one_memory_serve_all_threads(void)
{
    pthread_t threads[THREADS];
    pthread_barrier_t start;
    wxseal_msg_crypt *crypt = NULL;
    wxseal_endpoint *endpoint = NULL;
    wxseal_incoming *incoming = NULL;
    wxseal_recent_keys *recent = NULL;
    int i, key;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(crypt, &endpoint));
    wxseal_msg_crypt_free(crypt);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, str("POST"), str(PUSH_QUERY), PUSH_BODY,
                                                    strlen(PUSH_BODY), 1714112445, &incoming));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(5, 60, 0, 0, &recent));
    CHECK(pthread_barrier_init(&start, NULL, THREADS) == 0);
    for (i = 0; i < THREADS; i++) {
        receivers[i].endpoint = endpoint;
        receivers[i].incoming = incoming;
        receivers[i].recent = recent;
        receivers[i].start = &start;
        if (pthread_create(&threads[i], NULL, receive_and_claim, &receivers[i]) != 0) {
            fprintf(stderr, "threads: pthread_create failed\n");
            exit(2);
        }
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
        CHECK(receivers[i].failures == 0);
        CHECK(receivers[i].json.data == receivers[0].json.data && wxseal_str_is(receivers[i].json, PUSH_MESSAGE));
        CHECK(receivers[i].dedup_key.data == receivers[0].dedup_key.data);
        CHECK(receivers[i].replay_key.data == receivers[0].replay_key.data);
    }
    pthread_barrier_destroy(&start);
    wxseal_recent_keys_free(recent);
    wxseal_incoming_free(incoming);
    wxseal_endpoint_free(endpoint);

    /* One thread handled each key, and every other was told so. */
    for (key = 0; key < KEYS; key++) {
        int claimed = 0, told = 0;
        for (i = 0; i < THREADS; i++) {
            claimed += receivers[i].claimed[key];
            told += receivers[i].busy[key] + receivers[i].answered[key];
        }
        CHECK(claimed == 1 && told == THREADS - 1);
    }
}

int main(void)
{
    TEST(one_handle_serves_all_threads);
    TEST(one_endpoint_and_one_memory_serve_all_threads);
    return failed_tests > 0;
}
