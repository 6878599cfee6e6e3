"""The C library: a tarball a machine, with what pkg-config and CMake ask for. It works wherever it is unpacked."""

import shutil
from pathlib import Path

from parts.common import (
    TARGETS,
    VERSION,
    WORK,
    Entry,
    Target,
    at_most,
    cargo,
    environment,
    run,
    tree,
    write_tar,
)
from parts.crates import copyright_file


def installed(target: Target, prefix: str, libdir: str) -> Path:
    """The library below a folder, as `ffi-c/install` puts it there."""
    built = cargo(target, "wxseal-c")
    at_most(built / "libwxseal.so", 1.05)
    to = WORK / "installed" / target.name / prefix.strip("/").replace("/", "-")
    shutil.rmtree(to, ignore_errors=True)
    settings = {
        "PREFIX": prefix,
        "LIBDIR": libdir,
        "DESTDIR": str(to),
        "BUILT": str(built),
        "TARGET": target.triple,
    }
    run("ffi-c/install", env=environment() | settings)
    return to / prefix.strip("/")


def make(dist: Path) -> None:
    for target in TARGETS:
        name = f"libwxseal-{VERSION}-{target.name}"
        folder = installed(target, "/usr/local", "/usr/local/lib")
        # pkg-config finds the prefix from the file's own place.
        pc = folder / "lib/pkgconfig/wxseal.pc"
        pc.write_text(pc.read_text().replace("prefix=/usr/local\n", "prefix=${pcfiledir}/../..\n"))
        terms = Entry(
            f"{name}/share/doc/wxseal/copyright",
            copyright_file("wxseal-c", (target.triple,)).encode(),
        )
        write_tar(dist / f"{name}.tar.gz", [*tree(folder, name), terms])
