/* A webhook for an Official Account's or a Mini Program's message push, in safe or compatible mode, on libmicrohttpd.
 *
 *     cc server.c $(pkg-config --cflags --libs wxseal libmicrohttpd) -o server
 *     WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=wx… ./server
 *
 * PORT is the port to listen on at 127.0.0.1 (8080; 0 for any that is free), with a proxy that speaks HTTPS before it.
 * WXSEAL_TOLERANCE is how many seconds a request's timestamp may be away from the clock (300).
 *
 * It answers the URL check, answers a text message with a text, and all else with "success". What it leaves out: it does
 * not remember what it has answered, so a push that is sent again is answered again.
 */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <microhttpd.h>
#include <wxseal.h>

enum { MAX_BODY = 1 << 20, MAX_CONTENT = 2048 };

struct server {
    const char *token;
    wxseal_msg_crypt *crypt;
    long tolerance;
};

/* One request, while its body arrives. */
struct request {
    uint8_t *body;
    size_t length, capacity;
    unsigned refused; /* an HTTP status, or 0 */
};

/* Takes the body. */
static enum MHD_Result answer(struct MHD_Connection *connection, unsigned http, uint8_t *body, size_t length)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(length, body, MHD_RESPMEM_MUST_FREE);
    enum MHD_Result queued;
    if (response == NULL) {
        free(body);
        return MHD_NO;
    }
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; charset=utf-8");
    queued = MHD_queue_response(connection, http, response);
    MHD_destroy_response(response);
    return queued;
}

static enum MHD_Result answer_text(struct MHD_Connection *connection, unsigned http, const char *text)
{
    const size_t length = strlen(text);
    uint8_t *copy = malloc(length + 1);
    if (copy == NULL) {
        return MHD_NO;
    }
    memcpy(copy, text, length + 1);
    return answer(connection, http, copy, length);
}

/* Why goes to the log; a peer learns nothing but the HTTP status. */
static enum MHD_Result refuse(struct MHD_Connection *connection, wxseal_status status)
{
    fprintf(stderr, "%s (%d)\n", wxseal_status_text(status), (int)wxseal_status_code(status));
    return answer_text(connection, (unsigned)wxseal_status_http(status), "");
}

struct wanted {
    const char *name, *value;
    int times;
};

static enum MHD_Result look(void *closure, enum MHD_ValueKind kind, const char *name, const char *value)
{
    struct wanted *const wanted = closure;
    (void)kind;
    if (strcmp(name, wanted->name) == 0) {
        wanted->value = value;
        wanted->times++;
    }
    return MHD_YES;
}

/* A parameter of the query, decoded once; NULL if it is missing, or there twice: whoever reads the other one would see
 * something else than what was verified. */
static const char *parameter(struct MHD_Connection *connection, const char *name)
{
    struct wanted wanted = {NULL, NULL, 0};
    wanted.name = name;
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, look, &wanted);
    return wanted.times == 1 ? wanted.value : NULL;
}

/* A request that verified once verifies for ever, so what is old is refused. Ten digits, since three of the nonce's digits
 * would otherwise pass as milliseconds under the same signature. Asked only after the signature held. */
static int fresh(const char *timestamp, long tolerance)
{
    const double age = difftime(time(NULL), (time_t)atol(timestamp));
    return strlen(timestamp) == 10 && age <= (double)tolerance && -age <= (double)tolerance;
}

static enum MHD_Result check_url(const struct server *server, struct MHD_Connection *connection)
{
    const char *signature = parameter(connection, "signature");
    const char *timestamp = parameter(connection, "timestamp");
    const char *nonce = parameter(connection, "nonce");
    const char *echostr = parameter(connection, "echostr");
    wxseal_status status;

    if (signature == NULL || timestamp == NULL || nonce == NULL || echostr == NULL) {
        return refuse(connection, WXSEAL_ERROR_MALFORMED_QUERY);
    }
    status = wxseal_verify_signature(server->token, signature, timestamp, nonce);
    if (status != WXSEAL_OK) {
        return refuse(connection, status);
    }
    if (!fresh(timestamp, server->tolerance)) {
        return refuse(connection, WXSEAL_ERROR_STALE_TIMESTAMP);
    }
    return answer_text(connection, MHD_HTTP_OK, echostr);
}

