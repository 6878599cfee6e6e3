/* Where widget.c has its quotes from. quotes.c is a stand-in; what asks an exchange is to take its place. */
#ifndef QUOTES_H
#define QUOTES_H

enum {
    /* How long the name of a market or a stock may be, and a quote's JSON, in bytes with the NUL. */
    STOCK_NAME_SIZE = 33,
    QUOTE_SIZE = 512
};

/* The widget's `err_code`. */
enum { QUOTE_FOUND = 0, QUOTE_UNKNOWN = -1, QUOTE_OF_NO_STOCK = -2, QUOTE_FAILED = -3 };

struct stock {
    char market[STOCK_NAME_SIZE];
    char code[STOCK_NAME_SIZE];
};

/* Begins with what the program's argument says; 0 where that is not to be had, which has a line on standard error. */
int open_quotes(const char *argument);
void close_quotes(void);

/* Looks up a stock, for many threads at once, and may take its time, but must end by itself: after 5 seconds it is to
 * give QUOTE_FAILED. `data` is where the widget's data goes, a JSON object, which counts where it gives QUOTE_FOUND. */
int look_up(const struct stock *stock, char data[QUOTE_SIZE]);

#endif
