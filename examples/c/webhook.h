/* What the servers here share: a request is verified, its push handed to the handler of a table, and what goes wrong is
 * logged. webhook.c does that, and one of http.c and fastcgi.c, whichever a program is built with, brings the requests.
 *
 * From the environment come WXSEAL_TOKEN, WXSEAL_ENCODING_AES_KEY and WXSEAL_RECEIVE_ID, of the console's message push page.
 * The others have defaults:
 *
 *     WXSEAL_MODE        safe, which does for compatible, too; or plain, where nothing signs a body
 *     WXSEAL_TOLERANCE   how many seconds a request's timestamp may be away from the clock (300)
 *     WXSEAL_DIAGNOSE    1 logs why a request was refused, which costs more than to refuse it
 */
#ifndef WEBHOOK_H
#define WEBHOOK_H

#include <wxseal.h>

/* How large a body may be, in bytes. A larger one is answered 413, before it is read where its length is known. */
enum { WEBHOOK_MAX_BODY = 1 << 20 };

/* Answers a push. It is called by many threads at once, and may wait: others answer meanwhile. */
typedef wxseal_status webhook_handler(const wxseal_incoming *push, wxseal_response **response);

/* Which pushes a handler is for: those of a MsgType and, of an event, an Event. NULL is any. */
struct webhook_route {
    const char *msg_type;
    const char *event;
    webhook_handler *handler;
};

/* An endpoint, and a table that ends with a route for all. The first route that fits is taken. */
struct webhook {
    wxseal_endpoint *endpoint;
    const struct webhook_route *routes;
    int diagnoses;
};

/* What the environment says; a setting that must be there has no `otherwise`, and its lack ends the program. */
const char *webhook_setting(const char *name, const char *otherwise);

/* Reads the settings; ends the program where one is wrong. To be called before there are threads: it has SIGINT and SIGTERM
 * wait for `webhook_wait`. `webhook_close` frees the endpoint. */
struct webhook webhook_open(const struct webhook_route *routes);
void webhook_close(struct webhook *webhook);

/* Answers a request, `query` being what stands behind the ? of its URL, undecoded. What it gives is the caller's to free, and
 * NULL only where there is no memory. A request that is refused has one line on standard error. */
wxseal_response *webhook_answer(const struct webhook *webhook, wxseal_str method, wxseal_str query, const void *body,
                                size_t length);

/* Logs that a body is over the limit. */
void webhook_log_too_large(void);

/* Waits for SIGINT or SIGTERM. */
void webhook_wait(void);

/* Serves until SIGINT or SIGTERM, and gives the program's exit status. How requests come is said where it is written. */
int webhook_serve(const struct webhook *webhook);

#endif
