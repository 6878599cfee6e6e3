/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include <string.h>

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

/* Before #[\SensitiveParameter], a trace keeps the Token out only if it keeps no arguments at all. */
#if PHP_VERSION_ID < 80200
#define WITHOUT_ARGUMENTS(statement)                      \
    do {                                                  \
        bool ignored_before = EG(exception_ignore_args);  \
        EG(exception_ignore_args) = true;                 \
        statement;                                        \
        EG(exception_ignore_args) = ignored_before;       \
    } while (0)
#else
#define WITHOUT_ARGUMENTS(statement) statement
#endif

static zend_class_entry *base_class;

static struct {
    wxseal_status status;
    zend_class_entry *class;
} errors[13];

static size_t error_count;

static void set_message(zend_object *exception, zend_string *message)
{
    zval value;
    ZVAL_STR(&value, message);
    zend_update_property_ex(zend_ce_exception, exception, ZSTR_KNOWN(ZEND_STR_MESSAGE), &value);
    zend_string_release(message);
}

/* Where a property of the base class is in the object. It is readonly, and may be filled in twice before anybody has
 * seen the object. */
static zval *property(zend_object *exception, const char *name, size_t length)
{
    const zend_property_info *info = zend_hash_str_find_ptr(&base_class->properties_info, name, length);
    return OBJ_PROP(exception, info->offset);
}

static void fill_in(zend_object *exception, wxseal_status status)
{
    zval code, *name = property(exception, ZEND_STRL("name"));
    ZVAL_LONG(&code, wxseal_status_code(status));
    set_message(exception, strpprintf(0, "%s (%d)", wxseal_status_text(status), wxseal_status_code(status)));
    zend_update_property_ex(zend_ce_exception, exception, ZSTR_KNOWN(ZEND_STR_CODE), &code);
    zval_ptr_dtor(name);
    ZVAL_STRING(name, wxseal_status_name(status));
    ZVAL_LONG(property(exception, ZEND_STRL("httpStatus")), wxseal_status_http(status));
}

/* Every exception is born with the text, number and name of its class, whoever makes it. */
static zend_object *create(zend_class_entry *class)
{
    zend_object *exception = spl_ce_RuntimeException->create_object(class);
    for (size_t i = 0; i < error_count; i++) {
        if (errors[i].class == class) {
            fill_in(exception, errors[i].status);
            break;
        }
    }
    return exception;
}

PHP_METHOD(Wxseal_Exception, response)
{
    ZEND_PARSE_PARAMETERS_NONE();

    /* What has no status of the library's, since somebody else's class extends ours, is the server's own fault. */
    wxseal_status status = WXSEAL_ERROR_PANIC;
    const zval *http_status = property(Z_OBJ_P(ZEND_THIS), ZEND_STRL("httpStatus"));
    /* Of one that comes from unserialize(). */
    ZVAL_DEREF(http_status);
    for (size_t i = 0; i < error_count && Z_TYPE_P(http_status) == IS_LONG; i++) {
        if (errors[i].class == Z_OBJCE_P(ZEND_THIS) && wxseal_status_http(errors[i].status) == Z_LVAL_P(http_status)) {
            status = errors[i].status;
            break;
        }
    }
    wxseal_response *response;
    status = wxseal_response_refusal(status, &response);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    php_wxseal_return_response(return_value, response);
}

void php_wxseal_init_exception(zend_class_entry *class)
{
    base_class = class;
    class->create_object = create;
    error_count = 0;
}

void php_wxseal_add_error(wxseal_status status, zend_class_entry *class)
{
    if (error_count == sizeof(errors) / sizeof(errors[0])) {
        zend_error_noreturn(E_CORE_ERROR, "wxseal has more errors than its table has room for");
    }
    errors[error_count].status = status;
    errors[error_count].class = class;
    error_count++;
}

/* NULL where the status is a defect. */
static zend_object *exception_of(wxseal_status status)
{
    for (size_t i = 0; i < error_count; i++) {
        if (errors[i].status == status) {
            zval exception;
            WITHOUT_ARGUMENTS(object_init_ex(&exception, errors[i].class));
            if (i > 0 && errors[i - 1].class == errors[i].class) {
                fill_in(Z_OBJ(exception), status);
            }
            return Z_OBJ(exception);
        }
    }
    return NULL;
}

static void throw_object(zend_object *exception)
{
    zval value;
    ZVAL_OBJ(&value, exception);
    zend_throw_exception_object(&value);
}

void php_wxseal_throw(wxseal_status status)
{
    zend_object *exception = exception_of(status);
    if (exception) {
        throw_object(exception);
    } else {
        php_wxseal_throw_error("%s", wxseal_status_text(status));
    }
}

void php_wxseal_throw_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text;
    zend_vspprintf(&text, 0, format, arguments);
    va_end(arguments);
    WITHOUT_ARGUMENTS(zend_throw_error(NULL, "%s", text));
    efree(text);
}

void php_wxseal_throw_logic(const char *text)
{
    zend_throw_exception(spl_ce_LogicException, text, 0);
}

void php_wxseal_throw_invalid_key(size_t position)
{
    const wxseal_status status = WXSEAL_ERROR_INVALID_KEY;
    zend_object *exception = exception_of(status);
    set_message(exception, strpprintf(0, "%s; look at offset %zu (%d)", wxseal_status_text(status), position,
                                      wxseal_status_code(status)));
    throw_object(exception);
}
