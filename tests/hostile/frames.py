"""Padding, lengths and receive ids, really encrypted and signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import wechat_reference as reference
from case import (
    DECRYPT_FAILED,
    MAIN,
    MALFORMED_FRAME,
    MALFORMED_MESSAGE,
    OTHER_RECEIVE_ID,
    ROBOT,
    Case,
    Outcome,
    Refused,
)
from sealing import ECHO, JSON, RANDOM, XML, checked, json_body, pushed, seal, xml_body

RECEIVE_ID = MAIN.receive_id.encode()


def cases() -> Iterator[Case]:
    yield from pads()
    yield from lengths()
    yield from short_frames()
    yield from echostrs()
    yield from receive_ids()


def framed(
    name: str, plaintext: bytes, outcome: Refused | None, message: str = JSON, **more: Any
) -> Iterator[Case]:
    encrypt = reference.encrypt_padded(MAIN.encoding_aes_key, plaintext)
    found: Outcome = message if outcome is None else outcome
    yield from pushed(name, xml_body(encrypt), encrypt, found, **more)
    if outcome is not None or message == ECHO:
        yield from checked(name, encrypt, found, **more)


def frame(message: str = JSON, length: int | None = None, receive_id: bytes = RECEIVE_ID) -> bytes:
    data = message.encode()
    size = len(data) if length is None else length
    return RANDOM + size.to_bytes(4, "big") + data + receive_id


def padded(data: bytes) -> bytes:
    return reference.pad(data, 32)


def with_pad(pad: int) -> tuple[bytes, str]:
    """A frame whose message is as long as makes it want so much padding to 32."""
    for extra in range(32):
        message = JSON + " " * extra
        if (len(frame(message)) + pad) % 32 == 0:
            return frame(message), message
    raise AssertionError("one of 32 lengths fits")


def pads() -> Iterator[Case]:
    for pad in range(1, 33):
        data, message = with_pad(pad)
        yield from framed(f"pad_{pad}", data + bytes([pad]) * pad, None, message)
        if pad <= 16:
            longer = message + " " * 16
            to_16 = frame(longer) + bytes([pad]) * pad
            yield from framed(f"pad_to_16_{pad}", to_16, None, longer)
        if pad > 1:
            wrong = data + bytes([pad ^ 1]) + bytes([pad]) * (pad - 1)
            yield from framed(f"pad_{pad}_first_differs", wrong, DECRYPT_FAILED)
            wrong = data + bytes([pad]) * (pad - 2) + bytes([0, pad])
            yield from framed(f"pad_{pad}_last_but_one_differs", wrong, DECRYPT_FAILED)
    yield from framed("pad_0", with_pad(32)[0] + bytes(32), DECRYPT_FAILED)
    yield from framed("pad_0_of_nothing", bytes(32), DECRYPT_FAILED)
    for pad in range(33, 256):
        # As many bytes of it as it says.
        data = (RANDOM * 4)[: -pad % 32 + 32] + bytes([pad]) * pad
        yield from framed(f"pad_{pad}", data, DECRYPT_FAILED)
    yield from framed("pad_1_to_32", with_pad(32)[0] + bytes(range(1, 33)), DECRYPT_FAILED)
    yield from framed("pad_33_to_2", with_pad(32)[0] + bytes(range(33, 1, -1)), DECRYPT_FAILED)


def lengths() -> Iterator[Case]:
    """What the frame says of the length of its message."""
    size, behind = len(JSON), len(RECEIVE_ID)
    for name, (length, refused) in {
        "exact": (size, None),
        "zero": (0, OTHER_RECEIVE_ID),
        "one_less": (size - 1, OTHER_RECEIVE_ID),
        "one_more": (size + 1, OTHER_RECEIVE_ID),
        "over_the_receive_id": (size + behind, OTHER_RECEIVE_ID),
        "over_the_end": (size + behind + 1, MALFORMED_FRAME),
        "over_the_end_and_padding": (size + behind + 33, MALFORMED_FRAME),
        "little_endian": (int.from_bytes(size.to_bytes(4, "little"), "big"), MALFORMED_FRAME),
        **{
            f"0x{length:08x}": (length, MALFORMED_FRAME)
            for length in (
                0x10000,
                0x7FFFFFEB,
                0x7FFFFFFF,
                0x80000000,
                0x80000000 + size,
                0xFFFF0000,
                0xFFFFFFFE,
                0xFFFFFFFF,
                # With 20, or with 20 and the message, these are 0 or small in 32 bits.
                *range((1 << 32) - 24, (1 << 32) - 15),
                (1 << 32) - 20 - size,
                (1 << 32) - size,
            )
        },
    }.items():
        yield from framed(f"length_{name}", padded(frame(length=length)), refused)


def short_frames() -> Iterator[Case]:
    """Frames of no message."""
    for count in range(20):
        yield from framed(f"{count}_bytes", padded(bytes(count)), MALFORMED_FRAME)
        yield from framed(
            f"{count}_bytes_for_a_robot", padded(bytes(count)), MALFORMED_FRAME, settings=ROBOT
        )
    for count in (20, 21):
        yield from framed(f"{count}_bytes", padded(bytes(count)), OTHER_RECEIVE_ID)
    yield from framed("21_bytes_for_a_robot", padded(bytes(21)), OTHER_RECEIVE_ID, settings=ROBOT)
    # A message of no bytes is a message to a `MsgCrypt`, and nothing that can be read.
    nothing = reference.encrypt_padded(MAIN.encoding_aes_key, padded(bytes(20)))
    for case in pushed("empty_message", json_body(nothing), nothing, "", settings=ROBOT):
        yield replace(case, outcome=MALFORMED_MESSAGE) if case.call == "receive" else case
    yield from checked("empty_echostr", nothing, "", settings=ROBOT)


def echostrs() -> Iterator[Case]:
    echo = reference.encrypt_padded(MAIN.encoding_aes_key, padded(frame(ECHO)))
    yield from checked("echostr", echo, ECHO)
    # An echostr goes back in clear, and so must no message.
    for name, document in {
        "xml": XML,
        "json": JSON,
        "bom": "\ufeff{}",
        "space": " \r\n\t<a>",
    }.items():
        yield from checked(f"echostr_is_{name}", seal(document), MALFORMED_MESSAGE)


def receive_ids() -> Iterator[Case]:
    others = {
        "empty": b"",
        "longer": RECEIVE_ID + b"0",
        "shorter": RECEIVE_ID[:-1],
        "head": RECEIVE_ID[1:],
        "upper_case": RECEIVE_ID.upper(),
        "nul_behind": RECEIVE_ID + b"\0",
        "nul_before": b"\0" + RECEIVE_ID,
        "nul_alone": b"\0",
        "space_behind": RECEIVE_ID + b" ",
        "line_feed_behind": RECEIVE_ID + b"\n",
        "bom_before": b"\xef\xbb\xbf" + RECEIVE_ID,
        "twice": RECEIVE_ID * 2,
        "not_utf8": b"\xff\xfe",
        "not_utf8_behind": RECEIVE_ID + b"\xff",
        "64_kib": RECEIVE_ID * 4096,
    }
    for name, other in others.items():
        plaintext = padded(frame(receive_id=other))
        yield from framed(f"receive_id_{name}", plaintext, OTHER_RECEIVE_ID)
        outcome = None if name == "empty" else OTHER_RECEIVE_ID
        yield from framed(f"robots_receive_id_{name}", plaintext, outcome, settings=ROBOT)
