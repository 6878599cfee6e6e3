"""Middlewares that have a look at a request before its view has."""

from typing import Any


def reads_stream(get_response: Any) -> Any:
    """The mistake: nothing is left."""

    def serve(request: Any) -> Any:
        request.read()
        return get_response(request)

    return serve


def reads_form(get_response: Any) -> Any:
    """No mistake: Django keeps the body."""

    def serve(request: Any) -> Any:
        assert not request.POST
        assert request.body or request.method == "GET"
        return get_response(request)

    return serve
