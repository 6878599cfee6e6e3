/* A defect inside of the library is a status, and the handle lives on, in every thread. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdlib.h>

#include "../c/check.h"

enum { THREADS = 8, ROUNDS = 50 };

/* What no message may show; `run` looks for them. */
#define TOKEN "PanicTokenOfTheTests"
#define ENCODING_AES_KEY "PanicKeyOfTheTests0123456789abcdefghijklmno"
#define MESSAGE "{\"Content\":\"PanicMessageOfTheTests\"}"

static wxseal_status encrypt(const wxseal_msg_crypt *crypt, const char *nonce, char *out, size_t size, size_t *length)
{
    return wxseal_msg_crypt_encrypt(crypt, MESSAGE, strlen(MESSAGE), str(NULL), str(nonce), WXSEAL_FORMAT_XML, NULL,
                                    out, size, length);
}

/* Whether the handle seals a reply and opens it again. */
static int works(const wxseal_msg_crypt *crypt)
{
    char out[1024];
    size_t length = 0;
    wxseal_reply *reply = NULL;
    const int opened = encrypt(crypt, "415670741", out, sizeof out, &length) == WXSEAL_OK &&
                       wxseal_platform_open_reply(crypt, out, length, &reply) == WXSEAL_OK &&
                       wxseal_str_is(wxseal_reply_message(reply), MESSAGE);
    wxseal_reply_free(reply);
    return opened;
}

static wxseal_msg_crypt *made(void)
{
    wxseal_msg_crypt *crypt = NULL;
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str("wx1"), &crypt));
    return crypt;
}

static void a_panic_is_a_status(void)
{
    wxseal_msg_crypt *const crypt = made();
    char out[1024] = "as it was";
    size_t length = 42;

    CHECK(works(crypt));
    CHECK_STATUS(WXSEAL_ERROR_PANIC, encrypt(crypt, "panic-please", out, sizeof out, &length));
    CHECK(strcmp(out, "as it was") == 0 && length == 42);
    CHECK(works(crypt));
    wxseal_msg_crypt_free(crypt);
}

static void a_panic_is_answered_as_a_fault_of_the_server(void)
{
    wxseal_response *response = NULL;

    CHECK(strcmp(wxseal_status_name(WXSEAL_ERROR_PANIC), "Panic") == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_response_refusal(WXSEAL_ERROR_PANIC, &response));
    CHECK(wxseal_response_status(response) == 500);
    CHECK(wxseal_str_is(wxseal_response_body(response), "internal server error"));
    wxseal_response_free(response);
}

static void *panic_and_work(void *argument)
{
    const wxseal_msg_crypt *const crypt = (const wxseal_msg_crypt *)argument;
    static int failed;
    char out[1024];
    size_t length = 0;
    int i;
    for (i = 0; i < ROUNDS; i++) {
        if (encrypt(crypt, "panic-please", out, sizeof out, &length) != WXSEAL_ERROR_PANIC || !works(crypt)) {
            return &failed;
        }
    }
    return NULL;
}

static void threads_that_panic_at_once_share_one_handle(void)
{
    wxseal_msg_crypt *const crypt = made();
    pthread_t threads[THREADS];
    int i;
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, panic_and_work, crypt) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        void *failed = NULL;
        CHECK(pthread_join(threads[i], &failed) == 0 && failed == NULL);
    }
    CHECK(works(crypt));
    wxseal_msg_crypt_free(crypt);
}

int main(void)
{
    TEST(a_panic_is_a_status);
    TEST(a_panic_is_answered_as_a_fault_of_the_server);
    TEST(threads_that_panic_at_once_share_one_handle);
    return failed_tests > 0;
}
