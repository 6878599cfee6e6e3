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
