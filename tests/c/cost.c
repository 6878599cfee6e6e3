/* What a forged body of 4 MiB costs: less than three times its size, whatever it is made of. */
#include <stdlib.h>

#include "check.h"

#define SIZE (4u << 20)
#define NOW 1714112445u

static uint8_t body[SIZE];

static size_t filled(const char *head, const char *unit, const char *tail)
{
    size_t length = strlen(head), step = strlen(unit), end = SIZE - strlen(tail);
    memcpy(body, head, length);
    for (; length + step <= end; length += step) {
        memcpy(body + length, unit, step);
    }
    memcpy(body + length, tail, strlen(tail));
    return length + strlen(tail);
}

/* The most memory that the process has had since it was told to forget, in KiB; 0 where nobody says. */
static unsigned long peak(void)
{
    char line[256];
    unsigned long found = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status)) {
        if (strncmp(line, "VmHWM:", 6) == 0) {
            found = strtoul(line + 6, NULL, 10);
        }
    }
    if (status) {
        fclose(status);
    }
    return found;
}

static void forget_peak(void)
{
    FILE *refs = fopen("/proc/self/clear_refs", "w");
    if (refs) {
        fputs("5", refs);
        fclose(refs);
    }
}

static void costs_little(const wxseal_endpoint *endpoint, const char *query)
{
    static const char *const made_of[][3] = {
        {"{\"a\":[", "[],", "[]]}"},
        {"{", "\"a\":0,", "\"a\":0}"},
        {"<xml>", "<a/>", "</xml>"},
        {"{\"Encrypt\":\"", "\\/", "\"}"},
    };
    for (size_t i = 0; i < sizeof made_of / sizeof *made_of; i++) {
        size_t length = filled(made_of[i][0], made_of[i][1], made_of[i][2]);
        wxseal_incoming *incoming = NULL;
        uint8_t findings[4096];
        size_t needed;
        forget_peak();
        unsigned long before = peak();
        wxseal_endpoint_receive(endpoint, str("POST"), str(query), body, length, NOW, &incoming);
        CHECK(peak() - before <= 12u << 10);
        wxseal_incoming_free(incoming);
        forget_peak();
        before = peak();
        wxseal_endpoint_diagnose(endpoint, str("POST"), str(query), body, length, NOW, findings, sizeof findings,
                                 &needed);
        CHECK(peak() - before <= 12u << 10);
    }
}

#define UNSIGNED "0000000000000000000000000000000000000000"
#define REST "&msg_signature=" UNSIGNED "&timestamp=1714112445&nonce=n1"
/* Whoever has seen a URL has its `signature`, and can put it before any body: printf '1714112445n1token' | sha1sum */
#define SIGNED "1a70c28a7e1e8d4e17929f9358c29726f69983ad"

static void an_encrypted_endpoint(void)
{
    wxseal_msg_crypt *crypt = NULL;
    wxseal_endpoint *endpoint = NULL;
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str("token"), str("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"),
                                                 str("wx1"), &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(crypt, &endpoint));
    costs_little(endpoint, "signature=" UNSIGNED REST);
    costs_little(endpoint, "signature=" SIGNED REST);
    wxseal_endpoint_free(endpoint);
    wxseal_msg_crypt_free(crypt);
}

static void a_plain_endpoint(void)
{
    wxseal_endpoint *endpoint = NULL;
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_plain(str("token"), &endpoint));
    costs_little(endpoint, "signature=" UNSIGNED REST);
    costs_little(endpoint, "signature=" SIGNED REST);
    wxseal_endpoint_free(endpoint);
}

int main(void)
{
    TEST(an_encrypted_endpoint);
    TEST(a_plain_endpoint);
    return failed_tests > 0;
}
