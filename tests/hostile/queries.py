"""Repeats, percent-encoding, timestamps, nonces and signatures beside their grammar; and methods."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import wechat_reference as reference
from case import (
    MALFORMED_QUERY,
    MISMATCH,
    NOW,
    STALE,
    TIMESTAMP,
    UNKNOWN_METHOD,
    Case,
    Outcome,
    Written,
    recipe,
)
from sealing import ECHO, XML, parameters, query_of, seal, sign, xml_body

ENCRYPT = seal(XML)
BODY = xml_body(ENCRYPT)
RIGHT = parameters(ENCRYPT)
QUERY = reference.write_query(RIGHT)


def cases() -> Iterator[Case]:
    for queries, outcome in (
        (in_order(), XML),
        (malformed(), MALFORMED_QUERY),
        (beside_their_grammar(), MALFORMED_QUERY),
    ):
        for name, query in queries.items():
            yield received(name, query, outcome)
    yield from msg_signatures()
    yield from signed_timestamps()
    yield from signed_nonces()
    yield from methods()
    yield from url_checks()


def received(name: str, query: Written, outcome: Outcome, **more: Any) -> Case:
    return Case(name, "receive", outcome, query=query, body=BODY, **more)


def without(*names: str) -> str:
    return reference.write_query({n: v for n, v in RIGHT.items() if n not in names})


def changed(name: str, written: str | bytes) -> bytes:
    """The query with one value as it goes over the wire."""
    value = written.encode() if isinstance(written, str) else written
    return without(name).encode() + b"&" + name.encode() + b"=" + value


def in_order() -> dict[str, Written]:
    return {
        "as_it_comes": QUERY,
        "question_mark": "?" + QUERY,
        "reversed": "&".join(reversed(QUERY.split("&"))),
        "ampersands": "&&" + QUERY.replace("&", "&&") + "&",
        "names_encoded": QUERY.replace("nonce", "%6eonce").replace("timestamp", "%74%69mestamp"),
        "values_encoded": "&".join(
            f"{name}=" + "".join(f"%{byte:02x}" for byte in value.encode())
            for name, value in RIGHT.items()
        ),
        "without_signature": without("signature"),
        "without_encrypt_type": without("encrypt_type"),
        "encrypt_type_raw": changed("encrypt_type", "raw"),
        "another_signature": changed("signature", "0" * 40),
        "other_repeated": QUERY + "&openid=o2&openid=o3&a=1&a=2",
        "other_without_value": "a&b=&=c&" + QUERY,
        "other_broken_percent": "a=%&b=%f&%=1&%zz=2&" + QUERY,
        "other_not_utf8": "a=%ff&%ff=1&" + QUERY,
        "other_nul": "a=%00&%00=1&" + QUERY,
        "other_array": "nonce[]=1&nonce[a]=2&" + QUERY,
        "other_case": "NONCE=1&Timestamp=2&" + QUERY,
        "other_long": [(b"a=", 1), (b"b", 65_536), (b"&" + QUERY.encode(), 1)],
        "other_many": [(b"a=b&", 20_000), (QUERY.encode(), 1)],
        "echostr_too": QUERY + "&echostr=1",
        "non_ascii": "a=你&名=1&" + QUERY,
    }


def malformed() -> dict[str, Written]:
    """Queries that are none, and that lack or repeat what must stand there once."""
    return {
        "empty": "",
        "question_mark_alone": "?",
        "ampersand_alone": "&",
        "equals_alone": "=",
        "two_question_marks": "??timestamp=" + TIMESTAMP + "&" + without("timestamp"),
        "fragment": "#" + without("signature"),
        "semicolons": QUERY.replace("&", ";"),
        "ampersands_escaped": QUERY.replace("&", "&amp;"),
        "ampersands_encoded": QUERY.replace("&", "%26"),
        "equals_encoded": QUERY.replace("=", "%3D"),
        "names_encoded_twice": QUERY.replace("nonce", "%256eonce"),
        "names_upper_case": QUERY.upper(),
        "name_array": QUERY.replace("nonce=", "nonce[]="),
        "name_spaced": QUERY.replace("nonce=", "nonce%20="),
        "name_with_nul": QUERY.replace("nonce=", "nonce%00="),
        "name_fullwidth": QUERY.replace("nonce=", "\uff4eonce="),
        "name_broken_percent": QUERY.replace("nonce=", "nonce%="),
        "name_overlong": QUERY.replace("nonce=", "%c1%aeonce="),
        "nul_first": "\0" + without("signature"),
        "json": json.dumps(RIGHT),
        **{f"{name}_missing": without(name) for name in ("timestamp", "nonce", "msg_signature")},
        **{f"{name}_without_equals": without(name) + "&" + name for name in ("timestamp", "nonce")},
        **{
            f"{name}_twice{how}": QUERY + "&" + again
            for name in ("signature", "msg_signature", "timestamp", "nonce", "encrypt_type")
            for how, again in (
                ("", f"{name}={RIGHT[name]}"),
                ("_differing", f"{name}=1"),
                ("_empty", f"{name}="),
                ("_without_equals", name),
                ("_encoded", f"%{ord(name[0]):02x}{name[1:]}={RIGHT[name]}"),
                ("_encoded_upper_case", f"{name[:-1]}%{ord(name[-1]):02X}={RIGHT[name]}"),
            )
        },
        "echostr_twice": QUERY + "&echostr=1&echostr=1",
    }


def beside_their_grammar() -> dict[str, Written]:
    """Broken percent-encoding, and what is no timestamp or nonce."""
    return {
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
    }


def msg_signatures() -> Iterator[Case]:
    """No signature, and signatures of something else."""
    for name, others in (
        ("signature_only", without("msg_signature")),
        ("signature_for_msg_signature", without("msg_signature", "encrypt_type")),
    ):
        yield received(name, others, MALFORMED_QUERY)
    msg_signature = RIGHT["msg_signature"]
    for name, value in {
        "upper_case": msg_signature.upper(),
        "one_upper_case": msg_signature.replace("a", "A", 1).replace("b", "B", 1),
        "39": msg_signature[:-1],
        "41": msg_signature + "0",
        "empty": "",
        "zeros": "0" * 40,
        "the_signature": RIGHT["signature"],
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
        "sha256": hashlib.sha256(ENCRYPT.encode()).hexdigest(),
    }.items():
        yield received(f"msg_signature_{name}", changed("msg_signature", value), MISMATCH)
        if "%" not in value and value.isascii():
            yield Case(f"msg_signature_{name}", "decrypt", MISMATCH, body=BODY, msg_signature=value)


def signed(name: str, outcome: Outcome, lower: Outcome, **value: Any) -> Iterator[Case]:
    """A value that is signed for what it is, so that nothing but grammar and time can refuse it."""
    yield received(f"signed_{name}", query_of(ENCRYPT, **value), outcome)
    msg_signature = sign(ENCRYPT, **value)
    yield Case(f"signed_{name}", "decrypt", lower, body=BODY, msg_signature=msg_signature, **value)


def signed_timestamps() -> Iterator[Case]:
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
        # A `MsgCrypt` knows no time.
        lower = XML if outcome == STALE else outcome
        yield from signed(f"timestamp_{name}", outcome, lower, timestamp=timestamp)


def signed_nonces() -> Iterator[Case]:
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
        yield from signed(f"nonce_{name}", outcome, outcome, nonce=nonce)


def methods() -> Iterator[Case]:
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
        yield received(f"method_{method[:9]}", QUERY, UNKNOWN_METHOD, method=method)
    # As a push, a GET has no echostr; as a URL check, a POST has no body.
    yield received("method_GET", QUERY, MALFORMED_QUERY, method="GET")


def url_checks() -> Iterator[Case]:
    """URL checks of WeChat, whose echostr goes back as it came."""
    stamped = reference.write_query(
        {name: RIGHT[name] for name in ("signature", "timestamp", "nonce")}
    )

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
        query = [(stamped.encode() + b"&echostr=", 1), *recipe(written)]
        yield Case(f"url_check_{name}", "receive", outcome, method="GET", query=query)
    yield Case("url_check_missing", "receive", MALFORMED_QUERY, method="GET", query=stamped)
