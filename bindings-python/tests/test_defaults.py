"""Every default is the library's: in the signatures, the stub and what is done."""

import ast
import inspect
import re
from pathlib import Path

import pytest
from vectors import ROOT

import wxseal
from wxseal import platform, redis

HEADER = (ROOT / "include/wxseal.h").read_text("utf-8")
LIBRARY = dict(re.findall(r"^#define WXSEAL_DEFAULT_(\w+) (\w+)$", HEADER, re.MULTILINE))
DIALECT = LIBRARY["DIALECT"].removeprefix("WXSEAL_DIALECT_").lower()
NUMBERS = {name: int(value) for name, value in LIBRARY.items() if name != "DIALECT"}

# Class, function and argument, and the library's name.
DEFAULTS = {
    ("MsgCrypt", "__new__", "dialect"): DIALECT,
    ("MsgCrypt", "__new__", "max_body"): NUMBERS["MAX_BODY"],
    ("Endpoint", "__new__", "tolerance"): NUMBERS["TOLERANCE"],
    ("Endpoint", "plain", "tolerance"): NUMBERS["TOLERANCE"],
    ("RecentKeys", "__new__", "claim_for"): NUMBERS["CLAIM_FOR"],
    ("RecentKeys", "__new__", "keep_for"): NUMBERS["KEEP_FOR"],
    ("RecentKeys", "__new__", "max_entries"): NUMBERS["MAX_ENTRIES"],
    ("RecentKeys", "__new__", "max_bytes"): NUMBERS["MAX_BYTES"],
}
TIMESTAMP = 1714112445


def stubbed(of: str, function: str, argument: str) -> object:
    stub = Path(inspect.getfile(wxseal)).with_name("_wxseal.pyi").read_text("utf-8")
    for node in ast.walk(ast.parse(stub)):
        if isinstance(node, ast.ClassDef) and node.name == of:
            [found] = [
                one
                for one in node.body
                if isinstance(one, ast.FunctionDef) and one.name == function
            ]
            arguments = [*found.args.args, *found.args.kwonlyargs]
            optional = found.args.args[len(found.args.args) - len(found.args.defaults) :]
            values = dict(
                zip((one.arg for one in optional), found.args.defaults, strict=True)
            ) | dict(
                zip((one.arg for one in found.args.kwonlyargs), found.args.kw_defaults, strict=True)
            )
            assert argument in {one.arg for one in arguments}
            value = values[argument]
            assert value is not None
            return ast.literal_eval(value)
    raise AssertionError(f"the stub has no {of}.{function}")


@pytest.mark.parametrize(("where", "default"), DEFAULTS.items(), ids=lambda found: str(found))
def test_a_default_is_the_librarys(where: tuple[str, str, str], default: object) -> None:
    of, function, argument = where
    call = getattr(wxseal, of) if function == "__new__" else getattr(getattr(wxseal, of), function)
    assert inspect.signature(call).parameters[argument].default == default
    assert stubbed(of, function, argument) == default


def test_all_of_the_librarys_are_known() -> None:
    assert set(DEFAULTS.values()) == {DIALECT, *NUMBERS.values()}
    assert NUMBERS["KEEP_FOR"] == 2 * NUMBERS["TOLERANCE"]


def test_what_is_left_out_is_the_default() -> None:
    response = wxseal.MalformedQuery("").response
    recent = wxseal.RecentKeys()
    claim = recent.claim("k", now=0).claim
    assert claim is not None
    assert recent.claim("k", now=0).until == NUMBERS["CLAIM_FOR"]
    claim.answer(response, now=0)
    assert recent.claim("k", now=NUMBERS["KEEP_FOR"] - 1).state == "answered"
    assert recent.claim("k", now=NUMBERS["KEEP_FOR"]).state == "claimed"

    endpoint = wxseal.Endpoint.plain("t")
    push = platform.plain_push("t", "{}", timestamp=TIMESTAMP, nonce="1")
    late = TIMESTAMP + NUMBERS["TOLERANCE"]
    endpoint.receive("POST", push.query, push.body, now=late)
    with pytest.raises(wxseal.StaleTimestamp):
        endpoint.receive("POST", push.query, push.body, now=late + 1)
    body = b"{}".ljust(NUMBERS["MAX_BODY"])
    endpoint.receive("POST", push.query, body, now=TIMESTAMP)
    with pytest.raises(wxseal.MalformedEnvelope):
        endpoint.receive("POST", push.query, body + b" ", now=TIMESTAMP)


def test_the_example_takes_the_defaults() -> None:
    text = (ROOT / "examples/python/server.py").read_text("utf-8")
    found = re.search(r"RecentKeys\(claim_for=(\d+), keep_for=(\d+)\)", text)
    assert found is None or found.groups() == (LIBRARY["CLAIM_FOR"], LIBRARY["KEEP_FOR"])


@pytest.mark.parametrize("memory", [redis.RecentKeys, redis.AsyncRecentKeys])
def test_the_memory_of_many_takes_the_defaults(memory: type) -> None:
    parameters = inspect.signature(memory).parameters
    for name in ("claim_for", "keep_for"):
        assert parameters[name].default == NUMBERS[name.upper()]
