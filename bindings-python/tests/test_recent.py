"""RecentKeys, through its states and from many threads."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import wxseal

OK = wxseal.MalformedQuery("").response
OTHER = wxseal.SignatureMismatch("").response


def test_the_states() -> None:
    recent = wxseal.RecentKeys(5, 60)
    first = recent.claim("k", now=100)
    assert (first.state, first.response, first.until) == ("claimed", None, None)
    busy = recent.claim("k", now=104)
    assert (busy.state, busy.response, busy.until) == ("busy", None, 105)
    # A claim that ran out is taken over, and its late answer not stored.
    second = recent.claim("k", now=105)
    assert second.state == "claimed"
    assert recent.answer(first, OTHER, now=106) is False
    assert recent.release(first) is False
    assert recent.answer(second, OK, now=106) is True
    assert recent.answer(second, OTHER, now=106) is False
    answered = recent.claim("k", now=165)
    assert (answered.state, answered.response, answered.until) == ("answered", OK, None)
    assert recent.claim("k", now=166).state == "claimed"
    assert len(recent) == 1


def test_a_released_claim_is_free() -> None:
    recent = wxseal.RecentKeys()
    claim = recent.claim("k")
    assert recent.claim("k").state == "busy"
    assert recent.release(claim) is True
    assert len(recent) == 0
    assert recent.claim("k").state == "claimed"


def test_a_claim_is_of_the_object_that_gave_it() -> None:
    one, other = wxseal.RecentKeys(), wxseal.RecentKeys()
    of_one, _ = one.claim("k", now=100), other.claim("k", now=100)
    assert other.answer(of_one, OK, now=100) is False
    assert other.release(of_one) is False
    assert other.claim("k", now=100).state == "busy"
    assert one.answer(of_one, OK, now=100) is True


def test_bounds() -> None:
    recent = wxseal.RecentKeys(max_entries=3)
    for number in range(10):
        recent.answer(recent.claim(str(number)), OK)
        assert len(recent) <= 3
    assert recent.claim("9").state == "answered"
    assert recent.claim("0").state == "claimed"
    small = wxseal.RecentKeys(max_bytes=10)
    small.claim("k" * 6)
    small.claim("l" * 6)
    assert len(small) == 1


def test_only_a_claim_is_answered() -> None:
    recent = wxseal.RecentKeys()
    claim = recent.claim("k")
    busy = recent.claim("k")
    recent.answer(claim, OK)
    for known in (busy, recent.claim("k")):
        with pytest.raises(RuntimeError, match="not claimed"):
            recent.answer(known, OK)
        with pytest.raises(RuntimeError, match="not claimed"):
            recent.release(known)


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
    untyped: Any = recent
    claim = recent.claim("typed")
    for arguments in ((claim,), (claim, b""), (None, OK), ("typed", OK)):
        with pytest.raises(TypeError):
            untyped.answer(*arguments)
    with pytest.raises(TypeError):
        untyped.release("typed")


def test_of_many_threads_one_gets_each_key() -> None:
    recent = wxseal.RecentKeys()
    claimed: list[str] = []
    start = threading.Barrier(8)

    def work(_: int) -> None:
        start.wait()
        for number in range(500):
            known = recent.claim(str(number))
            if known.state == "claimed":
                claimed.append(str(number))
                assert recent.answer(known, OK)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [None] * 8
    assert sorted(map(int, claimed)) == list(range(500))
