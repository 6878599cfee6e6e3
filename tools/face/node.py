"""Node.js: the types, the methods over the addon's functions, and what the addon exports."""

from face import place, prose
from face.prose import camel
from face.table import ERRORS, OPTIONS, REPLIES, SETTABLE, SETTINGS, Parameter, Reply

TYPES = {
    "text": "string",
    "document": "string | Uint8Array",
    "object": "object | string",
    "texts": "readonly string[]",
    "array": "readonly object[] | string",
    "articles": "readonly Article[]",
    "u32": "number",
    "i32": "number",
    "flag": "boolean",
    "seconds": "number",
    "bytes": "number",
}
MEANS = {
    "object": "an object, written with `JSON.stringify`, or the JSON text of one",
    "array": "an array, or the JSON text of one",
    "u32": "a whole number below 2^32",
    "bytes": "a whole number",
}
WIDTH = 120


def named(text: str) -> str:
    return prose.named(text, [], lambda name, _: f"`{camel(name)}`")


def means(parameter: Parameter) -> str:
    text = prose.joined(parameter.text, MEANS.get(parameter.kind, ""))
    otherwise = parameter.otherwise
    if parameter.default is not None:
        otherwise = "none" if parameter.default == "" else str(parameter.default)
    text += f"; by default {otherwise}" if otherwise else ""
    return named(prose.capital(text)) + "." * bool(text)


def comment(paragraphs: list[str], indent: str) -> list[str]:
    """JSDoc; what begins with `@param` stands below another without a space."""
    if len(paragraphs) == 1 and len(line := f"{indent}/** {paragraphs[0]} */") <= WIDTH:
        return [line]
    lines, before = [f"{indent}/**"], ""
    for paragraph in paragraphs:
        if before and not (before.startswith("@param") and paragraph.startswith("@param")):
            lines.append(f"{indent} *")
        lines += prose.wrapped(paragraph, WIDTH, f"{indent} * ")
        before = paragraph
    return [*lines, f"{indent} */"]


def positional(reply: Reply) -> list[Parameter]:
    return [parameter for parameter in reply.parameters if not parameter.option]


def method(reply: Reply) -> list[str]:
    paragraphs = [named(reply.text)]
    declared = []
    for parameter in positional(reply):
        name, kind = camel(parameter.name), TYPES[parameter.kind]
        if said := means(parameter):
            paragraphs.append(f"@param {name} {said}")
        declared.append(f"{name}?: {kind} | null" if parameter.optional else f"{name}: {kind}")
    if reply.options:
        declared.append(f"options?: {reply.options} | null")
    number = [f"another {{{each.name}}}" for each in reply.parameters if each.kind == "u32"]
    if unwritable := number + reply.unwritable:
        said = named(prose.listed(unwritable))
        paragraphs.append(f"@throws {{WxsealError}} `WXSEAL_UNWRITABLE_REPLY`: also for {said}.")
    return [
        *comment(paragraphs, "  "),
        *prose.call(camel(reply.name), declared, ": WxsealResponse;", "  ", WIDTH, "  "),
    ]


def properties(options: list[Parameter]) -> list[str]:
    lines = []
    for option in options:
        kind = " | ".join(map(str, option.values)) or TYPES[option.kind]
        lines += comment([means(option)], "  ")
        lines.append(f"  readonly {camel(option.name)}?: {kind} | null | undefined;")
    return lines


def options() -> list[str]:
    """The interfaces, each of the first reply that has it."""
    lines: list[str] = []
    for name, text in OPTIONS.items():
        of = next(reply for reply in REPLIES if reply.options == name)
        lines += ["", *comment([text], ""), f"export interface {name} {{"]
        lines += [*properties([parameter for parameter in of.parameters if parameter.option]), "}"]
    return lines[1:]


def code(name: str) -> str:
    return "WXSEAL" + "".join(
        f"_{letter}" if letter.isupper() else letter.upper() for letter in name
    )


def union(name: str, members: list[str]) -> list[str]:
    return [
        f"export type {name} =",
        *(f'  | "{member}"' for member in members[:-1]),
        f'  | "{members[-1]}";',
    ]


def types(text: str) -> str:
    text = place.region(text, "the answers", [line for reply in REPLIES for line in method(reply)])
    text = place.region(text, "their options", options())
    text = place.region(text, "the endpoint's options", properties(SETTABLE))
    text = place.region(
        text, "the codes", union("WxsealErrorCode", [code(error.name) for error in ERRORS])
    )
    return place.region(
        text, "the settings", union("WxsealSetting", [camel(name) for name in SETTINGS.values()])
    )


def body(reply: Reply) -> list[str]:
    """The addon takes JSON as its text, and what is an option and JSON before the other options."""
    taken, given = (
        [camel(parameter.name) for parameter in positional(reply)],
        ["pushOf(this.#push)"],
    )
    for parameter in reply.parameters:
        name = camel(parameter.name)
        json = "optionalJsonOf" if parameter.optional else "jsonOf"
        if parameter.kind in ("object", "array"):
            given.append(f"{json}(options?.{name})" if parameter.option else f"{json}({name})")
        elif not parameter.option:
            given.append(name)
    if reply.options:
        taken.append("options")
        given.append("options")
    name = camel(reply.name)
    return [
        f"  {name}({', '.join(taken)}) {{",
        *prose.call(f"return addon.{name}", given, ";", "    ", WIDTH, "  "),
        "  }",
    ]


def methods(text: str) -> str:
    lines = [line for reply in REPLIES for line in ["", *body(reply)]]
    return place.region(text, "the answers", lines[1:])


def exports(text: str) -> str:
    lines = [
        f'    export(env, to, "{camel(reply.name)}", answer::{reply.name})?;' for reply in REPLIES
    ]
    return place.region(text, "the answers", lines)


FILES = {
    "bindings-node/index.d.ts": types,
    "bindings-node/message.js": methods,
    "bindings-node/src/lib.rs": exports,
}
