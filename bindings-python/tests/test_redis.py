"""`wxseal.redis` on a real Redis, and behind a proxy that loses requests, replies and time."""

import asyncio
import base64
import contextlib
import logging
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
import redis.asyncio
from proxy import Proxy
from redis.backoff import NoBackoff
from redis.retry import Retry
from redis_server import MISSING, started
from test_webhook import CRYPT, ENDPOINT, Sealed, by_asgi, by_wsgi, echo, fail, succeed, text
from vectors import ROOT

import wxseal
from wxseal import _once, _webhook, asgi, wsgi
from wxseal.redis import LIMITS, AsyncRecentKeys, Recent, RecentKeys
from wxseal.webhook import Handle, Queued, once, once_async

KEY = "0" * 40
AT, JOBS = "{wxseal}:push:" + KEY, "{wxseal}:jobs"
QUICK = {**LIMITS, "socket_timeout": 0.3, "socket_connect_timeout": 0.3}
RESPONSE = wxseal.MalformedQuery("").response
OTHER = wxseal.SignatureMismatch("").response
# What is beside all that a call is allowed on a busy machine.
SLACK = 0.15


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    if shutil.which("redis-server") is None:
        pytest.skip(MISSING)
    with started(tmp_path_factory.mktemp("redis")) as port:
        yield port


@pytest.fixture
def store(port: int) -> Iterator[Any]:
    """Redis as it is, and empty."""
    with contextlib.closing(redis.Redis(port=port, decode_responses=True)) as client:
        client.flushall()
        yield client


@pytest.fixture
def proxy(port: int) -> Iterator[Proxy]:
    with Proxy(port) as proxy:
        yield proxy


class Threaded:
    """A memory for threads."""

    def __init__(self, port: int, options: Any, **client: Any) -> None:
        self.client = redis.Redis(port=port, **{**QUICK, **client})
        self.recent: Any = RecentKeys(self.client, **options)

    def claim(self, key: str = KEY) -> Any:
        return self.recent.claim(key)

    def once(self, push: wxseal.Incoming, handle: Handle, *patience: float) -> Any:
        return once(self.recent, push, handle, *patience)

    def ask(self, request: Sealed, handle: Handle) -> int:
        return by_wsgi(handle, "POST", *request, recent=self.recent)[0]

    def wait(self, waiting: Any) -> Any:
        return waiting

    def close(self) -> None:
        self.client.close()


class Looped(Threaded):
    """A memory for an event loop, each of whose calls is run to its end."""

    def __init__(self, port: int, options: Any, **client: Any) -> None:
        self.loop = asyncio.new_event_loop()
        self.client: Any = redis.asyncio.Redis(port=port, **{**QUICK, **client})
        self.recent = AsyncRecentKeys(self.client, **options)

    def claim(self, key: str = KEY) -> Any:
        known = self.wait(self.recent.claim(key))
        return Recent(known.state, known.claim and Waited(self, known.claim), known.response)

    def once(self, push: wxseal.Incoming, handle: Handle, *patience: float) -> Any:
        return self.wait(once_async(self.recent, push, handle, *patience))

    def ask(self, request: Sealed, handle: Handle) -> int:
        async def receive() -> Any:
            return next(messages, {"type": "http.disconnect"})

        messages = iter([{"type": "http.request", "body": request.body}])
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        application = asgi.application(ENDPOINT, handle, recent=self.recent)
        scope = {"type": "http", "method": "POST", "query_string": request.query.encode()}
        self.wait(application({**scope, "headers": []}, receive, send))
        status: int = sent[0]["status"]
        return status

    def wait(self, waiting: Any) -> Any:
        return self.loop.run_until_complete(waiting)

    def close(self) -> None:
        self.wait(self.client.aclose())
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()


class Waited:
    def __init__(self, looped: Looped, claim: Any) -> None:
        self.looped, self.claim = looped, claim

    def answer(self, *arguments: Any) -> Any:
        return self.looped.wait(self.claim.answer(*arguments))

    def release(self) -> Any:
        return self.looped.wait(self.claim.release())


@pytest.fixture(params=[Threaded, Looped])
def memory(request: pytest.FixtureRequest, store: Any) -> Iterator[Callable[..., Threaded]]:
    """Makes a memory behind a port, for threads and for a loop."""
    made: list[Threaded] = []

    def make(port: int, client: Any = None, **options: Any) -> Threaded:
        made.append(request.param(port, options, **(client or {})))
        return made[-1]

    yield make
    for each in made:
        each.close()


