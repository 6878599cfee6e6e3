"""examples/python/server.py in a process of its own, spoken to over HTTP on a free port."""

import contextlib
import http.client
import itertools
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
import wechat_reference as reference
from vectors import BY_KIND, ROOT, Vector

import wxseal

SERVER = ROOT / "examples/python/server.py"
SETTINGS = reference.Settings("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
# A server answers a message that it knows as it did before.
IDS = itertools.count(4561255354251345929)
NAMES = ("signature", "msg_signature", "timestamp", "nonce", "echostr")

# Starts a server, or finds the running one, for settings; gives its URL.
Start = Callable[..., str]


@pytest.fixture(scope="module")
def start() -> Iterator[Start]:
    started: dict[tuple[str, ...], tuple[str, subprocess.Popen[str]]] = {}

    def start(settings: reference.Settings, dialect: str = "wechat", tolerance: str = "off") -> str:
        wanted = (
            settings.token,
            settings.encoding_aes_key,
            settings.receive_id,
            dialect,
            tolerance,
        )
        if wanted not in started:
            names = ("TOKEN", "ENCODING_AES_KEY", "RECEIVE_ID", "DIALECT", "TOLERANCE")
            process = subprocess.Popen(
                [sys.executable, SERVER],
                env=os.environ
                | {f"WXSEAL_{name}": value for name, value in zip(names, wanted, strict=True)}
                | {"WXSEAL_PORT": "0"},
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            assert process.stdout is not None
            started[wanted] = process.stdout.readline().split()[-1], process
        return started[wanted][0]

    yield start
    for _, process in started.values():
        process.terminate()
        process.communicate()


def ask(url: str, query: dict[str, str] | str, body: bytes | None = None) -> tuple[int, bytes]:
    """Send a request, a GET unless it has a body, and give the status and the body."""
    raw_query = query if isinstance(query, str) else urlencode(query)
    try:
        with urllib.request.urlopen(f"{url}/?{raw_query}", body, timeout=10) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def query_of(vector: Vector) -> dict[str, str]:
    return {name: vector["inputs"][name] for name in NAMES if name in vector["inputs"]}


def sealed(message: bytes, format: str, timestamp: str) -> tuple[dict[str, str], bytes]:
    """Seal a push by the reference."""
    push = reference.seal(
        SETTINGS, message, timestamp, "415670741", os.urandom(16), format, "wechat"
    )
    query = {
        "msg_signature": push.msg_signature,
        "timestamp": timestamp,
        "nonce": "415670741",
        "openid": "o1",
    }
    return query, push.body.encode()


def opened(reply: bytes) -> bytes:
    """Open a reply by the reference."""
    envelope = reference.read_envelope(reply)
    assert envelope.msg_signature and envelope.timestamp and envelope.nonce == "415670741"
    return reference.open_push(
        SETTINGS, envelope.msg_signature, envelope.timestamp, envelope.nonce, reply
    ).message


def crypt_of(settings: reference.Settings, dialect: Any) -> wxseal.MsgCrypt:
    return wxseal.MsgCrypt(
        settings.token, settings.encoding_aes_key, settings.receive_id, dialect=dialect
    )


def expected(
    settings: reference.Settings, dialect: Any, method: str, query: str, body: bytes
) -> tuple[int, bytes | None]:
    """Give the status and, unless it is sealed anew each time, the body of an answer."""
    crypt = crypt_of(settings, dialect)
    try:
        incoming = wxseal.Endpoint(crypt, tolerance=None).receive(method, query, body)
        if incoming.kind == "url_check":
            return 200, incoming.response.body
        if incoming.msg_type != "text":
            return 200, b"success"
        # One of Tencent's samples is sent to nobody, and cannot be answered.
        return incoming.reply_text("").status, None
    except wxseal.Error as error:
        return error.http_status, error.response.body


@pytest.mark.parametrize(
    "vector",
    [
        pytest.param(vector, id=vector["id"])
        for kind in ("url_verify", "url_verify_encrypted", "decrypt")
        for vector in BY_KIND[kind]
    ],
)
def test_vector(start: Start, vector: Vector) -> None:
    inputs, dialect = vector["inputs"], vector["dialect"]
    settings = reference.Settings(
        inputs["token"], inputs.get("encoding_aes_key", "A" * 43), inputs.get("receive_id", "")
    )
    query = query_of(vector)
    body = inputs["body"].encode() if "body" in inputs else None
    if body is None:
        query.setdefault("echostr", "a+b/c=")
    raw_query = inputs["query"] if isinstance(inputs.get("query"), str) else urlencode(query)
    method = "GET" if body is None else "POST"
    status, answer = expected(settings, dialect, method, raw_query, body or b"")
    found = ask(start(settings, dialect), raw_query, body)
    assert found[0] == status
    if answer is not None:
        assert found[1] == answer
    else:
        reply = wxseal.platform.open_reply(crypt_of(settings, dialect), found[1])
        assert b"text" in reply.message


@pytest.mark.parametrize("content", ["hello", ']]> & <微信> "\\ 🧧', ""])
def test_a_text_is_answered_with_itself(start: Start, content: str) -> None:
    url, now = start(SETTINGS, tolerance="300"), str(int(time.time()))
    fields: dict[str, Any] = {
        "ToUserName": "gh_1",
        "FromUserName": "o1",
        "CreateTime": 1714112445,
        "MsgType": "text",
        "Content": content,
        "MsgId": next(IDS),
    }
    status, answer = ask(url, *sealed(json.dumps(fields).encode(), "json", now))
    reply = json.loads(opened(answer))
    assert (status, reply["Content"], reply["ToUserName"]) == (200, content, "o1")

    root = ElementTree.Element("xml")
    fields["MsgId"] = next(IDS)
    for name, value in fields.items():
        ElementTree.SubElement(root, name).text = str(value)
    status, answer = ask(url, *sealed(ElementTree.tostring(root, "utf-8"), "xml", now))
    found = ElementTree.fromstring(opened(answer))
    assert status == 200
    assert [found.findtext(name) for name in ("Content", "ToUserName")] == [content, "o1"]


def test_a_retry_gets_the_first_answer(start: Start) -> None:
    url, now = start(SETTINGS, tolerance="300"), int(time.time())
    message = (
        b'{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi","MsgId":71}'
    )
    # The platform seals each try anew.
    answers = {ask(url, *sealed(message, "json", str(now + later))) for later in range(3)}
    assert len(answers) == 1
    other = message.replace(b"71", b"72")
    assert ask(url, *sealed(other, "json", str(now))) not in answers


@pytest.mark.parametrize("message", [b"", b"{", b"[]", b"null", b'{"MsgType":"widget_data"}'])
def test_what_it_cannot_read_it_refuses(start: Start, message: bytes) -> None:
    url, now = start(SETTINGS, tolerance="300"), str(int(time.time()))
    assert ask(url, *sealed(message, "json", now)) == (403, b"forbidden")


def test_what_is_refused_is_refused_without_a_reason(start: Start) -> None:
    url, now = start(SETTINGS, tolerance="300"), int(time.time())
    query, body = sealed(b'{"MsgType":"event"}', "json", str(now))
    forbidden, bad = (403, b"forbidden"), (400, b"bad request")
    assert ask(url, query, body) == (200, b"success")
    assert ask(url, {**query, "msg_signature": "0" * 40}, body) == forbidden
    assert ask(url, urlencode(query) + "&nonce=1", body) == bad
    assert ask(url, urlencode(query) + "&%6eonce=415670741", body) == bad
    assert ask(url, urlencode({**query, "nonce": b"\xff"}), body) == bad
    assert ask(url, "", body) == bad
    assert ask(url, query, b"{}") == bad
    assert ask(url, query, b"\xff" * 100) == bad
    for late in (now - 400, now + 400):
        assert ask(url, *sealed(b'{"MsgType":"event"}', "json", str(late))) == forbidden
    assert ask(url, *sealed(b'{"MsgType":"event"}', "json", f"{now}000")) == forbidden


@pytest.mark.parametrize(
    ("length", "status"),
    [(None, 411), ("", 411), ("-1", 411), ("1" * 100, 413), (str((1 << 20) + 1), 413)],
)
def test_a_body_is_not_read_unless_its_size_is_known_and_right(
    start: Start, length: str | None, status: int
) -> None:
    connection = http.client.HTTPConnection(start(SETTINGS).removeprefix("http://"), timeout=10)
    with contextlib.closing(connection):
        connection.putrequest("POST", "/")
        if length is not None:
            connection.putheader("Content-Length", length)
        connection.endheaders()
        response = connection.getresponse()
        assert (response.status, response.read()) == (status, b"")


def test_it_does_not_start_without_settings() -> None:
    environment = {name: value for name, value in os.environ.items() if "WXSEAL" not in name}
    for changed, said in [
        ({}, "WXSEAL_TOKEN is not set"),
        (
            {"WXSEAL_TOKEN": "", "WXSEAL_ENCODING_AES_KEY": "A" * 43, "WXSEAL_RECEIVE_ID": ""},
            "the Token is empty",
        ),
    ]:
        done = subprocess.run(
            [sys.executable, SERVER], env=environment | changed, capture_output=True, text=True
        )
        assert done.returncode == 1
        assert said in done.stderr
        assert "Traceback" not in done.stderr
