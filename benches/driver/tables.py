"""A run in words and tables, for the terminal and for the README alike."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from driver.bounds import KB, bounds, ratio
from driver.builds import LANGUAGES
from driver.figures import BINDINGS, DROP_IN, Figures
from driver.measure import BEFORE, FORMATS, MORE_SIZES, SIZES, WITHOUT

Row = list[str]
NOTHING = "-"


def report(figures: Figures) -> str:
    """Everything, in Markdown that is laid out for a terminal too."""
    return "\n\n".join(sections(figures)) + "\n"


def sections(figures: Figures) -> Iterator[str]:
    """The tables of what was measured, one after the other."""
    yield machine(figures)
    if figures.header["against"]:
        yield f"### Against {figures.header['against']}\n\n" + against(figures)
        return
    if figures.ns("rust", "core", "decrypt", "xml", KB):
        yield "### The core\n\n" + core(figures)
    if figures.ns("rust", "endpoint", "receive", "xml", KB):
        yield "### Whole requests\n\n" + endpoint(figures)
    measured = [name for name in BINDINGS if name in figures.header["versions"]]
    if measured:
        yield "### One push and its answer, 1 KB\n\n" + round_trip(figures, measured)
    if figures.drop_ins():
        yield "### Drop-ins, one push and its answer, 1 KB\n\n" + drop_ins(figures)
    for language in measured:
        yield f"### {BINDINGS[language]['name']}\n\n" + binding(figures, language)
    if figures.servers():
        yield "### Whole servers, one push of 1 KB and its answer\n\n" + servers(figures)
    if figures.ns("rust", "core", "encrypt", "xml", MORE_SIZES[-1]):
        yield "### What a byte costs\n\n" + by_size(figures)
    if lacking := [name for name in figures.languages() if WITHOUT in name]:
        yield "### Other processors\n\n" + elsewhere(figures, lacking)
    if figures.threads:
        yield "### Threads that share one `MsgCrypt`\n\n" + threads(figures)
    if figures.header["missing"]:
        lines = "\n".join(f"- {line}" for line in figures.header["missing"])
        yield f"### Not measured\n\n{lines}"
    yield "### Bounds\n\n" + held(figures)


def machine(figures: Figures) -> str:
    """Where and with what it ran."""
    header = figures.header
    lines = [
        f"{header['date']}, {header['machine']}. {header['rounds']} rounds, {header['pinned']}."
    ]
    for version in header["versions"].values():
        subjects = ", ".join(
            f"{name} {number}"
            for name, number in version["subjects"].items()
            if not name.endswith(DROP_IN)
        )
        lines.append(f"- {version['version']}: {subjects}")
    return "\n".join([lines[0], "", *lines[1:]])


def core(figures: Figures) -> str:
    """The core against the floor."""
    rows = [["operation", "format", "bytes", "floor", "core", "core ÷ floor"]]
    for op in ("decrypt", "encrypt"):
        for format, size in figures.sizes():
            floor, ns = (figures.ns("rust", name, op, format, size) for name in ("floor", "core"))
            rows.append([op, format, str(size), time(floor), time(ns), times(ratio(ns, floor))])
    return table(rows, texts=2)


def endpoint(figures: Figures) -> str:
    """`Endpoint` against the two calls that it makes."""
    rows = [["format", "bytes", "decrypt + encrypt", "receive + reply", "ratio"]]
    for format, size in figures.sizes():
        both = figures.both("rust", "core", format, size)
        ns = figures.ns("rust", "endpoint", "receive", format, size)
        rows.append([format, str(size), time(both), time(ns), times(ratio(ns, both))])
    return table(rows, texts=1)


def round_trip(figures: Figures, languages: list[str]) -> str:
    """What a server spends on one push and its answer."""
    rows = [["language", "", *FORMATS, *(f"times faster, {format}" for format in FORMATS)]]
    for language in languages:
        own = [figures.both(language, "wxseal", format, KB) for format in FORMATS]
        rows.append([BINDINGS[language]["name"], "wxseal", *map(time, own), "", ""])
        for peer in figures.peers(language):
            others = [figures.both(language, peer, format, KB) for format in FORMATS]
            faster = [times(ratio(*pair)) for pair in zip(others, own, strict=True)]
            rows.append(["", peer, *map(time, others), *faster])
    return table(rows, texts=2)


def drop_ins(figures: Figures) -> str:
    """What one changed line saves a server, in the formats that the peer knows."""
    rows = [["language", "peer", "format", "peer", "drop-in", "times faster"]]
    for language, peer in figures.drop_ins():
        for format in FORMATS:
            other, own = (
                figures.both(language, name, format, KB) for name in (peer, peer + DROP_IN)
            )
            if other:
                faster = times(ratio(other, own))
                rows.append(
                    [BINDINGS[language]["name"], peer, format, time(other), time(own), faster]
                )
    return table(rows, texts=3)


def binding(figures: Figures, language: str) -> str:
    """One language: every operation, format and size; behind a peer's time, how often ours fits in."""
    peers = figures.peers(language)
    head = ["format", "bytes"]
    for op in ("decrypt", "encrypt"):
        head += [f"{op}, wxseal", *peers]
    rows = [[*head, "receive + reply"]]
    for format, size in figures.sizes():
        row = [format, str(size)]
        for op in ("decrypt", "encrypt"):
            own = figures.ns(language, "wxseal", op, format, size)
            row.append(time(own))
            for peer in peers:
                ns = figures.ns(language, peer, op, format, size)
                faster = ratio(ns, own)
                row.append(time(ns) + (f" ({faster:.1f})" if faster else ""))
        rows.append([*row, time(figures.ns(language, "wxseal", "receive", format, size))])
    return table(rows, texts=1)


