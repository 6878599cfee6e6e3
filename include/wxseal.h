/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * wxseal: verify, decrypt and answer WeChat message pushes.
 *
 * Made by cbindgen from ffi-c; do not edit. `make header` makes it anew, `make check` compares.
 *
 * Conventions
 *   Functions return a `wxseal_status`: 0 is success. `wxseal_status_text` says what to look at.
 *   Text is UTF-8 and goes in as a `wxseal_str`, a pointer and a length, as it stands: WXSEAL_STR("…") is that of a literal,
 *   `wxseal_str_of` that of a C string, and where a text may be left out, one whose `data` is NULL leaves it out.
 *   Payloads are a pointer and a length in bytes; NULL with length 0 is empty.
 *   What is lent is a `wxseal_str` too: not NUL-terminated, and valid until what it was asked of is freed. Static strings are
 *   NUL-terminated.
 *   Outputs come last and are written only on WXSEAL_OK, except `*length`, which WXSEAL_ERROR_BUFFER_TOO_SMALL sets to
 *   what is needed. Call with `out` NULL and `size` 0 to ask for it.
 *   Nothing that is decrypted is written to `out` unless its signature, padding, length and receive id held.
 *   A text that is not UTF-8 is refused as what it stands for: a key as WXSEAL_ERROR_INVALID_KEY, and so on.
 *   No function keeps a pointer that it was given, or reads a file. A defect of the library is WXSEAL_ERROR_PANIC, with a
 *   line on standard error.
 */


#ifndef WXSEAL_H
#define WXSEAL_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The version of this header; `wxseal_version` gives the running library's. */
#define WXSEAL_VERSION "0.2.0"
#define WXSEAL_VERSION_MAJOR 0
#define WXSEAL_VERSION_MINOR 2
#define WXSEAL_VERSION_PATCH 0

/**
 * Text or bytes that somebody else owns; not NUL-terminated. `data` may be NULL where `length` is 0: an empty text, or one
 * that is left out.
 */
typedef struct wxseal_str {
    const char *data;
    size_t length;
} wxseal_str;

/**
 * The `wxseal_str` of a string literal.
 */
#ifdef __cplusplus
#define WXSEAL_STR(literal) (wxseal_str{"" literal, sizeof("" literal) - 1})
#else
#define WXSEAL_STR(literal) ((wxseal_str){"" literal, sizeof("" literal) - 1})
#endif

/**
 * The `wxseal_str` of a NUL-terminated text; of NULL the empty one, which says that a text is left out.
 */
static inline wxseal_str wxseal_str_of(const char *text) {
    wxseal_str str = {text, text ? strlen(text) : 0};
    return str;
}

/**
 * Whether it says the same as a NUL-terminated text: 1, or 0.
 */
static inline int wxseal_str_is(wxseal_str text, const char *other) {
    wxseal_str same = wxseal_str_of(other);
    return text.length == same.length && (text.length == 0 || memcmp(text.data, same.data, text.length) == 0);
}

/**
 * The version of the running library, as "major.minor.patch"; `WXSEAL_VERSION` is the header's. A static string.
 */
#ifdef __cplusplus
extern "C"
#endif
const char *wxseal_version(void);

/**
 * Whether the running library is as new as this header: 1, or 0 where it may lack what the header declares. What is linked to
 * the shared library asks once, when it starts.
 */
static inline int wxseal_version_suffices(void) {
    const int header[] = {WXSEAL_VERSION_MAJOR, WXSEAL_VERSION_MINOR, WXSEAL_VERSION_PATCH};
    const char *running = wxseal_version();
    int part;
    for (part = 0; part < 3; part++) {
        int number = 0;
        for (; *running >= '0' && *running <= '9'; running++) {
            number = 10 * number + (*running - '0');
        }
        if (number != header[part]) {
            return number > header[part];
        }
        running += *running == '.';
    }
    return 1;
}

/**
 * A data format: `WXSEAL_FORMAT_XML` or `WXSEAL_FORMAT_JSON`.
 */
typedef int32_t wxseal_format;

/**
 * `<xml><Encrypt>…</Encrypt></xml>`
 */
#define WXSEAL_FORMAT_XML 1

/**
 * `{"Encrypt": "…"}`
 */
#define WXSEAL_FORMAT_JSON 2

/**
 * Whose names a JSON reply has: `WXSEAL_DIALECT_WECHAT` or `WXSEAL_DIALECT_WECOM`. Both are read, whatever the dialect.
 */
typedef int32_t wxseal_dialect;

/**
 * Mini Program, Official Account, open platform, store: `Encrypt`, `MsgSignature`, `TimeStamp`, `Nonce`.
 */
#define WXSEAL_DIALECT_WECHAT 1

/**
 * WeCom: `encrypt`, `msgsignature`, `timestamp`, `nonce`.
 */
#define WXSEAL_DIALECT_WECOM 2

/**
 * How many random bytes a reply begins with, wherever `random` is an argument.
 */
#define WXSEAL_RANDOM_BYTES 16

/**
 * A name and its value: a parameter of a query, or of a call of the server API.
 */
typedef struct {
    /**
     * Its name.
     */
    wxseal_str name;
    /**
     * Its value.
     */
    wxseal_str value;
} wxseal_pair;

/**
 * What a function returns: `WXSEAL_OK` or a negative number.
 *
 * Where the official samples have a number of their own for a failure, the status is that number; where two names share
 * one, the second has a status of its own, and `wxseal_status_code` gives the official number. -1 to -99 are misuse of
 * this library and not the peer's fault; -101 and -102 are calls of the server API that did not succeed, which is no reason
 * to refuse a request.
 */
typedef int32_t wxseal_status;

/**
 * Success.
 */
#define WXSEAL_OK 0

/**
 * A pointer is NULL that must not be.
 */
#define WXSEAL_ERROR_NULL_POINTER -1

/**
 * `size` is less than what is to be written; `*length` says how much is needed.
 */
#define WXSEAL_ERROR_BUFFER_TOO_SMALL -2

/**
 * A format or dialect is none of the defined ones, or a length is larger than any buffer can be.
 */
#define WXSEAL_ERROR_INVALID_ARGUMENT -3

/**
 * A defect of this library; please report it. Nothing was written.
 */
#define WXSEAL_ERROR_PANIC -4

/**
 * What came of a call of the server API is not a JSON object: a gateway's HTML, for one.
 */
#define WXSEAL_ERROR_API_UNREADABLE -101

/**
 * The platform refused a call of its server API; `wxseal_api_answer_refused` says why.
 */
#define WXSEAL_ERROR_API_REFUSED -102

/**
 * The hash differs from the signature, or the signature is not 40 lower-case hexadecimal digits.
 */
#define WXSEAL_ERROR_SIGNATURE_MISMATCH -40001

/**
 * A parameter of the query is missing or outside its grammar. Official number -40001.
 */
#define WXSEAL_ERROR_MALFORMED_QUERY -40101

/**
 * The request's method is neither GET nor POST. Its name is MalformedQuery too, its HTTP status 405. Official number -40001.
 */
#define WXSEAL_ERROR_UNKNOWN_METHOD -40301

/**
 * The timestamp lies further from the server's time than the tolerance. Official number -40001.
 */
#define WXSEAL_ERROR_STALE_TIMESTAMP -40201

/**
 * The body is no envelope: not XML or JSON, without exactly one Encrypt, too large or too deep.
 */
#define WXSEAL_ERROR_MALFORMED_ENVELOPE -40002

/**
 * The decrypted message cannot be read, or is one that only servers send. Official number -40002.
 */
#define WXSEAL_ERROR_MALFORMED_MESSAGE -40102

/**
 * The EncodingAESKey is not 43 characters of base64; `wxseal_last_error_details` says where.
 */
#define WXSEAL_ERROR_INVALID_KEY -40004

/**
 * The Token is empty, or holds white space or a control character. Official number -40004, as for each of the settings
 * that follow; they have one name, and `wxseal_status_setting` says which it is.
 */
#define WXSEAL_ERROR_INVALID_CONFIG -40104

/**
 * The receive id holds white space or a control character.
 */
#define WXSEAL_ERROR_INVALID_RECEIVE_ID -40204

/**
 * The account is not UTF-8.
 */
#define WXSEAL_ERROR_INVALID_ACCOUNT -40304

