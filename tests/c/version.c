/* Whether a library as old as this, or as new, is enough for the header; no other library is at hand, so a stand-in says so. */
#define wxseal_version running_version
#include <stdio.h>

#include "check.h"

static char running[32];

const char *running_version(void)
{
    return running;
}

static int suffices(int major, int minor, int patch)
{
    snprintf(running, sizeof running, "%d.%d.%d", major, minor, patch);
    return wxseal_version_suffices();
}

static void the_library_of_this_header_suffices(void)
{
    CHECK(suffices(WXSEAL_VERSION_MAJOR, WXSEAL_VERSION_MINOR, WXSEAL_VERSION_PATCH));
}

static void a_later_library_suffices(void)
{
    CHECK(suffices(WXSEAL_VERSION_MAJOR, WXSEAL_VERSION_MINOR, WXSEAL_VERSION_PATCH + 1));
    CHECK(suffices(WXSEAL_VERSION_MAJOR, WXSEAL_VERSION_MINOR + 10, 0));
    CHECK(suffices(WXSEAL_VERSION_MAJOR + 1, 0, 0));
}

static void an_older_library_does_not(void)
{
    CHECK(!suffices(0, 1, 0));
    CHECK(!suffices(0, 1, 99));
    CHECK(!suffices(0, 0, 99));
}

static void what_is_no_version_does_not(void)
{
    running[0] = '\0';
    CHECK(!wxseal_version_suffices());
}

int main(void)
{
    TEST(the_library_of_this_header_suffices);
    TEST(a_later_library_suffices);
    TEST(an_older_library_does_not);
    TEST(what_is_no_version_does_not);
    return failed_tests > 0;
}
