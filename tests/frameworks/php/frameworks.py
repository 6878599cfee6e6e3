"""Starts the servers of bindings-php/README.md and plays the platform against each, with the tool and byte by byte.

Prints `ok` of each property of each server, and last `N passed, N failed`. Arguments are how a server's title begins.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import wire
from handling import left, raises, sent_again, taken
from languages import ROOT
from playing import (
    DOCS,
    Property,
    chunked,
    hold,
    large,
    plays,
    said,
    slash_too_many,
    text,
    without_query,
)
from serving import Server

HERE = Path(__file__).resolve().parent
APPS = HERE / "apps"
EXTENSION = ROOT / "target/php/modules/wxseal.so"
DEBIAN = Path("/usr/share/php")
PROGRAM = re.compile(r"^```php\n(<\?php\n// ([\w/]+\.php).*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAMS = {
    Path(name).name: text
    for text, name in PROGRAM.findall((ROOT / "bindings-php/README.md").read_text("utf-8"))
}

FPM = f"exec {HERE}/serve"
BUILT_IN = 'exec php -d extension="$EXTENSION" -d log_errors=1 -d display_errors=0 -S 127.0.0.1:$PORT $INDEX'
# A proxy or a server that says so of every body has PHP read it.
FORM = {"CONTENT_TYPE": "multipart/form-data; boundary=x"}


class Kind(NamedTuple):
    """A framework on a server: the README's program, or one of `apps`, and what of Debian's it wants."""

    program: str
    packages: str = ""
    stand_ins: str = ""
    command: str = FPM
    # What makes something read the body first: the mistake, and what is none.
    taken: dict[str, str] | None = FORM
    looked_at: dict[str, str] | None = None

    def missing(self) -> list[str]:
        return [name for name in self.packages.split() if not (DEBIAN / name).is_dir()]


LOOKED_AT = {"LOOKED_AT": "1"}
KINDS = {
    "PHP, php-fpm": Kind("server.php"),
    "PHP, php -S": Kind("server.php", command=BUILT_IN, taken=None),
    "Slim 4, php-fpm": Kind(
        "slim.php",
        "Slim/Psr7",
        "psr15.php slim4.php",
        taken={"MIDDLEWARE": "detaches"},
        looked_at={"MIDDLEWARE": "parses"},
    ),
    "Slim 3, php-fpm": Kind("slim3.php", "Slim Nyholm/Psr7", "psr15.php", looked_at=LOOKED_AT),
    "Laravel, php-fpm": Kind("laravel.php", "Illuminate", looked_at=LOOKED_AT),
    "Symfony, php-fpm": Kind("symfony.php", "Symfony/Bundle/FrameworkBundle", looked_at=LOOKED_AT),
}


METRICS = "examples/php/metrics.php"
# What the README has a user write, beside the settings and the handler.
WRITTEN = {
    "PHP": ["server.php"],
    "Slim": ["slim.php"],
    "Laravel": ["AppServiceProvider.php", "web.php"],
    "Symfony": ["Wechat.php"],
}


class Run(NamedTuple):
    """A server that is started with these variables, and what has to hold of it then."""

    variables: dict[str, str]
    held: Mapping[str, Property]
    # Whether it answers as the README's program does, and not as the tests' own.
    whole: bool = False


@contextmanager
def started(kind: Kind, run: Run) -> Iterator[Server]:
    """Start it in a folder with the programs of the README."""
    with tempfile.TemporaryDirectory(prefix="wxseal-framework-") as name:
        folder = Path(name)
        (folder / "vendor").mkdir()
        files = {**PROGRAMS, "vendor/autoload.php": f"<?php require '{APPS}/autoload.php';"}
        files["metrics.php"] = (ROOT / METRICS).read_text("utf-8")
        if not run.whole:
            files["wechat.php"] = f"<?php return require '{APPS}/wechat.php';"
        if kind.program not in files:
            files[kind.program] = f"<?php require '{APPS}/{kind.program}';"
        # What else an application has.
        more = APPS / Path(kind.program).stem
        if more.is_dir():
            shutil.copytree(more, folder, dirs_exist_ok=True)
        for file, program in files.items():
            (folder / file).write_text(program)
        environment = {
            "EXTENSION": str(EXTENSION),
            "FOLDER": name,
            "INDEX": kind.program,
            "PACKAGES": kind.packages,
            "STAND_INS": kind.stand_ins,
            "STATE": f"{name}/state",
            "PHP_CLI_SERVER_WORKERS": "4",
            **wire.SETTINGS,
            **run.variables,
        }
        # nginx and PHP's own server have the whole body before PHP is asked.
        with Server(kind.command, folder, environment, path="/wechat", by_length=False) as server:
            server.wait()
            yield server


def others_keep_their_check(server: Server) -> None:
    """A form of the same group of routes still wants its token against CSRF."""
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}/form", b"a=1")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            status = answer.status
    except urllib.error.HTTPError as refused:
        status = refused.code
    assert status == 419, status


def counted(server: Server) -> None:
    """Prometheus is told what became of requests, and for how long they were worked on."""
    assert said(wire.ask(server, *text("a"))) == "a"
    assert wire.ask(server, "timestamp=1", b"{}").status == 400
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=10) as page:
        lines = dict(line.rsplit(" ", 1) for line in page.read().decode().splitlines())
    for outcome, format in (("reply", "xml"), ("MalformedQuery", "none")):
        labels = f'format="{format}",outcome="{outcome}",retry="no"'
        assert lines[f"wxseal_requests_total{{{labels}}}"] == "1", lines
    assert 0 < float(lines["wxseal_library_seconds_total"]) < 1, lines


def lines(programs: list[str]) -> int:
    """How many lines of programs are the user's to write: not the tag, imports, comments and braces alone."""
    idle = re.compile(r"<\?php|//|use |namespace |require .*autoload|[{}]?$")
    return sum(not idle.match(line.strip()) for text in programs for line in text.splitlines())


