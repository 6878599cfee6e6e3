"""Debian's packages: the C library, its headers, the extension for each release's PHP, and the tool.

What they need of other packages, dpkg-shlibdeps says in a root of the release, and lintian has nothing to say there.
No package has a script: what `phpenmod` would do at install time, the links in conf.d have done already.
"""

import gzip
import hashlib
import os
import shutil
import textwrap
from email.utils import formatdate
from pathlib import Path
from typing import NamedTuple

from parts import library, php, tool
from parts.common import (
    ROOT,
    TARGETS,
    VERSION,
    Entry,
    Target,
    Wrong,
    cargo,
    entry,
    epoch,
    printed,
    tree,
)
from parts.crates import copyright_file
from parts.roots import RELEASES, TRIPLETS, Release, inside, root

# Below Debian's own revisions, which begin with 1, so that its package would replace this one.
REVISION = f"{VERSION}-0wxseal1"
# How PHP runs, by Debian's names.
SAPIS = ("apache2", "cgi", "cli", "embed", "fpm")


class Package(NamedTuple):
    """What a package is, without what is alike in all."""

    name: str
    section: str
    title: str
    description: str
    files: list[Entry]
    copyright: str
    # Fields of its control file, and further files beside it.
    fields: dict[str, str]
    control: dict[str, str]
    # What lintian would say, with the reason above it.
    overrides: str = ""


def maintainer() -> str:
    """DEBFULLNAME and DEBEMAIL, or who made the commit."""
    name, email = (os.environ.get(name) for name in ("DEBFULLNAME", "DEBEMAIL"))
    return (
        f"{name} <{email}>" if name and email else printed("git", "log", "-1", "--format=%an <%ae>")
    )


def gzipped(name: str, text: bytes) -> Entry:
    return Entry(name, gzip.compress(text, 9, mtime=0))


def libraries(target: Target) -> list[Package]:
    """What a program needs to run, and what it needs to be built."""
    files = tree(library.installed(target, "/usr", f"/usr/lib/{TRIPLETS[target.debian]}"), "usr")
    files = [file for file in files if not file.name.startswith("usr/share/doc/")]
    runs = [file._replace(executable=False) for file in files if ".so." in file.name]
    (abi,) = (file.name.partition(".so.")[2] for file in runs if file.link)
    terms = copyright_file("wxseal-c", (target.triple,))
    describes = (
        "It verifies, decrypts and answers the message pushes of WeChat and WeCom: Mini Programs, Official Accounts, \
open platform, robots. It does no input or output of its own."
    )
    return [
        Package(
            f"libwxseal{abi}",
            "libs",
            "WeChat message pushes, shared library",
            f"{describes}\n\nThis package has the shared library.",
            runs,
            terms,
            {"Multi-Arch": "same"},
            {
                "shlibs": f"libwxseal {abi} libwxseal{abi} (>= {VERSION})\n",
                "triggers": "activate-noawait ldconfig\n",
            },
        ),
        Package(
            "libwxseal-dev",
            "libdevel",
            "WeChat message pushes, development files",
            f"{describes}\n\nThis package has the headers for C and C++, the static library, and what pkg-config and CMake read.",
            [file for file in files if ".so." not in file.name],
            terms,
            {"Multi-Arch": "same", "Depends": f"libwxseal{abi} (= {REVISION})"},
            {},
        ),
    ]


def extension(release: Release, target: Target, linked: list[Entry]) -> Package:
    """PHP's extension, which asks for the shared library."""
    (shared,) = (file for file in linked if file.data)
    folder = root(release) / "build/lib"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "libwxseal.so").write_bytes(shared.data)
    built = php.extension(release, target, f"-L{folder}", "-lwxseal")
    api = php.headers(release, target).name
    settings = f"etc/php/{release.php}/mods-available/wxseal.ini"
    return Package(
        f"php{release.php}-wxseal",
        "php",
        "WeChat message pushes, extension for PHP",
        "It verifies, decrypts and answers the message pushes of WeChat and WeCom: Mini Programs, Official Accounts, \
open platform, robots.",
        [
            entry(f"usr/lib/php/{api}/wxseal.so", built),
            Entry(settings, b"; priority=20\nextension=wxseal.so\n"),
            *(
                Entry(
                    f"etc/php/{release.php}/{sapi}/conf.d/20-wxseal.ini",
                    link="../../mods-available/wxseal.ini",
                )
                for sapi in SAPIS
            ),
        ],
        copyright_file("wxseal-c", (target.triple,)),
        {"Provides": "php-wxseal", "Depends": f"phpapi-{api}, php{release.php}-common"},
        {"conffiles": f"/{settings}\n"},
    )


def program(target: Target) -> Package:
    """The tool, the same static program as in its own archive."""
    (static,) = (each for each in TARGETS if each.arch == target.arch and each.libc == "musl")
    files = [
        entry(
            "usr/bin/wxseal", cargo(static, "wxseal-cli", static=True) / "wxseal", executable=True
        )
    ]
    completions = {
        "completions/bash/wxseal": "usr/share/bash-completion/completions/wxseal",
        "completions/zsh/_wxseal": "usr/share/zsh/vendor-completions/_wxseal",
        "completions/fish/wxseal.fish": "usr/share/fish/vendor_completions.d/wxseal.fish",
    }
    for file in tool.manual():
        if file.name in completions:
            files.append(file._replace(name=completions[file.name]))
        else:
            files.append(gzipped(f"usr/share/{file.name}.gz", file.data))
    return Package(
        "wxseal",
        "utils",
        "play the WeChat platform against a webhook server",
        "It checks a server's URL as the console does, sends it signed and encrypted messages, measures it under load, and \
explains why a request was refused.",
        files,
        copyright_file("wxseal-cli", (static.triple,)),
        {},
        {},
        overrides="# It is the program of the release's archive, which was tried on every Linux that is supported.\n"
        "wxseal: statically-linked-binary [usr/bin/wxseal]\n",
    )


