/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

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
    wxseal_status status = wxseal_message_from_cloud_event(ZSTR_VAL(json), ZSTR_LEN(json), &message);
    zend_string_release(json);
    if (php_wxseal_succeeded(status)) {
        hold(return_value, message_class, message);
    }
}

PHP_METHOD(Wxseal_Message, message)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_message *message = alive(ZEND_THIS);
    zval *view = &self(ZEND_THIS)->view;
    if (!message || (Z_ISUNDEF_P(view) && !php_wxseal_read_json(view, wxseal_message_json(message)))) {
        RETURN_THROWS();
    }
    RETURN_COPY(view);
}

static void return_text(zval *return_value, const zval *object, wxseal_str name)
{
    wxseal_str text;
    if (php_wxseal_succeeded(wxseal_message_text(alive(object), name, &text))) {
        php_wxseal_return_text(return_value, text);
    }
}

PHP_METHOD(Wxseal_Message, text)
{
    wxseal_str name;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        WXSEAL_PARAM_TEXT(name)
    ZEND_PARSE_PARAMETERS_END();

    return_text(return_value, ZEND_THIS, name);
}

PHP_METHOD(Wxseal_Message, infoType)
{
    ZEND_PARSE_PARAMETERS_NONE();

    return_text(return_value, ZEND_THIS, WXSEAL_STR("InfoType"));
}

#define FIELD(method, lend)                                                    \
    PHP_METHOD(Wxseal_Message, method)                                         \
    {                                                                          \
        ZEND_PARSE_PARAMETERS_NONE();                                          \
                                                                               \
        php_wxseal_return_text(return_value, lend(alive(ZEND_THIS)));          \
    }

FIELD(messageJson, wxseal_message_json)
FIELD(toUserName, wxseal_message_to_user_name)
FIELD(fromUserName, wxseal_message_from_user_name)
FIELD(msgType, wxseal_message_msg_type)
FIELD(event, wxseal_message_event)
FIELD(msgId, wxseal_message_msg_id)
FIELD(dedupKey, wxseal_message_dedup_key)

PHP_METHOD(Wxseal_Message, createTime)
{
    ZEND_PARSE_PARAMETERS_NONE();

    int64_t seconds = wxseal_message_create_time(alive(ZEND_THIS));
    if (seconds == 0) {
        RETURN_NULL();
    }
    RETURN_LONG(seconds);
}

void php_wxseal_init_message(zend_class_entry *class)
{
    message_class = class;
    init_holder(class);
}
