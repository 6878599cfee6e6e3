#!/usr/bin/env python3
"""Writes the inputs that the fuzzer starts from: the vectors, the scenarios, and one C program that does everything."""

import hashlib
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What the protocol refuses or treats apart, for which real pushes give no example.
ENVELOPES = [
    '{"Encrypt":"YQ==","encrypt":"YQ=="}',
    '{"Encrypt":"YQ==","\\u0045ncrypt":"Yg=="}',
    '{"Encrypt":"YQ==","a":{"Encrypt":"Yg=="}}',
    '{"a":[{"b":1,"encrypt":"Yg=="}],"Encrypt":"Y\\/=="}',
    "<xml><Encrypt>YQ==</Encrypt><encrypt>Yg==</encrypt></xml>",
    "<xml><a><Encrypt>YQ==</Encrypt></a><Encrypt>Yg==</Encrypt></xml>",
    "<xml><Encrypt>Y<![CDATA[Q]]>&#61;<!-- a -->=</Encrypt><a:Encrypt/></xml>",
    '<?xml version="1.0" encoding="UTF-8"?><!-- <Encrypt>Yg==</Encrypt> --><xml><Encrypt/></xml>',
]
MESSAGES = [
    '{"detail":{"label":1},"List":"a","Scene":-0,"MsgId":9007199254740993}',
    '{"MsgType":["text","event"],"MsgType":"image","List":[{"List":1}],"List":2}',
    "<xml><detail><label>1</label></detail><List>a</List><a><b>1</b><b>2</b></a></xml>",
    "<xml><MsgType>a<!-- b -->c</MsgType><MsgType/><SubscribeMsgAEvent><List/><List>b</List>"
    "</SubscribeMsgAEvent><List><SubscribeMsgAEvent><List/></SubscribeMsgAEvent></List></xml>",
    "<xml><history><media_id_list>1</media_id_list></history><Event>complaint_callback</Event></xml>",
    '{"InfoType":"change_auth","ExtraInfo":[{"AuthOpenKfIdList":{"OpenKfId":1}}]}',
]
QUERIES = [
    '{"type":"7","slot_list":[{"key":"a","value":1.50},{"key":"a","value":"x"},{"key":"b"}]}',
    '{\\"type\\":1,\\"longitude\\":\\"-0.5\\",\\"latitude\\":1e999}',
]
TEXTS = ["]]>", "\r\n", "a]]]]>>b", "\0\x0b", "&lt;<a/>", "你好 😀", "\ufffe"]

# The steps of fuzz_targets/c_abi: each byte is a choice, and 0 the first of what is right.
MSG_CRYPT = bytes([0, 0, 0, 0, 1, 0, 1])
ENCRYPTED, PLAIN = bytes([0, 0, 0, 0, 1, 0, 2]), bytes([0, 0, 0, 0, 1, 0, 4])
READ = bytes([4, 0, 0, 0])


def functions(what: int) -> bytes:
    """Texts, a message, random bytes, a format; which function; a size."""
    texts = [1, 1, 1, 0] if what == 3 else [0, 0, 0, 0]
    return bytes([1, *texts, 0, 0, 2, what, 200])


def request(what: int, message: int = 0) -> bytes:
    """What the platform's side makes, and an endpoint receives as it is."""
    method = 1 if what < 2 else 0
    return bytes([2, 0, 0, 0, 0, message, 0, 2, what, 3, 1, 0, 0, method, 0, 0, 2, 0])


def programs() -> Iterator[bytes]:
    """Programs in C."""
    yield MSG_CRYPT + b"".join(functions(what) for what in range(10))
    for message in range(5):
        for what in (2, 3):
            yield MSG_CRYPT + ENCRYPTED + request(what, message) + READ
        yield PLAIN + request(4, message) + READ
    answers = b"".join(bytes([5, 0, 0, 0, 0, what, 2]) for what in range(19))
    yield MSG_CRYPT + ENCRYPTED + request(2, 2) + READ + answers
    cards = b"".join(bytes([5, 1, 1, 0, 0, what, 1]) for what in range(13, 19))
    yield PLAIN + request(4, 4) + bytes([4, 3, 4, 0]) + answers + cards
    yield MSG_CRYPT + PLAIN + request(0) + answers + request(1)
    claim, answer, release = (bytes([6, 0, what, 0, 0]) for what in (1, 3, 4))
    refusal = bytes([5, 0, 0, 0, 0, 11, 1])
    yield bytes([6, 0, 0, 255, 0]) + claim + claim + refusal + answer + claim + release
    # A path and JSON are the second of what is right.
    second = {6: 1, 7: 1, 10: 1}
    calls = [
        [7, second.get(what, 0), second.get(what, 0), what % 3, 3 + what % 2, what, 9]
        for what in range(13)
    ]
    yield b"".join(map(bytes, calls))


def vectors(kind: str) -> list[dict]:
    """The vectors of one kind."""
    return json.loads((ROOT / f"tests/vectors/{kind}.json").read_text())["vectors"]


def seeds() -> Iterator[tuple[str, bytes | str]]:
    """Targets, and what each may start from."""
    scenarios = json.loads((ROOT / "tests/scenarios/endpoint.json").read_text())["scenarios"]
    requests = [scenario["request"] for scenario in scenarios]
    received = [scenario["expected"] for scenario in scenarios]
    views = [expected["message"] for expected in received if "message" in expected]
    bodies = ENVELOPES + [request["body"] for request in requests]
    bodies += [v["inputs"]["body"] for kind in ("envelope", "decrypt") for v in vectors(kind)]
    messages = MESSAGES + [
        v["expected"]["plaintext"] for v in vectors("decrypt") if "expected" in v
    ]
    messages += [v["inputs"]["plaintext"] for v in vectors("encrypt_reply")]
    messages += [json.dumps(view, ensure_ascii=False) for view in views]

    for request in requests:
        yield "query", request["query"]
    for body in bodies:
        yield (
            ("xml_envelope" if body.lstrip("\ufeff \r\n").startswith("<") else "json_envelope"),
            body,
        )
    for target in ("message", "reader"):
        for message in messages + bodies:
            yield target, message
    for vector in vectors("decrypt"):
        if "encrypt" in vector["inputs"]:
            yield "decrypt", "\0" + vector["inputs"]["encrypt"]
    for message in messages:
        # A right frame, one that says what it is not, and one with an odd padding.
        yield "decrypt", "\3" + message
        yield "decrypt", "\2\0\0\x10\x10" + message
        yield "decrypt", "\2\1\0\x20\x20" + message
    for text in TEXTS + messages:
        for choice in range(8):
            yield "reply", "\0".join([f"{chr(choice)}1714112445", "415670741", text])
    for query in QUERIES + TEXTS:
        yield "widget_query", query
        yield "widget_query", "{}\0" + query
    for expected in received:
        answers = [a for a in expected.get("answers", []) if a["call"] == "reply_widget"]
        query = expected.get("message", {}).get("Query")
        if isinstance(query, str):
            yield "widget_query", query
            for answer in answers:
                yield "widget_query", f"{query}\0{answer['arguments'].get('data', '{}')}"
    for program in programs():
        yield "c_abi", program


def main(directory: Path) -> None:
    """Writes a folder a target, each seed named by what it is."""
    shutil.rmtree(directory, ignore_errors=True)
    for target, seed in seeds():
        content = seed.encode() if isinstance(seed, str) else seed
        path = directory / target / hashlib.sha1(content).hexdigest()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
