/* A search widget's server: stock quotes, as in the platform's document, each answered within 300 ms.
 *
 *     cc widget.c quotes.c webhook.c http.c $(pkg-config --cflags --libs wxseal libmicrohttpd) -lpthread -o widget
 *     WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=wx… ./widget ../quotes.json
 *
 * The platform gives up after 300 ms, and nothing in C ends a lookup that takes longer. So the request's thread asks another
 * one to look up, and waits until its deadline. What is not there by then is answered -3, to be shown for a second; the
 * lookup goes on, and fills the cache for when the platform asks again.
 *
 * WXSEAL_LIFESPAN is for how many seconds a quote is shown (60). quotes.h is where quotes come from, webhook.h has the other
 * settings.
 */
#define _POSIX_C_SOURCE 200809L
#include "quotes.h"
#include "webhook.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum {
    /* In ms, and what is left of 300 is for the network and for the crypto. */
    DEADLINE = 250,
    /* For how many seconds an error is shown before the platform asks again. */
    LIFESPAN_OF_ERROR = 1,
    /* How many lookups are made at once, how many wait for their turn, and how many results are kept. At 200 searches a
     * second, of which 5 in 100 take 2 s, 20 are made at once. */
    WORKERS = 64,
    MOST_WAITING = 256,
    MOST_KEPT = 1024
};

/* For how many seconds a quote holds, here and with the platform. */
static int lifespan;

/* What is known of a stock. */
struct entry {
    enum { UNUSED, WAITING, LOOKED_UP, KNOWN } state;
    struct stock stock;
    /* Of what is known, the time in ms until which it is. */
    long long until;
    int err_code;
    char data[QUOTE_SIZE];
};

static struct {
    pthread_mutex_t lock;
    pthread_cond_t asked, found;
    struct entry entries[MOST_KEPT];
    /* Whose lookups wait: a ring. */
    struct entry *waiting[MOST_WAITING];
    size_t first, count;
    int stopping;
} cache = {.lock = PTHREAD_MUTEX_INITIALIZER, .asked = PTHREAD_COND_INITIALIZER};

/* The time in ms, by a clock that nobody sets. */
static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

/* Waits for a result, with the lock held; 0 once it is `deadline`. */
static int wait_until(long long deadline)
{
    struct timespec time = {deadline / 1000, (long)(deadline % 1000) * 1000000};
    return pthread_cond_timedwait(&cache.found, &cache.lock, &time) != ETIMEDOUT;
}

static int same(const struct stock *one, const struct stock *other)
{
    return strcmp(one->code, other->code) == 0 && strcmp(one->market, other->market) == 0;
}

/* The stock's entry, or NULL. To look at all of them takes microseconds. */
static struct entry *find(const struct stock *stock)
{
    size_t i;
    for (i = 0; i < MOST_KEPT; i++) {
        if (cache.entries[i].state != UNUSED && same(&cache.entries[i].stock, stock)) {
            return &cache.entries[i];
        }
    }
    return NULL;
}

/* An entry that is not in use, or the one that is outdated first. Not all wait to be known, for there are more of them. */
static struct entry *make_room(void)
{
    struct entry *oldest = NULL;
    size_t i;
    for (i = 0; i < MOST_KEPT; i++) {
        struct entry *const entry = &cache.entries[i];
        if (entry->state == UNUSED) {
            return entry;
        }
        if (entry->state == KNOWN && (oldest == NULL || entry->until < oldest->until)) {
            oldest = entry;
        }
    }
    return oldest;
}

/* Asks for a lookup, unless too many wait for theirs. */
static void ask(struct entry *entry, const struct stock *stock)
{
    if (cache.count == MOST_WAITING) {
        return;
    }
    if (entry == NULL) {
        entry = make_room();
    }
    entry->state = WAITING;
    entry->stock = *stock;
    cache.waiting[(cache.first + cache.count++) % MOST_WAITING] = entry;
    pthread_cond_signal(&cache.asked);
}

/* Looks up, and logs what somebody may want to look into. */
static int look_up_and_log(const struct stock *stock, char data[QUOTE_SIZE])
{
    const long long begun = now();
    const int err_code = look_up(stock, data);
    if (err_code == QUOTE_FAILED) {
        fprintf(stderr, "a lookup failed after %lld ms\n", now() - begun);
    } else if (now() - begun > DEADLINE) {
        fprintf(stderr, "a lookup took %lld ms\n", now() - begun);
    }
    return err_code;
}

