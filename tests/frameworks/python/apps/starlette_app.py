"""The README's `fastapi_app.py`, with Starlette."""

from answers import endpoint, handle, recent
from starlette.applications import Starlette

from wxseal.asgi import application, route

app = Starlette(routes=[route("/wechat", application(endpoint, handle, recent=recent))])
