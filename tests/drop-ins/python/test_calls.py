"""Calls in the form that each peer documents: names, orders, types and what is left out."""

import copy
import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest
import wechat_reference as reference
from drop_ins import ID, KEY, SETTINGS, TOKEN, N, T

import wxseal
from wxseal.compat import ierror
from wxseal.compat.wechatpy.crypto import WeChatCrypto, WeChatWxaCrypto
from wxseal.compat.wechatpy.exceptions import (
    InvalidAppIdException,
    InvalidSignatureException,
    WeChatException,
)
from wxseal.compat.wechatpy.utils import check_signature, check_wxa_signature
from wxseal.compat.wechatpy.work.crypto import WeChatCrypto as WorkCrypto
from wxseal.compat.werobot.crypto import MessageCrypt
from wxseal.compat.werobot.exceptions import UnvalidEncodingAESKey
from wxseal.compat.WXBizJsonMsgCrypt import FormatException as JsonFormatException
from wxseal.compat.WXBizJsonMsgCrypt import WXBizJsonMsgCrypt
from wxseal.compat.WXBizMsgCrypt import WXBizMsgCrypt as OlderName
from wxseal.compat.WXBizMsgCrypt3 import FormatException, WXBizMsgCrypt

TEXT = "<xml><Content>你好</Content></xml>"
ENCRYPT = reference.encrypt_message(SETTINGS, TEXT.encode(), bytes(16))
SIGNATURE = reference.sign(TOKEN, T, N, ENCRYPT)
BODY = reference.write_safe_body(ENCRYPT, "gh_1", "xml", "wechat")
JSON_BODY = reference.write_safe_body(ENCRYPT, "gh_1", "json", "wecom")
ECHO = "1616140317555161061"
ECHOSTR = reference.encrypt_message(SETTINGS, ECHO.encode(), bytes(16))
ECHO_SIGNATURE = reference.sign(TOKEN, T, N, ECHOSTR)
PLAIN_SIGNATURE = reference.sign(TOKEN, T, N)
SESSION_KEY, IV = "tiihtNczf5v6AKRyjwEUhQ==", "r7BXXKkLb8qrSNn05n0qiA=="
OPEN_DATA = (
    "41R6j53Yks0HiNn+eGkgaykuRRGVKbeEoJrKlCMwdOyPTHEW2CfCnnYOdqz/3hNijsJF+iTAVVoHAioLEAUvAw=="
)

crypto = WeChatCrypto(TOKEN, KEY, ID)
work = WorkCrypto(token=TOKEN, encoding_aes_key=KEY, corp_id=ID)
xml = WXBizMsgCrypt(TOKEN, KEY, ID)
json_ = WXBizJsonMsgCrypt(sToken=TOKEN, sEncodingAESKey=KEY, sReceiveId=ID)
robot = MessageCrypt(token=TOKEN, encoding_aes_key=KEY, app_id=ID)

