"""Holds the table of messages to its schema, and to what the types of the languages are to have of it."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import jsonschema
import pytest
from test_vectors_by_reference import VECTORS

ROOT = VECTORS.parent.parent
sys.path.insert(0, str(ROOT / "tests/scenarios"))

import documented  # noqa: E402

FILES = [ROOT / "messages" / f"{name}.json" for name in ("wechat", "wecom")]
SCHEMA = json.loads((ROOT / "messages/schema.json").read_text(encoding="utf-8"))
LOADED: list[dict[str, Any]] = [json.loads(path.read_text(encoding="utf-8")) for path in FILES]
MESSAGES: list[dict[str, Any]] = [message for loaded in LOADED for message in loaded["messages"]]


def test_the_table_follows_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for loaded in LOADED:
        errors = validator.iter_errors(loaded)
        assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_no_two_messages_are_told_by_the_same() -> None:
    told = [json.dumps(message["match"], sort_keys=True) for message in MESSAGES]
    assert len(told) == len(set(told))
    assert len(told) > 450


@pytest.mark.parametrize("path", ["README.md", "README.zh-CN.md", "CHANGELOG.md", "DESIGN.md"])
def test_their_number_is_said_as_it_is(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    said = re.findall(
        r"([0-9]+)(?: messages and events| 种消息和事件| of them: types| types apart)", text
    )
    assert said == [str(len(MESSAGES))] * len(said) != []


TYPES = {
    "bindings-node/messages.d.ts": r"^export interface \w+ extends",
    "bindings-python/python/wxseal/messages.pyi": r'^ +"?(?:MsgType|InfoType|msgtype|msg_type)"?: Literal',
    "bindings-php/stubs/messages.stub.php": r"^ \* @phpstan-type",
}


@pytest.mark.parametrize("path", TYPES)
def test_every_message_has_a_type(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert len(re.findall(TYPES[path], text, re.MULTILINE)) >= len(MESSAGES)
    literals = {one or other for one, other in re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'", text)}
    assert {value for message in MESSAGES for value in message["match"].values()} <= literals


HEADERS = {
    "message": {"ToUserName", "FromUserName", "CreateTime", "MsgType"},
    "event": {"ToUserName", "FromUserName", "CreateTime", "MsgType"},
    "notice": set(),
}
NUMBERS = {"integer": r"-?[0-9]+", "number": r"-?[0-9]+(\.[0-9]+)?"}


def differences(view: dict[str, Any], fields: list[dict[str, Any]], above: str = "") -> list[str]:
    """How an example differs from the fields that the table has, name by name and value by value."""
    known = {field["name"]: field for field in fields}
    found = [f"{above}{name} is not in the table" for name in view if name not in known]
    found += [
        f"{above}{name} is missing"
        for name, field in known.items()
        if field.get("required", True) and name not in view
    ]
    for name in view.keys() & known.keys():
        field, path = known[name], f"{above}{name}"
        if isinstance(view[name], list) != (field["type"] == "array"):
            found.append(f"{path} is a list in one of the two")
            continue
        for item in view[name] if isinstance(view[name], list) else [view[name]]:
            of = field.get("of", [])
            if of and of[0]["name"]:
                inside = differences(item, of, f"{path}.") if isinstance(item, dict) else [path]
                # Nothing stands in an element that has been left empty.
                found += inside if item != "" else []
            elif isinstance(item, dict):
                found.append(f"{path} is an object")
            else:
                type = of[0]["type"] if of else field["type"]
                if item != "" and not re.fullmatch(NUMBERS.get(type, ".*"), str(item)):
                    found.append(f"{path} is no {type}: {item}")
    return found


@pytest.mark.parametrize("example", list(documented.examples()), ids=lambda example: example[0])
def test_an_example_has_what_the_table_says(example: tuple[str, str, str, Any]) -> None:
    _, name, _, view = example
    row = documented.TABLE[name]
    header = HEADERS[row["kind"]] - ({"FromUserName"} if row.get("from") is False else set())
    told = row["match"]
    spellings = [told, *({**told, **also} for also in row.get("also", []))]
    assert {each: view.get(each) for each in told} in spellings
    assert header <= view.keys()
    agent = {"AgentID"} if row.get("agent_id") or "wecom" in row["of"] else set()
    own = {each: view[each] for each in view if each not in header | agent | told.keys()}
    assert differences(own, row["fields"]) == []


def test_the_examples_are_enough() -> None:
    names = {example["message"] for example in documented.EXAMPLES}
    assert len(names) > 140
    views = [view for _, _, _, view in documented.examples()]
    assert sum(json.dumps(view).count("[") for view in views) > 80