/* Copies the value of one of a message's own fields to `value`; returns 0 if it is missing or does not fit.
 *
 * The platform writes ToUserName, FromUserName and MsgType before anything that a user wrote, so the first is the field's
 * own. This reads what the platform writes, XML with CDATA or JSON of strings; a larger program has a parser for it. */
static int field(const char *message, const char *name, char *value, size_t size)
{
    char before[64];
    const char *start, *end;
    size_t length;
    const int is_json = message[0] == '{';

    snprintf(before, sizeof before, is_json ? "\"%s\":\"" : "<%s><![CDATA[", name);
    start = strstr(message, before);
    end = start == NULL ? NULL : strstr(start + strlen(before), is_json ? "\"" : "]]>");
    if (end == NULL) {
        return 0;
    }
    start += strlen(before);
    length = (size_t)(end - start);
    if (length >= size) {
        return 0;
    }
    memcpy(value, start, length);
    value[length] = '\0';
    return 1;
}

/* A passive answer: To and From change places. Openid and account id hold no character that XML or JSON would notice. */
static int write_text_reply(const char *message, char *reply, size_t size)
{
    static const char xml[] = "<xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>"
                              "<CreateTime>%ld</CreateTime><MsgType><![CDATA[text]]></MsgType>"
                              "<Content><![CDATA[收到]]></Content></xml>";
    static const char json[] = "{\"ToUserName\":\"%s\",\"FromUserName\":\"%s\",\"CreateTime\":%ld,"
                               "\"MsgType\":\"text\",\"Content\":\"收到\"}";
    char user[128], account[128];
    int length;

    if (!field(message, "FromUserName", user, sizeof user) || !field(message, "ToUserName", account, sizeof account)) {
        return 0;
    }
    length = snprintf(reply, size, message[0] == '{' ? json : xml, user, account, (long)time(NULL));
    return length > 0 && (size_t)length < size;
}

static enum MHD_Result answer_message(const struct server *server, struct MHD_Connection *connection,
                                      const char *message, const char *nonce)
{
    const wxseal_format format = message[0] == '{' ? WXSEAL_FORMAT_JSON : WXSEAL_FORMAT_XML;
    char type[32], reply[MAX_CONTENT];
    uint8_t *sealed;
    size_t size, length;
    wxseal_status status;

    if (!field(message, "MsgType", type, sizeof type) || strcmp(type, "text") != 0 ||
        !write_text_reply(message, reply, sizeof reply)) {
        /* Never encrypted. */
        return answer_text(connection, MHD_HTTP_OK, "success");
    }
    size = wxseal_msg_crypt_encrypt_bound(server->crypt, strlen(reply), format);
    sealed = malloc(size);
    if (sealed == NULL) {
        return MHD_NO;
    }
    status = wxseal_msg_crypt_encrypt(server->crypt, (const uint8_t *)reply, strlen(reply), NULL, nonce, NULL, format,
                                      sealed, size, &length);
    if (status != WXSEAL_OK) {
        free(sealed);
        return refuse(connection, status);
    }
    return answer(connection, MHD_HTTP_OK, sealed, length);
}

static enum MHD_Result receive(const struct server *server, struct MHD_Connection *connection,
                               const struct request *request)
{
    const char *msg_signature = parameter(connection, "msg_signature");
    const char *timestamp = parameter(connection, "timestamp");
    const char *nonce = parameter(connection, "nonce");
    enum MHD_Result result;
    uint8_t *message;
    size_t length;
    wxseal_status status;

    if (msg_signature == NULL || timestamp == NULL || nonce == NULL) {
        return refuse(connection, WXSEAL_ERROR_MALFORMED_QUERY);
    }
    /* A message is shorter than its body, and then there is room for the NUL that makes it a string. */
    message = malloc(request->length + 1);
    if (message == NULL) {
        return MHD_NO;
    }
    status = wxseal_msg_crypt_decrypt(server->crypt, msg_signature, timestamp, nonce, request->body, request->length,
                                      message, request->length, &length);
    if (status == WXSEAL_OK && !fresh(timestamp, server->tolerance)) {
        status = WXSEAL_ERROR_STALE_TIMESTAMP;
    }
    if (status == WXSEAL_OK) {
        message[length] = '\0';
        result = answer_message(server, connection, (const char *)message, nonce);
    } else {
        result = refuse(connection, status);
    }
    free(message);
    return result;
}

