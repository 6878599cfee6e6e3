/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include <inttypes.h>

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

    const wxseal_request *request = alive(Z_OBJ_P(ZEND_THIS));
    if (!request) {
        RETURN_THROWS();
    }
    RETURN_STRING(wxseal_request_method(request));
}

PHP_METHOD(Wxseal_Api_Request, url)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_request *request = alive(Z_OBJ_P(ZEND_THIS));
    if (!request) {
        RETURN_THROWS();
    }
    RETURN_STRING(wxseal_request_target(request));
}

PHP_METHOD(Wxseal_Api_Request, body)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_request *request = alive(Z_OBJ_P(ZEND_THIS));
    if (!request) {
        RETURN_THROWS();
    }
    const uint8_t *body;
    size_t length;
    wxseal_status status = wxseal_request_body(request, &body, &length);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    RETURN_STRINGL((const char *)body, length);
}

static void return_request(zval *return_value, wxseal_status status, wxseal_request **request)
{
    if (status == WXSEAL_OK) {
        hold(return_value, request_class, *request);
    } else {
        php_wxseal_throw(status);
    }
}

static bool check_parameter(const zend_string *text)
{
    return php_wxseal_check_text(text, WXSEAL_ERROR_INVALID_TEXT);
}

static bool check_path(const zend_string *path)
{
    return php_wxseal_check_text(path, WXSEAL_ERROR_INVALID_PATH);
}

static bool check_content(const zend_string *text)
{
    return php_wxseal_check_text(text, WXSEAL_ERROR_UNWRITABLE_REPLY);
}

static bool check_optional(const zend_string *text)
{
    return !text || check_content(text);
}

static const char *or_null(const zend_string *text)
{
    return text ? ZSTR_VAL(text) : NULL;
}

/* JSON as the caller wrote it, or of an array; NULL where it has thrown, else the caller's to release. */
static zend_string *read_object(HashTable *fields, zend_string *json)
{
    if (json) {
        return check_content(json) ? zend_string_copy(json) : NULL;
    }
    zval object;
    ZVAL_ARR(&object, fields);
    return php_wxseal_write_json(&object, WXSEAL_ERROR_UNWRITABLE_REPLY);
}

/* A number that the platform gave a meaning to. `position` is the argument's, counted from 1. */
static bool read_number(zend_long number, uint32_t position, uint32_t *out)
{
    if (number < 0 || (zend_ulong)number > UINT32_MAX) {
        zend_argument_value_error(position, "must be between 0 and %" PRIu32, UINT32_MAX);
        return false;
    }
    *out = (uint32_t)number;
    return true;
}

/* Reads the names and values of an array, as pairs: says how many texts there are, each the caller's to release. Where it
 * throws, those are the ones before. */
static size_t read_pairs(HashTable *pairs, zend_string **texts)
{
    size_t count = 0;
    zend_ulong index;
    zend_string *name;
    zval *value;
    ZEND_HASH_FOREACH_KEY_VAL(pairs, index, name, value) {
        ZVAL_DEREF(value);
        if (Z_TYPE_P(value) != IS_STRING && Z_TYPE_P(value) != IS_LONG) {
            zend_argument_type_error(2, "must hold texts, %s given", zend_zval_type_name(value));
            break;
        }
        /* A name of digits is a number to PHP. */
        texts[count++] = name ? zend_string_copy(name) : zend_long_to_str((zend_long)index);
        texts[count++] = zval_get_string(value);
        if (!check_parameter(texts[count - 2]) || !check_parameter(texts[count - 1])) {
            break;
        }
    } ZEND_HASH_FOREACH_END();
    return count;
}

PHP_METHOD(Wxseal_Api, get)
{
    zend_string *path;
    HashTable *pairs;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(path)
        Z_PARAM_ARRAY_HT(pairs)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_path(path)) {
        RETURN_THROWS();
    }
    const size_t most = zend_hash_num_elements(pairs);
    zend_string **texts = safe_emalloc(most, 2 * sizeof(*texts), 0);
    wxseal_parameter *parameters = safe_emalloc(most, sizeof(*parameters), 0);
    const size_t count = read_pairs(pairs, texts) / 2;
    if (!EG(exception)) {
        for (size_t i = 0; i < count; i++) {
            parameters[i].name = ZSTR_VAL(texts[2 * i]);
            parameters[i].value = ZSTR_VAL(texts[2 * i + 1]);
        }
        wxseal_request *request;
        return_request(return_value, wxseal_api_get(ZSTR_VAL(path), parameters, count, &request), &request);
    }
    for (size_t i = 0; i < 2 * count; i++) {
        zend_string_release(texts[i]);
    }
    efree(parameters);
    efree(texts);
}

PHP_METHOD(Wxseal_Api, post)
{
    zend_string *path, *access_token, *json;
    HashTable *fields;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(path)
        Z_PARAM_STR(access_token)
        Z_PARAM_ARRAY_HT_OR_STR(fields, json)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_path(path) || !check_parameter(access_token) || !(json = read_object(fields, json))) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status =
        wxseal_api_post(ZSTR_VAL(path), ZSTR_VAL(access_token), ZSTR_VAL(json), &request);
    zend_string_release(json);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, getAccessToken)
{
    zend_string *app_id, *secret;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(app_id)
        Z_PARAM_STR(secret)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_parameter(app_id) || !check_parameter(secret)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    return_request(return_value, wxseal_api_get_access_token(ZSTR_VAL(app_id), ZSTR_VAL(secret), &request), &request);
}

