/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxseal.h"

static zend_class_entry *widget_query_class;

void php_wxseal_return_widget_query(zval *return_value, wxseal_str json)
{
    zval view, *value;
    zend_string *name;
    if (!php_wxseal_read_json(&view, json)) {
        return;
    }
    object_init_ex(return_value, widget_query_class);
    /* The properties are the JSON's own. */
    ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL(view), name, value) {
        zend_update_property_ex(widget_query_class, Z_OBJ_P(return_value), name, value);
    } ZEND_HASH_FOREACH_END();
    zval_ptr_dtor(&view);
}

PHP_METHOD(Wxseal_WidgetQuery, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}

void php_wxseal_init_widget_query(zend_class_entry *class)
{
    widget_query_class = class;
}
