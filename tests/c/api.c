/* Calls of the server API: what is sent, and what a C program reads of the answers. */
#include <stdlib.h>

#include "check.h"
#include "official.h"

static const char html[] = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n";

static wxseal_status reading(const char *body, wxseal_api_answer **answer)
{
    return wxseal_api_read(body, strlen(body), answer);
}

static wxseal_api_answer *read_of(const char *body)
{
    wxseal_api_answer *answer = NULL;
    CHECK_STATUS(WXSEAL_OK, reading(body, &answer));
    return answer;
}

static void check_request(wxseal_status status, wxseal_request *request, const char *target, const char *expected)
{
    CHECK_STATUS(WXSEAL_OK, status);
    CHECK(strcmp(wxseal_request_method(request), expected[0] == '\0' ? "GET" : "POST") == 0);
    CHECK(strcmp(wxseal_request_target(request), target) == 0);
    CHECK(is(wxseal_request_body(request), expected));
    wxseal_request_free(request);
}

static void the_usual_calls(void)
{
    static const char send[] = "https://api.weixin.qq.com/cgi-bin/message/custom/send?access_token=t%26";
    wxseal_request *r = NULL;
    wxseal_status s;

    s = wxseal_api_get_access_token(str("wx1"), str("s&"), &r);
    check_request(s, r, "https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=s%26",
                  "");
    s = wxseal_api_code2session(str("wx1"), str("s"), str("c"), &r);
    check_request(s, r,
                  "https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=s&js_code=c"
                  "&grant_type=authorization_code",
                  "");
    s = wxseal_api_send_customer_text(str("t&"), str("o1"), str("\xe4\xbd\xa0\""), &r);
    check_request(s, r, send, "{\"touser\":\"o1\",\"msgtype\":\"text\",\"text\":{\"content\":\"\xe4\xbd\xa0\\\"\"}}");
    s = wxseal_api_send_customer_image(str("t&"), str("o1"), str("m"), &r);
    check_request(s, r, send, "{\"touser\":\"o1\",\"msgtype\":\"image\",\"image\":{\"media_id\":\"m\"}}");
    s = wxseal_api_send_customer_link(str("t&"), str("o1"), str("a"), str("b"), str("c"), str("d"), &r);
    check_request(s, r, send,
                  "{\"touser\":\"o1\",\"msgtype\":\"link\",\"link\":{\"title\":\"a\",\"description\":\"b\",\"url\":\"c\","
                  "\"thumb_url\":\"d\"}}");
    s = wxseal_api_send_customer_mini_program_page(str("t&"), str("o1"), str("a"), str("b"), str("c"), &r);
    check_request(s, r, send,
                  "{\"touser\":\"o1\",\"msgtype\":\"miniprogrampage\",\"miniprogrampage\":{\"title\":\"a\","
                  "\"pagepath\":\"b\",\"thumb_media_id\":\"c\"}}");

    s = wxseal_api_get_stable_access_token(str("wx1"), str("s\""), 0, &r);
    check_request(s, r, "https://api.weixin.qq.com/cgi-bin/stable_token",
                  "{\"grant_type\":\"client_credential\",\"appid\":\"wx1\",\"secret\":\"s\\\"\",\"force_refresh\":false}");
    s = wxseal_api_get_stable_access_token(str("wx1"), str("s"), 1, &r);
    check_request(s, r, "https://api.weixin.qq.com/cgi-bin/stable_token",
                  "{\"grant_type\":\"client_credential\",\"appid\":\"wx1\",\"secret\":\"s\",\"force_refresh\":true}");
    s = wxseal_api_get_phone_number(str("t&"), str("c"), &r);
    check_request(s, r, "https://api.weixin.qq.com/wxa/business/getuserphonenumber?access_token=t%26",
                  "{\"code\":\"c\"}");
    s = wxseal_api_send_subscribe_message(str("t&"), str("o1"), str("i"),
                                          str("{\"thing1\": {\"value\":\"\xe4\xbd\xa0\"}}"), str(NULL), str(NULL),
                                          str(NULL), &r);
    check_request(s, r, "https://api.weixin.qq.com/cgi-bin/message/subscribe/send?access_token=t%26",
                  "{\"touser\":\"o1\",\"template_id\":\"i\",\"data\":{\"thing1\": {\"value\":\"\xe4\xbd\xa0\"}}}");
    s = wxseal_api_send_subscribe_message(str("t&"), str("o1"), str("i"), str("{}"), str("p"), str("trial"),
                                          str("zh_TW"), &r);
    check_request(s, r, "https://api.weixin.qq.com/cgi-bin/message/subscribe/send?access_token=t%26",
                  "{\"touser\":\"o1\",\"template_id\":\"i\",\"page\":\"p\",\"data\":{},\"miniprogram_state\":\"trial\","
                  "\"lang\":\"zh_TW\"}");
    s = wxseal_api_msg_sec_check(str("t&"), str("o1"), 2, str("\xe4\xbd\xa0"), str(NULL), str(NULL), str(NULL), &r);
    check_request(s, r, "https://api.weixin.qq.com/wxa/msg_sec_check?access_token=t%26",
                  "{\"openid\":\"o1\",\"scene\":2,\"version\":2,\"content\":\"\xe4\xbd\xa0\"}");
    s = wxseal_api_msg_sec_check(str("t&"), str("o1"), 1, str("c"), str("t"), str("n"), str("s"), &r);
    check_request(s, r, "https://api.weixin.qq.com/wxa/msg_sec_check?access_token=t%26",
                  "{\"openid\":\"o1\",\"scene\":1,\"version\":2,\"content\":\"c\",\"title\":\"t\",\"nickname\":\"n\","
                  "\"signature\":\"s\"}");
    s = wxseal_api_media_check_async(str("t&"), str("o1"), 4, str("https://example.com/a"), 1, &r);
    check_request(s, r, "https://api.weixin.qq.com/wxa/media_check_async?access_token=t%26",
                  "{\"openid\":\"o1\",\"scene\":4,\"version\":2,\"media_url\":\"https://example.com/a\",\"media_type\":1}");
}

