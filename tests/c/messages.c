/* Messages whose values are not all text, and a smart robot's: what C programs read of them and answer, and each function
 * in wrong hands. tests/scenarios holds what they say to account. */
#include <wxseal_messages.h>

#include "check.h"
#include "official.h"

static const char event[] =
    "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"o1\",\"CreateTime\":1,\"MsgType\":\"event\",\"Event\":\"e\",\"MsgId\":7,"
    "\"Scene\":1001,\"Count\":\"2\",\"List\":[{\"TemplateId\":\"t1\",\"ok\":true},{\"TemplateId\":\"t2\",\"ok\":null}]}";
static const char robots_text[] =
    "{\"msgid\":\"m1\",\"create_time\":1714112440,\"aibotid\":\"r1\",\"from\":{\"userid\":\"u1\"},\"msgtype\":\"event\","
    "\"event\":{\"eventtype\":\"enter_chat\"}}";

static const uint64_t now = 1714112445;
static char canary_byte;
static const void *const canary = &canary_byte;

static wxseal_incoming *received(const char *text)
{
    wxseal_endpoint *endpoint = NULL;
    wxseal_request *request = NULL;
    wxseal_incoming *incoming = NULL;
    wxseal_str body;

    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_plain(str(TOKEN), &endpoint));
    CHECK_STATUS(WXSEAL_OK,
                 wxseal_platform_plain_push(str(TOKEN), text, strlen(text), str("1714112444"), str("42"), &request));
    body = wxseal_request_body(request);
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, str("POST"), str(wxseal_request_target(request)),
                                                    body.data, body.length, now, &incoming));
    wxseal_request_free(request);
    wxseal_endpoint_free(endpoint);
    return incoming;
}

static wxseal_message *read_event(const char *text)
{
    wxseal_message *message = NULL;
    CHECK_STATUS(WXSEAL_OK, wxseal_message_from_cloud_event(text, strlen(text), &message));
    return message;
}

static void check_list(const wxseal_value *list)
{
    const wxseal_value *const first = wxseal_value_item(list, 0), *none;

    CHECK(wxseal_value_type(list) == WXSEAL_TYPE_ARRAY && wxseal_value_length(list) == 2);
    CHECK(wxseal_value_type(first) == WXSEAL_TYPE_OBJECT && wxseal_value_length(first) == 2);
    CHECK(is(wxseal_value_text(wxseal_value_get(first, str("TemplateId"))), "t1"));
    CHECK(is(wxseal_value_text(wxseal_value_item(first, 0)), "t1"));
    CHECK(is(wxseal_value_text(wxseal_value_get(wxseal_value_item(list, 1), str("TemplateId"))), "t2"));
    CHECK(wxseal_value_is_true(wxseal_value_get(first, str("ok"))) == 1);
    CHECK(wxseal_value_is_true(wxseal_value_get(wxseal_value_item(list, 1), str("ok"))) == 0);
    CHECK(wxseal_value_type(wxseal_value_get(wxseal_value_item(list, 1), str("ok"))) == WXSEAL_TYPE_NULL);
    CHECK(is(wxseal_value_name(first, 1), "ok") && is_missing(wxseal_value_name(first, 2)));
    /* What is not there leads to nothing, however far one goes. */
    CHECK(wxseal_value_item(list, 2) == NULL && wxseal_value_item(first, 2) == NULL);
    CHECK(wxseal_value_get(list, str("a")) == NULL);
    none = wxseal_value_item(wxseal_value_get(first, str("none")), 3);
    CHECK(is_missing(wxseal_value_text(wxseal_value_get(none, str("a")))));
    CHECK(is_missing(wxseal_value_text(list)));
    CHECK(wxseal_value_integer(list, -1) == -1 && wxseal_value_is_true(list) == 0);
    CHECK(wxseal_value_length(wxseal_value_item(first, 0)) == 0);
}

static void a_list_is_read_without_a_reader_of_json(void)
{
    wxseal_incoming *const incoming = received(event);
    wxseal_message *const message = read_event(event);
    const wxseal_value *value = NULL;

    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_get(incoming, str("List"), &value));
    check_list(value);
    CHECK_STATUS(WXSEAL_OK, wxseal_message_get(message, str("List"), &value));
    check_list(value);
    CHECK_STATUS(WXSEAL_OK, wxseal_message_get(message, str("none"), &value));
    CHECK(value == NULL);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_get(incoming, str("Count"), &value));
    CHECK(wxseal_value_type(value) == WXSEAL_TYPE_TEXT && wxseal_value_integer(value, -1) == 2);
    CHECK(wxseal_incoming_integer(incoming, str("Scene"), -1) == 1001);
    CHECK(wxseal_message_integer(message, str("Scene"), -1) == 1001);
    CHECK(wxseal_incoming_integer(incoming, str("Count"), -1) == 2);
    CHECK(wxseal_message_integer(message, str("Count"), -1) == 2);
    CHECK(wxseal_incoming_integer(incoming, str("Event"), -1) == -1);
    CHECK(wxseal_message_integer(message, str("none"), -1) == -1);
    wxseal_message_free(message);
    wxseal_incoming_free(incoming);
}

