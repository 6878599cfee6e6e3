/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include <string.h>

#define HELD wxseal_msg_crypt
#include "holder.h"

zend_class_entry *php_wxseal_msg_crypt_class;

const wxseal_msg_crypt *php_wxseal_msg_crypt_of(zend_object *object)
{
    return alive(object);
}

PHP_METHOD(Wxseal_MsgCrypt, __construct)
{
    zend_string *token, *key, *receive_id, *dialect_name = NULL;
    ZEND_PARSE_PARAMETERS_START(3, 4)
        Z_PARAM_STR(token)
        Z_PARAM_STR(key)
        Z_PARAM_STR(receive_id)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(dialect_name)
    ZEND_PARSE_PARAMETERS_END();

    if (!is_new(Z_OBJ_P(ZEND_THIS))) {
        RETURN_THROWS();
    }

    wxseal_dialect dialect = WXSEAL_DEFAULT_DIALECT;
    if (dialect_name && zend_string_equals_literal(dialect_name, "wechat")) {
        dialect = WXSEAL_DIALECT_WECHAT;
    } else if (dialect_name && zend_string_equals_literal(dialect_name, "wecom")) {
        dialect = WXSEAL_DIALECT_WECOM;
    } else if (dialect_name) {
        php_wxseal_throw(WXSEAL_ERROR_INVALID_DIALECT);
        RETURN_THROWS();
    }

    if (!php_wxseal_check_text(token, WXSEAL_ERROR_INVALID_CONFIG)
        || !php_wxseal_check_text(receive_id, WXSEAL_ERROR_INVALID_RECEIVE_ID)) {
        RETURN_THROWS();
    }
    /* A key with a NUL is looked at for its position alone: C would take what stands before the NUL for a key. */
    wxseal_status status = WXSEAL_ERROR_INVALID_KEY;
    if (strlen(ZSTR_VAL(key)) == ZSTR_LEN(key)) {
        status = wxseal_msg_crypt_new_with(
            ZSTR_VAL(token), ZSTR_VAL(key), ZSTR_VAL(receive_id), dialect, 0, &holder_of(Z_OBJ_P(ZEND_THIS))->held);
    }
    if (status == WXSEAL_ERROR_INVALID_KEY) {
        size_t position = strlen(ZSTR_VAL(key));
        wxseal_check_encoding_aes_key(ZSTR_VAL(key), &position);
        php_wxseal_throw_invalid_key(position);
        RETURN_THROWS();
    }
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
}

PHP_METHOD(Wxseal_MsgCrypt, verifyUrl)
{
    zend_string *msg_signature, *timestamp, *nonce, *echostr;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_STR(msg_signature)
        Z_PARAM_STR(timestamp)
        Z_PARAM_STR(nonce)
        Z_PARAM_STR(echostr)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_msg_crypt *crypt = alive(Z_OBJ_P(ZEND_THIS));
    if (!crypt || !php_wxseal_check_text(msg_signature, WXSEAL_ERROR_SIGNATURE_MISMATCH)
        || !php_wxseal_check_text(timestamp, WXSEAL_ERROR_MALFORMED_QUERY)
        || !php_wxseal_check_text(nonce, WXSEAL_ERROR_MALFORMED_QUERY)
        || !php_wxseal_check_text(echostr, WXSEAL_ERROR_INVALID_BASE64)) {
        RETURN_THROWS();
    }
    size_t length = 0;
    zend_string *out = zend_string_alloc(ZSTR_LEN(echostr), false);
    wxseal_status status = wxseal_msg_crypt_verify_url(
        crypt, ZSTR_VAL(msg_signature), ZSTR_VAL(timestamp), ZSTR_VAL(nonce), ZSTR_VAL(echostr),
        (uint8_t *)ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

PHP_METHOD(Wxseal_MsgCrypt, decrypt)
{
    zend_string *msg_signature, *timestamp, *nonce, *bytes;
    zval *body;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_STR(msg_signature)
        Z_PARAM_STR(timestamp)
        Z_PARAM_STR(nonce)
        Z_PARAM_ZVAL(body)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_msg_crypt *crypt = alive(Z_OBJ_P(ZEND_THIS));
    if (!crypt || !php_wxseal_read_body(body, 4, &bytes)
        || !php_wxseal_check_text(msg_signature, WXSEAL_ERROR_SIGNATURE_MISMATCH)
        || !php_wxseal_check_text(timestamp, WXSEAL_ERROR_MALFORMED_QUERY)
        || !php_wxseal_check_text(nonce, WXSEAL_ERROR_MALFORMED_QUERY)) {
        RETURN_THROWS();
    }
    size_t length = 0;
    zend_string *out = zend_string_alloc(ZSTR_LEN(bytes), false);
    wxseal_status status = wxseal_msg_crypt_decrypt(
        crypt, ZSTR_VAL(msg_signature), ZSTR_VAL(timestamp), ZSTR_VAL(nonce),
        (const uint8_t *)ZSTR_VAL(bytes), ZSTR_LEN(bytes),
        (uint8_t *)ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

PHP_METHOD(Wxseal_MsgCrypt, encrypt)
{
    zend_string *message, *timestamp = NULL, *nonce = NULL, *format_name = NULL, *random = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 5)
        Z_PARAM_STR(message)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(timestamp)
        Z_PARAM_STR_OR_NULL(nonce)
        Z_PARAM_STR(format_name)
        Z_PARAM_STR_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    const uint8_t *random_bytes;
    wxseal_format format;
    if (!php_wxseal_read_random(random, &random_bytes) || !php_wxseal_read_format(format_name, &format)) {
        RETURN_THROWS();
    }

    const wxseal_msg_crypt *crypt = alive(Z_OBJ_P(ZEND_THIS));
    if (!crypt || (timestamp && !php_wxseal_check_text(timestamp, WXSEAL_ERROR_UNWRITABLE_REPLY))
        || (nonce && !php_wxseal_check_text(nonce, WXSEAL_ERROR_UNWRITABLE_REPLY))) {
        RETURN_THROWS();
    }
    size_t length = 0;
    /* A bound of 0 means that the message is too long; the call that follows says so. */
    zend_string *out = zend_string_alloc(wxseal_msg_crypt_encrypt_bound(crypt, ZSTR_LEN(message), format), false);
    wxseal_status status = wxseal_msg_crypt_encrypt(
        crypt, (const uint8_t *)ZSTR_VAL(message), ZSTR_LEN(message),
        timestamp ? ZSTR_VAL(timestamp) : NULL, nonce ? ZSTR_VAL(nonce) : NULL,
        random_bytes, format,
        (uint8_t *)ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

void php_wxseal_init_msg_crypt(zend_class_entry *class)
{
    php_wxseal_msg_crypt_class = class;
    init_holder(class);
}
