"""Where in a file what is written goes."""

import re
import sys

BEGINS = "Written by tools/faces: {}."
ENDS = "What tools/faces writes ends here."


def region(text: str, title: str, lines: list[str]) -> str:
    """The text with these lines between the two comments, the first of which has the title."""
    begins, ends = re.escape(BEGINS.format(title)), re.escape(ENDS)
    found = list(re.finditer(rf"^.*{begins}.*\n((?:.*\n)*?)^.*{ends}", text, re.MULTILINE))
    if len(found) != 1:
        sys.exit(f"faces: the place of {title} is there {len(found)} times")
    written = "".join(f"{line.rstrip()}\n" for line in lines)
    return text[: found[0].start(1)] + written + text[found[0].end(1) :]


def above(text: str, declaration: str, lines: list[str]) -> str:
    """The text with these lines as what `///` says above a declaration, which stands behind an empty line."""
    found = list(re.finditer(rf"^( *){re.escape(declaration)}", text, re.MULTILINE))
    if len(found) != 1:
        sys.exit(f"faces: {declaration} is there {len(found)} times")
    item = max(
        text.rfind("\n\n", 0, found[0].start()) + 2, text.rfind("{\n", 0, found[0].start()) + 2
    )
    rest = re.sub(r"^(?: *///.*\n)+", "", text[item:])
    doc = "".join(f"{found[0][1]}/// {line}".rstrip() + "\n" for line in lines)
    return text[:item] + doc + rest


def between(text: str, after: str, begins: str, ends: str, lines: list[str]) -> str:
    """The text with these lines for the whole ones that follow `after`, from the first that has one text to the first that
    has the other or, if that is empty, to the end of the paragraph."""
    at = text.find(after)
    first = text.find(begins, at)
    if at < 0 or first < 0:
        sys.exit(f"faces: {begins} behind {after} is not there")
    first = text.rfind("\n", 0, first) + 1
    last = re.compile(
        rf"^.*{re.escape(ends)}.*\n" if ends else r"^(?=[ */]*\n)", re.MULTILINE
    ).search(text, first)
    if not last:
        sys.exit(f"faces: {ends} behind {begins} is not there")
    return text[:first] + "".join(f"{line.rstrip()}\n" for line in lines) + text[last.end() :]
