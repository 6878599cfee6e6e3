"""The exceptions of `werobot.crypto` where WeRoBot is installed, else classes of the same names."""

from typing import TYPE_CHECKING

from wxseal.compat._peer import names_of
from wxseal.compat.werobot import _exceptions

if TYPE_CHECKING:
    from wxseal.compat.werobot._exceptions import (
        AppIdValidationError,
        InvalidSignature,
        UnvalidEncodingAESKey,
    )

__all__ = ["AppIdValidationError", "InvalidSignature", "UnvalidEncodingAESKey"]

__getattr__ = names_of("werobot.crypto.exceptions", *__all__, otherwise=_exceptions)
