/* The worker for C: `worker CASES`, requests and answers as benches/README.md says.
 *
 * Built with -DWITHOUT_OPENSSL or -DWITHOUT_OFFICIAL where the headers that these need are missing. Every subject writes to a buffer that the caller keeps, as a
 * server does that answers one request after the other. */
#define _GNU_SOURCE
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "worker.h"

static const char *const operations[] = {"decrypt", "encrypt", "receive"};
enum { OPERATIONS = 3 };

static const subject *const subjects[] = {
    &wxseal_subject,
#ifndef WITHOUT_OPENSSL
    &openssl_subject,
    &kept_openssl_subject,
#endif
#ifndef WITHOUT_OFFICIAL
    &official_subject,
#endif
    &official_drop_in_subject,
};
#if defined WITHOUT_OPENSSL
#define MISSING "\"openssl\": \"OpenSSL's headers are not installed\""
#elif defined WITHOUT_OFFICIAL
#define MISSING "\"official\": \"tinyxml2's headers are not installed\""
#else
#define MISSING ""
#endif
enum { SUBJECTS = sizeof subjects / sizeof subjects[0], MAX_CASES = 64 };

static bench_case cases[MAX_CASES];
static size_t case_count;
/* The caller's buffer, with room for the largest reply. */
static uint8_t *out;
static size_t out_size;

static void fail(const char *what, const char *where)
{
    fprintf(stderr, "worker: %s: %s\n", what, where);
    exit(1);
}

/* The string that a member of a flat JSON object has, decoded; NULL where it is no string. */
static char *member(const char *json, const char *name)
{
    char quoted[64];
    snprintf(quoted, sizeof quoted, "\"%s\": ", name);
    const char *at = strstr(json, quoted);
    if (!at || *(at += strlen(quoted)) != '"') {
        return NULL;
    }
    char *text = malloc(strlen(at)), *end = text;
    for (at++; *at != '"'; at++) {
        /* Of the escapes, the cases hold these two. */
        *end++ = *at == '\\' && (at[1] == '"' || at[1] == '\\') ? *++at : *at;
    }
    *end = '\0';
    return text;
}

static char *required(const char *json, const char *name)
{
    char *text = member(json, name);
    if (!text) {
        fail("not in the case or the request", name);
    }
    return text;
}

static long number(const char *json, const char *name)
{
    char quoted[64];
    snprintf(quoted, sizeof quoted, "\"%s\": ", name);
    const char *at = strstr(json, quoted);
    return at ? strtol(at + strlen(quoted), NULL, 10) : 0;
}

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        fail("cannot read", path);
    }
    size_t size = (size_t)ftell(file);
    char *text = malloc(size + 1);
    rewind(file);
    if (fread(text, 1, size, file) != size) {
        fail("cannot read", path);
    }
    fclose(file);
    text[size] = '\0';
    return text;
}

