"""examples/python/fleet.py: processes that share what they remember, and one of them is killed.

It takes a real Redis, and real workers that are spoken to over HTTP.
"""

import contextlib
import http.client
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import fleet
import pytest
import redis
from vectors import ROOT

import wxseal

PUSHES = 1000
TRIES = 3
HANGING = 4
# At most so many pushes are under way at once.
CLIENTS = 16
# Far longer than a handler takes even on a busy machine, and short enough for a test.
CLAIM_MS = 5000

TOKEN, KEY, RECEIVE_ID = "AAAAA", "A" * 43, "wxba5fad812f8e6fb9"
CRYPT = wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID)
SETTINGS = {
    "WXSEAL_TOKEN": TOKEN,
    "WXSEAL_ENCODING_AES_KEY": KEY,
    "WXSEAL_RECEIVE_ID": RECEIVE_ID,
    "WXSEAL_PORT": "0",
    "WXSEAL_CLAIM_MS": str(CLAIM_MS),
    "WXSEAL_PATIENCE_MS": str(3 * CLAIM_MS),
}


class Answer(NamedTuple):
    """What came over HTTP."""

    status: int
    content_type: str | None
    body: bytes


class Redis(NamedTuple):
    """A store, and where it is."""

    url: str
    client: Any


@contextlib.contextmanager
def running(command: list[str | Path], **more: Any) -> Iterator[subprocess.Popen[str]]:
    """Run a process, and end it in the end, whatever became of it."""
    with subprocess.Popen(command, text=True, **more) as process:
        try:
            yield process
        finally:
            process.kill()


