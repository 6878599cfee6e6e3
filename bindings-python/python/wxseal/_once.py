"""One push, handled once: what stands on a memory of answers."""

from __future__ import annotations

import inspect
import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from wxseal import Incoming, Response
from wxseal._handler import Handle, Queued, Router
from wxseal._runtime import Loop, Mistake, Runtime, Threads, run, settled

# How long a retry waits for the first answer, and how long all may take but the handler, in seconds:
# the platform hangs up after five.
PATIENCE = 4.5
SPAN = 4.8
POLL = 0.05


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
    """As `wxseal.RecentKeys`, or a store of many processes with the same states, such as those of
    `wxseal.redis`."""

    def claim(self, key: str, /) -> Known | Awaitable[Known]:
        """Ask for a key, and claim it where nobody else has; may be a coroutine function in an
        event loop."""
        ...


class SharedMemory(ABC):
    """A memory that processes share, each of whose calls takes time, and may fail; beside it is a
    queue of jobs. See `wxseal.redis`.
    """

    patience: float
    """How long to wait for somebody else's answer at most, in seconds: so long that what has to be
    asked afterwards is still within `SPAN`."""

    @abstractmethod
    def claim(self, key: str, /, *, within: float) -> Any:
        """As `Memory.claim`, within so many seconds. The claim's `answer` takes jobs, and `within`
        as its `release` does.
        """


def once(
    recent: Memory, push: Incoming, handle: Handle, patience: float = PATIENCE
) -> Response | None:
    """Handle a push that is new, and answer one that is not as it was answered before. It ends within
    4.8 seconds, the handler's own time excepted.

    Args:
        recent: what remembers the answers: `wxseal.RecentKeys`, or `wxseal.redis.RecentKeys`.
        push: a push that verified.
        handle: what gives its answer, or `None` for `success`; no coroutine function.
        patience: how long to wait while somebody else handles the push, in seconds.

    Returns:
        The answer; `None` where there is none in time. The push is left unanswered then, or with a
        503, so that the platform sends it again.

    Raises:
        Exception: what the handler raised, whose claim is released by then, or what `recent` did:
            a 500 for the one, and a 503 for the other.
        TypeError: the handler gave what is no answer, or `recent` is not for threads.
    """
    return run(_once(Threads(), recent, push, handle, patience))


async def once_async(
    recent: Memory, push: Incoming, handle: Handle, patience: float = PATIENCE
) -> Response | None:
    """As `once`, in the event loop of asyncio: `recent` may be a `wxseal.redis.AsyncRecentKeys`, and
    `handle` a coroutine function; one that is not runs in a thread. What was begun goes on to its
    end, also where the caller is cancelled.
    """
    return await _once(_LOOP, recent, push, handle, patience)


class MemoryFailed(Exception):
    """A memory raised."""

    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        self.error = error


