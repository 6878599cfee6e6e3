"""From a request to its answer over HTTP: what all adapters share.

It is written once, as coroutines. In an event loop they are awaited. In threads, `run` takes them to
their end in one step, since nothing that a `Threads` gives them to await ever suspends.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import time
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from http import HTTPStatus
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from wxseal import Endpoint, Error, Incoming, Response
from wxseal.webhook import MAX_BODY, Claim, Handle, Handled, Known, Memory, Router

T = TypeVar("T")
Answered = Response | None | Awaitable[Response | None]

# The platform hangs up after five seconds. Until then a retry waits for the first answer, and a body
# may be on its way.
PATIENCE = 4.5
POLL = 0.05


class Answer(NamedTuple):
    """What goes over HTTP, complete."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def phrase(self) -> str:
        return HTTPStatus(self.status).phrase

    @classmethod
    def of(cls, response: Response) -> Answer:
        # The platform's URL check wants the length.
        length = ("Content-Length", str(len(response.body)))
        return cls(response.status, [*response.headers, length], response.body)

    @classmethod
    def refusal(cls, status: HTTPStatus) -> Answer:
        """As a refusal of the library, for what happens around it."""
        body = status.phrase.lower().encode()
        headers = [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("X-Content-Type-Options", "nosniff"),
            ("Content-Length", str(len(body))),
        ]
        return cls(status, headers, body)


class Refused(Exception):
    """A request that is refused by the adapter; its words are for the log."""

    def __init__(self, outcome: str, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.outcome, self.status = outcome, status


class Mistake(Exception):
    """Something that the server's developer has to mend; its words quote nobody."""


class Runtime(Protocol):
    """How to wait, and how to run what is not ours."""

    async def sleep(self, seconds: float) -> None: ...
    async def call(self, handle: Handle, push: Incoming) -> Response | None: ...
    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        """Run to its end what must not stop half-way when the peer hangs up."""


def no_loop(waiting: Awaitable[Response | None]) -> Response | None:
    """What becomes of a handler's coroutine where there is nothing to run it."""
    if inspect.iscoroutine(waiting):
        waiting.close()
    raise Mistake("the handler is a coroutine function, and there is no event loop here")


class Threads:
    """A thread for each request, as WSGI has it."""

    def __init__(self, wait: Callable[[Awaitable[Response | None]], Response | None] = no_loop):
        self.wait = wait

    async def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def call(self, handle: Handle, push: Incoming) -> Response | None:
        answered = handle(push)
        return self.wait(answered) if inspect.isawaitable(answered) else answered

    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        return await work


class Loop:
    """The event loop of asyncio."""

    def __init__(self) -> None:
        # The loop itself holds its tasks by weak references only.
        self.tasks: set[asyncio.Task[Any]] = set()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def call(self, handle: Handle, push: Incoming) -> Response | None:
        if inspect.iscoroutinefunction(handle) or inspect.iscoroutinefunction(
            getattr(handle, "__call__", None)  # noqa: B004 # Of an object, its method is asked.
        ):
            answered: Answered = handle(push)
        else:
            answered = await asyncio.to_thread(handle, push)
        return await settled(answered)

    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return await asyncio.shield(task)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine whose runtime is `Threads`."""
    try:
        work.send(None)
    except StopIteration as ended:
        return cast(T, ended.value)
    work.close()
    raise Mistake("something here wants an event loop: is `recent` one for asyncio?")


def content_length(text: str | None) -> int | None:
    """What a `Content-Length` promises, or nothing where there is none. A number too long to be one
    is still a large one when it is cut.
    """
    return int(text[:18]) if text and text.isascii() and text.isdecimal() else None


async def settled(value: T | Awaitable[T]) -> T:
    return await value if inspect.isawaitable(value) else value


class Webhook:
    """An endpoint, a handler and the options of an adapter, without HTTP. It is made once, and is
    shared by all requests.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        handle: Handle,
        runtime: Runtime,
        *,
        recent: Memory | None = None,
        max_body: int = MAX_BODY,
        logger: logging.Logger | None = None,
        diagnose: bool = False,
        on_request: Callable[[Handled], object] | None = None,
    ) -> None:
        self.endpoint = endpoint
        self.handle = handle
        self.runtime = runtime
        self.recent = recent
        self.max_body = max_body
        self.log = logging.getLogger("wxseal") if logger is None else logger
        self.diagnose = diagnose
        self.on_request = on_request

    async def answer(
        self,
        method: str,
        raw_query: str | bytes,
        length: int | None,
        read: Callable[[int], bytes | Awaitable[bytes]],
    ) -> Answer:
        """Answer a request, whose body `read` gives when asked, up to so many bytes of it.

        `length` is what `content_length` says of it.
        """
        request = _Request(self)
        try:
            # The body of a GET is none of the protocol's.
            body = await self.body(length, read) if method == "POST" else b""
            answer = await request.answer(method, raw_query, body)
        except Refused as refused:
            level = logging.ERROR if refused.status >= 500 else logging.WARNING
            self.log.log(level, "%s: %s", refused.outcome, refused)
            request.outcome = refused.outcome
            answer = Answer.refusal(refused.status)
        request.measured()
        return answer

    async def body(
        self, length: int | None, read: Callable[[int], bytes | Awaitable[bytes]]
    ) -> bytes:
        if length is not None and length > self.max_body:
            raise self.too_large(f"{self.max_body} bytes")
        try:
            # One byte more than is allowed tells a body that is too large.
            body = await settled(read(self.max_body + 1))
        except OSError:
            raise Refused(
                "BodyCut", HTTPStatus.BAD_REQUEST, "the body broke off, or took too long"
            ) from None
        if len(body) > self.max_body:
            raise self.too_large(f"{self.max_body} bytes")
        if length and not body:
            raise Refused(
                "BodyTaken",
                HTTPStatus.INTERNAL_SERVER_ERROR,
                f"none of the {length} bytes of the body were left, or they never came: see that no "
                "middleware, form or parser reads the request before wxseal does",
            )
        return body

    @staticmethod
    def too_large(limit: str) -> Refused:
        return Refused(
            "BodyTooLarge", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body is over {limit}"
        )


