/* The official documentation's encrypted push, and its answer.
 *
 *     cc reply.c $(pkg-config --cflags --libs wxseal) -o reply && ./reply
 */
#include <stdio.h>
#include <string.h>

#include <wxseal.h>

static const char push[] =
    "{\"ToUserName\":\"gh_97417a04a28d\",\"Encrypt\":\"+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCp"
    "j0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuM"
    "cp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPA"
    "JGj04=\"}";
static const char answer[] = "{\"demo_resp\":\"good luck\"}";

int main(void)
{
    char message[sizeof push], reply[1024];
    size_t message_length, reply_length;
    wxseal_msg_crypt *crypt = NULL;
    const wxseal_str nonce = WXSEAL_STR("415670741"), now = wxseal_str_of(NULL);

    /* Token, EncodingAESKey and AppID, from the console's message push page. */
    wxseal_status status =
        wxseal_msg_crypt_new(WXSEAL_STR("AAAAA"), WXSEAL_STR("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                             WXSEAL_STR("wxba5fad812f8e6fb9"), &crypt);

    /* msg_signature, timestamp and nonce of the query, and the body as it came. */
    if (status == WXSEAL_OK) {
        status = wxseal_msg_crypt_decrypt(crypt, WXSEAL_STR("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3"),
                                          WXSEAL_STR("1714112445"), nonce, push, strlen(push), message, sizeof message,
                                          &message_length);
    }
    /* The current time, the push's nonce, the push's format, fresh random bytes. */
    if (status == WXSEAL_OK) {
        printf("%.*s\n", (int)message_length, message);
        status = wxseal_msg_crypt_encrypt(crypt, answer, strlen(answer), now, nonce, WXSEAL_FORMAT_JSON, NULL, reply,
                                          sizeof reply, &reply_length);
    }
    if (status == WXSEAL_OK) {
        printf("%.*s\n", (int)reply_length, reply);
    } else {
        fprintf(stderr, "%s (%d)\n", wxseal_status_text(status), (int)wxseal_status_code(status));
    }
    wxseal_msg_crypt_free(crypt);
    return status != WXSEAL_OK;
}
