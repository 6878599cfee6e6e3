/* What the test programs share: checks that count, and tests that report themselves by name, one line each. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

#include <wxseal.h>

/* The tests say it often. */
static inline wxseal_str str(const char *text)
{
    return wxseal_str_of(text);
}

/* A text that says that it is there, and is not. */
static inline wxseal_str nowhere(void)
{
    const wxseal_str text = {NULL, 1};
    return text;
}

/* Whether a text is there and says the same, which no missing one does. */
static inline int is(wxseal_str text, const char *expected)
{
    return text.data != NULL && wxseal_str_is(text, expected);
}

static inline int is_missing(wxseal_str text)
{
    return text.data == NULL && text.length == 0;
}

/* The text of a literal, where only a constant will do. */
#define S(literal) {literal, sizeof literal - 1}

static int failures_of_this_test;
static int failed_tests;

static void check(int holds, const char *what, const char *file, int line)
{
    if (!holds) {
        failures_of_this_test++;
        printf("%s:%d: does not hold: %s\n", file, line, what);
    }
}

static inline void check_status(wxseal_status expected, wxseal_status actual, const char *what, const char *file, int line)
{
    if (expected != actual) {
        failures_of_this_test++;
        printf("%s:%d: %s: expected %s, got %s\n", file, line, what, wxseal_status_name(expected),
               wxseal_status_name(actual));
    }
}

static void test(const char *name, void (*run)(void))
{
    failures_of_this_test = 0;
    run();
    failed_tests += failures_of_this_test > 0;
    printf("%s %s\n", failures_of_this_test > 0 ? "FAILED" : "ok", name);
    /* So that a crash loses none of it, and no child of fork() prints it again. */
    fflush(stdout);
}

#define CHECK(condition) check((condition) ? 1 : 0, #condition, __FILE__, __LINE__)
#define CHECK_STATUS(expected, call) check_status(expected, call, #call, __FILE__, __LINE__)
#define TEST(run) test(#run, run)

#endif
