"""RecentKeys, through its states and from many threads."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import wxseal

OK = wxseal.MalformedQuery("").response
OTHER = wxseal.SignatureMismatch("").response


def claimed(known: wxseal.Recent) -> wxseal.Claim:
    assert known.state == "claimed"
    assert known.claim is not None
    return known.claim


def test_the_states() -> None:
    recent = wxseal.RecentKeys(5, 60)
    new = recent.claim("k", now=100)
    assert (new.state, new.response, new.until) == ("claimed", None, None)
    assert new.claim is new.claim
    first = claimed(new)
    busy = recent.claim("k", now=104)
    assert (busy.state, busy.claim, busy.response, busy.until) == ("busy", None, None, 105)
    # A claim that ran out is taken over, and its late answer not stored.
    second = claimed(recent.claim("k", now=105))
    assert first.answer(OTHER, now=106) is False
    assert first.release() is False
    assert second.answer(OK, now=106) is True
    assert second.answer(OTHER, now=106) is False
    known = recent.claim("k", now=165)
    assert (known.state, known.claim, known.response, known.until) == ("answered", None, OK, None)
    assert recent.claim("k", now=166).state == "claimed"
    assert len(recent) == 1


def test_a_released_claim_is_free() -> None:
    recent = wxseal.RecentKeys()
    claim = claimed(recent.claim("k"))
    assert recent.claim("k").state == "busy"
    assert claim.release() is True
    assert claim.release() is False
    assert len(recent) == 0
    assert recent.claim("k").state == "claimed"


def test_a_claim_is_of_the_object_that_gave_it() -> None:
    one, other = wxseal.RecentKeys(), wxseal.RecentKeys()
    of_one, of_other = claimed(one.claim("k", now=100)), claimed(other.claim("k", now=100))
    assert of_one.answer(OK, now=100) is True
    assert other.claim("k", now=100).state == "busy"
    assert of_other.release() is True
    assert one.claim("k", now=100).response == OK
    del one
    assert of_one.release() is False


def test_bounds() -> None:
    recent = wxseal.RecentKeys(max_entries=3)
    for number in range(10):
        claimed(recent.claim(str(number))).answer(OK)
        assert len(recent) <= 3
    assert recent.claim("9").state == "answered"
    assert recent.claim("0").state == "claimed"
    small = wxseal.RecentKeys(max_bytes=10)
    small.claim("k" * 6)
    small.claim("l" * 6)
    assert len(small) == 1


def test_keys_are_texts() -> None:
    recent = wxseal.RecentKeys()
    for number, key in enumerate(("", "a", "a\0", "a\0b", "你", "k" * (1 << 20)), 1):
        assert recent.claim(key).state == "claimed"
        assert len(recent) == number
    with pytest.raises(wxseal.InvalidConfig):
        recent.claim("\ud800")
    wrong: Any
    for wrong in (None, 1, b"k", ["k"]):
        with pytest.raises(TypeError):
            recent.claim(wrong)
    untyped: Any = recent.claim("typed").claim
    for arguments in ((), (b"",), (OK, OK), (None,)):
        with pytest.raises(TypeError):
            untyped.answer(*arguments)


def test_of_many_threads_one_gets_each_key() -> None:
    recent = wxseal.RecentKeys()
    mine: list[int] = []
    start = threading.Barrier(8)

    def work(_: int) -> None:
        start.wait()
        for number in range(500):
            claim = recent.claim(str(number)).claim
            if claim is not None:
                mine.append(number)
                assert claim.answer(OK)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [None] * 8
    assert sorted(mine) == list(range(500))
