"""Python: the types of messages."""

import json
import keyword
from collections.abc import Iterable, Iterator

from face import catalogue, place, prose
from face.catalogue import Field, Message
from face.python import STUB_WIDTH

Names = dict[str, str]
Member = tuple[str, str, str]

TYPES = {
    "text": "str",
    "digits": "Digits",
    "number": "int",
    "odd": "int | str",
    "flag": "bool",
    "flag_text": "bool | str",
}
HEADS = {
    "message": "_Addressed",
    "event": "_Addressed",
    "notice": "TypedDict",
    "robot": "TypedDict",
    "hardware": "TypedDict",
}
# A type checker compares every two members of a union: all that is sent, in one, takes mypy minutes. And a server knows whose
# messages it gets.
UNIONS = {
    "MiniProgramMessage": [("mini_program", "message"), ("mini_program", "event")],
    "OfficialAccountMessage": [("official_account", "message"), ("official_account", "event")],
    "StoreMessage": [("store", "message"), ("store", "event")],
    "OpenPlatformNotice": [("open_platform", "notice")],
    "OpenPlatformEvent": [("open_platform", "event")],
    "WecomMessage": [("wecom", "message"), ("wecom", "event")],
    "WecomNotice": [("wecom", "notice")],
    "RobotMessage": [("wecom", "robot")],
    "HardwareMessage": [("wecom", "hardware")],
}
OTHERS = {
    "message": ["OtherMessage"],
    "event": ["OtherEvent"],
    "notice": ["OtherNotice"],
    "robot": ["OtherRobotMessage"],
    "hardware": ["OtherHardwareMessage"],
}
CHANGED = {"event": "OtherChange", "notice": "OtherChangeNotice"}


def literal(values: Iterable[str]) -> str:
    return f"Literal[{', '.join(json.dumps(value, ensure_ascii=False) for value in values)}]"


def named(fields: list[Field], message: str, above: str, names: Names) -> Names:
    """The names of the types of the objects in it, by the path: the message's and the field's if that is enough."""
    for field in fields:
        path = f"{above}.{field.name}"
        if field.kind in ("object", "list") and field.item is None:
            name = message + catalogue.words(field.name)
            names[path] = name if name not in names.values() else message + catalogue.words(path)
            named(field.of, message, path, names)
    return names


def kind_of(field: Field, above: str, names: Names) -> str:
    if field.kind == "literal":
        return literal(field.values)
    if field.item:
        return f"list[{TYPES[field.item.kind]}]"
    if field.kind in ("object", "list"):
        of = names[f"{above}.{field.name}"]
        return f"list[{of}]" if field.kind == "list" else of
    return TYPES[field.kind]


def inner(fields: list[Field], above: str, names: Names) -> Iterator[list[str]]:
    """The types of the objects in it, innermost first."""
    for field in fields:
        path = f"{above}.{field.name}"
        if path in names:
            yield from inner(field.of, path, names)
            yield declared(names[path], "TypedDict", [], members(field.of, path, names))


def members(fields: list[Field], above: str, names: Names) -> list[Member]:
    """Name, type and documentation."""
    found = []
    for field in fields:
        kind = kind_of(field, above, names)
        found.append((field.name, kind if field.required else f"NotRequired[{kind}]", field.doc))
    return found


def quoted(doc: str, indent: str) -> list[str]:
    if len(indent) + len(doc) + 6 <= STUB_WIDTH:
        return [f'{indent}"""{doc}"""']
    return [*prose.wrapped(f'"""{doc}', STUB_WIDTH, indent), f'{indent}"""']


def member(name: str, kind: str) -> list[str]:
    line = f"    {name}: {kind}"
    if len(line) <= STUB_WIDTH:
        return [line]
    if kind.endswith("]"):
        head, inside = kind.removesuffix("]").split("[", 1)
        return [f"    {name}: {head}[", f"        {inside}", "    ]"]
    return [f"    {name}: (", f"        {kind}", "    )"]


def declared(name: str, head: str, doc: list[str], of: list[Member]) -> list[str]:
    if any(keyword.iskeyword(each) for each, _, _ in of):
        # What is no name in Python.
        lines = [f'        "{each}": {kind},' for each, kind, _ in of]
        return [f"{name} = TypedDict(", f'    "{name}",', "    {", *lines, "    },", ")"]
    body = [*doc, ""] if doc and of else list(doc)
    for each, kind, said in of:
        body += member(each, kind)
        body += quoted(said, "    ") if said else []
    head = f"class {name}({head}):"
    return ["@final", head, *body] if body else ["@final", f"{head} ..."]


def message(of: Message) -> Iterator[list[str]]:
    head = HEADS[of.kind] if of.addressed else "_Unaddressed"
    known = [Field(name, "literal", values=values) for name, values in of.known_by.items()]
    names = named(of.fields, of.type, "", {})
    yield from inner(of.fields, "", names)
    doc = quoted(of.doc, "    ") if of.doc else []
    yield declared(of.type, head, doc, members([*known, *of.fields], "", names))


def union(name: str, members: list[str]) -> list[str]:
    return [f"{name}: TypeAlias = (", f"    {members[0]}", *(f"    | {each}" for each in members[1:]), ")"]  # fmt: skip


def changed(kind: str) -> list[str]:
    return [name for name, family in catalogue.families(kind).items() if family[0].change]


def others() -> list[str]:
    lines = []
    for name, kind in (("_Changing", "event"), ("_ChangingNotice", "notice")):
        known = [f"    {json.dumps(each)}," for each in changed(kind)]
        lines += [f"{name}: TypeAlias = Literal[", *known, "]"]
    return lines


def unions() -> list[str]:
    lines = []
    for name, parts in UNIONS.items():
        members, others = [], []
        for platform, kind in parts:
            of = [each for each in catalogue.of_kind(kind) if platform in each.platforms]
            members += [each.type for each in of]
            others += OTHERS[kind]
            if any(each.change for each in of):
                others.append(CHANGED[kind])
        lines += [*union(name, members + others), ""]
    return lines[:-1]


def types(text: str) -> str:
    # A class stands apart in a stub if it has a body, as the formatter wants it.
    blocks = [lines for of in catalogue.MESSAGES for lines in message(of)]
    written: list[str] = []
    for lines in blocks:
        written += ["", *lines]
    text = place.region(text, "the messages", [*written[1:], ""])
    text = place.region(text, "what changes", others())
    return place.region(text, "the unions", unions())


FILES = {"bindings-python/python/wxseal/messages.pyi": types}