/**
 * The format is neither `xml` nor `json`: for bindings that take its name.
 */
#define WXSEAL_ERROR_INVALID_FORMAT -40404

/**
 * The dialect is neither `wechat` nor `wecom`: for bindings that take its name.
 */
#define WXSEAL_ERROR_INVALID_DIALECT -40504

/**
 * The random bytes are not 16: for bindings that take them with a length.
 */
#define WXSEAL_ERROR_INVALID_RANDOM -40604

/**
 * The path of a call of the server API is none.
 */
#define WXSEAL_ERROR_INVALID_PATH -40704

/**
 * Another argument of the caller's own, a name, a key or a text, is not UTF-8.
 */
#define WXSEAL_ERROR_INVALID_TEXT -40804

/**
 * The message is addressed to another receive id.
 */
#define WXSEAL_ERROR_RECEIVE_ID_MISMATCH -40005

/**
 * The cipher text has an impossible length, or its padding is wrong: probably another EncodingAESKey.
 */
#define WXSEAL_ERROR_DECRYPT_FAILED -40007

/**
 * The length inside the decrypted frame does not fit: probably another EncodingAESKey.
 */
#define WXSEAL_ERROR_MALFORMED_FRAME -40008

/**
 * Encrypt is not canonical standard base64.
 */
#define WXSEAL_ERROR_INVALID_BASE64 -40010

/**
 * A reply cannot be written: its timestamp, nonce or length, or no randomness to be had; or a stored one cannot be read.
 */
#define WXSEAL_ERROR_UNWRITABLE_REPLY -40011

/**
 * The integers that some errors carry; 0 where they don't apply.
 */
typedef struct {
    /**
     * Of WXSEAL_ERROR_INVALID_KEY: where the key's first bad character is, in bytes from the start, counted from 0; the key's
     * length if it is too short.
     */
    size_t position;
    /**
     * Of WXSEAL_ERROR_STALE_TIMESTAMP: the request's timestamp, in seconds since 1970.
     */
    uint64_t timestamp;
    /**
     * Of WXSEAL_ERROR_STALE_TIMESTAMP: the server's time, in seconds since 1970.
     */
    uint64_t now;
} wxseal_error_details;

/**
 * How many bytes a signature takes: 40 hexadecimal digits and a NUL.
 */
#define WXSEAL_SIGNATURE_SIZE 41

/**
 * One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
 *
 * Threads: it never changes, so any number of threads may use one at once; free it when none does any more.
 * Ownership: `wxseal_msg_crypt_new` gives it to the caller, who gives it back to `wxseal_msg_crypt_free`.
 *
 * Neither freshness nor replay is checked here: a captured request decrypts for as long as the key lives.
 */
typedef struct wxseal_msg_crypt wxseal_msg_crypt;

/**
 * Whose names JSON replies have unless `wxseal_msg_crypt_new_with` says otherwise.
 */
#define WXSEAL_DEFAULT_DIALECT WXSEAL_DIALECT_WECHAT

/**
 * How large a body may be unless it is set, in bytes: 4 MiB.
 */
#define WXSEAL_DEFAULT_MAX_BODY 4194304

/**
 * A sealed message in its parts: what an envelope is written from.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 * Ownership: `wxseal_msg_crypt_seal` gives it to the caller, who gives it back to `wxseal_sealed_free`. What its functions
 * lend is valid until then.
 */
typedef struct wxseal_sealed wxseal_sealed;

/**
 * A message, and the receive id that stood behind it.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 * Ownership: `wxseal_msg_crypt_open` gives it to the caller, who gives it back to `wxseal_opened_free`. What its functions
 * lend is valid until then.
 */
typedef struct wxseal_opened wxseal_opened;

/**
 * One call for a whole request: verifies and, made from a `wxseal_msg_crypt`, decrypts.
 *
 * Threads: while it is set up, one thread uses it; after that it never changes, and any number may.
 * Ownership: `wxseal_endpoint_new` gives it to the caller, who gives it back to `wxseal_endpoint_free`. It keeps what it
 * needs of a `wxseal_msg_crypt`, which may be freed before it.
 */
typedef struct wxseal_endpoint wxseal_endpoint;

/**
 * How far a timestamp may lie from the server's time, in seconds, unless `wxseal_endpoint_set_tolerance` says otherwise.
 */
#define WXSEAL_DEFAULT_TOLERANCE 300

/**
 * A request that verified: a URL check, or a push with its message.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 * Ownership: `wxseal_endpoint_receive` gives it to the caller, who gives it back to `wxseal_incoming_free`. What its
 * functions lend is valid until then.
 */
typedef struct wxseal_incoming wxseal_incoming;

/**
 * What a request was: `WXSEAL_KIND_URL_CHECK` or `WXSEAL_KIND_PUSH`.
 */
typedef int32_t wxseal_kind;

/**
 * The platform checks the URL: answer with `wxseal_incoming_response`.
 */
#define WXSEAL_KIND_URL_CHECK 1

/**
 * A message or event: read it, and answer with one of the `wxseal_incoming_reply_…` functions.
 */
#define WXSEAL_KIND_PUSH 2

/**
 * One article of `wxseal_incoming_reply_news`.
 */
typedef struct {
    /**
     * The headline.
     */
    wxseal_str title;
    /**
     * What stands below it.
     */
    wxseal_str description;
    /**
     * The URL of a picture.
     */
    wxseal_str pic_url;
    /**
     * Where it leads.
     */
    wxseal_str url;
} wxseal_article;

/**
 * The music of `wxseal_incoming_reply_music`; all but the picture may be left out.
 */
typedef struct {
    /**
     * The picture: an image that was uploaded before.
     */
    wxseal_str thumb_media_id;
    /**
     * The headline.
     */
    wxseal_str title;
    /**
     * What stands below it.
     */
    wxseal_str description;
    /**
     * The URL of the music.
     */
    wxseal_str music_url;
    /**
     * The same in higher quality, which is played over Wi-Fi.
     */
    wxseal_str hq_music_url;
} wxseal_music;

/**
 * What a robot says, all of it or so far. Until `finish`, WeCom asks for more by messages whose msgtype is "stream", for up
 * to six minutes; each is answered with the whole text so far.
 */
typedef struct {
    /**
     * Which stream it is: at first a name of the server's own, then the "id" in the "stream" of the message.
     */
    wxseal_str id;
    /**
     * The whole text so far, as Markdown; WeCom takes 20480 bytes.
     */
    wxseal_str content;
    /**
     * Whether this is all of it: 0 if not.
     */
    int32_t finish;
    /**
     * Pictures, which WeCom takes when the stream finishes: the text of a JSON array; may be left out.
     */
    wxseal_str msg_item;
    /**
     * How feedback_events will name the answer; of the first answer alone; may be left out.
     */
    wxseal_str feedback_id;
} wxseal_stream_answer;

/**
 * What to answer over HTTP: status, headers and body, complete.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 * Ownership: the function that makes it gives it to the caller, who gives it back to `wxseal_response_free`. What its
 * functions lend is valid until then.
 */
typedef struct wxseal_response wxseal_response;

/**
 * Remembers what was handled, so that a retry gets the first answer and nothing is done twice: a key is unknown, then
 * claimed until a deadline, then answered, then forgotten. For one process; several share a store of their own.
 *
 * Threads: it locks itself, so any number of threads may use one at once.
 * Ownership: `wxseal_recent_keys_new` gives it to the caller, who gives it back to `wxseal_recent_keys_free`.
 */
typedef struct wxseal_recent_keys wxseal_recent_keys;

/**
 * The right to answer a key, until its deadline has passed and another took it over.
 *
 * Threads: it never changes. Ownership: `wxseal_recent_keys_claim` gives it to the caller, who gives it back to
 * `wxseal_claim_free`, answered or not.
 */
typedef struct wxseal_claim wxseal_claim;

/**
 * What is known of a key: `WXSEAL_RECENT_CLAIMED`, `WXSEAL_RECENT_BUSY` or `WXSEAL_RECENT_ANSWERED`.
 */
typedef int32_t wxseal_recent;

/**
 * Nothing: it is the caller's to handle now, and to answer.
 */
#define WXSEAL_RECENT_CLAIMED 1

/**
 * Somebody is handling it: wait, or do not answer, and ask again.
 */
