"""PHP's extension for PIE: an archive for each PHP and processor, by the names that PIE looks for."""

from pathlib import Path

from parts.common import (
    LICENSES,
    ROOT,
    TARGETS,
    TOOLS,
    VERSION,
    WORK,
    Entry,
    Target,
    at_most,
    cargo,
    entry,
    run,
    write_zip,
)
from parts.crates import copyright_file
from parts.roots import RELEASES, TRIPLETS, Release, root

# PIE's name for the processor.
ARCHES = {"amd64": "x86_64", "arm64": "arm64"}


def headers(release: Release, target: Target) -> Path:
    """Where the headers of a release's PHP lie; the folder's name is PHP's API."""
    (folder,) = (root(release) / "headers" / target.debian / "usr/include/php").iterdir()
    return folder


def extension(release: Release, target: Target, *library: str | Path) -> Path:
    """Compiles the extension, with what it links of the library. What configure would find out, PHP's own headers say, and
    zig brings the oldest libc that is still in use. Symbols are looked up when they are called, so that a library that is
    too old can be named.
    """
    include = headers(release, target)
    to = WORK / "php" / f"{release.php}-{target.debian}"
    to.mkdir(parents=True, exist_ok=True)
    # Two extensions that bring the same Rust must not find each other's symbols.
    exports = to / "exports"
    exports.write_text("{ global: get_module; local: *; };\n")
    folders = [include, *(include / name for name in ("main", "TSRM", "Zend", "ext"))]
    run(
        *(
            TOOLS / "python",
            "-m",
            "ziglang",
            "cc",
            "-target",
            zig_target(target),
            "-shared",
            "-fPIC",
            "-Os",
        ),
        *(
            "-fvisibility=hidden",
            "-fno-unwind-tables",
            "-fno-asynchronous-unwind-tables",
            "-Wno-everything",
        ),
        *("-DCOMPILE_DL_WXSEAL", f"-ffile-prefix-map={ROOT}=/wxseal"),
        *(
            f"-I{ROOT / 'include'}",
            f"-I{ROOT / 'bindings-php'}",
            *(f"-isystem{folder}" for folder in folders),
        ),
        *sorted((ROOT / "bindings-php").glob("*.c")),
        *library,
        *(
            "-s",
            "-Wl,-z,lazy",
            "-Wl,-z,relro",
            "-Wl,--build-id=none",
            f"-Wl,--version-script={exports}",
        ),
        *("-o", to / "wxseal.so"),
    )
    return to / "wxseal.so"


def zig_target(target: Target) -> str:
    return f"{TRIPLETS[target.debian]}.2.17"


def make(dist: Path) -> None:
    for target in (target for target in TARGETS if target.debian):
        archive = cargo(target, "wxseal-c") / "libwxseal.a"
        terms = Entry("copyright", copyright_file("wxseal-c", (target.triple,)).encode())
        for release in RELEASES:
            # Rust unwinds, and nothing else in PHP need have brought what does that.
            built = extension(release, target, archive, "-lunwind", "-lpthread", "-ldl", "-lm")
            at_most(built, 1.05)
            name = f"php_wxseal-v{VERSION}_php{release.php}-{ARCHES[target.debian]}-linux-glibc.zip"
            licenses = [entry(file.name, file) for file in LICENSES]
            write_zip(dist / name, [entry("wxseal.so", built, executable=True), *licenses, terms])
