/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * What the answers of Wxseal\Incoming share: incoming.c has those of accounts, robot.c those of WeCom's robots.
 */
#ifndef WXSEAL_INCOMING_H
#define WXSEAL_INCOMING_H

#include "php_wxseal.h"

/* The last two arguments of every answer but success() and empty(). */
typedef struct {
    zend_long now;
    bool now_absent;
    zend_string *random;
} given;

#define NOTHING_GIVEN {.now_absent = true}

#define Z_PARAM_GIVEN(given)                                        \
    Z_PARAM_LONG_OR_NULL((given).now, (given).now_absent)           \
    Z_PARAM_STR_OR_NULL((given).random)

/* Reads them, and gives the push that is answered; or NULL, and has thrown. `position` is the first one's. */
const wxseal_incoming *php_wxseal_answered(
    zend_object *object, const given *given, uint32_t position, uint64_t *now, const uint8_t **random);

typedef wxseal_status php_wxseal_reply_with(
    const wxseal_incoming *incoming, const char *text, uint64_t now, const uint8_t *random16, wxseal_response **out);

/* A whole method whose answer takes one text. */
void php_wxseal_reply(INTERNAL_FUNCTION_PARAMETERS, php_wxseal_reply_with *reply_with);

/* A JSON object of an answer, as its text or as a value; NULL where it has thrown, else the caller's to release. */
zend_string *php_wxseal_read_object(zval *value, uint32_t position);

/* Returns the answer that a call has made, or throws what it says. */
void php_wxseal_return_answer(zval *return_value, wxseal_status status, wxseal_response **response);

static inline bool check_reply(const zend_string *text)
{
    return php_wxseal_check_text(text, WXSEAL_ERROR_UNWRITABLE_REPLY);
}

static inline bool check_optional_reply(const zend_string *text)
{
    return !text || check_reply(text);
}

static inline const char *text_or_null(const zend_string *text)
{
    return text ? ZSTR_VAL(text) : NULL;
}

#endif /* WXSEAL_INCOMING_H */