/* One of the workers: a lookup after the other. */
static void *work(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&cache.lock);
    for (;;) {
        struct entry *entry;
        struct stock stock;
        char data[QUOTE_SIZE];
        int err_code;
        while (cache.count == 0 && !cache.stopping) {
            pthread_cond_wait(&cache.asked, &cache.lock);
        }
        if (cache.stopping) {
            break;
        }
        entry = cache.waiting[cache.first];
        cache.first = (cache.first + 1) % MOST_WAITING;
        cache.count--;
        /* Nobody else takes an entry that is being looked up. */
        entry->state = LOOKED_UP;
        stock = entry->stock;
        pthread_mutex_unlock(&cache.lock);

        err_code = look_up_and_log(&stock, data);

        pthread_mutex_lock(&cache.lock);
        entry->state = KNOWN;
        entry->err_code = err_code;
        strcpy(entry->data, err_code == QUOTE_FOUND ? data : "{}");
        entry->until = now() + (err_code == QUOTE_FAILED ? LIFESPAN_OF_ERROR : lifespan) * 1000LL;
        pthread_cond_broadcast(&cache.found);
    }
    pthread_mutex_unlock(&cache.lock);
    return NULL;
}

/* What is known of a stock by the deadline: an err_code, and data and for how many seconds it holds. */
static int quote(const struct stock *stock, char data[QUOTE_SIZE], uint32_t *seconds)
{
    const long long deadline = now() + DEADLINE;
    int err_code = QUOTE_FAILED, in_time = 1;
    struct entry *entry;
    pthread_mutex_lock(&cache.lock);
    entry = find(stock);
    if (entry == NULL || (entry->state == KNOWN && entry->until <= now())) {
        ask(entry, stock);
    }
    /* Found anew each time: while the lock was free, the entry may have been given to another stock. */
    while ((entry = find(stock)) != NULL && entry->state != KNOWN && in_time) {
        in_time = wait_until(deadline);
    }
    if (entry != NULL && entry->state == KNOWN && entry->until > now()) {
        err_code = entry->err_code;
        strcpy(data, entry->data);
        /* No longer than it holds here: the platform's time with it begins when ours does. */
        *seconds = (uint32_t)((entry->until - now() + 999) / 1000);
    } else {
        *seconds = LIFESPAN_OF_ERROR;
    }
    pthread_mutex_unlock(&cache.lock);
    return err_code;
}

static const char *text_of(int err_code)
{
    switch (err_code) {
    case QUOTE_FOUND:
        return "";
    case QUOTE_UNKNOWN:
        return "无结果";
    case QUOTE_OF_NO_STOCK:
        return "参数不对";
    default:
        return "系统错误";
    }
}

/* Reads a slot that names something; whether it did. What users search for comes here, and a slot may hold anything. */
static int read_slot(const wxseal_incoming *push, const char *key, char name[STOCK_NAME_SIZE])
{
    wxseal_str slot;
    if (wxseal_incoming_widget_slot(push, wxseal_str_of(key), &slot) != WXSEAL_OK || slot.length == 0 ||
        slot.length >= STOCK_NAME_SIZE || memchr(slot.data, '\0', slot.length) != NULL) {
        return 0;
    }
    memcpy(name, slot.data, slot.length);
    name[slot.length] = '\0';
    return 1;
}

static wxseal_status answer_search(const wxseal_incoming *push, wxseal_response **response)
{
    struct stock stock;
    char data[QUOTE_SIZE] = "{}";
    uint32_t seconds = (uint32_t)lifespan;
    int err_code = QUOTE_OF_NO_STOCK;
    if (read_slot(push, "stock_market", stock.market) && read_slot(push, "stock_code", stock.code)) {
        err_code = quote(&stock, data, &seconds);
    }
    return wxseal_incoming_reply_widget(push, seconds, wxseal_str_of(data), err_code, wxseal_str_of(text_of(err_code)),
                                        response);
}

static const struct webhook_route routes[] = {
    {"event", "wxa_widget_data", answer_search},
    {NULL, NULL, wxseal_incoming_success},
};

/* A condition that is waited for by the clock of `now`. */
static void make_condition(pthread_cond_t *condition)
{
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
}

/* Serves, with the workers behind it. */
static int serve(const struct webhook *webhook)
{
    pthread_t workers[WORKERS];
    int started = 0, status = 1;
    while (started < WORKERS && pthread_create(&workers[started], NULL, work, NULL) == 0) {
        started++;
    }
    if (started == WORKERS) {
        status = webhook_serve(webhook);
    } else {
        fprintf(stderr, "%d threads are not to be had\n", WORKERS);
    }
    pthread_mutex_lock(&cache.lock);
    cache.stopping = 1;
    pthread_cond_broadcast(&cache.asked);
    pthread_mutex_unlock(&cache.lock);
    while (started > 0) {
        pthread_join(workers[--started], NULL);
    }
    return status;
}

int main(int argc, char **argv)
{
    struct webhook webhook = webhook_open(routes);
    int status = 1;
    lifespan = atoi(webhook_setting("WXSEAL_LIFESPAN", "60"));
    make_condition(&cache.found);
    if (lifespan < 1) {
        fprintf(stderr, "WXSEAL_LIFESPAN is less than a second\n");
    } else if (open_quotes(argc > 1 ? argv[1] : "quotes.json")) {
        status = serve(&webhook);
    }
    close_quotes();
    webhook_close(&webhook);
    return status;
}
