"""The rounds: what is measured in which order, and the medians."""

from __future__ import annotations

import itertools
import statistics
import sys
from collections.abc import Iterator

from driver.worker import Cell, Missing, Worker

FORMATS = ("xml", "json")
SIZES = (300, 1024, 4096, 65536, 1048576)
# Those between them and beyond, which a long run has too, to show what a byte costs. The body of the last has 4 MiB, less
# some bytes: no larger one is read unless a server says so.
MORE_SIZES = (16384, 262144, 3144704)
# Long enough for the clock, short enough for the machine's other work to miss most batches. A server has many threads, and
# a clock for each.
BATCH_NS, SERVER_BATCH_NS = 4_000_000, 60_000_000
# What takes in a whole request; the others have nothing of the kind.
RECEIVING = ("wxseal", "endpoint")
# All that is asked for in a long run's sizes, and of builds that are measured against each other: what peers leave in a
# process's memory is felt.
NO_PEERS = (*RECEIVING, "core", "floor")
# Behind a language's name, what another checkout has measured, and a build for another processor.
BEFORE, WITHOUT = ", before", ", without "


def plan(workers: list[Worker], long: bool) -> Iterator[tuple[Worker, Cell]]:
    """All cells; those that are compared with each other stand side by side."""
    cells = [*itertools.product(("decrypt", "encrypt", "receive"), FORMATS, SIZES)]
    if long:
        cells += itertools.product(("decrypt", "encrypt"), ("xml",), MORE_SIZES)
        cells.append(("serve", "xml", 1024))
    for op, format, size in cells:
        for worker in workers:
            for subject in worker.subjects:
                if wanted(worker, subject, op, size):
                    yield worker, Cell(worker.language, subject, op, format, size)


def wanted(worker: Worker, subject: str, op: str, size: int) -> bool:
    """Whether a worker is asked for it."""
    if worker.serves or op == "serve":
        return worker.serves and op == "serve"
    if size in MORE_SIZES and worker.beside:
        return False
    if (size in MORE_SIZES or not worker.peers) and subject not in NO_PEERS:
        return False
    return subject in RECEIVING if op == "receive" else subject != "endpoint"


def calibrate(worker: Worker, cell: Cell) -> int:
    """How many iterations make a batch; also the warm-up of the cell."""
    enough = SERVER_BATCH_NS if worker.serves else BATCH_NS
    iterations = 1
    while True:
        ns = worker.measure(cell, iterations)
        if ns * 4 >= enough:
            return max(1, round(iterations * enough / ns))
        iterations *= max(2, min(10, enough // (2 * ns + 1)))


def medians(workers: list[Worker], rounds: int, long: bool) -> tuple[dict[Cell, float], list[str]]:
    """Nanoseconds for every cell, and what is missing and why.

    A round asks for one batch of every cell, so that a machine that is slower for a while is slower
    for all of them.
    """
    batches: dict[Cell, tuple[Worker, int]] = {}
    missing: dict[str, None] = {}
    for worker, cell in plan(workers, long):
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