# What is called, and what it must give: a value of just this type.
OPENING: dict[str, tuple[Callable[[], Any], Any]] = {
    "wechatpy: text": (lambda: crypto.decrypt_message(BODY, SIGNATURE, T, N), TEXT),
    "wechatpy: bytes": (lambda: crypto.decrypt_message(BODY.encode(), SIGNATURE, T, N), TEXT),
    "wechatpy: by name": (
        lambda: crypto.decrypt_message(msg=BODY, signature=SIGNATURE, timestamp=T, nonce=N),
        TEXT,
    ),
    "wechatpy: numbers": (
        lambda: crypto.decrypt_message(BODY, SIGNATURE, int(T), int(N)),
        TEXT,
    ),
    "wechatpy: a body that was parsed": (
        lambda: crypto.decrypt_message({"ToUserName": "gh_1", "Encrypt": ENCRYPT}, SIGNATURE, T, N),
        TEXT,
    ),
    "wechatpy: JSON": (lambda: crypto.decrypt_message(JSON_BODY, SIGNATURE, T, N), TEXT),
    "wechatpy.work: a push": (lambda: work.decrypt_message(BODY, SIGNATURE, T, N), TEXT),
    "wechatpy.work: a URL check": (
        lambda: work.check_signature(ECHO_SIGNATURE, T, N, ECHOSTR),
        ECHO,
    ),
    "wechatpy.work: a URL check by name": (
        lambda: work.check_signature(
            signature=ECHO_SIGNATURE, timestamp=int(T), nonce=int(N), echo_str=ECHOSTR.encode()
        ),
        ECHO,
    ),
    "wechatpy: check_signature": (lambda: check_signature(TOKEN, PLAIN_SIGNATURE, T, N), None),
    "wechatpy: check_signature of numbers": (
        lambda: check_signature(
            token=TOKEN, signature=PLAIN_SIGNATURE, timestamp=int(T), nonce=int(N)
        ),
        None,
    ),
    "wechatpy: check_wxa_signature": (
        lambda: check_wxa_signature(
            "HyVFkGl5F5OQWJZZaNzBBg==",
            '{"nickName":"Band"}',
            "19036804514e3177482cf7382c6a337cf79b246d",
        ),
        None,
    ),
    "wechatpy: open data": (
        lambda: WeChatWxaCrypto(SESSION_KEY, IV, "wx4f4bc4dec97d474b").decrypt_message(OPEN_DATA),
        {"nickName": "Band", "watermark": {"appid": "wx4f4bc4dec97d474b"}},
    ),
    "werobot: a push": (
        lambda: robot.decrypt_message(T, N, SIGNATURE, ENCRYPT),
        TEXT.encode(),
    ),
    "werobot: by name": (
        lambda: robot.decrypt_message(
            timestamp=int(T), nonce=int(N), msg_signature=SIGNATURE, encrypt_msg=ENCRYPT.encode()
        ),
        TEXT.encode(),
    ),
    "Tencent: XML": (lambda: xml.DecryptMsg(BODY, SIGNATURE, T, N), (0, TEXT.encode())),
    "Tencent: XML by name": (
        lambda: xml.DecryptMsg(
            sPostData=BODY.encode(), sMsgSignature=SIGNATURE, sTimeStamp=int(T), sNonce=int(N)
        ),
        (0, TEXT.encode()),
    ),
    "Tencent: XML, a URL check": (
        lambda: xml.VerifyURL(ECHO_SIGNATURE, T, N, ECHOSTR),
        (0, ECHO.encode()),
    ),
    "Tencent: JSON": (lambda: json_.DecryptMsg(JSON_BODY, SIGNATURE, T, N), (0, TEXT)),
    "Tencent: JSON, a URL check by name": (
        lambda: json_.VerifyURL(
            sMsgSignature=ECHO_SIGNATURE, sTimeStamp=T, sNonce=N, sEchoStr=ECHOSTR
        ),
        (0, ECHO),
    ),
    "Tencent: no body": (lambda: xml.DecryptMsg(b"", SIGNATURE, T, N), (-40002, None)),
    "Tencent: no parameters": (lambda: xml.DecryptMsg(BODY, None, None, None), (-40001, None)),
    "Tencent: a reply that cannot be": (lambda: xml.EncryptMsg("hi", "a b"), (-40011, None)),
    "Tencent: JSON that is not UTF-8": (
        lambda: json_.DecryptMsg(*sealed(b"\xff")),
        (-40008, None),
    ),
}


class Reply:
    """One of a peer's replies."""

    def render(self) -> str:
        return TEXT

    __str__ = render


# What is called, and what stands in the reply: the message, and the timestamp and nonce where they were given.
SEALING: dict[str, tuple[Callable[[], Any], str, str | None, str | None]] = {
    "wechatpy: text": (lambda: crypto.encrypt_message(TEXT, N, T), TEXT, T, N),
    "wechatpy: bytes": (lambda: crypto.encrypt_message(TEXT.encode(), N, T), TEXT, T, N),
    "wechatpy: by name": (
        lambda: crypto.encrypt_message(msg=TEXT, nonce=int(N), timestamp=int(T)),
        TEXT,
        T,
        N,
    ),
    "wechatpy: now": (lambda: crypto.encrypt_message(TEXT, N), TEXT, None, N),
    "wechatpy: now, for an empty timestamp": (
        lambda: crypto.encrypt_message(TEXT, N, ""),
        TEXT,
        None,
        N,
    ),
    "wechatpy: time.time()": (lambda: crypto.encrypt_message(TEXT, N, 1714112445.7), TEXT, T, N),
    "wechatpy: a reply": (lambda: crypto.encrypt_message(Reply(), N, T), TEXT, T, N),
    "wechatpy: nothing": (lambda: crypto.encrypt_message(None, N, T), "", T, N),
    "wechatpy.work: text": (lambda: work.encrypt_message(TEXT, N, T), TEXT, T, N),
    "werobot: text": (lambda: robot.encrypt_message(TEXT, T, N), TEXT, T, N),
    "werobot: text alone": (lambda: robot.encrypt_message(TEXT), TEXT, None, None),
    "werobot: by name": (
        lambda: robot.encrypt_message(reply=TEXT.encode(), timestamp=int(T), nonce=int(N)),
        TEXT,
        T,
        N,
    ),
    "werobot: empty parameters": (lambda: robot.encrypt_message(TEXT, "", ""), TEXT, None, None),
    "werobot: a reply": (lambda: robot.encrypt_message(Reply(), T, N), TEXT, T, N),
    "Tencent: XML": (lambda: given(xml.EncryptMsg(TEXT, N, T)), TEXT, T, N),
    "Tencent: XML, now": (lambda: given(xml.EncryptMsg(TEXT, N)), TEXT, None, N),
    "Tencent: XML by name": (
        lambda: given(xml.EncryptMsg(sReplyMsg=TEXT, sNonce=N, timestamp=int(T))),
        TEXT,
        T,
        N,
    ),
    "Tencent: JSON": (lambda: given(json_.EncryptMsg(TEXT, N, T)), TEXT, T, N),
    "Tencent: JSON, now": (lambda: given(json_.EncryptMsg(TEXT, N, None)), TEXT, None, N),
}

