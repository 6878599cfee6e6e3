"""Verify, decrypt and answer WeChat (微信) message pushes.

The official samples call it, and here it is:

- `checkSignature`, and `VerifyURL` on WeChat: `verify_signature`, then answer with the echostr as
  received;
- `VerifyURL` on WeCom: `MsgCrypt.verify_url`;
- `DecryptMsg`: `MsgCrypt.decrypt`;
- `EncryptMsg`: `MsgCrypt.encrypt`.

Whatever a peer sends gives its answer or an error below `Error`; a wrong type is a `TypeError`.
Neither freshness nor replay is checked: hold the timestamp against your clock, and remember what
you have answered.
"""

from wxseal._wxseal import (
    DecryptFailed,
    Error,
    InvalidBase64,
    InvalidConfig,
    InvalidKey,
    MalformedEnvelope,
    MalformedFrame,
    MalformedMessage,
    MalformedQuery,
    MsgCrypt,
    ReceiveIdMismatch,
    SignatureMismatch,
    StaleTimestamp,
    UnwritableReply,
    __version__,
    verify_signature,
)

__all__ = [
    "DecryptFailed",
    "Error",
    "InvalidBase64",
    "InvalidConfig",
    "InvalidKey",
    "MalformedEnvelope",
    "MalformedFrame",
    "MalformedMessage",
    "MalformedQuery",
    "MsgCrypt",
    "ReceiveIdMismatch",
    "SignatureMismatch",
    "StaleTimestamp",
    "UnwritableReply",
    "__version__",
    "verify_signature",
]
