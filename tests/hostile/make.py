"""Writes the hostile cases: what a peer could send to break a reader, and what must come of it.

`python tests/hostile/make.py CASES` writes them, one JSON object a line; README.md says what a line
holds. The inputs are sealed and signed by tests/reference, which shares no code with wxseal, and
each outcome is written down beside its input, from core/src/protocol.md and from the standards of
XML, JSON, base64 and URLs. The cases are the same on every run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reference"))

import wechat_reference as reference

Json = dict[str, Any]
# Bytes as pieces, each with how often it stands there, so that 64 MiB of them cost nothing to store.
Recipe = list[tuple[bytes, int]]
# What stands where a body or a message is asked for.
Written: TypeAlias = "str | bytes | Recipe"

MIB = 1 << 20
# For how many seconds a case of some MiB may be worked on by a core that nobody has optimised.
LARGE = 60
NOW = 1714112445
TIMESTAMP = "1714112440"
NONCE = "415670741"
RANDOM = b"707722b803182950"

# The table of errors: the official number, and the HTTP status.
ERRORS = {
    "SignatureMismatch": (-40001, 403),
    "MalformedQuery": (-40001, 400),
    "UnknownMethod": (-40001, 405),
    "StaleTimestamp": (-40001, 403),
    "MalformedEnvelope": (-40002, 400),
    "MalformedMessage": (-40002, 403),
    "ReceiveIdMismatch": (-40005, 403),
    "DecryptFailed": (-40007, 403),
    "MalformedFrame": (-40008, 403),
    "InvalidBase64": (-40010, 403),
}

MAIN = reference.Settings(
    "qx7LmT0bZc", "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3", "wxba5fad812f8e6fb9"
)
ROBOT = reference.Settings(MAIN.token, MAIN.encoding_aes_key, "")

XML = (
    "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName>"
    "<CreateTime>1714112440</CreateTime><MsgType>text</MsgType>"
    "<Content>a</Content><MsgId>6054768590064713728</MsgId></xml>"
)
JSON = (
    '{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1714112440,"MsgType":"text",'
    '"Content":"a","MsgId":6054768590064713728}'
)
ECHO = "4375120948345356249"


class Refused(str):
    """The name of the error that must come; what does not fail gives bytes."""


MALFORMED_ENVELOPE = Refused("MalformedEnvelope")
MALFORMED_MESSAGE = Refused("MalformedMessage")
MALFORMED_QUERY = Refused("MalformedQuery")
MISMATCH = Refused("SignatureMismatch")
STALE = Refused("StaleTimestamp")
OTHER_RECEIVE_ID = Refused("ReceiveIdMismatch")
DECRYPT_FAILED = Refused("DecryptFailed")
MALFORMED_FRAME = Refused("MalformedFrame")
INVALID_BASE64 = Refused("InvalidBase64")

# A refusal, the bytes of a message or an answer, or a widget's query.
Outcome: TypeAlias = "Refused | str | bytes | Json"


@dataclass(frozen=True)
class Case:
    """One line."""

    family: str
    name: str
    call: str
    outcome: Outcome
    settings: reference.Settings = MAIN
    dialect: str = "wechat"
    max_body: int | None = None
    method: str = "POST"
    query: Written = ""
    body: Written = b""
    # What the lower floor is called with, in place of the query.
    msg_signature: str = ""
    timestamp: str = TIMESTAMP
    nonce: str = NONCE
    # How long it may take.
    seconds: int = 1

    def to_json(self) -> Json:
        return {
            "id": f"{self.family}/{self.name}/{self.call}",
            "family": self.family,
            "call": self.call,
            "endpoint": {
                "crypts": [
                    {
                        "token": self.settings.token,
                        "encoding_aes_key": self.settings.encoding_aes_key,
                        "receive_id": self.settings.receive_id,
                        "dialect": self.dialect,
                    }
                ],
                "tolerance": 300,
                "account": None,
                "max_body": self.max_body,
            },
            "method": self.method,
            "query": _pieces(self.query),
            "body": _pieces(self.body),
            "msg_signature": self.msg_signature,
            "timestamp": self.timestamp,
            "nonce": self.nonce,
            "now": NOW,
            "seconds": self.seconds,
            "expected": _expected(self.outcome),
        }


def _recipe(written: Written) -> Recipe:
    if isinstance(written, str):
        return [(written.encode(), 1)]
    return [(written, 1)] if isinstance(written, bytes) else written


def _pieces(written: Written) -> list[list[str | int]]:
    return [[base64.b64encode(piece).decode(), times] for piece, times in _recipe(written)]


def _expected(outcome: Outcome) -> Json:
    if isinstance(outcome, Refused):
        code, http_status = ERRORS[outcome]
        # A method that is neither GET nor POST has the query's name, and a status of its own.
        name = "MalformedQuery" if outcome == "UnknownMethod" else str(outcome)
        return {"error": {"name": name, "code": code, "http_status": http_status}}
    if isinstance(outcome, dict):
        return {"widget_query": outcome}
    data = outcome.encode() if isinstance(outcome, str) else outcome
    return {"sha256": hashlib.sha256(data).hexdigest()}


# Sealing


def seal(message: str | bytes, settings: reference.Settings = MAIN) -> str:
    data = message.encode() if isinstance(message, str) else message
    return reference.encrypt_message(settings, data, RANDOM)


def sign(encrypt: str, timestamp: str = TIMESTAMP, nonce: str = NONCE) -> str:
    return reference.sign(MAIN.token, timestamp, nonce, encrypt)


def query_of(encrypt: str, timestamp: str = TIMESTAMP, nonce: str = NONCE) -> str:
    return reference.write_query(
        {
            "signature": reference.sign(MAIN.token, timestamp, nonce),
            "timestamp": timestamp,
            "nonce": nonce,
            "openid": "o1",
            "encrypt_type": "aes",
            "msg_signature": sign(encrypt, timestamp, nonce),
        }
    )


def xml_body(encrypt: str) -> str:
    return f"<xml><ToUserName>gh_1</ToUserName><Encrypt>{encrypt}</Encrypt></xml>"


def json_body(encrypt: str) -> str:
    return json.dumps({"ToUserName": "gh_1", "Encrypt": encrypt}, ensure_ascii=False)


def pushed(
    family: str, name: str, body: Written, signed: str, outcome: Outcome, **more: Any
) -> Iterator[Case]:
    """A body through both floors, its query signed over the `Encrypt` that a right reader finds."""
    # Only an endpoint can be told in every language to read a larger body.
    if more.get("max_body") is None:
        yield Case(family, name, "decrypt", outcome, body=body, msg_signature=sign(signed), **more)
    yield Case(family, name, "receive", outcome, body=body, query=query_of(signed), **more)


def checked(family: str, name: str, echostr: str, outcome: Outcome, **more: Any) -> Iterator[Case]:
    """A URL check of WeCom, through both floors; the `body` of `verify_url` is the echostr."""
    parameters = {"timestamp": TIMESTAMP, "nonce": NONCE, "echostr": echostr}
    query = reference.write_query({"msg_signature": sign(echostr), **parameters})
    more = {"dialect": "wecom", "msg_signature": sign(echostr), **more}
    # C has no text with a NUL inside.
    if "\0" not in echostr:
        yield Case(family, name, "verify_url", outcome, body=echostr, **more)
    yield Case(family, name, "receive_url_check", outcome, method="GET", query=query, **more)


# Frames


def frames() -> Iterator[Case]:
    receive_id = MAIN.receive_id.encode()

    def framed(
        name: str, plaintext: bytes, outcome: Refused | None, message: str = JSON, **more: Any
    ) -> Iterator[Case]:
        encrypt = reference.encrypt_padded(MAIN.encoding_aes_key, plaintext)
        found: Outcome = message if outcome is None else outcome
        yield from pushed("frames", name, xml_body(encrypt), encrypt, found, **more)
        if outcome is not None or message == ECHO:
            yield from checked("frames", name, encrypt, found, **more)

    def frame(
        message: str = JSON, length: int | None = None, receive_id: bytes = receive_id
    ) -> bytes:
        data = message.encode()
        size = len(data) if length is None else length
        return RANDOM + size.to_bytes(4, "big") + data + receive_id

    def padded(data: bytes, block: int = 32) -> bytes:
        return reference.pad(data, block)

    def with_pad(pad: int, filler: str = " ") -> tuple[bytes, str]:
        """A frame whose message is as long as makes it want so much padding to 32."""
        for extra in range(32):
            message = JSON + filler * extra
            if (len(frame(message)) + pad) % 32 == 0:
                return frame(message), message
        raise AssertionError("one of 32 lengths fits")

    for pad in range(1, 33):
        data, message = with_pad(pad)
        yield from framed(f"pad_{pad}", data + bytes([pad]) * pad, None, message)
        if pad <= 16:
            shorter = data + bytes([pad]) * pad
            message_16 = message + " " * 16
            data_16 = frame(message_16) + bytes([pad]) * pad
            assert len(data_16) == len(shorter) + 16
            yield from framed(f"pad_to_16_{pad}", data_16, None, message_16)
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

    size, behind = len(JSON), len(receive_id)
    lengths = {
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
    }
    for name, (length, refused) in lengths.items():
        yield from framed(f"length_{name}", padded(frame(length=length)), refused)

    for count in range(20):
        yield from framed(f"{count}_bytes", padded(bytes(count)), MALFORMED_FRAME)
        yield from framed(
            f"{count}_bytes_for_a_robot", padded(bytes(count)), MALFORMED_FRAME, settings=ROBOT
        )
    for count in (20, 21):
        yield from framed(f"{count}_bytes", padded(bytes(count)), OTHER_RECEIVE_ID)
    yield from framed("21_bytes_for_a_robot", padded(bytes(21)), OTHER_RECEIVE_ID, settings=ROBOT)
    # A message of no bytes is a message to the lower floor, and nothing that can be read.
    nothing = reference.encrypt_padded(MAIN.encoding_aes_key, padded(bytes(20)))
    for case in pushed("frames", "empty_message", json_body(nothing), nothing, "", settings=ROBOT):
        yield replace(case, outcome=MALFORMED_MESSAGE) if case.call == "receive" else case
    yield from checked("frames", "empty_echostr", nothing, "", settings=ROBOT)

    echo = reference.encrypt_padded(MAIN.encoding_aes_key, padded(frame(ECHO)))
    yield from checked("frames", "echostr", echo, ECHO)
    # An echostr goes back in clear, and so must no message.
    for name, document in {
        "xml": XML,
        "json": JSON,
        "bom": "\ufeff{}",
        "space": " \r\n\t<a>",
    }.items():
        yield from checked("frames", f"echostr_is_{name}", seal(document), MALFORMED_MESSAGE)

    others = {
        "empty": b"",
        "longer": receive_id + b"0",
        "shorter": receive_id[:-1],
        "head": receive_id[1:],
        "upper_case": receive_id.upper(),
        "nul_behind": receive_id + b"\0",
        "nul_before": b"\0" + receive_id,
        "nul_alone": b"\0",
        "space_behind": receive_id + b" ",
        "line_feed_behind": receive_id + b"\n",
        "bom_before": b"\xef\xbb\xbf" + receive_id,
        "twice": receive_id * 2,
        "not_utf8": b"\xff\xfe",
        "not_utf8_behind": receive_id + b"\xff",
        "64_kib": receive_id * 4096,
    }
    for name, other in others.items():
        plaintext = padded(frame(receive_id=other))
        yield from framed(f"receive_id_{name}", plaintext, OTHER_RECEIVE_ID)
        outcome = None if name == "empty" else OTHER_RECEIVE_ID
        yield from framed(f"robots_receive_id_{name}", plaintext, outcome, settings=ROBOT)


# XML


def xml_documents() -> Iterator[tuple[str, Written, bool]]:
    """Documents around `{}`, a child of the root, and whether they are in order."""

    def around(inside: Written, before: str = "<xml>", after: str = "{}</xml>") -> Recipe:
        return [(before.encode(), 1), *_recipe(inside), (after.encode(), 1)]

    def field(content: Written) -> Recipe:
        return around([(b"<A>", 1), *_recipe(content), (b"</A>", 1)])

    good: dict[str, Written] = {
        "plain": "<xml>{}</xml>",
        "declaration": '<?xml version="1.0"?><xml>{}</xml>',
        "declaration_utf8": '<?xml version="1.0" encoding="UTF-8"?>\n<xml>{}</xml>',
        "declaration_lower_case": "<?xml version='1.0' encoding='utf-8' standalone='yes'?><xml>{}</xml>",
        "bom": "\ufeff<xml>{}</xml>",
        "bom_and_space": "\ufeff \r\n\t<xml>{}</xml>",
        "bom_and_declaration": '\ufeff<?xml version="1.0" encoding="utf-8"?><xml>{}</xml>',
        "white_space_around": " \t\r\n<xml> \t\r\n{} \t\r\n</xml> \t\r\n",
        "space_in_tags": "<xml >{}<A\n></A\t></xml >",
        "comment_before": "<!-- a --><xml>{}</xml>",
        "comment_behind": "<xml>{}</xml><!-- a -->",
        "comment_with_a_tag": "<xml><!--<Encrypt>AAAA</Encrypt><MsgType>b</MsgType>-->{}</xml>",
        "comment_empty": "<xml><!---->{}</xml>",
        "cdata_with_tags": "<xml><A><![CDATA[</A><Encrypt>AAAA</Encrypt><!DOCTYPE a>&b;]]></A>{}</xml>",
        "cdata_with_brackets": "<xml><A><![CDATA[]]]]><![CDATA[>]]></A>{}</xml>",
        "cdata_empty": "<xml><A><![CDATA[]]></A>{}</xml>",
        "entities": "<xml><A>&lt;&gt;&amp;&apos;&quot;&#9;&#x10FFFF;&#xe000;</A>{}</xml>",
        "depth_32": around([(b"<a>", 31), (b"</a>", 31)]),
        "wide": around([(b"<a>1</a>", 20_000)]),
        "many_entities": field([(b"&amp;", 20_000)]),
        "many_comments": around([(b"<!---->", 20_000)]),
        "many_cdata": field([(b"<![CDATA[]]>", 20_000)]),
        "non_bmp": "<xml><A>\U0001f642\U0010ffff\ue000\ufffd</A>{}</xml>",
        "c1_controls": "<xml><A>\x7f\x80\x9f\u2028</A>{}</xml>",
        "bom_inside": "<xml><A>\ufeff</A>{}</xml>",
        "chinese_name": "<xml><名字>1</名字>{}</xml>",
    }
    bad: dict[str, Written] = {
        "doctype": "<!DOCTYPE xml><xml>{}</xml>",
        "doctype_lower_case": "<!doctype xml><xml>{}</xml>",
        "doctype_behind_declaration": '<?xml version="1.0"?><!DOCTYPE xml><xml>{}</xml>',
        "doctype_inside": "<xml><!DOCTYPE xml>{}</xml>",
        "doctype_behind": "<xml>{}</xml><!DOCTYPE xml>",
        "entity_internal": '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A>{}</xml>',
        "entity_unused": '<!DOCTYPE xml [<!ENTITY a "b">]><xml>{}</xml>',
        "entity_external": '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><A>&a;</A>{}</xml>',
        "entity_external_http": '<!DOCTYPE xml [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]><xml><A>&a;</A>{}</xml>',
        "entity_parameter": '<!DOCTYPE xml [<!ENTITY % a SYSTEM "http://127.0.0.1:9/">%a;]><xml>{}</xml>',
        "dtd_external": '<!DOCTYPE xml SYSTEM "http://127.0.0.1:9/a.dtd"><xml>{}</xml>',
        "dtd_attribute_default": '<!DOCTYPE xml [<!ATTLIST xml a CDATA "b">]><xml>{}</xml>',
        "billion_laughs": "<!DOCTYPE lolz ["
        + '<!ENTITY l0 "lol">'
        + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        + "]><xml><A>&l9;</A>{}</xml>",
        "quadratic_blowup": [
            (b'<!DOCTYPE x [<!ENTITY a "', 1),
            (b"a", 50_000),
            (b'">]><xml><A>', 1),
            (b"&a;", 50_000),
            (b"</A>{}</xml>", 1),
        ],
        "entity_undeclared": "<xml><A>&a;</A>{}</xml>",
        "entity_of_html": "<xml><A>&nbsp;</A>{}</xml>",
        "entity_case": "<xml><A>&LT;</A>{}</xml>",
        "entity_empty": "<xml><A>&;</A>{}</xml>",
        "entity_in_root": "<xml>&a;{}</xml>",
        "ampersand": "<xml><A>a & b</A>{}</xml>",
        "ampersand_last": "<xml><A>a&</A>{}</xml>",
        "entity_without_semicolon": "<xml><A>&lt</A>{}</xml>",
        "reference_nul": "<xml><A>&#0;</A>{}</xml>",
        "reference_control": "<xml><A>&#x1f;</A>{}</xml>",
        "reference_surrogate": "<xml><A>&#xD83D;&#xDE42;</A>{}</xml>",
        "reference_fffe": "<xml><A>&#xFFFE;</A>{}</xml>",
        "reference_beyond_unicode": "<xml><A>&#x110000;</A>{}</xml>",
        "reference_beyond_32_bits": "<xml><A>&#4294967361;</A>{}</xml>",
        "reference_beyond_64_bits": "<xml><A>&#x10000000000000041;</A>{}</xml>",
        "reference_signed": "<xml><A>&#+65;</A>{}</xml>",
        "reference_hex_signed": "<xml><A>&#x+41;</A>{}</xml>",
        "reference_negative": "<xml><A>&#-65;</A>{}</xml>",
        "reference_upper_case_x": "<xml><A>&#X41;</A>{}</xml>",
        "reference_empty": "<xml><A>&#;</A>{}</xml>",
        "reference_hex_empty": "<xml><A>&#x;</A>{}</xml>",
        "reference_spaced": "<xml><A>&# 65;</A>{}</xml>",
        "reference_underscore": "<xml><A>&#6_5;</A>{}</xml>",
        "reference_fullwidth": "<xml><A>&#\uff16\uff15;</A>{}</xml>",
        "pi": "<?php echo 1 ?><xml>{}</xml>",
        "pi_inside": "<xml><?a?>{}</xml>",
        "pi_behind": "<xml>{}</xml><?a b?>",
        "pi_stylesheet": '<?xml-stylesheet href="a"?><xml>{}</xml>',
        "declaration_twice": '<?xml version="1.0"?><?xml version="1.0"?><xml>{}</xml>',
        "declaration_inside": '<xml><?xml version="1.0"?>{}</xml>',
        "declaration_behind_comment": '<!-- --><?xml version="1.0"?><xml>{}</xml>',
        "declaration_upper_case": '<?XML version="1.0"?><xml>{}</xml>',
        "declaration_without_version": '<?xml encoding="UTF-8"?><xml>{}</xml>',
        "declaration_unclosed": '<?xml version="1.0"><xml>{}</xml>',
        **{
            f"encoding_{encoding}": f'<?xml version="1.0" encoding="{encoding}"?><xml>{{}}</xml>'
            for encoding in (
                "GBK",
                "GB2312",
                "UTF-16",
                "UTF-7",
                "ISO-8859-1",
                "US-ASCII",
                "utf8",
                "",
            )
        },
        "depth_33": around([(b"<a>", 32), (b"</a>", 32)]),
        "depth_10000": around([(b"<a>", 10_000), (b"</a>", 10_000)]),
        "depth_10000_unclosed": around([(b"<a>", 10_000)]),
        "depth_10000_behind": [
            (b"<xml>{}", 1),
            (b"<a>", 10_000),
            (b"</a>", 10_000),
            (b"</xml>", 1),
        ],
        "attribute_on_root": '<xml a="b">{}</xml>',
        "attribute_with_gt": '<xml a="</xml>">{}</xml>',
        "attribute_single_quotes": "<xml a='>'>{}</xml>",
        "attribute_unquoted": "<xml a=b>{}</xml>",
        "attribute_bare": "<xml a>{}</xml>",
        "attribute_twice": '<xml a="b" a="c">{}</xml>',
        "attribute_unclosed": '<xml a="b>{}</xml>',
        "attribute_on_a_field": '<xml><A a="b">1</A>{}</xml>',
        "attribute_on_empty": '<xml><A a="b"/>{}</xml>',
        "attribute_on_end_tag": '<xml><A></A a="b">{}</xml>',
        "attribute_xmlns": '<xml xmlns="urn:a">{}</xml>',
        "attribute_xmlns_prefix": '<xml xmlns:x="urn:a">{}</xml>',
        "attribute_xml_space": '<xml xml:space="preserve">{}</xml>',
        "comment_with_hyphens": "<xml><!-- a -- b -->{}</xml>",
        "comment_ending_in_hyphen": "<xml><!-- a --->{}</xml>",
        "comment_unclosed": "<xml><!-- {}</xml>",
        "comment_short": "<xml><!-->{}</xml>",
        "comment_with_control": "<xml><!-- \x01 -->{}</xml>",
        "cdata_unclosed": "<xml><A><![CDATA[</A>{}</xml>",
        "cdata_lower_case": "<xml><A><![cdata[a]]></A>{}</xml>",
        "cdata_before_root": "<![CDATA[ ]]><xml>{}</xml>",
        "cdata_behind_root": "<xml>{}</xml><![CDATA[ ]]>",
        "cdata_end_in_text": "<xml><A>a]]>b</A>{}</xml>",
        "tag_unclosed": "<xml><A>{}</xml>",
        "tags_crossed": "<xml><A><B></A></B>{}</xml>",
        "tag_of_another_case": "<xml><A></a>{}</xml>",
        "tag_spaced": "<xml>< A></A>{}</xml>",
        "tag_empty_name": "<xml><></>{}</xml>",
        "tag_digit": "<xml><1>2</1>{}</xml>",
        "tag_with_lt": "<xml><A<B></A<B>{}</xml>",
        "tag_with_slash": "<xml><A/B></A/B>{}</xml>",
        "tag_with_nul": "<xml><A\0></A\0>{}</xml>",
        "end_tag_first": "</xml><xml>{}</xml>",
        "root_unclosed": "<xml>{}",
        "root_twice": "<xml>{}</xml><xml/>",
        "root_behind_root": "<xml/><xml>{}</xml>",
        "text_behind": "<xml>{}</xml>a",
        "reference_behind": "<xml>{}</xml>&#32;",
        "nul_behind": "<xml>{}</xml>\0",
        "nul_before": "\0<xml>{}</xml>",
        "form_feed_behind": "<xml>{}</xml>\f",
        "form_feed_before": "\f<xml>{}</xml>",
        "vertical_tab_before": "\v<xml>{}</xml>",
        "no_break_space_before": "\u00a0<xml>{}</xml>",
        "next_line_before": "\u0085<xml>{}</xml>",
        "bom_twice": "\ufeff\ufeff<xml>{}</xml>",
        "bom_behind_space": " \ufeff<xml>{}</xml>",
        "bom_behind": "<xml>{}</xml>\ufeff",
        "quoted": '"<xml>{}</xml>"',
        "form_feed_in_tag": "<xml \f>{}</xml>",
        "form_feed_in_root": "<xml>\f{}</xml>",
        "utf7": "+ADw-xml+AD4-{}</xml>",
        **{
            f"control_{code:02x}_{place}": f"<xml><A>{before}{chr(code)}{after}</A>{{}}</xml>"
            for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)
            for place, before, after in (("text", "", ""), ("cdata", "<![CDATA[", "]]>"))
        },
        **{
            f"not_utf8_{name}_{place}": b"<xml>" + before + data + after + b"{}</xml>"
            for name, data in NOT_UTF8.items()
            for place, before, after in (
                ("text", b"<A>", b"</A>"),
                ("cdata", b"<A><![CDATA[", b"]]></A>"),
                ("name", b"<A", b"/>"),
                ("comment", b"<!--", b"-->"),
            )
        },
    }
    for name, document in good.items():
        yield name, document, True
    for name, document in bad.items():
        yield name, document, False


NOT_UTF8 = {
    "ff": b"\xff",
    "fe": b"\xfe",
    "stray_continuation": b"\x80",
    "latin1": b"\xe9",
    "gbk": "你好".encode("gbk"),
    "overlong_lt_2": b"\xc0\xbc",
    "overlong_lt_3": b"\xe0\x80\xbc",
    "overlong_lt_4": b"\xf0\x80\x80\xbc",
    "overlong_nul": b"\xc0\x80",
    "surrogate": b"\xed\xa0\x80",
    "surrogate_pair": b"\xed\xa0\xbd\xed\xb9\x82",
    "beyond_unicode": b"\xf4\x90\x80\x80",
    "five_bytes": b"\xf8\x88\x80\x80\x80",
    "cut": b"\xe4\xbd",
}

# Whole texts in another encoding. What is read is UTF-8 alone, whatever a BOM says.
ENCODINGS = {
    "utf16_le": ("utf-16-le", b""),
    "utf16_be": ("utf-16-be", b""),
    "utf16_le_bom": ("utf-16-le", b"\xff\xfe"),
    "utf16_be_bom": ("utf-16-be", b"\xfe\xff"),
    "utf32_le_bom": ("utf-32-le", b"\xff\xfe\0\0"),
    "utf32_be_bom": ("utf-32-be", b"\0\0\xfe\xff"),
}


def filled(document: Written, child: str) -> Recipe:
    """The document with its `{}` replaced."""
    return [(piece.replace(b"{}", child.encode()), times) for piece, times in _recipe(document)]


def xml_envelopes() -> Iterator[Case]:
    family = "xml_envelopes"
    encrypt = seal(XML)
    half = len(encrypt) // 2
    head, tail = encrypt[:half], encrypt[half:]

    for name, document, right in xml_documents():
        body = filled(document, f"<Encrypt>{encrypt}</Encrypt>")
        yield from pushed(family, name, body, encrypt, XML if right else MALFORMED_ENVELOPE)

    good = {
        "encrypt_lower_case": f"<xml><encrypt>{encrypt}</encrypt></xml>",
        "encrypt_cdata": f"<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>",
        "encrypt_two_cdata": f"<xml><Encrypt><![CDATA[{head}]]><![CDATA[{tail}]]></Encrypt></xml>",
        "encrypt_text_and_cdata": f"<xml><Encrypt>{head}<![CDATA[{tail}]]></Encrypt></xml>",
        "encrypt_cdata_and_text": f"<xml><Encrypt> <![CDATA[{head}]]>{tail}\n</Encrypt></xml>",
        "encrypt_one_cdata_a_character": "<xml><Encrypt>"
        + "".join(f"<![CDATA[{character}]]>" for character in encrypt)
        + "</Encrypt></xml>",
        "encrypt_comment": f"<xml><Encrypt>{head}<!-- AAAA -->{tail}</Encrypt></xml>",
        "encrypt_white_space": f"<xml><Encrypt> \t\r\n{encrypt}\r\n\t </Encrypt></xml>",
        "encrypt_white_space_in_cdata": f"<xml><Encrypt><![CDATA[\n{encrypt}\n]]></Encrypt></xml>",
        "encrypt_decimal": "<xml><Encrypt>"
        + "".join(f"&#{ord(character)};" for character in encrypt)
        + "</Encrypt></xml>",
        "encrypt_hexadecimal": "<xml><Encrypt>"
        + "".join(f"&#x{ord(character):04X};" for character in encrypt)
        + "</Encrypt></xml>",
        "encrypt_leading_zeros": f"<xml><Encrypt>&#{ord(encrypt[0]):060};{encrypt[1:]}</Encrypt></xml>",
        "compatible": XML.replace("</xml>", f"<Encrypt>{encrypt}</Encrypt></xml>"),
        "compatible_says_otherwise": f"<xml><MsgType>widget_data</MsgType><Encrypt>{encrypt}</Encrypt></xml>",
        "field_of_another_case": f"<xml><ENCRYPT>AAAA</ENCRYPT><Encrypt>{encrypt}</Encrypt></xml>",
    }
    for name, body in good.items():
        yield from pushed(family, name, body, encrypt, XML)

    one = f"<Encrypt>{encrypt}</Encrypt>"
    other = f"<Encrypt>{seal(JSON)}</Encrypt>"
    bad = {
        "encrypt_missing": "<xml><ToUserName>gh_1</ToUserName></xml>",
        "nothing": "<xml/>",
        "plain_mode": XML,
        "encrypt_twice": f"<xml>{one}{one}</xml>",
        "encrypt_twice_differing": f"<xml>{one}{other}</xml>",
        "encrypt_twice_first_other": f"<xml>{other}{one}</xml>",
        "encrypt_twice_first_empty": f"<xml><Encrypt/>{one}</xml>",
        "encrypt_twice_last_empty": f"<xml>{one}<Encrypt></Encrypt></xml>",
        "encrypt_in_both_cases": f"<xml>{one}<encrypt>{encrypt}</encrypt></xml>",
        "encrypt_is_root": one,
        "encrypt_below_a_field": f"<xml><A>{one}</A></xml>",
        "encrypt_below_a_field_too": f"<xml>{one}<A>{one}</A></xml>",
        "encrypt_below_a_field_first": f"<xml><A>{other}</A>{one}</xml>",
        "encrypt_below_encrypt": f"<xml><Encrypt>{one}</Encrypt></xml>",
        "encrypt_with_element": f"<xml><Encrypt>{head}<a/>{tail}</Encrypt></xml>",
        "encrypt_attribute": f'<xml><Encrypt a="b">{encrypt}</Encrypt></xml>',
        "encrypt_attribute_gt": f'<xml><Encrypt a="></Encrypt>">{encrypt}</Encrypt></xml>',
        "encrypt_attribute_xmlns": f'<xml><Encrypt xmlns="">{encrypt}</Encrypt></xml>',
        "encrypt_attribute_nil": f'<xml><Encrypt nil="true">{encrypt}</Encrypt></xml>',
        "encrypt_is_attribute": f'<xml Encrypt="{encrypt}"/>',
        "encrypt_upper_case": f"<xml><ENCRYPT>{encrypt}</ENCRYPT></xml>",
        "encrypt_mixed_case": f"<xml><eNCRYPT>{encrypt}</eNCRYPT></xml>",
        "encrypt_prefix": f"<xml><x:Encrypt>{encrypt}</x:Encrypt></xml>",
        "encrypt_prefix_declared": f'<xml xmlns:x="urn:a"><x:Encrypt>{encrypt}</x:Encrypt></xml>',
        "encrypt_colon_before": f"<xml><:Encrypt>{encrypt}</:Encrypt></xml>",
        "encrypt_cyrillic": f"<xml><\u0415ncrypt>{encrypt}</\u0415ncrypt></xml>",
        "encrypt_soft_hyphen": f"<xml><Encrypt\xad>{encrypt}</Encrypt\xad></xml>",
        "encrypt_in_comment": f"<xml><!--{one}--></xml>",
        "encrypt_in_cdata": f"<xml><![CDATA[{one}]]></xml>",
        "encrypt_entity": f"<xml><Encrypt>{encrypt}&a;</Encrypt></xml>",
        "encrypt_nul_reference": f"<xml><Encrypt>{encrypt}&#0;</Encrypt></xml>",
        "encrypt_pi": f"<xml><Encrypt>{head}<?a?>{tail}</Encrypt></xml>",
        "encrypt_cdata_end": f"<xml><Encrypt>{encrypt}]]></Encrypt></xml>",
        "empty": "",
        "white_space": " \r\n",
        "bom_alone": "\ufeff",
        "success": "success",
        "lt": "<",
        "form": "Encrypt=" + encrypt,
    }
    for name, body in bad.items():
        yield from pushed(family, name, body, encrypt, MALFORMED_ENVELOPE)

    # The text that is signed is the text that a reader of XML finds, and no base64.
    for name, written, read in (
        ("amp", "&amp;", "&"),
        ("line_feed", "\n", "\n"),
        ("space_reference", "&#32;", " "),
        ("no_break_space", "\u00a0", "\u00a0"),
        ("fullwidth", "\uff21", "\uff21"),
    ):
        body = f"<xml><Encrypt>{head}{written}{tail}</Encrypt></xml>"
        yield from pushed(family, f"encrypt_with_{name}", body, head + read + tail, INVALID_BASE64)
    yield from pushed(family, "encrypt_empty", "<xml><Encrypt/></xml>", "", DECRYPT_FAILED)
    # Only XML's own white space is no part of the text.
    for name, space in (("wide_space", "\u3000"), ("form_feed", "\f"), ("vertical_tab", "\v")):
        for place, text in (("before", space + encrypt), ("behind", encrypt + space)):
            body = f"<xml><Encrypt>{text}</Encrypt></xml>"
            yield from pushed(family, f"encrypt_{name}_{place}", body, text, INVALID_BASE64)
    # What was signed is not what stands there.
    yield from pushed(family, "another_encrypt", f"<xml>{other}</xml>", encrypt, MISMATCH)

    yield from in_encodings(family, f'<?xml version="1.0"?><xml>{one}</xml>', encrypt)
    declared = f'<?xml version="1.0" encoding="UTF-16"?><xml>{one}</xml>'
    yield from in_encodings(family, declared, encrypt, "_declared")
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><A>你</A>{one}<AgentID>1</AgentID></xml>'
    yield from cut(family, body, encrypt, MALFORMED_ENVELOPE)
    yield from too_large(family, b"<xml><A>", b"</A>" + one.encode() + b"</xml>", encrypt, XML)
    fillers = {"white_space": b" ", "opening": b"<", "brace": b"{", "nul": b"\0"}
    for name, filler in fillers.items():
        body = [(filler, 64 * MIB)]
        more = {"max_body": 64 * MIB, "seconds": LARGE}
        yield from pushed(
            family, f"size_64_mib_of_{name}", body, encrypt, MALFORMED_ENVELOPE, **more
        )


def in_encodings(family: str, body: str, encrypt: str, more: str = "") -> Iterator[Case]:
    for name, (encoding, bom) in ENCODINGS.items():
        written = bom + body.encode(encoding)
        yield from pushed(family, name + more, written, encrypt, MALFORMED_ENVELOPE)


def cut(family: str, body: str, encrypt: str, refused: Refused) -> Iterator[Case]:
    """The body without its end, at every byte."""
    data = body.encode()
    for end in range(len(data)):
        yield from pushed(family, f"cut_{end:03}_of_{len(data)}", data[:end], encrypt, refused)


def too_large(
    family: str, before: bytes, behind: bytes, encrypt: str, message: str
) -> Iterator[Case]:
    """More than is read by default, and more than a server needs that is told to read it."""
    one_more = 4 * MIB + 1
    overhead = len(before) + len(behind)
    for name, size, more, outcome in (
        ("4_mib", one_more - 1, {}, message),
        ("4_mib_and_one", one_more, {}, MALFORMED_ENVELOPE),
        ("64_mib", 64 * MIB, {}, MALFORMED_ENVELOPE),
        ("64_mib_allowed", 64 * MIB, {"max_body": 64 * MIB}, message),
        ("64_mib_and_one", 64 * MIB + 1, {"max_body": 64 * MIB}, MALFORMED_ENVELOPE),
    ):
        body = [(before, 1), (b"a", size - overhead), (behind, 1)]
        yield from pushed(family, f"size_{name}", body, encrypt, outcome, seconds=LARGE, **more)


# JSON


def json_documents() -> Iterator[tuple[str, Written, bool]]:
    """Documents around `{}`, a member of the object, and whether they are in order."""

    def member(value: Written) -> Recipe:
        return [(b'{"A":', 1), *_recipe(value), (b",{}}", 1)]

    def values(literals: dict[str, str | bytes]) -> dict[str, Written]:
        return {f"value_{name}": member(literal) for name, literal in literals.items()}

    good: dict[str, Written] = {
        "plain": "{{}}",
        "white_space": " \t\r\n{ \t\r\n{} \t\r\n} \t\r\n",
        "bom": "\ufeff{{}}",
        "bom_and_space": "\ufeff \n{{}}",
        "name_empty": '{"":1,{}}',
        "name_nul": '{"\\u0000":1,{}}',
        "name_proto": '{"__proto__":{"a":1},"constructor":null,{}}',
        "name_upper_case": '{"ENCRYPT":"AAAA","MSGTYPE":"a",{}}',
        "names_repeated": '{"A":1,"A":2,{},"A":3}',
        "depth_32": member([(b"[", 31), (b"]", 31)]),
        "depth_32_objects": member([(b'{"a":', 30), (b"{ }", 1), (b"}", 30)]),
        "wide": [(b"{", 1), (b'"a":1,', 20_000), (b"{}}", 1)],
        "wide_array": member([(b"[0", 1), (b",0", 20_000), (b"]", 1)]),
        **values(
            {
                "nul": '"\\u0000"',
                "controls": '"\\u0001\\u001f\\u007f"',
                "non_bmp": '"\U0001f642\\ud83d\\ude42"',
                "escapes": r'"\"\\\/\b\f\n\r\t"',
                "noncharacter": '"\\uffff\ufffe"',
                "bom": '"\ufeff"',
                "line_separators": '"\u2028\u2029"',
                "negative_zero": "-0",
                "exponent": "1E+5",
                "small": "1e-400",
                "fraction_of_10000_digits": "0." + "9" * 10_000,
                "mixed": '[null,true,false,-1.5e3,"",[],{ }]',
            }
        ),
    }
    bad: dict[str, Written] = {
        "array": "[{{}}]",
        "string": '"{{}}"',
        "number": "1",
        "null": "null",
        "nothing": "",
        "trailing_comma": "{{},}",
        "leading_comma": "{,{}}",
        "two_commas": '{"A":1,,{}}',
        "no_comma": '{"A":1 {}}',
        "no_colon": '{"A" 1,{}}',
        "two_colons": '{"A"::1,{}}',
        "no_value": '{"A":,{}}',
        "no_name": "{:1,{}}",
        "name_unquoted": "{A:1,{}}",
        "name_single_quotes": "{'A':1,{}}",
        "name_number": "{1:1,{}}",
        "name_null": "{null:1,{}}",
        "name_lone_surrogate": '{"\\ud800":1,{}}',
        "comment_line": "{// a\n{}}",
        "comment_block": "{/* a */{}}",
        "comment_hash": "{# a\n{}}",
        "comment_behind": "{{}}// a",
        "behind_brace": "{{}}}",
        "behind_object": "{{}}{}",
        "behind_text": "{{}}a",
        "behind_comma": "{{}},",
        "behind_nul": "{{}}\0",
        "behind_form_feed": "{{}}\f",
        "behind_bom": "{{}}\ufeff",
        "before_nul": "\0{{}}",
        "before_form_feed": "\f{{}}",
        "before_vertical_tab": "\v{{}}",
        "before_no_break_space": "\u00a0{{}}",
        "before_record_separator": "\x1e{{}}",
        "before_xssi": ")]}'\n{{}}",
        "bom_twice": "\ufeff\ufeff{{}}",
        "bom_behind_space": " \ufeff{{}}",
        "bom_inside": "{\ufeff{}}",
        "no_break_space_inside": "{\u00a0{}}",
        "unclosed": "{{}",
        "closed_by_bracket": "{{}]",
        "depth_33": member([(b"[", 32), (b"]", 32)]),
        "depth_33_objects": member([(b'{"a":', 31), (b"{ }", 1), (b"}", 31)]),
        "depth_10000_arrays": member([(b"[", 10_000), (b"]", 10_000)]),
        "depth_10000_objects": member([(b'{"a":', 10_000), (b"1", 1), (b"}", 10_000)]),
        "depth_10000_mixed": member([(b'[{"a":', 5_000), (b"1", 1), (b"}]", 5_000)]),
        "depth_10000_unclosed": member([(b"[", 10_000)]),
        "depth_10000_behind": [
            (b"{{},", 1),
            (b'"a":', 1),
            (b"[", 10_000),
            (b"]", 10_000),
            (b"}", 1),
        ],
        **values(
            {
                "nan": "NaN",
                "infinity": "Infinity",
                "negative_infinity": "-Infinity",
                "plus": "+1",
                "leading_zero": "01",
                "leading_zero_negative": "-01",
                "leading_point": ".5",
                "trailing_point": "5.",
                "bare_exponent": "1e",
                "exponent_sign": "1e+",
                "minus": "-",
                "two_minus": "--1",
                "hexadecimal": "0x10",
                "underscore": "1_0",
                "fullwidth": "\uff11",
                "true_upper_case": "True",
                "null_cut": "nul",
                "null_longer": "nulls",
                "undefined": "undefined",
                "single_quotes": "'a'",
                "backquotes": "`a`",
                "unclosed": '"a',
                "raw_line_feed": '"a\nb"',
                "raw_tab": '"a\tb"',
                "raw_nul": '"a\0b"',
                "raw_escape": '"a\x1bb"',
                "escape_x": r'"\x41"',
                "escape_quote": r'"\'"',
                "escape_octal": r'"\101"',
                "escape_u_upper_case": r'"\U00000041"',
                "escape_u_short": r'"\u041"',
                "escape_u_signed": r'"\u+041"',
                "escape_u_spaced": r'"\u 041"',
                "escape_u_braces": r'"\u{41}"',
                "escape_at_end": r'"\"',
                "lone_high": r'"\ud800"',
                "lone_low": r'"\udc00"',
                "lone_high_twice": r'"\ud83d\ud83d"',
                "lone_reversed": r'"\ude42\ud83d"',
                "lone_before_letter": r'"\ud83da"',
                "lone_before_escape": r'"\ud83d\n"',
                "lone_before_bmp": r'"\ud83d\u0041"',
                "lone_in_array": r'["\ud800"]',
                "array_trailing_comma": "[1,]",
                "array_unclosed": "[1",
                "array_closed_by_brace": "[1}",
                **{f"not_utf8_{name}": b'"' + data + b'"' for name, data in NOT_UTF8.items()},
            }
        ),
        **{f"name_not_utf8_{name}": b'{"' + data + b'":1,{}}' for name, data in NOT_UTF8.items()},
    }
    for name, document in good.items():
        yield name, document, True
    for name, document in bad.items():
        yield name, document, False


def json_envelopes() -> Iterator[Case]:
    family = "json_envelopes"
    encrypt = seal(JSON)
    escaped = "".join(f"\\u{ord(character):04x}" for character in encrypt)
    one, other = f'"Encrypt":"{encrypt}"', f'"Encrypt":"{seal(XML)}"'

    for name, document, right in json_documents():
        body = filled(document, one)
        yield from pushed(family, name, body, encrypt, JSON if right else MALFORMED_ENVELOPE)

    good = {
        "encrypt_lower_case": f'{{"encrypt":"{encrypt}"}}',
        "encrypt_name_escaped": f'{{"\\u0045ncrypt":"{encrypt}"}}',
        "encrypt_name_all_escaped": '{"\\u0045\\u006E\\u0063\\u0072\\u0079\\u0070\\u0074":"'
        + encrypt
        + '"}',
        "encrypt_slashes_escaped": json_body(encrypt).replace("/", "\\/"),
        "encrypt_all_escaped": f'{{"Encrypt":"{escaped}"}}',
        "encrypt_all_escaped_upper_case": f'{{"Encrypt":"{escaped.upper().replace(chr(92) + "U", chr(92) + "u")}"}}',
        "compatible": JSON.replace("}", f",{one}}}"),
        "compatible_says_otherwise": f'{{"MsgType":"widget_data",{one}}}',
        "agent_id": f'{{"tousername":"ww1","encrypt":"{encrypt}","agentid":218}}',
        "encrypt_in_text": f'{{"A":"\\"Encrypt\\":\\"AAAA\\"",{one}}}',
    }
    for name, body in good.items():
        yield from pushed(family, name, body, encrypt, JSON)

    bad = {
        "encrypt_missing": '{"ToUserName":"gh_1"}',
        "empty_object": "{}",
        "plain_mode": JSON,
        "encrypt_twice": f"{{{one},{one}}}",
        "encrypt_twice_differing": f"{{{one},{other}}}",
        "encrypt_twice_first_other": f"{{{other},{one}}}",
        "encrypt_twice_first_escaped": f'{{"\\u0045ncrypt":"{encrypt}",{one}}}',
        "encrypt_twice_last_escaped": f'{{{one},"Encryp\\u0074":"{encrypt}"}}',
        "encrypt_twice_first_null": f'{{"Encrypt":null,{one}}}',
        "encrypt_twice_last_null": f'{{{one},"Encrypt":null}}',
        "encrypt_in_both_cases": f'{{{one},"encrypt":"{encrypt}"}}',
        "encrypt_below_a_member": f'{{"A":{{{one}}}}}',
        "encrypt_below_a_member_too": f'{{{one},"A":{{{one}}}}}',
        "encrypt_below_a_member_first": f'{{"A":{{{other}}},{one}}}',
        "encrypt_below_a_member_escaped": f'{{{one},"A":[{{"\\u0065ncrypt":1}}]}}',
        "encrypt_null": '{"Encrypt":null}',
        "encrypt_true": '{"Encrypt":true}',
        "encrypt_number": '{"Encrypt":1}',
        "encrypt_object": f'{{"Encrypt":{{{one}}}}}',
        "encrypt_object_empty": '{"Encrypt":{}}',
        "encrypt_array": f'{{"Encrypt":["{encrypt}"]}}',
        "encrypt_unquoted": f'{{"Encrypt":{encrypt}}}',
        "encrypt_upper_case": f'{{"ENCRYPT":"{encrypt}"}}',
        "encrypt_mixed_case": f'{{"eNCRYPT":"{encrypt}"}}',
        "encrypt_name_spaced": f'{{"Encrypt ":"{encrypt}"}}',
        "encrypt_name_with_nul": f'{{"Encrypt\\u0000":"{encrypt}"}}',
        "encrypt_name_cyrillic": f'{{"\u0415ncrypt":"{encrypt}"}}',
        "encrypt_lone_surrogate": f'{{"Encrypt":"{encrypt}\\ud800"}}',
        "encrypt_raw_line_feed": f'{{"Encrypt":"{encrypt}\n"}}',
        # RFC 8259 lets a reader set limits to numbers; what is beyond a double is no field that anybody sends.
        "integer_of_10000_digits": f'{{"A":{"9" * 10_000},{one}}}',
        "exponent_beyond_a_double": f'{{"A":1e400,{one}}}',
        "exponent_of_10000_digits": f'{{"A":1e{"9" * 10_000},{one}}}',
    }
    for name, body in bad.items():
        yield from pushed(family, name, body, encrypt, MALFORMED_ENVELOPE)

    # The text that is signed is the text that a reader of JSON finds, and no base64.
    for name, written, read in (
        ("nul", "\\u0000", "\0"),
        ("line_feed", "\\n", "\n"),
        ("space", " ", " "),
        ("quote", '\\"', '"'),
        ("backslash", "\\\\", "\\"),
        ("percent", "%2B", "%2B"),
        ("non_bmp", "\\ud83d\\ude42", "\U0001f642"),
    ):
        body = f'{{"Encrypt":"{encrypt[:40]}{written}{encrypt[40:]}"}}'
        signed = encrypt[:40] + read + encrypt[40:]
        yield from pushed(family, f"encrypt_with_{name}", body, signed, INVALID_BASE64)
    yield from pushed(family, "encrypt_empty", '{"Encrypt":""}', "", DECRYPT_FAILED)
    yield from pushed(family, "another_encrypt", f"{{{other}}}", encrypt, MISMATCH)

    yield from in_encodings(family, f"{{{one}}}", encrypt)
    body = f'{{"ToUserName":"你","List":[{{"a":null}},1.5],"AgentID":218,\n {one},"B":true}}'
    yield from cut(family, body, encrypt, MALFORMED_ENVELOPE)
    yield from too_large(family, b'{"A":"', b'",' + one.encode() + b"}", encrypt, JSON)


# Base64


def base64_texts() -> Iterator[Case]:
    """The `Encrypt` of JSON and the echostr of a URL check, neither of which may be trimmed."""
    family = "base64"

    def both(name: str, text: str, outcome: Outcome) -> Iterator[Case]:
        yield from pushed(family, name, json_body(text), text, JSON if outcome == ECHO else outcome)

    def echoed(name: str, text: str, outcome: Outcome) -> Iterator[Case]:
        yield from checked(family, name, text, outcome)

    # What is sealed has no `=`, one, or two, by its length.
    sealed = {}
    for extra in range(0, 96, 32):
        message = JSON + " " * extra
        text = seal(message)
        sealed[text.count("=")] = (text, message)
    assert sorted(sealed) == [0, 1, 2]

    for count, (text, message) in sealed.items():
        bare = text.rstrip("=")
        yield from pushed(family, f"{count}_equals", json_body(text), text, message)
        spellings = {f"{n}_equals_for_{count}": bare + "=" * n for n in range(6) if n != count}
        spellings |= {
            f"equals_before_{count}": "=" + text,
            f"equals_inside_{count}": bare[:-1] + "=" + bare[-1] + "=" * count,
            f"equals_alone_{count}": "=" * len(text),
            f"twice_{count}": text + text if count else text + "A===",
            f"one_more_{count}": bare + "A" + "=" * count,
            f"one_less_{count}": bare[:-1],
            f"one_less_padded_{count}": bare[:-1] + "=" * (count + 1),
            f"nul_behind_{count}": text + "\0",
        }
        for name, space in {
            "space": " ",
            "tab": "\t",
            "line_feed": "\n",
            "crlf": "\r\n",
            "form_feed": "\f",
            "no_break_space": "\u00a0",
            "bom": "\ufeff",
        }.items():
            spellings |= {
                f"{name}_before_{count}": space + text,
                f"{name}_behind_{count}": text + space,
                f"{name}_inside_{count}": text[:8] + space + text[8:],
                f"{name}_before_equals_{count}": bare + space + "=" * count
                if count
                else text + space,
            }
        spellings |= {
            f"mime_lines_{count}": "\r\n".join(
                text[at : at + 76] for at in range(0, len(text), 76)
            ),
            f"url_safe_{count}": text.replace("+", "-").replace("/", "_"),
            f"percent_{count}": text.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"),
            f"plus_as_space_{count}": text.replace("+", " "),
        }
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        # With two `=` four bits of the last character are nobody's, with one two.
        unused = {0: 1, 1: 4, 2: 16}[count]
        last = alphabet.index(bare[-1])
        assert last % unused == 0
        spellings |= {
            f"trailing_bits_{bits}_of_{count}": bare[:-1] + alphabet[last + bits] + "=" * count
            for bits in range(1, unused)
        }
        for character in "-_.,*!~\\\"'\x7f\x80\xe9\u0141\uff21\U0001f642":
            spellings[f"character_{ord(character):04x}_{count}"] = text[:8] + character + text[9:]
        for name, spelling in spellings.items():
            if spelling == text:
                continue
            yield from both(name, spelling, INVALID_BASE64)
            yield from echoed(name, spelling, INVALID_BASE64)

    # Canonical base64 of what is no frame.
    for size in range(0, 49):
        text = base64.b64encode(bytes(range(size))).decode()
        if size not in (32, 48):
            yield from both(f"{size}_bytes", text, DECRYPT_FAILED)
            yield from echoed(f"{size}_bytes", text, DECRYPT_FAILED)
    # The shortest that a peer can seal which pads to 16, and to 32.
    for block, message in ((16, ""), (16, "{}       "), (32, "")):
        plaintext = reference.pad(reference.frame(RANDOM, message.encode(), ""), block)
        text = reference.encrypt_padded(ROBOT.encoding_aes_key, plaintext)
        name = f"shortest_{len(plaintext)}_bytes_padded_to_{block}_{len(message)}"
        yield Case(
            family,
            name,
            "decrypt",
            message,
            settings=ROBOT,
            body=json_body(text),
            msg_signature=sign(text),
        )


# Queries


def queries() -> Iterator[Case]:
    family = "queries"
    encrypt = seal(XML)
    body = xml_body(encrypt)
    signature = reference.sign(MAIN.token, TIMESTAMP, NONCE)
    right = {
        "signature": signature,
        "timestamp": TIMESTAMP,
        "nonce": NONCE,
        "openid": "o1",
        "encrypt_type": "aes",
        "msg_signature": sign(encrypt),
    }
    query = reference.write_query(right)

    def received(name: str, query: Written, outcome: Outcome, **more: Any) -> Case:
        return Case(family, name, "receive", outcome, query=query, body=body, **more)

    def without(*names: str) -> str:
        return reference.write_query({n: v for n, v in right.items() if n not in names})

    def changed(name: str, written: str | bytes) -> bytes:
        """The query with one value as it goes over the wire."""
        value = written.encode() if isinstance(written, str) else written
        return without(name).encode() + b"&" + name.encode() + b"=" + value

    good: dict[str, Written] = {
        "as_it_comes": query,
        "question_mark": "?" + query,
        "reversed": "&".join(reversed(query.split("&"))),
        "ampersands": "&&" + query.replace("&", "&&") + "&",
        "names_encoded": query.replace("nonce", "%6eonce").replace("timestamp", "%74%69mestamp"),
        "values_encoded": "&".join(
            f"{name}=" + "".join(f"%{byte:02x}" for byte in value.encode())
            for name, value in right.items()
        ),
        "without_signature": without("signature"),
        "without_encrypt_type": without("encrypt_type"),
        "encrypt_type_raw": changed("encrypt_type", "raw"),
        "another_signature": changed("signature", "0" * 40),
        "other_repeated": query + "&openid=o2&openid=o3&a=1&a=2",
        "other_without_value": "a&b=&=c&" + query,
        "other_broken_percent": "a=%&b=%f&%=1&%zz=2&" + query,
        "other_not_utf8": "a=%ff&%ff=1&" + query,
        "other_nul": "a=%00&%00=1&" + query,
        "other_array": "nonce[]=1&nonce[a]=2&" + query,
        "other_case": "NONCE=1&Timestamp=2&" + query,
        "other_long": [(b"a=", 1), (b"b", 65_536), (b"&" + query.encode(), 1)],
        "other_many": [(b"a=b&", 20_000), (query.encode(), 1)],
        "echostr_too": query + "&echostr=1",
        "non_ascii": "a=你&名=1&" + query,
    }
    for name, written in good.items():
        yield received(name, written, XML)

    bad: dict[str, Written] = {
        "empty": "",
        "question_mark_alone": "?",
        "ampersand_alone": "&",
        "equals_alone": "=",
        "two_question_marks": "??timestamp=" + TIMESTAMP + "&" + without("timestamp"),
        "fragment": "#" + without("signature"),
        "semicolons": query.replace("&", ";"),
        "ampersands_escaped": query.replace("&", "&amp;"),
        "ampersands_encoded": query.replace("&", "%26"),
        "equals_encoded": query.replace("=", "%3D"),
        "names_encoded_twice": query.replace("nonce", "%256eonce"),
        "names_upper_case": query.upper(),
        "name_array": query.replace("nonce=", "nonce[]="),
        "name_spaced": query.replace("nonce=", "nonce%20="),
        "name_with_nul": query.replace("nonce=", "nonce%00="),
        "name_fullwidth": query.replace("nonce=", "\uff4eonce="),
        "name_broken_percent": query.replace("nonce=", "nonce%="),
        "name_overlong": query.replace("nonce=", "%c1%aeonce="),
        "nul_first": "\0" + without("signature"),
        "json": json.dumps(right),
        **{f"{name}_missing": without(name) for name in ("timestamp", "nonce", "msg_signature")},
        **{f"{name}_without_equals": without(name) + "&" + name for name in ("timestamp", "nonce")},
        **{
            f"{name}_twice{how}": query + "&" + again
            for name in ("signature", "msg_signature", "timestamp", "nonce", "encrypt_type")
            for how, again in (
                ("", f"{name}={right[name]}"),
                ("_differing", f"{name}=1"),
                ("_empty", f"{name}="),
                ("_without_equals", name),
                ("_encoded", f"%{ord(name[0]):02x}{name[1:]}={right[name]}"),
                ("_encoded_upper_case", f"{name[:-1]}%{ord(name[-1]):02X}={right[name]}"),
            )
        },
        "echostr_twice": query + "&echostr=1&echostr=1",
        **{
            f"{name}_{how}": changed(name, value)
            for name in (
                "signature",
                "msg_signature",
                "timestamp",
                "nonce",
                "encrypt_type",
                "echostr",
            )
            for how, value in (
                ("broken_percent", "%"),
                ("half_a_percent", "1%4"),
                ("percent_of_no_digits", "%zz"),
                ("percent_signed", "%+1"),
                ("percent_not_utf8", "%ff"),
                ("percent_overlong", "%c0%b1"),
                ("percent_surrogate", "%ed%a0%80"),
                ("percent_u", "%u0031"),
            )
        },
        **{
            f"timestamp_{how}": changed("timestamp", value)
            for how, value in {
                "empty": "",
                "plus": "%2B" + TIMESTAMP,
                "plus_raw": "+" + TIMESTAMP,
                "minus": "-" + TIMESTAMP,
                "space_before": "%20" + TIMESTAMP,
                "space_behind": TIMESTAMP + "%20",
                "line_feed_behind": TIMESTAMP + "%0A",
                "nul_behind": TIMESTAMP + "%00",
                "letter_behind": TIMESTAMP + "a",
                "fraction": TIMESTAMP + ".0",
                "exponent": "1e9",
                "hexadecimal": "0x662b4a38",
                "underscore": "1_714112440",
                "14_digits": "17141124400000",
                "14_zeros": "0" * 14,
                "i64": str((1 << 63) - 1),
                "i64_and_one": str(1 << 63),
                "u64": str((1 << 64) - 1),
                "u64_and_one": str(1 << 64),
                "u64_wraps": str((1 << 64) + int(TIMESTAMP)),
                "64_kib": "1" * 65_536,
                "fullwidth": "".join(chr(0xFF10 + int(digit)) for digit in TIMESTAMP),
                "arabic": "".join(chr(0x660 + int(digit)) for digit in TIMESTAMP),
                "encoded_twice": "%2531" + TIMESTAMP[1:],
                "not_utf8": b"\xff" + TIMESTAMP.encode(),
            }.items()
        },
        **{
            f"nonce_{how}": changed("nonce", value)
            for how, value in {
                "empty": "",
                "plus": "a+b",
                "space": "a%20b",
                "point": "a.b",
                "tilde": "a~b",
                "slash": "a%2Fb",
                "equals": "a=b",
                "quote": "%22",
                "lt": "%3Ca%3E",
                "nul": "a%00b",
                "line_feed": "a%0Ab",
                "non_ascii": "%E4%BD%A0",
                "non_ascii_raw": "你",
                "fullwidth": "\uff11",
                "non_bmp": "\U0001f642",
                "64_kib": "1" * 65_536,
                "not_utf8": b"\xff",
                "latin1": b"\xe9",
            }.items()
        },
        "signature_only": without("msg_signature"),
        "signature_for_msg_signature": without("msg_signature", "encrypt_type"),
    }
    for name, written in bad.items():
        yield received(name, written, MALFORMED_QUERY)

    msg_signature = right["msg_signature"]
    for name, value in {
        "upper_case": msg_signature.upper(),
        "one_upper_case": msg_signature.replace("a", "A", 1).replace("b", "B", 1),
        "39": msg_signature[:-1],
        "41": msg_signature + "0",
        "empty": "",
        "zeros": "0" * 40,
        "the_signature": signature,
        "space_before": "%20" + msg_signature,
        "space_behind": msg_signature + "%20",
        "plus_behind": msg_signature + "+",
        "nul_behind": msg_signature + "%00",
        "nul_for_last": msg_signature[:-1] + "%00",
        "not_hexadecimal": "g" * 40,
        "fullwidth": "".join(chr(ord(c) + 0xFEE0) for c in msg_signature),
        "non_ascii": "你" * 40,
        "64_kib": "0" * 65_536,
        "reversed": msg_signature[::-1],
        "last_differs": msg_signature[:-1] + ("0" if msg_signature[-1] != "0" else "1"),
        "sha256": hashlib.sha256(encrypt.encode()).hexdigest(),
    }.items():
        yield received(f"msg_signature_{name}", changed("msg_signature", value), MISMATCH)
        if "%" not in value and value.isascii():
            yield Case(
                family, f"msg_signature_{name}", "decrypt", MISMATCH, body=body, msg_signature=value
            )

    # Signed for what they are, so that nothing but grammar and time can refuse them.
    for name, timestamp, outcome in (
        ("300_before", str(NOW - 300), XML),
        ("301_before", str(NOW - 301), STALE),
        ("300_after", str(NOW + 300), XML),
        ("301_after", str(NOW + 301), STALE),
        ("zero", "0", STALE),
        ("ten_zeros", "0" * 10, STALE),
        ("nine_digits", TIMESTAMP[:-1], STALE),
        ("leading_zero", "0" + TIMESTAMP, STALE),
        ("leading_zero_of_ten", "0" + TIMESTAMP[:-1], STALE),
        ("three_leading_zeros", "000" + TIMESTAMP, STALE),
        ("milliseconds", TIMESTAMP + "000", STALE),
        ("ten_nines", "9" * 10, STALE),
        ("thirteen_nines", "9" * 13, STALE),
        ("fourteen_digits", TIMESTAMP + "0000", MALFORMED_QUERY),
        ("minus", "-" + TIMESTAMP, MALFORMED_QUERY),
        ("i64", str((1 << 63) - 1), MALFORMED_QUERY),
        ("u64", str((1 << 64) - 1), MALFORMED_QUERY),
        ("u64_and_one", str(1 << 64), MALFORMED_QUERY),
        ("empty", "", MALFORMED_QUERY),
    ):
        signed = query_of(encrypt, timestamp=timestamp)
        yield received(f"signed_timestamp_{name}", signed, outcome)
        # The lower floor knows no time.
        lower = XML if outcome == STALE else outcome
        msg_signature = sign(encrypt, timestamp=timestamp)
        yield Case(
            family, f"signed_timestamp_{name}", "decrypt", lower, body=body,
            msg_signature=msg_signature, timestamp=timestamp,
        )  # fmt: skip
    for name, nonce, outcome in (
        ("1", "-", XML),
        ("63", "n" * 63, XML),
        ("64", "n" * 64, MALFORMED_QUERY),
        ("65", "n" * 65, MALFORMED_QUERY),
        ("64_kib", "n" * 65_536, MALFORMED_QUERY),
        ("empty", "", MALFORMED_QUERY),
        ("every_character", "AZaz09_-", XML),
        ("looks_like_a_number", "1e9", XML),
        ("point", "a.b", MALFORMED_QUERY),
        ("plus", "a+b", MALFORMED_QUERY),
        ("slash", "a/b", MALFORMED_QUERY),
        ("equals", "a=", MALFORMED_QUERY),
        ("space", "a b", MALFORMED_QUERY),
        ("line_feed", "a\n", MALFORMED_QUERY),
        ("non_ascii", "你", MALFORMED_QUERY),
        ("cdata_end", "]]>", MALFORMED_QUERY),
        ("quote", '"', MALFORMED_QUERY),
    ):
        signed = query_of(encrypt, nonce=nonce)
        yield received(f"signed_nonce_{name}", signed, outcome)
        yield Case(
            family, f"signed_nonce_{name}", "decrypt", outcome, body=body,
            msg_signature=sign(encrypt, nonce=nonce), nonce=nonce,
        )  # fmt: skip

    for method in (
        "",
        "get",
        "Post",
        "PUT",
        "HEAD",
        "OPTIONS",
        "POST ",
        " POST",
        "P\u00d6ST",
        "G" * 65_536,
    ):
        yield received(f"method_{method[:9]}", query, Refused("UnknownMethod"), method=method)
    # As a push, a GET has no echostr; as a URL check, a POST has no body.
    yield received("method_GET", query, MALFORMED_QUERY, method="GET")

    # A URL check of WeChat, whose echostr goes back as it came.
    stamped = reference.write_query(
        {"signature": signature, "timestamp": TIMESTAMP, "nonce": NONCE}
    )

    def echoed(name: str, written: Written, outcome: Outcome) -> Case:
        checking = [(stamped.encode() + b"&echostr=", 1), *_recipe(written)]
        return Case(family, f"url_check_{name}", "receive", outcome, method="GET", query=checking)

    for name, written, outcome in (
        ("digits", ECHO, ECHO),
        ("empty", "", ""),
        ("plus", "a+b", "a+b"),
        ("percent_plus", "a%2Bb", "a+b"),
        ("percent_space", "a%20b", "a b"),
        ("encoded_twice", "a%252Bb", "a%2Bb"),
        ("equals", "a=b==", "a=b=="),
        ("markup", "%3Cscript%3E", "<script>"),
        ("line_feeds", "a%0D%0Ab", "a\r\nb"),
        ("nul", "a%00b", "a\0b"),
        ("non_ascii", "%E4%BD%A0", "你"),
        ("non_ascii_raw", "你", "你"),
        ("semicolon", "a;b", "a;b"),
        ("question_mark", "?a?", "?a?"),
        ("64_kib", [(b"1", 65_536)], "1" * 65_536),
        ("64_kib_encoded", [(b"%31", 65_536)], "1" * 65_536),
        ("not_utf8", "%ff", MALFORMED_QUERY),
        ("broken_percent", "%", MALFORMED_QUERY),
        ("twice", "1&echostr=1", MALFORMED_QUERY),
    ):
        yield echoed(name, written, outcome)
    yield Case(family, "url_check_missing", "receive", MALFORMED_QUERY, method="GET", query=stamped)


# Messages


def messages() -> Iterator[Case]:
    """What stands inside a seal that is in order, read as a message."""
    family = "messages"

    def sealed(name: str, message: str | bytes, outcome: Outcome, call: str = "message") -> Case:
        encrypt = seal(message)
        # In the other format's envelope: the message tells its own.
        body = json_body(encrypt) if message[:1] in ("<", b"<") else xml_body(encrypt)
        return Case(family, name, call, outcome, query=query_of(encrypt), body=body)

    def flat(document: Written, child: str) -> bytes:
        return b"".join(piece * times for piece, times in filled(document, child))

    # Whoever reads the header stops when it has three fields: with one, the whole message is read.
    for name, document, right in xml_documents():
        message = flat(document, "<MsgType>text</MsgType>")
        if not right:
            yield sealed(f"xml_{name}", message, MALFORMED_MESSAGE)
        else:
            # The view is another for each; that it is a message is enough here, and the bytes are whole.
            yield sealed(f"xml_{name}", message, message, "receive")
    for name, document, right in json_documents():
        message = flat(document, '"MsgType":"text"')
        if not right:
            yield sealed(f"json_{name}", message, MALFORMED_MESSAGE)
        else:
            yield sealed(f"json_{name}", message, message, "receive")

    views = {
        "xml": (XML, JSON.replace("6054768590064713728", '"6054768590064713728"')),
        "json": (JSON, JSON.replace("6054768590064713728", '"6054768590064713728"')),
        "cdata_split": ("<xml><A>a<![CDATA[b]]>c<!-- d --><![CDATA[]]>e</A></xml>", '{"A":"abce"}'),
        "cdata_with_tags": ("<xml><A><![CDATA[</A><B>&lt;]]></A></xml>", '{"A":"</A><B>&lt;"}'),
        "cdata_end": ("<xml><A><![CDATA[]]]]><![CDATA[>]]></A></xml>", '{"A":"]]>"}'),
        "references": (
            "<xml><A>&#x1F642;&#13;&#10;&amp;lt;</A></xml>",
            '{"A":"\U0001f642\\r\\n&lt;"}',
        ),
        "white_space": ("<xml><A> \t\n</A></xml>", '{"A":" \\t\\n"}'),
        "empty_fields": ("<xml><A/><B></B></xml>", '{"A":"","B":""}'),
        "nested": ("<xml><A><B><C>1</C></B></A></xml>", '{"A":{"B":{"C":"1"}}}'),
        "repeated_xml": ("<xml><A>1</A><A>2</A></xml>", '{"A":["1","2"]}'),
        "repeated_json": ('{"A":"1","A":"2"}', '{"A":["1","2"]}'),
        "repeated_escaped": ('{"A":"1","\\u0041":"2"}', '{"A":["1","2"]}'),
        "list_of_one": ("<xml><List><A>1</A></List></xml>", '{"List":[{"A":"1"}]}'),
        "nul": ('{"A":"a\\u0000b"}', '{"A":"a\\u0000b"}'),
        "escapes": (r'{"A":"\/\b\f\u00e9\ud83d\ude42"}', '{"A":"/\\b\\f\xe9\U0001f642"}'),
        "integer_of_10000_digits": (f'{{"A":{"9" * 10_000}}}', f'{{"A":"{"9" * 10_000}"}}'),
        "exponent": (
            '{"A":1e400,"B":1E-5,"C":-0,"D":1.50}',
            '{"A":"1e400","B":"1E-5","C":"-0","D":"1.50"}',
        ),
        "create_time": ('{"CreateTime":9007199254740991}', '{"CreateTime":9007199254740991}'),
        "create_time_beyond": (
            '{"CreateTime":9007199254740992}',
            '{"CreateTime":"9007199254740992"}',
        ),
        "create_time_u64": (
            '{"CreateTime":18446744073709551616}',
            '{"CreateTime":"18446744073709551616"}',
        ),
        "create_time_as_text": ('{"CreateTime":"1714112440"}', '{"CreateTime":1714112440}'),
        "create_time_leading_zero": (
            "<xml><CreateTime>01</CreateTime></xml>",
            '{"CreateTime":"01"}',
        ),
        "create_time_signed": ("<xml><CreateTime>+1</CreateTime></xml>", '{"CreateTime":"+1"}'),
        "create_time_negative": ("<xml><CreateTime>-1</CreateTime></xml>", '{"CreateTime":-1}'),
        "create_time_fullwidth": (
            "<xml><CreateTime>\uff11</CreateTime></xml>",
            '{"CreateTime":"\uff11"}',
        ),
        "msg_id_beyond_a_double": ('{"MsgId":9007199254740993}', '{"MsgId":"9007199254740993"}'),
        "names": ('{"__proto__":{"a":"1"},"":"2","toString":"3"}',) * 2,
        "no_members": ("{}", "{}"),
        "no_fields": ("<xml/>", "{}"),
        "bom": ("\ufeff{}", "{}"),
    }
    for name, (message, view) in views.items():
        yield sealed(f"view_{name}", message, view, "message")

    for name, message in {
        "empty": "",
        "white_space": " \r\n",
        "success": "success",
        "text_in_root": "<xml>text</xml>",
        "text_beside_elements": "<xml><A>text<B/></A></xml>",
        "nul": "\0",
        "random": bytes(range(256)),
    }.items():
        yield sealed(f"no_message_{name}", message, MALFORMED_MESSAGE)

    # What only servers send: a reply that somebody captured.
    for name, message in {
        "widget_data": '{"MsgType":"widget_data"}',
        "transfer": '{"MsgType":"transfer_customer_service"}',
        "escaped": r'{"MsgType":"widget\u005fdata"}',
        "name_escaped": r'{"Msg\u0054ype":"widget_data"}',
        "first_of_two": '{"MsgType":"widget_data","MsgType":"text"}',
        "in_array": '{"MsgType":["widget_data","text"]}',
        "behind_empty_array": '{"MsgType":[],"MsgType":"widget_data"}',
        "xml": "<xml><MsgType>widget_data</MsgType></xml>",
        "cdata_split": "<xml><MsgType>widget<![CDATA[_data]]></MsgType></xml>",
        "comment": "<xml><MsgType>widget<!-- -->_data</MsgType></xml>",
        "reference": "<xml><MsgType>widget&#95;data</MsgType></xml>",
        "xml_first_of_two": "<xml><MsgType>widget_data</MsgType><MsgType>text</MsgType></xml>",
        "bom": '\ufeff{"MsgType":"widget_data"}',
    }.items():
        yield sealed(f"reflected_{name}", message, MALFORMED_MESSAGE, "receive")
    for name, message in {
        "second_of_two": '{"MsgType":"text","MsgType":"widget_data"}',
        "below": '{"A":{"MsgType":"widget_data"},"MsgType":"text"}',
        "xml_below": "<xml><A><MsgType>widget_data</MsgType></A><MsgType>text</MsgType></xml>",
        "xml_in_comment": "<xml><!--<MsgType>widget_data</MsgType>--><MsgType>text</MsgType></xml>",
        "another_case": '{"MsgType":"Widget_Data"}',
    }.items():
        yield sealed(f"not_reflected_{name}", message, message, "receive")

    for kind, message in (
        ("xml", XML.replace(">a<", "><![CDATA[你]]><")),
        ("json", JSON.replace('"a"', '"你\\u4f60"')),
    ):
        data = message.encode()
        for end in range(len(data)):
            yield sealed(f"{kind}_cut_{end:03}_of_{len(data)}", data[:end], MALFORMED_MESSAGE)
    for kind, before, behind in (("xml", "<xml><A>", "</A></xml>"), ("json", '{"A":"', '"}')):
        message = before + "a" * (2 * MIB) + behind
        case = sealed(f"{kind}_of_2_mib", message, '{"A":"' + "a" * (2 * MIB) + '"}', "message")
        yield replace(case, seconds=LARGE)


# The search widget


def widgets() -> Iterator[Case]:
    """The `Query` of a `wxa_widget_data` event, JSON inside JSON, as `widget_query` reads it."""
    family = "widgets"

    def asked(name: str, query: str, outcome: Refused | Json) -> Iterator[Case]:
        event = {"MsgType": "event", "Event": "wxa_widget_data", "Query": query}
        xml = "".join(
            f"<{tag}><![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]></{tag}>"
            for tag, value in event.items()
        )
        written = {"json": json.dumps(event), "xml": f"<xml>{xml}</xml>"}
        for kind, message in written.items():
            if kind == "xml" and any(character < " " for character in query):
                continue
            encrypt = seal(message)
            found = outcome if isinstance(outcome, Refused) else {**outcome, "raw": query}
            yield Case(
                family, f"{name}_{kind}", "widget", found,
                query=query_of(encrypt), body=xml_body(encrypt),
            )  # fmt: skip

    def read(
        type: int | None = None,
        slots: dict[str, str] | None = None,
        longitude: float | None = None,
        latitude: float | None = None,
    ) -> Json:
        return {"type": type, "slots": slots or {}, "longitude": longitude, "latitude": latitude}

    slot = '{"key":"a","value":"b"}'
    for name, query, outcome in (
        ("right", f'{{"type":1,"slot_list":[{slot}],"longitude":113.5,"latitude":-23.25}}',
         read(1, {"a": "b"}, 113.5, -23.25)),
        ("backslashes", f'{{"type":1,"slot_list":[{slot}]}}'.replace('"', r"\""), read(1, {"a": "b"})),
        ("empty_object", "{}", read()),
        ("cdata_end", '{"slot_list":[{"key":"]]>","value":"<b>&amp;"}]}', read(slots={"]]>": "<b>&amp;"})),
        ("proto", '{"slot_list":[{"key":"__proto__","value":"a"}]}', read(slots={"__proto__": "a"})),
        ("first_of_two", f'{{"slot_list":[{slot},{{"key":"a","value":"c"}}]}}', read(slots={"a": "b"})),
        ("nul", r'{"slot_list":[{"key":"a","value":"\u0000"}]}', read(slots={"a": "\0"})),
        ("nan", '{"longitude":"NaN","latitude":"inf"}', read()),
        ("beyond_a_double", '{"longitude":1e999,"latitude":-1e999}', read()),
        ("type_beyond_64_bits", '{"type":9223372036854775808}', read()),
        ("many_slots", '{"slot_list":[' + ",".join([slot] * 5_000) + "]}", read(slots={"a": "b"})),
        ("bare_value", "1", MALFORMED_MESSAGE),
        ("empty", "", MALFORMED_MESSAGE),
        ("array", "[]", MALFORMED_MESSAGE),
        ("null", "null", MALFORMED_MESSAGE),
        ("cut", '{"type":1', MALFORMED_MESSAGE),
        ("behind", '{"type":1}}', MALFORMED_MESSAGE),
        ("trailing_comma", '{"type":1,}', MALFORMED_MESSAGE),
        ("slots_are_an_object", '{"slot_list":{}}', MALFORMED_MESSAGE),
        ("slot_is_a_number", '{"slot_list":[1]}', MALFORMED_MESSAGE),
        ("slot_without_key", '{"slot_list":[{"value":"a"}]}', MALFORMED_MESSAGE),
        ("lone_surrogate", r'{"slot_list":[{"key":"a","value":"\ud800"}]}', MALFORMED_MESSAGE),
        ("depth_10000", "[" * 10_000 + "]" * 10_000, MALFORMED_MESSAGE),
        ("depth_10000_inside", '{"slot_list":' + "[" * 10_000 + "]" * 10_000 + "}", MALFORMED_MESSAGE),
        ("xml", "<a/>", MALFORMED_MESSAGE),
    ):  # fmt: skip
        yield from asked(name, query, outcome)


FAMILIES = (frames, xml_envelopes, json_envelopes, base64_texts, queries, messages, widgets)


def main(arguments: Sequence[str]) -> int:
    (path,) = arguments
    seen: set[str] = set()
    # One line feed ends a line on every system, so that the file has the same bytes everywhere.
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        for family in FAMILIES:
            for case in family():
                line = case.to_json()
                if line["id"] in seen:
                    raise ValueError(f"two cases are named {line['id']}")
                seen.add(line["id"])
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
