"""The push protocol a second time, written to be read and not to be fast.

This module shares no code with wxseal. It follows the public rules of the protocol step by step,
so that a test can hold two independent readings of them against each other: a round trip through
one implementation alone proves nothing, because both of its halves can be wrong together.

It is not for production. Its XML and JSON readers have no limit on depth or size, and it keeps
neither freshness nor replay.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

# Messages are padded to 32 bytes although a block of AES has 16.
PAD_TO = 32
RANDOM_LENGTH = 16
LENGTH_LENGTH = 4


class ProtocolError(Exception):
    """Base of the errors, each with its official number."""

    code: int


class SignatureMismatch(ProtocolError):
    """The hash differs, or the signature is not 40 lower-case hex digits."""

    code = -40001


class MalformedQuery(ProtocolError):
    """The timestamp or the nonce is outside the grammar."""

    code = -40001


class MalformedEnvelope(ProtocolError):
    """The outer XML or JSON cannot be read, or does not hold exactly one Encrypt."""

    code = -40002


class InvalidKey(ProtocolError):
    """The EncodingAESKey is not 43 base64 characters."""

    code = -40004


class ReceiveIdMismatch(ProtocolError):
    """The message is addressed to somebody else."""

    code = -40005


class DecryptFailed(ProtocolError):
    """The length of the cipher text or its padding is wrong."""

    code = -40007


class MalformedFrame(ProtocolError):
    """The inner length does not fit what was decrypted."""

    code = -40008


class InvalidBase64(ProtocolError):
    """The cipher text is not strict, canonical, padded base64."""

    code = -40010


@dataclass(frozen=True)
class Settings:
    """What the developer typed into the platform's console."""

    token: str
    encoding_aes_key: str
    receive_id: str


@dataclass(frozen=True)
class Envelope:
    """The fields of the outermost layer that the protocol gives a meaning to."""

    format: str
    encrypt: str
    to_user_name: str | None = None
    msg_signature: str | None = None
    timestamp: str | None = None
    nonce: str | None = None


@dataclass(frozen=True)
class Frame:
    """A decrypted message with everything that travelled around it."""

    random: bytes
    message: bytes
    receive_id: str
    pad_length: int
    ciphertext_length: int


@dataclass(frozen=True)
class Sealed:
    """A finished reply: the envelope, and the two values inside it."""

    encrypt: str
    msg_signature: str
    body: str


def sign(*parts: str) -> str:
    """Hash the parts after sorting them by their bytes, with nothing between them."""
    joined = b"".join(sorted(part.encode() for part in parts))
    return hashlib.sha1(joined).hexdigest()


def verify_signature(token: str, signature: str, timestamp: str, nonce: str) -> None:
    """Check the three-part signature of a GET check or of a push in plain mode."""
    _check(signature, timestamp, nonce, token)


def verify_url(
    settings: Settings, msg_signature: str, timestamp: str, nonce: str, echostr: str
) -> Frame:
    """Check and decrypt the echostr of WeCom; its message is what the server answers with."""
    _check(msg_signature, timestamp, nonce, settings.token, echostr)
    return _addressed_to(settings, decrypt(settings.encoding_aes_key, echostr))


def open_push(
    settings: Settings, msg_signature: str, timestamp: str, nonce: str, body: bytes
) -> Frame:
    """Read, verify and decrypt a push, in the order that the protocol prescribes."""
    envelope = read_envelope(body)
    _check(msg_signature, timestamp, nonce, settings.token, envelope.encrypt)
    return _addressed_to(settings, decrypt(settings.encoding_aes_key, envelope.encrypt))


def seal(
    settings: Settings,
    message: bytes,
    timestamp: str,
    nonce: str,
    random: bytes,
    format: str,
    dialect: str,
) -> Sealed:
    """Frame, pad, encrypt, sign and wrap a reply."""
    _check_grammar(timestamp, nonce)
    if len(timestamp) > 1 and timestamp.startswith("0"):
        # The JSON number 007 would not say what was signed.
        raise MalformedQuery("the timestamp of a reply has no leading zero")
    encrypt = encrypt_message(settings, message, random)
    msg_signature = sign(settings.token, timestamp, nonce, encrypt)
    body = write_envelope(encrypt, msg_signature, timestamp, nonce, format, dialect)
    return Sealed(encrypt, msg_signature, body)


