"""The application `INNER` below a middleware that reads the body before the webhook does."""

import os
from importlib import import_module
from typing import Any

inner = import_module(os.environ["INNER"]).app


def app(environ: dict[str, Any], start_response: Any) -> Any:
    environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    return inner(environ, start_response)
