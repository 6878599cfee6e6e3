"""How the worker of each language is built and started, and its peers installed, as tools/languages.toml says."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import languages
from languages import ROOT, shell

from driver.worker import Missing

BENCHES = ROOT / "benches"
TARGET = ROOT / "target/bench"
PEERS = TARGET / "peers"
LANGUAGES = languages.chosen([], having="bench")


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Runs a command and returns what it prints; one that fails is `Missing`, with its last line."""
    done = subprocess.run(
        command,
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode != 0:
        raise Missing((done.stdout.strip() or f"exit status {done.returncode}").splitlines()[-1])
    return done.stdout.strip()


def write_cases() -> None:
    """The inputs, which the reference makes."""
    TARGET.mkdir(parents=True, exist_ok=True)
    run("tools/packages", "python")
    run("target/venv/bin/python", "benches/cases.py", TARGET / "cases")


def build(name: str) -> None:
    """Leaves what `command` starts, and its peers."""
    language = LANGUAGES[name]
    run(*shell(language["build"]))
    if peers := language["bench"].get("peers"):
        install(PEERS / name, [ROOT / path for path in peers], shell(language["bench"]["install"]))
    if own := language["bench"].get("build"):
        run(*shell(own))


def command(name: str) -> list[str]:
    """The worker of a language."""
    return shell(LANGUAGES[name]["bench"]["run"])


def without(name: str) -> dict[str, list[str]]:
    """Builds the worker of a language for other processors, by what these lack."""
    found = LANGUAGES[name]["bench"].get("without", {})
    for how in found.values():
        run(*shell(how["build"]))
    return {what: shell(how["run"]) for what, how in found.items()}


def servers(name: str) -> list[str]:
    """The worker of a language's servers; nothing where it has none."""
    has = "server" in LANGUAGES[name]["bench"]
    return ["target/venv/bin/python", "benches/load.py", name] if has else []


def lines(what: str) -> list[dict[str, Any]]:
    """What a program of the core prints: `memory`, what it asks of the allocator, or `threads`."""
    printed = run(*shell(LANGUAGES["rust"]["bench"][what]))
    return [json.loads(line) for line in printed.splitlines()]


def install(folder: Path, wanted: list[Path], command: list[str]) -> None:
    """Installs peers anew where what is wanted has changed. Without them the worker says so."""
    stamps = [folder / path.name for path in wanted]
    pairs = list(zip(wanted, stamps, strict=True))
    if all(stamp.exists() and stamp.read_text() == path.read_text() for path, stamp in pairs):
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, stamp in pairs:
        shutil.copy(path, stamp)
    try:
        run(*command, cwd=folder)
    except Missing as why:
        print(f"   {folder.name}'s peers: {why}")
        stamps[0].unlink()