static int append(struct request *request, const char *data, size_t size)
{
    if (request->capacity - request->length < size) {
        const size_t capacity = 2 * (request->length + size);
        uint8_t *const body = realloc(request->body, capacity);
        if (body == NULL) {
            return 0;
        }
        request->body = body;
        request->capacity = capacity;
    }
    memcpy(request->body + request->length, data, size);
    request->length += size;
    return 1;
}

/* libmicrohttpd calls it once with the headers, then with each piece of the body, then once more at its end. */
static enum MHD_Result handle(void *closure, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *data, size_t *size, void **state)
{
    const struct server *const server = closure;
    struct request *const request = *state;
    (void)url;
    (void)version;

    if (request == NULL) {
        *state = calloc(1, sizeof(struct request));
        return *state == NULL ? MHD_NO : MHD_YES;
    }
    if (*size > 0) {
        if (request->refused == 0 && *size > MAX_BODY - request->length) {
            request->refused = MHD_HTTP_CONTENT_TOO_LARGE;
        }
        if (request->refused == 0 && !append(request, data, *size)) {
            request->refused = MHD_HTTP_INTERNAL_SERVER_ERROR;
        }
        *size = 0;
        return MHD_YES;
    }
    if (request->refused != 0) {
        return answer_text(connection, request->refused, "");
    }
    if (strcmp(method, MHD_HTTP_METHOD_GET) == 0) {
        return check_url(server, connection);
    }
    if (strcmp(method, MHD_HTTP_METHOD_POST) == 0) {
        return receive(server, connection, request);
    }
    return answer_text(connection, MHD_HTTP_METHOD_NOT_ALLOWED, "");
}

static void end_request(void *closure, struct MHD_Connection *connection, void **state,
                        enum MHD_RequestTerminationCode why)
{
    struct request *const request = *state;
    (void)closure;
    (void)connection;
    (void)why;
    if (request != NULL) {
        free(request->body);
        free(request);
    }
}

/* A setting that is not there is empty, and refused as such. */
static const char *setting(const char *name, const char *otherwise)
{
    const char *const value = getenv(name);
    return value == NULL ? otherwise : value;
}

int main(void)
{
    const long port = atol(setting("PORT", "8080"));
    const char *const key = setting("WXSEAL_ENCODING_AES_KEY", "");
    struct server server = {NULL, NULL, 0};
    struct MHD_Daemon *daemon;
    struct sockaddr_in address;
    sigset_t stop;
    int stopped_by;
    size_t position;
    wxseal_status status;

    server.token = setting("WXSEAL_TOKEN", "");
    server.tolerance = atol(setting("WXSEAL_TOLERANCE", "300"));
    status = wxseal_msg_crypt_new(server.token, key, setting("WXSEAL_RECEIVE_ID", ""), &server.crypt);
    if (status != WXSEAL_OK) {
        fprintf(stderr, "%s (%d)\n", wxseal_status_text(status), (int)wxseal_status_code(status));
        if (wxseal_check_encoding_aes_key(key, &position) == WXSEAL_ERROR_INVALID_KEY) {
            fprintf(stderr, "look at offset %lu of WXSEAL_ENCODING_AES_KEY\n", (unsigned long)position);
        }
        return 1;
    }

    /* Before there are threads, which would else take the signals themselves. */
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons((uint16_t)port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    daemon = MHD_start_daemon(MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_ERROR_LOG, 0, NULL, NULL, handle,
                              &server, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address, MHD_OPTION_NOTIFY_COMPLETED,
                              end_request, NULL, MHD_OPTION_THREAD_POOL_SIZE, 4U, MHD_OPTION_CONNECTION_TIMEOUT, 10U,
                              MHD_OPTION_END);
    if (daemon == NULL) {
        fprintf(stderr, "cannot listen on port %ld\n", port);
        wxseal_msg_crypt_free(server.crypt);
        return 1;
    }
    printf("http://127.0.0.1:%u\n", (unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    sigwait(&stop, &stopped_by);
    MHD_stop_daemon(daemon);
    wxseal_msg_crypt_free(server.crypt);
    return 0;
}
