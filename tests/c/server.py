"""Plays the platform against a server of examples/c, over HTTP on a free port of the loopback.

`python3 tests/c/server.py COMMAND…` starts the server by that command. What is sent are the official vectors, and a
sealed answer is opened by the independent reference. One line a test, like the programs beside it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import traceback
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "reference"))

import wechat_reference as reference  # noqa: E402

# The vectors are years old.
TOLERANCE = "4000000000"
# No request goes through a proxy that the environment names.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def vector(kind: str, id: str) -> dict[str, Any]:
    file = json.loads((TESTS / "vectors" / f"{kind}.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(one for one in file["vectors"] if one["id"] == id)
    return found


class Server:
    """A running server, and requests to it."""

    def __init__(self, command: list[str], settings: dict[str, str], tolerance: str = TOLERANCE):
        environment = {
            "WXSEAL_TOKEN": settings["token"],
            "WXSEAL_ENCODING_AES_KEY": settings["encoding_aes_key"],
            "WXSEAL_RECEIVE_ID": settings["receive_id"],
            "WXSEAL_TOLERANCE": tolerance,
            "PORT": "0",
        }
        self.process = subprocess.Popen(
            command,
            env=os.environ | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> tuple[int, str]:
        """Ask it to end; say how it did and what it wrote to its log."""
        self.process.terminate()
        _, log = self.process.communicate(timeout=10)
        return self.process.returncode, log

    def send(
        self,
        query: dict[str, str] | str,
        body: str | None = None,
        method: str | None = None,
    ) -> tuple[int, str]:
        """Send a request; a query that is text goes out as it stands."""
        raw = query if isinstance(query, str) else reference.write_query(query)
        url = f"{self.url}/?{raw}"
        data = None if body is None else body.encode()
        request = urllib.request.Request(url, data, method=method)
        try:
            with OPENER.open(request, timeout=10) as response:
                self.headers = response.headers
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            self.headers = error.headers
            return error.code, error.read().decode()


def push_query(inputs: dict[str, str]) -> dict[str, str]:
    names = ("signature", "msg_signature", "timestamp", "nonce", "openid", "encrypt_type")
    return {name: inputs[name] for name in names if name in inputs}


def check_query(inputs: dict[str, str]) -> dict[str, str]:
    return {name: inputs[name] for name in ("signature", "timestamp", "nonce", "echostr")}


MINI_PROGRAM = vector("decrypt", "mp_doc_safe_json_decrypt")["inputs"]
ACCOUNT = vector("decrypt", "oa_tencent_sample_safe_xml_decrypt")
COMPATIBLE = vector("decrypt", "oa_tencent_sample_compat_xml_decrypt")["inputs"]

BAD_REQUEST = (400, "bad request")
FORBIDDEN = (403, "forbidden")


def url_check(command: list[str]) -> None:
    inputs = vector("url_verify", "mp_doc_url_verify")["inputs"]
    with Server(command, MINI_PROGRAM) as server:
        assert server.send(check_query(inputs)) == (200, inputs["echostr"])
        assert server.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert server.headers["X-Content-Type-Options"] == "nosniff"
        assert server.send(check_query(inputs) | {"nonce": "1"}) == FORBIDDEN
    with Server(command, ACCOUNT["inputs"]) as server:
        assert server.send(check_query(inputs)) == FORBIDDEN


def the_query_is_read_as_it_came(command: list[str]) -> None:
    inputs = vector("url_verify", "mp_doc_url_verify")["inputs"]
    signed = reference.write_query(check_query(inputs) | {"echostr": ""})
    with Server(command, MINI_PROGRAM) as server:
        # libmicrohttpd would make a space of the plus, and end the text at the NUL.
        assert server.send(f"{signed}a+b%2B%20%2520%E4%BD%A0") == (200, "a+b+ %20你")
        assert server.send(f"{signed}a%00b") == (200, "a\0b")
        assert server.send(f"{signed}a&from=%&from=%zz") == (200, "a")
        # A repeat is one however its name is written.
        assert server.send(f"{signed}a&%6eonce=1") == BAD_REQUEST
        assert server.send(f"{signed}%zz") == BAD_REQUEST
        assert server.send("") == BAD_REQUEST


def event_is_answered_with_success(command: list[str]) -> None:
    with Server(command, MINI_PROGRAM) as server:
        assert server.send(push_query(MINI_PROGRAM), MINI_PROGRAM["body"]) == (200, "success")


def text_is_answered_with_a_sealed_text(command: list[str]) -> None:
    inputs = ACCOUNT["inputs"]
    settings = reference.Settings(inputs["token"], inputs["encoding_aes_key"], inputs["receive_id"])
    prefixes = set()
    with Server(command, inputs) as server:
        for push in (inputs, COMPATIBLE, inputs):
            status, reply = server.send(push_query(push), push["body"])
            assert status == 200, status
            envelope = reference.read_envelope(reply.encode())
            assert envelope.nonce == push["nonce"], envelope
            opened = reference.open_reply(settings, reply.encode())
            prefixes.add(opened.random)
            message = opened.message.decode()
            for expected in (
                "<ToUserName><![CDATA[oyORnuP8q7ou2gfYjqLzSIWZf0rs]]></ToUserName>",
                "<FromUserName><![CDATA[gh_10f6c3c3ac5a]]></FromUserName>",
                "<Content><![CDATA[abcdteT]]></Content>",
            ):
                assert expected in message, message
    assert len(prefixes) == 3, "random bytes were used twice"


def fresh_texts_are_echoed(command: list[str]) -> None:
    """The tolerance is the usual one here, so that nothing but a request of now passes."""
    settings = reference.Settings("t0ken", "k" * 43, "wx0123456789abcdef")
    environment = {
        "token": settings.token,
        "encoding_aes_key": settings.encoding_aes_key,
        "receive_id": settings.receive_id,
    }
    contents = ("你好 😀", "a]]>b", "  \n", "", "x" * 20000, '{"a":"\\u0000"}')
    with Server(command, environment, tolerance="300") as server:
        for number, content in enumerate(contents):
            message = {
                "ToUserName": "gh_1",
                "FromUserName": "o1",
                "CreateTime": 1,
                "MsgType": "text",
            }
            message |= {"Content": content, "MsgId": number}
            encrypt = reference.encrypt_message(
                settings, json.dumps(message).encode(), os.urandom(16)
            )
            timestamp, nonce = str(int(time.time())), str(number)
            signature = reference.sign(settings.token, timestamp, nonce, encrypt)
            query = {"timestamp": timestamp, "nonce": nonce, "msg_signature": signature}
            body = reference.write_safe_body(encrypt, "gh_1", "json", "wechat")
            status, reply = server.send(query, body)
            assert (status, server.headers["Content-Type"]) == (200, "application/json"), status
            answered = json.loads(reference.open_reply(settings, reply.encode()).message)
            assert answered["Content"] == content, answered
            assert (answered["ToUserName"], answered["FromUserName"]) == ("o1", "gh_1"), answered


def bad_requests_get_a_status_and_nothing_else(command: list[str]) -> None:
    query, body = push_query(MINI_PROGRAM), MINI_PROGRAM["body"]
    without = {name: value for name, value in query.items() if name != "msg_signature"}
    server = Server(command, MINI_PROGRAM)
    try:
        assert server.send(query | {"msg_signature": query["signature"]}, body) == FORBIDDEN
        assert server.send(query | {"nonce": "]]>"}, body) == BAD_REQUEST
        assert server.send(without, body) == BAD_REQUEST
        repeated = f"{reference.write_query(query)}&nonce={query['nonce']}"
        assert server.send(repeated, body) == BAD_REQUEST
        assert server.send({}, body) == BAD_REQUEST
        assert server.send(query, "") == BAD_REQUEST
        assert server.send(query, "<xml>") == BAD_REQUEST
        assert server.send(query, body.replace("Encrypt", "Plain")) == BAD_REQUEST
        # The largest body that is read has 1 MiB; tests/readme says what becomes of a larger one.
        assert server.send(query, body + " " * ((1 << 20) - len(body))) == (200, "success")
        assert server.send(query, body, method="PUT") == (405, "method not allowed")
        assert server.headers["Allow"] == "GET, POST"
        assert server.send({"signature": "a"}) == BAD_REQUEST
        # After all of that it still serves.
        assert server.send(query, body) == (200, "success")
    finally:
        status, log = server.stop()
    assert status == 0, status
    assert "the signature does not match" in log and "(-40001)" in log, log
    # The key is the Token over and over.
    assert MINI_PROGRAM["token"] not in log, log


def stale_requests_are_refused(command: list[str]) -> None:
    inputs = vector("url_verify", "mp_doc_url_verify")["inputs"]
    with Server(command, MINI_PROGRAM, tolerance="300") as server:
        assert server.send(push_query(MINI_PROGRAM), MINI_PROGRAM["body"]) == FORBIDDEN
        assert server.send(check_query(inputs)) == FORBIDDEN


def it_does_not_start_with_bad_settings(command: list[str]) -> None:
    for change in ({"token": ""}, {"token": "to ken"}, {"encoding_aes_key": "short"}):
        server = Server(command, MINI_PROGRAM | change)
        _, log = server.process.communicate(timeout=10)
        assert server.process.returncode == 1, server.process.returncode
        assert "(-40004)" in log, log
        assert "short" not in log, log
    assert "look at offset 5" in log, log


TESTS_TO_RUN: list[Callable[[list[str]], None]] = [
    url_check,
    the_query_is_read_as_it_came,
    event_is_answered_with_success,
    text_is_answered_with_a_sealed_text,
    fresh_texts_are_echoed,
    bad_requests_get_a_status_and_nothing_else,
    stale_requests_are_refused,
    it_does_not_start_with_bad_settings,
]


def main(command: list[str]) -> int:
    failed = 0
    for test in TESTS_TO_RUN:
        try:
            test(command)
        except Exception:  # Whatever it is, the next test still runs.
            failed += 1
            traceback.print_exc(file=sys.stdout)
            print(f"FAILED {test.__name__}")
        else:
            print(f"ok {test.__name__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
