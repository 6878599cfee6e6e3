/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "incoming.h"

#define HELD wxseal_incoming
#include "holder.h"

static zend_class_entry *incoming_class;

void php_wxseal_return_incoming(zval *return_value, wxseal_incoming *incoming)
{
    holder *self = hold(return_value, incoming_class, incoming);
    const char *kind = wxseal_incoming_kind(incoming) == WXSEAL_KIND_URL_CHECK ? "url_check" : "push";
    zend_update_property_string(incoming_class, &self->object, ZEND_STRL("kind"), kind);
}

PHP_METHOD(Wxseal_Incoming, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

/* The push, or NULL and a LogicException. */
static const wxseal_incoming *push_of(zend_object *object)
{
    const wxseal_incoming *incoming = alive(object);
    if (incoming && wxseal_incoming_kind(incoming) == WXSEAL_KIND_URL_CHECK) {
        php_wxseal_throw_logic("a URL check has no message: answer with response()");
        return NULL;
    }
    return incoming;
}

void php_wxseal_return_answer(zval *return_value, wxseal_status status, wxseal_response **response)
{
    if (status == WXSEAL_OK) {
        php_wxseal_return_response(return_value, *response);
    } else {
        php_wxseal_throw(status);
    }
}

PHP_METHOD(Wxseal_Incoming, response)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *incoming = alive(Z_OBJ_P(ZEND_THIS));
    if (!incoming) {
        RETURN_THROWS();
    }
    if (wxseal_incoming_kind(incoming) == WXSEAL_KIND_PUSH) {
        php_wxseal_throw_logic("a push has no answer yet: answer with success() or one of the replies");
        RETURN_THROWS();
    }
    wxseal_response *response;
    php_wxseal_return_answer(return_value, wxseal_incoming_response(incoming, &response), &response);
}

/* What it says. */

PHP_METHOD(Wxseal_Incoming, message)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    zval *view = &holder_of(Z_OBJ_P(ZEND_THIS))->view;
    if (Z_ISUNDEF_P(view)) {
        const char *json;
        size_t length;
        wxseal_status status = wxseal_incoming_message_json(push, &json, &length);
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

PHP_METHOD(Wxseal_Incoming, messageJson)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    const char *json;
    size_t length;
    return_text(return_value, wxseal_incoming_message_json(push, &json, &length), &json, &length);
}

PHP_METHOD(Wxseal_Incoming, messageBytes)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    const uint8_t *bytes;
    size_t length;
    wxseal_status status = wxseal_incoming_message_bytes(push, &bytes, &length);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    RETURN_STRINGL((const char *)bytes, length);
}

PHP_METHOD(Wxseal_Incoming, format)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    RETURN_STRING(wxseal_incoming_format(push) == WXSEAL_FORMAT_XML ? "xml" : "json");
}

static void return_field(zval *return_value, zend_object *object, const char *name)
{
    const wxseal_incoming *push = push_of(object);
    if (push) {
        const char *text;
        size_t length;
        return_text(return_value, wxseal_incoming_text(push, name, &text, &length), &text, &length);
    }
}

PHP_METHOD(Wxseal_Incoming, text)
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
    PHP_METHOD(Wxseal_Incoming, method)                                                \
    {                                                                                  \
        ZEND_PARSE_PARAMETERS_NONE();                                                  \
                                                                                       \
        const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));                     \
        if (!push) {                                                                   \
            RETURN_THROWS();                                                           \
        }                                                                              \
        const char *text;                                                              \
        size_t length;                                                                 \
        return_text(return_value, lend(push, &text, &length), &text, &length);         \
    }

FIELD(toUserName, wxseal_incoming_to_user_name)
FIELD(fromUserName, wxseal_incoming_from_user_name)
FIELD(msgType, wxseal_incoming_msg_type)
FIELD(event, wxseal_incoming_event)
FIELD(msgId, wxseal_incoming_msg_id)

PHP_METHOD(Wxseal_Incoming, infoType)
{
    ZEND_PARSE_PARAMETERS_NONE();

    return_field(return_value, Z_OBJ_P(ZEND_THIS), "InfoType");
}

PHP_METHOD(Wxseal_Incoming, createTime)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    /* A 0 may mean that the message cannot be read; another field's function says so. */
    const char *text;
    size_t length;
    wxseal_status status = wxseal_incoming_msg_id(push, &text, &length);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    int64_t seconds = wxseal_incoming_create_time(push);
    if (seconds == 0) {
        RETURN_NULL();
    }
    RETURN_LONG(seconds);
}

