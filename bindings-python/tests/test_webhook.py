"""The adapters without a framework: what they make of requests, handlers, memories and faults."""

import asyncio
import doctest
import io
import logging
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, NamedTuple, cast

import pytest
from test_scenarios import SCENARIOS, Scenario, endpoint_of

import wxseal
from wxseal import _handler, _runtime, _webhook, asgi, webhook, wsgi
from wxseal.webhook import Handle, Handled, Router

CRYPT = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
ENDPOINT = wxseal.Endpoint(CRYPT)
SECRET = "only the user and the server know this"

Sent = tuple[int, dict[str, str], bytes]


class Sealed(NamedTuple):
    """What stands behind the method of a push."""

    query: str
    body: bytes


def text(content: str = SECRET, msg_id: str = "1") -> Sealed:
    message = (
        "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><MsgType>text</MsgType>"
        f"<Content>{content}</Content><MsgId>{msg_id}</MsgId></xml>"
    )
    request = wxseal.platform.push(CRYPT, message)
    return Sealed(request.query, request.body)


def event(name: str) -> wxseal.Incoming:
    message = {"ToUserName": "gh_1", "FromUserName": "o1", "MsgType": "event", "Event": name}
    return push_of(message)


def push_of(message: dict[str, str]) -> wxseal.Incoming:
    fields = ",".join(f'"{name}":"{value}"' for name, value in message.items())
    request = wxseal.platform.plain_push("AAAAA", f"{{{fields}}}")
    return wxseal.Endpoint.plain("AAAAA").receive("POST", request.query, request.body)


def by_wsgi(
    handle: Handle,
    method: str,
    query: str,
    body: bytes = b"",
    endpoint: Any = ENDPOINT,
    **options: Any,
) -> Sent:
    environ = {
        "REQUEST_METHOD": method,
        "QUERY_STRING": query,
        "CONTENT_LENGTH": str(len(body)) if method == "POST" else "",
        "wsgi.input": io.BytesIO(body),
    }
    return call_wsgi(wsgi.application(endpoint, handle, **options), environ)


def call_wsgi(application: Any, environ: dict[str, Any]) -> Sent:
    started: list[tuple[str, list[tuple[str, str]]]] = []
    body = b"".join(application(environ, lambda status, headers: started.append((status, headers))))
    ((status, headers),) = started
    return int(status.split()[0]), {name.lower(): value for name, value in headers}, body


def by_asgi(
    handle: Handle,
    method: str,
    query: str,
    body: bytes = b"",
    endpoint: Any = ENDPOINT,
    **options: Any,
) -> Sent:
    length = [(b"content-length", b"%d" % len(body))] if method == "POST" else []
    pieces: list[dict[str, Any]] = [{"body": body[:10], "more_body": True}, {"body": body[10:]}]
    application = asgi.application(endpoint, handle, **options)
    return asyncio.run(call_asgi(application, method, query, length, pieces))


async def call_asgi(
    application: Any,
    method: str,
    query: str,
    headers: list[tuple[bytes, bytes]],
    pieces: list[dict[str, Any]],
) -> Sent:
    waiting = iter(pieces)
    sent: list[Any] = []

    async def receive() -> Any:
        if (piece := next(waiting, None)) is None:
            await asyncio.sleep(60)
        return {"type": "http.request", **(piece or {})}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "query_string": query.encode(),
        "headers": headers,
    }
    await application(scope, receive, send)
    start, body = sent
    decoded = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], decoded, body["body"]


BOTH = pytest.mark.parametrize("ask", [by_wsgi, by_asgi])
Ask = Callable[..., Sent]


def succeed(push: wxseal.Incoming) -> None:
    return None


def echo(push: wxseal.Incoming) -> wxseal.Response:
    return push.reply_text(push.text("Content") or "")


def fail(push: wxseal.Incoming) -> wxseal.Response:
    raise KeyError(push.text("Content"))


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], list[str]]]:
    with caplog.at_level(logging.WARNING, "wxseal"):
        yield lambda: [record.getMessage() for record in caplog.records]


