"""wechatpy's exceptions where it is installed, else classes of the same names."""

from typing import TYPE_CHECKING

from wxseal.compat._peer import names_of
from wxseal.compat.wechatpy import _exceptions

if TYPE_CHECKING:
    from wxseal.compat.wechatpy._exceptions import (
        InvalidAppIdException,
        InvalidSignatureException,
        WeChatException,
    )

__all__ = ["InvalidAppIdException", "InvalidSignatureException", "WeChatException"]

__getattr__ = names_of("wechatpy.exceptions", *__all__, otherwise=_exceptions)
