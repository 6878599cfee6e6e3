/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#include <string.h>

#define HELD wxseal_request
#include "holder.h"

static zend_class_entry *request_class;

PHP_METHOD(Wxseal_Api, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Api_Request, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Api_Request, method)
{
    ZEND_PARSE_PARAMETERS_NONE();

    php_wxseal_return_text(return_value, wxseal_str_of(wxseal_request_method(alive(ZEND_THIS))));
}

PHP_METHOD(Wxseal_Api_Request, url)
{
    ZEND_PARSE_PARAMETERS_NONE();

    php_wxseal_return_text(return_value, wxseal_str_of(wxseal_request_target(alive(ZEND_THIS))));
}

PHP_METHOD(Wxseal_Api_Request, body)
{
    ZEND_PARSE_PARAMETERS_NONE();

    php_wxseal_return_text(return_value, wxseal_request_body(alive(ZEND_THIS)));
}

static void return_request(zval *return_value, wxseal_status status, wxseal_request **request)
{
    if (php_wxseal_succeeded(status)) {
        hold(return_value, request_class, *request);
    }
}

/* JSON as the caller wrote it, or of an array; NULL where it has thrown, else the caller's to release. */
static zend_string *read_json(HashTable *fields, zend_string *json)
{
    if (json) {
        return zend_string_copy(json);
    }
    zval object;
    ZVAL_ARR(&object, fields);
    return php_wxseal_write_json(&object, WXSEAL_ERROR_UNWRITABLE_REPLY);
}

PHP_METHOD(Wxseal_Api, get)
{
    wxseal_str path;
    HashTable *array;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        WXSEAL_PARAM_TEXT(path)
        Z_PARAM_ARRAY_HT(array)
    ZEND_PARSE_PARAMETERS_END();

    php_wxseal_pairs parameters;
    if (php_wxseal_read_pairs(array, false, 2, &parameters)) {
        wxseal_request *request;
        wxseal_status status = wxseal_api_get(path, parameters.pairs, parameters.count, &request);
        return_request(return_value, status, &request);
    }
    php_wxseal_release_pairs(&parameters);
}

PHP_METHOD(Wxseal_Api, post)
{
    wxseal_str path, access_token;
    zend_string *json;
    HashTable *fields;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        WXSEAL_PARAM_TEXT(path)
        WXSEAL_PARAM_TEXT(access_token)
        Z_PARAM_ARRAY_HT_OR_STR(fields, json)
    ZEND_PARSE_PARAMETERS_END();

    json = read_json(fields, json);
    if (!json) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_api_post(path, access_token, php_wxseal_str(json), &request);
    zend_string_release(json);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, getAccessToken)
{
    wxseal_str app_id, secret;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        WXSEAL_PARAM_TEXT(app_id)
        WXSEAL_PARAM_TEXT(secret)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    return_request(return_value, wxseal_api_get_access_token(app_id, secret, &request), &request);
}

