"""The classes of errors, against the table that the vectors' schema has."""

import copy
import pickle
import re
from collections.abc import Callable
from typing import Any

import pytest
from vectors import SCHEMA

import wxseal
from wxseal import _wxseal

# The schema lists each name with its number; the classes are made from the core's own list.
TABLE: dict[str, int] = {
    row["properties"]["name"]["const"]: row["properties"]["code"]["const"]
    for row in SCHEMA["$defs"]["error"]["oneOf"]
}
CLASSES: dict[str, type[wxseal.Error]] = {
    name: value
    for name, value in vars(_wxseal).items()
    if isinstance(value, type) and issubclass(value, wxseal.Error)
}


def fail_on_a_key() -> wxseal.InvalidKey:
    with pytest.raises(wxseal.InvalidKey) as raised:
        wxseal.MsgCrypt("token", "A" * 7 + "=" + "A" * 35, "")
    return raised.value


def test_the_table_is_complete() -> None:
    assert len(TABLE) == 12
    assert CLASSES.keys() == TABLE.keys() | {"Error"}


def test_everything_is_exported() -> None:
    assert sorted(wxseal.__all__) == sorted(_wxseal.__all__)
    for module, compiled in [
        (wxseal, _wxseal),
        (wxseal.api, _wxseal.api),
        (wxseal.platform, _wxseal.platform),
    ]:
        names = set(module.__all__) - {"api", "platform"}
        assert names == set(compiled.__all__) - {"api", "platform"}
        assert all(getattr(module, name) is getattr(compiled, name) for name in names)


@pytest.mark.parametrize("name", TABLE)
def test_a_class_is_its_row(name: str) -> None:
    error = CLASSES[name]
    assert issubclass(error, wxseal.Error)
    assert (error.name, error.code) == (name, TABLE[name])
    assert error.http_status in (400, 403, 500)
    assert (error.__name__, error.__module__) == (name, "wxseal")


def test_wrong_settings_are_value_errors() -> None:
    value_errors = {name for name, error in CLASSES.items() if issubclass(error, ValueError)}
    assert value_errors == {"InvalidKey", "InvalidConfig"}


def test_a_key_s_error_has_the_position() -> None:
    error = fail_on_a_key()
    assert error.position == 7
    assert str(error).endswith("; look at offset 7 (-40004)")


CRYPT = wxseal.MsgCrypt("token", "A" * 43, "wx1")
ENDPOINT = wxseal.Endpoint(CRYPT)
untyped: Any = wxseal

SETTINGS: list[tuple[str, Callable[[], object]]] = [
    ("token", lambda: wxseal.MsgCrypt("", "A" * 43, "wx1")),
    ("token", lambda: wxseal.Endpoint.plain("\ud800")),
    ("token", lambda: wxseal.verify_signature(" ", signature="", timestamp="1", nonce="1")),
    ("token", lambda: wxseal.platform.url_check("token ", "1")),
    ("token", lambda: wxseal.platform.plain_push("\n", "{}")),
    ("receive_id", lambda: wxseal.MsgCrypt("token", "A" * 43, "wx1 ")),
    ("receive_id", lambda: wxseal.MsgCrypt("token", "A" * 43, "\ud800")),
    ("account", lambda: wxseal.Endpoint(CRYPT, account="\ud800")),
    ("format", lambda: untyped.platform.push(CRYPT, "{}", format="yaml")),
    ("format", lambda: untyped.MsgCrypt.encrypt(CRYPT, "{}", format="\ud800")),
    ("dialect", lambda: untyped.MsgCrypt("token", "A" * 43, "wx1", dialect="weibo")),
    ("tolerance", lambda: wxseal.Endpoint(CRYPT, tolerance=-1)),
    ("tolerance", lambda: wxseal.Endpoint.plain("token", 1 << 64)),
    ("max_body", lambda: wxseal.MsgCrypt("token", "A" * 43, "wx1", max_body=-1)),
    ("max_body", lambda: wxseal.Endpoint(CRYPT, max_body=-1)),
    ("random", lambda: CRYPT.encrypt("{}", random=bytes(15))),
    ("random", lambda: wxseal.platform.push(CRYPT, "{}", random=b"")),
    ("now", lambda: ENDPOINT.receive("GET", "", now=-1)),
    ("now", lambda: ENDPOINT.diagnose("GET", "", now=-1)),
    ("now", lambda: wxseal.RecentKeys().claim("key", now=1 << 64)),
    ("claim_for", lambda: wxseal.RecentKeys(-1)),
    ("keep_for", lambda: wxseal.RecentKeys(keep_for=-1)),
    ("max_entries", lambda: wxseal.RecentKeys(max_entries=-1)),
    ("max_bytes", lambda: wxseal.RecentKeys(max_bytes=-1)),
    ("path", lambda: wxseal.api.get("//example.com", {})),
    ("path", lambda: wxseal.api.post("\ud800", "A", {})),
    ("argument", lambda: wxseal.api.get("/a", {"access_token": "\ud800"})),
    ("argument", lambda: wxseal.api.post("/a", "\ud800", {})),
    ("argument", lambda: wxseal.api.get_access_token("wx1", "\ud800")),
    ("argument", lambda: wxseal.api.msg_sec_check("A", "o1", -1, "")),
    ("argument", lambda: wxseal.RecentKeys().claim("\ud800")),
]


