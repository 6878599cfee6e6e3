/* Whole requests: the official documentation's, and those that the library makes as the platform does, through every
 * function of an endpoint and of what it gives; who owns what, and how long what is lent lives. tests/scenarios holds the details of the
 * protocol to account, in every language. */
#include <stdlib.h>

#include "check.h"
#include "official.h"

static const char text_message[] =
    "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName>"
    "<CreateTime>1714112440</CreateTime><MsgType><![CDATA[text]]></MsgType>"
    "<Content><![CDATA[\xe4\xbd\xa0\xe5\xa5\xbd]]></Content><MsgId>24504060812315138049</MsgId></xml>";
static const char widget_message[] =
    "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"o1\",\"CreateTime\":1714112440,\"MsgType\":\"event\","
    "\"Event\":\"wxa_widget_data\",\"Query\":\"{\\\"type\\\":7,\\\"slot_list\\\":[{\\\"key\\\":\\\"city\\\","
    "\\\"value\\\":\\\"Z\\\"}]}\",\"Scene\":1}";

static const uint64_t now = 1714112445;
static const uint8_t *const random16 = (const uint8_t *)REPLY_RANDOM;

static wxseal_msg_crypt *crypt_of(const char *token)
{
    wxseal_msg_crypt *crypt = NULL;
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(token), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
    return crypt;
}

/* An endpoint whose settings nobody else holds any more. */
static wxseal_endpoint *endpoint_of(const char *token)
{
    wxseal_msg_crypt *const crypt = crypt_of(token);
    wxseal_endpoint *endpoint = NULL;
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(crypt, &endpoint));
    wxseal_msg_crypt_free(crypt);
    return endpoint;
}

/* A message that was received; nobody holds the endpoint or the request any more. */
static wxseal_incoming *incoming_of(const char *message, wxseal_format format)
{
    wxseal_msg_crypt *const crypt = crypt_of(TOKEN);
    wxseal_endpoint *const endpoint = endpoint_of(TOKEN);
    wxseal_request *request = NULL;
    wxseal_incoming *incoming = NULL;
    wxseal_str body;
    char *query, *copy;
    size_t length;

    CHECK_STATUS(WXSEAL_OK, wxseal_platform_push(crypt, message, strlen(message), str("1714112444"), str("42"), format,
                                                 random16, &request));
    body = wxseal_request_body(request);
    length = body.length;
    /* Copies, so that whatever was kept of them would show as what has been freed. */
    query = malloc(strlen(wxseal_request_target(request)) + 1);
    copy = malloc(length);
    if (query == NULL || copy == NULL) {
        exit(2);
    }
    strcpy(query, wxseal_request_target(request));
    memcpy(copy, body.data, length);
    wxseal_request_free(request);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, str("POST"), str(query), copy, length, now, &incoming));
    memset(copy, 0, length);
    free(copy);
    free(query);
    wxseal_endpoint_free(endpoint);
    wxseal_msg_crypt_free(crypt);
    return incoming;
}

/* The same push, whose answers are sealed at a time that the test can tell; frees what it was. */
static wxseal_incoming *at(wxseal_incoming *incoming, uint64_t seconds)
{
    wxseal_incoming *sealing = NULL;
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_sealing_with(incoming, seconds, NULL, &sealing));
    wxseal_incoming_free(incoming);
    return sealing;
}

/* What a response says, and frees it. */
static void check_response(wxseal_response *response, int32_t status, const char *content_type, const char *body)
{
    CHECK(wxseal_response_status(response) == status);
    CHECK(strcmp(wxseal_response_content_type(response), content_type) == 0);
    CHECK(is(wxseal_response_body(response), body));
    wxseal_response_free(response);
}

