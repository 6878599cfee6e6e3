/* The examples of the official documentation, through every function of the interface. */
#include "check.h"
#include "official.h"

static int equals(const char *out, size_t length, const char *expected)
{
    return length == strlen(expected) && memcmp(out, expected, length) == 0;
}

static void official_url_check(void)
{
    CHECK_STATUS(WXSEAL_OK,
                 wxseal_verify_signature(str(TOKEN), str(CHECK_SIGNATURE), str(CHECK_TIMESTAMP), str(CHECK_NONCE)));
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 wxseal_verify_signature(str("BBBBB"), str(CHECK_SIGNATURE), str(CHECK_TIMESTAMP), str(CHECK_NONCE)));
}

static void official_push(void)
{
    wxseal_msg_crypt *crypt = NULL;
    char out[sizeof PUSH_BODY];
    size_t length = 0;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_decrypt(crypt, str(PUSH_SIGNATURE), str(PUSH_TIMESTAMP), str(PUSH_NONCE),
                                                     PUSH_BODY, strlen(PUSH_BODY), out, strlen(PUSH_BODY), &length));
    CHECK(equals(out, length, PUSH_MESSAGE));
    wxseal_msg_crypt_free(crypt);
}

static void official_reply(void)
{
    wxseal_msg_crypt *crypt = NULL;
    char out[1024];
    size_t length = 0, bound;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
    bound = wxseal_msg_crypt_encrypt_bound(crypt, strlen(REPLY_MESSAGE), WXSEAL_FORMAT_JSON);
    CHECK(bound >= strlen(REPLY_BODY) && bound <= sizeof out);
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_encrypt(crypt, REPLY_MESSAGE, strlen(REPLY_MESSAGE), str(REPLY_TIMESTAMP),
                                                     str(REPLY_NONCE), WXSEAL_FORMAT_JSON,
                                                     (const uint8_t *)REPLY_RANDOM, out, bound, &length));
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
    char out[1024];
    size_t i;

    for (i = 0; i < 4; i++) {
        wxseal_msg_crypt *crypt = NULL;
        size_t message_length;
        CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new_with(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID),
                                                          dialects[i / 2], 0, &crypt));
        for (message_length = 0; message_length <= sizeof message; message_length++) {
            size_t length = 0;
            CHECK_STATUS(WXSEAL_OK,
                         wxseal_msg_crypt_encrypt(crypt, message, message_length, str("1234567890123"), str(nonce),
                                                  formats[i % 2], NULL, out, sizeof out, &length));
            CHECK(wxseal_msg_crypt_encrypt_bound(crypt, message_length, formats[i % 2]) == length);
        }
        wxseal_msg_crypt_free(crypt);
    }
}

static void official_wecom_url_check(void)
{
    wxseal_msg_crypt *crypt = NULL;
    char out[sizeof WECOM_ECHOSTR];
    size_t length = 0;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new_with(str(WECOM_TOKEN), str(WECOM_ENCODING_AES_KEY),
                                                      str(WECOM_RECEIVE_ID), WXSEAL_DIALECT_WECOM, 0, &crypt));
    CHECK_STATUS(WXSEAL_OK,
                 wxseal_msg_crypt_verify_url(crypt, str(WECOM_SIGNATURE), str(WECOM_TIMESTAMP), str(WECOM_NONCE),
                                             str(WECOM_ECHOSTR), out, strlen(WECOM_ECHOSTR), &length));
    CHECK(equals(out, length, WECOM_ANSWER));
    wxseal_msg_crypt_free(crypt);
}

/* The last two bits of the second, which are thrown away, are not zero. */
static void official_keys_are_keys(void)
{
    static const char *const keys[] = {ENCODING_AES_KEY, WECOM_ENCODING_AES_KEY};
    size_t i;
    for (i = 0; i < 2; i++) {
        wxseal_msg_crypt *crypt = NULL;
        CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(keys[i]), str(RECEIVE_ID), &crypt));
        wxseal_msg_crypt_free(crypt);
    }
}

static void official_reply_in_its_parts(void)
{
    wxseal_msg_crypt *crypt = NULL;
    wxseal_sealed *sealed = NULL;
    wxseal_opened *opened = NULL;
    char signature[WXSEAL_SIGNATURE_SIZE];
    wxseal_str encrypt;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_seal(crypt, REPLY_MESSAGE, strlen(REPLY_MESSAGE), str(REPLY_TIMESTAMP),
                                                  str(REPLY_NONCE), (const uint8_t *)REPLY_RANDOM, &sealed));
    encrypt = wxseal_sealed_encrypt(sealed);
    CHECK(encrypt.length == 88 && memcmp(encrypt.data, strstr(REPLY_BODY, "ELGdu"), 88) == 0);
    CHECK(wxseal_str_is(wxseal_sealed_msg_signature(sealed), REPLY_SIGNATURE));
    CHECK(wxseal_str_is(wxseal_sealed_timestamp(sealed), REPLY_TIMESTAMP));
    CHECK(wxseal_str_is(wxseal_sealed_nonce(sealed), REPLY_NONCE));
    CHECK_STATUS(WXSEAL_OK, wxseal_sign(str(TOKEN), str(REPLY_TIMESTAMP), str(REPLY_NONCE), encrypt, signature));
    CHECK(strcmp(signature, REPLY_SIGNATURE) == 0);

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_open(crypt, str(REPLY_SIGNATURE), str(REPLY_TIMESTAMP), str(REPLY_NONCE),
                                                  encrypt, &opened));
    wxseal_sealed_free(sealed);
    CHECK(wxseal_str_is(wxseal_opened_message(opened), REPLY_MESSAGE));
    CHECK(wxseal_str_is(wxseal_opened_receive_id(opened), RECEIVE_ID));
    wxseal_opened_free(opened);
    wxseal_msg_crypt_free(crypt);
}

static void a_stranger_s_receive_id_is_told_and_not_compared(void)
{
    wxseal_msg_crypt *theirs = NULL, *ours = NULL;
    wxseal_sealed *sealed = NULL;
    wxseal_opened *opened = NULL;

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str("corp1"), &theirs));
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str("suite"), &ours));
    /* Timestamp, nonce and random bytes are fresh. */
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_seal(theirs, "{}", 2, str(NULL), str(NULL), NULL, &sealed));
    CHECK_STATUS(WXSEAL_OK,
                 wxseal_msg_crypt_open(ours, wxseal_sealed_msg_signature(sealed), wxseal_sealed_timestamp(sealed),
                                       wxseal_sealed_nonce(sealed), wxseal_sealed_encrypt(sealed), &opened));
    CHECK(wxseal_str_is(wxseal_opened_receive_id(opened), "corp1"));
    wxseal_opened_free(opened);
    wxseal_sealed_free(sealed);
    wxseal_msg_crypt_free(ours);
    wxseal_msg_crypt_free(theirs);
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
    TEST(official_reply_in_its_parts);
    TEST(a_stranger_s_receive_id_is_told_and_not_compared);
    TEST(header_and_library_are_one_version);
    return failed_tests > 0;
}
