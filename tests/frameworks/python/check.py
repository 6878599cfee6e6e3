"""Starts the servers of bindings-python/README.md and plays the platform against each, with the tool and byte by byte.

Prints `ok` of each property of each server, and last `N passed, N failed`. Arguments are how a server's title begins.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import many
import redis_server
import wire
from languages import ROOT
from proxy import Proxy
from serving import Server

import wxseal

HERE = Path(__file__).resolve().parent
TOOL = ROOT / "target/release/wxseal"
FRAMEWORKS = ROOT / "target/frameworks/python"
PROGRAM = re.compile(r"^```python\n# (\w+\.py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAMS = dict(PROGRAM.findall((ROOT / "bindings-python/README.md").read_text("utf-8")))
DOCS = ROOT / "docs/frameworks.md"
PATHS = HERE / "apps", ROOT / "examples/python"
LARGE = 3_000_000

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


Property = Callable[[Server], None]


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


def tool(server: Server, command: str, *arguments: str, path: str = "/wechat") -> None:
    ran = subprocess.run(
        [
            TOOL,
            command,
            f"http://127.0.0.1:{server.port}{path}",
            *arguments,
            "--json",
            "--lang",
            "en",
        ],
        env={**os.environ, **wire.SETTINGS},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0 and json.loads(ran.stdout)["passed"], ran.stdout + ran.stderr


def text(content: str) -> tuple[str, bytes]:
    return wire.push({"MsgType": "text", "Content": content}, "xml")


def said(answer: wire.Answer) -> str | None:
    assert answer.status == 200, answer
    return wire.content(answer.body, "xml")


def plays(mode: str, *formats: str) -> Property:
    def play(server: Server) -> None:
        tool(server, "check", "--mode", mode)
        for format in formats:
            for event in ("text", "image", "subscribe"):
                tool(server, "push", event, "--mode", mode, "--format", format)

    return play


def without_query(server: Server) -> None:
    for version, head in wire.HEADS.items():
        for target in (server.path, f"{server.path}?"):
            with socket.create_connection(("127.0.0.1", server.port), timeout=10) as peer:
                peer.sendall(f"GET {target} {version}\r\n{head}\r\n".encode())
                received = b"".join(iter(lambda: peer.recv(1 << 16), b""))
            assert wire.read_answer(received).status == 400, received


def slash_too_many(server: Server) -> None:
    tool(server, "check", "--mode", "safe", path="/wechat/")
    tool(server, "push", "text", "--mode", "safe", path="/wechat/")


def large(server: Server) -> None:
    """Whole, and where the server allows it before anything of it was sent."""
    query, _ = text("a")
    for sent in (LARGE, 0) if server.by_length else (LARGE,):
        for version in wire.HEADS:
            answer = wire.ask(server, query, b" " * sent, version, promised=LARGE)
            assert answer.status == 413, (version, sent, answer)


def chunked(server: Server) -> None:
    """A body without a length is read up to the limit, and no further."""
    query, body = text("in chunks")
    assert said(send_chunked(server, query, [body[:50], body[50:]])) == "in chunks"
    answer = send_chunked(server, query, [b" " * 65536] * (LARGE // 65536))
    assert answer.status == 413, answer


def send_chunked(server: Server, query: str, chunks: list[bytes]) -> wire.Answer:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as peer:
        head = f"POST {server.path}?{query} HTTP/1.1\r\n{wire.HEADS['HTTP/1.1']}"
        sent = f"{head}Transfer-Encoding: chunked\r\n\r\n".encode()
        received = b""
        try:
            for chunk in chunks:
                peer.sendall(sent + b"%x\r\n%b\r\n" % (len(chunk), chunk))
                sent = b""
            peer.sendall(b"0\r\n\r\n")
            while piece := peer.recv(1 << 16):
                received += piece
        except ConnectionError:
            # Who refuses a body may close the connection on it.
            while piece := wire._rest(peer):
                received += piece
    return wire.read_answer(received)


def sent_again(server: Server) -> None:
    """A retry gets the first answer, also while the first try is being worked on."""
    first = said(wire.ask(server, *text("how often")))
    query, body = text("slow")
    answers: list[str | None] = []
    tries = [
        threading.Thread(target=lambda: answers.append(said(wire.ask(server, query, body))))
        for _ in range(3)
    ]
    for each in tries:
        each.start()
    for each in tries:
        each.join()
    assert len(answers) == 3 and len(set(answers)) == 1, answers
    assert wire.ask(server, query, body).body == wire.ask(server, query, body).body
    assert int(said(wire.ask(server, *text("how often"))) or 0) == int(first or 0) + 2


def raises(server: Server) -> None:
    """A handler that raises is a 500 and one line without a word of the message; its push can be sent again."""
    if int(said(wire.ask(server, *text("how often"))) or 0) % 2:
        assert said(wire.ask(server, *text("even"))) == "even"
    query, body = text("raise")
    server.settle()
    answer = wire.ask(server, query, body)
    assert (answer.status, answer.body) == (500, b"internal server error"), answer
    told = server.told()
    assert len(told) == 1 and told[0].startswith("HandlerFailed: KeyError at "), told
    assert "answers.py" in told[0] and "raise" not in told[0], told
    assert said(wire.ask(server, query, body)) == "raise"


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


def taken(server: Server) -> None:
    """A body that was read before is a 500 and a line that names the mistake."""
    assert wire.ask(server, wire.url_check("1")).body == b"1"
    server.settle()
    answer = wire.ask(server, *text("a"))
    assert (answer.status, answer.body) == (500, b"internal server error"), answer
    told = server.told()
    assert len(told) == 1 and told[0].startswith("BodyTaken: ") and "middleware" in told[0], told


def left(server: Server) -> None:
    """What another has looked at, and left where it was, is read."""
    assert said(wire.ask(server, *text("a"))) == "a"


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


def told() -> set[str]:
    """The servers that docs/frameworks.md has a row for."""
    rows = re.findall(r"^\| (\w+) \| (\w+) \|", DOCS.read_text("utf-8"), re.MULTILINE)
    return {", ".join(row) for row in rows}


def hold(title: str, server: Server, held: Mapping[str, Property]) -> Iterator[bool]:
    """Say of each property whether it holds."""
    for name, holds in held.items():
        try:
            holds(server)
        except (AssertionError, OSError, wxseal.Error) as wrong:
            print(f"{wrong!r}\n{server.said()}FAILED {title}: {name}", flush=True)
            yield False
        else:
            print(f"ok {title}: {name}", flush=True)
            yield True


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
