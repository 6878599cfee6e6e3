/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3acdfa45ab3229347426d85091989cedcd725fc1 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxseal_verify_signature, 0, 4, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, signature, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, timestamp, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, nonce, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxseal_sign, 0, 4, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, timestamp, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, nonce, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, encrypt, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxseal_decrypt_open_data, 0, 4, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, sessionKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, encryptedData, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, iv, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, appId, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxseal_verify_raw_data, 0, 3, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, sessionKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, rawData, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, signature, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxseal_MsgCrypt___construct, 0, 0, 3)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, encodingAesKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, receiveId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, dialect, IS_STRING, 0, "\'wechat\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxBody, IS_LONG, 1, "null")
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

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_MsgCrypt_seal, 0, 1, Wxseal\\Sealed, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timestamp, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, random, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_MsgCrypt_open, 0, 4, Wxseal\\Opened, 0)
	ZEND_ARG_TYPE_INFO(0, msgSignature, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, timestamp, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, nonce, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, encrypt, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxseal_Sealed___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Opened___construct arginfo_class_Wxseal_Sealed___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Opened_message, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Opened_receiveId arginfo_class_Wxseal_Opened_message

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxseal_Endpoint___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, crypt, Wxseal\\MsgCrypt, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, alsoAccept, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, tolerance, IS_LONG, 1, "300")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxBody, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Endpoint_plain, 0, 1, Wxseal\\Endpoint, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, tolerance, IS_LONG, 1, "300")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxBody, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Endpoint_receive, 0, 2, Wxseal\\Incoming, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, query, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, body, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Endpoint_diagnose, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, query, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, body, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Incoming___construct arginfo_class_Wxseal_Sealed___construct

#define arginfo_class_Wxseal_Incoming_kind arginfo_class_Wxseal_Opened_message

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_response, 0, 0, Wxseal\\Response, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Incoming_message, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Incoming_messageJson arginfo_class_Wxseal_Opened_message

#define arginfo_class_Wxseal_Incoming_messageBytes arginfo_class_Wxseal_Opened_message

#define arginfo_class_Wxseal_Incoming_format arginfo_class_Wxseal_Opened_message

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Incoming_text, 0, 1, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Incoming_toUserName, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Incoming_fromUserName arginfo_class_Wxseal_Incoming_toUserName

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Incoming_createTime, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Incoming_msgType arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Incoming_event arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Incoming_msgId arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Incoming_infoType arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Incoming_dedupKey arginfo_class_Wxseal_Opened_message

#define arginfo_class_Wxseal_Incoming_replayKey arginfo_class_Wxseal_Opened_message

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_widgetQuery, 0, 0, Wxseal\\WidgetQuery, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_sealingWith, 0, 0, Wxseal\\Incoming, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, random, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Incoming_success arginfo_class_Wxseal_Incoming_response

