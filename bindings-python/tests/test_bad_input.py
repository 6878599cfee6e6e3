"""Bad input gives an error of the table, or a TypeError where it has a wrong type."""

import array
import copy
import math
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import pytest

import wxseal

TOKEN = "distinctive-token-7f3a"
KEY = "DistinctiveKey0123456789DistinctiveKey01234"
OTHER_KEY = "B" * 43
RECEIVE_ID = "wx0123456789abcdef"
STAMP: dict[str, Any] = {"timestamp": "1714112445", "nonce": "415670741"}
QUERY: dict[str, Any] = {"msg_signature": "0" * 40, **STAMP}
PUSH = b'{"Encrypt":"' + b"A" * 64 + b'"}'

# As an HTTP server decodes bytes that are no UTF-8, and half of an emoji.
SURROGATES = ["\udcff", "\ud83d", "a\udc80b"]
WRONG_TYPES: list[Any] = [b"1", 1, 1.5, ["1"], {"1"}, object(), True]


@pytest.fixture(scope="module")
def crypt() -> wxseal.MsgCrypt:
    return wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID)


def seal(
    crypt: wxseal.MsgCrypt, message: Any = b"{}", **changed: Any
) -> tuple[str, dict[str, Any]]:
    """Seal a message as a push, and give its body and query."""
    body = crypt.encrypt(message, format="json", **STAMP, **changed)
    return body, {"msg_signature": body.split('"MsgSignature": "')[1][:40], **STAMP}


# Settings


@pytest.mark.parametrize("token", ["", " ", "a b", "token\n", "to\0ken", "\u3000", *SURROGATES])
def test_a_bad_token(token: str) -> None:
    with pytest.raises(wxseal.InvalidConfig):
        wxseal.MsgCrypt(token, KEY, RECEIVE_ID)
    with pytest.raises(wxseal.InvalidConfig):
        wxseal.verify_signature(token, signature="0" * 40, **STAMP)


@pytest.mark.parametrize(
    ("key", "position"),
    [
        ("", 0),
        ("A" * 42, 42),
        ("A" * 44, 43),
        ("A" * 42 + "=", 42),
        (" " + "A" * 42, 0),
        ("A" * 20 + "\0" + "A" * 22, 20),
        ("A" * 20 + "你" + "A" * 22, 20),
        ("A" * 20 + "\ud800" + "A" * 22, 20),
        ("A" * 43 + "\n", 43),
        ("A" * (1 << 20), 43),
    ],
)
def test_a_bad_key(key: str, position: int) -> None:
    with pytest.raises(wxseal.InvalidKey) as raised:
        wxseal.MsgCrypt(TOKEN, key, RECEIVE_ID)
    assert raised.value.position == position


@pytest.mark.parametrize("name", ["", "Wechat", "wecom\0", "xml", "\ud800", "w" * (1 << 20)])
def test_an_unknown_dialect_or_format(crypt: wxseal.MsgCrypt, name: Any) -> None:
    with pytest.raises(wxseal.InvalidConfig):
        wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID, dialect=name)
    if name != "xml":
        with pytest.raises(wxseal.InvalidConfig):
            crypt.encrypt("", format=name)


@pytest.mark.parametrize("size", [-1, 1 << 64, -(1 << 64)])
def test_an_impossible_max_body(size: int) -> None:
    with pytest.raises(wxseal.InvalidConfig):
        wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID, max_body=size)


def test_max_body_is_the_largest_that_is_read() -> None:
    just, less = (
        wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID, max_body=len(PUSH) - below) for below in (0, 1)
    )
    with pytest.raises(wxseal.SignatureMismatch):
        just.decrypt(PUSH, **QUERY)
    with pytest.raises(wxseal.MalformedEnvelope):
        less.decrypt(PUSH, **QUERY)
    with pytest.raises(wxseal.MalformedEnvelope):
        less.verify_url("A" * len(PUSH), **QUERY)


def test_a_receive_id_is_taken_whole() -> None:
    body, query = seal(wxseal.MsgCrypt(TOKEN, KEY, "wx1微信"))
    assert wxseal.MsgCrypt(TOKEN, KEY, "wx1微信").decrypt(body, **query) == b"{}"
    for other in ("wx1", "", "wx1微", "wx1微信.", "WX1微信"):
        with pytest.raises(wxseal.ReceiveIdMismatch):
            wxseal.MsgCrypt(TOKEN, KEY, other).decrypt(body, **query)


