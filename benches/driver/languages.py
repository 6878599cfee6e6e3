"""How the worker of each language is built and started, and its peers installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from driver.worker import Missing

ROOT = Path(__file__).resolve().parent.parent.parent
BENCHES = ROOT / "benches"
TARGET = ROOT / "target/bench"
CASES = TARGET / "cases"
PEERS = TARGET / "peers"
VENV = ROOT / "target/venv/bin"


class Language(NamedTuple):
    """One worker: `build` leaves what `command` starts."""

    build: Callable[[], None]
    command: list[str | Path]
    environment: dict[str, str] | None = None


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> str:
    """Runs a command and returns what it prints; one that fails is `Missing`, with its last line."""
    name = Path(command[0]).name
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except FileNotFoundError:
        raise Missing(f"{name} is not installed") from None
    if done.returncode != 0:
        last = (done.stdout.strip() or "no output").splitlines()[-1]
        raise Missing(f"{name} failed: {last}")
    return done.stdout.strip()


def write_cases() -> None:
    """The inputs, which the reference makes; it needs what the tests of the Python binding need."""
    if not (VENV / "python").exists():
        run("bindings-python/build")
    run(VENV / "python", BENCHES / "cases.py", CASES)


def build_rust() -> None:
    """The core and the floor that it is held against."""
    manifest = BENCHES / "core/Cargo.toml"
    if not manifest.exists():
        raise Missing("benches/core is not there")
    target = str(TARGET / "core")
    run("cargo", "build", "--release", "--manifest-path", manifest, CARGO_TARGET_DIR=target)


def build_c_library() -> None:
    """libwxseal.a, for C and PHP."""
    run("cargo", "build", "--release", "--locked", "-p", "wxseal-c")


def build_c() -> None:
    """The worker for C, with OpenSSL where its headers are."""
    build_c_library()
    (TARGET / "c").mkdir(parents=True, exist_ok=True)
    compiler = os.environ.get("CC", "cc")
    version = run(compiler, "--version").splitlines()[0]
    try:
        openssl = run("pkg-config", "--cflags", "--libs", "libcrypto").split()
        sources = ["worker.c", "wxseal.c", "openssl.c"]
    except Missing:
        openssl = ["-DWITHOUT_OPENSSL"]
        sources = ["worker.c", "wxseal.c"]
    run(
        compiler,
        "-O2",
        f'-DCOMPILER="{version}"',
        f"-I{ROOT / 'include'}",
        *(BENCHES / "c" / source for source in sources),
        ROOT / "target/release/libwxseal.a",
        *openssl,
        *("-lpthread", "-lm", "-ldl"),
        *("-o", TARGET / "c/worker"),
    )


def build_python() -> None:
    """The wheel, in the virtual environment of its tests, and the peers beside it."""
    run("bindings-python/build")
    requirements = BENCHES / "python/requirements.txt"
    install(
        PEERS / "python",
        [requirements],
        [
            *(VENV / "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--target", PEERS / "python", "-r", requirements),
        ],
    )


def build_node() -> None:
    """The addon, and the peers."""
    run("bindings-node/build")
    install(
        PEERS / "node",
        [BENCHES / "node" / name for name in ("package.json", "package-lock.json")],
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    )


def build_php() -> None:
    """The extension; what it is measured against comes with PHP."""
    build_c_library()
    run("bindings-php/build-extension")


def install(folder: Path, wanted: list[Path], command: list[str | Path]) -> None:
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


LANGUAGES = {
    "rust": Language(build_rust, [TARGET / "core/release/wxseal-bench", CASES]),
    "c": Language(build_c, [TARGET / "c/worker", CASES]),
    "php": Language(
        build_php,
        [
            *("php", "-d", f"extension={ROOT / 'target/php/modules/wxseal.so'}"),
            # As a server has it, so that the peer's PHP is compiled once and optimised.
            *("-d", "opcache.enable_cli=1", BENCHES / "php/worker.php", CASES),
        ],
    ),
    "python": Language(
        build_python,
        [VENV / "python", BENCHES / "python/worker.py", CASES],
        {"PYTHONPATH": str(PEERS / "python")},
    ),
    "node": Language(build_node, ["node", BENCHES / "node/worker.mjs", CASES, PEERS / "node"]),
}
MEMORY = [TARGET / "core/release/wxseal-bench-memory", CASES]
