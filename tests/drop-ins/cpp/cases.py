"""What the C++ drop-in is put through, as a table, since it has no reader for JSON; and what came of it.

`cases.py write TABLE` writes the official vectors and the hostile calls. `cases.py check REPLIES`
opens what the drop-in has sealed of them with the reference; the last line is `N passed, N failed`.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "c"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "reference"))
import wechat_reference as reference
from scenarios import braces, text

ROOT = Path(__file__).resolve().parents[3]
Json = dict[str, Any]
NAMES = ("token", "encoding_aes_key", "receive_id")
STAMP = ("msg_signature", "timestamp", "nonce")


def literal(value: bytes) -> str:
    """Of any bytes: a literal as `text` writes it, but octal throughout."""
    return '"' + "".join(f"\\{byte:03o}" for byte in value) + '"sv'


def vectors(kind: str) -> list[Json]:
    found: list[Json] = json.loads((ROOT / f"tests/vectors/{kind}.json").read_text("utf-8"))[
        "vectors"
    ]
    return found


def opening() -> Iterator[str]:
    """A name, the settings, whether it is VerifyURL, its arguments, and the message or the number."""
    for kind, payload, plaintext in (
        ("decrypt", "body", "plaintext"),
        ("url_verify_encrypted", "echostr", "reply_body"),
    ):
        for vector in vectors(kind):
            inputs = vector["inputs"]
            yield row(
                f"a published push: {vector['id']}",
                [inputs[name] for name in NAMES],
                payload == "echostr",
                [inputs[name] for name in STAMP],
                inputs[payload].encode(),
                vector.get("expected", {}).get(plaintext, "").encode(),
                vector.get("error"),
            )
    cases = json.loads((ROOT / "target/drop-ins/cases.json").read_text("utf-8"))
    for case in cases["cases"]:
        url = case["call"] == "verify_url"
        yield row(
            f"{case['call']}: {case['id']}",
            [cases[name] for name in NAMES],
            url,
            [case[name] for name in STAMP],
            case["encrypt"].encode() if url else base64.b64decode(case["body"]),
            base64.b64decode(case.get("message", "")),
            case.get("error"),
        )


def row(
    name: str,
    settings: list[str],
    url: bool,
    stamp: list[str],
    payload: bytes,
    message: bytes,
    error: Json | None,
) -> str:
    number = error["code"] if error else 0
    return braces(
        [
            text(name),
            *map(text, settings),
            "true" if url else "false",
            *map(text, stamp),
            literal(payload),
            literal(message),
            str(number),
        ]
    )


def sealing() -> Iterator[str]:
    """A name, the settings, the message, its timestamp and its nonce."""
    for vector in vectors("encrypt_reply"):
        inputs = vector["inputs"]
        names = (*NAMES, "plaintext", "timestamp", "nonce")
        yield braces([text(vector["id"]), *(text(inputs[name]) for name in names)])


def write(table: Path) -> int:
    lines = [
        "static const Opening OPENING[] = {",
        *(f"    {line}," for line in opening()),
        "};",
        "static const Sealing SEALING[] = {",
        *(f"    {line}," for line in sealing()),
        "};",
    ]
    table.write_text("\n".join([*lines, ""]))
    return 0


def check(replies: Path) -> int:
    """A line of the file has the vector's id, the format, and the reply in hexadecimal digits."""
    known = {vector["id"]: vector["inputs"] for vector in vectors("encrypt_reply")}
    passed = failed = 0
    for line in replies.read_text().splitlines():
        id, format, written = line.split(" ")
        inputs, reply = known[id], bytes.fromhex(written)
        envelope = reference.read_envelope(reply)
        assert envelope.msg_signature is not None
        opened = reference.open_reply(
            reference.Settings(*(inputs[name] for name in NAMES)), reply
        ).message
        layout = reference.write_envelope(
            envelope.encrypt,
            envelope.msg_signature,
            inputs["timestamp"],
            inputs["nonce"],
            format,
            "wecom" if format == "json" else "wechat",
        )
        right = opened == inputs["plaintext"].encode() and reply == layout.encode()
        passed, failed = passed + right, failed + (not right)
        print(
            f"{'ok' if right else 'FAILED'} a reply is laid out as published and opens: {id}, {format}"
        )
    missing = 2 * len(known) - passed - failed
    print(f"FAILED {missing} replies are missing\n" * bool(missing), end="")
    print(f"{passed} passed, {failed + missing} failed")
    return int(failed + missing > 0)


if __name__ == "__main__":
    command, path = sys.argv[1:]
    sys.exit(write(Path(path)) if command == "write" else check(Path(path)))
