"""Reads messages/*.json, which messages/README.md explains, and says what the fields are in the uniform view."""

import json
import re
import sys
from dataclasses import dataclass, field
from typing import Any

from face import prose
from face.table import read

FILES = ("messages/wechat.json", "messages/wecom.json")
SUFFIXES = {
    "message": "Message",
    "event": "Event",
    "notice": "Notice",
    "robot": "Message",
    "hardware": "Message",
}
# What the languages' names of types begin with, where a message has not the account's header.
PREFIXES = {"robot": "Robot", "hardware": "Hardware"}


@dataclass
class Field:
    """A field of the view: `text`, `digits` (a number as text), `number`, `odd` (a number, or text that is none), `flag`,
    `flag_text` (a flag, or its text in XML), `literal`, `object` or `list`."""

    name: str
    kind: str
    required: bool = True
    doc: str = ""
    values: list[str] = field(default_factory=list)
    of: list["Field"] = field(default_factory=list)

    @property
    def item(self) -> "Field | None":
        """What a list's items are, where they are no objects."""
        return self.of[0] if self.kind == "list" and not self.of[0].name else None


@dataclass
class Message:
    """A row of the table."""

    name: str
    type: str
    platforms: list[str]
    kind: str
    known_by: dict[str, list[str]]
    doc: str
    addressed: bool
    agent: bool
    fields: list[Field]
    row: dict[str, Any]

    @property
    def key(self) -> str:
        """The name that tells it from others of its kind."""
        name = {"message": "MsgType", "event": "Event", "notice": "InfoType"}
        name |= {"robot": "msgtype", "hardware": "msg_type"}
        return name[self.kind]

    @property
    def change(self) -> list[str]:
        return self.known_by.get("ChangeType", [])


def integers() -> set[str]:
    """The fields that are numbers in the view, whatever message has them."""
    found = re.search(
        r"const INTEGERS: \[&str; \d+\] = \[(.*?)\];", read("core/src/message.rs"), re.DOTALL
    )
    if not found:
        sys.exit("faces: core/src/message.rs has no INTEGERS")
    return set(re.findall(r'"(\w+)"', found[1]))


INTEGERS = integers()


def kind_of(row: dict[str, Any], name: str, formats: str | None) -> str:
    of = row["type"]
    if of in ("object", "array"):
        return "list" if of == "array" else "object"
    if of == "boolean":
        return {"json": "flag", "xml": "text"}.get(formats or "", "flag_text")
    if name in INTEGERS:
        return "number" if of == "integer" else "odd"
    return "text" if of == "string" else "digits"


def sentences(*parts: str) -> str:
    return " ".join(prose.capital(part).removesuffix(".") + "." for part in parts if part)


def field_of(row: dict[str, Any], formats: str | None, list_of: str = "") -> Field:
    """A field, or, named after its list, an item of it."""
    name = row["name"] or list_of
    values = prose.either([f"`{value}`" for value in row.get("values", [])])
    doubt = f"doubtful: {row['doubtful']}" if "doubtful" in row else ""
    return Field(
        row["name"],
        kind_of(row, name, formats),
        row.get("required", True),
        sentences(values, row.get("note", ""), doubt),
        of=[field_of(each, formats, name) for each in row.get("of", [])],
    )


def told_apart(fields: list[Field], path: list[str], values: list[str]) -> None:
    """Says of the field at the end of the path what it is; it is put there if the table has it only in `match`."""
    found = next((each for each in fields if each.name == path[0]), None)
    if found is None:
        found = Field(path[0], "object" if path[1:] else "literal")
        fields.insert(0, found)
    if path[1:]:
        told_apart(found.of, path[1:], values)
    else:
        found.kind, found.values = "literal", values


def words(name: str) -> str:
    parts = re.split(r"[^A-Za-z0-9]+", name)
    return "".join(
        part.capitalize() if part.isupper() else prose.capital(part) for part in parts if part
    )


def type_of(row: dict[str, Any]) -> str:
    kind, name = row["kind"], row["name"].removeprefix("info.")
    if kind in PREFIXES:
        name = name.removeprefix(f"{kind}.")
        if name.startswith("event."):
            kind, name = "event", name.removeprefix("event.")
        return PREFIXES[row["kind"]] + words(name).removesuffix("Event") + SUFFIXES[kind]
    return words(name).removesuffix(SUFFIXES[kind]) + SUFFIXES[kind]


def message_of(row: dict[str, Any]) -> Message:
    known_by: dict[str, list[str]] = {}
    fields = [field_of(each, row.get("format")) for each in row["fields"]]
    for name, value in row["match"].items():
        values = [value, *(also[name] for also in row.get("also", []) if name in also)]
        if "." in name:
            told_apart(fields, name.split("."), values)
        else:
            known_by[name] = values
    doubt = f"doubtful: {row['doubtful']}" if "doubtful" in row else ""
    return Message(
        row["name"],
        row.get("type") or type_of(row),
        row["of"],
        row["kind"],
        known_by,
        sentences(row.get("summary", ""), doubt),
        row.get("from", True),
        row.get("agent_id", False),
        fields,
        row,
    )


def unique(rows: list[Message]) -> list[Message]:
    for what in ("name", "type"):
        seen: set[str] = set()
        for row in rows:
            if getattr(row, what) in seen:
                sys.exit(f"faces: messages: two have the {what} {getattr(row, what)}")
            seen.add(getattr(row, what))
    return rows


MESSAGES = unique([message_of(row) for path in FILES for row in json.loads(read(path))["messages"]])


def of_kind(kind: str) -> list[Message]:
    return [message for message in MESSAGES if message.kind == kind]


def families(kind: str) -> dict[str, list[Message]]:
    """The messages of a kind by the name that they share."""
    found: dict[str, list[Message]] = {}
    for message in of_kind(kind):
        found.setdefault(message.known_by[message.key][0], []).append(message)
    return found


def lists(fields: list[Field], above: str = "") -> list[str]:
    """The paths of the lists, outermost first."""
    found = []
    for each in fields:
        path = above + each.name
        if each.kind == "list":
            found.append(path)
        if each.kind in ("list", "object") and each.item is None:
            found += lists(each.of, f"{path}.")
    return found
