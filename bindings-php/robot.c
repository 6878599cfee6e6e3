/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "incoming.h"

PHP_METHOD(Wxseal_Incoming, replyWelcome)
{
    php_wxseal_reply(INTERNAL_FUNCTION_PARAM_PASSTHRU, wxseal_incoming_reply_welcome);
}

/* What a robot says, of arguments whose first is counted from 1. */
typedef struct {
    zend_string *id, *content, *feedback_id;
    bool finish;
    zval *msg_item;
} stream;

/* `msg_item` is the stream's JSON array, for the caller to release where it is not NULL; false where it has thrown. */
static bool read_stream(
    const stream *stream, uint32_t msg_item_position, wxseal_stream_answer *answer, zend_string **msg_item)
{
    *msg_item = NULL;
    if (!check_reply(stream->id) || !check_reply(stream->content) || !check_optional_reply(stream->feedback_id)) {
        return false;
    }
    zval *items = stream->msg_item;
    if (items && Z_TYPE_P(items) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(items)) == 0) {
        *msg_item = zend_string_init(ZEND_STRL("[]"), false);
    } else if (items && (Z_TYPE_P(items) == IS_ARRAY || Z_TYPE_P(items) == IS_STRING)) {
        *msg_item = php_wxseal_read_object(items, msg_item_position);
    } else if (items && Z_TYPE_P(items) != IS_NULL) {
        zend_argument_type_error(
            msg_item_position, "must be of type array|string|null, %s given", zend_zval_type_name(items));
    }
    if (EG(exception)) {
        return false;
    }
    *answer = (wxseal_stream_answer){
        .id = ZSTR_VAL(stream->id),
        .content = ZSTR_VAL(stream->content),
        .finish = stream->finish,
        .msg_item = text_or_null(*msg_item),
        .feedback_id = text_or_null(stream->feedback_id),
    };
    return true;
}

static void release(zend_string *text)
{
    if (text) {
        zend_string_release(text);
    }
}

PHP_METHOD(Wxseal_Incoming, replyStream)
{
    stream stream = {0};
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(3, 7)
        Z_PARAM_STR(stream.id)
        Z_PARAM_STR(stream.content)
        Z_PARAM_BOOL(stream.finish)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(stream.msg_item)
        Z_PARAM_STR_OR_NULL(stream.feedback_id)
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 6, &now, &random);
    wxseal_stream_answer answer;
    zend_string *msg_item;
    if (!push || !read_stream(&stream, 4, &answer, &msg_item)) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_stream(push, &answer, now, random, &response);
    release(msg_item);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyTemplateCard)
{
    zval *card;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_ZVAL(card)
        Z_PARAM_OPTIONAL
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 2, &now, &random);
    zend_string *json = push ? php_wxseal_read_object(card, 1) : NULL;
    if (!json) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_template_card(push, ZSTR_VAL(json), now, random, &response);
    zend_string_release(json);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyStreamWithTemplateCard)
{
    stream stream = {0};
    zval *card = NULL;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(3, 8)
        Z_PARAM_STR(stream.id)
        Z_PARAM_STR(stream.content)
        Z_PARAM_BOOL(stream.finish)
        Z_PARAM_OPTIONAL
        Z_PARAM_ZVAL(card)
        Z_PARAM_ZVAL(stream.msg_item)
        Z_PARAM_STR_OR_NULL(stream.feedback_id)
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 7, &now, &random);
    wxseal_stream_answer answer;
    zend_string *msg_item, *json = NULL;
    if (!push || !read_stream(&stream, 5, &answer, &msg_item)) {
        RETURN_THROWS();
    }
    if (card && Z_TYPE_P(card) != IS_NULL) {
        json = php_wxseal_read_object(card, 4);
        if (!json) {
            release(msg_item);
            RETURN_THROWS();
        }
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_stream_with_template_card(
        push, &answer, text_or_null(json), now, random, &response);
    release(msg_item);
    release(json);
    php_wxseal_return_answer(return_value, status, &response);
}

/* False where it has thrown. */
static bool read_userids(HashTable *userids, const char **texts, size_t *count)
{
    zval *userid;
    ZEND_HASH_FOREACH_VAL(userids, userid) {
        ZVAL_DEREF(userid);
        if (Z_TYPE_P(userid) != IS_STRING) {
            zend_argument_value_error(2, "must be a list of strings, or null");
            return false;
        }
        if (!check_reply(Z_STR_P(userid))) {
            return false;
        }
        texts[(*count)++] = Z_STRVAL_P(userid);
    } ZEND_HASH_FOREACH_END();
    return true;
}

PHP_METHOD(Wxseal_Incoming, updateTemplateCard)
{
    zval *card;
    HashTable *userids = NULL;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(1, 4)
        Z_PARAM_ZVAL(card)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT_OR_NULL(userids)
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 3, &now, &random);
    /* First, since what writes the card as JSON may be the program's own, and could change what the list refers to. */
    zend_string *json = push ? php_wxseal_read_object(card, 1) : NULL;
    if (!json) {
        RETURN_THROWS();
    }
    /* One more than there are, so that a list of nobody has an address. The texts stay the array's. */
    const char **texts = userids ? safe_emalloc(zend_hash_num_elements(userids) + 1, sizeof(char *), 0) : NULL;
    size_t count = 0;
    if (!userids || read_userids(userids, texts, &count)) {
        wxseal_response *response;
        wxseal_status status = wxseal_incoming_update_template_card(
            push, ZSTR_VAL(json), texts, count, now, random, &response);
        php_wxseal_return_answer(return_value, status, &response);
    }
    zend_string_release(json);
    if (texts) {
        efree(texts);
    }
}