Make = Callable[..., Threaded]


def push(content: str = "hi") -> wxseal.Incoming:
    return ENDPOINT.receive("POST", *text(content))


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], list[str]]]:
    with caplog.at_level(logging.WARNING, "wxseal"):
        yield lambda: [record.getMessage() for record in caplog.records if record.name == "wxseal"]


def test_a_key_is_unknown_then_claimed_then_answered_then_forgotten(
    memory: Make, store: Any, port: int
) -> None:
    one, two = memory(port, keep_for=0.2), memory(port)
    claim = one.claim().claim
    assert claim is not None
    assert [(known.state, known.claim) for known in (one.claim(), two.claim())] == [
        ("busy", None)
    ] * 2
    assert claim.answer(RESPONSE) is True
    for known in (one.claim(), two.claim()):
        assert (known.state, known.claim, known.response) == ("answered", None, RESPONSE)
    time.sleep(0.25)
    assert two.claim().state == "claimed"


def test_a_claim_runs_out_and_is_another_s(memory: Make, store: Any, port: int) -> None:
    one, two = memory(port, claim_for=0.1), memory(port)
    late = one.claim().claim
    time.sleep(0.15)
    claim = two.claim().claim
    assert claim is not None
    assert late.answer(RESPONSE, "late") is False
    assert late.release() is False
    assert claim.answer(OTHER, "in time") is True
    assert one.claim().response == OTHER
    assert [entry["job"] for _, entry in store.xrange(JOBS)] == ["in time"]


def test_a_released_claim_is_free_at_once(memory: Make, port: int) -> None:
    one = memory(port)
    claim = one.claim().claim
    assert claim.release() is True
    assert claim.release() is False
    assert one.claim().state == "claimed"


def test_what_is_stored_is_a_hash_and_the_sealed_answer_for_a_while(
    memory: Make, store: Any, port: int
) -> None:
    secret = push("only the user and the server know this")
    answer = memory(port).once(secret, echo)
    (key,) = store.keys()
    assert re.fullmatch(r"\{wxseal\}:push:[0-9a-f]{40}", key)
    assert 590_000 < store.pttl(key) <= 600_000
    assert store.get(key) == "=" + base64.b64encode(answer.to_bytes()).decode()
    assert b"only the user" not in answer.body


def test_what_another_language_stored_is_answered(memory: Make, store: Any, port: int) -> None:
    # The bytes are those of tests/responses/stored.txt.
    rows = (ROOT / "tests/responses/stored.txt").read_text("ascii").splitlines()
    stored = [row.split("\t") for row in rows if not row.startswith("#")]
    for _, content, *expected in (row for row in stored if len(row) == 5):
        store.set(AT, "=" + base64.b64encode(bytes.fromhex(content)).decode())
        answer = memory(port).claim().response
        assert [str(answer.status), answer.body.hex() or "-"] == [expected[0], expected[2]]
    # A claim of anybody's, too.
    store.set(AT, "?" + 32 * "0")
    assert memory(port).claim().state == "busy"


def test_what_nobody_wrote_is_an_error_and_no_answer(
    memory: Make, store: Any, port: int, lines: Callable[[], list[str]]
) -> None:
    request = text()
    store.set("{wxseal}:push:" + ENDPOINT.receive("POST", *request).dedup_key, "=AAAA")
    assert memory(port).ask(request, fail) == 503
    assert [line.partition(": ")[0] for line in lines()] == ["MemoryFailed"]


@pytest.mark.parametrize("client", [{"decode_responses": True}, {"protocol": 3}, {"protocol": 2}])
def test_a_client_may_decode_and_speak_either_protocol(
    memory: Make, port: int, client: dict[str, Any]
) -> None:
    one = memory(port, client)
    assert one.claim().claim.answer(RESPONSE, "工作") is True
    assert one.claim().response == RESPONSE


@pytest.mark.parametrize("cut", [Proxy.cut_before, Proxy.cut_after])
@pytest.mark.parametrize("step", ["claim", "answer", "release"])
def test_what_got_no_reply_is_asked_again_and_done_once(
    memory: Make, store: Any, proxy: Proxy, cut: Callable[[Proxy], None], step: str
) -> None:
    one = memory(proxy.port)
    if step == "claim":
        cut(proxy)
    claim = one.claim().claim
    # Its own claim is recognised.
    assert claim is not None
    cut(proxy)
    if step == "release":
        claim.release()
        assert store.keys() == []
        return
    assert claim.answer(RESPONSE, "job") is True
    assert one.claim().response == RESPONSE
    assert store.xlen(JOBS) == 1
    assert proxy.scripts == {"claim": 5, "answer": 4}[step]


