"""The core: which fields of which messages are lists."""

import json
import sys
from collections.abc import Iterable

from face import catalogue, place


def names(message: catalogue.Message) -> Iterable[tuple[str, str]]:
    """The event or notice and its change, in all its spellings."""
    for name in message.known_by[message.key]:
        for change in message.change or [""]:
            yield name, change


def plain(fields: list[catalogue.Field], above: str = "") -> Iterable[str]:
    """The paths that hold no list."""
    for each in fields:
        path = above + each.name
        if each.kind != "list":
            yield path
        if each.kind in ("list", "object") and each.item is None:
            yield from plain(each.of, f"{path}.")


def known() -> dict[tuple[str, str], list[str]]:
    """The paths by what tells their message, in the order of the names. Events and notices share names, and then lists."""
    found: dict[tuple[str, str], list[str]] = {}
    others: dict[tuple[str, str], set[str]] = {}
    for message in catalogue.of_kind("event") + catalogue.of_kind("notice"):
        for name in names(message):
            paths = found.setdefault(name, [])
            paths += [path for path in catalogue.lists(message.fields) if path not in paths]
            others.setdefault(name, set()).update(plain(message.fields))
    for name, paths in found.items():
        if both := others[name].intersection(paths):
            sys.exit(f"faces: messages: a list and none in {name}: {', '.join(both)}")
    return {name: found[name] for name in sorted(found, key=bytes_of) if found[name]}


def bytes_of(name: tuple[str, str]) -> tuple[bytes, bytes]:
    """How Rust orders texts."""
    return name[0].encode(), name[1].encode()


def table(text: str) -> str:
    lines = ["#[rustfmt::skip]", f"static LISTS: [Known; {len(known())}] = ["]
    for (name, change), paths in known().items():
        row = ", ".join(json.dumps(path) for path in paths)
        lines.append(f"    ({json.dumps(name)}, {json.dumps(change)}, &[{row}]),")
    return place.region(text, "the lists", [*lines, "];"])


FILES = {"core/src/message/lists.rs": table}
