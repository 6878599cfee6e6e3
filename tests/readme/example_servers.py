"""Starts the servers of `examples`, and the tool's `serve`, and holds them to what the README's programs are held to."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import wire
from serving import ROOT, Server

BUILT = ROOT / "target/release"
# What the static library and the servers of examples/c are linked with.
LIBRARIES = ["-lmicrohttpd", "-lpthread", "-ldl", "-lm"]

Prepare = Callable[[Path], str]


def python(name: str) -> Prepare:
    return lambda _: f"exec {sys.executable} {ROOT}/examples/python/{name}"


def fleet(folder: Path) -> str:
    """With a Redis of its own, on a socket of its own."""
    redis = f"redis-server --port 0 --unixsocket {folder}/redis --save '' --dir {folder} >/dev/null"
    return (
        f"{redis} & until [ -S {folder}/redis ]; do sleep 0.1; done\n"
        f"WXSEAL_REDIS=unix://{folder}/redis {python('fleet.py')(folder)}"
    )


def node(folder: Path) -> str:
    shutil.copy(ROOT / "examples/node/server.mjs", folder)
    (folder / "node_modules").mkdir()
    (folder / "node_modules/wxseal").symlink_to(ROOT / "bindings-node")
    return "exec node server.mjs"


def php(_: Path) -> str:
    extension = ROOT / "target/php/modules/wxseal.so"
    return f"exec php -n -d extension={extension} -S 127.0.0.1:$PORT {ROOT}/examples/php/server.php"


def compiled(compiler: list[str], name: str) -> Prepare:
    def compile(folder: Path) -> str:
        sources = [ROOT / "examples/c" / name, BUILT / "libwxseal.a"]
        subprocess.run(
            [*compiler, f"-I{ROOT}/include", *sources, *LIBRARIES, "-o", folder / "server"],
            check=True,
        )
        return "exec ./server"

    return compile


EXAMPLES: dict[str, Prepare] = {
    "examples/python/server.py": python("server.py"),
    "examples/python/fleet.py": fleet,
    "examples/node/server.mjs": node,
    "examples/php/server.php": php,
    "examples/c/server.c": compiled(["cc", "-std=c99"], "server.c"),
    "examples/c/server.cpp": compiled(["c++", "-std=c++17"], "server.cpp"),
}


def example(name: str) -> str | None:
    """What is wrong with an example, or None."""
    with tempfile.TemporaryDirectory(prefix="wxseal-example-") as folder:
        command = EXAMPLES[name](Path(folder))
        # PHP's own server reads a body before it starts the program.
        by_length = not name.endswith(".php")
        return wire.verdict(command, Path(folder), by_length=by_length)


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
