"""`werobot.crypto`."""

from typing import Any

import wxseal
from wxseal.compat._arguments import Text, key, now_unless, text
from wxseal.compat._peer import names_of
from wxseal.compat.werobot import exceptions

__all__ = ["MessageCrypt"]

# A cipher alone, without signatures: nothing here is made of it.
__getattr__ = names_of("werobot.crypto", "PrpCrypto")


class MessageCrypt:
    """The settings of one account.

    Raises:
        UnvalidEncodingAESKey: the EncodingAESKey is not 43 characters of base64. It is not shown.
        wxseal.InvalidConfig: the Token is empty, or it or the AppID cannot be right.
    """

    def __init__(self, token: Text, encoding_aes_key: Text, app_id: Text) -> None:
        self.app_id = text(app_id)
        try:
            self._crypt = wxseal.MsgCrypt(text(token) or "", key(encoding_aes_key), self.app_id)
        except wxseal.InvalidKey as error:
            raise exceptions.UnvalidEncodingAESKey(str(error)) from error

    def decrypt_message(
        self, timestamp: Text, nonce: Text, msg_signature: Text, encrypt_msg: Text
    ) -> bytes:
        """Verify and decrypt the `Encrypt` of a body.

        Raises:
            AppIdValidationError: it is addressed to another AppID.
            InvalidSignature: it is not to be believed for any other reason, which is the
                `__cause__`.
        """
        try:
            opened = self._crypt.open(
                text(encrypt_msg) or "",
                msg_signature=text(msg_signature),
                timestamp=text(timestamp),
                nonce=text(nonce),
            )
            if opened.receive_id != self.app_id:
                raise wxseal.ReceiveIdMismatch("the message is addressed to another receive id")
        except wxseal.Error as error:
            raise refusal(error, msg_signature) from error
        return opened.message

    def decrypt_body(
        self, body: str | bytes, timestamp: Text, nonce: Text, msg_signature: Text
    ) -> bytes:
        """Verify and decrypt a body, as `decrypt_message` does; WeRoBot has no such method."""
        try:
            return self._crypt.decrypt(
                body or b"",
                msg_signature=text(msg_signature),
                timestamp=text(timestamp),
                nonce=text(nonce),
            )
        except wxseal.Error as error:
            raise refusal(error, msg_signature) from error

    def encrypt_message(self, reply: Any, timestamp: Text = None, nonce: Text = None) -> str:
        """Encrypt and sign a reply: text, bytes, or one of WeRoBot's, which is rendered.

        Raises:
            wxseal.UnwritableReply: the nonce or the timestamp is none.
        """
        message = reply.render() if hasattr(reply, "render") else reply
        return self._crypt.encrypt(
            message, timestamp=now_unless(timestamp), nonce=text(nonce) or None
        )


def refusal(error: wxseal.Error, msg_signature: Text) -> Exception:
    """WeRoBot's exception for an error of ours."""
    if isinstance(error, wxseal.ReceiveIdMismatch):
        return exceptions.AppIdValidationError(str(error))
    return exceptions.InvalidSignature(msg_signature)
