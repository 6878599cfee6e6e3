"""Holds the scenarios to what their script makes, and what the script makes to the reference."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
import wechat_reference as reference

SCENARIOS_FOLDER = Path(__file__).resolve().parents[1] / "scenarios"
sys.path.insert(0, str(SCENARIOS_FOLDER))

import make  # noqa: E402
import pairs  # noqa: E402

Json = dict[str, Any]

SCENARIOS: list[Json] = json.loads(make.make())["scenarios"]
PUSHES = [scenario for scenario in SCENARIOS if scenario["expected"].get("kind") == "push"]


def _settings(scenario: Json) -> list[reference.Settings]:
    names = ("token", "encoding_aes_key", "receive_id")
    crypts = scenario["endpoint"].get("crypts", [])
    return [reference.Settings(*(crypt[name] for name in names)) for crypt in crypts]


def test_the_file_is_what_the_script_makes() -> None:
    assert make.FILE.read_text(encoding="utf-8") == make.make(), "run tests/scenarios/make.py"


def test_the_pairs_are_what_their_script_makes() -> None:
    assert pairs.FILE.read_text(encoding="utf-8") == pairs.make(), "run tests/scenarios/pairs.py"


def test_the_scenarios_cover_what_they_promise() -> None:
    ids = [scenario["id"] for scenario in SCENARIOS]
    assert len(set(ids)) == len(ids)
    errors = {scenario["expected"].get("error", {}).get("name") for scenario in SCENARIOS}
    assert errors >= set(make.ERRORS) - {"UnwritableReply"}
    calls = {
        (answer["call"], push["expected"]["format"], "plain" in push["endpoint"])
        for push in PUSHES
        for answer in push["expected"]["answers"]
        if "response" in answer
    }
    # Nine answers that are sealed and two that never are, in both formats; five of robots in JSON. All sealed and in clear.
    assert len(calls) == (11 * 2 + 5) * 2


@pytest.mark.parametrize("scenario", PUSHES, ids=lambda scenario: scenario["id"])
def test_the_reference_opens_what_is_accepted(scenario: Json) -> None:
    request, expected = scenario["request"], scenario["expected"]
    # Like the platform's own, these queries have no plus.
    query = {name: values[0] for name, values in parse_qs(request["query"]).items()}
    if "plain" in scenario["endpoint"]:
        token = scenario["endpoint"]["plain"]
        reference.verify_signature(token, query["signature"], query["timestamp"], query["nonce"])
        assert expected["replay_key"] == query["signature"]
        sealed_with = None
    else:
        opened_by = []
        for settings in _settings(scenario):
            try:
                stamp = (query["msg_signature"], query["timestamp"], query["nonce"])
                reference.open_push(settings, *stamp, request["body"].encode())
                opened_by.append(settings)
            except reference.ProtocolError:
                continue
        assert len(opened_by) == 1, "none or several of the settings open it"
        sealed_with = opened_by[0]
        assert expected["replay_key"] == query["msg_signature"]

    for answer in expected["answers"]:
        if "response" not in answer or answer["call"] in ("success", "empty"):
            continue
        reply = answer["response"]["body"].encode()
        if sealed_with is not None:
            envelope = reference.read_envelope(reply)
            assert (envelope.format, envelope.nonce) == (expected["format"], query["nonce"])
            assert envelope.timestamp == str(answer["now"])
            opened = reference.open_reply(sealed_with, reply)
            assert opened.random == answer["random"].encode()
            reply = opened.message
        if answer["call"] in make.ROBOTS_ANSWERS:
            assert reply.startswith((b'{"msgtype":"', b'{"response_type":"'))
        elif answer["call"] != "reply_raw":
            assert reply.startswith(b"<xml><To" if expected["format"] == "xml" else b'{"To')


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["id"])
def test_what_is_refused_for_its_signature_has_none_that_holds(scenario: Json) -> None:
    refused_for_it = scenario["expected"].get("error", {}).get("name") == "SignatureMismatch"
    if not refused_for_it or scenario["request"]["method"] == "GET":
        return
    query = {name: values[0] for name, values in parse_qs(scenario["request"]["query"]).items()}
    for settings in _settings(scenario):
        stamp = (query["msg_signature"], query["timestamp"], query["nonce"])
        with pytest.raises(reference.SignatureMismatch):
            reference.open_push(settings, *stamp, scenario["request"]["body"].encode())
