"""What a handler is, and what the adapters for frameworks take beside it.

`wxseal.asgi`, `wxseal.wsgi`, `wxseal.django` and `wxseal.flask` put an `Endpoint` and a handler into
a framework. A handler gets each push that verified, and gives an answer, or `None` for `success`:

>>> import wxseal
>>> def handle(push: wxseal.Incoming) -> wxseal.Response | None:
...     if push.msg_type == "text":
...         return push.reply_text("hello")
...     return None

Where the framework has an event loop it may be a coroutine function; there, one that is not runs in
a thread, so that it may block. `Router` makes one handler of many.

A handler that raises is answered 500, and the log says what it raised and where, without the words of
the exception, which may quote the message. So one that is to be seen whole is caught in the handler. A
`wxseal.Error` out of it is answered as it says itself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, TypedDict, overload

from wxseal import Incoming, Response

if TYPE_CHECKING:
    from logging import Logger

__all__ = ["MAX_BODY", "Handle", "Handled", "Memory", "Options", "Router"]

MAX_BODY = 1 << 20
"""How large a body may be unless `max_body` is given, in bytes."""

Handle: TypeAlias = Callable[[Incoming], Response | Awaitable[Response | None] | None]
"""A handler: gets a push, and gives its answer, or `None` for `success`."""


class Router:
    """Hands a push to the handler for its `MsgType` or, of an event, its `Event`. It is a handler.

    The names are the wire's: `text`, `event`, `subscribe`, `CLICK`. What nobody is registered for
    is answered `success`.

    >>> import wxseal
    >>> from wxseal.webhook import Router
    >>> router = (
    ...     Router()
    ...     .on("text", lambda push: push.reply_text("hello"))
    ...     .on("event", "subscribe", lambda push: push.reply_text("welcome"))
    ...     .otherwise(lambda push: push.empty())
    ... )
    """

    def __init__(self) -> None:
        self._handlers: dict[tuple[str | None, str | None], Handle] = {}

    @overload
    def on(self, msg_type: str, handle: Handle, /) -> Router: ...
    @overload
    def on(self, msg_type: Literal["event"], event: str, handle: Handle, /) -> Router: ...
    def on(self, msg_type: str, *event_and_handle: str | Handle) -> Router:
        """Register a handler for a `MsgType`, or for one `Event`; `"event"` alone is every other.

        Raises:
            ValueError: there is one already.
        """
        *event, handle = event_and_handle
        if (
            len(event) > 1
            or not all(isinstance(name, str) for name in event)
            or not callable(handle)
        ):
            raise TypeError('expected on("text", handle) or on("event", "subscribe", handle)')
        return self._add(msg_type, str(event[0]) if event else None, handle)

    def otherwise(self, handle: Handle, /) -> Router:
        """Register the handler for whatever has none.

        Raises:
            ValueError: there is one already.
        """
        return self._add(None, None, handle)

    def find(self, push: Incoming) -> Handle | None:
        """The handler that a push is for."""
        names = (push.msg_type, push.event), (push.msg_type, None), (None, None)
        return next((self._handlers[name] for name in names if name in self._handlers), None)

    def __call__(self, push: Incoming) -> Response | Awaitable[Response | None] | None:
        handle = self.find(push)
        return None if handle is None else handle(push)

    def _add(self, msg_type: str | None, event: str | None, handle: Handle) -> Router:
        if (msg_type, event) in self._handlers:
            raise ValueError(f"there is a handler for {event or msg_type or 'the rest'} already")
        self._handlers[msg_type, event] = handle
        return self


@dataclass(frozen=True)
class Handled:
    """What became of a request, for `on_request`: nothing that was decrypted, and no secret."""

    outcome: str
    """`url_check`, `success`, `empty` or `reply`; of a request that was refused the name of the
    `wxseal.Error`, or one of the adapter's own:

    - `BodyTooLarge`, 413;
    - `BodyCut`, 400: the peer hung up within the body, or took too long to send it;
    - `BodyTaken`, 500: something read the body before the adapter could;
    - `HandlerFailed`, 500: the handler raised, or gave what is no answer;
    - `Busy`, 503: another has been at this push for too long to wait;
    - `MemoryFailed`, 503: `recent` raised.
    """

    format: Literal["xml", "json"] | None
    """The format of the push; `None` where there is none."""

    bytes: int
    """How long the body was, as far as it was read."""

    library_us: int
    """How long it took to verify and decrypt the request, in microseconds."""

    handler_us: int
    """How long the handler took, in microseconds: sealing its answer, and for a handler in a thread
    the way there, too."""

    retry: bool
    """Whether the push was known already: it got the first answer, or waited for it."""


class Claim(Protocol):
    """As `wxseal.Claim`; its methods may be coroutine functions in an event loop."""

    def answer(self, response: Response, /) -> object: ...
    def release(self) -> object: ...


class Known(Protocol):
    """As `wxseal.Recent`."""

    @property
    def claim(self) -> Claim | None: ...
    @property
    def response(self) -> Response | None: ...


class Memory(Protocol):
    """As `wxseal.RecentKeys`, or a store of many processes with the same states."""

    def claim(self, key: str, /) -> Known | Awaitable[Known]:
        """Ask for a key, and claim it where nobody else has; may be a coroutine function in an
        event loop."""


class Options(TypedDict, total=False):
    """What every adapter takes by name, beside the endpoint and the handler."""

    recent: Memory | None
    """What remembers the answers, so that a retry gets the first one and nothing is done twice; none
    unless given. A retry of a push that is being handled waits for its answer for up to 4.5 seconds.
    What asks another process is to have coroutine functions in an event loop, which it would stop.
    """

    max_body: int
    """How large a body may be, in bytes; `MAX_BODY` unless given. A larger one is a 413, before it is
    read where its length is told. The endpoint has a limit of its own."""

    logger: Logger | None
    """What gets one line, a warning or an error, for each request that is refused; `wxseal` unless
    given."""

    diagnose: bool
    """Whether the log also says what `Endpoint.diagnose` finds, which costs more than to refuse a
    request; not unless given."""

    on_request: Callable[[Handled], object] | None
    """What is called once a request, when its answer is known, for measuring. It must not block."""