/* What a sealed response says inside, and frees it. */
static void check_sealed(wxseal_response *response, const char *content_type, wxseal_format format, const char *message)
{
    wxseal_msg_crypt *const crypt = crypt_of(TOKEN);
    const wxseal_str body = wxseal_response_body(response);
    wxseal_reply *reply = NULL;
    CHECK(wxseal_response_status(response) == 200);
    CHECK(strcmp(wxseal_response_content_type(response), content_type) == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_platform_open_reply(crypt, body.data, body.length, &reply));
    wxseal_response_free(response);
    wxseal_msg_crypt_free(crypt);
    CHECK(is(wxseal_reply_message(reply), message));
    CHECK(is(wxseal_reply_timestamp(reply), "1714112446") && is(wxseal_reply_nonce(reply), "42"));
    CHECK(wxseal_reply_format(reply) == format);
    wxseal_reply_free(reply);
}

static void official_url_check(void)
{
    wxseal_endpoint *const endpoint = endpoint_of(TOKEN);
    wxseal_incoming *incoming = NULL;
    wxseal_response *response = NULL;

    CHECK_STATUS(WXSEAL_OK,
                 wxseal_endpoint_receive(endpoint, str("GET"), str(CHECK_QUERY), NULL, 0, 1714036504 + 300, &incoming));
    wxseal_endpoint_free(endpoint);
    CHECK(wxseal_incoming_kind(incoming) == WXSEAL_KIND_URL_CHECK);
    CHECK(wxseal_incoming_format(incoming) == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_response(incoming, &response));
    wxseal_incoming_free(incoming);
    check_response(response, 200, "text/plain; charset=utf-8", CHECK_ECHOSTR);
}

static void official_push_and_reply(void)
{
    wxseal_endpoint *const endpoint = endpoint_of(TOKEN);
    wxseal_incoming *incoming = NULL, *sealing = NULL;
    wxseal_response *response = NULL;
    wxseal_str text;

    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, str("POST"), str(PUSH_QUERY), PUSH_BODY,
                                                    strlen(PUSH_BODY), now, &incoming));
    CHECK(wxseal_incoming_kind(incoming) == WXSEAL_KIND_PUSH);
    CHECK(wxseal_incoming_format(incoming) == WXSEAL_FORMAT_JSON);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_message_bytes(incoming, &text));
    CHECK(is(text, PUSH_MESSAGE));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_message_json(incoming, &text));
    CHECK(is(text, PUSH_MESSAGE));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_text(incoming, str("debug_str"), &text));
    CHECK(is(text, "hello world"));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_text(incoming, str("debug"), &text));
    CHECK(is_missing(text));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_msg_id(incoming, &text));
    CHECK(is_missing(text));
    CHECK(wxseal_incoming_create_time(incoming) == 1714112445);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_dedup_key(incoming, &text));
    CHECK(is(text, "381d0c3673acbe596f368e038d35370f2198e461"));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_replay_key(incoming, &text));
    CHECK(is(text, PUSH_SIGNATURE));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_sealing_with(incoming, 1713424427, random16, &sealing));
    wxseal_incoming_free(incoming);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_raw(sealing, REPLY_MESSAGE, strlen(REPLY_MESSAGE), &response));
    /* What one handle was asked for is the other's too. */
    CHECK(is(text, PUSH_SIGNATURE));
    wxseal_incoming_free(sealing);
    wxseal_endpoint_free(endpoint);
    check_response(response, 200, "application/json", REPLY_BODY);
}

static void official_wecom_url_check(void)
{
    wxseal_msg_crypt *crypt = NULL;
    wxseal_endpoint *endpoint = NULL;
    wxseal_incoming *incoming = NULL;
    wxseal_response *response = NULL;
    /* As a framework decodes them. */
    const wxseal_pair pairs[] = {{S("msg_signature"), S(WECOM_SIGNATURE)},
                                 {S("timestamp"), S(WECOM_TIMESTAMP)},
                                 {S("nonce"), S(WECOM_NONCE)},
                                 {S("echostr"), S(WECOM_ECHOSTR)}};
    wxseal_str query = {NULL, 0};
    char out[512];

    CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL, wxseal_query_write(pairs, 4, NULL, 0, &query.length));
    CHECK_STATUS(WXSEAL_OK, wxseal_query_write(pairs, 4, out, query.length, &query.length));
    query.data = out;
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new_with(str(WECOM_TOKEN), str(WECOM_ENCODING_AES_KEY),
                                                      str(WECOM_RECEIVE_ID), WXSEAL_DIALECT_WECOM, 0, &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(crypt, &endpoint));
    wxseal_msg_crypt_free(crypt);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_set_tolerance(endpoint, -1));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, str("GET"), query, NULL, 0, 0, &incoming));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_response(incoming, &response));
    wxseal_incoming_free(incoming);
    wxseal_endpoint_free(endpoint);
    check_response(response, 200, "text/plain; charset=utf-8", WECOM_ANSWER);
}

