/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#define HELD wxseal_endpoint
#include "holder.h"

static zend_class_entry *endpoint_class;

/* What both kinds of endpoint may be set to. */
typedef struct {
    zend_long tolerance;
    bool unchecked;
    wxseal_str account;
    zend_long max_body;
    bool default_max_body;
} settings;

#define DEFAULT_SETTINGS {.tolerance = WXSEAL_DEFAULT_TOLERANCE, .default_max_body = true}

#define WXSEAL_PARAM_SETTINGS(settings)                                                                               \
    Z_PARAM_LONG_OR_NULL((settings).tolerance, (settings).unchecked)                                                  \
    WXSEAL_PARAM_HOLDS((settings).unchecked || php_wxseal_check_range((settings).tolerance, 0, INT64_MAX, _i))        \
    WXSEAL_PARAM_TEXT_OR_NULL((settings).account)                                                                     \
    Z_PARAM_LONG_OR_NULL((settings).max_body, (settings).default_max_body)                                            \
    WXSEAL_PARAM_HOLDS((settings).default_max_body || php_wxseal_check_range((settings).max_body, 0, INT64_MAX, _i))

static bool set(wxseal_endpoint *endpoint, const settings *settings)
{
    return php_wxseal_succeeded(
               wxseal_endpoint_set_tolerance(endpoint, settings->unchecked ? -1 : settings->tolerance))
        && (!settings->account.data || php_wxseal_succeeded(wxseal_endpoint_set_account(endpoint, settings->account)))
        && (settings->default_max_body
            || php_wxseal_succeeded(wxseal_endpoint_set_max_body(endpoint, settings->max_body)));
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
        if (!php_wxseal_succeeded(wxseal_endpoint_also_accept(endpoint, php_wxseal_msg_crypt_of(item)))) {
            return false;
        }
    } ZEND_HASH_FOREACH_END();
    return true;
}

PHP_METHOD(Wxseal_Endpoint, __construct)
{
    const wxseal_msg_crypt *crypt;
    HashTable *more = NULL;
    settings settings = DEFAULT_SETTINGS;
    ZEND_PARSE_PARAMETERS_START(1, 5)
        WXSEAL_PARAM_MSG_CRYPT(crypt)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(more)
        WXSEAL_PARAM_SETTINGS(settings)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_endpoint *endpoint;
    if (!is_new(ZEND_THIS) || !php_wxseal_succeeded(wxseal_endpoint_new(crypt, &endpoint))) {
        RETURN_THROWS();
    }
    if ((!more || also_accept(endpoint, more)) && set(endpoint, &settings)) {
        self(ZEND_THIS)->held = endpoint;
    } else {
        wxseal_endpoint_free(endpoint);
    }
}

PHP_METHOD(Wxseal_Endpoint, plain)
{
    wxseal_str token;
    settings settings = DEFAULT_SETTINGS;
    ZEND_PARSE_PARAMETERS_START(1, 4)
        WXSEAL_PARAM_TEXT(token)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_SETTINGS(settings)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_endpoint *endpoint;
    if (!php_wxseal_succeeded(wxseal_endpoint_plain(token, &endpoint))) {
        RETURN_THROWS();
    }
    if (set(endpoint, &settings)) {
        hold(return_value, endpoint_class, endpoint);
    } else {
        wxseal_endpoint_free(endpoint);
    }
}

/* What receive() and diagnose() are asked. */
typedef struct {
    wxseal_str method, query, body;
    uint64_t now;
    zend_string *written; /* the query that was an array, to be released; else NULL */
} request;

static bool write_query(HashTable *decoded, request *request)
{
    php_wxseal_pairs read;
    bool succeeded = php_wxseal_read_pairs(decoded, true, 2, &read);
    if (succeeded) {
        /* Enough for a query of the platform's; C says how much another needs. */
        size_t size = 1024, length;
        zend_string *query = zend_string_alloc(size, false);
        wxseal_status status;
        while ((status = wxseal_query_write(read.pairs, read.count, ZSTR_VAL(query), size, &length))
               == WXSEAL_ERROR_BUFFER_TOO_SMALL) {
            size = length;
            query = zend_string_realloc(query, size, false);
        }
        request->written = query;
        request->query = (wxseal_str){ZSTR_VAL(query), length};
        succeeded = php_wxseal_succeeded(status);
    }
    php_wxseal_release_pairs(&read);
    return succeeded;
}

static bool read_request(INTERNAL_FUNCTION_PARAMETERS, request *request)
{
    zend_string *raw_query;
    HashTable *decoded_query;
    ZEND_PARSE_PARAMETERS_START(2, 4)
        WXSEAL_PARAM_TEXT(request->method)
        Z_PARAM_ARRAY_HT_OR_STR(decoded_query, raw_query)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_BODY(request->body)
        WXSEAL_PARAM_NUMBER_OR_NULL(request->now)
    ZEND_PARSE_PARAMETERS_END_EX(return false);

    request->query = php_wxseal_str(raw_query);
    return !decoded_query || write_query(decoded_query, request);
}

static void release(request *request)
{
    if (request->written) {
        zend_string_release(request->written);
    }
}

PHP_METHOD(Wxseal_Endpoint, receive)
{
    request request = {0};
    wxseal_incoming *incoming;
    if (read_request(INTERNAL_FUNCTION_PARAM_PASSTHRU, &request)
        && php_wxseal_succeeded(wxseal_endpoint_receive(
            alive(ZEND_THIS), request.method, request.query, request.body.data, request.body.length, request.now,
            &incoming))) {
        php_wxseal_return_incoming(return_value, incoming);
    }
    release(&request);
}

PHP_METHOD(Wxseal_Endpoint, diagnose)
{
    request request = {0};
    if (read_request(INTERNAL_FUNCTION_PARAM_PASSTHRU, &request)) {
        /* There are a few findings at most, of a line or two each; should they be more, C says how much they need. */
        size_t size = 4096, length;
        char *json = emalloc(size);
        wxseal_status status;
        while ((status = wxseal_endpoint_diagnose(
                    alive(ZEND_THIS), request.method, request.query, request.body.data, request.body.length,
                    request.now, json, size, &length))
               == WXSEAL_ERROR_BUFFER_TOO_SMALL) {
            size = length;
            json = erealloc(json, size);
        }
        if (php_wxseal_succeeded(status)) {
            php_wxseal_read_json(return_value, (wxseal_str){json, length});
        }
        efree(json);
    }
    release(&request);
}

void php_wxseal_init_endpoint(zend_class_entry *class)
{
    endpoint_class = class;
    init_holder(class);
}
