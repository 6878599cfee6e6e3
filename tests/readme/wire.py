"""Requests as bytes on a socket, as the platform and worse peers send them, and what every server has to make of them."""

from __future__ import annotations

import base64
import json
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple
from xml.etree import ElementTree

from languages import ROOT
from serving import Server

import wxseal
from wxseal import platform

sys.path.insert(0, str(ROOT / "tests/reference"))

import wechat_reference as reference

SETTINGS = {
    "WXSEAL_TOKEN": "readme",
    "WXSEAL_ENCODING_AES_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    "WXSEAL_RECEIVE_ID": "wx0123456789abcdef",
}
TOKEN = SETTINGS["WXSEAL_TOKEN"]
CRYPT = wxseal.MsgCrypt(*SETTINGS.values())
MAX_BODY = 1 << 20
# The URL check came as HTTP/1.0, without a Host. A server that keeps connections open is asked not to.
HEADS = {
    "HTTP/1.0": "User-Agent: Mozilla/4.0\r\nAccept: */*\r\n",
    "HTTP/1.1": "Host: 127.0.0.1\r\nUser-Agent: Mozilla/4.0\r\nConnection: close\r\n",
}
# Of HTTP and its caches, not of the answer.
OF_HTTP = {
    *("connection", "content-length", "date", "host", "server", "x-powered-by"),
    *("cache-control", "expires", "pragma"),
}
NUMBERS = count(1)


class Answer(NamedTuple):
    """A status, the headers in lower case but for those of HTTP itself, and a body of the length that was promised."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def ask(
    server: Server,
    query: str,
    body: bytes | None = None,
    version: str = "HTTP/1.0",
    promised: int | None = None,
) -> Answer:
    """Send a request, a GET unless it has a body, and read to the end of the connection."""
    head = (
        f"{'GET' if body is None else 'POST'} {server.path}?{query} {version}\r\n{HEADS[version]}"
    )
    if body is not None:
        promised = len(body) if promised is None else promised
        head += f"Content-Type: text/xml\r\nContent-Length: {promised}\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as peer:
        received = b""
        try:
            peer.sendall(f"{head}\r\n".encode() + (body or b""))
            while piece := peer.recv(1 << 16):
                received += piece
        except ConnectionError:
            # Who refuses a body before it has come may close the connection on it, and the answer is there all the same.
            while piece := _rest(peer):
                received += piece
    return read_answer(received)


def _rest(peer: socket.socket) -> bytes:
    try:
        return peer.recv(1 << 16)
    except ConnectionError:
        return b""


def read_answer(received: bytes) -> Answer:
    """Take an answer apart, and hold it to its length."""
    head, end, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    assert end and first.startswith("HTTP/1."), received
    headers = [
        (name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)
    ]
    lengths = [value for name, value in headers if name == "content-length"]
    assert lengths == [str(len(body))], f"{lengths} of {len(body)} bytes: {first}"
    assert "transfer-encoding" not in dict(headers), head
    shown = sorted(header for header in headers if header[0] not in OF_HTTP)
    return Answer(int(first.split()[1]), tuple(shown), body)


def url_check(echostr: str = "4375120948345356249") -> str:
    """The query of a URL check, in the platform's order."""
    timestamp, nonce = str(int(time.time())), str(next(NUMBERS))
    signature = reference.sign(TOKEN, timestamp, nonce)
    parameters = {
        "signature": signature,
        "echostr": echostr,
        "timestamp": timestamp,
        "nonce": nonce,
    }
    return reference.write_query(parameters)


def messages() -> Iterator[tuple[dict[str, str], str | None]]:
    """Messages, each with the text that has to come back, or None where the answer is `success`."""
    yield {"MsgType": "text", "Content": '你好 <b> ]]> "😀"'}, '你好 <b> ]]> "😀"'
    # Longer than what fits into a fixed buffer, and than what some servers cut into chunks.
    yield {"MsgType": "text", "Content": "你" * 20_001}, "你" * 20_001
    yield {"MsgType": "text"}, None
    yield {"MsgType": "image", "PicUrl": "http://a/b", "MediaId": "1", "Content": "no text"}, None
    yield {"MsgType": "event", "Event": "user_enter_tempsession", "SessionFrom": "x"}, None
    yield {"MsgType": "what comes next year", "Content": "a"}, None