class At:
    """An endpoint whose clock stands still."""

    def __init__(self, endpoint: wxseal.Endpoint, now: int) -> None:
        self.endpoint, self.now = endpoint, now

    def receive(self, method: str, query: str, body: bytes) -> wxseal.Incoming:
        return self.endpoint.receive(method, query, body, now=self.now)


@BOTH
@pytest.mark.parametrize("scenario", [pytest.param(s, id=s["id"]) for s in SCENARIOS])
def test_scenario(ask: Ask, scenario: Scenario) -> None:
    request, expected = scenario["request"], scenario["expected"]
    pushes: list[wxseal.Incoming] = []
    status, headers, body = ask(
        lambda push: pushes.append(push),
        request["method"],
        request["query"],
        request["body"].encode(),
        At(endpoint_of(scenario["endpoint"]), scenario["now"]),
    )
    assert headers["content-length"] == str(len(body))
    assert headers["x-content-type-options"] == "nosniff"
    if expected.get("kind") == "push":
        assert (status, body) == (200, b"success")
        assert [push.dedup_key for push in pushes] == [expected["dedup_key"]]
        return
    assert not pushes
    if "error" in expected:
        assert status == expected["error"]["http_status"]
    else:
        assert {
            "status": status,
            "content_type": headers["content-type"],
            "body": body.decode(),
        } == expected["response"]


def test_the_examples_of_the_module_run() -> None:
    assert doctest.testmod(webhook).failed == 0
    assert doctest.testmod(_handler).failed == 0


def test_a_router_asks_for_the_event_then_the_type_then_the_rest() -> None:
    asked: list[str] = []

    def noting(name: str) -> Handle:
        return lambda push: asked.append(name)

    router = (
        Router()
        .on("text", noting("text"))
        .on("event", "subscribe", noting("subscribe"))
        .on("event", noting("event"))
        .otherwise(noting("rest"))
    )
    for push in (
        push_of({"MsgType": "text"}),
        event("subscribe"),
        event("CLICK"),
        push_of({"MsgType": "image"}),
        push_of({"InfoType": "component_verify_ticket"}),
    ):
        assert router(push) is None
    assert asked == ["text", "subscribe", "event", "rest", "rest"]
    assert Router()(event("subscribe")) is None


def test_a_router_refuses_what_can_only_be_a_mistake() -> None:
    router = Router().on("event", "subscribe", succeed).otherwise(succeed)
    with pytest.raises(ValueError, match="subscribe"):
        router.on("event", "subscribe", succeed)
    with pytest.raises(ValueError, match="the rest"):
        router.otherwise(succeed)
    for arguments in (("text",), ("text", "subscribe"), ("event", "a", "b", succeed)):
        with pytest.raises((TypeError, ValueError)):
            cast(Any, router).on(*arguments)


@BOTH
def test_a_push_is_answered_by_its_handler(ask: Ask) -> None:
    request = text("hi")
    status, headers, body = ask(Router().on("text", Router().otherwise(echo)), "POST", *request)
    assert (status, headers["content-type"]) == (200, "application/xml")
    assert b"[hi]" in wxseal.platform.open_reply(CRYPT, body).message
    assert ask(Router(), "POST", *request)[::2] == (200, b"success")


@BOTH
def test_the_raw_query_counts(ask: Ask) -> None:
    request = wxseal.platform.url_check("AAAAA", "a+b c")
    assert ask(succeed, "GET", request.query)[::2] == (200, b"a+b c")
    assert ask(succeed, "GET", request.query + "&echostr=a")[0] == 400
    assert ask(succeed, "GET", "")[0] == 400
    status, headers, _ = ask(succeed, "PUT", request.query)
    assert (status, headers["allow"]) == (405, "GET, POST")


@BOTH
def test_a_refusal_is_one_line_and_says_more_only_where_asked(
    ask: Ask, lines: Callable[[], list[str]]
) -> None:
    request = wxseal.platform.url_check("BBBBB", "1")
    assert ask(succeed, "GET", request.query)[::2] == (403, b"forbidden")
    assert len(lines()) == 1
    assert lines()[0].startswith("SignatureMismatch: ")
    assert ask(succeed, "GET", request.query, diagnose=True)[0] == 403
    assert lines()[2].startswith("AnotherToken: ")


