"""Writes the hostile cases: what a peer could send to break a reader, and what must come of it.

`python tests/hostile/make.py CASES` writes them, one JSON object a line; README.md says what a line
holds. The inputs are sealed and signed by tests/reference, which shares no code with wxseal, and
each outcome is written down beside its input, from core/src/protocol.md and from the standards of
XML, JSON, base64 and URLs. The cases are the same on every run.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reference"))

import base64_texts
import frames
import json_envelopes
import messages
import queries
import widgets
import xml_envelopes

FAMILIES = {
    "frames": frames,
    "xml_envelopes": xml_envelopes,
    "json_envelopes": json_envelopes,
    "base64": base64_texts,
    "queries": queries,
    "messages": messages,
    "widgets": widgets,
}


def main(arguments: Sequence[str]) -> int:
    (path,) = arguments
    seen: set[str] = set()
    # One line feed ends a line on every system, so that the file has the same bytes everywhere.
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        for family, module in FAMILIES.items():
            for case in module.cases():
                line = case.to_json(family)
                if line["id"] in seen:
                    raise ValueError(f"two cases are named {line['id']}")
                seen.add(line["id"])
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
