"""Where a peer is not installed."""

import importlib
import importlib.util

import pytest

from wxseal.compat.wechatpy import _exceptions as of_wechatpy
from wxseal.compat.werobot import _exceptions as of_werobot


@pytest.mark.skipif(importlib.util.find_spec("wechatpy") is not None, reason="wechatpy is here")
def test_the_exceptions_are_our_own_and_what_is_wechatpys_says_so() -> None:
    exceptions = importlib.import_module("wxseal.compat.wechatpy.exceptions")
    assert exceptions.InvalidSignatureException is of_wechatpy.InvalidSignatureException
    for wecom in ("work", "enterprise"):
        exceptions = importlib.import_module(f"wxseal.compat.wechatpy.{wecom}.exceptions")
        assert exceptions.InvalidCorpIdException is of_wechatpy.InvalidCorpIdException
    with pytest.raises(ImportError, match="wechatpy"):
        from wxseal.compat.wechatpy.utils import to_text  # noqa: F401


@pytest.mark.skipif(importlib.util.find_spec("werobot") is not None, reason="WeRoBot is here")
def test_a_robot_wants_werobot_and_its_crypto_does_not() -> None:
    exceptions = importlib.import_module("wxseal.compat.werobot.exceptions")
    assert exceptions.InvalidSignature is of_werobot.InvalidSignature
    with pytest.raises(ImportError, match="werobot"):
        from wxseal.compat.werobot import WeRoBot  # noqa: F401
