"""`wechatpy.work.crypto`."""

import wxseal
from wxseal.compat._arguments import Text, text
from wxseal.compat.wechatpy.crypto import BaseWeChatCrypto, PrpCrypto
from wxseal.compat.wechatpy.work import exceptions

__all__ = ["PrpCrypto", "WeChatCrypto"]


class WeChatCrypto(BaseWeChatCrypto):
    """WeCom.

    Raises:
        wxseal.InvalidKey, wxseal.InvalidConfig: a setting cannot be right; both are `ValueError`s.
    """

    def __init__(self, token: Text, encoding_aes_key: Text, corp_id: Text) -> None:
        super().__init__(token, encoding_aes_key, corp_id)
        self.corp_id = corp_id

    def check_signature(self, signature: Text, timestamp: Text, nonce: Text, echo_str: Text) -> str:
        """Verify and decrypt the echostr of a URL check, and return the answer.

        Raises:
            InvalidCorpIdException, InvalidSignatureException: as `decrypt_message` does. An echostr
                that reads like a message is the latter: nobody is shown what a captured push says.
        """
        try:
            return self._crypt.verify_url(
                text(echo_str),
                msg_signature=text(signature),
                timestamp=text(timestamp),
                nonce=text(nonce),
            ).decode()
        except (wxseal.Error, UnicodeDecodeError) as error:
            raise self._refusal(error) from error

    def encrypt_message(self, msg: object, nonce: Text, timestamp: Text = None) -> str:
        """Encrypt and sign a reply.

        Raises:
            WeChatException: the nonce or the timestamp is none, with -40011.
        """
        return self._encrypt(msg, nonce, timestamp, PrpCrypto().get_random_string())

    def _another_receive_id(self) -> Exception:
        return exceptions.InvalidCorpIdException()