def servers(figures: Figures) -> str:
    """What a server spends on one push and its answer, HTTP included, and how many one core answers."""
    rows = [["server", "", "time of the processor", "pushes a second", "times as many with wxseal"]]
    for language, subjects in figures.servers().items():
        own = figures.served(language, "wxseal")
        for subject in subjects:
            ns = figures.served(language, subject)
            a_second = f"{1e9 / ns:,.0f}" if ns else NOTHING
            faster = "" if subject == "wxseal" else times(ratio(ns, own))
            name = figures.header["servers"][language] if subject == subjects[0] else ""
            rows.append([name, subject, time(ns), a_second, faster])
    return table(rows, texts=2)


def by_size(figures: Figures) -> str:
    """Nanoseconds a byte of the message, for decrypting it and encrypting its answer."""
    languages = list(figures.header["versions"])
    rows = [["bytes", "floor", *(LANGUAGES[name]["name"] for name in languages)]]
    for size in sorted((*SIZES, *MORE_SIZES)):
        found = [figures.both("rust", "floor", "xml", size)]
        found += [figures.own(name, "decrypt + encrypt", "xml", size) for name in languages]
        rows.append([str(size), *(f"{ns / size:.2f}" if ns else NOTHING for ns in found)])
    return table(rows, texts=0)


def elsewhere(figures: Figures, lacking: list[str]) -> str:
    """The core on processors that lack something: its time, and the floor's."""
    rows = [["operation", "bytes", "here", *(name.partition(", ")[2] for name in lacking)]]
    for op, size in itertools.product(("decrypt", "encrypt"), SIZES):
        row = [op, str(size)]
        for name in ("rust", *lacking):
            ns, floor = (figures.ns(name, what, op, "xml", size) for what in ("core", "floor"))
            row.append(f"{time(ns)} ({times(ratio(ns, floor))})")
        rows.append(row)
    return table(rows, texts=1)


def threads(figures: Figures) -> str:
    """Pushes a second by the clock, and what each takes of a processor."""
    rows = [["threads", "pushes a second", "time of the processor"]]
    for row in figures.threads:
        rows.append([str(row["threads"]), f"{row['per_second']:,.0f}", time(row["ns"])])
    return table(rows, texts=0)


def against(figures: Figures) -> str:
    """How much of the time that the other checkout takes this one does."""
    rows = [["language", "operation", "format", *map(str, SIZES)]]
    kinds = ("decrypt", "encrypt", "decrypt + encrypt", "receive + reply")
    for language, kind, format in itertools.product(figures.header["versions"], kinds, FORMATS):
        now, before = (
            [figures.own(name, kind, format, size) for size in SIZES]
            for name in (language, language + BEFORE)
        )
        found = (times(ratio(*pair)) for pair in zip(now, before, strict=True))
        rows.append([LANGUAGES[language]["name"], kind, format, *found])
    return table(rows, texts=3)


def held(figures: Figures) -> str:
    """The bounds, and whether they hold."""
    rows = [["bound", "limit", "measured", ""]]
    for bound in bounds(figures):
        limit = f"{'≥' if bound.at_least else '≤'} {bound.limit:g}"
        measured = NOTHING if bound.measured is None else f"{bound.measured:.4g}"
        rows.append([bound.what, limit, measured, bound.verdict])
    return table(rows, texts=1)


def time(ns: float | None) -> str:
    """Microseconds, with three digits that mean something."""
    if ns is None:
        return NOTHING
    us = ns / 1000
    return f"{us:.3f} µs" if us < 1 else f"{us:.2f} µs" if us < 100 else f"{us:.0f} µs"


def times(quotient: float | None) -> str:
    """A ratio."""
    return NOTHING if quotient is None else f"{quotient:.2f}"


def table(rows: list[Row], texts: int) -> str:
    """A Markdown table with aligned columns; the first `texts` stand left, all others right."""
    widths = [max(3, *map(len, column)) for column in zip(*rows, strict=True)]
    rule = ["-" * (w - (i >= texts)) + ":" * (i >= texts) for i, w in enumerate(widths)]
    lines = []
    for row in [rows[0], rule, *rows[1:]]:
        cells = []
        for index, (cell, room) in enumerate(zip(row, widths, strict=True)):
            space = " " * (room - len(cell))
            cells.append(cell + space if index < texts else space + cell)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