PHP_METHOD(Wxseal_Api, getStableAccessToken)
{
    wxseal_str app_id, secret;
    bool force_refresh = false;
    ZEND_PARSE_PARAMETERS_START(2, 3)
        WXSEAL_PARAM_TEXT(app_id)
        WXSEAL_PARAM_TEXT(secret)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(force_refresh)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    wxseal_status status = wxseal_api_get_stable_access_token(app_id, secret, force_refresh, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, code2session)
{
    wxseal_str app_id, secret, js_code;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        WXSEAL_PARAM_TEXT(app_id)
        WXSEAL_PARAM_TEXT(secret)
        WXSEAL_PARAM_TEXT(js_code)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    return_request(return_value, wxseal_api_code2session(app_id, secret, js_code, &request), &request);
}

PHP_METHOD(Wxseal_Api, getPhoneNumber)
{
    wxseal_str access_token, code;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        WXSEAL_PARAM_TEXT(access_token)
        WXSEAL_PARAM_TEXT(code)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    return_request(return_value, wxseal_api_get_phone_number(access_token, code, &request), &request);
}

PHP_METHOD(Wxseal_Api, sendSubscribeMessage)
{
    wxseal_str access_token, to_user, template_id, page = {0}, state = {0}, lang = {0};
    zend_string *json;
    HashTable *fields;
    ZEND_PARSE_PARAMETERS_START(4, 7)
        WXSEAL_PARAM_TEXT(access_token)
        WXSEAL_PARAM_TEXT(to_user)
        WXSEAL_PARAM_TEXT(template_id)
        Z_PARAM_ARRAY_HT_OR_STR(fields, json)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(page)
        WXSEAL_PARAM_TEXT_OR_NULL(state)
        WXSEAL_PARAM_TEXT_OR_NULL(lang)
    ZEND_PARSE_PARAMETERS_END();

    json = read_json(fields, json);
    if (!json) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_api_send_subscribe_message(
        access_token, to_user, template_id, php_wxseal_str(json), page, state, lang, &request);
    zend_string_release(json);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, msgSecCheck)
{
    wxseal_str access_token, openid, content, title = {0}, nickname = {0}, signature = {0};
    uint32_t scene;
    ZEND_PARSE_PARAMETERS_START(4, 7)
        WXSEAL_PARAM_TEXT(access_token)
        WXSEAL_PARAM_TEXT(openid)
        WXSEAL_PARAM_UINT32(scene)
        WXSEAL_PARAM_TEXT(content)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(title)
        WXSEAL_PARAM_TEXT_OR_NULL(nickname)
        WXSEAL_PARAM_TEXT_OR_NULL(signature)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    wxseal_status status =
        wxseal_api_msg_sec_check(access_token, openid, scene, content, title, nickname, signature, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, mediaCheckAsync)
{
    wxseal_str access_token, openid, media_url;
    uint32_t scene, media_type;
    ZEND_PARSE_PARAMETERS_START(5, 5)
        WXSEAL_PARAM_TEXT(access_token)
        WXSEAL_PARAM_TEXT(openid)
        WXSEAL_PARAM_UINT32(scene)
        WXSEAL_PARAM_TEXT(media_url)
        WXSEAL_PARAM_UINT32(media_type)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_request *request;
    wxseal_status status =
        wxseal_api_media_check_async(access_token, openid, scene, media_url, media_type, &request);
    return_request(return_value, status, &request);
}

/* The messages of the customer-service send call, and the fields of each in the order of the function's arguments. */
enum { MAX_FIELDS = 4 };
static const struct {
    const char *type;
    const char *fields[MAX_FIELDS];
} customer_messages[] = {
    {"text", {"content"}},
    {"image", {"media_id"}},
    {"link", {"title", "description", "url", "thumb_url"}},
    {"miniprogrampage", {"title", "pagepath", "thumb_media_id"}},
};
enum { TEXT, IMAGE, LINK, MINI_PROGRAM_PAGE, CUSTOMER_MESSAGES };

/* Finds the message's type and its texts, which stay the array's; or throws and says CUSTOMER_MESSAGES. */
static size_t read_customer_message(HashTable *message, wxseal_str texts[MAX_FIELDS])
{
    const zval *type = zend_hash_str_find_deref(message, ZEND_STRL("msgtype"));
    size_t found = 0;
    while (found < CUSTOMER_MESSAGES
           && (!type || Z_TYPE_P(type) != IS_STRING
               || !wxseal_str_is(php_wxseal_str(Z_STR_P(type)), customer_messages[found].type))) {
        found++;
    }
    if (found == CUSTOMER_MESSAGES) {
        zend_argument_value_error(3, "must have a msgtype of text, image, link or miniprogrampage");
        return CUSTOMER_MESSAGES;
    }
    const char *const *fields = customer_messages[found].fields;
    const zval *content = zend_hash_find_deref(message, Z_STR_P(type));
    for (size_t i = 0; i < MAX_FIELDS && fields[i]; i++) {
        const zval *text = content && Z_TYPE_P(content) == IS_ARRAY
            ? zend_hash_str_find_deref(Z_ARRVAL_P(content), fields[i], strlen(fields[i])) : NULL;
        if (!text || Z_TYPE_P(text) != IS_STRING) {
            zend_argument_value_error(3, "must have the text %s in %s", fields[i], Z_STRVAL_P(type));
            return CUSTOMER_MESSAGES;
        }
        texts[i] = php_wxseal_str(Z_STR_P(text));
    }
    return found;
}

PHP_METHOD(Wxseal_Api, sendCustomerMessage)
{
    wxseal_str token, user;
    HashTable *message;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        WXSEAL_PARAM_TEXT(token)
        WXSEAL_PARAM_TEXT(user)
        Z_PARAM_ARRAY_HT(message)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_str texts[MAX_FIELDS];
    wxseal_request *request;
    wxseal_status status = WXSEAL_OK;
    switch (read_customer_message(message, texts)) {
        case TEXT:
            status = wxseal_api_send_customer_text(token, user, texts[0], &request);
            break;
        case IMAGE:
            status = wxseal_api_send_customer_image(token, user, texts[0], &request);
            break;
        case LINK:
            status = wxseal_api_send_customer_link(token, user, texts[0], texts[1], texts[2], texts[3], &request);
            break;
        case MINI_PROGRAM_PAGE:
            status = wxseal_api_send_customer_mini_program_page(token, user, texts[0], texts[1], texts[2], &request);
            break;
        default:
            RETURN_THROWS();
    }
    return_request(return_value, status, &request);
}

void php_wxseal_init_api_request(zend_class_entry *class)
{
    request_class = class;
    init_holder(class);
}
