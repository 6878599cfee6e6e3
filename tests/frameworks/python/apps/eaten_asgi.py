"""The application `INNER` below a middleware that reads the body before the webhook does."""

import os
from importlib import import_module
from typing import Any

inner = import_module(os.environ["INNER"]).app


async def app(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "http" and scope["method"] == "POST":
        while (await receive()).get("more_body"):
            pass
    await inner(scope, receive, send)
