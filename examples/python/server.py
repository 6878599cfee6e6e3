"""A webhook server for WeChat's message pushes, with the standard library's `http.server`.

    export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=…
    python server.py

These are the Token, the EncodingAESKey and the AppID (on WeCom the corpid) of the console's message
push page, with its encryption mode "safe" or "compatible". The others have defaults:

    WXSEAL_DIALECT     wechat, or wecom
    WXSEAL_TOLERANCE   how far a request's timestamp may be from the clock, in seconds: 300; `off`
                       takes any, so that recorded requests can be played again
    WXSEAL_DIAGNOSE    1 logs why a request was refused, which costs more than to refuse it
    WXSEAL_HOST        127.0.0.1
    WXSEAL_PORT        8000; 0 is a free one

It answers the URL check, and a text message with the same text; to everything else it says
`success`. A push that is sent again gets the first answer, and is not handled twice. A request that
is refused gets an HTTP status and no reason, which goes to the log instead.

What was answered is remembered by this process alone; fleet.py does the same for many.
"""

import logging
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import wxseal

MAX_BODY = 1 << 20
log = logging.getLogger("webhook")


def respond(push: wxseal.Incoming) -> wxseal.Response:
    """Answer a push: what this server is for."""
    content = push.text("Content")
    if push.msg_type == "text" and content is not None:
        # An Official Account and WeCom show it to the user; a Mini Program takes no text here and
        # sends one by `wxseal.api.send_customer_message`.
        return push.reply_text(content)
    log.info("nothing to answer: %s", push.event or push.msg_type)
    return push.success()


class Answer(NamedTuple):
    """What goes over HTTP."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @classmethod
    def of(cls, response: wxseal.Response) -> "Answer":
        return cls(response.status, response.headers, response.body)


class Webhook:
    """What the server answers, without HTTP. Made once: all threads share it."""

    # The platform hangs up after five seconds. From then on a push may be handled anew, and until
    # then a retry waits for the first answer.
    patience = 4.5
    poll = 0.05

    def __init__(self, environment: Mapping[str, str]) -> None:
        crypt = wxseal.MsgCrypt(
            environment["WXSEAL_TOKEN"],
            environment["WXSEAL_ENCODING_AES_KEY"],
            environment["WXSEAL_RECEIVE_ID"],
            dialect="wecom" if environment.get("WXSEAL_DIALECT") == "wecom" else "wechat",
            max_body=MAX_BODY,
        )
        tolerance = environment.get("WXSEAL_TOLERANCE", "300")
        self.endpoint = wxseal.Endpoint(
            crypt, tolerance=None if tolerance == "off" else int(tolerance)
        )
        self.recent = wxseal.RecentKeys(claim_for=5, keep_for=600)
        self.diagnoses = environment.get("WXSEAL_DIAGNOSE") == "1"

    def answer(self, method: str, raw_query: str, body: bytes) -> Answer | None:
        """Answer a request; `None` leaves it unanswered, so that it is sent again."""
        try:
            incoming = self.endpoint.receive(method, raw_query, body)
            if incoming.kind == "url_check":
                return Answer.of(incoming.response)
            return self.once(incoming)
        except wxseal.Error as error:
            log.warning("%s: %s", error.name, error)
            if self.diagnoses:
                for finding in self.endpoint.diagnose(method, raw_query, body):
                    log.warning("%s: %s", finding.name, finding.text)
            return Answer.of(error.response)

    def once(self, push: wxseal.Incoming) -> Answer | None:
        """Handle a push that is new; answer one that is not as it was answered before."""
        deadline = time.monotonic() + self.patience
        while (known := self.recent.claim(push.dedup_key)).state == "busy":
            if time.monotonic() > deadline:
                return None
            time.sleep(self.poll)
        if known.claim is None:
            return None if known.response is None else Answer.of(known.response)
        try:
            response = respond(push)
        except BaseException:
            # The retry may try at once.
            known.claim.release()
            raise
        known.claim.answer(response)
        return Answer.of(response)


class Handler(BaseHTTPRequestHandler):
    """HTTP around the webhook."""

    webhook: Webhook
    timeout = 5
    server_version = "webhook"
    sys_version = ""
    error_message_format = ""

    def do_GET(self) -> None:
        self.reply(b"")

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal()):
            self.send_error(411)
        elif len(length) > 9 or int(length) > MAX_BODY:
            self.send_error(413)
        else:
            self.reply(self.rfile.read(int(length)))

    def reply(self, body: bytes) -> None:
        answer = self.webhook.answer(self.command, self.path.partition("?")[2], body)
        if answer is None:
            return
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)


class Server(ThreadingHTTPServer):
    """Takes a burst of connections at once."""

    request_queue_size = 128


def serve(webhook: type[Webhook]) -> None:
    """Serve until interrupted."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    try:
        Handler.webhook = webhook(os.environ)
    except KeyError as missing:
        sys.exit(f"{missing.args[0]} is not set")
    except wxseal.Error as error:
        sys.exit(str(error))
    address = os.environ.get("WXSEAL_HOST", "127.0.0.1"), int(os.environ.get("WXSEAL_PORT", "8000"))
    with Server(address, Handler) as server:
        host, port = server.server_address[:2]
        print(f"listening on http://{host!s}:{port}", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    serve(Webhook)
