/* What the worker and its subjects know of each other. */
#ifndef WORKER_H
#define WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One file of the cases. */
typedef struct {
    char format[5];
    bool json;
    long size;
    const char *token, *key, *receive_id;
    const char *timestamp, *nonce, *msg_signature, *query;
    const char *body, *message;
    size_t body_length, message_length;
    long now;
} bench_case;

/* Does it once, and writes what came of it to the caller's buffer. */
typedef bool (*operation)(const bench_case *given, uint8_t *out, size_t size, size_t *length);

typedef struct {
    const char *name;
    const char *(*version)(void);
    /* `largest` is the size of the largest buffer that it will need. */
    bool (*set_up)(const bench_case *settings, size_t largest);
    /* decrypt, encrypt, receive; NULL where it has none. */
    operation run[3];
    bool xml_only;
} subject;

#ifdef __cplusplus
extern "C" {
#endif

extern const subject wxseal_subject;
extern const subject openssl_subject;
extern const subject kept_openssl_subject;
extern const subject official_subject;
extern const subject official_drop_in_subject;

#ifdef __cplusplus
}
#endif

#endif
