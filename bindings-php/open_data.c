/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

PHP_FUNCTION(Wxseal_decrypt_open_data)
{
    wxseal_str session_key, encrypted_data, iv, app_id;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        WXSEAL_PARAM_TEXT(session_key)
        WXSEAL_PARAM_TEXT(encrypted_data)
        WXSEAL_PARAM_TEXT(iv)
        WXSEAL_PARAM_TEXT(app_id)
    ZEND_PARSE_PARAMETERS_END();

    size_t length = 0;
    zend_string *out = zend_string_alloc(encrypted_data.length, false);
    wxseal_status status =
        wxseal_decrypt_open_data(session_key, encrypted_data, iv, app_id, ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

PHP_FUNCTION(Wxseal_verify_raw_data)
{
    wxseal_str session_key, raw_data, signature;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        WXSEAL_PARAM_TEXT(session_key)
        WXSEAL_PARAM_TEXT(raw_data)
        WXSEAL_PARAM_TEXT(signature)
    ZEND_PARSE_PARAMETERS_END();

    php_wxseal_succeeded(wxseal_verify_raw_data(session_key, raw_data, signature));
}
