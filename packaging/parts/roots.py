"""Debian roots in which packages are looked at by the release that they are for: with dpkg-dev and lintian, the C library
of both processors, and the headers of its PHP. It wants to be root.
"""

import os
import shutil
from functools import cache
from pathlib import Path
from typing import NamedTuple

from parts.common import WORK, printed, run

# The processors by Debian's name, and how it names their folders of libraries.
TRIPLETS = {"amd64": "x86_64-linux-gnu", "arm64": "aarch64-linux-gnu"}


class Release(NamedTuple):
    """A Debian release, and the PHP that it has."""

    suite: str
    php: str


RELEASES = [Release("bookworm", "8.2"), Release("trixie", "8.4")]


def mirror() -> str:
    """MIRROR, or where this Debian's own packages come from; elsewhere Debian's own."""
    if told := os.environ.get("MIRROR"):
        return told
    lines = printed(
        "apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI)", "Created-By: Packages"
    ).splitlines()
    uris = [
        uri.rstrip("/")
        for origin, _, uri in (line.partition(" ") for line in lines)
        if origin == "Debian"
    ]
    return next(
        (uri for uri in uris if not uri.endswith("-security")), "http://deb.debian.org/debian"
    )


def inside(root: Path, *command: str | Path, folder: str = "/", **environment: str) -> str:
    """Runs a program in a root, and gives what it prints."""
    variables = {
        "HOME": "/root",
        "LC_ALL": "C.UTF-8",
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    } | environment
    within = ("sh", "-c", 'cd "$1" && shift && exec "$@"', "sh", folder)
    return printed("chroot", root, *within, *command, env=variables)


@cache
def root(release: Release) -> Path:
    """A release's root, made once."""
    path = WORK / "roots" / release.suite
    done = path / "made"
    if done.exists():
        return path
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    run("debootstrap", "--variant=minbase", release.suite, path, mirror())
    # No service is to start, and this root need not outlive a power failure.
    (path / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (path / "usr/sbin/policy-rc.d").chmod(0o755)
    (path / "etc/dpkg/dpkg.cfg.d/unsafe-io").write_text("force-unsafe-io\n")
    inside(path, "dpkg", "--add-architecture", "arm64")
    apt = ("apt-get", "-qq", "-y", "--no-install-recommends")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"} | {
        name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")
    }
    inside(path, *apt, "update", **quiet)
    inside(
        path,
        *apt,
        "install",
        "dpkg-dev",
        "lintian",
        "binutils-aarch64-linux-gnu",
        "libc6:arm64",
        **quiet,
    )
    for processor in TRIPLETS:
        headers = f"/headers/{processor}"
        (path / headers[1:]).mkdir(parents=True)
        inside(path, *apt, "download", f"php{release.php}-dev:{processor}", folder=headers, **quiet)
        (package,) = (path / headers[1:]).glob("*.deb")
        inside(path, "dpkg-deb", "--extract", f"{headers}/{package.name}", headers)
    done.touch()
    return path
