/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

static zend_class_entry *request_class, *reply_class;

PHP_METHOD(Wxseal_Platform, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Platform_Request, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Platform_Reply, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

static void return_request(zval *return_value, wxseal_status status, wxseal_request **request)
{
    if (!php_wxseal_succeeded(status)) {
        return;
    }
    const wxseal_str parts[] = {
        wxseal_str_of(wxseal_request_method(*request)),
        wxseal_str_of(wxseal_request_target(*request)),
        wxseal_request_body(*request),
    };
    php_wxseal_return_texts(return_value, request_class, parts, 3);
    wxseal_request_free(*request);
}

PHP_METHOD(Wxseal_Platform, urlCheck)
{
    wxseal_str token, echostr, timestamp = {0}, nonce = {0};
    ZEND_PARSE_PARAMETERS_START(2, 4)
        WXSEAL_PARAM_TEXT(token)
        WXSEAL_PARAM_TEXT(echostr)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(timestamp)
        WXSEAL_PARAM_TEXT_OR_NULL(nonce)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    return_request(return_value, wxseal_platform_url_check(token, timestamp, nonce, echostr, &request), &request);
}

PHP_METHOD(Wxseal_Platform, encryptedUrlCheck)
{
    const wxseal_msg_crypt *crypt;
    wxseal_str echostr, timestamp = {0}, nonce = {0};
    const uint8_t *random = NULL;
    ZEND_PARSE_PARAMETERS_START(2, 5)
        WXSEAL_PARAM_MSG_CRYPT(crypt)
        WXSEAL_PARAM_TEXT(echostr)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(timestamp)
        WXSEAL_PARAM_TEXT_OR_NULL(nonce)
        WXSEAL_PARAM_RANDOM_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    wxseal_status status = wxseal_platform_encrypted_url_check(crypt, timestamp, nonce, echostr, random, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, push)
{
    const wxseal_msg_crypt *crypt;
    wxseal_str message, timestamp = {0}, nonce = {0};
    wxseal_format format = WXSEAL_FORMAT_XML;
    const uint8_t *random = NULL;
    ZEND_PARSE_PARAMETERS_START(2, 6)
        WXSEAL_PARAM_MSG_CRYPT(crypt)
        WXSEAL_PARAM_TEXT(message)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(timestamp)
        WXSEAL_PARAM_TEXT_OR_NULL(nonce)
        WXSEAL_PARAM_FORMAT(format)
        WXSEAL_PARAM_RANDOM_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    wxseal_status status = wxseal_platform_push(
        crypt, message.data, message.length, timestamp, nonce, format, random, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, compatiblePush)
{
    const wxseal_msg_crypt *crypt;
    wxseal_str message, timestamp = {0}, nonce = {0};
    const uint8_t *random = NULL;
    ZEND_PARSE_PARAMETERS_START(2, 5)
        WXSEAL_PARAM_MSG_CRYPT(crypt)
        WXSEAL_PARAM_TEXT(message)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(timestamp)
        WXSEAL_PARAM_TEXT_OR_NULL(nonce)
        WXSEAL_PARAM_RANDOM_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    wxseal_status status = wxseal_platform_compatible_push(
        crypt, message.data, message.length, timestamp, nonce, random, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, plainPush)
{
    wxseal_str token, message, timestamp = {0}, nonce = {0};
    ZEND_PARSE_PARAMETERS_START(2, 4)
        WXSEAL_PARAM_TEXT(token)
        WXSEAL_PARAM_TEXT(message)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(timestamp)
        WXSEAL_PARAM_TEXT_OR_NULL(nonce)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    wxseal_status status =
        wxseal_platform_plain_push(token, message.data, message.length, timestamp, nonce, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, openReply)
{
    const wxseal_msg_crypt *crypt;
    wxseal_str body;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        WXSEAL_PARAM_MSG_CRYPT(crypt)
        WXSEAL_PARAM_TEXT(body)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_reply *reply;
    if (!php_wxseal_succeeded(wxseal_platform_open_reply(crypt, body.data, body.length, &reply))) {
        RETURN_THROWS();
    }
    const wxseal_str parts[] = {
        wxseal_reply_message(reply),
        wxseal_reply_timestamp(reply),
        wxseal_reply_nonce(reply),
        php_wxseal_format_name(wxseal_reply_format(reply)),
    };
    php_wxseal_return_texts(return_value, reply_class, parts, 4);
    wxseal_reply_free(reply);
}

void php_wxseal_init_platform_request(zend_class_entry *class)
{
    request_class = class;
}

void php_wxseal_init_platform_reply(zend_class_entry *class)
{
    reply_class = class;
}
