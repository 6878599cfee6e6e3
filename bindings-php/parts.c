/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#define HELD wxseal_opened
#include "holder.h"

static zend_class_entry *sealed_class, *opened_class;

PHP_FUNCTION(Wxseal_sign)
{
    wxseal_str token, timestamp, nonce, encrypt;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        WXSEAL_PARAM_TEXT(token)
        WXSEAL_PARAM_TEXT(timestamp)
        WXSEAL_PARAM_TEXT(nonce)
        WXSEAL_PARAM_TEXT(encrypt)
    ZEND_PARSE_PARAMETERS_END();

    char signature[WXSEAL_SIGNATURE_SIZE];
    if (php_wxseal_succeeded(wxseal_sign(token, timestamp, nonce, encrypt, signature))) {
        RETURN_STRING(signature);
    }
}

PHP_METHOD(Wxseal_MsgCrypt, seal)
{
    wxseal_str message, timestamp = {0}, nonce = {0};
    const uint8_t *random = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 4)
        WXSEAL_PARAM_TEXT(message)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(timestamp)
        WXSEAL_PARAM_TEXT_OR_NULL(nonce)
        WXSEAL_PARAM_RANDOM_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_sealed *sealed;
    if (!php_wxseal_succeeded(wxseal_msg_crypt_seal(
            php_wxseal_msg_crypt_of(ZEND_THIS), message.data, message.length, timestamp, nonce, random, &sealed))) {
        RETURN_THROWS();
    }
    const wxseal_str parts[] = {
        wxseal_sealed_encrypt(sealed),
        wxseal_sealed_msg_signature(sealed),
        wxseal_sealed_timestamp(sealed),
        wxseal_sealed_nonce(sealed),
    };
    php_wxseal_return_texts(return_value, sealed_class, parts, 4);
    wxseal_sealed_free(sealed);
}

PHP_METHOD(Wxseal_MsgCrypt, open)
{
    wxseal_str msg_signature, timestamp, nonce, encrypt;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        WXSEAL_PARAM_TEXT(msg_signature)
        WXSEAL_PARAM_TEXT(timestamp)
        WXSEAL_PARAM_TEXT(nonce)
        WXSEAL_PARAM_TEXT(encrypt)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_opened *opened;
    if (php_wxseal_succeeded(wxseal_msg_crypt_open(
            php_wxseal_msg_crypt_of(ZEND_THIS), msg_signature, timestamp, nonce, encrypt, &opened))) {
        hold(return_value, opened_class, opened);
    }
}

PHP_METHOD(Wxseal_Sealed, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Opened, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Opened, message)
{
    ZEND_PARSE_PARAMETERS_NONE();

    php_wxseal_return_text(return_value, wxseal_opened_message(alive(ZEND_THIS)));
}

PHP_METHOD(Wxseal_Opened, receiveId)
{
    ZEND_PARSE_PARAMETERS_NONE();

    php_wxseal_return_text(return_value, wxseal_opened_receive_id(alive(ZEND_THIS)));
}

void php_wxseal_init_sealed(zend_class_entry *class)
{
    sealed_class = class;
}

void php_wxseal_init_opened(zend_class_entry *class)
{
    opened_class = class;
    init_holder(class);
}
