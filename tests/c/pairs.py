"""Writes tests/scenarios/pairs.json as a table for pairs.cpp, which has no reader for JSON.

`python3 tests/c/pairs.py FILE` writes the rows to FILE.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from scenarios import SCENARIOS, braces, text

PAIRS = SCENARIOS.with_name("pairs.json")


def row(pair: dict[str, Any]) -> str:
    crypt = pair["crypt"]
    requests = [
        braces([text(pair[role][name]) for name in ("method", "query", "body")])
        for role in ("first", "other", "retry")
    ]
    return braces(
        [
            text(pair["id"]),
            *(text(crypt[name]) for name in ("token", "encoding_aes_key", "receive_id")),
            f"wxseal::Dialect::{crypt['dialect']}",
            f"{pair['now']}u",
            *requests,
        ]
    )


if __name__ == "__main__":
    pairs = json.loads(PAIRS.read_text(encoding="utf-8"))["pairs"]
    Path(sys.argv[1]).write_text("".join(f"{row(pair)},\n" for pair in pairs), encoding="utf-8")
