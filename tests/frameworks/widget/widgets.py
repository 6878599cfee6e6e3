"""Starts the search widgets of examples and plays the platform's search against each.

Prints a line a property, a table of what the load showed, and last `N passed, N failed`.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import wire
from languages import ROOT
from serving import Server

import wxseal
from wxseal import platform

TOOL = ROOT / "target/release/wxseal"
PACKAGES = ROOT / "target/frameworks/widget"
DOCS = ROOT / "docs/widget.md"
ROWS = json.loads((ROOT / "examples/quotes.json").read_text("utf-8"))
USERS = itertools.count(1)
# The platform's limit in milliseconds, and how many have to keep it.
LIMIT, ACCEPTED = 300, 0.95
QPS = 200
# The tool's own lag from which on the machine is at fault, in milliseconds, and how often it is given another chance.
BUSY, TURNS = 3, 3
JOINED = 8
SLOW_MS = 1000


class Kind(NamedTuple):
    """A server, and what it wants beside its language."""

    language: str
    run: str
    prepare: str = ":"
    program: Path | None = None
    modules: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    php: tuple[str, ...] = ()

    def missing(self) -> list[str]:
        extensions = ""
        if self.php and shutil.which("php"):
            extensions = subprocess.run(["php", "-m"], capture_output=True, text=True).stdout
        return [
            *(name for name in self.modules if not (PACKAGES / name).exists()),
            *(name for name in self.commands if not shutil.which(name)),
            *(name for name in self.php if name not in extensions.split()),
        ]


FPM = (
    subprocess.run(
        ["php", "-r", 'echo "php-fpm", PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;'],
        capture_output=True,
        text=True,
    ).stdout
    if shutil.which("php")
    else "php-fpm"
)
KINDS = {
    "C": Kind(
        "c",
        'exec ./widget "$ROOT/examples/quotes.json"',
        prepare="""
cd "$ROOT/examples/c"
${CC:-cc} -std=c99 -I "$ROOT/include" widget.c quotes.c webhook.c http.c "$ROOT/target/release/libwxseal.a" \
    -lmicrohttpd -lpthread -ldl -lm -o "$OLDPWD/widget"
""",
        program=ROOT / "examples/c/widget.c",
    ),
    "PHP, php-fpm behind nginx": Kind(
        "php",
        'exec "$ROOT/tests/frameworks/widget/serve-php"',
        commands=("nginx", FPM),
        php=("apcu", "curl"),
    ),
    "Python, uvicorn": Kind(
        "python", 'exec "$PYTHON" "$ROOT/examples/python/widget.py"', modules=("uvicorn",)
    ),
    "Python, threads of gunicorn": Kind(
        "python",
        'exec "$PYTHON" -m gunicorn --threads 96 --log-level warning --bind 127.0.0.1:$PORT widget_threads:app',
        modules=("gunicorn", "uvicorn"),
    ),
    "Node.js, node:http": Kind(
        "node",
        "exec node node/widget.mjs",
        prepare="""
mkdir node node/node_modules
cp "$ROOT/examples/node/widget.mjs" node
cp "$ROOT/examples/quotes.json" .
ln -s "$ROOT/bindings-node" node/node_modules/wxseal""",
    ),
}


class Shown(NamedTuple):
    """What the platform makes of an answer, and how long it took, in milliseconds."""

    err_code: int
    data: dict[str, Any]
    lifespan: int
    ms: float


@contextmanager
def started(kind: Kind, **variables: object) -> Iterator[Server]:
    """Start a server in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="wxseal-widget-") as name:
        folder = Path(name)
        if DOCS.exists():
            for program, text in re.findall(
                r"^```python\n# (\w+\.py)\n(.*?)^```$", DOCS.read_text("utf-8"), re.M | re.S
            ):
                (folder / program).write_text(text)
        environment = {
            "ROOT": str(ROOT),
            "PYTHON": sys.executable,
            "PYTHONPATH": os.pathsep.join(map(str, (folder, PACKAGES, ROOT / "examples/python"))),
            "PYTHONUNBUFFERED": "1",
            **wire.SETTINGS,
            **{f"WXSEAL_{name}": str(value) for name, value in variables.items()},
        }
        subprocess.run(
            ["sh", "-euc", kind.prepare], cwd=folder, env=os.environ | environment, check=True
        )
        with Server(kind.run, folder, environment, path="/wechat") as server:
            server.wait()
            yield server


