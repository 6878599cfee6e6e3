"""The README's `flask_app.py`, with a hook that keeps the body of every request, which is no mistake."""

from importlib import import_module

from flask import request

app = import_module("flask_app").app


def keep() -> None:
    request.get_data()


app.before_request(keep)