#define arginfo_class_Wxseal_Incoming_empty arginfo_class_Wxseal_Incoming_response

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyText, 0, 1, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, content, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyImage, 0, 1, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, mediaId, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Incoming_replyVoice arginfo_class_Wxseal_Incoming_replyImage

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyVideo, 0, 3, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, mediaId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, title, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, description, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyMusic, 0, 1, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, thumbMediaId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, title, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, description, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, musicUrl, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, hqMusicUrl, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyNews, 0, 1, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, articles, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_transferCustomerService, 0, 0, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, kfAccount, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyWidget, 0, 2, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, lifespan, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, data, MAY_BE_ARRAY|MAY_BE_OBJECT|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, errCode, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, errMsg, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Incoming_replyWelcome arginfo_class_Wxseal_Incoming_replyText

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyStream, 0, 3, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, content, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, finish, _IS_BOOL, 0)
	ZEND_ARG_TYPE_MASK(0, msgItem, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, feedbackId, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyTemplateCard, 0, 1, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_MASK(0, card, MAY_BE_ARRAY|MAY_BE_OBJECT|MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyStreamWithTemplateCard, 0, 3, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, content, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, finish, _IS_BOOL, 0)
	ZEND_ARG_TYPE_MASK(0, card, MAY_BE_ARRAY|MAY_BE_OBJECT|MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, msgItem, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, feedbackId, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_updateTemplateCard, 0, 1, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_MASK(0, card, MAY_BE_ARRAY|MAY_BE_OBJECT|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, userids, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Incoming_replyRaw, 0, 1, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Message___construct arginfo_class_Wxseal_Sealed___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Message_fromCloudEvent, 0, 1, Wxseal\\Message, 0)
	ZEND_ARG_TYPE_MASK(0, event, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Message_message arginfo_class_Wxseal_Incoming_message

#define arginfo_class_Wxseal_Message_messageJson arginfo_class_Wxseal_Opened_message

#define arginfo_class_Wxseal_Message_text arginfo_class_Wxseal_Incoming_text

#define arginfo_class_Wxseal_Message_toUserName arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Message_fromUserName arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Message_createTime arginfo_class_Wxseal_Incoming_createTime

#define arginfo_class_Wxseal_Message_msgType arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Message_event arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Message_msgId arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Message_infoType arginfo_class_Wxseal_Incoming_toUserName

#define arginfo_class_Wxseal_Message_dedupKey arginfo_class_Wxseal_Opened_message

#define arginfo_class_Wxseal_WidgetQuery___construct arginfo_class_Wxseal_Sealed___construct

#define arginfo_class_Wxseal_Response___construct arginfo_class_Wxseal_Sealed___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Response_send, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Response_toBytes arginfo_class_Wxseal_Opened_message

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Response_fromBytes, 0, 1, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, bytes, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Response___serialize arginfo_class_Wxseal_Incoming_message

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Response___unserialize, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxseal_RecentKeys___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, claimFor, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, keepFor, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxEntries, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxBytes, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_RecentKeys_claim, 0, 1, Wxseal\\Recent, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_RecentKeys_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Recent___construct arginfo_class_Wxseal_Sealed___construct

#define arginfo_class_Wxseal_Claim___construct arginfo_class_Wxseal_Sealed___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Claim_answer, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_OBJ_INFO(0, response, Wxseal\\Response, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Claim_release, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Platform___construct arginfo_class_Wxseal_Sealed___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Platform_urlCheck, 0, 2, Wxseal\\Platform\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, echostr, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timestamp, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Platform_encryptedUrlCheck, 0, 2, Wxseal\\Platform\\Request, 0)
	ZEND_ARG_OBJ_INFO(0, crypt, Wxseal\\MsgCrypt, 0)
	ZEND_ARG_TYPE_INFO(0, echostr, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timestamp, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, random, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Platform_push, 0, 2, Wxseal\\Platform\\Request, 0)
	ZEND_ARG_OBJ_INFO(0, crypt, Wxseal\\MsgCrypt, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timestamp, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, format, IS_STRING, 0, "\'xml\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, random, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Platform_compatiblePush, 0, 2, Wxseal\\Platform\\Request, 0)
	ZEND_ARG_OBJ_INFO(0, crypt, Wxseal\\MsgCrypt, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timestamp, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, random, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Platform_plainPush, 0, 2, Wxseal\\Platform\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timestamp, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Platform_openReply, 0, 2, Wxseal\\Platform\\Reply, 0)
	ZEND_ARG_OBJ_INFO(0, crypt, Wxseal\\MsgCrypt, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Api___construct arginfo_class_Wxseal_Sealed___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_get, 0, 2, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, parameters, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_post, 0, 3, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, accessToken, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, body, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_getAccessToken, 0, 2, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, appId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_getStableAccessToken, 0, 2, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, appId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, forceRefresh, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_code2session, 0, 3, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, appId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, jsCode, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_getPhoneNumber, 0, 2, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, accessToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, code, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_sendCustomerMessage, 0, 3, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, accessToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, toUser, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_sendSubscribeMessage, 0, 4, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, accessToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, toUser, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, templateId, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, data, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, page, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, miniprogramState, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lang, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_msgSecCheck, 0, 4, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, accessToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, openid, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, scene, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, content, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, title, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nickname, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, signature, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxseal_Api_mediaCheckAsync, 0, 5, Wxseal\\Api\\Request, 0)
	ZEND_ARG_TYPE_INFO(0, accessToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, openid, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, scene, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, mediaUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, mediaType, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxseal_Api_read, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxseal_Exception_response arginfo_class_Wxseal_Incoming_response

#define arginfo_class_Wxseal_Platform_Request___construct arginfo_class_Wxseal_Sealed___construct

#define arginfo_class_Wxseal_Platform_Reply___construct arginfo_class_Wxseal_Sealed___construct

#define arginfo_class_Wxseal_Api_Request___construct arginfo_class_Wxseal_Sealed___construct

#define arginfo_class_Wxseal_Api_Request_method arginfo_class_Wxseal_Opened_message

#define arginfo_class_Wxseal_Api_Request_url arginfo_class_Wxseal_Opened_message

#define arginfo_class_Wxseal_Api_Request_body arginfo_class_Wxseal_Opened_message


ZEND_FUNCTION(Wxseal_verify_signature);
ZEND_FUNCTION(Wxseal_sign);
ZEND_FUNCTION(Wxseal_decrypt_open_data);
ZEND_FUNCTION(Wxseal_verify_raw_data);
ZEND_METHOD(Wxseal_MsgCrypt, __construct);
ZEND_METHOD(Wxseal_MsgCrypt, verifyUrl);
ZEND_METHOD(Wxseal_MsgCrypt, decrypt);
ZEND_METHOD(Wxseal_MsgCrypt, encrypt);
ZEND_METHOD(Wxseal_MsgCrypt, seal);
ZEND_METHOD(Wxseal_MsgCrypt, open);
ZEND_METHOD(Wxseal_Sealed, __construct);
ZEND_METHOD(Wxseal_Opened, __construct);
ZEND_METHOD(Wxseal_Opened, message);
ZEND_METHOD(Wxseal_Opened, receiveId);
ZEND_METHOD(Wxseal_Endpoint, __construct);
ZEND_METHOD(Wxseal_Endpoint, plain);
ZEND_METHOD(Wxseal_Endpoint, receive);
ZEND_METHOD(Wxseal_Endpoint, diagnose);
ZEND_METHOD(Wxseal_Incoming, __construct);
ZEND_METHOD(Wxseal_Incoming, kind);
ZEND_METHOD(Wxseal_Incoming, response);
ZEND_METHOD(Wxseal_Incoming, message);
ZEND_METHOD(Wxseal_Incoming, messageJson);
ZEND_METHOD(Wxseal_Incoming, messageBytes);
ZEND_METHOD(Wxseal_Incoming, format);
ZEND_METHOD(Wxseal_Incoming, text);
ZEND_METHOD(Wxseal_Incoming, toUserName);
ZEND_METHOD(Wxseal_Incoming, fromUserName);
ZEND_METHOD(Wxseal_Incoming, createTime);
ZEND_METHOD(Wxseal_Incoming, msgType);
ZEND_METHOD(Wxseal_Incoming, event);
ZEND_METHOD(Wxseal_Incoming, msgId);
ZEND_METHOD(Wxseal_Incoming, infoType);
ZEND_METHOD(Wxseal_Incoming, dedupKey);
ZEND_METHOD(Wxseal_Incoming, replayKey);
ZEND_METHOD(Wxseal_Incoming, widgetQuery);
ZEND_METHOD(Wxseal_Incoming, sealingWith);
ZEND_METHOD(Wxseal_Incoming, success);
ZEND_METHOD(Wxseal_Incoming, empty);
ZEND_METHOD(Wxseal_Incoming, replyText);
ZEND_METHOD(Wxseal_Incoming, replyImage);
ZEND_METHOD(Wxseal_Incoming, replyVoice);
ZEND_METHOD(Wxseal_Incoming, replyVideo);
ZEND_METHOD(Wxseal_Incoming, replyMusic);
ZEND_METHOD(Wxseal_Incoming, replyNews);
ZEND_METHOD(Wxseal_Incoming, transferCustomerService);
ZEND_METHOD(Wxseal_Incoming, replyWidget);
ZEND_METHOD(Wxseal_Incoming, replyWelcome);
ZEND_METHOD(Wxseal_Incoming, replyStream);
ZEND_METHOD(Wxseal_Incoming, replyTemplateCard);
ZEND_METHOD(Wxseal_Incoming, replyStreamWithTemplateCard);
ZEND_METHOD(Wxseal_Incoming, updateTemplateCard);
ZEND_METHOD(Wxseal_Incoming, replyRaw);
ZEND_METHOD(Wxseal_Message, __construct);
ZEND_METHOD(Wxseal_Message, fromCloudEvent);
ZEND_METHOD(Wxseal_Message, message);
ZEND_METHOD(Wxseal_Message, messageJson);
ZEND_METHOD(Wxseal_Message, text);
ZEND_METHOD(Wxseal_Message, toUserName);
ZEND_METHOD(Wxseal_Message, fromUserName);
ZEND_METHOD(Wxseal_Message, createTime);
ZEND_METHOD(Wxseal_Message, msgType);
ZEND_METHOD(Wxseal_Message, event);
ZEND_METHOD(Wxseal_Message, msgId);
ZEND_METHOD(Wxseal_Message, infoType);
ZEND_METHOD(Wxseal_Message, dedupKey);
ZEND_METHOD(Wxseal_WidgetQuery, __construct);
ZEND_METHOD(Wxseal_Response, __construct);
ZEND_METHOD(Wxseal_Response, send);
ZEND_METHOD(Wxseal_Response, toBytes);
ZEND_METHOD(Wxseal_Response, fromBytes);
ZEND_METHOD(Wxseal_Response, __serialize);
ZEND_METHOD(Wxseal_Response, __unserialize);
ZEND_METHOD(Wxseal_RecentKeys, __construct);
ZEND_METHOD(Wxseal_RecentKeys, claim);
ZEND_METHOD(Wxseal_RecentKeys, count);
ZEND_METHOD(Wxseal_Recent, __construct);
ZEND_METHOD(Wxseal_Claim, __construct);
ZEND_METHOD(Wxseal_Claim, answer);
ZEND_METHOD(Wxseal_Claim, release);
ZEND_METHOD(Wxseal_Platform, __construct);
ZEND_METHOD(Wxseal_Platform, urlCheck);
ZEND_METHOD(Wxseal_Platform, encryptedUrlCheck);
ZEND_METHOD(Wxseal_Platform, push);
ZEND_METHOD(Wxseal_Platform, compatiblePush);
ZEND_METHOD(Wxseal_Platform, plainPush);
ZEND_METHOD(Wxseal_Platform, openReply);
ZEND_METHOD(Wxseal_Api, __construct);
ZEND_METHOD(Wxseal_Api, get);
ZEND_METHOD(Wxseal_Api, post);
ZEND_METHOD(Wxseal_Api, getAccessToken);
ZEND_METHOD(Wxseal_Api, getStableAccessToken);
ZEND_METHOD(Wxseal_Api, code2session);
ZEND_METHOD(Wxseal_Api, getPhoneNumber);
ZEND_METHOD(Wxseal_Api, sendCustomerMessage);
ZEND_METHOD(Wxseal_Api, sendSubscribeMessage);
ZEND_METHOD(Wxseal_Api, msgSecCheck);
ZEND_METHOD(Wxseal_Api, mediaCheckAsync);
ZEND_METHOD(Wxseal_Api, read);
ZEND_METHOD(Wxseal_Exception, response);
ZEND_METHOD(Wxseal_Platform_Request, __construct);
ZEND_METHOD(Wxseal_Platform_Reply, __construct);
ZEND_METHOD(Wxseal_Api_Request, __construct);
ZEND_METHOD(Wxseal_Api_Request, method);
ZEND_METHOD(Wxseal_Api_Request, url);
ZEND_METHOD(Wxseal_Api_Request, body);


static const zend_function_entry ext_functions[] = {
	ZEND_NS_FALIAS("Wxseal", verify_signature, Wxseal_verify_signature, arginfo_Wxseal_verify_signature)
	ZEND_NS_FALIAS("Wxseal", sign, Wxseal_sign, arginfo_Wxseal_sign)
	ZEND_NS_FALIAS("Wxseal", decrypt_open_data, Wxseal_decrypt_open_data, arginfo_Wxseal_decrypt_open_data)
	ZEND_NS_FALIAS("Wxseal", verify_raw_data, Wxseal_verify_raw_data, arginfo_Wxseal_verify_raw_data)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_MsgCrypt_methods[] = {
	ZEND_ME(Wxseal_MsgCrypt, __construct, arginfo_class_Wxseal_MsgCrypt___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_MsgCrypt, verifyUrl, arginfo_class_Wxseal_MsgCrypt_verifyUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_MsgCrypt, decrypt, arginfo_class_Wxseal_MsgCrypt_decrypt, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_MsgCrypt, encrypt, arginfo_class_Wxseal_MsgCrypt_encrypt, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_MsgCrypt, seal, arginfo_class_Wxseal_MsgCrypt_seal, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_MsgCrypt, open, arginfo_class_Wxseal_MsgCrypt_open, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Sealed_methods[] = {
	ZEND_ME(Wxseal_Sealed, __construct, arginfo_class_Wxseal_Sealed___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Opened_methods[] = {
	ZEND_ME(Wxseal_Opened, __construct, arginfo_class_Wxseal_Opened___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxseal_Opened, message, arginfo_class_Wxseal_Opened_message, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Opened, receiveId, arginfo_class_Wxseal_Opened_receiveId, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Endpoint_methods[] = {
	ZEND_ME(Wxseal_Endpoint, __construct, arginfo_class_Wxseal_Endpoint___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Endpoint, plain, arginfo_class_Wxseal_Endpoint_plain, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Endpoint, receive, arginfo_class_Wxseal_Endpoint_receive, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Endpoint, diagnose, arginfo_class_Wxseal_Endpoint_diagnose, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Incoming_methods[] = {
	ZEND_ME(Wxseal_Incoming, __construct, arginfo_class_Wxseal_Incoming___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxseal_Incoming, kind, arginfo_class_Wxseal_Incoming_kind, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, response, arginfo_class_Wxseal_Incoming_response, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, message, arginfo_class_Wxseal_Incoming_message, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, messageJson, arginfo_class_Wxseal_Incoming_messageJson, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, messageBytes, arginfo_class_Wxseal_Incoming_messageBytes, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, format, arginfo_class_Wxseal_Incoming_format, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, text, arginfo_class_Wxseal_Incoming_text, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, toUserName, arginfo_class_Wxseal_Incoming_toUserName, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, fromUserName, arginfo_class_Wxseal_Incoming_fromUserName, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, createTime, arginfo_class_Wxseal_Incoming_createTime, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, msgType, arginfo_class_Wxseal_Incoming_msgType, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, event, arginfo_class_Wxseal_Incoming_event, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, msgId, arginfo_class_Wxseal_Incoming_msgId, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, infoType, arginfo_class_Wxseal_Incoming_infoType, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, dedupKey, arginfo_class_Wxseal_Incoming_dedupKey, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replayKey, arginfo_class_Wxseal_Incoming_replayKey, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, widgetQuery, arginfo_class_Wxseal_Incoming_widgetQuery, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, sealingWith, arginfo_class_Wxseal_Incoming_sealingWith, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, success, arginfo_class_Wxseal_Incoming_success, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, empty, arginfo_class_Wxseal_Incoming_empty, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyText, arginfo_class_Wxseal_Incoming_replyText, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyImage, arginfo_class_Wxseal_Incoming_replyImage, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyVoice, arginfo_class_Wxseal_Incoming_replyVoice, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyVideo, arginfo_class_Wxseal_Incoming_replyVideo, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyMusic, arginfo_class_Wxseal_Incoming_replyMusic, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyNews, arginfo_class_Wxseal_Incoming_replyNews, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, transferCustomerService, arginfo_class_Wxseal_Incoming_transferCustomerService, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyWidget, arginfo_class_Wxseal_Incoming_replyWidget, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyWelcome, arginfo_class_Wxseal_Incoming_replyWelcome, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyStream, arginfo_class_Wxseal_Incoming_replyStream, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyTemplateCard, arginfo_class_Wxseal_Incoming_replyTemplateCard, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyStreamWithTemplateCard, arginfo_class_Wxseal_Incoming_replyStreamWithTemplateCard, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, updateTemplateCard, arginfo_class_Wxseal_Incoming_updateTemplateCard, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Incoming, replyRaw, arginfo_class_Wxseal_Incoming_replyRaw, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Message_methods[] = {
	ZEND_ME(Wxseal_Message, __construct, arginfo_class_Wxseal_Message___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxseal_Message, fromCloudEvent, arginfo_class_Wxseal_Message_fromCloudEvent, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Message, message, arginfo_class_Wxseal_Message_message, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, messageJson, arginfo_class_Wxseal_Message_messageJson, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, text, arginfo_class_Wxseal_Message_text, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, toUserName, arginfo_class_Wxseal_Message_toUserName, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, fromUserName, arginfo_class_Wxseal_Message_fromUserName, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, createTime, arginfo_class_Wxseal_Message_createTime, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, msgType, arginfo_class_Wxseal_Message_msgType, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, event, arginfo_class_Wxseal_Message_event, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, msgId, arginfo_class_Wxseal_Message_msgId, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, infoType, arginfo_class_Wxseal_Message_infoType, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Message, dedupKey, arginfo_class_Wxseal_Message_dedupKey, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_WidgetQuery_methods[] = {
	ZEND_ME(Wxseal_WidgetQuery, __construct, arginfo_class_Wxseal_WidgetQuery___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Response_methods[] = {
	ZEND_ME(Wxseal_Response, __construct, arginfo_class_Wxseal_Response___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxseal_Response, send, arginfo_class_Wxseal_Response_send, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Response, toBytes, arginfo_class_Wxseal_Response_toBytes, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Response, fromBytes, arginfo_class_Wxseal_Response_fromBytes, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Response, __serialize, arginfo_class_Wxseal_Response___serialize, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Response, __unserialize, arginfo_class_Wxseal_Response___unserialize, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_RecentKeys_methods[] = {
	ZEND_ME(Wxseal_RecentKeys, __construct, arginfo_class_Wxseal_RecentKeys___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_RecentKeys, claim, arginfo_class_Wxseal_RecentKeys_claim, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_RecentKeys, count, arginfo_class_Wxseal_RecentKeys_count, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Recent_methods[] = {
	ZEND_ME(Wxseal_Recent, __construct, arginfo_class_Wxseal_Recent___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Claim_methods[] = {
	ZEND_ME(Wxseal_Claim, __construct, arginfo_class_Wxseal_Claim___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxseal_Claim, answer, arginfo_class_Wxseal_Claim_answer, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Claim, release, arginfo_class_Wxseal_Claim_release, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Platform_methods[] = {
	ZEND_ME(Wxseal_Platform, __construct, arginfo_class_Wxseal_Platform___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxseal_Platform, urlCheck, arginfo_class_Wxseal_Platform_urlCheck, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Platform, encryptedUrlCheck, arginfo_class_Wxseal_Platform_encryptedUrlCheck, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Platform, push, arginfo_class_Wxseal_Platform_push, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Platform, compatiblePush, arginfo_class_Wxseal_Platform_compatiblePush, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Platform, plainPush, arginfo_class_Wxseal_Platform_plainPush, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Platform, openReply, arginfo_class_Wxseal_Platform_openReply, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Api_methods[] = {
	ZEND_ME(Wxseal_Api, __construct, arginfo_class_Wxseal_Api___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxseal_Api, get, arginfo_class_Wxseal_Api_get, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, post, arginfo_class_Wxseal_Api_post, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, getAccessToken, arginfo_class_Wxseal_Api_getAccessToken, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, getStableAccessToken, arginfo_class_Wxseal_Api_getStableAccessToken, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, code2session, arginfo_class_Wxseal_Api_code2session, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, getPhoneNumber, arginfo_class_Wxseal_Api_getPhoneNumber, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, sendCustomerMessage, arginfo_class_Wxseal_Api_sendCustomerMessage, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, sendSubscribeMessage, arginfo_class_Wxseal_Api_sendSubscribeMessage, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, msgSecCheck, arginfo_class_Wxseal_Api_msgSecCheck, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, mediaCheckAsync, arginfo_class_Wxseal_Api_mediaCheckAsync, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxseal_Api, read, arginfo_class_Wxseal_Api_read, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_ApiError_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Exception_methods[] = {
	ZEND_ME(Wxseal_Exception, response, arginfo_class_Wxseal_Exception_response, ZEND_ACC_PUBLIC|ZEND_ACC_FINAL)
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


static const zend_function_entry class_Wxseal_Platform_Request_methods[] = {
	ZEND_ME(Wxseal_Platform_Request, __construct, arginfo_class_Wxseal_Platform_Request___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Platform_Reply_methods[] = {
	ZEND_ME(Wxseal_Platform_Reply, __construct, arginfo_class_Wxseal_Platform_Reply___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Wxseal_Api_Request_methods[] = {
	ZEND_ME(Wxseal_Api_Request, __construct, arginfo_class_Wxseal_Api_Request___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxseal_Api_Request, method, arginfo_class_Wxseal_Api_Request_method, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Api_Request, url, arginfo_class_Wxseal_Api_Request_url, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxseal_Api_Request, body, arginfo_class_Wxseal_Api_Request_body, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static void register_wxseal_symbols(int module_number)
{
	REGISTER_STRING_CONSTANT("Wxseal\\VERSION", wxseal_version(), CONST_PERSISTENT);


#if (PHP_VERSION_ID >= 80200)
	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "wxseal\\verify_signature", sizeof("wxseal\\verify_signature") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "wxseal\\sign", sizeof("wxseal\\sign") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "wxseal\\decrypt_open_data", sizeof("wxseal\\decrypt_open_data") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "wxseal\\verify_raw_data", sizeof("wxseal\\verify_raw_data") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "wxseal\\verify_raw_data", sizeof("wxseal\\verify_raw_data") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
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

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "decrypt", sizeof("decrypt") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "encrypt", sizeof("encrypt") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "seal", sizeof("seal") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Sealed(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Sealed", class_Wxseal_Sealed_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_encrypt_default_value;
	ZVAL_UNDEF(&property_encrypt_default_value);
	zend_string *property_encrypt_name = zend_string_init("encrypt", sizeof("encrypt") - 1, 1);
	zend_declare_typed_property(class_entry, property_encrypt_name, &property_encrypt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_encrypt_name);

	zval property_msgSignature_default_value;
	ZVAL_UNDEF(&property_msgSignature_default_value);
	zend_string *property_msgSignature_name = zend_string_init("msgSignature", sizeof("msgSignature") - 1, 1);
	zend_declare_typed_property(class_entry, property_msgSignature_name, &property_msgSignature_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_msgSignature_name);

	zval property_timestamp_default_value;
	ZVAL_UNDEF(&property_timestamp_default_value);
	zend_string *property_timestamp_name = zend_string_init("timestamp", sizeof("timestamp") - 1, 1);
	zend_declare_typed_property(class_entry, property_timestamp_name, &property_timestamp_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_timestamp_name);

	zval property_nonce_default_value;
	ZVAL_UNDEF(&property_nonce_default_value);
	zend_string *property_nonce_name = zend_string_init("nonce", sizeof("nonce") - 1, 1);
	zend_declare_typed_property(class_entry, property_nonce_name, &property_nonce_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_nonce_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Opened(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Opened", class_Wxseal_Opened_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Endpoint(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Endpoint", class_Wxseal_Endpoint_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "plain", sizeof("plain") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "receive", sizeof("receive") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "diagnose", sizeof("diagnose") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Incoming(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Incoming", class_Wxseal_Incoming_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replytext", sizeof("replytext") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replyimage", sizeof("replyimage") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replyvoice", sizeof("replyvoice") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replyvideo", sizeof("replyvideo") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replyvideo", sizeof("replyvideo") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replyvideo", sizeof("replyvideo") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replymusic", sizeof("replymusic") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replymusic", sizeof("replymusic") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replymusic", sizeof("replymusic") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replymusic", sizeof("replymusic") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replymusic", sizeof("replymusic") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replynews", sizeof("replynews") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "transfercustomerservice", sizeof("transfercustomerservice") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replywidget", sizeof("replywidget") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replywidget", sizeof("replywidget") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replywelcome", sizeof("replywelcome") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystream", sizeof("replystream") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystream", sizeof("replystream") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystream", sizeof("replystream") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystream", sizeof("replystream") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replytemplatecard", sizeof("replytemplatecard") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystreamwithtemplatecard", sizeof("replystreamwithtemplatecard") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystreamwithtemplatecard", sizeof("replystreamwithtemplatecard") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystreamwithtemplatecard", sizeof("replystreamwithtemplatecard") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystreamwithtemplatecard", sizeof("replystreamwithtemplatecard") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replystreamwithtemplatecard", sizeof("replystreamwithtemplatecard") - 1), 5, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "updatetemplatecard", sizeof("updatetemplatecard") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "updatetemplatecard", sizeof("updatetemplatecard") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "replyraw", sizeof("replyraw") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Message(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Message", class_Wxseal_Message_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "fromcloudevent", sizeof("fromcloudevent") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_WidgetQuery(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "WidgetQuery", class_Wxseal_WidgetQuery_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_type_default_value;
	ZVAL_UNDEF(&property_type_default_value);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_typed_property(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_type_name);

	zval property_slots_default_value;
	ZVAL_UNDEF(&property_slots_default_value);
	zend_string *property_slots_name = zend_string_init("slots", sizeof("slots") - 1, 1);
	zend_declare_typed_property(class_entry, property_slots_name, &property_slots_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_slots_name);

	zval property_longitude_default_value;
	ZVAL_UNDEF(&property_longitude_default_value);
	zend_string *property_longitude_name = zend_string_init("longitude", sizeof("longitude") - 1, 1);
	zend_declare_typed_property(class_entry, property_longitude_name, &property_longitude_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_longitude_name);

	zval property_latitude_default_value;
	ZVAL_UNDEF(&property_latitude_default_value);
	zend_string *property_latitude_name = zend_string_init("latitude", sizeof("latitude") - 1, 1);
	zend_declare_typed_property(class_entry, property_latitude_name, &property_latitude_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE|MAY_BE_NULL));
	zend_string_release(property_latitude_name);

	zval property_raw_default_value;
	ZVAL_UNDEF(&property_raw_default_value);
	zend_string *property_raw_name = zend_string_init("raw", sizeof("raw") - 1, 1);
	zend_declare_typed_property(class_entry, property_raw_name, &property_raw_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_raw_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Response(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Response", class_Wxseal_Response_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_status_name);

	zval property_contentType_default_value;
	ZVAL_UNDEF(&property_contentType_default_value);
	zend_string *property_contentType_name = zend_string_init("contentType", sizeof("contentType") - 1, 1);
	zend_declare_typed_property(class_entry, property_contentType_name, &property_contentType_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_contentType_name);

	zval property_headers_default_value;
	ZVAL_UNDEF(&property_headers_default_value);
	zend_string *property_headers_name = zend_string_init("headers", sizeof("headers") - 1, 1);
	zend_declare_typed_property(class_entry, property_headers_name, &property_headers_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_headers_name);

	zval property_body_default_value;
	ZVAL_UNDEF(&property_body_default_value);
	zend_string *property_body_name = zend_string_init("body", sizeof("body") - 1, 1);
	zend_declare_typed_property(class_entry, property_body_name, &property_body_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_body_name);
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "frombytes", sizeof("frombytes") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__unserialize", sizeof("__unserialize") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_RecentKeys(zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "RecentKeys", class_Wxseal_RecentKeys_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Countable);

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Recent(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Recent", class_Wxseal_Recent_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_state_default_value;
	ZVAL_UNDEF(&property_state_default_value);
	zend_string *property_state_name = zend_string_init("state", sizeof("state") - 1, 1);
	zend_declare_typed_property(class_entry, property_state_name, &property_state_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_state_name);

	zend_string *property_claim_class_Wxseal_Claim = zend_string_init("Wxseal\\Claim", sizeof("Wxseal\\Claim")-1, 1);
	zval property_claim_default_value;
	ZVAL_UNDEF(&property_claim_default_value);
	zend_string *property_claim_name = zend_string_init("claim", sizeof("claim") - 1, 1);
	zend_declare_typed_property(class_entry, property_claim_name, &property_claim_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_claim_class_Wxseal_Claim, 0, MAY_BE_NULL));
	zend_string_release(property_claim_name);

	zend_string *property_response_class_Wxseal_Response = zend_string_init("Wxseal\\Response", sizeof("Wxseal\\Response")-1, 1);
	zval property_response_default_value;
	ZVAL_UNDEF(&property_response_default_value);
	zend_string *property_response_name = zend_string_init("response", sizeof("response") - 1, 1);
	zend_declare_typed_property(class_entry, property_response_name, &property_response_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_response_class_Wxseal_Response, 0, MAY_BE_NULL));
	zend_string_release(property_response_name);

	zval property_until_default_value;
	ZVAL_UNDEF(&property_until_default_value);
	zend_string *property_until_name = zend_string_init("until", sizeof("until") - 1, 1);
	zend_declare_typed_property(class_entry, property_until_name, &property_until_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_until_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Claim(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Claim", class_Wxseal_Claim_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Platform(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Platform", class_Wxseal_Platform_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "urlcheck", sizeof("urlcheck") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "push", sizeof("push") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "compatiblepush", sizeof("compatiblepush") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "plainpush", sizeof("plainpush") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "plainpush", sizeof("plainpush") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "openreply", sizeof("openreply") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Api(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "Api", class_Wxseal_Api_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "get", sizeof("get") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "post", sizeof("post") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "post", sizeof("post") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getaccesstoken", sizeof("getaccesstoken") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getstableaccesstoken", sizeof("getstableaccesstoken") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "code2session", sizeof("code2session") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "code2session", sizeof("code2session") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getphonenumber", sizeof("getphonenumber") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getphonenumber", sizeof("getphonenumber") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sendcustomermessage", sizeof("sendcustomermessage") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sendcustomermessage", sizeof("sendcustomermessage") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sendsubscribemessage", sizeof("sendsubscribemessage") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sendsubscribemessage", sizeof("sendsubscribemessage") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "sendsubscribemessage", sizeof("sendsubscribemessage") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "msgseccheck", sizeof("msgseccheck") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "msgseccheck", sizeof("msgseccheck") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "msgseccheck", sizeof("msgseccheck") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "msgseccheck", sizeof("msgseccheck") - 1), 5, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "msgseccheck", sizeof("msgseccheck") - 1), 6, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "mediacheckasync", sizeof("mediacheckasync") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "mediacheckasync", sizeof("mediacheckasync") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "read", sizeof("read") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_ApiError(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal", "ApiError", class_Wxseal_ApiError_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zval property_errcode_default_value;
	ZVAL_UNDEF(&property_errcode_default_value);
	zend_string *property_errcode_name = zend_string_init("errcode", sizeof("errcode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errcode_name, &property_errcode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_errcode_name);

	zval property_errmsg_default_value;
	ZVAL_UNDEF(&property_errmsg_default_value);
	zend_string *property_errmsg_name = zend_string_init("errmsg", sizeof("errmsg") - 1, 1);
	zend_declare_typed_property(class_entry, property_errmsg_name, &property_errmsg_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_errmsg_name);

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

	zval property_timestamp_default_value;
	ZVAL_UNDEF(&property_timestamp_default_value);
	zend_string *property_timestamp_name = zend_string_init("timestamp", sizeof("timestamp") - 1, 1);
	zend_declare_typed_property(class_entry, property_timestamp_name, &property_timestamp_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_timestamp_name);

	zval property_now_default_value;
	ZVAL_UNDEF(&property_now_default_value);
	zend_string *property_now_name = zend_string_init("now", sizeof("now") - 1, 1);
	zend_declare_typed_property(class_entry, property_now_name, &property_now_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_now_name);

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

	zval property_position_default_value;
	ZVAL_UNDEF(&property_position_default_value);
	zend_string *property_position_name = zend_string_init("position", sizeof("position") - 1, 1);
	zend_declare_typed_property(class_entry, property_position_name, &property_position_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_position_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Exception_InvalidConfig(zend_class_entry *class_entry_Wxseal_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Exception", "InvalidConfig", class_Wxseal_Exception_InvalidConfig_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Wxseal_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zval property_setting_default_value;
	ZVAL_UNDEF(&property_setting_default_value);
	zend_string *property_setting_name = zend_string_init("setting", sizeof("setting") - 1, 1);
	zend_declare_typed_property(class_entry, property_setting_name, &property_setting_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_setting_name);

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

static zend_class_entry *register_class_Wxseal_Platform_Request(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Platform", "Request", class_Wxseal_Platform_Request_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_method_default_value;
	ZVAL_UNDEF(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_query_default_value;
	ZVAL_UNDEF(&property_query_default_value);
	zend_string *property_query_name = zend_string_init("query", sizeof("query") - 1, 1);
	zend_declare_typed_property(class_entry, property_query_name, &property_query_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_query_name);

	zval property_body_default_value;
	ZVAL_UNDEF(&property_body_default_value);
	zend_string *property_body_name = zend_string_init("body", sizeof("body") - 1, 1);
	zend_declare_typed_property(class_entry, property_body_name, &property_body_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_body_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Platform_Reply(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Platform", "Reply", class_Wxseal_Platform_Reply_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_message_default_value;
	ZVAL_UNDEF(&property_message_default_value);
	zend_string *property_message_name = zend_string_init("message", sizeof("message") - 1, 1);
	zend_declare_typed_property(class_entry, property_message_name, &property_message_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_message_name);

	zval property_timestamp_default_value;
	ZVAL_UNDEF(&property_timestamp_default_value);
	zend_string *property_timestamp_name = zend_string_init("timestamp", sizeof("timestamp") - 1, 1);
	zend_declare_typed_property(class_entry, property_timestamp_name, &property_timestamp_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_timestamp_name);

	zval property_nonce_default_value;
	ZVAL_UNDEF(&property_nonce_default_value);
	zend_string *property_nonce_name = zend_string_init("nonce", sizeof("nonce") - 1, 1);
	zend_declare_typed_property(class_entry, property_nonce_name, &property_nonce_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_nonce_name);

	zval property_format_default_value;
	ZVAL_UNDEF(&property_format_default_value);
	zend_string *property_format_name = zend_string_init("format", sizeof("format") - 1, 1);
	zend_declare_typed_property(class_entry, property_format_name, &property_format_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_format_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxseal_Api_Request(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxseal\\Api", "Request", class_Wxseal_Api_Request_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
