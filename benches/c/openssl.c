/* The same by hand over OpenSSL, twice: with contexts of their own for every message, as in a function that any thread may
 * call at any time, and with contexts and key schedules that are kept, as in a program of one thread. */
#define _GNU_SOURCE
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "worker.h"

enum { PAD_TO = 32, SHA1_LENGTH = 20 };

static bool kept;
static EVP_MD *sha1;
static EVP_MD_CTX *kept_hash;
static EVP_CIPHER_CTX *kept_decryptor, *kept_encryptor;
static uint8_t key[33];
/* The cipher text, and what it says. */
static uint8_t *sealed, *plain;
static const char *token, *receive_id;

static const char *version(void)
{
    return OpenSSL_version(OPENSSL_VERSION_STRING);
}

static EVP_CIPHER_CTX *new_cipher(int encrypts)
{
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (context
        && (!EVP_CipherInit_ex(context, EVP_aes_256_cbc(), NULL, key, key, encrypts)
            || !EVP_CIPHER_CTX_set_padding(context, 0))) {
        EVP_CIPHER_CTX_free(context);
        return NULL;
    }
    return context;
}

static bool set_up(const bench_case *settings, size_t largest)
{
    char padded[45];
    token = settings->token;
    receive_id = settings->receive_id;
    snprintf(padded, sizeof padded, "%s=", settings->key);
    if (EVP_DecodeBlock(key, (const uint8_t *)padded, 44) != sizeof key) {
        return false;
    }
    kept_hash = EVP_MD_CTX_new();
    sha1 = EVP_MD_fetch(NULL, "SHA1", NULL);
    kept_decryptor = new_cipher(0);
    kept_encryptor = new_cipher(1);
    sealed = malloc(largest);
    plain = malloc(largest);
    return kept_hash && sha1 && kept_decryptor && kept_encryptor && sealed && plain;
}

/* Does all blocks of one message at once. */
static bool run_cipher(int encrypts, uint8_t *to, const uint8_t *from, int length)
{
    EVP_CIPHER_CTX *context = !kept ? new_cipher(encrypts) : encrypts ? kept_encryptor : kept_decryptor;
    int written = 0;
    /* Of a context that is kept, only the IV begins anew. */
    bool right = context && (!kept || EVP_CipherInit_ex(context, NULL, NULL, NULL, key, -1))
        && EVP_CipherUpdate(context, to, &written, from, length) && written == length;
    if (!kept) {
        EVP_CIPHER_CTX_free(context);
    }
    return right;
}

typedef struct {
    const char *text;
    size_t length;
} part;

static int compare(const void *left, const void *right)
{
    const part *a = left, *b = right;
    int order = memcmp(a->text, b->text, a->length < b->length ? a->length : b->length);
    return order ? order : (a->length > b->length) - (a->length < b->length);
}

static bool sign(const bench_case *given, const char *encrypt, size_t encrypt_length, char hex[2 * SHA1_LENGTH + 1])
{
    part parts[] = {
        {token, strlen(token)},
        {given->timestamp, strlen(given->timestamp)},
        {given->nonce, strlen(given->nonce)},
        {encrypt, encrypt_length},
    };
    qsort(parts, 4, sizeof parts[0], compare);
    uint8_t digest[SHA1_LENGTH];
    EVP_MD_CTX *hash = kept ? kept_hash : EVP_MD_CTX_new();
    bool right = hash && EVP_DigestInit_ex(hash, kept ? sha1 : EVP_sha1(), NULL);
    for (size_t i = 0; i < 4; i++) {
        right = right && EVP_DigestUpdate(hash, parts[i].text, parts[i].length);
    }
    right = right && EVP_DigestFinal_ex(hash, digest, NULL);
    if (!kept) {
        EVP_MD_CTX_free(hash);
    }
    for (size_t i = 0; i < SHA1_LENGTH; i++) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    hex[2 * SHA1_LENGTH] = '\0';
    return right;
}

/* Finds the value of Encrypt, which neither format escapes. */
static const char *find_encrypt(const bench_case *given, size_t *length)
{
    const char *opening = given->json ? "\"Encrypt\":" : "<Encrypt><![CDATA[";
    const char *found = memmem(given->body, given->body_length, opening, strlen(opening));
    if (!found) {
        return NULL;
    }
    found += strlen(opening);
    if (given->json) {
        found += strspn(found, " ") + 1;
    }
    const char *end = memchr(found, given->json ? '"' : ']', given->body_length - (size_t)(found - given->body));
    *length = end ? (size_t)(end - found) : 0;
    return end ? found : NULL;
}