@pytest.mark.parametrize("cut", [Proxy.cut_before, Proxy.cut_after])
def test_a_claim_that_nobody_heard_of_is_released(
    memory: Make, store: Any, proxy: Proxy, cut: Callable[[Proxy, int], None]
) -> None:
    one = memory(proxy.port)
    cut(proxy, 1)
    cut(proxy, 2)
    with pytest.raises(redis.ConnectionError):
        one.claim()
    assert proxy.scripts == 3
    assert store.keys() == []


@pytest.mark.parametrize("cut", [Proxy.cut_before, Proxy.cut_after])
@pytest.mark.parametrize("lost", [1, 2, 3, 4, 5])
def test_every_push_is_answered_by_its_third_try_and_no_job_done_twice(
    memory: Make, store: Any, proxy: Proxy, cut: Callable[[Proxy, int], None], lost: int
) -> None:
    one, request = memory(proxy.port, claim_for=0.2), text()

    def queue(push: wxseal.Incoming) -> Queued:
        return Queued(push.reply_text("done"), "job")

    # Two in a row: the first asking of a step and the second.
    cut(proxy, lost)
    cut(proxy, lost + 1)
    tries = [one.ask(request, queue) for _ in range(3)]
    assert 200 in tries
    assert set(tries) <= {200, 503}
    assert [entry["job"] for _, entry in store.xrange(JOBS)] == ["job"]


def test_what_was_done_is_answered_though_it_could_not_be_stored(
    memory: Make, proxy: Proxy, lines: Callable[[], list[str]]
) -> None:
    one = memory(proxy.port)
    proxy.cut_before(2)
    proxy.cut_before(3)
    assert one.once(push(), echo) is not None
    assert [line.split(": ")[:2] for line in lines()] == [["MemoryFailed", "answer"]]


def test_a_push_whose_jobs_may_be_lost_is_left_to_the_retry(
    memory: Make, store: Any, proxy: Proxy
) -> None:
    one, this = memory(proxy.port, claim_for=60), push()
    proxy.cut_before(2)
    proxy.cut_before(3)
    with pytest.raises(redis.ConnectionError):
        one.once(this, lambda push: Queued(push.reply_text("1"), "job"))
    # Its claim was released, so the retry need not wait for it.
    again = one.once(this, lambda push: Queued(None, "job"))
    assert again.body == b"success"
    # Here the first try's answer was stored, and only its reply lost.
    proxy.cut_after(2)
    proxy.cut_before(3)
    that = push_of_id("2")
    with pytest.raises(redis.ConnectionError):
        one.once(that, lambda push: Queued(push.empty(), "another"))
    assert one.once(that, fail).body == b""
    assert [entry["job"] for _, entry in store.xrange(JOBS)] == ["job", "another"]


def push_of_id(id: str) -> wxseal.Incoming:
    return ENDPOINT.receive("POST", *text("hi", id))


def test_jobs_are_queued_in_the_step_that_stores_the_answer(
    memory: Make, store: Any, port: int
) -> None:
    one, this = memory(port), push()
    first = one.once(this, lambda push: Queued(None, "eins", "二"))
    assert first.body == b"success"
    assert one.once(this, fail) == first
    key = "{wxseal}:push:" + this.dedup_key
    assert [entry for _, entry in store.xrange(JOBS)] == [
        {"push": key, "job": "eins"},
        {"push": key, "job": "二"},
    ]


def test_who_comes_too_late_with_jobs_gives_the_answer_of_who_came_in_time(
    memory: Make, store: Any, port: int
) -> None:
    late, other, this = memory(port, claim_for=0.1), memory(port, claim_for=60), push()

    def slow(push: wxseal.Incoming) -> Queued:
        time.sleep(0.15)
        threads[0].start()
        threads[0].join()
        return Queued(push.reply_text("late"), "late")

    answers: list[Any] = []
    # In a thread of its own, where its loop may run.
    threads = [
        threading.Thread(
            target=lambda: answers.append(
                other.once(this, lambda push: Queued(push.reply_text("in time"), "in time"))
            )
        )
    ]
    assert late.once(this, slow) == answers[0]
    assert [entry["job"] for _, entry in store.xrange(JOBS)] == ["in time"]