def query(**slots: str) -> str:
    """Write a query as the platform does."""
    listed = [{"key": key, "value": value} for key, value in slots.items()]
    written = {"type": 10000, "slot_list": listed, "longitude": 113.319694519}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def search(server: Server, text: str) -> Shown:
    """Search by a query, and read the answer, which has to repeat it byte for byte."""
    event = {
        "ToUserName": "gh_1",
        "FromUserName": f"o{next(USERS)}",
        "CreateTime": int(time.time()),
        "MsgType": "event",
        "Event": "wxa_widget_data",
        "Query": text,
        "Scene": 1,
    }
    request = platform.push(wire.CRYPT, json.dumps(event), format="json")
    began = time.monotonic()
    answer = wire.ask(server, request.query, request.body)
    ms = (time.monotonic() - began) * 1000
    assert answer.status == 200, answer
    message = json.loads(platform.open_reply(wire.CRYPT, answer.body).message)
    content = json.loads(message["Content"])
    assert message["MsgType"] == "widget_data" and content["query"] == text, message
    data = json.loads(content["data"])
    return Shown(data["err_code"], data, content["lifespan"], ms)


def tool(server: Server, command: str, *arguments: str) -> dict[str, Any]:
    ran = subprocess.run(
        [
            TOOL,
            command,
            f"http://127.0.0.1:{server.port}/wechat",
            *arguments,
            "--json",
            "--lang",
            "en",
        ],
        env={**os.environ, **wire.SETTINGS},
        capture_output=True,
        text=True,
    )
    assert ran.stdout, ran.stderr
    told: dict[str, Any] = json.loads(ran.stdout)
    assert told["passed"], ran.stdout
    return told


def plays_the_cache(server: Server) -> None:
    """The tool shows the quote for its lifespan, and asks for a new one."""
    tool(server, "check")
    for format in ("json", "xml"):
        tool(server, "push", "wxa_widget_data", "--follow", "--format", format)


def shows_every_quote(server: Server) -> None:
    for row in ROWS:
        shown = search(server, query(stock_code=row["code"], stock_market=row["market"]))
        assert shown.err_code == 0 and shown.data["err_msg"] == "", shown
        assert shown.data["stock_name"] == row["name"], shown
        close, price, change = (
            row["close"],
            *(round(float(shown.data[name]) * 100) for name in ("price", "change")),
        )
        assert price == close + change and -100 <= change < 100, shown


def moves_with_the_time(server: Server) -> None:
    """A quote is kept for its lifespan, and no longer."""
    text = query(stock_code="00700", stock_market="hk")
    first = search(server, text)
    time.sleep(1.2)
    assert search(server, text).data["price"] != first.data["price"]


def has_no_result(server: Server) -> None:
    shown = search(server, query(stock_code="00000", stock_market="hk"))
    assert shown.err_code == -1 and shown.data["err_msg"], shown


def refuses_what_is_no_stock(server: Server) -> None:
    slots = {"stock_code": "00700", "stock_market": "hk"}
    for text in (
        "1",
        "",
        "no JSON",
        query(),
        query(stock_code="00700"),
        query(**slots | {"stock_code": ""}),
        query(**slots | {"stock_market": "x" * 1000}),
    ):
        shown = search(server, text)
        assert shown.err_code == -2 and shown.data["err_msg"], (text, shown)


def answers_in_time_and_goes_on(server: Server) -> None:
    """A lookup that is slow is an error now, and a quote for the next request."""
    text = query(stock_code="00700", stock_market="hk")
    with ThreadPoolExecutor(JOINED) as pool:
        shown = [*pool.map(lambda _: search(server, text), range(JOINED))]
    assert {one.err_code for one in shown} == {-3}, shown
    # The load below holds them to the limit; this is far from the lookup's time, however busy the machine is.
    assert all(one.ms < SLOW_MS - LIMIT and one.lifespan <= 5 for one in shown), shown
    time.sleep(SLOW_MS / 1000)
    later = search(server, text)
    assert later.err_code == 0 and later.ms < LIMIT, later
    assert 0 < later.lifespan <= 60, later


def looked_up_once(server: Server) -> None:
    """Those who asked at the same time shared a lookup, and the later one had none."""
    took = re.findall(r"a lookup took (\d+) ms", server.said())
    assert len(took) == 1 and SLOW_MS <= int(took[0]) < 2 * SLOW_MS, took


Property = Callable[[Server], None]


