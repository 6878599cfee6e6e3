"""wxseal.platform against the independent reference; wxseal.api against what the documents say."""

import json
import pickle
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
import wechat_reference as reference

import wxseal
from wxseal import api, platform

TOKEN, KEY, RECEIVE_ID = "AAAAA", "A" * 43, "wxba5fad812f8e6fb9"
SETTINGS = reference.Settings(TOKEN, KEY, RECEIVE_ID)
TEXT = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"微信"}'
XML = "<xml><ToUserName>gh_1</ToUserName><MsgType>event</MsgType></xml>"


@pytest.fixture(scope="module")
def crypt() -> wxseal.MsgCrypt:
    return wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID)


def opened(request: platform.Request) -> bytes:
    """Open a push by the reference."""
    query = dict(parse_qsl(request.query))
    return reference.open_push(
        SETTINGS, query["msg_signature"], query["timestamp"], query["nonce"], request.body
    ).message


def test_url_checks(crypt: wxseal.MsgCrypt) -> None:
    request = platform.url_check(
        TOKEN, "4375120948345356249", timestamp="1714036504", nonce="1514711492"
    )
    # The example of the official documentation.
    assert (request.method, request.body) == ("GET", b"")
    assert request.query == (
        "signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504"
        "&nonce=1514711492&echostr=4375120948345356249"
    )
    assert request == platform.url_check(
        TOKEN, "4375120948345356249", timestamp=1714036504, nonce="1514711492"
    )
    wecom = wxseal.MsgCrypt(TOKEN, KEY, RECEIVE_ID, dialect="wecom")
    request = platform.encrypted_url_check(wecom, "你好")
    query = dict(parse_qsl(request.query))
    assert wecom.verify_url(query.pop("echostr"), **query) == "你好".encode()


def test_pushes(crypt: wxseal.MsgCrypt) -> None:
    for text in (TEXT, XML):
        message: Any
        for message in (text, text.encode(), bytearray(text.encode())):
            for request in (
                platform.push(crypt, message),
                platform.push(crypt, message, format="json"),
                platform.compatible_push(crypt, message),
            ):
                assert request.method == "POST"
                assert opened(request).decode() == text
            assert platform.plain_push(TOKEN, message).body == text.encode()


def test_what_is_left_out_is_fresh(crypt: wxseal.MsgCrypt) -> None:
    requests = [platform.push(crypt, TEXT) for _ in range(8)]
    requests += [platform.compatible_push(crypt, TEXT) for _ in range(8)]
    queries = [dict(parse_qsl(request.query)) for request in requests]
    assert len({query["nonce"] for query in queries}) == 16
    for query in queries:
        assert abs(int(query["timestamp"]) - time.time()) < 5
        assert len(query["nonce"]) == 16
    given = [
        platform.push(crypt, TEXT, timestamp=1714112445, nonce="1", random=bytes(16))
        for _ in range(2)
    ]
    assert given[0] == given[1] != requests[0]


def test_replies(crypt: wxseal.MsgCrypt) -> None:
    sealed = reference.seal(
        SETTINGS, TEXT.encode(), "1714112445", "7", b"0123456789abcdef", "json", "wechat"
    )
    payloads: list[Any] = [sealed.body, sealed.body.encode(), bytearray(sealed.body.encode())]
    for body in payloads:
        reply = platform.open_reply(crypt, body)
        assert (reply.message, reply.format) == (TEXT.encode(), "json")
        assert (reply.timestamp, reply.nonce) == ("1714112445", "7")
        assert repr(reply) == f"<wxseal.platform.Reply json, {len(TEXT.encode())} bytes>"
    for bad in (b"", b"success", b"{}", "\ud800"):
        with pytest.raises(wxseal.MalformedEnvelope):
            platform.open_reply(crypt, bad)


