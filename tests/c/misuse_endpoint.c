/* The third floor in wrong hands: each call below has one thing wrong with it, and must say so and write nothing. */
#include "check.h"
#include "official.h"

static const char text_message[] = "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"o1\",\"CreateTime\":1,\"MsgType\":\"text\","
                                   "\"Content\":\"a\",\"MsgId\":1}";
static const uint64_t now = 1714112445;

/* What the outputs hold before a call; nobody looks where it points. */
static char canary_byte;
static void *const canary = &canary_byte;
static const size_t LENGTH_CANARY = (size_t)-1 / 3;

static wxseal_msg_crypt *crypt;
static wxseal_endpoint *endpoint;
/* A text, and a URL check. */
static wxseal_incoming *push, *check_of_url;
static wxseal_response *response;
static wxseal_request *request;
static wxseal_recent_keys *recent;
static wxseal_claim *claim;
static wxseal_message *message;

static const char *const not_utf8[] = {"\xff", "wx\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80"};
enum { NOT_UTF8 = sizeof not_utf8 / sizeof not_utf8[0] };

static const size_t TOO_LONG = (size_t)PTRDIFF_MAX + 1;

static const uint8_t *bytes(const char *text)
{
    return (const uint8_t *)text;
}

/* A call that would make a `type` and give it to `made`. */
#define MAKES_NONE(expected, type, call)                                                                                 \
    do {                                                                                                                 \
        type *made = (type *)canary;                                                                                     \
        CHECK_STATUS(expected, call);                                                                                    \
        CHECK(made == (type *)canary);                                                                                   \
    } while (0)

/* A call that would lend a `type` and its length to `lent` and `length`. */
#define LENDS_NONE(expected, type, call)                                                                                 \
    do {                                                                                                                 \
        const type *lent = (const type *)canary;                                                                         \
        size_t length = LENGTH_CANARY;                                                                                   \
        CHECK_STATUS(expected, call);                                                                                    \
        CHECK(lent == (const type *)canary && length == LENGTH_CANARY);                                                  \
        (void)length;                                                                                                    \
    } while (0)

/* A call that would write to `out` and `length`. */
#define WRITES_NONE(expected, call)                                                                                      \
    do {                                                                                                                 \
        uint8_t out[2] = {7, 7};                                                                                         \
        size_t length = LENGTH_CANARY;                                                                                   \
        CHECK_STATUS(expected, call);                                                                                    \
        CHECK(out[0] == 7 && out[1] == 7 && length == LENGTH_CANARY);                                                    \
    } while (0)

#define NULL_POINTER WXSEAL_ERROR_NULL_POINTER

