"""Writes what the programs of this folder read: one line of settings, then one line a request.

The settings are Token, EncodingAESKey, receive id, and the server's time. A request is what comes
of it (`ok` or the name of an error), `msg_signature`, `timestamp`, `nonce`, the body, and the
message inside. Tabs stand between them; no value holds a tab or a line break.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "reference"))
import wechat_reference as reference

SETTINGS = reference.Settings(
    "SoakTokenOfTheTests", "SoakKeyOfTheTests0123456789abcdefghijklmnop", "wxba5fad812f8e6fb9"
)
TIMESTAMP = "1714112445"
NONCE = "415670741"
# Around a whole block of padding, and what people, bots and events send.
SIZES = (0, 1, 11, 12, 13, 64, 300, 1000, 2048, 8000)


@dataclass(frozen=True)
class Request:
    outcome: str
    msg_signature: str
    timestamp: str
    nonce: str
    body: str
    message: str = ""


def message(format: str, size: int) -> str:
    """Write a text of that many bytes, as somebody sends it."""
    content = "x" * size
    if format == "json":
        fields = {"ToUserName": "gh_1", "FromUserName": "o1", "CreateTime": int(TIMESTAMP)}
        return json.dumps({**fields, "MsgType": "text", "Content": content})
    return (
        "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName>"
        f"<CreateTime>{TIMESTAMP}</CreateTime><MsgType>text</MsgType>"
        f"<Content><![CDATA[{content}]]></Content></xml>"
    )


def request(
    encrypt: str, outcome: str = "ok", message: str = "", *, format: str = "xml", nonce: str = NONCE
) -> Request:
    """Sign a cipher text, whatever it is, and wrap it."""
    signature = reference.sign(SETTINGS.token, TIMESTAMP, nonce, encrypt)
    body = reference.write_safe_body(encrypt, "gh_1", format, "wechat")
    return Request(outcome, signature, TIMESTAMP, nonce, body, message)


def accepted() -> Iterator[Request]:
    for number, size in enumerate(SIZES):
        for format in ("xml", "json"):
            text = message(format, size)
            random = f"{number:08d}{format:>8}".encode()
            encrypt = reference.encrypt_message(SETTINGS, text.encode(), random)
            yield request(encrypt, message=text, format=format)


def refused() -> Iterator[Request]:
    def seal(padded: bytes) -> str:
        return reference.encrypt_padded(SETTINGS.encoding_aes_key, padded)

    text, random = message("xml", 100).encode(), b"0123456789abcdef"
    good = reference.encrypt_message(SETTINGS, text, random)
    frame = reference.frame(random, text, SETTINGS.receive_id)
    elsewhere = reference.frame(random, text, "wx1")
    endless = random + b"\xff\xff\xff\xff" + text
    yield Request("SignatureMismatch", "0" * 40, TIMESTAMP, NONCE, request(good).body)
    yield request(good, "MalformedQuery", nonce="a.b")
    for body in ("", "{", f"<!DOCTYPE xml>{request(good).body}", '{"Encrypt": 1}'):
        yield Request("MalformedEnvelope", "0" * 40, TIMESTAMP, NONCE, body)
    yield request(good.rstrip("=") + "*", "InvalidBase64")
    yield request(base64.b64encode(bytes(33)).decode(), "DecryptFailed")
    yield request(seal(frame + bytes(32 - len(frame) % 32)), "DecryptFailed")
    yield request(seal(reference.pad(endless, 32)), "MalformedFrame")
    yield request(seal(reference.pad(elsewhere, 32)), "ReceiveIdMismatch")


def outcome(request: Request) -> str:
    """Say what the reference makes of a request."""
    stamp = (request.msg_signature, request.timestamp, request.nonce)
    try:
        opened = reference.open_push(SETTINGS, *stamp, request.body.encode())
    except reference.ProtocolError as error:
        return type(error).__name__
    assert opened.message.decode() == request.message
    return "ok"


def main() -> None:
    settings = (SETTINGS.token, SETTINGS.encoding_aes_key, SETTINGS.receive_id, TIMESTAMP)
    lines = ["\t".join(settings)]
    for made in (*accepted(), *refused()):
        assert outcome(made) == made.outcome, made
        lines.append("\t".join(astuple(made)))
    Path(sys.argv[1]).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