def runs(title: str, kind: Kind) -> Iterator[Run]:
    """Each time that it is started."""
    held: dict[str, Property] = {
        "URL check and XML": plays("safe", "xml"),
        "JSON": plays("safe", "json"),
        "compatible": plays("compatible", "xml", "json"),
        "3 MB body": large,
        "GET without query": without_query,
        "slash too many": slash_too_many,
        "chunks": chunked,
        "HTTP/1.0 and 1.1": wire.answers_alike,
        "forgeries": wire.refuses_forgeries,
        "refusals look alike": wire.refuses_alike,
        "a line a refusal": wire.refuses_with_a_line,
        "1 MiB, and a byte more": lambda server: wire.limits_the_body(server, True),
        "retry": sent_again,
        "handler that throws": raises,
    }
    if kind.program == "metrics.php":
        yield Run({"WXSEAL_METRICS": "metrics.json"}, {"Prometheus": counted})
        return
    yield Run({}, held)
    if title.startswith("Laravel"):
        others = {"the check for CSRF of others": others_keep_their_check}
        yield Run({"CACHED": "1"}, {"cached routes": plays("safe", "xml"), **others})
    yield Run({"MODE": "plain"}, {"plain": plays("plain", "xml", "json")})
    if kind.taken:
        yield Run(kind.taken, {"parsed body": taken})
    if kind.looked_at:
        yield Run(kind.looked_at, {"body that was looked at": left})
    if kind.command == FPM:
        dropped = {"nginx that drops the query": plays("safe", "xml")}
        yield Run({"ARGUMENTS": ""}, {**dropped, "forgeries": wire.refuses_forgeries})
    yield Run({}, {"README's answers": plays("safe", "xml", "json")}, whole=True)


def rows() -> set[str]:
    """The servers that docs/frameworks.md has a row for."""
    found = re.findall(r"^\| ([^|]+?)³? \| ([^|]+) \|", DOCS.read_text("utf-8"), re.MULTILINE)
    return {", ".join(row) for row in found}


def main(chosen: list[str]) -> int:
    """Prints a line a property, and returns the exit status."""
    if missing := set(KINDS) - rows():
        sys.exit(f"docs/frameworks.md lacks {sorted(missing)}")
    results: list[bool] = []
    for name, programs in WRITTEN.items():
        written = lines([PROGRAMS["wechat.php"], *(PROGRAMS[program] for program in programs)])
        results.append(written <= 12)
        verdict = "ok" if written <= 12 else "FAILED"
        print(f"{verdict} {name}: {written} lines from the settings to the route")
    for title, kind in {**KINDS, METRICS: Kind("metrics.php")}.items():
        if not title.startswith(tuple(chosen or [""])):
            continue
        if missing_here := kind.missing():
            print(f"skipped: {title}: Debian's {', '.join(missing_here)} is not to be had here")
            continue
        for run in runs(title, kind):
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
