"""`wechatpy.enterprise.crypto`."""

from wxseal.compat._arguments import Text
from wxseal.compat.wechatpy.crypto import PrpCrypto
from wxseal.compat.wechatpy.enterprise import exceptions
from wxseal.compat.wechatpy.work import crypto as work

__all__ = ["PrpCrypto", "WeChatCrypto"]


class WeChatCrypto(work.WeChatCrypto):
    """WeCom, with the exception that wechatpy 1.8 has for it."""

    def encrypt_message(self, msg: object, nonce: Text, timestamp: Text = None) -> str:
        """Encrypt and sign a reply, as `wxseal.compat.wechatpy.work.crypto` does."""
        # Each module has a `PrpCrypto` of its own to put another in place of.
        return self._encrypt(msg, nonce, timestamp, PrpCrypto().get_random_string())

    def _another_receive_id(self) -> Exception:
        return exceptions.InvalidCorpIdException()
