"""The examples of the documentation run, and its two copies are the same."""

import ast
import contextlib
import doctest
import inspect
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from vectors import ROOT

import wxseal
from wxseal import _wxseal

PACKAGE = Path(inspect.getfile(wxseal)).parent
MODULES: dict[str, ModuleType] = {
    "_wxseal": _wxseal,
    "api": wxseal.api,
    "platform": wxseal.platform,
}


def docstrings(body: list[ast.stmt], prefix: str = "") -> dict[str, str]:
    """Give each documented name of the stub its text."""
    found = {}
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            name = prefix + node.name
            if text := ast.get_docstring(node):
                found[name] = text
            if isinstance(node, ast.ClassDef):
                found |= docstrings(node.body, f"{name}.")
    return found


DOCS = {
    (module, name): doc
    for module in MODULES
    for name, doc in docstrings(
        ast.parse((PACKAGE / f"{module}.pyi").read_text("utf-8")).body
    ).items()
}


def attributes(of: type) -> set[str]:
    """Name what is public of a class."""
    return {name for name in vars(of) if not name.startswith("_")}


def test_everything_public_is_documented() -> None:
    # What a class of errors has beside these is said by its docstring.
    stated = {"code", "name", "http_status", "setting"}
    public = set()
    for module, of in MODULES.items():
        for name in set(of.__all__) - {"__version__", "api", "platform"}:
            value = getattr(of, name)
            public.add((module, name))
            if isinstance(value, type):
                own = attributes(value)
                own -= stated if issubclass(value, Exception) else set()
                public |= {(module, f"{name}.{attribute}") for attribute in own}
    assert DOCS.keys() == public


@pytest.mark.parametrize(("module", "name"), DOCS)
def test_the_stub_says_what_help_says(module: str, name: str) -> None:
    documented: Any = MODULES[module]
    for part in name.split("."):
        documented = getattr(documented, part)
    # The stub has narrower lines.
    assert DOCS[module, name].split() == (inspect.getdoc(documented) or "").split()


EXAMPLES = {key: doc for key, doc in DOCS.items() if ">>>" in doc} | {
    (module.__name__, "the module"): module.__doc__ or ""
    for module in (wxseal.api, wxseal.platform)
}


@pytest.mark.parametrize(("module", "name"), EXAMPLES)
def test_example(module: str, name: str) -> None:
    examples = doctest.DocTestParser().get_doctest(EXAMPLES[module, name], {}, name, module, 0)
    output: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    results = runner.run(examples, out=output.append)
    assert results.attempted > 0
    assert results.failed == 0, "".join(output)


def test_what_can_be_called_has_an_example() -> None:
    called = {
        (module, name)
        for module, of in MODULES.items()
        for name in of.__all__
        if inspect.isbuiltin(getattr(of, name))
    }
    assert called <= EXAMPLES.keys()
    classes = {"Article", "Endpoint", "Error", "Incoming", "MsgCrypt", "RecentKeys", "Response"}
    assert {("_wxseal", name) for name in classes} <= EXAMPLES.keys()


README = ROOT / "bindings-python/README.md"


def programs(readme: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)


def test_a_framework_takes_at_most_twelve_lines_from_settings_to_route() -> None:
    # tests/frameworks runs them.
    _, answers, *frameworks = (
        [line for line in program.splitlines() if line and not re.match("#|import|from", line)]
        for program in programs(README.read_text("utf-8").partition("## In many processes")[0])
    )
    assert len(frameworks) == 7
    assert all(len(answers + lines) <= 12 for lines in frameworks)


@pytest.fixture(scope="module")
def readme_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the README's program; give its URL."""
    readme = README.read_text("utf-8")
    program, *_ = programs(readme)
    settings = dict(re.findall(r"(WXSEAL_\w+)=(\S+)", readme))
    file = tmp_path_factory.mktemp("readme") / "server.py"
    file.write_text(program, "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = probe.getsockname()
    process = subprocess.Popen(
        [sys.executable, file],
        env=os.environ | settings | {"PORT": str(address[1])},
        stderr=subprocess.DEVNULL,
    )
    try:
        while process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(address):
                break
            time.sleep(0.02)
        assert process.poll() is None
        yield f"http://127.0.0.1:{address[1]}"
    finally:
        process.kill()
        process.wait()


def test_the_readme_s_server_runs(readme_server: str) -> None:
    def ask(request: wxseal.platform.Request) -> tuple[int, bytes]:
        url = f"{readme_server}/?{request.query}"
        prepared = urllib.request.Request(url, request.body or None, method=request.method)
        try:
            with urllib.request.urlopen(prepared, timeout=10) as response:
                return response.status, response.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    head = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":'
    text = wxseal.platform.push(crypt, head + '"text","Content":"你好"}', format="json")
    status, answer = ask(text)
    assert status == 200
    assert '"Content":"你好"' in wxseal.platform.open_reply(crypt, answer).message.decode()
    assert ask(wxseal.platform.push(crypt, head + '"event"}')) == (200, b"success")
    assert ask(wxseal.platform.url_check("AAAAA", "a+b/c=")) == (200, b"a+b/c=")
    assert ask(wxseal.platform.url_check("BBBBB", "1")) == (403, b"forbidden")
    stale = wxseal.platform.push(crypt, head + '"event"}', timestamp=1714112445)
    assert ask(stale) == (403, b"forbidden")
    assert ask(wxseal.platform.plain_push("AAAAA", head + '"event"}')) == (400, b"bad request")
