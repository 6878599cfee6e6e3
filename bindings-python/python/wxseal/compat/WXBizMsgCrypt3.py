"""Tencent's `WXBizMsgCrypt3`, which some copies call `WXBizMsgCrypt`: replies in XML."""

from typing import Generic, Literal, TypeVar

import wxseal
from wxseal.compat import ierror
from wxseal.compat._arguments import Text, key, now_unless, text

__all__ = ["FormatException", "WXBizMsgCrypt"]

Opened = TypeVar("Opened", bytes, str)


class FormatException(Exception):
    """A setting cannot be right; which is the `__cause__`."""


class BaseMsgCrypt(Generic[Opened]):
    """What the sample's classes for XML and for JSON have in common.

    Each call gives a number of `ierror` and, where that is 0, what was asked for, else `None`.

    Raises:
        FormatException: a setting cannot be right.
    """

    _format: Literal["xml", "json"]

    def __init__(self, sToken: Text, sEncodingAESKey: Text, sReceiveId: Text) -> None:
        try:
            self._crypt = wxseal.MsgCrypt(
                text(sToken) or "", key(sEncodingAESKey), text(sReceiveId), dialect="wecom"
            )
        except wxseal.InvalidKey as error:
            raise FormatException("[error]: EncodingAESKey unvalid !") from error
        except wxseal.InvalidConfig as error:
            raise FormatException(f"[error]: {error.setting} unvalid !") from error

    def VerifyURL(
        self, sMsgSignature: Text, sTimeStamp: Text, sNonce: Text, sEchoStr: Text
    ) -> tuple[int, Opened | None]:
        """Verify and decrypt the echostr of WeCom's URL check: what to answer with.

        One that reads like a message is refused, as -40002: nobody is shown what a captured push
        says.
        """
        try:
            echostr = self._crypt.verify_url(
                text(sEchoStr),
                msg_signature=text(sMsgSignature),
                timestamp=text(sTimeStamp),
                nonce=text(sNonce),
            )
        except wxseal.Error as error:
            return error.code, None
        return self._opened(echostr)

    def DecryptMsg(
        self, sPostData: str | bytes, sMsgSignature: Text, sTimeStamp: Text, sNonce: Text
    ) -> tuple[int, Opened | None]:
        """Verify and decrypt a body."""
        try:
            message = self._crypt.decrypt(
                sPostData or b"",
                msg_signature=text(sMsgSignature),
                timestamp=text(sTimeStamp),
                nonce=text(sNonce),
            )
        except wxseal.Error as error:
            return error.code, None
        return self._opened(message)

    def EncryptMsg(
        self, sReplyMsg: str | bytes, sNonce: Text, timestamp: Text = None
    ) -> tuple[int, str | None]:
        """Encrypt and sign a reply; now, unless a time is given."""
        try:
            reply = self._crypt.encrypt(
                sReplyMsg,
                timestamp=now_unless(timestamp),
                nonce=text(sNonce),
                format=self._format,
            )
        except wxseal.Error as error:
            return error.code, None
        return ierror.WXBizMsgCrypt_OK, reply

    def _opened(self, opened: bytes) -> tuple[int, Opened | None]:
        raise NotImplementedError


class WXBizMsgCrypt(BaseMsgCrypt[bytes]):
    """XML; what was decrypted is `bytes`."""

    _format = "xml"

    def _opened(self, opened: bytes) -> tuple[int, bytes | None]:
        return ierror.WXBizMsgCrypt_OK, opened
