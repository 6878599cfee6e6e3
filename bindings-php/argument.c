/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include <string.h>

#include "ext/json/php_json.h"
#include "ext/standard/php_string.h"
#include "ext/standard/url.h"
#include "zend_smart_str.h"

bool php_wxseal_check_text(const zend_string *text, wxseal_status otherwise)
{
    /* C would take the text to end there. */
    if (memchr(ZSTR_VAL(text), '\0', ZSTR_LEN(text))) {
        php_wxseal_throw(otherwise);
        return false;
    }
    return true;
}

bool php_wxseal_read_format(const zend_string *name, wxseal_format *format)
{
    if (!name || zend_string_equals_literal(name, "xml")) {
        *format = WXSEAL_FORMAT_XML;
    } else if (zend_string_equals_literal(name, "json")) {
        *format = WXSEAL_FORMAT_JSON;
    } else {
        php_wxseal_throw(WXSEAL_ERROR_INVALID_FORMAT);
        return false;
    }
    return true;
}

bool php_wxseal_read_random(const zend_string *random, const uint8_t **bytes)
{
    if (random && ZSTR_LEN(random) != 16) {
        php_wxseal_throw(WXSEAL_ERROR_INVALID_RANDOM);
        return false;
    }
    *bytes = random ? (const uint8_t *)ZSTR_VAL(random) : NULL;
    return true;
}

bool php_wxseal_read_now(zend_long now, bool absent, uint32_t position, uint64_t *seconds)
{
    /* To C, 0 is the system's time. */
    if (!absent && now <= 0) {
        zend_argument_value_error(position, "must be greater than 0");
        return false;
    }
    *seconds = absent ? 0 : (uint64_t)now;
    return true;
}

bool php_wxseal_read_body(zval *body, uint32_t position, zend_string **bytes)
{
    /* What a parser left: an array, or null, of which PHP would make the empty text. */
    if (Z_TYPE_P(body) != IS_NULL && zend_parse_arg_str(body, bytes, false, position)) {
        return true;
    }
    if (!EG(exception)) {
        zend_argument_type_error(
            position, "must be the raw body, before any parser: file_get_contents('php://input'); %s given",
            zend_zval_type_name(body));
    }
    return false;
}

static void add_encoded(smart_str *query, const char *text, size_t length)
{
    zend_string *encoded = php_raw_url_encode(text, length);
    smart_str_append(query, encoded);
    zend_string_release(encoded);
}

static void add_parameter(smart_str *query, const zend_string *name, const char *value, size_t length)
{
    add_encoded(query, ZSTR_VAL(name), ZSTR_LEN(name));
    smart_str_appendc(query, '=');
    add_encoded(query, value, length);
    smart_str_appendc(query, '&');
}

zend_string *php_wxseal_read_query(zend_string *raw, HashTable *decoded, uint32_t position)
{
    if (raw) {
        /* C would take the query to end at a NUL; percent-encoded, it says the same. */
        return php_str_to_str(ZSTR_VAL(raw), ZSTR_LEN(raw), "\0", 1, ZEND_STRL("%00"));
    }
    smart_str query = {0};
    zend_string *name;
    zval *value;
    ZEND_HASH_FOREACH_STR_KEY_VAL(decoded, name, value) {
        ZVAL_DEREF(value);
        /* What the protocol knows has a name, and not a number. */
        if (!name || Z_TYPE_P(value) == IS_NULL) {
            continue;
        }
        if (Z_TYPE_P(value) == IS_STRING) {
            add_parameter(&query, name, Z_STRVAL_P(value), Z_STRLEN_P(value));
        } else if (Z_TYPE_P(value) == IS_LONG) {
            zend_string *digits = zend_long_to_str(Z_LVAL_P(value));
            add_parameter(&query, name, ZSTR_VAL(digits), ZSTR_LEN(digits));
            zend_string_release(digits);
        } else if (Z_TYPE_P(value) == IS_ARRAY) {
            /* However many are in it, it is not the one text that it should be: let it be repeated. */
            add_parameter(&query, name, "", 0);
            add_parameter(&query, name, "", 0);
        } else {
            zend_argument_type_error(position, "must hold texts, %s given", zend_zval_type_name(value));
            smart_str_free(&query);
            return NULL;
        }
    } ZEND_HASH_FOREACH_END();
    return smart_str_extract(&query);
}

zend_string *php_wxseal_write_json(zval *value, wxseal_status otherwise)
{
    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(value)) == 0) {
        return zend_string_init(ZEND_STRL("{}"), false);
    }
    const int options = PHP_JSON_UNESCAPED_UNICODE | PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_UNESCAPED_LINE_TERMINATORS
        | PHP_JSON_PRESERVE_ZERO_FRACTION;
    smart_str json = {0};
    /* What json_last_error() says is of the caller's own calls. */
    php_json_error_code before = JSON_G(error_code);
    int result = php_json_encode_ex(&json, value, options, PHP_JSON_PARSER_DEFAULT_DEPTH);
    php_json_error_code error = JSON_G(error_code);
    JSON_G(error_code) = before;
    /* Infinity is an error of a result that succeeds, and a JsonSerializable may have thrown something of its own. */
    if (result == SUCCESS && error == PHP_JSON_ERROR_NONE && !EG(exception)) {
        return smart_str_extract(&json);
    }
    smart_str_free(&json);
    if (!EG(exception)) {
        php_wxseal_throw(otherwise);
    }
    return NULL;
}

bool php_wxseal_read_json(zval *value, const char *json, size_t length)
{
    php_json_error_code before = JSON_G(error_code);
    if (php_json_decode_ex(value, json, length, PHP_JSON_OBJECT_AS_ARRAY, PHP_JSON_PARSER_DEFAULT_DEPTH) == SUCCESS) {
        return true;
    }
    JSON_G(error_code) = before;
    ZVAL_UNDEF(value);
    php_wxseal_throw(WXSEAL_ERROR_MALFORMED_MESSAGE);
    return false;
}

void php_wxseal_return_written(zval *return_value, wxseal_status status, zend_string *out, size_t length)
{
    if (status != WXSEAL_OK) {
        zend_string_efree(out);
        php_wxseal_throw(status);
        return;
    }
    out = zend_string_truncate(out, length, false);
    ZSTR_VAL(out)[length] = '\0';
    RETVAL_STR(out);
}
