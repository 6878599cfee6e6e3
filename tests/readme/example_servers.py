"""Starts the servers of `examples`, and the tool's `serve`, and holds them to what the README's programs are held to."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import wire
from languages import ROOT, shell
from serving import Server

BUILT = ROOT / "target/release"


def example(how: dict) -> str | None:
    """What is wrong with an example of tools/languages.toml, or None."""
    root = {"ROOT": str(ROOT)}
    with tempfile.TemporaryDirectory(prefix="wxseal-example-") as folder:
        prepare = shell(how.get("prepare", ":"))
        subprocess.run(prepare, cwd=folder, env=os.environ | root, check=True)
        by_length = not how.get("reads_whole")
        return wire.verdict(how["run"], Path(folder), root, by_length=by_length)


def serve() -> str | None:
    """What is wrong with the tool's own server, or None; its log is its screen, and has nothing that HTTP alone settles."""
    with tempfile.TemporaryDirectory(prefix="wxseal-serve-") as folder:
        command = f"exec {BUILT}/wxseal serve --listen 127.0.0.1:$PORT"
        with Server(command, Path(folder), wire.SETTINGS, entry="✗ refused") as server:
            try:
                server.wait()
                wire.hold(server, logs_of_http=False)
            except (AssertionError, OSError) as wrong:
                return f"{type(wrong).__name__}: {wrong}\n{server.said()}"
    return None
