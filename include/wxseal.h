/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * wxseal: verify, decrypt and answer WeChat message pushes.
 *
 * Made by cbindgen from ffi-c; do not edit. `make header` makes it anew, `make check` compares.
 *
 * Conventions
 *   Functions return a `wxseal_status`: 0 is success. `wxseal_status_text` says what to look at.
 *   Short text is NUL-terminated UTF-8. Payloads are a pointer and a length in bytes; NULL with length 0 is empty.
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

/* The version of this header; `wxseal_version` gives the running library's. */
#define WXSEAL_VERSION "0.1.0"
#define WXSEAL_VERSION_MAJOR 0
#define WXSEAL_VERSION_MINOR 1
#define WXSEAL_VERSION_PATCH 0

/**
 * `<xml><Encrypt>…</Encrypt></xml>`
 */
#define WXSEAL_FORMAT_XML 1

/**
 * `{"Encrypt": "…"}`
 */
#define WXSEAL_FORMAT_JSON 2

/**
 * Mini Program, Official Account, open platform, store: `Encrypt`, `MsgSignature`, `TimeStamp`, `Nonce`.
 */
#define WXSEAL_DIALECT_WECHAT 1

/**
 * WeCom: `encrypt`, `msgsignature`, `timestamp`, `nonce`.
 */
#define WXSEAL_DIALECT_WECOM 2

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
 * The hash differs from the signature, or the signature is not 40 lower-case hexadecimal digits.
 */
#define WXSEAL_ERROR_SIGNATURE_MISMATCH -40001

/**
 * A parameter of the query is missing or outside its grammar. Official number -40001.
 */
#define WXSEAL_ERROR_MALFORMED_QUERY -40101

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
 * The EncodingAESKey is not 43 characters of base64; `wxseal_check_encoding_aes_key` says where.
 */
#define WXSEAL_ERROR_INVALID_KEY -40004

/**
 * The Token is empty or holds white space, or another setting is missing. Official number -40004.
 */
#define WXSEAL_ERROR_INVALID_CONFIG -40104

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
 * A reply cannot be written: its timestamp, nonce or length, or no randomness to be had.
 */
#define WXSEAL_ERROR_UNWRITABLE_REPLY -40011

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
 * What a function returns: `WXSEAL_OK` or a negative number.
 *
 * Where the official samples have a number of their own for a failure, the status is that number; where two names share
 * one, the second has a status of its own, and `wxseal_status_code` gives the official number. -1 to -99 are misuse of
 * this library and not the peer's fault.
 */
typedef int32_t wxseal_status;

/**
 * Whose names a JSON reply has: `WXSEAL_DIALECT_WECHAT` or `WXSEAL_DIALECT_WECOM`. Both are read, whatever the dialect.
 */
typedef int32_t wxseal_dialect;

/**
 * A data format: `WXSEAL_FORMAT_XML` or `WXSEAL_FORMAT_JSON`.
 */
typedef int32_t wxseal_format;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of the running library, as "major.minor.patch"; `WXSEAL_VERSION` is the header's. A static string.
 */
const char *wxseal_version(void);

/**
 * Takes the settings of the console's message push page; copies them.
 *
 * `receive_id` is what messages are addressed to: the AppID of a Mini Program or Official Account, the component's AppID
 * on the open platform, the corpid or suiteid on WeCom. "" means that it must be empty, not that it is not checked.
 *
 * WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space. WXSEAL_ERROR_INVALID_KEY: the EncodingAESKey is not
 * 43 characters of base64.
 */
wxseal_status wxseal_msg_crypt_new(const char *token,
                                   const char *encoding_aes_key,
                                   const char *receive_id,
                                   wxseal_msg_crypt **out);

/**
 * Like `wxseal_msg_crypt_new`, with the dialect of JSON replies and the largest body that is read, in bytes; 0 is the
 * default of 4 MiB.
 */
