"""Holds the table of messages to its schema, and to what the types of the languages are to have of it."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest
from test_vectors_by_reference import VECTORS

ROOT = VECTORS.parent.parent
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


TYPES = {
    "bindings-node/messages.d.ts": r"^export interface \w+ extends",
    "bindings-python/python/wxseal/messages.pyi": r'^ +"?(?:MsgType|InfoType|msgtype|msg_type)"?: Literal',
    "bindings-php/messages.stub.php": r"^ \* @phpstan-type",
}


@pytest.mark.parametrize("path", TYPES)
def test_every_message_has_a_type(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert len(re.findall(TYPES[path], text, re.MULTILINE)) >= len(MESSAGES)
    literals = {one or other for one, other in re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'", text)}
    assert {value for message in MESSAGES for value in message["match"].values()} <= literals
