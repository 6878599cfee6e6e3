"""One of many workers: it answers with its own name and queues what the message says, and Redis has what it began."""

from __future__ import annotations

import asyncio
import os

import redis.asyncio

import wxseal
from wxseal.asgi import application
from wxseal.redis import AsyncRecentKeys
from wxseal.webhook import Queued

names = "WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID"
endpoint = wxseal.Endpoint(wxseal.MsgCrypt(*(os.environ[name] for name in names)))
recent = AsyncRecentKeys(redis.asyncio.Redis.from_url(os.environ["REDIS"]))
notes = redis.asyncio.Redis.from_url(os.environ["NOTES"])
WORKER = os.environ["WORKER"]


async def handle(push: wxseal.Incoming) -> Queued:
    content = push.text("Content") or ""
    what, _, id = content.partition(" ")
    await notes.rpush("begun", f"{WORKER} {id}")
    # The victim never comes to the end of a message that says so, and is killed in the midst.
    await asyncio.sleep(60 if (WORKER, what) == ("victim", "hang") else 0.005)
    return Queued(push.reply_text(WORKER), id)


app = application(endpoint, handle, recent=recent)
