"""What a handler gives for a push, and the router that is one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal, TypeAlias, overload

from wxseal import Incoming, Response


class Queued:
    """A handler's answer with jobs, texts that are queued in the same step that stores the answer: so
    each is queued once, however often the push comes and whichever process dies meanwhile.

    It takes a memory with a queue, such as `wxseal.redis`.

    Args:
        answer: the answer, or `None` for `success`.
        job: what is to be done, in words of the application's own; `jobs` are more of it.
    """

    __slots__ = ("answer", "jobs")

    def __init__(self, answer: Response | None, job: str, /, *jobs: str) -> None:
        self.answer = answer
        self.jobs = (job, *jobs)
        for each in self.jobs:
            if not isinstance(each, str):
                raise TypeError(f"a job is a text, not {type(each).__name__}")
            each.encode()


Given: TypeAlias = Response | Queued | None

Handle: TypeAlias = Callable[[Incoming], Given | Awaitable[Given]]
"""A handler: gets a push, and gives its answer, with jobs or without, or `None` for `success`."""


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

    def __call__(self, push: Incoming) -> Given | Awaitable[Given]:
        handle = self.find(push)
        return None if handle is None else handle(push)

    def _add(self, msg_type: str | None, event: str | None, handle: Handle) -> Router:
        if (msg_type, event) in self._handlers:
            raise ValueError(f"there is a handler for {event or msg_type or 'the rest'} already")
        self._handlers[msg_type, event] = handle
        return self