#define WXSEAL_RECENT_BUSY 2

/**
 * It was answered: answer the same.
 */
#define WXSEAL_RECENT_ANSWERED 3

/**
 * How many seconds a handler may take before another may try: as long as the platform waits for an answer.
 */
#define WXSEAL_DEFAULT_CLAIM_FOR 5

/**
 * For how many seconds an answer is kept: twice the default tolerance, since a timestamp may be as far ahead of the server's
 * time as behind it.
 */
#define WXSEAL_DEFAULT_KEEP_FOR 600

/**
 * How many keys are remembered at most.
 */
#define WXSEAL_DEFAULT_MAX_ENTRIES 100000

/**
 * How many bytes all that is remembered may take: 64 MiB.
 */
#define WXSEAL_DEFAULT_MAX_BYTES 67108864

/**
 * A message or event that did not come over HTTP: a cloud function's. Of a push, `wxseal_incoming_…` says the same.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 * Ownership: `wxseal_message_from_cloud_event` gives it to the caller, who gives it back to `wxseal_message_free`. What its
 * functions lend is valid until then.
 */
typedef struct wxseal_message wxseal_message;

/**
 * A value of a message, lent by the `wxseal_incoming` or `wxseal_message` that it is asked of, and valid until that is
 * freed; nobody frees it by itself. Its functions take NULL for a value that is not there, so that they can be nested.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 */
typedef struct wxseal_value wxseal_value;

/**
 * What a value is: `WXSEAL_TYPE_NULL` …
 */
typedef int32_t wxseal_type;

/**
 * JSON's null.
 */
#define WXSEAL_TYPE_NULL 1

/**
 * JSON's true or false: `wxseal_value_is_true`.
 */
#define WXSEAL_TYPE_BOOL 2

/**
 * A field that is an integer everywhere; other numbers are the text of their digits: `wxseal_value_integer` reads both.
 */
#define WXSEAL_TYPE_INTEGER 3

/**
 * A text: `wxseal_value_text`.
 */
#define WXSEAL_TYPE_TEXT 4

/**
 * An array: `wxseal_value_length`, `wxseal_value_item`.
 */
#define WXSEAL_TYPE_ARRAY 5

/**
 * An object: `wxseal_value_get`, or `wxseal_value_length`, `wxseal_value_item` and `wxseal_value_name`.
 */
#define WXSEAL_TYPE_OBJECT 6

/**
 * A request to send: a method, a URL or its query, and a body.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 * Ownership: the function that makes it gives it to the caller, who gives it back to `wxseal_request_free`. What its
 * functions lend is valid until then.
 */
typedef struct wxseal_request wxseal_request;

/**
 * What a server's sealed answer says.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 * Ownership: `wxseal_platform_open_reply` gives it to the caller, who gives it back to `wxseal_reply_free`. What its
 * functions lend is valid until then.
 */
typedef struct wxseal_reply wxseal_reply;

/**
 * An answer of the server API: a success with its fields, or the platform's words for why there is none.
 *
 * Threads: it never changes, so any number of threads may use one at once.
 * Ownership: `wxseal_api_read` gives it to the caller, who gives it back to `wxseal_api_answer_free`. What its functions lend
 * is valid until then.
 */
typedef struct wxseal_api_answer wxseal_api_answer;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The official number of a status, -40001 to -40011; the status itself where there is none.
 */
int32_t wxseal_status_code(wxseal_status status);

/**
 * The HTTP status to answer with: 200 for `WXSEAL_OK`, 400, 403 or 405 where the request is at fault, 500 where the server is.
 * Whatever fails after the signature held has the same one.
 */
int32_t wxseal_status_http_status(wxseal_status status);

/**
 * The name of a status, the same in every language: "SignatureMismatch", "MalformedQuery" … A static string, never NULL.
 */
const char *wxseal_status_name(wxseal_status status);

/**
 * What happened and what to look at, in one English sentence. A static string, never NULL; it holds nothing secret.
 */
const char *wxseal_status_text(wxseal_status status);

/**
 * Which setting an InvalidConfig is about, by the name that it has in every language: "token", "receive_id" …, "argument" for
 * a name, a key or another text. A static string; NULL for all other statuses.
 */
const char *wxseal_status_setting(wxseal_status status);

/**
 * What the last call of this thread that failed has to say beside its status. A call that succeeds changes nothing.
 */
wxseal_error_details wxseal_last_error_details(void);

/**
 * Checks the `signature` of a URL check or of a plain-mode push: SHA-1 over Token, timestamp and nonce, all as received
 * and percent-decoded once. On a URL check of WeChat, answer with the echostr exactly as received once this succeeds.
 *
 * The signature covers no body: for an encrypted message it proves nothing. Neither freshness nor replay is checked.
 *
 * WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space; WXSEAL_ERROR_MALFORMED_QUERY: timestamp is not 1
 * to 13 digits or nonce not 1 to 63 of A-Z a-z 0-9 _ -; WXSEAL_ERROR_SIGNATURE_MISMATCH.
 */
wxseal_status wxseal_verify_signature(wxseal_str token,
                                      wxseal_str signature,
                                      wxseal_str timestamp,
                                      wxseal_str nonce);

/**
 * Writes the `msg_signature` of a cipher text to `out`, 40 lower-case hexadecimal digits and a NUL: SHA-1 over Token,
 * timestamp, nonce and `encrypt`, byte-wise sorted.
 *
 * For gateways, and code that stands in for another library. To compare signatures is `wxseal_msg_crypt_decrypt`'s and
 * `wxseal_verify_signature`'s, in constant time. Errors: those of `wxseal_verify_signature`, but for the last.
 *
 */
wxseal_status wxseal_sign(wxseal_str token,
                          wxseal_str timestamp,
                          wxseal_str nonce,
                          wxseal_str encrypt,
                          char out[WXSEAL_SIGNATURE_SIZE]);

/**
 * Takes the settings of the console's message push page; copies them.
 *
 * `receive_id` is what messages are addressed to: the AppID of a Mini Program or Official Account, the component's AppID
 * on the open platform, the corpid or suiteid on WeCom. "" means that it must be empty, not that it is not checked.
 *
 * WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space. WXSEAL_ERROR_INVALID_RECEIVE_ID: the receive id holds
 * white space. WXSEAL_ERROR_INVALID_KEY: the EncodingAESKey is not 43 characters of base64; `wxseal_last_error_details` says
 * where.
 */
wxseal_status wxseal_msg_crypt_new(wxseal_str token,
                                   wxseal_str encoding_aes_key,
                                   wxseal_str receive_id,
                                   wxseal_msg_crypt **out);

/**
 * Like `wxseal_msg_crypt_new`, with the dialect of JSON replies and the largest body that is read, in bytes; 0 is
 * `WXSEAL_DEFAULT_MAX_BODY`.
 */
wxseal_status wxseal_msg_crypt_new_with(wxseal_str token,
                                        wxseal_str encoding_aes_key,
                                        wxseal_str receive_id,
                                        wxseal_dialect dialect,
                                        size_t max_body,
                                        wxseal_msg_crypt **out);

/**
 * Wipes and frees it. NULL is ignored.
 */
void wxseal_msg_crypt_free(wxseal_msg_crypt *crypt);

/**
 * Answers WeCom's URL check: verifies and decrypts its echostr, and writes what to answer with to `out`.
 *
 * On WeChat the echostr is not encrypted: call `wxseal_verify_signature` and answer with the echostr as received.
 *
 * `echostr.length` bytes of `out` are always enough. Errors: those of `wxseal_msg_crypt_decrypt`.
 */
wxseal_status wxseal_msg_crypt_verify_url(const wxseal_msg_crypt *crypt,
                                          wxseal_str msg_signature,
                                          wxseal_str timestamp,
                                          wxseal_str nonce,
                                          wxseal_str echostr,
                                          void *out,
                                          size_t size,
                                          size_t *length);

