"""Debian roots where nothing is prepared, and what runs in a copy of one.

They are made once, in target/bare, by `debootstrap`, which wants to be root, from the mirror in MIRROR or else the caller's
own. What the caller needs to reach the registries, proxies and certificates, holds in a copy, too.
"""

import itertools
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NamedTuple

from document import SETTINGS, Wrong

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target/bare"
# A slow machine compiles for minutes.
PATIENCE = 1800

# Which of the caller's variables and files say how registries are reached.
REACHES = re.compile(
    r"(?i).*(_proxy|_cainfo|ca_bundle|ca_certs|_cert|cert_file|cert_dir|index_url|trusted_host|_timeout)"
    r"|npm_config_.*|cargo_(http|net|registr|source).*"
)
FILES = (
    *("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/npmrc"),
    # Debian's package of certificates takes these into its own file, and it is for the READMEs to bring that package.
    "/usr/local/share/ca-certificates",
    *("~/.npmrc", "~/.config/pip/pip.conf", "~/.cargo/config.toml"),
)
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


class Release(NamedTuple):
    """A Debian release, on a processor by Debian's name for it; the caller's own where it is empty."""

    suite: str
    title: str
    processor: str = ""

    @property
    def name(self) -> str:
        return f"{self.suite}-{self.processor}" if self.processor else self.suite


RELEASES = {"bookworm": Release("bookworm", "Debian 12"), "trixie": Release("trixie", "Debian 13")}


@cache
def mirror() -> str:
    """MIRROR, or where the caller's own Debian packages come from, or else Debian's own."""
    if told := os.environ.get("MIRROR"):
        return told
    command = ["apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI)"]
    ran = subprocess.run(
        [*command, "Created-By: Packages"], check=True, capture_output=True, text=True
    )
    told = [line.partition(" ") for line in ran.stdout.splitlines()]
    uris = [uri.rstrip("/") for origin, _, uri in told if origin == "Debian"]
    return next(
        (uri for uri in uris if not uri.endswith("-security")), "http://deb.debian.org/debian"
    )


