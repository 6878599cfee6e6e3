/* A webhook for an Official Account's or a Mini Program's message push, over HTTP or FastCGI:
 *
 *     cc server.c webhook.c http.c $(pkg-config --cflags --libs wxseal libmicrohttpd) -lpthread -o server
 *     cc server.c webhook.c fastcgi.c $(pkg-config --cflags --libs wxseal fcgi) -lpthread -o server
 *     WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=wx… ./server
 *
 * It answers the URL check, a text message with the same text, and all else with "success". What it leaves out: a push that
 * is sent again is answered again, which `wxseal_recent_keys` is there to prevent. webhook.h has the settings.
 */
#include "webhook.h"

static wxseal_status echo(const wxseal_incoming *push, wxseal_response **response)
{
    wxseal_str content;
    const wxseal_status status = wxseal_incoming_text(push, WXSEAL_STR("Content"), &content);
    if (status != WXSEAL_OK) {
        return status;
    }
    return content.data == NULL ? wxseal_incoming_success(push, response)
                                : wxseal_incoming_reply_text(push, content, response);
}

static wxseal_status welcome(const wxseal_incoming *push, wxseal_response **response)
{
    return wxseal_incoming_reply_text(push, WXSEAL_STR("你好"), response);
}

static const struct webhook_route routes[] = {
    {"text", NULL, echo},
    {"event", "subscribe", welcome},
    {NULL, NULL, wxseal_incoming_success},
};

int main(void)
{
    struct webhook webhook = webhook_open(routes);
    const int status = webhook_serve(&webhook);
    webhook_close(&webhook);
    return status;
}