#define SAYS(accessor, expected)                                                                                         \
    do {                                                                                                                 \
        wxseal_str text = {NULL, 0};                                                                                     \
        CHECK_STATUS(WXSEAL_OK, wxseal_incoming_##accessor(incoming, &text));                                            \
        CHECK(is(text, expected) && is(wxseal_message_##accessor(message), expected));                                   \
    } while (0)

static void a_robot_is_welcomed(void)
{
    wxseal_incoming *const incoming = received(robots_text);
    wxseal_message *const message = read_event(robots_text);
    wxseal_response *response = NULL;

    SAYS(to_user_name, "r1");
    SAYS(from_user_name, "u1");
    SAYS(msg_type, WXSEAL_ROBOT_MSG_TYPE_EVENT);
    SAYS(event, WXSEAL_ROBOT_EVENT_ENTER_CHAT);
    SAYS(msg_id, "m1");
    CHECK(wxseal_incoming_create_time(incoming) == 1714112440 && wxseal_message_create_time(message) == 1714112440);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_welcome(incoming, str("hello\n"), &response));
    CHECK(is(wxseal_response_body(response), "{\"msgtype\":\"text\",\"text\":{\"content\":\"hello\\n\"}}"));
    wxseal_response_free(response);
    wxseal_message_free(message);
    wxseal_incoming_free(incoming);
}

#define NULL_POINTER WXSEAL_ERROR_NULL_POINTER

/* A call that would lend a text to `text`. */
#define LENDS_NONE(expected, call)                                                                                       \
    do {                                                                                                                 \
        wxseal_str text = {&canary_byte, 99};                                                                            \
        CHECK_STATUS(expected, call);                                                                                    \
        CHECK(text.data == &canary_byte && text.length == 99);                                                           \
    } while (0)

#define WRONG_HANDS(kind, handle)                                                                                        \
    do {                                                                                                                 \
        const wxseal_value *value = canary;                                                                              \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_text(NULL, str("Event"), &text));                                       \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_text(handle, nowhere(), &text));                                        \
        LENDS_NONE(WXSEAL_ERROR_INVALID_TEXT, wxseal_##kind##_text(handle, str("\xff"), &text));                         \
        CHECK_STATUS(NULL_POINTER, wxseal_##kind##_text(handle, str("Event"), NULL));                                    \
        CHECK_STATUS(NULL_POINTER, wxseal_##kind##_get(NULL, str("List"), &value));                                      \
        CHECK_STATUS(NULL_POINTER, wxseal_##kind##_get(handle, nowhere(), &value));                                      \
        CHECK_STATUS(NULL_POINTER, wxseal_##kind##_get(handle, str("List"), NULL));                                      \
        CHECK_STATUS(WXSEAL_ERROR_INVALID_TEXT, wxseal_##kind##_get(handle, str("\xff"), &value));                       \
        CHECK(value == canary);                                                                                          \
        CHECK(wxseal_##kind##_integer(NULL, str("Scene"), -1) == -1);                                                    \
        CHECK(wxseal_##kind##_integer(handle, nowhere(), -1) == -1);                                                     \
        CHECK(wxseal_##kind##_integer(handle, str("\xff"), -1) == -1);                                                   \
    } while (0)

static void messages_in_wrong_hands(void)
{
    wxseal_incoming *const incoming = received(event);
    wxseal_message *const message = read_event(event);
    const wxseal_value *list = NULL;

    WRONG_HANDS(incoming, incoming);
    WRONG_HANDS(message, message);
    LENDS_NONE(NULL_POINTER, wxseal_incoming_to_user_name(NULL, &text));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_from_user_name(NULL, &text));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_msg_type(NULL, &text));
    LENDS_NONE(NULL_POINTER, wxseal_incoming_event(NULL, &text));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_to_user_name(incoming, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_from_user_name(incoming, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_msg_type(incoming, NULL));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_event(incoming, NULL));
    CHECK(is_missing(wxseal_message_to_user_name(NULL)) && is_missing(wxseal_message_from_user_name(NULL)));
    CHECK(is_missing(wxseal_message_msg_type(NULL)) && is_missing(wxseal_message_event(NULL)));
    CHECK_STATUS(WXSEAL_OK, wxseal_message_get(message, str("List"), &list));
    CHECK(wxseal_value_get(wxseal_value_item(list, 0), nowhere()) == NULL);
    CHECK(wxseal_value_get(wxseal_value_item(list, 0), str("\xff")) == NULL);
    CHECK(wxseal_value_item(list, (size_t)-1) == NULL);
    CHECK(wxseal_value_type(NULL) == 0 && wxseal_value_length(NULL) == 0 && wxseal_value_is_true(NULL) == 0);
    CHECK(wxseal_value_integer(NULL, -1) == -1 && wxseal_value_item(NULL, 0) == NULL);
    CHECK(wxseal_value_get(NULL, str("a")) == NULL && is_missing(wxseal_value_name(NULL, 0)));
    CHECK(is_missing(wxseal_value_text(NULL)));
    wxseal_message_free(message);
    wxseal_incoming_free(incoming);
}

/* A call that would make a response and give it to `made`. */
#define MAKES_NONE(expected, call)                                                                                       \
    do {                                                                                                                 \
        wxseal_response *made = (wxseal_response *)&canary_byte;                                                         \
        CHECK_STATUS(expected, call);                                                                                    \
        CHECK(made == (wxseal_response *)&canary_byte);                                                                  \
    } while (0)

static void answers_in_wrong_hands(void)
{
    wxseal_incoming *const account = received(event), *const robot = received(robots_text);
    static const wxseal_stream_answer good = {S("s"), S("c"), 1, {NULL, 0}, {NULL, 0}};
    static const wxseal_music music = {S("t"), {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}};
    static const wxseal_str users[] = {S("u1"), {NULL, 1}}, strange[] = {S("\xff")};
    wxseal_stream_answer stream;
    wxseal_music bad_music;

#define UNWRITABLE WXSEAL_ERROR_UNWRITABLE_REPLY
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_music(NULL, &music, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_music(account, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_music(account, &music, NULL));
    bad_music = music;
    bad_music.thumb_media_id = nowhere();
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_music(account, &bad_music, &made));
    bad_music = music;
    bad_music.hq_music_url = str("\xff");
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_music(account, &bad_music, &made));

    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_welcome(NULL, str("a"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_welcome(robot, nowhere(), &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_welcome(robot, str("\xff"), &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_welcome(account, str("a"), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_welcome(robot, str("a"), NULL));

    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream(NULL, &good, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream(robot, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream(account, &good, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_stream(robot, &good, NULL));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream_with_template_card(NULL, &good, str("{}"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream_with_template_card(robot, NULL, str("{}"), &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream_with_template_card(robot, &good, str("\xff"), &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream_with_template_card(account, &good, str(NULL), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_stream_with_template_card(robot, &good, str(NULL), NULL));
    stream = good;
    stream.id = nowhere();
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream(robot, &stream, &made));
    stream = good;
    stream.content = nowhere();
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream(robot, &stream, &made));
    stream = good;
    stream.msg_item = str("\xff");
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream(robot, &stream, &made));
    stream = good;
    stream.feedback_id = str("\xff");
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream(robot, &stream, &made));

    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_template_card(NULL, str("{}"), &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_template_card(robot, nowhere(), &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_template_card(account, str("{}"), &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_template_card(robot, str("{}"), NULL));

    MAKES_NONE(NULL_POINTER, wxseal_incoming_update_template_card(NULL, str("{}"), NULL, 0, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_update_template_card(robot, nowhere(), NULL, 0, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_update_template_card(robot, str("{}"), NULL, 1, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_update_template_card(robot, str("{}"), users, 2, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_update_template_card(robot, str("{}"), users, 0, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_update_template_card(robot, str("{}"), strange, 1, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_update_template_card(account, str("{}"), users, 1, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_update_template_card(robot, str("{}"), users, 1, NULL));
    wxseal_incoming_free(robot);
    wxseal_incoming_free(account);
}

int main(void)
{
    TEST(a_list_is_read_without_a_reader_of_json);
    TEST(a_robot_is_welcomed);
    TEST(messages_in_wrong_hands);
    TEST(answers_in_wrong_hands);
    return failed_tests > 0;
}
