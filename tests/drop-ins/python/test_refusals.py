"""What a peer could send to break a server, through every drop-in."""

import base64
from typing import Any

import pytest
from drop_ins import BARE, DROP_INS, DropIn, Refused, as_bytes, read_cases, request_of

import wxseal

CASES = read_cases()
SETTINGS = [CASES[name] for name in ("token", "encoding_aes_key", "receive_id")]


def applies(drop_in: DropIn, case: dict[str, Any]) -> bool:
    if case["call"] == "verify_url":
        return drop_in.verify_url is not None
    return drop_in.name != BARE or case["encrypt"] is not None


@pytest.mark.parametrize(
    ("drop_in", "case"),
    [
        pytest.param(drop_in, case, id=f"{drop_in.name}: {case['id']}")
        for drop_in in DROP_INS
        for case in CASES["cases"]
        if applies(drop_in, case)
    ],
)
def test_a_hostile_call_is_refused_as_the_peer_refuses(
    drop_in: DropIn, case: dict[str, Any]
) -> None:
    crypt = drop_in.make(*SETTINGS)
    call = drop_in.verify_url if case["call"] == "verify_url" else drop_in.decrypt
    assert call is not None
    if "message" in case:
        opened = call(crypt, request_of(case))
        assert type(opened) is drop_in.opened
        assert as_bytes(opened) == base64.b64decode(case["message"])
        return
    expected = case["error"]
    with pytest.raises(drop_in.refusal(expected["code"])) as refused:
        call(crypt, request_of(case))
    if isinstance(refused.value, Refused):
        assert refused.value.code == expected["code"]
    else:
        cause = refused.value.__cause__
        assert isinstance(cause, wxseal.Error) and cause.name == expected["name"]
    shown = f"{refused.value} {refused.value!r}"
    assert not any(secret in shown for secret in SETTINGS[:2])


@pytest.mark.parametrize("drop_in", DROP_INS, ids=lambda drop_in: drop_in.name)
def test_there_are_forty_hostile_calls(drop_in: DropIn) -> None:
    hostile = [case for case in CASES["cases"] if "error" in case and applies(drop_in, case)]
    # WeRoBot is handed what its own reader found in a body.
    assert len(hostile) >= (30 if drop_in.name == BARE else 40)
