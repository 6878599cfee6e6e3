"""The classes of errors, against the table that the vectors' schema has."""

import copy
import pickle
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
