"""What can befall an envelope of either format: another encoding, its end missing, its size."""

from __future__ import annotations

from collections.abc import Iterator

from case import LARGE, MALFORMED_ENVELOPE, MIB, Case
from sealing import pushed

# Whole texts in another encoding. What is read is UTF-8 alone, whatever a BOM says.
ENCODINGS = {
    "utf16_le": ("utf-16-le", b""),
    "utf16_be": ("utf-16-be", b""),
    "utf16_le_bom": ("utf-16-le", b"\xff\xfe"),
    "utf16_be_bom": ("utf-16-be", b"\xfe\xff"),
    "utf32_le_bom": ("utf-32-le", b"\xff\xfe\0\0"),
    "utf32_be_bom": ("utf-32-be", b"\0\0\xfe\xff"),
}


def in_encodings(body: str, encrypt: str, more: str = "") -> Iterator[Case]:
    for name, (encoding, bom) in ENCODINGS.items():
        written = bom + body.encode(encoding)
        yield from pushed(name + more, written, encrypt, MALFORMED_ENVELOPE)


def cut(body: str, encrypt: str) -> Iterator[Case]:
    """The body without its end, at every byte."""
    data = body.encode()
    for end in range(len(data)):
        yield from pushed(f"cut_{end:03}_of_{len(data)}", data[:end], encrypt, MALFORMED_ENVELOPE)


def too_large(before: bytes, behind: bytes, encrypt: str, message: str) -> Iterator[Case]:
    """More than is read by default, and more than a server needs that is told to read it."""
    one_more = 4 * MIB + 1
    overhead = len(before) + len(behind)
    for name, size, more, outcome in (
        ("4_mib", one_more - 1, {}, message),
        ("4_mib_and_one", one_more, {}, MALFORMED_ENVELOPE),
        ("64_mib", 64 * MIB, {}, MALFORMED_ENVELOPE),
        ("64_mib_allowed", 64 * MIB, {"max_body": 64 * MIB}, message),
        ("64_mib_and_one", 64 * MIB + 1, {"max_body": 64 * MIB}, MALFORMED_ENVELOPE),
    ):
        body = [(before, 1), (b"a", size - overhead), (behind, 1)]
        yield from pushed(f"size_{name}", body, encrypt, outcome, seconds=LARGE, **more)
