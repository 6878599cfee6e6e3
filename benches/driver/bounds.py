"""What the figures are held against. A bound that is missed is reported; machines are noisy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from driver.figures import BINDINGS, DROP_IN, Figures
from driver.measure import FORMATS

KB, LARGE, HUGE = 1024, 65536, 1048576

# Sizes and how many times the floor, or the sum of the core's two ways, it may be.
OVER_FLOOR = {
    "decrypt": {300: 1.30, KB: 1.10, LARGE: 1.05},
    "encrypt": {300: 1.15, KB: 0.90, LARGE: 0.80},
}
ENDPOINT = {300: 1.60, KB: 1.35, LARGE: 1.10}
STEADY = 1.3
# What is asked of the allocator at most, beside the body or the reply.
PEAK = {"decrypt": 2.2, "encrypt": 1.5}
CONSTRUCT_NS, CONSTRUCT_BYTES = 2000, 2048


class Bound(NamedTuple):
    """One bound and what was measured; None where it was not."""

    what: str
    limit: float
    measured: float | None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        if self.measured is None:
            return "not measured"
        holds = self.measured >= self.limit if self.at_least else self.measured <= self.limit
        return "holds" if holds else "misses"


def ratio(above: float | None, below: float | None) -> float | None:
    """A quotient, where both were measured."""
    return above / below if above and below else None


def worst(found: Iterable[float | None]) -> float | None:
    """The largest of what was measured."""
    return max((figure for figure in found if figure is not None), default=None)


def bounds(figures: Figures) -> Iterator[Bound]:
    """All of them; of the two formats of the core the worse counts."""
    for op, limits in OVER_FLOOR.items():
        for size, limit in limits.items():
            found = (
                ratio(
                    figures.ns("rust", "core", op, format, size),
                    figures.ns("rust", "floor", op, format, size),
                )
                for format in FORMATS
            )
            yield Bound(f"core {op} ÷ floor, {size} B", limit, worst(found))
    for size, limit in ENDPOINT.items():
        found = (
            ratio(
                figures.ns("rust", "endpoint", "receive", format, size),
                figures.both("rust", "core", format, size),
            )
            for format in FORMATS
        )
        yield Bound(f"endpoint ÷ core decrypt + encrypt, {size} B", limit, worst(found))
    for language, row in BINDINGS.items():
        for key, behind in (("faster", None), ("drop_ins", DROP_IN)):
            for faster in row["bench"].get(key, []):
                peer = faster["peer"]
                name = peer + behind if behind else "wxseal"
                for format in faster["formats"]:
                    other, own = (
                        figures.both(language, found, format, KB) for found in (peer, name)
                    )
                    who = f"{language}, drop-in" if behind else language
                    what = f"{who}, times faster than {peer}, {KB} B, {format}"
                    yield Bound(what, faster["times"], ratio(other, own), at_least=True)
    for language, row in BINDINGS.items():
        if language not in figures.servers():
            continue
        server = row["bench"]["server"]
        own, nothing = (figures.served(language, name) for name in ("wxseal", "nothing"))
        for faster in server["faster"]:
            peer = faster["peer"]
            what = f"{server['name']}, pushes a second ÷ {peer}"
            yield Bound(
                what, faster["times"], ratio(figures.served(language, peer), own), at_least=True
            )
        what = f"{server['name']}, pushes a second ÷ nothing"
        yield Bound(what, server["of_nothing"], ratio(nothing, own), at_least=True)
    for op in OVER_FLOOR:
        found = (
            ratio(
                figures.ns("rust", "core", op, format, HUGE),
                figures.ns("rust", "core", op, format, LARGE),
            )
            for format in FORMATS
        )
        per_byte = worst(figure * LARGE / HUGE for figure in found if figure is not None)
        yield Bound(f"core {op}, ns a byte, 1 MiB ÷ 64 KiB", STEADY, per_byte)
    for op, of in (("decrypt", "body"), ("encrypt", "reply")):
        peaks = (row["peak"] / row["of"] for row in figures.memory if row["name"] == op)
        yield Bound(f"core {op}, peak memory ÷ {of}", PEAK[op], worst(peaks))
    made = next((row for row in figures.memory if row["name"] == "construct"), {})
    yield Bound("making a MsgCrypt, ns", CONSTRUCT_NS, made.get("ns"))
    yield Bound("making a MsgCrypt, bytes", CONSTRUCT_BYTES, made.get("peak"))