def laid_out(package: Package, processor: str, build: Path, needs: str = "") -> Path:
    """Writes a package's files where dpkg-deb takes them."""
    folder = build / "debian" / package.name
    shutil.rmtree(folder, ignore_errors=True)
    doc = f"usr/share/doc/{package.name}"
    date = formatdate(epoch())
    changelog = f"wxseal ({REVISION}) unstable; urgency=medium\n\n  * Version {VERSION}.\n\n -- {maintainer()}  {date}\n"
    files = [
        *package.files,
        Entry(f"{doc}/copyright", package.copyright.encode()),
        gzipped(f"{doc}/changelog.gz", (ROOT / "CHANGELOG.md").read_bytes()),
        gzipped(f"{doc}/changelog.Debian.gz", changelog.encode()),
    ]
    if package.overrides:
        files.append(
            Entry(f"usr/share/lintian/overrides/{package.name}", package.overrides.encode())
        )
    for file in files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if file.link:
            path.symlink_to(file.link)
        else:
            path.write_bytes(file.data)
            path.chmod(0o755 if file.executable else 0o644)
    sums = sorted(
        (file.name, hashlib.md5(file.data).hexdigest()) for file in files if not file.link
    )
    depends = ", ".join(need for need in (needs, package.fields.get("Depends", "")) if need)
    paragraphs = [
        textwrap.fill(paragraph, 78, break_on_hyphens=False)
        for paragraph in package.description.split("\n\n")
    ]
    described = textwrap.indent("\n.\n".join(paragraphs), " ")
    fields = {
        "Package": package.name,
        **({"Source": "wxseal"} if package.name != "wxseal" else {}),
        "Version": REVISION,
        "Architecture": processor,
        "Maintainer": maintainer(),
        "Installed-Size": str(sum(-(-len(file.data) // 1024) or 1 for file in files)),
        **package.fields,
        **({"Depends": depends} if depends else {}),
        "Section": package.section,
        "Priority": "optional",
        "Description": f"{package.title}\n{described}",
    }
    control = {
        "control": "".join(f"{name}: {value}\n" for name, value in fields.items()),
        "md5sums": "".join(f"{md5}  {name}\n" for name, md5 in sums),
        **package.control,
    }
    (folder / "DEBIAN").mkdir()
    for name, text in control.items():
        (folder / "DEBIAN" / name).write_text(text)
    for path in [*folder.rglob("*"), folder]:
        if path.is_dir():
            path.chmod(0o755)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)
    return folder


def needs(package: Package, processor: str, release: Release) -> str:
    """What a package's programs and libraries need, as the release's own packages say."""
    binaries = [
        f"debian/{package.name}/{file.name}"
        for file in package.files
        if file.data.startswith(b"\x7fELF")
    ]
    if not binaries:
        return ""
    said = inside(
        *(
            root(release),
            "dpkg-shlibdeps",
            "-O",
            "--warnings=0",
            *(f"-e{binary}" for binary in binaries),
        ),
        folder="/build",
        DEB_HOST_ARCH=processor,
    )
    return said.removeprefix("shlibs:Depends=")


def make(dist: Path) -> None:
    shutil.rmtree(dist, ignore_errors=True)
    dist.mkdir(parents=True)
    for target in (target for target in TARGETS if target.debian):
        for release in RELEASES:
            build = root(release) / "build"
            shutil.rmtree(build, ignore_errors=True)
            of_library = libraries(target)
            packages = [
                *of_library,
                extension(release, target, of_library[0].files),
                program(target),
            ]
            (build / "debian").mkdir()
            names = "".join(
                f"\nPackage: {package.name}\nArchitecture: any\n" for package in packages
            )
            (build / "debian/control").write_text(
                f"Source: wxseal\nMaintainer: {maintainer()}\n{names}"
            )
            for package in packages:
                # All of the library but its extension does for every release.
                laid_out(package, target.debian, build)
                if release is RELEASES[0] or package.section == "php":
                    laid_out(package, target.debian, build, needs(package, target.debian, release))
                    write(package, target.debian, release, dist)


def write(package: Package, processor: str, release: Release, dist: Path) -> None:
    """Packs what was laid out, and asks lintian."""
    file = f"{package.name}_{REVISION}_{processor}.deb"
    inside(
        *(
            root(release),
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "--build",
            f"debian/{package.name}",
            file,
        ),
        folder="/build",
        SOURCE_DATE_EPOCH=str(epoch()),
        DPKG_DEB_THREADS_MAX="1",
    )
    said = inside(
        root(release),
        "lintian",
        "--allow-root",
        "--fail-on=none",
        "--no-tag-display-limit",
        file,
        folder="/build",
    )
    if said:
        raise Wrong(f"lintian, {release.suite}: {file}\n{said}")
    shutil.copy(root(release) / "build" / file, dist)