def test_bad_input_of_the_platform(crypt: wxseal.MsgCrypt) -> None:
    untyped: Any = platform
    wrong: Any
    stamped: list[tuple[type[wxseal.Error], Callable[..., object]]] = [
        (wxseal.MalformedQuery, lambda **more: platform.url_check(TOKEN, "1", **more)),
        (wxseal.MalformedQuery, lambda **more: platform.plain_push(TOKEN, TEXT, **more)),
        (wxseal.UnwritableReply, lambda **more: platform.encrypted_url_check(crypt, "1", **more)),
        (wxseal.UnwritableReply, lambda **more: platform.push(crypt, TEXT, **more)),
        (wxseal.UnwritableReply, lambda **more: platform.compatible_push(crypt, TEXT, **more)),
    ]
    for error, call in stamped:
        for bad in ("", "a b", "你", "n\0", "\ud800"):
            for name in ("timestamp", "nonce"):
                with pytest.raises(error):
                    call(**{name: bad})
        for number in (-1, 10**13, 1 << 64):
            with pytest.raises(error):
                call(timestamp=number)
        for wrong in (1.5, b"1", ["1"]):
            for name in ("timestamp", "nonce"):
                with pytest.raises(TypeError):
                    call(**{name: wrong})
    for length in (0, 15, 17):
        with pytest.raises(wxseal.InvalidConfig):
            platform.push(crypt, TEXT, random=bytes(length))
    for token in ("", "a b", "\ud800"):
        with pytest.raises(wxseal.InvalidConfig):
            platform.url_check(token, "1")
        with pytest.raises(wxseal.InvalidConfig):
            platform.plain_push(token, TEXT)
    with pytest.raises(wxseal.MalformedQuery):
        platform.url_check(TOKEN, "\ud800")
    with pytest.raises(wxseal.MalformedQuery):
        platform.encrypted_url_check(crypt, "\ud800")
    with pytest.raises(wxseal.InvalidConfig):
        untyped.push(crypt, TEXT, format="yaml")
    for message in ("", "neither", "\ud800"):
        with pytest.raises(wxseal.UnwritableReply):
            platform.push(crypt, message)
    with pytest.raises(wxseal.UnwritableReply):
        platform.plain_push(TOKEN, "\ud800")
    for wrong in (None, 1, {}, object()):
        for call in (
            lambda wrong: untyped.push(crypt, wrong),
            lambda wrong: untyped.push(wrong, TEXT),
            lambda wrong: untyped.url_check(wrong, "1"),
            lambda wrong: untyped.url_check(TOKEN, wrong),
            lambda wrong: untyped.open_reply(crypt, wrong),
        ):
            with pytest.raises(TypeError):
                call(wrong)


# The server API


def test_requests() -> None:
    token = api.get_access_token("wx1", "s3cret&")
    session = api.code2session("wx1", "s3cret&", "code")
    for request, path, expected in [
        (
            token,
            "/cgi-bin/token",
            {"grant_type": "client_credential", "appid": "wx1", "secret": "s3cret&"},
        ),
        (
            session,
            "/sns/jscode2session",
            {
                "appid": "wx1",
                "secret": "s3cret&",
                "js_code": "code",
                "grant_type": "authorization_code",
            },
        ),
    ]:
        url = urlsplit(request.url)
        assert (url.scheme, url.netloc, url.path) == ("https", "api.weixin.qq.com", path)
        assert parse_qs(url.query, strict_parsing=True) == {k: [v] for k, v in expected.items()}
        assert (request.method, request.body) == ("GET", None)
        assert "s3cret" not in repr(request)


