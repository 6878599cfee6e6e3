#!/usr/bin/env python3
"""Runs what README.md shows: each program is a server, started by the commands below it in a folder of its own, and has to
answer what the platform sends.

`path/to/wxseal` becomes this checkout and `/opt/wxseal` a folder inside the scratch folder. The last line is
`N passed, N failed`.
"""

import base64
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from email.message import Message
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from xml.etree import ElementTree

import wxseal
from wxseal import platform

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/reference"))

import wechat_reference as reference  # noqa: E402

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {
    "python": "server.py",
    "js": "server.mjs",
    "php": "server.php",
    "c": "server.c",
    "cpp": "server.cpp",
    "rust": "src/main.rs",
}
# Where the program answers, if not everywhere.
PATHS = {"c": "/cgi-bin/wechat", "cpp": "/cgi-bin/wechat"}
# Building the core for a debug run is the slowest of it.
PATIENCE = 300

SETTINGS = {
    "WXSEAL_TOKEN": "readme",
    "WXSEAL_ENCODING_AES_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    "WXSEAL_RECEIVE_ID": "wx0123456789abcdef",
}


def programs(readme: str) -> dict[str, tuple[str, str]]:
    """Each language's program and commands; the one at the top belongs to the first section that has none."""
    found = {}
    waiting = None
    for language, text in BLOCK.findall(readme):
        if language in FILES:
            waiting = language, text
        elif language == "sh" and waiting and not re.match("make demo|export|wxseal", text):
            found[waiting[0]] = waiting[1], text
            waiting = None
    return found