def test_who_comes_late_with_jobs_and_finds_nobody_stores_what_he_has(
    memory: Make, store: Any, port: int
) -> None:
    calls = []

    def slow(push: wxseal.Incoming) -> Queued:
        calls.append(push)
        time.sleep(0.1)
        return Queued(push.reply_text("late"), "late")

    one, this = memory(port, claim_for=0.05), push()
    assert one.once(this, slow) == one.once(this, fail)
    assert len(calls) == store.xlen(JOBS) == 1


def test_a_handler_that_raises_releases_its_claim(memory: Make, store: Any, port: int) -> None:
    one, this = memory(port), push()
    with pytest.raises(KeyError):
        one.once(this, fail)
    assert store.keys() == []
    assert one.once(this, echo) == one.once(this, fail)


def test_what_is_no_answer_is_the_developer_s_mistake(memory: Make, store: Any, port: int) -> None:
    wrong: Any = lambda push: "hello"  # noqa: E731
    with pytest.raises(TypeError, match="the handler gave str"):
        memory(port).once(push(), wrong)
    for jobs in ([], [1], ["\ud800"]):
        with pytest.raises((TypeError, UnicodeEncodeError)):
            Queued(None, *jobs)
    assert store.keys() == []


def test_a_retry_that_nobody_answers_in_time_goes_unanswered(
    memory: Make, port: int, lines: Callable[[], list[str]]
) -> None:
    one, this = memory(port, claim_for=60), push()
    claim = one.claim(this.dedup_key).claim
    began = time.monotonic()
    assert one.once(this, fail, 0.2) is None
    assert 0.1 < time.monotonic() - began < 0.2 + SLACK
    assert claim.answer(RESPONSE) is True
    assert one.once(this, fail) == RESPONSE


def test_without_a_queue_jobs_are_the_developer_s_mistake_before_anything_is_done(
    lines: Callable[[], list[str]],
) -> None:
    recent = wxseal.RecentKeys()
    handle: Handle = lambda push: Queued(None, "job")  # noqa: E731
    for memory in (recent, None):
        for ask in (by_wsgi, by_asgi):
            assert ask(handle, "POST", *text(), recent=memory)[0] == 500
    with pytest.raises(TypeError, match="no queue"):
        once(recent, push(), handle)
    assert len(recent) == 0
    assert (
        lines()
        == ["HandlerFailed: the handler gave jobs, and `recent` has no queue: see wxseal.redis"] * 4
    )


def test_once_is_the_same_on_the_memory_of_one_process() -> None:
    recent, this = wxseal.RecentKeys(), push()
    first = once(recent, this, echo)
    assert first is not None
    assert once(recent, this, fail) == first
    assert asyncio.run(once_async(recent, this, fail)) == first
    claim = recent.claim(KEY).claim
    assert claim is not None


def test_once_goes_on_though_its_caller_is_cancelled(port: int, store: Any) -> None:
    async def cancelled() -> None:
        client = redis.asyncio.Redis(port=port)
        recent, this = AsyncRecentKeys(client), push()

        async def slow(push: wxseal.Incoming) -> wxseal.Response:
            await asyncio.sleep(0.1)
            return push.reply_text("done")

        asked = asyncio.ensure_future(once_async(recent, this, slow))
        await asyncio.sleep(0.03)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        answer = await once_async(recent, this, fail)
        assert answer is not None
        assert b"done" in wxseal.platform.open_reply(CRYPT, answer.body).message
        await client.aclose()

    asyncio.run(cancelled())


def test_what_would_stop_an_event_loop_or_wants_one_is_refused(port: int) -> None:
    now = RecentKeys(redis.Redis(port=port, **LIMITS))
    later: Any = AsyncRecentKeys(redis.asyncio.Redis(port=port))
    with pytest.raises(TypeError, match="give it an AsyncRecentKeys"):
        asgi.application(ENDPOINT, fail, recent=now)
    with pytest.raises(TypeError, match="stop the event loop"):
        asyncio.run(once_async(now, push(), fail))
    with pytest.raises(TypeError, match="wants an event loop"):
        wsgi.application(ENDPOINT, fail, recent=later)
    with pytest.raises(TypeError, match="wants an event loop"):
        once(later, push(), fail)