def test_customer_messages() -> None:
    message = api.CustomerMessage
    for given, kind, fields in [
        (message.text("你好\n\"😀'"), "text", {"content": "你好\n\"😀'"}),
        (message.image("m"), "image", {"media_id": "m"}),
        (
            message.link("t", "d", "u", "p"),
            "link",
            {"title": "t", "description": "d", "url": "u", "thumb_url": "p"},
        ),
        (
            message.mini_program_page("t", "p", "m"),
            "miniprogrampage",
            {"title": "t", "pagepath": "p", "thumb_media_id": "m"},
        ),
    ]:
        request = api.send_customer_message("s3cret", "o1", given)
        assert request.method == "POST"
        assert request.url == (
            "https://api.weixin.qq.com/cgi-bin/message/custom/send?access_token=s3cret"
        )
        assert request.body is not None
        assert json.loads(request.body) == {"touser": "o1", "msgtype": kind, kind: fields}
        # An escape would be shown to the user as it stands.
        assert b"\\u" not in request.body
        assert repr(given) == f"<wxseal.api.CustomerMessage {kind}>"
        shown = "<wxseal.api.Request POST https://api.weixin.qq.com/cgi-bin/message/custom/send>"
        assert repr(request) == shown
        assert request == api.send_customer_message("s3cret", "o1", given)
        assert request != api.send_customer_message("other", "o1", given)


def test_the_usual_calls() -> None:
    host = "https://api.weixin.qq.com"
    token = "?access_token=a%2Bb"
    data: dict[str, Any] = {"thing1": {"value": "你好/"}}
    for request, url, body in [
        (
            api.get_stable_access_token("wx1", 's"'),
            "/cgi-bin/stable_token",
            r'{"grant_type":"client_credential","appid":"wx1","secret":"s\"","force_refresh":false}',
        ),
        (
            api.get_stable_access_token("wx1", "s", force_refresh=True),
            "/cgi-bin/stable_token",
            '{"grant_type":"client_credential","appid":"wx1","secret":"s","force_refresh":true}',
        ),
        (
            api.get_phone_number("a+b", "c"),
            f"/wxa/business/getuserphonenumber{token}",
            '{"code":"c"}',
        ),
        (
            api.send_subscribe_message("a+b", "o1", "t1", data),
            f"/cgi-bin/message/subscribe/send{token}",
            '{"touser":"o1","template_id":"t1","data":{"thing1":{"value":"你好/"}}}',
        ),
        (
            api.send_subscribe_message(
                "a+b",
                "o1",
                "t1",
                '{ "a":1.50}',
                page="i?a=b",
                miniprogram_state="trial",
                lang="zh_TW",
            ),
            f"/cgi-bin/message/subscribe/send{token}",
            '{"touser":"o1","template_id":"t1","page":"i?a=b","data":{ "a":1.50},'
            '"miniprogram_state":"trial","lang":"zh_TW"}',
        ),
        (
            api.msg_sec_check("a+b", "o1", 2, "你好"),
            f"/wxa/msg_sec_check{token}",
            '{"openid":"o1","scene":2,"version":2,"content":"你好"}',
        ),
        (
            api.msg_sec_check("a+b", "o1", 1, "c", title="t", nickname="n", signature="s"),
            f"/wxa/msg_sec_check{token}",
            '{"openid":"o1","scene":1,"version":2,"content":"c",'
            '"title":"t","nickname":"n","signature":"s"}',
        ),
        (
            api.media_check_async("a+b", "o1", 4, "https://example.com/a.png", 2),
            f"/wxa/media_check_async{token}",
            '{"openid":"o1","scene":4,"version":2,"media_url":"https://example.com/a.png","media_type":2}',
        ),
        (
            api.post("/wxa/x", "a+b", {"a": ["你", 1.5, None]}),
            f"/wxa/x{token}",
            '{"a":["你",1.5,null]}',
        ),
        (api.post("/wxa/x", "a+b", '{ "a" : "\\u4f60" }'), f"/wxa/x{token}", '{ "a" : "\\u4f60" }'),
        (api.post("/wxa/x", "a+b", {}), f"/wxa/x{token}", "{}"),
    ]:
        assert request.body is not None
        assert (request.method, request.url) == ("POST", host + url)
        assert request.body.decode() == body
        assert repr(request) == f"<wxseal.api.Request POST {host}{url.partition('?')[0]}>"
    for pairs in (
        {"access_token": "a+b", "名": "%2B &"},
        [("access_token", "a+b"), ("名", "%2B &")],
    ):
        request = api.get("/cgi-bin/user/info", pairs)
        url = f"{host}/cgi-bin/user/info{token}&%E5%90%8D=%252B%20%26"
        assert (request.method, request.url, request.body) == ("GET", url, None)
        assert repr(request) == f"<wxseal.api.Request GET {host}/cgi-bin/user/info>"
    assert api.get("/a", {}).url == f"{host}/a"


