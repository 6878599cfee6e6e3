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
} errors[12];

static size_t error_count;

static void set_message(zend_object *exception, zend_string *message)
{
    zval value;
    ZVAL_STR(&value, message);
    zend_update_property_ex(zend_ce_exception, exception, ZSTR_KNOWN(ZEND_STR_MESSAGE), &value);
    zend_string_release(message);
}

/* Every exception is born with the text, number and name of its class, whoever makes it. */
static zend_object *create(zend_class_entry *class)
{
    zend_object *exception = spl_ce_RuntimeException->create_object(class);
    for (size_t i = 0; i < error_count; i++) {
        if (errors[i].class == class) {
            wxseal_status status = errors[i].status;
            zval code;
            ZVAL_LONG(&code, wxseal_status_code(status));
            set_message(exception, strpprintf(0, "%s (%d)", wxseal_status_text(status), wxseal_status_code(status)));
            zend_update_property_ex(zend_ce_exception, exception, ZSTR_KNOWN(ZEND_STR_CODE), &code);
            zend_update_property_string(base_class, exception, ZEND_STRL("name"), wxseal_status_name(status));
            zend_update_property_long(base_class, exception, ZEND_STRL("httpStatus"), wxseal_status_http(status));
            break;
        }
    }
    return exception;
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
        php_wxseal_throw_error(wxseal_status_text(status));
    }
}

void php_wxseal_throw_error(const char *text)
{
    WITHOUT_ARGUMENTS(zend_throw_error(NULL, "%s", text));
}

void php_wxseal_throw_invalid_key(size_t position)
{
    const wxseal_status status = WXSEAL_ERROR_INVALID_KEY;
    zend_object *exception = exception_of(status);
    set_message(exception, strpprintf(0, "%s; look at offset %zu (%d)", wxseal_status_text(status), position,
                                      wxseal_status_code(status)));
    throw_object(exception);
}

bool php_wxseal_check_text(const zend_string *text, wxseal_status otherwise)
{
    /* C would take the text to end there. */
    if (memchr(ZSTR_VAL(text), '\0', ZSTR_LEN(text))) {
        php_wxseal_throw(otherwise);
        return false;
    }
    return true;
}
