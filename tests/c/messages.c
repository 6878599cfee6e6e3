/* Messages whose values are not all text, and a smart robot's: what C programs read of them and answer, and each function
 * in wrong hands. tests/scenarios holds what they say to account. */
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

static int equals(const char *found, size_t length, const char *expected)
{
    return found != NULL && length == strlen(expected) && memcmp(found, expected, length) == 0;
}

static wxseal_incoming *received(const char *text)
{
    wxseal_endpoint *endpoint = NULL;
    wxseal_request *request = NULL;
    wxseal_incoming *incoming = NULL;
    const uint8_t *body = NULL;
    size_t length = 0;

    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_plain(TOKEN, &endpoint));
    CHECK_STATUS(WXSEAL_OK, wxseal_platform_plain_push(TOKEN, (const uint8_t *)text, strlen(text), "1714112444", "42",
                                                       &request));
    CHECK_STATUS(WXSEAL_OK, wxseal_request_body(request, &body, &length));
    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_receive(endpoint, "POST", wxseal_request_target(request), body, length, now,
                                                    &incoming));
    wxseal_request_free(request);
    wxseal_endpoint_free(endpoint);
    return incoming;
}

static wxseal_message *read_event(const char *text)
{
    wxseal_message *message = NULL;
    CHECK_STATUS(WXSEAL_OK, wxseal_message_from_cloud_event((const uint8_t *)text, strlen(text), &message));
    return message;
}

static void check_text(const wxseal_value *value, const char *expected)
{
    const char *text = NULL;
    size_t length = 0;
    CHECK_STATUS(WXSEAL_OK, wxseal_value_text(value, &text, &length));
    CHECK(expected == NULL ? text == NULL && length == 0 : equals(text, length, expected));
}

static void check_list(const wxseal_value *list)
{
    const wxseal_value *first = wxseal_value_item(list, 0);
    const char *name = NULL;
    size_t length = 0;

    CHECK(wxseal_value_type(list) == WXSEAL_TYPE_ARRAY && wxseal_value_length(list) == 2);
    CHECK(wxseal_value_type(first) == WXSEAL_TYPE_OBJECT && wxseal_value_length(first) == 2);
    check_text(wxseal_value_get(first, "TemplateId"), "t1");
    check_text(wxseal_value_item(first, 0), "t1");
    check_text(wxseal_value_get(wxseal_value_item(list, 1), "TemplateId"), "t2");
    CHECK(wxseal_value_is_true(wxseal_value_get(first, "ok")) == 1);
    CHECK(wxseal_value_is_true(wxseal_value_get(wxseal_value_item(list, 1), "ok")) == 0);
    CHECK(wxseal_value_type(wxseal_value_get(wxseal_value_item(list, 1), "ok")) == WXSEAL_TYPE_NULL);
    CHECK_STATUS(WXSEAL_OK, wxseal_value_name(first, 1, &name, &length));
    CHECK(equals(name, length, "ok"));
    CHECK_STATUS(WXSEAL_OK, wxseal_value_name(first, 2, &name, &length));
    CHECK(name == NULL && length == 0);
    /* What is not there leads to nothing, however far one goes. */
    CHECK(wxseal_value_item(list, 2) == NULL && wxseal_value_item(first, 2) == NULL && wxseal_value_get(list, "a") == NULL);
    check_text(wxseal_value_get(wxseal_value_item(wxseal_value_get(first, "none"), 3), "a"), NULL);
    check_text(list, NULL);
    CHECK(wxseal_value_integer(list, -1) == -1 && wxseal_value_is_true(list) == 0);
    CHECK(wxseal_value_length(wxseal_value_item(first, 0)) == 0);
}

static void a_list_is_read_without_a_reader_of_json(void)
{
    wxseal_incoming *const incoming = received(event);
    wxseal_message *const message = read_event(event);
    const wxseal_value *value = NULL;

    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_get(incoming, "List", &value));
    check_list(value);
    CHECK_STATUS(WXSEAL_OK, wxseal_message_get(message, "List", &value));
    check_list(value);
    CHECK_STATUS(WXSEAL_OK, wxseal_message_get(message, "none", &value));
    CHECK(value == NULL);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_get(incoming, "Count", &value));
    CHECK(wxseal_value_type(value) == WXSEAL_TYPE_TEXT && wxseal_value_integer(value, -1) == 2);
    CHECK(wxseal_incoming_integer(incoming, "Scene", -1) == 1001 && wxseal_message_integer(message, "Scene", -1) == 1001);
    CHECK(wxseal_incoming_integer(incoming, "Count", -1) == 2 && wxseal_message_integer(message, "Count", -1) == 2);
    CHECK(wxseal_incoming_integer(incoming, "Event", -1) == -1 && wxseal_message_integer(message, "none", -1) == -1);
    wxseal_message_free(message);
    wxseal_incoming_free(incoming);
}