static void any_call(void)
{
    static const char *const bad[] = {"", "/", "a", "//evil.example/a", "/a/../b", "/a?b=c", "/a#b", "/a b",
                                      "https://evil.example"};
    const wxseal_pair parameters[] = {{S("access_token"), S("t&")}, {S("\xe5\x90\x8d"), S("%2B+")}};
    wxseal_request *r = NULL;
    size_t i;
    wxseal_status s = wxseal_api_get(str("/cgi-bin/user/info"), parameters, 2, &r);
    check_request(s, r, "https://api.weixin.qq.com/cgi-bin/user/info?access_token=t%26&%E5%90%8D=%252B%2B", "");
    s = wxseal_api_get(str("/a"), NULL, 0, &r);
    check_request(s, r, "https://api.weixin.qq.com/a", "");
    s = wxseal_api_post(str("/wxa/x"), str("t&"), str("{ \"n\" : 1.50 }"), &r);
    check_request(s, r, "https://api.weixin.qq.com/wxa/x?access_token=t%26", "{ \"n\" : 1.50 }");

    r = NULL;
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        CHECK_STATUS(WXSEAL_ERROR_INVALID_PATH, wxseal_api_get(str(bad[i]), parameters, 2, &r));
        CHECK_STATUS(WXSEAL_ERROR_INVALID_PATH, wxseal_api_post(str(bad[i]), str("t"), str("{}"), &r));
    }
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_api_post(str("/a"), str("t"), str("[]"), &r));
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY,
                 wxseal_api_send_subscribe_message(str("t"), str("o1"), str("i"), str("hi"), str(NULL), str(NULL),
                                                   str(NULL), &r));
    CHECK(r == NULL);
}

/* What a program does that keeps a token for its other calls. */
static void a_stored_answer_s_access_token_is_printed(void)
{
    wxseal_api_answer *const answer = read_of("{\"access_token\":\"ACCESS\\u005fTOKEN\",\"expires_in\":7200}");
    wxseal_str text;
    int64_t seconds = 0;
    int32_t found = 0;
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_text(answer, str("access_token"), &text));
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_integer(answer, str("expires_in"), &seconds, &found));
    printf("access_token %.*s, for %d s\n", (int)text.length, text.data, (int)seconds);
    CHECK(is(text, "ACCESS_TOKEN") && seconds == 7200 && found == 1);
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_text(answer, str("expires_in"), &text));
    CHECK(is_missing(text));
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_integer(answer, str("access_token"), &seconds, &found));
    CHECK(seconds == 0 && found == 0);
    wxseal_api_answer_free(answer);
}

