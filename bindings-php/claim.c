/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

/* A right to answer, and the object that gave it, which lives as long. */
typedef struct {
    wxseal_claim *right;
    const wxseal_recent_keys *recent;
    zend_object *object;
} claim;

static void claim_free(claim *claim)
{
    if (claim) {
        wxseal_claim_free(claim->right);
        OBJ_RELEASE(claim->object);
        efree(claim);
    }
}

#define HELD claim
#include "holder.h"

static zend_class_entry *claim_class;

void php_wxseal_return_claim(
    zval *return_value, wxseal_claim *right, const wxseal_recent_keys *recent, zend_object *object)
{
    claim *made = emalloc(sizeof(claim));
    GC_ADDREF(object);
    *made = (claim){.right = right, .recent = recent, .object = object};
    hold(return_value, claim_class, made);
}

PHP_METHOD(Wxseal_Claim, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Wxseal_Claim, answer)
{
    zval *response;
    uint64_t now = 0;
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_OBJECT_OF_CLASS(response, php_wxseal_response_class)
        Z_PARAM_OPTIONAL
        WXSEAL_PARAM_NUMBER_OR_NULL(now)
    ZEND_PARSE_PARAMETERS_END();

    const claim *claim = alive(ZEND_THIS);
    int32_t stored;
    if (claim
        && php_wxseal_succeeded(wxseal_recent_keys_answer(
            claim->recent, claim->right, php_wxseal_response_of(response), now, &stored))) {
        RETURN_BOOL(stored);
    }
}

PHP_METHOD(Wxseal_Claim, release)
{
    ZEND_PARSE_PARAMETERS_NONE();

    const claim *claim = alive(ZEND_THIS);
    int32_t released;
    if (claim && php_wxseal_succeeded(wxseal_recent_keys_release(claim->recent, claim->right, &released))) {
        RETURN_BOOL(released);
    }
}

void php_wxseal_init_claim(zend_class_entry *class)
{
    claim_class = class;
    init_holder(class);
}
