"""Reads languages.toml, one table a language.

| key | what it is |
|---|---|
| `name`, `folder` | what it is called in print, and where it is |
| `build` | leaves below `target` what its tests, and whatever else runs it, use |
| `packages` | names of Debian's packages, and what succeeds where they are there; tools/bootstrap reads them |
| `test` | suites by their title; what each prints at its end tells tools/test how many tests passed |
| `check` | what `make check` asks, by its title |
| `version` | commands that print a version, each of which must be the workspace's |
| `hostile` | runs tests/hostile and leaves `target/hostile/results/IMPLEMENTATION.json` |
| `implementations` | its names there and in `target/interop/answers`, where it is not the table's own |
| `soak` | `build`, and `run` for tests/soak; `warm_up` and `rounds` are the least that it needs |
| `panics` | the Cargo `package`, the `library` that it makes, and `build` and `run` for tests/panics |
| `bench` | `build` and `run` for a worker of benches; `peers` are the files that `install` needs, in a folder of their own, and `faster` how many `times` faster than a `peer` it is to be, `drop_ins` the same of what stands in for one; `without` are builds for processors that lack something; `server` is one that echoes texts, by a `name`, to `run` with one of its `subjects`, `faster` as above, and `of_nothing` the least part of what the subject `nothing` answers |
| `programs` | by the language of its block in README.md: the `file` to save it as, what has to `prepare` the folder, the `path` where it answers, and whether it `reads_whole` a body and refuses it then |
| `examples` | servers of `examples`: how to `prepare` and `run` them in a folder of their own, with the checkout in `ROOT` |
"""

import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / "tools/languages.toml").read_text(encoding="utf-8")
)


def chosen(names: Iterable[str], having: str = "name") -> dict[str, dict[str, Any]]:
    """Gives the languages that are named, or all, of those that have a key; ends the program where one is unknown."""
    known = {name: language for name, language in LANGUAGES.items() if having in language}
    names = list(names) or list(known)
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"{Path(sys.argv[0]).name}: not {', '.join(unknown)}, but of {', '.join(known)}")
    return {name: known[name] for name in names}


def implementations(language: str) -> list[str]:
    """What the language is called where its tests leave files."""
    names: list[str] = LANGUAGES[language].get("implementations", [language])
    return names


def shell(command: str, *arguments: object) -> list[str]:
    """What runs a command of the table; arguments go to the end of its last line."""
    return ["sh", "-euc", command + ' "$@"' * bool(arguments), "sh", *map(str, arguments)]


def build(names: Iterable[str]) -> None:
    """Builds languages one by one; ends the program where one fails, which has said why."""
    # As each is built alone elsewhere: together their dependencies have other features, and all is built anew.
    for language in (LANGUAGES[name] for name in names):
        if subprocess.run(shell(language["build"]), cwd=ROOT).returncode != 0:
            sys.exit(f"{language['name']} cannot be built")
