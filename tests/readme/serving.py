"""Servers in processes of their own, on free ports of the loopback, each with its log in a file."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

# Building the core for a debug run is the slowest of what a command may do before it listens.
PATIENCE = 300
# What a server writes of itself, and for every request, refused or not.
ACCESS = re.compile(
    r'"\w+ \S+ HTTP/1\.[01]" \d+ -$'  # Python's http.server
    r"|\] 127\.0\.0\.1:\d+ (Accepted|Clos|\[\d+\]: )|Development Server"  # PHP's -S
)


class Server:
    """A server, started by a command for the shell that takes its port from `PORT` or `WXSEAL_PORT`.

    `path` is where it answers; `by_length` says that it refuses a body by the length that is promised, before it comes;
    `entry` is how a line of its log begins that is about a request that was refused.
    """

    def __init__(
        self,
        command: str,
        folder: Path,
        variables: Mapping[str, str],
        *,
        path: str = "/",
        by_length: bool = True,
        entry: str = "",
    ) -> None:
        self.path, self.by_length, self.entry = path, by_length, entry
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.log = folder / f"log-{self.port}"
        self.read = 0
        own = {name: value for name, value in os.environ.items() if "WXSEAL" not in name}
        port = {"PORT": str(self.port), "WXSEAL_PORT": str(self.port)}
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                ["sh", "-euc", command],
                cwd=folder,
                env={**own, **variables, **port},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        # The command's shell and whatever it has started, and nothing else.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def listens(self) -> bool:
        """Wait until it listens, or has ended."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return True
            except OSError:
                assert time.monotonic() < deadline, "it does not listen"
                time.sleep(0.1)
        return False

    def wait(self) -> None:
        """Wait until it listens."""
        assert self.listens(), f"it ended with exit status {self.process.returncode}"

    def said(self) -> str:
        """All that it has written."""
        return self.log.read_text(errors="replace")

    def lines(self) -> list[str]:
        """What its log has got since this was last asked, but for what is written for every request."""
        text = self.said()
        new, self.read = text[self.read :], len(text)
        return [
            line
            for line in new.splitlines()
            if line.lstrip().startswith(self.entry) and not ACCESS.search(line)
        ]

    def settle(self) -> None:
        """Pass over all that it has written, once nothing new has come for a moment: a line may be behind its answer."""
        deadline = time.monotonic() + 10
        while True:
            before = len(self.said())
            time.sleep(0.5)
            if len(self.said()) == before or time.monotonic() > deadline:
                break
        self.lines()

    def told(self) -> list[str]:
        """The lines about a request that was just refused, which may be a moment behind its answer."""
        lines = self.lines()
        deadline = time.monotonic() + 5
        while not lines and time.monotonic() < deadline:
            time.sleep(0.05)
            lines = self.lines()
        time.sleep(0.2)
        return lines + self.lines()