/**
 * Verifies and decrypts the body of a push, XML or JSON, and writes the message, as the platform wrote it, to `out`.
 *
 * `msg_signature` (not `signature`), `timestamp` and `nonce` are the query's, percent-decoded once; `body` is the
 * request's, byte for byte. `body_length` bytes of `out` are always enough; no NUL is added.
 *
 * In the order of the checks: WXSEAL_ERROR_MALFORMED_QUERY, WXSEAL_ERROR_MALFORMED_ENVELOPE,
 * WXSEAL_ERROR_SIGNATURE_MISMATCH (nothing is decrypted before this one held), WXSEAL_ERROR_INVALID_BASE64,
 * WXSEAL_ERROR_DECRYPT_FAILED, WXSEAL_ERROR_MALFORMED_FRAME, WXSEAL_ERROR_RECEIVE_ID_MISMATCH.
 */
wxseal_status wxseal_msg_crypt_decrypt(const wxseal_msg_crypt *crypt,
                                       wxseal_str msg_signature,
                                       wxseal_str timestamp,
                                       wxseal_str nonce,
                                       const void *body,
                                       size_t body_length,
                                       void *out,
                                       size_t size,
                                       size_t *length);

/**
 * Encrypts and signs a reply, and writes the finished envelope, the body to answer with, to `out`; no NUL is added. `out`
 * and `message` must not overlap.
 *
 * `message` is the reply's XML or JSON and `format` the format of the push. `timestamp` is the current time in seconds
 * as text, left out for the system's; `nonce` is the push's, left out for 16 fresh hexadecimal digits; `random16` is 16 fresh
 * random bytes, NULL for the operating system's, as every message needs its own.
 *
 * The bodies "success" and "" are never encrypted: answer with them as they are.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: the timestamp is not 1 to 13 digits without a leading zero, the nonce not 1 to 63 of
 * A-Z a-z 0-9 _ -, the message 4 GiB or longer, or the operating system has no random bytes.
 */
wxseal_status wxseal_msg_crypt_encrypt(const wxseal_msg_crypt *crypt,
                                       const void *message,
                                       size_t message_length,
                                       wxseal_str timestamp,
                                       wxseal_str nonce,
                                       wxseal_format format,
                                       const uint8_t *random16,
                                       void *out,
                                       size_t size,
                                       size_t *length);

/**
 * How many bytes of `out` `wxseal_msg_crypt_encrypt` needs at most for a message of `message_length` bytes; 0 if an
 * argument is invalid or the message too long to be sent.
 */
size_t wxseal_msg_crypt_encrypt_bound(const wxseal_msg_crypt *crypt, size_t message_length, wxseal_format format);

/**
 * Pads, encrypts and signs a message, for gateways and drop-ins that have an envelope of their own: where it is the
 * platform's, `wxseal_msg_crypt_encrypt` is the one to use. `timestamp`, `nonce`, `random16` and the errors are its own.
 */
wxseal_status wxseal_msg_crypt_seal(const wxseal_msg_crypt *crypt,
                                    const void *message,
                                    size_t message_length,
                                    wxseal_str timestamp,
                                    wxseal_str nonce,
                                    const uint8_t *random16,
                                    wxseal_sealed **out);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_sealed_free(wxseal_sealed *sealed);

/**
 * The cipher text, in base64, lent; this and the other parts have `data` NULL if `sealed` is NULL.
 */
wxseal_str wxseal_sealed_encrypt(const wxseal_sealed *sealed);

/**
 * The signature over Token, timestamp, nonce and the cipher text, 40 lower-case hexadecimal digits, lent.
 */
wxseal_str wxseal_sealed_msg_signature(const wxseal_sealed *sealed);

/**
 * The timestamp that was signed, lent.
 */
wxseal_str wxseal_sealed_timestamp(const wxseal_sealed *sealed);

/**
 * The nonce that was signed, lent.
 */
wxseal_str wxseal_sealed_nonce(const wxseal_sealed *sealed);

/**
 * Verifies and decrypts a bare cipher text, for a server that cannot know the receive id beforehand, such as one data
 * callback for all the corps of a suite, and for gateways and drop-ins that have an envelope of their own.
 *
 * The receive id is the caller's to check: `wxseal_msg_crypt_decrypt` holds it against the one that is set, and is the one
 * to use everywhere else; the one that is set does not count here.
 *
 * WXSEAL_ERROR_MALFORMED_QUERY; WXSEAL_ERROR_MALFORMED_ENVELOPE: the cipher text is larger than the largest body. Then those
 * of `wxseal_msg_crypt_decrypt` from the signature on, but for the receive id.
 */
wxseal_status wxseal_msg_crypt_open(const wxseal_msg_crypt *crypt,
                                    wxseal_str msg_signature,
                                    wxseal_str timestamp,
                                    wxseal_str nonce,
                                    wxseal_str encrypt,
                                    wxseal_opened **out);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_opened_free(wxseal_opened *opened);

/**
 * The message as the platform wrote it, lent; this and the receive id have `data` NULL if `opened` is NULL.
 */
wxseal_str wxseal_opened_message(const wxseal_opened *opened);

/**
 * Whom the message is addressed to, lent. Nobody has compared it with anything.
 */
wxseal_str wxseal_opened_receive_id(const wxseal_opened *opened);

/**
 * An encrypted endpoint: it wants a cipher text and a `msg_signature` that holds, in the console's safe and compatible mode
 * alike, and drops the plaintext fields of the latter. It accepts timestamps of
 * `WXSEAL_DEFAULT_TOLERANCE` seconds around the server's time.
 */
wxseal_status wxseal_endpoint_new(const wxseal_msg_crypt *crypt,
                                  wxseal_endpoint **out);

/**
 * A plain endpoint, for the console's plain mode. Nothing signs a plaintext body: whoever has seen one URL can forge
 * messages until its timestamp is stale.
 *
 * WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space.
 */
wxseal_status wxseal_endpoint_plain(wxseal_str token, wxseal_endpoint **out);

/**
 * Accepts further settings: the previous Token or key during a rotation, or another receive id. The settings that open a
 * push seal its answer. A plain endpoint decrypts nothing, and stays as it is.
 */
wxseal_status wxseal_endpoint_also_accept(wxseal_endpoint *endpoint,
                                          const wxseal_msg_crypt *crypt);

/**
 * How far a timestamp may lie from the server's time, in whole seconds: `WXSEAL_DEFAULT_TOLERANCE` unless it is set, 0 for
 * the same second, negative to leave it unchecked.
 */
wxseal_status wxseal_endpoint_set_tolerance(wxseal_endpoint *endpoint,
                                            int64_t seconds);

/**
 * The account (gh_…) that messages must be sent to. With it, a reply that was captured and sent back is refused.
 *
 * WXSEAL_ERROR_INVALID_ACCOUNT: it is not UTF-8.
 */
wxseal_status wxseal_endpoint_set_account(wxseal_endpoint *endpoint, wxseal_str account);

/**
 * How large a body may be, in bytes: that of the `wxseal_msg_crypt`, or `WXSEAL_DEFAULT_MAX_BODY`, unless it is
 * set.
 */
wxseal_status wxseal_endpoint_set_max_body(wxseal_endpoint *endpoint, size_t bytes);

/**
 * Wipes and frees it. NULL is ignored.
 */
void wxseal_endpoint_free(wxseal_endpoint *endpoint);

/**
 * Verifies a request and, on an encrypted endpoint, decrypts it.
 *
 * `method` is "GET" or "POST", `raw_query` what stands behind the ? of the URL, undecoded (`wxseal_query_write` makes it of
 * what a framework has decoded), `body` the body byte for byte, and `now` the server's time in seconds since 1970, 0 for the
 * system's.
 *
 * WXSEAL_ERROR_UNKNOWN_METHOD, WXSEAL_ERROR_MALFORMED_QUERY, WXSEAL_ERROR_MALFORMED_ENVELOPE,
 * WXSEAL_ERROR_SIGNATURE_MISMATCH, WXSEAL_ERROR_STALE_TIMESTAMP (`wxseal_last_error_details` has both times), those of
 * `wxseal_msg_crypt_decrypt` after the signature, and WXSEAL_ERROR_MALFORMED_MESSAGE for a message that is neither XML nor
 * JSON, is one that only servers send, or is sent to another account. Where several settings are accepted, the error is of
 * the one that got furthest.
 */
wxseal_status wxseal_endpoint_receive(const wxseal_endpoint *endpoint,
                                      wxseal_str method,
                                      wxseal_str raw_query,
                                      const void *body,
                                      size_t body_length,
                                      uint64_t now,
                                      wxseal_incoming **out);

