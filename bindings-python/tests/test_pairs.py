"""Two events of one sender and one second are both handled, and a retry gets the first answer."""

import json
from typing import Any

import pytest
from vectors import ROOT

import wxseal

PAIRS: list[dict[str, Any]] = json.loads((ROOT / "tests/scenarios/pairs.json").read_text("utf-8"))[
    "pairs"
]


@pytest.mark.parametrize("pair", [pytest.param(pair, id=pair["id"]) for pair in PAIRS])
def test_both_reach_the_handler(pair: dict[str, Any]) -> None:
    settings = pair["crypt"]
    endpoint = wxseal.Endpoint(
        wxseal.MsgCrypt(
            settings["token"],
            settings["encoding_aes_key"],
            settings["receive_id"],
            dialect=settings["dialect"],
        )
    )
    recent, now = wxseal.RecentKeys(), pair["now"]
    handled = []
    for role in ("first", "other", "retry"):
        request = pair[role]
        push = endpoint.receive(
            request["method"], request["query"], request["body"].encode(), now=now
        )
        known = recent.claim(push.dedup_key, now=now)
        if known.claim is not None:
            handled.append(role)
            # Each of the two has an answer of its own.
            answer = push.success() if role == "first" else push.empty()
            assert known.claim.answer(answer, now=now)
        else:
            assert known.state == "answered"
            assert known.response is not None
            assert known.response.body == b"success"
    assert handled == ["first", "other"]
