/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#include <string.h>

/* The answers of Wxseal\Incoming that an account gives. */

PHP_METHOD(Wxseal_Incoming, success)
{
    ZEND_PARSE_PARAMETERS_NONE();

    wxseal_response *response;
    php_wxseal_return_answer(
        return_value, wxseal_incoming_success(php_wxseal_push_of(ZEND_THIS), &response), &response);
}

PHP_METHOD(Wxseal_Incoming, empty)
{
    ZEND_PARSE_PARAMETERS_NONE();

    wxseal_response *response;
    php_wxseal_return_answer(return_value, wxseal_incoming_empty(php_wxseal_push_of(ZEND_THIS), &response), &response);
}

/* An answer of one text. */
#define REPLY(method, reply)                                                                             \
    PHP_METHOD(Wxseal_Incoming, method)                                                                  \
    {                                                                                                    \
        wxseal_str text;                                                                                 \
        ZEND_PARSE_PARAMETERS_START(1, 1)                                                                \
            WXSEAL_PARAM_TEXT(text)                                                                           \
        ZEND_PARSE_PARAMETERS_END();                                                                     \
                                                                                                         \
        wxseal_response *response;                                                                       \
        php_wxseal_return_answer(                                                                        \
            return_value, reply(php_wxseal_push_of(ZEND_THIS), text, &response), &response);             \
    }

REPLY(replyText, wxseal_incoming_reply_text)
REPLY(replyImage, wxseal_incoming_reply_image)
REPLY(replyVoice, wxseal_incoming_reply_voice)
REPLY(replyWelcome, wxseal_incoming_reply_welcome)

PHP_METHOD(Wxseal_Incoming, replyVideo)
{
    wxseal_str media_id, title, description;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        WXSEAL_PARAM_TEXT(media_id)
        WXSEAL_PARAM_TEXT(title)
        WXSEAL_PARAM_TEXT(description)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_response *response;
    wxseal_status status =
        wxseal_incoming_reply_video(php_wxseal_push_of(ZEND_THIS), media_id, title, description, &response);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyMusic)
{
    wxseal_music music = {0};
    ZEND_PARSE_PARAMETERS_START(1, 5)
        WXSEAL_PARAM_TEXT(music.thumb_media_id)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(music.title)
        WXSEAL_PARAM_TEXT_OR_NULL(music.description)
        WXSEAL_PARAM_TEXT_OR_NULL(music.music_url)
        WXSEAL_PARAM_TEXT_OR_NULL(music.hq_music_url)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_response *response;
    php_wxseal_return_answer(
        return_value, wxseal_incoming_reply_music(php_wxseal_push_of(ZEND_THIS), &music, &response), &response);
}

/* The texts stay the array's. */
static bool read_article(zval *item, wxseal_article *article)
{
    const struct {
        const char *name;
        wxseal_str *text;
    } fields[] = {
        {"title", &article->title},
        {"description", &article->description},
        {"picUrl", &article->pic_url},
        {"url", &article->url},
    };
    ZVAL_DEREF(item);
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        const zval *text = Z_TYPE_P(item) == IS_ARRAY
            ? zend_hash_str_find_deref(Z_ARRVAL_P(item), fields[i].name, strlen(fields[i].name)) : NULL;
        if (!text || Z_TYPE_P(text) != IS_STRING) {
            zend_argument_value_error(
                1, "must be a list of arrays, each with the texts title, description, picUrl and url");
            return false;
        }
        *fields[i].text = php_wxseal_str(Z_STR_P(text));
    }
    return true;
}

PHP_METHOD(Wxseal_Incoming, replyNews)
{
    HashTable *items;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(items)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_article *articles = safe_emalloc(zend_hash_num_elements(items), sizeof(wxseal_article), 0);
    size_t count = 0;
    bool read = true;
    zval *item;
    ZEND_HASH_FOREACH_VAL(items, item) {
        read = read && read_article(item, &articles[count++]);
    } ZEND_HASH_FOREACH_END();
    if (read) {
        wxseal_response *response;
        wxseal_status status =
            wxseal_incoming_reply_news(php_wxseal_push_of(ZEND_THIS), articles, count, &response);
        php_wxseal_return_answer(return_value, status, &response);
    }
    efree(articles);
}

PHP_METHOD(Wxseal_Incoming, transferCustomerService)
{
    wxseal_str kf_account = {0};
    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_TEXT_OR_NULL(kf_account)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_response *response;
    wxseal_status status =
        wxseal_incoming_transfer_customer_service(php_wxseal_push_of(ZEND_THIS), kf_account, &response);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyWidget)
{
    uint32_t lifespan;
    zval *data;
    zend_long err_code = 0;
    wxseal_str err_msg = {0};
    ZEND_PARSE_PARAMETERS_START(2, 4)
        WXSEAL_PARAM_UINT32(lifespan)
        Z_PARAM_ZVAL(data)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(err_code)
        WXSEAL_PARAM_TEXT(err_msg)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_incoming *push = php_wxseal_push_of(ZEND_THIS);
    /* No number of more than 32 bits is one of the four. */
    if (push && err_code != (int32_t)err_code) {
        php_wxseal_throw(WXSEAL_ERROR_UNWRITABLE_REPLY);
    }
    zend_string *json = EG(exception) ? NULL : php_wxseal_read_object(data, 2);
    if (!json) {
        RETURN_THROWS();
    }
    wxseal_response *response;
    wxseal_status status = wxseal_incoming_reply_widget(
        push, lifespan, php_wxseal_str(json), (int32_t)err_code, err_msg, &response);
    zend_string_release(json);
    php_wxseal_return_answer(return_value, status, &response);
}

PHP_METHOD(Wxseal_Incoming, replyRaw)
{
    wxseal_str message;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        WXSEAL_PARAM_TEXT(message)
    ZEND_PARSE_PARAMETERS_END();

    wxseal_response *response;
    wxseal_status status =
        wxseal_incoming_reply_raw(php_wxseal_push_of(ZEND_THIS), message.data, message.length, &response);
    php_wxseal_return_answer(return_value, status, &response);
}
