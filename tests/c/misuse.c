/* What a caller or a peer can get wrong: each call below has one thing wrong with it, and must say so and write nothing.
 *
 * The `good_…` functions give the arguments of a call that succeeds; a test changes one of them. */
#include "check.h"
#include "official.h"

/* What the outputs hold before a call, so that whatever is written shows. */
enum { CANARY = 0xa5 };
static const size_t LENGTH_CANARY = (size_t)-1 / 3;

static char out[4096];
static size_t length;
static wxseal_msg_crypt *crypt, *wecom;

static void reset_outputs(void)
{
    memset(out, CANARY, sizeof out);
    length = LENGTH_CANARY;
}

static int untouched_from(size_t start)
{
    size_t i;
    for (i = start; i < sizeof out; i++) {
        if (out[i] != (char)CANARY) {
            return 0;
        }
    }
    return 1;
}

static int untouched(void)
{
    return length == LENGTH_CANARY && untouched_from(0);
}

/* Longer than any object can be. */
static const size_t TOO_LONG = (size_t)PTRDIFF_MAX + 1;

static const char *const not_utf8[] = {"\xff", "wx\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80"};
enum { NOT_UTF8 = sizeof not_utf8 / sizeof not_utf8[0] };

struct verify_signature {
    wxseal_str token, signature, timestamp, nonce;
};

static const struct verify_signature good_verify_signature = {S(TOKEN), S(CHECK_SIGNATURE), S(CHECK_TIMESTAMP),
                                                              S(CHECK_NONCE)};

static wxseal_status verify_signature(struct verify_signature c)
{
    return wxseal_verify_signature(c.token, c.signature, c.timestamp, c.nonce);
}

struct new {
    wxseal_str token, encoding_aes_key, receive_id;
    wxseal_dialect dialect;
    wxseal_msg_crypt **out;
};

/* A handle's output is a pointer of its own; nobody looks where the canary points. */
static wxseal_msg_crypt *made;
static const struct new good_new = {S(TOKEN), S(ENCODING_AES_KEY), S(RECEIVE_ID), WXSEAL_DIALECT_WECHAT, &made};

/* Both functions that make one; they must agree. */
static wxseal_status new(struct new c)
{
    wxseal_msg_crypt *const canary = (wxseal_msg_crypt *)(void *)out;
    wxseal_status status;
    made = canary;
    status = wxseal_msg_crypt_new_with(c.token, c.encoding_aes_key, c.receive_id, c.dialect, 0, c.out);
    if (status == WXSEAL_OK) {
        CHECK(made != canary && made != NULL);
        wxseal_msg_crypt_free(made);
        made = canary;
    }
    CHECK(made == canary);
    if (c.dialect == WXSEAL_DIALECT_WECHAT) {
        CHECK_STATUS(status, wxseal_msg_crypt_new(c.token, c.encoding_aes_key, c.receive_id, c.out));
        if (status == WXSEAL_OK) {
            wxseal_msg_crypt_free(made);
            made = canary;
        }
        CHECK(made == canary);
    }
    return status;
}

struct verify_url {
    const wxseal_msg_crypt *crypt;
    wxseal_str msg_signature, timestamp, nonce, echostr;
    char *out;
    size_t size, *length;
};

static struct verify_url good_verify_url(void)
{
    struct verify_url c = {NULL, S(WECOM_SIGNATURE), S(WECOM_TIMESTAMP), S(WECOM_NONCE), S(WECOM_ECHOSTR), out,
                           sizeof out, &length};
    c.crypt = wecom;
    return c;
}

static wxseal_status verify_url(struct verify_url c)
{
    reset_outputs();
    return wxseal_msg_crypt_verify_url(c.crypt, c.msg_signature, c.timestamp, c.nonce, c.echostr,
                                       c.out, c.size, c.length);
}

struct decrypt {
    const wxseal_msg_crypt *crypt;
    wxseal_str msg_signature, timestamp, nonce;
    const char *body;
    size_t body_length;
    char *out;
    size_t size, *length;
};

static struct decrypt good_decrypt(void)
{
    struct decrypt c = {NULL, S(PUSH_SIGNATURE), S(PUSH_TIMESTAMP), S(PUSH_NONCE), PUSH_BODY, sizeof PUSH_BODY - 1, out,
                        sizeof out, &length};
    c.crypt = crypt;
    return c;
}

