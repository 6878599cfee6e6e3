"""The command-line tool: one static program a processor, with its pages and completions."""

import platform
from functools import cache
from pathlib import Path

from parts.common import (
    LICENSES,
    ROOT,
    TARGETS,
    VERSION,
    WORK,
    Entry,
    at_most,
    cargo,
    entry,
    printed,
    run,
    tree,
    write_tar,
    write_zip,
)
from parts.crates import copyright_file

SHELLS = {"bash": "bash/wxseal", "zsh": "zsh/_wxseal", "fish": "fish/wxseal.fish"}


@cache
def manual() -> list[Entry]:
    """What the program itself writes of itself; the one for this machine does it for all."""
    (here,) = (
        target for target in TARGETS if target.libc == "musl" and target.arch == platform.machine()
    )
    program = cargo(here, "wxseal-cli", static=True) / "wxseal"
    pages = WORK / "man1"
    printed(program, "man", pages)
    completions = [
        Entry(
            f"completions/{name}",
            printed(program, "--lang", "en", "completions", shell).encode() + b"\n",
        )
        for shell, name in SHELLS.items()
    ]
    return [*tree(pages, "man/man1"), *completions]


def beside(triple: str) -> list[Entry]:
    """What stands beside the program, whatever the system."""
    terms = Entry("copyright", copyright_file("wxseal-cli", (triple,)).encode())
    return [terms, *(entry(file.name, file) for file in [*LICENSES, ROOT / "cli/README.md"])]


def make(dist: Path) -> None:
    for target in TARGETS:
        if target.libc != "musl":
            continue
        program = cargo(target, "wxseal-cli", static=True) / "wxseal"
        at_most(program, 5.5)
        name = f"wxseal-{VERSION}-linux-{target.arch}"
        files = [entry("wxseal", program, executable=True), *manual(), *beside(target.triple)]
        write_tar(
            dist / f"{name}.tar.gz", [each._replace(name=f"{name}/{each.name}") for each in files]
        )


def make_for(triple: str, dist: Path) -> None:
    """The program for another system, on which this runs."""
    folder = WORK / "static"
    run(
        "cargo",
        "build",
        "--release",
        "--locked",
        "--package",
        "wxseal-cli",
        "--target",
        triple,
        "--target-dir",
        folder,
    )
    name = "wxseal.exe" if "windows" in triple else "wxseal"
    program = folder / triple / "release" / name
    at_most(program, 5.5)
    files = [entry(name, program, executable=True), *beside(triple)]
    (write_zip if "windows" in triple else write_tar)(
        dist / f"wxseal-{VERSION}-{triple}{'.zip' if 'windows' in triple else '.tar.gz'}",
        [each._replace(name=f"wxseal-{VERSION}-{triple}/{each.name}") for each in files],
    )
