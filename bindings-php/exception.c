/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include <inttypes.h>
#include <string.h>

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

/* Before #[\SensitiveParameter], a trace keeps Tokens and messages out only if it keeps no arguments at all. */
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

/* Each status with the class of its name, once there is one. The first of a class is what `new` makes. */
static struct error {
    const wxseal_status status;
    zend_class_entry *class;
} errors[] = {
    /* Written by tools/faces: the statuses. */
    {WXSEAL_ERROR_SIGNATURE_MISMATCH, NULL},
    {WXSEAL_ERROR_MALFORMED_QUERY, NULL},
    {WXSEAL_ERROR_UNKNOWN_METHOD, NULL},
    {WXSEAL_ERROR_STALE_TIMESTAMP, NULL},
    {WXSEAL_ERROR_MALFORMED_ENVELOPE, NULL},
    {WXSEAL_ERROR_MALFORMED_MESSAGE, NULL},
    {WXSEAL_ERROR_INVALID_KEY, NULL},
    {WXSEAL_ERROR_INVALID_TEXT, NULL},
    {WXSEAL_ERROR_INVALID_CONFIG, NULL},
    {WXSEAL_ERROR_INVALID_RECEIVE_ID, NULL},
    {WXSEAL_ERROR_INVALID_ACCOUNT, NULL},
    {WXSEAL_ERROR_INVALID_FORMAT, NULL},
    {WXSEAL_ERROR_INVALID_DIALECT, NULL},
    {WXSEAL_ERROR_INVALID_RANDOM, NULL},
    {WXSEAL_ERROR_INVALID_PATH, NULL},
    {WXSEAL_ERROR_RECEIVE_ID_MISMATCH, NULL},
    {WXSEAL_ERROR_DECRYPT_FAILED, NULL},
    {WXSEAL_ERROR_MALFORMED_FRAME, NULL},
    {WXSEAL_ERROR_INVALID_BASE64, NULL},
    {WXSEAL_ERROR_UNWRITABLE_REPLY, NULL},
    /* What tools/faces writes ends here. */
};

#define ERROR_COUNT (sizeof(errors) / sizeof(errors[0]))

static void set_message(zend_object *exception, zend_string *message)
{
    zval value;
    ZVAL_STR(&value, message);
    zend_update_property_ex(zend_ce_exception, exception, ZSTR_KNOWN(ZEND_STR_MESSAGE), &value);
    zend_string_release(message);
}

/* Where a property that its class has is in the object. It is readonly, and may be filled in twice before anybody has
 * seen the object. */
static zval *property(zend_object *exception, const char *name, size_t length)
{
    const zend_property_info *info = zend_hash_str_find_ptr(&exception->ce->properties_info, name, length);
    return OBJ_PROP(exception, info->offset);
}

static void set_text(zval *property, const char *text)
{
    zval_ptr_dtor(property);
    ZVAL_STRING(property, text);
}

/* The integers that some errors carry; 0 of one that nobody has thrown. */
static void fill_in_details(zend_object *exception, wxseal_status status, wxseal_error_details details)
{
    if (status == WXSEAL_ERROR_INVALID_KEY) {
        ZVAL_LONG(property(exception, ZEND_STRL("position")), details.position);
    } else if (status == WXSEAL_ERROR_STALE_TIMESTAMP) {
        ZVAL_LONG(property(exception, ZEND_STRL("timestamp")), details.timestamp);
        ZVAL_LONG(property(exception, ZEND_STRL("now")), details.now);
    }
}

/* Those of the call that failed, which the message shows too. */
static void show_details(zend_object *exception, wxseal_status status, wxseal_error_details details)
{
    const char *text = wxseal_status_text(status);
    const int code = wxseal_status_code(status);
    fill_in_details(exception, status, details);
    if (status == WXSEAL_ERROR_INVALID_KEY) {
        set_message(exception, strpprintf(0, "%s; look at offset %zu (%d)", text, details.position, code));
    } else if (status == WXSEAL_ERROR_STALE_TIMESTAMP) {
        set_message(exception, strpprintf(0, "%s; timestamp %" PRIu64 ", server %" PRIu64 " (%d)", text,
                                          details.timestamp, details.now, code));
    }
}

static void fill_in(zend_object *exception, wxseal_status status)
{
    zval code;
    ZVAL_LONG(&code, wxseal_status_code(status));
    set_message(exception, strpprintf(0, "%s (%d)", wxseal_status_text(status), wxseal_status_code(status)));
    zend_update_property_ex(zend_ce_exception, exception, ZSTR_KNOWN(ZEND_STR_CODE), &code);
    set_text(property(exception, ZEND_STRL("name")), wxseal_status_name(status));
    ZVAL_LONG(property(exception, ZEND_STRL("httpStatus")), wxseal_status_http_status(status));
    const char *setting = wxseal_status_setting(status);
    if (setting) {
        set_text(property(exception, ZEND_STRL("setting")), setting);
    }
    fill_in_details(exception, status, (wxseal_error_details){0});
}

/* NULL of somebody else's class. */
static const struct error *first_of(const zend_class_entry *class)
{
    for (size_t i = 0; i < ERROR_COUNT; i++) {
        if (errors[i].class == class) {
            return &errors[i];
        }
    }
    return NULL;
}

/* Every exception is born with the text, number and name of its class, whoever makes it. */
static zend_object *create(zend_class_entry *class)
{
    zend_object *exception = spl_ce_RuntimeException->create_object(class);
    const struct error *error = first_of(class);
    if (error) {
        fill_in(exception, error->status);
    }
    return exception;
}

wxseal_status php_wxseal_status_of(zend_object *exception)
{
    const zval *http_status = property(exception, ZEND_STRL("httpStatus"));
    /* Of one that comes from unserialize(). */
    ZVAL_DEREF(http_status);
    for (size_t i = 0; i < ERROR_COUNT && Z_TYPE_P(http_status) == IS_LONG; i++) {
        if (errors[i].class == exception->ce && wxseal_status_http_status(errors[i].status) == Z_LVAL_P(http_status)) {
            return errors[i].status;
        }
    }
    return WXSEAL_ERROR_PANIC;
}

void php_wxseal_init_exception(zend_class_entry *class)
{
    class->create_object = create;
}

void php_wxseal_add_exception(zend_class_entry *class)
{
    const char *name = strrchr(ZSTR_VAL(class->name), '\\') + 1;
    for (size_t i = 0; i < ERROR_COUNT; i++) {
        if (strcmp(wxseal_status_name(errors[i].status), name) == 0) {
            errors[i].class = class;
        }
    }
}

/* False where the status is a defect. */
static bool make(zval *exception, wxseal_status status)
{
    for (size_t i = 0; i < ERROR_COUNT; i++) {
        if (errors[i].status == status) {
            WITHOUT_ARGUMENTS(object_init_ex(exception, errors[i].class));
            if (first_of(errors[i].class) != &errors[i]) {
                fill_in(Z_OBJ_P(exception), status);
            }
            return true;
        }
    }
    return false;
}

void php_wxseal_throw(wxseal_status status)
{
    if (EG(exception)) {
        return;
    }
    zval exception;
    if (make(&exception, status)) {
        show_details(Z_OBJ(exception), status, wxseal_last_error_details());
        zend_throw_exception_object(&exception);
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
    WITHOUT_ARGUMENTS(zend_throw_exception(spl_ce_LogicException, text, 0));
}
