"""One memory for many workers, in Redis or Valkey, by redis-py from 6.0 on:

    import redis
    from wxseal.redis import LIMITS, RecentKeys

    recent = RecentKeys(redis.Redis.from_url("redis://127.0.0.1:6379/0", **LIMITS))

`RecentKeys` is for threads, `AsyncRecentKeys` with a client of `redis.asyncio` for event loops. Either is
what every adapter takes as `recent`, and `wxseal.webhook.once`. Whatever wxseal is in, Python, Node.js or
PHP, workers with the same Redis and the same `prefix` share one memory: see the project's folder redis
for what is stored there, what can be lost, and how a worker takes jobs from the queue.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import secrets
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from wxseal import Response
from wxseal._once import SPAN, SharedMemory
from wxseal._redis_scripts import ANSWER, CLAIM, RELEASE
from wxseal._runtime import run

if TYPE_CHECKING:
    import redis.asyncio

__all__ = ["LIMITS", "AsyncClaim", "AsyncRecentKeys", "Claim", "Recent", "RecentKeys"]

LIMITS: dict[str, Any] = {
    "socket_timeout": 1,
    "socket_connect_timeout": 1,
    "retry": Retry(NoBackoff(), 0),
}
"""What `RecentKeys` wants of a client, for its constructor: the platform waits for five seconds in all, and
what got no reply is asked once more here, as only the scripts can tell one's own claim."""

# How long a call may take, in seconds; and how long one needs that is worth to be begun in a loop.
LIMIT = 1.0
LEAST = 0.25

# Whoever meets these does not know whether the script ran.
FAILURES = (redis.ConnectionError, redis.TimeoutError, OSError)

C = TypeVar("C", covariant=True)


@dataclass(frozen=True)
class Recent(Generic[C]):
    """What is known of a key: as `wxseal.Recent`."""

    state: Literal["claimed", "busy", "answered"]
    """`"claimed"`: it is the caller's to handle now, and to answer by the `claim`. `"busy"`: somebody
    is handling it: wait, or do not answer, and ask again. `"answered"`: answer the same."""

    claim: C | None = None
    """The right to answer the key, where the state is `"claimed"`."""

    response: Response | None = None
    """The first answer, where the state is `"answered"`."""


class RecentKeys(SharedMemory):
    """Remembers for all workers what was handled, as `wxseal.RecentKeys` does for one process.

    Each call asks Redis, and once more if the connection breaks or is too slow. What raises then is an
    exception of redis-py's.

    Args:
        client: a `redis.Redis` or a `redis.RedisCluster`, with the `LIMITS`.
        claim_for: how many seconds a handler may take before another may try: the platform waits 5.
        keep_for: for how many seconds an answer is kept: longer than the platform's three tries and,
            against replays, than twice the endpoint's tolerance.
        prefix: how all keys begin; on a Cluster with a hash tag.

    Raises:
        ValueError: the client may take longer than the `LIMITS`, or the keys of the prefix lie on
            several nodes, or a time is not positive.
    """

    def __init__(
        self,
        client: redis.Redis | redis.RedisCluster,
        claim_for: float = 5,
        keep_for: float = 600,
        *,
        prefix: str = "{wxseal}:",
    ) -> None:
        limit = _limit_of(client)

        async def evaluate(script: str, keys: list[bytes], given: list[bytes], _: float) -> Any:
            return client.eval(script, len(keys), *keys, *given)

        self._store = _Store(client, evaluate, limit, claim_for, keep_for, prefix)
        # A call that has begun goes on to its own end, and after the last there must be one more.
        self.patience = SPAN - 2 * limit

    def claim(self, key: str, /, *, within: float = SPAN) -> Recent[Claim]:
        """Ask for a key, and claim it where nobody else has.

        Args:
            key: `Incoming.dedup_key`, or any text.
            within: how many seconds there are for all that is to be asked, the answer included.
        """
        return run(self._store.claim(key, within, Claim))


class Claim:
    """The right to answer a key, from `RecentKeys.claim`: the caller's until its time has run out."""

    def __init__(self, store: _Store, key: bytes, id: bytes) -> None:
        self._store, self._key, self._id = store, key, id

    def answer(self, response: Response, *jobs: str, within: float = SPAN) -> bool:
        """Store the answer for the retries, and queue jobs, if any, in the same step. `False` if the
        claim is no longer the caller's: neither was done then.

        Args:
            response: what to answer, now and to every retry.
            jobs: texts of the application's own.
            within: how many seconds there are for it.
        """
        return run(self._store.answer(self._key, self._id, response, jobs, within))

    def release(self, *, within: float = SPAN) -> bool:
        """Give the claim back, so that a retry may try at once: for a handler that failed. `False` if
        it is no longer the caller's, or an earlier call whose reply was lost gave it back.
        """
        return run(self._store.release(self._key, self._id, within))


class AsyncRecentKeys(SharedMemory):
    """As `RecentKeys`, for the event loop of asyncio.

    Args:
        client: a `redis.asyncio.Redis` or a `redis.asyncio.RedisCluster`. Each call has a second,
            whatever the client's own limits are.
        claim_for: as `RecentKeys` has it, like the others.

    Raises:
        ValueError: the keys of the prefix lie on several nodes, or a time is not positive.
    """

    def __init__(
        self,
        client: redis.asyncio.Redis | redis.asyncio.RedisCluster,
        claim_for: float = 5,
        keep_for: float = 600,
        *,
        prefix: str = "{wxseal}:",
    ) -> None:
        async def evaluate(script: str, keys: list[bytes], given: list[bytes], limit: float) -> Any:
            asked: Awaitable[Any] = client.eval(script, len(keys), *keys, *given)
            try:
                return await asyncio.wait_for(asked, limit)
            except asyncio.TimeoutError:
                raise redis.TimeoutError(f"no reply within {limit:.2g} seconds") from None

        self._store = _Store(client, evaluate, LEAST, claim_for, keep_for, prefix)
        self.patience = SPAN - 2 * LEAST

    async def claim(self, key: str, /, *, within: float = SPAN) -> Recent[AsyncClaim]:
        """As `RecentKeys.claim`."""
        return await self._store.claim(key, within, AsyncClaim)


