/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 042a33a434adda907ca89e990b29a1f382e01524 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxseal_verify_signature, 0, 4, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, signature, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, timestamp, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, nonce, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxseal_MsgCrypt___construct, 0, 0, 3)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, encodingAesKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, receiveId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, dialect, IS_STRING, 0, "\'wechat\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_MsgCrypt_verifyUrl, 0, 4, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, msgSignature, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, timestamp, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, nonce, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, echostr, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_MsgCrypt_decrypt, 0, 4, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, msgSignature, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, timestamp, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, nonce, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_MsgCrypt_encrypt, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timestamp, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, format, IS_STRING, 0, "\'xml\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, random, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()


ZEND_FUNCTION(Wxseal_verify_signature);
ZEND_METHOD(Wxseal_MsgCrypt, __construct);
ZEND_METHOD(Wxseal_MsgCrypt, verifyUrl);
ZEND_METHOD(Wxseal_MsgCrypt, decrypt);
ZEND_METHOD(Wxseal_MsgCrypt, encrypt);


static const zend_function_entry ext_functions[] = {
	ZEND_NS_FALIAS("Wxseal", verify_signature, Wxseal_verify_signature, arginfo_Wxseal_verify_signature)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_MsgCrypt_methods[] = {
	ZEND_ME(Wxseal_MsgCrypt, __construct, arginfo_class_Wxseal_MsgCrypt___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_MsgCrypt, verifyUrl, arginfo_class_Wxseal_MsgCrypt_verifyUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_MsgCrypt, decrypt, arginfo_class_Wxseal_MsgCrypt_decrypt, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_MsgCrypt, encrypt, arginfo_class_Wxseal_MsgCrypt_encrypt, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_SignatureMismatch_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_MalformedQuery_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_StaleTimestamp_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_MalformedEnvelope_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_MalformedMessage_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_InvalidKey_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_InvalidConfig_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_ReceiveIdMismatch_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_DecryptFailed_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_MalformedFrame_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_InvalidBase64_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_UnwritableReply_methods[] = {
	ZEND_FE_END
};

static void register_wxseal_symbols(int module_number)
{
	REGISTER_STRING_CONSTANT("Wxseal\\VERSION", wxseal_version(), CONST_PERSISTENT);


#if (PHP_VERSION_ID >= 80200)
	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "wxseal\\verify_signature", sizeof("wxseal\\verify_signature") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif
}

static zend_class_entry *register_class_Wxseal_MsgCrypt(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "MsgCrypt", class_Wxseal_MsgCrypt_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Exception", class_Wxseal_Exception_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_ABSTRACT;

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_httpStatus_default_value;
	ZVAL_UNDEF(&property_httpStatus_default_value);
	zend_string *property_httpStatus_name = zend_string_init("httpStatus", sizeof("httpStatus") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpStatus_name, &property_httpStatus_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpStatus_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_SignatureMismatch(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "SignatureMismatch", class_Wxseal_Exception_SignatureMismatch_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_MalformedQuery(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "MalformedQuery", class_Wxseal_Exception_MalformedQuery_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_StaleTimestamp(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "StaleTimestamp", class_Wxseal_Exception_StaleTimestamp_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_MalformedEnvelope(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "MalformedEnvelope", class_Wxseal_Exception_MalformedEnvelope_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_MalformedMessage(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "MalformedMessage", class_Wxseal_Exception_MalformedMessage_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_InvalidKey(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "InvalidKey", class_Wxseal_Exception_InvalidKey_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_InvalidConfig(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "InvalidConfig", class_Wxseal_Exception_InvalidConfig_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_ReceiveIdMismatch(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "ReceiveIdMismatch", class_Wxseal_Exception_ReceiveIdMismatch_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_DecryptFailed(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "DecryptFailed", class_Wxseal_Exception_DecryptFailed_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_MalformedFrame(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "MalformedFrame", class_Wxseal_Exception_MalformedFrame_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_InvalidBase64(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "InvalidBase64", class_Wxseal_Exception_InvalidBase64_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_UnwritableReply(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "UnwritableReply", class_Wxseal_Exception_UnwritableReply_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}