static void read_case(const char *folder, const char *name)
{
    char path[4096];
    bench_case *read = &cases[case_count];
    if (case_count == MAX_CASES || sscanf(name, "%4[a-z]-%ld.json", read->format, &read->size) != 2) {
        return;
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    char *json = read_file(path);
    read->json = strcmp(read->format, "json") == 0;
    read->token = required(json, "token");
    read->key = required(json, "encoding_aes_key");
    read->receive_id = required(json, "receive_id");
    read->timestamp = required(json, "timestamp");
    read->nonce = required(json, "nonce");
    read->msg_signature = required(json, "msg_signature");
    read->query = required(json, "query");
    read->body = required(json, "body");
    read->body_length = strlen(read->body);
    read->message = required(json, "message");
    read->message_length = strlen(read->message);
    read->now = number(json, "now");
    free(json);
    /* A reply is a third longer than its message, and an envelope around it. */
    size_t needed = read->body_length + 1024;
    out_size = needed > out_size ? needed : out_size;
    case_count++;
}

/* NULL where the subject lacks the operation, or the format. */
static operation operation_of(const subject *subject, size_t which, const bench_case *given)
{
    return given->json && subject->xml_only ? NULL : subject->run[which];
}

/* The value that stands in a reply behind a name, up to what closes it. */
static char *field(const char *reply, const char *name)
{
    const char *at = reply;
    /* A long cipher text has the letters of a name by chance, and neither of what ends one. */
    do {
        at = strstr(at, name) + strlen(name);
    } while (*at != '>' && *at != '"');
    at += strspn(at, ">\": ");
    at += strncmp(at, "<![CDATA[", 9) == 0 ? 9 : 0;
    return strndup(at, strcspn(at, "]<\",\n"));
}

/* What was opened is the message, and what was sealed opens again to it. */
static void check(const subject *subject, operation run, bool opens, const bench_case *given)
{
    size_t length;
    bool right = run(given, out, out_size, &length);
    if (right && !opens) {
        char *reply = strndup((char *)out, length);
        bench_case again = *given;
        again.body = reply;
        again.body_length = length;
        again.msg_signature = field(reply, "MsgSignature");
        again.timestamp = field(reply, "TimeStamp");
        again.nonce = field(reply, "Nonce");
        right = subject->run[0](&again, out, out_size, &length);
        free(reply);
    }
    if (!right || length != given->message_length || memcmp(out, given->message, length) != 0) {
        fail("does not give the message back", subject->name);
    }
}

/* The processor's time that this process has had. */
static int64_t nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void answer(const char *request)
{
    char *name = required(request, "subject"), *wanted = required(request, "op"), *format = required(request, "format");
    long size = number(request, "size"), iterations = number(request, "iterations");
    operation run = NULL;
    const bench_case *given = NULL;
    for (size_t i = 0; i < case_count; i++) {
        if (strcmp(cases[i].format, format) == 0 && cases[i].size == size) {
            given = &cases[i];
        }
    }
    for (size_t i = 0; given && i < SUBJECTS; i++) {
        for (size_t j = 0; j < OPERATIONS; j++) {
            if (strcmp(subjects[i]->name, name) == 0 && strcmp(operations[j], wanted) == 0) {
                run = operation_of(subjects[i], j, given);
            }
        }
    }
    if (run) {
        size_t length;
        int64_t begun = nanoseconds();
        for (long i = 0; i < iterations; i++) {
            if (!run(given, out, out_size, &length)) {
                fail("no longer works", name);
            }
        }
        printf("{\"ns\": %lld}\n", (long long)(nanoseconds() - begun));
    } else {
        printf("{\"missing\": \"it has no %s\"}\n", format);
    }
    fflush(stdout);
    free(name);
    free(wanted);
    free(format);
}

int main(int argc, char **argv)
{
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    if (!folder) {
        fail("usage", "worker CASES");
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        read_case(argv[1], entry->d_name);
    }
    closedir(folder);
    if (case_count == 0) {
        fail("no cases in", argv[1]);
    }
    out = malloc(out_size);
    for (size_t i = 0; i < SUBJECTS; i++) {
        if (!subjects[i]->set_up(&cases[0], out_size)) {
            fail("cannot be set up", subjects[i]->name);
        }
        for (size_t j = 0; j < OPERATIONS * case_count; j++) {
            const bench_case *given = &cases[j / OPERATIONS];
            operation run = operation_of(subjects[i], j % OPERATIONS, given);
            if (run) {
                check(subjects[i], run, j % OPERATIONS == 0, given);
            }
        }
    }
    printf("{\"language\": \"c\", \"version\": \"C, compiled by %s\", \"subjects\": {", COMPILER);
    for (size_t i = 0; i < SUBJECTS; i++) {
        printf("%s\"%s\": \"%s\"", i ? ", " : "", subjects[i]->name, subjects[i]->version());
    }
    printf("}, \"missing\": {" MISSING "}}\n");
    fflush(stdout);

    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, stdin) > 0 && !strstr(line, "\"stop\"")) {
        answer(line);
    }
    free(line);
    return 0;
}