static wxseal_status decrypt(struct decrypt c)
{
    reset_outputs();
    return wxseal_msg_crypt_decrypt(c.crypt, c.msg_signature, c.timestamp, c.nonce, c.body,
                                    c.body_length, c.out, c.size, c.length);
}

struct encrypt {
    const wxseal_msg_crypt *crypt;
    const char *message;
    size_t message_length;
    wxseal_str timestamp, nonce;
    wxseal_format format;
    const uint8_t *random16;
    char *out;
    size_t size, *length;
};

static struct encrypt good_encrypt(void)
{
    struct encrypt c = {NULL, REPLY_MESSAGE, sizeof REPLY_MESSAGE - 1, S(REPLY_TIMESTAMP), S(REPLY_NONCE),
                        WXSEAL_FORMAT_JSON, (const uint8_t *)REPLY_RANDOM, out, sizeof out, &length};
    c.crypt = crypt;
    return c;
}

static wxseal_status encrypt(struct encrypt c)
{
    reset_outputs();
    return wxseal_msg_crypt_encrypt(c.crypt, c.message, c.message_length, c.timestamp, c.nonce, c.format,
                                    c.random16, c.out, c.size, c.length);
}

/* The call `function` with the argument `field` set to `value` must give `expected`, and write nothing. */
#define REFUSED(expected, function, field, value)                                                                        \
    do {                                                                                                                 \
        struct function call = good_##function();                                                                        \
        call.field = value;                                                                                              \
        check_status(expected, function(call), #function " with " #field " = " #value, __FILE__, __LINE__);              \
        CHECK(untouched());                                                                                              \
    } while (0)

/* The same for the calls whose good arguments are constants and whose outputs look after themselves. */
#define REFUSED_SETTING(expected, function, field, value)                                                                \
    do {                                                                                                                 \
        struct function call = good_##function;                                                                          \
        call.field = value;                                                                                              \
        check_status(expected, function(call), #function " with " #field " = " #value, __FILE__, __LINE__);              \
    } while (0)

static void good_calls_are_good(void)
{
    CHECK_STATUS(WXSEAL_OK, verify_signature(good_verify_signature));
    CHECK_STATUS(WXSEAL_OK, new(good_new));
    CHECK_STATUS(WXSEAL_OK, verify_url(good_verify_url()));
    CHECK_STATUS(WXSEAL_OK, decrypt(good_decrypt()));
    CHECK_STATUS(WXSEAL_OK, encrypt(good_encrypt()));
}

static void null_arguments(void)
{
    REFUSED_SETTING(WXSEAL_ERROR_NULL_POINTER, verify_signature, token, nowhere());
    REFUSED_SETTING(WXSEAL_ERROR_NULL_POINTER, verify_signature, signature, nowhere());
    REFUSED_SETTING(WXSEAL_ERROR_NULL_POINTER, verify_signature, timestamp, nowhere());
    REFUSED_SETTING(WXSEAL_ERROR_NULL_POINTER, verify_signature, nonce, nowhere());

    REFUSED_SETTING(WXSEAL_ERROR_NULL_POINTER, new, token, nowhere());
    REFUSED_SETTING(WXSEAL_ERROR_NULL_POINTER, new, encoding_aes_key, nowhere());
    REFUSED_SETTING(WXSEAL_ERROR_NULL_POINTER, new, receive_id, nowhere());
    REFUSED_SETTING(WXSEAL_ERROR_NULL_POINTER, new, out, NULL);

    REFUSED(WXSEAL_ERROR_NULL_POINTER, verify_url, crypt, NULL);
    REFUSED(WXSEAL_ERROR_NULL_POINTER, verify_url, msg_signature, nowhere());
    REFUSED(WXSEAL_ERROR_NULL_POINTER, verify_url, timestamp, nowhere());
    REFUSED(WXSEAL_ERROR_NULL_POINTER, verify_url, nonce, nowhere());
    REFUSED(WXSEAL_ERROR_NULL_POINTER, verify_url, echostr, nowhere());
    REFUSED(WXSEAL_ERROR_NULL_POINTER, verify_url, out, NULL);
    REFUSED(WXSEAL_ERROR_NULL_POINTER, verify_url, length, NULL);

    REFUSED(WXSEAL_ERROR_NULL_POINTER, decrypt, crypt, NULL);
    REFUSED(WXSEAL_ERROR_NULL_POINTER, decrypt, msg_signature, nowhere());
    REFUSED(WXSEAL_ERROR_NULL_POINTER, decrypt, timestamp, nowhere());
    REFUSED(WXSEAL_ERROR_NULL_POINTER, decrypt, nonce, nowhere());
    REFUSED(WXSEAL_ERROR_NULL_POINTER, decrypt, body, NULL);
    REFUSED(WXSEAL_ERROR_NULL_POINTER, decrypt, out, NULL);
    REFUSED(WXSEAL_ERROR_NULL_POINTER, decrypt, length, NULL);

    REFUSED(WXSEAL_ERROR_NULL_POINTER, encrypt, crypt, NULL);
    REFUSED(WXSEAL_ERROR_NULL_POINTER, encrypt, message, NULL);
    REFUSED(WXSEAL_ERROR_NULL_POINTER, encrypt, out, NULL);
    REFUSED(WXSEAL_ERROR_NULL_POINTER, encrypt, length, NULL);

    CHECK(wxseal_msg_crypt_encrypt_bound(NULL, 1, WXSEAL_FORMAT_XML) == 0);

    wxseal_msg_crypt_free(NULL);
}

/* A text that is NULL and has no bytes is empty, and judged as that. */
static void texts_that_are_left_out(void)
{
    const wxseal_str none = str(NULL);
    REFUSED_SETTING(WXSEAL_ERROR_INVALID_CONFIG, verify_signature, token, none);
    REFUSED_SETTING(WXSEAL_ERROR_SIGNATURE_MISMATCH, verify_signature, signature, none);
    REFUSED_SETTING(WXSEAL_ERROR_MALFORMED_QUERY, verify_signature, timestamp, none);
    REFUSED_SETTING(WXSEAL_ERROR_MALFORMED_QUERY, verify_signature, nonce, none);
    REFUSED_SETTING(WXSEAL_ERROR_INVALID_CONFIG, new, token, none);
    REFUSED_SETTING(WXSEAL_ERROR_INVALID_KEY, new, encoding_aes_key, none);
    REFUSED_SETTING(WXSEAL_OK, new, receive_id, none);
    REFUSED(WXSEAL_ERROR_SIGNATURE_MISMATCH, verify_url, msg_signature, none);
    REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, verify_url, nonce, none);
    REFUSED(WXSEAL_ERROR_SIGNATURE_MISMATCH, verify_url, echostr, none);
    REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, decrypt, timestamp, none);
}

