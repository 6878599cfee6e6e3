/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#include "SAPI.h"

#define HELD wxseal_response
#include "holder.h"

zend_class_entry *php_wxseal_response_class;

/* The properties, in the stub's order. */
enum { STATUS, CONTENT_TYPE, HEADERS, BODY };

/* Takes over the response, and shows what it says in the properties. */
static void fill_in(holder *holder, wxseal_response *response)
{
    zend_object *object = &holder->object;
    holder->held = response;

    zval *headers = OBJ_PROP_NUM(object, HEADERS);
    array_init(headers);
    const char *name, *value;
    for (size_t i = 0; wxseal_response_header(response, i, &name, &value) == WXSEAL_OK; i++) {
        add_assoc_string(headers, name, value);
    }
    const wxseal_str body = wxseal_response_body(response);
    ZVAL_LONG(OBJ_PROP_NUM(object, STATUS), wxseal_response_status(response));
    ZVAL_STRING(OBJ_PROP_NUM(object, CONTENT_TYPE), wxseal_response_content_type(response));
    ZVAL_STRINGL(OBJ_PROP_NUM(object, BODY), body.data, body.length);
}

void php_wxseal_return_response(zval *return_value, wxseal_response *response)
{
    fill_in(hold(return_value, php_wxseal_response_class, NULL), response);
}

void php_wxseal_return_answer(zval *return_value, wxseal_status status, wxseal_response **response)
{
    if (php_wxseal_succeeded(status)) {
        php_wxseal_return_response(return_value, *response);
    }
}

const wxseal_response *php_wxseal_response_of(const zval *object)
{
    return alive(object);
}

PHP_METHOD(Wxseal_Response, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Exception, response)
{
    ZEND_PARSE_PARAMETERS_NONE();

    wxseal_response *response;
    wxseal_status status = wxseal_response_refusal(php_wxseal_status_of(Z_OBJ_P(ZEND_THIS)), &response);
    php_wxseal_return_answer(return_value, status, &response);
}

/* Takes the line, and frees it. */
static void set_header(zend_string *line)
{
    sapi_header_line header = {.line = ZSTR_VAL(line), .line_len = ZSTR_LEN(line)};
    sapi_header_op(SAPI_HEADER_REPLACE, &header);
    zend_string_release(line);
}

PHP_METHOD(Wxseal_Response, send)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_response *response = alive(ZEND_THIS);
    if (!response) {
        RETURN_THROWS();
    }
    /* Warns, as header() does, where something was sent before. */
    bool sendable =
        sapi_header_op(SAPI_HEADER_SET_STATUS, (void *)(uintptr_t)wxseal_response_status(response)) == SUCCESS;
    const char *name, *value;
    for (size_t i = 0; sendable && wxseal_response_header(response, i, &name, &value) == WXSEAL_OK; i++) {
        set_header(strpprintf(0, "%s: %s", name, value));
    }
    const wxseal_str body = wxseal_response_body(response);
    if (sendable) {
        /* The platform's URL check speaks HTTP/1.0 and fails an answer in chunks, which is what some servers make of one
         * without a length. */
        set_header(strpprintf(0, "Content-Length: %zu", body.length));
    }
    php_output_write(body.data, body.length);
}

static void return_bytes(zval *return_value, const wxseal_response *response)
{
    size_t length = 0;
    zend_string *out = zend_string_safe_alloc(1, wxseal_response_body(response).length, 16, false);
    wxseal_status status = wxseal_response_to_bytes(response, ZSTR_VAL(out), ZSTR_LEN(out), &length);
    php_wxseal_return_written(return_value, status, out, length);
}

PHP_METHOD(Wxseal_Response, toBytes)
{
    ZEND_PARSE_PARAMETERS_NONE();

    return_bytes(return_value, alive(ZEND_THIS));
}

PHP_METHOD(Wxseal_Response, fromBytes)
{
    wxseal_str bytes;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        WXSEAL_PARAM_TEXT(bytes)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_response *response;
    wxseal_status status = wxseal_response_from_bytes(bytes.data, bytes.length, &response);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Response, __serialize)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_response *response = alive(ZEND_THIS);
    if (!response) {
        RETURN_THROWS();
    }
    zval bytes;
    return_bytes(&bytes, response);
    array_init(return_value);
    add_assoc_zval(return_value, "bytes", &bytes);
}

PHP_METHOD(Wxseal_Response, __unserialize)
{
    HashTable *data;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(data)
    ZEND_PARSE_PARAMETERS_END();

    if (!is_new(ZEND_THIS)) {
        RETURN_THROWS();
    }
    /* What was stored can be of any type, and a reference to it; what is no text is read as an empty one. */
    const zval *bytes = zend_hash_str_find_deref(data, ZEND_STRL("bytes"));
    const wxseal_str stored = bytes && Z_TYPE_P(bytes) == IS_STRING ? php_wxseal_str(Z_STR_P(bytes)) : (wxseal_str){0};
    wxseal_response *response;
    if (php_wxseal_succeeded(wxseal_response_from_bytes(stored.data, stored.length, &response))) {
        fill_in(self(ZEND_THIS), response);
    }
}

void php_wxseal_init_response(zend_class_entry *class)
{
    php_wxseal_response_class = class;
    init_holder(class);
    /* The properties say all of it. */
    handlers.compare = zend_std_compare_objects;
}