class Root:
    """A copy of a bare root, and what is run in it."""

    def __init__(self, release: Release, name: str) -> None:
        self.release = release
        self.name = name
        self.path = WORK / f"{release.name}-{name}"
        self.installed: set[str] = set()
        self.environment: dict[str, str] = {}
        self.log: BinaryIO

    def __enter__(self) -> "Root":
        bare = made(self.release)
        # What runs beside each other writes to one end.
        Path(f"{self.path}.log").unlink(missing_ok=True)
        self.log = Path(f"{self.path}.log").open("a+b")
        shutil.rmtree(self.path, ignore_errors=True)
        subprocess.run(["cp", "-a", bare, self.path], check=True)
        self.environment = {
            "HOME": "/root",
            "LANG": "C.UTF-8",
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND": "noninteractive",
        } | reaching(self.path)
        (self.path / "root/project").mkdir()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.log.close()
        shutil.rmtree(self.path, ignore_errors=True)

    def write(self, path: str, text: str) -> None:
        file = self.path / "root/project" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def start(
        self, lines: list[str], *, offline: bool = False, **environment: str
    ) -> subprocess.Popen[bytes]:
        """Runs lines in one shell, up to the first that fails. Its mounts and its processes end with it."""
        # The packages are fetched once for all copies.
        prepare = 'mount --bind "$1" "$2/var/cache/apt/archives" && chroot=$2 && shift 2 && exec chroot "$chroot" "$@"'
        archives = WORK / f"{self.release.name}-archives"
        (archives / "partial").mkdir(parents=True, exist_ok=True)
        script = "cd ~/project\nset -ex\n" + "\n".join(lines)
        return subprocess.Popen(
            [
                *(("nsenter", f"--net={nowhere()}") if offline else ()),
                *("unshare", "--mount", "--pid", "--fork", "--kill-child"),
                *(f"--mount-proc={self.path}/proc", "sh", "-c", prepare, "sh"),
                *(archives, self.path, "sh", "-c", script),
            ],
            env=self.environment | SETTINGS | environment,
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def run(self, *lines: str, status: int | None = 0, offline: bool = False) -> str:
        """Runs lines to their end, which is to have this status, and gives what they printed."""
        self.log.flush()
        begin = self.log.seek(0, os.SEEK_END)
        process = self.start(list(lines), offline=offline)
        try:
            ended = process.wait(timeout=PATIENCE)
        finally:
            end(process)
        self.log.seek(begin)
        printed = self.log.read().decode(errors="replace")
        if status is not None and ended != status:
            raise Wrong(f"exit status {ended}, not {status}")
        return printed

    def install(self, *packages: str) -> None:
        self.installed |= set(packages)
        if packages:
            self.run("apt-get update -qq", f"apt-get install -y -qq {' '.join(packages)}")

    def told(self, lines: int = 25) -> str:
        """The end of what was printed, without what repeats the line above."""
        self.log.flush()
        printed = Path(self.log.name).read_text(errors="replace").splitlines()
        return "\n".join([line for line, _ in itertools.groupby(printed)][-lines:])


def made(release: Release) -> Path:
    """The bare root, made where it is missing, with the newest packages."""
    root = WORK / release.name
    done = WORK / f"{release.name}.made"
    if not done.exists():
        shutil.rmtree(root, ignore_errors=True)
        WORK.mkdir(parents=True, exist_ok=True)
        print(f"Making {root} …", flush=True)
        command: list[str | Path] = ["debootstrap", "--variant=minbase"]
        if release.processor:
            command.append(f"--arch={release.processor}")
        command += [release.suite, root, mirror()]
        scripts = Path("/usr/share/debootstrap/scripts")
        if not (scripts / release.suite).exists():
            # One that is newer than this debootstrap is made as the newest is.
            command.append(scripts / "sid")
        with Path(f"{root}.log").open("w") as log:
            subprocess.run(command, check=True, stdout=log, stderr=subprocess.STDOUT)
        done.touch()
    (root / "etc/apt/sources.list").write_text(
        f"deb {mirror()} {release.suite} main\ndeb {mirror()} {release.suite}-updates main\n"
        f"deb {mirror()}-security {release.suite}-security main\n"
    )
    # These roots need not outlive a power failure.
    (root / "etc/dpkg/dpkg.cfg.d/unsafe-io").write_text("force-unsafe-io\n")
    told = subprocess.run(["apt-config", "dump"], check=True, capture_output=True, text=True)
    lines = re.findall(r"^Acquire::(?:https?|Check|Retries).*\n", told.stdout, re.M)
    (root / "etc/apt/apt.conf.d/99caller").write_text("".join(lines))
    return root


def reaching(root: Path) -> dict[str, str]:
    """Copies the caller's files that say how registries are reached, and gives the variables."""
    variables = {name: value for name, value in os.environ.items() if REACHES.fullmatch(name)}
    for name in {*FILES, *(value for value in variables.values() if value.startswith("/"))}:
        source = Path(name).expanduser()
        target = root / (f"root/{name[2:]}" if name.startswith("~/") else name[1:])
        if source.is_file() and source != CERTIFICATES:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copyfile(source, target)
        elif source.is_dir() and "ca-certificates" in name:
            shutil.copytree(source, target, dirs_exist_ok=True)
    return variables


@cache
def nowhere() -> Path:
    """A network that has nothing but its own loopback, for as long as this process lives."""
    # SIOCSIFFLAGS, and the flags of what is up and running; Debian's minimal root has no program for it.
    up = "fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sh22x', b'lo', 0x41))"
    wait = "print(flush=True); sys.stdin.read()"
    holder = subprocess.Popen(
        [
            "unshare",
            "--net",
            sys.executable,
            "-c",
            f"import fcntl, socket, struct, sys; {up}; {wait}",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    if not (holder.stdout and holder.stdout.readline()):
        raise Wrong("there is no network namespace to be had")
    return Path(f"/proc/{holder.pid}/ns/net")


def emulated(processor: str) -> None:
    """Has the kernel run programs of another processor, of which there is arm64, by qemu."""
    if {"arm64": "aarch64"}[processor] == platform.machine():
        return
    folder = Path("/proc/sys/fs/binfmt_misc")
    if not (folder / "register").exists():
        subprocess.run(["mount", "-t", "binfmt_misc", "binfmt_misc", folder], check=True)
    if (folder / "qemu-aarch64").exists():
        return
    program = shutil.which("qemu-aarch64-static") or shutil.which("qemu-aarch64")
    if not program:
        raise Wrong("qemu-user-static is missing")
    magic = rb"\x7fELF\x02\x01\x01" + rb"\x00" * 9 + rb"\x02\x00\xb7\x00"
    mask = rb"\xff" * 7 + rb"\x00" + rb"\xff" * 8 + rb"\xfe\xff\xff\xff"
    # F has the kernel open it now, so that it need not lie in the root.
    (folder / "register").write_bytes(
        b":qemu-aarch64:M::" + magic + b":" + mask + b":" + os.fsencode(program) + b":F"
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends what is still running, with all that it has started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
