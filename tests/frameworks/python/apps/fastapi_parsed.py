"""The README's `fastapi_app.py`, with a middleware in Starlette's manner, which hands the body on: no mistake."""

from importlib import import_module
from typing import Any

from fastapi import Request

app = import_module("fastapi_app").app


async def look(request: Request, call_next: Any) -> Any:
    await request.body()
    return await call_next(request)


app.middleware("http")(look)
