"""Starts the servers of bindings-python/README.md and plays the platform against each, with the tool and byte by byte.

Prints `ok` of each property of each server, and last `N passed, N failed`. Arguments are how a server's title begins.
"""

from __future__ import annotations

import json
import os
import re
import socket
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import many
import redis_server
import wire
from handling import left, raises, sent_again, taken
from languages import ROOT
from playing import (
    Property,
    chunked,
    hold,
    large,
    plays,
    said,
    slash_too_many,
    text,
    told,
    without_query,
)
from proxy import Proxy
from serving import Server

HERE = Path(__file__).resolve().parent
FRAMEWORKS = ROOT / "target/frameworks/python"
PROGRAM = re.compile(r"^```python\n# (\w+\.py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAMS = dict(PROGRAM.findall((ROOT / "bindings-python/README.md").read_text("utf-8")))
PATHS = HERE / "apps", ROOT / "examples/python"

UVICORN = "exec $PYTHON -m uvicorn --no-access-log --port $PORT $APP:app"
GUNICORN = (
    "exec $PYTHON -m gunicorn --threads 16 --log-level warning --bind 127.0.0.1:$PORT $APP:app"
)
RUNSERVER = "exec $PYTHON -m django runserver --noreload 127.0.0.1:$PORT"


class Kind(NamedTuple):
    """A framework on a server."""

    command: str
    variables: dict[str, str]
    # What makes something read the body first: the mistake, and what is none.
    taken: dict[str, str]
    looked_at: dict[str, str] | None = None
    # What sets a limit of the framework's own, 1000 bytes.
    limited: dict[str, str] | None = None
    # Whether it refuses a body by the length that is promised, and reads one that promises none.
    by_length: bool = True
    chunked: bool = True


def asgi(app: str, looked_at: str = "", later: str = "1") -> Kind:
    return Kind(
        UVICORN,
        {"APP": app, "ASYNC": later},
        {"APP": "eaten_asgi", "INNER": app},
        {"APP": looked_at} if looked_at else None,
    )


def wsgi(app: str, looked_at: str = "", later: str = "") -> Kind:
    return Kind(
        GUNICORN,
        {"APP": app, "ASYNC": later},
        {"APP": "eaten_wsgi", "INNER": app},
        {"APP": looked_at} if looked_at else None,
    )


def django(command: str, by_length: bool, chunked: bool, **variables: str) -> Kind:
    return Kind(
        command,
        {"DJANGO_SETTINGS_MODULE": "django_settings", **variables},
        {"MIDDLEWARE": "django_middleware.reads_stream"},
        {"MIDDLEWARE": "django_middleware.reads_form"},
        {"LIMIT": "1000"},
        by_length,
        chunked,
    )


KINDS = {
    "FastAPI, uvicorn": asgi("fastapi_app", "fastapi_parsed"),
    "FastAPI, uvicorn, in threads": asgi("fastapi_app", later=""),
    "Starlette, uvicorn": asgi("starlette_app"),
    "ASGI, uvicorn": asgi("asgi_app"),
    "Flask, gunicorn": wsgi("flask_app", "flask_parsed")._replace(limited={"APP": "flask_limited"}),
    "Flask, gunicorn, asynchronous": wsgi("flask_app", later="1"),
    # Django takes no body without a length under WSGI, and reads the whole one first under ASGI. Its own server answers when
    # the body has come.
    "Django, gunicorn": django(GUNICORN, True, False, APP="django_wsgi"),
    "Django, runserver": django(RUNSERVER, False, False),
    "Django, uvicorn": django(
        UVICORN, False, True, APP="django_asgi", URLS="async_urls", ASYNC="1"
    ),
    "Bottle, gunicorn": wsgi("bottle_app"),
    "Pyramid, gunicorn": wsgi("pyramid_app"),
    "WSGI, gunicorn": wsgi("wsgi_app"),
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
        for program, text in PROGRAMS.items():
            if run.whole or program != "answers.py":
                (folder / program).write_text(text)
        environment = {
            "PYTHON": sys.executable,
            "PYTHONPATH": os.pathsep.join(map(str, (folder, *PATHS, FRAMEWORKS))),
            "PYTHONUNBUFFERED": "1",
            **wire.SETTINGS,
            **kind.variables,
            **run.variables,
        }
        with Server(
            kind.command, folder, environment, path="/wechat", by_length=kind.by_length
        ) as server:
            server.wait()
            yield server


def cut_off(server: Server) -> None:
    """A peer that hangs up within its body is told apart from one that forges."""
    query, body = text("a")
    server.settle()
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as peer:
        head = f"POST {server.path}?{query} HTTP/1.1\r\n{wire.HEADS['HTTP/1.1']}"
        peer.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:50])
        peer.shutdown(socket.SHUT_WR)
        received = b"".join(iter(lambda: peer.recv(1 << 16), b""))
    assert not received or wire.read_answer(received).status == 400, received
    assert server.told() == ["BodyCut: the body broke off, or took too long"]


def limited(server: Server) -> None:
    """The smaller limit counts, and has its line."""
    assert said(wire.ask(server, *text("a"))) == "a"
    server.settle()
    assert wire.ask(server, *text("a" * 1000)).status == 413
    told = server.told()
    assert len(told) == 1 and told[0].startswith("BodyTooLarge: the body is over "), told
    assert told[0].split()[-1] in ("DATA_UPLOAD_MAX_MEMORY_SIZE", "MAX_CONTENT_LENGTH"), told


