"""README's servers, and how the tool plays the platform against one."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from document import Document, Wrong
from parts.common import ROOT

DIST = ROOT / "dist"
# Seconds until a server listens, by qemu, too.
PATIENCE = 180
TEXT = "你好"


class Played(NamedTuple):
    """Whether a server answers the URL check, and a text with the text."""

    check: bool
    push: bool


def program(heading: str, language: str) -> str:
    return Document((ROOT / "README.md").read_text(encoding="utf-8")).program(heading, language)


def only(kind: str, pattern: str) -> Path:
    """The one file of dist/ that has such a name."""
    found = list((DIST / kind).glob(pattern))
    if len(found) != 1:
        raise Wrong(f"dist/{kind} has {len(found)} of {pattern}")
    return found[0]


def other(folder: str, pattern: str, fits: Path) -> Path:
    """A file of dist/ that is not the one that fits."""
    return next(file for file in sorted((DIST / folder).glob(pattern)) if file != fits)


def played(tool: Callable[..., str], url: str) -> Played:
    """Sends both; `tool` runs the tool with arguments and gives what it prints."""
    deadline = time.monotonic() + PATIENCE
    while True:
        check = json.loads(tool("check", url, "--json"))
        if check["checks"][0]["outcome"] == "right" or time.monotonic() > deadline:
            break
        time.sleep(0.2)
    push = json.loads(tool("push", url, "text", "--set", f"Content={TEXT}", "--json"))
    echoed = all(TEXT in (delivery["shown"] or "") for delivery in push["deliveries"])
    return Played(check["passed"], push["passed"] and echoed)