/* What stands behind a NUL is as much of a text as what stands before it. */
static void texts_with_a_nul(void)
{
    static const wxseal_str token = S(TOKEN "\0"), signature = S(CHECK_SIGNATURE "\0a"), nonce = S(CHECK_NONCE "\0");
    REFUSED_SETTING(WXSEAL_ERROR_INVALID_CONFIG, verify_signature, token, token);
    REFUSED_SETTING(WXSEAL_ERROR_SIGNATURE_MISMATCH, verify_signature, signature, signature);
    REFUSED_SETTING(WXSEAL_ERROR_MALFORMED_QUERY, verify_signature, nonce, nonce);
    REFUSED_SETTING(WXSEAL_ERROR_INVALID_CONFIG, new, token, token);
    REFUSED_SETTING(WXSEAL_ERROR_INVALID_RECEIVE_ID, new, receive_id, signature);
    REFUSED(WXSEAL_ERROR_SIGNATURE_MISMATCH, decrypt, msg_signature, signature);
    REFUSED(WXSEAL_ERROR_UNWRITABLE_REPLY, encrypt, nonce, nonce);
}

static void the_parts_in_wrong_hands(void)
{
    const wxseal_str timestamp = S(REPLY_TIMESTAMP), nonce = S(REPLY_NONCE), signature = S(REPLY_SIGNATURE);
    const wxseal_str encrypt = S("AAAA"), bad = S("\xff");
    wxseal_sealed *sealed = (wxseal_sealed *)(void *)out;
    wxseal_opened *opened = (wxseal_opened *)(void *)out;
    char hex[WXSEAL_SIGNATURE_SIZE] = "as it was";

    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_msg_crypt_seal(NULL, "", 0, timestamp, nonce, NULL, &sealed));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_msg_crypt_seal(crypt, NULL, 1, timestamp, nonce, NULL, &sealed));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_msg_crypt_seal(crypt, "", 0, nowhere(), nonce, NULL, &sealed));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_msg_crypt_seal(crypt, "", 0, timestamp, nonce, NULL, NULL));
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_msg_crypt_seal(crypt, "", 0, timestamp, bad, NULL, &sealed));
    CHECK(sealed == (wxseal_sealed *)(void *)out);
    CHECK(wxseal_sealed_encrypt(NULL).data == NULL && wxseal_sealed_msg_signature(NULL).data == NULL);
    CHECK(wxseal_sealed_timestamp(NULL).data == NULL && wxseal_sealed_nonce(NULL).data == NULL);
    wxseal_sealed_free(NULL);

    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_msg_crypt_open(NULL, signature, timestamp, nonce, encrypt, &opened));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_msg_crypt_open(crypt, signature, timestamp, nonce, encrypt, NULL));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER,
                 wxseal_msg_crypt_open(crypt, signature, timestamp, nonce, nowhere(), &opened));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, wxseal_msg_crypt_open(crypt, signature, bad, nonce, encrypt, &opened));
    CHECK_STATUS(WXSEAL_ERROR_SIGNATURE_MISMATCH,
                 wxseal_msg_crypt_open(crypt, signature, timestamp, nonce, encrypt, &opened));
    CHECK(opened == (wxseal_opened *)(void *)out);
    CHECK(wxseal_opened_message(NULL).data == NULL && wxseal_opened_receive_id(NULL).data == NULL);
    wxseal_opened_free(NULL);

    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_sign(str(TOKEN), timestamp, nonce, encrypt, NULL));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_sign(nowhere(), timestamp, nonce, encrypt, hex));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_CONFIG, wxseal_sign(str(""), timestamp, nonce, encrypt, hex));
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_QUERY, wxseal_sign(str(TOKEN), bad, nonce, encrypt, hex));
    CHECK(strcmp(hex, "as it was") == 0);
}