/**
 * Writes the raw query of what a framework has decoded: `count` names and values, each name as often as it was there. Prefer
 * the raw query where it is to be had: most frameworks hide a parameter that was repeated, and many turn + into a space.
 */
wxseal_status wxseal_query_write(const wxseal_pair *pairs,
                                 size_t count,
                                 void *out,
                                 size_t size,
                                 size_t *length);

/**
 * Why `wxseal_endpoint_receive` refuses a request: writes JSON to `out`, an array of objects with a `name` and a `text` for
 * a person, some with a `parameter` or `seconds`, the likeliest first. `[]` for a request that is right in all.
 *
 * For logs and for people, never for the peer. It holds nothing decrypted.
 */
wxseal_status wxseal_endpoint_diagnose(const wxseal_endpoint *endpoint,
                                       wxseal_str method,
                                       wxseal_str raw_query,
                                       const void *body,
                                       size_t body_length,
                                       uint64_t now,
                                       void *out,
                                       size_t size,
                                       size_t *length);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_incoming_free(wxseal_incoming *incoming);

/**
 * What it is; 0 if `incoming` is NULL.
 */
wxseal_kind wxseal_incoming_kind(const wxseal_incoming *incoming);

/**
 * The answer to a URL check. WXSEAL_ERROR_INVALID_ARGUMENT: it is a push.
 */
wxseal_status wxseal_incoming_response(const wxseal_incoming *incoming, wxseal_response **out);

/**
 * The format of the request's body, which the answer has too; 0 of a URL check.
 */
wxseal_format wxseal_incoming_format(const wxseal_incoming *incoming);

/**
 * The message as the platform wrote it, lent.
 *
 * This and all that follows is a push's: of a URL check it is WXSEAL_ERROR_INVALID_ARGUMENT.
 */
wxseal_status wxseal_incoming_message_bytes(const wxseal_incoming *incoming, wxseal_str *out);

/**
 * The message as compact JSON, the same view of XML and JSON, lent: text, objects and arrays in the order of the wire;
 * numbers only in the few fields that are integers everywhere; MsgId always text; what is documented as a list an array,
 * also of one item in XML. Parsed when this or one of the message's fields is first asked for.
 *
 * WXSEAL_ERROR_MALFORMED_MESSAGE: it is not one XML document or JSON object, or nested deeper than 32.
 */
wxseal_status wxseal_incoming_message_json(const wxseal_incoming *incoming,
                                           wxseal_str *out);

/**
 * A field that is text, by the wire's own name ("MsgType", "FromUserName", "Content" …), lent; the first of a repeated name.
 * `out->data` is NULL where there is none.
 *
 * WXSEAL_ERROR_MALFORMED_MESSAGE, of this and all fields that follow: as for `wxseal_incoming_message_json`.
 */
wxseal_status wxseal_incoming_text(const wxseal_incoming *incoming,
                                   wxseal_str name,
                                   wxseal_str *out);

/**
 * A field that is a whole number of 64 bits, by the wire's own name, also where the view has its digits as text; the first of
 * a repeated name. `otherwise` where there is none, or the message cannot be read.
 */
int64_t wxseal_incoming_integer(const wxseal_incoming *incoming,
                                wxseal_str name,
                                int64_t otherwise);

/**
 * A field of any kind, by the wire's own name ("List", "detail", a robot's "from" …), lent. `*out` is NULL where there is
 * none.
 */
wxseal_status wxseal_incoming_get(const wxseal_incoming *incoming,
                                  wxseal_str name,
                                  const wxseal_value **out);

/**
 * The account that the message was sent to, "gh_…" on WeChat, a robot's "aibotid"; not the receive id. Lent; `out->data` is
 * NULL where there is none.
 */
wxseal_status wxseal_incoming_to_user_name(const wxseal_incoming *incoming,
                                           wxseal_str *out);

/**
 * The user who sent the message: an openid, a member's id on WeCom, the "userid" in a robot's "from". Lent; `out->data` is NULL
 * where there is none.
 */
wxseal_status wxseal_incoming_from_user_name(const wxseal_incoming *incoming,
                                             wxseal_str *out);

/**
 * "text", "image", "event" …: MsgType, or a robot's "msgtype". Lent; `out->data` is NULL where there is none.
 */
wxseal_status wxseal_incoming_msg_type(const wxseal_incoming *incoming, wxseal_str *out);

/**
 * Which event it is, where the message's type is "event": Event, or the "eventtype" in a robot's "event". Lent; `out->data` is
 * NULL where there is none.
 */
wxseal_status wxseal_incoming_event(const wxseal_incoming *incoming,
                                    wxseal_str *out);

/**
 * What the open platform tells a third party, "component_verify_ticket" …; such messages have no To and From. Lent; `out->data`
 * is NULL where there is none.
 */
wxseal_status wxseal_incoming_info_type(const wxseal_incoming *incoming,
                                        wxseal_str *out);

/**
 * The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text. Lent; `out->data` is NULL where there is none.
 */
wxseal_status wxseal_incoming_msg_id(const wxseal_incoming *incoming, wxseal_str *out);

/**
 * When the platform made the message, in seconds since 1970: CreateTime, a suite's TimeStamp or a robot's "create_time"; 0 where
 * it does not say, or cannot be read.
 */
int64_t wxseal_incoming_create_time(const wxseal_incoming *incoming);

/**
 * What the message is known by when it is delivered again, lent: 40 hexadecimal digits, a hash that holds no openid. Two
 * messages share it only if they are the same.
 */
wxseal_status wxseal_incoming_dedup_key(const wxseal_incoming *incoming,
                                        wxseal_str *out);

/**
 * What this very request is known by, its signature, lent: a replay has the same, the platform's own retry another.
 */
wxseal_status wxseal_incoming_replay_key(const wxseal_incoming *incoming, wxseal_str *out);

/**
 * What a user searched for, of a wxa_widget_data event, as JSON, lent: an object with `type` (a number or null), `slots` (an
 * object), `longitude`, `latitude` (numbers or null) and `raw`, the text of the query as it came.
 *
 * WXSEAL_ERROR_MALFORMED_MESSAGE: there is no Query, or it is not a JSON object. Answer with err_code -2 then.
 */
wxseal_status wxseal_incoming_widget_query_json(const wxseal_incoming *incoming,
                                                wxseal_str *out);

/**
 * The value of one slot of the widget's query, lent; `out->data` is NULL where there is none.
 *
 * WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_widget_query_json`.
 */
wxseal_status wxseal_incoming_widget_slot(const wxseal_incoming *incoming, wxseal_str key, wxseal_str *out);

/**
 * The same push once more, whose answers are sealed at `now`, in seconds since 1970, with the 16 bytes at `random16`, each
 * time the same: for tests, which compare them. 0 and NULL are what every other push is sealed with, the system's time and
 * fresh bytes of the operating system.
 *
 * Each of the two is given back to `wxseal_incoming_free` by itself.
 */
wxseal_status wxseal_incoming_sealing_with(const wxseal_incoming *incoming,
                                           uint64_t now,
                                           const uint8_t *random16,
                                           wxseal_incoming **out);

/**
 * Answers "success": received, and nothing to say. Never sealed.
 */
wxseal_status wxseal_incoming_success(const wxseal_incoming *incoming, wxseal_response **out);

/**
 * Answers with the empty body: received, and nothing to say. Never sealed.
 */
wxseal_status wxseal_incoming_empty(const wxseal_incoming *incoming, wxseal_response **out);

/**
 * Answers with a text; of an Official Account.
 *
 * This and all other answers are in the push's own format, From and To swapped, sealed by the settings that opened it, with
 * its nonce, the system's time and fresh random bytes.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: the message has no From and To, or is a robot's, which takes other answers
 * (`wxseal_incoming_reply_stream` …), or a text is not UTF-8 or has a character that XML lacks.
 */
wxseal_status wxseal_incoming_reply_text(const wxseal_incoming *incoming,
                                         wxseal_str content,
                                         wxseal_response **out);

/**
 * Answers with an image that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
 */
wxseal_status wxseal_incoming_reply_image(const wxseal_incoming *incoming, wxseal_str media_id, wxseal_response **out);

/**
 * Answers with a voice message that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
 */
wxseal_status wxseal_incoming_reply_voice(const wxseal_incoming *incoming,
                                          wxseal_str media_id,
                                          wxseal_response **out);

