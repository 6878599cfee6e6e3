"""Verify, decrypt and answer WeChat (微信) message pushes.

- `Endpoint` is one call for a whole request, GET or POST: `Endpoint.receive` verifies it and gives
  an `Incoming`, whose methods make the answers. `RecentKeys` remembers what was answered.
- `MsgCrypt` and `verify_signature` are what it is made of, for servers that parse on their own.
  `MsgCrypt.seal`, `MsgCrypt.open` and `sign` are the parts of these, for gateways and drop-ins that
  have an envelope of their own.
- `decrypt_open_data` and `verify_raw_data` open what `wx.getUserInfo` hands to a Mini Program.
- `wxseal.api` makes calls of the server API without I/O; `wxseal.platform` plays the platform, for
  tests.

The official samples call it, and here it is:

- `checkSignature`, and `VerifyURL` on WeChat: `verify_signature`, then answer with the echostr as
  received;
- `VerifyURL` on WeCom: `MsgCrypt.verify_url`;
- `DecryptMsg`: `MsgCrypt.decrypt`;
- `EncryptMsg`: `MsgCrypt.encrypt`.

Whatever a peer sends gives its answer or an error below `Error`, whose `response` is what to answer
then; a wrong type is a `TypeError`.
"""

from wxseal import api, platform
from wxseal._wxseal import (
    Article,
    Claim,
    DecryptFailed,
    Endpoint,
    Error,
    Finding,
    Incoming,
    InvalidBase64,
    InvalidConfig,
    InvalidKey,
    MalformedEnvelope,
    MalformedFrame,
    MalformedMessage,
    MalformedQuery,
    Message,
    MsgCrypt,
    Opened,
    ReceiveIdMismatch,
    Recent,
    RecentKeys,
    Response,
    Sealed,
    SignatureMismatch,
    StaleTimestamp,
    UnwritableReply,
    WidgetQuery,
    __version__,
    decrypt_open_data,
    sign,
    verify_raw_data,
    verify_signature,
)

__all__ = [
    "Article",
    "Claim",
    "DecryptFailed",
    "Endpoint",
    "Error",
    "Finding",
    "Incoming",
    "InvalidBase64",
    "InvalidConfig",
    "InvalidKey",
    "MalformedEnvelope",
    "MalformedFrame",
    "MalformedMessage",
    "MalformedQuery",
    "Message",
    "MsgCrypt",
    "Opened",
    "ReceiveIdMismatch",
    "Recent",
    "RecentKeys",
    "Response",
    "Sealed",
    "SignatureMismatch",
    "StaleTimestamp",
    "UnwritableReply",
    "WidgetQuery",
    "__version__",
    "api",
    "decrypt_open_data",
    "platform",
    "sign",
    "verify_raw_data",
    "verify_signature",
]