/* Only a call that fails changes them. */
static void the_details_are_the_last_failure_s(void)
{
    wxseal_endpoint *endpoint = NULL;
    wxseal_incoming *incoming = NULL;
    wxseal_error_details details;

    CHECK_STATUS(WXSEAL_OK, wxseal_endpoint_new(crypt, &endpoint));
    CHECK_STATUS(WXSEAL_ERROR_STALE_TIMESTAMP,
                 wxseal_endpoint_receive(endpoint, str("GET"), str(CHECK_QUERY), NULL, 0, 99, &incoming));
    CHECK_STATUS(WXSEAL_OK, decrypt(good_decrypt()));
    details = wxseal_last_error_details();
    CHECK(details.position == 0 && details.timestamp == 1714036504 && details.now == 99);
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_endpoint_new(NULL, &endpoint));
    details = wxseal_last_error_details();
    CHECK(details.position == 0 && details.timestamp == 0 && details.now == 0);
    wxseal_endpoint_free(endpoint);
}

/* Where NULL means that the caller leaves it to the library. */
static void null_arguments_that_are_allowed(void)
{
    struct encrypt call = good_encrypt();
    uint8_t first[sizeof out];

    call.timestamp = call.nonce = str(NULL);
    call.random16 = NULL;
    CHECK_STATUS(WXSEAL_OK, encrypt(call));
    CHECK(length <= wxseal_msg_crypt_encrypt_bound(crypt, call.message_length, call.format));
    memcpy(first, out, sizeof out);
    CHECK_STATUS(WXSEAL_OK, encrypt(call));
    CHECK(memcmp(first, out, sizeof out) != 0);
}

static void empty_payloads(void)
{
    struct encrypt call = good_encrypt();
    struct decrypt opened = good_decrypt();
    char body[1024], signature[41] = "";
    const char *found;

    call.message_length = 0;
    CHECK_STATUS(WXSEAL_OK, encrypt(call));
    memcpy(body, out, sizeof body);
    call.message = NULL;
    CHECK_STATUS(WXSEAL_OK, encrypt(call));
    CHECK(memcmp(body, out, sizeof body) == 0);

    /* The way back: nothing is written, so there need be no place for it. */
    body[length] = '\0';
    found = strstr(body, "\"MsgSignature\": \"");
    CHECK(found != NULL);
    if (found != NULL) {
        memcpy(signature, found + strlen("\"MsgSignature\": \""), 40);
    }
    opened.msg_signature = str(signature);
    opened.timestamp = str(REPLY_TIMESTAMP);
    opened.nonce = str(REPLY_NONCE);
    opened.body = body;
    opened.body_length = length;
    opened.out = NULL;
    opened.size = 0;
    CHECK_STATUS(WXSEAL_OK, decrypt(opened));
    CHECK(length == 0);

    /* An empty body is a body like any other that is no envelope. */
    REFUSED(WXSEAL_ERROR_MALFORMED_ENVELOPE, decrypt, body_length, 0);
    opened = good_decrypt();
    opened.body = NULL;
    opened.body_length = 0;
    CHECK_STATUS(WXSEAL_ERROR_MALFORMED_ENVELOPE, decrypt(opened));
    CHECK(untouched());
}