static void every_answer_is_sealed_and_outlives_its_push(void)
{
#define HEAD                                                                                                             \
    "<xml><ToUserName><![CDATA[o1]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName>"                          \
    "<CreateTime>1714112446</CreateTime>"
    static const wxseal_article article = {S("t"), S("d"), S("p"), S("u")};
    static const char *const expected[] = {
        HEAD "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[a]]></Content></xml>",
        HEAD "<MsgType><![CDATA[image]]></MsgType><Image><MediaId><![CDATA[m]]></MediaId></Image></xml>",
        HEAD "<MsgType><![CDATA[voice]]></MsgType><Voice><MediaId><![CDATA[m]]></MediaId></Voice></xml>",
        HEAD "<MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[m]]></MediaId><Title><![CDATA[t]]></Title>"
             "<Description><![CDATA[d]]></Description></Video></xml>",
        HEAD "<MsgType><![CDATA[news]]></MsgType><ArticleCount>1</ArticleCount><Articles><item>"
             "<Title><![CDATA[t]]></Title><Description><![CDATA[d]]></Description><PicUrl><![CDATA[p]]></PicUrl>"
             "<Url><![CDATA[u]]></Url></item></Articles></xml>",
        HEAD "<MsgType><![CDATA[transfer_customer_service]]></MsgType></xml>",
        HEAD "<MsgType><![CDATA[transfer_customer_service]]></MsgType>"
             "<TransInfo><KfAccount><![CDATA[k]]></KfAccount></TransInfo></xml>",
    };
    wxseal_incoming *const incoming = at(incoming_of(text_message, WXSEAL_FORMAT_XML), 1714112446);
    wxseal_response *answers[7] = {NULL}, *success = NULL, *empty = NULL;
    size_t i;

    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_text(incoming, str("a"), &answers[0]));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_image(incoming, str("m"), &answers[1]));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_voice(incoming, str("m"), &answers[2]));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_video(incoming, str("m"), str("t"), str("d"), &answers[3]));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_news(incoming, &article, 1, &answers[4]));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_transfer_customer_service(incoming, str(NULL), &answers[5]));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_transfer_customer_service(incoming, str("k"), &answers[6]));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_success(incoming, &success));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_empty(incoming, &empty));
    wxseal_incoming_free(incoming);
    for (i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        check_sealed(answers[i], "application/xml", WXSEAL_FORMAT_XML, expected[i]);
    }
    check_response(success, 200, "text/plain; charset=utf-8", "success");
    check_response(empty, 200, "text/plain; charset=utf-8", "");
#undef HEAD
}

