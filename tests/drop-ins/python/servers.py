"""Servers as each peer's documentation has them, as WSGI applications; the modules whose import a
drop-in changes are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl
from wsgiref.types import StartResponse, WSGIEnvironment

Application = Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]
Answer = str | bytes | None


def application(answer: Callable[[str, dict[str, str], bytes], Answer]) -> Application:
    """An application of a function of method, query and body; `None` is a 403."""

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        answered = answer(environ["REQUEST_METHOD"], dict(parse_qsl(environ["QUERY_STRING"])), body)
        said = answered.encode() if isinstance(answered, str) else answered or b""
        start_response(
            "403 Forbidden" if answered is None else "200 OK",
            [("Content-Type", "text/plain"), ("Content-Length", str(len(said)))],
        )
        return [said]

    return serve


def wechatpy(crypto: Any, utils: Any, token: str, key: str, app_id: str) -> Application:
    """An Official Account's: the check of the URL is signed, and a push sealed or in clear."""
    from wechatpy import create_reply, parse_message
    from wechatpy.exceptions import InvalidAppIdException, InvalidSignatureException

    def answer(method: str, query: dict[str, str], body: bytes) -> Answer:
        timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
        try:
            utils.check_signature(token, query.get("signature", ""), timestamp, nonce)
            if method == "GET":
                return query.get("echostr", "")
            crypt = crypto.WeChatCrypto(token, key, app_id)
            xml = crypt.decrypt_message(body, query.get("msg_signature", ""), timestamp, nonce)
        except (InvalidAppIdException, InvalidSignatureException):
            return None
        message = parse_message(xml)
        if message.type != "text":
            return "success"
        reply = create_reply(message.content, message).render()
        sealed: str = crypt.encrypt_message(reply, nonce, timestamp)
        return sealed

    return application(answer)


def wechatpy_wecom(wecom: str, crypto: Any, token: str, key: str, corp_id: str) -> Application:
    """WeCom's: the check of the URL is sealed too."""
    from importlib import import_module

    from wechatpy.exceptions import InvalidSignatureException

    peer = import_module(f"wechatpy.{wecom}")
    refused = (
        InvalidSignatureException,
        import_module(f"wechatpy.{wecom}.exceptions").InvalidCorpIdException,
    )

    def answer(method: str, query: dict[str, str], body: bytes) -> Answer:
        signature, timestamp, nonce = (
            query.get(name, "") for name in ("msg_signature", "timestamp", "nonce")
        )
        crypt = crypto.WeChatCrypto(token, key, corp_id)
        try:
            if method == "GET":
                echostr: str = crypt.check_signature(
                    signature, timestamp, nonce, query.get("echostr", "")
                )
                return echostr
            message = peer.parse_message(crypt.decrypt_message(body, signature, timestamp, nonce))
        except refused:
            return None
        if message.type != "text":
            return "success"
        reply = peer.create_reply(message.content, message).render()
        sealed: str = crypt.encrypt_message(reply, nonce, timestamp)
        return sealed

    return application(answer)


def tencent(
    kind: Any, reply: Callable[[Any], str | None], token: str, key: str, corp_id: str
) -> Application:
    """WeCom's, with the sample's class; `reply` says what to answer to what was decrypted."""

    def answer(method: str, query: dict[str, str], body: bytes) -> Answer:
        signature, timestamp, nonce = (
            query.get(name, "") for name in ("msg_signature", "timestamp", "nonce")
        )
        crypt = kind(token, key, corp_id)
        if method == "GET":
            ret, echostr = crypt.VerifyURL(signature, timestamp, nonce, query.get("echostr", ""))
            return echostr if ret == 0 else None
        ret, message = crypt.DecryptMsg(body, signature, timestamp, nonce)
        if ret != 0:
            return None
        said = reply(message)
        if said is None:
            return "success"
        ret, sealed = crypt.EncryptMsg(said, nonce, timestamp)
        return sealed if ret == 0 else None

    return application(answer)


def werobot(kind: Any, token: str, key: str, app_id: str) -> Application:
    """A robot that repeats what it is told."""
    robot = kind(token=token, enable_session=False)
    robot.config["APP_ID"] = app_id
    robot.config["ENCODING_AES_KEY"] = key

    def echo(message: Any) -> Any:
        return message.content

    robot.add_handler(echo, type="text")
    wsgi: Application = robot.wsgi
    return wsgi
