/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

static zend_class_entry *request_class;

PHP_METHOD(Wxseal_Platform, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Platform_Request, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

static void return_request(zval *return_value, wxseal_status status, wxseal_request **request)
{
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        return;
    }
    const uint8_t *body = NULL;
    size_t length = 0;
    wxseal_request_body(*request, &body, &length);

    object_init_ex(return_value, request_class);
    zend_object *object = Z_OBJ_P(return_value);
    zend_update_property_string(request_class, object, ZEND_STRL("method"), wxseal_request_method(*request));
    zend_update_property_string(request_class, object, ZEND_STRL("query"), wxseal_request_target(*request));
    zend_update_property_stringl(request_class, object, ZEND_STRL("body"), (const char *)body, length);
    wxseal_request_free(*request);
}

static bool check_stamp(const zend_string *timestamp, const zend_string *nonce)
{
    return php_wxseal_check_text(timestamp, WXSEAL_ERROR_MALFORMED_QUERY)
        && php_wxseal_check_text(nonce, WXSEAL_ERROR_MALFORMED_QUERY);
}

PHP_METHOD(Wxseal_Platform, urlCheck)
{
    zend_string *token, *timestamp, *nonce, *echostr;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_STR(token)
        Z_PARAM_STR(timestamp)
        Z_PARAM_STR(nonce)
        Z_PARAM_STR(echostr)
    ZEND_PARSE_PARAMETERS_END();

    if (!php_wxseal_check_text(token, WXSEAL_ERROR_INVALID_CONFIG) || !check_stamp(timestamp, nonce)
        || !php_wxseal_check_text(echostr, WXSEAL_ERROR_MALFORMED_QUERY)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_platform_url_check(
        ZSTR_VAL(token), ZSTR_VAL(timestamp), ZSTR_VAL(nonce), ZSTR_VAL(echostr), &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, encryptedUrlCheck)
{
    zend_object *crypt_object;
    zend_string *timestamp, *nonce, *echostr, *random = NULL;
    ZEND_PARSE_PARAMETERS_START(4, 5)
        Z_PARAM_OBJ_OF_CLASS(crypt_object, php_wxseal_msg_crypt_class)
        Z_PARAM_STR(timestamp)
        Z_PARAM_STR(nonce)
        Z_PARAM_STR(echostr)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    const uint8_t *random_bytes;
    const wxseal_msg_crypt *crypt = php_wxseal_msg_crypt_of(crypt_object);
    if (!crypt || !check_stamp(timestamp, nonce) || !php_wxseal_check_text(echostr, WXSEAL_ERROR_MALFORMED_QUERY)
        || !php_wxseal_read_random(random, &random_bytes)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_platform_encrypted_url_check(
        crypt, ZSTR_VAL(timestamp), ZSTR_VAL(nonce), ZSTR_VAL(echostr), random_bytes, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, push)
{
    zend_object *crypt_object;
    zend_string *message, *timestamp, *nonce, *format_name = NULL, *random = NULL;
    ZEND_PARSE_PARAMETERS_START(4, 6)
        Z_PARAM_OBJ_OF_CLASS(crypt_object, php_wxseal_msg_crypt_class)
        Z_PARAM_STR(message)
        Z_PARAM_STR(timestamp)
        Z_PARAM_STR(nonce)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(format_name)
        Z_PARAM_STR_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_format format;
    const uint8_t *random_bytes;
    const wxseal_msg_crypt *crypt = php_wxseal_msg_crypt_of(crypt_object);
    if (!crypt || !check_stamp(timestamp, nonce) || !php_wxseal_read_format(format_name, &format)
        || !php_wxseal_read_random(random, &random_bytes)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_platform_push(
        crypt, (const uint8_t *)ZSTR_VAL(message), ZSTR_LEN(message), ZSTR_VAL(timestamp), ZSTR_VAL(nonce),
        random_bytes, format, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, compatiblePush)
{
    zend_object *crypt_object;
    zend_string *message, *timestamp, *nonce, *random = NULL;
    ZEND_PARSE_PARAMETERS_START(4, 5)
        Z_PARAM_OBJ_OF_CLASS(crypt_object, php_wxseal_msg_crypt_class)
        Z_PARAM_STR(message)
        Z_PARAM_STR(timestamp)
        Z_PARAM_STR(nonce)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    const uint8_t *random_bytes;
    const wxseal_msg_crypt *crypt = php_wxseal_msg_crypt_of(crypt_object);
    if (!crypt || !check_stamp(timestamp, nonce) || !php_wxseal_read_random(random, &random_bytes)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_platform_compatible_push(
        crypt, (const uint8_t *)ZSTR_VAL(message), ZSTR_LEN(message), ZSTR_VAL(timestamp), ZSTR_VAL(nonce),
        random_bytes, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, plainPush)
{
    zend_string *token, *message, *timestamp, *nonce;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_STR(token)
        Z_PARAM_STR(message)
        Z_PARAM_STR(timestamp)
        Z_PARAM_STR(nonce)
    ZEND_PARSE_PARAMETERS_END();

    if (!php_wxseal_check_text(token, WXSEAL_ERROR_INVALID_CONFIG) || !check_stamp(timestamp, nonce)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_platform_plain_push(
        ZSTR_VAL(token), (const uint8_t *)ZSTR_VAL(message), ZSTR_LEN(message), ZSTR_VAL(timestamp), ZSTR_VAL(nonce),
        &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Platform, openReply)
{
    zend_object *crypt_object;
    zend_string *body;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJ_OF_CLASS(crypt_object, php_wxseal_msg_crypt_class)
        Z_PARAM_STR(body)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_msg_crypt *crypt = php_wxseal_msg_crypt_of(crypt_object);
    if (!crypt) {
        RETURN_THROWS();
    }
    size_t length = 0;
    zend_string *out = zend_string_alloc(ZSTR_LEN(body), false);
    wxseal_status status = wxseal_platform_open_reply(
        crypt, (const uint8_t *)ZSTR_VAL(body), ZSTR_LEN(body), (uint8_t *)ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

void php_wxseal_init_platform_request(zend_class_entry *class)
{
    request_class = class;
}
