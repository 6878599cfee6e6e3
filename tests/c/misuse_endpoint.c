/* Endpoints and what hangs on them in wrong hands: each call below has one thing wrong with it, and must say so and write nothing. */
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

/* A call that would make a `type` and give it to `made`. */
#define MAKES_NONE(expected, type, call)                                                                                 \
    do {                                                                                                                 \
        type *made = (type *)canary;                                                                                     \
        CHECK_STATUS(expected, call);                                                                                    \
        CHECK(made == (type *)canary);                                                                                   \
    } while (0)

/* A call that would lend a text to `lent`. */
#define LENDS_NONE(expected, call)                                                                                       \
    do {                                                                                                                 \
        wxseal_str lent = {&canary_byte, LENGTH_CANARY};                                                                 \
        CHECK_STATUS(expected, call);                                                                                    \
        CHECK(lent.data == &canary_byte && lent.length == LENGTH_CANARY);                                                \
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
    MAKES_NONE(NULL_POINTER, wxseal_endpoint, wxseal_endpoint_plain(nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_new(crypt, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_plain(str(TOKEN), NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_also_accept(NULL, crypt));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_also_accept(endpoint, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_set_tolerance(NULL, 300));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_set_account(NULL, str("gh_1")));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_set_account(endpoint, nowhere()));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_set_max_body(NULL, 1));
    MAKES_NONE(WXSEAL_ERROR_INVALID_CONFIG, wxseal_endpoint, wxseal_endpoint_plain(str(""), &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_CONFIG, wxseal_endpoint, wxseal_endpoint_plain(str("a b"), &made));
    wxseal_endpoint_free(NULL);
}

static void null_requests(void)
{
    static const wxseal_pair pairs[] = {{S("timestamp"), S("1")}, {S("nonce"), {NULL, 1}}, {{NULL, 1}, S("1")}};
    uint8_t byte = 0;
    size_t length = 0;

    MAKES_NONE(NULL_POINTER, wxseal_incoming,
               wxseal_endpoint_receive(NULL, str("GET"), str(CHECK_QUERY), NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming,
               wxseal_endpoint_receive(endpoint, nowhere(), str(CHECK_QUERY), NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming,
               wxseal_endpoint_receive(endpoint, str("GET"), nowhere(), NULL, 0, now, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming,
               wxseal_endpoint_receive(endpoint, str("POST"), str(""), NULL, 1, now, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_endpoint_receive(endpoint, str("GET"), str(CHECK_QUERY), NULL, 0, now, NULL));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_incoming,
               wxseal_endpoint_receive(endpoint, str("POST"), str(""), &byte, TOO_LONG, now, &made));

    WRITES_NONE(NULL_POINTER, wxseal_query_write(NULL, 1, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_query_write(pairs, 2, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_query_write(pairs + 2, 1, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_query_write(pairs, 1, NULL, sizeof out, &length));
    WRITES_NONE(NULL_POINTER, wxseal_query_write(pairs, 1, out, sizeof out, NULL));
    WRITES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_query_write(pairs, TOO_LONG, out, sizeof out, &length));
    WRITES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_query_write(pairs, (size_t)-1 / 8, out, sizeof out, &length));
    CHECK_STATUS(WXSEAL_OK, wxseal_query_write(NULL, 0, NULL, 0, &length));
    CHECK(length == 0);

    WRITES_NONE(NULL_POINTER,
                wxseal_endpoint_diagnose(NULL, str("GET"), str(""), NULL, 0, now, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER,
                wxseal_endpoint_diagnose(endpoint, nowhere(), str(""), NULL, 0, now, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER,
                wxseal_endpoint_diagnose(endpoint, str("GET"), nowhere(), NULL, 0, now, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER,
                wxseal_endpoint_diagnose(endpoint, str("GET"), str(""), NULL, 1, now, out, sizeof out, &length));
    WRITES_NONE(NULL_POINTER,
                wxseal_endpoint_diagnose(endpoint, str("GET"), str(""), NULL, 0, now, NULL, sizeof out, &length));
    WRITES_NONE(NULL_POINTER,
                wxseal_endpoint_diagnose(endpoint, str("GET"), str(""), NULL, 0, now, out, sizeof out, NULL));
    CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL,
                 wxseal_endpoint_diagnose(endpoint, str("GET"), str(""), NULL, 0, now, &byte, 1, &length));
    CHECK(byte == 0 && length > 1);
}

/* A peer's doing, whatever it is, is no misuse. */
static void requests_that_are_none(void)
{
    static const char *const methods[] = {"", "PUT", "get", "POST ", "\xff"};
    size_t i;
    for (i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        MAKES_NONE(WXSEAL_ERROR_UNKNOWN_METHOD, wxseal_incoming,
                   wxseal_endpoint_receive(endpoint, str(methods[i]), str(CHECK_QUERY), NULL, 0, now, &made));
    }
    for (i = 0; i < NOT_UTF8; i++) {
        MAKES_NONE(WXSEAL_ERROR_MALFORMED_QUERY, wxseal_incoming,
                   wxseal_endpoint_receive(endpoint, str("GET"), str(not_utf8[i]), NULL, 0, now, &made));
        MAKES_NONE(WXSEAL_ERROR_MALFORMED_ENVELOPE, wxseal_incoming,
                   wxseal_endpoint_receive(endpoint, str("POST"), str(PUSH_QUERY), not_utf8[i], strlen(not_utf8[i]),
                                           now, &made));
        MAKES_NONE(WXSEAL_ERROR_INVALID_CONFIG, wxseal_endpoint, wxseal_endpoint_plain(str(not_utf8[i]), &made));
        CHECK_STATUS(WXSEAL_ERROR_INVALID_ACCOUNT, wxseal_endpoint_set_account(endpoint, str(not_utf8[i])));
    }
    MAKES_NONE(WXSEAL_ERROR_MALFORMED_ENVELOPE, wxseal_incoming,
               wxseal_endpoint_receive(endpoint, str("POST"), str(PUSH_QUERY), NULL, 0, now, &made));
}

static void null_incoming(void)
{
    CHECK(wxseal_incoming_kind(NULL) == 0);
    CHECK(wxseal_incoming_format(NULL) == 0);
    CHECK(wxseal_incoming_create_time(NULL) == 0);
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_response(NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_response(check_of_url, NULL));

    LENDS_NONE(NULL_POINTER, wxseal_incoming_message_bytes(NULL, &lent));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_message_bytes(push, NULL));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_message_json(NULL, &lent));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_message_json(push, NULL));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_text(NULL, str("MsgType"), &lent));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_text(push, nowhere(), &lent));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_text(push, str("MsgType"), NULL));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_text(push, str("Missing"), NULL));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_msg_id(NULL, &lent));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_msg_id(push, NULL));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_widget_query_json(NULL, &lent));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_widget_slot(NULL, str("city"), &lent));

    LENDS_NONE(NULL_POINTER, wxseal_incoming_dedup_key(NULL, &lent));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_dedup_key(push, NULL));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_replay_key(NULL, &lent));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_replay_key(push, NULL));

    LENDS_NONE(WXSEAL_ERROR_INVALID_TEXT, wxseal_incoming_text(push, str("\xff"), &lent));
    /* It is no widget's. */
    LENDS_NONE(WXSEAL_ERROR_MALFORMED_MESSAGE, wxseal_incoming_widget_query_json(push, &lent));
    LENDS_NONE(WXSEAL_ERROR_MALFORMED_MESSAGE, wxseal_incoming_widget_slot(push, str("city"), &lent));
    wxseal_incoming_free(NULL);
}

