"""The worker for whole servers: `load.py LANGUAGE`, requests and answers as benches/README.md says.

It starts the servers of a language, one for each subject, which stay on the core that it was given; it moves to another
one itself, keeps some connections to each open, and sends one push after the other over them. What it measures is the
processor's time of all processes of a server.
"""

from __future__ import annotations

import collections
import contextlib
import itertools
import json
import os
import re
import socket
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests/readme"))

import cases
from cases import reference
from languages import LANGUAGES, ROOT
from serving import Server

SIZE = 1024
CONNECTIONS, PUSHES = 8, 32
# So many pushes before the first that counts: V8 compiles what it has seen often.
WARM_UP = 4000
# In seconds.
PATIENCE = 60
# A server refuses what is older than five minutes.
FRESH = 60
SETTINGS = {
    "WXSEAL_TOKEN": cases.SETTINGS.token,
    "WXSEAL_ENCODING_AES_KEY": cases.SETTINGS.encoding_aes_key,
    "WXSEAL_RECEIVE_ID": cases.SETTINGS.receive_id,
}


class Pushes:
    """Requests of HTTP/1.1, sealed anew by the reference before they are too old."""

    def __init__(self) -> None:
        self.sealed = 0.0
        self.requests: list[bytes] = []

    def fresh(self) -> list[bytes]:
        """All of them, each with a nonce of its own."""
        if time.monotonic() - self.sealed > FRESH or not self.requests:
            now = int(time.time())
            made = (cases.case("xml", SIZE, now, str(nonce)) for nonce in range(PUSHES))
            self.requests = [request(push["query"], push["body"]) for push in made]
            self.sealed = time.monotonic()
        return self.requests


class Connection:
    """One that stays open, with at most one request under way."""

    def __init__(self, port: int) -> None:
        self.peer = socket.create_connection(("127.0.0.1", port))
        self.peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.peer.setblocking(False)
        self.received = b""

    def send(self, sent: bytes) -> None:
        """A request fits into the socket's buffer."""
        self.peer.sendall(sent)

    def answer(self) -> bytes | None:
        """The body of the answer, once all of it is there."""
        try:
            piece = self.peer.recv(1 << 16)
        except BlockingIOError:
            return None
        assert piece, "the server has closed the connection"
        self.received += piece
        head, end, body = self.received.partition(b"\r\n\r\n")
        if not end or len(body) < int(re.search(rb"(?i)\ncontent-length: *(\d+)", head)[1]):
            return None
        self.received = b""
        if not head.startswith(b"HTTP/1.1 200 "):
            raise Refused(head.decode())
        return body


class Subject:
    """A server that runs."""

    def __init__(self, server: Server, echoes: bool) -> None:
        server.wait()
        self.port, self.leader = server.port, server.process.pid
        self.echoes = echoes

    def check(self, pushes: Pushes) -> None:
        """Every text comes back, and a signature that is wrong is refused."""
        with self.connections(1) as connections:
            for body in exchange(connections, pushes.fresh()):
                if self.echoes:
                    opened = reference.open_reply(cases.SETTINGS, body).message.decode()
                    assert cases.content(300) in opened, f"it answers {opened}"
                else:
                    assert body == b"success", f"it answers {body}"
            if self.echoes:
                wrong = pushes.fresh()[0].replace(b"msg_signature=", b"msg_signature=0")
                with contextlib.suppress(Refused):
                    assert not [*exchange(connections, [wrong])], "it takes a wrong signature"

    def measure(self, pushes: Pushes, count: int) -> int:
        """The processor's time of so many pushes, in nanoseconds, with as many under way as there are connections."""
        requests = itertools.cycle(pushes.fresh())
        # A server ends connections that are idle for some seconds.
        with self.connections(CONNECTIONS) as connections:
            collections.deque(exchange(connections, itertools.islice(requests, CONNECTIONS)), 0)
            tasks = [task for process in session(self.leader) for task in process.glob("task/*")]
            begun = processor_time(tasks)
            collections.deque(exchange(connections, itertools.islice(requests, count)), 0)
            return processor_time(tasks) - begun

    @contextlib.contextmanager
    def connections(self, count: int) -> Iterator[list[Connection]]:
        """So many, which are closed in the end."""
        with contextlib.ExitStack() as stack:
            opened = [Connection(self.port) for _ in range(count)]
            for connection in opened:
                stack.enter_context(connection.peer)
            yield opened


def exchange(connections: list[Connection], requests: Iterable[bytes]) -> Iterator[bytes]:
    """The bodies of the answers, as they come. It never sleeps: a server pays for whom it has to wake."""
    requests = iter(requests)
    deadline = time.monotonic() + PATIENCE
    idle, waiting = [*connections], []
    while True:
        while idle and (sent := next(requests, None)):
            idle[-1].send(sent)
            waiting.append(idle.pop())
        if not waiting:
            return
        for connection in waiting.copy():
            if (body := connection.answer()) is not None:
                waiting.remove(connection)
                idle.append(connection)
                yield body
        assert time.monotonic() < deadline, "it does not answer"


class Refused(Exception):
    """The status of an answer was not 200."""


def request(query: str, body: str) -> bytes:
    """A push as the platform sends it, on a connection that stays open."""
    content = body.encode()
    head = (
        f"POST /?{query} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Mozilla/4.0\r\nAccept: */*\r\n"
        f"Content-Type: text/xml\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


def session(leader: int) -> list[Path]:
    """The processes that a server has started, and itself."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            # Behind the name, which may hold anything: state, parent, process group, session.
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == leader:
                found.append(process)
    return found


def processor_time(tasks: list[Path]) -> int:
    """What some threads have had, in nanoseconds."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)


def start(stack: contextlib.ExitStack, command: str, echoes: bool, pushes: Pushes) -> Subject | str:
    """A server that answers right, or why there is none."""
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="wxseal-bench-"))
    environment = {**SETTINGS, "ROOT": str(ROOT)}
    server = stack.enter_context(Server(command, Path(folder), environment))
    try:
        subject = Subject(server, echoes)
        subject.check(pushes)
        subject.measure(pushes, WARM_UP)
    except (AssertionError, OSError, Refused) as wrong:
        return f"{wrong} {server.said()}".strip().splitlines()[-1]
    return subject


def make_room() -> None:
    """Leaves the core to the servers, where there is another."""
    if hasattr(os, "sched_setaffinity"):
        others = set(range(os.cpu_count() or 1)) - os.sched_getaffinity(0)
        with contextlib.suppress(OSError):
            os.sched_setaffinity(0, others)


def main() -> None:
    """Checks every server once, then measures what it is asked for."""
    name = sys.argv[1]
    own = LANGUAGES[name]["bench"]["server"]
    pushes = Pushes()
    with contextlib.ExitStack() as stack:
        started = {
            subject: start(stack, f'{own["run"]} "{subject}"', subject != "nothing", pushes)
            for subject in own["subjects"]
        }
        make_room()
        hello = {
            "language": name,
            "version": own["name"],
            "subjects": {name: "" for name, found in started.items() if isinstance(found, Subject)},
            "missing": {name: found for name, found in started.items() if isinstance(found, str)},
            "serves": True,
        }
        print(json.dumps(hello), flush=True)
        for line in sys.stdin:
            asked = json.loads(line)
            if asked["op"] == "stop":
                break
            ns = started[asked["subject"]].measure(pushes, asked["iterations"])
            print(json.dumps({"ns": ns}), flush=True)


if __name__ == "__main__":
    main()
