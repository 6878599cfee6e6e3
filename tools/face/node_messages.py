"""Node.js: the types of messages."""

import json
from collections.abc import Iterable

from face import catalogue, place
from face.catalogue import Field, Message
from face.node import WIDTH, comment

TYPES = {
    "text": "string",
    "digits": "Digits",
    "number": "number",
    "odd": "number | string",
    "flag": "boolean",
    "flag_text": "boolean | string",
}
# What a message of a kind has beside its own fields; their names.
BASES = {
    "message": ("UserMessage", {"MsgId"}),
    "event": ("WechatEvent", set()),
    "notice": ("WechatNotice", set()),
    "robot": ("RobotMessage", {"msgid", "aibotid"}),
    "hardware": ("HardwareMessage", set()),
}
MAPS = {
    "message": "WechatMessages",
    "event": "WechatEvents",
    "notice": "WechatNotices",
    "robot": "RobotMessages",
    "hardware": "HardwareMessages",
}


def literal(values: list[str]) -> str:
    return " | ".join(json.dumps(value, ensure_ascii=False) for value in values)


def key(name: str) -> str:
    return name if name.isidentifier() else json.dumps(name)


def properties(fields: Iterable[Field], indent: str) -> list[str]:
    lines = []
    for field in fields:
        lines += comment([field.doc], indent) if field.doc else []
        name = f"{indent}{key(field.name)}{'' if field.required else '?'}: "
        if field.kind == "literal":
            lines.append(f"{name}{literal(field.values)};")
        elif field.item:
            scalar = TYPES[field.item.kind]
            lines.append(f"{name}({scalar})[];" if " " in scalar else f"{name}{scalar}[];")
        elif field.kind in ("object", "list"):
            brackets = "[]" if field.kind == "list" else ""
            lines += [f"{name}{{", *properties(field.of, indent + "  "), f"{indent}}}{brackets};"]
        else:
            lines.append(f"{name}{TYPES[field.kind]};")
    return lines


def head(message: Message) -> str:
    base, _ = BASES[message.kind]
    if message.known_by.get("MsgType") == ["device_event"]:
        return "Addressed"
    known = f"{base}<{literal(message.known_by[message.key])}>"
    return known if message.addressed else f'Omit<{known}, "FromUserName">'


def interface(message: Message) -> list[str]:
    _, has = BASES[message.kind]
    told = [message.key] if head(message) != "Addressed" else []
    if message.kind == "event" and told:
        told.append("MsgType")
    own = [
        Field(name, "literal", values=values)
        for name, values in message.known_by.items()
        if name not in told
    ]
    body = properties([*own, *(each for each in message.fields if each.name not in has)], "  ")
    lines = ["", *(comment([message.doc], "") if message.doc else [])]
    line = f"export interface {message.type} extends {head(message)} {{"
    # Prettier breaks a union here, and never a single name.
    if len(line) > WIDTH and " | " in line:
        before, names = line.removesuffix("> {").split("<", 1)
        return [*lines, f"{before}<", f"  {names}", "> {", *body, "}"]
    return [*lines, line, *body, "}"] if body else [*lines, line + "}"]


def member(name: str, types: list[str]) -> list[str]:
    line = f"  {key(name)}: {' | '.join(types)};"
    return (
        [line]
        if len(line) <= WIDTH
        else [f"  {key(name)}:", *(f"    | {each}" for each in types[:-1]), f"    | {types[-1]};"]
    )


def maps() -> list[str]:
    """The messages by their names; where several share one, what tells them has to be declared too."""
    lines = []
    for kind, name in MAPS.items():
        lines += ["", *comment([DOCS[kind]], ""), f"export interface {name} {{"]
        for known, messages in catalogue.families(kind).items():
            types = [message.type for message in messages]
            if messages[0].change:
                other = "OtherChange" if kind == "event" else "OtherChangeNotice"
                types.append(f"{other}<{json.dumps(known)}>")
            lines += member(known, types)
        lines.append("}")
    return lines[1:]


DOCS = {
    "message": "What users send, by `MsgType`.",
    "event": "Events, by `Event`, and some of them by `ChangeType`.",
    "notice": "What the open platform and WeCom tell a third party, by `InfoType`, and some of it by `ChangeType`.",
    "robot": "What WeCom tells a smart robot, by `msgtype`, and events by the `eventtype` in `event`.",
    "hardware": "What WeCom tells the makers of devices, by `msg_type`.",
}


def types(text: str) -> str:
    text = place.region(text, "the names", maps())
    lines = [line for message in catalogue.MESSAGES for line in interface(message)]
    return place.region(text, "the messages", lines[1:])


FILES = {"bindings-node/messages.d.ts": types}
