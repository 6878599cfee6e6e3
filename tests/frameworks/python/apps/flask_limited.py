"""The README's `flask_app.py`, with a limit of Flask's own."""

from importlib import import_module

app = import_module("flask_app").app
app.config["MAX_CONTENT_LENGTH"] = 1000
