"""Runs every vector through the reference, and holds the files themselves to their schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import wechat_reference as reference

VECTORS = Path(__file__).resolve().parent.parent / "vectors"
SCHEMA = json.loads((VECTORS / "schema.json").read_text(encoding="utf-8"))
FILES = sorted(path for path in VECTORS.glob("*.json") if path.name != "schema.json")
KINDS = SCHEMA["properties"]["kind"]["enum"]

Vector = dict[str, Any]
Outcome = dict[str, Any]


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


ALL = [
    pytest.param(loaded["kind"], vector, id=vector["id"])
    for loaded in map(_load, FILES)
    for vector in loaded["vectors"]
]


def _settings(inputs: dict[str, Any]) -> reference.Settings:
    return reference.Settings(inputs["token"], inputs["encoding_aes_key"], inputs["receive_id"])


def _facts(opened: reference.Frame) -> Outcome:
    return {
        "random": opened.random.decode(),
        "message_length": len(opened.message),
        "pad_length": opened.pad_length,
        "ciphertext_length": opened.ciphertext_length,
        "receive_id": opened.receive_id,
    }


def _url_verify(inputs: dict[str, Any], dialect: str) -> Outcome:
    reference.verify_signature(
        inputs["token"], inputs["signature"], inputs["timestamp"], inputs["nonce"]
    )
    # A GET check is answered with the echostr as it came.
    return {"reply_body": inputs["echostr"]} if "echostr" in inputs else {}


def _url_verify_encrypted(inputs: dict[str, Any], dialect: str) -> Outcome:
    opened = reference.verify_url(
        _settings(inputs),
        inputs["msg_signature"],
        inputs["timestamp"],
        inputs["nonce"],
        inputs["echostr"],
    )
    return {"reply_body": opened.message.decode(), **_facts(opened)}


def _sign(inputs: dict[str, Any], dialect: str) -> Outcome:
    reference.verify_signature(
        inputs["token"], inputs["signature"], inputs["timestamp"], inputs["nonce"]
    )
    return {}


def _key(inputs: dict[str, Any], dialect: str) -> Outcome:
    reference.decode_key(inputs["encoding_aes_key"])
    return {}


def _decrypt(inputs: dict[str, Any], dialect: str) -> Outcome:
    body = inputs["body"].encode()
    # The two are one value in two places; a slip of the pen in either would test nothing.
    assert reference.read_envelope(body).encrypt == inputs["encrypt"]
    opened = reference.open_push(
        _settings(inputs),
        inputs["msg_signature"],
        inputs["timestamp"],
        inputs["nonce"],
        body,
    )
    return {"plaintext": opened.message.decode(), **_facts(opened)}


def _encrypt_reply(inputs: dict[str, Any], dialect: str) -> Outcome:
    message = inputs["plaintext"].encode()
    for format in inputs["formats"]:
        sealed = reference.seal(
            _settings(inputs),
            message,
            inputs["timestamp"],
            inputs["nonce"],
            inputs["random"].encode(),
            format,
            dialect,
        )
        envelope = reference.read_envelope(sealed.body.encode())
        assert envelope == reference.Envelope(
            format=format,
            encrypt=sealed.encrypt,
            msg_signature=sealed.msg_signature,
            timestamp=inputs["timestamp"],
            nonce=inputs["nonce"],
        )
    opened = reference.decrypt(inputs["encoding_aes_key"], sealed.encrypt)
    return {
        "encrypt": sealed.encrypt,
        "msg_signature": sealed.msg_signature,
        "body": sealed.body,
        "pad_length": opened.pad_length,
    }


def _open_data(inputs: dict[str, Any], dialect: str) -> Outcome:
    plain, pad_length = reference.decrypt_open_data(
        inputs["session_key"], inputs["iv"], inputs["encrypted_data"], inputs["appid"]
    )
    return {"plaintext": plain.decode(), "pad_length": pad_length}


def _rawdata_signature(inputs: dict[str, Any], dialect: str) -> Outcome:
    reference.verify_raw_data(inputs["raw_data"], inputs["session_key"], inputs["signature"])
    return {}


def _envelope(inputs: dict[str, Any], dialect: str) -> Outcome:
    fields = vars(reference.read_envelope(inputs["body"].encode()))
    return {name: value for name, value in fields.items() if value is not None}


RUNNERS: dict[str, Callable[[dict[str, Any], str], Outcome]] = {
    "url_verify": _url_verify,
    "url_verify_encrypted": _url_verify_encrypted,
    "sign": _sign,
    "key": _key,
    "decrypt": _decrypt,
    "encrypt_reply": _encrypt_reply,
    "open_data": _open_data,
    "rawdata_signature": _rawdata_signature,
    "envelope": _envelope,
}


@pytest.mark.parametrize(("kind", "vector"), ALL)
def test_vector(kind: str, vector: Vector) -> None:
    run = RUNNERS[kind]
    if "error" in vector:
        with pytest.raises(reference.ProtocolError) as raised:
            run(vector["inputs"], vector["dialect"])
        assert type(raised.value).__name__ == vector["error"]["name"]
        assert raised.value.code == vector["error"]["code"]
    else:
        outcome = run(vector["inputs"], vector["dialect"])
        # Vectors from elsewhere do not state every fact, so only those they state are compared.
        assert {name: outcome.get(name) for name in vector["expected"]} == vector["expected"]


@pytest.mark.parametrize(("kind", "vector"), ALL)
def test_key_trailing_bits_are_as_stated(kind: str, vector: Vector) -> None:
    """The fact that a strict base64 decoder trips over is counted from the key itself."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    key = vector["inputs"].get("encoding_aes_key")
    if kind == "key" or key is None:
        assert "key_trailing_bits" not in vector
    else:
        assert vector["key_trailing_bits"] == alphabet.index(key[-1]) & 0b11


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_follows_the_schema(path: Path) -> None:
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(_load(path))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


SLIPS: dict[str, Callable[[Vector], object]] = {
    "no source": lambda vector: vector.pop("source"),
    "both outcomes": lambda vector: vector.update(error={"name": "InvalidKey", "code": -40004}),
    "no outcome": lambda vector: vector.pop("expected"),
    "name and number apart": lambda vector: (
        vector.pop("expected"),
        vector.update(error={"name": "InvalidKey", "code": -40001}),
    ),
    "unknown fact": lambda vector: vector["expected"].update(pad_len=1),
    "unknown input": lambda vector: vector["inputs"].update(msgSignature=""),
    "missing input": lambda vector: vector["inputs"].pop("nonce"),
    "upper-case signature": lambda vector: vector["inputs"].update(msg_signature="A" * 40),
    "impossible padding": lambda vector: vector["expected"].update(pad_length=33),
    "dialect of another platform": lambda vector: vector.update(dialect="wecom"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_schema_refuses(slip: str) -> None:
    loaded = _load(VECTORS / "decrypt.json")
    vector = next(vector for vector in loaded["vectors"] if vector["platform"] == "miniprogram")
    SLIPS[slip](vector)
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(loaded)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_written_the_one_way(path: Path) -> None:
    """One way to write a file keeps the differences between two versions readable."""
    loaded = _load(path)
    assert loaded["kind"] == path.stem
    written = json.dumps(loaded, ensure_ascii=False, indent=2) + "\n"
    assert path.read_text(encoding="utf-8") == written


def test_every_kind_has_a_file_and_a_runner() -> None:
    assert sorted(path.stem for path in FILES) == sorted(KINDS) == sorted(RUNNERS)


def test_ids_are_unique() -> None:
    ids = [str(param.id) for param in ALL]
    assert sorted(set(ids)) == sorted(ids)