@pytest.mark.parametrize(
    "wrong",
    [
        {"socket_timeout": None},
        {"socket_timeout": 1.1},
        {"socket_connect_timeout": 2},
        {"retry": Retry(NoBackoff(), 1)},
        {"retry_on_error": [redis.ConnectionError], "retry": None},
    ],
    ids=str,
)
def test_a_client_that_may_take_too_long_is_refused(port: int, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="LIMITS"):
        RecentKeys(redis.Redis(port=port, **{**LIMITS, **wrong}))


def test_whatever_keeps_to_the_limits_is_taken(port: int, tmp_path: Path) -> None:
    for client in (
        redis.Redis.from_url(f"redis://127.0.0.1:{port}", **LIMITS),
        redis.Redis.from_url(f"unix://{tmp_path}/redis", **LIMITS),
        redis.Redis(port=port, **{**LIMITS, "socket_timeout": 0.2, "socket_connect_timeout": 0.1}),
    ):
        RecentKeys(client)
    with pytest.raises(ValueError, match="LIMITS"):
        RecentKeys(redis.Redis.from_url(f"redis://127.0.0.1:{port}"))
    slow: Any = redis.BlockingConnectionPool
    with pytest.raises(ValueError, match="LIMITS"):
        RecentKeys(redis.Redis(connection_pool=slow(port=port, **LIMITS)))


