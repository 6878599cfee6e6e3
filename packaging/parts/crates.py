"""Which crates an artifact holds, for its SBOM and its copyright file."""

import json
import re
import tomllib
import uuid
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from parts.common import LICENSES, ROOT, TARGETS, VERSION, Wrong, cargo_home, epoch, printed

LINUX = tuple(target.triple for target in TARGETS)

# What Debian calls MIT. Where a crate offers a choice, this is what is chosen, and Apache-2.0 where MIT is not offered.
EXPAT = "Expat"
# A crate whose file says a licence's words and nothing else.
WORDS = {"BSD-3-Clause": "subtle", "ISC": "untrusted", "CDLA-Permissive-2.0": "webpki-roots"}
HEADER = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: wxseal
Comment: The binary holds the libraries named below. Where one of them offers a choice of licences, the one that
 is named here was chosen.
"""


class Crate(NamedTuple):
    """A library that is compiled in."""

    name: str
    version: str
    license: str

    @property
    def source(self) -> Path:
        """Where cargo has unpacked it."""
        (folder,) = (cargo_home() / "registry/src").glob(f"*/{self.name}-{self.version}")
        return folder

    @property
    def chosen(self) -> list[str]:
        """The licences that it is taken under."""
        offers = [offer.strip("() ") for offer in re.split(r"\bOR\b|/", self.license)]
        for name in ("MIT", "Apache-2.0"):
            if name in offers:
                return [EXPAT if name == "MIT" else name]
        if len(offers) > 1:
            raise Wrong(f"{self.name}: which of {self.license}?")
        return [name.strip() for name in self.license.split(" AND ")]

    def holders(self) -> list[str]:
        """Who has its copyright, as its files say, or else its manifest."""
        lines: dict[str, None] = {}
        for file in sorted(self.source.glob("*")):
            if re.match(r"(?i)(un)?licen[cs]e|copying|copyright", file.name) and file.is_file():
                found = re.findall(
                    r"(?im)^\W*copyright\W+(?:\(c\)|©)?\s*(\d.*?)[\s.]*$",
                    file.read_text(encoding="utf-8", errors="replace"),
                )
                lines |= dict.fromkeys(line.strip() for line in found)
        if not lines:
            authors = tomllib.loads((self.source / "Cargo.toml").read_text(encoding="utf-8"))[
                "package"
            ].get("authors")
            lines |= dict.fromkeys(authors or [f"The authors of {self.name}"])
        return list(lines)


def crates(package: str, triples: tuple[str, ...] = LINUX) -> list[Crate]:
    """The libraries that are compiled into one of ours, on any of these machines, in order. What runs at
    compile time only, such as macros, is in no binary.
    """
    return sorted({crate for triple in triples for crate in compiled_in(package, triple)})


@cache
def compiled_in(package: str, triple: str) -> frozenset[Crate]:
    lines = printed(
        *("cargo", "tree", "--locked", "--package", package, "--target", triple),
        *("--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}"),
    )
    found = set()
    for line in lines.splitlines():
        library, license = line.removesuffix(" (*)").split("|")
        name, version, *path = library.split(" ", 2)
        if not path:
            found.add(Crate(name, version.removeprefix("v"), license))
    return frozenset(found)


@cache
def hashes() -> dict[tuple[str, str], str]:
    """What cargo holds each crate's archive to, SHA-256."""
    packages = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))["package"]
    return {
        (each["name"], each["version"]): each["checksum"] for each in packages if "checksum" in each
    }


def rust() -> str:
    """The version of Rust, whose standard library is compiled in, too."""
    return printed("rustc", "--version").split()[1]


def sbom(name: str, package: str, triples: tuple[str, ...] = LINUX) -> str:
    """CycloneDX's JSON of what an artifact holds: https://cyclonedx.org/docs/1.6/json/."""
    components = [
        {
            "type": "library",
            "bom-ref": f"pkg:cargo/{crate.name}@{crate.version}",
            "name": crate.name,
            "version": crate.version,
            "hashes": [{"alg": "SHA-256", "content": hashes()[crate.name, crate.version]}],
            "licenses": [{"expression": crate.license.replace("/", " OR ")}],
            "purl": f"pkg:cargo/{crate.name}@{crate.version}",
        }
        for crate in crates(package, triples)
    ]
    components.append(
        {
            "type": "library",
            "bom-ref": "rust-std",
            "name": "std",
            "version": rust(),
            "description": "Rust's standard library",
            "licenses": [{"expression": "MIT OR Apache-2.0"}],
        }
    )
    root = f"{name}@{VERSION}"
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch(), UTC).isoformat(),
            "component": {
                "type": "application" if package == "wxseal-cli" else "library",
                "bom-ref": root,
                "name": name,
                "version": VERSION,
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
            },
        },
        "components": components,
        "dependencies": [{"ref": root, "dependsOn": [each["bom-ref"] for each in components]}],
    }
    # Named by what it says, so that the same bytes have the same number.
    bom["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(bom)).urn
    return json.dumps(bom, indent=1, ensure_ascii=False) + "\n"


def indented(text: str) -> str:
    """A licence's words, as a field of a Debian file has them."""
    lines = (re.sub(r"^//+ ?", "", line).rstrip() for line in text.strip().splitlines())
    return "\n".join(f" {line}" if line else " ." for line in lines)


def words(license: str) -> str:
    """A licence, word for word, or where Debian keeps it."""
    if license == "Apache-2.0":
        return " On Debian systems the whole text is in /usr/share/common-licenses/Apache-2.0."
    if license == EXPAT:
        (file,) = (file for file in LICENSES if file.name == "LICENSE-MIT")
        return indented(file.read_text(encoding="utf-8").split("\n\n", 2)[2])
    if license not in WORDS:
        raise Wrong(f"nobody says where the words of {license} are")
    crate = next(crate for crate in crates("wxseal-cli") if crate.name == WORDS[license])
    (file,) = crate.source.glob("LICENSE*")
    text = "\n".join(
        line
        for line in file.read_text(encoding="utf-8").splitlines()
        if not re.match(r"(//)?\s*copyright", line, re.I)
    )
    return indented(text)


def copyright_file(package: str, triples: tuple[str, ...] = LINUX) -> str:
    """Who owns what is in an artifact, and on which terms, in Debian's form, which people read too."""
    stanzas = [("*", ["2026 The wxseal authors"], f"{EXPAT} or Apache-2.0")]
    stanzas += [
        (f"{crate.name}-{crate.version}/*", crate.holders(), " and ".join(crate.chosen))
        for crate in crates(package, triples)
    ]
    stanzas.append((f"rust-std-{rust()}/*", ["The Rust Project Developers"], EXPAT))
    if package == "wxseal-cli" and any("musl" in triple for triple in triples):
        stanzas.append(("musl/*", ["2005-2020 Rich Felker, et al."], EXPAT))
    text = HEADER
    for files, holders, license in stanzas:
        lines = "\n           ".join(holders)
        text += f"\nFiles: {files}\nCopyright: {lines}\nLicense: {license}\n"
    names = {name for *_, license in stanzas for name in re.split(" or | and ", license)}
    for name in sorted(names):
        text += f"\nLicense: {name}\n{words(name)}\n"
    return text
