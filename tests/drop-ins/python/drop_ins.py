"""Each drop-in as a table: how it is made, how it opens and seals, and what it says of an error."""

from __future__ import annotations

import base64
import importlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import wechat_reference as reference

from wxseal.compat.wechatpy.crypto import WeChatCrypto
from wxseal.compat.wechatpy.enterprise.crypto import WeChatCrypto as EnterpriseCrypto
from wxseal.compat.wechatpy.work.crypto import WeChatCrypto as WorkCrypto
from wxseal.compat.werobot.crypto import MessageCrypt
from wxseal.compat.WXBizJsonMsgCrypt import WXBizJsonMsgCrypt
from wxseal.compat.WXBizMsgCrypt3 import WXBizMsgCrypt

ROOT = Path(__file__).resolve().parents[3]
RECEIVE_ID = -40005

SETTINGS = reference.Settings(
    "TokenOfTheTest", "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3", "wx0123456789abcdef"
)
TOKEN, KEY, ID = SETTINGS.token, SETTINGS.encoding_aes_key, SETTINGS.receive_id
T, N = "1714112445", "415670741"


@dataclass(frozen=True)
class Request:
    """What stands in a query and a body."""

    msg_signature: str
    timestamp: str
    nonce: str
    encrypt: str | None
    body: bytes


class Refused(Exception):
    """By a number that a function gave, in place of an exception."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def value(answer: tuple[int, Any]) -> Any:
    """What one of Tencent's functions gives, or its number as an exception."""
    code, opened = answer
    if code != 0:
        assert opened is None
        raise Refused(code)
    return opened


def as_bytes(opened: Any) -> bytes:
    return opened.encode() if isinstance(opened, str) else bytes(opened)


@dataclass(frozen=True)
class DropIn:
    """One class. `refusals` says for an error's number which exception must come."""

    name: str
    make: Callable[[Any, Any, Any], Any]
    decrypt: Callable[[Any, Request], Any]
    encrypt: Callable[[Any, str, str, str], str]
    opened: type
    # The module of the exceptions, the one for another receive id, and the one for all else; Tencent's give numbers.
    exceptions: tuple[str, str, str, str] | None = None
    verify_url: Callable[[Any, Request], Any] | None = None
    format: str = "xml"

    def refusal(self, code: int) -> type[Exception]:
        """The class that must be raised for an error with this number."""
        if self.exceptions is None:
            return Refused
        mismatch_module, mismatch, module, other = self.exceptions
        if code == RECEIVE_ID:
            module, other = mismatch_module, mismatch
        found: type[Exception] = getattr(importlib.import_module(f"wxseal.compat.{module}"), other)
        return found


def wechatpy(name: str, make: type, exceptions: str, mismatch: str, url: bool) -> DropIn:
    return DropIn(
        name,
        make,
        lambda crypt, r: crypt.decrypt_message(r.body, r.msg_signature, r.timestamp, r.nonce),
        lambda crypt, message, timestamp, nonce: crypt.encrypt_message(message, nonce, timestamp),
        str,
        (exceptions, mismatch, "wechatpy.exceptions", "InvalidSignatureException"),
        (lambda crypt, r: crypt.check_signature(r.msg_signature, r.timestamp, r.nonce, r.encrypt))
        if url
        else None,
    )


def werobot(name: str, decrypt: Callable[[Any, Request], Any]) -> DropIn:
    module = "werobot.exceptions"
    return DropIn(
        name,
        MessageCrypt,
        decrypt,
        lambda crypt, message, timestamp, nonce: crypt.encrypt_message(message, timestamp, nonce),
        bytes,
        (module, "AppIdValidationError", module, "InvalidSignature"),
    )


def tencent(name: str, make: type, opened: type, format: str) -> DropIn:
    return DropIn(
        name,
        make,
        lambda crypt, r: value(crypt.DecryptMsg(r.body, r.msg_signature, r.timestamp, r.nonce)),
        lambda crypt, message, timestamp, nonce: value(crypt.EncryptMsg(message, nonce, timestamp)),
        opened,
        None,
        lambda crypt, r: value(crypt.VerifyURL(r.msg_signature, r.timestamp, r.nonce, r.encrypt)),
        format,
    )


CORP = "InvalidCorpIdException"
DROP_INS = [
    wechatpy("wechatpy", WeChatCrypto, "wechatpy.exceptions", "InvalidAppIdException", False),
    wechatpy("wechatpy.work", WorkCrypto, "wechatpy.work.exceptions", CORP, True),
    wechatpy("wechatpy.enterprise", EnterpriseCrypto, "wechatpy.enterprise.exceptions", CORP, True),
    werobot(
        "werobot, a body",
        lambda crypt, r: crypt.decrypt_body(r.body, r.timestamp, r.nonce, r.msg_signature),
    ),
    werobot(
        "werobot, an Encrypt",
        lambda crypt, r: crypt.decrypt_message(r.timestamp, r.nonce, r.msg_signature, r.encrypt),
    ),
    tencent("WXBizMsgCrypt3", WXBizMsgCrypt, bytes, "xml"),
    tencent("WXBizJsonMsgCrypt", WXBizJsonMsgCrypt, str, "json"),
]
BARE = "werobot, an Encrypt"


def read_cases() -> dict[str, Any]:
    """The hostile calls, and the settings that they are made for."""
    path = ROOT / "target/drop-ins/cases.json"
    if not path.exists():
        raise FileNotFoundError("target/drop-ins/cases.json is missing: run `make cases` first")
    cases: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return cases


def request_of(case: dict[str, Any]) -> Request:
    return Request(
        case["msg_signature"],
        case["timestamp"],
        case["nonce"],
        case["encrypt"],
        base64.b64decode(case["body"]),
    )


def read_vectors(kind: str) -> list[dict[str, Any]]:
    path = ROOT / f"tests/vectors/{kind}.json"
    vectors: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["vectors"]
    return vectors
