/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#define HELD wxseal_message
#include "holder.h"

static zend_class_entry *message_class;

PHP_METHOD(Wxseal_Message, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Message, fromCloudEvent)
{
    HashTable *fields;
    zend_string *json;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT_OR_STR(fields, json)
    ZEND_PARSE_PARAMETERS_END();

    if (json) {
        json = zend_string_copy(json);
    } else {
        zval event;
        ZVAL_ARR(&event, fields);
        json = php_wxseal_write_json(&event, WXSEAL_ERROR_MALFORMED_MESSAGE);
        if (!json) {
            RETURN_THROWS();
        }
    }
    wxseal_message *message;
    wxseal_status status =
        wxseal_message_from_cloud_event((const uint8_t *)ZSTR_VAL(json), ZSTR_LEN(json), &message);
    zend_string_release(json);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    hold(return_value, message_class, message);
}

PHP_METHOD(Wxseal_Message, toArray)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_message *message = alive(Z_OBJ_P(ZEND_THIS));
    if (!message) {
        RETURN_THROWS();
    }
    zval *view = &holder_of(Z_OBJ_P(ZEND_THIS))->view;
    if (Z_ISUNDEF_P(view)) {
        const char *json;
        size_t length;
        wxseal_status status = wxseal_message_json(message, &json, &length);
        if (status != WXSEAL_OK) {
            php_wxseal_throw(status);
            RETURN_THROWS();
        }
        if (!php_wxseal_read_json(view, json, length)) {
            RETURN_THROWS();
        }
    }
    RETURN_COPY(view);
}

/* A text that may be missing; NULL is none. */
static void return_text(zval *return_value, wxseal_status status, const char **text, size_t *length)
{
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
    } else if (*text) {
        RETVAL_STRINGL(*text, *length);
    } else {
        RETVAL_NULL();
    }
}

PHP_METHOD(Wxseal_Message, toJson)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_message *message = alive(Z_OBJ_P(ZEND_THIS));
    if (!message) {
        RETURN_THROWS();
    }
    const char *json;
    size_t length;
    return_text(return_value, wxseal_message_json(message, &json, &length), &json, &length);
}

static void return_field(zval *return_value, zend_object *object, const char *name)
{
    const wxseal_message *message = alive(object);
    if (message) {
        const char *text;
        size_t length;
        return_text(return_value, wxseal_message_text(message, name, &text, &length), &text, &length);
    }
}

PHP_METHOD(Wxseal_Message, text)
{
    zend_string *name;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(name)
    ZEND_PARSE_PARAMETERS_END();

    if (php_wxseal_check_text(name, WXSEAL_ERROR_INVALID_TEXT)) {
        return_field(return_value, Z_OBJ_P(ZEND_THIS), ZSTR_VAL(name));
    }
}

#define FIELD(method, lend)                                                            \
    PHP_METHOD(Wxseal_Message, method)                                                 \
    {                                                                                  \
        ZEND_PARSE_PARAMETERS_NONE();                                                  \
                                                                                       \
        const wxseal_message *message = alive(Z_OBJ_P(ZEND_THIS));                     \
        if (!message) {                                                                \
            RETURN_THROWS();                                                           \
        }                                                                              \
        const char *text;                                                              \
        size_t length;                                                                 \
        return_text(return_value, lend(message, &text, &length), &text, &length);      \
    }

FIELD(toUserName, wxseal_message_to_user_name)
FIELD(fromUserName, wxseal_message_from_user_name)
FIELD(msgType, wxseal_message_msg_type)
FIELD(event, wxseal_message_event)
FIELD(msgId, wxseal_message_msg_id)

PHP_METHOD(Wxseal_Message, infoType)
{
    ZEND_PARSE_PARAMETERS_NONE();

    return_field(return_value, Z_OBJ_P(ZEND_THIS), "InfoType");
}

PHP_METHOD(Wxseal_Message, createTime)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_message *message = alive(Z_OBJ_P(ZEND_THIS));
    if (!message) {
        RETURN_THROWS();
    }
    int64_t seconds = wxseal_message_create_time(message);
    if (seconds == 0) {
        RETURN_NULL();
    }
    RETURN_LONG(seconds);
}

PHP_METHOD(Wxseal_Message, dedupKey)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_message *message = alive(Z_OBJ_P(ZEND_THIS));
    if (!message) {
        RETURN_THROWS();
    }
    const char *key;
    wxseal_status status = wxseal_message_dedup_key(message, &key);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    RETURN_STRING(key);
}

void php_wxseal_init_message(zend_class_entry *class)
{
    message_class = class;
    init_holder(class);
}
