"""A search widget's server (搜索 Widget): stock quotes, within the platform's 300 ms whatever their source does.

    pip install uvicorn
    export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=…
    python widget.py

    PORT                 where it listens on 127.0.0.1: 8000
    WXSEAL_LIFESPAN      for how many seconds a quote is shown, here and by the platform: 60
    WXSEAL_SLOW_PERCENT  how many of the lookups the stand-in for a source makes slow: 0
    WXSEAL_SLOW_MS       by how many milliseconds: 2000

What is not known 250 ms after the request has come is answered -3, and the lookup goes on: the next
request finds its quote in the cache. Requests for the same stock share one lookup.
"""

import asyncio
import json
import logging
import os
import random
import sys
import time
from collections.abc import Awaitable, Callable, MutableMapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, NamedTuple

import wxseal
from wxseal.asgi import application
from wxseal.webhook import Router

# In seconds. The platform counts 300 ms until it has the answer; the rest is for its way back.
DEADLINE = 0.25
# A lookup that takes longer has failed.
GIVE_UP = 5.0
# How long an error is shown before the platform asks again.
ERROR_LIFESPAN = 1
# What bounds the memory: lookups at once, stocks in the cache, characters in the name of one.
MOST_LOOKUPS, MOST_KEPT, LONGEST_NAME = 1000, 10_000, 32

log = logging.getLogger("widget")
arrived: ContextVar[float] = ContextVar("arrived")

Stock = tuple[str, str]
Quote = dict[str, str]


class Kept(NamedTuple):
    """What a lookup has found, and until when it holds; no quote if there is no such stock."""

    quote: Quote | None
    until: float


class Quotes:
    """The quotes of a source, each asked for once in its lifespan."""

    def __init__(self, source: Callable[[Stock], Awaitable[Quote | None]], lifespan: int) -> None:
        self.source, self.lifespan = source, lifespan
        self.kept: dict[Stock, Kept] = {}
        self.lookups: dict[Stock, asyncio.Task[Kept | None]] = {}

    async def find(self, stock: Stock, deadline: float) -> Kept | None:
        """Give what is known at the deadline, or `None`."""
        kept = self.kept.get(stock)
        if kept is not None and time.monotonic() < kept.until:
            return kept
        lookup = self.lookups.get(stock)
        if lookup is None:
            if len(self.lookups) >= MOST_LOOKUPS:
                return None
            lookup = self.lookups[stock] = asyncio.create_task(self.look_up(stock))
        # When the time is over `wait` leaves the lookup alone; `wait_for` would cancel it.
        await asyncio.wait([lookup], timeout=max(0, deadline - time.monotonic()))
        return lookup.result() if lookup.done() else None

    async def look_up(self, stock: Stock) -> Kept | None:
        """Ask the source, for all requests that wait and for those to come."""
        began = time.monotonic()
        try:
            quote = await asyncio.wait_for(self.source(stock), GIVE_UP)
        except Exception as error:
            log.warning("a lookup failed: %s", type(error).__name__)
            return None
        finally:
            del self.lookups[stock]
        if (seconds := time.monotonic() - began) > DEADLINE:
            log.info("a lookup took %.0f ms", seconds * 1000)
        # The one that was put there first goes first.
        self.kept.pop(stock, None)
        if len(self.kept) >= MOST_KEPT:
            del self.kept[next(iter(self.kept))]
        kept = self.kept[stock] = Kept(quote, time.monotonic() + self.lifespan)
        return kept


class StandIn:
    """In a source's place: invented quotes, which move every second."""

    def __init__(self) -> None:
        rows = json.loads((Path(__file__).parents[1] / "quotes.json").read_text("utf-8"))
        self.rows = {(row["market"], row["code"]): row for row in rows}
        self.slow = float(os.environ.get("WXSEAL_SLOW_PERCENT", "0")) / 100
        self.seconds = float(os.environ.get("WXSEAL_SLOW_MS", "2000")) / 1000

    async def __call__(self, stock: Stock) -> Quote | None:
        if random.random() < self.slow:
            await asyncio.sleep(self.seconds)
        return self.quote(stock)

    def quote(self, stock: Stock) -> Quote | None:
        if (row := self.rows.get(stock)) is None:
            return None
        change = int(time.time()) * 67 % 200 - 100
        return {
            "stock_market": row["market"],
            "stock_code": row["code"],
            "stock_name": row["name"],
            "price": f"{(row['close'] + change) / 100:.2f}",
            "change": f"{change / 100:+.2f}",
            "currency": row["currency"],
        }


def stock_of(push: wxseal.Incoming) -> Stock | None:
    """Say what was searched for, if it is a stock."""
    try:
        slots = push.widget_query().slots
    except wxseal.MalformedMessage:
        return None
    stock = slots.get("stock_market", ""), slots.get("stock_code", "")
    return stock if all(0 < len(name) <= LONGEST_NAME for name in stock) else None


def answer(push: wxseal.Incoming, kept: Kept | None) -> wxseal.Response:
    """Show what is known."""
    if kept is None:
        return push.reply_widget(ERROR_LIFESPAN, {}, -3, "系统错误")
    # No longer than it holds here: the platform's cache begins where ours is.
    left = max(1, round(kept.until - time.monotonic()))
    if kept.quote is None:
        return push.reply_widget(left, {}, -1, "无结果")
    return push.reply_widget(left, kept.quote)


quotes = Quotes(StandIn(), int(os.environ.get("WXSEAL_LIFESPAN", "60")))


async def search(push: wxseal.Incoming) -> wxseal.Response:
    """Answer a search."""
    if (stock := stock_of(push)) is None:
        return push.reply_widget(quotes.lifespan, {}, -2, "参数不对")
    return answer(push, await quotes.find(stock, arrived.get() + DEADLINE))


def endpoint() -> wxseal.Endpoint:
    """Make the endpoint of the settings."""
    names = "WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID"
    try:
        token, key, receive_id = (os.environ[name] for name in names)
    except KeyError as missing:
        sys.exit(f"{missing.args[0]} is not set")
    return wxseal.Endpoint(wxseal.MsgCrypt(token, key, receive_id))


def main() -> None:
    """Serve until interrupted."""
    import uvicorn

    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    # Without a memory for retries: to answer a search twice does no harm, and the cache is asked again.
    webhook = application(endpoint(), Router().on("event", "wxa_widget_data", search))

    async def app(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        # The clock starts before the body has come and the message is open.
        arrived.set(time.monotonic())
        await webhook(scope, receive, send)

    port = int(os.environ.get("PORT", "8000"))
    uvicorn.run(app, host="127.0.0.1", port=port, access_log=False, log_level="warning")


if __name__ == "__main__":
    main()