class AsyncClaim:
    """As `Claim`, for the event loop of asyncio."""

    def __init__(self, store: _Store, key: bytes, id: bytes) -> None:
        self._store, self._key, self._id = store, key, id

    async def answer(self, response: Response, *jobs: str, within: float = SPAN) -> bool:
        """As `Claim.answer`."""
        return await self._store.answer(self._key, self._id, response, jobs, within)

    async def release(self, *, within: float = SPAN) -> bool:
        """As `Claim.release`."""
        return await self._store.release(self._key, self._id, within)


class _Evaluate(Protocol):
    async def __call__(
        self, script: str, keys: list[bytes], given: list[bytes], limit: float, /
    ) -> Any: ...


class _Make(Protocol[C]):
    def __call__(self, store: _Store, key: bytes, id: bytes, /) -> C: ...


class _Store:
    """The three scripts, in threads and in a loop. What is sent is bytes, so that a client encodes
    nothing; what comes may be decoded or not.

    `least` is how much time has to be left for a call to be begun, but for the first.
    """

    def __init__(
        self,
        client: Any,
        evaluate: _Evaluate,
        least: float,
        claim_for: float,
        keep_for: float,
        prefix: str,
    ) -> None:
        self._evaluate, self._least = evaluate, least
        self._prefix, self._jobs = prefix, f"{prefix}jobs".encode()
        self._claim_ms, self._keep_ms = _milliseconds(claim_for), _milliseconds(keep_for)
        # Only a Cluster's client has it.
        slot = getattr(client, "keyslot", None)
        if slot is not None and slot(self._key("")) != slot(self._jobs):
            raise ValueError("on a Cluster the prefix needs a hash tag: as {wxseal}: has it")

    async def claim(self, key: str, within: float, make: _Make[C]) -> Recent[C]:
        at, id = self._key(key), b"?" + secrets.token_hex(16).encode()
        # What is claimed must be answered, too.
        until = time.monotonic() + within - self._least
        try:
            known = await self._ask(CLAIM, [at], [id, self._claim_ms], until)
        except FAILURES:
            # It may have been claimed all the same.
            if self._is_time(until):
                with contextlib.suppress(*FAILURES):
                    await self._evaluate(RELEASE, [at], [id], self._limit(until))
            raise
        if known is None:
            return Recent("claimed", claim=make(self, at, id))
        text = known if isinstance(known, str) else known.decode()
        if text.startswith("="):
            stored = Response.from_bytes(base64.b64decode(text[1:]))
            return Recent("answered", response=stored)
        return Recent("busy")

    async def answer(
        self, key: bytes, id: bytes, response: Response, jobs: tuple[str, ...], within: float
    ) -> bool:
        stored = b"=" + base64.b64encode(response.to_bytes())
        given = [id, stored, self._keep_ms, *(job.encode() for job in jobs)]
        until = time.monotonic() + within
        return bool(await self._ask(ANSWER, [key, self._jobs], given, until))

    async def release(self, key: bytes, id: bytes, within: float) -> bool:
        until = time.monotonic() + within
        if not self._is_time(until):
            raise redis.TimeoutError("no time is left")
        return bool(await self._ask(RELEASE, [key], [id], until))

    async def _ask(self, script: str, keys: list[bytes], given: list[bytes], until: float) -> Any:
        """Ask, and where no reply comes once more: a script knows what it has done for its caller."""
        try:
            return await self._evaluate(script, keys, given, self._limit(until))
        except FAILURES:
            if not self._is_time(until):
                raise
            return await self._evaluate(script, keys, given, self._limit(until))

    def _is_time(self, until: float) -> bool:
        return until - time.monotonic() >= self._least

    def _limit(self, until: float) -> float:
        return max(self._least, min(LIMIT, until - time.monotonic()))

    def _key(self, key: str) -> bytes:
        return f"{self._prefix}push:{key}".encode()


def _milliseconds(seconds: float) -> bytes:
    if not seconds > 0:
        raise ValueError(f"{seconds} seconds are no time")
    return b"%d" % max(1, round(seconds * 1000))


def _limit_of(client: Any) -> float:
    """How long a step of a call may take by a client's own limits, in seconds."""
    one, retries = client, [0]
    if hasattr(client, "get_redis_connection"):
        one = client.get_redis_connection(client.get_default_node())
        retries = [client.retry.get_retries()]
    # A connection that is never opened says what its pool's are.
    pool = one.connection_pool
    connection = pool.connection_class(**pool.connection_kwargs)
    retries.append(connection.retry.get_retries())
    read = connection.socket_timeout
    connect = getattr(connection, "socket_connect_timeout", read)
    # A pool that blocks waits for a connection, too.
    waits = [read, connect, getattr(pool, "timeout", 0)]
    if any(wait is None or wait > LIMIT for wait in waits) or any(retries):
        raise ValueError(
            "the client may take longer than the platform waits: it has "
            f"socket_timeout={read}, socket_connect_timeout={connect} and {max(retries)} retries, and "
            "needs a second, a second and none: pass it **wxseal.redis.LIMITS"
        )
    return float(max(read, connect))
