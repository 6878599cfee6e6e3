"""The examples of the documentation run, and its two copies are the same."""

import ast
import doctest
import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from vectors import BY_KIND, ROOT

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
    stated = {"code", "name", "http_status"}
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
