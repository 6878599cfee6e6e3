/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

static zend_class_entry *error_class;

/* Takes over the text that is shown. */
static void throw_error(int64_t errcode, bool refused, wxseal_str errmsg, zend_string *shown)
{
    zval error, message, code;
    object_init_ex(&error, error_class);
    zend_object *object = Z_OBJ(error);
    if (refused) {
        zend_update_property_long(error_class, object, ZEND_STRL("errcode"), errcode);
    } else {
        zend_update_property_null(error_class, object, ZEND_STRL("errcode"));
    }
    zend_update_property_stringl(error_class, object, ZEND_STRL("errmsg"), errmsg.data, errmsg.length);
    ZVAL_STR(&message, shown);
    ZVAL_LONG(&code, errcode);
    zend_update_property_ex(zend_ce_exception, object, ZSTR_KNOWN(ZEND_STR_MESSAGE), &message);
    zend_update_property_ex(zend_ce_exception, object, ZSTR_KNOWN(ZEND_STR_CODE), &code);
    zval_ptr_dtor(&message);
    zend_throw_exception_object(&error);
}

static void throw_refused(int64_t errcode, wxseal_str errmsg)
{
    smart_str shown = {0};
    smart_str_appendl(&shown, errmsg.data, errmsg.length);
    smart_str_appends(&shown, " (");
    smart_str_append_long(&shown, errcode);
    smart_str_appendc(&shown, ')');
    throw_error(errcode, true, errmsg, smart_str_extract(&shown));
}

static void throw_unreadable(void)
{
    const wxseal_str text = wxseal_str_of(wxseal_status_text(WXSEAL_ERROR_API_UNREADABLE));
    throw_error(0, false, WXSEAL_STR(""), zend_string_init(text.data, text.length, false));
}

PHP_METHOD(Wxseal_Api, read)
{
    wxseal_str body;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        WXSEAL_PARAM_TEXT(body)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_api_answer *answer = NULL;
    int64_t errcode = 0;
    wxseal_str errmsg, json;
    wxseal_status status = wxseal_api_read(body.data, body.length, &answer);
    if (status == WXSEAL_OK) {
        status = wxseal_api_answer_refused(answer, &errcode, &errmsg);
    }
    if (status == WXSEAL_ERROR_API_UNREADABLE) {
        throw_unreadable();
    } else if (status == WXSEAL_OK && errcode != 0) {
        throw_refused(errcode, errmsg);
    } else if (php_wxseal_succeeded(status) && php_wxseal_succeeded(wxseal_api_answer_json(answer, &json))) {
        php_wxseal_read_json(return_value, json);
    }
    wxseal_api_answer_free(answer);
}

void php_wxseal_init_api_error(zend_class_entry *class)
{
    error_class = class;
}