static void the_widget(void)
{
    wxseal_incoming *const incoming = at(incoming_of(widget_message, WXSEAL_FORMAT_JSON), 1714112446);
    wxseal_response *response = NULL;
    wxseal_str json, slot;

    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_widget_query_json(incoming, &json));
    CHECK(is(json,
             "{\"type\":7,\"slots\":{\"city\":\"Z\"},\"longitude\":null,\"latitude\":null,"
             "\"raw\":\"{\\\"type\\\":7,\\\"slot_list\\\":[{\\\"key\\\":\\\"city\\\",\\\"value\\\":\\\"Z\\\"}]}\"}"));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_widget_slot(incoming, str("city"), &slot));
    CHECK(is(slot, "Z"));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_widget_slot(incoming, str("street"), &slot));
    CHECK(is_missing(slot));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_widget(incoming, 60, str("{}"), -1, str("no"), &response));
    wxseal_incoming_free(incoming);
    check_sealed(response, "application/json", WXSEAL_FORMAT_JSON,
                 "{\"ToUserName\":\"o1\",\"FromUserName\":\"gh_1\",\"CreateTime\":1714112446,\"MsgType\":\"widget_data\","
                 "\"Content\":\"{\\\"lifespan\\\":60,\\\"query\\\":\\\"{\\\\\\\"type\\\\\\\":7,\\\\\\\"slot_list\\\\\\\":"
                 "[{\\\\\\\"key\\\\\\\":\\\\\\\"city\\\\\\\",\\\\\\\"value\\\\\\\":\\\\\\\"Z\\\\\\\"}]}\\\",\\\"scene\\\":1,"
                 "\\\"data\\\":\\\"{\\\\\\\"err_code\\\\\\\":-1,\\\\\\\"err_msg\\\\\\\":\\\\\\\"no\\\\\\\"}\\\"}\"}");
}

/* What is lent stays where it is until its owner is freed, whatever else is asked meanwhile. */
static void what_is_lent_stays(void)
{
    wxseal_incoming *const incoming = incoming_of(widget_message, WXSEAL_FORMAT_JSON);
    wxseal_response *response = NULL;
    wxseal_str message, json[2], event[2], dedup[2], replay[2], query[2], slot[2];
    const char *name[2], *value[2];
    int i;

    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_success(incoming, &response));
    for (i = 0; i < 2; i++) {
        /* In the second round nothing is made for the first time. */
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_replay_key(incoming, &replay[i]));
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_message_json(incoming, &json[i]));
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_text(incoming, str("Event"), &event[i]));
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_dedup_key(incoming, &dedup[i]));
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_widget_query_json(incoming, &query[i]));
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_widget_slot(incoming, str("city"), &slot[i]));
        CHECK_STATUS(WXSEAL_OK, wxseal_response_header(response, 1, &name[i], &value[i]));
    }
    CHECK(json[0].data == json[1].data && event[0].data == event[1].data && dedup[0].data == dedup[1].data);
    CHECK(replay[0].data == replay[1].data && query[0].data == query[1].data && slot[0].data == slot[1].data);
    CHECK(name[0] == name[1] && value[0] == value[1]);
    CHECK(is(event[0], "wxa_widget_data") && is(slot[0], "Z") && dedup[0].length == 40 && replay[0].length == 40);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_message_bytes(incoming, &message));
    CHECK(is(message, widget_message));
    wxseal_incoming_free(incoming);
    /* The response is its own, and the headers are everybody's. */
    CHECK(is(wxseal_response_body(response), "success"));
    wxseal_response_free(response);
    CHECK(strcmp(name[0], "X-Content-Type-Options") == 0 && strcmp(value[0], "nosniff") == 0);
}

static void refusals(void)
{
    static const struct {
        wxseal_status status;
        int32_t http;
        const char *body, *allow;
    } known[] = {
        {WXSEAL_ERROR_MALFORMED_QUERY, 400, "bad request", NULL},
        {WXSEAL_ERROR_SIGNATURE_MISMATCH, 403, "forbidden", NULL},
        {WXSEAL_ERROR_DECRYPT_FAILED, 403, "forbidden", NULL},
        {WXSEAL_ERROR_UNKNOWN_METHOD, 405, "method not allowed", "GET, POST"},
        {WXSEAL_ERROR_INVALID_KEY, 500, "internal server error", NULL},
        {WXSEAL_ERROR_NULL_POINTER, 500, "internal server error", NULL},
        {-12345, 500, "internal server error", NULL},
    };
    size_t i;
    for (i = 0; i < sizeof known / sizeof known[0]; i++) {
        wxseal_response *response = NULL;
        const char *name = NULL, *value = NULL;
        CHECK_STATUS(WXSEAL_OK, wxseal_response_refusal(known[i].status, &response));
        CHECK_STATUS(WXSEAL_OK, wxseal_response_header(response, 0, &name, &value));
        CHECK(strcmp(name, "Content-Type") == 0 && strcmp(value, wxseal_response_content_type(response)) == 0);
        CHECK_STATUS(WXSEAL_OK, wxseal_response_header(response, 1, &name, &value));
        CHECK(strcmp(name, "X-Content-Type-Options") == 0 && strcmp(value, "nosniff") == 0);
        if (known[i].allow == NULL) {
            CHECK_STATUS(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_response_header(response, 2, &name, &value));
        } else {
            CHECK_STATUS(WXSEAL_OK, wxseal_response_header(response, 2, &name, &value));
            CHECK(strcmp(name, "Allow") == 0 && strcmp(value, known[i].allow) == 0);
            CHECK_STATUS(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_response_header(response, 3, &name, &value));
        }
        check_response(response, known[i].http, "text/plain; charset=utf-8", known[i].body);
    }
}

