"""Has the tool play the platform against a server: `play.py NAME PLATFORM COMMAND [PATH]`.

The command is for the shell, and takes its port from `PORT` and the settings from the variables
that the tool reads too. PLATFORM is `wechat`, `wecom`, or `wecom-json` where the server answers in
JSON; PATH is where it answers. The last line is `N passed, N failed`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "readme"))
from serving import Server

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "target/release/wxseal"
SETTINGS = {
    "WXSEAL_TOKEN": "TokenOfTheTest",
    "WXSEAL_ENCODING_AES_KEY": "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3",
    "WXSEAL_RECEIVE_ID": "wx0123456789abcdef",
}
WECOM = ["--dialect", "wecom"]
PLATFORMS = {
    "wechat": [["--mode", mode, "--format", "xml"] for mode in ("safe", "compatible")],
    "wecom": [["--mode", mode, "--format", "xml", *WECOM] for mode in ("safe", "compatible")],
    "wecom-json": [["--mode", "safe", "--format", "json", *WECOM]],
}


def calls(platform: str, url: str) -> Iterator[list[str]]:
    for options in PLATFORMS[platform]:
        # The check has no format: it is the server's to choose.
        yield ["check", url, *options[:2], *options[4:]]
        for event in ("text", "image"):
            yield ["push", url, event, *options]


def complaint(call: list[str]) -> str | None:
    """What the tool says is wrong, or nothing."""
    ran = subprocess.run(
        [TOOL, *call, "--json", "--lang", "en"],
        env={**os.environ, **SETTINGS},
        capture_output=True,
        text=True,
    )
    right = ran.returncode == 0 and json.loads(ran.stdout)["passed"]
    return None if right else ran.stdout + ran.stderr


def main(name: str, platform: str, command: str, path: str = "/") -> int:
    """Prints a line for each call of the tool, and returns the exit status."""
    passed = failed = 0
    variables = {**SETTINGS, "ROOT": str(ROOT)}
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(command, Path(folder), variables) as server,
    ):
        server.wait()
        for call in calls(platform, f"http://127.0.0.1:{server.port}{path}"):
            title = " ".join([name, call[0], *call[2:]])
            if wrong := complaint(call):
                failed += 1
                print(f"{wrong}{server.said()}FAILED {title}")
            else:
                passed += 1
                print(f"ok {title}")
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
