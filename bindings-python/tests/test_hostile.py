"""The hostile cases of tests/hostile: one test a case."""

import base64
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from test_scenarios import endpoint_of
from vectors import ROOT

import wxseal

HOSTILE = ROOT / "target/hostile"

Case = dict[str, Any]


def read_cases() -> list[Case]:
    path = HOSTILE / "cases.jsonl"
    if not path.exists():
        pytest.fail("target/hostile/cases.jsonl is missing: run `make cases` first")
    # A line ends at a line feed only: a JSON string may hold U+2028.
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


@pytest.fixture(scope="module")
def passed() -> Iterator[Counter[str]]:
    """Count what passed, family by family, for the table of tests/hostile/run."""
    counts: Counter[str] = Counter()
    yield counts
    (HOSTILE / "results").mkdir(exist_ok=True)
    (HOSTILE / "results/python.json").write_text(json.dumps(counts))


def written(pieces: list[tuple[str, int]]) -> bytes:
    return b"".join(base64.b64decode(piece) * times for piece, times in pieces)


def call(case: Case) -> bytes | dict[str, Any]:
    body = written(case["body"])
    stamp = {name: case[name] for name in ("msg_signature", "timestamp", "nonce")}
    if case["call"] in ("decrypt", "verify_url"):
        settings = case["endpoint"]["crypts"][0]
        crypt = wxseal.MsgCrypt(
            settings["token"],
            settings["encoding_aes_key"],
            settings["receive_id"],
            dialect=settings["dialect"],
        )
        if case["call"] == "decrypt":
            return crypt.decrypt(body, **stamp)
        return crypt.verify_url(body.decode(), **stamp)
    endpoint = endpoint_of(case["endpoint"])
    incoming = endpoint.receive(case["method"], written(case["query"]), body, now=case["now"])
    if incoming.kind == "url_check":
        return incoming.response.body
    if case["call"] == "message":
        assert list(incoming.message) == list(json.loads(incoming.message_json))
        return incoming.message_json.encode()
    if case["call"] == "widget":
        query = incoming.widget_query()
        return {name: getattr(query, name) for name in case["expected"].get("widget_query", ())}
    return incoming.message_bytes


def outcome(case: Case) -> dict[str, Any]:
    try:
        found = call(case)
    except wxseal.Error as error:
        http_status = error.response.status
        return {"error": {"name": error.name, "code": error.code, "http_status": http_status}}
    if isinstance(found, dict):
        return {"widget_query": found}
    return {"sha256": hashlib.sha256(found).hexdigest()}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in read_cases()])
def test_hostile(case: Case, passed: Counter[str]) -> None:
    begun = time.monotonic()
    assert outcome(case) == case["expected"]
    assert time.monotonic() - begun < case["seconds"]
    passed[case["family"]] += 1
