"""A worker of the fleet: `uvicorn worker_asgi:app`."""

import asyncio
import os
import random

import redis.asyncio

import wxseal
from wxseal.asgi import application
from wxseal.redis import AsyncRecentKeys
from wxseal.webhook import Queued

names = "WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID"
endpoint = wxseal.Endpoint(wxseal.MsgCrypt(*(os.environ[name] for name in names)))
store = redis.asyncio.Redis(host="127.0.0.1", port=int(os.environ["REDIS_PORT"]))
recent = AsyncRecentKeys(store, claim_for=float(os.environ["CLAIM_FOR"]))


async def handle(push: wxseal.Incoming) -> Queued:
    await asyncio.sleep(random.random() * float(os.environ["TAKES"]))
    number = push.text("Content") or ""
    return Queued(push.reply_text(f"{number}, by Python"), number)


app = application(endpoint, handle, recent=recent)
