"""What goes to npm: the package and its addon for each machine, the tool and its program for each.

A main package names those of the machines as optional dependencies, of which npm installs the one that fits: none of them has
a script. `python -m parts.npm FOLDER`, in packaging, packs the main packages and the addon that `bindings-node/build` has built.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from parts.common import (
    LICENSES,
    OTHERS,
    ROOT,
    TARGETS,
    VERSION,
    Entry,
    Target,
    at_most,
    cargo,
    entry,
    run,
    write_tar,
)

Manifest = dict[str, Any]

BINDING = ROOT / "bindings-node"
# What npm calls the C library of a Linux; the others have one.
LIBCS = {"gnu": "glibc", "musl": "musl"}
# Where the programs are static, they know no libc.
PROGRAMS = [target for target in [*TARGETS, *OTHERS] if target.libc != "gnu"]


def make(dist: Path) -> None:
    # The generator brings much from the registry, which `make check` is not to wait for.
    run("tools/packages", "napi")
    run("bindings-node/loader", "--check")
    main_packages(dist)
    for target in TARGETS:
        platform_package(target, dist)


def platform_package(target: Target, dist: Path) -> None:
    """The addon for one machine, and the program."""
    built = cargo(target, "wxseal-node")
    library = next(
        file
        for name in ("libwxseal_node.so", "libwxseal_node.dylib", "wxseal_node.dll")
        if (file := built / name).exists()
    )
    addon(target, library, dist)
    if target in PROGRAMS:
        program(target, cargo(target, "wxseal-cli", static=True), dist)


def main_packages(dist: Path) -> None:
    """What users ask for by name."""
    manifest = json.loads((BINDING / "package.json").read_text())
    # The package's own tests and the addon of a checkout stay behind, and with them what they need.
    del manifest["scripts"], manifest["devDependencies"]
    manifest["files"] = [
        name for name in manifest["files"] if name != "*.node" and not name.startswith("LICENSE")
    ]
    manifest["optionalDependencies"] = {
        addon_name(target): VERSION for target in [*TARGETS, *OTHERS]
    }
    sources = [entry(name, BINDING / name) for name in [*manifest["files"], "README.md"]]
    pack(manifest, sources, dist)

    tool = ROOT / "packaging/npm"
    manifest = json.loads((tool / "package.json").read_text())
    manifest["version"] = VERSION
    manifest["optionalDependencies"] = {program_name(target): VERSION for target in PROGRAMS}
    pack(
        manifest,
        [
            entry("wxseal.js", tool / "wxseal.js", executable=True),
            entry("README.md", ROOT / "cli/README.md"),
        ],
        dist,
    )


def addon(target: Target, library: Path, dist: Path) -> None:
    name = f"wxseal.{target.npm}.node"
    manifest = platform_manifest(addon_name(target), "The addon of wxseal", target) | {
        "main": name,
        "files": [name],
    }
    if target.libc in LIBCS:
        manifest["libc"] = [LIBCS[target.libc]]
    readme = said(
        f"The addon of [wxseal](https://www.npmjs.com/package/wxseal) for {target.npm}, which installs it."
    )
    at_most(pack(manifest, [entry(name, library), readme], dist), 0.7)


def program(target: Target, built: Path, dist: Path) -> None:
    name = "wxseal.exe" if target.libc == "msvc" else "wxseal"
    # Yarn runs nothing out of its archives.
    manifest = platform_manifest(program_name(target), "The program of wxseal-cli", target) | {
        "files": [name],
        "preferUnplugged": True,
    }
    readme = said(
        f"The program of [wxseal-cli](https://www.npmjs.com/package/wxseal-cli) for {platform(target)}, which installs it."
    )
    at_most(built / name, 5.5)
    pack(manifest, [entry(name, built / name, executable=True), readme], dist)


def platform(target: Target) -> str:
    """A system and its processor, as Node.js names them."""
    return "-".join(target.npm.split("-")[:2])


def addon_name(target: Target) -> str:
    return f"@wxseal/{target.npm}"


def program_name(target: Target) -> str:
    return f"@wxseal/cli-{platform(target)}"


def platform_manifest(name: str, what: str, target: Target) -> Manifest:
    """What the packages for one machine have in common: npm installs them there and nowhere else."""
    system, cpu = platform(target).split("-")
    return {
        "name": name,
        "version": VERSION,
        "description": f"{what} for {name.removeprefix('@wxseal/').removeprefix('cli-')}",
        "license": "MIT OR Apache-2.0",
        "engines": {"node": ">=18"},
        "os": [system],
        "cpu": [cpu],
    }


def said(readme: str) -> Entry:
    return Entry("README.md", f"{readme}\n".encode())


def pack(manifest: Manifest, files: Iterable[Entry], dist: Path) -> Path:
    """The archive that `npm pack` would write, but always the same."""
    # npm holds what it is told of a workflow's origin to this.
    if repository := os.environ.get("GITHUB_REPOSITORY"):
        manifest["repository"] = f"git+https://github.com/{repository}.git"
    data = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    licenses = [entry(file.name, file) for file in LICENSES]
    packed = (
        dist / f"{manifest['name'].removeprefix('@').replace('/', '-')}-{manifest['version']}.tgz"
    )
    entries = [Entry("package.json", data.encode()), *files, *licenses]
    write_tar(packed, [each._replace(name=f"package/{each.name}") for each in entries])
    return packed


def main() -> None:
    (dist,) = map(Path, sys.argv[1:])
    main_packages(dist)
    for target in [*TARGETS, *OTHERS]:
        if (built := BINDING / f"wxseal.{target.npm}.node").exists():
            addon(target, built, dist)


if __name__ == "__main__":
    main()