wxseal_status wxseal_msg_crypt_new_with(const char *token,
                                        const char *encoding_aes_key,
                                        const char *receive_id,
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
 * `strlen(echostr)` bytes of `out` are always enough. Errors: those of `wxseal_msg_crypt_decrypt`.
 */
wxseal_status wxseal_msg_crypt_verify_url(const wxseal_msg_crypt *crypt,
                                          const char *msg_signature,
                                          const char *timestamp,
                                          const char *nonce,
                                          const char *echostr,
                                          uint8_t *out,
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
                                       const char *msg_signature,
                                       const char *timestamp,
                                       const char *nonce,
                                       const uint8_t *body,
                                       size_t body_length,
                                       uint8_t *out,
                                       size_t size,
                                       size_t *length);

/**
 * Encrypts and signs a reply, and writes the finished envelope, the body to answer with, to `out`; no NUL is added.
 *
 * `message` is the reply's XML or JSON and `format` the format of the push. `timestamp` is the current time in seconds
 * as text, NULL for the system's; `nonce` is the push's, NULL for 16 fresh hexadecimal digits; `random16` is 16 fresh
 * random bytes, NULL for the operating system's, as every message needs its own.
 *
 * The bodies "success" and "" are never encrypted: answer with them as they are.
 *
 * WXSEAL_ERROR_UNWRITABLE_REPLY: the timestamp is not 1 to 13 digits without a leading zero, the nonce not 1 to 63 of
 * A-Z a-z 0-9 _ -, the message 4 GiB or longer, or the operating system has no random bytes.
 */
wxseal_status wxseal_msg_crypt_encrypt(const wxseal_msg_crypt *crypt,
                                       const uint8_t *message,
                                       size_t message_length,
                                       const char *timestamp,
                                       const char *nonce,
                                       const uint8_t *random16,
                                       wxseal_format format,
                                       uint8_t *out,
                                       size_t size,
                                       size_t *length);

/**
 * How many bytes of `out` `wxseal_msg_crypt_encrypt` needs at most for a message of `message_length` bytes; 0 if an
 * argument is invalid or the message too long to be sent.
 */
size_t wxseal_msg_crypt_encrypt_bound(const wxseal_msg_crypt *crypt, size_t message_length, wxseal_format format);

/**
 * Checks an EncodingAESKey and, where it is WXSEAL_ERROR_INVALID_KEY, writes to `*position` where its first bad character
 * is: in bytes from the start, counted from 0; the key's length if it is too short. An exception to the rule that outputs
 * are written only on WXSEAL_OK.
 */
wxseal_status wxseal_check_encoding_aes_key(const char *encoding_aes_key,
                                            size_t *position);

/**
 * Checks the `signature` of a URL check or of a plain-mode push: SHA-1 over Token, timestamp and nonce, all as received
 * and percent-decoded once. On a URL check of WeChat, answer with the echostr exactly as received once this succeeds.
 *
 * The signature covers no body: for an encrypted message it proves nothing. Neither freshness nor replay is checked.
 *
 * WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space; WXSEAL_ERROR_MALFORMED_QUERY: timestamp is not 1
 * to 13 digits or nonce not 1 to 63 of A-Z a-z 0-9 _ -; WXSEAL_ERROR_SIGNATURE_MISMATCH.
 */
wxseal_status wxseal_verify_signature(const char *token,
                                      const char *signature,
                                      const char *timestamp,
                                      const char *nonce);

/**
 * The official number of a status, -40001 to -40011; the status itself where there is none.
 */
int32_t wxseal_status_code(wxseal_status status);

/**
 * The HTTP status to answer with: 200 for `WXSEAL_OK`, 400 or 403 where the request is at fault, 500 where the server is.
 * Whatever fails after the signature held has the same one.
 */
int32_t wxseal_status_http(wxseal_status status);

/**
 * The name of a status, the same in every language: "SignatureMismatch", "MalformedQuery" … A static string, never NULL.
 */
const char *wxseal_status_name(wxseal_status status);

/**
 * What happened and what to look at, in one English sentence. A static string, never NULL; it holds nothing secret.
 */
const char *wxseal_status_text(wxseal_status status);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* WXSEAL_H */
