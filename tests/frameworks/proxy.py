"""A proxy before Redis that loses what it is told to lose: requests, replies, time.

    python tests/frameworks/proxy.py LISTEN_PORT TARGET_PORT

Both are on 127.0.0.1, and port 0 is a free one. It prints `listening on PORT` and then reads commands, a line each:

    cut-before N   the Nth script from now on never gets to Redis, and its connection ends
    cut-after N    Redis runs the Nth script from now on, but its connection ends before the reply
    delay MS       each script comes to Redis so many milliseconds late, also where the client has gone by then
    down           every connection ends, and so does each new one
    pass           nothing of all that

What was told adds up until `pass`. After each line it prints `ok` and how many scripts have come so far: `EVAL` and `EVALSHA` are
counted, and all else goes through. It ends with its input.
"""

from __future__ import annotations

import contextlib
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Iterator
from io import BufferedIOBase

SCRIPTS = b"EVAL", b"EVALSHA"


class Cut(Exception):
    """The connection is to end."""


class Proxy:
    """The proxy within this process, while it is entered."""

    def __init__(self, target: int, port: int = 0) -> None:
        self.target = target
        self.scripts = 0
        self._lock = threading.Lock()
        self._cut: dict[int, str] = {}
        self._delay = 0.0
        self._down = False
        self._peers: set[socket.socket] = set()
        proxy = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                with proxy._held(self.connection), contextlib.suppress(Cut, OSError):
                    proxy._pass(self.rfile, self.connection)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", port), Handler)
        self.port: int = self._server.server_address[1]

    def __enter__(self) -> Proxy:
        threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self.down()

    def cut_before(self, nth: int = 1) -> None:
        with self._lock:
            self._cut[self.scripts + nth] = "before"

    def cut_after(self, nth: int = 1) -> None:
        with self._lock:
            self._cut[self.scripts + nth] = "after"

    def delay(self, seconds: float) -> None:
        self._delay = seconds

    def down(self) -> None:
        with self._lock:
            self._down = True
            for peer in self._peers:
                with contextlib.suppress(OSError):
                    peer.shutdown(socket.SHUT_RDWR)

    def reset(self) -> None:
        with self._lock:
            self._cut.clear()
            self._delay = 0.0
            self._down = False

    @contextlib.contextmanager
    def _held(self, peer: socket.socket) -> Iterator[None]:
        with self._lock:
            self._peers.add(peer)
        try:
            yield
        finally:
            with self._lock:
                self._peers.discard(peer)

    def _pass(self, requests: BufferedIOBase, client: socket.socket) -> None:
        """Hand over one request after the other, each with its reply."""
        if self._down:
            return
        with (
            socket.create_connection(("127.0.0.1", self.target)) as redis,
            redis.makefile("rb") as replies,
        ):
            while request := read(requests):
                # A request is an array of texts: `*3`, `$4`, `EVAL`, …
                name = request.split(b"\r\n", 3)[2].upper()
                cut = self._fate() if name in SCRIPTS else None
                if cut == "before" or self._down:
                    raise Cut
                redis.sendall(request)
                reply = read(replies)
                if cut == "after" or self._down:
                    raise Cut
                client.sendall(reply)

    def _fate(self) -> str | None:
        """Count a script, hold it up, and say where it is cut."""
        with self._lock:
            self.scripts += 1
            cut = self._cut.pop(self.scripts, None)
        time.sleep(self._delay)
        return cut


def read(stream: BufferedIOBase) -> bytes:
    """Read one value of Redis' protocol, of version 2 or 3; nothing where the stream ends."""
    line = stream.readline()
    kind, count = line[:1], line[1:].strip()
    if kind in (b"$", b"!", b"=") and count != b"-1":
        return line + stream.read(int(count) + 2)
    # A map and an attribute have two values an entry, and after an attribute comes what it is one of.
    each = {b"*": 1, b"~": 1, b">": 1, b"%": 2, b"|": 2}.get(kind)
    entries = each * int(count) if each else 0
    values = [read(stream) for _ in range(entries + (kind == b"|"))]
    return line + b"".join(values)


def main(port: int, target: int) -> None:
    with Proxy(target, port) as proxy:
        print(f"listening on {proxy.port}", flush=True)
        for line in sys.stdin:
            match line.split():
                case ["cut-before", nth]:
                    proxy.cut_before(int(nth))
                case ["cut-after", nth]:
                    proxy.cut_after(int(nth))
                case ["delay", milliseconds]:
                    proxy.delay(int(milliseconds) / 1000)
                case ["down"]:
                    proxy.down()
                case ["pass"]:
                    proxy.reset()
                case _:
                    sys.exit(f"unknown: {line}")
            print(f"ok {proxy.scripts}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
