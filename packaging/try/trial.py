"""What trying an artifact in a bare root is, and what came of it."""

import platform
import re
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from document import Wrong
from playing import Played, only, played
from roots import Release, Root, end

# A processor, by the names of uname, Debian, npm and PIE.
PROCESSORS = {"amd64": ("x86_64", "x64", "x86_64"), "arm64": ("aarch64", "arm64", "arm64")}
NATIVE = next(name for name, (arch, *_) in PROCESSORS.items() if arch == platform.machine())
ADDRESS = "127.0.0.1:8000"


class Row(NamedTuple):
    """What became of an artifact in a root."""

    artifact: str
    where: str
    seconds: float
    megabytes: float
    check: bool
    push: bool
    wrong: str

    def __str__(self) -> str:
        if self.wrong:
            return f"| {self.artifact} | {self.where} | no: {self.wrong} | | | | |"
        check, push = ("yes" if passed else "no" for passed in (self.check, self.push))
        figures = f"{self.seconds:.1f} | {self.megabytes:.2f}"
        return f"| {self.artifact} | {self.where} | yes | {figures} | {check} | {push} |"

    @property
    def holds(self) -> bool:
        return not self.wrong and self.check and self.push


class Refusal(NamedTuple):
    """What a user reads who installs what does not fit, or why it isn't a refusal."""

    what: str
    where: str
    said: str
    wrong: str = ""

    def __str__(self) -> str:
        return f"| {self.what} | {self.where} | {self.wrong or f'`{self.said}`'} |"

    @property
    def holds(self) -> bool:
        return not self.wrong


@dataclass
class Results:
    """What was tried, and which files that took."""

    rows: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    tried: set[Path] = field(default_factory=set)

    def add(self, result: Row | Refusal, told: str) -> None:
        (self.rows if isinstance(result, Row) else self.refusals).append(result)
        print(result, flush=True)
        if not result.holds:
            print(told, flush=True)


class Trial(Root):
    """A root in which artifacts are tried."""

    def __init__(self, release: Release, kind: str, results: Results) -> None:
        super().__init__(release, f"try-{kind}")
        self.results = results
        self.processor = release.processor or NATIVE
        self.arch, self.npm, self.pie = PROCESSORS[self.processor]
        self.where = release.title + (f", {release.processor} by qemu" if release.processor else "")

    def __enter__(self) -> "Trial":
        super().__enter__()
        # The platform is played by this machine's own program, which is static.
        tool = only("tool", f"wxseal-*-linux-{platform.machine()}.tar.gz")
        (self.path / "platform").mkdir()
        unpack = ["tar", "-xzf", tool, "-C", self.path / "platform", "--strip-components=1"]
        subprocess.run(unpack, check=True)
        return self

    def bring(self, *files: Path) -> None:
        """Puts what is to be tried into the root's /dist."""
        self.results.tried |= set(files)
        self.copy(*files)

    def copy(self, *files: Path) -> None:
        """Puts there what does not fit."""
        (self.path / "dist").mkdir(exist_ok=True)
        for file in files:
            shutil.copy(file, self.path / "dist")

    def prepare(self, *packages: str) -> None:
        """Installs packages of Debian's, and sees that no compiler is among them."""
        apt = "apt-get install -y -qq --no-install-recommends"
        self.run("apt-get update -qq", f"{apt} {' '.join(packages)}")
        self.run("for tool in cc gcc clang rustc cargo; do ! command -v $tool || exit 1; done")

    def tries(
        self, artifact: str, install: list[str], takes: str, serve: list[str], path: str = "/"
    ) -> None:
        """Installs an artifact, measures the files that it `takes`, and plays the platform against a server, all without
        a network.
        """
        seconds = megabytes = 0.0
        verdict, wrong = Played(check=False, push=False), ""
        try:
            began = time.monotonic()
            self.run(*install, offline=True)
            seconds = time.monotonic() - began
            sizes = self.run(f"du --bytes --summarize --total {takes}")
            megabytes = int(re.findall(r"^(\d+)\ttotal$", sizes, re.M)[-1]) / 1e6
            server = self.start(serve, offline=True)
            try:
                verdict = played(self.tool, f"http://{ADDRESS}{path}")
            finally:
                end(server)
        except (Wrong, subprocess.SubprocessError, OSError, ValueError) as error:
            wrong = f"{type(error).__name__}: {error}"
        self.results.add(
            Row(artifact, self.where, seconds, megabytes, *verdict, wrong), self.told()
        )

    def tool(self, *arguments: str) -> str:
        """What the tool prints of what it has examined."""
        self.run(f"/platform/wxseal {' '.join(arguments)} >report.json", status=None, offline=True)
        return (self.path / "root/project/report.json").read_text()

    def refuses(self, what: str, lines: list[str], words: str) -> None:
        """Runs lines of which the last has to fail, not crash, and to say these words, in a line that users read."""
        *before, last = lines
        printed = self.run(*before, f"{last} || echo status $?", status=None, offline=True)
        status = re.findall(r"^status (\d+)$", printed, re.M)
        said = [line for line in printed.splitlines() if words in line and not line.startswith("+")]
        wrong = ""
        if not status:
            wrong = "it is not refused"
        elif 128 < int(status[-1]) < 160:
            wrong = f"it ends with signal {int(status[-1]) - 128}"
        elif not said:
            wrong = f"nobody says “{words}”"
        refusal = Refusal(what, self.where, re.sub(r"\s+", " ", "".join(said[-1:])).strip(), wrong)
        self.results.add(refusal, self.told())