class Once:
    """One push on its way through a memory."""

    def __init__(
        self, runtime: Runtime, recent: Memory | SharedMemory, log: logging.Logger, patience: float
    ) -> None:
        began = time.monotonic()
        self.runtime, self.recent, self.log = runtime, recent, log
        self.shared = isinstance(recent, SharedMemory)
        if isinstance(recent, SharedMemory):
            patience = min(patience, recent.patience)
        self.patient_until = began + patience
        self.until = began + SPAN
        self.retry = False

    async def answer(
        self, push: Incoming, handle: Callable[[], Awaitable[Response | Queued]]
    ) -> Response | None:
        """The answer; nothing where it is not known in time."""
        return await self.runtime.finish(self._answer(push.dedup_key, handle))

    async def _answer(
        self, key: str, handle: Callable[[], Awaitable[Response | Queued]]
    ) -> Response | None:
        known = await self._known(key)
        if known is None:
            return None
        if known.claim is None:
            return known.response
        try:
            given = await self._timed(handle())
        except BaseException:
            # The retry may try at once.
            await self._release(known.claim)
            raise
        if isinstance(given, Response):
            await self._store(known.claim, given)
            return given
        return await self._queue(key, known.claim, given)

    async def _timed(self, given: Awaitable[Response | Queued]) -> Response | Queued:
        """A handler takes the time that it takes."""
        began = time.monotonic()
        try:
            return await given
        finally:
            taken = time.monotonic() - began
            self.until += taken
            self.patient_until += taken

    async def _known(self, key: str) -> Known | None:
        """Wait until the key is the caller's or answered; nothing where that takes too long."""
        while True:
            try:
                known: Known = await settled(self.recent.claim(key, **self._within()))
            except Exception as error:
                raise MemoryFailed(error) from None
            if known.claim is not None or known.response is not None:
                self.retry |= known.claim is None
                return known
            self.retry = True
            if time.monotonic() + POLL > self.patient_until:
                return None
            await self.runtime.sleep(POLL)

    async def _store(self, claim: Any, response: Response) -> None:
        """Store an answer. What was done is answered also where the retry will not know of it."""
        try:
            await settled(claim.answer(response, **self._within()))
        except Exception as error:
            self.log.error("MemoryFailed: answer: %s", named(error))

    async def _queue(self, key: str, claim: Any, queued: Queued) -> Response | None:
        """Store an answer with its jobs, or give somebody else's."""
        response = queued.answer
        assert response is not None
        while True:
            try:
                stored = await settled(claim.answer(response, *queued.jobs, **self._within()))
            except Exception as error:
                # Nobody knows whether the jobs are queued; the retry finds out, and finds the claim
                # released if they are not.
                await self._release(claim, told=False)
                raise MemoryFailed(error) from None
            if stored:
                return response
            # The claim ran out, and nothing was queued.
            if time.monotonic() > self.patient_until:
                return None
            known = await self._known(key)
            if known is None:
                return None
            if known.claim is None:
                return known.response
            claim = known.claim

    async def _release(self, claim: Any, told: bool = True) -> None:
        try:
            await settled(claim.release(**self._within()))
        except Exception as error:
            if told:
                self.log.error("MemoryFailed: release: %s", named(error))

    def _within(self) -> dict[str, Any]:
        return {"within": self.until - time.monotonic()} if self.shared else {}


async def handled(
    runtime: Runtime, handle: Handle, push: Incoming, recent: Memory | None
) -> Response | Queued:
    """What a handler gives, where `None` is `success`."""
    found: Handle | None = handle
    while isinstance(found, Router):
        found = found.find(push)
    given = None if found is None else await runtime.call(found, push)
    if given is None:
        return push.success()
    if isinstance(given, Queued):
        if not isinstance(recent, SharedMemory):
            raise Mistake("the handler gave jobs, and `recent` has no queue: see wxseal.redis")
        return Queued(given.answer or push.success(), *given.jobs)
    if not isinstance(given, Response):
        raise Mistake(
            f"the handler gave {type(given).__name__}: give what a method of the push gives, such as "
            "push.reply_text(…), or None"
        )
    return given


def suits(runtime: Runtime, recent: Memory | None) -> None:
    """Refuse a memory that would stop an event loop, or that wants one where there is none."""
    later = inspect.iscoroutinefunction(getattr(recent, "claim", None))
    if later and not runtime.loop:
        raise Mistake(f"{type(recent).__name__} wants an event loop, and there is none here")
    if runtime.loop and isinstance(recent, SharedMemory) and not later:
        raise Mistake(
            f"{type(recent).__name__} would stop the event loop while it asks: give it an "
            f"Async{type(recent).__name__}"
        )


def named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


async def _once(
    runtime: Runtime, recent: Memory, push: Incoming, handle: Handle, patience: float
) -> Response | None:
    suits(runtime, recent)
    try:
        return await Once(runtime, recent, logging.getLogger("wxseal"), patience).answer(
            push, lambda: handled(runtime, handle, push, recent)
        )
    except MemoryFailed as failed:
        raise failed.error from None


_LOOP = Loop()