@pytest.mark.parametrize(("setting", "call"), SETTINGS)
def test_a_setting_s_error_says_which(setting: str, call: Callable[[], object]) -> None:
    with pytest.raises(wxseal.InvalidConfig) as raised:
        call()
    assert raised.value.setting == setting
    for again in (copy.copy(raised.value), pickle.loads(pickle.dumps(raised.value))):
        assert (again.setting, str(again)) == (setting, str(raised.value))


def test_every_setting_is_named_and_has_a_sentence_of_its_own() -> None:
    said: dict[str, str] = {}
    for setting, call in SETTINGS:
        with pytest.raises(wxseal.InvalidConfig) as raised:
            call()
        assert said.setdefault(setting, str(raised.value)) == str(raised.value)
    assert len(set(said.values())) == len(said)
    _, listed = (wxseal.InvalidConfig.__doc__ or "").split("says which:")
    assert list(said) == re.findall(r"`(\w+)`", listed)


def test_a_setting_s_error_made_by_hand_is_about_some_argument() -> None:
    error = wxseal.InvalidConfig("no WXSEAL_TOKEN")
    assert (error.setting, str(error)) == ("argument", "no WXSEAL_TOKEN")
    error.setting = "token"
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.setting) == (wxseal.InvalidConfig, "token")
    assert wxseal.InvalidConfig("").setting == "argument"


@pytest.mark.parametrize("name", TABLE)
def test_an_error_has_its_answer(name: str) -> None:
    error: wxseal.Error = CLASSES[name]("as a server of its own would raise it")
    response = error.response
    assert response == wxseal.Response.refusal(error)
    assert response.status == error.http_status
    assert response.content_type == "text/plain; charset=utf-8"
    assert response.headers == [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("X-Content-Type-Options", "nosniff"),
    ]


def test_a_peer_does_not_learn_which_error_it_was() -> None:
    responses = [error("").response for name, error in CLASSES.items() if name != "Error"]
    assert {(r.status, r.body) for r in responses} == {
        (400, b"bad request"),
        (403, b"forbidden"),
        (500, b"internal server error"),
    }


def test_an_unknown_method_is_a_malformed_query() -> None:
    for method in ("PUT", "get", "", "GET\0", "\ud800", "G" * (1 << 20)):
        with pytest.raises(wxseal.MalformedQuery) as raised:
            wxseal.Endpoint.plain("token").receive(method, "")
        error = pickle.loads(pickle.dumps(raised.value))
        assert (error.name, error.code, error.http_status) == ("MalformedQuery", -40001, 405)
        assert (error.response.status, error.response.body) == (405, b"method not allowed")
        assert error.response.headers[-1] == ("Allow", "GET, POST")
    assert wxseal.MalformedQuery.http_status == 400


def test_an_error_of_the_server_s_own() -> None:
    class Own(wxseal.Error):
        pass

    for error in (Own("no number"), wxseal.Error("none at all")):
        assert error.response.status == 500
    wrong: Any
    for wrong in (ValueError(""), None, 400, wxseal.MalformedQuery):
        with pytest.raises(TypeError):
            wxseal.Response.refusal(wrong)


def test_errors_travel_between_processes() -> None:
    error = fail_on_a_key()
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(error, protocol))
        assert type(again) is wxseal.InvalidKey
        assert (str(again), again.position, again.code) == (str(error), 7, -40004)
    assert copy.copy(error).position == 7


def test_an_error_hides_no_other() -> None:
    error = fail_on_a_key()
    assert error.__cause__ is None
    assert error.__context__ is None