def test_what_is_no_call() -> None:
    for path in (
        "",
        "a",
        "/",
        "//evil.example/a",
        "/../a",
        "/a?b=c",
        "/a#b",
        "/a b",
        "/%2e",
        "\ud800",
    ):
        with pytest.raises(wxseal.InvalidConfig):
            api.get(path, {})
        with pytest.raises(wxseal.InvalidConfig):
            api.post(path, "t", {})
    body: Any
    for body in ("", "[]", "hi", [1], 1, None, {"a": float("nan")}, "\ud800", {"a": "\ud800"}):
        with pytest.raises(wxseal.UnwritableReply):
            api.post("/a", "t", body)
        with pytest.raises(wxseal.UnwritableReply):
            api.send_subscribe_message("t", "o1", "t1", body)
    untyped: Any = api
    for pairs in (None, 1, "ab", [("a",)], {"a": 1}, {"a": None}, {1: "a"}, [("a", ["b"])]):
        with pytest.raises(TypeError):
            untyped.get("/a", pairs)
    number: Any
    for number, refused in (
        (-1, wxseal.InvalidConfig),
        (1 << 32, wxseal.InvalidConfig),
        (1.5, TypeError),
        ("1", TypeError),
    ):
        with pytest.raises(refused):
            api.msg_sec_check("t", "o1", number, "c")
        with pytest.raises(refused):
            api.media_check_async("t", "o1", 1, "u", number)
    for name in ("title", "nickname", "signature"):
        with pytest.raises(wxseal.UnwritableReply):
            untyped.msg_sec_check("t", "o1", 1, "c", **{name: "\ud800"})


def test_an_answer() -> None:
    for body, expected in [
        ('{"errcode":0,"errmsg":"ok"}', {"errcode": 0, "errmsg": "ok"}),
        ('{"errcode":"0"}', {"errcode": "0"}),
        ('{"openid":"o1","n":[1.5,null]}', {"openid": "o1", "n": [1.5, None]}),
        (" {} ", {}),
        (f'{{"n":{(1 << 53) - 1}}}', {"n": (1 << 53) - 1}),
        (f'{{"n":[{{"n":{-(1 << 53)}}}]}}', {"n": [{"n": str(-(1 << 53))}]}),
        ('{"a":' + "1" * 100_000 + "}", {"a": "1" * 100_000}),
    ]:
        payloads: list[Any] = [body, body.encode(), bytearray(body.encode())]
        for given in payloads:
            assert api.read(given) == expected


def test_a_call_that_failed() -> None:
    for errcode in ("40013", '"40013"'):
        with pytest.raises(api.ApiError, match=r"^invalid appid \(40013\)$") as raised:
            api.read(f'{{"errcode":{errcode},"errmsg":"invalid appid"}}')
        error = pickle.loads(pickle.dumps(raised.value))
        assert (type(error), error.errcode, error.errmsg) == (api.ApiError, 40013, "invalid appid")
        assert not isinstance(error, wxseal.Error)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "1",
        "<html></html>",
        "{",
        '{"errcode":null}',
        '{"a":"\ud800"}',
        b"\xff",
        '{"a":' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"a":' + "[" * 32 + "]" * 32 + "}",
        r'{"a":"\ud800"}',
    ],
    ids=range(11),
)
def test_an_answer_that_is_no_json(body: str | bytes) -> None:
    with pytest.raises(api.ApiError) as raised:
        api.read(body)
    assert (raised.value.errcode, raised.value.errmsg) == (None, "")
    assert str(raised.value).startswith("the answer is not a JSON object")


