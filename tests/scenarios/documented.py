"""The documentation's examples of messages, and what the uniform view makes of them.

`documented.json` has the examples: of each, its elements and their order as `source` quotes it, with values of our own; `message` is
its name in the table of `messages`. XML is read by the standard library, and what is a list, the table says.
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


def value(element: ElementTree.Element, fields: list[Json]) -> Any:
    if len(element):
        return members(element, fields)
    text = element.text or ""
    return int(text) if element.tag in INTEGERS and re.fullmatch("0|-?[1-9][0-9]*", text) else text


def members(element: ElementTree.Element, fields: list[Json]) -> Json:
    known = {field["name"]: field for field in fields}
    found: dict[str, list[Any]] = {}
    for child in element:
        inside = known.get(child.tag, {}).get("of", [])
        # Of subscription events, XML alone has this element.
        if re.fullmatch("SubscribeMsg.*Event", child.tag):
            found |= {
                each.tag: [value(item, known[each.tag]["of"]) for item in child] for each in child
            }
        else:
            found.setdefault(child.tag, []).append(value(child, inside))
    lists = {name for name, field in known.items() if field["type"] == "array"} | LISTS
    return {
        name: values if name in lists or len(values) > 1 else values[0]
        for name, values in found.items()
    }


def view(message: str, example: str) -> Json:
    """What a message is in the uniform view."""
    return members(ElementTree.fromstring(example), TABLE[message]["fields"])


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
    """An id, the message's name, the message, and its view: of each example, and of one item where it has several."""
    for row in EXAMPLES:
        name, example = row["message"], row["example"]
        id = "_".join(["documented", TABLE[name]["kind"], *re.findall("[a-z0-9]+", name.lower())])
        yield id, name, example, view(name, example)
        root = ElementTree.fromstring(example)
        if cut(root):
            shorter = ElementTree.tostring(root, encoding="unicode")
            yield f"{id}_of_one_item", name, shorter, view(name, shorter)
