"""Writes stored.txt: responses as `Response::to_bytes` stores them, and what `from_bytes` must refuse.

`python3 tests/responses/stored.py` writes the file beside this script. It is made from the table in the documentation of
`to_bytes`, and not by the code under test. Its lines are so plain that a test in C reads them too.
"""

from __future__ import annotations

import struct
from pathlib import Path

FILE = Path(__file__).with_name("stored.txt")

HEAD = """\
# A response that is stored, read by every language:
#   name, bytes, status, Content-Type, body
# and what is not one, of which every language says UnwritableReply:
#   name, bytes
# Tabs separate. Bytes and body are in hexadecimal, and - where there are none. stored.py writes this file.
"""

TEXT, XML, JSON = "text/plain; charset=utf-8", "application/xml", "application/json"
TYPES = {TEXT: 1, XML: 2, JSON: 3}

SEALED = (
    '{\n  "Encrypt": "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLA==",\n'
    '  "MsgSignature": "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",\n  "TimeStamp": 1713424427,\n'
    '  "Nonce": "415670741"\n}'
)

RESPONSES: dict[str, tuple[int, str, bytes]] = {
    "success": (200, TEXT, b"success"),
    "empty": (200, TEXT, b""),
    "an_echostr": (200, TEXT, b"4375120948345356249"),
    "xml": (200, XML, "<xml><Content><![CDATA[你好]]></Content></xml>".encode()),
    "json": (200, JSON, SEALED.encode()),
    "any_byte": (200, JSON, bytes(range(256))),
    "longer_than_one_byte_counts": (200, XML, b"<x>\r\n\0</x>" * 30),
    "bad_request": (400, TEXT, b"bad request"),
    "forbidden": (403, TEXT, b"forbidden"),
    "method_not_allowed": (405, TEXT, b"method not allowed"),
    "internal_server_error": (500, TEXT, b"internal server error"),
    "a_refusal_in_other_words": (403, TEXT, "禁止".encode()),
}


def stored(
    status: int = 200,
    content_type: int = 1,
    body: bytes = b"success",
    *,
    magic: bytes = b"wxsr",
    version: int = 1,
    length: int | None = None,
    order: str = ">",
) -> bytes:
    length = len(body) if length is None else length
    return struct.pack(f"{order}4sBBHQ", magic, version, content_type, status, length) + body


def refused() -> dict[str, bytes]:
    good = stored()
    bad = {
        "nothing": b"",
        "a_line_end": b"\n",
        "the_body_alone": b"success",
        "json_of_another": b'{"status":200,"body":"success"}',
        "php_of_another": b'O:15:"Wxseal\\Response":1:{s:6:"status";i:200;}',
        "pickle_of_another": b"\x80\x04\x8c\x06wxseal\x8c\x08Response\x93)\x81.",
        "upper_case": stored(magic=b"WXSR"),
        "behind_a_bom": b"\xef\xbb\xbf" + good,
        "behind_white_space": b" " + good,
        "before_a_line_end": good + b"\n",
        "twice": good + good,
        "in_hexadecimal": good.hex().encode(),
        "little_endian": stored(order="<"),
        "as_long_as_any_memory": stored(length=2**63),
        "as_long_as_the_field_says": stored(length=2**64 - 1),
        "of_four_gigabytes_more": stored(length=2**32 + len("success")),
        "one_byte_missing": stored(length=len("success") + 1),
        "one_byte_more": stored(length=len("success") - 1),
        "without_its_body": stored(length=0),
        "a_refusal_in_xml": stored(403, TYPES[XML], b"forbidden"),
        "a_refusal_in_json": stored(500, TYPES[JSON], b"{}"),
    }
    bad |= {f"cut_to_{length}": good[:length] for length in range(1, len(good))}
    bad |= {f"version_{version}": stored(version=version) for version in (0, 2, 49, 255)}
    bad |= {f"type_{number}": stored(content_type=number) for number in (0, 4, 49, 255)}
    statuses = (0, 1, 100, 199, 201, 204, 302, 401, 404, 413, 502, 51200, 65535)
    bad |= {f"status_{status}": stored(status) for status in statuses}
    return bad


def hexadecimal(content: bytes) -> str:
    return content.hex() or "-"


def make() -> str:
    lines = [HEAD]
    for name, (status, content_type, body) in RESPONSES.items():
        content = stored(status, TYPES[content_type], body)
        row = (name, hexadecimal(content), str(status), content_type, hexadecimal(body))
        lines.append("\t".join(row) + "\n")
    lines += [f"{name}\t{hexadecimal(content)}\n" for name, content in refused().items()]
    return "".join(lines)


if __name__ == "__main__":
    FILE.write_text(make(), encoding="ascii", newline="\n")
