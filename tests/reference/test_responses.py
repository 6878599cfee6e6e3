"""Holds the stored responses to what their script makes."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "responses"))

import stored


def test_the_file_is_what_the_script_makes() -> None:
    assert stored.FILE.read_text(encoding="ascii") == stored.make(), "run tests/responses/stored.py"