@BOTH
def test_a_handler_that_raises_is_a_500_and_a_line_without_its_words(
    ask: Ask, lines: Callable[[], list[str]]
) -> None:
    recent = wxseal.RecentKeys()
    request = text()
    assert ask(fail, "POST", *request, recent=recent)[::2] == (500, b"internal server error")
    (line,) = lines()
    assert line.startswith("HandlerFailed: KeyError at ")
    assert "test_webhook.py:" in line
    assert SECRET not in line
    # The claim was released.
    assert len(recent) == 0
    assert ask(succeed, "POST", *request, recent=recent)[0] == 200


@BOTH
def test_an_error_of_the_library_out_of_a_handler_is_its_answer(
    ask: Ask, lines: Callable[[], list[str]]
) -> None:
    def reply(push: wxseal.Incoming) -> wxseal.Response:
        return push.reply_text("\ud800")

    recent = wxseal.RecentKeys()
    assert ask(reply, "POST", *text(), recent=recent)[0] == 500
    assert [line.partition(":")[0] for line in lines()] == ["UnwritableReply"]
    assert len(recent) == 0


@BOTH
def test_what_is_no_answer_names_the_mistake(ask: Ask, lines: Callable[[], list[str]]) -> None:
    assert ask(lambda push: SECRET, "POST", *text())[0] == 500
    (line,) = lines()
    assert line.startswith("HandlerFailed: the handler gave str: give what ")
    assert SECRET not in line


def test_a_coroutine_function_without_a_loop_names_the_mistake(
    lines: Callable[[], list[str]],
) -> None:
    async def handle(push: wxseal.Incoming) -> None:
        return None

    assert by_wsgi(handle, "POST", *text())[0] == 500
    assert "no event loop" in lines()[0]


def test_in_a_loop_coroutines_run_there_and_functions_in_threads() -> None:
    at: list[bool] = []

    def note() -> None:
        at.append(threading.current_thread() is threading.main_thread())

    async def later(push: wxseal.Incoming) -> wxseal.Response:
        note()
        return push.empty()

    class Later:
        async def __call__(self, push: wxseal.Incoming) -> None:
            note()

    def now(push: wxseal.Incoming) -> Awaitable[wxseal.Response | None]:
        note()
        return later(push)

    for handle in (later, Later(), Router().otherwise(later), now):
        assert by_asgi(handle, "POST", *text())[0] == 200
    assert at == [True, True, True, False, True]


@BOTH
def test_a_retry_gets_the_first_answer(ask: Ask) -> None:
    recent = wxseal.RecentKeys()
    request = text()
    seen: list[Handled] = []
    options: Any = {"recent": recent, "on_request": seen.append}
    first = ask(echo, "POST", *request, **options)
    assert ask(fail, "POST", *request, **options) == first
    assert [(each.outcome, each.retry) for each in seen] == [("reply", False), ("reply", True)]


@BOTH
def test_a_retry_does_not_wait_for_ever(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, lines: Callable[[], list[str]]
) -> None:
    monkeypatch.setattr(_webhook, "PATIENCE", 0.1)
    monkeypatch.setattr(_webhook, "GONE", 0.1)
    recent = wxseal.RecentKeys()
    request = text()
    push = ENDPOINT.receive("POST", *request)
    claim = recent.claim(push.dedup_key).claim
    assert claim is not None
    assert ask(succeed, "POST", *request, recent=recent)[0] == 503
    assert [line.partition(":")[0] for line in lines()] == ["Busy"]
    threading.Timer(0.05, claim.answer, [push.empty()]).start()
    assert ask(succeed, "POST", *request, recent=recent)[::2] == (200, b"")


