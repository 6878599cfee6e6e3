"""The server for Python: `server.py SUBJECT`, FastAPI under uvicorn; it echoes texts, on the port in `PORT`.

`nothing` takes the query and the body as the others do, answers `success`, and looks at neither.
"""

import os
import sys
from collections.abc import Awaitable, Callable

import uvicorn
from fastapi import FastAPI, Request, Response

SETTINGS = [
    os.environ[name] for name in ("WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID")
]
Answer = Callable[[Request], Awaitable[Response]]


def with_wxseal() -> Answer:
    """As the README does."""
    import wxseal

    endpoint = wxseal.Endpoint(wxseal.MsgCrypt(*SETTINGS))

    def answer(method: str, raw_query: str, body: bytes) -> wxseal.Response:
        try:
            incoming = endpoint.receive(method, raw_query, body)
            if incoming.kind == "url_check":
                return incoming.response
            if incoming.msg_type == "text" and (content := incoming.text("Content")) is not None:
                return incoming.reply_text(content)
            return incoming.success()
        except wxseal.Error as error:
            return error.response

    async def webhook(request: Request) -> Response:
        r = answer(request.method, request.url.query, await request.body())
        return Response(r.body, r.status, dict(r.headers))

    return webhook


def with_wechatpy() -> Answer:
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

    return webhook


def with_nothing() -> Answer:
    """The server alone."""

    async def webhook(request: Request) -> Response:
        _ = request.url.query, await request.body()
        return Response("success")

    return webhook


SUBJECTS = {"wxseal": with_wxseal, "wechatpy": with_wechatpy, "nothing": with_nothing}

app = FastAPI()
app.add_api_route("/", SUBJECTS[sys.argv[1]](), methods=["GET", "POST"])
uvicorn.run(app, port=int(os.environ["PORT"]), log_level="warning", access_log=False)