/**
 * Answers with a video that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
 */
wxseal_status wxseal_incoming_reply_video(const wxseal_incoming *incoming,
                                          wxseal_str media_id,
                                          wxseal_str title,
                                          wxseal_str description,
                                          wxseal_response **out);

/**
 * Answers with music; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
 */
wxseal_status wxseal_incoming_reply_music(const wxseal_incoming *incoming,
                                          const wxseal_music *music,
                                          wxseal_response **out);

/**
 * Answers with `count` articles, at least one; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
 */
wxseal_status wxseal_incoming_reply_news(const wxseal_incoming *incoming,
                                         const wxseal_article *articles,
                                         size_t count,
                                         wxseal_response **out);

/**
 * Hands the user over to the customer-service console, to the account `kf_account` or, if it is left out, to any.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_text`; also for an event: only what a user sent can be handed over.
 */
wxseal_status wxseal_incoming_transfer_customer_service(const wxseal_incoming *incoming,
                                                        wxseal_str kf_account,
                                                        wxseal_response **out);

/**
 * Answers a wxa_widget_data event: `lifespan` is for how many seconds the platform shows the answer, `data` the template's
 * data, the text of a JSON object, `err_code` 0 right, -1 no result, -2 bad parameters, -3 system error, and `err_msg` the
 * words for it. The query that the answer must repeat byte for byte is the push's own.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_text`; also for a message without a Query, another `err_code`, and
 * data that is not a JSON object.
 */
wxseal_status wxseal_incoming_reply_widget(const wxseal_incoming *incoming,
                                           uint32_t lifespan,
                                           wxseal_str data,
                                           int32_t err_code,
                                           wxseal_str err_msg,
                                           wxseal_response **out);

/**
 * Answers with a document of the caller's own, sealed but otherwise as it is given.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: those of `wxseal_msg_crypt_encrypt`.
 */
wxseal_status wxseal_incoming_reply_raw(const wxseal_incoming *incoming,
                                        const void *message,
                                        size_t message_length,
                                        wxseal_response **out);

/**
 * Answers a smart robot's enter_chat event with a text, which a robot takes nowhere else.
 *
 * This and all other answers to a robot are JSON without From and To, sealed as the push was. A card is the text of a JSON
 * object, which is sent as it is given.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: the push is not a robot's, a card is not a JSON object, or a text is not UTF-8.
 */
wxseal_status wxseal_incoming_reply_welcome(const wxseal_incoming *incoming,
                                            wxseal_str content,
                                            wxseal_response **out);

/**
 * Answers a robot's message with a text, all of it or so far.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_welcome`; also for a `msg_item` that is not a JSON array.
 */
wxseal_status wxseal_incoming_reply_stream(const wxseal_incoming *incoming,
                                           const wxseal_stream_answer *stream,
                                           wxseal_response **out);

/**
 * Answers a robot's message or enter_chat event with a card. Errors: of `wxseal_incoming_reply_welcome`.
 */
wxseal_status wxseal_incoming_reply_template_card(const wxseal_incoming *incoming,
                                                  wxseal_str card,
                                                  wxseal_response **out);

/**
 * Answers a robot's message with a text and, once in its stream, a card; else `card` is left out.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_stream`.
 */
wxseal_status wxseal_incoming_reply_stream_with_template_card(const wxseal_incoming *incoming,
                                                              const wxseal_stream_answer *stream,
                                                              wxseal_str card,
                                                              wxseal_response **out);

/**
 * Answers a robot's template_card_event with what the card is to be from now on; its task_id must be the event's. In a group,
 * `userids` are the `count` users, at least one, for whom it is; NULL for everybody.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_welcome`; also for a `count` of 0 where `userids` is not NULL.
 */
wxseal_status wxseal_incoming_update_template_card(const wxseal_incoming *incoming,
                                                   wxseal_str card,
                                                   const wxseal_str *userids,
                                                   size_t count,
                                                   wxseal_response **out);

/**
 * What to answer to a request that was refused with this status: the HTTP status of `wxseal_status_http_status` and its
 * phrase. Statuses with the same HTTP status have the same answer, so that the sender does not learn why.
 */
wxseal_status wxseal_response_refusal(wxseal_status status, wxseal_response **out);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_response_free(wxseal_response *response);

/**
 * The HTTP status; 0 if `response` is NULL.
 */
int32_t wxseal_response_status(const wxseal_response *response);

/**
 * The `Content-Type`, a static string; NULL if `response` is NULL.
 */
const char *wxseal_response_content_type(const wxseal_response *response);

/**
 * The header number `index`, counted from 0: `Content-Type`, `X-Content-Type-Options`, and with a 405 `Allow`. Both name
 * and value are static strings.
 * WXSEAL_ERROR_INVALID_ARGUMENT: there are no more.
 */
wxseal_status wxseal_response_header(const wxseal_response *response,
                                     size_t index,
                                     const char **name,
                                     const char **value);

/**
 * The body, lent. Nothing may be added to it. `data` is NULL if `response` is NULL.
 */
wxseal_str wxseal_response_body(const wxseal_response *response);

/**
 * Writes the response as bytes to `out`, for a store that processes share: `wxseal_response_from_bytes` and every other
 * language read them. The body's length and 16 bytes more of `out` are always enough.
 *
 * The bytes are "wxsr"; the version of the format, 1; the `Content-Type`, 1 text/plain, 2 XML, 3 JSON; the HTTP status in 2
 * bytes and the length of the body in 8, both big-endian; and the body.
 */
wxseal_status wxseal_response_to_bytes(const wxseal_response *response,
                                       void *out,
                                       size_t size,
                                       size_t *length);

/**
 * Reads what `wxseal_response_to_bytes`, or its like in another language, has written; copies it.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: the bytes are another's, cut short, too long, or of a later version.
 */
wxseal_status wxseal_response_from_bytes(const void *stored, size_t stored_length, wxseal_response **out);

/**
 * `claim_for` is for how many seconds a handler may take before another may try. `keep_for` is for how many seconds an answer
 * is kept: longer than the platform's three tries and, against replays, than twice the endpoint's tolerance. `max_entries`
 * bounds how many keys are remembered, and `max_bytes` what they take: of each the key, the body of its answer and 320 bytes
 * for the rest. At a bound the oldest is forgotten. 0 is `WXSEAL_DEFAULT_CLAIM_FOR`, `WXSEAL_DEFAULT_KEEP_FOR`,
 * `WXSEAL_DEFAULT_MAX_ENTRIES` and `WXSEAL_DEFAULT_MAX_BYTES`.
 */
wxseal_status wxseal_recent_keys_new(uint64_t claim_for,
                                     uint64_t keep_for,
                                     size_t max_entries,
                                     size_t max_bytes,
                                     wxseal_recent_keys **out);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_recent_keys_free(wxseal_recent_keys *recent);

/**
 * Asks for a key, and claims it where nobody else has. `now` is in seconds since 1970, 0 for the system's.
 *
 * `*known` says what is known of it. `*claim` is the caller's to answer and to free if it is claimed, else NULL;
 * `*response` is the first answer, the caller's to free, if it is answered, else NULL. `*until` is when it can be claimed
 * again, if it is busy, else 0; `until` may be NULL.
 */
wxseal_status wxseal_recent_keys_claim(const wxseal_recent_keys *recent,
                                       wxseal_str key,
                                       uint64_t now,
                                       wxseal_recent *known,
                                       wxseal_claim **claim,
                                       wxseal_response **response,
                                       uint64_t *until);

/**
 * Stores the answer for the retries; copies it. `*stored` is 0 if the claim is no longer the caller's, or is of another
 * `wxseal_recent_keys`, else 1. The answer may be sent either way. `stored` may be NULL.
 */
wxseal_status wxseal_recent_keys_answer(const wxseal_recent_keys *recent,
                                        const wxseal_claim *claim,
                                        const wxseal_response *response,
                                        uint64_t now,
                                        int32_t *stored);

/**
 * Gives a claim back, so that a retry may try at once: for a handler that failed. The claim must still be freed.
 * `*released` is 0 if the claim is no longer the caller's, else 1; `released` may be NULL.
 */
wxseal_status wxseal_recent_keys_release(const wxseal_recent_keys *recent,
                                         const wxseal_claim *claim,
                                         int32_t *released);

