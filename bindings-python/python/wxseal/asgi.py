"""A webhook in Starlette, FastAPI and whatever else is ASGI, on asyncio:

    from wxseal.asgi import application, route

    app = FastAPI()
    app.router.routes.append(route("/wechat", application(endpoint, handle)))

`handle` gets a push and gives its answer, or `None` for `success`: see `wxseal.webhook`.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any, TypeAlias

from wxseal import Endpoint
from wxseal._once import PATIENCE, POLL
from wxseal._runtime import Loop
from wxseal._webhook import Webhook, content_length
from wxseal.webhook import Handle, Options

if TYPE_CHECKING:
    from starlette.routing import Route
    from typing_extensions import Unpack

__all__ = ["Application", "application", "route"]

_Message: TypeAlias = MutableMapping[str, Any]
_Receive: TypeAlias = Callable[[], Awaitable[_Message]]
_Send: TypeAlias = Callable[[_Message], Awaitable[None]]


def application(endpoint: Endpoint, handle: Handle, **options: Unpack[Options]) -> Application:
    """Make an ASGI application that is the webhook, whatever the path.

    Args:
        endpoint: what verifies the requests.
        handle: what gives a push its answer, or `None` for `success`. A coroutine function runs in
            the event loop, any other in a thread.
        options: see `wxseal.webhook.Options`.
    """
    return Application(Webhook(endpoint, handle, Loop(), **options))


def route(path: str, application: Application) -> Route:
    """Make a route of Starlette, which FastAPI takes too, with and without a slash at its end: the
    platform does not follow a redirect.
    """
    from starlette.routing import Route

    made = Route(path, application, include_in_schema=False)
    made.path_regex = re.compile(f"^{re.escape(path.rstrip('/'))}/?$")
    return made


class Application:
    """An ASGI application, from `application`."""

    def __init__(self, webhook: Webhook) -> None:
        self._webhook = webhook

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        if scope["type"] != "http":
            raise ValueError(f"a webhook does not speak {scope['type']}")
        length = dict(scope["headers"]).get(b"content-length", b"").decode("latin-1")
        answer = await self._webhook.answer(
            scope["method"],
            scope["query_string"],
            content_length(length),
            lambda limit: _read(receive, limit),
        )
        if answer.withheld:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(_hung_up(receive), answer.withheld)
        names = [(name.lower().encode(), value.encode()) for name, value in answer.headers]
        await send({"type": "http.response.start", "status": answer.status, "headers": names})
        await send({"type": "http.response.body", "body": answer.body})


async def _read(receive: _Receive, limit: int) -> bytes:
    body = bytearray()

    async def gather() -> None:
        while len(body) < limit:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ConnectionResetError
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                return

    try:
        await asyncio.wait_for(gather(), PATIENCE)
    except asyncio.TimeoutError:
        # Where a middleware has read the body nothing comes any more, not even its end.
        if body:
            raise ConnectionAbortedError from None
    return bytes(body)


async def _hung_up(receive: _Receive) -> None:
    """Wait until the peer hangs up."""
    while (await receive())["type"] != "http.disconnect":
        # What never suspends could not be stopped.
        await asyncio.sleep(POLL)


async def _live(receive: _Receive, send: _Send) -> None:
    """Say yes to a server that asks whether the application has started, and stopped."""
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return
