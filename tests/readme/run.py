#!/usr/bin/env python3
"""Runs what README.md shows: each program, after the commands that stand below it, in a folder of its own.

`path/to/wxseal` becomes this checkout and `/opt/wxseal` a folder inside the scratch folder. The last line is
`N passed, N failed`.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {
    "python": "reply.py",
    "js": "reply.mjs",
    "php": "reply.php",
    "c": "reply.c",
    "cpp": "reply.cpp",
    "rust": "src/main.rs",
}
SHOWN = ('"debug_str":"hello world"', '"Encrypt": "', '"MsgSignature": "')


def programs(readme: str) -> dict[str, tuple[str, str]]:
    """Each language's program and commands; the one at the top belongs to the first section that has none."""
    found = {}
    waiting = None
    for language, text in BLOCK.findall(readme):
        if language in FILES:
            waiting = language, text
        elif language == "sh" and waiting and "make demo" not in text:
            found[waiting[0]] = waiting[1], text
            waiting = None
    return found


def environment(scratch: Path) -> dict[str, str]:
    """The caller's, with a virtual environment of its own for `pip` and `python`."""
    venv = scratch / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    # Installing Rust is not pip's business here: the checkout's own set-up has done it.
    return os.environ | {
        "PATH": f"{venv / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "MATURIN_NO_INSTALL_RUST": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def run(language: str, program: str, commands: str) -> str | None:
    """What is wrong, or None."""
    with tempfile.TemporaryDirectory(prefix="wxseal-readme-") as name:
        scratch = Path(name)
        (scratch / "push.json").write_bytes((ROOT / "examples/push.json").read_bytes())
        if language == "rust":
            subprocess.run(
                ["cargo", "init", "--quiet", "--vcs", "none", "--name", "reply", "."],
                cwd=scratch,
                check=True,
            )
        (scratch / FILES[language]).write_text(program)
        commands = commands.replace("path/to/wxseal", str(ROOT)).replace(
            "/opt/wxseal", str(scratch / "opt")
        )
        done = subprocess.run(
            ["sh", "-euc", commands],
            cwd=scratch,
            env=environment(scratch),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    missing = [text for text in SHOWN if text not in done.stdout]
    if done.returncode or missing:
        return f"exit status {done.returncode}, missing {missing}\n{done.stdout}"
    return None


def tables(readme: str) -> str | None:
    """Holds the table of errors against the core's, as the built module tells it."""
    import wxseal

    shown = re.findall(r"^\| `(\w+)` \| (-\d+) \| (\d+) \|", readme, re.MULTILINE)
    errors = [getattr(wxseal, name, None) for name, _, _ in shown]
    told = [(e.__name__, str(e.code), str(e.http_status)) for e in errors if e]
    known = {
        e.__name__
        for e in vars(wxseal).values()
        if isinstance(e, type) and issubclass(e, wxseal.Error)
    }
    if told == shown and known - {"Error"} == {name for name, _, _ in shown}:
        return None
    return f"README: {shown}\nthe library: {told}"


def links(readme: str) -> str | None:
    """Finds every relative link's file."""
    missing = [
        link
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
        if not (ROOT / link).exists()
    ]
    return f"no such file: {missing}" if missing else None


def main() -> int:
    """Prints a line a test and the sum, and returns the exit status."""
    readme = (ROOT / "README.md").read_text()
    found = programs(readme)
    results = {
        f"the {language} program runs": run(language, *found[language])
        for language in FILES
        if language in found
    }
    results["every language has a program"] = (
        None if set(found) == set(FILES) else f"found {sorted(found)}"
    )
    results["the two commands are what CI runs"] = (
        None
        if all(
            f"make {target}" in (ROOT / ".ci/run").read_text()
            for target in ("demo", "check", "test")
        )
        else ".ci/run"
    )
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text()
        results[f"the error table of {name} is the library's"] = tables(text)
        results[f"the links of {name} lead somewhere"] = links(text)
    translated = programs((ROOT / "README.zh-CN.md").read_text())
    results["both languages of the README show the same programs"] = (
        None
        if {k: v[1] for k, v in translated.items()} == {k: v[1] for k, v in found.items()}
        else "the commands differ"
    )
    for name, wrong in results.items():
        print(f"{'not ok' if wrong else 'ok'} {name}{': ' + wrong if wrong else ''}")
    failed = sum(wrong is not None for wrong in results.values())
    print(f"{len(results) - failed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
