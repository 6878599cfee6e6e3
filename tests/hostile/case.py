"""One case, and what can come of it."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

import wechat_reference as reference

Json = dict[str, Any]
# Bytes as pieces, each with how often it stands there, so that 64 MiB of them cost nothing to store.
Recipe = list[tuple[bytes, int]]
# What stands where a body or a message is asked for.
Written: TypeAlias = "str | bytes | Recipe"

MIB = 1 << 20
# For how many seconds a case of some MiB may be worked on by a core that nobody has optimised.
LARGE = 60
NOW = 1714112445
TIMESTAMP = "1714112440"
NONCE = "415670741"

MAIN = reference.Settings(
    "qx7LmT0bZc", "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3", "wxba5fad812f8e6fb9"
)
ROBOT = reference.Settings(MAIN.token, MAIN.encoding_aes_key, "")


@dataclass(frozen=True)
class Refused:
    """The error that must come: its name, its official number, and the HTTP status."""

    name: str
    code: int
    http_status: int


MALFORMED_ENVELOPE = Refused("MalformedEnvelope", -40002, 400)
MALFORMED_MESSAGE = Refused("MalformedMessage", -40002, 403)
MALFORMED_QUERY = Refused("MalformedQuery", -40001, 400)
# A method that is neither GET nor POST has the query's name, and a status of its own.
UNKNOWN_METHOD = Refused("MalformedQuery", -40001, 405)
MISMATCH = Refused("SignatureMismatch", -40001, 403)
STALE = Refused("StaleTimestamp", -40001, 403)
OTHER_RECEIVE_ID = Refused("ReceiveIdMismatch", -40005, 403)
DECRYPT_FAILED = Refused("DecryptFailed", -40007, 403)
MALFORMED_FRAME = Refused("MalformedFrame", -40008, 403)
INVALID_BASE64 = Refused("InvalidBase64", -40010, 403)

# A refusal, the bytes of a message or an answer, or a widget's query.
Outcome: TypeAlias = "Refused | str | bytes | Json"


@dataclass(frozen=True)
class Case:
    """One line of the cases, but for its family."""

    name: str
    call: str
    outcome: Outcome
    settings: reference.Settings = MAIN
    dialect: str = "wechat"
    max_body: int | None = None
    method: str = "POST"
    query: Written = ""
    body: Written = b""
    # What a `MsgCrypt` is called with, in place of the query.
    msg_signature: str = ""
    timestamp: str = TIMESTAMP
    nonce: str = NONCE
    # How long it may take.
    seconds: int = 1

    def to_json(self, family: str) -> Json:
        return {
            "id": f"{family}/{self.name}/{self.call}",
            "family": family,
            "call": self.call,
            "endpoint": {
                "crypts": [
                    {
                        "token": self.settings.token,
                        "encoding_aes_key": self.settings.encoding_aes_key,
                        "receive_id": self.settings.receive_id,
                        "dialect": self.dialect,
                    }
                ],
                "tolerance": 300,
                "account": None,
                "max_body": self.max_body,
            },
            "method": self.method,
            "query": _pieces(self.query),
            "body": _pieces(self.body),
            "msg_signature": self.msg_signature,
            "timestamp": self.timestamp,
            "nonce": self.nonce,
            "now": NOW,
            "seconds": self.seconds,
            "expected": _expected(self.outcome),
        }


def recipe(written: Written) -> Recipe:
    if isinstance(written, str):
        return [(written.encode(), 1)]
    return [(written, 1)] if isinstance(written, bytes) else written


def _pieces(written: Written) -> list[list[str | int]]:
    return [[base64.b64encode(piece).decode(), times] for piece, times in recipe(written)]


def _expected(outcome: Outcome) -> Json:
    if isinstance(outcome, Refused):
        return {"error": asdict(outcome)}
    if isinstance(outcome, dict):
        return {"widget_query": outcome}
    data = outcome.encode() if isinstance(outcome, str) else outcome
    return {"sha256": hashlib.sha256(data).hexdigest()}
