"""The command-line tool: a template of every message, with all its fields."""

import json
from collections.abc import Iterable

from face import catalogue, place
from face.catalogue import Field, Message


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def example(field: Field) -> str:
    if field.kind == "literal":
        return f"Text({quoted(field.values[0])})"
    if field.name in ("CreateTime", "TimeStamp"):
        return "Now"
    if field.kind in ("object", "list"):
        of = example(field.item) if field.item else f"Below({below(field.of)})"
        return f"List(&{of})" if field.kind == "list" else of
    if field.name == "MsgId":
        return "Id"
    return "Number(1)" if field.kind in ("digits", "number") else 'Text("an-example")'


def below(fields: Iterable[Field]) -> str:
    return f"&[{', '.join(f'({quoted(each.name)}, {example(each)})' for each in fields)}]"


def template(message: Message) -> str:
    known = {name: values[0] for name, values in message.known_by.items()}
    kind, event = known.pop("MsgType", ""), known.get("Event")
    if kind == "event" and event:
        header = f"Header::Event({quoted(known.pop('Event'))})"
    else:
        header = f"Header::Message({quoted(kind)})" if kind else "Header::Bare"
    told = [Field(name, "literal", values=[value]) for name, value in known.items()]
    name, fields = quoted(message.name), below([*told, *message.fields])
    return f'    Template {{ name: {name}, zh: "", header: {header}, fields: {fields} }},'


def templates(text: str) -> str:
    lines = [template(message) for message in catalogue.MESSAGES]
    return place.region(text, "the templates", lines)


FILES = {"cli/src/template/documented.rs": templates}