/* One push of each kind that the platform sends, each to the endpoint that it is for. */
static void what_the_platform_sends_is_received(void)
{
    wxseal_msg_crypt *const crypt = crypt_of(TOKEN);
    wxseal_endpoint *sealed = endpoint_of(TOKEN), *plain = NULL;
    wxseal_request *request = NULL;
    wxseal_incoming *incoming = NULL;
    wxseal_response *response = NULL;
    wxseal_str body, content;
    size_t i;

    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_plain(str(TOKEN), &plain));
    /* A plain endpoint decrypts nothing. */
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_also_accept(plain, crypt));
    for (i = 0; i < 4; i++) {
        const size_t message_length = strlen(text_message);
        const char *const message = text_message;
        wxseal_status made = WXSEAL_OK;
        switch (i) {
        case 0:
            made = wxseal_platform_plain_push(str(TOKEN), message, message_length, str("1714112445"), str("42"),
                                              &request);
            break;
        case 1:
            made = wxseal_platform_push(crypt, message, message_length, str("1714112445"), str("42"), WXSEAL_FORMAT_XML,
                                        NULL, &request);
            break;
        case 2:
            made = wxseal_platform_compatible_push(crypt, message, message_length, str("1714112445"), str("42"), NULL,
                                                   &request);
            break;
        case 3:
            made = wxseal_platform_url_check(str(TOKEN), str("1714112445"), str("42"), str("a+b /"), &request);
            break;
        }
        CHECK_STATUS(WXSEAL_OK, made);
        CHECK(strcmp(wxseal_request_method(request), i == 3 ? "GET" : "POST") == 0);
        body = wxseal_request_body(request);
        CHECK((body.length == 0) == (i == 3));
        CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(i == 0 ? plain : sealed, str(wxseal_request_method(request)),
                                                        str(wxseal_request_target(request)), body.data, body.length,
                                                        now, &incoming));
        wxseal_request_free(request);
        if (i == 3) {
            CHECK_STATUS(WXSEAL_OK, wxseal_incoming_response(incoming, &response));
            check_response(response, 200, "text/plain; charset=utf-8", "a+b /");
        } else {
            CHECK_STATUS(WXSEAL_OK, wxseal_incoming_text(incoming, str("Content"), &content));
            CHECK(is(content, "\xe4\xbd\xa0\xe5\xa5\xbd"));
            CHECK_STATUS(WXSEAL_OK, wxseal_incoming_msg_id(incoming, &content));
            CHECK(is(content, "24504060812315138049"));
        }
        wxseal_incoming_free(incoming);
    }
    wxseal_endpoint_free(plain);
    wxseal_endpoint_free(sealed);
    wxseal_msg_crypt_free(crypt);
}