MAKING: dict[str, tuple[Callable[..., Any], type[Exception]]] = {
    "wechatpy": (WeChatCrypto, wxseal.InvalidKey),
    "wechatpy.work": (WorkCrypto, wxseal.InvalidKey),
    "werobot": (MessageCrypt, UnvalidEncodingAESKey),
    "WXBizMsgCrypt3": (WXBizMsgCrypt, FormatException),
    "WXBizJsonMsgCrypt": (WXBizJsonMsgCrypt, FormatException),
}


def given(answer: tuple[int, str | None]) -> str | None:
    assert answer[0] == ierror.WXBizMsgCrypt_OK
    return answer[1]


def sealed(message: bytes) -> tuple[str, str, str, str]:
    encrypt = reference.encrypt_message(SETTINGS, message, bytes(16))
    body = reference.write_safe_body(encrypt, "gh_1", "xml", "wechat")
    return body, reference.sign(TOKEN, T, N, encrypt), T, N


@pytest.mark.parametrize(("call", "expected"), OPENING.values(), ids=OPENING)
def test_a_call_gives_what_the_peer_gives(call: Callable[[], Any], expected: Any) -> None:
    opened = call()
    assert opened == expected and type(opened) is type(expected)
    if isinstance(expected, tuple):
        assert type(opened[1]) is type(expected[1])


@pytest.mark.parametrize(("call", "message", "timestamp", "nonce"), SEALING.values(), ids=SEALING)
def test_a_reply_says_what_it_was_told_to(
    call: Callable[[], Any], message: str, timestamp: str | None, nonce: str | None
) -> None:
    reply = call()
    assert type(reply) is str
    envelope = reference.read_envelope(reply.encode())
    assert envelope.timestamp is not None and envelope.nonce is not None
    assert reference.open_reply(SETTINGS, reply.encode()).message == message.encode()
    assert re.fullmatch("[0-9]{10}", envelope.timestamp)
    assert timestamp in (None, envelope.timestamp)
    assert (
        re.fullmatch("[0-9a-f]{16}", envelope.nonce) if nonce is None else envelope.nonce == nonce
    )


@pytest.mark.parametrize("make", [make for make, _ in MAKING.values()], ids=MAKING)
def test_a_key_may_be_copied_with_white_space_and_padding(make: Callable[..., Any]) -> None:
    for key in (f"{KEY}=", f" {KEY}\n", f"{KEY[:20]}\n{KEY[20:]}=\n"):
        make(TOKEN, key, ID)


@pytest.mark.parametrize(("make", "refusal"), MAKING.values(), ids=MAKING)
def test_a_setting_that_cannot_be_right_is_refused_when_it_is_given(
    make: Callable[..., Any], refusal: type[Exception]
) -> None:
    for key in ("", None, KEY[:42], f"{KEY}A", f"*{KEY[1:]}"):
        with pytest.raises(refusal) as refused:
            make(TOKEN, key, ID)
        assert KEY[1:42] not in f"{refused.value!r} {refused.value}"
    token = FormatException if refusal is FormatException else wxseal.InvalidConfig
    for empty in ("", None, "a b"):
        with pytest.raises(token):
            make(empty, KEY, ID)


