"""From a request to its answer over HTTP: what all adapters share."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple, cast

from wxseal import Endpoint, Error, Incoming, Response
from wxseal._handler import Handle, Queued
from wxseal._once import PATIENCE, Memory, MemoryFailed, Once, handled, named, suits
from wxseal._runtime import Mistake, Runtime, settled
from wxseal.webhook import MAX_BODY, Handled

# The platform has hung up by then.
GONE = 6.0


class Answer(NamedTuple):
    """What goes over HTTP, complete."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes
    # For how many seconds more the peer is to get nothing, so that it sends the push again.
    withheld: float = 0

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


class Unanswered(Refused):
    """A push that is to be sent again."""

    def __init__(self, outcome: str, why: str) -> None:
        super().__init__(outcome, HTTPStatus.SERVICE_UNAVAILABLE, why)


def content_length(text: str | None) -> int | None:
    """What a `Content-Length` promises, or nothing where there is none. A number too long to be one
    is still a large one when it is cut.
    """
    return int(text[:18]) if text and text.isascii() and text.isdecimal() else None


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
        suits(runtime, recent)
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
        began = time.monotonic()
        try:
            # The body of a GET is none of the protocol's.
            body = await self.body(length, read) if method == "POST" else b""
            answer = await request.answer(method, raw_query, body)
        except Refused as refused:
            level = logging.ERROR if refused.status >= 500 else logging.WARNING
            self.log.log(level, "%s: %s", refused.outcome, refused)
            request.outcome = refused.outcome
            answer = Answer.refusal(refused.status)
            if isinstance(refused, Unanswered):
                answer = answer._replace(withheld=max(0, began + GONE - time.monotonic()))
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
            raise self.cut() from None
        if len(body) > self.max_body:
            raise self.too_large(f"{self.max_body} bytes")
        if body and len(body) < (length or 0):
            raise self.cut()
        if length and not body:
            raise Refused(
                "BodyTaken",
                HTTPStatus.INTERNAL_SERVER_ERROR,
                f"none of the {length} bytes of the body were left, or they never came: see that no "
                "middleware, form or parser reads the request before wxseal does",
            )
        return body

    @staticmethod
    def cut() -> Refused:
        return Refused("BodyCut", HTTPStatus.BAD_REQUEST, "the body broke off, or took too long")

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
        webhook = self.webhook
        if webhook.recent is None:
            # There is no queue, so there are no jobs.
            return cast(Response, await self.handled(push))
        once = Once(webhook.runtime, webhook.recent, webhook.log, PATIENCE)
        try:
            response = await once.answer(push, lambda: self.handled(push))
        except MemoryFailed as failed:
            raise Unanswered("MemoryFailed", named(failed.error)) from None
        finally:
            self.retry = once.retry
        if response is None:
            raise Unanswered("Busy", "the first try has no answer yet")
        return response

    async def handled(self, push: Incoming) -> Response | Queued:
        webhook = self.webhook
        began = time.perf_counter_ns()
        try:
            return await handled(webhook.runtime, webhook.handle, push, webhook.recent)
        except Error:
            raise
        except Exception as error:
            raise Refused("HandlerFailed", HTTPStatus.INTERNAL_SERVER_ERROR, _told(error)) from None
        finally:
            self.handler_us = _since(began)

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


def _told(error: Exception) -> str:
    """What went wrong and where, without words that may quote a message."""
    if isinstance(error, Mistake):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    ours = Path(__file__).parent
    places = [f"{at.filename}:{at.lineno}" for at in frames if Path(at.filename).parent != ours]
    return f"{type(error).__name__} at {' > '.join(places)}"
