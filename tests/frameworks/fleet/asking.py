"""Sends a request to a worker, over HTTP or FastCGI, each on a connection of its own."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Iterator
from typing import NamedTuple

from wxseal.platform import Request

# Types and the role of the FastCGI specification, section 8.
BEGIN, PARAMS, STDIN, STDOUT = 1, 4, 5, 6
RESPONDER = 1


class Answer(NamedTuple):
    status: int
    body: bytes


class Hung(Exception):
    """The worker hung up without an answer."""


async def over_http(port: int, request: Request) -> Answer:
    head = (
        f"{request.method} /?{request.query} HTTP/1.1\r\nHost: fleet\r\nConnection: close\r\n"
        f"Content-Type: text/xml\r\nContent-Length: {len(request.body)}\r\n\r\n"
    )
    return _answer(await _exchange(port, head.encode() + request.body))


async def over_fastcgi(port: int, request: Request, script: str) -> Answer:
    values = {
        "SCRIPT_FILENAME": script,
        "REQUEST_METHOD": request.method,
        "QUERY_STRING": request.query,
        "CONTENT_LENGTH": str(len(request.body)),
        "CONTENT_TYPE": "text/xml",
    }
    begin = _record(BEGIN, struct.pack(">HB5x", RESPONDER, 0))
    sent = begin + _stream(PARAMS, _pairs(values)) + _stream(STDIN, request.body)
    received = await _exchange(port, sent)
    output = b"".join(content for kind, content in _records(received) if kind == STDOUT)
    status = b"" if output.startswith(b"Status: ") else b"Status: 200 OK\r\n"
    return _answer(status + output)


def _answer(received: bytes) -> Answer:
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    lengths = [line for line in lines if line.lower() == f"content-length: {len(body)}"]
    if not lengths:
        raise Hung
    return Answer(int(first.split(" ", 2)[1]), body)


async def _exchange(port: int, sent: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(sent)
        return await reader.read()
    finally:
        writer.close()


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack(">BBHHBx", 1, kind, 1, len(content), 0) + content


def _stream(kind: int, content: bytes) -> bytes:
    """A stream's one record, with the empty one that ends it."""
    assert 0 < len(content) < 1 << 16
    return _record(kind, content) + _record(kind, b"")


def _pairs(values: dict[str, str]) -> bytes:
    return b"".join(
        struct.pack(">LL", len(name) | 1 << 31, len(value) | 1 << 31) + f"{name}{value}".encode()
        for name, value in values.items()
    )


def _records(received: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 8 <= len(received):
        _, kind, _, length, padding = struct.unpack_from(">BBHHBx", received, at)
        yield kind, received[at + 8 : at + 8 + length]
        at += 8 + length + padding
