"""What a README says: its sections, programs, packages and commands."""

import re
from typing import NamedTuple

# What its servers take from the environment.
SETTINGS = {
    "WXSEAL_TOKEN": "BareTokenOfTheTests",
    "WXSEAL_ENCODING_AES_KEY": "BareKeyOfTheTests0123456789abcdefghijklmnop",
    "WXSEAL_RECEIVE_ID": "wx0123456789abcdef",
}


class Wrong(Exception):
    """What a README promised and did not keep."""


class Document(NamedTuple):
    """What a README says under one heading, or all of it where the heading is empty."""

    text: str
    heading: str = ""

    def section(self, heading: str) -> "Document":
        level = heading.index(" ")
        found = re.search(
            rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{level}}} |\Z)", self.text, re.M | re.S
        )
        if not found:
            raise Wrong(f"there is no {heading}")
        return Document(found[1], heading)

    def blocks(self, language: str) -> list[str]:
        return re.findall(rf"^```{language}\b[^\n]*\n(.*?)^```$", self.text, re.M | re.S)

    def program(self, heading: str, language: str) -> str:
        """The server of a section; the first of all stands at the top."""
        return (self.section(heading).blocks(language) or self.blocks(language))[0]

    def packages(self) -> list[str]:
        return " ".join(re.findall(r"`apt-get install ([^`]+)`", self.text)).split()

    def commands(self) -> list[str]:
        """Every line of its shell blocks. What starts the server, with the settings, comes last."""
        blocks = sorted(self.blocks("sh"), key=lambda block: "export WXSEAL_" in block)
        return [
            line
            for block in blocks
            for line in block.splitlines()
            if line and not line.startswith("export WXSEAL_")
        ]
