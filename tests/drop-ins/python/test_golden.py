"""The official vectors, through every drop-in that reads or writes them."""

import re
from typing import Any

import pytest
import wechat_reference as reference
from drop_ins import BARE, DROP_INS, DropIn, Refused, Request, as_bytes, read_vectors

from wxseal.compat.wechatpy import crypto as wechat
from wxseal.compat.wechatpy.enterprise import crypto as enterprise
from wxseal.compat.wechatpy.work import crypto as work

Vector = dict[str, Any]
HOOKS = {"wechatpy": wechat, "wechatpy.work": work, "wechatpy.enterprise": enterprise}


def settings_of(vector: Vector) -> list[str]:
    return [vector["inputs"][name] for name in ("token", "encoding_aes_key", "receive_id")]


def refusal_of(drop_in: DropIn, vector: Vector) -> Any:
    return pytest.raises(drop_in.refusal(vector["error"]["code"]))


@pytest.mark.parametrize(
    ("drop_in", "vector"),
    [
        pytest.param(drop_in, vector, id=f"{drop_in.name}: {vector['id']}")
        for drop_in in DROP_INS
        for vector in read_vectors("decrypt")
        if drop_in.name != BARE or vector["inputs"].get("encrypt")
    ],
)
def test_a_published_push_is_opened(drop_in: DropIn, vector: Vector) -> None:
    inputs = vector["inputs"]
    crypt = drop_in.make(*settings_of(vector))
    request = Request(
        inputs["msg_signature"],
        inputs["timestamp"],
        inputs["nonce"],
        inputs.get("encrypt"),
        inputs["body"].encode(),
    )
    if "error" in vector:
        with refusal_of(drop_in, vector) as refused:
            drop_in.decrypt(crypt, request)
        if isinstance(refused.value, Refused):
            assert refused.value.code == vector["error"]["code"]
        return
    opened = drop_in.decrypt(crypt, request)
    assert as_bytes(opened) == vector["expected"]["plaintext"].encode()


@pytest.mark.parametrize(
    ("drop_in", "vector"),
    [
        pytest.param(drop_in, vector, id=f"{drop_in.name}: {vector['id']}")
        for drop_in in DROP_INS
        if drop_in.verify_url
        for vector in read_vectors("url_verify_encrypted")
    ],
)
def test_a_published_url_check_is_answered(drop_in: DropIn, vector: Vector) -> None:
    inputs = vector["inputs"]
    crypt = drop_in.make(*settings_of(vector))
    request = Request(
        inputs["msg_signature"], inputs["timestamp"], inputs["nonce"], inputs["echostr"], b""
    )
    assert drop_in.verify_url is not None
    if "error" in vector:
        with refusal_of(drop_in, vector):
            drop_in.verify_url(crypt, request)
        return
    answer = drop_in.verify_url(crypt, request)
    assert as_bytes(answer) == vector["expected"]["reply_body"].encode()


@pytest.mark.parametrize(
    ("name", "vector"),
    [
        pytest.param(name, vector, id=f"{name}: {vector['id']}")
        for name in HOOKS
        for vector in read_vectors("encrypt_reply")
        if "xml" in vector["inputs"]["formats"]
    ],
)
def test_a_published_reply_is_written_byte_for_byte(
    name: str, vector: Vector, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs, expected = vector["inputs"], vector["expected"]
    module: Any = HOOKS[name]

    class Known(module.PrpCrypto):  # type: ignore[misc]
        def get_random_string(self) -> str:
            return str(inputs["random"])

    monkeypatch.setattr(module, "PrpCrypto", Known)
    crypt = module.WeChatCrypto(*settings_of(vector))
    reply = crypt.encrypt_message(inputs["plaintext"], inputs["nonce"], inputs["timestamp"])
    assert type(reply) is str
    assert reply == reference.write_envelope(
        expected["encrypt"],
        expected["msg_signature"],
        inputs["timestamp"],
        inputs["nonce"],
        "xml",
        "wechat",
    )
    assert reply == expected.get("body", reply)


@pytest.mark.parametrize(
    ("drop_in", "vector"),
    [
        pytest.param(drop_in, vector, id=f"{drop_in.name}: {vector['id']}")
        for drop_in in DROP_INS
        for vector in read_vectors("encrypt_reply")
    ],
)
def test_a_reply_is_laid_out_as_published_and_opens(drop_in: DropIn, vector: Vector) -> None:
    inputs = vector["inputs"]
    crypt = drop_in.make(*settings_of(vector))
    reply = drop_in.encrypt(crypt, inputs["plaintext"], inputs["timestamp"], inputs["nonce"])
    envelope = reference.read_envelope(reply.encode())
    assert envelope.msg_signature is not None
    dialect = "wecom" if drop_in.format == "json" else "wechat"
    assert reply == reference.write_envelope(
        envelope.encrypt,
        envelope.msg_signature,
        inputs["timestamp"],
        inputs["nonce"],
        drop_in.format,
        dialect,
    )
    frame = reference.open_reply(reference.Settings(*settings_of(vector)), reply.encode())
    assert frame.message == inputs["plaintext"].encode()
    assert re.fullmatch(rb".{16}", frame.random, re.DOTALL) and frame.random != bytes(16)
