/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#define HELD wxseal_msg_crypt
#include "holder.h"

zend_class_entry *php_wxseal_msg_crypt_class;

const wxseal_msg_crypt *php_wxseal_msg_crypt_of(const zval *object)
{
    return alive(object);
}

static bool read_dialect(const zend_string *name, wxseal_dialect *dialect)
{
    if (zend_string_equals_literal(name, "wechat")) {
        *dialect = WXSEAL_DIALECT_WECHAT;
    } else if (zend_string_equals_literal(name, "wecom")) {
        *dialect = WXSEAL_DIALECT_WECOM;
    } else {
        php_wxseal_throw(WXSEAL_ERROR_INVALID_DIALECT);
        return false;
    }
    return true;
}

PHP_METHOD(Wxseal_MsgCrypt, __construct)
{
    wxseal_str token, key, receive_id;
    zend_string *dialect_name = NULL;
    wxseal_dialect dialect = WXSEAL_DEFAULT_DIALECT;
    uint64_t max_body = 0;
    ZEND_PARSE_PARAMETERS_START(3, 5)
        WXSEAL_PARAM_TEXT(token)
        WXSEAL_PARAM_TEXT(key)
        WXSEAL_PARAM_TEXT(receive_id)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(dialect_name)
        WXSEAL_PARAM_NUMBER_OR_NULL(max_body)
    ZEND_PARSE_PARAMETERS_END();

    if (!is_new(ZEND_THIS) || (dialect_name && !read_dialect(dialect_name, &dialect))) {
        RETURN_THROWS();
    }
    php_wxseal_succeeded(
        wxseal_msg_crypt_new_with(token, key, receive_id, dialect, max_body, &self(ZEND_THIS)->held));
}

PHP_METHOD(Wxseal_MsgCrypt, verifyUrl)
{
    wxseal_str msg_signature, timestamp, nonce, echostr;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        WXSEAL_PARAM_TEXT(msg_signature)
        WXSEAL_PARAM_TEXT(timestamp)
        WXSEAL_PARAM_TEXT(nonce)
        WXSEAL_PARAM_TEXT(echostr)
    ZEND_PARSE_PARAMETERS_END();

    size_t length = 0;
    zend_string *out = zend_string_alloc(echostr.length, false);
    wxseal_status status = wxseal_msg_crypt_verify_url(
        alive(ZEND_THIS), msg_signature, timestamp, nonce, echostr, ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

PHP_METHOD(Wxseal_MsgCrypt, decrypt)
{
    wxseal_str msg_signature, timestamp, nonce, body;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        WXSEAL_PARAM_TEXT(msg_signature)
        WXSEAL_PARAM_TEXT(timestamp)
        WXSEAL_PARAM_TEXT(nonce)
        WXSEAL_PARAM_BODY(body)
    ZEND_PARSE_PARAMETERS_END();

    size_t length = 0;
    zend_string *out = zend_string_alloc(body.length, false);
    wxseal_status status = wxseal_msg_crypt_decrypt(
        alive(ZEND_THIS), msg_signature, timestamp, nonce, body.data, body.length,
        ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

PHP_METHOD(Wxseal_MsgCrypt, encrypt)
{
    wxseal_str message, timestamp = {0}, nonce = {0};
    wxseal_format format = WXSEAL_FORMAT_XML;
    const uint8_t *random = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 5)
        WXSEAL_PARAM_TEXT(message)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(timestamp)
        WXSEAL_PARAM_TEXT_OR_NULL(nonce)
        WXSEAL_PARAM_FORMAT(format)
        WXSEAL_PARAM_RANDOM_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_msg_crypt *crypt = alive(ZEND_THIS);
    size_t length = 0;
    /* A bound of 0 means that the message is too long; the call that follows says so. */
    zend_string *out = zend_string_alloc(wxseal_msg_crypt_encrypt_bound(crypt, message.length, format), false);
    wxseal_status status = wxseal_msg_crypt_encrypt(
        crypt, message.data, message.length, timestamp, nonce, format, random, ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

void php_wxseal_init_msg_crypt(zend_class_entry *class)
{
    php_wxseal_msg_crypt_class = class;
    init_holder(class);
}