@pytest.mark.parametrize(
    "receive_id", [" ", "wx1 ", "wx1\r", "\nwx1", "wx1\0tail", "\u3000", *SURROGATES]
)
def test_a_bad_receive_id(receive_id: str) -> None:
    with pytest.raises(wxseal.InvalidConfig) as raised:
        wxseal.MsgCrypt(TOKEN, KEY, receive_id)
    assert raised.value.setting == "receive_id"


@pytest.mark.parametrize("wrong", [*WRONG_TYPES, None])
def test_a_setting_of_a_wrong_type(crypt: wxseal.MsgCrypt, wrong: Any) -> None:
    for call in (
        lambda: wxseal.MsgCrypt(wrong, KEY, RECEIVE_ID),
        lambda: wxseal.MsgCrypt(TOKEN, wrong, RECEIVE_ID),
        lambda: wxseal.MsgCrypt(TOKEN, KEY, wrong),
        lambda: wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID, dialect=wrong),
        lambda: wxseal.verify_signature(wrong, signature="", **STAMP),
        lambda: crypt.encrypt("", format=wrong),
    ):
        with pytest.raises(TypeError):
            call()
    if not isinstance(wrong, int):
        with pytest.raises(TypeError):
            wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID, max_body=wrong)


# Queries


@pytest.mark.parametrize("name", ["signature", "timestamp", "nonce"])
def test_a_parameter_of_a_plain_query(name: str) -> None:
    def verify(value: Any) -> None:
        wxseal.verify_signature(TOKEN, **{"signature": "0" * 40, **STAMP, name: value})

    with pytest.raises(wxseal.MalformedQuery):
        verify(None)
    refused = wxseal.SignatureMismatch if name == "signature" else wxseal.MalformedQuery
    for bad in (*SURROGATES, "", "\0", "1\0", "1 ", "你", "1" * (1 << 20)):
        with pytest.raises(refused):
            verify(bad)
    for wrong in WRONG_TYPES:
        with pytest.raises(TypeError):
            verify(wrong)


@pytest.mark.parametrize("name", ["msg_signature", "timestamp", "nonce"])
def test_a_parameter_of_an_encrypted_query(crypt: wxseal.MsgCrypt, name: str) -> None:
    refused = wxseal.SignatureMismatch if name == "msg_signature" else wxseal.MalformedQuery
    calls: list[Callable[[Any], bytes]] = [
        lambda value: crypt.decrypt(PUSH, **{**QUERY, name: value}),
        lambda value: crypt.verify_url("A" * 64, **{**QUERY, name: value}),
    ]
    for call in calls:
        with pytest.raises(wxseal.MalformedQuery):
            call(None)
        for bad in (*SURROGATES, "", "\0", "1\0", "1 ", "你", "1" * (1 << 20)):
            with pytest.raises(refused):
                call(bad)
        for wrong in WRONG_TYPES:
            with pytest.raises(TypeError):
                call(wrong)


def test_a_nul_ends_no_text(crypt: wxseal.MsgCrypt) -> None:
    right = {"signature": "f464b24fc39322e44b38aa78f5edd27bd1441696"}
    stamp = {"timestamp": "1714036504", "nonce": "1514711492"}
    wxseal.verify_signature("AAAAA", **right, **stamp)
    with pytest.raises(wxseal.SignatureMismatch):
        wxseal.verify_signature("AAAAA", signature=right["signature"] + "\0", **stamp)
    body, query = seal(crypt, b"a\0b\0")
    assert crypt.decrypt(body, **query) == b"a\0b\0"
    for name, value in query.items():
        with pytest.raises((wxseal.SignatureMismatch, wxseal.MalformedQuery)):
            crypt.decrypt(body, **{**query, name: value + "\0"})


def test_query_values_go_by_name(crypt: wxseal.MsgCrypt) -> None:
    untyped: Any = crypt
    with pytest.raises(TypeError):
        untyped.decrypt(PUSH, "0" * 40, "1", "2")
    with pytest.raises(TypeError):
        untyped.decrypt(PUSH, msg_signature="0" * 40, timestamp="1")
    with pytest.raises(TypeError):
        untyped.decrypt(PUSH, **QUERY, signature="0" * 40)


