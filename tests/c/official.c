/* The examples of the official documentation, through every function of the interface. */
#include "check.h"
#include "official.h"

static const uint8_t *bytes(const char *text)
{
    return (const uint8_t *)text;
}

static int equals(const uint8_t *out, size_t length, const char *expected)
{
    return length == strlen(expected) && memcmp(out, expected, length) == 0;
}

static void official_url_check(void)
{
    CHECK_STATUS(WXSEAL_OK, wxseal_verify_signature(TOKEN, CHECK_SIGNATURE, CHECK_TIMESTAMP, CHECK_NONCE));
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 wxseal_verify_signature("BBBBB", CHECK_SIGNATURE, CHECK_TIMESTAMP, CHECK_NONCE));
}

static void official_push(void)
{
    wxseal_msg_crypt *crypt = NULL;
    uint8_t out[sizeof PUSH_BODY];
    size_t length = 0;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(TOKEN, ENCODING_AES_KEY, RECEIVE_ID, &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_decrypt(crypt, PUSH_SIGNATURE, PUSH_TIMESTAMP, PUSH_NONCE, bytes(PUSH_BODY),
                                                     strlen(PUSH_BODY), out, strlen(PUSH_BODY), &length));
    CHECK(equals(out, length, PUSH_MESSAGE));
    wxseal_msg_crypt_free(crypt);
}

static void official_reply(void)
{
    wxseal_msg_crypt *crypt = NULL;
    uint8_t out[1024];
    size_t length = 0, bound;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(TOKEN, ENCODING_AES_KEY, RECEIVE_ID, &crypt));
    bound = wxseal_msg_crypt_encrypt_bound(crypt, strlen(REPLY_MESSAGE), WXSEAL_FORMAT_JSON);
    CHECK(bound >= strlen(REPLY_BODY) && bound <= sizeof out);
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_encrypt(crypt, bytes(REPLY_MESSAGE), strlen(REPLY_MESSAGE), REPLY_TIMESTAMP,
                                                     REPLY_NONCE, bytes(REPLY_RANDOM), WXSEAL_FORMAT_JSON, out, bound,
                                                     &length));
    CHECK(equals(out, length, REPLY_BODY));
    wxseal_msg_crypt_free(crypt);
}

/* The bound is exact where timestamp and nonce are as long as they may be. */
static void encrypt_bound_is_the_longest_reply(void)
{
    static const char nonce[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    static const wxseal_format formats[] = {WXSEAL_FORMAT_XML, WXSEAL_FORMAT_JSON};
    static const wxseal_dialect dialects[] = {WXSEAL_DIALECT_WECHAT, WXSEAL_DIALECT_WECOM};
    static const uint8_t message[64] = {0};
    uint8_t out[1024];
    size_t i;

    for (i = 0; i < 4; i++) {
        wxseal_msg_crypt *crypt = NULL;
        size_t message_length;
        CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new_with(TOKEN, ENCODING_AES_KEY, RECEIVE_ID, dialects[i / 2], 0, &crypt));
        for (message_length = 0; message_length <= sizeof message; message_length++) {
            size_t length = 0;
            CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_encrypt(crypt, message, message_length, "1234567890123", nonce, NULL,
                                                             formats[i % 2], out, sizeof out, &length));
            CHECK(wxseal_msg_crypt_encrypt_bound(crypt, message_length, formats[i % 2]) == length);
        }
        wxseal_msg_crypt_free(crypt);
    }
}

static void official_wecom_url_check(void)
{
    wxseal_msg_crypt *crypt = NULL;
    uint8_t out[sizeof WECOM_ECHOSTR];
    size_t length = 0;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new_with(WECOM_TOKEN, WECOM_ENCODING_AES_KEY, WECOM_RECEIVE_ID,
                                                      WXSEAL_DIALECT_WECOM, 0, &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_verify_url(crypt, WECOM_SIGNATURE, WECOM_TIMESTAMP, WECOM_NONCE,
                                                        WECOM_ECHOSTR, out, strlen(WECOM_ECHOSTR), &length));
    CHECK(equals(out, length, WECOM_ANSWER));
    wxseal_msg_crypt_free(crypt);
}

static void official_keys_are_keys(void)
{
    size_t position = 99;
    CHECK_STATUS(WXSEAL_OK, wxseal_check_encoding_aes_key(ENCODING_AES_KEY, &position));
    /* Its last two bits, which are thrown away, are not zero. */
    CHECK_STATUS(WXSEAL_OK, wxseal_check_encoding_aes_key(WECOM_ENCODING_AES_KEY, &position));
    CHECK(position == 99);
}

static void header_and_library_are_one_version(void)
{
    char version[64];
    snprintf(version, sizeof version, "%d.%d.%d", WXSEAL_VERSION_MAJOR, WXSEAL_VERSION_MINOR, WXSEAL_VERSION_PATCH);
    CHECK(strcmp(version, WXSEAL_VERSION) == 0);
    CHECK(strcmp(wxseal_version(), WXSEAL_VERSION) == 0);
}

int main(void)
{
    TEST(official_url_check);
    TEST(official_push);
    TEST(official_reply);
    TEST(encrypt_bound_is_the_longest_reply);
    TEST(official_wecom_url_check);
    TEST(official_keys_are_keys);
    TEST(header_and_library_are_one_version);
    return failed_tests > 0;
}
