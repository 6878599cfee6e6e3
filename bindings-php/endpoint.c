/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#define HELD wxseal_endpoint
#include "holder.h"

static zend_class_entry *endpoint_class;

/* What both kinds of endpoint may be set to. */
typedef struct {
    zend_long tolerance;
    bool unchecked;
    zend_string *account;
    zend_long max_body;
    bool default_max_body;
} settings;

/* Sets a new endpoint up and gives it to the object; or frees it, and throws. `position` is the first setting's. */
static void set_up(holder *self, wxseal_endpoint *endpoint, const settings *settings, uint32_t position)
{
    if (!settings->unchecked && settings->tolerance < 0) {
        zend_argument_value_error(position, "must be greater than or equal to 0");
        goto fail;
    }
    if (!settings->default_max_body && settings->max_body < 0) {
        zend_argument_value_error(position + 2, "must be greater than or equal to 0");
        goto fail;
    }
    if (settings->account && !php_wxseal_check_text(settings->account, WXSEAL_ERROR_INVALID_ACCOUNT)) {
        goto fail;
    }
    wxseal_status status = wxseal_endpoint_set_tolerance(endpoint, settings->unchecked ? -1 : settings->tolerance);
    if (status == WXSEAL_OK && settings->account) {
        status = wxseal_endpoint_set_account(endpoint, ZSTR_VAL(settings->account));
    }
    if (status == WXSEAL_OK && !settings->default_max_body) {
        status = wxseal_endpoint_set_max_body(endpoint, settings->max_body);
    }
    if (status == WXSEAL_OK) {
        self->held = endpoint;
        return;
    }
    php_wxseal_throw(status);
fail:
    wxseal_endpoint_free(endpoint);
}

static bool also_accept(wxseal_endpoint *endpoint, HashTable *crypts)
{
    zval *item;
    ZEND_HASH_FOREACH_VAL(crypts, item) {
        ZVAL_DEREF(item);
        if (Z_TYPE_P(item) != IS_OBJECT || Z_OBJCE_P(item) != php_wxseal_msg_crypt_class) {
            zend_argument_type_error(
                2, "must be an array of %s, %s given", ZSTR_VAL(php_wxseal_msg_crypt_class->name),
                zend_zval_type_name(item));
            return false;
        }
        const wxseal_msg_crypt *crypt = php_wxseal_msg_crypt_of(Z_OBJ_P(item));
        if (!crypt) {
            return false;
        }
        wxseal_status status = wxseal_endpoint_also_accept(endpoint, crypt);
        if (status != WXSEAL_OK) {
            php_wxseal_throw(status);
            return false;
        }
    } ZEND_HASH_FOREACH_END();
    return true;
}

PHP_METHOD(Wxseal_Endpoint, __construct)
{
    zend_object *crypt_object;
    HashTable *more = NULL;
    settings settings = {.tolerance = WXSEAL_DEFAULT_TOLERANCE, .default_max_body = true};
    ZEND_PARSE_PARAMETERS_START(1, 5)
        Z_PARAM_OBJ_OF_CLASS(crypt_object, php_wxseal_msg_crypt_class)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(more)
        Z_PARAM_LONG_OR_NULL(settings.tolerance, settings.unchecked)
        Z_PARAM_STR_OR_NULL(settings.account)
        Z_PARAM_LONG_OR_NULL(settings.max_body, settings.default_max_body)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_msg_crypt *crypt = php_wxseal_msg_crypt_of(crypt_object);
    if (!crypt || !is_new(Z_OBJ_P(ZEND_THIS))) {
        RETURN_THROWS();
    }
    wxseal_endpoint *endpoint;
    wxseal_status status = wxseal_endpoint_new(crypt, &endpoint);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    if (more && !also_accept(endpoint, more)) {
        wxseal_endpoint_free(endpoint);
        RETURN_THROWS();
    }
    set_up(holder_of(Z_OBJ_P(ZEND_THIS)), endpoint, &settings, 3);
}

