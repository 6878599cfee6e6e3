"""What a scenario cannot hold: Python's own types, on the way in and on the way out."""

import collections
import copy
import hashlib
import inspect
import json
import os
import pickle
import time
import traceback
import types
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, parse_qsl

import pytest
import wechat_reference as reference

import wxseal

TOKEN = "distinctive-token-7f3a"
KEY = "DistinctiveKey0123456789DistinctiveKey01234"
RECEIVE_ID = "wx0123456789abcdef"
SETTINGS = reference.Settings(TOKEN, KEY, RECEIVE_ID)
NOW = 1714112445
FIELDS: dict[str, Any] = {
    "ToUserName": "gh_1",
    "FromUserName": "o1",
    "CreateTime": NOW,
    "MsgType": "text",
    "Content": "distinctive-message",
    "MsgId": 4561255354251345929,
}
TEXT = json.dumps(FIELDS)
WIDGET = json.dumps(
    {
        "ToUserName": "gh_1",
        "FromUserName": "o1",
        "CreateTime": NOW,
        "MsgType": "event",
        "Event": "wxa_widget_data",
        "Query": '{"type":7,"slot_list":[{"key":"b","value":"2"},{"key":"a","value":"1"}],"latitude":23.5}',
        "Scene": 1,
    }
)
# As an HTTP server decodes bytes that are no UTF-8, and half of an emoji.
SURROGATES = ["\udcff", "\ud83d", "a\udc80b"]
WRONG_TYPES: list[Any] = [None, 1, 1.5, object(), ["GET"]]

Request = tuple[str, str, bytes]


@pytest.fixture(scope="module")
def crypt() -> wxseal.MsgCrypt:
    return wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID)


@pytest.fixture(scope="module")
def endpoint(crypt: wxseal.MsgCrypt) -> wxseal.Endpoint:
    return wxseal.Endpoint(crypt)


def sealed(
    message: str, format: str = "json", settings: reference.Settings = SETTINGS, now: int = NOW
) -> Request:
    """Seal a push by the reference."""
    push = reference.seal(
        settings, message.encode(), str(now), "415670741", os.urandom(16), format, "wechat"
    )
    query = f"msg_signature={push.msg_signature}&timestamp={now}&nonce=415670741&openid=o1"
    return "POST", query, push.body.encode()


def opened(
    response: wxseal.Response, settings: reference.Settings = SETTINGS
) -> tuple[bytes, bytes]:
    """Open an answer by the reference; give the message and the random bytes."""
    envelope = reference.read_envelope(response.body)
    assert envelope.msg_signature and envelope.timestamp and envelope.nonce
    frame = reference.open_push(
        settings, envelope.msg_signature, envelope.timestamp, envelope.nonce, response.body
    )
    return frame.message, frame.random


@pytest.fixture
def push(endpoint: wxseal.Endpoint) -> wxseal.Incoming:
    return endpoint.receive(*sealed(TEXT), now=NOW)


@pytest.fixture
def url_check() -> wxseal.Incoming:
    request = wxseal.platform.url_check(TOKEN, "1", timestamp=NOW)
    return wxseal.Endpoint.plain(TOKEN).receive(request.method, request.query, now=NOW)


# Queries


class FirstOnly(dict[str, list[str]]):
    """As the mappings of Flask and Django: one value of each, whatever there was."""

    def items(self) -> Any:
        return {name: values[0] for name, values in super().items()}.items()


