"""A webhook in Django, from 5.0 on:

    from wxseal.django import route, view

    urlpatterns = [route("wechat", view(endpoint, handle))]

`handle` gets a push and gives its answer, or `None` for `success`: see `wxseal.webhook`.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from django.urls import URLPattern, re_path
from django.views.decorators.csrf import csrf_exempt

from wxseal import Endpoint
from wxseal._runtime import Loop, Threads, run
from wxseal._webhook import Answer, Webhook, content_length
from wxseal.webhook import Handle, Options

if TYPE_CHECKING:
    from typing_extensions import Unpack

__all__ = ["async_view", "route", "view"]

_View: TypeAlias = Callable[[HttpRequest], HttpResponse]
_AsyncView: TypeAlias = Callable[[HttpRequest], Awaitable[HttpResponse]]


def view(endpoint: Endpoint, handle: Handle, **options: Unpack[Options]) -> _View:
    """Make a view that is the webhook. It is exempt from the check of CSRF, which the platform's
    pushes cannot pass; their signature stands in for it.

    Args:
        endpoint: what verifies the requests.
        handle: what gives a push its answer, or `None` for `success`; no coroutine function.
        options: see `wxseal.webhook.Options`. A body over Django's `DATA_UPLOAD_MAX_MEMORY_SIZE` is
            a 413, too.
    """
    webhook = Webhook(endpoint, handle, Threads(), **options)

    def serve(request: HttpRequest) -> HttpResponse:
        return _response(run(_answer(webhook, request)))

    exempt: _View = csrf_exempt(serve)
    return exempt


def async_view(endpoint: Endpoint, handle: Handle, **options: Unpack[Options]) -> _AsyncView:
    """Make an asynchronous view that is the webhook, as `view` does.

    Django gives a view a request whose body it has read, to a file where it is large: the server or
    the proxy in front of it limits what is read before a 413.

    Args:
        endpoint: what verifies the requests.
        handle: what gives a push its answer, or `None` for `success`. A coroutine function runs in
            the event loop, any other in a thread.
        options: see `view`.
    """
    webhook = Webhook(endpoint, handle, Loop(), **options)

    async def serve(request: HttpRequest) -> HttpResponse:
        answer = await _answer(webhook, request)
        # Django ends this once the peer hangs up.
        await asyncio.sleep(answer.withheld)
        return _response(answer)

    exempt: _AsyncView = csrf_exempt(serve)
    return exempt


def route(path: str, view: _View | _AsyncView) -> URLPattern:
    """Make an entry of `urlpatterns`, which is met with and without a slash at its end: the platform
    does not follow the redirect from one to the other.
    """
    return re_path(f"^{re.escape(path.strip('/'))}/?$", view)


async def _answer(webhook: Webhook, request: HttpRequest) -> Answer:
    def read(limit: int) -> bytes:
        try:
            body: bytes = request.body
            return body
        except RequestDataTooBig:
            raise webhook.too_large("Django's DATA_UPLOAD_MAX_MEMORY_SIZE") from None
        except RawPostDataException:
            # Somebody read the stream: as good as nothing that is left of it.
            return b""

    length = content_length(request.META.get("CONTENT_LENGTH"))
    raw_query = request.META.get("QUERY_STRING", "")
    return await webhook.answer(request.method or "", raw_query, length, read)


def _response(answer: Answer) -> HttpResponse:
    return HttpResponse(answer.body, status=answer.status, headers=dict(answer.headers))
