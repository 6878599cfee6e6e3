/**
 * Text or bytes that somebody else owns; not NUL-terminated. `data` may be NULL where `length` is 0: an empty text, or one
 * that is left out.
 */
typedef struct wxseal_str {
    const char *data;
    size_t length;
} wxseal_str;

/**
 * The `wxseal_str` of a string literal.
 */
#ifdef __cplusplus
#define WXSEAL_STR(literal) (wxseal_str{"" literal, sizeof("" literal) - 1})
#else
#define WXSEAL_STR(literal) ((wxseal_str){"" literal, sizeof("" literal) - 1})
#endif

/**
 * The `wxseal_str` of a NUL-terminated text; of NULL the empty one, which says that a text is left out.
 */
static inline wxseal_str wxseal_str_of(const char *text) {
    wxseal_str str = {text, text ? strlen(text) : 0};
    return str;
}

/**
 * Whether it says the same as a NUL-terminated text: 1, or 0.
 */
static inline int wxseal_str_is(wxseal_str text, const char *other) {
    wxseal_str same = wxseal_str_of(other);
    return text.length == same.length && (text.length == 0 || memcmp(text.data, same.data, text.length) == 0);
}

/**
 * The version of the running library, as "major.minor.patch"; `WXSEAL_VERSION` is the header's. A static string.
 */
#ifdef __cplusplus
extern "C"
#endif
const char *wxseal_version(void);

/**
 * Whether the running library is as new as this header: 1, or 0 where it may lack what the header declares. What is linked to
 * the shared library asks once, when it starts.
 */
static inline int wxseal_version_suffices(void) {
    const int header[] = {WXSEAL_VERSION_MAJOR, WXSEAL_VERSION_MINOR, WXSEAL_VERSION_PATCH};
    const char *running = wxseal_version();
    int part;
    for (part = 0; part < 3; part++) {
        int number = 0;
        for (; *running >= '0' && *running <= '9'; running++) {
            number = 10 * number + (*running - '0');
        }
        if (number != header[part]) {
            return number > header[part];
        }
        running += *running == '.';
    }
    return 1;
}
