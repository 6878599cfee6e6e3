/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#define HELD wxseal_incoming
#include "holder.h"

static zend_class_entry *incoming_class;

void php_wxseal_return_incoming(zval *return_value, wxseal_incoming *incoming)
{
    hold(return_value, incoming_class, incoming);
}

PHP_METHOD(Wxseal_Incoming, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

const wxseal_incoming *php_wxseal_push_of(const zval *object)
{
    const wxseal_incoming *incoming = alive(object);
    if (incoming && wxseal_incoming_kind(incoming) == WXSEAL_KIND_URL_CHECK) {
        php_wxseal_throw_logic("a URL check has no message: answer with response()");
        return NULL;
    }
    return incoming;
}

PHP_METHOD(Wxseal_Incoming, kind)
{
    ZEND_PARSE_PARAMETERS_NONE();

    RETURN_STRING(wxseal_incoming_kind(alive(ZEND_THIS)) == WXSEAL_KIND_URL_CHECK ? "url_check" : "push");
}

PHP_METHOD(Wxseal_Incoming, response)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *incoming = alive(ZEND_THIS);
    if (wxseal_incoming_kind(incoming) == WXSEAL_KIND_PUSH) {
        php_wxseal_throw_logic("a push has no answer yet: answer with success() or one of the replies");
        RETURN_THROWS();
    }
    wxseal_response *response;
    php_wxseal_return_answer(return_value, wxseal_incoming_response(incoming, &response), &response);
}

PHP_METHOD(Wxseal_Incoming, sealingWith)
{
    uint64_t now = 0;
    const uint8_t *random = NULL;
    ZEND_PARSE_PARAMETERS_START(0, 2)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_NUMBER_OR_NULL(now)
        WXSEAL_PARAM_RANDOM_OR_NULL(random)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_incoming *same;
    if (php_wxseal_succeeded(
            wxseal_incoming_sealing_with(php_wxseal_push_of(ZEND_THIS), now, random, &same))) {
        php_wxseal_return_incoming(return_value, same);
    }
}

/* What it says. */

PHP_METHOD(Wxseal_Incoming, message)
{
    ZEND_PARSE_PARAMETERS_NONE();

    zval *view = &self(ZEND_THIS)->view;
    wxseal_str json;
    if (Z_ISUNDEF_P(view)
        && (!php_wxseal_succeeded(wxseal_incoming_message_json(php_wxseal_push_of(ZEND_THIS), &json))
            || !php_wxseal_read_json(view, json))) {
        RETURN_THROWS();
    }
    RETURN_COPY(view);
}

PHP_METHOD(Wxseal_Incoming, format)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_format format = wxseal_incoming_format(php_wxseal_push_of(ZEND_THIS));
    php_wxseal_return_text(return_value, php_wxseal_format_name(format));
}

static void return_text(zval *return_value, wxseal_status status, const wxseal_str *text)
{
    if (php_wxseal_succeeded(status)) {
        php_wxseal_return_text(return_value, *text);
    }
}

PHP_METHOD(Wxseal_Incoming, text)
{
    wxseal_str name, text;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        WXSEAL_PARAM_TEXT(name)
    ZEND_PARSE_PARAMETERS_END();

    return_text(return_value, wxseal_incoming_text(php_wxseal_push_of(ZEND_THIS), name, &text), &text);
}

PHP_METHOD(Wxseal_Incoming, infoType)
{
    ZEND_PARSE_PARAMETERS_NONE();

    wxseal_str text;
    return_text(
        return_value, wxseal_incoming_text(php_wxseal_push_of(ZEND_THIS), WXSEAL_STR("InfoType"), &text), &text);
}

#define FIELD(method, lend)                                                                \
    PHP_METHOD(Wxseal_Incoming, method)                                                    \
    {                                                                                      \
        ZEND_PARSE_PARAMETERS_NONE();                                                      \
                                                                                           \
        wxseal_str text;                                                                   \
        return_text(return_value, lend(php_wxseal_push_of(ZEND_THIS), &text), &text);      \
    }

FIELD(messageJson, wxseal_incoming_message_json)
FIELD(messageBytes, wxseal_incoming_message_bytes)
FIELD(toUserName, wxseal_incoming_to_user_name)
FIELD(fromUserName, wxseal_incoming_from_user_name)
FIELD(msgType, wxseal_incoming_msg_type)
FIELD(event, wxseal_incoming_event)
FIELD(msgId, wxseal_incoming_msg_id)
FIELD(dedupKey, wxseal_incoming_dedup_key)
FIELD(replayKey, wxseal_incoming_replay_key)

PHP_METHOD(Wxseal_Incoming, createTime)
{
    ZEND_PARSE_PARAMETERS_NONE();

    /* A 0 may mean that the message cannot be read; another field's function says so. */
    const wxseal_incoming *push = php_wxseal_push_of(ZEND_THIS);
    wxseal_str text;
    if (!php_wxseal_succeeded(wxseal_incoming_msg_id(push, &text))) {
        RETURN_THROWS();
    }
    int64_t seconds = wxseal_incoming_create_time(push);
    if (seconds == 0) {
        RETURN_NULL();
    }
    RETURN_LONG(seconds);
}

PHP_METHOD(Wxseal_Incoming, widgetQuery)
{
    ZEND_PARSE_PARAMETERS_NONE();

    wxseal_str json;
    if (php_wxseal_succeeded(wxseal_incoming_widget_query_json(php_wxseal_push_of(ZEND_THIS), &json))) {
        php_wxseal_return_widget_query(return_value, json);
    }
}

void php_wxseal_init_incoming(zend_class_entry *class)
{
    incoming_class = class;
    init_holder(class);
}
