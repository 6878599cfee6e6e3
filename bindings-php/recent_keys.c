/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#define HELD wxseal_recent_keys
#include "holder.h"

static bool check_range(zend_long value, zend_long least, uint32_t position)
{
    if (value < least) {
        zend_argument_value_error(position, "must be greater than or equal to " ZEND_LONG_FMT, least);
        return false;
    }
    return true;
}

PHP_METHOD(Wxseal_RecentKeys, __construct)
{
    zend_long claim_for = WXSEAL_DEFAULT_CLAIM_FOR, keep_for = WXSEAL_DEFAULT_KEEP_FOR, max_entries = 0, max_bytes = 0;
    bool default_entries = true, default_bytes = true;
    ZEND_PARSE_PARAMETERS_START(0, 4)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(claim_for)
        Z_PARAM_LONG(keep_for)
        Z_PARAM_LONG_OR_NULL(max_entries, default_entries)
        Z_PARAM_LONG_OR_NULL(max_bytes, default_bytes)
    ZEND_PARSE_PARAMETERS_END();

    /* To C, bounds of 0 are the default ones. */
    if (!check_range(claim_for, 0, 1) || !check_range(keep_for, 0, 2)
        || (!default_entries && !check_range(max_entries, 1, 3)) || (!default_bytes && !check_range(max_bytes, 1, 4))
        || !is_new(Z_OBJ_P(ZEND_THIS))) {
        RETURN_THROWS();
    }
    wxseal_status status = wxseal_recent_keys_new(
        claim_for, keep_for, default_entries ? 0 : max_entries, default_bytes ? 0 : max_bytes,
        &holder_of(Z_OBJ_P(ZEND_THIS))->held);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
}

PHP_METHOD(Wxseal_RecentKeys, claim)
{
    zend_string *key;
    zend_long now = 0;
    bool now_absent = true;
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(key)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(now, now_absent)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t seconds;
    const wxseal_recent_keys *recent = alive(Z_OBJ_P(ZEND_THIS));
    if (!recent || !php_wxseal_read_now(now, now_absent, 2, &seconds)
        || !php_wxseal_check_text(key, WXSEAL_ERROR_INVALID_TEXT)) {
        RETURN_THROWS();
    }
    wxseal_recent known;
    wxseal_claim *claim;
    wxseal_response *response;
    uint64_t until;
    wxseal_status status =
        wxseal_recent_keys_claim(recent, ZSTR_VAL(key), seconds, &known, &claim, &response, &until);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    php_wxseal_return_claim(return_value, known, claim, response, until);
}

/* What was claimed, or NULL and a LogicException. */
static const wxseal_claim *claimed(zend_object *object)
{
    const wxseal_claim *claim = php_wxseal_claim_of(object);
    if (!claim) {
        php_wxseal_throw_logic("the claim is not yours: its state is not 'claimed'");
    }
    return claim;
}

PHP_METHOD(Wxseal_RecentKeys, answer)
{
    zend_object *claim_object, *response_object;
    zend_long now = 0;
    bool now_absent = true;
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_OBJ_OF_CLASS(claim_object, php_wxseal_claim_class)
        Z_PARAM_OBJ_OF_CLASS(response_object, php_wxseal_response_class)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(now, now_absent)
    ZEND_PARSE_PARAMETERS_END();

    uint64_t seconds;
    const wxseal_claim *claim;
    const wxseal_recent_keys *recent = alive(Z_OBJ_P(ZEND_THIS));
    if (!recent || !php_wxseal_read_now(now, now_absent, 3, &seconds) || !(claim = claimed(claim_object))) {
        RETURN_THROWS();
    }
    const wxseal_response *response = php_wxseal_response_of(response_object);
    if (!response) {
        RETURN_THROWS();
    }
    int32_t stored;
    wxseal_status status = wxseal_recent_keys_answer(recent, claim, response, seconds, &stored);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    RETURN_BOOL(stored);
}

PHP_METHOD(Wxseal_RecentKeys, release)
{
    zend_object *claim_object;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJ_OF_CLASS(claim_object, php_wxseal_claim_class)
    ZEND_PARSE_PARAMETERS_END();

    const wxseal_claim *claim;
    const wxseal_recent_keys *recent = alive(Z_OBJ_P(ZEND_THIS));
    if (!recent || !(claim = claimed(claim_object))) {
        RETURN_THROWS();
    }
    int32_t released;
    wxseal_status status = wxseal_recent_keys_release(recent, claim, &released);
    if (status != WXSEAL_OK) {
        php_wxseal_throw(status);
        RETURN_THROWS();
    }
    RETURN_BOOL(released);
}

void php_wxseal_init_recent_keys(zend_class_entry *class)
{
    init_holder(class);
}
