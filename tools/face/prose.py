"""How sentences of the table become a language's."""

import re
import textwrap
from collections.abc import Callable

from face.table import Parameter


def camel(name: str) -> str:
    """`reply_text` as PHP and JavaScript write it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def named(text: str, parameters: list[Parameter], of: Callable[[str, bool], str]) -> str:
    """The text with its {names} as `of` writes them, which is told whether it is a parameter's."""
    known = {parameter.name for parameter in parameters}
    return re.sub(r"\{(\w+)\}", lambda found: of(found[1], found[1] in known), text)


def listed(parts: list[str]) -> str:
    """`a, b, and c`."""
    return ", and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def either(parts: list[str]) -> str:
    """`a, b or c`."""
    return " or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def joined(*parts: str) -> str:
    """What is there of a sentence's parts, with colons between."""
    return ": ".join(part for part in parts if part)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines that are at most so wide, the first behind one indentation and the others behind the other or the same."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def call(
    before: str, parameters: list[str], after: str, indent: str, width: int, step: str = "    "
) -> list[str]:
    """A function's head: in one line if that is not too wide, else one a parameter."""
    line = f"{indent}{before}({', '.join(parameters)}){after}"
    if len(line) <= width:
        return [line]
    return [
        f"{indent}{before}(",
        *(f"{indent}{step}{parameter}," for parameter in parameters),
        f"{indent}){after}",
    ]
