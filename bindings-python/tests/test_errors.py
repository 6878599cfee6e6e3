"""The classes of errors, against the table that the vectors' schema has."""

import copy
import pickle

import pytest
from vectors import SCHEMA

import wxseal
from wxseal import _wxseal

# The schema lists each name with its number; the classes are made from the core's own list.
TABLE: dict[str, int] = {
    row["properties"]["name"]["const"]: row["properties"]["code"]["const"]
    for row in SCHEMA["$defs"]["error"]["oneOf"]
}
CLASSES = {
    name: value
    for name, value in vars(_wxseal).items()
    if isinstance(value, type) and issubclass(value, Exception)
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
    assert all(getattr(wxseal, name) is getattr(_wxseal, name) for name in wxseal.__all__)


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
