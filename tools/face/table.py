"""Reads faces.toml, and the rows of core/src/error.rs and core/src/setting.rs.

| key of a reply | what it is |
|---|---|
| `text` | what it does |
| `parameters` | by their names, in the order of a call |
| `unwritable` | what is UnwritableReply beside what no answer can be written for |
| `options` | the object in which Node.js takes the parameters that are an `option` |
| `by_hand` | that C++'s function is, all but its documentation: it takes a `struct`, which says what is in it, or a `list` |
| `like` | the reply whose parameters those of the same name are |
| `example` | by the language; the lines that begin with `=` are what comes out |

| key of a parameter | what it is |
|---|---|
| `kind` | its type, as each language's module lists them; `text` unless it is said |
| `text` | what it is |
| `optional` | whether it may be left out, and what then holds: `otherwise` |
| `default` | what it is if it is left out |
| `nullable` | whether none, which is {null}, is a value beside the default |
| `values` | all that it can be |
| `option`, `keyword` | that Node.js takes it in an object, that Python takes it by its name alone |
| `public` | that it may be seen in a trace of PHP's, where its kind alone does not say so |
"""

import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Parameter:
    """What a function takes."""

    name: str
    kind: str = "text"
    text: str = ""
    optional: bool = False
    nullable: bool = False
    otherwise: str = ""
    default: Any = None
    values: tuple[int, ...] = ()
    option: bool = False
    keyword: bool = False
    public: bool = False

    @property
    def may_be_left_out(self) -> bool:
        return self.optional or self.default is not None


@dataclass
class Reply:
    """A way to answer a push."""

    name: str
    text: str
    parameters: list[Parameter]
    unwritable: list[str]
    options: str
    by_hand: str
    example: dict[str, str]


@dataclass
class Error:
    """A row of core/src/error.rs, or all that share a name."""

    name: str
    code: int
    statuses: list[int]
    doc: str
    text: str
    fields: list[tuple[str, str, str]]
    notes: dict[str, str] = field(default_factory=dict)


def words(text: str) -> str:
    """A text of several lines as one."""
    return " ".join(text.split())


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def rows(path: str, macro: str, row: str) -> list[re.Match[str]]:
    """The rows of a macro's call; ends the program where something in it is none."""
    found = re.search(rf"^{macro}! \{{\n(.*?)^\}}$", read(path), re.MULTILINE | re.DOTALL)
    text, matches = found[1] if found else "", []
    at = 0
    while match := re.compile(row + r"\s*", re.VERBOSE).match(text, at):
        matches.append(match)
        at = match.end()
    if not matches or at < len(text):
        sys.exit(f"faces: {path}: not a row of {macro}!: {text[at:].strip()[:100]}")
    return matches


STRING = r'"(?:[^"\\]|\\[\s\S])*"'
DOC = r"(?:\s*///.*\n)+"


def unquoted(literal: str) -> str:
    """What a string of Rust says, whose line may go on after a backslash."""
    text = re.sub(r"\\\n\s*", "", literal[1:-1])
    if "\\" in text:
        sys.exit(f"faces: an escape that tools/face/table.py does not know: {text}")
    return text


def documented(doc: str) -> str:
    return words(re.sub(r"^\s*///", "", doc, flags=re.MULTILINE))


def errors(notes: dict[str, dict[str, str]]) -> list[Error]:
    """One a name, in the order of the rows. The first of a name speaks for all."""
    row = rf"""
        (?P<doc>{DOC}) \s* \w+ \s*
        (?: \{{ (?P<fields> (?: {DOC} \s* \w+:\s[\w:]+\s=\s[\w:]+,)+ ) \s* \}} \s* )?
        => \s* (?P<name>{STRING}) \s (?P<code>-\d+) \s (?P<status>\d+) \s \d+ \s+ (?P<text>{STRING}) \s+ {STRING},"""
    found: dict[str, Error] = {}
    for match in rows("core/src/error.rs", "errors", row):
        name = unquoted(match["name"])
        if name in found:
            found[name].statuses.append(int(match["status"]))
            continue
        fields = re.findall(rf"({DOC})\s*(\w+): ([\w:]+)", match["fields"] or "")
        found[name] = Error(
            name,
            int(match["code"]),
            [int(match["status"])],
            documented(match["doc"]),
            unquoted(match["text"]),
            [(name, kind, documented(doc)) for doc, name, kind in fields],
            notes.get(name, {}),
        )
    if unknown := notes.keys() - found.keys():
        sys.exit(
            f"faces: faces.toml has a note about {', '.join(unknown)}, which core/src/error.rs lacks"
        )
    return list(found.values())


def settings() -> dict[str, str]:
    """The names of the settings by their variants."""
    row = rf"{DOC} \s* (?P<variant>\w+) \s => \s (?P<name>{STRING}) \s+ {STRING} \s+ {STRING},"
    found = rows("core/src/setting.rs", "settings", row)
    return {match["variant"]: unquoted(match["name"]) for match in found}


def statuses() -> dict[str, str]:
    """The settings that have a status of their own in C, by their variants."""
    found = re.findall(r"Setting::(\w+) => (WXSEAL_ERROR_\w+),", read("ffi-c/src/status.rs"))
    return dict(found)


def parameters(table: dict[str, Any], like: Iterable[Parameter] = ()) -> list[Parameter]:
    model = {parameter.name: vars(parameter) for parameter in like}
    return [
        Parameter(**{**model.get(name, {"name": name}), **keys}) for name, keys in table.items()
    ]


def made_with(table: dict[str, Any]) -> list[Parameter]:
    options = {option.name for option in SETTABLE}
    own = {name: keys for name, keys in table.items() if name not in options}
    return parameters(own) + [replace(option, **table.get(option.name, {})) for option in SETTABLE]


def replies(table: dict[str, Any]) -> list[Reply]:
    made: dict[str, Reply] = {}
    for name, row in table.items():
        like = made[row["like"]].parameters if "like" in row else []
        made[name] = Reply(
            name,
            row["text"],
            parameters(row.get("parameters", {}), like),
            row.get("unwritable", []),
            row.get("options", ""),
            row.get("by_hand", ""),
            row.get("example", {}),
        )
    return list(made.values())


TABLE = tomllib.loads(read("tools/faces.toml"))
REPLIES = replies(TABLE["reply"])
SETTABLE = parameters(TABLE["endpoint"]["options"])
ENCRYPTED, PLAIN = made_with(TABLE["endpoint"]["encrypted"]), made_with(TABLE["endpoint"]["plain"])
OPTIONS: dict[str, str] = TABLE["options"]
ERRORS = errors(TABLE["error"])
SETTINGS = settings()
STATUSES = statuses()