def environment(scratch: Path) -> dict[str, str]:
    """The caller's, with a virtual environment of its own for `pip` and `python`."""
    venv = scratch / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    # Installing Rust is not pip's business here: the checkout's own set-up has done it.
    return os.environ | {
        "PATH": f"{venv / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "MATURIN_NO_INSTALL_RUST": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def run(language: str, program: str, commands: str) -> str | None:
    """What is wrong, or None."""
    with tempfile.TemporaryDirectory(prefix="wxseal-readme-") as name:
        scratch = Path(name)
        if language == "rust":
            subprocess.run(
                ["cargo", "init", "--quiet", "--vcs", "none", "--name", "server", "."],
                cwd=scratch,
                check=True,
            )
        (scratch / FILES[language]).write_text(program)
        commands = commands.replace("path/to/wxseal", str(ROOT)).replace(
            "/opt/wxseal", str(scratch / "opt")
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        log = scratch / "log"
        with log.open("wb") as output:
            server = subprocess.Popen(
                ["sh", "-euc", commands],
                cwd=scratch,
                env=environment(scratch) | SETTINGS | {"PORT": str(port)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            wait(server, port)
            play(port, PATHS.get(language, "/"))
        except (AssertionError, OSError, wxseal.Error) as wrong:
            return f"{type(wrong).__name__}: {wrong}\n{log.read_text(errors='replace')}"
        finally:
            # The commands' shell and whatever it has started, and nothing else.
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
    return None


def wait(server: subprocess.Popen, port: int) -> None:
    """Waits until the program listens."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            assert server.poll() is None, f"it ended with exit status {server.returncode}"
            assert time.monotonic() < deadline, "it does not listen"
            time.sleep(0.1)


def play(port: int, path: str) -> None:
    """The platform: a URL check, texts in both formats, an event, and what must be refused."""
    token, key, receive_id = SETTINGS.values()
    crypt = wxseal.MsgCrypt(token, key, receive_id)
    now = str(int(time.time()))

    def send(request, body: bytes | None = None) -> tuple[int, str, bytes]:
        answer, headers, content = ask(
            port, path, request.query, request.body if body is None else body, request.method
        )
        return answer, headers["Content-Type"], content

    check = send(
        platform.url_check(token, timestamp=now, nonce="n1", echostr="4375120948345356249")
    )
    assert check == (200, "text/plain; charset=utf-8", b"4375120948345356249"), check

    # Somebody who promises a body and leaves takes nothing down.
    with socket.create_connection(("127.0.0.1", port), timeout=30) as peer:
        head = f"POST {path}?nonce=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n"
        peer.sendall(head.encode() + b"<xml>")

    text = '你好 <b> ]]> "😀"'
    for format in ("xml", "json"):
        fields = {"ToUserName": "gh_1", "FromUserName": "o1", "MsgType": "text", "Content": text}
        message = json.dumps(fields, ensure_ascii=False)
        if format == "xml":
            elements = (
                f"<{name}><![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]></{name}>"
                for name, value in fields.items()
            )
            message = f"<xml>{''.join(elements)}</xml>"
        request = platform.push(crypt, message, timestamp=now, nonce="n2", format=format)
        status, content_type, body = send(request)
        assert (status, content_type) == (200, f"application/{format}"), (
            status,
            content_type,
            body,
        )
        reply = platform.open_reply(crypt, body)
        assert (reply.nonce, reply.format) == ("n2", format), reply
        if format == "xml":
            echoed = ElementTree.fromstring(reply.message).findtext("Content")
        else:
            echoed = json.loads(reply.message)["Content"]
        assert echoed == text, reply.message

        changed = (
            request.body.replace(b"A", b"B", 1)
            if format == "xml"
            else request.body[:-8] + request.body[-7:]
        )
        assert send(request, changed)[0] in (400, 403), "a changed body"
        assert send(request, message.encode())[0] == 400, "a plaintext body"

    event = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"event","Event":"user_enter_tempsession"}'
    answer = send(platform.push(crypt, event, timestamp=now, nonce="n3", format="json"))
    assert answer == (200, "text/plain; charset=utf-8", b"success"), answer

    old = str(int(now) - 301)
    assert send(platform.push(crypt, event, timestamp=old, nonce="n4", format="json"))[0] == 403, (
        "an old push"
    )
    refuses_alike(port, path)


def ask(
    port: int, path: str, query: str, body: bytes, method: str = "POST"
) -> tuple[int, Message, bytes]:
    """Sends a request, and gives the answer's status, headers and body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, f"{path}?{query}", body)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def refuses_alike(port: int, path: str) -> None:
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
            status, headers, content = ask(port, path, query, body)
            shown = {name: value for name, value in headers.items() if name != "Date"}
            answers[title] = status, shown, content
    assert len(set(map(str, answers.values()))) == 1, answers
    assert answers["signature"][0] == 403, answers["signature"]


def tool(readme: str) -> str | None:
    """Runs the tool's commands against the server that they start themselves."""
    commands = next(
        text
        for language, text in BLOCK.findall(readme)
        if language == "sh" and "wxseal keygen" in text
    )
    with tempfile.TemporaryDirectory(prefix="wxseal-readme-") as name, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        # The server in the background needs a moment, which whoever types the commands gives it.
        commands = commands.replace("8080", str(port)).replace(" &\n", " &\nsleep 1\n")
        path = f"{ROOT / 'target/release'}{os.pathsep}{os.environ['PATH']}"
        with (Path(name) / "log").open("w+") as log:
            shell = subprocess.Popen(
                ["sh", "-euc", commands],
                cwd=name,
                env=os.environ | SETTINGS | {"PATH": path},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                status = shell.wait(timeout=PATIENCE)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(shell.pid, signal.SIGKILL)
            log.seek(0)
            if status or not (Path(name) / "report.html").exists():
                return f"exit status {status}\n{log.read()}"
    return None


def serve() -> str | None:
    """The tool's own server refuses as the programs do."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [ROOT / "target/release/wxseal", "serve", "--listen", f"127.0.0.1:{port}", "--quiet"],
        env=os.environ | SETTINGS,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        wait(server, port)
        refuses_alike(port, "/")
    except (AssertionError, OSError) as wrong:
        return f"{type(wrong).__name__}: {wrong}"
    finally:
        server.kill()
        server.wait()
    return None


def tables(readme: str) -> str | None:
    """Holds the table of errors against the core's, as the built module tells it."""
    shown = re.findall(r"^\| `(\w+)` \| (-\d+) \| (\d+) \|", readme, re.MULTILINE)
    errors = [getattr(wxseal, name, None) for name, _, _ in shown]
    told = [(e.__name__, str(e.code), str(e.http_status)) for e in errors if e]
    known = {
        e.__name__
        for e in vars(wxseal).values()
        if isinstance(e, type) and issubclass(e, wxseal.Error)
    }
    if told == shown and known - {"Error"} == {name for name, _, _ in shown}:
        return None
    return f"README: {shown}\nthe library: {told}"


def installs(readme: str) -> tuple[list[str], list[str]]:
    """The commands without their comments, and the packages that the text names."""
    commands = "".join(text for language, text in BLOCK.findall(readme) if language == "sh")
    return (
        [line.split("#")[0].strip() for line in commands.splitlines()],
        re.findall(r"`(apt-get install [^`]+)`", readme),
    )


def links(readme: str) -> str | None:
    """Finds every relative link's file."""
    missing = [
        link
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
        if not (ROOT / link).exists()
    ]
    return f"no such file: {missing}" if missing else None


def main() -> int:
    """Prints a line a test and the sum, and returns the exit status."""
    readme = (ROOT / "README.md").read_text()
    found = programs(readme)
    results = {
        f"the {language} program runs": run(language, *found[language])
        for language in FILES
        if language in found
    }
    results["every language has a program"] = (
        None if set(found) == set(FILES) else f"found {sorted(found)}"
    )
    results["the two commands are what CI runs"] = (
        None
        if all(
            f"make {target}" in (ROOT / ".ci/run").read_text()
            for target in ("demo", "check", "test")
        )
        else ".ci/run"
    )
    results["the commands of the tool run"] = tool(readme)
    results["wxseal serve tells no forgery from another"] = serve()
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text()
        results[f"the error table of {name} is the library's"] = tables(text)
        results[f"the links of {name} lead somewhere"] = links(text)
    translated = programs((ROOT / "README.zh-CN.md").read_text())
    results["both languages of the README show the same programs"] = (
        None
        if {k: v[1] for k, v in translated.items()} == {k: v[1] for k, v in found.items()}
        else "the commands differ"
    )
    both = [installs((ROOT / name).read_text()) for name in ("README.md", "README.zh-CN.md")]
    results["both languages of the README install the same"] = (
        None if both[0] == both[1] else f"{both[0]}\n{both[1]}"
    )
    for name, wrong in results.items():
        print(f"{'not ok' if wrong else 'ok'} {name}{': ' + wrong if wrong else ''}")
    failed = sum(wrong is not None for wrong in results.values())
    print(f"{len(results) - failed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
