"""Every vector that goes through the public functions, one test a vector."""

from collections.abc import Callable

import pytest
from vectors import BY_KIND, Vector

import wxseal


def crypt_of(vector: Vector) -> wxseal.MsgCrypt:
    inputs = vector["inputs"]
    return wxseal.MsgCrypt(
        inputs["token"],
        inputs["encoding_aes_key"],
        inputs["receive_id"],
        dialect=vector["dialect"],
    )


def signature(vector: Vector) -> None:
    inputs = vector["inputs"]
    names = ("signature", "timestamp", "nonce")
    wxseal.verify_signature(inputs["token"], **{name: inputs[name] for name in names})
    if "reply_body" in vector.get("expected", {}):
        # On WeChat the answer is the echostr itself.
        assert vector["expected"]["reply_body"] == inputs["echostr"]


def url_verify_encrypted(vector: Vector) -> None:
    inputs = vector["inputs"]
    answer = crypt_of(vector).verify_url(
        inputs["echostr"],
        msg_signature=inputs["msg_signature"],
        timestamp=inputs["timestamp"],
        nonce=inputs["nonce"],
    )
    assert answer == vector["expected"]["reply_body"].encode()


def key(vector: Vector) -> None:
    wxseal.MsgCrypt("t", vector["inputs"]["encoding_aes_key"], "")


def decrypt(vector: Vector) -> None:
    inputs = vector["inputs"]
    message = crypt_of(vector).decrypt(
        inputs["body"].encode(),
        msg_signature=inputs["msg_signature"],
        timestamp=inputs["timestamp"],
        nonce=inputs["nonce"],
    )
    assert message == vector["expected"]["plaintext"].encode()


def encrypt_reply(vector: Vector) -> None:
    inputs, expected = vector["inputs"], vector["expected"]
    for format in inputs["formats"]:
        reply = crypt_of(vector).encrypt(
            inputs["plaintext"].encode(),
            timestamp=inputs["timestamp"],
            nonce=inputs["nonce"],
            format=format,
            random=inputs["random"].encode(),
        )
        assert expected["encrypt"] in reply
        assert expected["msg_signature"] in reply
        assert reply == expected.get("body", reply)


def open_data(vector: Vector) -> None:
    inputs = vector["inputs"]
    names = ("session_key", "encrypted_data", "iv", "appid")
    data = wxseal.decrypt_open_data(*(inputs[name] for name in names))
    assert data == vector["expected"]["plaintext"].encode()


def rawdata_signature(vector: Vector) -> None:
    inputs = vector["inputs"]
    wxseal.verify_raw_data(inputs["session_key"], inputs["raw_data"], inputs["signature"])


RUN: dict[str, Callable[[Vector], None]] = {
    "url_verify": signature,
    "url_verify_encrypted": url_verify_encrypted,
    "sign": signature,
    "key": key,
    "decrypt": decrypt,
    "encrypt_reply": encrypt_reply,
    "open_data": open_data,
    "rawdata_signature": rawdata_signature,
}
# No public function reads an envelope alone.
SKIPPED = {"envelope"}


@pytest.mark.parametrize(
    ("run", "vector"),
    [
        pytest.param(run, vector, id=vector["id"])
        for kind, run in RUN.items()
        for vector in BY_KIND[kind]
    ],
)
def test_vector(run: Callable[[Vector], None], vector: Vector) -> None:
    if "error" not in vector:
        run(vector)
        return
    with pytest.raises(wxseal.Error) as raised:
        run(vector)
    assert type(raised.value) is getattr(wxseal, vector["error"]["name"])
    assert raised.value.name == vector["error"]["name"]
    assert raised.value.code == vector["error"]["code"]


def test_every_kind_is_run_or_skipped_by_name() -> None:
    assert set(BY_KIND) == RUN.keys() | SKIPPED
