/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

static zend_class_entry *error_class;

/* Takes over the message. */
static void throw_failure(zend_string *message, bool refused, int64_t errcode, const char *errmsg, size_t length)
{
    zval exception, code, text;
    object_init_ex(&exception, error_class);
    zend_object *object = Z_OBJ(exception);
    if (refused) {
        zend_update_property_long(error_class, object, ZEND_STRL("errcode"), errcode);
    } else {
        zend_update_property_null(error_class, object, ZEND_STRL("errcode"));
    }
    zend_update_property_stringl(error_class, object, ZEND_STRL("errmsg"), errmsg, length);
    ZVAL_STR(&text, message);
    ZVAL_LONG(&code, errcode);
    zend_update_property_ex(zend_ce_exception, object, ZSTR_KNOWN(ZEND_STR_MESSAGE), &text);
    zend_update_property_ex(zend_ce_exception, object, ZSTR_KNOWN(ZEND_STR_CODE), &code);
    zval_ptr_dtor(&text);
    zend_throw_exception_object(&exception);
}

static void throw_refused(int64_t errcode, const char *errmsg, size_t length)
{
    smart_str message = {0};
    smart_str_appendl(&message, errmsg, length);
    smart_str_appends(&message, " (");
    smart_str_append_long(&message, errcode);
    smart_str_appendc(&message, ')');
    throw_failure(smart_str_extract(&message), true, errcode, errmsg, length);
}

static void throw_unreadable(void)
{
    const char *text = wxseal_status_text(WXSEAL_ERROR_API_UNREADABLE);
    throw_failure(zend_string_init(text, strlen(text), false), false, 0, "", 0);
}

PHP_METHOD(Wxseal_Api, read)
{
    zend_string *body;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(body)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_api_answer *answer = NULL;
    int64_t errcode = 0;
    const char *text;
    size_t length;
    wxseal_status status = wxseal_api_read((const uint8_t *)ZSTR_VAL(body), ZSTR_LEN(body), &answer);
    if (status == WXSEAL_OK) {
        status = wxseal_api_answer_refused(answer, &errcode, &text, &length);
    }
    if (status == WXSEAL_OK && errcode == 0) {
        status = wxseal_api_answer_json(answer, &text, &length);
    }
    if (status == WXSEAL_ERROR_API_UNREADABLE) {
        throw_unreadable();
    } else if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
    } else if (errcode != 0) {
        throw_refused(errcode, text, length);
    } else {
        php_wxseal_read_json(return_value, text, length);
    }
    wxseal_api_answer_free(answer);
}

void php_wxseal_init_api_error(zend_class_entry *class)
{
    error_class = class;
}
