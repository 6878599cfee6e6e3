"""Tencent's `WXBizMsgCrypt`."""

from wxseal.compat.WXBizMsgCrypt3 import FormatException, WXBizMsgCrypt

__all__ = ["FormatException", "WXBizMsgCrypt"]
