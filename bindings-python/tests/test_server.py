"""examples/python/server.py in a process of its own, spoken to over HTTP on a free port."""

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


def status_of(vector: Vector) -> int:
    status: int = getattr(wxseal, vector["error"]["name"]).http_status
    return status


def settings_of(vector: Vector) -> reference.Settings:
    inputs = vector["inputs"]
    return reference.Settings(inputs["token"], inputs["encoding_aes_key"], inputs["receive_id"])


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


@pytest.mark.parametrize("vector", [pytest.param(v, id=v["id"]) for v in BY_KIND["url_verify"]])
def test_url_check(start: Start, vector: Vector) -> None:
    url = start(reference.Settings(vector["inputs"]["token"], "A" * 43, ""))
    query = {"echostr": "a+b/c=", **query_of(vector)}
    if "error" in vector:
        assert ask(url, query) == (status_of(vector), b"")
    else:
        assert ask(url, query) == (200, query["echostr"].encode())


@pytest.mark.parametrize(
    "vector", [pytest.param(v, id=v["id"]) for v in BY_KIND["url_verify_encrypted"]]
)
def test_url_check_of_wecom(start: Start, vector: Vector) -> None:
    url = start(settings_of(vector), "wecom")
    answer = vector["expected"]["reply_body"].encode()
    assert ask(url, query_of(vector)) == (200, answer)
    assert ask(url, vector["inputs"]["query"]) == (200, answer)


@pytest.mark.parametrize("vector", [pytest.param(v, id=v["id"]) for v in BY_KIND["decrypt"]])
def test_push(start: Start, vector: Vector) -> None:
    url = start(settings_of(vector), vector["dialect"])
    status, answer = ask(url, query_of(vector), vector["inputs"]["body"].encode())
    if "error" in vector:
        assert (status, answer) == (status_of(vector), b"")
        return
    assert status == 200
    if answer != b"success":
        envelope = reference.read_envelope(answer)
        assert envelope.msg_signature and envelope.timestamp and envelope.nonce
        reply = reference.open_push(
            settings_of(vector), envelope.msg_signature, envelope.timestamp, envelope.nonce, answer
        )
        assert b"text" in reply.message
        assert (
            '"text"' in vector["expected"]["plaintext"]
            or "[text]" in vector["expected"]["plaintext"]
        )


@pytest.mark.parametrize("content", ["hello", ']]> & <微信> "\\ 🧧', ""])
def test_a_text_is_answered_with_itself(start: Start, content: str) -> None:
    url, now = start(SETTINGS, tolerance="300"), str(int(time.time()))
    fields: dict[str, Any] = {
        "ToUserName": "gh_1",
        "FromUserName": "o1",
        "CreateTime": 1714112445,
        "MsgType": "text",
        "Content": content,
        "MsgId": 4561255354251345929,
    }
    status, answer = ask(url, *sealed(json.dumps(fields).encode(), "json", now))
    reply = json.loads(opened(answer))
    assert (status, reply["Content"], reply["ToUserName"]) == (200, content, "o1")

    root = ElementTree.Element("xml")
    for name, value in fields.items():
        ElementTree.SubElement(root, name).text = str(value)
    status, answer = ask(url, *sealed(ElementTree.tostring(root, "utf-8"), "xml", now))
    found = ElementTree.fromstring(opened(answer))
    assert status == 200
    assert [found.findtext(name) for name in ("Content", "ToUserName")] == [content, "o1"]


@pytest.mark.parametrize("message", [b"", b"{", b"[]", b"<xml>", b"null", b'{"MsgType":"event"}'])
def test_what_it_cannot_read_it_acknowledges(start: Start, message: bytes) -> None:
    now = str(int(time.time()))
    assert ask(start(SETTINGS, tolerance="300"), *sealed(message, "json", now)) == (200, b"success")


def test_what_is_refused_is_refused_without_a_reason(start: Start) -> None:
    url, now = start(SETTINGS, tolerance="300"), int(time.time())
    query, body = sealed(b"{}", "json", str(now))
    assert ask(url, query, body) == (200, b"success")
    assert ask(url, {**query, "msg_signature": "0" * 40}, body) == (403, b"")
    assert ask(url, urlencode(query) + "&nonce=1", body) == (400, b"")
    assert ask(url, urlencode(query) + "&%6eonce=415670741", body) == (400, b"")
    assert ask(
        url, {**query, "nonce": "\udcff".encode("utf-8", "surrogateescape").decode("latin-1")}, body
    ) == (400, b"")
    assert ask(url, "", body) == (400, b"")
    assert ask(url, query, b"{}") == (400, b"")
    assert ask(url, query, b"\xff" * 100) == (400, b"")
    assert ask(url, query, b" " * (1 << 20) + b" ")[0] == 413
    for late in (now - 400, now + 400):
        assert ask(url, *sealed(b"{}", "json", str(late))) == (403, b"")
    assert ask(url, *sealed(b"{}", "json", f"{now}000")) == (403, b"")


def test_it_does_not_start_without_settings() -> None:
    environment = {name: value for name, value in os.environ.items() if "WXSEAL" not in name}
    for changed, said in [
        ({}, "WXSEAL_TOKEN is not set"),
        (
            {"WXSEAL_TOKEN": "", "WXSEAL_ENCODING_AES_KEY": "A" * 43, "WXSEAL_RECEIVE_ID": ""},
            "the Token must not be empty",
        ),
    ]:
        done = subprocess.run(
            [sys.executable, SERVER], env=environment | changed, capture_output=True, text=True
        )
        assert done.returncode == 1
        assert said in done.stderr
        assert "Traceback" not in done.stderr