#define SAYS(kind, accessor, handle, expected)                                                                           \
    do {                                                                                                                 \
        const char *text = NULL;                                                                                         \
        size_t length = 0;                                                                                               \
        CHECK_STATUS(WXSEAL_OK, wxseal_##kind##_##accessor(handle, &text, &length));                                     \
        CHECK(equals(text, length, expected));                                                                           \
    } while (0)

static void a_robot_is_welcomed(void)
{
    wxseal_incoming *const incoming = received(robots_text);
    wxseal_message *const message = read_event(robots_text);
    wxseal_response *response = NULL;
    const uint8_t *body = NULL;
    size_t length = 0;

    SAYS(incoming, to_user_name, incoming, "r1");
    SAYS(incoming, from_user_name, incoming, "u1");
    SAYS(incoming, msg_type, incoming, "event");
    SAYS(incoming, event, incoming, "enter_chat");
    SAYS(incoming, msg_id, incoming, "m1");
    SAYS(message, to_user_name, message, "r1");
    SAYS(message, from_user_name, message, "u1");
    SAYS(message, msg_type, message, "event");
    SAYS(message, event, message, "enter_chat");
    SAYS(message, msg_id, message, "m1");
    CHECK(wxseal_incoming_create_time(incoming) == 1714112440 && wxseal_message_create_time(message) == 1714112440);
    CHECK_STATUS(WXSEAL_OK, wxseal_incoming_reply_welcome(incoming, "hello\n", now, NULL, &response));
    CHECK_STATUS(WXSEAL_OK, wxseal_response_body(response, &body, &length));
    CHECK(equals((const char *)body, length, "{\"msgtype\":\"text\",\"text\":{\"content\":\"hello\\n\"}}"));
    wxseal_response_free(response);
    wxseal_message_free(message);
    wxseal_incoming_free(incoming);
}

#define NULL_POINTER WXSEAL_ERROR_NULL_POINTER

/* A call that would lend a text and its length to `text` and `length`. */
#define LENDS_NONE(expected, call)                                                                                       \
    do {                                                                                                                 \
        const char *text = canary;                                                                                       \
        size_t length = 99;                                                                                              \
        CHECK_STATUS(expected, call);                                                                                    \
        CHECK(text == canary && length == 99);                                                                           \
        (void)length;                                                                                                    \
    } while (0)

#define WRONG_HANDS(kind, handle)                                                                                        \
    do {                                                                                                                 \
        const wxseal_value *value = canary;                                                                              \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_to_user_name(NULL, &text, &length));                                    \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_to_user_name(handle, NULL, &length));                                   \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_to_user_name(handle, &text, NULL));                                     \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_from_user_name(NULL, &text, &length));                                  \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_from_user_name(handle, &text, NULL));                                   \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_msg_type(NULL, &text, &length));                                        \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_msg_type(handle, NULL, &length));                                       \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_event(NULL, &text, &length));                                           \
        LENDS_NONE(NULL_POINTER, wxseal_##kind##_event(handle, &text, NULL));                                            \
        CHECK_STATUS(NULL_POINTER, wxseal_##kind##_get(NULL, "List", &value));                                           \
        CHECK_STATUS(NULL_POINTER, wxseal_##kind##_get(handle, NULL, &value));                                           \
        CHECK_STATUS(NULL_POINTER, wxseal_##kind##_get(handle, "List", NULL));                                           \
        CHECK_STATUS(WXSEAL_ERROR_INVALID_TEXT, wxseal_##kind##_get(handle, "\xff", &value));                          \
        CHECK(value == canary);                                                                                          \
        CHECK(wxseal_##kind##_integer(NULL, "Scene", -1) == -1);                                                         \
        CHECK(wxseal_##kind##_integer(handle, NULL, -1) == -1);                                                          \
        CHECK(wxseal_##kind##_integer(handle, "\xff", -1) == -1);                                                        \
    } while (0)

static void messages_in_wrong_hands(void)
{
    wxseal_incoming *const incoming = received(event);
    wxseal_message *const message = read_event(event);
    const wxseal_value *list = NULL;

    WRONG_HANDS(incoming, incoming);
    WRONG_HANDS(message, message);
    CHECK_STATUS(WXSEAL_OK, wxseal_message_get(message, "List", &list));
    LENDS_NONE(NULL_POINTER, wxseal_value_text(list, NULL, &length));
    LENDS_NONE(NULL_POINTER, wxseal_value_text(list, &text, NULL));
    LENDS_NONE(NULL_POINTER, wxseal_value_name(wxseal_value_item(list, 0), 0, NULL, &length));
    LENDS_NONE(NULL_POINTER, wxseal_value_name(wxseal_value_item(list, 0), 0, &text, NULL));
    CHECK(wxseal_value_get(wxseal_value_item(list, 0), NULL) == NULL);
    CHECK(wxseal_value_get(wxseal_value_item(list, 0), "\xff") == NULL);
    CHECK(wxseal_value_item(list, (size_t)-1) == NULL);
    CHECK(wxseal_value_type(NULL) == 0 && wxseal_value_length(NULL) == 0 && wxseal_value_is_true(NULL) == 0);
    CHECK(wxseal_value_integer(NULL, -1) == -1 && wxseal_value_item(NULL, 0) == NULL);
    CHECK(wxseal_value_get(NULL, "a") == NULL);
    check_text(NULL, NULL);
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
    static const wxseal_stream_answer good = {"s", "c", 1, NULL, NULL};
    static const wxseal_music music = {"t", NULL, NULL, NULL, NULL};
    static const char *const users[] = {"u1", NULL}, *const strange[] = {"\xff"};
    wxseal_stream_answer stream;
    wxseal_music bad_music;

#define UNWRITABLE WXSEAL_ERROR_UNWRITABLE_REPLY
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_music(NULL, &music, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_music(account, NULL, now, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_music(account, &music, now, NULL, NULL));
    bad_music = music;
    bad_music.thumb_media_id = NULL;
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_music(account, &bad_music, now, NULL, &made));
    bad_music = music;
    bad_music.hq_music_url = "\xff";
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_music(account, &bad_music, now, NULL, &made));

    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_welcome(NULL, "a", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_welcome(robot, NULL, now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_welcome(robot, "\xff", now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_welcome(account, "a", now, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_welcome(robot, "a", now, NULL, NULL));

    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream(NULL, &good, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream(robot, NULL, now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream(account, &good, now, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_stream(robot, &good, now, NULL, NULL));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream_with_template_card(NULL, &good, "{}", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream_with_template_card(robot, NULL, "{}", now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream_with_template_card(robot, &good, "\xff", now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream_with_template_card(account, &good, NULL, now, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_stream_with_template_card(robot, &good, NULL, now, NULL, NULL));
    stream = good;
    stream.id = NULL;
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream(robot, &stream, now, NULL, &made));
    stream = good;
    stream.content = NULL;
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_stream(robot, &stream, now, NULL, &made));
    stream = good;
    stream.msg_item = "\xff";
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream(robot, &stream, now, NULL, &made));
    stream = good;
    stream.feedback_id = "\xff";
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_stream(robot, &stream, now, NULL, &made));

    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_template_card(NULL, "{}", now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_reply_template_card(robot, NULL, now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_reply_template_card(account, "{}", now, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_reply_template_card(robot, "{}", now, NULL, NULL));

    MAKES_NONE(NULL_POINTER, wxseal_incoming_update_template_card(NULL, "{}", NULL, 0, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_update_template_card(robot, NULL, NULL, 0, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_update_template_card(robot, "{}", NULL, 1, now, NULL, &made));
    MAKES_NONE(NULL_POINTER, wxseal_incoming_update_template_card(robot, "{}", users, 2, now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_update_template_card(robot, "{}", users, 0, now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_update_template_card(robot, "{}", strange, 1, now, NULL, &made));
    MAKES_NONE(UNWRITABLE, wxseal_incoming_update_template_card(account, "{}", users, 1, now, NULL, &made));
    CHECK_STATUS(NULL_POINTER, wxseal_incoming_update_template_card(robot, "{}", users, 1, now, NULL, NULL));
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
