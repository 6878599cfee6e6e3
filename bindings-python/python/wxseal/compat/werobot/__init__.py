"""WeRoBot, with wxseal behind its `crypto`. All else stays WeRoBot's."""

from typing import TYPE_CHECKING

from wxseal.compat._peer import names_of
from wxseal.compat.werobot import crypto

if TYPE_CHECKING:
    from wxseal.compat.werobot.robot import WeRoBot

__all__ = ["WeRoBot", "crypto"]

# The robot is a subclass of WeRoBot's, which `crypto` can do without.
__getattr__ = names_of("wxseal.compat.werobot.robot", "WeRoBot")
