"""An argument of a wrong type is a TypeError that names it, and shows its type and no more."""

import inspect
import re
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

import wxseal


class Wrong:
    """What no argument can be, and nobody may show."""

    def __repr__(self) -> str:
        raise AssertionError("shown")


CRYPT = wxseal.MsgCrypt("token", "A" * 43, "wx1")
MESSAGE = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}'
REQUEST = wxseal.platform.push(CRYPT, MESSAGE)
ENDPOINT = wxseal.Endpoint(CRYPT)
PUSH = ENDPOINT.receive(REQUEST.method, REQUEST.query, REQUEST.body)
RECENT = wxseal.RecentKeys()
CLAIM = RECENT.claim("key").claim
OBJECTS: dict[type, object] = {
    type(one): one
    for one in (
        CRYPT,
        ENDPOINT,
        PUSH,
        RECENT,
        CLAIM,
        PUSH.success(),
        wxseal.Message.from_cloud_event("{}"),
    )
}

# Of the right type. Whether it is right otherwise is looked at when all have been read.
RIGHT: dict[str, object] = {
    "also_accept": [CRYPT],
    "articles": [wxseal.Article("")],
    "card": {},
    "claim_for": 5,
    "crypt": CRYPT,
    "dialect": "wechat",
    "err_code": 0,
    "error": wxseal.MalformedQuery(""),
    "event": {},
    "finish": True,
    "force_refresh": False,
    "format": "xml",
    "keep_for": 600,
    "lifespan": 0,
    "max_body": 1,
    "max_entries": 1,
    "max_bytes": 1,
    "media_type": 1,
    "msg_item": [],
    "now": 0,
    "parameters": {},
    "random": bytes(16),
    "response": PUSH.success(),
    "scene": 1,
    "stored": b"",
    "timestamp": "0",
    "tolerance": 300,
    "userids": ["u1"],
}
RIGHT_OF = {"send_customer_message": {"message": wxseal.api.CustomerMessage.text("")}}

MODULES: list[ModuleType] = [wxseal, wxseal.api, wxseal.platform]


def public() -> Iterator[tuple[str, Callable[..., object]]]:
    """Name all that can be called."""
    for module in MODULES:
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isbuiltin(value):
                yield name, value
            elif isinstance(value, type) and not issubclass(value, Exception):
                if "__new__" in vars(value):
                    yield name, value
                for method in vars(value):
                    if not method.startswith("_") and callable(getattr(value, method)):
                        yield f"{name}.{method}", getattr(OBJECTS.get(value, value), method)


CALLS = dict(public())
ARGUMENTS = [(call, name) for call in CALLS for name in inspect.signature(CALLS[call]).parameters]


def call_with(call: str, name: str, value: object) -> object:
    """Call with one argument, and the others right."""
    right = RIGHT | RIGHT_OF.get(call, {})
    names = inspect.signature(CALLS[call]).parameters
    return CALLS[call](**{other: right.get(other, "") for other in names} | {name: value})


def test_everything_public_is_called() -> None:
    assert len(ARGUMENTS) > 150
    assert {"MsgCrypt", "Endpoint.plain", "Incoming.reply_text", "get", "push"} <= CALLS.keys()


def refused(call: str, name: str, value: object) -> str:
    """Give the text of the TypeError; `str`, since later Pythons match a note of PyO3's too."""
    with pytest.raises(TypeError) as raised:
        call_with(call, name, value)
    assert raised.value.__cause__ is None
    return str(raised.value)


@pytest.mark.parametrize(("call", "name"), ARGUMENTS)
def test_a_wrong_type_is_named(call: str, name: str) -> None:
    assert re.fullmatch(rf"{name} must be .*\bWrong\b.*", refused(call, name, Wrong()))


@pytest.mark.parametrize(("call", "name"), ARGUMENTS)
def test_none_is_named_where_it_is_not_taken(call: str, name: str) -> None:
    said = f"{name} must be ?, not None"
    try:
        call_with(call, name, None)
    except TypeError as error:
        said = str(error)
    except (wxseal.Error, wxseal.api.ApiError, RuntimeError):
        pass
    assert re.fullmatch(rf"{name} must be .*, not None", said)


@pytest.mark.parametrize("name", ["token", "encoding_aes_key", "receive_id"])
def test_a_setting_whose_variable_is_not_set(name: str) -> None:
    assert refused("MsgCrypt", name, None) == f"{name} must be a str, not None"
    assert refused("MsgCrypt", name, b"secret") == f"{name} must be a str, not bytes"


@pytest.mark.parametrize("parsed", [{"Encrypt": ""}, [1], None, 1])
@pytest.mark.parametrize(
    "call", ["MsgCrypt.decrypt", "Endpoint.receive", "Endpoint.diagnose", "open_reply", "read"]
)
def test_a_parsed_body_is_not_the_raw_one(call: str, parsed: object) -> None:
    said = r"body must be the raw body, before any parser: .*, not (dict|list|None|int)"
    assert re.fullmatch(said, refused(call, "body", parsed))


@pytest.mark.parametrize(
    ("call", "name", "value", "said"),
    [
        ("Endpoint", "also_accept", [CRYPT, 1], "iterable of MsgCrypt, not int"),
        ("Endpoint", "also_accept", CRYPT, "iterable of MsgCrypt, not MsgCrypt"),
        ("Incoming.reply_news", "articles", [{}], "iterable of Article, not dict"),
        ("Incoming.update_template_card", "userids", ["u1", 1], "iterable of str, not int"),
        ("Incoming.update_template_card", "userids", "u1", "iterable of str, not str"),
        ("Endpoint.receive", "query", {"nonce": 1}, "pairs of str, not int"),
        ("Endpoint.receive", "query", {"nonce": ["1", b"1"]}, "pairs of str, not bytes"),
        ("Endpoint.receive", "query", [("nonce",)], "pairs of str, not tuple"),
        ("get", "parameters", {"openid": None}, "pairs of str, not None"),
        ("get", "parameters", [("openid", "o1", "o2")], "pairs of str, not tuple"),
        ("post", "body", {"a": [{1}]}, "Object of type set is not JSON serializable"),
        (
            "Message.from_cloud_event",
            "event",
            bytearray(b"{}"),
            "bytearray is not JSON serializable",
        ),
        ("MsgCrypt.encrypt", "timestamp", 1.5, r"such as int\(time.time\(\)\), not float"),
        ("MsgCrypt.encrypt", "random", bytearray(16), "16 bytes, not bytearray"),
        ("Response.refusal", "error", wxseal.MalformedQuery, "a wxseal.Error, not type"),
    ],
)
def test_what_is_wrong_may_lie_inside(call: str, name: str, value: object, said: str) -> None:
    assert re.fullmatch(f"{name} must be .*{said}", refused(call, name, value))
