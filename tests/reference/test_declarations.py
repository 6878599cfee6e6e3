"""Holds the verdicts on XML declarations in the hostile cases to two readers that everybody uses."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.parsers import expat

import pytest
from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hostile"))

import xml_documents


def _expat(document: bytes) -> bool:
    try:
        expat.ParserCreate().Parse(document, True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True


def _libxml2(document: bytes) -> bool:
    try:
        etree.fromstring(document)
    except (etree.XMLSyntaxError, LookupError):
        return False
    return True


GROUPS = (
    (True, xml_documents.DECLARATIONS),
    (False, xml_documents.BROKEN_DECLARATIONS),
)


@pytest.mark.parametrize(
    ("text", "good"),
    [(text, good) for good, group in GROUPS for text in group.values()],
    ids=[name for _, group in GROUPS for name in group],
)
def test_a_declaration_is_judged_as_expat_and_libxml2_judge_it(text: str, good: bool) -> None:
    document = f"<?xml{text}?><xml/>".encode()
    verdicts = {_expat(document), _libxml2(document)}
    assert good in verdicts
