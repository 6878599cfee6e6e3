/* A stand-in for a source of quotes: those of a JSON file, quotes.json, which are invented and move every second.
 *
 * WXSEAL_SLOW_PERCENT of the lookups (0) take WXSEAL_SLOW_MS (2000); one that takes longer than GIVE_UP has failed then.
 */
#define _XOPEN_SOURCE 700
#include "quotes.h"
#include "webhook.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { GIVE_UP = 5000, LARGEST_FILE = 1 << 16 };

static wxseal_message *table;
static const wxseal_value *rows;
static int slow_percent, slow_ms;

static wxseal_str text_of(const wxseal_value *row, const char *name)
{
    return wxseal_value_text(wxseal_value_get(row, wxseal_str_of(name)));
}

/* Reads an array; the library reads objects. */
static int read_table(FILE *file)
{
    static char text[LARGEST_FILE] = "{\"quotes\":";
    const size_t begin = strlen(text);
    const size_t length = begin + fread(text + begin, 1, sizeof text - begin - 1, file);
    text[length] = '}';
    return wxseal_message_from_cloud_event(text, length + 1, &table) == WXSEAL_OK &&
           wxseal_message_get(table, WXSEAL_STR("quotes"), &rows) == WXSEAL_OK &&
           wxseal_value_type(rows) == WXSEAL_TYPE_ARRAY;
}

int open_quotes(const char *argument)
{
    FILE *const file = fopen(argument, "rb");
    const int read = file != NULL && read_table(file);
    if (file != NULL) {
        fclose(file);
    }
    if (!read) {
        fprintf(stderr, "%s holds no quotes\n", argument);
    }
    slow_percent = atoi(webhook_setting("WXSEAL_SLOW_PERCENT", "0"));
    slow_ms = atoi(webhook_setting("WXSEAL_SLOW_MS", "2000"));
    srandom((unsigned)time(NULL));
    return read;
}

void close_quotes(void)
{
    wxseal_message_free(table);
}

static const wxseal_value *find(const struct stock *stock)
{
    const size_t count = wxseal_value_length(rows);
    size_t i;
    for (i = 0; i < count; i++) {
        const wxseal_value *const row = wxseal_value_item(rows, i);
        if (wxseal_str_is(text_of(row, "market"), stock->market) && wxseal_str_is(text_of(row, "code"), stock->code)) {
            return row;
        }
    }
    return NULL;
}

/* Sleeps, and says whether that is all; it is not longer than a lookup may take. */
static int sleep_ms(int ms)
{
    const int slept = ms < GIVE_UP ? ms : GIVE_UP;
    const struct timespec delay = {slept / 1000, slept % 1000 * 1000000L};
    nanosleep(&delay, NULL);
    return slept == ms;
}

int look_up(const struct stock *stock, char data[QUOTE_SIZE])
{
    const wxseal_value *const row = find(stock);
    const int change = (int)(time(NULL) * 67 % 200) - 100;
    wxseal_str name, currency;
    int price, written;
    if (random() % 100 < slow_percent && !sleep_ms(slow_ms)) {
        return QUOTE_FAILED;
    }
    if (row == NULL) {
        return QUOTE_UNKNOWN;
    }
    name = text_of(row, "name");
    currency = text_of(row, "currency");
    price = (int)wxseal_value_integer(wxseal_value_get(row, WXSEAL_STR("close")), 0) + change;
    /* The file's texts have nothing that JSON would escape, and so has a stock that it knows. */
    written = snprintf(data, QUOTE_SIZE,
                       "{\"stock_market\":\"%s\",\"stock_code\":\"%s\",\"stock_name\":\"%.*s\",\"price\":\"%d.%02d\","
                       "\"change\":\"%c%d.%02d\",\"currency\":\"%.*s\"}",
                       stock->market, stock->code, (int)name.length, name.data, price / 100, price % 100,
                       change < 0 ? '-' : '+', abs(change) / 100, abs(change) % 100, (int)currency.length, currency.data);
    return written < QUOTE_SIZE ? QUOTE_FOUND : QUOTE_FAILED;
}
