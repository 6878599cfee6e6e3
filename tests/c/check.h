/* What the test programs share: checks that count, and tests that report themselves by name, one line each. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

#include <wxseal.h>

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