/* Asks for the length, then offers one byte less, then exactly what is needed. */
#define CHECK_SIZES(function)                                                                                            \
    do {                                                                                                                 \
        struct function call = good_##function();                                                                        \
        size_t needed;                                                                                                   \
        call.out = NULL;                                                                                                 \
        call.size = 0;                                                                                                   \
        CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL, function(call));                                                     \
        needed = length;                                                                                                 \
        CHECK(needed > 0 && needed < sizeof out && untouched_from(0));                                                   \
        call.out = out;                                                                                                  \
        CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL, function(call));                                                     \
        CHECK(length == needed && untouched_from(0));                                                                    \
        call.size = needed - 1;                                                                                          \
        CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL, function(call));                                                     \
        CHECK(length == needed && untouched_from(0));                                                                    \
        call.size = needed;                                                                                              \
        CHECK_STATUS(WXSEAL_OK, function(call));                                                                         \
        CHECK(length == needed && !untouched_from(needed - 1) && untouched_from(needed));                                \
    } while (0)

static void buffers_that_are_too_small(void)
{
    CHECK_SIZES(verify_url);
    CHECK_SIZES(decrypt);
    CHECK_SIZES(encrypt);
}

static void texts_that_are_not_utf8(void)
{
    char body[sizeof PUSH_BODY];
    int i;
    for (i = 0; i < NOT_UTF8; i++) {
        const char *const bad = not_utf8[i];

        REFUSED_SETTING(WXSEAL_ERROR_INVALID_CONFIG, verify_signature, token, str(bad));
        REFUSED_SETTING(WXSEAL_ERROR_SIGNATURE_MISMATCH, verify_signature, signature, str(bad));
        REFUSED_SETTING(WXSEAL_ERROR_MALFORMED_QUERY, verify_signature, timestamp, str(bad));
        REFUSED_SETTING(WXSEAL_ERROR_MALFORMED_QUERY, verify_signature, nonce, str(bad));

        REFUSED_SETTING(WXSEAL_ERROR_INVALID_CONFIG, new, token, str(bad));
        REFUSED_SETTING(WXSEAL_ERROR_INVALID_KEY, new, encoding_aes_key, str(bad));
        REFUSED_SETTING(WXSEAL_ERROR_INVALID_RECEIVE_ID, new, receive_id, str(bad));

        REFUSED(WXSEAL_ERROR_SIGNATURE_MISMATCH, verify_url, msg_signature, str(bad));
        REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, verify_url, timestamp, str(bad));
        REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, verify_url, nonce, str(bad));
        REFUSED(WXSEAL_ERROR_INVALID_BASE64, verify_url, echostr, str(bad));

        REFUSED(WXSEAL_ERROR_SIGNATURE_MISMATCH, decrypt, msg_signature, str(bad));
        REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, decrypt, timestamp, str(bad));
        REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, decrypt, nonce, str(bad));

        REFUSED(WXSEAL_ERROR_UNWRITABLE_REPLY, encrypt, timestamp, str(bad));
        REFUSED(WXSEAL_ERROR_UNWRITABLE_REPLY, encrypt, nonce, str(bad));
    }
    /* A body is bytes, but its envelope is text. */
    memcpy(body, PUSH_BODY, sizeof body);
    *strstr(body, "gh_") = '\xff';
    REFUSED(WXSEAL_ERROR_MALFORMED_ENVELOPE, decrypt, body, body);
}

