/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

static void add(php_wxseal_pairs *pairs, zend_string *name, zend_ulong index, zend_string *value)
{
    zend_string **texts = &pairs->texts[2 * pairs->count];
    /* A name of digits is a number to PHP. */
    texts[0] = name ? zend_string_copy(name) : zend_long_to_str((zend_long)index);
    texts[1] = value;
    pairs->pairs[pairs->count++] = (wxseal_pair){.name = php_wxseal_str(texts[0]), .value = php_wxseal_str(texts[1])};
}

bool php_wxseal_read_pairs(HashTable *array, bool of_query, uint32_t position, php_wxseal_pairs *pairs)
{
    const size_t most = (of_query ? 2 : 1) * (size_t)zend_hash_num_elements(array);
    *pairs = (php_wxseal_pairs){
        .pairs = safe_emalloc(most, sizeof(wxseal_pair), 0),
        .texts = safe_emalloc(most, 2 * sizeof(zend_string *), 0),
    };
    zend_ulong index;
    zend_string *name;
    zval *value;
    ZEND_HASH_FOREACH_KEY_VAL(array, index, name, value) {
        ZVAL_DEREF(value);
        if (Z_TYPE_P(value) == IS_STRING || Z_TYPE_P(value) == IS_LONG) {
            add(pairs, name, index, zval_get_string(value));
        } else if (of_query && Z_TYPE_P(value) == IS_ARRAY) {
            /* However many are in it, it is not the one text that it should be. */
            add(pairs, name, index, ZSTR_EMPTY_ALLOC());
            add(pairs, name, index, ZSTR_EMPTY_ALLOC());
        } else if (!of_query || Z_TYPE_P(value) != IS_NULL) {
            zend_argument_type_error(position, "must hold texts, %s given", zend_zval_type_name(value));
            return false;
        }
    } ZEND_HASH_FOREACH_END();
    return true;
}

void php_wxseal_release_pairs(php_wxseal_pairs *pairs)
{
    for (size_t i = 0; i < 2 * pairs->count; i++) {
        zend_string_release(pairs->texts[i]);
    }
    efree(pairs->texts);
    efree(pairs->pairs);
}
