/* The responses of tests/responses, as every language reads and writes them; and what there is to get wrong about them. */
#include <stdlib.h>

#include "check.h"

enum { MOST_BYTES = 1024, LONGEST_LINE = 8 * MOST_BYTES, FIELDS = 5 };

/* Cuts a line at its tabs, and says into how many pieces. */
static size_t split(char *line, char *fields[FIELDS])
{
    size_t count = 0;
    line[strcspn(line, "\n")] = '\0';
    while (line != NULL && count < FIELDS) {
        char *const tab = strchr(line, '\t');
        fields[count++] = line;
        if (tab != NULL) {
            *tab = '\0';
        }
        line = tab == NULL ? NULL : tab + 1;
    }
    return count;
}

static size_t from_hexadecimal(const char *digits, uint8_t out[MOST_BYTES])
{
    size_t length = 0;
    unsigned byte;
    while (length < MOST_BYTES && sscanf(digits + 2 * length, "%2x", &byte) == 1) {
        out[length++] = (uint8_t)byte;
    }
    return length;
}

static void is_read(char *fields[FIELDS])
{
    uint8_t stored[MOST_BYTES], expected[MOST_BYTES], again[MOST_BYTES];
    const size_t stored_length = from_hexadecimal(fields[1], stored);
    const size_t expected_length = from_hexadecimal(fields[4], expected);
    wxseal_response *response = NULL;
    wxseal_str body;
    size_t length = 0;

    CHECK_STATUS(WXSEAL_OK, wxseal_response_from_bytes(stored, stored_length, &response));
    CHECK(wxseal_response_status(response) == atoi(fields[2]));
    CHECK(strcmp(wxseal_response_content_type(response), fields[3]) == 0);
    body = wxseal_response_body(response);
    CHECK(body.length == expected_length && memcmp(body.data, expected, expected_length) == 0);
    CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL, wxseal_response_to_bytes(response, NULL, 0, &length));
    CHECK(length == stored_length);
    CHECK_STATUS(WXSEAL_OK, wxseal_response_to_bytes(response, again, sizeof again, &length));
    CHECK(length == stored_length && memcmp(again, stored, length) == 0);
    wxseal_response_free(response);
}

static void is_refused(char *fields[FIELDS])
{
    uint8_t stored[MOST_BYTES];
    const size_t length = from_hexadecimal(fields[1], stored);
    wxseal_response *response = NULL;

    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_response_from_bytes(stored, length, &response));
    CHECK(response == NULL);
}

static void what_is_stored_is_read_and_what_is_not_is_refused(void)
{
    char line[LONGEST_LINE], *fields[FIELDS];
    int read = 0, refused = 0;
    FILE *const file = fopen("tests/responses/stored.txt", "r");

    CHECK(file != NULL);
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (line[0] != '#' && split(line, fields) == FIELDS) {
            is_read(fields);
            read++;
        } else if (line[0] != '#') {
            is_refused(fields);
            refused++;
        }
    }
    CHECK(read > 10 && refused > 50);
    if (file != NULL) {
        fclose(file);
    }
}

static void a_buffer_is_large_enough_or_says_what_is_needed(void)
{
    wxseal_response *response = NULL;
    uint8_t out[64];
    size_t length = 0;
    const size_t needed = 16 + strlen("forbidden");

    CHECK_STATUS(WXSEAL_OK, wxseal_response_refusal(WXSEAL_ERROR_SIGNATURE_MISMATCH, &response));
    memset(out, '#', sizeof out);
    CHECK_STATUS(WXSEAL_ERROR_BUFFER_TOO_SMALL, wxseal_response_to_bytes(response, out, needed - 1, &length));
    CHECK(length == needed && out[0] == '#');
    CHECK_STATUS(WXSEAL_OK, wxseal_response_to_bytes(response, out, needed, &length));
    CHECK(length == needed && memcmp(out, "wxsr\1\1\1\223\0\0\0\0\0\0\0\11forbidden", needed) == 0);
    CHECK(out[needed] == '#');
    wxseal_response_free(response);
}

static void pointers_that_are_null(void)
{
    wxseal_response *response = NULL, *read = NULL;
    uint8_t out[64];
    size_t length = 99;

    CHECK_STATUS(WXSEAL_OK, wxseal_response_refusal(WXSEAL_ERROR_SIGNATURE_MISMATCH, &response));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_response_to_bytes(NULL, out, sizeof out, &length));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_response_to_bytes(response, NULL, sizeof out, &length));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_response_to_bytes(response, out, sizeof out, NULL));
    CHECK(length == 99);
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_response_from_bytes(NULL, 1, &read));
    CHECK_STATUS(WXSEAL_ERROR_NULL_POINTER, wxseal_response_from_bytes(out, 1, NULL));
    CHECK_STATUS(WXSEAL_ERROR_INVALID_ARGUMENT, wxseal_response_from_bytes(out, (size_t)-1, &read));
    CHECK_STATUS(WXSEAL_ERROR_UNWRITABLE_REPLY, wxseal_response_from_bytes(NULL, 0, &read));
    CHECK(read == NULL);
    wxseal_response_free(response);
}

static void a_claim_is_of_the_object_that_gave_it(void)
{
    wxseal_recent_keys *one = NULL, *other = NULL;
    wxseal_claim *of_one = NULL, *of_other = NULL;
    wxseal_response *response = NULL, *none = NULL;
    wxseal_recent known = 0;
    int32_t done = 99;

    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(WXSEAL_DEFAULT_CLAIM_FOR, WXSEAL_DEFAULT_KEEP_FOR, 0, 0, &one));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_new(WXSEAL_DEFAULT_CLAIM_FOR, WXSEAL_DEFAULT_KEEP_FOR, 0, 0, &other));
    CHECK_STATUS(WXSEAL_OK, wxseal_response_refusal(WXSEAL_ERROR_MALFORMED_QUERY, &response));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(one, str("k"), 100, &known, &of_one, &none, NULL));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_claim(other, str("k"), 100, &known, &of_other, &none, NULL));
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_answer(other, of_one, response, 100, &done));
    CHECK(done == 0);
    done = 99;
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_release(other, of_one, &done));
    CHECK(done == 0);
    CHECK_STATUS(WXSEAL_OK, wxseal_recent_keys_answer(one, of_one, response, 100, &done));
    CHECK(done == 1);
    wxseal_claim_free(of_one);
    wxseal_claim_free(of_other);
    wxseal_response_free(response);
    wxseal_recent_keys_free(one);
    wxseal_recent_keys_free(other);
}

int main(void)
{
    TEST(what_is_stored_is_read_and_what_is_not_is_refused);
    TEST(a_buffer_is_large_enough_or_says_what_is_needed);
    TEST(pointers_that_are_null);
    TEST(a_claim_is_of_the_object_that_gave_it);
    return failed_tests > 0;
}
