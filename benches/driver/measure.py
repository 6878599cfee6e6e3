"""The rounds: what is measured in which order, and the medians."""

from __future__ import annotations

import itertools
import statistics
import sys
from collections.abc import Iterator

from driver.worker import Cell, Missing, Worker

FORMATS = ("xml", "json")
SIZES = (300, 1024, 4096, 65536, 1048576)
# Long enough for the clock, short enough for the machine's other work to miss most batches.
BATCH_NS = 4_000_000
# What takes in a whole request; the others have nothing of the kind.
RECEIVING = ("wxseal", "endpoint")


def plan(workers: list[Worker]) -> Iterator[tuple[Worker, Cell]]:
    """All cells; those that are compared with each other stand side by side."""
    for op, format, size in itertools.product(("decrypt", "encrypt", "receive"), FORMATS, SIZES):
        for worker in workers:
            for subject in worker.subjects:
                if subject == "endpoint" and op != "receive":
                    continue
                if op != "receive" or subject in RECEIVING:
                    yield worker, Cell(worker.language, subject, op, format, size)


def calibrate(worker: Worker, cell: Cell) -> int:
    """How many iterations make a batch; also the warm-up of the cell."""
    iterations = 1
    while True:
        ns = worker.measure(cell, iterations)
        if ns * 4 >= BATCH_NS:
            return max(1, round(iterations * BATCH_NS / ns))
        iterations *= max(2, min(10, BATCH_NS // (2 * ns + 1)))


def medians(workers: list[Worker], rounds: int) -> tuple[dict[Cell, float], list[str]]:
    """Nanoseconds for every cell, and what is missing and why.

    A round asks for one batch of every cell, so that a machine that is slower for a while is slower
    for all of them.
    """
    batches: dict[Cell, tuple[Worker, int]] = {}
    missing: dict[str, None] = {}
    for worker, cell in plan(workers):
        try:
            batches[cell] = worker, calibrate(worker, cell)
        except Missing as why:
            missing[f"{cell.language}, {cell.subject}: {why}"] = None
    figures: dict[Cell, list[float]] = {cell: [] for cell in batches}
    for number in range(1, rounds + 1):
        if sys.stdout.isatty():
            print(f"\r   round {number} of {rounds}  ", end="\n" * (number == rounds), flush=True)
        for cell, (worker, iterations) in batches.items():
            figures[cell].append(worker.measure(cell, iterations) / iterations)
    return {cell: round(statistics.median(found), 1) for cell, found in figures.items()}, list(
        missing
    )
