/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

#define HELD wxseal_claim
#include "holder.h"

zend_class_entry *php_wxseal_claim_class;

void php_wxseal_return_claim(
    zval *return_value, wxseal_recent known, wxseal_claim *claim, wxseal_response *response, uint64_t until)
{
    zend_class_entry *class = php_wxseal_claim_class;
    zend_object *object = &hold(return_value, class, claim)->object;
    const char *state = "busy";
    zval first, deadline;
    ZVAL_NULL(&first);
    ZVAL_NULL(&deadline);
    if (known == WXSEAL_RECENT_CLAIMED) {
        state = "claimed";
    } else if (known == WXSEAL_RECENT_ANSWERED) {
        state = "answered";
        php_wxseal_return_response(&first, response);
    } else {
        ZVAL_LONG(&deadline, until > ZEND_LONG_MAX ? ZEND_LONG_MAX : (zend_long)until);
    }
    zend_update_property_string(class, object, ZEND_STRL("state"), state);
    zend_update_property(class, object, ZEND_STRL("response"), &first);
    zend_update_property(class, object, ZEND_STRL("until"), &deadline);
    zval_ptr_dtor(&first);
}

const wxseal_claim *php_wxseal_claim_of(zend_object *object)
{
    return holder_of(object)->held;
}

PHP_METHOD(Wxseal_Claim, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

void php_wxseal_init_claim(zend_class_entry *class)
{
    php_wxseal_claim_class = class;
    init_holder(class);
}
