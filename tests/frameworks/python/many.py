"""Workers that share one Redis, which may be gone or lose what it is told, and one of which is killed."""

from __future__ import annotations

import http.client
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing
from typing import Any

import redis
import wire
from proxy import Proxy
from serving import Server

PUSHES = 1000
TRIES = 3
HANGING = 4
# At most so many pushes are under way at once.
CLIENTS = 16
# When the platform hangs up, in seconds.
HANGS_UP = 5.0
JOBS = "{wxseal}:jobs"

Worker = Callable[..., AbstractContextManager[Server]]


def send(server: Server, request: tuple[str, bytes]) -> tuple[int, bytes] | None:
    """Send a push as the platform does: nobody's answer is waited for longer."""
    query, body = request
    peer = http.client.HTTPConnection("127.0.0.1", server.port, timeout=HANGS_UP)
    with closing(peer):
        try:
            peer.request("POST", f"{server.path}?{query}", body)
            answer = peer.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            return None


def text(id: int, content: str = "hi") -> tuple[str, bytes]:
    return wire.push({"MsgType": "text", "Content": f"{content} {id}"}, "xml")


def unanswered(loop: bool) -> Callable[[Server], None]:
    """A push gets nothing before the platform hangs up, or a 503 where that would hold a thread; one line says why."""

    def holds(server: Server) -> None:
        server.settle()
        began = time.monotonic()
        answer = send(server, text(random.getrandbits(60)))
        taken = time.monotonic() - began
        assert answer is None if loop else answer and answer[0] == 503, answer
        assert loop or taken < HANGS_UP, taken
        told = server.told()
        assert len(told) == 1 and told[0].startswith("MemoryFailed: "), told

    return holds


def faults(proxy: Proxy, loop: bool) -> dict[str, Callable[[Server], None]]:
    def gone(server: Server) -> None:
        proxy.down()
        try:
            unanswered(loop)(server)
        finally:
            proxy.reset()
        answer = send(server, text(random.getrandbits(60)))
        assert answer and answer[0] == 200, answer

    def slow(server: Server) -> None:
        proxy.delay(30)
        try:
            unanswered(loop)(server)
        finally:
            proxy.reset()

    return {"Redis is gone": gone, "Redis is slow": slow}


def jobs(port: int) -> dict[str, Callable[[Server], None]]:
    """What examples/python/fleet.py promises."""

    def holds(server: Server) -> None:
        with closing(redis.Redis(port=port, decode_responses=True)) as store:
            store.flushall()
            query, body = wire.push({"MsgType": "event", "Event": "subscribe"}, "json")
            with ThreadPoolExecutor(8) as pool:
                answers = set(pool.map(lambda _: send(server, (query, body)), range(24)))
            assert len(answers) == 1 and None not in answers, answers
            stream: Any = store.xrange(JOBS)
            assert [fields["job"].partition(" ")[0] for _, fields in stream] == ["greet"], stream

    return {"one answer and one job of many tries": holds}


def workers(proxy: Proxy, worker: Worker) -> dict[str, Callable[[], None]]:
    variables = {
        "REDIS": f"redis://127.0.0.1:{proxy.port}",
        "NOTES": f"redis://127.0.0.1:{proxy.target}",
    }

    def next_try() -> None:
        """The claim of a worker that was killed runs out, and the third try is answered at the latest."""
        with (
            worker(**variables, WORKER="victim") as victim,
            worker(**variables, WORKER="other") as other,
            closing(redis.Redis(port=proxy.target)) as store,
        ):
            store.flushall()
            request = text(1, "hang")
            killing = threading.Timer(0.5, lambda: victim.process.kill())
            killing.start()
            answers = [send(server, request) for server in (victim, other, other)]
            killing.join()
            assert answers[0] is None and answers[2] is not None, answers
            assert answers[2][0] == 200 and wire.content(answers[2][1], "xml") == "other"
            assert store.xlen(JOBS) == 1

    def each_once() -> None:
        with (
            worker(**variables, WORKER="victim") as victim,
            worker(**variables, WORKER="other") as other,
            closing(redis.Redis(port=proxy.target, decode_responses=True)) as store,
        ):
            store.flushall()
            handle_each_once(proxy, store, victim, other)

    return {
        "a worker is killed that holds a claim": next_try,
        f"{PUSHES} pushes of {TRIES} tries, one killed, connections cut": each_once,
    }


def handle_each_once(proxy: Proxy, store: Any, victim: Server, other: Server) -> None:
    choose = random.Random(7)
    requests = {id: text(id, "hang" if id < HANGING else "hi") for id in range(PUSHES)}
    half = threading.Event()

    def ask(id: int, first: Server) -> bytes:
        """Send a push until it is answered, as platform and load balancer do together."""
        server = first
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            answer = send(server, requests[id])
            if answer and answer[0] == 200:
                return answer[1]
            server = other
            time.sleep(0.05)
        raise AssertionError(f"nobody answers {id}")

    def ask_later(id: int) -> bytes:
        half.wait(60)
        return ask(id, victim)

    def wait_until(holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < deadline, "it takes too long"
            time.sleep(0.01)

    def kill() -> None:
        """Kill the victim when half is done and all that hangs has begun there."""
        wait_until(lambda: store.llen("begun") >= PUSHES // 2)
        half.set()
        there = {f"victim {id}" for id in range(HANGING)}
        wait_until(lambda: there <= set(store.lrange("begun", 0, -1)))
        victim.process.kill()

    for nth in range(50, 2000, 50):
        (proxy.cut_before if nth % 100 else proxy.cut_after)(nth)
    try:
        # The hanging ones have threads of their own, so that they stop no others.
        with (
            ThreadPoolExecutor(HANGING * TRIES + 1) as aside,
            ThreadPoolExecutor(CLIENTS) as clients,
        ):
            killing = aside.submit(kill)
            hanging = list(range(HANGING)) * TRIES
            tries = [(id, aside.submit(ask_later, id)) for id in hanging]
            tries += [
                (id, clients.submit(ask, id, first))
                for id in range(HANGING, PUSHES)
                for first in choose.choices([victim, other], k=TRIES)
            ]
            killing.result()
            answers: dict[int, set[bytes]] = {id: set() for id in range(PUSHES)}
            for id, asked in tries:
                answers[id].add(asked.result())
    finally:
        proxy.reset()

    # Every try got the first answer, byte for byte.
    assert not (different := {id for id, found in answers.items() if len(found) != 1}), different
    # What each push sets off was queued once.
    queued = [int(fields["job"]) for _, fields in store.xrange(JOBS)]
    assert sorted(queued) == list(range(PUSHES))
    # No handler began twice, but for what the victim left unfinished when it was killed, and what lost its reply twice.
    begun = Counter(re.sub(r"\D", "", each) for each in store.lrange("begun", 0, -1))
    twice = {int(id) for id, times in begun.items() if times > 1}
    assert set(range(HANGING)) <= twice and len(twice) <= HANGING + CLIENTS, twice
    # Both had their share.
    by = Counter(wire.content(body, "xml") for found in answers.values() for body in found)
    assert by["victim"] > PUSHES // 10 and by["other"] > PUSHES // 10, by
