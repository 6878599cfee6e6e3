"""How the worker of each language is built and started, and its peers installed, as tools/languages.toml says."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

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


def memory() -> str:
    """What the core asks of the allocator."""
    return run(*shell(LANGUAGES["rust"]["bench"]["memory"]))


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
