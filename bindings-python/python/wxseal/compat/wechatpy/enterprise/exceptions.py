"""wechatpy's exception where it is installed, else a class of the same name."""

from typing import TYPE_CHECKING

from wxseal.compat._peer import names_of
from wxseal.compat.wechatpy import _exceptions

if TYPE_CHECKING:
    from wxseal.compat.wechatpy._exceptions import InvalidCorpIdException

__all__ = ["InvalidCorpIdException"]

__getattr__ = names_of("wechatpy.enterprise.exceptions", *__all__, otherwise=_exceptions)
