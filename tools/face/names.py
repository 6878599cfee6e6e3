"""Rust and C: what messages are told by, as constants."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from face import catalogue, place, prose
from face.catalogue import Message

PLATFORMS = {
    "mini_program": "Mini Programs",
    "official_account": "Official Accounts",
    "store": "stores",
    "open_platform": "the open platform",
    "wecom": "WeCom",
}


class Kind(NamedTuple):
    """The values of one field: where they stand in Rust, and what the field is in a sentence."""

    module: str
    doc: str


KINDS = {
    "MsgType": Kind("msg_type", "What `MsgType` says."),
    "Event": Kind("event", "What `Event` says, of events."),
    "InfoType": Kind("info_type", "What `InfoType` says, of what third parties are told."),
    "ChangeType": Kind(
        "change_type", "What `ChangeType` says, beside some an `Event` or `InfoType`."
    ),
    "msgtype": Kind("robot_msg_type", "What `msgtype` says, of what smart robots are told."),
    "event.eventtype": Kind("robot_event", "What `eventtype` says in a smart robot's `event`."),
    "msg_type": Kind(
        "hardware_msg_type", "What `msg_type` says, of what the makers of devices are told."
    ),
    "event.event_type": Kind("hardware_event", "What `event_type` says in a device's `event`."),
    "command.command_type": Kind(
        "hardware_command", "What `command_type` says in a device's `command`."
    ),
}


class Name(NamedTuple):
    """A constant."""

    name: str
    value: str
    doc: str


def screaming(value: str) -> str:
    parts = re.split(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])", value)
    return "_".join(parts).upper()


def platforms(messages: list[Message]) -> str:
    of = dict.fromkeys(each for message in messages for each in message.platforms)
    return prose.either([PLATFORMS[each] for each in of]).replace(" or ", " and ")


def about(field: str, messages: list[Message]) -> str:
    """What is told by it, and whom."""
    summary = messages[0].row.get("summary", "") if len(messages) == 1 else ""
    if field == "ChangeType":
        keys = dict.fromkeys(message.known_by[message.key][0] for message in messages)
        summary = ", ".join(f"`{key}`" for key in keys) + (f": {summary}" if summary else "")
    to = f"To {platforms(messages)}"
    return f"{to}: {summary}." if summary else f"{to}."


def names(field: str) -> Iterator[Name]:
    """The constants of a field. Two values that differ in case alone are of two platforms; a spelling that is only sent too
    comes behind the usual one."""
    usual: dict[str, list[Message]] = {}
    also: dict[str, list[Message]] = {}
    for message in catalogue.MESSAGES:
        if field in message.row["match"]:
            usual.setdefault(message.row["match"][field], []).append(message)
        for other in message.row.get("also", []):
            if field in other:
                also.setdefault(other[field], []).append(message)
    taken: set[str] = set()
    for value, messages in usual.items():
        name = screaming(value)
        if name in taken:
            name = f"{messages[0].platforms[0]}_{name}".upper()
        taken.add(name)
        yield Name(name, value, about(field, messages))
    for value, messages in also.items():
        if value not in usual:
            name = screaming(value)
            name = f"{name}_ALSO" if name in taken else name
            taken.add(name)
            yield Name(name, value, about(field, messages))


def rust(text: str) -> str:
    lines: list[str] = []
    for field, kind in KINDS.items():
        lines += ["", f"/// {kind.doc}", f"pub mod {kind.module} {{"]
        for each in names(field):
            lines += prose.wrapped(each.doc, 128, "    /// ")
            lines.append(f"    pub const {each.name}: &str = {json.dumps(each.value)};")
        lines.append("}")
    return place.region(text, "the names", [*lines[1:], ""])


def c(text: str) -> str:
    lines: list[str] = []
    for field, kind in KINDS.items():
        lines += ["", f"/* {kind.doc} */"]
        prefix = f"WXSEAL_{kind.module.upper()}_"
        lines += [f"#define {prefix}{each.name} {json.dumps(each.value)}" for each in names(field)]
    return place.region(text, "the names", [*lines[1:], ""])


FILES = {"core/src/names.rs": rust, "include/wxseal_messages.h": c}
