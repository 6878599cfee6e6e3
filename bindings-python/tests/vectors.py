"""The vectors of tests/vectors, read once."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "tests/vectors/schema.json").read_text("utf-8"))

Vector = dict[str, Any]

BY_KIND: dict[str, list[Vector]] = {
    loaded["kind"]: loaded["vectors"]
    for loaded in (
        json.loads(path.read_text("utf-8"))
        for path in sorted((ROOT / "tests/vectors").glob("*.json"))
        if path.name != "schema.json"
    )
}
