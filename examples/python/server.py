"""A webhook server for WeChat's message pushes, with the standard library's `http.server`.

    export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=…
    python server.py

These are the Token, the EncodingAESKey and the AppID (on WeCom the corpid) of the console's message
push page, with its encryption mode "safe" or "compatible". The others have defaults:

    WXSEAL_DIALECT     wechat, or wecom
    WXSEAL_TOLERANCE   how far a request's timestamp may be from the clock, in seconds: 300; `off`
                       takes any, so that recorded requests can be played again
    WXSEAL_HOST        127.0.0.1
    WXSEAL_PORT        8000; 0 is a free one

It answers the URL check, and a text message with the same text; to everything else it says
`success`. A request that fails gets an HTTP status and no reason, which goes to the log instead.

One thing is left out: the platform sends a push up to three times, so a server that does more than
echo remembers, by FromUserName and MsgId, what it has answered.
"""

import json
import logging
import os
import sys
import time
from collections import Counter
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import wxseal

MAX_BODY = 1 << 20
log = logging.getLogger("webhook")


class Webhook:
    """What the server answers, without HTTP."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.token = environment["WXSEAL_TOKEN"]
        self.wecom = environment.get("WXSEAL_DIALECT") == "wecom"
        tolerance = environment.get("WXSEAL_TOLERANCE", "300")
        self.tolerance = None if tolerance == "off" else int(tolerance)
        # Made once: it never changes, and all threads share it.
        self.crypt = wxseal.MsgCrypt(
            self.token,
            environment["WXSEAL_ENCODING_AES_KEY"],
            environment["WXSEAL_RECEIVE_ID"],
            dialect="wecom" if self.wecom else "wechat",
        )

    def check_url(self, query: dict[str, str]) -> bytes:
        """Answer the GET that the platform sends when the URL is saved in the console."""
        timestamp, nonce, echostr = (query.get(name) for name in ("timestamp", "nonce", "echostr"))
        if self.wecom:
            answer = self.crypt.verify_url(
                echostr,
                msg_signature=query.get("msg_signature"),
                timestamp=timestamp,
                nonce=nonce,
            )
        else:
            wxseal.verify_signature(
                self.token, signature=query.get("signature"), timestamp=timestamp, nonce=nonce
            )
            if echostr is None:
                raise wxseal.MalformedQuery("there is no echostr")
            answer = echostr.encode()
        self.check_freshness(query)
        return answer

    def receive(self, query: dict[str, str], body: bytes) -> str:
        """Answer a push."""
        message = self.crypt.decrypt(
            body,
            msg_signature=query.get("msg_signature"),
            timestamp=query.get("timestamp"),
            nonce=query.get("nonce"),
        )
        self.check_freshness(query)
        xml = message.lstrip().startswith(b"<")
        fields = read_xml(message) if xml else read_json(message)
        if fields.get("MsgType") != "text" or not {"FromUserName", "ToUserName"} <= fields.keys():
            log.info("nothing to answer: %s", fields.get("Event", fields.get("MsgType")))
            return "success"
        reply = {
            "ToUserName": fields["FromUserName"],
            "FromUserName": fields["ToUserName"],
            "CreateTime": int(time.time()),
            "MsgType": "text",
            "Content": fields.get("Content", ""),
        }
        # A Mini Program accepts no text here and sends it by the customer-service call instead; an
        # Official Account and WeCom show it to the user.
        if xml:
            return self.crypt.encrypt(write_xml(reply), nonce=query["nonce"], format="xml")
        text = json.dumps(reply, ensure_ascii=False)
        return self.crypt.encrypt(text, nonce=query["nonce"], format="json")

    def check_freshness(self, query: dict[str, str]) -> None:
        """Refuse what was recorded long ago; called when the signature has held."""
        timestamp = query["timestamp"]
        # Seconds have ten digits; with more, digits of the nonce could pass as the end of the time.
        if self.tolerance is not None and (
            len(timestamp) != 10 or abs(time.time() - int(timestamp)) > self.tolerance
        ):
            raise wxseal.StaleTimestamp("the timestamp is too far from the clock")


def parameters(raw_query: str) -> dict[str, str]:
    """Percent-decode a query once; `+` stays `+`, and a repeated parameter counts as missing."""
    pairs = [pair.partition("=") for pair in raw_query.split("&")]
    decoded = [(unquote(name), unquote(value)) for name, _, value in pairs]
    times = Counter(name for name, _ in decoded)
    return {name: value for name, value in decoded if times[name] == 1}


def read_json(message: bytes) -> dict[str, Any]:
    """Read the fields of a JSON message; one that is no object has none."""
    try:
        fields = json.loads(message)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}


def read_xml(message: bytes) -> dict[str, Any]:
    """Read the fields of an XML message. Only what the platform has signed comes here."""
    try:
        return {field.tag: field.text or "" for field in ElementTree.fromstring(message)}
    except ElementTree.ParseError:
        return {}


def write_xml(fields: dict[str, Any]) -> str:
    """Write a message as XML, escaped as it must be."""
    root = ElementTree.Element("xml")
    for name, value in fields.items():
        ElementTree.SubElement(root, name).text = str(value)
    return ElementTree.tostring(root, encoding="unicode")


class Handler(BaseHTTPRequestHandler):
    """HTTP around the webhook."""

    webhook: Webhook
    # The platform hangs up after five seconds.
    timeout = 5
    server_version = "webhook"
    sys_version = ""
    error_message_format = ""

    def do_GET(self) -> None:
        try:
            self.answer(200, self.webhook.check_url(parameters(self.path.partition("?")[2])))
        except wxseal.Error as error:
            self.refuse(error)

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal()):
            self.answer(411)
            return
        if len(length) > 9 or int(length) > MAX_BODY:
            self.answer(413)
            return
        body = self.rfile.read(int(length))
        try:
            answer = self.webhook.receive(parameters(self.path.partition("?")[2]), body)
            self.answer(200, answer.encode())
        except wxseal.Error as error:
            self.refuse(error)

    def refuse(self, error: wxseal.Error) -> None:
        log.warning("%s: %s", error.name, error)
        self.answer(error.http_status)

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        # An echostr is whatever the peer wrote; a browser must not take it for a page.
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    try:
        Handler.webhook = Webhook(dict(os.environ))
    except KeyError as missing:
        sys.exit(f"{missing.args[0]} is not set")
    except wxseal.Error as error:
        sys.exit(str(error))
    address = os.environ.get("WXSEAL_HOST", "127.0.0.1"), int(os.environ.get("WXSEAL_PORT", "8000"))
    with ThreadingHTTPServer(address, Handler) as server:
        host, port = server.server_address[:2]
        print(f"listening on http://{host!s}:{port}", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    main()
