"""WeRoBot and its drop-in, each opening what the other sealed, where WeRoBot is installed."""

from typing import Any

import pytest
import wechat_reference as reference
from drop_ins import ID, KEY, SETTINGS, TOKEN, N, T

from wxseal.compat import werobot as ours
from wxseal.compat.werobot.crypto import MessageCrypt

werobot = pytest.importorskip("werobot", reason="WeRoBot is not installed here")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

crypto = pytest.importorskip("werobot.crypto", reason="it wants cryptography")
exceptions = crypto.exceptions
TEXT = (
    "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1</CreateTime>"
    "<MsgType>text</MsgType><Content>你好</Content><MsgId>1</MsgId></xml>"
)
ENCRYPT = reference.encrypt_message(SETTINGS, TEXT.encode(), bytes(16))
SIGNATURE = reference.sign(TOKEN, T, N, ENCRYPT)
BODY = reference.write_safe_body(ENCRYPT, "gh_1", "xml", "wechat")


def robot(kind: Any, **settings: str) -> Any:
    """A robot that repeats texts, as WeRoBot's documentation makes it."""
    made = kind(token=TOKEN, enable_session=False)
    made.config.update(settings)
    made.add_handler(lambda message: message.content, type="text")
    return made


def encrypted(kind: Any = ours.WeRoBot) -> Any:
    return robot(kind, APP_ID=ID, ENCODING_AES_KEY=KEY)


@pytest.mark.parametrize("message", [TEXT, "a" * 26, "你" * 5000])
def test_each_opens_what_the_other_sealed(message: str) -> None:
    pair = crypto.MessageCrypt(TOKEN, KEY, ID), MessageCrypt(TOKEN, KEY, ID)
    for sealing, opening in (pair, pair[::-1]):
        envelope = reference.read_envelope(sealing.encrypt_message(message, T, N).encode())
        opened = opening.decrypt_message(T, N, envelope.msg_signature, envelope.encrypt)
        assert opened == message.encode()


def test_their_replies_are_laid_out_alike() -> None:
    def layout(reply: str) -> str:
        read = reference.read_envelope(reply.encode())
        assert read.msg_signature is not None
        return reply.replace(read.encrypt, "").replace(read.msg_signature, "")

    theirs, drop_in = (
        kind(TOKEN, KEY, ID).encrypt_message("hi", T, N)
        for kind in (crypto.MessageCrypt, MessageCrypt)
    )
    assert layout(theirs) == layout(drop_in)


def test_a_robot_answers_a_sealed_push_with_a_sealed_reply() -> None:
    for kind in (werobot.WeRoBot, ours.WeRoBot):
        made = encrypted(kind)
        message = made.parse_message(BODY.encode(), timestamp=T, nonce=N, msg_signature=SIGNATURE)
        assert (message.type, message.content) == ("text", "你好")
        reply = made.get_encrypted_reply(message)
        opened = reference.open_reply(SETTINGS, reply.encode()).message.decode()
        assert "<Content><![CDATA[你好]]></Content>" in opened


def test_a_robot_without_a_key_is_werobots() -> None:
    made = robot(ours.WeRoBot)
    assert isinstance(made, werobot.WeRoBot)
    message = made.parse_message(TEXT.encode())
    assert "<![CDATA[你好]]>" in made.get_encrypted_reply(message)
    assert made.check_signature(T, N, reference.sign(TOKEN, T, N))
    assert not made.check_signature(T, N, "0" * 40)


def test_a_robot_with_a_key_believes_no_plaintext() -> None:
    # WeRoBot's own does, to whoever has seen one URL.
    assert encrypted(werobot.WeRoBot).parse_message(TEXT, T, N, None).content == "你好"
    made = encrypted()
    for signature in (None, SIGNATURE, reference.sign(TOKEN, T, N)):
        with pytest.raises(exceptions.InvalidSignature):
            made.parse_message(TEXT, T, N, signature)


def test_the_exceptions_are_werobots() -> None:
    made = encrypted()
    with pytest.raises(exceptions.InvalidSignature) as refused:
        made.parse_message(BODY, T, N, "0" * 40)
    assert refused.value.args == ("0" * 40,)
    for body in ("", "no envelope", None):
        with pytest.raises(exceptions.InvalidSignature):
            made.parse_message(body, T, N, SIGNATURE)
    made.config["APP_ID"] = "wx0"
    del made.crypto
    with pytest.raises(exceptions.AppIdValidationError) as addressed:
        made.parse_message(BODY, T, N, SIGNATURE)
    assert "你好" not in str(addressed.value)
    with pytest.raises(exceptions.UnvalidEncodingAESKey):
        MessageCrypt(TOKEN, "abc", ID)


@pytest.mark.parametrize("settings", [{}, {"APP_ID": ID}, {"ENCODING_AES_KEY": KEY}])
def test_what_the_config_lacks_is_said_as_werobot_says_it(settings: dict[str, str]) -> None:
    said = []
    for kind in (werobot.WeRoBot, ours.WeRoBot):
        with pytest.raises(werobot.exceptions.ConfigError) as raised:
            assert robot(kind, **settings).crypto
        said.append(str(raised.value))
    assert said[0] == said[1]


def test_prp_crypto_stays_werobots() -> None:
    assert ours.crypto.PrpCrypto is crypto.PrpCrypto
