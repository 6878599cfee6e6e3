"""Writes tests/scenarios/endpoint.json as a table for scenarios.cpp, which has no reader for JSON.

`python3 tests/c/scenarios.py FILE` writes the rows to FILE.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SCENARIOS = Path(__file__).resolve().parent.parent / "scenarios" / "endpoint.json"


def text(value: str | None) -> str:
    """A literal of C++ that any compiler reads alike, with a NUL inside if need be."""
    if value is None:
        return "std::nullopt"
    # An octal escape ends after three digits, where a hexadecimal one would go on.
    escaped = "".join(
        chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\?' else f"\\{byte:03o}"
        for byte in value.encode()
    )
    return f'"{escaped}"sv'


def compact(value: Any) -> str:
    return text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def braces(items: list[str]) -> str:
    return "{" + ", ".join(items) + "}"


def number(value: int | None) -> str:
    return "std::nullopt" if value is None else f"{value}u"


def error(found: Json | None) -> str:
    if found is None:
        return "std::nullopt"
    status = found.get("http_status", 0)
    return f"Expected{braces([text(found['name']), str(found['code']), str(status)])}"


def response(found: Json | None) -> str:
    if found is None:
        return "std::nullopt"
    return (
        f"Answer{braces([str(found['status']), text(found['content_type']), text(found['body'])])}"
    )


# What only music and the answers to a robot have.
MORE_TEXTS = ("music_url", "hq_music_url", "id", "msg_item", "feedback_id", "card")


def users(userids: list[str] | None) -> str:
    if userids is None:
        return "std::nullopt"
    return f"std::vector<std::string_view>{braces([text(userid) for userid in userids])}"


def first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def integer(value: Any) -> int | None:
    """A whole number of 64 bits, or exactly the digits of one."""
    if isinstance(value, str) and re.fullmatch("0|-?[1-9][0-9]*", value, re.ASCII):
        value = int(value)
    holds = type(value) is int and -(2**63) < value < 2**63
    return value if holds else None


def fields(message: Json) -> str:
    """Each field's name, its text and its integer by the accessors, and its JSON."""
    rows = []
    for name, value in [*message.items(), ("nothing", None)]:
        single = first(value)
        number = integer(single)
        rows.append(
            braces(
                [
                    text(name),
                    text(single if isinstance(single, str) else None),
                    "std::nullopt" if number is None else f"{number}",
                    compact(value),
                ]
            )
        )
    return braces(rows)


def accessors(says: Json) -> str:
    seconds = says.get("create_time")
    names = ("to_user_name", "from_user_name", "msg_type", "event", "msg_id", "info_type")
    return braces(
        [
            *(text(says.get(name)) for name in names),
            "std::nullopt" if seconds is None else str(seconds),
        ]
    )


def call(answer: Json) -> str:
    arguments = answer["arguments"]
    articles = [
        braces([text(article[name]) for name in ("title", "description", "pic_url", "url")])
        for article in arguments.get("articles", [])
    ]
    return braces(
        [
            text(answer["call"]),
            text(
                next(
                    (
                        arguments[name]
                        for name in ("content", "media_id", "thumb_media_id", "message")
                        if name in arguments
                    ),
                    "",
                )
            ),
            text(arguments.get("title")),
            text(arguments.get("description")),
            braces(articles),
            braces(
                [text(arguments.get(name, "" if name == "id" else None)) for name in MORE_TEXTS]
            ),
            "true" if arguments.get("finish") else "false",
            users(arguments.get("userids")),
            text(arguments.get("kf_account")),
            f"{arguments.get('lifespan', 0)}u",
            text(arguments.get("data", "")),
            str(arguments.get("err_code", 0)),
            text(arguments.get("err_msg", "")),
            f"{answer['now']}u",
            text(answer["random"]),
            response(answer.get("response")),
            error(answer.get("error")),
        ]
    )


def row(scenario: Json) -> str:
    endpoint, request, expected = scenario["endpoint"], scenario["request"], scenario["expected"]
    crypts = [
        braces(
            [
                *(text(crypt[name]) for name in ("token", "encoding_aes_key", "receive_id")),
                f"wxseal::Dialect::{crypt['dialect']}",
            ]
        )
        for crypt in endpoint.get("crypts", [])
    ]
    query = expected.get("widget_query")
    diagnose = scenario.get("diagnose")
    return braces(
        [
            text(scenario["id"]),
            braces(crypts),
            text(endpoint.get("plain")),
            number(endpoint["tolerance"]),
            text(endpoint["account"]),
            number(endpoint["max_body"]),
            text(request["method"]),
            text(request["query"]),
            text(request["body"]),
            f"{scenario['now']}u",
            error(expected.get("error")),
            response(expected.get("response")),
            text(expected.get("format", "")),
            compact(expected.get("message")),
            fields(expected.get("message", {})),
            accessors(expected.get("accessors", {})),
            text(expected.get("dedup_key", "")),
            text(expected.get("replay_key", "")),
            "std::nullopt" if query is None or "error" in query else compact(query),
            error(query.get("error") if query else None),
            braces([call(answer) for answer in expected.get("answers", [])]),
            "std::nullopt"
            if diagnose is None
            else f"std::vector<std::string_view>{braces([text(name) for name in diagnose])}",
        ]
    )


if __name__ == "__main__":
    scenarios = json.loads(SCENARIOS.read_text(encoding="utf-8"))["scenarios"]
    Path(sys.argv[1]).write_text("".join(f"{row(one)},\n" for one in scenarios), encoding="utf-8")
