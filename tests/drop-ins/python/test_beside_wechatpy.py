"""wechatpy and its drop-in, each opening what the other sealed, where wechatpy is installed."""

import importlib
from collections.abc import Callable
from typing import Any

import pytest
import wechat_reference as reference
from drop_ins import ID, KEY, SETTINGS, TOKEN, N, T

wechatpy = pytest.importorskip("wechatpy", reason="wechatpy is not installed here")

TEXT = "<xml><MsgType>text</MsgType><Content>你好</Content></xml>"
# wechatpy 1.8 and 2 differ in what they call WeCom.
WECOM = "work" if wechatpy.__version__.startswith("2") else "enterprise"
MODULES = ("crypto", f"{WECOM}.crypto")


def both(name: str) -> tuple[Any, Any]:
    """A module of wechatpy's, and ours."""
    theirs, ours = (
        importlib.import_module(f"{before}wechatpy.{name}") for before in ("", "wxseal.compat.")
    )
    assert theirs is not ours
    return theirs, ours


def envelope(reply: str) -> tuple[str, str, str, str]:
    read = reference.read_envelope(reply.encode())
    assert read.msg_signature and read.timestamp and read.nonce
    return reply, read.msg_signature, read.timestamp, read.nonce


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("message", [TEXT, "", "a" * 26, "你" * 5000])
def test_each_opens_what_the_other_sealed(module: str, message: str) -> None:
    theirs, ours = (found.WeChatCrypto(TOKEN, KEY, ID) for found in both(module))
    for sealing, opening in ((theirs, ours), (ours, theirs)):
        reply = sealing.encrypt_message(message, N, T)
        assert opening.decrypt_message(*envelope(reply)) == message


@pytest.mark.parametrize("module", MODULES)
def test_with_the_same_random_bytes_the_replies_are_the_same(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = []
    for found in both(module):

        class Known(found.PrpCrypto):  # type: ignore[misc, name-defined]
            def get_random_string(self) -> bytes:
                return b"707722b803182950"

        monkeypatch.setattr(found, "PrpCrypto", Known)
        replies.append(found.WeChatCrypto(TOKEN, KEY, ID).encrypt_message(TEXT, N, T))
    assert replies[0] == replies[1]


def outcome(call: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    try:
        return call(*arguments)
    except Exception as raised:
        return type(raised), str(raised)


def sealed(receive_id: str = ID, timestamp: Any = T, nonce: Any = N) -> tuple[str, str, Any, Any]:
    settings = reference.Settings(TOKEN, KEY, receive_id)
    encrypt = reference.encrypt_message(settings, TEXT.encode(), bytes(16))
    body = reference.write_safe_body(encrypt, "gh_1", "xml", "wechat")
    return body, reference.sign(TOKEN, str(timestamp), str(nonce), encrypt), timestamp, nonce


@pytest.mark.parametrize("module", MODULES)
def test_they_give_and_raise_the_same(module: str) -> None:
    body, signature, *stamp = sealed()
    for arguments in (
        (body, signature, *stamp),
        (body.encode(), signature, *stamp),
        sealed(timestamp=int(T), nonce=int(N)),
        sealed("wx0000000000000000"),
        (body, "0" * 40, *stamp),
        (body, "", *stamp),
        (body, None, None, None),
        (body, signature.upper(), *stamp),
        (body, signature, T, "1"),
    ):
        theirs, ours = (
            outcome(found.WeChatCrypto(TOKEN, KEY, ID).decrypt_message, arguments)
            for found in both(module)
        )
        assert theirs == ours


def test_url_checks_of_wecom_are_answered_alike() -> None:
    echostr = reference.encrypt_message(SETTINGS, b"1616140317555161061", bytes(16))
    signature = reference.sign(TOKEN, T, N, echostr)
    for arguments in ((signature, T, N, echostr), ("0" * 40, T, N, echostr)):
        theirs, ours = (
            outcome(found.WeChatCrypto(TOKEN, KEY, ID).check_signature, arguments)
            for found in both(f"{WECOM}.crypto")
        )
        assert theirs == ours


def test_signatures_are_checked_alike() -> None:
    signature = reference.sign(TOKEN, T, N)
    for arguments in (
        (TOKEN, signature, T, N),
        (TOKEN, signature, int(T), int(N)),
        (TOKEN, "0" * 40, T, N),
        (TOKEN, None, None, None),
        (TOKEN, signature, N, "x"),
    ):
        theirs, ours = (outcome(found.check_signature, arguments) for found in both("utils"))
        assert theirs == ours


def test_what_stays_wechatpys_comes_from_the_same_line() -> None:
    theirs, ours = both("utils")
    for name in ("ObjectDict", "WeChatSigner", "random_string", "timezone", "to_binary", "to_text"):
        assert getattr(ours, name) is getattr(theirs, name)
    theirs, ours = both("crypto")
    assert ours.WeChatRefundCrypto is theirs.WeChatRefundCrypto
    with pytest.raises(ImportError):
        from wxseal.compat.wechatpy.crypto import NoSuchName  # noqa: F401
    theirs, ours = both("exceptions")
    for name in ours.__all__:
        assert getattr(ours, name) is getattr(theirs, name)