@pytest.mark.parametrize(
    "crypt", [crypto, work, xml, json_, robot], ids=lambda it: type(it).__name__
)
def test_no_attribute_holds_the_key_or_the_token(crypt: object) -> None:
    assert not {"key", "token", "prp_crypto", "m_sToken"} & set(dir(crypt))
    shown = f"{vars(crypt)} {crypt!r}"
    assert TOKEN not in shown and KEY not in shown
    with pytest.raises(TypeError):
        copy.deepcopy(crypt)


def test_a_message_that_is_not_utf_8_is_the_signature_exception() -> None:
    with pytest.raises(InvalidSignatureException) as refused:
        crypto.decrypt_message(*sealed(b"\xff"))
    assert isinstance(refused.value.__cause__, UnicodeDecodeError)


def test_a_reply_that_cannot_be_written_has_its_number() -> None:
    with pytest.raises(WeChatException) as refused:
        crypto.encrypt_message("hi", "a b")
    assert refused.value.errcode == -40011


def test_wechatpys_exceptions_say_what_wechatpys_say() -> None:
    assert str(InvalidSignatureException()) == "Error code: -40001, message: Invalid signature"
    assert str(InvalidAppIdException()) == "Error code: -40005, message: Invalid AppId"
    assert InvalidSignatureException().errcode == -40001
    assert issubclass(InvalidAppIdException, WeChatException)


def test_what_is_not_signed_does_not_hold() -> None:
    for token, signature, timestamp, nonce in (
        (TOKEN, "0" * 40, T, N),
        (TOKEN, None, None, None),
        (TOKEN, PLAIN_SIGNATURE.upper(), T, N),
        ("", reference.sign("", T, N), T, N),
        (None, reference.sign("", T, N), T, N),
        # A push's own signature, over a body of nobody's.
        (TOKEN, SIGNATURE, ENCRYPT, f"{T}{N}"),
    ):
        with pytest.raises(InvalidSignatureException):
            check_signature(token, signature, timestamp, nonce)
    with pytest.raises(InvalidSignatureException):
        check_wxa_signature(SESSION_KEY, "{}", "0" * 40)


def test_open_data_of_another_mini_program_or_session_is_refused() -> None:
    with pytest.raises(InvalidAppIdException):
        WeChatWxaCrypto(SESSION_KEY, IV, "wx0").decrypt_message(OPEN_DATA)
    with pytest.raises(InvalidSignatureException):
        WeChatWxaCrypto("A" * 22 + "==", IV, "wx0").decrypt_message(OPEN_DATA)


def test_the_sample_has_its_other_names() -> None:
    assert OlderName is WXBizMsgCrypt and JsonFormatException is FormatException
    numbers = {name: number for name, number in vars(ierror).items() if name.startswith("WX")}
    assert set(numbers) == set(ierror.__all__)
    assert set(numbers.values()) == {0, *range(-40011, -40000)}


def test_arguments_stand_in_the_peers_order() -> None:
    orders: dict[Any, list[str]] = {
        WeChatCrypto: ["token", "encoding_aes_key", "app_id"],
        WeChatCrypto.decrypt_message: ["self", "msg", "signature", "timestamp", "nonce"],
        WeChatCrypto.encrypt_message: ["self", "msg", "nonce", "timestamp"],
        WorkCrypto: ["token", "encoding_aes_key", "corp_id"],
        WorkCrypto.check_signature: ["self", "signature", "timestamp", "nonce", "echo_str"],
        check_signature: ["token", "signature", "timestamp", "nonce"],
        check_wxa_signature: ["session_key", "raw_data", "client_signature"],
        MessageCrypt: ["token", "encoding_aes_key", "app_id"],
        MessageCrypt.decrypt_message: [
            "self",
            "timestamp",
            "nonce",
            "msg_signature",
            "encrypt_msg",
        ],
        MessageCrypt.encrypt_message: ["self", "reply", "timestamp", "nonce"],
        WXBizMsgCrypt: ["sToken", "sEncodingAESKey", "sReceiveId"],
        WXBizMsgCrypt.VerifyURL: ["self", "sMsgSignature", "sTimeStamp", "sNonce", "sEchoStr"],
        WXBizMsgCrypt.DecryptMsg: ["self", "sPostData", "sMsgSignature", "sTimeStamp", "sNonce"],
        WXBizMsgCrypt.EncryptMsg: ["self", "sReplyMsg", "sNonce", "timestamp"],
    }
    for function, order in orders.items():
        assert list(inspect.signature(function).parameters) == order