def test_an_answer_of_8_mb() -> None:
    item = r'9007199254740993,"\"1\"",[1.50],'
    body = '{"list":[' + item * 300_000 + '0],"next":"N"}'
    assert len(body) > 8_000_000
    answer = api.read(body)
    assert (answer["next"], len(answer["list"])) == ("N", 900_001)
    assert answer["list"][-4:] == ["9007199254740993", '"1"', [1.5], 0]


def test_a_gateway_s_html_refuses_no_request(crypt: wxseal.MsgCrypt) -> None:
    def answer(request: platform.Request, came: str) -> wxseal.Response:
        """Answer as the README's server does."""
        try:
            incoming = wxseal.Endpoint(crypt).receive(request.method, request.query, request.body)
            return incoming.reply_text(api.read(came)["access_token"])
        except wxseal.Error as error:
            return error.response

    request = platform.push(crypt, TEXT)
    assert answer(request, '{"access_token":"A"}').status == 200
    for came in ("<html><h1>502 Bad Gateway</h1></html>", "", '{"errcode":-1,"errmsg":"e"}'):
        with pytest.raises(api.ApiError) as raised:
            answer(request, came)
        assert not isinstance(raised.value, wxseal.Error)
        assert not hasattr(raised.value, "response")
    assert answer(platform.plain_push("other", TEXT), "{}").status == 400


def test_bad_input_of_the_api() -> None:
    for bad, refused in (("\ud800", wxseal.InvalidConfig), (1, TypeError), (None, TypeError)):
        text: Any = bad
        calls: list[Callable[[Any], object]] = [
            lambda text: api.get_access_token(text, "s"),
            lambda text: api.get_access_token("wx1", text),
            lambda text: api.code2session("wx1", "s", text),
            lambda text: api.send_customer_message(text, "o1", api.CustomerMessage.text("")),
            lambda text: api.send_customer_message("t", text, api.CustomerMessage.text("")),
        ]
        for call in calls:
            with pytest.raises(refused):
                call(text)
    with pytest.raises(wxseal.UnwritableReply):
        api.CustomerMessage.text("\ud800")
    wrong: Any
    for wrong in (None, 1, {}, "text"):
        with pytest.raises(TypeError):
            api.send_customer_message("t", "o1", wrong)
        if not isinstance(wrong, str):
            with pytest.raises(TypeError):
                api.read(wrong)


# Open data


def test_bad_open_data() -> None:
    key, iv, data = "tiihtNczf5v6AKRyjwEUhQ==", "r7BXXKkLb8qrSNn05n0qiA==", "A" * 43 + "="
    for bad in ("", "\ud800", "A", key + "\n", "A" * 43 + "="):
        with pytest.raises(wxseal.InvalidKey):
            wxseal.decrypt_open_data(bad, data, iv, "wx1")
        with pytest.raises(wxseal.InvalidKey):
            wxseal.verify_raw_data(bad, "{}", "0" * 40)
    for bad in ("\ud800", "A", "A\0==", "你"):
        with pytest.raises(wxseal.InvalidBase64):
            wxseal.decrypt_open_data(key, bad, iv, "wx1")
        with pytest.raises(wxseal.InvalidBase64):
            wxseal.decrypt_open_data(key, data, bad, "wx1")
    for bad in ("\ud800", "", "a\0"):
        with pytest.raises(wxseal.SignatureMismatch):
            wxseal.verify_raw_data(key, bad, "0" * 40)
        with pytest.raises(wxseal.SignatureMismatch):
            wxseal.verify_raw_data(key, "{}", bad)
    with pytest.raises(wxseal.DecryptFailed):
        wxseal.decrypt_open_data(key, data, iv, "wx1")
    untyped: Any = wxseal
    wrong: Any
    for position in range(4):
        for wrong in (None, 1, b"", []):
            arguments: list[Any] = [key, data, iv, "wx1"]
            arguments[position] = wrong
            with pytest.raises(TypeError):
                untyped.decrypt_open_data(*arguments)
            if position < 3:
                with pytest.raises(TypeError):
                    untyped.verify_raw_data(*arguments[:3])
