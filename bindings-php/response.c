/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include "SAPI.h"

#define HELD wxseal_response
#include "holder.h"

zend_class_entry *php_wxseal_response_class;

void php_wxseal_return_response(zval *return_value, wxseal_response *response)
{
    zend_object *object = &hold(return_value, php_wxseal_response_class, response)->object;

    zval headers;
    array_init(&headers);
    const char *name, *value;
    for (size_t i = 0; wxseal_response_header(response, i, &name, &value) == WXSEAL_OK; i++) {
        add_assoc_string(&headers, name, value);
    }
    const uint8_t *body = NULL;
    size_t length = 0;
    wxseal_response_body(response, &body, &length);

    zend_class_entry *class = php_wxseal_response_class;
    zend_update_property_long(class, object, ZEND_STRL("status"), wxseal_response_status(response));
    zend_update_property_string(class, object, ZEND_STRL("contentType"), wxseal_response_content_type(response));
    zend_update_property(class, object, ZEND_STRL("headers"), &headers);
    zend_update_property_stringl(class, object, ZEND_STRL("body"), (const char *)body, length);
    zval_ptr_dtor(&headers);
}

const wxseal_response *php_wxseal_response_of(zend_object *object)
{
    return holder_of(object)->held;
}

PHP_METHOD(Wxseal_Response, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

/* NULL where it has thrown: somebody has unserialized an object that lacks it. */
static zval *property(zend_object *object, const char *name, size_t length, zval *scratch)
{
    zval *value = zend_read_property(php_wxseal_response_class, object, name, length, false, scratch);
    return EG(exception) ? NULL : value;
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

    zend_object *object = Z_OBJ_P(ZEND_THIS);
    zval scratch, *status, *headers, *body, *value;
    if (!(status = property(object, ZEND_STRL("status"), &scratch))
        || !(headers = property(object, ZEND_STRL("headers"), &scratch))
        || !(body = property(object, ZEND_STRL("body"), &scratch))) {
        RETURN_THROWS();
    }
    /* Warns, as header() does, where something was sent before. */
    bool sendable = sapi_header_op(SAPI_HEADER_SET_STATUS, (void *)(uintptr_t)Z_LVAL_P(status)) == SUCCESS;
    zend_string *name;
    ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(headers), name, value) {
        if (sendable && name && Z_TYPE_P(value) == IS_STRING) {
            set_header(strpprintf(0, "%s: %s", ZSTR_VAL(name), Z_STRVAL_P(value)));
        }
    } ZEND_HASH_FOREACH_END();
    if (sendable) {
        /* The platform's URL check speaks HTTP/1.0 and fails an answer in chunks, which is what some servers make of one
         * without a length. */
        set_header(strpprintf(0, "Content-Length: %zu", Z_STRLEN_P(body)));
    }
    php_output_write(Z_STRVAL_P(body), Z_STRLEN_P(body));
}

void php_wxseal_init_response(zend_class_entry *class)
{
    php_wxseal_response_class = class;
    init_holder(class);
    /* It is all in its properties. */
    handlers.compare = zend_std_compare_objects;
}
