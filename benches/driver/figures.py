"""What one run has found: the content of target/bench.json."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from driver.builds import LANGUAGES
from driver.measure import FORMATS, SIZES
from driver.worker import Cell

# The languages that have peers.
BINDINGS = {name: row for name, row in LANGUAGES.items() if "faster" in row["bench"]}
# What stands in for a peer has its name, and this behind it.
DROP_IN = ", drop-in"


class Figures:
    """One run. Ratios are made here only, so they are never between two runs."""

    def __init__(
        self,
        header: dict[str, Any],
        ns: dict[Cell, float],
        memory: Sequence[dict[str, Any]] = (),
        threads: Sequence[dict[str, Any]] = (),
    ) -> None:
        self.header = header
        self.cells = ns
        self.memory = memory
        self.threads = threads

    @classmethod
    def read(cls, path: Path) -> Figures:
        """The last run that was written there."""
        run = json.loads(path.read_text())
        cells = {
            Cell(row["language"], row["name"], row["op"], row["format"], row["size"]): row["ns"]
            for row in run["rows"]
        }
        return cls(run["header"], cells, run["memory"], run["threads"])

    def write(self, path: Path) -> None:
        """All of it, as JSON."""
        rows = [self._row(cell, ns) for cell, ns in self.cells.items()]
        run = {
            "header": self.header,
            "rows": rows,
            "memory": self.memory,
            "threads": self.threads,
        }
        path.write_text(json.dumps(run, indent=1) + "\n")

    def _row(self, cell: Cell, ns: float) -> dict[str, Any]:
        floor = self.ns("rust", "floor", *cell[2:])
        peers = {
            peer: round(self.ns(cell.language, peer, *cell[2:]) / ns, 3)
            for peer in self.peers(cell.language)
            if cell.subject == "wxseal"
            and cell.op != "serve"
            and self.ns(cell.language, peer, *cell[2:])
        }
        return {
            "name": cell.subject,
            "language": cell.language,
            "op": cell.op,
            "format": cell.format,
            "size": cell.size,
            "ns": ns,
            "ratio_to_floor": round(ns / floor, 3) if floor else None,
            "ratio_to_peer": peers or None,
        }

    def ns(self, language: str, subject: str, op: str, format: str, size: int) -> float | None:
        """The median, or None where it was not measured."""
        return self.cells.get(Cell(language, subject, op, format, size))

    def both(self, language: str, subject: str, format: str, size: int) -> float | None:
        """Decrypting a push and encrypting its answer."""
        ways = [self.ns(language, subject, op, format, size) for op in ("decrypt", "encrypt")]
        return None if None in ways else sum(ways)

    def own(self, language: str, kind: str, format: str, size: int) -> float | None:
        """What is ours in a language, by what the tables call it."""
        rust = language.startswith("rust")
        if kind == "receive + reply":
            return self.ns(language, "endpoint" if rust else "wxseal", "receive", format, size)
        subject = "core" if rust else "wxseal"
        if kind == "decrypt + encrypt":
            return self.both(language, subject, format, size)
        return self.ns(language, subject, kind, format, size)

    def peers(self, language: str) -> list[str]:
        """What the binding of a language is measured against."""
        known = self.header["versions"].get(language, {"subjects": {}})["subjects"]
        found = [name for name in known if name != "wxseal" and not name.endswith(DROP_IN)]
        return found if language in BINDINGS else []

    def languages(self) -> list[str]:
        """Everything that stands for a language in the cells."""
        return list(dict.fromkeys(cell.language for cell in self.cells))

    def servers(self) -> dict[str, list[str]]:
        """Each language whose servers were measured, and their subjects."""
        found: dict[str, list[str]] = {}
        for cell in self.cells:
            if cell.op == "serve":
                found.setdefault(cell.language, []).append(cell.subject)
        return found

    def served(self, language: str, subject: str) -> float | None:
        """What a server spends on a push."""
        return self.ns(language, subject, "serve", "xml", 1024)

    def drop_ins(self) -> list[tuple[str, str]]:
        """Each language and peer that something stands in for."""
        return [
            (language, peer)
            for language in BINDINGS
            for peer in self.peers(language)
            if peer + DROP_IN in self.header["versions"][language]["subjects"]
        ]

    def sizes(self) -> list[tuple[str, int]]:
        """Every format and size."""
        return [(format, size) for format in FORMATS for size in SIZES]
