"""Drop-ins: the names of other libraries, with wxseal behind them.

A server that is written for one of them changes the line that imports it, and nothing else:

- wechatpy: `wxseal.compat.wechatpy.crypto`, `.work.crypto`, `.enterprise.crypto`, `.utils`;
- WeRoBot: `wxseal.compat.werobot`;
- Tencent's sample: `wxseal.compat.WXBizMsgCrypt3`, `.WXBizMsgCrypt`, `.WXBizJsonMsgCrypt`, `.ierror`.

What they keep of those libraries, what they refuse and what they do not add is in `docs/drop-in.md`.
A new server has no use for them: `wxseal.Endpoint` does more, in fewer lines.
"""
