"""The examples of the documentation run, and its two copies are the same."""

import ast
import doctest
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from vectors import BY_KIND, ROOT

import wxseal
from wxseal import _wxseal

STUB = Path(inspect.getfile(wxseal)).with_name("_wxseal.pyi")


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


DOCS = docstrings(ast.parse(STUB.read_text("utf-8")).body)


def test_everything_public_is_documented() -> None:
    methods = {f"MsgCrypt.{name}" for name in vars(wxseal.MsgCrypt) if not name.startswith("_")}
    assert DOCS.keys() == set(wxseal.__all__) - {"__version__"} | methods


@pytest.mark.parametrize("name", DOCS)
def test_the_stub_says_what_help_says(name: str) -> None:
    documented: Any = _wxseal
    for part in name.split("."):
        documented = getattr(documented, part)
    # The stub has narrower lines.
    assert DOCS[name].split() == (inspect.getdoc(documented) or "").split()


@pytest.mark.parametrize("name", [name for name in DOCS if ">>>" in DOCS[name]])
def test_example(name: str) -> None:
    examples = doctest.DocTestParser().get_doctest(DOCS[name], {}, name, str(STUB), 0)
    output: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    results = runner.run(examples, out=output.append)
    assert results.attempted > 0
    assert results.failed == 0, "".join(output)


def test_what_can_be_called_has_an_example() -> None:
    assert {name for name in DOCS if ">>>" in DOCS[name]} == {
        "Error",
        "MsgCrypt",
        "MsgCrypt.decrypt",
        "MsgCrypt.encrypt",
        "MsgCrypt.verify_url",
        "verify_signature",
    }


def test_the_readme_s_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "bindings-python/README.md").read_text("utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(program, "README.md", "exec"), names)
    (vector,) = (v for v in BY_KIND["decrypt"] if v["id"] == "mp_doc_safe_json_decrypt")
    reply = names["answer"](vector["inputs"], vector["inputs"]["body"].encode())
    assert '"debug_str":"hello world"' in capsys.readouterr().out
    assert '"Encrypt": "' in reply
    with pytest.raises(wxseal.MalformedQuery):
        names["answer"]({}, b"")