@pytest.mark.parametrize("echostr", ["", "A", "A B", "\0", "你", "A" * 64 + "\n"])
def test_a_bad_echostr(crypt: wxseal.MsgCrypt, echostr: str) -> None:
    with pytest.raises(wxseal.SignatureMismatch):
        crypt.verify_url(echostr, **QUERY)


def test_an_echostr_that_is_no_text(crypt: wxseal.MsgCrypt) -> None:
    with pytest.raises(wxseal.MalformedQuery):
        crypt.verify_url(None, **QUERY)
    for bad in SURROGATES:
        with pytest.raises(wxseal.InvalidBase64):
            crypt.verify_url(bad, **QUERY)
    for wrong in WRONG_TYPES:
        with pytest.raises(TypeError):
            crypt.verify_url(wrong, **QUERY)


# Bodies and messages


def test_a_body_is_bytes_like_or_text(crypt: wxseal.MsgCrypt) -> None:
    body, query = seal(crypt, "微信🧧")
    raw = body.encode()
    # Every other byte of one twice as long makes a view that is not contiguous.
    spread = bytearray(2 * len(raw))
    spread[::2] = raw
    payloads: list[Any] = [
        body,
        raw,
        bytearray(raw),
        memoryview(raw),
        memoryview(spread)[::2],
        array.array("B", raw),
        type("Text", (str,), {})(body),
        type("Bytes", (bytes,), {})(raw),
    ]
    for given in payloads:
        assert crypt.decrypt(given, **query).decode() == "微信🧧"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0",
        b"\xff\xfe",
        b"<xml>",
        b"{}",
        b'{"Encrypt":1}',
        b'{"Encrypt":"\\ud800"}',
        b"<xml><Encrypt>\xed\xa0\x80</Encrypt></xml>",
        b"<!DOCTYPE a><xml><Encrypt>AAAA</Encrypt></xml>",
        b"[" * 1000,
    ],
)
def test_a_bad_body(crypt: wxseal.MsgCrypt, body: bytes, large: bool) -> None:
    if large:
        body = body + b" " * (1 << 20)
    with pytest.raises((wxseal.MalformedEnvelope, wxseal.SignatureMismatch)):
        crypt.decrypt(body, **QUERY)


def test_a_body_that_is_too_large_or_no_text(crypt: wxseal.MsgCrypt) -> None:
    bodies: list[Any] = [b" " * (4 << 20) + PUSH, *SURROGATES]
    for body in bodies:
        with pytest.raises(wxseal.MalformedEnvelope):
            crypt.decrypt(body, **QUERY)


@pytest.mark.parametrize("wrong", [None, 1, 1.5, [1, 2], (1,), {}, object(), range(3)])
def test_a_payload_of_a_wrong_type(crypt: wxseal.MsgCrypt, wrong: Any) -> None:
    with pytest.raises(TypeError):
        crypt.decrypt(wrong, **QUERY)
    with pytest.raises(TypeError):
        crypt.encrypt(wrong)


@pytest.mark.parametrize("message", ["", "微信🧧", "a\0b", "\ufeff", "x" * 100_000])
def test_a_text_is_sent_as_its_utf8(crypt: wxseal.MsgCrypt, message: str) -> None:
    payloads: list[Any] = [message, message.encode(), bytearray(message.encode())]
    for given in payloads:
        body, query = seal(crypt, given)
        assert crypt.decrypt(body, **query) == message.encode()


@pytest.mark.parametrize("message", SURROGATES)
def test_a_message_that_is_no_text(crypt: wxseal.MsgCrypt, message: str) -> None:
    with pytest.raises(wxseal.UnwritableReply):
        crypt.encrypt(message)


# Replies


@pytest.mark.parametrize("timestamp", [0, 1714112445, 9_999_999_999_999, "0", "1714112445"])
def test_a_timestamp_is_text_or_an_int(crypt: wxseal.MsgCrypt, timestamp: int | str) -> None:
    reply = crypt.encrypt("", timestamp=timestamp, nonce="n", random=bytes(16))
    assert f"<TimeStamp>{timestamp}</TimeStamp>" in reply
    assert reply == crypt.encrypt("", timestamp=str(timestamp), nonce="n", random=bytes(16))


@pytest.mark.parametrize(
    "timestamp",
    ["", "01", "-1", "1.5", "1 ", "1\0", "\uff11", *SURROGATES, -1, 10**13, 10**30, -(10**30)],
)
def test_a_timestamp_that_cannot_be_written(crypt: wxseal.MsgCrypt, timestamp: int | str) -> None:
    with pytest.raises(wxseal.UnwritableReply):
        crypt.encrypt("", timestamp=timestamp)


