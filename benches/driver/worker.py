"""One long-lived process of one language, which measures what it is asked for."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from languages import ROOT


class Cell(NamedTuple):
    """What is measured: one operation of one subject on one case."""

    language: str
    subject: str
    op: str
    format: str
    size: int


class WorkerFailed(Exception):
    """A worker did not pass its own checks, or ended."""


class Missing(Exception):
    """There is nothing to measure; the text says why."""


class Worker:
    """The driver's end of the protocol that benches/README.md describes."""

    def __init__(
        self,
        language: str,
        command: list[str],
        core: int | None,
        *,
        beside: str = "",
        checkout: Path = ROOT,
        peers: bool = True,
    ) -> None:
        self.language = language + beside
        # Another build than this checkout's own.
        self.beside = bool(beside)
        # Whether others than ours are measured.
        self.peers = peers
        self.process = subprocess.Popen(
            command,
            cwd=checkout,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            # Before the program begins, so that the threads that it starts inherit it.
            preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
        )
        hello = self._read()
        self.version: str = hello["version"]
        self.subjects: dict[str, str] = hello["subjects"]
        self.missing: dict[str, str] = hello["missing"]
        # Its subjects are servers, and `serve` is all that they do.
        self.serves: bool = hello.get("serves", False)

    def measure(self, cell: Cell, iterations: int) -> int:
        """How many nanoseconds so many iterations take."""
        answer = self.ask(
            subject=cell.subject,
            op=cell.op,
            format=cell.format,
            size=cell.size,
            iterations=iterations,
        )
        if "missing" in answer:
            raise Missing(answer["missing"])
        return answer["ns"]

    def ask(self, **request: object) -> dict[str, Any]:
        """One request, one answer."""
        # What a worker said before it ended tells why.
        with contextlib.suppress(BrokenPipeError):
            self._write(request)
        return self._read()

    def stop(self) -> None:
        """Lets it end by itself."""
        with contextlib.suppress(BrokenPipeError):
            self._write({"op": "stop"})
        self.process.communicate()

    def _write(self, request: dict[str, object]) -> None:
        assert self.process.stdin is not None
        print(json.dumps(request), file=self.process.stdin, flush=True)

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise WorkerFailed(
                f"the worker for {self.language} ended with exit status {self.process.wait()}"
            )
        answer = json.loads(line)
        if "error" in answer:
            raise WorkerFailed(f"the worker for {self.language}: {answer['error']}")
        return answer