@pytest.mark.parametrize("wrong", [{"claim_for": 0}, {"keep_for": -1}, {"claim_for": float("nan")}])
def test_a_time_that_is_none_is_refused(port: int, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no time"):
        RecentKeys(redis.Redis(port=port, **LIMITS), **wrong)


def test_a_redis_that_is_gone_leaves_the_push_unanswered_with_one_line(
    memory: Make, proxy: Proxy, lines: Callable[[], list[str]]
) -> None:
    one, request = memory(proxy.port), text()
    proxy.down()
    began = time.monotonic()
    assert one.ask(request, fail) == 503
    assert time.monotonic() - began < 1
    assert len(lines()) == 1
    assert lines()[0].startswith("MemoryFailed: ConnectionError: ")
    proxy.reset()
    assert one.ask(request, succeed) == 200


def test_a_redis_that_is_slow_is_not_waited_for(memory: Make, proxy: Proxy, store: Any) -> None:
    """By the limits as they are."""
    one, this = memory(proxy.port, LIMITS), push()
    proxy.delay(1.3)
    began = time.monotonic()
    with pytest.raises((redis.TimeoutError, redis.ConnectionError)):
        one.once(this, fail)
    assert time.monotonic() - began < 4.8
    proxy.reset()
    # What was sent arrives late, the claim before its release.
    time.sleep(max(0, began + 4 - time.monotonic()))
    assert one.claim(this.dedup_key).state == "claimed"


def test_a_redis_that_slows_down_while_a_retry_waits_is_not_waited_for(
    memory: Make, proxy: Proxy
) -> None:
    one, this = memory(proxy.port, LIMITS, claim_for=60), push()
    one.claim(this.dedup_key)
    slow = threading.Timer(one.recent.patience - 0.2, proxy.delay, [20])
    slow.start()
    began = time.monotonic()
    with contextlib.suppress(redis.TimeoutError, redis.ConnectionError):
        assert one.once(this, fail) is None
    assert one.recent.patience - 0.2 < time.monotonic() - began < 4.8
    slow.join()


def test_in_threads_nothing_is_begun_that_could_last_too_long(port: int, store: Any) -> None:
    one, this = Threaded(port, {"claim_for": 60}, **LIMITS), push()
    one.claim(this.dedup_key)
    began = time.monotonic()
    assert one.once(this, fail) is None
    # One call more that takes a second, and one for the answer.
    assert 2.5 < time.monotonic() - began < 2.8 + SLACK
    one.close()


def test_the_handler_s_own_time_is_not_counted(
    memory: Make, store: Any, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_once, "SPAN", 0.8)

    def slow(push: wxseal.Incoming) -> Queued:
        time.sleep(0.8)
        return Queued(None, "job")

    one = memory(proxy.port)
    proxy.cut_after(2)
    assert one.once(push(), slow) is not None
    assert store.xlen(JOBS) == 1


def test_what_came_too_late_is_nobody_else_s_reply(memory: Make, proxy: Proxy) -> None:
    """A connection whose reply was given up is not used again."""
    one = memory(proxy.port)
    assert one.claim("1").claim.answer(RESPONSE) is True
    proxy.delay(0.4)
    with pytest.raises((redis.TimeoutError, redis.ConnectionError)):
        one.wait(one.recent.claim("2", within=0.3))
    proxy.reset()
    for _ in range(5):
        assert one.claim("1").response == RESPONSE


def test_an_asgi_server_is_given_the_503_once_the_peer_has_hung_up(
    proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_webhook, "GONE", 0.4)
    proxy.down()
    request = text()
    began = time.monotonic()

    class Gone:
        async def claim(self, key: str) -> Any:
            raise ConnectionError("the store is gone")

    # The peer of this one never hangs up.
    assert by_asgi(fail, "POST", *request, recent=Gone())[0] == 503
    assert 0.4 <= time.monotonic() - began < 2


@pytest.mark.usefixtures("port")
def test_all_keys_lie_on_one_node_of_a_cluster(tmp_path: Path) -> None:
    with started(tmp_path, "--cluster-enabled", "yes") as port:
        with contextlib.closing(redis.Redis(port=port, decode_responses=True)) as node:
            ask: Any = node.execute_command
            ask("CLUSTER", "ADDSLOTSRANGE", "0", "16383")
            while "cluster_state:ok" not in str(ask("CLUSTER", "INFO")):
                time.sleep(0.05)
            # The last has another hash tag.
            slots = [ask("CLUSTER", "KEYSLOT", key) for key in (AT, JOBS, "{other}:jobs")]
            assert slots[0] == slots[1] != slots[2]
        with contextlib.closing(redis.RedisCluster("127.0.0.1", port, **LIMITS)) as cluster:
            this = push()
            first = once(RecentKeys(cluster), this, lambda push: Queued(push.empty(), "job"))
            assert first == once(RecentKeys(cluster), this, fail)
            assert cluster.xlen(JOBS) == 1
            with pytest.raises(ValueError, match="hash tag"):
                RecentKeys(cluster, prefix="wxseal:")
        with (
            contextlib.closing(redis.RedisCluster("127.0.0.1", port, socket_timeout=1)) as retrying,
            pytest.raises(ValueError, match="LIMITS"),
        ):
            RecentKeys(retrying)

        async def later() -> None:
            async with redis.asyncio.RedisCluster("127.0.0.1", port) as cluster:
                with pytest.raises(ValueError, match="hash tag"):
                    AsyncRecentKeys(cluster, prefix="wxseal:")
                recent = AsyncRecentKeys(cluster)
                assert await once_async(recent, this, fail) == first
                other = push_of_id("2")
                answer = await once_async(recent, other, lambda push: Queued(None, "another"))
                assert answer is not None
                assert await cluster.xlen(JOBS) == 2

        asyncio.run(later())


def test_what_the_readme_shows_works(port: int, store: Any) -> None:
    readme = (ROOT / "bindings-python/README.md").read_text("utf-8")
    shown = re.findall(r"^```python\n(.*?)^```$", readme.partition("## In many")[2], re.M | re.S)
    names: dict[str, Any] = {}
    for program in shown:
        exec(program.replace(":6379", f":{port}"), names)
    message = "<FromUserName>o1</FromUserName><MsgType>event</MsgType><Event>subscribe</Event>"
    request = wxseal.platform.push(CRYPT, f"<xml><ToUserName>g</ToUserName>{message}</xml>")
    this = ENDPOINT.receive("POST", request.query, request.body)
    assert once(names["recent"], this, names["handle"]) is not None
    assert [entry["job"] for _, entry in store.xrange(JOBS)] == ["greet o1"]


def test_the_example_s_worker_does_each_job_acknowledges_it_and_takes_over_a_dead_one_s(
    port: int, store: Any
) -> None:
    recent = RecentKeys(redis.Redis(port=port, **LIMITS))
    once(recent, push(), lambda push: Queued(None, "eins", "zwei"))
    # One who died after he had taken the first.
    store.xgroup_create(JOBS, "workers", id="0")
    assert store.xreadgroup("workers", "dead", {JOBS: ">"}, count=1)
    environment = os.environ | {
        "WXSEAL_REDIS": f"redis://127.0.0.1:{port}",
        "WXSEAL_LEFT_MS": "100",
    }
    with subprocess.Popen(
        [sys.executable, ROOT / "examples/python/worker.py"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        try:
            assert worker.stdout is not None
            done = {worker.stdout.readline().partition(",")[0] for _ in range(2)}
            assert done == {"eins", "zwei"}
            deadline = time.monotonic() + 10
            while store.xlen(JOBS) or store.xpending(JOBS, "workers")["pending"]:
                assert time.monotonic() < deadline
                time.sleep(0.02)
        finally:
            worker.kill()
