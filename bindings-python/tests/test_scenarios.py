"""Whole requests, their messages and their answers: every scenario, one test each."""

import json
from typing import Any

import pytest
from vectors import ROOT

import wxseal

Scenario = dict[str, Any]

FILE = ROOT / "tests/scenarios/endpoint.json"
SCENARIOS: list[Scenario] = json.loads(FILE.read_text("utf-8"))["scenarios"]


def endpoint_of(settings: dict[str, Any]) -> wxseal.Endpoint:
    more = {name: settings[name] for name in ("tolerance", "account", "max_body")}
    if "plain" in settings:
        return wxseal.Endpoint.plain(settings["plain"], **more)
    crypts = [
        wxseal.MsgCrypt(
            crypt["token"],
            crypt["encoding_aes_key"],
            crypt["receive_id"],
            dialect=crypt.get("dialect", "wechat"),
        )
        for crypt in settings["crypts"]
    ]
    return wxseal.Endpoint(crypts[0], crypts[1:], **more)


def shown(response: wxseal.Response) -> dict[str, Any]:
    assert ("Content-Type", response.content_type) in response.headers
    return {
        "status": response.status,
        "content_type": response.content_type,
        "body": response.body.decode(),
    }


def check_error(error: wxseal.Error, expected: dict[str, Any]) -> None:
    assert type(error) is getattr(wxseal, expected["name"])
    assert (error.name, error.code) == (expected["name"], expected["code"])
    if "http_status" in expected:
        assert error.http_status == expected["http_status"] == error.response.status


def answer(incoming: wxseal.Incoming, wanted: dict[str, Any]) -> wxseal.Response:
    arguments = dict(wanted.get("arguments", {}))
    if "articles" in arguments:
        arguments["articles"] = [wxseal.Article(**article) for article in arguments["articles"]]
    if wanted["call"] not in ("success", "empty"):
        incoming = incoming.sealing_with(now=wanted["now"], random=wanted["random"].encode())
    response: wxseal.Response = getattr(incoming, wanted["call"])(**arguments)
    return response


def texts(message: dict[str, Any]) -> dict[str, str | None]:
    """Give what `text` says of each field, and of one that is not there."""
    firsts = {
        name: value[0] if isinstance(value, list) and value else value
        for name, value in [*message.items(), ("nothing", None)]
    }
    return {name: value if isinstance(value, str) else None for name, value in firsts.items()}


def check_push(incoming: wxseal.Incoming, expected: dict[str, Any]) -> None:
    assert incoming.format == expected["format"]
    # Compared as text too, since 1 == True and dicts have no order.
    assert incoming.message == expected["message"]
    assert list(incoming.message) == list(expected["message"])
    assert incoming.message_json == json.dumps(
        expected["message"], ensure_ascii=False, separators=(",", ":")
    )
    names = [*expected["message"], "nothing"]
    assert {name: incoming.text(name) for name in names} == texts(expected["message"])
    accessors = expected["accessors"]
    assert {name: getattr(incoming, name) for name in accessors} == accessors
    # The view of a view is itself, so that a cloud function's event says the same.
    event = wxseal.Message.from_cloud_event(incoming.message_json)
    assert {name: event.text(name) for name in names} == texts(expected["message"])
    assert {name: getattr(event, name) for name in accessors} == accessors
    assert incoming.dedup_key == expected["dedup_key"]
    assert incoming.replay_key == expected["replay_key"]
    wanted = expected.get("widget_query")
    if wanted is not None and "error" in wanted:
        with pytest.raises(wxseal.Error) as raised:
            incoming.widget_query()
        check_error(raised.value, wanted["error"])
    elif wanted is not None:
        query = incoming.widget_query()
        assert {name: getattr(query, name) for name in wanted} == wanted
        assert list(query.slots) == list(wanted["slots"])
    for wanted in expected.get("answers", ()):
        if "error" in wanted:
            with pytest.raises(wxseal.Error) as raised:
                answer(incoming, wanted)
            check_error(raised.value, wanted["error"])
        else:
            assert shown(answer(incoming, wanted)) == wanted["response"], wanted["call"]


@pytest.mark.parametrize("scenario", [pytest.param(s, id=s["id"]) for s in SCENARIOS])
def test_scenario(scenario: Scenario) -> None:
    endpoint = endpoint_of(scenario["endpoint"])
    method, query, body = (scenario["request"][name] for name in ("method", "query", "body"))
    now, expected = scenario["now"], scenario["expected"]
    if "diagnose" in scenario:
        findings = endpoint.diagnose(method, query, body.encode(), now=now)
        assert [finding.name for finding in findings] == scenario["diagnose"]
    if "error" in expected:
        with pytest.raises(wxseal.Error) as raised:
            endpoint.receive(method, query, body.encode(), now=now)
        check_error(raised.value, expected["error"])
        return
    incoming = endpoint.receive(method, query, body.encode(), now=now)
    assert incoming.kind == expected["kind"]
    if incoming.kind == "url_check":
        assert shown(incoming.response) == expected["response"]
    else:
        check_push(incoming, expected)
