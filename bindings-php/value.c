/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include "ext/json/php_json.h"

void php_wxseal_return_written(zval *return_value, wxseal_status status, zend_string *out, size_t length)
{
    if (!php_wxseal_succeeded(status)) {
        zend_string_efree(out);
        return;
    }
    out = zend_string_truncate(out, length, false);
    ZSTR_VAL(out)[length] = '\0';
    RETVAL_STR(out);
}

void php_wxseal_return_texts(zval *return_value, zend_class_entry *class, const wxseal_str *texts, uint32_t count)
{
    object_init_ex(return_value, class);
    for (uint32_t i = 0; i < count; i++) {
        ZVAL_STRINGL(OBJ_PROP_NUM(Z_OBJ_P(return_value), i), texts[i].data, texts[i].length);
    }
}

bool php_wxseal_read_json(zval *value, wxseal_str json)
{
    php_json_error_code before = JSON_G(error_code);
    /* PHP's parser looks for the NUL behind the text. */
    zend_string *text = zend_string_init(json.data, json.length, false);
    int result = php_json_decode_ex(
        value, ZSTR_VAL(text), ZSTR_LEN(text), PHP_JSON_OBJECT_AS_ARRAY, PHP_JSON_PARSER_DEFAULT_DEPTH);
    zend_string_release(text);
    JSON_G(error_code) = before;
    if (result == SUCCESS) {
        return true;
    }
    ZVAL_UNDEF(value);
    php_wxseal_throw(WXSEAL_ERROR_MALFORMED_MESSAGE);
    return false;
}

wxseal_str php_wxseal_format_name(wxseal_format format)
{
    return format == WXSEAL_FORMAT_XML ? WXSEAL_STR("xml") : WXSEAL_STR("json");
}
