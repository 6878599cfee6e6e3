"""Tencent's `WXBizJsonMsgCrypt`: replies in JSON."""

from wxseal.compat import ierror
from wxseal.compat.WXBizMsgCrypt3 import BaseMsgCrypt, FormatException

__all__ = ["FormatException", "WXBizJsonMsgCrypt"]


class WXBizJsonMsgCrypt(BaseMsgCrypt[str]):
    """JSON, in WeCom's lower case; what was decrypted is `str`."""

    _format = "json"

    def _opened(self, opened: bytes) -> tuple[int, str | None]:
        try:
            return ierror.WXBizMsgCrypt_OK, opened.decode()
        except UnicodeDecodeError:
            return ierror.WXBizMsgCrypt_IllegalBuffer, None
