/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

/* The answers of Wxseal\Incoming that WeCom's robots take, but for replyWelcome(), which is a text as others are.
 *
 * Code of the program's own may run when a card or pictures are written as JSON: the push is looked at before. */

/* The pictures of a stream, for the caller to release where they are not NULL; false where it has thrown. */
static bool read_msg_item(zval *items, uint32_t position, zend_string **json)
{
    *json = NULL;
    if (!items || Z_TYPE_P(items) == IS_NULL) {
        return true;
    }
    if (Z_TYPE_P(items) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(items)) == 0) {
        *json = zend_string_init(ZEND_STRL("[]"), false);
    } else if (Z_TYPE_P(items) == IS_ARRAY || Z_TYPE_P(items) == IS_STRING) {
        *json = php_wxseal_read_object(items, position);
    } else {
        zend_argument_type_error(
            position, "must be of type array|string|null, %s given", zend_zval_type_name(items));
    }
    return *json;
}

static void release(zend_string *text)
{
    if (text) {
        zend_string_release(text);
    }
}

PHP_METHOD(Wxseal_Incoming, replyStream)
{
    wxseal_stream_answer stream = {0};
    bool finish;
    zval *msg_item = NULL;
    ZEND_PARSE_PARAMETERS_START(3, 5)
        WXSEAL_PARAM_TEXT(stream.id)
        WXSEAL_PARAM_TEXT(stream.content)
        Z_PARAM_BOOL(finish)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(msg_item)
        WXSEAL_PARAM_TEXT_OR_NULL(stream.feedback_id)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_incoming *push = php_wxseal_push_of(ZEND_THIS);
    zend_string *items;
    if (!push || !read_msg_item(msg_item, 4, &items)) {
        RETURN_THROWS();
    }
    stream.finish = finish;
    stream.msg_item = php_wxseal_str(items);
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_stream(push, &stream, &response);
    release(items);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyTemplateCard)
{
    zval *card;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(card)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_incoming *push = php_wxseal_push_of(ZEND_THIS);
    zend_string *json = push ? php_wxseal_read_object(card, 1) : NULL;
    if (!json) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_template_card(push, php_wxseal_str(json), &response);
    zend_string_release(json);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyStreamWithTemplateCard)
{
    wxseal_stream_answer stream = {0};
    bool finish;
    zval *card = NULL, *msg_item = NULL;
    ZEND_PARSE_PARAMETERS_START(3, 6)
        WXSEAL_PARAM_TEXT(stream.id)
        WXSEAL_PARAM_TEXT(stream.content)
        Z_PARAM_BOOL(finish)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL_OR_NULL(card)
        Z_PARAM_ZVAL(msg_item)
        WXSEAL_PARAM_TEXT_OR_NULL(stream.feedback_id)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_incoming *push = php_wxseal_push_of(ZEND_THIS);
    zend_string *items, *json = NULL;
    if (!push || !read_msg_item(msg_item, 5, &items)) {
        RETURN_THROWS();
    }
    if (!card || (json = php_wxseal_read_object(card, 4))) {
        stream.finish = finish;
        stream.msg_item = php_wxseal_str(items);
        wxseal_response *response;
        wxseal_status status =
            wxseal_incoming_reply_stream_with_template_card(push, &stream, php_wxseal_str(json), &response);
        php_wxseal_return_answer(return_value, status, &response);
    }
    release(items);
    release(json);
}

/* False where it has thrown. */
static bool read_userids(HashTable *userids, wxseal_str *texts, size_t *count)
{
    zval *userid;
    ZEND_HASH_FOREACH_VAL(userids, userid) {
        ZVAL_DEREF(userid);
        if (Z_TYPE_P(userid) != IS_STRING) {
            zend_argument_value_error(2, "must be a list of strings, or null");
            return false;
        }
        texts[(*count)++] = php_wxseal_str(Z_STR_P(userid));
    } ZEND_HASH_FOREACH_END();
    return true;
}

PHP_METHOD(Wxseal_Incoming, updateTemplateCard)
{
    zval *card;
    HashTable *userids = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_ZVAL(card)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT_OR_NULL(userids)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_incoming *push = php_wxseal_push_of(ZEND_THIS);
    /* First, since what writes it could change what the list refers to. */
    zend_string *json = push ? php_wxseal_read_object(card, 1) : NULL;
    if (!json) {
        RETURN_THROWS();
    }
    /* One more than there are, so that a list of nobody has an address. The texts stay the array's. */
    wxseal_str *texts = userids ? safe_emalloc(zend_hash_num_elements(userids) + 1, sizeof(wxseal_str), 0) : NULL;
    size_t count = 0;
    if (!userids || read_userids(userids, texts, &count)) {
        wxseal_response *response;
        wxseal_status status =
            wxseal_incoming_update_template_card(push, php_wxseal_str(json), texts, count, &response);
        php_wxseal_return_answer(return_value, status, &response);
    }
    zend_string_release(json);
    if (texts) {
        efree(texts);
    }
}