static void settings_of_an_endpoint(void)
{
    wxseal_msg_crypt *const previous = crypt_of(TOKEN);
    wxseal_endpoint *const endpoint = endpoint_of("BBBBB");
    wxseal_incoming *incoming = NULL;

#define RECEIVED(expected, at)                                                                                           \
    do {                                                                                                                 \
        CHECK_STATUS(expected, wxseal_endpoint_receive(endpoint, str("POST"), str(PUSH_QUERY), PUSH_BODY,                \
                                                       strlen(PUSH_BODY), at, &incoming));                               \
        if ((expected) == WXSEAL_OK) {                                                                                   \
            wxseal_incoming_free(incoming);                                                                              \
        }                                                                                                                \
    } while (0)

    RECEIVED(WXSEAL_ERROR_SIGNATURE_MISMATCH, now);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_also_accept(endpoint, previous));
    wxseal_msg_crypt_free(previous);
    RECEIVED(WXSEAL_OK, now);
    RECEIVED(WXSEAL_OK, now + 300);
    RECEIVED(WXSEAL_ERROR_STALE_TIMESTAMP, now + 301);
    /* The system's time, years later. */
    RECEIVED(WXSEAL_ERROR_STALE_TIMESTAMP, 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_set_tolerance(endpoint, 0));
    RECEIVED(WXSEAL_OK, now);
    RECEIVED(WXSEAL_ERROR_STALE_TIMESTAMP, now + 1);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_set_tolerance(endpoint, INT64_MAX));
    RECEIVED(WXSEAL_OK, 1);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_set_tolerance(endpoint, INT64_MIN));
    RECEIVED(WXSEAL_OK, UINT64_MAX);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_set_account(endpoint, str("gh_other")));
    RECEIVED(WXSEAL_ERROR_MALFORMED_MESSAGE, now);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_set_account(endpoint, str("gh_97417a04a28d")));
    RECEIVED(WXSEAL_OK, now);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_set_max_body(endpoint, strlen(PUSH_BODY) - 1));
    RECEIVED(WXSEAL_ERROR_MALFORMED_ENVELOPE, now);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_set_max_body(endpoint, strlen(PUSH_BODY)));
    RECEIVED(WXSEAL_OK, now);
    wxseal_endpoint_free(endpoint);
#undef RECEIVED
}

static void diagnoses(void)
{
    wxseal_endpoint *const endpoint = endpoint_of("BBBBB"), *const right = endpoint_of(TOKEN);
    char out[1024];
    wxseal_str found = {out, 0};

    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_diagnose(right, str("POST"), str(PUSH_QUERY), PUSH_BODY, strlen(PUSH_BODY),
                                                     now, out, sizeof out, &found.length));
    CHECK(is(found, "[]"));
    CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL,
                 wxseal_endpoint_diagnose(endpoint, str("POST"), str(PUSH_QUERY), PUSH_BODY, strlen(PUSH_BODY), now,
                                          NULL, 0, &found.length));
    CHECK(found.length > 0 && found.length < sizeof out);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_diagnose(endpoint, str("POST"), str(PUSH_QUERY), PUSH_BODY,
                                                     strlen(PUSH_BODY), now, out, found.length, &found.length));
    CHECK(strncmp(out, "[{\"name\":\"AnotherToken\",\"text\":\"", 32) == 0 && out[found.length - 1] == ']');
    wxseal_endpoint_free(right);
    wxseal_endpoint_free(endpoint);
}

