"""Starts the servers of examples/c that tests/frameworks/c/run has built, and plays the platform against each.

Prints `ok` of each property of each server, and last `N passed, N failed`. Arguments are how a server's title begins.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import wire
from languages import ROOT
from playing import (
    Property,
    chunked,
    hold,
    large,
    plays,
    slash_too_many,
    told,
    without_query,
)
from serving import Server

BUILT = ROOT / "target/frameworks/c"
VALGRIND = (
    "valgrind --quiet --error-exitcode=99 --leak-check=full"
    " --errors-for-leak-kinds=definite,indirect,possible"
)
# nginx first, which waits for the program's socket; the program is what the shell becomes.
NGINX = """
(until [ -S "$WXSEAL_SOCKET" ]; do sleep 0.1; done; exec nginx -p "$PWD" -c "$PWD/main.conf" -e stderr) &
exec $UNDER "$BUILT/fastcgi"
"""
MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    fastcgi_temp_path {folder}/fastcgi;
    proxy_temp_path {folder}/proxy;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    # Peers of the test wait until the connection ends, which nginx puts off.
    lingering_timeout 1s;
    include {folder}/nginx.conf;
}}
"""


class Kind(NamedTuple):
    """A program, and how it is started."""

    program: str
    command: str


KINDS = {
    "C, libmicrohttpd": Kind("server", 'exec $UNDER "$BUILT/server"'),
    "C, nginx": Kind("fastcgi", NGINX),
}
WIDGET = Kind("widget", 'exec $UNDER "$BUILT/widget" "$ROOT/examples/quotes.json"')


class Run(NamedTuple):
    """A server that is started with these variables, and what has to hold of it then."""

    variables: dict[str, str]
    held: Mapping[str, Property]
    # What of nginx.conf is something else.
    changed: Mapping[str, str] = MappingProxyType({})


@contextmanager
def started(kind: Kind, run: Run) -> Iterator[Server]:
    """Start it in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="wxseal-framework-") as name:
        folder = Path(name)
        socket = folder / "wechat.socket"
        variables = {
            "ROOT": str(ROOT),
            "BUILT": str(BUILT),
            "UNDER": "",
            "WXSEAL_SOCKET": str(socket),
            **wire.SETTINGS,
            **run.variables,
        }
        server = Server(
            f"until [ -f main.conf ]; do sleep 0.01; done\n{kind.command}",
            folder,
            variables,
            path="/wechat",
        )
        with server:
            write_configuration(folder, server.port, socket, run.changed)
            server.wait()
            yield server


def write_configuration(folder: Path, port: int, socket: Path, changed: Mapping[str, str]) -> None:
    """Write examples/c/nginx.conf for these places, and what it is included by."""
    configuration = (ROOT / "examples/c/nginx.conf").read_text("utf-8")
    here = {"listen 80": f"listen 127.0.0.1:{port}", "/run/wechat/wechat.socket": str(socket)}
    for old, new in {**here, **changed}.items():
        assert configuration.count(old) == 1, old
        configuration = configuration.replace(old, new)
    (folder / "nginx.conf").write_text(configuration)
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "main.conf").write_text(MAIN.format(folder=folder, user=user))


def limits_the_body(server: Server) -> None:
    wire.limits_the_body(server, logged=True)


def ends(server: Server) -> None:
    """A program that is told to end does, and nothing of its memory was wrong or is left."""
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=30) == 0, server.process.returncode


def answers(server: Server) -> None:
    """All that there is to answer."""
    plays("safe", "xml", "json")(server)
    assert wire.ask(server, wire.url_check("1")).body == b"1"
    limits_the_body(server)


def missing(kind: Kind) -> Property:
    """Without one of its settings it ends, and says which."""

    def names(_: Server) -> None:
        for name in wire.SETTINGS:
            lacking = {other: value for other, value in wire.SETTINGS.items() if other != name}
            ran = subprocess.run(
                [BUILT / kind.program],
                env={**os.environ, **lacking},
                capture_output=True,
                text=True,
                timeout=10,
            )
            assert (ran.returncode, ran.stderr) == (1, f"{name} is not set\n"), ran

    return names


def runs(kind: Kind) -> Iterator[Run]:
    """Each time that a webhook is started."""
    limits = {"3 MB body": large, "1 MiB, and a byte more": limits_the_body}
    yield Run(
        {},
        {
            "URL check and XML": plays("safe", "xml"),
            "JSON": plays("safe", "json"),
            "compatible": plays("compatible", "xml", "json"),
            "GET without query": without_query,
            "slash too many": slash_too_many,
            "HTTP/1.0 and 1.1": wire.answers_alike,
            "forgeries": wire.refuses_forgeries,
            "refusals look alike": wire.refuses_alike,
            "a line a refusal": wire.refuses_with_a_line,
            **limits,
            "chunks": chunked,
            "peers that hang": wire.waits_for_nobody,
            "a setting that is missing": missing(kind),
        },
    )
    yield Run({"WXSEAL_MODE": "plain"}, {"plain": plays("plain", "xml", "json")})
    yield Run({"UNDER": VALGRIND}, {"under valgrind": answers, "it ends, and leaves nothing": ends})
    if kind.program == "fastcgi":
        # What nginx would refuse comes to the program, which refuses it without reading it.
        unlimited = {
            "client_max_body_size 1m": "client_max_body_size 0; fastcgi_request_buffering off"
        }
        yield Run(
            {},
            {f"{name}, without nginx' limit": holds for name, holds in limits.items()},
            unlimited,
        )


def searches(server: Server) -> None:
    """Quotes, which are there after the deadline, and what has none. What is answered, tests/frameworks/widget asks."""
    for code in ("00700", "00700", "99999", ""):
        slots = {"stock_market": "hk", "stock_code": code}
        slot_list = [{"key": key, "value": value} for key, value in slots.items()]
        query = json.dumps({"slot_list": slot_list})
        fields = {"MsgType": "event", "Event": "wxa_widget_data", "Query": query}
        assert wire.ask(server, *wire.push(fields, "json")).status == 200


def widget_runs() -> Iterator[Run]:
    slow = {"WXSEAL_SLOW_PERCENT": "100", "WXSEAL_SLOW_MS": "300", "UNDER": VALGRIND}
    yield Run(slow, {"under valgrind": searches, "it ends, and leaves nothing": ends})


def main(chosen: list[str]) -> int:
    """Prints a line a property, and returns the exit status."""
    if missing_rows := set(KINDS) - told():
        sys.exit(f"docs/frameworks.md lacks {sorted(missing_rows)}")
    results: list[bool] = []
    for title, kind in {**KINDS, "C, search widget": WIDGET}.items():
        if not title.startswith(tuple(chosen or [""])) or not (BUILT / kind.program).exists():
            continue
        for run in widget_runs() if kind is WIDGET else runs(kind):
            if run.variables.get("UNDER") and not shutil.which("valgrind"):
                print(f"skipped: {title}: valgrind is not to be had here")
                continue
            try:
                with started(kind, run) as server:
                    results += hold(title, server, run.held)
            except AssertionError as wrong:
                print(f"{wrong!r}\nFAILED {title}: it starts with {run.variables}", flush=True)
                results.append(False)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