static void texts_outside_their_grammar(void)
{
    static const char *const bad[] = {"", " 1", "1 ", "1.0", "\xe4\xb8\x80", "12345678901234567890123456789012"
                                                                             "34567890123456789012345678901234"};
    size_t i;
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        REFUSED_SETTING(WXSEAL_ERROR_MALFORMED_QUERY, verify_signature, timestamp, str(bad[i]));
        REFUSED_SETTING(WXSEAL_ERROR_MALFORMED_QUERY, verify_signature, nonce, str(bad[i]));
        REFUSED_SETTING(WXSEAL_ERROR_SIGNATURE_MISMATCH, verify_signature, signature, str(bad[i]));
        REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, verify_url, timestamp, str(bad[i]));
        REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, verify_url, nonce, str(bad[i]));
        REFUSED(WXSEAL_ERROR_SIGNATURE_MISMATCH, verify_url, echostr, str(bad[i]));
        REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, decrypt, timestamp, str(bad[i]));
        REFUSED(WXSEAL_ERROR_MALFORMED_QUERY, decrypt, nonce, str(bad[i]));
        REFUSED(WXSEAL_ERROR_SIGNATURE_MISMATCH, decrypt, msg_signature, str(bad[i]));
        REFUSED(WXSEAL_ERROR_UNWRITABLE_REPLY, encrypt, timestamp, str(bad[i]));
        REFUSED(WXSEAL_ERROR_UNWRITABLE_REPLY, encrypt, nonce, str(bad[i]));
    }
    REFUSED(WXSEAL_ERROR_UNWRITABLE_REPLY, encrypt, timestamp, str("007"));
    REFUSED(WXSEAL_ERROR_UNWRITABLE_REPLY, encrypt, nonce, str("a]]>b"));
}

static void formats_and_dialects_that_are_none(void)
{
    static const int32_t none[] = {0, 3, -1, 257, INT32_MAX, INT32_MIN};
    size_t i;
    for (i = 0; i < sizeof none / sizeof none[0]; i++) {
        REFUSED_SETTING(WXSEAL_ERROR_INVALID_ARGUMENT, new, dialect, none[i]);
        REFUSED(WXSEAL_ERROR_INVALID_ARGUMENT, encrypt, format, none[i]);
        CHECK(wxseal_msg_crypt_encrypt_bound(crypt, 1, none[i]) == 0);
    }
}

static void lengths_that_no_object_has(void)
{
    REFUSED(WXSEAL_ERROR_INVALID_ARGUMENT, decrypt, body_length, TOO_LONG);
    REFUSED(WXSEAL_ERROR_INVALID_ARGUMENT, decrypt, body_length, (size_t)-1);
    REFUSED(WXSEAL_ERROR_INVALID_ARGUMENT, encrypt, message_length, TOO_LONG);
    REFUSED(WXSEAL_ERROR_INVALID_ARGUMENT, encrypt, message_length, (size_t)-1);
    CHECK(wxseal_msg_crypt_encrypt_bound(crypt, TOO_LONG, WXSEAL_FORMAT_XML) == 0);
    CHECK(wxseal_msg_crypt_encrypt_bound(crypt, (size_t)-1, WXSEAL_FORMAT_JSON) == 0);
    /* A frame's length field has 32 bits. */
    CHECK(wxseal_msg_crypt_encrypt_bound(crypt, UINT32_MAX, WXSEAL_FORMAT_XML) == 0);
}

static void bodies_that_are_too_large(void)
{
    wxseal_msg_crypt *small = NULL, *smaller = NULL;
    struct decrypt call = good_decrypt();
    struct verify_url wecom_call = good_verify_url();

    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new_with(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID),
                                                      WXSEAL_DIALECT_WECHAT, call.body_length, &small));
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new_with(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID),
                                                      WXSEAL_DIALECT_WECHAT, call.body_length - 1, &smaller));
    call.crypt = small;
    CHECK_STATUS(WXSEAL_OK, decrypt(call));
    REFUSED(WXSEAL_ERROR_MALFORMED_ENVELOPE, decrypt, crypt, smaller);
    wxseal_msg_crypt_free(small);
    wxseal_msg_crypt_free(smaller);

    small = smaller = NULL;
    CHECK_STATUS(WXSEAL_OK,
                 wxseal_msg_crypt_new_with(str(WECOM_TOKEN), str(WECOM_ENCODING_AES_KEY), str(WECOM_RECEIVE_ID),
                                           WXSEAL_DIALECT_WECOM, strlen(WECOM_ECHOSTR), &small));
    CHECK_STATUS(WXSEAL_OK,
                 wxseal_msg_crypt_new_with(str(WECOM_TOKEN), str(WECOM_ENCODING_AES_KEY), str(WECOM_RECEIVE_ID),
                                           WXSEAL_DIALECT_WECOM, strlen(WECOM_ECHOSTR) - 1, &smaller));
    wecom_call.crypt = small;
    CHECK_STATUS(WXSEAL_OK, verify_url(wecom_call));
    REFUSED(WXSEAL_ERROR_MALFORMED_ENVELOPE, verify_url, crypt, smaller);
    wxseal_msg_crypt_free(small);
    wxseal_msg_crypt_free(smaller);
}

