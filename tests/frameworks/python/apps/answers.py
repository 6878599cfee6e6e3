"""Stands in for the README's `answers.py`: the same names, with a handler that can fail and be slow."""

import asyncio
import os
import time

import redis.asyncio

import wxseal
from wxseal.redis import LIMITS, AsyncRecentKeys, RecentKeys
from wxseal.webhook import Memory, Router

TOKEN = os.environ["WXSEAL_TOKEN"]
CRYPT = wxseal.MsgCrypt(
    TOKEN, os.environ["WXSEAL_ENCODING_AES_KEY"], os.environ["WXSEAL_RECEIVE_ID"]
)
PLAIN = os.environ.get("MODE") == "plain"

endpoint = wxseal.Endpoint.plain(TOKEN) if PLAIN else wxseal.Endpoint(CRYPT)

recent: Memory = wxseal.RecentKeys()
if url := os.environ.get("REDIS"):
    loop, threads = redis.asyncio.Redis.from_url(url), redis.Redis.from_url(url, **LIMITS)
    recent = AsyncRecentKeys(loop) if os.environ.get("MEMORY") == "loop" else RecentKeys(threads)
calls = 0


def answer(push: wxseal.Incoming) -> wxseal.Response | None:
    global calls
    calls += 1
    content = push.text("Content")
    if content in ("how often", "slow"):
        return push.reply_text(str(calls))
    if content == "raise" and calls % 2:
        raise KeyError(content)
    return None if content is None else push.reply_text(content)


def answer_slowly(push: wxseal.Incoming) -> wxseal.Response | None:
    answered = answer(push)
    if push.text("Content") == "slow":
        time.sleep(0.6)
    return answered


async def answer_later(push: wxseal.Incoming) -> wxseal.Response | None:
    answered = answer(push)
    if push.text("Content") == "slow":
        await asyncio.sleep(0.6)
    return answered


# Where there is a loop, a coroutine function; it is found by way of a router.
handle = Router().on("text", answer_later if os.environ.get("ASYNC") else answer_slowly)
