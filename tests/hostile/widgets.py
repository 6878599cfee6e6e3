"""The `Query` of a `wxa_widget_data` event, JSON inside JSON, as `widget_query` reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from case import MALFORMED_MESSAGE, Case, Json, Refused
from sealing import query_of, seal, xml_body


def cases() -> Iterator[Case]:
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
            body = xml_body(encrypt)
            yield Case(f"{name}_{kind}", "widget", found, query=query_of(encrypt), body=body)

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
