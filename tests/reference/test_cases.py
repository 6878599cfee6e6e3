"""Holds the maker and the checker of the interop cases to account.

A checker that accepts everything looks exactly like a binding that does everything right, so most
of these tests hand it an answer with one known fault.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cases
import pytest
import wechat_reference as reference

Answers = dict[str, str]

CASES = cases.make()
# Any case will do for a fault, except that padding to 16 must differ from padding to 32 there.
VICTIM = next(case for case in CASES if cases.pad_length(case) > 16)
OTHER = next(
    case for case in CASES if case.settings == VICTIM.settings and case.message != VICTIM.message
)


def _fresh(case: cases.Case) -> bytes:
    """A random prefix of the case's own that is not the one in the cases."""
    return hashlib.sha256(case.id.encode()).digest()[:16]


def _answer(
    case: cases.Case,
    *,
    message: bytes | None = None,
    random: bytes | None = None,
    block: int = reference.PAD_TO,
    receive_id: str | None = None,
) -> str:
    framed = reference.frame(
        _fresh(case) if random is None else random,
        base64.b64decode(case.message) if message is None else message,
        case.receive_id if receive_id is None else receive_id,
    )
    encrypt = reference.encrypt_padded(case.encoding_aes_key, reference.pad(framed, block))
    return reference.write_envelope(
        encrypt,
        reference.sign(case.token, case.timestamp, case.nonce, encrypt),
        case.timestamp,
        case.nonce,
        case.format,
        case.dialect,
    )


GOOD: Answers = {case.id: _answer(case) for case in CASES}


def _failed(answers: Answers) -> dict[str, str]:
    verdicts = cases.check(CASES, answers.items())
    return {id: verdict for id, verdict in verdicts.items() if verdict is not None}


def test_the_reference_opens_its_own_cases() -> None:
    for case in CASES:
        opened = reference.open_push(
            case.settings, case.msg_signature, case.timestamp, case.nonce, case.body.encode()
        )
        assert opened.message == base64.b64decode(case.message)
        assert opened.random == case.random.encode()
        assert opened.pad_length == cases.pad_length(case)


def test_the_cases_cover_what_they_promise() -> None:
    ids = {case.id for case in CASES}
    for format in cases.FORMATS:
        lengths = {
            len(base64.b64decode(case.message))
            for case in CASES
            if case.format == format and case.id.startswith("text_")
        }
        assert lengths == set(range(301))
        assert f"mebibyte_{format}" in ids
    assert {case.dialect for case in CASES} == {"wechat", "wecom"}
    assert "" in {case.receive_id for case in CASES}
    assert all(len(case.random.encode()) == 16 for case in CASES)


def test_text_cases_are_text() -> None:
    texts = [base64.b64decode(case.message) for case in CASES if case.id.startswith("text_")]
    joined = b"".join(texts).decode()
    assert all(character in joined for character in "\0微🙂")
    for text in texts:
        text.decode()


def test_faultless_answers_pass() -> None:
    assert _failed(GOOD) == {}


def _flipped_signature(body: str) -> str:
    signature = reference.read_envelope(body.encode()).msg_signature
    assert signature is not None
    flipped = ("1" if signature[0] == "0" else "0") + signature[1:]
    return body.replace(signature, flipped)


FAULTS: dict[str, Callable[[], str]] = {
    "flipped signature": lambda: _flipped_signature(GOOD[VICTIM.id]),
    "upper-case signature": lambda: GOOD[VICTIM.id].replace(
        signature := reference.read_envelope(GOOD[VICTIM.id].encode()).msg_signature or "",
        signature.upper(),
    ),
    "swapped message": lambda: _answer(VICTIM, message=base64.b64decode(OTHER.message)),
    "padding to 16": lambda: _answer(VICTIM, block=16),
    "repeated random prefix": lambda: _answer(VICTIM, random=_fresh(OTHER)),
    "random prefix of the case": lambda: VICTIM.body,
    "another receive id": lambda: _answer(VICTIM, receive_id="wx0000000000000000"),
    "another key": lambda: _answer(
        dataclasses.replace(VICTIM, encoding_aes_key=cases.SETTINGS[1].encoding_aes_key)
    ),
    "another nonce": lambda: _answer(dataclasses.replace(VICTIM, nonce="0")),
    "another timestamp": lambda: _answer(dataclasses.replace(VICTIM, timestamp="1")),
    "another format": lambda: _answer(
        dataclasses.replace(VICTIM, format="json" if VICTIM.format == "xml" else "xml")
    ),
    "another layout": lambda: GOOD[VICTIM.id] + "\n",
    "no envelope at all": lambda: "success",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(fault: str) -> None:
    # Whichever of two equal prefixes comes second is the repeated one, so the fault goes last.
    answers = {id: body for id, body in GOOD.items() if id != VICTIM.id}
    answers[VICTIM.id] = FAULTS[fault]()
    assert list(_failed(answers)) == [VICTIM.id]


def test_a_missing_answer_is_found() -> None:
    answers = {id: body for id, body in GOOD.items() if id != VICTIM.id}
    assert list(_failed(answers)) == [VICTIM.id]


def test_an_answer_to_no_case_is_found() -> None:
    assert list(_failed({**GOOD, "nobody": GOOD[VICTIM.id]})) == ["nobody"]


def test_a_second_answer_is_found() -> None:
    verdicts = cases.check(CASES, [*GOOD.items(), (VICTIM.id, GOOD[VICTIM.id])])
    assert verdicts[VICTIM.id] == "it is answered more than once"


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    script = Path(cases.__file__)
    return subprocess.run(
        [sys.executable, script, *arguments], capture_output=True, text=True, encoding="utf-8"
    )


def _write_answers(path: Path, answers: Answers) -> None:
    lines = (json.dumps({"id": id, "body": body}) for id, body in answers.items())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_command_line(tmp_path: Path) -> None:
    made, again, answers = tmp_path / "cases", tmp_path / "again", tmp_path / "answers"
    for path in (made, again):
        assert _run("make", path).returncode == 0
    assert made.read_bytes() == again.read_bytes()
    assert cases.read_cases(made) == CASES

    _write_answers(answers, GOOD)
    passed = _run("check", made, answers)
    assert passed.stdout.splitlines()[-1] == f"{len(CASES)} passed, 0 failed"
    assert passed.returncode == 0

    _write_answers(answers, {**GOOD, VICTIM.id: _flipped_signature(GOOD[VICTIM.id])})
    failed = _run("check", made, answers)
    assert failed.stdout.splitlines()[-1] == f"{len(CASES) - 1} passed, 1 failed"
    assert f"FAILED {VICTIM.id}: " in failed.stdout
    assert failed.returncode == 1
