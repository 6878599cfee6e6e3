/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

PHP_FUNCTION(Wxseal_decrypt_open_data)
{
    zend_string *session_key, *encrypted_data, *iv, *app_id;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_STR(session_key)
        Z_PARAM_STR(encrypted_data)
        Z_PARAM_STR(iv)
        Z_PARAM_STR(app_id)
    ZEND_PARSE_PARAMETERS_END();

    if (!php_wxseal_check_text(session_key, WXSEAL_ERROR_INVALID_KEY)
        || !php_wxseal_check_text(encrypted_data, WXSEAL_ERROR_INVALID_BASE64)
        || !php_wxseal_check_text(iv, WXSEAL_ERROR_INVALID_BASE64)
        || !php_wxseal_check_text(app_id, WXSEAL_ERROR_RECEIVE_ID_MISMATCH)) {
        RETURN_THROWS();
    }
    size_t length = 0;
    zend_string *out = zend_string_alloc(ZSTR_LEN(encrypted_data), false);
    wxseal_status status = wxseal_decrypt_open_data(
        ZSTR_VAL(session_key), ZSTR_VAL(encrypted_data), ZSTR_VAL(iv), ZSTR_VAL(app_id),
        (uint8_t *)ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

PHP_FUNCTION(Wxseal_verify_raw_data)
{
    zend_string *session_key, *raw_data, *signature;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(session_key)
        Z_PARAM_STR(raw_data)
        Z_PARAM_STR(signature)
    ZEND_PARSE_PARAMETERS_END();

    if (!php_wxseal_check_text(session_key, WXSEAL_ERROR_INVALID_KEY)
        || !php_wxseal_check_text(raw_data, WXSEAL_ERROR_SIGNATURE_MISMATCH)
        || !php_wxseal_check_text(signature, WXSEAL_ERROR_SIGNATURE_MISMATCH)) {
        RETURN_THROWS();
    }
    wxseal_status status = wxseal_verify_raw_data(ZSTR_VAL(session_key), ZSTR_VAL(raw_data), ZSTR_VAL(signature));
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
}