static void retries_get_the_first_answer(void)
{
    wxseal_incoming *const incoming = incoming_of(text_message, WXSEAL_FORMAT_XML);
    wxseal_recent_keys *recent = NULL;
    wxseal_claim *claim = NULL, *other = NULL;
    wxseal_response *response = NULL, *first = NULL, *again = NULL;
    wxseal_str key, body, repeated;
    wxseal_recent known = 0;
    uint64_t until = 99;
    int32_t done = 99;

    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(5, 60, 0, 0, &recent));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_dedup_key(incoming, &key));
    CHECK(is(key, "422fbf2f7cad9158dc39f5cfeda190c3e1882e0d"));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, key, 100, &known, &claim, &again, &until));
    CHECK(known == WXSEAL_RECENT_CLAIMED && claim != NULL && again == NULL && until == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, key, 104, &known, &other, &again, &until));
    CHECK(known == WXSEAL_RECENT_BUSY && other == NULL && again == NULL && until == 105);

    /* Given back, and claimed again by somebody else. */
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_release(recent, claim, &done));
    CHECK(done == 1);
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, key, 104, &known, &other, &again, NULL));
    CHECK(known == WXSEAL_RECENT_CLAIMED && other != NULL);
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_release(recent, claim, NULL));
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_text(incoming, str("a"), &response));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_answer(recent, claim, response, 105, &done));
    CHECK(done == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_answer(recent, other, response, 105, NULL));
    wxseal_incoming_free(incoming);
    wxseal_claim_free(claim);
    claim = other;

    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("422fbf2f7cad9158dc39f5cfeda190c3e1882e0d"), 164,
                                                     &known, &other, &first, &until));
    CHECK(known == WXSEAL_RECENT_ANSWERED && other == NULL && first != NULL && until == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("422fbf2f7cad9158dc39f5cfeda190c3e1882e0d"), 165,
                                                     &known, &other, &again, &until));
    CHECK(known == WXSEAL_RECENT_CLAIMED && other != NULL && again == NULL);
    /* Claims and answers are the caller's own, and outlive the memory. */
    wxseal_recent_keys_free(recent);
    wxseal_claim_free(other);
    wxseal_claim_free(claim);
    body = wxseal_response_body(response);
    repeated = wxseal_response_body(first);
    CHECK(body.data != repeated.data && body.length == repeated.length);
    CHECK(memcmp(body.data, repeated.data, body.length) == 0);
    wxseal_response_free(response);
    wxseal_response_free(first);
}

static void what_is_remembered_is_bounded(void)
{
    wxseal_recent_keys *recent = NULL;
    wxseal_claim *first = NULL, *second = NULL, *none = NULL;
    wxseal_response *response = NULL, *refusal = NULL;
    wxseal_recent known = 0;
    int32_t done = 99;

    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(5, 60, 1, 1, &recent));
    CHECK(wxseal_recent_keys_length(recent) == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_response_refusal(WXSEAL_ERROR_MALFORMED_QUERY, &refusal));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("a"), 100, &known, &first, &response, NULL));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("b"), 100, &known, &second, &response, NULL));
    CHECK(known == WXSEAL_RECENT_CLAIMED && wxseal_recent_keys_length(recent) == 1);
    /* The first was forgotten. */
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_answer(recent, first, refusal, 100, &done));
    CHECK(done == 0);
    done = 99;
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_release(recent, first, &done));
    CHECK(done == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_answer(recent, second, refusal, 100, &done));
    CHECK(done == 1);
    wxseal_response_free(refusal);
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("b"), 100, &known, &none, &response, NULL));
    CHECK(known == WXSEAL_RECENT_ANSWERED && none == NULL);
    check_response(response, 400, "text/plain; charset=utf-8", "bad request");
    wxseal_claim_free(first);
    wxseal_claim_free(second);
    wxseal_recent_keys_free(recent);
}

static void a_memory_s_defaults_are_those_of_0(void)
{
    wxseal_recent_keys *recent = NULL;
    wxseal_claim *claim = NULL, *none = NULL;
    wxseal_response *response = NULL;
    wxseal_recent known = 0;
    uint64_t until = 0;

    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(0, 0, 0, 0, &recent));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("a"), 100, &known, &claim, &response, NULL));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(recent, str("a"), 100, &known, &none, &response, &until));
    CHECK(known == WXSEAL_RECENT_BUSY && until == 100 + WXSEAL_DEFAULT_CLAIM_FOR);
    wxseal_claim_free(claim);
    wxseal_recent_keys_free(recent);
}

