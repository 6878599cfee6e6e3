"""A webhook as a WSGI application, by itself or mounted in Flask, Bottle, Pyramid or Django:

    from wxseal.wsgi import application

    app = application(endpoint, handle)

`handle` gets a push and gives its answer, or `None` for `success`: see `wxseal.webhook`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wxseal import Endpoint
from wxseal._runtime import Threads, run
from wxseal._webhook import Webhook, content_length
from wxseal.webhook import Handle, Options

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from typing_extensions import Unpack

__all__ = ["application"]


def application(endpoint: Endpoint, handle: Handle, **options: Unpack[Options]) -> WSGIApplication:
    """Make a WSGI application that is the webhook, whatever the path.

    Args:
        endpoint: what verifies the requests.
        handle: what gives a push its answer, or `None` for `success`; no coroutine function.
        options: see `wxseal.webhook.Options`.
    """
    webhook = Webhook(endpoint, handle, Threads(), **options)

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        length = content_length(environ.get("CONTENT_LENGTH"))

        def read(limit: int) -> bytes:
            # Without a length, only some servers say where the body ends.
            if length is None and not environ.get("wsgi.input_terminated"):
                return b""
            body: bytes = environ["wsgi.input"].read(limit if length is None else length)
            return body

        answer = run(
            webhook.answer(environ["REQUEST_METHOD"], environ.get("QUERY_STRING", ""), length, read)
        )
        start_response(f"{answer.status} {answer.phrase}", answer.headers)
        return [answer.body]

    return serve
