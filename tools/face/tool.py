"""The command-line tool: a template of every message, with all its fields."""

import json
import re
from collections.abc import Iterable
from typing import Any

from face import catalogue, place
from face.catalogue import Field, Message

Row = dict[str, Any]


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def example(field: Field, row: Row, notice: bool) -> str:
    """What stands in a field: what the table says, else something of its kind."""
    values = field.values or row.get("values", [])
    if field.kind in ("object", "list"):
        of = row["of"]
        inside = (
            example(field.item, of[0], notice) if field.item else f"Below({below(field.of, of)})"
        )
        return f"List(&{inside})" if field.kind == "list" else inside
    if field.name in ("CreateTime", "TimeStamp", "create_time", "createtime"):
        return "Now"
    if field.name == "MsgId":
        return "Id"
    if field.name == "msgid":
        return "TextId"
    if notice and field.name == "AppId":
        return "App"
    given = row.get("example", str(values[0]) if values else None)
    if field.kind in ("digits", "number") and re.fullmatch("[0-9]+", given or "1"):
        return f"Number({given or 1})"
    if field.kind in ("flag", "flag_text"):
        return "True"
    return f"Text({quoted('an-example' if given is None else given)})"


def below(fields: Iterable[Field], rows: Iterable[Row], notice: bool = False) -> str:
    known = {row["name"]: row for row in rows}
    of = (
        f"({quoted(each.name)}, {example(each, known.get(each.name, {'of': []}), notice)})"
        for each in fields
    )
    return f"&[{', '.join(of)}]"


def template(message: Message) -> str:
    row = message.row
    told = [Field(name, "literal", values=values) for name, values in message.known_by.items()]
    if message.agent and message.platforms == ["wecom"]:
        told.append(Field("AgentID", "number"))
    header = "Bare"
    if message.kind in ("message", "event"):
        header = "Account" if message.addressed else "NoUser"
    wire = "json" if row.get("format") == "json" or message.kind in catalogue.PREFIXES else "xml"
    zh = f"Some({quoted(row['zh'])})" if "zh" in row else "None"
    of = ", ".join(quoted(each) for each in message.platforms)
    fields = below([*told, *message.fields], row["fields"], message.kind == "notice")
    return (
        f"    Template {{ name: {quoted(message.name)}, about: {quoted(row['summary'])}, zh: {zh}, "
        f"kind: Kind::{message.kind.capitalize()}, of: &[{of}], json: {str(wire == 'json').lower()}, "
        f"header: Header::{header}, fields: {fields} }},"
    )


def templates(text: str) -> str:
    lines = [template(message) for message in catalogue.MESSAGES]
    return place.region(text, "the templates", lines)


FILES = {"cli/src/template/documented.rs": templates}