PHP_METHOD(Wxseal_Api, getStableAccessToken)
{
    zend_string *app_id, *secret;
    bool force_refresh = false;
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(app_id)
        Z_PARAM_STR(secret)
        Z_PARAM_OPTIONAL
        Z_PARAM_BOOL(force_refresh)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_parameter(app_id) || !check_parameter(secret)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status =
        wxseal_api_get_stable_access_token(ZSTR_VAL(app_id), ZSTR_VAL(secret), force_refresh, &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, code2session)
{
    zend_string *app_id, *secret, *js_code;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(app_id)
        Z_PARAM_STR(secret)
        Z_PARAM_STR(js_code)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_parameter(app_id) || !check_parameter(secret) || !check_parameter(js_code)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status =
        wxseal_api_code2session(ZSTR_VAL(app_id), ZSTR_VAL(secret), ZSTR_VAL(js_code), &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, getPhoneNumber)
{
    zend_string *access_token, *code;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(access_token)
        Z_PARAM_STR(code)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_parameter(access_token) || !check_parameter(code)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    return_request(
        return_value, wxseal_api_get_phone_number(ZSTR_VAL(access_token), ZSTR_VAL(code), &request), &request);
}

PHP_METHOD(Wxseal_Api, sendSubscribeMessage)
{
    zend_string *access_token, *to_user, *template_id, *json, *page = NULL, *state = NULL, *lang = NULL;
    HashTable *fields;
    ZEND_PARSE_PARAMETERS_START(4, 7)
        Z_PARAM_STR(access_token)
        Z_PARAM_STR(to_user)
        Z_PARAM_STR(template_id)
        Z_PARAM_ARRAY_HT_OR_STR(fields, json)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(page)
        Z_PARAM_STR_OR_NULL(state)
        Z_PARAM_STR_OR_NULL(lang)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_parameter(access_token) || !check_parameter(to_user) || !check_content(template_id)
        || !check_optional(page) || !check_optional(state) || !check_optional(lang)
        || !(json = read_object(fields, json))) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_api_send_subscribe_message(
        ZSTR_VAL(access_token), ZSTR_VAL(to_user), ZSTR_VAL(template_id), ZSTR_VAL(json), or_null(page), or_null(state),
        or_null(lang), &request);
    zend_string_release(json);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, msgSecCheck)
{
    zend_string *access_token, *openid, *content, *title = NULL, *nickname = NULL, *signature = NULL;
    zend_long number;
    ZEND_PARSE_PARAMETERS_START(4, 7)
        Z_PARAM_STR(access_token)
        Z_PARAM_STR(openid)
        Z_PARAM_LONG(number)
        Z_PARAM_STR(content)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(title)
        Z_PARAM_STR_OR_NULL(nickname)
        Z_PARAM_STR_OR_NULL(signature)
    ZEND_PARSE_PARAMETERS_END();

    uint32_t scene;
    if (!check_parameter(access_token) || !check_parameter(openid) || !read_number(number, 3, &scene)
        || !check_content(content) || !check_optional(title) || !check_optional(nickname)
        || !check_optional(signature)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_api_msg_sec_check(
        ZSTR_VAL(access_token), ZSTR_VAL(openid), scene, ZSTR_VAL(content), or_null(title), or_null(nickname),
        or_null(signature), &request);
    return_request(return_value, status, &request);
}

PHP_METHOD(Wxseal_Api, mediaCheckAsync)
{
    zend_string *access_token, *openid, *media_url;
    zend_long scene_number, type_number;
    ZEND_PARSE_PARAMETERS_START(5, 5)
        Z_PARAM_STR(access_token)
        Z_PARAM_STR(openid)
        Z_PARAM_LONG(scene_number)
        Z_PARAM_STR(media_url)
        Z_PARAM_LONG(type_number)
    ZEND_PARSE_PARAMETERS_END();

    uint32_t scene, media_type;
    if (!check_parameter(access_token) || !check_parameter(openid) || !read_number(scene_number, 3, &scene)
        || !check_content(media_url) || !read_number(type_number, 5, &media_type)) {
        RETURN_THROWS();
    }
    wxseal_request *request;
    wxseal_status status = wxseal_api_media_check_async(
        ZSTR_VAL(access_token), ZSTR_VAL(openid), scene, ZSTR_VAL(media_url), media_type, &request);
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
static size_t read_customer_message(HashTable *message, const char *texts[MAX_FIELDS])
{
    const zval *type = zend_hash_str_find_deref(message, ZEND_STRL("msgtype"));
    size_t found = 0;
    while (found < CUSTOMER_MESSAGES
           && (!type || Z_TYPE_P(type) != IS_STRING || strcmp(Z_STRVAL_P(type), customer_messages[found].type) != 0)) {
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
        if (!php_wxseal_check_text(Z_STR_P(text), WXSEAL_ERROR_UNWRITABLE_REPLY)) {
            return CUSTOMER_MESSAGES;
        }
        texts[i] = Z_STRVAL_P(text);
    }
    return found;
}

PHP_METHOD(Wxseal_Api, sendCustomerMessage)
{
    zend_string *access_token, *to_user;
    HashTable *message;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(access_token)
        Z_PARAM_STR(to_user)
        Z_PARAM_ARRAY_HT(message)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_parameter(access_token) || !check_parameter(to_user)) {
        RETURN_THROWS();
    }
    const char *token = ZSTR_VAL(access_token), *user = ZSTR_VAL(to_user), *texts[MAX_FIELDS];
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