static void null_answers(void)
{
    static const wxseal_article good = {S("t"), S("d"), S("p"), S("u")};
    wxseal_article bad[4];
    uint8_t byte = 0;
    int i;

    for (i = 0; i < 4; i++) {
        bad[i] = good;
    }
    bad[0].title = bad[1].description = bad[2].pic_url = bad[3].url = nowhere();
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_success(NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_empty(NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_text(NULL, str("a"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_text(push, nowhere(), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_image(NULL, str("a"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_image(push, nowhere(), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_voice(NULL, str("a"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_voice(push, nowhere(), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_video(NULL, str("a"), str("a"), str("a"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_video(push, nowhere(), str("a"), str("a"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_video(push, str("a"), nowhere(), str("a"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_video(push, str("a"), str("a"), nowhere(), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_news(NULL, &good, 1, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_news(push, NULL, 1, &made));
    for (i = 0; i < 4; i++) {
        MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_news(push, &bad[i], 1, &made));
    }
    MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_response, wxseal_incoming_reply_news(push, NULL, 0, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_transfer_customer_service(NULL, str(NULL), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_widget(NULL, 1, str("{}"), 0, str(""), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_widget(push, 1, nowhere(), 0, str(""), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_widget(push, 1, str("{}"), 0, nowhere(), &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_raw(NULL, "a", 1, &made));
    MAKES_NONE(NULL_POINTER, wxseal_response, wxseal_incoming_reply_raw(push, NULL, 1, &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_response, wxseal_incoming_reply_raw(push, &byte, TOO_LONG, &made));

    MAKES_NONE(NULL_POINTER, wxseal_incoming, wxseal_incoming_sealing_with(NULL, now, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_sealing_with(push, now, NULL, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_success(push, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_empty(push, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_text(push, str("a"), NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_image(push, str("a"), NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_voice(push, str("a"), NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_video(push, str("a"), str("a"), str("a"), NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_news(push, &good, 1, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_transfer_customer_service(push, str(NULL), NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_widget(push, 1, str("{}"), 0, str(""), NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_raw(push, NULL, 0, NULL));
}

static void answers_that_are_not_utf8(void)
{
    int i;
    for (i = 0; i < NOT_UTF8; i++) {
        const char *const bad = not_utf8[i];
        wxseal_article article = {S("t"), S("d"), S("p"), S("u")};
        article.url = str(bad);
#define UNWRITABLE(call) MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_response, call)
        UNWRITABLE(wxseal_incoming_reply_text(push, str(bad), &made));
        UNWRITABLE(wxseal_incoming_reply_image(push, str(bad), &made));
        UNWRITABLE(wxseal_incoming_reply_voice(push, str(bad), &made));
        UNWRITABLE(wxseal_incoming_reply_video(push, str("a"), str(bad), str("a"), &made));
        UNWRITABLE(wxseal_incoming_reply_news(push, &article, 1, &made));
        UNWRITABLE(wxseal_incoming_transfer_customer_service(push, str(bad), &made));
        UNWRITABLE(wxseal_incoming_reply_widget(push, 1, str(bad), 0, str(""), &made));
        UNWRITABLE(wxseal_incoming_reply_widget(push, 1, str("{}"), 0, str(bad), &made));
#undef UNWRITABLE
    }
}

/* What is asked of a push is not to be had of a URL check, nor the other way round. */
static void the_other_kind(void)
{
    static const wxseal_article article = {S("t"), S("d"), S("p"), S("u")};
#define INVALID WXSEAL_ERROR_INVALID_ARGUMENT
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_response(push, &made));

    CHECK(wxseal_incoming_format(check_of_url) == 0);
    CHECK(wxseal_incoming_create_time(check_of_url) == 0);
    LENDS_NONE(INVALID, wxseal_incoming_message_bytes(check_of_url, &lent));
    LENDS_NONE(INVALID, wxseal_incoming_message_json(check_of_url, &lent));
    LENDS_NONE(INVALID, wxseal_incoming_text(check_of_url, str("MsgType"), &lent));
    LENDS_NONE(INVALID, wxseal_incoming_msg_id(check_of_url, &lent));
    LENDS_NONE(INVALID, wxseal_incoming_widget_query_json(check_of_url, &lent));
    LENDS_NONE(INVALID, wxseal_incoming_widget_slot(check_of_url, str("city"), &lent));
    LENDS_NONE(INVALID, wxseal_incoming_dedup_key(check_of_url, &lent));
    LENDS_NONE(INVALID, wxseal_incoming_replay_key(check_of_url, &lent));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_success(check_of_url, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_empty(check_of_url, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_text(check_of_url, str("a"), &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_image(check_of_url, str("a"), &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_voice(check_of_url, str("a"), &made));
    MAKES_NONE(INVALID, wxseal_response,
               wxseal_incoming_reply_video(check_of_url, str("a"), str("a"), str("a"), &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_news(check_of_url, &article, 1, &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_transfer_customer_service(check_of_url, str(NULL), &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_widget(check_of_url, 1, str("{}"), 0, str(""), &made));
    MAKES_NONE(INVALID, wxseal_response, wxseal_incoming_reply_raw(check_of_url, NULL, 0, &made));
    MAKES_NONE(INVALID, wxseal_incoming, wxseal_incoming_sealing_with(check_of_url, now, NULL, &made));
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
    CHECK(is_missing(wxseal_response_body(NULL)));
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
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(NULL, str("k"), now, &known, &made_claim, &answer, &until));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(recent, nowhere(), now, &known, &made_claim, &answer, &until));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(recent, str("new"), now, NULL, &made_claim, &answer, &until));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(recent, str("new"), now, &known, NULL, &answer, &until));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_claim(recent, str("new"), now, &known, &made_claim, NULL, &until));
    for (i = 0; i < NOT_UTF8; i++) {
        CHECK_STATUS(WXSEAL_ERROR_INVALID_TEXT,
                     wxseal_recent_keys_claim(recent, str(not_utf8[i]), now, &known, &made_claim, &answer, &until));
    }
    CHECK(known == 99 && made_claim == (wxseal_claim *)canary && answer == (wxseal_response *)canary && until == 99);
    /* A call that failed has claimed nothing. */
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("new"), now, &known, &made_claim, &answer, NULL));
    CHECK(known == WXSEAL_RECENT_CLAIMED);
    wxseal_claim_free(made_claim);

    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_answer(NULL, claim, response, now, &done));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_answer(recent, NULL, response, now, &done));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_answer(recent, claim, NULL, now, &done));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_release(NULL, claim, &done));
    CHECK_STATUS(NULL_POINTER, wxseal_recent_keys_release(recent, NULL, &done));
    CHECK(done == 99 && wxseal_recent_keys_length(NULL) == 0);
    wxseal_recent_keys_free(NULL);
    wxseal_claim_free(NULL);
}

static void null_messages(void)
{
    uint8_t byte = 0;

    MAKES_NONE(NULL_POINTER, wxseal_message, wxseal_message_from_cloud_event(NULL, 1, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_message_from_cloud_event("{}", 2, NULL));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_message, wxseal_message_from_cloud_event(&byte, TOO_LONG, &made));
    MAKES_NONE(WXSEAL_ERROR_MALFORMED_MESSAGE, wxseal_message, wxseal_message_from_cloud_event(NULL, 0, &made));
    MAKES_NONE(WXSEAL_ERROR_MALFORMED_MESSAGE, wxseal_message, wxseal_message_from_cloud_event("[]", 2, &made));
    CHECK(is_missing(wxseal_message_json(NULL)));
    LENDS_NONE(NULL_POINTER, wxseal_message_text(NULL, str("a"), &lent));
    LENDS_NONE(NULL_POINTER, wxseal_message_text(message, nowhere(), &lent));
    LENDS_NONE(NULL_POINTER, wxseal_message_text(message, str("a"), NULL));
    LENDS_NONE(WXSEAL_ERROR_INVALID_TEXT, wxseal_message_text(message, str("\xff"), &lent));
    CHECK(is_missing(wxseal_message_msg_id(NULL)));
    CHECK(wxseal_message_create_time(NULL) == 0);
    CHECK(is_missing(wxseal_message_dedup_key(NULL)));
    wxseal_message_free(NULL);
}

static void null_platform(void)
{
    const char *const text = "{}";
    uint8_t byte = 0;
    int i;
#define MAKES_NO_REQUEST(expected, call) MAKES_NONE(expected, wxseal_request, call)
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_url_check(nowhere(), str("1"), str("1"), str("e"), &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_url_check(str(TOKEN), nowhere(), str("1"), str("e"), &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_url_check(str(TOKEN), str("1"), nowhere(), str("e"), &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_url_check(str(TOKEN), str("1"), str("1"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_url_check(str(TOKEN), str("1"), str("1"), str("e"), NULL));
    MAKES_NO_REQUEST(WXSEAL_ERROR_INVALID_CONFIG,
                     wxseal_platform_url_check(str(""), str("1"), str("1"), str("e"), &made));
    MAKES_NO_REQUEST(WXSEAL_ERROR_MALFORMED_QUERY,
                     wxseal_platform_url_check(str(TOKEN), str("x"), str("1"), str("e"), &made));

    MAKES_NO_REQUEST(NULL_POINTER,
                     wxseal_platform_encrypted_url_check(NULL, str("1"), str("1"), str("e"), NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER,
                     wxseal_platform_encrypted_url_check(crypt, nowhere(), str("1"), str("e"), NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER,
                     wxseal_platform_encrypted_url_check(crypt, str("1"), nowhere(), str("e"), NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER,
                     wxseal_platform_encrypted_url_check(crypt, str("1"), str("1"), nowhere(), NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_encrypted_url_check(crypt, str("1"), str("1"), str("e"), NULL, NULL));

    MAKES_NO_REQUEST(NULL_POINTER,
                     wxseal_platform_push(NULL, text, 2, str("1"), str("1"), WXSEAL_FORMAT_XML, NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER,
                     wxseal_platform_push(crypt, NULL, 2, str("1"), str("1"), WXSEAL_FORMAT_XML, NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER,
                     wxseal_platform_push(crypt, text, 2, nowhere(), str("1"), WXSEAL_FORMAT_XML, NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER,
                     wxseal_platform_push(crypt, text, 2, str("1"), nowhere(), WXSEAL_FORMAT_XML, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_push(crypt, text, 2, str("1"), str("1"), WXSEAL_FORMAT_XML, NULL, NULL));
    MAKES_NO_REQUEST(WXSEAL_ERROR_INVALID_ARGUMENT,
                     wxseal_platform_push(crypt, text, 2, str("1"), str("1"), 0, NULL, &made));
    MAKES_NO_REQUEST(WXSEAL_ERROR_INVALID_ARGUMENT,
                     wxseal_platform_push(crypt, &byte, TOO_LONG, str("1"), str("1"), WXSEAL_FORMAT_XML, NULL, &made));
    MAKES_NO_REQUEST(WXSEAL_ERROR_UNWRITABLE_REPLY,
                     wxseal_platform_push(crypt, text, 1, str("1"), str("1"), WXSEAL_FORMAT_XML, NULL, &made));

    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_compatible_push(NULL, text, 2, str("1"), str("1"), NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_compatible_push(crypt, NULL, 2, str("1"), str("1"), NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_compatible_push(crypt, text, 2, nowhere(), str("1"), NULL, &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_compatible_push(crypt, text, 2, str("1"), nowhere(), NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_compatible_push(crypt, text, 2, str("1"), str("1"), NULL, NULL));

    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_plain_push(nowhere(), text, 2, str("1"), str("1"), &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_plain_push(str(TOKEN), NULL, 2, str("1"), str("1"), &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_plain_push(str(TOKEN), text, 2, nowhere(), str("1"), &made));
    MAKES_NO_REQUEST(NULL_POINTER, wxseal_platform_plain_push(str(TOKEN), text, 2, str("1"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_plain_push(str(TOKEN), text, 2, str("1"), str("1"), NULL));
    for (i = 0; i < NOT_UTF8; i++) {
        MAKES_NO_REQUEST(WXSEAL_ERROR_INVALID_CONFIG,
                         wxseal_platform_plain_push(str(not_utf8[i]), text, 2, str("1"), str("1"), &made));
        MAKES_NO_REQUEST(WXSEAL_ERROR_MALFORMED_QUERY,
                         wxseal_platform_plain_push(str(TOKEN), text, 2, str("1"), str(not_utf8[i]), &made));
    }
#undef MAKES_NO_REQUEST

    MAKES_NONE(NULL_POINTER, wxseal_reply, wxseal_platform_open_reply(NULL, REPLY_BODY, sizeof REPLY_BODY - 1, &made));
    MAKES_NONE(NULL_POINTER, wxseal_reply, wxseal_platform_open_reply(crypt, NULL, 1, &made));
    MAKES_NONE(WXSEAL_ERROR_MALFORMED_ENVELOPE, wxseal_reply, wxseal_platform_open_reply(crypt, NULL, 0, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_platform_open_reply(crypt, REPLY_BODY, sizeof REPLY_BODY - 1, NULL));
    CHECK(is_missing(wxseal_reply_message(NULL)) && is_missing(wxseal_reply_timestamp(NULL)));
    CHECK(is_missing(wxseal_reply_nonce(NULL)) && wxseal_reply_format(NULL) == 0);
    wxseal_reply_free(NULL);

    CHECK(wxseal_request_method(NULL) == NULL);
    CHECK(wxseal_request_target(NULL) == NULL);
    CHECK(is_missing(wxseal_request_body(NULL)));
    wxseal_request_free(NULL);
}

static void null_open_data(void)
{
    static const char key[] = OPEN_SESSION_KEY, data[] = OPEN_ENCRYPTED_DATA, iv[] = OPEN_IV, app_id[] = OPEN_APP_ID;
    int i;

    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(nowhere(), str(data), str(iv), str(app_id), out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(str(key), nowhere(), str(iv), str(app_id), out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(str(key), str(data), nowhere(), str(app_id), out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(str(key), str(data), str(iv), nowhere(), out, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(str(key), str(data), str(iv), str(app_id), NULL, 2, &length));
    WRITES_NONE(NULL_POINTER, wxseal_decrypt_open_data(str(key), str(data), str(iv), str(app_id), out, 2, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_verify_raw_data(nowhere(), str(RAW_DATA), str(RAW_SIGNATURE)));
    CHECK_STATUS(NULL_POINTER, wxseal_verify_raw_data(str(RAW_SESSION_KEY), nowhere(), str(RAW_SIGNATURE)));
    CHECK_STATUS(NULL_POINTER, wxseal_verify_raw_data(str(RAW_SESSION_KEY), str(RAW_DATA), nowhere()));
    for (i = 0; i < NOT_UTF8; i++) {
        const char *const bad = not_utf8[i];
        WRITES_NONE(WXSEAL_ERROR_INVALID_KEY,
                    wxseal_decrypt_open_data(str(bad), str(data), str(iv), str(app_id), out, 2, &length));
        WRITES_NONE(WXSEAL_ERROR_INVALID_BASE64,
                    wxseal_decrypt_open_data(str(key), str(bad), str(iv), str(app_id), out, 2, &length));
        WRITES_NONE(WXSEAL_ERROR_INVALID_BASE64,
                    wxseal_decrypt_open_data(str(key), str(data), str(bad), str(app_id), out, 2, &length));
        WRITES_NONE(WXSEAL_ERROR_RECEIVE_ID_MISMATCH,
                    wxseal_decrypt_open_data(str(key), str(data), str(iv), str(bad), out, 2, &length));
        CHECK_STATUS(WXSEAL_ERROR_INVALID_KEY, wxseal_verify_raw_data(str(bad), str(RAW_DATA), str(RAW_SIGNATURE)));
        CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                     wxseal_verify_raw_data(str(RAW_SESSION_KEY), str(bad), str(RAW_SIGNATURE)));
        CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                     wxseal_verify_raw_data(str(RAW_SESSION_KEY), str(RAW_DATA), str(bad)));
    }
}

static void null_api(void)
{
    static const wxseal_pair parameter = {S("n"), S("v")}, no_name = {{NULL, 1}, S("v")}, no_value = {S("n"), {NULL,
                                                                                                               1}};
#define MAKES_NO_REQUEST(call) MAKES_NONE(NULL_POINTER, wxseal_request, call)
    MAKES_NO_REQUEST(wxseal_api_get_access_token(nowhere(), str("s"), &made));
    MAKES_NO_REQUEST(wxseal_api_get_access_token(str("a"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_get_access_token(str("a"), str("s"), NULL));
    MAKES_NO_REQUEST(wxseal_api_code2session(nowhere(), str("s"), str("c"), &made));
    MAKES_NO_REQUEST(wxseal_api_code2session(str("a"), nowhere(), str("c"), &made));
    MAKES_NO_REQUEST(wxseal_api_code2session(str("a"), str("s"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_code2session(str("a"), str("s"), str("c"), NULL));
    MAKES_NO_REQUEST(wxseal_api_send_customer_text(nowhere(), str("o"), str("c"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_text(str("t"), nowhere(), str("c"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_text(str("t"), str("o"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_send_customer_text(str("t"), str("o"), str("c"), NULL));
    MAKES_NO_REQUEST(wxseal_api_send_customer_image(nowhere(), str("o"), str("c"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_image(str("t"), nowhere(), str("c"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_image(str("t"), str("o"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_send_customer_image(str("t"), str("o"), str("c"), NULL));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link(nowhere(), str("o"), str("a"), str("b"), str("c"), str("d"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link(str("t"), nowhere(), str("a"), str("b"), str("c"), str("d"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link(str("t"), str("o"), nowhere(), str("b"), str("c"), str("d"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link(str("t"), str("o"), str("a"), nowhere(), str("c"), str("d"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link(str("t"), str("o"), str("a"), str("b"), nowhere(), str("d"), &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_link(str("t"), str("o"), str("a"), str("b"), str("c"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER,
                 wxseal_api_send_customer_link(str("t"), str("o"), str("a"), str("b"), str("c"), str("d"), NULL));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page(nowhere(), str("o"), str("a"), str("b"), str("c"),
                                                                &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page(str("t"), nowhere(), str("a"), str("b"), str("c"),
                                                                &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page(str("t"), str("o"), nowhere(), str("b"), str("c"),
                                                                &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page(str("t"), str("o"), str("a"), nowhere(), str("c"),
                                                                &made));
    MAKES_NO_REQUEST(wxseal_api_send_customer_mini_program_page(str("t"), str("o"), str("a"), str("b"), nowhere(),
                                                                &made));
    CHECK_STATUS(NULL_POINTER,
                 wxseal_api_send_customer_mini_program_page(str("t"), str("o"), str("a"), str("b"), str("c"), NULL));
    MAKES_NO_REQUEST(wxseal_api_get(nowhere(), &parameter, 1, &made));
    MAKES_NO_REQUEST(wxseal_api_get(str("/a"), NULL, 1, &made));
    MAKES_NO_REQUEST(wxseal_api_get(str("/a"), &no_name, 1, &made));
    MAKES_NO_REQUEST(wxseal_api_get(str("/a"), &no_value, 1, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_get(str("/a"), &parameter, 1, NULL));
    MAKES_NO_REQUEST(wxseal_api_post(nowhere(), str("t"), str("{}"), &made));
    MAKES_NO_REQUEST(wxseal_api_post(str("/a"), nowhere(), str("{}"), &made));
    MAKES_NO_REQUEST(wxseal_api_post(str("/a"), str("t"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_post(str("/a"), str("t"), str("{}"), NULL));
    MAKES_NO_REQUEST(wxseal_api_get_stable_access_token(nowhere(), str("s"), 0, &made));
    MAKES_NO_REQUEST(wxseal_api_get_stable_access_token(str("a"), nowhere(), 0, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_get_stable_access_token(str("a"), str("s"), 0, NULL));
    MAKES_NO_REQUEST(wxseal_api_get_phone_number(nowhere(), str("c"), &made));
    MAKES_NO_REQUEST(wxseal_api_get_phone_number(str("t"), nowhere(), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_get_phone_number(str("t"), str("c"), NULL));
    MAKES_NO_REQUEST(wxseal_api_send_subscribe_message(nowhere(), str("o"), str("i"), str("{}"), str(NULL), str(NULL),
                                                       str(NULL), &made));
    MAKES_NO_REQUEST(wxseal_api_send_subscribe_message(str("t"), nowhere(), str("i"), str("{}"), str(NULL), str(NULL),
                                                       str(NULL), &made));
    MAKES_NO_REQUEST(wxseal_api_send_subscribe_message(str("t"), str("o"), nowhere(), str("{}"), str(NULL), str(NULL),
                                                       str(NULL), &made));
    MAKES_NO_REQUEST(wxseal_api_send_subscribe_message(str("t"), str("o"), str("i"), nowhere(), str(NULL), str(NULL),
                                                       str(NULL), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_send_subscribe_message(str("t"), str("o"), str("i"), str("{}"), str(NULL),
                                                                 str(NULL), str(NULL), NULL));
    MAKES_NO_REQUEST(wxseal_api_msg_sec_check(nowhere(), str("o"), 1, str("c"), str(NULL), str(NULL), str(NULL),
                                              &made));
    MAKES_NO_REQUEST(wxseal_api_msg_sec_check(str("t"), nowhere(), 1, str("c"), str(NULL), str(NULL), str(NULL),
                                              &made));
    MAKES_NO_REQUEST(wxseal_api_msg_sec_check(str("t"), str("o"), 1, nowhere(), str(NULL), str(NULL), str(NULL),
                                              &made));
    CHECK_STATUS(NULL_POINTER,
                 wxseal_api_msg_sec_check(str("t"), str("o"), 1, str("c"), str(NULL), str(NULL), str(NULL), NULL));
    MAKES_NO_REQUEST(wxseal_api_media_check_async(nowhere(), str("o"), 1, str("u"), 2, &made));
    MAKES_NO_REQUEST(wxseal_api_media_check_async(str("t"), nowhere(), 1, str("u"), 2, &made));
    MAKES_NO_REQUEST(wxseal_api_media_check_async(str("t"), str("o"), 1, nowhere(), 2, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_media_check_async(str("t"), str("o"), 1, str("u"), 2, NULL));
#undef MAKES_NO_REQUEST
    MAKES_NONE(WXSEAL_ERROR_INVALID_TEXT, wxseal_request, wxseal_api_get_access_token(str("a"), str("\xff"), &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_TEXT, wxseal_request, wxseal_api_post(str("/a"), str("\xff"), str("{}"), &made));
    MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_request, wxseal_api_post(str("/a"), str("t"), str("\xff"), &made));
    MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_request,
               wxseal_api_send_customer_text(str("t"), str("o"), str("\xff"), &made));
    MAKES_NONE(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_request,
               wxseal_api_msg_sec_check(str("t"), str("o"), 1, str("c"), str("\xff"), str(NULL), str(NULL), &made));
}

static void null_api_answers(void)
{
    static const char *const unreadable[] = {"", "[]", "<html>", "{\"a\":\"\xff\"}", "{\"errcode\":null}"};
    const char *const body = "{\"a\":1}";
    size_t i;
    int64_t number = 99;
    int32_t found = 99;
    wxseal_api_answer *answer = NULL;
    for (i = 0; i < sizeof unreadable / sizeof unreadable[0]; i++) {
        MAKES_NONE(WXSEAL_ERROR_API_UNREADABLE, wxseal_api_answer,
                   wxseal_api_read(unreadable[i], strlen(unreadable[i]), &made));
    }
    MAKES_NONE(WXSEAL_ERROR_API_UNREADABLE, wxseal_api_answer, wxseal_api_read(NULL, 0, &made));
    MAKES_NONE(NULL_POINTER, wxseal_api_answer, wxseal_api_read(NULL, 1, &made));
    MAKES_NONE(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_api_answer, wxseal_api_read(body, SIZE_MAX, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_api_read(body, 7, NULL));
    LENDS_NONE(NULL_POINTER, wxseal_api_answer_text(NULL, str("a"), &lent));
    LENDS_NONE(NULL_POINTER, wxseal_api_answer_json(NULL, &lent));
    LENDS_NONE(NULL_POINTER, wxseal_api_answer_refused(NULL, &number, &lent));
    CHECK_STATUS(NULL_POINTER, wxseal_api_answer_integer(NULL, str("a"), &number, &found));

    CHECK_STATUS(WXSEAL_OK, wxseal_api_read(body, 7, &answer));
    LENDS_NONE(NULL_POINTER, wxseal_api_answer_text(answer, nowhere(), &lent));
    LENDS_NONE(WXSEAL_ERROR_INVALID_TEXT, wxseal_api_answer_text(answer, str("\xff"), &lent));
    LENDS_NONE(NULL_POINTER, wxseal_api_answer_text(answer, str("a"), NULL));
    LENDS_NONE(NULL_POINTER, wxseal_api_answer_json(answer, NULL));
    LENDS_NONE(NULL_POINTER, wxseal_api_answer_refused(answer, NULL, &lent));
    LENDS_NONE(NULL_POINTER, wxseal_api_answer_refused(answer, &number, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_api_answer_integer(answer, nowhere(), &number, &found));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_TEXT, wxseal_api_answer_integer(answer, str("\xff"), &number, &found));
    CHECK_STATUS(NULL_POINTER, wxseal_api_answer_integer(answer, str("a"), NULL, &found));
    CHECK_STATUS(NULL_POINTER, wxseal_api_answer_integer(answer, str("a"), &number, NULL));
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
        wxseal_str body;

        CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &c));
        CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(c, &e));
        CHECK_STATUS(WXSEAL_OK, wxseal_platform_push(c, text_message, strlen(text_message), str("1714112445"), str("1"),
                                                     WXSEAL_FORMAT_JSON, NULL, &r));
        if (order == 1) {
            wxseal_msg_crypt_free(c);
            c = NULL;
        }
        body = wxseal_request_body(r);
        CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(e, str("POST"), str(wxseal_request_target(r)), body.data,
                                                        body.length, now, &i));
        if (order == 2) {
            wxseal_request_free(r);
            wxseal_endpoint_free(e);
            r = NULL;
            e = NULL;
        }
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_text(i, str("a"), &a));
        CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(5, 60, 0, 0, &k));
        CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(k, str("key"), now, &known, &l, &first, NULL));
        CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_answer(k, l, a, now, NULL));
        if (order == 3) {
            wxseal_incoming_free(i);
            wxseal_recent_keys_free(k);
            i = NULL;
            k = NULL;
        }
        body = wxseal_response_body(a);
        CHECK(body.length > 0 && body.data[0] == '{');
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
    wxseal_str body;
    wxseal_recent known = 0;
    wxseal_response *none = NULL;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(crypt, &endpoint));
    CHECK_STATUS(WXSEAL_OK,
                 wxseal_endpoint_receive(endpoint, str("GET"), str(CHECK_QUERY), NULL, 0, 1714036504, &check_of_url));
    CHECK_STATUS(WXSEAL_OK, wxseal_platform_push(crypt, text_message, strlen(text_message), str("1714112445"), str("1"),
                                                 WXSEAL_FORMAT_JSON, NULL, &request));
    body = wxseal_request_body(request);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, str("POST"), str(wxseal_request_target(request)),
                                                    body.data, body.length, now, &push));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_success(push, &response));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(5, 60, 0, 0, &recent));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("k"), now, &known, &claim, &none, NULL));
    CHECK_STATUS(WXSEAL_OK, wxseal_message_from_cloud_event("{\"a\":\"b\"}", 9, &message));
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
