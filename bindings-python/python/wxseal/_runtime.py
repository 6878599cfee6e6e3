"""How to wait and how to call, in threads and in the event loop of asyncio.

What answers a push is written once, as coroutines. In an event loop they are awaited. In threads, `run`
takes them to their end in one step, since nothing that a `Threads` gives them to await ever suspends.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from wxseal import Incoming

if TYPE_CHECKING:
    from wxseal._handler import Given, Handle

T = TypeVar("T")


class Mistake(TypeError):
    """Something that the server's developer has to mend; its words quote nobody."""


class Runtime(Protocol):
    """How to wait, and how to run what is not ours."""

    loop: bool

    async def sleep(self, seconds: float) -> None: ...
    async def call(self, handle: Handle, push: Incoming) -> Given: ...
    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        """Run to its end what must not stop half-way when the peer hangs up."""
        ...


def no_loop(waiting: Awaitable[Given]) -> Given:
    """What becomes of a handler's coroutine where there is nothing to run it."""
    if inspect.iscoroutine(waiting):
        waiting.close()
    raise Mistake("the handler is a coroutine function, and there is no event loop here")


class Threads:
    """A thread for each request, as WSGI has it."""

    loop = False

    def __init__(self, wait: Callable[[Awaitable[Given]], Given] = no_loop) -> None:
        self.wait = wait

    async def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def call(self, handle: Handle, push: Incoming) -> Given:
        given = handle(push)
        return self.wait(given) if inspect.isawaitable(given) else given

    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        return await work


class Loop:
    """The event loop of asyncio."""

    loop = True

    def __init__(self) -> None:
        # The loop itself holds its tasks by weak references only.
        self.tasks: set[asyncio.Task[Any]] = set()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def call(self, handle: Handle, push: Incoming) -> Given:
        if inspect.iscoroutinefunction(handle) or inspect.iscoroutinefunction(
            getattr(handle, "__call__", None)  # noqa: B004 # Of an object, its method is asked.
        ):
            given = handle(push)
        else:
            given = await asyncio.to_thread(handle, push)
        return await settled(given)

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


async def settled(value: T | Awaitable[T]) -> T:
    return cast(T, await value if inspect.isawaitable(value) else value)