static bool decrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    size_t encrypt_length;
    const char *encrypt = find_encrypt(given, &encrypt_length);
    char signature[2 * SHA1_LENGTH + 1];
    if (!encrypt || encrypt_length < 4) {
        return false;
    }
    if (!sign(given, encrypt, encrypt_length, signature) || strlen(given->msg_signature) != 2 * SHA1_LENGTH
        || CRYPTO_memcmp(signature, given->msg_signature, 2 * SHA1_LENGTH) != 0) {
        return false;
    }
    int decoded = EVP_DecodeBlock(sealed, (const uint8_t *)encrypt, (int)encrypt_length);
    /* It counts the bytes that the padding stands for. */
    decoded -= (encrypt[encrypt_length - 1] == '=') + (encrypt[encrypt_length - 2] == '=');
    if (decoded < PAD_TO || decoded % 16 != 0 || !run_cipher(0, plain, sealed, decoded)) {
        return false;
    }
    size_t pad = plain[decoded - 1], end = (size_t)decoded - pad;
    if (pad < 1 || pad > PAD_TO || end < 20) {
        return false;
    }
    for (size_t i = end; i < (size_t)decoded; i++) {
        if (plain[i] != pad) {
            return false;
        }
    }
    *length = (size_t)plain[16] << 24 | (size_t)plain[17] << 16 | (size_t)plain[18] << 8 | plain[19];
    size_t id_length = strlen(receive_id);
    if (*length > end - 20 || *length > size || end - 20 - *length != id_length
        || memcmp(plain + 20 + *length, receive_id, id_length) != 0) {
        return false;
    }
    memcpy(out, plain + 20, *length);
    return true;
}

static bool encrypt(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    size_t id_length = strlen(receive_id), framed = 20 + given->message_length + id_length;
    size_t pad = PAD_TO - framed % PAD_TO;
    if (RAND_bytes(plain, 16) != 1) {
        return false;
    }
    for (size_t i = 0; i < 4; i++) {
        plain[16 + i] = (uint8_t)(given->message_length >> (24 - 8 * i));
    }
    memcpy(plain + 20, given->message, given->message_length);
    memcpy(plain + 20 + given->message_length, receive_id, id_length);
    memset(plain + framed, (int)pad, pad);

    static const char *const openings[] = {"<xml>\n<Encrypt><![CDATA[", "{\n    \"Encrypt\": \""};
    static const char *const rests[] = {
        "]]></Encrypt>\n<MsgSignature><![CDATA[%s]]></MsgSignature>\n<TimeStamp>%s</TimeStamp>\n"
        "<Nonce><![CDATA[%s]]></Nonce>\n</xml>",
        "\",\n    \"MsgSignature\": \"%s\",\n    \"TimeStamp\": %s,\n    \"Nonce\": \"%s\"\n}",
    };
    int padded = (int)(framed + pad);
    if (!run_cipher(1, sealed, plain, padded)) {
        return false;
    }
    /* The base64 goes where it belongs; the NUL behind it is written over. */
    size_t opening = strlen(openings[given->json]);
    char *text = (char *)out, signature[2 * SHA1_LENGTH + 1];
    memcpy(text, openings[given->json], opening);
    size_t encrypt_length = (size_t)EVP_EncodeBlock(out + opening, sealed, padded);
    if (!sign(given, text + opening, encrypt_length, signature)) {
        return false;
    }
    size_t room = size - opening - encrypt_length;
    int rest = snprintf(
        text + opening + encrypt_length, room, rests[given->json], signature, given->timestamp, given->nonce);
    *length = opening + encrypt_length + (size_t)rest;
    return rest > 0 && (size_t)rest < room;
}

static bool decrypt_anew(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    kept = false;
    return decrypt(given, out, size, length);
}

static bool encrypt_anew(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    kept = false;
    return encrypt(given, out, size, length);
}

static bool decrypt_kept(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    kept = true;
    return decrypt(given, out, size, length);
}

static bool encrypt_kept(const bench_case *given, uint8_t *out, size_t size, size_t *length)
{
    kept = true;
    return encrypt(given, out, size, length);
}

const subject openssl_subject = {"openssl", version, set_up, {decrypt_anew, encrypt_anew, NULL}, false};
const subject kept_openssl_subject = {
    "openssl, contexts kept", version, set_up, {decrypt_kept, encrypt_kept, NULL}, false};
