"""Interop cases between the reference and one binding, in both directions.

`python cases.py make CASES` writes the cases, one JSON object a line. The reference has sealed
each of them; a binding must open `body` to `message`, and must reproduce `body` byte for byte from
`message`, `timestamp`, `nonce`, `random` and `format`. The cases are the same on every run.

`python cases.py check CASES ANSWERS` opens what a binding has sealed for the same cases with
randomness of its own. ANSWERS has one object a line, `{"id": …, "body": …}`, in any order.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import itertools
import json
import string
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import wechat_reference as reference

FORMATS = ("xml", "json")
BASE64_ALPHABET = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"

# Characters of one to four bytes; the NUL and the quotes are there for whoever hands text through
# a C string or through JSON.
TEXT = "aZ09 <&>\"'\\/\n\0é微信消息推送🙂🧧"


@dataclass(frozen=True)
class Case:
    """One line of the cases. `message` is base64, since a message can be any bytes."""

    id: str
    token: str
    encoding_aes_key: str
    receive_id: str
    timestamp: str
    nonce: str
    random: str
    message: str
    format: str
    dialect: str
    msg_signature: str
    body: str

    @property
    def settings(self) -> reference.Settings:
        return reference.Settings(self.token, self.encoding_aes_key, self.receive_id)


def _bytes(label: str, length: int) -> bytes:
    """Give bytes that look random and depend on nothing but the label."""
    return hashlib.shake_256(f"wxseal interop {label}".encode()).digest(length)


def _key(label: str, trailing_bits: int) -> str:
    # The low two bits of the last character are those that are thrown away.
    *others, last = _bytes(label, 43)
    positions = [byte % 64 for byte in others] + [last % 64 & ~0b11 | trailing_bits]
    return "".join(BASE64_ALPHABET[position] for position in positions)


def _random(id: str) -> str:
    letters = string.ascii_letters + string.digits
    return "".join(letters[byte % len(letters)] for byte in _bytes(f"random {id}", 16))


def _text(label: str, length: int) -> bytes:
    """Give a text of exactly so many bytes of UTF-8."""
    text = bytearray()
    for byte in _bytes(label, length):
        character = TEXT[byte % len(TEXT)].encode()
        if len(text) + len(character) <= length:
            text += character
    # What is left is shorter than the last character that was tried.
    return bytes(text).ljust(length, b".")


# Together they have a key for each value of the trailing bits, receive ids of many lengths, and
# tokens that come first, last and in between when the parts are sorted.
SETTINGS = (
    reference.Settings("AAAAA", "A" * 43, "wxba5fad812f8e6fb9"),
    reference.Settings("spamtest", _key("first", 1), "wx2c2769f8efd9abc2"),
    reference.Settings("0", _key("second", 2), ""),
    reference.Settings("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", _key("third", 3), "ww1"),
    reference.Settings("QDG6eK", _key("fourth", 0), "suite4xxxxxxxxxxxxxxx"),
)

# A nonce need not be a number, and neither it nor the timestamp is ever compared as one.
STAMPS = (
    ("1714112445", "415670741"),
    ("9", "10"),
    ("1445827045067", "nEXhMP4r"),
    ("1409659813", "-_-"),
    ("1713424427", "n" * 63),
)


def _messages() -> Iterator[tuple[str, str, bytes]]:
    """Yield a name, a dialect and the message of each case, before the formats multiply them."""
    for length in range(301):
        yield f"text_{length:03}", "wechat", _text(f"text {length}", length)
    for length in range(65):
        yield f"wecom_{length:03}", "wecom", _text(f"wecom {length}", length)
    for length in range(1, 65):
        yield f"bytes_{length:03}", "wechat", _bytes(f"bytes {length}", length)
    special = {
        "every_byte": bytes(range(256)),
        "nul": b"\0",
        "nuls": b"\0" * 32,
        "high_bytes": b"\xff" * 48,
        # Whoever strips padding twice, or trims, loses the end of these.
        "ends_like_padding_1": b"message\x01",
        "ends_like_padding_32": b"message" + b"\x20" * 32,
        "white_space_around": b" \r\n\tmessage\r\n ",
        "starts_with_bom": "\N{BYTE ORDER MARK}message".encode(),
        "cut_in_a_character": "微信".encode()[:-1],
        "surrogate_bytes": b"\xed\xa0\x80",
        "cjk": "搜索组件的回复".encode() * 9,
        "emoji": "🙂🧧👨‍👩‍👧".encode() * 9,
        "cdata_end": b"<xml><Content><![CDATA[a]]]]><![CDATA[>b]]></Content></xml>",
        "looks_like_an_envelope": b"<xml><Encrypt><![CDATA[AAAA]]></Encrypt></xml>",
        "mebibyte": _text("mebibyte", 1 << 20),
    }
    for name, message in special.items():
        yield name, "wechat", message
        yield f"wecom_{name}", "wecom", message


def make() -> list[Case]:
    """Build all cases, and make sure that they cover what they promise to cover."""
    cases = []
    for position, (name, dialect, message) in enumerate(_messages()):
        for shift, format in enumerate(FORMATS):
            settings = SETTINGS[(position + shift) % len(SETTINGS)]
            # Another step than the settings', so that every pair of the two comes up.
            timestamp, nonce = STAMPS[(position // len(SETTINGS) + shift) % len(STAMPS)]
            id = f"{name}_{format}"
            random = _random(id)
            sealed = reference.seal(
                settings, message, timestamp, nonce, random.encode(), format, dialect
            )
            cases.append(
                Case(
                    id=id,
                    token=settings.token,
                    encoding_aes_key=settings.encoding_aes_key,
                    receive_id=settings.receive_id,
                    timestamp=timestamp,
                    nonce=nonce,
                    random=random,
                    message=base64.b64encode(message).decode(),
                    format=format,
                    dialect=dialect,
                    msg_signature=sealed.msg_signature,
                    body=sealed.body,
                )
            )
    _assert_coverage(cases)
    return cases


def _assert_coverage(cases: Sequence[Case]) -> None:
    assert len({case.id for case in cases}) == len(cases)
    assert len({case.random for case in cases}) == len(cases)
    assert {BASE64_ALPHABET.index(case.encoding_aes_key[-1]) % 4 for case in cases} == set(range(4))
    for format, dialect in itertools.product(FORMATS, ("wechat", "wecom")):
        pads = {
            pad_length(case) for case in cases if (case.format, case.dialect) == (format, dialect)
        }
        assert pads == set(range(1, reference.PAD_TO + 1)), (format, dialect)


def pad_length(case: Case) -> int:
    """Say how many bytes of padding a case must have, from its lengths alone."""
    message_length = len(base64.b64decode(case.message))
    framed = reference.RANDOM_LENGTH + reference.LENGTH_LENGTH + message_length
    return reference.PAD_TO - (framed + len(case.receive_id.encode())) % reference.PAD_TO


def check(cases: Iterable[Case], answers: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    """Open each answer; map each id to what is wrong with it, or to None where nothing is."""
    expected = {case.id: case for case in cases}
    bodies: dict[str, str] = {}
    verdicts: dict[str, str | None] = dict.fromkeys(expected, "there is no answer")
    seen: dict[bytes, str] = {}
    repeated: set[str] = set()
    for id, body in answers:
        if id in bodies:
            repeated.add(id)
        bodies[id] = body
    for id, body in bodies.items():
        if id not in expected:
            verdicts[id] = "there is no such case"
            continue
        if id in repeated:
            verdicts[id] = "it is answered more than once"
            continue
        try:
            opened = _open_answer(expected[id], body)
        except (reference.ProtocolError, UnicodeEncodeError, _Wrong) as error:
            verdicts[id] = f"{type(error).__name__.lstrip('_')}: {error}"
            continue
        first = seen.setdefault(opened.random, id)
        verdicts[id] = None if first == id else f"its random prefix is that of {first} again"
    return verdicts


class _Wrong(Exception):
    """The answer opens, and is not what was asked for."""


def _open_answer(case: Case, body: str) -> reference.Frame:
    envelope = reference.read_envelope(body.encode())
    if envelope.msg_signature is None:
        raise _Wrong("there is no signature inside")
    if (envelope.timestamp, envelope.nonce) != (case.timestamp, case.nonce):
        raise _Wrong("the timestamp or the nonce is not the one that was given")
    opened = reference.open_push(
        case.settings, envelope.msg_signature, case.timestamp, case.nonce, body.encode()
    )
    if opened.message != base64.b64decode(case.message):
        raise _Wrong("the message is another one")
    if opened.pad_length != pad_length(case):
        raise _Wrong(f"it is padded with {opened.pad_length} bytes, not {pad_length(case)}")
    if opened.random == case.random.encode():
        raise _Wrong("the random prefix is the one of the case, not a fresh one")
    layout = reference.write_envelope(
        envelope.encrypt,
        envelope.msg_signature,
        case.timestamp,
        case.nonce,
        case.format,
        case.dialect,
    )
    if body != layout:
        raise _Wrong("the envelope is not laid out as the platform's examples are")
    return opened


def write_cases(path: Path, cases: Iterable[Case]) -> None:
    # One line feed ends a line on every system, so that the file has the same bytes everywhere.
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for case in cases:
            file.write(json.dumps(asdict(case), ensure_ascii=False) + "\n")


def read_cases(path: Path) -> list[Case]:
    return [Case(**line) for line in _read_lines(path)]


def read_answers(path: Path) -> list[tuple[str, str]]:
    return [(line["id"], line["body"]) for line in _read_lines(path)]


def _read_lines(path: Path) -> list[dict[str, str]]:
    # Iterating over the file ends a line at a line feed only; str.splitlines() would also end one
    # at U+2028, which a JSON string may hold.
    with path.open(encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file if line.strip()]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Interop cases for the bindings.")
    commands = parser.add_subparsers(dest="command", required=True)
    to_make = commands.add_parser("make", help="write the cases")
    to_make.add_argument("cases", type=Path)
    to_check = commands.add_parser("check", help="open what a binding sealed for the cases")
    to_check.add_argument("cases", type=Path)
    to_check.add_argument("answers", type=Path)
    chosen = parser.parse_args(arguments)

    if chosen.command == "make":
        write_cases(chosen.cases, make())
        return 0
    verdicts = check(read_cases(chosen.cases), read_answers(chosen.answers))
    failed = {id: verdict for id, verdict in verdicts.items() if verdict is not None}
    for id, verdict in failed.items():
        print(f"FAILED {id}: {verdict}")
    print(f"{len(verdicts) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not verdicts else 0


if __name__ == "__main__":
    sys.exit(main())
