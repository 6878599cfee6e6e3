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

`once` and `once_async` are what the adapters do with a memory, for servers that have none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict

from wxseal._handler import Handle, Queued, Router
from wxseal._once import Memory, once, once_async

if TYPE_CHECKING:
    from logging import Logger

__all__ = [
    "MAX_BODY",
    "Handle",
    "Handled",
    "Memory",
    "Options",
    "Queued",
    "Router",
    "once",
    "once_async",
]

MAX_BODY = 1 << 20
"""How large a body may be unless `max_body` is given, in bytes."""


@dataclass(frozen=True)
class Handled:
    """What became of a request, for `on_request`: nothing that was decrypted, and no secret."""

    outcome: str
    """`url_check`, `success`, `empty` or `reply`; of a request that was refused the name of the
    `wxseal.Error`, or one of the adapter's own:

    - `BodyTooLarge`, 413;
    - `BodyCut`, 400: the peer hung up within its body, or took too long to send it;
    - `BodyTaken`, 500: something read the body before the adapter could;
    - `HandlerFailed`, 500: the handler raised, or gave what is no answer;
    - `Busy`: another has been at this push for too long to wait;
    - `MemoryFailed`: `recent` raised.

    These last two are to be sent again, so they go unanswered where that costs no thread: in an event
    loop they are a 503 once the peer has hung up, elsewhere at once.
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


class Options(TypedDict, total=False):
    """What every adapter takes by name, beside the endpoint and the handler."""

    recent: Memory | None
    """What remembers the answers, so that a retry gets the first one and nothing is done twice; none
    unless given. A retry of a push that is being handled waits for its answer for up to 4.5 seconds.
    What asks another process is to have coroutine functions in an event loop, which it would stop:
    `wxseal.redis.AsyncRecentKeys`.
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