static void null_settings(void)
{
    MAKES_NONE(NULL_POINTER, wxseal_endpoint, wxseal_endpoint_new(NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_endpoint, wxseal_endpoint_plain(NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_new(crypt, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_plain(TOKEN, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_also_accept(NULL, crypt));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_also_accept(endpoint, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_set_tolerance(NULL, 300));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_set_account(NULL, "gh_1"));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_set_account(endpoint, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_set_max_body(NULL, 1));
    MAKES_NONE(WXSEAL_ERROR_INVALID_CONFIG, wxseal_endpoint, wxseal_endpoint_plain("", &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_CONFIG, wxseal_endpoint, wxseal_endpoint_plain("a b", &made));
    wxseal_endpoint_free(NULL);
}

static void null_requests(void)
{
    const char *const pairs[] = {"signature", NULL, "timestamp", "1"};
    uint8_t byte = 0;
    size_t length = 0;

    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive(NULL, "GET", CHECK_QUERY, NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive(endpoint, NULL, CHECK_QUERY, NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive(endpoint, "GET", NULL, NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive(endpoint, "POST", "", NULL, 1, now, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_receive(endpoint, "GET", CHECK_QUERY, NULL, 0, now, NULL));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_incoming,
               wxseal_endpoint_receive(endpoint, "POST", "", &byte, TOO_LONG, now, &made));

    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive_pairs(NULL, "GET", pairs, 0, NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive_pairs(endpoint, NULL, pairs, 0, NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive_pairs(endpoint, "GET", NULL, 1, NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive_pairs(endpoint, "GET", pairs, 2, NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_endpoint_receive_pairs(endpoint, "POST", NULL, 0, NULL, 1, now, &made));
    /* No pairs are no query. */
    MAKES_NONE(WXSEAL_ERROR_MALFORMED_QUERY, wxseal_incoming,
               wxseal_endpoint_receive_pairs(endpoint, "GET", NULL, 0, NULL, 0, now, &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_incoming,
               wxseal_endpoint_receive_pairs(endpoint, "GET", pairs, (size_t)-1, NULL, 0, now, &made));

    WRITES_NONE(NULL_POINTER, wxseal_endpoint_diagnose(NULL, "GET", "", NULL, 0, now, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_endpoint_diagnose(endpoint, NULL, "", NULL, 0, now, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_endpoint_diagnose(endpoint, "GET", NULL, NULL, 0, now, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_endpoint_diagnose(endpoint, "GET", "", NULL, 1, now, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_endpoint_diagnose(endpoint, "GET", "", NULL, 0, now, NULL, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_endpoint_diagnose(endpoint, "GET", "", NULL, 0, now, out, sizeof out, NULL));
    CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL,
                 wxseal_endpoint_diagnose(endpoint, "GET", "", NULL, 0, now, &byte, 1, &length));
    CHECK(byte == 0 && length > 1);
}

/* A peer's doing, whatever it is, is no misuse. */
static void requests_that_are_none(void)
{
    static const char *const methods[] = {"", "PUT", "get", "POST ", "\xff"};
    size_t i;
    for (i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        MAKES_NONE(WXSEAL_ERROR_UNKNOWN_METHOD, wxseal_incoming,
                   wxseal_endpoint_receive(endpoint, methods[i], CHECK_QUERY, NULL, 0, now, &made));
    }
    for (i = 0; i < NOT_UTF8; i++) {
        const char *const pairs[] = {"nonce", not_utf8[i]};
        MAKES_NONE(WXSEAL_ERROR_MALFORMED_QUERY, wxseal_incoming,
                   wxseal_endpoint_receive(endpoint, "GET", not_utf8[i], NULL, 0, now, &made));
        MAKES_NONE(WXSEAL_ERROR_MALFORMED_QUERY, wxseal_incoming,
                   wxseal_endpoint_receive_pairs(endpoint, "GET", pairs, 1, NULL, 0, now, &made));
        MAKES_NONE(WXSEAL_ERROR_MALFORMED_ENVELOPE, wxseal_incoming,
                   wxseal_endpoint_receive(endpoint, "POST", PUSH_QUERY, bytes(not_utf8[i]), strlen(not_utf8[i]), now,
                                           &made));
        MAKES_NONE(WXSEAL_ERROR_INVALID_CONFIG, wxseal_endpoint, wxseal_endpoint_plain(not_utf8[i], &made));
        CHECK_STATUS(WXSEAL_ERROR_INVALID_ACCOUNT, wxseal_endpoint_set_account(endpoint, not_utf8[i]));
    }
    MAKES_NONE(WXSEAL_ERROR_MALFORMED_ENVELOPE, wxseal_incoming,
               wxseal_endpoint_receive(endpoint, "POST", PUSH_QUERY, NULL, 0, now, &made));
}

static void null_incoming(void)
{
    const char *lent_text = (const char *)canary;

    CHECK(wxseal_incoming_kind(NULL) == 0);
    CHECK(wxseal_incoming_format(NULL) == 0);
    CHECK(wxseal_incoming_create_time(NULL) == 0);
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_response(NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_response(check_of_url, NULL));

    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_incoming_message_bytes(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_incoming_message_bytes(push, NULL, &length));
    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_incoming_message_bytes(push, &lent, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_message_json(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_message_json(push, NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_message_json(push, &lent, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_text(NULL, "MsgType", &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_text(push, NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_text(push, "MsgType", NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_text(push, "MsgType", &lent, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_text(push, "Missing", NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_text(push, "Missing", &lent, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_msg_id(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_msg_id(push, NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_msg_id(push, &lent, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_widget_query_json(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_incoming_widget_slot(NULL, "city", &lent, &length));

    CHECK_STATUS(NULL_POINTER, wxseal_incoming_dedup_key(NULL, &lent_text));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_dedup_key(push, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_replay_key(NULL, &lent_text));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_replay_key(push, NULL));
    CHECK(lent_text == (const char *)canary);

    LENDS_NONE(WXSEAL_ERROR_INVALID_TEXT, char, wxseal_incoming_text(push, "\xff", &lent, &length));
    /* It is no widget's. */
    LENDS_NONE(WXSEAL_ERROR_MALFORMED_MESSAGE, char, wxseal_incoming_widget_query_json(push, &lent, &length));
    LENDS_NONE(WXSEAL_ERROR_MALFORMED_MESSAGE, char, wxseal_incoming_widget_slot(push, "city", &lent, &length));
    wxseal_incoming_free(NULL);
}

static void null_answers(void)
{
    static const wxseal_article good = {"t", "d", "p", "u"};
    wxseal_article bad[4];
    uint8_t byte = 0;
    int i;

    for (i = 0; i < 4; i++) {
        bad[i] = good;
    }
    bad[0].title = bad[1].description = bad[2].pic_url = bad[3].url = NULL;
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_success(NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_empty(NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_text(NULL, "a", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_text(push, NULL, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_image(NULL, "a", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_image(push, NULL, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_voice(NULL, "a", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_voice(push, NULL, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_video(NULL, "a", "a", "a", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_video(push, NULL, "a", "a", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_video(push, "a", NULL, "a", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_video(push, "a", "a", NULL, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_news(NULL, &good, 1, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_news(push, NULL, 1, now, NULL, &made));
    for (i = 0; i < 4; i++) {
        MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_news(push, &bad[i], 1, now, NULL, &made));
    }
    MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_response, wxseal_incoming_reply_news(push, NULL, 0, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_transfer_customer_service(NULL, NULL, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_widget(NULL, 1, "{}", 0, "", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_widget(push, 1, NULL, 0, "", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_widget(push, 1, "{}", 0, NULL, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_raw(NULL, bytes("a"), 1, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_raw(push, NULL, 1, now, NULL, &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_response,
               wxseal_incoming_reply_raw(push, &byte, TOO_LONG, now, NULL, &made));

    CHECK_STATUS(NULL_POINTER, wxseal_incoming_success(push, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_empty(push, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_text(push, "a", now, NULL, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_image(push, "a", now, NULL, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_voice(push, "a", now, NULL, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_video(push, "a", "a", "a", now, NULL, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_news(push, &good, 1, now, NULL, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_transfer_customer_service(push, NULL, now, NULL, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_widget(push, 1, "{}", 0, "", now, NULL, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_raw(push, NULL, 0, now, NULL, NULL));
}

static void answers_that_are_not_utf8(void)
{
    int i;
    for (i = 0; i < NOT_UTF8; i++) {
        const char *const bad = not_utf8[i];
        wxseal_article article = {"t", "d", "p", "u"};
        article.url = bad;
#define UNWRITABLE(call) MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_response, call)
        UNWRITABLE(wxseal_incoming_reply_text(push, bad, now, NULL, &made));
        UNWRITABLE(wxseal_incoming_reply_image(push, bad, now, NULL, &made));
        UNWRITABLE(wxseal_incoming_reply_voice(push, bad, now, NULL, &made));
        UNWRITABLE(wxseal_incoming_reply_video(push, "a", bad, "a", now, NULL, &made));
        UNWRITABLE(wxseal_incoming_reply_news(push, &article, 1, now, NULL, &made));
        UNWRITABLE(wxseal_incoming_transfer_customer_service(push, bad, now, NULL, &made));
        UNWRITABLE(wxseal_incoming_reply_widget(push, 1, bad, 0, "", now, NULL, &made));
        UNWRITABLE(wxseal_incoming_reply_widget(push, 1, "{}", 0, bad, now, NULL, &made));
#undef UNWRITABLE
    }
}

/* What is asked of a push is not to be had of a URL check, nor the other way round. */
static void the_other_kind(void)
{
    static const wxseal_article article = {"t", "d", "p", "u"};
    const char *key = (const char *)canary;
#define INVALID WXSEAL_ERROR_INVALID_ARGUMENT
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_response(push, &made));

    CHECK(wxseal_incoming_format(check_of_url) == 0);
    CHECK(wxseal_incoming_create_time(check_of_url) == 0);
    LENDS_NONE(INVALID, uint8_t, wxseal_incoming_message_bytes(check_of_url, &lent, &length));
    LENDS_NONE(INVALID, char, wxseal_incoming_message_json(check_of_url, &lent, &length));
    LENDS_NONE(INVALID, char, wxseal_incoming_text(check_of_url, "MsgType", &lent, &length));
    LENDS_NONE(INVALID, char, wxseal_incoming_msg_id(check_of_url, &lent, &length));
    LENDS_NONE(INVALID, char, wxseal_incoming_widget_query_json(check_of_url, &lent, &length));
    LENDS_NONE(INVALID, char, wxseal_incoming_widget_slot(check_of_url, "city", &lent, &length));
    CHECK_STATUS(INVALID, wxseal_incoming_dedup_key(check_of_url, &key));
    CHECK_STATUS(INVALID, wxseal_incoming_replay_key(check_of_url, &key));
    CHECK(key == (const char *)canary);
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_success(check_of_url, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_empty(check_of_url, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_text(check_of_url, "a", now, NULL, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_image(check_of_url, "a", now, NULL, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_voice(check_of_url, "a", now, NULL, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_video(check_of_url, "a", "a", "a", now, NULL, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_news(check_of_url, &article, 1, now, NULL, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_transfer_customer_service(check_of_url, NULL, now, NULL, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_widget(check_of_url, 1, "{}", 0, "", now, NULL, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_raw(check_of_url, NULL, 0, now, NULL, &made));
#undef INVALID
}

static void null_responses(void)
{
    const char *name = (const char *)canary, *value = (const char *)canary;

    CHECK_STATUS(NULL_POINTER, wxseal_response_refusal(WXSEAL_ERROR_MALFORMED_QUERY, NULL));
    CHECK(wxseal_response_status(NULL) == 0);
    CHECK(wxseal_response_content_type(NULL) == NULL);
    CHECK_STATUS(NULL_POINTER, wxseal_response_header(NULL, 0, &name, &value));
    CHECK_STATUS(NULL_POINTER, wxseal_response_header(response, 0, NULL, &value));
    CHECK_STATUS(NULL_POINTER, wxseal_response_header(response, 0, &name, NULL));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_response_header(response, 9, &name, &value));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_response_header(response, (size_t)-1, &name, &value));
    CHECK(name == (const char *)canary && value == (const char *)canary);
    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_response_body(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_response_body(response, NULL, &length));
    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_response_body(response, &lent, NULL));
    wxseal_response_free(NULL);
}

static void null_memory(void)
{
    wxseal_recent known = 99;
    wxseal_claim *made_claim = (wxseal_claim *)canary;
    wxseal_response *answer = (wxseal_response *)canary;
    uint64_t until = 99;
    int32_t done = 99;
    int i;

    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_new(5, 60, 0, 0, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(NULL, "k", now, &known, &made_claim, &answer, &until));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(recent, NULL, now, &known, &made_claim, &answer, &until));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(recent, "new", now, NULL, &made_claim, &answer, &until));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(recent, "new", now, &known, NULL, &answer, &until));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(recent, "new", now, &known, &made_claim, NULL, &until));
    for (i = 0; i < NOT_UTF8; i++) {
        CHECK_STATUS(WXSEAL_ERROR_INVALID_TEXT,
                     wxseal_recent_keys_claim(recent, not_utf8[i], now, &known, &made_claim, &answer, &until));
    }
    CHECK(known == 99 && made_claim == (wxseal_claim *)canary && answer == (wxseal_response *)canary && until == 99);
    /* A call that failed has claimed nothing. */
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, "new", now, &known, &made_claim, &answer, NULL));
    CHECK(known == WXSEAL_RECENT_CLAIMED);
    wxseal_claim_free(made_claim);

    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_answer(NULL, claim, response, now, &done));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_answer(recent, NULL, response, now, &done));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_answer(recent, claim, NULL, now, &done));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_release(NULL, claim, &done));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_release(recent, NULL, &done));
    CHECK(done == 99);
    wxseal_recent_keys_free(NULL);
    wxseal_claim_free(NULL);
}

static void null_messages(void)
{
    const char *key = (const char *)canary;
    uint8_t byte = 0;

    MAKES_NONE(NULL_POINTER, wxseal_message, wxseal_message_from_cloud_event(NULL, 1, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_message_from_cloud_event(bytes("{}"), 2, NULL));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_message, wxseal_message_from_cloud_event(&byte, TOO_LONG, &made));
    MAKES_NONE(WXSEAL_ERROR_MALFORMED_MESSAGE, wxseal_message, wxseal_message_from_cloud_event(NULL, 0, &made));
    MAKES_NONE(WXSEAL_ERROR_MALFORMED_MESSAGE, wxseal_message, wxseal_message_from_cloud_event(bytes("[]"), 2, &made));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_json(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_json(message, NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_json(message, &lent, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_text(NULL, "a", &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_text(message, NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_text(message, "a", NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_text(message, "a", &lent, NULL));
    LENDS_NONE(WXSEAL_ERROR_INVALID_TEXT, char, wxseal_message_text(message, "\xff", &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_msg_id(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_msg_id(message, NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_message_msg_id(message, &lent, NULL));
    CHECK(wxseal_message_create_time(NULL) == 0);
    CHECK_STATUS(NULL_POINTER, wxseal_message_dedup_key(NULL, &key));
    CHECK_STATUS(NULL_POINTER, wxseal_message_dedup_key(message, NULL));
    CHECK(key == (const char *)canary);
    wxseal_message_free(NULL);
}

static void null_platform(void)
{
    const uint8_t *const text = bytes("{}");
    uint8_t byte = 0;
    int i;
#define MAKES_NO_REQUEST(expected, call) MAKES_NONE(expected, wxseal_request, call)
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_url_check(NULL, "1", "1", "e", &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_url_check(TOKEN, NULL, "1", "e", &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_url_check(TOKEN, "1", NULL, "e", &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_url_check(TOKEN, "1", "1", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_url_check(TOKEN, "1", "1", "e", NULL));
    MAKES_NO_REQUEST(WXSEAL_ERROR_INVALID_CONFIG, wxseal_platform_url_check("", "1", "1", "e", &made));
    MAKES_NO_REQUEST(WXSEAL_ERROR_MALFORMED_QUERY, wxseal_platform_url_check(TOKEN, "x", "1", "e", &made));

    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_encrypted_url_check(NULL, "1", "1", "e", NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_encrypted_url_check(crypt, NULL, "1", "e", NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_encrypted_url_check(crypt, "1", NULL, "e", NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_encrypted_url_check(crypt, "1", "1", NULL, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_encrypted_url_check(crypt, "1", "1", "e", NULL, NULL));

    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_push(NULL, text, 2, "1", "1", NULL, WXSEAL_FORMAT_XML, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_push(crypt, NULL, 2, "1", "1", NULL, WXSEAL_FORMAT_XML, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_push(crypt, text, 2, NULL, "1", NULL, WXSEAL_FORMAT_XML, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_push(crypt, text, 2, "1", NULL, NULL, WXSEAL_FORMAT_XML, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_push(crypt, text, 2, "1", "1", NULL, WXSEAL_FORMAT_XML, NULL));
    MAKES_NO_REQUEST(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_platform_push(crypt, text, 2, "1", "1", NULL, 0, &made));
    MAKES_NO_REQUEST(WXSEAL_ERROR_INVALID_ARGUMENT,
                     wxseal_platform_push(crypt, &byte, TOO_LONG, "1", "1", NULL, WXSEAL_FORMAT_XML, &made));
    MAKES_NO_REQUEST(WXSEAL_ERROR_UNWRITABLE_REPLY,
                     wxseal_platform_push(crypt, text, 1, "1", "1", NULL, WXSEAL_FORMAT_XML, &made));

    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_compatible_push(NULL, text, 2, "1", "1", NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_compatible_push(crypt, NULL, 2, "1", "1", NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_compatible_push(crypt, text, 2, NULL, "1", NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_compatible_push(crypt, text, 2, "1", NULL, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_compatible_push(crypt, text, 2, "1", "1", NULL, NULL));

    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_plain_push(NULL, text, 2, "1", "1", &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_plain_push(TOKEN, NULL, 2, "1", "1", &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_plain_push(TOKEN, text, 2, NULL, "1", &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_plain_push(TOKEN, text, 2, "1", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_plain_push(TOKEN, text, 2, "1", "1", NULL));
    for (i = 0; i < NOT_UTF8; i++) {
        MAKES_NO_REQUEST(WXSEAL_ERROR_INVALID_CONFIG, wxseal_platform_plain_push(not_utf8[i], text, 2, "1", "1", &made));
        MAKES_NO_REQUEST(WXSEAL_ERROR_MALFORMED_QUERY, wxseal_platform_plain_push(TOKEN, text, 2, "1", not_utf8[i], &made));
    }
#undef MAKES_NO_REQUEST

    WRITES_NONE(NULL_POINTER, wxseal_platform_open_reply(NULL, bytes(REPLY_BODY), sizeof REPLY_BODY - 1, out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_platform_open_reply(crypt, NULL, 1, out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_platform_open_reply(crypt, bytes(REPLY_BODY), sizeof REPLY_BODY - 1, NULL, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_platform_open_reply(crypt, bytes(REPLY_BODY), sizeof REPLY_BODY - 1, out, 2, NULL));
    WRITES_NONE(WXSEAL_ERROR_MALFORMED_ENVELOPE, wxseal_platform_open_reply(crypt, NULL, 0, out, 2, &length));

    CHECK(wxseal_request_method(NULL) == NULL);
    CHECK(wxseal_request_target(NULL) == NULL);
    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_request_body(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_request_body(request, NULL, &length));
    LENDS_NONE(NULL_POINTER, uint8_t, wxseal_request_body(request, &lent, NULL));
    wxseal_request_free(NULL);
}

static void null_open_data(void)
{
    static const char key[] = OPEN_SESSION_KEY, data[] = OPEN_ENCRYPTED_DATA, iv[] = OPEN_IV, app_id[] = OPEN_APP_ID;
    int i;

    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(NULL, data, iv, app_id, out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(key, NULL, iv, app_id, out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(key, data, NULL, app_id, out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(key, data, iv, NULL, out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(key, data, iv, app_id, NULL, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(key, data, iv, app_id, out, 2, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_verify_raw_data(NULL, RAW_DATA, RAW_SIGNATURE));
    CHECK_STATUS(NULL_POINTER, wxseal_verify_raw_data(RAW_SESSION_KEY, NULL, RAW_SIGNATURE));
    CHECK_STATUS(NULL_POINTER, wxseal_verify_raw_data(RAW_SESSION_KEY, RAW_DATA, NULL));
    for (i = 0; i < NOT_UTF8; i++) {
        const char *const bad = not_utf8[i];
        WRITES_NONE(WXSEAL_ERROR_INVALID_KEY, wxseal_decrypt_open_data(bad, data, iv, app_id, out, 2, &length));
        WRITES_NONE(WXSEAL_ERROR_INVALID_BASE64, wxseal_decrypt_open_data(key, bad, iv, app_id, out, 2, &length));
        WRITES_NONE(WXSEAL_ERROR_INVALID_BASE64, wxseal_decrypt_open_data(key, data, bad, app_id, out, 2, &length));
        WRITES_NONE(WXSEAL_ERROR_RECEIVE_ID_MISMATCH, wxseal_decrypt_open_data(key, data, iv, bad, out, 2, &length));
        CHECK_STATUS(WXSEAL_ERROR_INVALID_KEY, wxseal_verify_raw_data(bad, RAW_DATA, RAW_SIGNATURE));
        CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH, wxseal_verify_raw_data(RAW_SESSION_KEY, bad, RAW_SIGNATURE));
        CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH, wxseal_verify_raw_data(RAW_SESSION_KEY, RAW_DATA, bad));
    }
}

static void null_api(void)
{
    const wxseal_parameter parameter = {"n", "v"}, no_name = {NULL, "v"}, no_value = {"n", NULL};
#define MAKES_NO_REQUEST(call) MAKES_NONE(NULL_POINTER, wxseal_request, call)
    MAKES_NO_REQUEST(wxseal_api_get_access_token(NULL, "s", &made));
    MAKES_NO_REQUEST(wxseal_api_get_access_token("a", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_get_access_token("a", "s", NULL));
    MAKES_NO_REQUEST(wxseal_api_code2session(NULL, "s", "c", &made));
    MAKES_NO_REQUEST(wxseal_api_code2session("a", NULL, "c", &made));
    MAKES_NO_REQUEST(wxseal_api_code2session("a", "s", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_code2session("a", "s", "c", NULL));
    MAKES_NO_REQUEST(wxseal_api_send_customer_text(NULL, "o", "c", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_text("t", NULL, "c", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_text("t", "o", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_send_customer_text("t", "o", "c", NULL));
    MAKES_NO_REQUEST(wxseal_api_send_customer_image(NULL, "o", "c", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_image("t", NULL, "c", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_image("t", "o", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_send_customer_image("t", "o", "c", NULL));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link(NULL, "o", "a", "b", "c", "d", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link("t", NULL, "a", "b", "c", "d", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link("t", "o", NULL, "b", "c", "d", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link("t", "o", "a", NULL, "c", "d", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link("t", "o", "a", "b", NULL, "d", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link("t", "o", "a", "b", "c", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_send_customer_link("t", "o", "a", "b", "c", "d", NULL));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page(NULL, "o", "a", "b", "c", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page("t", NULL, "a", "b", "c", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page("t", "o", NULL, "b", "c", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page("t", "o", "a", NULL, "c", &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page("t", "o", "a", "b", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_send_customer_mini_program_page("t", "o", "a", "b", "c", NULL));
    MAKES_NO_REQUEST(wxseal_api_get(NULL, &parameter, 1, &made));
    MAKES_NO_REQUEST(wxseal_api_get("/a", NULL, 1, &made));
    MAKES_NO_REQUEST(wxseal_api_get("/a", &no_name, 1, &made));
    MAKES_NO_REQUEST(wxseal_api_get("/a", &no_value, 1, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_get("/a", &parameter, 1, NULL));
    MAKES_NO_REQUEST(wxseal_api_post(NULL, "t", "{}", &made));
    MAKES_NO_REQUEST(wxseal_api_post("/a", NULL, "{}", &made));
    MAKES_NO_REQUEST(wxseal_api_post("/a", "t", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_post("/a", "t", "{}", NULL));
    MAKES_NO_REQUEST(wxseal_api_get_stable_access_token(NULL, "s", 0, &made));
    MAKES_NO_REQUEST(wxseal_api_get_stable_access_token("a", NULL, 0, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_get_stable_access_token("a", "s", 0, NULL));
    MAKES_NO_REQUEST(wxseal_api_get_phone_number(NULL, "c", &made));
    MAKES_NO_REQUEST(wxseal_api_get_phone_number("t", NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_get_phone_number("t", "c", NULL));
    MAKES_NO_REQUEST(wxseal_api_send_subscribe_message(NULL, "o", "i", "{}", NULL, NULL, NULL, &made));
    MAKES_NO_REQUEST(wxseal_api_send_subscribe_message("t", NULL, "i", "{}", NULL, NULL, NULL, &made));
    MAKES_NO_REQUEST(wxseal_api_send_subscribe_message("t", "o", NULL, "{}", NULL, NULL, NULL, &made));
    MAKES_NO_REQUEST(wxseal_api_send_subscribe_message("t", "o", "i", NULL, NULL, NULL, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_send_subscribe_message("t", "o", "i", "{}", NULL, NULL, NULL, NULL));
    MAKES_NO_REQUEST(wxseal_api_msg_sec_check(NULL, "o", 1, "c", NULL, NULL, NULL, &made));
    MAKES_NO_REQUEST(wxseal_api_msg_sec_check("t", NULL, 1, "c", NULL, NULL, NULL, &made));
    MAKES_NO_REQUEST(wxseal_api_msg_sec_check("t", "o", 1, NULL, NULL, NULL, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_msg_sec_check("t", "o", 1, "c", NULL, NULL, NULL, NULL));
    MAKES_NO_REQUEST(wxseal_api_media_check_async(NULL, "o", 1, "u", 2, &made));
    MAKES_NO_REQUEST(wxseal_api_media_check_async("t", NULL, 1, "u", 2, &made));
    MAKES_NO_REQUEST(wxseal_api_media_check_async("t", "o", 1, NULL, 2, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_media_check_async("t", "o", 1, "u", 2, NULL));
#undef MAKES_NO_REQUEST
    MAKES_NONE(WXSEAL_ERROR_INVALID_TEXT, wxseal_request, wxseal_api_get_access_token("a", "\xff", &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_TEXT, wxseal_request, wxseal_api_post("/a", "\xff", "{}", &made));
    MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_request, wxseal_api_post("/a", "t", "\xff", &made));
    MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_request, wxseal_api_send_customer_text("t", "o", "\xff", &made));
    MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_request,
               wxseal_api_msg_sec_check("t", "o", 1, "c", "\xff", NULL, NULL, &made));
}

static void null_api_answers(void)
{
    static const char *const unreadable[] = {"", "[]", "<html>", "{\"a\":\"\xff\"}", "{\"errcode\":null}"};
    const uint8_t *const body = bytes("{\"a\":1}");
    size_t i;
    int64_t number = 99;
    int32_t found = 99;
    wxseal_api_answer *answer = NULL;
    for (i = 0; i < sizeof unreadable / sizeof unreadable[0]; i++) {
        MAKES_NONE(WXSEAL_ERROR_API_UNREADABLE, wxseal_api_answer,
                   wxseal_api_read(bytes(unreadable[i]), strlen(unreadable[i]), &made));
    }
    MAKES_NONE(WXSEAL_ERROR_API_UNREADABLE, wxseal_api_answer, wxseal_api_read(NULL, 0, &made));
    MAKES_NONE(NULL_POINTER, wxseal_api_answer, wxseal_api_read(NULL, 1, &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_api_answer, wxseal_api_read(body, SIZE_MAX, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_read(body, 7, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_text(NULL, "a", &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_json(NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_refused(NULL, &number, &lent, &length));
    CHECK_STATUS(NULL_POINTER, wxseal_api_answer_integer(NULL, "a", &number, &found));

    CHECK_STATUS(WXSEAL_OK, wxseal_api_read(body, 7, &answer));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_text(answer, NULL, &lent, &length));
    LENDS_NONE(WXSEAL_ERROR_INVALID_TEXT, char, wxseal_api_answer_text(answer, "\xff", &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_text(answer, "a", NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_text(answer, "a", &lent, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_json(answer, NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_json(answer, &lent, NULL));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_refused(answer, NULL, &lent, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_refused(answer, &number, NULL, &length));
    LENDS_NONE(NULL_POINTER, char, wxseal_api_answer_refused(answer, &number, &lent, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_api_answer_integer(answer, NULL, &number, &found));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_TEXT, wxseal_api_answer_integer(answer, "\xff", &number, &found));
    CHECK_STATUS(NULL_POINTER, wxseal_api_answer_integer(answer, "a", NULL, &found));
    CHECK_STATUS(NULL_POINTER, wxseal_api_answer_integer(answer, "a", &number, NULL));
    CHECK(number == 99 && found == 99);
    wxseal_api_answer_free(answer);
    wxseal_api_answer_free(NULL);
}

/* Handles that are needed no more may go in any order: none points to another. */
static void handles_are_freed_in_any_order(void)
{
    int order;
    for (order = 0; order < 4; order++) {
        wxseal_msg_crypt *c = NULL;
        wxseal_endpoint *e = NULL;
        wxseal_incoming *i = NULL;
        wxseal_request *r = NULL;
        wxseal_response *a = NULL, *first = NULL;
        wxseal_recent_keys *k = NULL;
        wxseal_claim *l = NULL;
        wxseal_recent known = 0;
        const uint8_t *body = NULL;
        size_t length = 0;

        CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(TOKEN, ENCODING_AES_KEY, RECEIVE_ID, &c));
        CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(c, &e));
        CHECK_STATUS(WXSEAL_OK, wxseal_platform_push(c, bytes(text_message), strlen(text_message), "1714112445", "1", NULL,
                                                     WXSEAL_FORMAT_JSON, &r));
        if (order == 1) {
            wxseal_msg_crypt_free(c);
            c = NULL;
        }
        CHECK_STATUS(WXSEAL_OK, wxseal_request_body(r, &body, &length));
        CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(e, "POST", wxseal_request_target(r), body, length, now, &i));
        if (order == 2) {
            wxseal_request_free(r);
            wxseal_endpoint_free(e);
            r = NULL;
            e = NULL;
        }
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_text(i, "a", now, NULL, &a));
        CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(5, 60, 0, 0, &k));
        CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(k, "key", now, &known, &l, &first, NULL));
        CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_answer(k, l, a, now, NULL));
        if (order == 3) {
            wxseal_incoming_free(i);
            wxseal_recent_keys_free(k);
            i = NULL;
            k = NULL;
        }
        CHECK_STATUS(WXSEAL_OK, wxseal_response_body(a, &body, &length));
        CHECK(length > 0 && body[0] == '{');
        wxseal_msg_crypt_free(c);
        wxseal_endpoint_free(e);
        wxseal_request_free(r);
        wxseal_recent_keys_free(k);
        wxseal_claim_free(l);
        wxseal_incoming_free(i);
        wxseal_response_free(a);
    }
}

static void set_up(void)
{
    const uint8_t *body = NULL;
    size_t length = 0;
    wxseal_recent known = 0;
    wxseal_response *none = NULL;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(TOKEN, ENCODING_AES_KEY, RECEIVE_ID, &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(crypt, &endpoint));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, "GET", CHECK_QUERY, NULL, 0, 1714036504, &check_of_url));
    CHECK_STATUS(WXSEAL_OK, wxseal_platform_push(crypt, bytes(text_message), strlen(text_message), "1714112445", "1", NULL,
                                                 WXSEAL_FORMAT_JSON, &request));
    CHECK_STATUS(WXSEAL_OK, wxseal_request_body(request, &body, &length));
    CHECK_STATUS(WXSEAL_OK,
                 wxseal_endpoint_receive(endpoint, "POST", wxseal_request_target(request), body, length, now, &push));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_success(push, &response));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(5, 60, 0, 0, &recent));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, "k", now, &known, &claim, &none, NULL));
    CHECK_STATUS(WXSEAL_OK, wxseal_message_from_cloud_event(bytes("{\"a\":\"b\"}"), 9, &message));
}

int main(void)
{
    TEST(set_up);
    TEST(null_settings);
    TEST(null_requests);
    TEST(requests_that_are_none);
    TEST(null_incoming);
    TEST(null_answers);
    TEST(answers_that_are_not_utf8);
    TEST(the_other_kind);
    TEST(null_responses);
    TEST(null_memory);
    TEST(null_messages);
    TEST(null_platform);
    TEST(null_open_data);
    TEST(null_api);
    TEST(null_api_answers);
    TEST(handles_are_freed_in_any_order);
    wxseal_message_free(message);
    wxseal_claim_free(claim);
    wxseal_recent_keys_free(recent);
    wxseal_response_free(response);
    wxseal_incoming_free(push);
    wxseal_request_free(request);
    wxseal_incoming_free(check_of_url);
    wxseal_endpoint_free(endpoint);
    wxseal_msg_crypt_free(crypt);
    return failed_tests > 0;
}
