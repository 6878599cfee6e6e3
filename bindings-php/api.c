/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#define HELD wxseal_request
#include "holder.h"

static zend_class_entry *request_class;
static zend_class_entry *error_class;

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
    return php_wxseal_check_text(text, WXSEAL_ERROR_INVALID_CONFIG);
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

static void throw_refused(int64_t errcode, const char *errmsg, size_t length)
{
    zval exception, code, text;
    object_init_ex(&exception, error_class);
    zend_object *object = Z_OBJ(exception);
    zend_update_property_long(error_class, object, ZEND_STRL("errcode"), errcode);
    zend_update_property_stringl(error_class, object, ZEND_STRL("errmsg"), errmsg, length);

    smart_str message = {0};
    smart_str_appendl(&message, errmsg, length);
    smart_str_appends(&message, " (");
    smart_str_append_long(&message, errcode);
    smart_str_appendc(&message, ')');
    ZVAL_STR(&text, smart_str_extract(&message));
    ZVAL_LONG(&code, errcode);
    zend_update_property_ex(zend_ce_exception, object, ZSTR_KNOWN(ZEND_STR_MESSAGE), &text);
    zend_update_property_ex(zend_ce_exception, object, ZSTR_KNOWN(ZEND_STR_CODE), &code);
    zval_ptr_dtor(&text);
    zend_throw_exception_object(&exception);
}

PHP_METHOD(Wxseal_Api, read)
{
    zend_string *body;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(body)
    ZEND_PARSE_PARAMETERS_END();

    int64_t errcode;
    size_t length;
    /* What is written in JSON is no shorter than what it says. */
    char *errmsg = emalloc(ZSTR_LEN(body) + 1);
    wxseal_status status = wxseal_api_read(
        (const uint8_t *)ZSTR_VAL(body), ZSTR_LEN(body), &errcode, (uint8_t *)errmsg, ZSTR_LEN(body), &length);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
    } else if (errcode != 0) {
        throw_refused(errcode, errmsg, length);
    } else {
        php_wxseal_read_json(return_value, ZSTR_VAL(body), ZSTR_LEN(body));
    }
    efree(errmsg);
}

void php_wxseal_init_api_request(zend_class_entry *class)
{
    request_class = class;
    init_holder(class);
}

void php_wxseal_init_api_error(zend_class_entry *class)
{
    error_class = class;
}