def properties(kind: Kind) -> Iterator[tuple[dict[str, object], dict[str, Property]]]:
    """What a server is started with, and what has to hold of it then."""
    yield (
        {"LIFESPAN": 1},
        {
            "push wxa_widget_data --follow": plays_the_cache,
            "every quote": shows_every_quote,
            "a quote moves": moves_with_the_time,
            "no result": has_no_result,
            "bad queries": refuses_what_is_no_stock,
        },
    )
    yield (
        {"SLOW_PERCENT": 100, "SLOW_MS": SLOW_MS},
        {
            "-3 in time, and a quote for the next": answers_in_time_and_goes_on,
            "identical lookups are one": looked_up_once,
        },
    )


def load(server: Server, seconds: int) -> dict[str, Any]:
    """The platform's performance test, in which nobody is helped by the cache: of ten searches nine have a stock that nobody
    has searched for."""
    count = itertools.count()
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as cases:
        for turn in range(seconds * QPS):
            row = ROWS[turn // 10 % len(ROWS)]
            code = row["code"] if turn % 10 == 0 else f"{next(count):06}"
            print(query(stock_code=code, stock_market=row["market"]), file=cases)
        cases.flush()
        told = tool(
            server,
            "stress",
            *("--qps", str(QPS), "--duration", f"{seconds}s", "--cases", cases.name),
        )
    assert told["acceptance"][0]["limit_ms"] == LIMIT, told
    assert told["sent"] == told["right"] == seconds * QPS, told
    return told


def row(title: str, what: str, told: dict[str, Any]) -> str:
    late = told["err_codes"].get("-3", 0) / told["sent"]
    latency = (f"{told['latency_ms'][name]:.1f}" for name in ("p50", "p99", "max"))
    return f"| {title} | {what} | {told['sent']} | {' | '.join(latency)} | {late:.1%} |"


def hold(title: str, holds: Callable[[], object]) -> bool:
    """Say whether it does."""
    try:
        holds()
    except (
        AssertionError,
        KeyError,
        OSError,
        wxseal.Error,
        subprocess.CalledProcessError,
    ) as wrong:
        print(f"{type(wrong).__name__}: {wrong}\nFAILED {title}", flush=True)
        return False
    print(f"ok {title}", flush=True)
    return True


def check(title: str, kind: Kind, seconds: int, exact: bool, table: list[str]) -> Iterator[bool]:
    for variables, held in properties(kind):
        try:
            with started(kind, **variables) as server:
                for name, holds in held.items():
                    right = hold(f"{title}: {name}", partial(holds, server))
                    if not right:
                        print(server.said()[-3000:])
                    yield right
        except AssertionError as wrong:
            print(f"{wrong}\nFAILED {title}: it starts", flush=True)
            yield False

    def put(name: str, lasts: int, percent: int, ms: int, least: float) -> None:
        for turn in range(TURNS):
            with started(kind, SLOW_PERCENT=percent, SLOW_MS=ms) as server:
                told = load(server, lasts)
            share, lag = told["acceptance"][0]["share"], told["lag_ms"]
            said = (
                f"{share:.2%} within {LIMIT} ms: {told['latency_ms']}, the tool was {lag} ms late"
            )
            if share >= least:
                table.append(row(title, name, told))
                return
            # A machine that is busy with something else makes the tool late too.
            if lag < BUSY or turn == TURNS - 1:
                raise AssertionError(said)
            print(f"   {said}; once more", flush=True)

    for name, lasts, percent, ms, least in (
        ("5 % take 2 s", seconds, 5, 2000, 1 if exact else ACCEPTED),
        ("all take 60 s", max(3, seconds // 6), 100, 60_000, ACCEPTED),
    ):
        what = f"{QPS} searches a second for {lasts} s, of whose lookups {name}"
        yield hold(f"{title}: {what}", partial(put, name, lasts, percent, ms, least))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=int(os.environ.get("SECONDS", "60")))
    parser.add_argument("languages", nargs="*")
    arguments = parser.parse_args()
    table: list[str] = []
    results: list[bool] = []
    for title, kind in KINDS.items():
        if arguments.languages and kind.language not in arguments.languages:
            continue
        if kind.program and not kind.program.exists():
            continue
        if missing := kind.missing():
            print(f"skipped: {title}: {', '.join(missing)} is not to be had here", flush=True)
            continue
        # In a short run, beside others, a moment without the processor is not the server's fault.
        results += check(title, kind, arguments.seconds, arguments.seconds >= 30, table)
    if table:
        print("\n| server | lookups | searches | median, ms | p99 | max | -3 |")
        print("|---|---|---|---|---|---|---|", *table, sep="\n")
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main())
