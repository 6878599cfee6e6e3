"""Writes the hostile calls that every drop-in is put through: `make.py CASES`.

What is sent is sealed and signed by `tests/reference`; what must come of it was written by hand,
from the protocol. README.md says what a case holds.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reference"))
import wechat_reference as reference

SETTINGS = reference.Settings(
    "TokenOfTheTest", "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3", "wxba5fad812f8e6fb9"
)
ANOTHER_KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR"
RANDOM = b"707722b803182950"
TIMESTAMP, NONCE = "1714112445", "415670741"
XML = (
    "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName>"
    "<CreateTime>1714112440</CreateTime><MsgType>text</MsgType>"
    "<Content>你好</Content><MsgId>6054768590064713728</MsgId></xml>"
)

SIGNATURE = ("SignatureMismatch", -40001)
QUERY = ("MalformedQuery", -40001)
ENVELOPE = ("MalformedEnvelope", -40002)
MESSAGE = ("MalformedMessage", -40002)
RECEIVE_ID = ("ReceiveIdMismatch", -40005)
CIPHER = ("DecryptFailed", -40007)
FRAME = ("MalformedFrame", -40008)
BASE64 = ("InvalidBase64", -40010)


@dataclass(frozen=True)
class Case:
    """One call: of `decrypt` with a body, of `verify_url` with an echostr."""

    id: str
    expected: bytes | tuple[str, int]
    encrypt: str | None
    body: bytes
    call: str = "decrypt"
    msg_signature: str | None = None
    timestamp: str = TIMESTAMP
    nonce: str = NONCE

    def line(self) -> dict[str, object]:
        """As it is written, with the signature that holds unless it has another."""
        signed = self.msg_signature
        if signed is None:
            signed = sign(self.encrypt or "", self.timestamp, self.nonce)
        line: dict[str, object] = {
            "id": self.id,
            "call": self.call,
            "msg_signature": signed,
            "timestamp": self.timestamp,
            "nonce": self.nonce,
            "encrypt": self.encrypt,
            "body": base64.b64encode(self.body).decode(),
        }
        if isinstance(self.expected, bytes):
            return {**line, "message": base64.b64encode(self.expected).decode()}
        name, code = self.expected
        return {**line, "error": {"name": name, "code": code}}


def sign(encrypt: str, timestamp: str = TIMESTAMP, nonce: str = NONCE) -> str:
    return reference.sign(SETTINGS.token, timestamp, nonce, encrypt)


def seal(message: str | bytes = XML, receive_id: str = SETTINGS.receive_id) -> str:
    data = message.encode() if isinstance(message, str) else message
    return padded(reference.pad(reference.frame(RANDOM, data, receive_id), reference.PAD_TO))


def padded(plain: bytes, key: str = SETTINGS.encoding_aes_key) -> str:
    return reference.encrypt_padded(key, plain)


def pushed(id: str, encrypt: str, expected: bytes | tuple[str, int], **more: str) -> Case:
    """A cipher text in the plainest of envelopes."""
    body = f"<xml><ToUserName>gh_1</ToUserName><Encrypt>{encrypt}</Encrypt></xml>".encode()
    return Case(id, expected, encrypt, body, **more)


def accepted() -> Iterator[Case]:
    """What is right, and what nothing here can tell from it."""
    good, message = seal(), XML.encode()
    yield pushed("a push", good, message)
    yield pushed("an empty message", seal(b""), b"")
    yield pushed("a padding of 32", seal(b"a" * 26), b"a" * 26)
    yield pushed("a padding of 17", seal(b"a" * 9), b"a" * 9)
    compatible = reference.write_compatible_body(good, XML.replace("你好", "forged"))
    yield Case("compatible mode, its plaintext changed", message, good, compatible.encode())
    escaped = json.dumps({"Encrypt": good}).replace("/", "\\/").encode()
    yield Case("JSON with escaped slashes", message, good, escaped)
    swapped = {"timestamp": "415670741", "nonce": "1714112445"}
    yield pushed("timestamp and nonce swapped", good, message, msg_signature=sign(good), **swapped)


def frames() -> Iterator[Case]:
    """What was sealed by somebody who has the key, or by nobody."""
    message, receive_id = XML.encode(), SETTINGS.receive_id
    frame = reference.frame(RANDOM, message, receive_id)
    plain = reference.pad(frame, reference.PAD_TO)
    count = plain[-1]
    yield pushed("another key", padded(plain, ANOTHER_KEY), CIPHER)
    yield pushed("a padding of 0", padded(plain[:-1] + b"\0"), CIPHER)
    yield pushed("a padding of 33", padded(plain[:-1] + b"\x21"), CIPHER)
    spoilt = plain[:-count] + b"\0" + plain[1 - count :]
    yield pushed("a corrupt byte of the padding", padded(spoilt), CIPHER)
    yield pushed("a padding of the frame alone", padded(b"\x20" * 32), FRAME)
    for name, length in {"0xffffffff": 2**32 - 1, "one too many": len(frame) - 19}.items():
        longer = frame[:16] + length.to_bytes(4, "big") + frame[20:]
        yield pushed(f"a length of {name}", padded(reference.pad(longer, 32)), FRAME)
    shorter = frame[:16] + (len(message) - 1).to_bytes(4, "big") + frame[20:]
    yield pushed("a length of one too few", padded(reference.pad(shorter, 32)), RECEIVE_ID)
    yield pushed("another receive id", seal(receive_id="wx0000000000000000"), RECEIVE_ID)
    yield pushed("a receive id with one letter more", seal(receive_id=f"{receive_id}0"), RECEIVE_ID)
    yield pushed("a receive id with one letter less", seal(receive_id=receive_id[:-1]), RECEIVE_ID)
    yield pushed("no receive id", seal(receive_id=""), RECEIVE_ID)
    yield pushed("16 bytes", base64.b64encode(bytes(16)).decode(), CIPHER)
    yield pushed("33 bytes", base64.b64encode(bytes(33)).decode(), CIPHER)


def base64_texts() -> Iterator[Case]:
    """Other ways to write the same bytes."""
    good = seal()
    yield pushed("white space inside the base64", f"{good[:40]}\n{good[40:]}", BASE64)
    yield pushed("a + that became a space", f"{good[:40]} {good[41:]}", BASE64)
    # 32 bytes leave two bits over, and nobody looks at them.
    stray = base64.b64encode(bytes(64)).decode()[:-3] + "B=="
    yield pushed("bits behind the last byte", stray, BASE64)
    yield pushed("without the =", base64.b64encode(bytes(64)).decode().rstrip("="), BASE64)
    yield pushed("the alphabet of URLs", f"{good[:40]}-_{good[42:]}", BASE64)
    yield pushed("no base64 at all", "你好", BASE64)


def envelopes() -> Iterator[Case]:
    """What another reader would read otherwise."""
    good = seal()
    bodies = {
        "an empty body": "",
        "no envelope": "hello",
        "a body without Encrypt": "<xml><ToUserName>gh_1</ToUserName></xml>",
        "plaintext": XML,
        "a DOCTYPE": f"<!DOCTYPE xml><xml><Encrypt>{good}</Encrypt></xml>",
        "an entity": f'<!DOCTYPE x [<!ENTITY e "{good}">]><xml><Encrypt>&e;</Encrypt></xml>',
        "two Encrypts": f"<xml><Encrypt>{good}</Encrypt><Encrypt>{good}</Encrypt></xml>",
        "an Encrypt inside another element": f"<xml><a><Encrypt>{good}</Encrypt></a></xml>",
        "an attribute": f'<xml><Encrypt a="b">{good}</Encrypt></xml>',
        "a processing instruction": f"<xml><?a b?><Encrypt>{good}</Encrypt></xml>",
        "an element left open": f"<xml><Encrypt>{good}</Encrypt>",
        "JSON with two Encrypts": f'{{"Encrypt":"{good}","Encrypt":"{good}"}}',
        "JSON with both spellings": f'{{"Encrypt":"{good}","encrypt":"{good}"}}',
        "JSON whose Encrypt is a list": f'{{"Encrypt":["{good}"]}}',
    }
    for name, body in bodies.items():
        yield Case(name, ENVELOPE, None, body.encode(), msg_signature=sign(good))
    yield Case(
        "a body that is not UTF-8",
        ENVELOPE,
        None,
        b"<xml><a>\xff</a><Encrypt>" + good.encode() + b"</Encrypt></xml>",
        msg_signature=sign(good),
    )


def stamps() -> Iterator[Case]:
    """What stands in the query."""
    good = seal()
    three = reference.sign(SETTINGS.token, TIMESTAMP, NONCE)
    yield pushed("an empty signature", good, SIGNATURE, msg_signature="")
    yield pushed("a signature in capitals", good, SIGNATURE, msg_signature=sign(good).upper())
    yield pushed("half a signature", good, SIGNATURE, msg_signature=sign(good)[:20])
    yield pushed("the signature without Encrypt", good, SIGNATURE, msg_signature=three)
    another = reference.sign("AnotherTokenOfTheTest", TIMESTAMP, NONCE, good)
    yield pushed("another Token", good, SIGNATURE, msg_signature=another)
    changed = good[:20] + ("A" if good[20] != "A" else "B") + good[21:]
    yield pushed("a changed cipher text", changed, SIGNATURE, msg_signature=sign(good))
    for name, nonce in {
        "a nonce with a space": "a b",
        "a nonce with a dot": "0.5",
        "a nonce of 64 characters": "a" * 64,
        "an empty nonce": "",
    }.items():
        yield pushed(name, good, QUERY, nonce=nonce)
    for name, timestamp in {
        "a timestamp with a fraction": "1714112445.5",
        "a timestamp of 14 digits": "17141124450000",
        "a negative timestamp": "-1",
        "an empty timestamp": "",
    }.items():
        yield pushed(name, good, QUERY, timestamp=timestamp)
    moved = NONCE + good[:64]
    yield pushed(
        "the head of Encrypt moved into the nonce",
        good[64:],
        QUERY,
        nonce=moved,
        msg_signature=reference.sign(SETTINGS.token, TIMESTAMP, moved, good[64:]),
    )


def echostrs() -> Iterator[Case]:
    """WeCom's URL check."""
    message = {
        "a push as echostr": (seal(), MESSAGE),
        "a JSON push as echostr": (seal('{"MsgType":"text"}'), MESSAGE),
        "an echostr for another receive id": (seal("1", "wx0000000000000000"), RECEIVE_ID),
        "an echostr under another key": (
            padded(reference.pad(bytes(50), reference.PAD_TO), ANOTHER_KEY),
            CIPHER,
        ),
        "an echostr that is no base64": ("1616140317555161061", BASE64),
    }
    good = seal("1616140317555161061")
    yield Case("an echostr", b"1616140317555161061", good, b"", "verify_url")
    for name, (echostr, expected) in message.items():
        yield Case(name, expected, echostr, b"", "verify_url")
    forged = sign(good)[:-1] + ("0" if sign(good)[-1] != "0" else "1")
    yield Case("a forged echostr", SIGNATURE, good, b"", "verify_url", forged)


def cases() -> Iterator[Case]:
    for family in (accepted, frames, base64_texts, envelopes, stamps, echostrs):
        yield from family()


def main() -> None:
    """Writes the settings and the cases into the file that the command names."""
    written = {
        "token": SETTINGS.token,
        "encoding_aes_key": SETTINGS.encoding_aes_key,
        "receive_id": SETTINGS.receive_id,
        "cases": [case.line() for case in cases()],
    }
    Path(sys.argv[1]).write_text(json.dumps(written, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