def start_redis(folder: Path, program: str) -> tuple[list[str | Path], int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    options = ["--bind", "127.0.0.1", "--port", str(port), "--dir", str(folder)]
    return [program, *options, "--save", "", "--appendonly", "no"], port


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.fail("redis-server is missing: apt-get install redis-server")
    # Between the search for a free port and its use somebody else may take it.
    for _ in range(5):
        command, port = start_redis(tmp_path_factory.mktemp("redis"), program)
        url = f"redis://127.0.0.1:{port}/0"
        with (
            running(command, stdout=subprocess.DEVNULL) as process,
            contextlib.closing(redis.Redis.from_url(url)) as client,
        ):
            while process.poll() is None:
                with contextlib.suppress(redis.ConnectionError):
                    # Another's would not have been started by us.
                    if client.info()["process_id"] == process.pid:
                        yield Redis(url, client)
                        return
                time.sleep(0.02)
    pytest.fail("redis-server does not start")


@contextlib.contextmanager
def worker(
    store: Redis, program: Path, name: str = ""
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run a worker; give its address and its process."""
    environment = os.environ | SETTINGS | {"WXSEAL_REDIS": store.url, "WORKER": name}
    with running(
        [sys.executable, program],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip().rpartition("/")[2], process


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def deliver(address: str, message: str) -> Answer | None:
    """Send a push, sealed anew as the platform does each time; `None` if nobody answers."""
    request = wxseal.platform.push(CRYPT, message, format="json")
    connection = http.client.HTTPConnection(address, timeout=30)
    with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
        connection.request(request.method, f"/?{request.query}", request.body)
        response = connection.getresponse()
        return Answer(response.status, response.getheader("Content-Type"), response.read())
    return None


def message(id: int, content: str = "hi") -> str:
    return (
        f'{{"ToUserName":"gh_1","FromUserName":"o{id % 7}","CreateTime":1714112445,'
        f'"MsgType":"text","Content":"{content}","MsgId":{id}}}'
    )


def said(answer: Answer) -> str:
    """Open an answer; give who made it."""
    assert (answer.status, answer.content_type) == (200, "application/json")
    reply = wxseal.platform.open_reply(CRYPT, answer.body).message
    return "victim" if b'"Content":"victim"' in reply else "survivor"


def test_every_push_is_handled_once_and_every_retry_answered_as_the_first(store: Redis) -> None:
    store.client.flushall()
    program = ROOT / "bindings-python/tests/fleet_worker.py"
    with worker(store, program, "victim") as (victim, killed), worker(store, program) as (other, _):
        choose = random.Random(7)
        hanging = list(range(HANGING))
        half = threading.Event()
        deadline = time.monotonic() + 60

        def ask(id: int, first: str) -> Answer:
            """Send a push until it is answered, as platform and load balancer do together."""
            address = first
            while time.monotonic() < deadline:
                if answer := deliver(address, message(id, "hang" if id in hanging else "hi")):
                    return answer
                time.sleep(0.05)
                address = other
            raise AssertionError(f"nobody answers {id}")

        def ask_when_half_is_done(id: int, first: str) -> Answer:
            half.wait(60)
            return ask(id, first)

        def kill() -> None:
            """Kill the victim when half is done and all that hangs has begun there."""
            wait_until(lambda: store.client.llen("begun") >= PUSHES // 2)
            half.set()
            there = {f"victim {id}".encode() for id in hanging}
            wait_until(lambda: there <= set(store.client.lrange("begun", 0, -1)))
            killed.kill()

        # The hanging ones have threads of their own, so that they stop no others.
        with (
            ThreadPoolExecutor(HANGING * TRIES + 1) as aside,
            ThreadPoolExecutor(CLIENTS) as clients,
        ):
            killing = aside.submit(kill)
            tries = [
                (id, aside.submit(ask_when_half_is_done, id, victim)) for id in hanging * TRIES
            ]
            tries += [
                (id, clients.submit(ask, id, first))
                for id in range(HANGING, PUSHES)
                for first in choose.choices([victim, other], k=TRIES)
            ]
            killing.result()
            answers: dict[int, set[Answer]] = {id: set() for id in range(PUSHES)}
            for id, asked in tries:
                answers[id].add(asked.result())
        assert killed.wait() != 0
        # Long after, too.
        for id in [*hanging, *choose.sample(range(PUSHES), 20)]:
            answers[id].add(ask(id, other))

    # Every try got the first answer, byte for byte.
    assert {id for id, found in answers.items() if len(found) != 1} == set()
    by = {id: said(*found) for id, found in answers.items()}
    # What each push sets off was queued once.
    assert sorted(map(int, store.client.lrange("wxseal:jobs", 0, -1))) == list(range(PUSHES))
    # No handler began twice, but for what the victim left unfinished when it was killed.
    begun = Counter(store.client.lrange("begun", 0, -1))
    assert set(begun.values()) == {1}
    started = {id: {n for n in ("victim", "") if f"{n} {id}".encode() in begun} for id in by}
    twice = {id for id, names in started.items() if len(names) == 2}
    assert set(hanging) <= twice
    assert len(twice) <= HANGING + CLIENTS
    assert all(by[id] == "survivor" for id in twice)
    assert all(
        names == {"victim" if by[id] == "victim" else ""}
        for id, names in started.items()
        if id not in twice
    )
    # Both had their share.
    assert Counter(by.values())["victim"] > PUSHES // 10


class Paused(fleet.Fleet):
    """Handles a push when it is told to."""

    def __init__(self, environment: Mapping[str, str], name: str) -> None:
        super().__init__(environment)
        self.name = name
        self.begun, self.proceed = threading.Event(), threading.Event()
        self.failure: Exception | None = None

    def handle(self, push: wxseal.Incoming) -> tuple[wxseal.Response, str | None]:
        self.begun.set()
        assert self.proceed.wait(30)
        if self.failure is not None:
            raise self.failure
        return push.reply_text(self.name), self.name


@pytest.fixture
def push() -> wxseal.Incoming:
    request = wxseal.platform.push(CRYPT, message(1), format="json")
    return wxseal.Endpoint(CRYPT).receive(request.method, request.query, request.body)


@pytest.mark.parametrize("failure", [None, LookupError("of the application's own")])
def test_what_comes_too_late_changes_nothing(
    store: Redis, push: wxseal.Incoming, failure: Exception | None
) -> None:
    store.client.flushall()
    environment = SETTINGS | {"WXSEAL_REDIS": store.url, "WXSEAL_CLAIM_MS": "100"}
    late = Paused(environment, "late")
    late.failure = failure
    other = Paused(environment | {"WXSEAL_CLAIM_MS": "60000"}, "other")
    other.proceed.set()
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(late.once, push)
        assert late.begun.wait(30)
        # It waits until the claim has run out, and then has the push itself.
        first = other.once(push)
        late.proceed.set()
        if failure is None:
            # Whoever was late answers as the other did.
            assert answer.result() == first
        else:
            with pytest.raises(LookupError):
                answer.result()
        assert other.once(push) == first
    assert store.client.lrange("wxseal:jobs", 0, -1) == [b"other"]


def test_a_push_whose_handler_failed_is_free(store: Redis, push: wxseal.Incoming) -> None:
    store.client.flushall()
    one = Paused(SETTINGS | {"WXSEAL_REDIS": store.url, "WXSEAL_CLAIM_MS": "60000"}, "one")
    one.proceed.set()
    one.failure = LookupError("of the application's own")
    with pytest.raises(LookupError):
        one.once(push)
    assert store.client.keys("*") == []
    one.failure = None
    assert one.once(push) == one.once(push) is not None
    assert store.client.lrange("wxseal:jobs", 0, -1) == [b"one"]


def test_a_retry_that_nobody_answers_in_time_goes_unanswered(
    store: Redis, push: wxseal.Incoming
) -> None:
    store.client.flushall()
    one = Paused(SETTINGS | {"WXSEAL_REDIS": store.url, "WXSEAL_PATIENCE_MS": "200"}, "one")
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(one.once, push)
        assert one.begun.wait(30)
        assert one.once(push) is None
        one.proceed.set()
        assert answer.result() == one.once(push) is not None


def test_the_example_as_it_is(store: Redis) -> None:
    store.client.flushall()
    with (
        worker(store, ROOT / "examples/python/fleet.py") as (one, _),
        worker(store, ROOT / "examples/python/fleet.py") as (two, _),
    ):
        first = deliver(one, message(1, "distinctive content"))
        assert first is not None
        assert b"distinctive" in wxseal.platform.open_reply(CRYPT, first.body).message
        assert deliver(two, message(1, "distinctive content")) == first
        assert deliver(two, message(2, "distinctive content")) != first
    # Nothing that is stored is plaintext or names a user.
    keys = store.client.keys("*")
    assert len(keys) == 2
    for key in keys:
        assert 0 < store.client.pttl(key) <= 600_000
        assert re.fullmatch(rb"wxseal:push:[0-9a-f]{40}", key)
        assert b"distinctive" not in store.client.get(key)
