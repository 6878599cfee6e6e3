"""PHP: the shapes of messages, for PHPStan, Psalm and editors."""

import json
from collections.abc import Iterable

from face import catalogue, place
from face.catalogue import Field, Message

TYPES = {
    "text": "string",
    "digits": "string",
    "number": "int",
    "odd": "int|string",
    "flag": "bool",
    "flag_text": "bool|string",
}
ADDRESSED = {"ToUserName": "string", "FromUserName": "string", "CreateTime": "int"}


def literal(values: list[str]) -> str:
    return "|".join("'" + value + "'" for value in values)


def kind_of(field: Field) -> str:
    if field.kind == "literal":
        return literal(field.values)
    if field.item:
        return f"list<{TYPES[field.item.kind]}>"
    if field.kind in ("object", "list"):
        of = shape(members(field.of))
        return f"list<{of}>" if field.kind == "list" else of
    return TYPES[field.kind]


def members(fields: Iterable[Field]) -> list[str]:
    return [f"{key(each.name)}{'' if each.required else '?'}: {kind_of(each)}" for each in fields]


def key(name: str) -> str:
    return name if name.isidentifier() else json.dumps(name)


def shape(of: list[str]) -> str:
    return f"array{{{', '.join(of)}}}"


def message(of: Message) -> str:
    head = []
    if of.kind in ("message", "event"):
        head = [f"{name}: {kind}" for name, kind in ADDRESSED.items()]
        if not of.addressed:
            head.remove("FromUserName: string")
        if "wecom" in of.platforms:
            head.append("AgentID?: int")
    head += [f"{name}: {literal(values)}" for name, values in of.known_by.items()]
    # What is not in the table is there all the same.
    return f"array{{{', '.join([*head, *members(of.fields)])}, ...}}"


def shapes(text: str) -> str:
    lines = [f" * @phpstan-type {of.type} {message(of)}" for of in catalogue.MESSAGES]
    return place.region(text, "the messages", lines)


FILES = {"bindings-php/stubs/messages.stub.php": shapes}
