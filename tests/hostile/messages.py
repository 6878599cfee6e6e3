"""What stands inside a seal that is in order, read as a message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import json_documents
import xml_documents
from case import LARGE, MALFORMED_MESSAGE, MIB, Case, Outcome, Recipe
from documents import filled
from sealing import JSON, XML, json_body, query_of, seal, xml_body


def cases() -> Iterator[Case]:
    yield from whole_documents()
    yield from views()
    yield from no_messages()
    yield from reflected()
    yield from cut()
    yield from large()


def sealed(name: str, message: str | bytes, outcome: Outcome, call: str = "message") -> Case:
    encrypt = seal(message)
    # In the other format's envelope: the message tells its own.
    body = json_body(encrypt) if message[:1] in ("<", b"<") else xml_body(encrypt)
    return Case(name, call, outcome, query=query_of(encrypt), body=body)


def flat(pieces: Recipe) -> bytes:
    return b"".join(piece * times for piece, times in pieces)


def whole_documents() -> Iterator[Case]:
    # Whoever reads the header stops when it has three fields: with one, the whole message is read.
    for kind, documents, field in (
        ("xml", xml_documents, "<MsgType>text</MsgType>"),
        ("json", json_documents, '"MsgType":"text"'),
    ):
        for name, pieces in filled(documents.GOOD, field).items():
            # The view is another for each; that it is a message is enough here, and the bytes are whole.
            message = flat(pieces)
            yield sealed(f"{kind}_{name}", message, message, "receive")
        for name, pieces in filled(documents.BAD, field).items():
            yield sealed(f"{kind}_{name}", flat(pieces), MALFORMED_MESSAGE)


def views() -> Iterator[Case]:
    """What a message is as JSON."""
    of_both = JSON.replace("6054768590064713728", '"6054768590064713728"')
    for name, (message, view) in {
        "xml": (XML, of_both),
        "json": (JSON, of_both),
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
    }.items():
        yield sealed(f"view_{name}", message, view)


def no_messages() -> Iterator[Case]:
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


def reflected() -> Iterator[Case]:
    """What only servers send: a reply that somebody captured."""
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


def cut() -> Iterator[Case]:
    """Messages without their end, at every byte."""
    for kind, message in (
        ("xml", XML.replace(">a<", "><![CDATA[你]]><")),
        ("json", JSON.replace('"a"', '"你\\u4f60"')),
    ):
        data = message.encode()
        for end in range(len(data)):
            yield sealed(f"{kind}_cut_{end:03}_of_{len(data)}", data[:end], MALFORMED_MESSAGE)


def large() -> Iterator[Case]:
    for kind, before, behind in (("xml", "<xml><A>", "</A></xml>"), ("json", '{"A":"', '"}')):
        message = before + "a" * (2 * MIB) + behind
        case = sealed(f"{kind}_of_2_mib", message, '{"A":"' + "a" * (2 * MIB) + '"}')
        yield replace(case, seconds=LARGE)
