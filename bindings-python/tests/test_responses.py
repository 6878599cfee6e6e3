"""Responses that are stored: as every language stores them, pickled and copied."""

import copy
import pickle
from typing import Any

import pytest
from vectors import ROOT

import wxseal

ROWS = [
    line.split("\t")
    for line in (ROOT / "tests/responses/stored.txt").read_text("ascii").splitlines()
    if not line.startswith("#")
]
STORED = [row for row in ROWS if len(row) == 5]
REFUSED = [row for row in ROWS if len(row) == 2]


def content(hexadecimal: str) -> bytes:
    return bytes.fromhex(hexadecimal.strip("-"))


def test_there_are_some_of_each() -> None:
    assert len(STORED) > 10
    assert len(REFUSED) > 50
    assert len(STORED) + len(REFUSED) == len(ROWS)


@pytest.mark.parametrize("row", STORED, ids=lambda row: row[0])
def test_what_is_stored_is_read(row: list[str]) -> None:
    _, stored, status, content_type, body = row
    response = wxseal.Response.from_bytes(content(stored))
    assert (response.status, response.content_type) == (int(status), content_type)
    assert response.body == content(body)
    assert (("Allow", "GET, POST") in response.headers) == (response.status == 405)
    assert response.to_bytes() == content(stored)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(response, protocol)) == response
    assert copy.copy(response) == copy.deepcopy(response) == response


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row[0])
def test_what_is_not_is_refused(row: list[str]) -> None:
    with pytest.raises(wxseal.UnwritableReply) as raised:
        wxseal.Response.from_bytes(content(row[1]))
    assert raised.value.response.status == 500


def test_whatever_holds_bytes_is_read() -> None:
    response = wxseal.MalformedQuery("").response
    stored = response.to_bytes()
    like: Any
    for like in (bytearray(stored), memoryview(stored), memoryview(b"x" + stored)[1:]):
        assert wxseal.Response.from_bytes(like) == response
    wrong: Any
    for wrong in (None, 1, stored.decode("latin-1"), [*stored], object()):
        with pytest.raises(TypeError):
            wxseal.Response.from_bytes(wrong)


def test_a_pickle_says_nothing_but_the_bytes() -> None:
    response = wxseal.MalformedQuery("").response
    reduced: Any = response.__reduce__()
    made, arguments = reduced
    assert (made(*arguments), arguments) == (response, (response.to_bytes(),))
    with pytest.raises(wxseal.UnwritableReply):
        pickle.loads(pickle.dumps(response).replace(b"wxsr\x01", b"wxsr\x02"))
