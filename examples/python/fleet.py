"""A webhook in many processes, on one machine or several, which share one memory in Redis.

    pip install redis uvicorn
    export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=…
    export WXSEAL_REDIS=redis://127.0.0.1:6379/0
    uvicorn --workers 4 fleet:app

The platform sends a push up to three times, and each try may come to another process. All of them get
the first answer, and what a push sets off is queued once: worker.py does it.
"""

import os

import redis.asyncio

import wxseal
from wxseal.asgi import application
from wxseal.redis import AsyncRecentKeys
from wxseal.webhook import Queued, Router

names = "WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID"
endpoint = wxseal.Endpoint(wxseal.MsgCrypt(*(os.environ[name] for name in names)))
store = redis.asyncio.Redis.from_url(os.environ.get("WXSEAL_REDIS", "redis://127.0.0.1:6379/0"))


def echo(push: wxseal.Incoming) -> wxseal.Response:
    return push.reply_text(push.text("Content") or "")


def welcome(push: wxseal.Incoming) -> Queued:
    # A job lies in Redis as it is: better an id than what somebody wrote.
    return Queued(push.reply_text("Welcome!"), f"greet {push.from_user_name}")


router = Router().on("text", echo).on("event", "subscribe", welcome)
app = application(endpoint, router, recent=AsyncRecentKeys(store))
