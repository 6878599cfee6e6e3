"""PHP: the stub, of which the arginfo is made, and the lists of exceptions."""

import re
from collections.abc import Sequence

from face import place, prose
from face.prose import camel
from face.table import (
    ENCRYPTED,
    ERRORS,
    PLAIN,
    REPLIES,
    SETTINGS,
    STATUSES,
    Error,
    Parameter,
    Reply,
    read,
)

TYPES = {
    "text": "string",
    "document": "string",
    "object": "array|object|string",
    "array": "array|string",
    "texts": "array",
    "articles": "array",
    "u32": "int",
    "i32": "int",
    "flag": "bool",
    "seconds": "int",
    "bytes": "int",
    "crypt": "MsgCrypt",
    "crypts": "array",
}
SHOWN = {"crypts": "MsgCrypt[]"}
MEANS = {
    "object": "an array or object, which is written as JSON in raw UTF-8, or the text of a JSON object",
    "array": "a list, or the text of a JSON array",
    "articles": "each an array with the texts `title`, `description`, `picUrl` and `url`",
}
# What says of nobody what it knows.
HARMLESS = {"u32", "i32", "flag", "seconds", "bytes", "crypt", "crypts"}
RAISES = {
    "u32": "the {} is not a number of 32 bits",
    "articles": "an article is not such an array",
    "texts": "one of the {} is not a text",
}
WIDTH = 120


def named(text: str, parameters: list[Parameter]) -> str:
    def of(name: str, own: bool) -> str:
        return "null" if name == "null" else f"${camel(name)}" if own else f"{camel(name)}()"

    return prose.named(text, parameters, of)


def means(parameter: Parameter, parameters: list[Parameter]) -> str:
    text = prose.joined(parameter.text, MEANS.get(parameter.kind, ""))
    return named(
        text + (f"; null for {parameter.otherwise}" if parameter.otherwise else ""), parameters
    )


def type_of(parameter: Parameter) -> str:
    kind = TYPES[parameter.kind]
    if not (parameter.optional or parameter.nullable):
        return kind
    return f"{kind}|null" if "|" in kind else f"?{kind}"


def shown(parameter: Parameter) -> str:
    """Its type as phpdoc writes it."""
    kind = SHOWN.get(parameter.kind, TYPES[parameter.kind])
    return kind + "|null" * (parameter.optional or parameter.nullable)


def aligned(tag: str, rows: Sequence[tuple[str, ...]], indent: str) -> list[str]:
    """Tags with their columns below each other."""
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    lines = []
    for *columns, said in rows:
        cells = (cell.ljust(width) for cell, width in zip(columns, widths, strict=True))
        before = f"{indent} * {tag} {' '.join(cells)} "
        lines += prose.wrapped(said, WIDTH, before, f"{indent} * ".ljust(len(before)))
    return lines


def comment(text: str, tags: list[list[str]], indent: str) -> list[str]:
    if not tags and len(line := f"{indent}/** {text} */") <= WIDTH:
        return [line]
    lines = [f"{indent}/**", *prose.wrapped(text, WIDTH, f"{indent} * ")]
    for tag in tags:
        lines += [f"{indent} *", *tag]
    return [*lines, f"{indent} */"]


def declared(parameter: Parameter) -> str:
    public = parameter.public or parameter.kind in HARMLESS
    secret = "" if public else r"#[\SensitiveParameter] "
    default = ""
    if parameter.may_be_left_out:
        value = parameter.default
        default = " = null" if value is None else f" = {value!r}"
    return f"{secret}{type_of(parameter)} ${camel(parameter.name)}{default}"


def described(of: list[Parameter], indent: str) -> list[str]:
    rows = [(shown(each), f"${camel(each.name)}", said) for each in of if (said := means(each, of))]
    return aligned("@param", rows, indent) if rows else []


def method(reply: Reply) -> list[str]:
    indent = " " * 8
    of, tags = reply.parameters, []
    if arguments := described(of, indent):
        tags.append(arguments)
    raised = []
    if reply.unwritable:
        raised.append(
            (r"Exception\UnwritableReply", f"also for {named(prose.listed(reply.unwritable), of)}")
        )
    raised += [
        (r"\ValueError", RAISES[each.kind].format(f"${camel(each.name)}"))
        for each in of
        if each.kind in RAISES
    ]
    if raised:
        tags.append(aligned("@throws", raised, indent))
    head = [declared(parameter) for parameter in of]
    return [
        *comment(named(reply.text, of), tags, indent),
        *prose.call(f"public function {camel(reply.name)}", head, ": Response {}", indent, WIDTH),
    ]


def exception(error: Error) -> list[str]:
    text = error.doc
    for note in ("note", "php"):
        if note in error.notes:
            text += " " + prose.named(error.notes[note], [], lambda name, _: camel(name))
    head = f"    final class {error.name} extends \\Wxseal\\Exception"
    if not error.fields:
        return [*comment(text, [], "    "), f"{head} {{}}"]
    lines = []
    for name, kind, said in error.fields:
        if kind == "Setting":
            names = ", ".join(f"'{SETTINGS[each]}'" for each in SETTINGS if each in STATUSES)
            said = f"Which one, by the name that it has in every language: {names}; "
            said += "'argument' is a name, a key or another text."
        lines += ["", *comment(said, [], " " * 8)]
        lines.append(f"        public readonly {'string' if kind == 'Setting' else 'int'} ${name};")
    return [*comment(text, [], "    "), head, "    {", *lines[1:], "    }"]


def constructor(text: str, after: str, name: str, parameters: list[Parameter], result: str) -> str:
    """With what the endpoint is made of said behind a line, and taken."""
    indent = " " * 8
    taken = [declared(each) for each in parameters]
    text = place.between(text, after, "* @param", "", described(parameters, indent))
    return place.between(
        text,
        after,
        f"{name}(",
        f"){result} {{}}",
        prose.call(name, taken, f"{result} {{}}", indent, WIDTH),
    )


def stub(text: str) -> str:
    text = constructor(
        text, "* An encrypted endpoint.", "public function __construct", ENCRYPTED, ""
    )
    text = constructor(
        text, "* A plain endpoint,", "public static function plain", PLAIN, ": Endpoint"
    )
    text = place.region(
        text, "the answers", [line for each in REPLIES for line in ["", *method(each)]][1:]
    )
    return place.region(
        text, "the errors", [line for each in ERRORS for line in ["", *exception(each)]][1:]
    )


def registered(text: str) -> str:
    call = "    php_wxseal_add_exception(register_class_Wxseal_Exception_{}(base));"
    return place.region(text, "the exceptions", [call.format(error.name) for error in ERRORS])


def listed(text: str) -> str:
    """Every status of an error, in the header's order, but that of any other argument first of the settings."""
    defined = re.findall(
        r"^pub const (WXSEAL_ERROR_\w+): i32 = -4\d{4};$", read("ffi-c/src/status.rs"), re.MULTILINE
    )
    other = "WXSEAL_ERROR_INVALID_TEXT"
    defined.remove(other)
    defined.insert(defined.index(STATUSES["Token"]), other)
    return place.region(text, "the statuses", [f"    {{{status}, NULL}}," for status in defined])


FILES = {
    "bindings-php/stubs/wxseal.stub.php": stub,
    "bindings-php/wxseal.c": registered,
    "bindings-php/exception.c": listed,
}
