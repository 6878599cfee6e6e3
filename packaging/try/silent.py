"""Nothing of an install runs code: what could, in the packages of PyPI, npm and Debian, is not there."""

import io
import json
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from playing import DIST

# What npm runs when a package is installed by its name.
NPM = {
    "preinstall",
    "install",
    "postinstall",
    "prepare",
    "preprepare",
    "postprepare",
    "dependencies",
}
# Debian's, where a control file is a program.
DEBIAN = {"preinst", "postinst", "prerm", "postrm", "config"}


def npm(package: Path) -> set[str]:
    with tarfile.open(package) as tar:
        manifest = tar.extractfile("package/package.json")
        said = json.load(manifest) if manifest else {}
        # npm runs node-gyp by itself where there is such a file.
        gyp = {name for name in tar.getnames() if name.endswith("binding.gyp")}
    return (NPM & said.get("scripts", {}).keys()) | gyp


def wheel(package: Path) -> set[str]:
    """Python runs the lines of a .pth file whenever it starts."""
    with zipfile.ZipFile(package) as packed:
        return {name for name in packed.namelist() if name.endswith(".pth")}


def debian(package: Path) -> set[str]:
    command = ["dpkg-deb", "--ctrl-tarfile", package]
    told = subprocess.run(command, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(told)) as tar:
        return DEBIAN & {Path(name).name for name in tar.getnames()}


def silent() -> list[str]:
    """Says of each package what would run, and gives those where something would."""

    def looked(pattern: str, runs) -> Iterator[str]:
        for package in sorted(DIST.glob(pattern)):
            if found := runs(package):
                yield f"{package.name} runs at its install: {', '.join(sorted(found))}"

    loud = [
        *looked("npm/*.tgz", npm),
        *looked("wheels/*.whl", wheel),
        *looked("debian/*.deb", debian),
    ]
    print("\n".join(loud) or "No file of an install runs code at install time.", flush=True)
    return loud
