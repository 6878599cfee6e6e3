"""The command-line tool: one static program a processor, with its pages and completions."""

from pathlib import Path

from parts.common import LICENSES, ROOT, TARGETS, VERSION, WORK, Entry, at_most, cargo, entry, printed, tree, write_tar

SHELLS = {"bash": "bash/wxseal", "zsh": "zsh/_wxseal", "fish": "fish/wxseal.fish"}


def manual() -> list[Entry]:
    """What the program itself writes of itself; the one for this machine does it for all."""
    printed("cargo", "build", "--release", "--locked", "--quiet", "-p", "wxseal-cli")
    program = Path(printed("tools/target-dir")) / "release/wxseal"
    pages = WORK / "man1"
    printed(program, "man", pages)
    completions = [
        Entry(f"completions/{name}", printed(program, "--lang", "en", "completions", shell).encode() + b"\n")
        for shell, name in SHELLS.items()
    ]
    return [*tree(pages, "man/man1"), *completions]


def make(dist: Path) -> None:
    beside = [*manual(), *(entry(file.name, file) for file in [*LICENSES, ROOT / "cli/README.md"])]
    for target in TARGETS:
        if target.libc != "musl":
            continue
        program = cargo(target, "wxseal-cli", static=True) / "wxseal"
        at_most(program, 5.5)
        name = f"wxseal-{VERSION}-linux-{target.arch}"
        files = [entry("wxseal", program, executable=True), *beside]
        write_tar(dist / f"{name}.tar.gz", [each._replace(name=f"{name}/{each.name}") for each in files])