class Every(Mapping[str, str]):
    """As the mappings of aiohttp: every pair is an item."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self.pairs = pairs

    def __getitem__(self, name: str) -> str:
        return next(value for key, value in self.pairs if key == name)

    def __iter__(self) -> Iterator[str]:
        return iter(name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def items(self) -> Any:
        return self.pairs


SHAPES: dict[str, Callable[[str], Any]] = {
    "str": str,
    "bytes": str.encode,
    "with a question mark": lambda raw: "?" + raw,
    "parse_qs": parse_qs,
    "tuples": lambda raw: {name: tuple(values) for name, values in parse_qs(raw).items()},
    "dict": lambda raw: dict(parse_qsl(raw)),
    "ordered": lambda raw: collections.OrderedDict(parse_qsl(raw)),
    "proxy": lambda raw: types.MappingProxyType(dict(parse_qsl(raw))),
    "subclass": lambda raw: FirstOnly(parse_qs(raw)),
    "mapping": lambda raw: Every(parse_qsl(raw)),
    "pairs": parse_qsl,
    "iterator of pairs": lambda raw: iter(parse_qsl(raw)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_query_is_raw_or_what_a_framework_made_of_it(
    endpoint: wxseal.Endpoint, shape: str
) -> None:
    method, raw, body = sealed(TEXT)
    query = SHAPES[shape](raw)
    assert endpoint.receive(method, query, body, now=NOW).msg_type == "text"
    assert endpoint.diagnose(method, SHAPES[shape](raw), body, now=NOW) == []


@pytest.mark.parametrize("shape", set(SHAPES) - {"dict", "ordered", "proxy", "subclass"})
@pytest.mark.parametrize("name", ["msg_signature", "timestamp", "nonce"])
def test_a_parameter_that_is_repeated(endpoint: wxseal.Endpoint, shape: str, name: str) -> None:
    method, raw, body = sealed(TEXT)
    raw += f"&{name}={dict(parse_qsl(raw))[name]}"
    with pytest.raises(wxseal.MalformedQuery):
        endpoint.receive(method, SHAPES[shape](raw), body, now=NOW)
    findings = endpoint.diagnose(method, SHAPES[shape](raw), body, now=NOW)
    assert [finding.name for finding in findings] == ["BrokenQuery"]


@pytest.mark.parametrize("name", ["msg_signature", "timestamp", "nonce"])
def test_a_parameter_that_is_missing(endpoint: wxseal.Endpoint, name: str) -> None:
    method, raw, body = sealed(TEXT)
    for missing in (None, [], (), [None]):
        query: Any = dict(parse_qsl(raw)) | {name: missing}
        with pytest.raises(wxseal.MalformedQuery):
            endpoint.receive(method, query, body, now=NOW)
        (finding,) = endpoint.diagnose(method, query, body, now=NOW)
        assert (finding.name, finding.parameter) == ("MissingParameter", name)


@pytest.mark.parametrize("bad", SURROGATES, ids=range(3))
def test_what_is_no_text_matters_where_it_stands(endpoint: wxseal.Endpoint, bad: str) -> None:
    method, raw, body = sealed(TEXT)
    query = dict(parse_qsl(raw))
    written = bad.encode("utf-8", "surrogatepass")
    harmless: list[Any] = [{**query, "openid": bad, bad: "1", "x": ["1", bad]}]
    harmless += [f"{raw}{bad}&{bad}=1", raw.encode() + written, raw.encode() + b"\xff"]
    for given in harmless:
        assert endpoint.receive(method, given, body, now=NOW).msg_type == "text"
    for name in ("msg_signature", "timestamp", "nonce"):
        head, tail = raw.split(f"{name}=")
        broken: list[Any] = [query | {name: bad}, f"{head}{name}={bad}{tail}"]
        broken += [f"{head}{name}=".encode() + written + tail.encode()]
        for given in broken:
            with pytest.raises(wxseal.MalformedQuery):
                endpoint.receive(method, given, body, now=NOW)


def test_a_mapping_is_not_decoded_again(endpoint: wxseal.Endpoint) -> None:
    request = wxseal.platform.url_check(TOKEN, "a+b %41&=?#\0你", timestamp=NOW)
    query = dict(parse_qsl(request.query))
    assert query["echostr"] == "a+b %41&=?#\0你"
    for given in (query, request.query):
        incoming = endpoint.receive("GET", given, now=NOW)
        assert incoming.kind == "url_check"
        assert incoming.response.body.decode() == query["echostr"]


def test_a_query_of_a_wrong_type(endpoint: wxseal.Endpoint) -> None:
    wrong: list[Any] = [
        None,
        1,
        object(),
        bytearray(b"nonce=1"),
        ["nonce"],
        [("nonce",)],
        [("nonce", "1", "2")],
        ["ab"],
        {"nonce": 1},
        {"nonce": b"1"},
        {"nonce": [1]},
        {"nonce": {"1": "2"}},
        {"nonce": {"1"}},
        {1: "1"},
        {b"nonce": "1"},
        [(1, "1")],
    ]
    for query in wrong:
        with pytest.raises(TypeError):
            endpoint.receive("POST", query)
        with pytest.raises(TypeError):
            endpoint.diagnose("POST", query)


def test_what_goes_wrong_in_a_mapping_of_the_caller_s(endpoint: wxseal.Endpoint) -> None:
    def pairs() -> Iterator[tuple[str, str]]:
        yield "nonce", "1"
        raise LookupError("of the caller's own")

    with pytest.raises(LookupError, match="of the caller's own"):
        endpoint.receive("POST", pairs())


# Requests


def test_a_body_is_bytes_like_or_text(endpoint: wxseal.Endpoint) -> None:
    method, query, body = sealed(TEXT)
    payloads: list[Any] = [body, body.decode(), bytearray(body), memoryview(body)]
    for given in payloads:
        assert endpoint.receive(method, query, given, now=NOW).message_bytes == TEXT.encode()
    for wrong in (None, 1, 1.5, [1], object()):
        with pytest.raises(TypeError):
            endpoint.receive(method, query, wrong, now=NOW)  # type: ignore[arg-type]
    with pytest.raises(wxseal.MalformedEnvelope):
        endpoint.receive(method, query, "\ud800", now=NOW)


def test_wrong_types(crypt: wxseal.MsgCrypt, endpoint: wxseal.Endpoint) -> None:
    calls: list[Callable[[Any], object]] = [
        lambda wrong: endpoint.receive(wrong, ""),
        lambda wrong: wxseal.Endpoint(wrong),
        lambda wrong: wxseal.Endpoint(crypt, [wrong]),
        lambda wrong: wxseal.Endpoint.plain(wrong),
    ]
    for call in calls:
        for wrong in [*WRONG_TYPES, b"GET"]:
            with pytest.raises(TypeError):
                call(wrong)
    untyped: Any = wxseal.Endpoint
    for name in ("tolerance", "max_body"):
        for wrong in ("300", 1.5, [300], object()):
            with pytest.raises(TypeError):
                untyped(crypt, **{name: wrong})
    for wrong in (1, b"gh_1", ["gh_1"]):
        with pytest.raises(TypeError):
            untyped(crypt, account=wrong)
    for wrong in ("1", 1.5, time.time()):
        with pytest.raises(TypeError):
            endpoint.receive("GET", "", now=wrong)  # type: ignore[arg-type]
    for also in (crypt, None, 1):
        with pytest.raises(TypeError):
            untyped(crypt, also)
    with pytest.raises(TypeError):
        untyped(crypt, (), 300, "gh_1")


@pytest.mark.parametrize("number", [-1, -(1 << 64), 1 << 64])
def test_impossible_numbers(crypt: wxseal.MsgCrypt, endpoint: wxseal.Endpoint, number: int) -> None:
    for call in (
        lambda: wxseal.Endpoint(crypt, tolerance=number),
        lambda: wxseal.Endpoint(crypt, max_body=number),
        lambda: wxseal.Endpoint.plain(TOKEN, number),
        lambda: endpoint.receive("GET", "", now=number),
        lambda: endpoint.diagnose("GET", "", now=number),
        lambda: wxseal.RecentKeys(number),
        lambda: wxseal.RecentKeys(max_entries=number),
        lambda: wxseal.RecentKeys().claim("k", now=number),
    ):
        with pytest.raises(wxseal.InvalidConfig):
            call()


@pytest.mark.parametrize("token", ["", " ", "a b", "to\0ken", "\ud800"])
def test_a_bad_token(token: str) -> None:
    with pytest.raises(wxseal.InvalidConfig):
        wxseal.Endpoint.plain(token)


def test_the_clock_is_the_system_s_unless_given(endpoint: wxseal.Endpoint) -> None:
    with pytest.raises(wxseal.StaleTimestamp) as raised:
        endpoint.receive(*sealed(TEXT))
    assert raised.value.timestamp == NOW
    assert abs(raised.value.now - time.time()) < 5
    (finding,) = endpoint.diagnose(*sealed(TEXT), now=NOW + 400)
    assert (finding.name, finding.seconds) == ("StaleTimestamp", 400)
    assert repr(finding) == "<wxseal.Finding StaleTimestamp seconds=400>"
    now = int(time.time())
    incoming = endpoint.receive(*sealed(TEXT, now=now))
    reply, _ = opened(incoming.reply_text("x"))
    assert 0 <= json.loads(reply)["CreateTime"] - now < 5


def test_tolerance(crypt: wxseal.MsgCrypt) -> None:
    request = sealed(TEXT)
    for tolerance, accepted, refused in [(0, [0], [1]), (10, [10], [11]), (None, [10**6], [])]:
        endpoint = wxseal.Endpoint(crypt, (), tolerance)
        for late in accepted:
            assert endpoint.receive(*request, now=NOW + late).kind == "push"
        for late in refused:
            with pytest.raises(wxseal.StaleTimestamp):
                endpoint.receive(*request, now=NOW + late)


def test_a_rotation(crypt: wxseal.MsgCrypt) -> None:
    previous = reference.Settings("previous", "B" * 43, RECEIVE_ID)
    accepted = wxseal.MsgCrypt(previous.token, previous.encoding_aes_key, RECEIVE_ID)
    request = sealed(TEXT, settings=previous)
    with pytest.raises(wxseal.SignatureMismatch):
        wxseal.Endpoint(crypt).receive(*request, now=NOW)
    for also in ([accepted], (accepted,), iter([accepted])):
        endpoint = wxseal.Endpoint(crypt, also)
        incoming = endpoint.receive(*request, now=NOW)
        # Sealed by what opened it.
        reply, _ = opened(incoming.reply_text("x"), previous)
        assert b'"Content":"x"' in reply


# Incoming


def test_a_url_check_has_a_response_and_nothing_else(url_check: wxseal.Incoming) -> None:
    assert url_check.kind == "url_check"
    assert url_check.response.body == b"1"
    arguments: dict[str, tuple[Any, ...]] = {
        "reply_text": ("",),
        "reply_image": ("",),
        "reply_voice": ("",),
        "reply_video": ("", "", ""),
        "reply_news": ([wxseal.Article("")],),
        "reply_music": ("",),
        "reply_widget": (1, {}),
        "reply_welcome": ("",),
        "reply_stream": ("", ""),
        "reply_template_card": ({},),
        "reply_stream_with_template_card": ("", ""),
        "update_template_card": ({},),
        "reply_raw": (b"",),
        "text": ("",),
    }
    names = {name for name in dir(url_check) if not name.startswith("_")} - {"kind", "response"}
    assert len(names) > 20
    for name in names:
        with pytest.raises(RuntimeError, match="URL check"):
            getattr(url_check, name)(
                *arguments.get(name, ()), **({"finish": True} if "stream" in name else {})
            )


def test_a_push_has_no_response(push: wxseal.Incoming) -> None:
    with pytest.raises(RuntimeError, match="push"):
        _ = push.response


def test_a_push_reads_alike_in_both_formats(endpoint: wxseal.Endpoint) -> None:
    xml = "<xml>" + "".join(f"<{k}><![CDATA[{v}]]></{k}>" for k, v in FIELDS.items()) + "</xml>"
    for text, format in ((TEXT, "json"), (xml, "xml")):
        push = endpoint.receive(*sealed(text, format), now=NOW)
        assert (push.kind, push.format) == ("push", format)
        assert push.message == FIELDS | {"MsgId": "4561255354251345929"}
        assert json.loads(push.message_json) == push.message
        assert push.message_bytes == text.encode()
        assert (push.to_user_name, push.from_user_name) == ("gh_1", "o1")
        assert (push.create_time, push.msg_type, push.event) == (NOW, "text", None)
        assert (push.msg_id, push.info_type) == ("4561255354251345929", None)
        assert push.dedup_key == hashlib.sha1(b"[4:gh_12:o119:4561255354251345929]").hexdigest()
        assert len(push.replay_key) == 40


def test_a_message_is_parsed_once(push: wxseal.Incoming) -> None:
    assert push.message is push.message


def test_what_is_found_malformed_when_it_is_read(endpoint: wxseal.Endpoint) -> None:
    # Everything that `receive` needs stands in front.
    text = TEXT[:-1] + ',"deep":' + "[" * 40 + "]" * 40 + "}"
    try:
        push = endpoint.receive(*sealed(text), now=NOW)
    except wxseal.MalformedMessage:
        return
    for name in ("message", "message_json", "msg_type", "dedup_key"):
        with pytest.raises(wxseal.MalformedMessage):
            getattr(push, name)
    with pytest.raises(wxseal.MalformedMessage):
        push.widget_query()


def test_large_messages(endpoint: wxseal.Endpoint) -> None:
    text = json.dumps(FIELDS | {"Content": "微" * 400_000}, ensure_ascii=False)
    push = endpoint.receive(*sealed(text), now=NOW)
    assert push.message["Content"] == "微" * 400_000
    reply, _ = opened(push.reply_text(push.message["Content"]))
    assert json.loads(reply)["Content"] == "微" * 400_000


def test_a_widget_query(endpoint: wxseal.Endpoint, push: wxseal.Incoming) -> None:
    query = endpoint.receive(*sealed(WIDGET), now=NOW).widget_query()
    assert (query.type, query.longitude, query.latitude) == (7, None, 23.5)
    assert list(query.slots.items()) == [("b", "2"), ("a", "1")]
    assert query.raw == json.loads(WIDGET)["Query"]
    assert query == endpoint.receive(*sealed(WIDGET), now=NOW).widget_query()
    query.slots.clear()
    assert len(query.slots) == 2
    with pytest.raises(wxseal.MalformedMessage):
        push.widget_query()


# Answers


def test_every_answer_has_random_bytes_of_its_own(push: wxseal.Incoming) -> None:
    answers = [push.reply_text("x") for _ in range(8)] + [push.reply_raw(TEXT) for _ in range(8)]
    assert len({opened(answer)[1] for answer in answers}) == 16


def test_parent_and_child_answer_differently(push: wxseal.Incoming) -> None:
    # Whatever state there is, it exists before the fork.
    push.reply_text("")
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writable, b"\0".join(push.reply_text("").body for _ in range(8)))
        finally:
            os._exit(0)
    os.close(writable)
    ours = [push.reply_text("").body for _ in range(8)]
    with os.fdopen(readable, "rb") as pipe:
        theirs = pipe.read().split(b"\0")
    os.waitpid(child, 0)
    assert len(theirs) == 8
    bodies = ours + theirs
    crypt = wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID)
    assert all(wxseal.platform.open_reply(crypt, body).message for body in bodies)
    envelopes = [reference.read_envelope(body) for body in bodies]
    frames = [
        reference.open_push(SETTINGS, e.msg_signature or "", e.timestamp or "", e.nonce or "", body)
        for e, body in zip(envelopes, bodies, strict=True)
    ]
    assert len({frame.random for frame in frames}) == 16


def test_data_of_a_widget_is_native_or_json(endpoint: wxseal.Endpoint) -> None:
    push = endpoint.receive(*sealed(WIDGET), now=NOW)

    def data(given: Any) -> Any:
        reply, _ = opened(push.reply_widget(3600, given, -1, "没有"))
        return json.loads(json.loads(reply)["Content"])["data"]

    head = '{"err_code":-1,"err_msg":"没有"'
    assert data({}) == data("{}") == head + "}"
    assert data({"名": ["腾讯", 1.50, None, True, 10**20]}) == (
        head + ',"名":["腾讯",1.5,null,true,100000000000000000000]}'
    )
    # A text is passed on as it is written.
    assert data('{ "price": 350.20, "n": 1e2 }') == head + ',"price":350.20,"n":1e2}'


def test_data_that_is_no_json(endpoint: wxseal.Endpoint) -> None:
    push = endpoint.receive(*sealed(WIDGET), now=NOW)
    circular: dict[str, Any] = {}
    circular["self"] = circular
    deep: Any = {}
    for _ in range(100_000):
        deep = {"d": deep}
    unwritable: list[Any] = [
        {"n": float("nan")},
        {"n": float("inf")},
        {"s": "\ud800"},
        {"\ud800": 1},
        circular,
        "",
        "[]",
        "{",
        "\ud800",
        [],
        1,
        None,
        True,
        deep,
    ]
    for data in unwritable:
        with pytest.raises(wxseal.UnwritableReply):
            push.reply_widget(1, data)
    # Taken apart by hand: freeing it in one go is more than the interpreter's stack may hold.
    while deep:
        deep = deep.pop("d")
    for wrong in (b"{}", {"o": object()}, {"b": b""}, {1}, {("a",): 1}):
        with pytest.raises(TypeError):
            push.reply_widget(1, wrong)  # type: ignore[arg-type]
    for name, number in [
        ("lifespan", -1),
        ("lifespan", 1 << 32),
        ("lifespan", 1 << 70),
        ("err_code", 1),
        ("err_code", -4),
        ("err_code", 1 << 70),
    ]:
        with pytest.raises(wxseal.UnwritableReply):
            push.reply_widget(**{"lifespan": 1, "data": {}, name: number})  # type: ignore[arg-type]
    for name in ("lifespan", "err_code"):
        with pytest.raises(TypeError):
            push.reply_widget(**{"lifespan": 1, "data": {}, name: 1.5})  # type: ignore[arg-type]


ANSWERS: dict[str, Callable[[wxseal.Incoming, Any], wxseal.Response]] = {
    "text": lambda push, text: push.reply_text(text),
    "image": lambda push, text: push.reply_image(text),
    "voice": lambda push, text: push.reply_voice(text),
    "video": lambda push, text: push.reply_video(text, "", ""),
    "video's title": lambda push, text: push.reply_video("", text, ""),
    "video's description": lambda push, text: push.reply_video("", "", text),
    "music": lambda push, text: push.reply_music(text),
    "news": lambda push, text: push.reply_news([wxseal.Article(text)]),
    "news' url": lambda push, text: push.reply_news([wxseal.Article("", url=text)]),
    "transfer": lambda push, text: push.transfer_customer_service(text),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_texts_of_answers(push: wxseal.Incoming, answer: str) -> None:
    for text in ("", "a\0b", ']]> & <微信> "\\ 🧧', "x" * 100_000):
        reply, _ = opened(ANSWERS[answer](push, text))
        assert json.dumps(text, ensure_ascii=False) in reply.decode()
    for bad in SURROGATES:
        with pytest.raises(wxseal.UnwritableReply):
            ANSWERS[answer](push, bad)
    for wrong in (1, b"", [""], object()):
        with pytest.raises(TypeError):
            ANSWERS[answer](push, wrong)
    if answer != "transfer":
        with pytest.raises(TypeError):
            ANSWERS[answer](push, None)


def test_what_every_answer_is_sealed_with(push: wxseal.Incoming) -> None:
    calls: list[Callable[[wxseal.Incoming], wxseal.Response]] = [
        lambda push: push.reply_text(""),
        lambda push: push.reply_image(""),
        lambda push: push.reply_voice(""),
        lambda push: push.reply_video("", "", ""),
        lambda push: push.reply_music(""),
        lambda push: push.reply_news([wxseal.Article("")]),
        lambda push: push.transfer_customer_service(),
        lambda push: push.reply_raw(b"{}"),
    ]
    given = push.sealing_with(now=NOW + 1, random=b"0123456789abcdef")
    late = push.sealing_with(now=10**13)
    for call in calls:
        response = call(given)
        assert opened(response)[1] == b"0123456789abcdef"
        assert f'"TimeStamp": {NOW + 1}' in response.body.decode()
        assert (response.status, response.content_type) == (200, "application/json")
        assert call(given) == response != call(push)
        with pytest.raises(wxseal.UnwritableReply):
            call(late)
    for untyped in (push.success, push.empty):
        assert untyped().status == 200


def test_what_is_left_out_is_fresh(push: wxseal.Incoming) -> None:
    timed = push.sealing_with(now=NOW)
    replies = [timed.reply_text("x") for _ in range(8)]
    assert len({opened(reply)[1] for reply in replies}) == 8
    assert {json.loads(opened(reply)[0])["CreateTime"] for reply in replies} == {NOW}
    # What was given before is not kept.
    reply, random = opened(timed.sealing_with(random=bytes(16)).reply_text("x"))
    assert random == bytes(16)
    assert abs(json.loads(reply)["CreateTime"] - time.time()) < 5


def test_a_push_that_is_sealed_with_something_is_the_same(push: wxseal.Incoming) -> None:
    same = push.sealing_with(now=NOW, random=bytes(16))
    for name in dir(push):
        if not name.startswith("_") and not callable(value := getattr(type(push), name)):
            assert name == "response" or value.__get__(same) == value.__get__(push)
    assert repr(same) == repr(push)


def test_what_nothing_is_sealed_with(push: wxseal.Incoming, url_check: wxseal.Incoming) -> None:
    untyped: Any = push
    for now in (-1, 1 << 64):
        with pytest.raises(wxseal.InvalidConfig) as raised:
            push.sealing_with(now=now)
        assert raised.value.setting == "now"
    for length in (0, 15, 17):
        with pytest.raises(wxseal.InvalidConfig) as raised:
            push.sealing_with(random=bytes(length))
        assert raised.value.setting == "random"
    for wrong in ({"now": "1"}, {"now": 1.5}, {"random": "0" * 16}, {"random": 1}):
        with pytest.raises(TypeError):
            untyped.sealing_with(**wrong)
    with pytest.raises(TypeError):
        untyped.sealing_with(NOW)
    with pytest.raises(TypeError):
        untyped.reply_text("", now=NOW)


def test_news_of_a_wrong_type(push: wxseal.Incoming) -> None:
    article = wxseal.Article("t", "d", "p", "u")
    assert (article.title, article.description, article.pic_url, article.url) == tuple("tdpu")
    assert article == wxseal.Article(title="t", description="d", pic_url="p", url="u")
    for wrong in (None, 1, [1], [{"title": "t"}], article):
        with pytest.raises(TypeError):
            push.reply_news(wrong)  # type: ignore[arg-type]
    with pytest.raises(wxseal.UnwritableReply):
        push.reply_news([])
    reply, _ = opened(push.reply_news(iter([article, article])))
    assert json.loads(reply)["ArticleCount"] == 2


def test_music_is_what_is_known_of_it(push: wxseal.Incoming) -> None:
    names = {"title": "Title", "description": "Description"}
    names |= {"music_url": "MusicUrl", "hq_music_url": "HQMusicUrl"}
    for name, written in names.items():
        given: dict[str, Any] = {name: "x"}
        reply, _ = opened(push.reply_music("m", **given))
        assert json.loads(reply)["Music"] == {written: "x", "ThumbMediaId": "m"}
        reply, _ = opened(push.reply_music("m", **{name: None}))
        assert json.loads(reply)["Music"] == {"ThumbMediaId": "m"}
        for bad in SURROGATES:
            given = {name: bad}
            with pytest.raises(wxseal.UnwritableReply):
                push.reply_music("m", **given)
        with pytest.raises(TypeError):
            push.reply_music("m", **{name: 1})  # type: ignore[arg-type]


def test_a_field_is_asked_for_by_its_name(push: wxseal.Incoming) -> None:
    for message in (push, wxseal.Message.from_cloud_event(TEXT)):
        assert (message.text("MsgType"), message.text("a\0b")) == ("text", None)
        for bad in SURROGATES:
            with pytest.raises(wxseal.InvalidConfig):
                message.text(bad)
        for wrong in (None, 1, b"MsgType"):
            with pytest.raises(TypeError):
                message.text(wrong)  # type: ignore[arg-type]


ROBOTS = '{"msgid":"m1","aibotid":"r1","from":{"userid":"u1"},"msgtype":"text"}'


def test_a_robot_s_cards_are_written_as_json(endpoint: wxseal.Endpoint) -> None:
    push = endpoint.receive(*sealed(ROBOTS), now=NOW)
    card: dict[str, Any] = {"card_type": "text_notice", "main_title": {"title": "微信 🧧"}}
    written = json.dumps(card, ensure_ascii=False, indent=1)
    items = [{"msgtype": "image", "image": {"base64": "", "md5": ""}}]
    for given in (card, written):
        assert json.loads(opened(push.reply_template_card(given))[0])["template_card"] == card
        both = push.reply_stream_with_template_card("s", "c", given, finish=True)
        assert json.loads(opened(both)[0])["template_card"] == card
        updated = push.update_template_card(given, iter(["u1", "u2"]))
        assert json.loads(opened(updated)[0]) == {
            "response_type": "update_template_card",
            "userids": ["u1", "u2"],
            "template_card": card,
        }
    assert written.encode() in opened(push.reply_template_card(written))[0]
    for shown in (items, json.dumps(items)):
        reply = push.reply_stream("s", "c", finish=True, msg_item=shown, feedback_id="f")
        assert json.loads(opened(reply)[0])["stream"] == {
            "id": "s",
            "finish": True,
            "content": "c",
            "msg_item": items,
            "feedback": {"id": "f"},
        }


def test_what_is_no_answer_to_a_robot(endpoint: wxseal.Endpoint, push: wxseal.Incoming) -> None:
    robots = endpoint.receive(*sealed(ROBOTS), now=NOW)
    unwritable: list[Any] = ["", "[]", [], None, 1, {"a": float("nan")}, {"a": "\ud800"}, "\ud800"]
    for card in unwritable:
        with pytest.raises(wxseal.UnwritableReply):
            robots.reply_template_card(card)
        with pytest.raises(wxseal.UnwritableReply):
            robots.update_template_card(card)
        if card is not None:
            with pytest.raises(wxseal.UnwritableReply):
                robots.reply_stream_with_template_card("", "", card, finish=True)
    no_items: list[Any] = ["", "{}", {}, 1]
    for items in no_items:
        with pytest.raises(wxseal.UnwritableReply):
            robots.reply_stream("", "", finish=True, msg_item=items)
    for userids in ([], ["\ud800"]):
        with pytest.raises(wxseal.UnwritableReply):
            robots.update_template_card({}, userids)
    for wrong in ("u1", 1, [1], [None]):
        with pytest.raises(TypeError):
            robots.update_template_card({}, wrong)  # type: ignore[arg-type]
    for finish in (None, 1, "yes"):
        with pytest.raises(TypeError):
            robots.reply_stream("", "", finish=finish)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        robots.reply_stream("", "")  # type: ignore[call-arg]
    with pytest.raises(wxseal.UnwritableReply):
        push.reply_welcome("")
    with pytest.raises(wxseal.UnwritableReply):
        robots.reply_text("")


def test_a_document_of_one_s_own(push: wxseal.Incoming) -> None:
    payloads: list[Any] = ["{}", b"{}", bytearray(b"{}"), memoryview(b"{}")]
    for given in payloads:
        assert opened(push.reply_raw(given))[0] == b"{}"
    with pytest.raises(wxseal.UnwritableReply):
        push.reply_raw("\ud800")
    with pytest.raises(TypeError):
        push.reply_raw({})  # type: ignore[arg-type]


def test_a_response(push: wxseal.Incoming) -> None:
    response = push.success()
    assert (response.status, response.body) == (200, b"success")
    assert response.headers == [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    response.headers.clear()
    assert len(response.headers) == 2
    assert response == push.success() != push.empty()
    assert response != "success"
    with pytest.raises(TypeError):
        hash(response)


# Messages of cloud functions


def test_the_event_of_a_cloud_function(push: wxseal.Incoming) -> None:
    events: list[Any] = [TEXT, TEXT.encode(), FIELDS]
    for event in events:
        message = wxseal.Message.from_cloud_event(event)
        for name in dir(message):
            if not name.startswith("_") and name not in ("from_cloud_event", "text"):
                assert getattr(message, name) == getattr(push, name)
        assert message.text("Content") == push.text("Content") == FIELDS["Content"]
        assert message.message is message.message
        assert message == wxseal.Message.from_cloud_event(TEXT)
    malformed: list[Any] = [b"\xff", "", "[]", "\ud800", [], 1, None, {"n": float("nan")}]
    malformed += [{"s": "\ud800"}, '{"d":' * 40 + "1" + "}" * 40]
    for event in malformed:
        with pytest.raises(wxseal.MalformedMessage):
            wxseal.Message.from_cloud_event(event)
    for wrong in (object(), {"o": object()}, bytearray(b"{}")):
        with pytest.raises(TypeError):
            wxseal.Message.from_cloud_event(wrong)  # type: ignore[arg-type]


# Objects


def test_what_is_shown_and_kept(
    crypt: wxseal.MsgCrypt,
    endpoint: wxseal.Endpoint,
    push: wxseal.Incoming,
    url_check: wxseal.Incoming,
) -> None:
    recent = wxseal.RecentKeys()
    known = recent.claim(push.dedup_key)
    seal = crypt.seal("distinctive-message")
    plain = wxseal.platform.plain_push(TOKEN, TEXT)
    objects: dict[str, Any] = {
        "<wxseal.Endpoint crypts=1 tolerance=300 account=None>": endpoint,
        '<wxseal.Endpoint crypts=2 tolerance=None account="it\'s">': wxseal.Endpoint(
            crypt, [crypt], None, account="it's"
        ),
        "<wxseal.Endpoint plain tolerance=300 account=None>": wxseal.Endpoint.plain(TOKEN),
        "<wxseal.Incoming push json>": push,
        "<wxseal.Incoming url_check>": url_check,
        "<wxseal.Response 200 text/plain; charset=utf-8, 7 bytes>": push.success(),
        "<wxseal.RecentKeys 1 keys>": recent,
        "<wxseal.Recent claimed>": known,
        "<wxseal.Claim>": known.claim,
        "<wxseal.Sealed, 88 bytes>": seal,
        f"<wxseal.Opened receive_id='{RECEIVE_ID}', 19 bytes>": crypt.open(
            seal.encrypt,
            msg_signature=seal.msg_signature,
            timestamp=seal.timestamp,
            nonce=seal.nonce,
        ),
        "<wxseal.Message>": wxseal.Message.from_cloud_event(TEXT),
        "<wxseal.WidgetQuery type=7>": endpoint.receive(*sealed(WIDGET), now=NOW).widget_query(),
        f"<wxseal.platform.Request POST, {len(TEXT)} bytes>": plain,
    }
    secrets = [TOKEN, KEY, "distinctive-message", "o1", "23.5"]
    for shown, value in objects.items():
        assert repr(value) == str(value) == shown
        assert not [secret for secret in secrets if secret in shown]
        # What is stored is a response, and test_responses.py has it.
        stored = isinstance(value, wxseal.Response)
        for protocol in () if stored else range(pickle.HIGHEST_PROTOCOL + 1):
            # The oldest protocols write the class alone, which nothing can be made from.
            with pytest.raises(TypeError):
                pickle.loads(pickle.dumps(value, protocol))
        for copied in () if stored else (copy.copy, copy.deepcopy):
            with pytest.raises(TypeError):
                copied(value)
        with pytest.raises(AttributeError):
            value.kind = "other"
        with pytest.raises(TypeError):
            type("Sub", (type(value),), {})


def test_what_only_verification_makes() -> None:
    made: list[Any] = [wxseal.Incoming, wxseal.Response, wxseal.Message, wxseal.WidgetQuery]
    made += [wxseal.Claim, wxseal.Opened, wxseal.Sealed]
    made += [wxseal.Recent, wxseal.Finding, wxseal.platform.Request, wxseal.platform.Reply]
    made += [wxseal.api.Request, wxseal.api.CustomerMessage]
    for of in made:
        with pytest.raises(TypeError):
            of()
        with pytest.raises(TypeError):
            object.__new__(of)


def test_no_error_shows_a_secret(
    crypt: wxseal.MsgCrypt, endpoint: wxseal.Endpoint, push: wxseal.Incoming
) -> None:
    method, query, body = sealed(TEXT)
    secrets = (TOKEN, KEY, "distinctive-message")
    calls: list[Callable[[], object]] = [
        lambda: wxseal.Endpoint.plain(TOKEN + " "),
        lambda: wxseal.Endpoint(TOKEN),  # type: ignore[arg-type]
        lambda: wxseal.Endpoint(crypt, [KEY]),  # type: ignore[list-item]
        lambda: endpoint.receive(method, query, body),
        lambda: endpoint.receive(method, query.replace("=", "=0"), body),
        lambda: wxseal.Endpoint(crypt, account="gh_2").receive(method, query, body, now=NOW),
        lambda: endpoint.receive(TOKEN, query, body),
        lambda: endpoint.receive(method, [(TOKEN, KEY, "distinctive-message")], body),  # type: ignore[list-item]
        lambda: push.reply_text("distinctive-message\ud800"),
        lambda: push.reply_text(["distinctive-message"]),  # type: ignore[arg-type]
        lambda: push.reply_widget(1, {"d": "distinctive-message\ud800"}),
        lambda: push.reply_news(["distinctive-message"]),  # type: ignore[list-item]
        lambda: wxseal.platform.plain_push(TOKEN, "distinctive-message", nonce="a b"),
        lambda: wxseal.platform.open_reply(crypt, "distinctive-message"),
        lambda: wxseal.decrypt_open_data(KEY, "distinctive-message", KEY, TOKEN),
        lambda: wxseal.verify_raw_data(KEY, "distinctive-message", TOKEN),
        lambda: wxseal.Message.from_cloud_event("distinctive-message"),
    ]
    for call in calls:
        with pytest.raises((wxseal.Error, TypeError)) as raised:
            call()
        error = raised.value
        last_line = "".join(traceback.format_exception_only(type(error), error))
        shown = f"{error} {error!r} {error.args} {vars(error)} {last_line}"
        assert error.__cause__ is None
        assert not [secret for secret in secrets if secret in shown], (
            inspect.getsource(call),
            shown,
        )


# Sharing


def test_threads_share_an_endpoint_and_a_push(endpoint: wxseal.Endpoint) -> None:
    large = json.dumps(FIELDS | {"Content": "x" * 100_000})
    requests = [sealed(TEXT), sealed(large)]
    shared = [endpoint.receive(*request, now=NOW) for request in requests]

    def work(_: int) -> set[int]:
        for request, incoming in zip(requests, shared, strict=True):
            fresh = endpoint.receive(*request, now=NOW)
            assert fresh.message == incoming.message
            assert opened(incoming.reply_text("x"))[0]
        return {id(incoming.message) for incoming in shared}

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(work, range(64)))
    assert all(ids == found[0] for ids in found)