def push(fields: dict[str, str], format: Literal["xml", "json"]) -> tuple[str, bytes]:
    """Seal a message that was never sent before."""
    fields = {"ToUserName": "gh_1", "FromUserName": "o1", **fields, "MsgId": str(next(NUMBERS))}
    root = ElementTree.Element("xml")
    for name, value in fields.items():
        ElementTree.SubElement(root, name).text = value
    message = (
        ElementTree.tostring(root, "utf-8") if format == "xml" else json.dumps(fields).encode()
    )
    request = platform.push(CRYPT, message, nonce=str(next(NUMBERS)), format=format)
    return request.query, request.body


def content(reply: bytes, format: str) -> str | None:
    """What a sealed reply says."""
    opened = platform.open_reply(CRYPT, reply)
    assert opened.format == format, opened
    if format == "xml":
        return ElementTree.fromstring(opened.message).findtext("Content")
    answer: str | None = json.loads(opened.message)["Content"]
    return answer


def answers_alike(server: Server) -> None:
    """By both versions of HTTP, in both formats: a URL check, texts, and all else."""
    nosniff = ("x-content-type-options", "nosniff")
    plain = (("content-type", "text/plain; charset=utf-8"), nosniff)
    for version in HEADS:
        assert ask(server, url_check("a+b/="), version=version) == (200, plain, b"a+b/=")
        for format in ("xml", "json"):
            for fields, echoed in messages():
                answer = ask(server, *push(fields, format), version=version)
                if echoed is None:
                    assert answer == (200, plain, b"success"), (version, format, fields, answer)
                else:
                    headers = (("content-type", f"application/{format}"), nosniff)
                    assert answer[:2] == (200, headers), (version, format, answer)
                    assert content(answer.body, format) == echoed, (version, format)


def refuses_forgeries(server: Server) -> None:
    """What was changed, is not sealed or is old."""
    for format in ("xml", "json"):
        query, body = push({"MsgType": "text", "Content": "a"}, format)
        changed = body.replace(b"A", b"B", 1) if format == "xml" else body[:-8] + body[-7:]
        assert ask(server, query, changed).status in (400, 403), "a changed body"
        assert ask(server, query, b"<xml><MsgType>text</MsgType></xml>").status == 400, "no seal"
    old = platform.push(CRYPT, '{"MsgType":"event"}', timestamp=str(int(time.time()) - 301))
    assert ask(server, old.query, old.body).status == 403, "an old push"


def refuses_alike(server: Server) -> None:
    """Whatever fails after the signature has held looks the same from outside, and like a signature that has not: an answer
    that told padding from length would open messages, a byte at a time."""
    token, key, receive_id = SETTINGS.values()
    message, random = b"<xml><MsgType>text</MsgType></xml>", bytes(16)
    frame = reference.frame(random, message, receive_id)
    padded = reference.pad(frame, reference.PAD_TO)
    seal = partial(reference.encrypt_padded, key)
    forged = {
        "cut short": base64.b64encode(bytes(33)).decode(),
        "no base64": seal(padded).rstrip("=") + "*",
        "padding of 0": seal(padded[:-1] + b"\0"),
        "padding of 33": seal(padded[:-1] + b"\x21"),
        "one byte of the padding": seal(padded[:-2] + b"\0" + padded[-1:]),
        "length": seal(reference.pad(random + b"\xff" * 4 + message, reference.PAD_TO)),
        "receive id": seal(reference.pad(reference.frame(random, message, "wx1"), 32)),
        "another key": reference.encrypt_padded(key[::-1], padded),
        "a message that only servers send": seal(
            reference.pad(
                reference.frame(random, message.replace(b"text", b"widget_data"), receive_id), 32
            )
        ),
    }
    answers = {}
    for mistake, encrypt in forged.items():
        stamp = {"timestamp": str(int(time.time())), "nonce": "n5"}
        signature = reference.sign(token, *stamp.values(), encrypt)
        body = reference.write_safe_body(encrypt, "gh_1", "xml", "wechat").encode()
        for title, given in ((mistake, signature), ("signature", "0" * 40)):
            query = reference.write_query({"msg_signature": given, **stamp})
            answers[title] = ask(server, query, body)
    assert len(set(answers.values())) == 1, answers
    assert answers["signature"].status == 403, answers["signature"]