static void return_key(zval *return_value, wxseal_status status, const char **key)
{
    if (status == WXSEAL_OK) {
        RETVAL_STRING(*key);
    } else {
        php_wxseal_throw(status);
    }
}

PHP_METHOD(Wxseal_Incoming, dedupKey)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    const char *key;
    return_key(return_value, wxseal_incoming_dedup_key(push, &key), &key);
}

PHP_METHOD(Wxseal_Incoming, replayKey)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    const char *key;
    return_key(return_value, wxseal_incoming_replay_key(push, &key), &key);
}

PHP_METHOD(Wxseal_Incoming, widgetQuery)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    const char *json;
    size_t length;
    wxseal_status status = wxseal_incoming_widget_query_json(push, &json, &length);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    php_wxseal_return_widget_query(return_value, json, length);
}

/* The answers. */

PHP_METHOD(Wxseal_Incoming, success)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    php_wxseal_return_answer(return_value, wxseal_incoming_success(push, &response), &response);
}

PHP_METHOD(Wxseal_Incoming, empty)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const wxseal_incoming *push = push_of(Z_OBJ_P(ZEND_THIS));
    if (!push) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    php_wxseal_return_answer(return_value, wxseal_incoming_empty(push, &response), &response);
}

const wxseal_incoming *php_wxseal_answered(
    zend_object *object, const given *given, uint32_t position, uint64_t *now, const uint8_t **random)
{
    const wxseal_incoming *push = push_of(object);
    if (!push || !php_wxseal_read_now(given->now, given->now_absent, position, now)
        || !php_wxseal_read_random(given->random, random)) {
        return NULL;
    }
    return push;
}

void php_wxseal_reply(INTERNAL_FUNCTION_PARAMETERS, php_wxseal_reply_with *reply_with)
{
    zend_string *text;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_STR(text)
        Z_PARAM_OPTIONAL
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 2, &now, &random);
    if (!push || !check_reply(text)) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    php_wxseal_return_answer(return_value, reply_with(push, ZSTR_VAL(text), now, random, &response), &response);
}

PHP_METHOD(Wxseal_Incoming, replyText)
{
    php_wxseal_reply(INTERNAL_FUNCTION_PARAM_PASSTHRU, wxseal_incoming_reply_text);
}

PHP_METHOD(Wxseal_Incoming, replyImage)
{
    php_wxseal_reply(INTERNAL_FUNCTION_PARAM_PASSTHRU, wxseal_incoming_reply_image);
}

PHP_METHOD(Wxseal_Incoming, replyVoice)
{
    php_wxseal_reply(INTERNAL_FUNCTION_PARAM_PASSTHRU, wxseal_incoming_reply_voice);
}

PHP_METHOD(Wxseal_Incoming, replyVideo)
{
    zend_string *media_id, *title, *description;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(3, 5)
        Z_PARAM_STR(media_id)
        Z_PARAM_STR(title)
        Z_PARAM_STR(description)
        Z_PARAM_OPTIONAL
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 4, &now, &random);
    if (!push || !check_reply(media_id) || !check_reply(title) || !check_reply(description)) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_video(
        push, ZSTR_VAL(media_id), ZSTR_VAL(title), ZSTR_VAL(description), now, random, &response);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyMusic)
{
    zend_string *thumb_media_id, *title = NULL, *description = NULL, *music_url = NULL, *hq_music_url = NULL;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(1, 7)
        Z_PARAM_STR(thumb_media_id)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(title)
        Z_PARAM_STR_OR_NULL(description)
        Z_PARAM_STR_OR_NULL(music_url)
        Z_PARAM_STR_OR_NULL(hq_music_url)
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 6, &now, &random);
    if (!push || !check_reply(thumb_media_id) || !check_optional_reply(title) || !check_optional_reply(description)
        || !check_optional_reply(music_url) || !check_optional_reply(hq_music_url)) {
        RETURN_THROWS();
    }
    const wxseal_music music = {
        .thumb_media_id = ZSTR_VAL(thumb_media_id),
        .title = text_or_null(title),
        .description = text_or_null(description),
        .music_url = text_or_null(music_url),
        .hq_music_url = text_or_null(hq_music_url),
    };
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_music(push, &music, now, random, &response);
    php_wxseal_return_answer(return_value, status, &response);
}