def open_reply(settings: Settings, body: bytes) -> Frame:
    """Verify and decrypt a server's reply; its signature, timestamp and nonce are inside it."""
    envelope = read_envelope(body)
    if envelope.msg_signature is None or envelope.timestamp is None or envelope.nonce is None:
        raise MalformedEnvelope("a reply holds its signature, its timestamp and its nonce")
    return open_push(settings, envelope.msg_signature, envelope.timestamp, envelope.nonce, body)


def encrypt_message(settings: Settings, message: bytes, random: bytes, pad_to: int = PAD_TO) -> str:
    """Frame, pad and encrypt; the result is what stands in an Encrypt."""
    padded = pad(frame(random, message, settings.receive_id), pad_to)
    return encrypt_padded(settings.encoding_aes_key, padded)


def write_query(parameters: dict[str, str]) -> str:
    """Write a query string as the platform does: everything but letters, digits and -._~ encoded."""
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters.items())


def write_safe_body(encrypt: str, to_user_name: str, format: str, dialect: str) -> str:
    """Write the body of a push in safe mode: to whom it goes, and the cipher text."""
    if format == "xml":
        return (
            f"<xml><ToUserName><![CDATA[{to_user_name}]]></ToUserName>"
            f"<Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>"
        )
    names = {"wechat": ("ToUserName", "Encrypt"), "wecom": ("tousername", "encrypt")}[dialect]
    return json.dumps({names[0]: to_user_name, names[1]: encrypt}, separators=(",", ":"))


def write_compatible_body(encrypt: str, message: str) -> str:
    """Write the body of a push in compatible mode: the message, with the cipher text beside it."""
    if message.startswith("<"):
        return message.replace("</xml>", f"<Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>")
    return message.removesuffix("}") + f',"Encrypt":"{encrypt}"}}'


def decode_key(encoding_aes_key: str) -> bytes:
    """Turn the 43 characters of the console into the 32 bytes of an AES-256 key.

    The last character carries two bits too many. They are often not zero, also in the official
    samples, and are thrown away.
    """
    if re.fullmatch("[A-Za-z0-9+/]{43}", encoding_aes_key) is None:
        raise InvalidKey("an EncodingAESKey is 43 base64 characters")
    return base64.b64decode(encoding_aes_key + "=")


def frame(random: bytes, message: bytes, receive_id: str) -> bytes:
    """Lay out what is encrypted: random, length of the message, message, receive id."""
    if len(random) != RANDOM_LENGTH:
        raise ValueError("the random prefix is 16 bytes long")
    return random + len(message).to_bytes(LENGTH_LENGTH, "big") + message + receive_id.encode()


def pad(data: bytes, block: int) -> bytes:
    """Append PKCS#7 padding; data that already fits gets a whole block."""
    count = block - len(data) % block
    return data + bytes([count]) * count


def unpad(padded: bytes, longest: int) -> bytes:
    """Remove PKCS#7 padding after looking at every byte of it."""
    count = padded[-1]
    if not 1 <= count <= longest or padded[-count:] != bytes([count]) * count:
        raise DecryptFailed("the padding is wrong")
    return padded[:-count]


def encrypt_padded(encoding_aes_key: str, padded: bytes) -> str:
    """Encrypt with AES-256-CBC under the key and its own first half as IV, to base64."""
    key = decode_key(encoding_aes_key)
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return base64.b64encode(encryptor.update(padded) + encryptor.finalize()).decode()


def decrypt(encoding_aes_key: str, encrypt: str) -> Frame:
    """Decrypt a value whose signature has been checked, and take its frame apart."""
    key = decode_key(encoding_aes_key)
    ciphertext = decode_base64(encrypt)
    if len(ciphertext) < 32:
        raise DecryptFailed("the cipher text is too short for a frame")
    padded = _aes_cbc_decrypt(key, key[:16], ciphertext)
    # Peers that pad to 16 exist, so any length from 1 to 32 is a good one on the way in.
    plain = unpad(padded, PAD_TO)
    prefix = RANDOM_LENGTH + LENGTH_LENGTH
    if len(plain) < prefix:
        raise MalformedFrame("there is no room for the random bytes and the length")
    length = int.from_bytes(plain[RANDOM_LENGTH:prefix], "big")
    if length > len(plain) - prefix:
        raise MalformedFrame("the inner length runs over the end")
    try:
        receive_id = plain[prefix + length :].decode()
    except UnicodeDecodeError:
        raise ReceiveIdMismatch("the receive id is not text") from None
    return Frame(
        random=plain[:RANDOM_LENGTH],
        message=plain[prefix : prefix + length],
        receive_id=receive_id,
        pad_length=len(padded) - len(plain),
        ciphertext_length=len(ciphertext),
    )


