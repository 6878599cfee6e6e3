/* SPDX-License-Identifier: MIT OR Apache-2.0 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "argument.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/info.h"
#include "zend_attributes.h"
#include "zend_interfaces.h"

#include "wxseal_arginfo.h"

PHP_FUNCTION(Wxseal_verify_signature)
{
    wxseal_str token, signature, timestamp, nonce;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        WXSEAL_PARAM_TEXT(token)
        WXSEAL_PARAM_TEXT(signature)
        WXSEAL_PARAM_TEXT(timestamp)
        WXSEAL_PARAM_TEXT(nonce)
    ZEND_PARSE_PARAMETERS_END();

    php_wxseal_succeeded(wxseal_verify_signature(token, signature, timestamp, nonce));
}

PHP_MINIT_FUNCTION(wxseal)
{
    /* Before anything of the library is asked for that an older one may not have. PHP does not start. */
    if (!wxseal_version_suffices()) {
        zend_error_noreturn(E_CORE_ERROR, "wxseal: the shared library libwxseal is %s, and this extension needs %s or later",
                            wxseal_version(), WXSEAL_VERSION);
    }
    register_wxseal_symbols(module_number);
    php_wxseal_init_msg_crypt(register_class_Wxseal_MsgCrypt());
    php_wxseal_init_sealed(register_class_Wxseal_Sealed());
    php_wxseal_init_opened(register_class_Wxseal_Opened());
    php_wxseal_init_endpoint(register_class_Wxseal_Endpoint());
    php_wxseal_init_incoming(register_class_Wxseal_Incoming());
    php_wxseal_init_message(register_class_Wxseal_Message());
    php_wxseal_init_widget_query(register_class_Wxseal_WidgetQuery());
    php_wxseal_init_response(register_class_Wxseal_Response());
    php_wxseal_init_recent_keys(register_class_Wxseal_RecentKeys(zend_ce_countable));
    php_wxseal_init_recent(register_class_Wxseal_Recent());
    php_wxseal_init_claim(register_class_Wxseal_Claim());
    register_class_Wxseal_Platform();
    php_wxseal_init_platform_request(register_class_Wxseal_Platform_Request());
    php_wxseal_init_platform_reply(register_class_Wxseal_Platform_Reply());
    register_class_Wxseal_Api();
    php_wxseal_init_api_request(register_class_Wxseal_Api_Request());
    php_wxseal_init_api_error(register_class_Wxseal_ApiError(spl_ce_RuntimeException));

    zend_class_entry *base = register_class_Wxseal_Exception(spl_ce_RuntimeException);
    php_wxseal_init_exception(base);
    /* Written by tools/faces: the exceptions. */
    php_wxseal_add_exception(register_class_Wxseal_Exception_SignatureMismatch(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_MalformedQuery(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_StaleTimestamp(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_MalformedEnvelope(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_MalformedMessage(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_InvalidKey(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_InvalidConfig(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_ReceiveIdMismatch(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_DecryptFailed(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_MalformedFrame(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_InvalidBase64(base));
    php_wxseal_add_exception(register_class_Wxseal_Exception_UnwritableReply(base));
    /* What tools/faces writes ends here. */
    return SUCCESS;
}

PHP_MINFO_FUNCTION(wxseal)
{
    php_info_print_table_start();
    php_info_print_table_row(2, "wxseal", "enabled");
    php_info_print_table_row(2, "Extension version", PHP_WXSEAL_VERSION);
    php_info_print_table_row(2, "Header version", WXSEAL_VERSION);
    php_info_print_table_row(2, "Library version", wxseal_version());
    php_info_print_table_end();
}

/* The exceptions extend a class of the one, and the other reads what the library writes. */
static const zend_module_dep dependencies[] = {ZEND_MOD_REQUIRED("spl") ZEND_MOD_REQUIRED("json") ZEND_MOD_END};

zend_module_entry wxseal_module_entry = {
    STANDARD_MODULE_HEADER_EX,
    NULL,
    dependencies,
    "wxseal",
    ext_functions,
    PHP_MINIT(wxseal),
    NULL, /* MSHUTDOWN */
    NULL, /* RINIT */
    NULL, /* RSHUTDOWN */
    PHP_MINFO(wxseal),
    PHP_WXSEAL_VERSION,
    STANDARD_MODULE_PROPERTIES,
};

#ifdef COMPILE_DL_WXSEAL
ZEND_GET_MODULE(wxseal)
#endif
