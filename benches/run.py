#!/usr/bin/env python3
"""Measures the core, the bindings and what they are compared with: `make bench`, see README.md.

The environment says how much: ROUNDS=3 for a quick look, ONLY=python,c for some languages.
`--write-readme` measures nothing: it writes the tables and the chart of the last full run.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import os
import platform
import re
import sys
from pathlib import Path
from typing import Any

from driver import languages
from driver.chart import chart
from driver.figures import Figures
from driver.languages import BENCHES, LANGUAGES, MEMORY, ROOT
from driver.measure import medians
from driver.tables import report
from driver.worker import Missing, Worker, WorkerFailed

RUN = ROOT / "target/bench.json"
BEGIN, END = "<!-- the last full run -->\n", "<!-- end of the last full run -->\n"


def main() -> int:
    """Returns 1 where a worker fails its own checks; a bound that is missed is a matter of the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write-readme", action="store_true", help="write the last full run")
    if parser.parse_args().write_readme:
        return write_readme()
    rounds = int(os.environ.get("ROUNDS") or 21)
    only = [name for name in re.split(r"[ ,]+", os.environ.get("ONLY", "")) if name]
    unknown = [name for name in only if name not in LANGUAGES]
    if unknown or rounds < 1:
        print(f"ONLY takes {', '.join(LANGUAGES)}; ROUNDS is at least 1", file=sys.stderr)
        return 2
    try:
        languages.write_cases()
        figures = run(only or list(LANGUAGES), rounds)
    except (Missing, WorkerFailed) as failed:
        print(failed, file=sys.stderr)
        return 1
    figures.write(RUN)
    print(report(figures), end="")
    return 0


def run(names: list[str], rounds: int) -> Figures:
    """Builds and starts the workers, and has them take turns."""
    core = core_to_use()
    missing: list[str] = []
    with contextlib.ExitStack() as stack:
        workers: list[Worker] = []
        for name in names:
            print(f"   building and checking {name}", flush=True)
            language = LANGUAGES[name]
            try:
                language.build()
            except Missing as why:
                missing.append(f"{name}: {why}")
                continue
            workers.append(Worker(name, language.command, language.environment, core))
            stack.callback(workers[-1].stop)
            missing += [f"{name}, {peer}: {why}" for peer, why in workers[-1].missing.items()]
        ns, more = medians(workers, rounds)
    header = {
        "date": datetime.date.today().isoformat(),
        "machine": machine(),
        "rounds": rounds,
        "pinned": "not pinned to a core" if core is None else f"pinned to core {core}",
        "full": names == list(LANGUAGES),
        "versions": {
            worker.language: {"version": worker.version, "subjects": worker.subjects}
            for worker in workers
        },
        "missing": missing + more,
    }
    return Figures(header, ns, memory() if "rust" in header["versions"] else [])


def core_to_use() -> int | None:
    """The last of the cores that this process may use; None where the system does not pin."""
    return max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None


def memory() -> list[dict[str, Any]]:
    """What the core asks of the allocator; empty where nobody can say."""
    with contextlib.suppress(Missing):
        return [json.loads(line) for line in languages.run(*MEMORY).splitlines()]
    return []


def machine() -> str:
    """Processor, cores and system."""
    processor = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        found = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
        processor = found[1] if found else processor
    system = platform.system()
    with contextlib.suppress(OSError):
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return f"{processor}, {os.cpu_count()} cores, {system}"


def write_readme() -> int:
    """Puts the last full run between the README's markers, and into the chart."""
    figures = Figures.read(RUN)
    if not figures.header["full"]:
        print("The last run was of some languages only: run `make bench` first.", file=sys.stderr)
        return 2
    readme = BENCHES / "README.md"
    before, rest = readme.read_text().split(BEGIN)
    _, after = rest.split(END)
    readme.write_text(f"{before}{BEGIN}\n{report(figures)}\n{END}{after}")
    (BENCHES / "bars.svg").write_text(chart(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
