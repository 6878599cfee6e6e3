/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#define HELD wxseal_recent_keys
#include "holder.h"

static zend_class_entry *recent_class;

PHP_METHOD(Wxseal_RecentKeys, __construct)
{
    uint64_t claim_for = 0, keep_for = 0, max_entries = 0, max_bytes = 0;
    ZEND_PARSE_PARAMETERS_START(0, 4)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_NUMBER_OR_NULL(claim_for)
        WXSEAL_PARAM_NUMBER_OR_NULL(keep_for)
        WXSEAL_PARAM_NUMBER_OR_NULL(max_entries)
        WXSEAL_PARAM_NUMBER_OR_NULL(max_bytes)
    ZEND_PARSE_PARAMETERS_END();

    if (is_new(ZEND_THIS)) {
        php_wxseal_succeeded(
            wxseal_recent_keys_new(claim_for, keep_for, max_entries, max_bytes, &self(ZEND_THIS)->held));
    }
}

PHP_METHOD(Wxseal_RecentKeys, count)
{
    ZEND_PARSE_PARAMETERS_NONE();

    RETURN_LONG(wxseal_recent_keys_length(alive(ZEND_THIS)));
}

PHP_METHOD(Wxseal_RecentKeys, claim)
{
    wxseal_str key;
    uint64_t now = 0;
    ZEND_PARSE_PARAMETERS_START(1, 2)
        WXSEAL_PARAM_TEXT(key)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_NUMBER_OR_NULL(now)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_recent_keys *recent = alive(ZEND_THIS);
    wxseal_recent known;
    wxseal_claim *claim;
    wxseal_response *response;
    uint64_t until;
    if (!php_wxseal_succeeded(wxseal_recent_keys_claim(recent, key, now, &known, &claim, &response, &until))) {
        RETURN_THROWS();
    }
    /* The properties, in the stub's order. */
    enum { STATE, CLAIM, RESPONSE, UNTIL };
    object_init_ex(return_value, recent_class);
    zend_object *object = Z_OBJ_P(return_value);
    zval *state = OBJ_PROP_NUM(object, STATE);
    ZVAL_NULL(OBJ_PROP_NUM(object, CLAIM));
    ZVAL_NULL(OBJ_PROP_NUM(object, RESPONSE));
    ZVAL_NULL(OBJ_PROP_NUM(object, UNTIL));
    if (known == WXSEAL_RECENT_CLAIMED) {
        ZVAL_STRING(state, "claimed");
        php_wxseal_return_claim(OBJ_PROP_NUM(object, CLAIM), claim, recent, Z_OBJ_P(ZEND_THIS));
    } else if (known == WXSEAL_RECENT_ANSWERED) {
        ZVAL_STRING(state, "answered");
        php_wxseal_return_response(OBJ_PROP_NUM(object, RESPONSE), response);
    } else {
        ZVAL_STRING(state, "busy");
        ZVAL_LONG(OBJ_PROP_NUM(object, UNTIL), until > ZEND_LONG_MAX ? ZEND_LONG_MAX : (zend_long)until);
    }
}

PHP_METHOD(Wxseal_Recent, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

void php_wxseal_init_recent_keys(zend_class_entry *class)
{
    init_holder(class);
}

void php_wxseal_init_recent(zend_class_entry *class)
{
    recent_class = class;
}