def refusal(query: str, body: bytes | None) -> wxseal.Error:
    """What is wrong with a request."""
    try:
        wxseal.Endpoint(CRYPT).receive("GET" if body is None else "POST", query, body or b"")
    except wxseal.Error as error:
        return error
    raise AssertionError("the request is right")


def refuses_with_a_line(server: Server) -> None:
    """One line of the log for each request that is refused, which says why; its answer does not."""
    query, body = push({"MsgType": "event"}, "json")
    requests: dict[str, tuple[str, bytes | None]] = {
        "a push of nobody": (query.replace("signature=", "signature=0"), body),
        "a push without a signature": ("timestamp=1", body),
        "a body without an envelope": (query, b"{}"),
        "a check of nobody": (url_check().replace("signature=", "signature=0"), None),
    }
    server.settle()
    for version in HEADS:
        for name, (raw, sent) in requests.items():
            error, answer = refusal(raw, sent), ask(server, raw, sent, version)
            expected = error.http_status, error.response.body
            assert (answer.status, answer.body) == expected, (name, answer)
            told = server.told()
            # The tool breaks a line where the screen ends.
            text = str(error)[:25] if server.entry else str(error)
            assert len(told) == 1 and text in told[0], (name, told)


def limits_the_body(server: Server, logged: bool) -> None:
    """1 MiB is read, and a byte more is not."""
    query, body = push({"MsgType": "event"}, "json")
    assert ask(server, query, body.ljust(MAX_BODY)).body == b"success"
    server.settle()
    for version in HEADS:
        for sent in (MAX_BODY + 1, 0) if server.by_length else (MAX_BODY + 1,):
            answer = ask(server, query, b" " * sent, version, promised=MAX_BODY + 1)
            assert answer.status == 413, (version, sent, answer)
            if logged:
                told = server.told()
                assert len(told) == 1, told


def waits_for_nobody(server: Server) -> None:
    """Peers that say nothing, half a head, or half a body, and then leave, do not keep others from their answers."""
    head = f"POST {server.path}?nonce=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n"
    with ExitStack() as stack:
        for sent in ("", "GET", head, f"{head}\r\n<xml>") * 4:
            peer = socket.create_connection(("127.0.0.1", server.port), timeout=30)
            stack.enter_context(peer).sendall(sent.encode())
        time.sleep(0.2)
        begun = time.monotonic()
        for version in HEADS:
            assert ask(server, url_check("1"), version=version).body == b"1"
        taken = time.monotonic() - begun
        assert taken < 3, f"it took {taken:.1f} s"
    # They have left now, which takes nothing down.
    assert ask(server, url_check("2")).body == b"2"


def names_what_is_missing(server: Server, name: str) -> None:
    """A server without a setting ends and says which; where each request starts a program, that is a 500."""
    if server.listens():
        answer = ask(server, url_check())
        assert answer.status == 500, answer
        lines = server.told()
        assert len(lines) == 1 and f"{name} is not set" in lines[0], lines
    else:
        assert server.process.returncode != 0
        assert f"{name} is not set" in server.said(), server.said()


def hold(server: Server, logs_of_http: bool = True) -> None:
    """All of it, but for what needs a server that lacks something."""
    answers_alike(server)
    refuses_forgeries(server)
    refuses_alike(server)
    refuses_with_a_line(server)
    limits_the_body(server, logs_of_http)
    waits_for_nobody(server)


def verdict(
    command: str,
    folder: Path,
    variables: Mapping[str, str] | None = None,
    *,
    path: str = "/",
    by_length: bool = True,
) -> str | None:
    """Start a server by its command, with all settings and then without one after another; say what is wrong, or None."""
    start = partial(Server, command, folder, path=path, by_length=by_length)
    settings = {**SETTINGS, **(variables or {})}
    with start(settings) as server:
        try:
            server.wait()
            hold(server)
        except (AssertionError, OSError, wxseal.Error) as wrong:
            return f"{type(wrong).__name__}: {wrong}\n{server.said()}"
    for name in SETTINGS:
        lacking = {other: value for other, value in settings.items() if other != name}
        with start(lacking) as server:
            try:
                names_what_is_missing(server, name)
            except (AssertionError, OSError) as wrong:
                return f"{type(wrong).__name__}: {wrong}\n{server.said()}"
    return None