/* The texts stay the array's. */
static bool read_article(zval *item, wxseal_article *article)
{
    const struct {
        const char *name;
        const char **text;
    } fields[] = {
        {"title", &article->title},
        {"description", &article->description},
        {"picUrl", &article->pic_url},
        {"url", &article->url},
    };
    ZVAL_DEREF(item);
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        zval *text = Z_TYPE_P(item) == IS_ARRAY
            ? zend_hash_str_find_deref(Z_ARRVAL_P(item), fields[i].name, strlen(fields[i].name)) : NULL;
        if (!text || Z_TYPE_P(text) != IS_STRING) {
            zend_argument_value_error(
                1, "must be a list of arrays, each with the texts title, description, picUrl and url");
            return false;
        }
        if (!check_reply(Z_STR_P(text))) {
            return false;
        }
        *fields[i].text = Z_STRVAL_P(text);
    }
    return true;
}

PHP_METHOD(Wxseal_Incoming, replyNews)
{
    HashTable *items;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_ARRAY_HT(items)
        Z_PARAM_OPTIONAL
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 2, &now, &random);
    if (!push) {
        RETURN_THROWS();
    }
    wxseal_article *articles = safe_emalloc(zend_hash_num_elements(items), sizeof(wxseal_article), 0);
    size_t count = 0;
    zval *item;
    ZEND_HASH_FOREACH_VAL(items, item) {
        if (!read_article(item, &articles[count++])) {
            efree(articles);
            RETURN_THROWS();
        }
    } ZEND_HASH_FOREACH_END();
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_news(push, articles, count, now, random, &response);
    efree(articles);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, transferCustomerService)
{
    zend_string *kf_account = NULL;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(0, 3)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(kf_account)
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 2, &now, &random);
    if (!push || !check_optional_reply(kf_account)) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_transfer_customer_service(
        push, text_or_null(kf_account), now, random, &response);
    php_wxseal_return_answer(return_value, status, &response);
}

zend_string *php_wxseal_read_object(zval *value, uint32_t position)
{
    if (Z_TYPE_P(value) == IS_STRING) {
        return check_reply(Z_STR_P(value)) ? zend_string_copy(Z_STR_P(value)) : NULL;
    }
    if (Z_TYPE_P(value) == IS_ARRAY || Z_TYPE_P(value) == IS_OBJECT) {
        return php_wxseal_write_json(value, WXSEAL_ERROR_UNWRITABLE_REPLY);
    }
    zend_argument_type_error(position, "must be of type object|array|string, %s given", zend_zval_type_name(value));
    return NULL;
}

PHP_METHOD(Wxseal_Incoming, replyWidget)
{
    zend_long lifespan, err_code = 0;
    zval *data;
    zend_string *err_msg = NULL;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(2, 6)
        Z_PARAM_LONG(lifespan)
        Z_PARAM_ZVAL(data)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(err_code)
        Z_PARAM_STR(err_msg)
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 5, &now, &random);
    if (!push) {
        RETURN_THROWS();
    }
    if (lifespan < 0 || (uint64_t)lifespan > UINT32_MAX) {
        zend_argument_value_error(1, "must be between 0 and %u", UINT32_MAX);
        RETURN_THROWS();
    }
    /* No number of more than 32 bits is one of the four. */
    if (err_code != (int32_t)err_code || (err_msg && !check_reply(err_msg))) {
        if (!EG(exception)) {
            php_wxseal_throw(WXSEAL_ERROR_UNWRITABLE_REPLY);
        }
        RETURN_THROWS();
    }
    zend_string *json = php_wxseal_read_object(data, 2);
    if (!json) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_widget(
        push, (uint32_t)lifespan, ZSTR_VAL(json), (int32_t)err_code, err_msg ? ZSTR_VAL(err_msg) : "", now, random,
        &response);
    zend_string_release(json);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyRaw)
{
    zend_string *message;
    given given = NOTHING_GIVEN;
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_STR(message)
        Z_PARAM_OPTIONAL
        Z_PARAM_GIVEN(given)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t now;
    const uint8_t *random;
    const wxseal_incoming *push = php_wxseal_answered(Z_OBJ_P(ZEND_THIS), &given, 2, &now, &random);
    if (!push) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_raw(
        push, (const uint8_t *)ZSTR_VAL(message), ZSTR_LEN(message), now, random, &response);
    php_wxseal_return_answer(return_value, status, &response);
}

void php_wxseal_init_incoming(zend_class_entry *class)
{
    incoming_class = class;
    init_holder(class);
}
