/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * How arguments are read: between ZEND_PARSE_PARAMETERS_START and _END, beside Zend's own macros. Whatever says no has
 * thrown. What is read stays the argument's, as long as the method runs.
 */
#ifndef WXSEAL_ARGUMENT_H
#define WXSEAL_ARGUMENT_H

#include "php_wxseal.h"

/* A text as the library takes it, with its length; of NULL, one that is left out. */
static inline wxseal_str php_wxseal_str(const zend_string *text)
{
    return text ? (wxseal_str){ZSTR_VAL(text), ZSTR_LEN(text)} : (wxseal_str){NULL, 0};
}

#define WXSEAL_PARAM_TEXT(text)                                                            \
    {                                                                                      \
        zend_string *given;                                                                \
        Z_PARAM_STR(given)                                                                 \
        (text) = php_wxseal_str(given);                                                    \
    }

#define WXSEAL_PARAM_TEXT_OR_NULL(text)                                                    \
    {                                                                                      \
        zend_string *given;                                                                \
        Z_PARAM_STR_OR_NULL(given)                                                         \
        (text) = php_wxseal_str(given);                                                    \
    }

/* What more an argument must hold, as a call that throws where it does not. `_i` is where the argument stands, from 1. */
#define WXSEAL_PARAM_HOLDS(call)                                                           \
    if (UNEXPECTED(!(call))) {                                                             \
        _error_code = ZPP_ERROR_FAILURE;                                                   \
        break;                                                                             \
    }

/* The body of a request as it came, not what a parser has left of it: a wxseal_str. */
#define WXSEAL_PARAM_BODY(body)                                                            \
    {                                                                                      \
        zval *given;                                                                       \
        Z_PARAM_ZVAL(given)                                                                \
        WXSEAL_PARAM_HOLDS(php_wxseal_read_body(given, _i, &(body)))                       \
    }
bool php_wxseal_read_body(zval *given, uint32_t position, wxseal_str *body);

/* A wxseal_format, by its name. */
#define WXSEAL_PARAM_FORMAT(format)                                                        \
    {                                                                                      \
        zend_string *given;                                                                \
        Z_PARAM_STR(given)                                                                 \
        WXSEAL_PARAM_HOLDS(php_wxseal_read_format(given, &(format)))                       \
    }
bool php_wxseal_read_format(const zend_string *given, wxseal_format *format);

/* 16 bytes; of null NULL, for which the library takes fresh ones. */
#define WXSEAL_PARAM_RANDOM_OR_NULL(bytes)                                                 \
    {                                                                                      \
        zend_string *given;                                                                \
        Z_PARAM_STR_OR_NULL(given)                                                         \
        WXSEAL_PARAM_HOLDS(php_wxseal_read_random(given, &(bytes)))                        \
    }
bool php_wxseal_read_random(const zend_string *given, const uint8_t **bytes);

/* A number from 1 on; of null 0, for which the library takes what it has: the system's time, or a default. */
#define WXSEAL_PARAM_NUMBER_OR_NULL(number)                                                \
    {                                                                                      \
        zend_long given;                                                                   \
        bool absent;                                                                       \
        Z_PARAM_LONG_OR_NULL(given, absent)                                                \
        WXSEAL_PARAM_HOLDS(absent || php_wxseal_check_range(given, 1, INT64_MAX, _i)  )    \
        (number) = absent ? 0 : given;                                                     \
    }

/* A number of 32 bits that the platform gave a meaning to. */
#define WXSEAL_PARAM_UINT32(number)                                                        \
    {                                                                                      \
        zend_long given;                                                                   \
        Z_PARAM_LONG(given)                                                                \
        WXSEAL_PARAM_HOLDS(php_wxseal_check_range(given, 0, UINT32_MAX, _i))               \
        (number) = (uint32_t)given;                                                        \
    }

bool php_wxseal_check_range(int64_t given, int64_t least, int64_t most, uint32_t position);

/* What a MsgCrypt holds. */
#define WXSEAL_PARAM_MSG_CRYPT(crypt)                                                      \
    {                                                                                      \
        zval *given;                                                                       \
        Z_PARAM_OBJECT_OF_CLASS(given, php_wxseal_msg_crypt_class)                         \
        WXSEAL_PARAM_HOLDS((crypt) = php_wxseal_msg_crypt_of(given))                       \
    }

/* A PHP value as JSON in raw UTF-8, an empty array as an object; NULL where it has thrown, else the caller's to release. */
zend_string *php_wxseal_write_json(zval *value, wxseal_status otherwise);

/* A JSON object, as its text or as a value, of which the same is true. `position` is the argument's, counted from 1. */
zend_string *php_wxseal_read_object(zval *value, uint32_t position);

/* pairs.c */

/* The names and values of an array, as the library takes them. */
typedef struct {
    wxseal_pair *pairs;
    size_t count;
    zend_string **texts; /* what the pairs show, a name and a value in turn */
} php_wxseal_pairs;

/* Of a query, null is a value that is missing, and an array one that is repeated. False where it has thrown; what was read
 * is to be released either way. */
bool php_wxseal_read_pairs(HashTable *array, bool of_query, uint32_t position, php_wxseal_pairs *pairs);
void php_wxseal_release_pairs(php_wxseal_pairs *pairs);

#endif /* WXSEAL_ARGUMENT_H */
