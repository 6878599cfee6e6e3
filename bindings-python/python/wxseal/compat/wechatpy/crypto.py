"""`wechatpy.crypto`."""

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

import wxseal
from wxseal.compat._arguments import Text, key, now_unless, text
from wxseal.compat._peer import names_of
from wxseal.compat.wechatpy import exceptions

__all__ = ["PrpCrypto", "WeChatCrypto", "WeChatWxaCrypto"]

# Of payments, which are not wxseal's.
__getattr__ = names_of("wechatpy.crypto", "WeChatRefundCrypto")

Body: TypeAlias = str | bytes | Mapping[str, object]


class PrpCrypto:
    """The place where tests of wechatpy's users put their own random bytes. It has no key, and
    encrypts nothing.
    """

    def get_random_string(self) -> str | bytes | None:
        """`None`: 16 bytes are asked of the operating system, for every message anew."""
        return None


class BaseWeChatCrypto:
    """What WeChat's and WeCom's have in common."""

    def __init__(self, token: Text, encoding_aes_key: Text, receive_id: Text) -> None:
        self._crypt = wxseal.MsgCrypt(text(token) or "", key(encoding_aes_key), text(receive_id))

    def decrypt_message(self, msg: Body, signature: Text, timestamp: Text, nonce: Text) -> str:
        """Verify and decrypt a body, which may be a parsed one.

        Raises:
            InvalidAppIdException: it is addressed to another receive id; of WeCom's,
                `InvalidCorpIdException`.
            InvalidSignatureException: it is not to be believed for any other reason, which is the
                `__cause__`.
        """
        if isinstance(msg, Mapping):
            msg = json.dumps({"Encrypt": msg.get("Encrypt")}, default=text)
        try:
            return self._crypt.decrypt(
                msg or b"",
                msg_signature=text(signature),
                timestamp=text(timestamp),
                nonce=text(nonce),
            ).decode()
        except (wxseal.Error, UnicodeDecodeError) as error:
            raise self._refusal(error) from error

    def _encrypt(
        self, msg: object, nonce: Text, timestamp: Text, random: str | bytes | None
    ) -> str:
        if not isinstance(msg, (str, bytes)):
            msg = "" if msg is None else str(msg)
        try:
            return self._crypt.encrypt(
                msg,
                timestamp=now_unless(timestamp),
                nonce=text(nonce),
                random=random.encode() if isinstance(random, str) else random,
            )
        except wxseal.Error as error:
            raise exceptions.WeChatException(error.code, str(error)) from error

    def _refusal(self, error: Exception) -> Exception:
        if isinstance(error, wxseal.ReceiveIdMismatch):
            return self._another_receive_id()
        return exceptions.InvalidSignatureException()

    def _another_receive_id(self) -> Exception:
        return exceptions.InvalidAppIdException()


class WeChatCrypto(BaseWeChatCrypto):
    """Official Accounts and Mini Programs.

    Raises:
        wxseal.InvalidKey, wxseal.InvalidConfig: a setting cannot be right; both are `ValueError`s.
    """

    def __init__(self, token: Text, encoding_aes_key: Text, app_id: Text) -> None:
        super().__init__(token, encoding_aes_key, app_id)
        self.app_id = app_id

    def encrypt_message(self, msg: object, nonce: Text, timestamp: Text = None) -> str:
        """Encrypt and sign a reply.

        Raises:
            WeChatException: the nonce or the timestamp is none, with -40011.
        """
        return self._encrypt(msg, nonce, timestamp, PrpCrypto().get_random_string())


class WeChatWxaCrypto:
    """Open data of a Mini Program: what `wxseal.decrypt_open_data` opens."""

    def __init__(self, key: Text, iv: Text, app_id: Text) -> None:
        self._session_key = text(key)
        self._iv = text(iv)
        self.app_id = app_id

    def decrypt_message(self, msg: Text) -> Any:
        """Decrypt `encryptedData`, and return its JSON as a dict.

        Raises:
            InvalidAppIdException: the data is of another Mini Program.
            InvalidSignatureException: it cannot be decrypted: probably the session key is another.
        """
        try:
            data = wxseal.decrypt_open_data(
                self._session_key, text(msg), self._iv, text(self.app_id)
            )
        except wxseal.ReceiveIdMismatch as error:
            raise exceptions.InvalidAppIdException() from error
        except wxseal.Error as error:
            raise exceptions.InvalidSignatureException() from error
        return json.loads(data)
