"""Python: the stub, the documentation in incoming.rs, which is the same, and the lists of what is exported."""

import ast
import json
import re
from pathlib import Path

from face import place, prose
from face.table import ENCRYPTED, ERRORS, PLAIN, REPLIES, ROOT, SETTINGS, Error, Parameter, Reply

TYPES = {
    "text": "str",
    "document": "_Payload",
    "object": "dict[str, Any] | str",
    "array": "list[Any] | str",
    "texts": "Iterable[str]",
    "articles": "Iterable[Article]",
    "u32": "int",
    "i32": "int",
    "flag": "bool",
    "seconds": "int",
    "bytes": "int",
    "crypt": "MsgCrypt",
    "crypts": "Iterable[MsgCrypt]",
}
MEANS = {
    "document": "a `str`, which is sent as its UTF-8, or bytes",
    "object": "a dict, or the text of a JSON object",
    "array": "a list, or the text of a JSON array",
}
STUB_WIDTH = 100
HELP_WIDTH = 96


def named(text: str) -> str:
    return prose.named(text, [], lambda name, _: "`None`" if name == "null" else f"`{name}`")


def imperative(text: str) -> str:
    verb, rest = text.split(" ", 1)
    return f"{verb.removesuffix('s')} {rest}"


def means(parameter: Parameter) -> str:
    text = prose.joined(parameter.text, MEANS.get(parameter.kind, ""))
    return text + (f"; `None` for {parameter.otherwise}" if parameter.otherwise else "")


def arguments(parameters: list[Parameter], width: int) -> list[str]:
    lines = ["Args:"]
    for parameter in in_order(parameters):
        lines += prose.wrapped(
            f"{parameter.name}: {named(means(parameter))}.", width, "    ", "        "
        )
    return lines


def sections(reply: Reply, width: int) -> list[list[str]]:
    """What stands behind the first paragraph."""
    found = []
    if any(means(parameter) for parameter in reply.parameters):
        found.append(arguments(reply.parameters, width))
    number = [
        f"a `{each.name}` outside 0 to 4294967295"
        for each in reply.parameters
        if each.kind == "u32"
    ]
    if unwritable := number + reply.unwritable:
        said = f"UnwritableReply: also for {named(prose.listed(unwritable))}."
        found.append(["Raises:", *prose.wrapped(said, width, "    ", "        ")])
    if "python" in reply.example:
        lines = reply.example["python"].splitlines()
        found.append([line[2:] if line.startswith("= ") else f">>> {line}" for line in lines])
    return found


def in_order(parameters: list[Parameter]) -> list[Parameter]:
    """Those that go by their name are last."""
    return sorted(parameters, key=lambda parameter: parameter.keyword)


def docstring(first: str, more: list[list[str]], indent: str) -> list[str]:
    if not more and len(indent) + len(first) + 6 <= STUB_WIDTH:
        return [f'{indent}"""{first}"""']
    lines = prose.wrapped('"""' + first, STUB_WIDTH, indent)
    for section in more:
        lines += ["", *(indent + line for line in section)]
    return [*lines, f'{indent}"""']


def declared(parameter: Parameter) -> str:
    kind = TYPES[parameter.kind]
    if parameter.optional:
        return f"{parameter.name}: {kind} | None = None"
    if parameter.default is not None:
        default = json.dumps(parameter.default).replace("[]", "()")
        return f"{parameter.name}: {kind}{' | None' * parameter.nullable} = {default}"
    return f"{parameter.name}: {kind}"


def signature(name: str, first: list[str], parameters: list[Parameter], after: str) -> list[str]:
    taken = list(first)
    for parameter in in_order(parameters):
        if parameter.keyword and "*" not in taken:
            taken.append("*")
        taken.append(declared(parameter))
    return prose.call(f"def {name}", taken, after, "    ", STUB_WIDTH)


def method(reply: Reply) -> list[str]:
    head = signature(reply.name, ["self"], reply.parameters, " -> Response:")
    # The stub's lines begin further to the right than those of the documentation.
    more = sections(reply, STUB_WIDTH - 8)
    return [*head, *docstring(named(imperative(reply.text)), more, " " * 8)]


def attributes(error: Error) -> list[str]:
    """What a class of errors has to say beside what it is, a paragraph an element."""
    found = [named(error.notes["note"])] if "note" in error.notes else []
    for name, kind, doc in error.fields:
        if kind == "Setting":
            names = ", ".join(f"`{setting}`" for setting in SETTINGS.values())
            said = f"says which: {names}. The last stands for any other, and for an error that was made by hand."
            found.append(f"`{name}` {said}")
        else:
            found.append(f"`{name}`: {doc[0].lower()}{doc[1:]}")
    return found