/**
 * How many keys are remembered; 0 if `recent` is NULL.
 */
size_t wxseal_recent_keys_length(const wxseal_recent_keys *recent);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_claim_free(wxseal_claim *claim);

/**
 * Reads the `event` object of a cloud function, as JSON, so that one handler serves both ways of receiving. Nothing is
 * verified, since the platform calls a cloud function itself.
 *
 * WXSEAL_ERROR_MALFORMED_MESSAGE: it is not a JSON object, or nested deeper than 32.
 */
wxseal_status wxseal_message_from_cloud_event(const void *event, size_t event_length, wxseal_message **out);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_message_free(wxseal_message *message);

/**
 * The message as compact JSON, lent: the view of `wxseal_incoming_message_json`. This and the other texts have `data` NULL if
 * `message` is NULL.
 */
wxseal_str wxseal_message_json(const wxseal_message *message);

/**
 * A field that is text, lent: what `wxseal_incoming_text` is of a push.
 */
wxseal_status wxseal_message_text(const wxseal_message *message, wxseal_str name, wxseal_str *out);

/**
 * A field that is a whole number: what `wxseal_incoming_integer` is of a push.
 */
int64_t wxseal_message_integer(const wxseal_message *message, wxseal_str name, int64_t otherwise);

/**
 * A field of any kind, lent: what `wxseal_incoming_get` is of a push.
 */
wxseal_status wxseal_message_get(const wxseal_message *message, wxseal_str name, const wxseal_value **out);

/**
 * The account that the message was sent to, "gh_…" on WeChat, a robot's "aibotid"; not the receive id. Lent; `data` is NULL
 * where there is none.
 */
wxseal_str wxseal_message_to_user_name(const wxseal_message *message);

/**
 * The user who sent the message: an openid, a member's id on WeCom, the "userid" in a robot's "from". Lent; `data` is NULL
 * where there is none.
 */
wxseal_str wxseal_message_from_user_name(const wxseal_message *message);

/**
 * "text", "image", "event" …: MsgType, or a robot's "msgtype". Lent; `data` is NULL where there is none.
 */
wxseal_str wxseal_message_msg_type(const wxseal_message *message);

/**
 * Which event it is, where the message's type is "event": Event, or the "eventtype" in a robot's "event". Lent; `data` is NULL
 * where there is none.
 */
wxseal_str wxseal_message_event(const wxseal_message *message);

/**
 * What the open platform tells a third party, "component_verify_ticket" …. Lent; `data` is NULL where there is none.
 */
wxseal_str wxseal_message_info_type(const wxseal_message *message);

/**
 * The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text. Lent; `data` is NULL where there is none.
 */
wxseal_str wxseal_message_msg_id(const wxseal_message *message);

/**
 * When the platform made the message, in seconds since 1970: what `wxseal_incoming_create_time` is of a push.
 */
int64_t wxseal_message_create_time(const wxseal_message *message);

/**
 * What the message is known by when it is delivered again, lent: 40 hexadecimal digits, a hash that holds no openid. Two
 * messages share it only if they are the same.
 */
wxseal_str wxseal_message_dedup_key(const wxseal_message *message);

/**
 * What it is; 0 if `value` is NULL.
 */
wxseal_type wxseal_value_type(const wxseal_value *value);

/**
 * The text, lent; `data` is NULL where it is none.
 */
wxseal_str wxseal_value_text(const wxseal_value *value);

/**
 * The whole number of 64 bits, also where its digits stand as text; `otherwise` where it is none.
 */
int64_t wxseal_value_integer(const wxseal_value *value, int64_t otherwise);

/**
 * Whether it is true: 1, or 0.
 */
int32_t wxseal_value_is_true(const wxseal_value *value);

/**
 * How many items an array or members an object has; of anything else 0.
 */
size_t wxseal_value_length(const wxseal_value *value);

/**
 * An item of an array, or a member of an object in the order of the wire, counted from 0; NULL where there is none.
 */
const wxseal_value *wxseal_value_item(const wxseal_value *value, size_t index);

/**
 * The name of an object's member, counted from 0, lent; `data` is NULL where there is none.
 */
wxseal_str wxseal_value_name(const wxseal_value *value, size_t index);

/**
 * A member of an object, by the wire's own name; NULL where there is none.
 */
const wxseal_value *wxseal_value_get(const wxseal_value *value, wxseal_str name);

/**
 * Decrypts the `encryptedData` of wx.getUserInfo and its like, checks that it is meant for this Mini Program, and writes its
 * JSON to `out`. `encrypted_data.length` bytes of `out` are always enough.
 *
 * `session_key`, `encrypted_data` and `iv` are base64 as the platform hands them out. WXSEAL_ERROR_INVALID_KEY: the
 * `session_key` is not that of 16 bytes. WXSEAL_ERROR_INVALID_BASE64. WXSEAL_ERROR_DECRYPT_FAILED: probably a `session_key`
 * that is out of date. WXSEAL_ERROR_RECEIVE_ID_MISMATCH: `watermark.appid` is not `app_id`.
 */
wxseal_status wxseal_decrypt_open_data(wxseal_str session_key,
                                       wxseal_str encrypted_data,
                                       wxseal_str iv,
                                       wxseal_str app_id,
                                       void *out,
                                       size_t size,
                                       size_t *length);

/**
 * Checks the `signature` that stands beside `rawData`: SHA-1 over the data, as it came, and the `session_key`.
 *
 * WXSEAL_ERROR_INVALID_KEY: the `session_key` is not the base64 of 16 bytes. WXSEAL_ERROR_SIGNATURE_MISMATCH.
 */
wxseal_status wxseal_verify_raw_data(wxseal_str session_key, wxseal_str raw_data, wxseal_str signature);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_request_free(wxseal_request *request);

/**
 * "GET" or "POST", a static string; NULL if `request` is NULL.
 */
const char *wxseal_request_method(const wxseal_request *request);

/**
 * What stands behind the ? of the URL, of a `wxseal_platform_…` request; the whole URL, of a `wxseal_api_…` request. Lent and
 * NUL-terminated; NULL if `request` is NULL.
 */
const char *wxseal_request_target(const wxseal_request *request);

/**
 * The body, lent; empty of a GET. `data` is NULL if `request` is NULL.
 */
wxseal_str wxseal_request_body(const wxseal_request *request);

/**
 * Makes the URL check of WeChat, as the platform makes it: the echostr in clear. Here and in what follows, `timestamp`,
 * `nonce` and `random16` are those of `wxseal_msg_crypt_encrypt`, and may be left out as there.
 *
 * WXSEAL_ERROR_MALFORMED_QUERY: timestamp or nonce is outside its grammar, or the echostr is no text.
 */
wxseal_status wxseal_platform_url_check(wxseal_str token,
                                        wxseal_str timestamp,
                                        wxseal_str nonce,
                                        wxseal_str echostr,
                                        wxseal_request **out);

/**
 * Makes the URL check of WeCom, as the platform makes it: the echostr encrypted.
 */
wxseal_status wxseal_platform_encrypted_url_check(const wxseal_msg_crypt *crypt,
                                                  wxseal_str timestamp,
                                                  wxseal_str nonce,
                                                  wxseal_str echostr,
                                                  const uint8_t *random16,
                                                  wxseal_request **out);

/**
 * Makes a push in safe mode, as the platform makes it: the cipher text only.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: as for `wxseal_msg_crypt_encrypt`; also if the message is neither XML nor JSON.
 */
wxseal_status wxseal_platform_push(const wxseal_msg_crypt *crypt,
                                   const void *message,
                                   size_t message_length,
                                   wxseal_str timestamp,
                                   wxseal_str nonce,
                                   wxseal_format format,
                                   const uint8_t *random16,
                                   wxseal_request **out);

/**
 * Makes a push in compatible mode: in clear, with the cipher text beside it, in the message's own format.
 */
wxseal_status wxseal_platform_compatible_push(const wxseal_msg_crypt *crypt,
                                              const void *message,
                                              size_t message_length,
                                              wxseal_str timestamp,
                                              wxseal_str nonce,
                                              const uint8_t *random16,
                                              wxseal_request **out);

/**
 * Makes a push in plain mode: no signature covers the body.
 */