def decode_base64(text: str) -> bytes:
    """Decode base64 that is written in the only canonical way."""
    try:
        data = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        raise InvalidBase64("not base64") from None
    # Encoding again refuses what the decoder lets pass: stray bits after the last byte.
    if base64.b64encode(data).decode() != text:
        raise InvalidBase64("not canonical base64")
    return data


def read_envelope(body: bytes) -> Envelope:
    """Read an envelope in either format, told by its first byte and not by a Content-Type."""
    try:
        text = body.decode("utf-8-sig").lstrip(" \t\r\n")
    except UnicodeDecodeError:
        raise MalformedEnvelope("not UTF-8") from None
    return _read_xml(text) if text.startswith("<") else _read_json(text)


def write_envelope(
    encrypt: str, msg_signature: str, timestamp: str, nonce: str, format: str, dialect: str
) -> str:
    """Write the envelope of a reply, byte for byte as the platform's own examples have it.

    No value needs escaping: base64, hex, digits and the grammar of a nonce hold no character that
    XML or JSON would give a meaning to.
    """
    if format == "xml":
        return (
            "<xml>\n"
            f"<Encrypt><![CDATA[{encrypt}]]></Encrypt>\n"
            f"<MsgSignature><![CDATA[{msg_signature}]]></MsgSignature>\n"
            f"<TimeStamp>{timestamp}</TimeStamp>\n"
            f"<Nonce><![CDATA[{nonce}]]></Nonce>\n"
            "</xml>"
        )
    if format != "json":
        raise ValueError(f"{format} is not a format")
    names = {
        "wechat": ("Encrypt", "MsgSignature", "TimeStamp", "Nonce"),
        "wecom": ("encrypt", "msgsignature", "timestamp", "nonce"),
    }[dialect]
    return (
        "{\n"
        f'    "{names[0]}": "{encrypt}",\n'
        f'    "{names[1]}": "{msg_signature}",\n'
        f'    "{names[2]}": {timestamp},\n'
        f'    "{names[3]}": "{nonce}"\n'
        "}"
    )


def dedup_key(view: dict[str, Any]) -> str:
    """What a message in the uniform view is known by when it is delivered again."""
    known_by: list[Any] | dict[str, Any]
    if view.get("msgid"):
        known_by = [view.get("aibotid"), view.get("from"), view["msgid"]]
    elif view.get("MsgId") and "Event" not in view:
        known_by = [view.get("ToUserName"), view.get("FromUserName"), view["MsgId"]]
    else:
        known_by = {name: value for name, value in view.items() if name != "RetryTimes"}
    return hashlib.sha1(_canonical(known_by)).hexdigest()


def verify_raw_data(raw_data: str, session_key: str, signature: str) -> None:
    """Check the signature of a user's open data: the session key goes in as its base64 text."""
    expected = hashlib.sha1((raw_data + session_key).encode()).hexdigest()
    _compare(expected, signature)


def decrypt_open_data(
    session_key: str, iv: str, encrypted_data: str, appid: str
) -> tuple[bytes, int]:
    """Decrypt a user's open data; return its JSON as it was sent, and the length of its padding.

    Unlike a message it is AES-128 with an IV of its own and ordinary padding to 16, and it is bound
    to the AppID by a watermark inside.
    """
    ciphertext = decode_base64(re.sub("[ \t\r\n]", "", encrypted_data))
    padded = _aes_cbc_decrypt(decode_base64(session_key), decode_base64(iv), ciphertext)
    plain = unpad(padded, 16)
    try:
        data = json.loads(plain)
    except ValueError:
        # A stale session key decrypts to noise, and noise can end like padding.
        raise DecryptFailed("what was decrypted is not JSON") from None
    watermark = data.get("watermark") if isinstance(data, dict) else None
    if not isinstance(watermark, dict) or watermark.get("appid") != appid:
        raise ReceiveIdMismatch("the watermark names another AppID")
    return plain, len(padded) - len(plain)


def _check(signature: str, timestamp: str, nonce: str, *others: str) -> None:
    _check_grammar(timestamp, nonce)
    _compare(sign(timestamp, nonce, *others), signature)


