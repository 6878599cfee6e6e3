"""The server for Python: `server.py SUBJECT`, FastAPI under uvicorn; it echoes texts, on the port in `PORT`.

`nothing` takes the query and the body as the others do, answers `success`, and looks at neither.
"""

import os
import sys

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.routing import APIRoute
from starlette.routing import Route

SETTINGS = [
    os.environ[name] for name in ("WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID")
]


def with_wxseal() -> Route:
    """As the README of Python does, with a handler that need not run in a thread."""
    import wxseal
    from wxseal.asgi import application, route

    async def handle(push: wxseal.Incoming) -> wxseal.Response | None:
        if push.msg_type == "text" and (content := push.text("Content")) is not None:
            return push.reply_text(content)
        return None

    return route("/", application(wxseal.Endpoint(wxseal.MsgCrypt(*SETTINGS)), handle))


def with_wechatpy() -> Route:
    """As wechatpy's documentation does, but with one `WeChatCrypto` for all requests."""
    from wechatpy import create_reply, parse_message
    from wechatpy.crypto import WeChatCrypto
    from wechatpy.exceptions import InvalidAppIdException, InvalidSignatureException
    from wechatpy.utils import check_signature

    token = SETTINGS[0]
    crypt = WeChatCrypto(*SETTINGS)

    async def webhook(request: Request) -> Response:
        query = request.query_params
        timestamp, nonce = query["timestamp"], query["nonce"]
        try:
            check_signature(token, query["signature"], timestamp, nonce)
            sealed = await request.body()
            message = parse_message(
                crypt.decrypt_message(sealed, query["msg_signature"], timestamp, nonce)
            )
        except (InvalidSignatureException, InvalidAppIdException):
            return Response(status_code=403)
        if message.type != "text":
            return Response("success")
        reply = create_reply(message.content, message).render()
        sealed = crypt.encrypt_message(reply, nonce, timestamp)
        return Response(sealed, media_type="application/xml")

    return APIRoute("/", webhook, methods=["GET", "POST"])


def with_nothing() -> Route:
    """The server alone."""

    async def webhook(request: Request) -> Response:
        _ = request.url.query, await request.body()
        return Response("success")

    return APIRoute("/", webhook, methods=["GET", "POST"])


SUBJECTS = {"wxseal": with_wxseal, "wechatpy": with_wechatpy, "nothing": with_nothing}

app = FastAPI()
app.router.routes.append(SUBJECTS[sys.argv[1]]())
uvicorn.run(app, port=int(os.environ["PORT"]), log_level="warning", access_log=False)
