/* A parent and its children, all forked after the handle was made and used, must not draw the same random bytes: php-fpm
 * and gunicorn start their workers like this. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "official.h"

enum { CHILDREN = 8, REPLIES = 16, NONCE = 16 };

/* As much of the cipher text as the 16 random bytes fill: the IV is fixed, so equal random bytes would show here. */
enum { PREFIX = 21 };

struct drawn {
    char prefix[PREFIX + 1], nonce[NONCE + 1], reply_prefix[PREFIX + 1];
};

static void take(const char *reply, const char *before, char *to, size_t length)
{
    const char *const found = strstr(reply, before);
    if (found == NULL) {
        fprintf(stderr, "fork: no %s in the reply\n", before);
        exit(2);
    }
    memcpy(to, found + strlen(before), length);
    to[length] = '\0';
}

static void draw(const wxseal_msg_crypt *crypt, const wxseal_incoming *incoming, struct drawn *drawn)
{
    char out[1024];
    wxseal_str body;
    wxseal_response *response = NULL;
    size_t length = 0;
    if (wxseal_msg_crypt_encrypt(crypt, REPLY_MESSAGE, strlen(REPLY_MESSAGE), str(NULL), str(NULL), WXSEAL_FORMAT_JSON,
                                 NULL, out, sizeof out - 1, &length) != WXSEAL_OK) {
        fprintf(stderr, "fork: encrypt failed\n");
        exit(2);
    }
    out[length] = '\0';
    take(out, "\"Encrypt\": \"", drawn->prefix, PREFIX);
    take(out, "\"Nonce\": \"", drawn->nonce, NONCE);

    if (wxseal_incoming_reply_text(incoming, str("a"), &response) != WXSEAL_OK) {
        fprintf(stderr, "fork: reply_text failed\n");
        exit(2);
    }
    body = wxseal_response_body(response);
    CHECK(body.length < sizeof out);
    memcpy(out, body.data, body.length);
    out[body.length] = '\0';
    take(out, "\"Encrypt\": \"", drawn->reply_prefix, PREFIX);
    wxseal_response_free(response);
}

/* One write below PIPE_BUF, so that what the children draw doesn't mix. */
static void draw_to(int pipe_end, const wxseal_msg_crypt *crypt, const wxseal_incoming *incoming)
{
    struct drawn drawn;
    int i;
    for (i = 0; i < REPLIES; i++) {
        draw(crypt, incoming, &drawn);
        if (write(pipe_end, &drawn, sizeof drawn) != (ssize_t)sizeof drawn) {
            exit(2);
        }
    }
}

static int by_prefix(const void *one, const void *other)
{
    return strcmp(((const struct drawn *)one)->prefix, ((const struct drawn *)other)->prefix);
}

static int by_reply_prefix(const void *one, const void *other)
{
    return strcmp(((const struct drawn *)one)->reply_prefix, ((const struct drawn *)other)->reply_prefix);
}

static int by_nonce(const void *one, const void *other)
{
    return strcmp(((const struct drawn *)one)->nonce, ((const struct drawn *)other)->nonce);
}

static void forks_draw_other_bytes(void)
{
    enum { ALL = 1 + (CHILDREN + 1) * REPLIES };
    static struct drawn drawn[ALL];
    wxseal_msg_crypt *crypt = NULL;
    wxseal_endpoint *endpoint = NULL;
    wxseal_incoming *incoming = NULL;
    int ends[2], i;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(crypt, &endpoint));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, str("POST"), str(PUSH_QUERY), PUSH_BODY,
                                                    strlen(PUSH_BODY), 1714112445, &incoming));
    /* A generator that the library kept would now have its state. */
    draw(crypt, incoming, &drawn[0]);

    if (pipe(ends) != 0) {
        perror("fork: pipe");
        exit(2);
    }
    for (i = 0; i < CHILDREN; i++) {
        const pid_t child = fork();
        if (child < 0) {
            perror("fork: fork");
            exit(2);
        }
        if (child == 0) {
            draw_to(ends[1], crypt, incoming);
            _exit(0);
        }
    }
    draw_to(ends[1], crypt, incoming);
    for (i = 0; i < CHILDREN; i++) {
        int status = 0;
        CHECK(wait(&status) > 0);
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    close(ends[1]);
    for (i = 1; i < ALL; i++) {
        CHECK(read(ends[0], &drawn[i], sizeof drawn[i]) == (ssize_t)sizeof drawn[i]);
    }
    CHECK(read(ends[0], &drawn[0], 1) == 0);
    close(ends[0]);
    wxseal_incoming_free(incoming);
    wxseal_endpoint_free(endpoint);
    wxseal_msg_crypt_free(crypt);

    qsort(drawn, ALL, sizeof drawn[0], by_prefix);
    for (i = 1; i < ALL; i++) {
        CHECK(strcmp(drawn[i - 1].prefix, drawn[i].prefix) != 0);
    }
    qsort(drawn, ALL, sizeof drawn[0], by_reply_prefix);
    for (i = 1; i < ALL; i++) {
        CHECK(strcmp(drawn[i - 1].reply_prefix, drawn[i].reply_prefix) != 0);
    }
    qsort(drawn, ALL, sizeof drawn[0], by_nonce);
    for (i = 1; i < ALL; i++) {
        CHECK(strcmp(drawn[i - 1].nonce, drawn[i].nonce) != 0);
    }
}

int main(void)
{
    TEST(forks_draw_other_bytes);
    return failed_tests > 0;
}