class Claim:
    def __init__(self, fails: bool) -> None:
        self.fails = fails
        self.calls: list[str] = []

    def answer(self, response: wxseal.Response) -> None:
        self.calls.append("answer")
        if self.fails:
            raise ConnectionError("the store is gone")

    def release(self) -> None:
        self.calls.append("release")
        if self.fails:
            raise ConnectionError("the store is gone")


class Known:
    response = None

    def __init__(self, claim: Claim) -> None:
        self.claim = claim


class Memory:
    def __init__(self, fails: bool = False) -> None:
        self.mine = Claim(fails)

    def claim(self, key: str) -> Known:
        return Known(self.mine)


class LaterMemory(Memory):
    def claim(self, key: str) -> Any:
        async def claimed() -> Known:
            await asyncio.sleep(0)
            return Known(self.mine)

        return claimed()


class Gone:
    def claim(self, key: str) -> Known:
        raise ConnectionError("the store is gone")


@BOTH
def test_a_memory_that_is_gone_leaves_the_push_to_the_next_try(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, lines: Callable[[], list[str]]
) -> None:
    monkeypatch.setattr(_webhook, "GONE", 0.1)
    assert ask(fail, "POST", *text(), recent=Gone())[0] == 503
    assert lines() == ["MemoryFailed: ConnectionError: the store is gone"]


@BOTH
def test_what_was_done_is_answered_though_the_memory_is_gone_by_then(
    ask: Ask, lines: Callable[[], list[str]]
) -> None:
    memory = Memory(fails=True)
    assert ask(succeed, "POST", *text(), recent=memory)[0] == 200
    assert ask(fail, "POST", *text(), recent=memory)[0] == 500
    assert memory.mine.calls == ["answer", "release"]
    assert [line.split(" ")[0] for line in lines()] == [
        "MemoryFailed:",
        "MemoryFailed:",
        "HandlerFailed:",
    ]


def test_a_memory_may_be_asynchronous_in_a_loop_and_nowhere_else() -> None:
    memory = LaterMemory()
    assert by_asgi(succeed, "POST", *text(), recent=memory)[0] == 200
    assert memory.mine.calls == ["answer"]
    with pytest.raises(_runtime.Mistake, match="event loop"):
        by_wsgi(succeed, "POST", *text(), recent=memory)


def test_a_peer_that_hangs_up_does_not_stop_the_handler() -> None:
    recent = wxseal.RecentKeys()
    request = text()

    calls = []

    async def slow(push: wxseal.Incoming) -> wxseal.Response:
        calls.append(push)
        await asyncio.sleep(0.1)
        return push.reply_text("done")

    async def hang_up() -> None:
        application = asgi.application(ENDPOINT, slow, recent=recent)
        body = [{"body": request.body}]
        asked = asyncio.ensure_future(call_asgi(application, "POST", request.query, [], body))
        await asyncio.sleep(0.03)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        again = await call_asgi(application, "POST", request.query, [], body)
        assert b"done" in wxseal.platform.open_reply(CRYPT, again[2]).message

    asyncio.run(hang_up())
    assert len(calls) == 1


def test_each_request_is_measured_once_and_says_nothing_secret() -> None:
    seen: list[Handled] = []

    def slow(push: wxseal.Incoming) -> wxseal.Response:
        time.sleep(0.02)
        return echo(push)

    request = text()
    by_wsgi(slow, "POST", *request, on_request=seen.append)
    by_wsgi(succeed, "POST", *request, on_request=seen.append)
    by_wsgi(lambda push: push.empty(), "POST", *request, on_request=seen.append)
    by_wsgi(fail, "POST", *request, on_request=seen.append)
    by_wsgi(fail, "POST", "timestamp=1", b"{}", on_request=seen.append)
    by_wsgi(fail, "POST", *request, max_body=10, on_request=seen.append)
    check = wxseal.platform.url_check("AAAAA", "1")
    by_wsgi(fail, "GET", check.query, on_request=seen.append)
    assert [(each.outcome, each.format, each.bytes) for each in seen] == [
        ("reply", "xml", len(request.body)),
        ("success", "xml", len(request.body)),
        ("empty", "xml", len(request.body)),
        ("HandlerFailed", "xml", len(request.body)),
        ("MalformedQuery", None, 2),
        ("BodyTooLarge", None, 0),
        ("url_check", None, 0),
    ]
    assert seen[0].handler_us > 20_000 > seen[0].library_us > 0
    assert not any(each.retry for each in seen)
    assert SECRET not in repr(seen)


