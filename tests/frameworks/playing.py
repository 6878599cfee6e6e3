"""Plays the platform against a server of a framework, with the tool and byte by byte: what has to hold of each."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import wire
from languages import ROOT
from serving import Server

import wxseal

TOOL = ROOT / "target/release/wxseal"
DOCS = ROOT / "docs/frameworks.md"
LARGE = 3_000_000

Property = Callable[[Server], None]


def tool(server: Server, command: str, *arguments: str, path: str = "/wechat") -> dict[str, Any]:
    """Run it against the server, and give its report; it must be content."""
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
    assert ran.returncode == 0, ran.stdout + ran.stderr
    report: dict[str, Any] = json.loads(ran.stdout)
    assert report["passed"], report
    return report


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


def told() -> set[str]:
    """The servers that docs/frameworks.md has a row for."""
    rows = re.findall(r"^\| (\w+) \| (\w+)[^|]* \|", DOCS.read_text("utf-8"), re.MULTILINE)
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
