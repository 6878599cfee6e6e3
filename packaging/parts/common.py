"""Where things are, for which machines they are built, and how one archive is the same twice."""

import gzip
import io
import os
import shutil
import stat
import subprocess
import tarfile
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target/packaging"
TOOLS = WORK / "venv/bin"
VERSION = tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["package"]["version"]
LICENSES = [ROOT / "LICENSE-APACHE", ROOT / "LICENSE-MIT"]


class Target(NamedTuple):
    """A machine, by the names that the registries have for it."""

    triple: str
    # uname's, which PyPI and PIE take for x86_64.
    arch: str
    libc: str
    npm: str
    debian: str

    @property
    def zig(self) -> str:
        """The oldest glibc that is still in use: CentOS 7's, which manylinux2014 means too."""
        return f"{self.triple}.2.17" if self.libc == "gnu" else self.triple

    @property
    def name(self) -> str:
        return f"linux-{self.arch}-{self.libc}"


TARGETS = [
    Target("x86_64-unknown-linux-gnu", "x86_64", "gnu", "linux-x64-gnu", "amd64"),
    Target("aarch64-unknown-linux-gnu", "aarch64", "gnu", "linux-arm64-gnu", "arm64"),
    Target("x86_64-unknown-linux-musl", "x86_64", "musl", "linux-x64-musl", ""),
    Target("aarch64-unknown-linux-musl", "aarch64", "musl", "linux-arm64-musl", ""),
]
# Which are built on a system of their own.
OTHERS = [
    Target("x86_64-apple-darwin", "x86_64", "", "darwin-x64", ""),
    Target("aarch64-apple-darwin", "aarch64", "", "darwin-arm64", ""),
    Target("x86_64-pc-windows-msvc", "x86_64", "msvc", "win32-x64-msvc", ""),
    Target("aarch64-pc-windows-msvc", "aarch64", "msvc", "win32-arm64-msvc", ""),
]


class Wrong(Exception):
    """What must not be published."""


def printed(*command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    """What a program prints."""
    ran = subprocess.run(command, cwd=cwd, env=env or environment(), capture_output=True, text=True)
    if ran.returncode:
        raise Wrong(said(command, ran.stdout + ran.stderr))
    return ran.stdout.strip()


@cache
def epoch() -> int:
    """When the commit was made, in seconds since 1970: what is built bears its date and no other."""
    return int(
        os.environ.get("SOURCE_DATE_EPOCH")
        or printed("git", "log", "-1", "--format=%ct", env=os.environ)
    )


def cargo_home() -> Path:
    return Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo")


def environment(flags: Iterable[str] = ()) -> dict[str, str]:
    """The caller's, without what names this machine or this folder."""
    rustflags = [
        f"--remap-path-prefix={ROOT}=/wxseal",
        f"--remap-path-prefix={cargo_home()}=/cargo",
        *flags,
    ]
    return os.environ | {
        "PATH": os.pathsep.join([str(TOOLS), os.environ["PATH"], str(cargo_home() / "bin")]),
        "SOURCE_DATE_EPOCH": str(epoch()),
        "CARGO_ENCODED_RUSTFLAGS": "\x1f".join(rustflags),
        "CARGO_PROFILE_RELEASE_STRIP": "symbols",
        "MATURIN_NO_INSTALL_RUST": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def run(*command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    """Runs what only says something where it fails."""
    ran = subprocess.run(
        command, cwd=cwd, env=env or environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if ran.returncode:
        raise Wrong(said(command, ran.stdout.decode(errors="replace")))


def said(command: Iterable[str | Path], output: str) -> str:
    """A program that failed, and the end of what it has said."""
    return f"{' '.join(str(word) for word in command)}\n{output[-4000:]}"


def standard_library(target: Target) -> None:
    """Fetches Rust's for a target where it is missing; only rustup has one for musl."""
    if Path(printed("rustc", "--print", "target-libdir", "--target", target.triple)).is_dir():
        return
    if not shutil.which("rustup", path=environment()["PATH"]):
        raise Wrong(
            f"this Rust knows no {target.triple}: get Rust from https://rustup.rs, a distribution's has one target"
        )
    run("rustup", "target", "add", target.triple)


def cargo(target: Target, package: str, *, static: bool = False) -> Path:
    """Builds a crate for a target, and says where it is. A static program brings musl with it; a
    library is loaded into a program that has its own. Windows has no C library to rely on, and both bring it.
    """
    folder = WORK / ("static" if static else "shared")
    flags = []
    if target.libc == "musl" and not static:
        flags = ["-Ctarget-feature=-crt-static"]
    elif target.libc == "msvc":
        flags = ["-Ctarget-feature=+crt-static"]
    run(
        *(
            "cargo",
            "zigbuild" if target in TARGETS else "build",
            "--release",
            "--locked",
            "--package",
            package,
        ),
        *("--target", target.zig, "--target-dir", folder),
        env=environment(flags),
    )
    return folder / target.triple / "release"


class Entry(NamedTuple):
    """A file of an archive, or a link."""

    name: str
    data: bytes = b""
    executable: bool = False
    link: str = ""


def entry(name: str, file: Path, *, executable: bool = False) -> Entry:
    return Entry(name, file.read_bytes(), executable)


def tree(folder: Path, into: str) -> list[Entry]:
    """All that a folder holds."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = f"{into}/{path.relative_to(folder)}"
        if path.is_symlink():
            found.append(Entry(name, link=os.readlink(path)))
        elif path.is_file():
            found.append(entry(name, path, executable=bool(path.stat().st_mode & stat.S_IXUSR)))
    return found


def write_tar(file: Path, entries: Iterable[Entry]) -> None:
    """A tar of these entries, which says nothing of when and by whom it was made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with (
        file.open("wb") as raw,
        gzip.GzipFile("", "wb", mtime=epoch(), fileobj=raw) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for each in sorted(entries):
            info = tarfile.TarInfo(each.name)
            info.mtime = epoch()
            info.mode = 0o755 if each.executable else 0o644
            if each.link:
                info.type, info.linkname, info.mode = tarfile.SYMTYPE, each.link, 0o777
            info.size = len(each.data)
            tar.addfile(info, io.BytesIO(each.data))


def write_zip(file: Path, entries: Iterable[Entry]) -> None:
    """A zip of these entries, likewise."""
    import time

    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for each in sorted(entries):
            info = zipfile.ZipInfo(each.name, time.gmtime(epoch())[:6])
            info.external_attr = (stat.S_IFREG | (0o755 if each.executable else 0o644)) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, each.data)


def at_most(file: Path, megabytes: float) -> None:
    """Refuses what grew beyond what users were promised; a megabyte is 10^6 bytes."""
    size = file.stat().st_size / 1e6
    if size > megabytes:
        raise Wrong(f"{file.name} has {size:.2f} MB, and {megabytes} are allowed")
