"""Seals and signs as the platform does, and sends that through `MsgCrypt` and `Endpoint`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import wechat_reference as reference
from case import MAIN, NONCE, TIMESTAMP, Case, Outcome, Written

RANDOM = b"707722b803182950"

XML = (
    "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName>"
    "<CreateTime>1714112440</CreateTime><MsgType>text</MsgType>"
    "<Content>a</Content><MsgId>6054768590064713728</MsgId></xml>"
)
JSON = (
    '{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1714112440,"MsgType":"text",'
    '"Content":"a","MsgId":6054768590064713728}'
)
ECHO = "4375120948345356249"


def seal(message: str | bytes) -> str:
    data = message.encode() if isinstance(message, str) else message
    return reference.encrypt_message(MAIN, data, RANDOM)


def sign(encrypt: str, timestamp: str = TIMESTAMP, nonce: str = NONCE) -> str:
    return reference.sign(MAIN.token, timestamp, nonce, encrypt)


def parameters(encrypt: str, timestamp: str = TIMESTAMP, nonce: str = NONCE) -> dict[str, str]:
    return {
        "signature": reference.sign(MAIN.token, timestamp, nonce),
        "timestamp": timestamp,
        "nonce": nonce,
        "openid": "o1",
        "encrypt_type": "aes",
        "msg_signature": sign(encrypt, timestamp, nonce),
    }


def query_of(encrypt: str, timestamp: str = TIMESTAMP, nonce: str = NONCE) -> str:
    return reference.write_query(parameters(encrypt, timestamp, nonce))


def xml_body(encrypt: str) -> str:
    return f"<xml><ToUserName>gh_1</ToUserName><Encrypt>{encrypt}</Encrypt></xml>"


def json_body(encrypt: str) -> str:
    return json.dumps({"ToUserName": "gh_1", "Encrypt": encrypt}, ensure_ascii=False)


def pushed(name: str, body: Written, signed: str, outcome: Outcome, **more: Any) -> Iterator[Case]:
    """A body through both, its query signed over the `Encrypt` that a right reader finds."""
    # Only an endpoint can be told in every language to read a larger body.
    if more.get("max_body") is None:
        yield Case(name, "decrypt", outcome, body=body, msg_signature=sign(signed), **more)
    yield Case(name, "receive", outcome, body=body, query=query_of(signed), **more)


def pushed_each(bodies: Mapping[str, Written], signed: str, outcome: Outcome) -> Iterator[Case]:
    for name, body in bodies.items():
        yield from pushed(name, body, signed, outcome)


def checked(name: str, echostr: str, outcome: Outcome, **more: Any) -> Iterator[Case]:
    """A URL check of WeCom, through both; the `body` of `verify_url` is the echostr."""
    signature = sign(echostr)
    query = reference.write_query(
        {
            "msg_signature": signature,
            "timestamp": TIMESTAMP,
            "nonce": NONCE,
            "echostr": echostr,
        }
    )
    more = {"dialect": "wecom", "msg_signature": signature, **more}
    # C has no text with a NUL inside.
    if "\0" not in echostr:
        yield Case(name, "verify_url", outcome, body=echostr, **more)
    yield Case(name, "receive_url_check", outcome, method="GET", query=query, **more)
