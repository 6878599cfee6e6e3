"""The parts of an envelope, against the independent reference."""

import hashlib
import time
from typing import Any

import pytest
import wechat_reference as reference

import wxseal

TOKEN, KEY, RECEIVE_ID = "AAAAA", "A" * 43, "wxba5fad812f8e6fb9"
SETTINGS = reference.Settings(TOKEN, KEY, RECEIVE_ID)
STAMP: dict[str, Any] = {"timestamp": "1713424427", "nonce": "415670741"}
SURROGATES = ["\udcff", "\ud83d", "a\udc80b"]


@pytest.fixture(scope="module")
def crypt() -> wxseal.MsgCrypt:
    return wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID)


def query_of(sealed: wxseal.Sealed) -> dict[str, Any]:
    return {name: getattr(sealed, name) for name in ("msg_signature", "timestamp", "nonce")}


def test_what_is_sealed_is_what_the_reference_opens(crypt: wxseal.MsgCrypt) -> None:
    payloads: list[Any] = ["微信🧧", "微信🧧".encode(), bytearray("微信🧧".encode())]
    for message in payloads:
        sealed = crypt.seal(message, **STAMP)
        envelope = f'{{"Encrypt":"{sealed.encrypt}"}}'.encode()
        frame = reference.open_push(
            SETTINGS, sealed.msg_signature, sealed.timestamp, sealed.nonce, envelope
        )
        assert (frame.message.decode(), frame.receive_id) == ("微信🧧", RECEIVE_ID)
        assert query_of(sealed) == {"msg_signature": sealed.msg_signature, **STAMP}


def test_the_parts_are_those_of_the_envelope(crypt: wxseal.MsgCrypt) -> None:
    given: dict[str, Any] = {**STAMP, "random": b"707722b803182950"}
    message = '{"demo_resp":"good luck"}'
    envelope = reference.read_envelope(crypt.encrypt(message, format="json", **given).encode())
    sealed = crypt.seal(message, **given)
    assert (sealed.encrypt, sealed.msg_signature) == (envelope.encrypt, envelope.msg_signature)
    assert sealed == crypt.seal(message, **given | {"timestamp": 1713424427}) != crypt.seal(message)
    with pytest.raises(TypeError):
        hash(sealed)


def test_what_is_left_out_is_fresh(crypt: wxseal.MsgCrypt) -> None:
    every = [crypt.seal("") for _ in range(16)]
    for values in ({one.encrypt for one in every}, {one.nonce for one in every}):
        assert len(values) == 16
    assert all(abs(int(one.timestamp) - time.time()) < 5 for one in every)


@pytest.mark.parametrize("receive_id", [RECEIVE_ID, "another", ""])
def test_the_receive_id_is_found_and_not_compared(receive_id: str) -> None:
    large = "x" * 100_000
    for message in ("<xml></xml>", large):
        sealed = wxseal.MsgCrypt(TOKEN, KEY, receive_id).seal(message)
        opened = wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID).open(sealed.encrypt, **query_of(sealed))
        assert (opened.message.decode(), opened.receive_id) == (message, receive_id)


def test_a_signature_is_that_of_the_reference() -> None:
    for encrypt in ("", "AAAA", "x" * 100_000):
        expected = reference.sign(TOKEN, *STAMP.values(), encrypt)
        assert wxseal.sign(TOKEN, encrypt, **STAMP) == expected
        assert wxseal.sign(TOKEN, encrypt, timestamp=1713424427, nonce="415670741") == expected
    joined = "".join(sorted(["t", "1", "2", "3"]))
    assert (
        wxseal.sign("t", "3", timestamp="1", nonce="2") == hashlib.sha1(joined.encode()).hexdigest()
    )


def test_what_is_not_opened(crypt: wxseal.MsgCrypt) -> None:
    # Which error another key gives, its random bytes decide.
    sealed = crypt.seal("<xml></xml>", random=b"0123456789abcdef")
    query = query_of(sealed)
    for name in query:
        with pytest.raises(wxseal.MalformedQuery):
            crypt.open(sealed.encrypt, **query | {name: None})
        refused = wxseal.SignatureMismatch if name == "msg_signature" else wxseal.MalformedQuery
        for bad in ("", "a b", *SURROGATES):
            with pytest.raises(refused):
                crypt.open(sealed.encrypt, **query | {name: bad})
    for encrypt in ("", "A" * 64, sealed.encrypt + "A"):
        with pytest.raises(wxseal.SignatureMismatch):
            crypt.open(encrypt, **query)
    for encrypt in SURROGATES:
        with pytest.raises(wxseal.InvalidBase64):
            crypt.open(encrypt, **query)
    small = wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID, max_body=len(sealed.encrypt) - 1)
    with pytest.raises(wxseal.MalformedEnvelope):
        small.open(sealed.encrypt, **query)
    with pytest.raises(wxseal.DecryptFailed):
        wxseal.MsgCrypt(TOKEN, "B" * 43, RECEIVE_ID).open(sealed.encrypt, **query)
    untyped: Any = crypt
    for wrong in (None, b"AAAA", 1):
        with pytest.raises(TypeError):
            untyped.open(wrong, **query)


def test_what_is_neither_sealed_nor_signed(crypt: wxseal.MsgCrypt) -> None:
    timestamps: list[str | int] = ["", "01", "1.5", -1, 10**13, 1 << 64, 10**5000, *SURROGATES]
    for bad in timestamps:
        with pytest.raises(wxseal.UnwritableReply):
            crypt.seal("", timestamp=bad)
        if bad != "01":
            with pytest.raises(wxseal.MalformedQuery):
                wxseal.sign(TOKEN, "AAAA", timestamp=bad, nonce="1")
    for nonce in ("", "a b", "n" * 64, *SURROGATES):
        with pytest.raises(wxseal.UnwritableReply):
            crypt.seal("", nonce=nonce)
        with pytest.raises(wxseal.MalformedQuery):
            wxseal.sign(TOKEN, "AAAA", timestamp="1", nonce=nonce)
    for message in SURROGATES:
        with pytest.raises(wxseal.UnwritableReply):
            crypt.seal(message)
    for token in ("", "a b", *SURROGATES):
        with pytest.raises(wxseal.InvalidConfig):
            wxseal.sign(token, "AAAA", **STAMP)
    for length in (0, 15, 17):
        with pytest.raises(wxseal.InvalidConfig):
            crypt.seal("", random=bytes(length))
