"""The documentation's examples of messages, and what the uniform view makes of them.

`documented.json` has the examples: of each, its elements and their order as `source` quotes it, with values of our own; `message` is
its name in the table of `messages`. They are read by the standard library, and what is a list, the table says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

Json = dict[str, Any]

FILE = Path(__file__).with_suffix(".json")
TABLES = [FILE.parents[2] / "messages" / f"{name}.json" for name in ("wechat", "wecom")]
TABLE: dict[str, Json] = {
    message["name"]: message
    for table in TABLES
    for message in json.loads(table.read_text(encoding="utf-8"))["messages"]
}
EXAMPLES: list[Json] = json.loads(FILE.read_text(encoding="utf-8"))["messages"]

# Numbers in the view, and lists in any message: core/src/protocol.md, "Messages".
INTEGERS = {"CreateTime", "Scene", "AgentID", "AuthorizationCodeExpiredTime", "version"}
INTEGERS |= {"errcode", "isrisky", "label", "prob"}
LISTS = {"List", "detail"}


def scalar(name: str, text: str) -> int | str:
    return int(text) if name in INTEGERS and re.fullmatch("0|-?[1-9][0-9]*", text) else text


def members(found: dict[str, list[Any]], fields: list[Json]) -> Json:
    """An object of the values that a name has."""
    lists = {field["name"] for field in fields if field["type"] == "array"} | LISTS
    return {
        name: values if name in lists or len(values) > 1 else values[0]
        for name, values in found.items()
    }


def of(name: str, fields: list[Json]) -> list[Json]:
    return next((field.get("of", []) for field in fields if field["name"] == name), [])


def of_xml(element: ElementTree.Element, fields: list[Json]) -> Any:
    if not len(element):
        return scalar(element.tag, element.text or "")
    found: dict[str, list[Any]] = {}
    for child in element:
        # Of subscription events, XML alone has this element.
        inside = child if re.fullmatch("SubscribeMsg.*Event", child.tag) else [child]
        for each in inside:
            found.setdefault(each.tag, []).append(of_xml(each, of(each.tag, fields)))
    return members(found, fields)


def of_json(name: str, value: Any, fields: list[Json]) -> Any:
    if isinstance(value, dict):
        found = {
            each: [of_json(each, item, of(each, fields)) for item in items]
            for each, inside in value.items()
            for items in [inside if isinstance(inside, list) else [inside]]
        }
        return members(found, fields)
    return scalar(name, value) if isinstance(value, str) else value


def view(message: str, example: str) -> Json:
    """What a message is in the uniform view."""
    fields = TABLE[message]["fields"]
    if example.startswith("{"):
        read = json.loads(example, parse_int=str, parse_float=str)
        made: Json = of_json("", read, fields)
    else:
        made = of_xml(ElementTree.fromstring(example), fields)
    return made


def cut(element: ElementTree.Element) -> bool:
    """Leaves one item where there are several, and says whether there were."""
    seen: set[str] = set()
    several = False
    for child in list(element):
        if child.tag in seen:
            element.remove(child)
            several = True
        seen.add(child.tag)
        several |= cut(child)
    return several


def examples() -> Iterator[tuple[str, str, str, Json]]:
    """An id, the message's name, the message, and its view: of each example, and of one item where XML has several."""
    for row in EXAMPLES:
        name, example = row["message"], row["example"]
        id = "_".join(["documented", TABLE[name]["kind"], *re.findall("[a-z0-9]+", name.lower())])
        if example.startswith("{"):
            yield f"{id}_json", name, example, view(name, example)
            continue
        yield id, name, example, view(name, example)
        root = ElementTree.fromstring(example)
        if cut(root):
            shorter = ElementTree.tostring(root, encoding="unicode")
            yield f"{id}_of_one_item", name, shorter, view(name, shorter)