class _Request:
    """One request on its way, and what is measured of it."""

    def __init__(self, webhook: Webhook) -> None:
        self.webhook = webhook
        self.outcome = ""
        self.incoming: Incoming | None = None
        self.bytes = self.library_us = self.handler_us = 0
        self.retry = False

    async def answer(self, method: str, raw_query: str | bytes, body: bytes) -> Answer:
        self.bytes = len(body)
        endpoint, log = self.webhook.endpoint, self.webhook.log
        try:
            response = await self.respond(method, raw_query, body)
        except Error as error:
            self.outcome, response = error.name, error.response
            log.warning("%s: %s", error.name, error)
            if self.webhook.diagnose:
                for finding in endpoint.diagnose(method, raw_query, body):
                    log.warning("%s: %s", finding.name, finding.text)
        return Answer.of(response)

    async def respond(self, method: str, raw_query: str | bytes, body: bytes) -> Response:
        began = time.perf_counter_ns()
        try:
            incoming = self.webhook.endpoint.receive(method, raw_query, body)
        finally:
            self.library_us = _since(began)
        if incoming.kind == "url_check":
            self.outcome = "url_check"
            return incoming.response
        self.incoming = incoming
        response = await self.once(incoming)
        self.outcome = {b"success": "success", b"": "empty"}.get(response.body, "reply")
        return response

    async def once(self, push: Incoming) -> Response:
        """Handle a push that is new; answer one that is not as it was answered before."""
        if self.webhook.recent is None:
            return await self.handled(push)
        deadline = time.monotonic() + PATIENCE
        while (known := await self.ask(self.webhook.recent, push)).claim is None:
            self.retry = True
            if known.response is not None:
                return known.response
            if time.monotonic() > deadline:
                raise Refused(
                    "Busy", HTTPStatus.SERVICE_UNAVAILABLE, "the first try has no answer yet"
                )
            await self.webhook.runtime.sleep(POLL)
        return await self.webhook.runtime.finish(self.claimed(push, known.claim))

    async def ask(self, recent: Memory, push: Incoming) -> Known:
        key = push.dedup_key
        try:
            return await settled(recent.claim(key))
        except Exception as error:
            raise Refused("MemoryFailed", HTTPStatus.SERVICE_UNAVAILABLE, _named(error)) from error

    async def claimed(self, push: Incoming, claim: Claim) -> Response:
        try:
            response = await self.handled(push)
        except BaseException:
            # The retry may try at once.
            await self.told("release", claim.release)
            raise
        # What was done is answered, also where the retry will not know of it.
        await self.told("answer", lambda: claim.answer(response))
        return response

    async def told(self, what: str, tell: Callable[[], object]) -> None:
        try:
            await settled(tell())
        except Exception as error:
            self.webhook.log.error("MemoryFailed: %s: %s", what, _named(error))

    async def handled(self, push: Incoming) -> Response:
        handle: Handle | None = self.webhook.handle
        while isinstance(handle, Router):
            handle = handle.find(push)
        if handle is None:
            return push.success()
        began = time.perf_counter_ns()
        try:
            response = await self.webhook.runtime.call(handle, push)
            if response is not None and not isinstance(response, Response):
                raise Mistake(
                    f"the handler gave {type(response).__name__}: give what a method of the push "
                    "gives, such as push.reply_text(…), or None"
                )
        except Error:
            raise
        except Exception as error:
            raise Refused("HandlerFailed", HTTPStatus.INTERNAL_SERVER_ERROR, _told(error)) from None
        finally:
            self.handler_us = _since(began)
        return push.success() if response is None else response

    def measured(self) -> None:
        if self.webhook.on_request is None:
            return
        handled = Handled(
            self.outcome,
            None if self.incoming is None else self.incoming.format,
            self.bytes,
            self.library_us,
            self.handler_us,
            self.retry,
        )
        try:
            self.webhook.on_request(handled)
        except Exception as error:
            self.webhook.log.error("on_request failed: %s", _told(error))


def _since(began: int) -> int:
    return (time.perf_counter_ns() - began) // 1000


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _told(error: Exception) -> str:
    """What went wrong and where, without words that may quote a message."""
    if isinstance(error, Mistake):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{at.filename}:{at.lineno}" for at in frames if at.filename != __file__]
    return f"{type(error).__name__} at {' > '.join(places)}"