def test_measuring_that_fails_is_told_and_the_request_answered(
    lines: Callable[[], list[str]],
) -> None:
    def measure(handled: Handled) -> None:
        raise ValueError(handled)

    assert by_wsgi(succeed, "POST", *text(), on_request=measure)[0] == 200
    assert lines()[0].startswith("on_request failed: ValueError at ")


def test_a_body_over_the_limit_is_refused_before_it_is_read(
    lines: Callable[[], list[str]],
) -> None:
    class Untouched:
        def read(self, *size: int) -> bytes:
            raise AssertionError("it was read")

    application: Any = wsgi.application(ENDPOINT, fail)
    environ: dict[str, Any] = {"REQUEST_METHOD": "POST", "wsgi.input": Untouched()}
    for length in (str(webhook.MAX_BODY + 1), "9" * 5000):
        assert call_wsgi(application, {**environ, "CONTENT_LENGTH": length})[0] == 413

    told = [(b"content-length", b"%d" % (webhook.MAX_BODY + 1))]
    later = asgi.application(ENDPOINT, fail)
    # What would be read never comes.
    assert asyncio.run(call_asgi(later, "POST", "", told, []))[0] == 413
    endless = [{"body": bytes(65536), "more_body": True}] * 17
    assert asyncio.run(call_asgi(later, "POST", "", [], endless))[0] == 413
    assert lines() == ["BodyTooLarge: the body is over 1048576 bytes"] * 4


def test_without_a_length_wsgi_reads_only_what_ends_by_itself() -> None:
    request = text("hi")
    application: Any = wsgi.application(ENDPOINT, succeed)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "QUERY_STRING": request.query,
        "wsgi.input": io.BytesIO(request.body),
    }
    assert call_wsgi(application, environ)[0] == 400
    assert call_wsgi(application, {**environ, "wsgi.input_terminated": True})[0] == 200


def test_a_body_that_does_not_come_is_told_apart_from_one_that_breaks_off(
    monkeypatch: pytest.MonkeyPatch, lines: Callable[[], list[str]]
) -> None:
    monkeypatch.setattr(asgi, "PATIENCE", 0.05)
    application = asgi.application(ENDPOINT, fail)
    told = [(b"content-length", b"20")]
    pieces: list[dict[str, Any]]
    for pieces, status in (
        ([], 500),
        ([{"body": b"<xml>", "more_body": True}], 400),
        ([{"type": "http.disconnect"}], 400),
    ):
        assert asyncio.run(call_asgi(application, "POST", "", told, pieces))[0] == status
    assert [line.partition(":")[0] for line in lines()] == ["BodyTaken", "BodyCut", "BodyCut"]


def test_a_body_that_is_shorter_than_it_promises_is_cut(lines: Callable[[], list[str]]) -> None:
    request = text()
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "QUERY_STRING": request.query,
        "CONTENT_LENGTH": str(len(request.body) + 1),
        "wsgi.input": io.BytesIO(request.body),
    }
    assert call_wsgi(wsgi.application(ENDPOINT, fail), environ)[0] == 400
    assert lines() == ["BodyCut: the body broke off, or took too long"]


def test_an_asgi_application_starts_stops_and_speaks_http_alone() -> None:
    application = asgi.application(ENDPOINT, fail)
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message["type"])

    async def live() -> None:
        asked = iter(["lifespan.startup", "lifespan.shutdown"])

        async def receive() -> Any:
            return {"type": next(asked)}

        await application({"type": "lifespan"}, receive, send)
        with pytest.raises(ValueError, match="websocket"):
            await application({"type": "websocket"}, receive, send)

    asyncio.run(live())
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
