"""A webhook in Flask:

    from wxseal.flask import blueprint

    app.register_blueprint(blueprint("/wechat", endpoint, handle))

`handle` gets a push and gives its answer, or `None` for `success`: see `wxseal.webhook`.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from flask import Blueprint, current_app, request
from flask import Response as FlaskResponse
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

from wxseal import Endpoint
from wxseal._handler import Given
from wxseal._runtime import Threads, run
from wxseal._webhook import Webhook, content_length
from wxseal.webhook import Handle, Options

if TYPE_CHECKING:
    from typing_extensions import Unpack

__all__ = ["blueprint"]


def blueprint(
    path: str, endpoint: Endpoint, handle: Handle, **options: Unpack[Options]
) -> Blueprint:
    """Make a blueprint with the webhook at a path, with and without a slash at its end: the platform
    does not follow a redirect.

    Where Flask-WTF checks for CSRF, exempt it: `csrf.exempt(blueprint)`.

    Args:
        path: where it answers, such as `/wechat`.
        endpoint: what verifies the requests.
        handle: what gives a push its answer, or `None` for `success`. A coroutine function wants
            `flask[async]`, as an asynchronous view does.
        options: see `wxseal.webhook.Options`. A body over Flask's `MAX_CONTENT_LENGTH` is a 413,
            too.
    """
    webhook = Webhook(endpoint, handle, Threads(_wait), **options)
    made = Blueprint("wxseal" + re.sub(r"\W+", "_", path), __name__)

    def serve() -> FlaskResponse:
        length = content_length(request.headers.get("Content-Length"))

        def read(limit: int) -> bytes:
            try:
                # What was read by `get_data` before is still there.
                body: bytes = request.stream.read(limit) if length is None else request.get_data()
            except RequestEntityTooLarge:
                raise webhook.too_large("Flask's MAX_CONTENT_LENGTH") from None
            except ClientDisconnected:
                raise webhook.cut() from None
            return body

        answer = run(webhook.answer(request.method, request.query_string, length, read))
        return FlaskResponse(answer.body, answer.status, answer.headers)

    made.add_url_rule(
        path.rstrip("/") + "/",
        view_func=serve,
        strict_slashes=False,
        methods=["GET", "POST"],
        provide_automatic_options=False,
    )
    return made


def _wait(waiting: Awaitable[Given]) -> Given:
    async def wait() -> Given:
        return await waiting

    given: Given = current_app.ensure_sync(wait)()
    return given