def _check_grammar(timestamp: str, nonce: str) -> None:
    # The formula joins its parts without separators, so that different splits of the same
    # characters have the same hash. The grammar is the first thing that keeps them apart.
    if re.fullmatch("[0-9]{1,13}", timestamp) is None:
        raise MalformedQuery("a timestamp is 1 to 13 digits")
    if re.fullmatch("[A-Za-z0-9_-]{1,63}", nonce) is None:
        raise MalformedQuery("a nonce is 1 to 63 letters, digits, underscores and hyphens")


def _compare(expected: str, signature: str) -> None:
    if re.fullmatch("[0-9a-f]{40}", signature) is None:
        raise SignatureMismatch("a signature is 40 lower-case hex digits")
    if not hmac.compare_digest(expected, signature):
        raise SignatureMismatch("the signature does not match")


def _addressed_to(settings: Settings, opened: Frame) -> Frame:
    # An empty receive id in the settings means that the message's must be empty too.
    if opened.receive_id != settings.receive_id:
        raise ReceiveIdMismatch("the message is for another receive id")
    return opened


def _canonical(value: Any) -> bytes:
    """A value of the uniform view in the form that is hashed: the same for XML and for JSON."""
    if isinstance(value, dict):
        members = sorted((name.encode(), member) for name, member in value.items())
        inside = b"".join(_text(name) + _canonical(member) for name, member in members)
        return b"{" + inside + b"}"
    if isinstance(value, list):
        if len(value) == 1:
            return _canonical(value[0])
        return b"[" + b"".join(map(_canonical, value)) + b"]"
    if value is None:
        return _text(b"")
    if isinstance(value, bool):
        return _text(b"true" if value else b"false")
    return _text(str(value).encode())


def _text(text: bytes) -> bytes:
    return b"%d:%s" % (len(text), text)


def _aes_cbc_decrypt(key: bytes, iv: bytes, ciphertext: bytes) -> bytes:
    if not ciphertext or len(ciphertext) % 16 != 0:
        raise DecryptFailed("the cipher text is not a whole number of blocks")
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(ciphertext) + decryptor.finalize()


class _PlainTree(ElementTree.TreeBuilder):
    """A tree builder that refuses what an envelope never has."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise MalformedEnvelope("an envelope has no DOCTYPE")

    def pi(self, target: str, text: str | None = None) -> Any:
        raise MalformedEnvelope("an envelope has no processing instruction")


def _read_xml(text: str) -> Envelope:
    try:
        root = ElementTree.fromstring(text, ElementTree.XMLParser(target=_PlainTree()))
    except (ElementTree.ParseError, ValueError):
        raise MalformedEnvelope("not XML") from None

    def texts(name: str) -> list[str]:
        elements = root.findall(name)
        if any(len(element) for element in elements):
            raise MalformedEnvelope(f"{name} has elements inside")
        return [(element.text or "").strip(" \t\r\n") for element in elements]

    return _envelope("xml", texts)


class _Members(list[tuple[str, Any]]):
    """The members of a JSON object in order, with those that a dict would hide."""


def _read_json(text: str) -> Envelope:
    try:
        members = json.loads(text, object_pairs_hook=_Members)
    except (ValueError, RecursionError):
        raise MalformedEnvelope("not JSON") from None
    if not isinstance(members, _Members):
        raise MalformedEnvelope("not a JSON object")

    def values(name: str) -> list[Any]:
        return [value for found, value in members if found in (name, name.lower())]

    return _envelope("json", values)


def _envelope(format: str, values: Callable[[str], list[Any]]) -> Envelope:
    encrypts = values("Encrypt")
    # WeCom's JSON has the names in lower case; a body with both spellings says two things.
    if len(encrypts) != 1 or not isinstance(encrypts[0], str):
        raise MalformedEnvelope("there is not exactly one Encrypt that is a string")
    # JSON can escape half of a surrogate pair, which is not a character.
    if any("\ud800" <= character <= "\udfff" for character in encrypts[0]):
        raise MalformedEnvelope("Encrypt holds a lone surrogate")

    def first(name: str) -> str | None:
        # The platform's pages show the timestamp as a number and as a string.
        return next((str(value) for value in values(name)), None)

    return Envelope(
        format=format,
        encrypt=encrypts[0],
        to_user_name=first("ToUserName"),
        msg_signature=first("MsgSignature"),
        timestamp=first("TimeStamp"),
        nonce=first("Nonce"),
    )
