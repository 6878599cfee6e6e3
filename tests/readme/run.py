#!/usr/bin/env python3
"""Runs what README.md shows: each program is a server, started by the commands below it in a folder of its own, and has to
answer what the platform sends; so have the servers of `examples` and `wxseal serve`.

`path/to/wxseal` becomes this checkout and `/opt/wxseal` a folder inside the scratch folder. The last line is
`N passed, N failed`.
"""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import example_servers
import wire
from serving import PATIENCE, ROOT

import wxseal

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {
    "python": "server.py",
    "js": "server.mjs",
    "php": "server.php",
    "c": "server.c",
    "cpp": "server.cpp",
    "rust": "src/main.rs",
}
# Where the program answers, if not everywhere.
PATHS = {"c": "/cgi-bin/wechat", "cpp": "/cgi-bin/wechat"}
# Where a body is refused when too much of it has come, and not by the length that is promised.
READ_WHOLE = {"php", "rust"}


def programs(readme: str) -> dict[str, tuple[str, str]]:
    """Each language's program and commands; the one at the top belongs to the first section that has none."""
    found = {}
    waiting = None
    for language, text in BLOCK.findall(readme):
        if language in FILES:
            waiting = language, text
        elif language == "sh" and waiting and not re.match("make demo|export|wxseal", text):
            found[waiting[0]] = waiting[1], text
            waiting = None
    return found


def environment(scratch: Path) -> dict[str, str]:
    """What differs from the caller's: a virtual environment of its own for `pip` and `python`."""
    venv = scratch / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    # Installing Rust is not pip's business here: the checkout's own set-up has done it.
    return {
        "PATH": f"{venv / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "MATURIN_NO_INSTALL_RUST": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def run(language: str, program: str, commands: str) -> str | None:
    """What is wrong, or None."""
    with tempfile.TemporaryDirectory(prefix="wxseal-readme-") as name:
        scratch = Path(name)
        if language == "rust":
            subprocess.run(
                ["cargo", "init", "--quiet", "--vcs", "none", "--name", "server", "."],
                cwd=scratch,
                check=True,
            )
        (scratch / FILES[language]).write_text(program)
        commands = commands.replace("path/to/wxseal", str(ROOT)).replace(
            "/opt/wxseal", str(scratch / "opt")
        )
        # The last line starts the server, which is done more than once.
        *preparation, start = commands.splitlines()
        variables = environment(scratch)
        prepared = subprocess.run(
            ["sh", "-euc", "\n".join(preparation)],
            cwd=scratch,
            env=os.environ | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if prepared.returncode:
            return f"exit status {prepared.returncode}\n{prepared.stdout}"
        shell = [line for line in preparation if re.match(r"export |.*\bactivate$", line)]
        return wire.verdict(
            "\n".join([*shell, start]),
            scratch,
            variables,
            path=PATHS.get(language, "/"),
            by_length=language not in READ_WHOLE,
        )


def tool(readme: str) -> str | None:
    """Runs the tool's commands against the server that they start themselves."""
    commands = next(
        text
        for language, text in BLOCK.findall(readme)
        if language == "sh" and "wxseal keygen" in text
    )
    with tempfile.TemporaryDirectory(prefix="wxseal-readme-") as name, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        # The server in the background needs a moment, which whoever types the commands gives it.
        commands = commands.replace("8080", str(port)).replace(" &\n", " &\nsleep 1\n")
        path = f"{ROOT / 'target/release'}{os.pathsep}{os.environ['PATH']}"
        with (Path(name) / "log").open("w+") as log:
            shell = subprocess.Popen(
                ["sh", "-euc", commands],
                cwd=name,
                env=os.environ | wire.SETTINGS | {"PATH": path},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                status = shell.wait(timeout=PATIENCE)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(shell.pid, signal.SIGKILL)
            log.seek(0)
            if status or not (Path(name) / "report.html").exists():
                return f"exit status {status}\n{log.read()}"
    return None


def tables(readme: str) -> str | None:
    """Holds the table of errors against the core's, as the built module tells it."""
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


def installs(readme: str) -> tuple[list[str], list[str]]:
    """The commands without their comments, and the packages that the text names."""
    commands = "".join(text for language, text in BLOCK.findall(readme) if language == "sh")
    return (
        [line.split("#")[0].strip() for line in commands.splitlines()],
        re.findall(r"`(apt-get install [^`]+)`", readme),
    )


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
    results["the commands of the tool run"] = tool(readme)
    for name in example_servers.EXAMPLES:
        results[f"{name} runs"] = example_servers.example(name)
    results["wxseal serve answers as they do"] = example_servers.serve()
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text()
        results[f"the error table of {name} is the library's"] = tables(text)
        results[f"the links of {name} lead somewhere"] = links(text)
    translated = programs((ROOT / "README.zh-CN.md").read_text())
    results["both languages of the README show the same programs"] = (
        None if translated == found else "the programs or their commands differ"
    )
    for binding, language in (("python", "python"), ("node", "js"), ("php", "php")):
        shown = (ROOT / f"bindings-{binding}/README.md").read_text()
        results[f"the README of bindings-{binding} shows the same program"] = (
            None if f"\n{found[language][0]}```" in shown else "the programs differ"
        )
    both = [installs((ROOT / name).read_text()) for name in ("README.md", "README.zh-CN.md")]
    results["both languages of the README install the same"] = (
        None if both[0] == both[1] else f"{both[0]}\n{both[1]}"
    )
    for name, wrong in results.items():
        print(f"{'not ok' if wrong else 'ok'} {name}{': ' + wrong if wrong else ''}")
    failed = sum(wrong is not None for wrong in results.values())
    print(f"{len(results) - failed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