static void tokens_that_are_none(void)
{
    static const char *const bad[] = {"", " ", "a b", "token\n", "\ttoken", "\xe3\x80\x80token", "tok\x7f" "en"};
    size_t i;
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        REFUSED_SETTING(WXSEAL_ERROR_INVALID_CONFIG, verify_signature, token, str(bad[i]));
        REFUSED_SETTING(WXSEAL_ERROR_INVALID_CONFIG, new, token, str(bad[i]));
    }
}

static void keys_that_are_none(void)
{
    static const struct {
        const char *key;
        size_t position;
    } bad[] = {
        {"", 0},
        {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 42},
        {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 43},
        {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", 43},
        {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", 43},
        {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", 42},
        {" AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 0},
        {"AAAAA-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 5},
        {"AAAAA_A-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 5},
        {"AAAAAA\xe9\x92\xa5", 6},
        {"AAAAAAA\xff", 7},
        {"AAAA\xc3", 4},
        {"AA!A\xff", 2},
    };
    size_t i;
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        wxseal_error_details details;
        REFUSED_SETTING(WXSEAL_ERROR_INVALID_KEY, new, encoding_aes_key, str(bad[i].key));
        details = wxseal_last_error_details();
        if (details.position != bad[i].position) {
            printf("%s: position %lu\n", bad[i].key, (unsigned long)details.position);
        }
        CHECK(details.position == bad[i].position && details.timestamp == 0 && details.now == 0);
    }
}

static void wrong_settings(void)
{
    static const struct new others[] = {
        {S("BBBBB"), S(ENCODING_AES_KEY), S(RECEIVE_ID), WXSEAL_DIALECT_WECHAT, NULL},
        {S(TOKEN), S(WECOM_ENCODING_AES_KEY), S(RECEIVE_ID), WXSEAL_DIALECT_WECHAT, NULL},
        {S(TOKEN), S(ENCODING_AES_KEY), S("wx0000000000000000"), WXSEAL_DIALECT_WECHAT, NULL},
        {S(TOKEN), S(ENCODING_AES_KEY), S(""), WXSEAL_DIALECT_WECHAT, NULL},
    };
    static const wxseal_status expected[] = {WXSEAL_ERROR_SIGNATURE_MISMATCH, WXSEAL_ERROR_DECRYPT_FAILED,
                                             WXSEAL_ERROR_RECEIVE_ID_MISMATCH, WXSEAL_ERROR_RECEIVE_ID_MISMATCH};
    size_t i;
    for (i = 0; i < sizeof others / sizeof others[0]; i++) {
        wxseal_msg_crypt *other = NULL;
        CHECK_STATUS(WXSEAL_OK,
                     wxseal_msg_crypt_new(others[i].token, others[i].encoding_aes_key, others[i].receive_id, &other));
        REFUSED(expected[i], decrypt, crypt, other);
        wxseal_msg_crypt_free(other);
    }
}

static void strings_of_statuses(void)
{
    static const struct {
        wxseal_status status;
        const char *name;
        int32_t code, http;
    } known[] = {
        {WXSEAL_OK, "Ok", 0, 200},
        {WXSEAL_ERROR_NULL_POINTER, "NullPointer", -1, 500},
        {WXSEAL_ERROR_BUFFER_TOO_SMALL, "BufferTooSmall", -2, 500},
        {WXSEAL_ERROR_INVALID_ARGUMENT, "InvalidArgument", -3, 500},
        {WXSEAL_ERROR_PANIC, "Panic", -4, 500},
        {WXSEAL_ERROR_API_UNREADABLE, "ApiUnreadable", -101, 500},
        {WXSEAL_ERROR_API_REFUSED, "ApiRefused", -102, 500},
        {WXSEAL_ERROR_SIGNATURE_MISMATCH, "SignatureMismatch", -40001, 403},
        {WXSEAL_ERROR_MALFORMED_QUERY, "MalformedQuery", -40001, 400},
        {WXSEAL_ERROR_UNKNOWN_METHOD, "MalformedQuery", -40001, 405},
        {WXSEAL_ERROR_STALE_TIMESTAMP, "StaleTimestamp", -40001, 403},
        {WXSEAL_ERROR_MALFORMED_ENVELOPE, "MalformedEnvelope", -40002, 400},
        {WXSEAL_ERROR_MALFORMED_MESSAGE, "MalformedMessage", -40002, 403},
        {WXSEAL_ERROR_INVALID_KEY, "InvalidKey", -40004, 500},
        {WXSEAL_ERROR_INVALID_CONFIG, "InvalidConfig", -40004, 500},
        {WXSEAL_ERROR_INVALID_RECEIVE_ID, "InvalidConfig", -40004, 500},
        {WXSEAL_ERROR_INVALID_ACCOUNT, "InvalidConfig", -40004, 500},
        {WXSEAL_ERROR_INVALID_FORMAT, "InvalidConfig", -40004, 500},
        {WXSEAL_ERROR_INVALID_DIALECT, "InvalidConfig", -40004, 500},
        {WXSEAL_ERROR_INVALID_RANDOM, "InvalidConfig", -40004, 500},
        {WXSEAL_ERROR_INVALID_PATH, "InvalidConfig", -40004, 500},
        {WXSEAL_ERROR_INVALID_TEXT, "InvalidConfig", -40004, 500},
        {WXSEAL_ERROR_RECEIVE_ID_MISMATCH, "ReceiveIdMismatch", -40005, 403},
        {WXSEAL_ERROR_DECRYPT_FAILED, "DecryptFailed", -40007, 403},
        {WXSEAL_ERROR_MALFORMED_FRAME, "MalformedFrame", -40008, 403},
        {WXSEAL_ERROR_INVALID_BASE64, "InvalidBase64", -40010, 403},
        {WXSEAL_ERROR_UNWRITABLE_REPLY, "UnwritableReply", -40011, 500},
    };
    static const wxseal_status unknown[] = {1, -5, -99, -40000, -40003, -40006, -40302, INT32_MAX, INT32_MIN};
    size_t i;

    for (i = 0; i < sizeof known / sizeof known[0]; i++) {
        CHECK(strcmp(wxseal_status_name(known[i].status), known[i].name) == 0);
        CHECK(strlen(wxseal_status_text(known[i].status)) > 0);
        CHECK(strcmp(wxseal_status_text(known[i].status), wxseal_status_text(1)) != 0);
        CHECK(wxseal_status_code(known[i].status) == known[i].code);
        CHECK(wxseal_status_http_status(known[i].status) == known[i].http);
        /* Static: the same string every time. */
        CHECK(wxseal_status_text(known[i].status) == wxseal_status_text(known[i].status));
    }
    for (i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        CHECK(strcmp(wxseal_status_name(unknown[i]), "Unknown") == 0);
        CHECK(strcmp(wxseal_status_text(unknown[i]), "unknown status") == 0);
        CHECK(wxseal_status_code(unknown[i]) == unknown[i]);
        CHECK(wxseal_status_http_status(unknown[i]) == 500);
    }
}

int main(void)
{
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new(str(TOKEN), str(ENCODING_AES_KEY), str(RECEIVE_ID), &crypt));
    CHECK_STATUS(WXSEAL_OK, wxseal_msg_crypt_new_with(str(WECOM_TOKEN), str(WECOM_ENCODING_AES_KEY),
                                                      str(WECOM_RECEIVE_ID), WXSEAL_DIALECT_WECOM, 0, &wecom));
    TEST(good_calls_are_good);
    TEST(null_arguments);
    TEST(texts_that_are_left_out);
    TEST(texts_with_a_nul);
    TEST(the_parts_in_wrong_hands);
    TEST(the_details_are_the_last_failure_s);
    TEST(null_arguments_that_are_allowed);
    TEST(empty_payloads);
    TEST(buffers_that_are_too_small);
    TEST(texts_that_are_not_utf8);
    TEST(texts_outside_their_grammar);
    TEST(formats_and_dialects_that_are_none);
    TEST(lengths_that_no_object_has);
    TEST(bodies_that_are_too_large);
    TEST(tokens_that_are_none);
    TEST(keys_that_are_none);
    TEST(wrong_settings);
    TEST(strings_of_statuses);
    wxseal_msg_crypt_free(crypt);
    wxseal_msg_crypt_free(wecom);
    return failed_tests > 0;
}
