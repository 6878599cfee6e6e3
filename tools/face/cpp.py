"""C++: the methods that hand their arguments on, and the documentation of those that are written by hand."""

from face import place, prose
from face.table import REPLIES, SETTABLE, Parameter, Reply

TYPES = {
    "text": "std::string_view",
    "document": "std::string_view",
    "object": "std::string_view",
    "u32": "std::uint32_t",
    "i32": "std::int32_t",
    "flag": "bool",
    "seconds": "std::uint64_t",
    "bytes": "std::size_t",
}
MEANS = {"object": "the text of a JSON object"}
WIDTH = 120


def written(name: str, own: bool) -> str:
    return "std::nullopt" if name == "null" else f"`{name}`" if own else f"{name}()"


def named(text: str, parameters: list[Parameter]) -> str:
    return prose.named(text, parameters, written)


def means(parameter: Parameter, parameters: list[Parameter]) -> str:
    text = prose.joined(parameter.text, MEANS.get(parameter.kind, ""))
    return named(
        text + (f"; std::nullopt for {parameter.otherwise}" if parameter.otherwise else ""),
        parameters,
    )


def documentation(reply: Reply) -> list[str]:
    of, width = reply.parameters, WIDTH - 8
    lines = prose.wrapped(named(reply.text, of), width)
    tags: list[str] = []
    # What stands in a structure is said there.
    if reply.by_hand != "struct":
        rows = [(each.name, said) for each in of if (said := means(each, of))]
        column = max((len(name) for name, _ in rows), default=0)
        for name, said in rows:
            before = f"@param {name.ljust(column)}  "
            tags += prose.wrapped(said, width, before, " " * len(before))
    if reply.unwritable:
        said = (
            f"@throws Error UnwritableReply: also for {named(prose.listed(reply.unwritable), of)}."
        )
        tags += prose.wrapped(said, width, "", " " * 8)
    return lines + [""] * bool(tags) + tags


def declared(parameter: Parameter) -> str:
    kind = TYPES[parameter.kind]
    if parameter.optional:
        return f"std::optional<{kind}> {parameter.name} = std::nullopt"
    if parameter.default is not None:
        default = (
            f'"{parameter.default}"' if isinstance(parameter.default, str) else parameter.default
        )
        return f"{kind} {parameter.name} = {default}"
    return f"{kind} {parameter.name}"


def method(reply: Reply) -> list[str]:
    given = [f"wxseal_incoming_{reply.name}"]
    for parameter in reply.parameters:
        name = parameter.name
        given += [f"{name}.data()", f"{name}.size()"] if parameter.kind == "document" else [name]
    # A line is broken between parameters only.
    taken = ", ".join(declared(each).replace(" ", "\0") for each in reply.parameters)
    head = f"    Response {reply.name}({taken})\0const\0{{"
    body = f"return answer({', '.join(given)});"
    lines = [f"{head} {body} }}"]
    if len(lines[0]) > WIDTH:
        rest = " " * (head.index("(") + 1)
        lines = [*prose.wrapped(head.lstrip(), WIDTH, "    ", rest), f"        {body}", "    }"]
    said = (f"    /// {line}".rstrip() for line in documentation(reply))
    return [*said, *(line.replace("\0", " ") for line in lines)]


def setting(option: Parameter) -> list[str]:
    """What is said of an option."""
    otherwise = str(option.default) if option.default is not None else option.otherwise
    text = prose.capital(option.text) + (f"; unless it is set, {otherwise}" if otherwise else "")
    return prose.wrapped(f"{named(text, SETTABLE)}.", WIDTH - 8)


def setter(option: Parameter) -> list[str]:
    name = option.name
    return [
        *(f"    /// {line}" for line in setting(option)),
        f"    Endpoint &set_{name}({TYPES[option.kind]} {name}) {{",
        f"        detail::call(wxseal_endpoint_set_{name}, handle_.get(), {name});",
        "        return *this;",
        "    }",
    ]


def header(text: str) -> str:
    by_hand = [option for option in SETTABLE if option.nullable]
    lines = [line for option in SETTABLE if option not in by_hand for line in ["", *setter(option)]]
    text = place.region(text, "the endpoint's options", lines[1:])
    for option in by_hand:
        text = place.above(text, f"Endpoint &set_{option.name}(", setting(option))
    lines = [line for reply in REPLIES if not reply.by_hand for line in ["", *method(reply)]]
    text = place.region(text, "the answers", lines[1:])
    for reply in REPLIES:
        if reply.by_hand:
            text = place.above(text, f"Response {reply.name}(", documentation(reply))
    return text


FILES = {"include/wxseal.hpp": header}
