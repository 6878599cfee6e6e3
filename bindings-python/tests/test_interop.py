"""The cases of the independent reference in tests/reference, in both directions.

A failure names the ids of its cases. What is sealed here is opened afterwards by
`tests/reference/cases.py check`.
"""

import base64
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from vectors import ROOT

import wxseal

INTEROP = ROOT / "target/interop"

Case = dict[str, Any]


@cache
def crypt_of(token: str, encoding_aes_key: str, receive_id: str, dialect: Any) -> wxseal.MsgCrypt:
    return wxseal.MsgCrypt(token, encoding_aes_key, receive_id, dialect=dialect)


def crypt_for(case: Case) -> wxseal.MsgCrypt:
    return crypt_of(case["token"], case["encoding_aes_key"], case["receive_id"], case["dialect"])


def message_of(case: Case) -> bytes:
    return base64.b64decode(case["message"])


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    path = INTEROP / "cases.jsonl"
    if not path.exists():
        pytest.fail("target/interop/cases.jsonl is missing: run `make cases` first")
    # A line ends at a line feed only: a JSON string may hold U+2028.
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def wrong(cases: list[Case], holds: Callable[[Case], bool]) -> dict[str, str]:
    """Name the cases that do not hold, and why."""
    found = {}
    for case in cases:
        try:
            if not holds(case):
                found[case["id"]] = "another result"
        except Exception as error:
            found[case["id"]] = repr(error)
    return found


def test_what_the_reference_sealed_opens(cases: list[Case]) -> None:
    def opens(case: Case) -> bool:
        message = crypt_for(case).decrypt(
            case["body"],
            msg_signature=case["msg_signature"],
            timestamp=case["timestamp"],
            nonce=case["nonce"],
        )
        return message == message_of(case)

    assert len(cases) > 800
    assert wrong(cases, opens) == {}


def test_what_the_reference_sealed_is_reproduced(cases: list[Case]) -> None:
    def reproduced(case: Case) -> bool:
        body = crypt_for(case).encrypt(
            message_of(case),
            timestamp=case["timestamp"],
            nonce=case["nonce"],
            format=case["format"],
            random=case["random"].encode(),
        )
        return body == str(case["body"])

    assert wrong(cases, reproduced) == {}


def test_what_is_sealed_here_is_for_the_reference_to_open(cases: list[Case]) -> None:
    answers = INTEROP / "answers/python.jsonl"
    answers.parent.mkdir(parents=True, exist_ok=True)
    with answers.open("w", encoding="utf-8", newline="\n") as file:
        for case in cases:
            body = crypt_for(case).encrypt(
                message_of(case),
                timestamp=case["timestamp"],
                nonce=case["nonce"],
                format=case["format"],
            )
            file.write(json.dumps({"id": case["id"], "body": body}) + "\n")
