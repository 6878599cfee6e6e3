/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#include <inttypes.h>

#include "ext/json/php_json.h"
#include "zend_smart_str.h"

bool php_wxseal_read_body(zval *given, uint32_t position, wxseal_str *body)
{
    zend_string *bytes;
    /* What a parser left: an array, or null, of which PHP would make the empty text. */
    if (Z_TYPE_P(given) != IS_NULL && zend_parse_arg_str(given, &bytes, false, position)) {
        *body = php_wxseal_str(bytes);
        return true;
    }
    if (!EG(exception)) {
        zend_argument_type_error(
            position, "must be the raw body, before any parser: file_get_contents('php://input'); %s given",
            zend_zval_type_name(given));
    }
    return false;
}

bool php_wxseal_read_format(const zend_string *given, wxseal_format *format)
{
    if (zend_string_equals_literal(given, "xml")) {
        *format = WXSEAL_FORMAT_XML;
    } else if (zend_string_equals_literal(given, "json")) {
        *format = WXSEAL_FORMAT_JSON;
    } else {
        php_wxseal_throw(WXSEAL_ERROR_INVALID_FORMAT);
        return false;
    }
    return true;
}

bool php_wxseal_read_random(const zend_string *given, const uint8_t **bytes)
{
    if (given && ZSTR_LEN(given) != WXSEAL_RANDOM_BYTES) {
        php_wxseal_throw(WXSEAL_ERROR_INVALID_RANDOM);
        return false;
    }
    *bytes = given ? (const uint8_t *)ZSTR_VAL(given) : NULL;
    return true;
}

bool php_wxseal_check_range(int64_t given, int64_t least, int64_t most, uint32_t position)
{
    if (given >= least && given <= most) {
        return true;
    }
    if (most == INT64_MAX) {
        zend_argument_value_error(position, "must be greater than or equal to %" PRId64, least);
    } else {
        zend_argument_value_error(position, "must be between %" PRId64 " and %" PRId64, least, most);
    }
    return false;
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
    php_wxseal_throw(otherwise);
    return NULL;
}

zend_string *php_wxseal_read_object(zval *value, uint32_t position)
{
    if (Z_TYPE_P(value) == IS_STRING) {
        return zend_string_copy(Z_STR_P(value));
    }
    if (Z_TYPE_P(value) == IS_ARRAY || Z_TYPE_P(value) == IS_OBJECT) {
        return php_wxseal_write_json(value, WXSEAL_ERROR_UNWRITABLE_REPLY);
    }
    zend_argument_type_error(position, "must be of type object|array|string, %s given", zend_zval_type_name(value));
    return NULL;
}