def shown(server: Server, path: str) -> str:
    """What a page of the server says."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=10) as page:
        text: str = page.read().decode()
    return text


def counted_by_prometheus(server: Server) -> None:
    assert said(wire.ask(server, *text("a"))) == "a"
    assert wire.ask(server, "timestamp=1", b"{}").status == 400
    page = shown(server, "/prometheus")
    for outcome, format in (("reply", "xml"), ("MalformedQuery", "none")):
        labels = f'format="{format}",outcome="{outcome}",retry="no"'
        assert f"wxseal_requests_total{{{labels}}} 1.0" in page, page
    assert "wxseal_library_seconds_count 2.0" in page, page
    assert "wxseal_handler_seconds_count 1.0" in page, page


def counted_by_opentelemetry(server: Server) -> None:
    (resource,) = json.loads(shown(server, "/opentelemetry"))["resource_metrics"]
    (scope,) = resource["scope_metrics"]
    points = {metric["name"]: metric["data"]["data_points"] for metric in scope["metrics"]}
    counted = {
        (point["attributes"]["outcome"], point["attributes"]["format"]): point["value"]
        for point in points["wxseal.requests"]
    }
    assert counted == {("reply", "xml"): 1, ("MalformedQuery", "none"): 1}, counted
    assert points["wxseal.library.duration"][0]["count"] == 2, points


MEASURED = Run({}, {"Prometheus": counted_by_prometheus, "OpenTelemetry": counted_by_opentelemetry})


def runs(kind: Kind, redis: Proxy | None) -> Iterator[Run]:
    """Each time that it is started."""
    held: dict[str, Property] = {
        "URL check and XML": plays("safe", "xml"),
        "JSON": plays("safe", "json"),
        "compatible": plays("compatible", "xml", "json"),
        "3 MB body": large,
        "GET without query": without_query,
        "slash too many": slash_too_many,
        "HTTP/1.0 and 1.1": wire.answers_alike,
        "forgeries": wire.refuses_forgeries,
        "refusals look alike": wire.refuses_alike,
        "a line a refusal": wire.refuses_with_a_line,
        "1 MiB, and a byte more": lambda server: wire.limits_the_body(server, True),
        "retry": sent_again,
        "handler that raises": raises,
    }
    if kind.chunked:
        held["chunks"] = chunked
    # Under ASGI, Django reads the body before it asks a view.
    if kind.by_length or not kind.chunked:
        held["body that breaks off"] = cut_off
    yield Run({}, held)
    yield Run({"MODE": "plain"}, {"plain": plays("plain", "xml", "json")})
    yield Run(kind.taken, {"parsed body": taken})
    if kind.looked_at:
        yield Run(kind.looked_at, {"body that was looked at": left})
    if kind.limited:
        yield Run(kind.limited, {"a limit of the framework's": limited})
    if redis:
        memory = "loop" if kind.command is UVICORN else "threads"
        shared = {"REDIS": f"redis://127.0.0.1:{redis.port}", "MEMORY": memory}
        yield Run(shared, {"retry, by Redis": sent_again, **many.faults(redis, memory == "loop")})
    yield Run({}, {"README's answers": plays("safe", "xml", "json")}, whole=True)


def all_of(chosen: list[str], redis: Proxy | None) -> Iterator[bool]:
    """Say of each property of each server whether it holds."""
    others = {"examples/python/metrics.py": (wsgi("metrics_app"), MEASURED)}
    if redis:
        url = f"redis://127.0.0.1:{redis.target}"
        others["examples/python/fleet.py"] = (
            Kind(f"{UVICORN} --workers 2", {"APP": "fleet", "WXSEAL_REDIS": url}, {}),
            Run(
                {},
                {"XML": plays("safe", "xml"), **many.jobs(redis.target)},
            ),
        )
    for title, kind in {**KINDS, **{title: kind for title, (kind, _) in others.items()}}.items():
        if not title.startswith(tuple(chosen or [""])):
            continue
        for run in runs(kind, redis) if title in KINDS else [others[title][1]]:
            try:
                with started(kind, run) as server:
                    yield from hold(title, server, run.held)
            except AssertionError as wrong:
                print(f"{wrong!r}\nFAILED {title}: it starts with {run.variables}", flush=True)
                yield False
    title = "two uvicorn, one Redis"
    if redis and title.startswith(tuple(chosen or [""])):
        worker = Kind(UVICORN, {"APP": "shared_app"}, {})

        def run_worker(**variables: str) -> AbstractContextManager[Server]:
            return started(worker, Run(variables, {}))

        for name, holds in many.workers(redis, run_worker).items():
            try:
                holds()
            except (AssertionError, OSError) as wrong:
                print(f"{wrong!r}\nFAILED {title}: {name}", flush=True)
                yield False
            else:
                print(f"ok {title}: {name}", flush=True)
                yield True


def main(chosen: list[str]) -> int:
    """Prints a line a property, and returns the exit status."""
    # A title's third part, of how the handler runs, has no row of its own.
    if missing := {", ".join(title.split(", ")[:2]) for title in KINDS} - told():
        sys.exit(f"docs/frameworks.md lacks {sorted(missing)}")
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="wxseal-redis-"))
            redis = stack.enter_context(
                Proxy(stack.enter_context(redis_server.started(Path(folder))))
            )
        except redis_server.Missing as missing:
            print(f"skipped: {missing}")
            redis = None
        results = list(all_of(chosen, redis))
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