def exception(error: Error) -> list[str]:
    value_errors = ("InvalidKey", "InvalidConfig")
    first = error.doc if error.name == "InvalidConfig" else prose.capital(error.text) + "."
    more = [prose.wrapped(paragraph, STUB_WIDTH - 4) for paragraph in attributes(error)]
    statuses = ", ".join(map(str, error.statuses))
    bases = "Error, ValueError" if error.name in value_errors else "Error"
    return [
        f"class {error.name}({bases}):",
        *docstring(first, more, "    "),
        "",
        f"    code: ClassVar[Literal[{error.code}]]",
        f'    name: ClassVar[Literal["{error.name}"]]',
        f"    http_status: Literal[{statuses}]",
        *(f"    {name}: {'str' if kind == 'Setting' else 'int'}" for name, kind, _ in error.fields),
    ]


def separated(items: list[list[str]]) -> list[str]:
    """With an empty line between."""
    return [line for item in items for line in ["", *item]][1:]


def stub(text: str) -> str:
    text = place.region(text, "the answers", separated([method(reply) for reply in REPLIES]))
    text = place.region(
        text, "the errors", [*separated([exception(error) for error in ERRORS]), ""]
    )
    text = made(text, "class Endpoint:", ENCRYPTED, "    ", STUB_WIDTH - 4)
    head = signature("__new__", ["cls"], ENCRYPTED, " -> Endpoint: ...")
    text = place.between(text, "class Endpoint:", "def __new__(", "-> Endpoint: ...", head)
    head = signature("plain", [], PLAIN, " -> Endpoint:")
    text = place.between(text, "class Endpoint:", "def plain(", "-> Endpoint:", head)
    text = made(text, "def plain(", PLAIN, " " * 8, STUB_WIDTH - 8)
    return place.region(text, "what is exported", exported(text))


def public(stub: str) -> list[str]:
    """What the stub declares."""
    found = set()
    for node in ast.parse(stub).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return sorted(name for name in found if not re.match("_[^_]", name))


def exported(stub: str) -> list[str]:
    return ["__all__ = [", *(f'    "{name}",' for name in public(stub)), "]"]


def package(text: str) -> str:
    names = public(stub((ROOT / STUB).read_text(encoding="utf-8")))
    imported = [name for name in names if name not in ("api", "platform")]
    lines = [
        "from wxseal import api, platform",
        "from wxseal._wxseal import (",
        *(f"    {name}," for name in imported),
        ")",
        "",
        "__all__ = [",
        *(f'    "{name}",' for name in names),
        "]",
    ]
    return place.region(text, "what is exported", lines)


def incoming(text: str) -> str:
    for reply in REPLIES:
        lines = prose.wrapped(named(imperative(reply.text)), HELP_WIDTH)
        for section in sections(reply, HELP_WIDTH):
            lines += ["", *section]
        text = place.above(text, f"fn {reply.name}(", lines)
    return text


def made(text: str, after: str, parameters: list[Parameter], indent: str, width: int) -> str:
    """With what the endpoint is made of said behind a line."""
    lines = arguments(parameters, width)
    return place.between(text, after, "Args:", "", [indent + line for line in lines])


def endpoint(text: str) -> str:
    text = made(text, "/// One call for a whole request", ENCRYPTED, "/// ", HELP_WIDTH)
    return made(
        text, "/// Make an endpoint for the console's plain mode", PLAIN, "    /// ", HELP_WIDTH
    )


def notes(text: str) -> str:
    """The same for the classes themselves, which have their first sentence from the core."""
    lines = []
    for error in ERRORS:
        if paragraphs := attributes(error):
            literal = '"' + "".join("\\n\\n" + paragraph for paragraph in paragraphs) + '"'
            if len(line := f'        "{error.name}" => {literal},') <= 120:
                lines.append(line)
                continue
            *said, last = prose.wrapped(literal, 118, " " * 12, " " * 13)
            lines += [
                f'        "{error.name}" => {{',
                *(f"{line} \\" for line in said),
                last,
                "        }",
            ]
    return place.region(text, "what more there is to say", lines)


def names(text: str) -> str:
    """The list of what `name::…` is said of."""
    sources: list[Path] = sorted((ROOT / "bindings-python/src").rglob("*.rs"))
    used = {
        name
        for file in sources
        for name in re.findall(r"\bname::([a-z]\w*)", file.read_text(encoding="utf-8"))
    }
    return place.region(
        text, "the names", prose.wrapped(" ".join(sorted(used - {"wrong"})), 120, "    ")
    )


STUB = "bindings-python/python/wxseal/_wxseal.pyi"
FILES = {
    STUB: stub,
    "bindings-python/python/wxseal/__init__.py": package,
    "bindings-python/src/endpoint.rs": endpoint,
    "bindings-python/src/exception.rs": notes,
    "bindings-python/src/incoming.rs": incoming,
    "bindings-python/src/name.rs": names,
}