static void a_session_is_read(void)
{
    wxseal_api_answer *const answer = read_of("{\"session_key\":\"" OPEN_SESSION_KEY "\",\"openid\":\"o\\u0000\",\"errcode\":0,"
                                              "\"msgid\":294402298110051942, \"l\":[[-9007199254740992],1.50]}");
    wxseal_str text;
    int64_t number = 99;
    int32_t found = 99;
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_text(answer, str("session_key"), &text));
    CHECK(is(text, OPEN_SESSION_KEY));
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_text(answer, str("openid"), &text));
    CHECK(text.length == 2 && memcmp(text.data, "o", 2) == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_text(answer, str("msgid"), &text));
    CHECK(is(text, "294402298110051942"));
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_integer(answer, str("msgid"), &number, &found));
    CHECK(number == 0 && found == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_refused(answer, &number, &text));
    CHECK(number == 0 && is_missing(text));
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_json(answer, &text));
    CHECK(is(text, "{\"session_key\":\"" OPEN_SESSION_KEY "\",\"openid\":\"o\\u0000\",\"errcode\":0,"
                   "\"msgid\":\"294402298110051942\", \"l\":[[\"-9007199254740992\"],1.50]}"));
    wxseal_api_answer_free(answer);
}

static void a_refusal_has_a_reason_and_no_fields(void)
{
    static const char *const bodies[] = {"{\"errcode\":40013,\"errmsg\":\"invalid appid\"}",
                                         "{\"errcode\":\"40013\",\"errmsg\":\"invalid appid\"}"};
    size_t i;
    for (i = 0; i < 2; i++) {
        wxseal_api_answer *const answer = read_of(bodies[i]);
        wxseal_str text;
        int64_t number = 0;
        int32_t found = 99;
        CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_refused(answer, &number, &text));
        CHECK(number == 40013 && is(text, "invalid appid"));
        CHECK_STATUS(WXSEAL_ERROR_API_REFUSED, wxseal_api_answer_text(answer, str("errmsg"), &text));
        CHECK_STATUS(WXSEAL_ERROR_API_REFUSED, wxseal_api_answer_integer(answer, str("errcode"), &number, &found));
        CHECK_STATUS(WXSEAL_ERROR_API_REFUSED, wxseal_api_answer_json(answer, &text));
        CHECK(found == 99);
        wxseal_api_answer_free(answer);
    }
}

/* As the README's program does: a status that is not WXSEAL_OK becomes the refusal that stands for it. */
static int http_status_of(const char *came)
{
    wxseal_api_answer *answer = NULL;
    wxseal_response *response = NULL;
    wxseal_str token;
    int http = 200;
    wxseal_status status = reading(came, &answer);
    if (!status) status = wxseal_api_answer_text(answer, str("access_token"), &token);
    if (status) {
        CHECK_STATUS(WXSEAL_OK, wxseal_response_refusal(status, &response));
        http = wxseal_response_status(response);
        CHECK(http == wxseal_status_http_status(status));
    }
    wxseal_response_free(response);
    wxseal_api_answer_free(answer);
    return http;
}

static void a_gateway_s_html_is_not_answered_with_403(void)
{
    CHECK(http_status_of("{\"access_token\":\"A\"}") == 200);
    CHECK(http_status_of(html) == 500);
    CHECK(http_status_of("") == 500);
    CHECK(http_status_of("{\"errcode\":-1,\"errmsg\":\"system error\"}") == 500);
    CHECK(wxseal_status_http_status(WXSEAL_ERROR_MALFORMED_MESSAGE) == 403);
}

static void an_answer_of_8_mb_is_read(void)
{
    static const char item[] = "9007199254740993,\"\\\"1\",[1.50],";
    enum { ITEMS = 300000, PART = sizeof item - 1 };
    const size_t size = (size_t)ITEMS * PART;
    char *const body = malloc(size + 64), *end = body;
    wxseal_str text;
    size_t i;
    wxseal_api_answer *answer = NULL;
    CHECK(size > 8000000 && body != NULL);
    memcpy(end, "{\"list\":[", 9);
    end += 9;
    for (i = 0; i < ITEMS; i++, end += PART) {
        memcpy(end, item, PART);
    }
    strcpy(end, "0],\"next\":\"N\"}");
    answer = read_of(body);
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_text(answer, str("next"), &text));
    CHECK(is(text, "N"));
    CHECK_STATUS(WXSEAL_OK, wxseal_api_answer_json(answer, &text));
    CHECK(text.length == strlen(body) + (size_t)2 * ITEMS);
    wxseal_api_answer_free(answer);
    free(body);
}

int main(void)
{
    TEST(the_usual_calls);
    TEST(any_call);
    TEST(a_stored_answer_s_access_token_is_printed);
    TEST(a_session_is_read);
    TEST(a_refusal_has_a_reason_and_no_fields);
    TEST(a_gateway_s_html_is_not_answered_with_403);
    TEST(an_answer_of_8_mb_is_read);
    return failed_tests > 0;
}