static void a_cloud_functions_event(void)
{
    static const char event[] = "{\"FromUserName\":\"o1\",\"CreateTime\":1555684067,\"MsgID\":\"49d7_1\",\"List\":{}}";
    wxseal_message *message = NULL;
    wxseal_str text;

    CHECK_STATUS(WXSEAL_OK, wxseal_message_from_cloud_event(event, strlen(event), &message));
    CHECK(is(wxseal_message_json(message),
             "{\"FromUserName\":\"o1\",\"CreateTime\":1555684067,\"MsgID\":\"49d7_1\",\"List\":[{}]}"));
    CHECK_STATUS(WXSEAL_OK, wxseal_message_text(message, str("FromUserName"), &text));
    CHECK(is(text, "o1"));
    CHECK_STATUS(WXSEAL_OK, wxseal_message_text(message, str("ToUserName"), &text));
    CHECK(is_missing(text));
    CHECK(is(wxseal_message_msg_id(message), "49d7_1"));
    CHECK(wxseal_message_create_time(message) == 1555684067);
    CHECK(is(wxseal_message_dedup_key(message), "57debe46296bd57b74d276b6f11231466df6bffc"));
    wxseal_message_free(message);
}

static void official_open_data(void)
{
    char out[sizeof OPEN_ENCRYPTED_DATA];
    wxseal_str data = {out, 0};
    CHECK_STATUS(WXSEAL_OK, wxseal_decrypt_open_data(str(OPEN_SESSION_KEY), str(OPEN_ENCRYPTED_DATA), str(OPEN_IV),
                                                     str(OPEN_APP_ID), out, sizeof out - 1, &data.length));
    CHECK(is(data, OPEN_DATA));
    CHECK_STATUS(WXSEAL_OK, wxseal_verify_raw_data(str(RAW_SESSION_KEY), str(RAW_DATA), str(RAW_SIGNATURE)));
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 wxseal_verify_raw_data(str(RAW_SESSION_KEY), str(RAW_DATA " "), str(RAW_SIGNATURE)));
}

static wxseal_str sealed_body(const wxseal_incoming *incoming, wxseal_response **response)
{
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_text(incoming, str("a"), response));
    return wxseal_response_body(*response);
}

/* No two answers are alike, unless a test asks for it. */
static void answers_are_fresh(void)
{
    wxseal_incoming *incoming = at(incoming_of(text_message, WXSEAL_FORMAT_XML), now), *sealing = NULL;
    wxseal_response *one = NULL, *other = NULL;
    wxseal_str body = sealed_body(incoming, &one), other_body = sealed_body(incoming, &other);
    char text[2048];
    CHECK(body.length == other_body.length && memcmp(body.data, other_body.data, body.length) != 0);
    wxseal_response_free(one);
    wxseal_response_free(other);

    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_sealing_with(incoming, now, random16, &sealing));
    wxseal_incoming_free(incoming);
    body = sealed_body(sealing, &one);
    other_body = sealed_body(sealing, &other);
    CHECK(body.length == other_body.length && memcmp(body.data, other_body.data, body.length) == 0);
    wxseal_response_free(one);
    wxseal_response_free(other);

    incoming = at(sealing, 0);
    body = sealed_body(incoming, &one);
    CHECK(body.length < sizeof text);
    memcpy(text, body.data, body.length);
    text[body.length] = '\0';
    /* The system's time, years later. */
    CHECK(strstr(text, "<TimeStamp>") != NULL && strstr(text, "<TimeStamp>1714112445<") == NULL);
    wxseal_response_free(one);
    wxseal_incoming_free(incoming);
}

int main(void)
{
    TEST(official_url_check);
    TEST(official_push_and_reply);
    TEST(official_wecom_url_check);
    TEST(every_answer_is_sealed_and_outlives_its_push);
    TEST(the_widget);
    TEST(what_is_lent_stays);
    TEST(refusals);
    TEST(what_the_platform_sends_is_received);
    TEST(settings_of_an_endpoint);
    TEST(diagnoses);
    TEST(retries_get_the_first_answer);
    TEST(what_is_remembered_is_bounded);
    TEST(a_memory_s_defaults_are_those_of_0);
    TEST(a_cloud_functions_event);
    TEST(official_open_data);
    TEST(answers_are_fresh);
    return failed_tests > 0;
}
