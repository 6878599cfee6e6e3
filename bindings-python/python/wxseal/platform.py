"""The platform's side, for tests: make requests as WeChat makes them, and open what a server
answers.

>>> import wxseal
>>> from wxseal import platform
>>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
>>> text = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi","MsgId":7}'
>>> request = platform.push(crypt, text, format="json")
>>> incoming = wxseal.Endpoint(crypt).receive(request.method, request.query, request.body)
>>> reply = platform.open_reply(crypt, incoming.reply_text("hello").body)
>>> reply.message[-35:]
b'"MsgType":"text","Content":"hello"}'
"""

from wxseal import _wxseal

Reply = _wxseal.platform.Reply
Request = _wxseal.platform.Request
compatible_push = _wxseal.platform.compatible_push
encrypted_url_check = _wxseal.platform.encrypted_url_check
open_reply = _wxseal.platform.open_reply
plain_push = _wxseal.platform.plain_push
push = _wxseal.platform.push
url_check = _wxseal.platform.url_check

__all__ = [
    "Reply",
    "Request",
    "compatible_push",
    "encrypted_url_check",
    "open_reply",
    "plain_push",
    "push",
    "url_check",
]
