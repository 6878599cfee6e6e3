"""`ierror`: the numbers of Tencent's samples, for XML and for JSON."""

__all__ = [
    "WXBizMsgCrypt_ComputeSignature_Error",
    "WXBizMsgCrypt_DecodeBase64_Error",
    "WXBizMsgCrypt_DecryptAES_Error",
    "WXBizMsgCrypt_EncodeBase64_Error",
    "WXBizMsgCrypt_EncryptAES_Error",
    "WXBizMsgCrypt_GenReturnJson_Error",
    "WXBizMsgCrypt_GenReturnXml_Error",
    "WXBizMsgCrypt_IllegalAesKey",
    "WXBizMsgCrypt_IllegalBuffer",
    "WXBizMsgCrypt_OK",
    "WXBizMsgCrypt_ParseJson_Error",
    "WXBizMsgCrypt_ParseXml_Error",
    "WXBizMsgCrypt_ValidateCorpid_Error",
    "WXBizMsgCrypt_ValidateSignature_Error",
]

WXBizMsgCrypt_OK = 0
WXBizMsgCrypt_ValidateSignature_Error = -40001
WXBizMsgCrypt_ParseXml_Error = -40002
WXBizMsgCrypt_ParseJson_Error = -40002
WXBizMsgCrypt_ComputeSignature_Error = -40003
WXBizMsgCrypt_IllegalAesKey = -40004
WXBizMsgCrypt_ValidateCorpid_Error = -40005
WXBizMsgCrypt_EncryptAES_Error = -40006
WXBizMsgCrypt_DecryptAES_Error = -40007
WXBizMsgCrypt_IllegalBuffer = -40008
WXBizMsgCrypt_EncodeBase64_Error = -40009
WXBizMsgCrypt_DecodeBase64_Error = -40010
WXBizMsgCrypt_GenReturnXml_Error = -40011
WXBizMsgCrypt_GenReturnJson_Error = -40011
