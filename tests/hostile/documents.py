"""What the documents of both formats share."""

from __future__ import annotations

from collections.abc import Mapping

from case import Recipe, Written, recipe

NOT_UTF8 = {
    "ff": b"\xff",
    "fe": b"\xfe",
    "stray_continuation": b"\x80",
    "latin1": b"\xe9",
    "gbk": "你好".encode("gbk"),
    "overlong_lt_2": b"\xc0\xbc",
    "overlong_lt_3": b"\xe0\x80\xbc",
    "overlong_lt_4": b"\xf0\x80\x80\xbc",
    "overlong_nul": b"\xc0\x80",
    "surrogate": b"\xed\xa0\x80",
    "surrogate_pair": b"\xed\xa0\xbd\xed\xb9\x82",
    "beyond_unicode": b"\xf4\x90\x80\x80",
    "five_bytes": b"\xf8\x88\x80\x80\x80",
    "cut": b"\xe4\xbd",
}


def filled(documents: Mapping[str, Written], child: str) -> dict[str, Recipe]:
    """The documents with their `{}` replaced."""
    return {
        name: [(piece.replace(b"{}", child.encode()), times) for piece, times in recipe(document)]
        for name, document in documents.items()
    }