wxseal_status wxseal_platform_plain_push(wxseal_str token,
                                         const void *message,
                                         size_t message_length,
                                         wxseal_str timestamp,
                                         wxseal_str nonce,
                                         wxseal_request **out);

/**
 * Verifies and decrypts a server's sealed answer, as the platform does.
 *
 * WXSEAL_ERROR_MALFORMED_ENVELOPE: it is not a reply's envelope, or a field has another type than the platform reads; then
 * those of `wxseal_msg_crypt_decrypt`.
 */
wxseal_status wxseal_platform_open_reply(const wxseal_msg_crypt *crypt,
                                         const void *body,
                                         size_t body_length,
                                         wxseal_reply **out);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_reply_free(wxseal_reply *reply);

/**
 * The message inside, lent; this, the timestamp and the nonce have `data` NULL if `reply` is NULL.
 */
wxseal_str wxseal_reply_message(const wxseal_reply *reply);

/**
 * The reply's own timestamp, lent.
 */
wxseal_str wxseal_reply_timestamp(const wxseal_reply *reply);

/**
 * The reply's nonce, lent: the request's, repeated.
 */
wxseal_str wxseal_reply_nonce(const wxseal_reply *reply);

/**
 * The format of the envelope; 0 if `reply` is NULL.
 */
wxseal_format wxseal_reply_format(const wxseal_reply *reply);

/**
 * Any call of api.weixin.qq.com that is a GET: `path` as in "/cgi-bin/user/info", and `count` parameters, `access_token`
 * among them. The request's URL holds the token: keep it out of logs.
 *
 * WXSEAL_ERROR_INVALID_PATH: the path is not `/` and words of A-Z a-z 0-9 . _ -: no query, no host, no `..`.
 */
wxseal_status wxseal_api_get(wxseal_str path,
                             const wxseal_pair *parameters,
                             size_t count,
                             wxseal_request **out);

/**
 * Any call of api.weixin.qq.com that is a POST of JSON. `body` is a JSON object, and is sent as it stands: write it in raw
 * UTF-8, since some calls show `\u` escapes to the user. The request's URL holds the token: keep it out of logs.
 *
 * WXSEAL_ERROR_INVALID_PATH: the path, as in `wxseal_api_get`. WXSEAL_ERROR_UNWRITABLE_REPLY: the body is not a JSON
 * object.
 */
wxseal_status wxseal_api_post(wxseal_str path,
                              wxseal_str access_token,
                              wxseal_str body,
                              wxseal_request **out);

/**
 * getAccessToken: the token that all other calls need. The request's URL holds the secret: keep it out of logs.
 */
wxseal_status wxseal_api_get_access_token(wxseal_str app_id, wxseal_str secret, wxseal_request **out);

/**
 * getStableAccessToken: the same, but asked for again it gives the same token for as long as that is valid. `force_refresh`
 * other than 0 makes a new one at once, for when a token has leaked. The request's body holds the secret: keep it out of logs.
 */
wxseal_status wxseal_api_get_stable_access_token(wxseal_str app_id,
                                                 wxseal_str secret,
                                                 int32_t force_refresh,
                                                 wxseal_request **out);

/**
 * code2Session: the user behind the code of wx.login. The request's URL holds the secret: keep it out of logs.
 */
wxseal_status wxseal_api_code2session(wxseal_str app_id, wxseal_str secret, wxseal_str js_code, wxseal_request **out);

/**
 * getPhoneNumber: the number behind the code of the button getPhoneNumber. Its answer has `phone_info`.
 */
wxseal_status wxseal_api_get_phone_number(wxseal_str access_token, wxseal_str code, wxseal_request **out);

/**
 * The customer-service send call: a text to a user who wrote within the last 48 hours. The request's URL holds the token.
 */
wxseal_status wxseal_api_send_customer_text(wxseal_str access_token,
                                            wxseal_str to_user,
                                            wxseal_str content,
                                            wxseal_request **out);

/**
 * The customer-service send call: an image that was uploaded before.
 */
wxseal_status wxseal_api_send_customer_image(wxseal_str access_token,
                                             wxseal_str to_user,
                                             wxseal_str media_id,
                                             wxseal_request **out);

/**
 * The customer-service send call: a card with a link.
 */
wxseal_status wxseal_api_send_customer_link(wxseal_str access_token,
                                            wxseal_str to_user,
                                            wxseal_str title,
                                            wxseal_str description,
                                            wxseal_str url,
                                            wxseal_str thumb_url,
                                            wxseal_request **out);

/**
 * The customer-service send call: a card that leads to a page of the Mini Program.
 */
wxseal_status wxseal_api_send_customer_mini_program_page(wxseal_str access_token,
                                                         wxseal_str to_user,
                                                         wxseal_str title,
                                                         wxseal_str pagepath,
                                                         wxseal_str thumb_media_id,
                                                         wxseal_request **out);

/**
 * subscribeMessage.send: a message to a user who subscribed to its template. `data` is a JSON object, as in
 * {"thing1":{"value":"…"}}, and is sent as it stands. `page`, which a tap leads to, `miniprogram_state`, one of "developer",
 * "trial" and "formal", and `lang`, as in "zh_CN", may be left out for the platform's own default.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: `data` is not a JSON object.
 */
wxseal_status wxseal_api_send_subscribe_message(wxseal_str access_token,
                                                wxseal_str to_user,
                                                wxseal_str template_id,
                                                wxseal_str data,
                                                wxseal_str page,
                                                wxseal_str miniprogram_state,
                                                wxseal_str lang,
                                                wxseal_request **out);

/**
 * msgSecCheck, version 2: whether a text of the user `openid` may be shown. `scene` is 1 for a profile, 2 a comment, 3 a
 * forum, 4 a social log. `title`, `nickname` and `signature`, a profile's motto, may be left out. Its answer has `result`.
 */
wxseal_status wxseal_api_msg_sec_check(wxseal_str access_token,
                                       wxseal_str openid,
                                       uint32_t scene,
                                       wxseal_str content,
                                       wxseal_str title,
                                       wxseal_str nickname,
                                       wxseal_str signature,
                                       wxseal_request **out);

/**
 * mediaCheckAsync, version 2: whether a sound (`media_type` 1) or a picture (2) of the user `openid` may be shown. `scene` is
 * that of `wxseal_api_msg_sec_check`. Its answer has `trace_id`; the result comes as the event wxa_media_check.
 */
wxseal_status wxseal_api_media_check_async(wxseal_str access_token,
                                           wxseal_str openid,
                                           uint32_t scene,
                                           wxseal_str media_url,
                                           uint32_t media_type,
                                           wxseal_request **out);

/**
 * Reads the body of an answer of the server API. Whether the call succeeded is what `wxseal_api_answer_refused` says.
 *
 * WXSEAL_ERROR_API_UNREADABLE: it is not a JSON object, or nested deeper than 32: a gateway's HTML, for one.
 */
wxseal_status wxseal_api_read(const void *body, size_t body_length, wxseal_api_answer **out);

/**
 * Frees it. NULL is ignored.
 */
void wxseal_api_answer_free(wxseal_api_answer *answer);

/**
 * Whether the platform refused the call: `*errcode` is its number for why, 0 of a success, also where the answer has none;
 * `errmsg` its words for it, lent, with `data` NULL of a success.
 */
wxseal_status wxseal_api_answer_refused(const wxseal_api_answer *answer,
                                        int64_t *errcode,
                                        wxseal_str *errmsg);

/**
 * A field that is text, or an integer too large for `wxseal_api_answer_integer`, lent. `out->data` is NULL where there is none.
 *
 * WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
 */
wxseal_status wxseal_api_answer_text(const wxseal_api_answer *answer,
                                     wxseal_str name,
                                     wxseal_str *out);

/**
 * A field that is an integer within ±(2^53 - 1). `*found` is 1, or 0 where there is none, and `*integer` 0.
 *
 * WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
 */
wxseal_status wxseal_api_answer_integer(const wxseal_api_answer *answer,
                                        wxseal_str name,
                                        int64_t *integer,
                                        int32_t *found);

/**
 * The whole answer as JSON, lent: as it came, but that integers beyond ±(2^53 - 1) are the text of their digits, so that no
 * reader rounds an id.
 *
 * WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
 */
wxseal_status wxseal_api_answer_json(const wxseal_api_answer *answer,
                                     wxseal_str *out);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* WXSEAL_H */