PHP_METHOD(Wxseal_Endpoint, plain)
{
    zend_string *token;
    settings settings = {.tolerance = WXSEAL_DEFAULT_TOLERANCE, .default_max_body = true};
    ZEND_PARSE_PARAMETERS_START(1, 4)
        Z_PARAM_STR(token)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(settings.tolerance, settings.unchecked)
        Z_PARAM_STR_OR_NULL(settings.account)
        Z_PARAM_LONG_OR_NULL(settings.max_body, settings.default_max_body)
    ZEND_PARSE_PARAMETERS_END();

    if (!php_wxseal_check_text(token, WXSEAL_ERROR_INVALID_CONFIG)) {
        RETURN_THROWS();
    }
    wxseal_endpoint *endpoint;
    wxseal_status status = wxseal_endpoint_plain(ZSTR_VAL(token), &endpoint);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    set_up(hold(return_value, endpoint_class, NULL), endpoint, &settings, 2);
}

/* What receive() and diagnose() are asked. */
typedef struct {
    const wxseal_endpoint *endpoint;
    const char *method;
    zend_string *query; /* to be released */
    const uint8_t *body;
    size_t body_length;
    uint64_t now;
} request;

static bool read_request(INTERNAL_FUNCTION_PARAMETERS, request *request)
{
    zend_string *method, *raw_query, *bytes = NULL;
    zval *body = NULL;
    HashTable *decoded_query;
    zend_long now = 0;
    bool now_absent = true;
    ZEND_PARSE_PARAMETERS_START(2, 4)
        Z_PARAM_STR(method)
        Z_PARAM_ARRAY_HT_OR_STR(decoded_query, raw_query)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(body)
        Z_PARAM_LONG_OR_NULL(now, now_absent)
    ZEND_PARSE_PARAMETERS_END_EX(return false);

    request->endpoint = alive(Z_OBJ_P(ZEND_THIS));
    if (!request->endpoint || (body && !php_wxseal_read_body(body, 3, &bytes))
        || !php_wxseal_read_now(now, now_absent, 4, &request->now)) {
        return false;
    }
    /* One with a NUL is none that C must take for another. */
    request->method = strlen(ZSTR_VAL(method)) == ZSTR_LEN(method) ? ZSTR_VAL(method) : "";
    request->body = bytes ? (const uint8_t *)ZSTR_VAL(bytes) : NULL;
    request->body_length = bytes ? ZSTR_LEN(bytes) : 0;
    request->query = php_wxseal_read_query(raw_query, decoded_query, 2);
    return request->query;
}

PHP_METHOD(Wxseal_Endpoint, receive)
{
    request request;
    if (!read_request(INTERNAL_FUNCTION_PARAM_PASSTHRU, &request)) {
        RETURN_THROWS();
    }
    wxseal_incoming *incoming;
    wxseal_status status = wxseal_endpoint_receive(
        request.endpoint, request.method, ZSTR_VAL(request.query), request.body, request.body_length,
        request.now, &incoming);
    zend_string_release(request.query);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    php_wxseal_return_incoming(return_value, incoming);
}

PHP_METHOD(Wxseal_Endpoint, diagnose)
{
    request request;
    if (!read_request(INTERNAL_FUNCTION_PARAM_PASSTHRU, &request)) {
        RETURN_THROWS();
    }
    /* There are a few findings at most, of a line or two each; should they be more, C says how much they need. */
    size_t size = 4096, length;
    char *json = emalloc(size);
    wxseal_status status;
    while ((status = wxseal_endpoint_diagnose(
                request.endpoint, request.method, ZSTR_VAL(request.query), request.body, request.body_length,
                request.now, (uint8_t *)json, size, &length))
           == WXSEAL_ERROR_BUFFER_TOO_SMALL) {
        size = length;
        json = erealloc(json, size);
    }
    zend_string_release(request.query);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
    } else {
        /* PHP's parser looks for the NUL behind the text. */
        zend_string *text = zend_string_init(json, length, false);
        php_wxseal_read_json(return_value, ZSTR_VAL(text), ZSTR_LEN(text));
        zend_string_release(text);
    }
    efree(json);
}

void php_wxseal_init_endpoint(zend_class_entry *class)
{
    endpoint_class = class;
    init_holder(class);
}