@pytest.mark.parametrize("nonce", ["", "a b", "]]>", '"', "n\0", "你", "n" * 64, *SURROGATES])
def test_a_nonce_that_cannot_be_written(crypt: wxseal.MsgCrypt, nonce: str) -> None:
    with pytest.raises(wxseal.UnwritableReply):
        crypt.encrypt("", nonce=nonce)


@pytest.mark.parametrize("length", [0, 15, 17, 1 << 20])
def test_random_has_16_bytes(crypt: wxseal.MsgCrypt, length: int) -> None:
    with pytest.raises(wxseal.InvalidConfig):
        crypt.encrypt("", random=bytes(length))


def test_a_reply_s_arguments_of_wrong_types(crypt: wxseal.MsgCrypt) -> None:
    untyped: Any = crypt
    for name, wrong in [
        ("timestamp", 1.5),
        ("timestamp", math.nan),
        ("timestamp", b"1"),
        ("nonce", 1),
        ("nonce", b"1"),
        ("random", "0123456789abcdef"),
        ("random", bytearray(16)),
        ("random", 16),
    ]:
        with pytest.raises(TypeError):
            untyped.encrypt("", **{name: wrong})
    with pytest.raises(TypeError):
        untyped.encrypt("", "1", "2")


# Secrets


def test_a_repr_shows_the_receive_id_and_the_dialect() -> None:
    crypt = wxseal.MsgCrypt(TOKEN, KEY, "it's\\微\u200b", dialect="wecom")
    assert repr(crypt) == "<wxseal.MsgCrypt receive_id=\"it's\\\\微\\u200b\" dialect='wecom'>"
    assert str(crypt) == repr(crypt)


def test_a_crypt_never_changes_and_is_never_pickled(crypt: wxseal.MsgCrypt) -> None:
    untyped: Any = crypt
    for name in ("token", "receive_id", "decrypt"):
        with pytest.raises(AttributeError):
            setattr(untyped, name, "other")
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(crypt, protocol)
    for copied in (copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled or copied"):
            copied(crypt)
    with pytest.raises(TypeError):
        type("Sub", (wxseal.MsgCrypt,), {})


def test_no_error_shows_a_secret(crypt: wxseal.MsgCrypt) -> None:
    body, query = seal(crypt, "distinctive-message")
    secrets = (TOKEN, KEY, KEY[:12], "distinctive-message")
    calls: list[Callable[[], object]] = [
        lambda: wxseal.MsgCrypt(TOKEN + " ", KEY, ""),
        lambda: wxseal.MsgCrypt(TOKEN + "\ud800", KEY, ""),
        lambda: wxseal.MsgCrypt(TOKEN, KEY + "\ud800", ""),
        lambda: wxseal.MsgCrypt(TOKEN, KEY[:-1], ""),
        lambda: wxseal.MsgCrypt(TOKEN, KEY.encode(), ""),  # type: ignore[arg-type]
        lambda: wxseal.MsgCrypt(TOKEN.encode(), KEY, ""),  # type: ignore[arg-type]
        lambda: wxseal.MsgCrypt(TOKEN, KEY, "", dialect=TOKEN),  # type: ignore[arg-type]
        lambda: wxseal.MsgCrypt(TOKEN, KEY, "other").decrypt(body, **query),
        lambda: wxseal.MsgCrypt(TOKEN, OTHER_KEY, RECEIVE_ID).decrypt(body, **query),
        lambda: crypt.decrypt(body, **QUERY),
        lambda: crypt.encrypt("distinctive-message\ud800"),
        lambda: crypt.encrypt(["distinctive-message"]),  # type: ignore[arg-type]
        lambda: wxseal.verify_signature(TOKEN, signature="0" * 40, **STAMP),
        lambda: pickle.dumps(crypt),
    ]
    for call in calls:
        with pytest.raises((wxseal.Error, TypeError)) as raised:
            call()
        error = raised.value
        last_line = "".join(traceback.format_exception_only(type(error), error))
        shown = f"{error} {error!r} {error.args} {vars(error)} {last_line}"
        assert error.__cause__ is None
        assert not [secret for secret in secrets if secret in shown], shown
