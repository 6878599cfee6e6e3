/* The C library under load for as long as it is told, as README.md beside this says. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wxseal.h>

enum { REQUESTS = 256, COLUMNS = 6, LARGEST = 1 << 15 };

struct request {
    const char *outcome, *msg_signature, *timestamp, *nonce, *body, *message;
    char query[256];
};

static struct request requests[REQUESTS];
static const char *current = "settings";

static void fail(const char *what)
{
    fprintf(stderr, "soak: a request that is %s: %s\n", current, what);
    exit(1);
}

static void hold(int holds, const char *what)
{
    if (!holds) {
        fail(what);
    }
}

static void expect(wxseal_status status, const char *outcome, const char *what)
{
    const char *const name = status == WXSEAL_OK ? "ok" : wxseal_status_name(status);
    if (strcmp(name, outcome) != 0) {
        fprintf(stderr, "soak: %s: ", name);
        fail(what);
    }
}

/* Splits a line at its tabs, in place; strtok would skip what is empty. */
static void split(char *line, const char **columns, int count)
{
    int i;
    for (i = 0; i < count; i++) {
        columns[i] = line;
        line += strcspn(line, "\t\n");
        hold(*line != '\0', "a line is too short");
        *line++ = '\0';
    }
}

static int read_inputs(const char *path, const char **settings)
{
    FILE *const file = fopen(path, "r");
    char *line = NULL;
    size_t size = 0;
    int count = 0;
    hold(file != NULL && getline(&line, &size, file) > 0, "cannot be read");
    split(line, settings, 4);
    /* What is read stays for as long as the process runs. */
    for (line = NULL, size = 0; getline(&line, &size, file) > 0; line = NULL, size = 0, count++) {
        const char *columns[COLUMNS];
        hold(count < REQUESTS, "too many");
        split(line, columns, COLUMNS);
        requests[count].outcome = columns[0];
        requests[count].msg_signature = columns[1];
        requests[count].timestamp = columns[2];
        requests[count].nonce = columns[3];
        requests[count].body = columns[4];
        requests[count].message = columns[5];
        snprintf(requests[count].query, sizeof requests[count].query, "msg_signature=%s&timestamp=%s&nonce=%s",
                 columns[1], columns[2], columns[3]);
    }
    free(line);
    fclose(file);
    return count;
}

static wxseal_str str(const char *text)
{
    return wxseal_str_of(text);
}

static void work(const wxseal_msg_crypt *crypt, const wxseal_endpoint *endpoint, const struct request *request,
                 uint64_t now)
{
    static uint8_t out[LARGEST], sealed[LARGEST];
    const char *const body = request->body, *const message = request->message;
    const size_t body_length = strlen(body), message_length = strlen(message);
    wxseal_incoming *incoming = NULL;
    wxseal_response *response = NULL;
    wxseal_reply *reply = NULL;
    size_t length = 0, sealed_length = 0;

    expect(wxseal_msg_crypt_decrypt(crypt, str(request->msg_signature), str(request->timestamp), str(request->nonce),
                                    body, body_length, out, sizeof out, &length),
           request->outcome, "decrypt");
    expect(wxseal_endpoint_receive(endpoint, str("POST"), str(request->query), body, body_length, now, &incoming),
           request->outcome, "receive");
    if (strcmp(request->outcome, "ok") != 0) {
        return;
    }
    hold(length == message_length && memcmp(out, message, length) == 0, "another message");
    expect(wxseal_msg_crypt_encrypt(crypt, message, message_length, str(NULL), str(NULL), WXSEAL_FORMAT_XML, NULL,
                                    sealed, sizeof sealed, &sealed_length),
           "ok", "encrypt");
    expect(wxseal_platform_open_reply(crypt, sealed, sealed_length, &reply), "ok", "open_reply");
    hold(wxseal_str_is(wxseal_reply_message(reply), message), "another message in the reply");
    expect(wxseal_incoming_reply_text(incoming, str("received"), &response), "ok", "reply_text");
    hold(wxseal_response_status(response) == 200, "not answered");
    wxseal_response_free(response);
    wxseal_reply_free(reply);
    wxseal_incoming_free(incoming);
}

/* Prints this process's resident memory in KiB. */
static void print_resident(void)
{
    FILE *const status = fopen("/proc/self/status", "r");
    char line[128];
    long resident = 0;
    hold(status != NULL, "no /proc/self/status");
    while (fgets(line, sizeof line, status) != NULL && sscanf(line, "VmRSS: %ld", &resident) != 1) {
    }
    fclose(status);
    printf("%ld\n", resident);
}

int main(int count, char **arguments)
{
    const char *settings[4];
    wxseal_msg_crypt *crypt = NULL;
    wxseal_endpoint *endpoint = NULL;
    long round, warm_up, rounds;
    int inputs;
    uint64_t now;

    hold(count == 4, "usage: soak INPUTS WARM_UP ROUNDS");
    inputs = read_inputs(arguments[1], settings);
    warm_up = atol(arguments[2]);
    rounds = atol(arguments[3]);
    now = strtoul(settings[3], NULL, 10);
    expect(wxseal_msg_crypt_new(str(settings[0]), str(settings[1]), str(settings[2]), &crypt), "ok", "new");
    expect(wxseal_endpoint_new(crypt, &endpoint), "ok", "new endpoint");
    for (round = 0; round < warm_up + rounds; round++) {
        const struct request *const request = &requests[round % inputs];
        current = request->outcome;
        work(crypt, endpoint, request, now);
        if (round >= warm_up && (round - warm_up) % (rounds / 100) == 0) {
            print_resident();
        }
    }
    wxseal_endpoint_free(endpoint);
    wxseal_msg_crypt_free(crypt);
    return 0;
}
