"""Writes endpoint.json: whole requests to an `Endpoint`, and what must come of them.

`python tests/scenarios/make.py` writes the file beside this script; with `--check` it only says
whether the file is what the script makes.

The requests are made, and the replies sealed, by tests/reference, which shares no code with
wxseal. What a message looks like, which keys it has and what a reply says is written out by hand.
The file is the same on every run.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import string
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reference"))

import documented
import wechat_reference as reference

Json = dict[str, Any]

FILE = Path(__file__).with_name("endpoint.json")

NOW = 1714112445
TIMESTAMP = "1714112440"
NONCE = "415670741"
ANSWERED_AT = 1714112446

TEXT_TYPE = "text/plain; charset=utf-8"
DOCUMENT_TYPES = {"xml": "application/xml", "json": "application/json"}

# What the project's table of errors says: the official number, and the HTTP status.
ERRORS = {
    "SignatureMismatch": (-40001, 403),
    "MalformedQuery": (-40001, 400),
    "StaleTimestamp": (-40001, 403),
    "MalformedEnvelope": (-40002, 400),
    "MalformedMessage": (-40002, 403),
    "ReceiveIdMismatch": (-40005, 403),
    "DecryptFailed": (-40007, 403),
    "MalformedFrame": (-40008, 403),
    "InvalidBase64": (-40010, 403),
    "UnwritableReply": (-40011, 500),
}


@dataclass(frozen=True)
class Crypt:
    """The arguments of a `MsgCrypt`."""

    token: str
    encoding_aes_key: str
    receive_id: str
    dialect: str = "wechat"

    @property
    def settings(self) -> reference.Settings:
        return reference.Settings(self.token, self.encoding_aes_key, self.receive_id)

    def to_json(self) -> Json:
        return {
            "token": self.token,
            "encoding_aes_key": self.encoding_aes_key,
            "receive_id": self.receive_id,
            "dialect": self.dialect,
        }


MAIN = Crypt("qx7LmT0bZc", "Wj8yK2vRtN5bHs1XpQfL0aUeMgZcD4iTnYo7Vu6EwB3", "wxba5fad812f8e6fb9")
PREVIOUS = Crypt("oldToken42", "9sGdKq2Rw7TzXv1BnMc4PyLf8HjAe0UtIo5ZrWx3VbN", "wxba5fad812f8e6fb9")
OTHER_KEY = replace(MAIN, encoding_aes_key=PREVIOUS.encoding_aes_key)
OTHER_APP = replace(MAIN, receive_id="wx2c2769f8efd9abc2")
COMPONENT = Crypt("pamtest", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx11e1ddf0ffd2f5a5")
WECOM = Crypt(
    "QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7", "wecom"
)
ROBOT = replace(WECOM, receive_id="")
SUITE = replace(WECOM, receive_id="suite4xxxxxxxxxxxxxxx")


@dataclass(frozen=True)
class Request:
    """A request as it goes over the wire; the query is raw."""

    method: str
    query: str
    body: str = ""


@dataclass
class Push:
    """How a message becomes a request."""

    message: str
    crypt: Crypt = MAIN
    format: str = "xml"
    mode: str = "safe"
    timestamp: str = TIMESTAMP
    nonce: str = NONCE
    openid: str = "oHiD1v9MzTFE4f2lLasf123E1QJ0"
    to_user_name: str = "gh_6ad1513a84d8"
    # What differs from what the platform sends.
    drop: tuple[str, ...] = ()
    change: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    pad_to: int = reference.PAD_TO

    def encrypt(self, random: bytes | None = None) -> str:
        if random is None:
            seed = f"push {self.message} {self.crypt.receive_id} {self.pad_to}"
            random = hashlib.shake_256(seed.encode()).digest(16)
        return reference.encrypt_message(
            self.crypt.settings, self.message.encode(), random, self.pad_to
        )

    def request(self, encrypt: str | None = None) -> Request:
        """Make the request; another cipher text than the message's own can be given."""
        signature = reference.sign(self.crypt.token, self.timestamp, self.nonce)
        query = {"signature": signature, "timestamp": self.timestamp, "nonce": self.nonce}
        body = self.message
        if self.mode != "plain":
            encrypt = self.encrypt() if encrypt is None else encrypt
            msg_signature = reference.sign(self.crypt.token, self.timestamp, self.nonce, encrypt)
            if self.crypt.dialect == "wecom":
                del query["signature"]
                query = {"msg_signature": msg_signature, **query}
            else:
                query |= {
                    "openid": self.openid,
                    "encrypt_type": "aes",
                    "msg_signature": msg_signature,
                }
            if self.mode == "compatible":
                body = reference.write_compatible_body(encrypt, self.message)
            else:
                body = reference.write_safe_body(
                    encrypt, self.to_user_name, self.format, self.crypt.dialect
                )
        query = {name: value for name, value in query.items() if name not in self.drop}
        query |= self.change
        body = body if self.body is None else self.body
        return Request("POST", reference.write_query(query), body)

    @property
    def replay_key(self) -> str:
        """The signature that covers the request."""
        if self.mode == "plain":
            return reference.sign(self.crypt.token, self.timestamp, self.nonce)
        return reference.sign(self.crypt.token, self.timestamp, self.nonce, self.encrypt())


SCENARIOS: list[Json] = []


def endpoint(
    *crypts: Crypt,
    plain: str | None = None,
    tolerance: int | None = 300,
    account: str | None = None,
    max_body: int | None = None,
) -> Json:
    accepts: Json = {"plain": plain} if plain is not None else {}
    if plain is None:
        accepts = {"crypts": [crypt.to_json() for crypt in crypts or (MAIN,)]}
    return {**accepts, "tolerance": tolerance, "account": account, "max_body": max_body}


def add(
    id: str,
    what: str,
    request: Request,
    expected: Json,
    *,
    at: Json | None = None,
    now: int = NOW,
    diagnose: list[str] | None = None,
) -> None:
    assert all(scenario["id"] != id for scenario in SCENARIOS), id
    SCENARIOS.append(
        {
            "id": id,
            "what": what,
            "endpoint": endpoint() if at is None else at,
            "request": {"method": request.method, "query": request.query, "body": request.body},
            "now": now,
            "expected": expected,
            **({} if diagnose is None else {"diagnose": diagnose}),
        }
    )


def refused(name: str, http_status: int | None = None) -> Json:
    code, usual_status = ERRORS[name]
    return {"error": {"name": name, "code": code, "http_status": http_status or usual_status}}


def echoed(echostr: str) -> Json:
    response = {"status": 200, "content_type": TEXT_TYPE, "body": echostr}
    return {"kind": "url_check", "response": response}


def says(
    to_user_name: str | None = None,
    from_user_name: str | None = None,
    create_time: int | None = None,
    msg_type: str | None = None,
    event: str | None = None,
    msg_id: str | None = None,
    info_type: str | None = None,
) -> Json:
    """What the accessors say; what is left out is null."""
    return dict(locals())


def says_by_the_usual_names(message: Json) -> Json:
    def first(kind: type, *names: str) -> Any:
        values = [message[name] for name in names if name in message]
        firsts = [value[0] if isinstance(value, list) and value else value for value in values]
        return next((value for value in firsts if type(value) is kind), None)

    return says(
        to_user_name=first(str, "ToUserName"),
        from_user_name=first(str, "FromUserName"),
        create_time=first(int, "CreateTime"),
        msg_type=first(str, "MsgType"),
        event=first(str, "Event"),
        msg_id=first(str, "MsgId", "MsgID"),
        info_type=first(str, "InfoType"),
    )


def received(
    push: Push,
    message: Json,
    answers: list[Json] | None = None,
    widget_query: Json | None = None,
    accessors: Json | None = None,
) -> Json:
    return {
        "kind": "push",
        "format": push.format,
        "message": message,
        "accessors": accessors or says_by_the_usual_names(message),
        "dedup_key": reference.dedup_key(message),
        "replay_key": push.replay_key,
        **({} if widget_query is None else {"widget_query": widget_query}),
        "answers": answers or [],
    }


class Answers:
    """The answers to one push."""

    def __init__(self, push: Push) -> None:
        self.push = push
        self.made: list[Json] = []

    def _call(self, call: str, arguments: Json, now: int) -> Json:
        letters = string.ascii_letters + string.digits
        digest = hashlib.shake_256(f"{call} {len(self.made)}".encode()).digest(16)
        random = "".join(letters[byte % len(letters)] for byte in digest)
        return {"call": call, "arguments": arguments, "now": now, "random": random}

    def text(self, call: str, body: str) -> Answers:
        """An answer that is never sealed, `success` or empty."""
        response = {"status": 200, "content_type": TEXT_TYPE, "body": body}
        self.made.append({**self._call(call, {}, ANSWERED_AT), "response": response})
        return self

    def sealed(self, call: str, arguments: Json, xml: str, json: str) -> Answers:
        """An answer that says `xml` or `json`, whichever the push's format is."""
        made = self._call(call, arguments, ANSWERED_AT)
        push, body = self.push, {"xml": xml, "json": json}[self.push.format]
        if push.mode != "plain":
            settings = push.crypt.settings
            message, random = body.encode(), made["random"].encode()
            body = reference.seal(
                settings,
                message,
                str(ANSWERED_AT),
                push.nonce,
                random,
                push.format,
                push.crypt.dialect,
            ).body
            assert reference.open_reply(settings, body.encode()).message == message
        content_type = DOCUMENT_TYPES[push.format]
        made["response"] = {"status": 200, "content_type": content_type, "body": body}
        self.made.append(made)
        return self

    def reply(self, call: str, arguments: Json, xml: str, json: str) -> Answers:
        """An answer to the user of the text message and of the widget, without what all have."""
        return self.sealed(
            call,
            arguments,
            "<xml><ToUserName><![CDATA[oHiD1v9MzTFE4f2lLasf123E1QJ0]]></ToUserName>"
            "<FromUserName><![CDATA[gh_6ad1513a84d8]]></FromUserName>"
            f"<CreateTime>1714112446</CreateTime>{xml}</xml>",
            '{"ToUserName":"oHiD1v9MzTFE4f2lLasf123E1QJ0","FromUserName":"gh_6ad1513a84d8",'
            f'"CreateTime":1714112446,{json}}}',
        )

    def unwritable(self, call: str, arguments: Json, now: int = ANSWERED_AT) -> Answers:
        """An answer that cannot be written."""
        error = {"name": "UnwritableReply", "code": ERRORS["UnwritableReply"][0]}
        self.made.append({**self._call(call, arguments, now), "error": error})
        return self


# --- URL checks ----------------------------------------------------------------------------------


def url_check_query(crypt: Crypt = MAIN, timestamp: str = TIMESTAMP, **more: str) -> str:
    signature = reference.sign(crypt.token, timestamp, NONCE)
    return reference.write_query(
        {"signature": signature, "timestamp": timestamp, "nonce": NONCE, **more}
    )


def wecom_check_query(crypt: Crypt, encrypt: str, echostr: str | None = None) -> str:
    msg_signature = reference.sign(crypt.token, TIMESTAMP, NONCE, encrypt)
    query = {"msg_signature": msg_signature, "timestamp": TIMESTAMP, "nonce": NONCE}
    return reference.write_query({**query, "echostr": echostr or encrypt})


def wecom_echostr(crypt: Crypt, echostr: str) -> str:
    """Encrypt an echostr, so that its base64 has a plus."""
    for count in range(1000):
        random = hashlib.shake_256(f"echostr {count}".encode()).digest(16)
        encrypt = reference.encrypt_message(crypt.settings, echostr.encode(), random)
        if "+" in encrypt:
            return encrypt
    raise AssertionError("no plus in a thousand cipher texts")


def url_checks() -> None:
    echostr = "4375120948345356249"
    good = url_check_query(echostr=echostr)
    add(
        "url_check_wechat",
        "WeChat checks the URL: the echostr is answered as received",
        Request("GET", good),
        echoed(echostr),
        diagnose=[],
    )
    add(
        "url_check_plain",
        "the same check at a plain endpoint",
        Request("GET", good),
        echoed(echostr),
        at=endpoint(plain=MAIN.token),
        diagnose=[],
    )
    add(
        "url_check_leading_question_mark",
        "a query that still has its question mark",
        Request("GET", f"?{good}"),
        echoed(echostr),
    )
    add(
        "url_check_percent_encoded_echostr",
        "an echostr is percent-decoded once, and a plus in it stays a plus",
        Request("GET", f"{url_check_query()}&echostr=a%2Bb+c%2520%E4%BD%A0<b>"),
        echoed("a+b+c%20你<b>"),
    )
    add(
        "url_check_previous_token",
        "during a rotation a check with the previous Token is answered too",
        Request("GET", url_check_query(PREVIOUS, echostr=echostr)),
        echoed(echostr),
        at=endpoint(MAIN, PREVIOUS),
    )
    add(
        "url_check_wrong_signature",
        "a check that was signed with another Token",
        Request("GET", url_check_query(PREVIOUS, echostr=echostr)),
        refused("SignatureMismatch"),
        diagnose=["AnotherToken"],
    )
    signature = reference.sign(MAIN.token, TIMESTAMP, NONCE)
    add(
        "url_check_upper_case_signature",
        "a signature in upper case is none",
        Request("GET", good.replace(signature, signature.upper())),
        refused("SignatureMismatch"),
        diagnose=["UpperCaseSignature"],
    )
    for name in ("signature", "timestamp", "nonce", "echostr"):
        parameters = [pair for pair in good.split("&") if not pair.startswith(f"{name}=")]
        add(
            f"url_check_without_{name}",
            f"a check without {name}",
            Request("GET", "&".join(parameters)),
            refused("MalformedQuery"),
            diagnose=["MissingParameter"],
        )
    add(
        "url_check_repeated_nonce",
        "a parameter that stands twice, once under an encoded name",
        Request("GET", f"{good}&%6eonce=1"),
        refused("MalformedQuery"),
        diagnose=["BrokenQuery"],
    )
    add(
        "url_check_other_parameter_repeated",
        "parameters that the protocol does not know may stand as often as they like",
        Request("GET", f"{good}&from=a&from=b"),
        echoed(echostr),
    )
    add(
        "url_check_nonce_outside_the_grammar",
        "a nonce with a full stop, although the hash is right",
        Request(
            "GET",
            reference.write_query(
                {
                    "signature": reference.sign(MAIN.token, TIMESTAMP, "41567.0741"),
                    "timestamp": TIMESTAMP,
                    "nonce": "41567.0741",
                    "echostr": echostr,
                }
            ),
        ),
        refused("MalformedQuery"),
        diagnose=["MalformedStamp"],
    )
    for method in ("PUT", "HEAD", "get"):
        add(
            f"method_{method}",
            f"the method {method} is neither GET nor POST",
            Request(method, good),
            refused("MalformedQuery", 405),
            diagnose=["UnknownMethod"],
        )
    for id, what, timestamp, accepted in (
        ("oldest", "a timestamp exactly 300 seconds old", NOW - 300, True),
        ("too_old", "a timestamp 301 seconds old", NOW - 301, False),
        ("latest", "a timestamp exactly 300 seconds ahead", NOW + 300, True),
        ("too_late", "a timestamp 301 seconds ahead", NOW + 301, False),
    ):
        add(
            f"url_check_{id}",
            what,
            Request("GET", url_check_query(timestamp=str(timestamp), echostr=echostr)),
            echoed(echostr) if accepted else refused("StaleTimestamp"),
            diagnose=[] if accepted else ["StaleTimestamp"],
        )
    add(
        "url_check_no_tolerance",
        "without a tolerance an old check is answered",
        Request("GET", url_check_query(timestamp="1000000000", echostr=echostr)),
        echoed(echostr),
        at=endpoint(tolerance=None),
    )
    for tolerance in (300, None):
        add(
            f"url_check_13_digits{'' if tolerance else '_no_tolerance'}",
            "a timestamp in milliseconds could be one of seconds with digits of the nonce",
            Request("GET", url_check_query(timestamp=f"{NOW}123", echostr=echostr)),
            refused("StaleTimestamp"),
            at=endpoint(tolerance=tolerance),
        )
    encrypt = wecom_echostr(WECOM, "1616140317555161061")
    checked = wecom_check_query(WECOM, encrypt)
    add(
        "url_check_wecom",
        "WeCom's echostr is encrypted, and answered decrypted",
        Request("GET", checked),
        echoed("1616140317555161061"),
        at=endpoint(WECOM),
        diagnose=[],
    )
    add(
        "url_check_wecom_bare_plus",
        "the same with the plus of the base64 left as it is",
        Request("GET", checked.replace("%2B", "+")),
        echoed("1616140317555161061"),
        at=endpoint(WECOM),
    )
    add(
        "url_check_wecom_plus_became_space",
        "somebody read the plus of the base64 as a space",
        Request("GET", checked.replace("%2B", "%20")),
        refused("SignatureMismatch"),
        at=endpoint(WECOM),
        diagnose=["PlusBecameSpace"],
    )
    add(
        "url_check_wecom_encoded_twice",
        "somebody percent-encoded the echostr once more",
        Request("GET", wecom_check_query(WECOM, encrypt, encrypt.replace("+", "%2B"))),
        refused("SignatureMismatch"),
        at=endpoint(WECOM),
        diagnose=["PercentEncodedTwice"],
    )
    add(
        "url_check_wecom_another_corp",
        "the corpid inside the echostr is another",
        Request("GET", wecom_check_query(SUITE, wecom_echostr(SUITE, "1"))),
        refused("ReceiveIdMismatch"),
        at=endpoint(replace(WECOM, receive_id="wwd08c8e7c775ab44d")),
        diagnose=["AnotherCorpOrSuite"],
    )
    add(
        "url_check_wecom_at_wechat",
        "WeCom's check has no signature, which the dialect wechat needs",
        Request("GET", checked),
        refused("MalformedQuery"),
        at=endpoint(replace(WECOM, dialect="wechat")),
        diagnose=["DialectIsWecom"],
    )
    add(
        "url_check_wechat_at_wecom",
        "WeChat's check has no msg_signature, which the dialect wecom needs",
        Request("GET", good),
        refused("MalformedQuery"),
        at=endpoint(replace(MAIN, dialect="wecom")),
        diagnose=["DialectIsWechat"],
    )


# --- Messages, and every way to answer them ------------------------------------------------------

TEXTS = {
    "xml": (
        "<xml><ToUserName><![CDATA[gh_6ad1513a84d8]]></ToUserName>\n"
        "<FromUserName><![CDATA[oHiD1v9MzTFE4f2lLasf123E1QJ0]]></FromUserName>\n"
        "<CreateTime>1714112439</CreateTime>\n"
        "<MsgType><![CDATA[text]]></MsgType>\n"
        "<Content><![CDATA[你好 😀 <a href=\"x\">&amp;</a> ]]]]><![CDATA[> 'end']]></Content>\n"
        "<MsgId>24504060812315138049</MsgId>\n"
        "</xml>"
    ),
    "json": (
        '{"ToUserName":"gh_6ad1513a84d8","FromUserName":"oHiD1v9MzTFE4f2lLasf123E1QJ0",'
        '"CreateTime":1714112439,"MsgType":"text",'
        '"Content":"你好 \\ud83d\\ude00 <a href=\\"x\\">&amp;<\\/a> ]]> \'end\'",'
        '"MsgId":24504060812315138049}'
    ),
}
TEXT_VIEW: Json = {
    "ToUserName": "gh_6ad1513a84d8",
    "FromUserName": "oHiD1v9MzTFE4f2lLasf123E1QJ0",
    "CreateTime": 1714112439,
    "MsgType": "text",
    "Content": "你好 😀 <a href=\"x\">&amp;</a> ]]> 'end'",
    "MsgId": "24504060812315138049",
}


# An answer of each kind that only a robot takes.
ROBOTS_ANSWERS: Json = {
    "reply_welcome": {"content": "hello"},
    "reply_stream": {"id": "STREAMID", "content": "hello", "finish": True},
    "reply_template_card": {"card": "{}"},
    "reply_stream_with_template_card": {"id": "STREAMID", "content": "", "finish": False},
    "update_template_card": {"card": "{}"},
}


def text_answers(push: Push) -> list[Json]:
    answers = Answers(push).text("success", "success").text("empty", "")
    answers.reply(
        "reply_text",
        {"content": '微信 🧧\r\n<b>"]]>"</b>\\ & ]]>'},
        "<MsgType><![CDATA[text]]></MsgType>"
        '<Content><![CDATA[微信 🧧]]>&#13;<![CDATA[\n<b>"]]]]><![CDATA[>"</b>\\ & ]]]]><![CDATA[>]]>'
        "</Content>",
        '"MsgType":"text","Content":"微信 🧧\\r\\n<b>\\"]]>\\"</b>\\\\ & ]]>"',
    )
    answers.reply(
        "reply_text",
        {"content": ""},
        "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[]]></Content>",
        '"MsgType":"text","Content":""',
    )
    answers.reply(
        "reply_image",
        {"media_id": "eYJ1MbwPRJtOvIEabaxHs7TX2D-HV71s79GUxqdUkjm6Gs2Ed1KF3ulAOA9H1xG0"},
        "<MsgType><![CDATA[image]]></MsgType><Image><MediaId><![CDATA["
        "eYJ1MbwPRJtOvIEabaxHs7TX2D-HV71s79GUxqdUkjm6Gs2Ed1KF3ulAOA9H1xG0]]></MediaId></Image>",
        '"MsgType":"image","Image":{"MediaId":'
        '"eYJ1MbwPRJtOvIEabaxHs7TX2D-HV71s79GUxqdUkjm6Gs2Ed1KF3ulAOA9H1xG0"}',
    )
    answers.reply(
        "reply_voice",
        {"media_id": "voice_1"},
        "<MsgType><![CDATA[voice]]></MsgType><Voice><MediaId><![CDATA[voice_1]]></MediaId></Voice>",
        '"MsgType":"voice","Voice":{"MediaId":"voice_1"}',
    )
    answers.reply(
        "reply_video",
        {"media_id": "video_1", "title": "标题", "description": ""},
        "<MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[video_1]]></MediaId>"
        "<Title><![CDATA[标题]]></Title><Description><![CDATA[]]></Description></Video>",
        '"MsgType":"video","Video":{"MediaId":"video_1","Title":"标题","Description":""}',
    )
    answers.reply(
        "reply_music",
        {
            "thumb_media_id": "media_id",
            "title": "TITLE",
            "description": "DESCRIPTION",
            "music_url": "MUSIC_Url",
            "hq_music_url": "HQ_MUSIC_Url",
        },
        "<MsgType><![CDATA[music]]></MsgType><Music><Title><![CDATA[TITLE]]></Title>"
        "<Description><![CDATA[DESCRIPTION]]></Description>"
        "<MusicUrl><![CDATA[MUSIC_Url]]></MusicUrl><HQMusicUrl><![CDATA[HQ_MUSIC_Url]]></HQMusicUrl>"
        "<ThumbMediaId><![CDATA[media_id]]></ThumbMediaId></Music>",
        '"MsgType":"music","Music":{"Title":"TITLE","Description":"DESCRIPTION",'
        '"MusicUrl":"MUSIC_Url","HQMusicUrl":"HQ_MUSIC_Url","ThumbMediaId":"media_id"}',
    )
    answers.reply(
        "reply_music",
        {
            "thumb_media_id": "thumb_1",
            "description": "",
            "music_url": "https://example.com/?a=1&b=2",
        },
        "<MsgType><![CDATA[music]]></MsgType><Music><Description><![CDATA[]]></Description>"
        "<MusicUrl><![CDATA[https://example.com/?a=1&b=2]]></MusicUrl>"
        "<ThumbMediaId><![CDATA[thumb_1]]></ThumbMediaId></Music>",
        '"MsgType":"music","Music":{"Description":"","MusicUrl":"https://example.com/?a=1&b=2",'
        '"ThumbMediaId":"thumb_1"}',
    )
    answers.reply(
        "reply_music",
        {"thumb_media_id": "thumb_1"},
        "<MsgType><![CDATA[music]]></MsgType>"
        "<Music><ThumbMediaId><![CDATA[thumb_1]]></ThumbMediaId></Music>",
        '"MsgType":"music","Music":{"ThumbMediaId":"thumb_1"}',
    )
    answers.reply(
        "reply_news",
        {
            "articles": [
                {
                    "title": "一",
                    "description": "first & only",
                    "pic_url": "https://example.com/1.png",
                    "url": "https://example.com/?a=1&b=2",
                },
                {"title": "二", "description": "", "pic_url": "", "url": "https://example.com/2"},
            ]
        },
        "<MsgType><![CDATA[news]]></MsgType><ArticleCount>2</ArticleCount><Articles>"
        "<item><Title><![CDATA[一]]></Title><Description><![CDATA[first & only]]></Description>"
        "<PicUrl><![CDATA[https://example.com/1.png]]></PicUrl>"
        "<Url><![CDATA[https://example.com/?a=1&b=2]]></Url></item>"
        "<item><Title><![CDATA[二]]></Title><Description><![CDATA[]]></Description>"
        "<PicUrl><![CDATA[]]></PicUrl><Url><![CDATA[https://example.com/2]]></Url></item>"
        "</Articles>",
        '"MsgType":"news","ArticleCount":2,"Articles":['
        '{"Title":"一","Description":"first & only","PicUrl":"https://example.com/1.png",'
        '"Url":"https://example.com/?a=1&b=2"},'
        '{"Title":"二","Description":"","PicUrl":"","Url":"https://example.com/2"}]',
    )
    answers.reply(
        "transfer_customer_service",
        {},
        "<MsgType><![CDATA[transfer_customer_service]]></MsgType>",
        '"MsgType":"transfer_customer_service"',
    )
    answers.reply(
        "transfer_customer_service",
        {"kf_account": "test1@test"},
        "<MsgType><![CDATA[transfer_customer_service]]></MsgType>"
        "<TransInfo><KfAccount><![CDATA[test1@test]]></KfAccount></TransInfo>",
        '"MsgType":"transfer_customer_service","TransInfo":{"KfAccount":"test1@test"}',
    )
    raw = "<xml>anything, also ]]> and 你好\r\n</xml>"
    answers.sealed("reply_raw", {"message": raw}, raw, raw)
    answers.unwritable("reply_news", {"articles": []})
    answers.unwritable("reply_widget", {"lifespan": 60, "data": "{}"})
    for call, arguments in ROBOTS_ANSWERS.items():
        answers.unwritable(call, arguments)
    if push.format == "xml":
        # JSON can say these characters; XML 1.0 has no way to.
        answers.unwritable("reply_music", {"thumb_media_id": "t", "title": "\u0001"})
        answers.unwritable("reply_text", {"content": "a\u000bb"})
        answers.unwritable("reply_image", {"media_id": "\uffff"})
        answers.unwritable("transfer_customer_service", {"kf_account": "\u0001"})
    else:
        answers.reply(
            "reply_text",
            {"content": "a\u000bb\u001f\uffff\u007f/"},
            "",
            '"MsgType":"text","Content":"a\\u000bb\\u001f\uffff\u007f/"',
        )
    if push.mode != "plain":
        answers.unwritable("reply_text", {"content": "later"}, now=10**13)
        answers.unwritable("reply_raw", {"message": "later"}, now=10**13)
    return answers.made


def texts() -> None:
    for format in ("xml", "json"):
        push = Push(TEXTS[format], format=format)
        add(
            f"text_safe_{format}",
            f"a text in safe mode as {format.upper()}, and every answer to it",
            push.request(),
            received(push, TEXT_VIEW, text_answers(push)),
            diagnose=[],
        )
        plain = Push(TEXTS[format], format=format, mode="plain")
        add(
            f"text_plain_{format}",
            f"a text in plain mode as {format.upper()}, and every answer to it",
            plain.request(),
            received(plain, TEXT_VIEW, text_answers(plain)),
            at=endpoint(plain=MAIN.token),
            diagnose=[],
        )
        compatible = Push(TEXTS[format], format=format, mode="compatible")
        add(
            f"text_compatible_{format}",
            f"a text in compatible mode as {format.upper()}",
            compatible.request(),
            received(compatible, TEXT_VIEW, Answers(compatible).text("success", "success").made),
            diagnose=[],
        )
        request = compatible.request()
        lying = request.body.replace("你好", "转账").replace("gh_6ad1513a84d8", "gh_0")
        add(
            f"text_compatible_lying_twins_{format}",
            f"in compatible mode the plaintext beside the cipher text is dropped, as {format.upper()}",
            replace(request, body=lying),
            received(
                compatible,
                TEXT_VIEW,
                Answers(compatible)
                .reply(
                    "reply_text",
                    {"content": "ok"},
                    "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[ok]]></Content>",
                    '"MsgType":"text","Content":"ok"',
                )
                .made,
            ),
        )
    quiet = Push(TEXTS["json"], format="json", drop=("signature", "encrypt_type", "openid"))
    add(
        "text_safe_only_msg_signature",
        "neither signature nor encrypt_type is needed in safe mode",
        quiet.request(),
        received(quiet, TEXT_VIEW),
        diagnose=[],
    )
    odd = Push(TEXTS["xml"], change={"signature": "0" * 40, "encrypt_type": "raw"})
    add(
        "text_safe_signature_ignored",
        "signature and encrypt_type are not looked at in safe mode, whatever they say",
        odd.request(),
        received(odd, TEXT_VIEW),
        diagnose=[],
    )
    bom = Push(TEXTS["json"], format="json")
    request = bom.request()
    add(
        "text_safe_bom_and_white_space",
        "a byte order mark and white space before the body are skipped",
        replace(request, body=f"\ufeff\r\n\t {request.body}\n"),
        received(bom, TEXT_VIEW),
    )
    slashes = Push(TEXTS["json"], format="json")
    request = slashes.request()
    encrypt = slashes.encrypt()
    assert "/" in encrypt
    add(
        "text_safe_escaped_slashes",
        "PHP writes \\/ for a slash in JSON, and the signature is over the slash",
        replace(request, body=request.body.replace(encrypt, encrypt.replace("/", "\\/"))),
        received(slashes, TEXT_VIEW),
        diagnose=[],
    )
    spaced = Push(TEXTS["xml"])
    request = spaced.request()
    encrypt = spaced.encrypt()
    add(
        "text_safe_white_space_around_encrypt",
        "in XML the white space around Encrypt is no part of it",
        replace(request, body=request.body.replace(f"<![CDATA[{encrypt}]]>", f"\n  {encrypt}\r\n")),
        received(spaced, TEXT_VIEW),
        diagnose=[],
    )
    shaped = '{"MsgType":"text","FromUserName":"a|b%c","MsgId":"49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067","more":[true,false,null,1.50,-0,{"x":"\\u4f60\\u0000"}],"CreateTime":"1714112439","Scene":"01"}'
    push = Push(shaped, format="json")
    add(
        "json_values",
        "numbers outside the table stay the text of their digits",
        push.request(),
        received(
            push,
            {
                "MsgType": "text",
                "FromUserName": "a|b%c",
                "MsgId": "49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067",
                "more": [True, False, None, "1.50", "-0", {"x": "你\u0000"}],
                "CreateTime": 1714112439,
                "Scene": "01",
            },
            # Without a ToUserName nobody can be named as the sender of the answer.
            Answers(push)
            .unwritable("reply_text", {"content": "x"})
            .unwritable("transfer_customer_service", {})
            .sealed("reply_raw", {"message": "{}"}, "", "{}")
            .made,
        ),
    )
    with_nul = '{"MsgType":"event","Event":"a\\u0000b","FromUserName":"o1","CreateTime":1714112439}'
    push = Push(with_nul, format="json")
    add(
        "json_nul_in_an_event",
        "a NUL inside a name is a character like others",
        push.request(),
        received(
            push,
            {
                "MsgType": "event",
                "Event": "a\u0000b",
                "FromUserName": "o1",
                "CreateTime": 1714112439,
            },
        ),
    )
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><xml><MsgType>text</MsgType><a><b>1</b><b>2</b></a><c/><d>&lt;&#x4f60;&gt;</d><MsgType>event</MsgType></xml>'
    push = Push(xml)
    add(
        "xml_values",
        "nested and repeated elements, entities, and neither id nor event",
        push.request(),
        received(
            push,
            {"MsgType": ["text", "event"], "a": {"b": ["1", "2"]}, "c": "", "d": "<你>"},
        ),
    )


# --- Events --------------------------------------------------------------------------------------


def event(id: str, what: str, push: Push, message: Json, **more: Any) -> None:
    at = endpoint(plain=push.crypt.token) if push.mode == "plain" else endpoint(push.crypt)
    add(id, what, push.request(), received(push, message, **more), at=at, diagnose=[])


def events() -> None:
    for format, message in {
        "json": '{"ToUserName":"gh_6ad1513a84d8","FromUserName":"oHiD1v9MzTFE4f2lLasf123E1QJ0",'
        '"CreateTime":1482048670,"MsgType":"event","Event":"user_enter_tempsession",'
        '"SessionFrom":"sessionFrom"}',
        "xml": "<xml><ToUserName>gh_6ad1513a84d8</ToUserName>"
        "<FromUserName>oHiD1v9MzTFE4f2lLasf123E1QJ0</FromUserName>"
        "<CreateTime>1482048670</CreateTime><MsgType>event</MsgType>"
        "<Event>user_enter_tempsession</Event><SessionFrom>sessionFrom</SessionFrom></xml>",
    }.items():
        push = Push(message, format=format)
        event(
            f"event_enter_session_{format}",
            "a user opens the customer-service session; an event cannot be transferred",
            push,
            {
                "ToUserName": "gh_6ad1513a84d8",
                "FromUserName": "oHiD1v9MzTFE4f2lLasf123E1QJ0",
                "CreateTime": 1482048670,
                "MsgType": "event",
                "Event": "user_enter_tempsession",
                "SessionFrom": "sessionFrom",
            },
            answers=Answers(push)
            .text("success", "success")
            .unwritable("transfer_customer_service", {})
            .unwritable("transfer_customer_service", {"kf_account": "test1@test"})
            .unwritable("reply_widget", {"lifespan": 60, "data": "{}"})
            .made,
        )
    event(
        "event_click",
        "a click in a menu, with its EventKey",
        Push(
            '{"ToUserName":"gh_6ad1513a84d8","FromUserName":"o1","CreateTime":1714112439,'
            '"MsgType":"event","Event":"CLICK","EventKey":"V1001|GOOD"}',
            format="json",
        ),
        {
            "ToUserName": "gh_6ad1513a84d8",
            "FromUserName": "o1",
            "CreateTime": 1714112439,
            "MsgType": "event",
            "Event": "CLICK",
            "EventKey": "V1001|GOOD",
        },
    )
    head: Json = {
        "ToUserName": "gh_123456789abc",
        "FromUserName": "o7esq5OI1Uej6Xixw1lA2H7XDVbc",
        "CreateTime": 1620973045,
        "MsgType": "event",
    }
    json_head = (
        '{"ToUserName":"gh_123456789abc","FromUserName":"o7esq5OI1Uej6Xixw1lA2H7XDVbc",'
        '"CreateTime":"1620973045","MsgType":"event","Event":"subscribe_msg_popup_event","List":'
    )
    xml_head = (
        "<xml><ToUserName><![CDATA[gh_123456789abc]]></ToUserName>"
        "<FromUserName><![CDATA[o7esq5OI1Uej6Xixw1lA2H7XDVbc]]></FromUserName>"
        "<CreateTime>1620973045</CreateTime><MsgType><![CDATA[event]]></MsgType>"
    )
    first = {
        "TemplateId": "hD-ixGOhYmUfjOnI8MCzQMPshzGVeux_2vzyvQu7O68",
        "SubscribeStatusString": "accept",
        "PopupScene": "0",
    }
    second = {
        "TemplateId": "zmZv5j6JcYWEo8mMk2LZcPRUF4wGwqyZdOc-G2w3Hj8",
        "SubscribeStatusString": "reject",
        "PopupScene": "2",
    }

    def json_item(item: Json) -> str:
        return "{" + ",".join(f'"{name}":"{value}"' for name, value in item.items()) + "}"

    def xml_item(item: Json) -> str:
        fields = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in item.items())
        return f"<List>{fields}</List>"

    popup = {**head, "Event": "subscribe_msg_popup_event"}
    for count, items in (("one", [first]), ("several", [first, second])):
        listed = json_item(first) if count == "one" else f"[{json_item(first)},{json_item(second)}]"
        for format, message in {
            "json": f"{json_head}{listed}}}",
            "xml": f"{xml_head}<Event><![CDATA[subscribe_msg_popup_event]]></Event>"
            f"<SubscribeMsgPopupEvent>{''.join(map(xml_item, items))}</SubscribeMsgPopupEvent></xml>",
        }.items():
            event(
                f"event_subscribe_{count}_{format}",
                f"a subscription's List with {count}, as {format.upper()}: an array either way",
                Push(message, format=format, to_user_name="gh_123456789abc"),
                {**popup, "List": items},
            )
    event(
        "event_subscribe_sent_xml",
        "the result of a subscription message; MsgID is text at any depth",
        Push(
            f"{xml_head}<Event><![CDATA[subscribe_msg_sent_event]]></Event><SubscribeMsgSentEvent>"
            "<List><TemplateId><![CDATA[t1]]></TemplateId><MsgID>1864323726461255680</MsgID>"
            "<ErrorCode>0</ErrorCode><ErrorStatus><![CDATA[success]]></ErrorStatus></List>"
            "</SubscribeMsgSentEvent></xml>",
            mode="plain",
        ),
        {
            **head,
            "Event": "subscribe_msg_sent_event",
            "List": [
                {
                    "TemplateId": "t1",
                    "MsgID": "1864323726461255680",
                    "ErrorCode": "0",
                    "ErrorStatus": "success",
                }
            ],
        },
    )
    checked: Json = {
        "ToUserName": "gh_9df7d78a1234",
        "FromUserName": "o4_t144jTUSEoxydysUA2E234_tc",
        "CreateTime": 1626959646,
        "MsgType": "event",
        "Event": "wxa_media_check",
        "appid": "wx8f16a5e77871234",
        "trace_id": "60f96f1d-3845297a-1976a3ae",
        "version": 2,
        "detail": [
            {
                "strategy": "content_model",
                "errcode": 0,
                "suggest": "pass",
                "label": 100,
                "prob": 90,
            }
        ],
        "errcode": 0,
        "errmsg": "ok",
        "result": {"suggest": "pass", "label": 100},
    }
    event(
        "event_media_check_json",
        "the result of a check of media, with names in lower case",
        Push(
            '{"ToUserName": "gh_9df7d78a1234","FromUserName": "o4_t144jTUSEoxydysUA2E234_tc",'
            '"CreateTime": 1626959646,"MsgType": "event","Event": "wxa_media_check",'
            '"appid": "wx8f16a5e77871234","trace_id": "60f96f1d-3845297a-1976a3ae","version": 2,'
            '"detail": [{"strategy": "content_model","errcode": 0,"suggest": "pass","label": 100,'
            '"prob": 90}],"errcode": 0,"errmsg": "ok","result": {"suggest": "pass","label": 100}}',
            format="json",
        ),
        checked,
    )
    event(
        "event_media_check_xml",
        "the same in XML, where detail is repeated",
        Push(
            "<xml><ToUserName><![CDATA[gh_9df7d78a1234]]></ToUserName>"
            "<FromUserName><![CDATA[o4_t144jTUSEoxydysUA2E234_tc]]></FromUserName>"
            "<CreateTime>1626959646</CreateTime><MsgType><![CDATA[event]]></MsgType>"
            "<Event><![CDATA[wxa_media_check]]></Event><appid><![CDATA[wx8f16a5e77871234]]></appid>"
            "<trace_id><![CDATA[60f96f1d-3845297a-1976a3ae]]></trace_id><version>2</version>"
            "<detail><strategy><![CDATA[content_model]]></strategy><errcode>0</errcode>"
            "<suggest><![CDATA[pass]]></suggest><label>100</label><prob>90</prob></detail>"
            "<detail><strategy><![CDATA[keyword]]></strategy><errcode>0</errcode></detail>"
            "<errcode>0</errcode><errmsg><![CDATA[ok]]></errmsg>"
            "<result><suggest><![CDATA[pass]]></suggest><label>100</label></result></xml>"
        ),
        {**checked, "detail": [*checked["detail"], {"strategy": "keyword", "errcode": 0}]},
    )
    ticket = Push(
        "<xml><AppId><![CDATA[wx11e1ddf0ffd2f5a5]]></AppId><CreateTime>1413192605</CreateTime>"
        "<InfoType><![CDATA[component_verify_ticket]]></InfoType>"
        "<ComponentVerifyTicket><![CDATA[ticket@@@abc]]></ComponentVerifyTicket></xml>",
        crypt=COMPONENT,
    )
    request = ticket.request()
    add(
        "openplatform_ticket",
        "the open platform's ticket: AppId in place of ToUserName, and nobody to answer to",
        replace(request, body=request.body.replace("ToUserName", "AppId")),
        received(
            ticket,
            {
                "AppId": "wx11e1ddf0ffd2f5a5",
                "CreateTime": 1413192605,
                "InfoType": "component_verify_ticket",
                "ComponentVerifyTicket": "ticket@@@abc",
            },
            Answers(ticket)
            .text("success", "success")
            .unwritable("reply_text", {"content": "x"})
            .unwritable("transfer_customer_service", {})
            .made,
        ),
        # An account says nothing about a message that is addressed to none.
        at=endpoint(COMPONENT, account="gh_6ad1513a84d8"),
        diagnose=[],
    )
    event(
        "openplatform_authorized",
        "an account authorizes a third party",
        Push(
            "<xml><AppId>wx11e1ddf0ffd2f5a5</AppId><CreateTime>1413192760</CreateTime>"
            "<InfoType>authorized</InfoType><AuthorizerAppid>wxf8b4f85f3a794e77</AuthorizerAppid>"
            "<AuthorizationCode>code</AuthorizationCode>"
            "<AuthorizationCodeExpiredTime>1413196360</AuthorizationCodeExpiredTime>"
            "<PreAuthCode>pre</PreAuthCode></xml>",
            crypt=COMPONENT,
        ),
        {
            "AppId": "wx11e1ddf0ffd2f5a5",
            "CreateTime": 1413192760,
            "InfoType": "authorized",
            "AuthorizerAppid": "wxf8b4f85f3a794e77",
            "AuthorizationCode": "code",
            "AuthorizationCodeExpiredTime": 1413196360,
            "PreAuthCode": "pre",
        },
    )


def wecom() -> None:
    head = (
        "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>"
        "<FromUserName><![CDATA[mycreate]]></FromUserName><CreateTime>1409659813</CreateTime>"
    )
    text = Push(
        f"{head}<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[hello]]></Content>"
        "<MsgId>4561255354251345929</MsgId><AgentID>218</AgentID></xml>",
        crypt=WECOM,
    )
    view: Json = {
        "ToUserName": "wx5823bf96d3bd56c7",
        "FromUserName": "mycreate",
        "CreateTime": 1409659813,
    }
    event(
        "wecom_text_xml",
        "a text to an app of WeCom",
        text,
        {
            **view,
            "MsgType": "text",
            "Content": "hello",
            "MsgId": "4561255354251345929",
            "AgentID": 218,
        },
        answers=Answers(text)
        .sealed(
            "reply_text",
            {"content": "this is a test"},
            "<xml><ToUserName><![CDATA[mycreate]]></ToUserName>"
            "<FromUserName><![CDATA[wx5823bf96d3bd56c7]]></FromUserName>"
            "<CreateTime>1714112446</CreateTime><MsgType><![CDATA[text]]></MsgType>"
            "<Content><![CDATA[this is a test]]></Content></xml>",
            "",
        )
        .made,
    )
    event(
        "wecom_event_click",
        "an event of WeCom, with its AgentID",
        Push(
            f"{head}<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[click]]></Event>"
            "<EventKey><![CDATA[EVENTKEY]]></EventKey><AgentID>1</AgentID></xml>",
            crypt=WECOM,
        ),
        {**view, "MsgType": "event", "Event": "click", "EventKey": "EVENTKEY", "AgentID": 1},
    )
    event(
        "wecom_event_contact",
        "a change of the address book",
        Push(
            "<xml><ToUserName>wx5823bf96d3bd56c7</ToUserName><FromUserName>sys</FromUserName>"
            "<CreateTime>1403610513</CreateTime><MsgType>event</MsgType><Event>change_contact</Event>"
            "<ChangeType>create_user</ChangeType><UserID>zhangsan</UserID></xml>",
            crypt=WECOM,
        ),
        {
            "ToUserName": "wx5823bf96d3bd56c7",
            "FromUserName": "sys",
            "CreateTime": 1403610513,
            "MsgType": "event",
            "Event": "change_contact",
            "ChangeType": "create_user",
            "UserID": "zhangsan",
        },
    )
    suite = (
        "<xml><SuiteId><![CDATA[suite4xxxxxxxxxxxxxxx]]></SuiteId>"
        "<InfoType><![CDATA[suite_ticket]]></InfoType><TimeStamp>1403610513</TimeStamp>"
        "<SuiteTicket><![CDATA[asdfasfdasdfasdf]]></SuiteTicket></xml>"
    )
    event(
        "wecom_suite_ticket",
        "a suite's ticket has neither AppId nor CreateTime",
        Push(suite, crypt=SUITE, to_user_name="suite4xxxxxxxxxxxxxxx"),
        {
            "SuiteId": "suite4xxxxxxxxxxxxxxx",
            "InfoType": "suite_ticket",
            "TimeStamp": "1403610513",
            "SuiteTicket": "asdfasfdasdfasdf",
        },
        accessors=says(create_time=1403610513, info_type="suite_ticket"),
    )


# --- WeCom's smart robots ------------------------------------------------------------------------

# The documentation's examples: developer.work.weixin.qq.com/document/path/100719, 101027, 101031.
WELCOME_CARD = (
    '{"card_type":"multiple_interaction","source":{"icon_url":'
    '"https://wework.qpic.cn/wwpic/252813_jOfDHtcISzuodLa_1629280209/0","desc":"企业微信"},'
    '"main_title":{"title":"欢迎使用企业微信","desc":"您的好友正在邀请您加入企业微信"},'
    '"select_list":[{"question_key":"question_key_one","title":"选择标签1","disable":false,'
    '"selected_id":"id_one","option_list":[{"id":"id_one","text":"选择器选项1"},'
    '{"id":"id_two","text":"选择器选项2"}]}],'
    '"submit_button":{"text":"提交","key":"submit_key"},"task_id":"task_id"}'
)
UPDATED_CARD = (
    ' {\n  "card_type": "button_interaction",\n  "main_title": {"title": "已提交 \\u2713"},\n'
    '  "button_list": [{"text": "按钮1", "style": 1, "key": "button_key_1"}],\n'
    '  "task_id": "TASKID"\n}\n'
)
MSG_ITEM = '[{"msgtype":"image","image":{"base64":"BASE64","md5":"MD5"}}]'


def robots() -> None:
    head = '{"msgid":"CAIQ16HMjQYY\\/NGagIOAgAMgq4KM0AI=","aibotid":"AIBOTID",'
    head_view: Json = {"msgid": "CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=", "aibotid": "AIBOTID"}

    def robots_says(**more: Any) -> Json:
        msg_id = "CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI="
        return says(to_user_name="AIBOTID", from_user_name="USERID", msg_id=msg_id, **more)

    message = (
        head + '"chatid":"CHATID","chattype":"group","from":{"userid":"USERID"},'
        '"response_url":"RESPONSEURL","msgtype":"text","text":{"content":"@RobotA hello robot"},'
        '"quote":{"msgtype":"text","text":{"content":"这是今日的测试情况"}}}'
    )
    view: Json = {
        **head_view,
        "chatid": "CHATID",
        "chattype": "group",
        "from": {"userid": "USERID"},
        "response_url": "RESPONSEURL",
        "msgtype": "text",
        "text": {"content": "@RobotA hello robot"},
        "quote": {"msgtype": "text", "text": {"content": "这是今日的测试情况"}},
    }
    for mode in ("safe", "plain"):
        push = Push(message, crypt=ROBOT, format="json", mode=mode)
        event(
            f"robot_text_{mode}",
            "a smart robot is sent a text in a group: other names, other answers, no From and To",
            push,
            view,
            accessors=robots_says(msg_type="text"),
            answers=robots_answers(push),
        )
    refresh = Push(
        head + '"chatid":"CHATID","chattype":"group","from":{"userid":"USERID"},'
        '"msgtype":"stream","stream":{"id":"STREAMID"}}',
        crypt=ROBOT,
        format="json",
    )
    event(
        "robot_stream",
        "WeCom asks how the stream goes on",
        refresh,
        {
            **head_view,
            "chatid": "CHATID",
            "chattype": "group",
            "from": {"userid": "USERID"},
            "msgtype": "stream",
            "stream": {"id": "STREAMID"},
        },
        accessors=robots_says(msg_type="stream"),
        answers=Answers(refresh)
        .sealed(
            "reply_stream",
            {"id": "STREAMID", "content": "全部", "finish": True},
            "",
            '{"msgtype":"stream","stream":{"id":"STREAMID","finish":true,"content":"全部"}}',
        )
        .made,
    )
    from_view = {"corpid": "wpxxxx", "userid": "USERID"}
    entered = Push(
        '{"msgid":"CAIQ16HMjQYY\\/NGagIOAgAMgq4KM0AI=","create_time":1700000000,"aibotid":"AIBOTID",'
        '"from":{"corpid":"wpxxxx","userid":"USERID"},"msgtype":"event",'
        '"event":{"eventtype":"enter_chat"}}',
        crypt=ROBOT,
        format="json",
    )
    event(
        "robot_enter_chat",
        "somebody enters a robot's chat, and is welcomed",
        entered,
        {
            "msgid": "CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=",
            "create_time": "1700000000",
            "aibotid": "AIBOTID",
            "from": from_view,
            "msgtype": "event",
            "event": {"eventtype": "enter_chat"},
        },
        accessors=robots_says(create_time=1700000000, msg_type="event", event="enter_chat"),
        answers=Answers(entered)
        .sealed(
            "reply_welcome",
            {"content": "hello\nI'm RobotA\n"},
            "",
            '{"msgtype":"text","text":{"content":"hello\\nI\'m RobotA\\n"}}',
        )
        .sealed(
            "reply_template_card",
            {"card": WELCOME_CARD},
            "",
            f'{{"msgtype":"template_card","template_card":{WELCOME_CARD}}}',
        )
        .unwritable("reply_text", {"content": "hello"})
        .unwritable("reply_welcome", {"content": "later"}, now=10**13)
        .made,
    )
    chosen = Push(
        '{"msgid":"CAIQ16HMjQYY\\/NGagIOAgAMgq4KM0AI=","create_time":1700000000,"aibotid":"AIBOTID",'
        '"chatid":"CHATID","chattype":"group","from":{"corpid":"wpxxxx","userid":"USERID"},'
        '"response_url":"RESPONSEURL","msgtype":"event",'
        '"event":{"eventtype":"template_card_event","template_card_event":{'
        '"card_type":"vote_interaction","event_key":"button_replace_text","task_id":"TASKID",'
        '"selected_items":{"selected_item":[{"question_key":"QUESTIONKEY",'
        '"option_ids":{"option_id":["id_one","id_two"]}}]}}}}',
        crypt=ROBOT,
        format="json",
    )
    event(
        "robot_template_card_event",
        "somebody votes on a card, which changes",
        chosen,
        {
            "msgid": "CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=",
            "create_time": "1700000000",
            "aibotid": "AIBOTID",
            "chatid": "CHATID",
            "chattype": "group",
            "from": from_view,
            "response_url": "RESPONSEURL",
            "msgtype": "event",
            "event": {
                "eventtype": "template_card_event",
                "template_card_event": {
                    "card_type": "vote_interaction",
                    "event_key": "button_replace_text",
                    "task_id": "TASKID",
                    "selected_items": {
                        "selected_item": [
                            {
                                "question_key": "QUESTIONKEY",
                                "option_ids": {"option_id": ["id_one", "id_two"]},
                            }
                        ]
                    },
                },
            },
        },
        accessors=robots_says(
            create_time=1700000000, msg_type="event", event="template_card_event"
        ),
        answers=Answers(chosen)
        .sealed(
            "update_template_card",
            {"card": UPDATED_CARD, "userids": ["USERID1", 'USER"2']},
            "",
            '{"response_type":"update_template_card","userids":["USERID1","USER\\"2"],'
            f'"template_card":{UPDATED_CARD}}}',
        )
        .sealed(
            "update_template_card",
            {"card": UPDATED_CARD},
            "",
            f'{{"response_type":"update_template_card","template_card":{UPDATED_CARD}}}',
        )
        .unwritable("update_template_card", {"card": "{}", "userids": []})
        .unwritable("update_template_card", {"card": "null"})
        .made,
    )
    feedback = Push(
        '{"msgid":"CAIQ16HMjQYY\\/NGagIOAgAMgq4KM0AI=","create_time":1700000000,"aibotid":"AIBOTID",'
        '"chattype":"single","from":{"userid":"USERID"},"msgtype":"event",'
        '"event":{"eventtype":"feedback_event","feedback_event":{"id":"FEEDBACKID","type":2,'
        '"content":"内容不准确","inaccurate_reason_list":[2,4]}}}',
        crypt=ROBOT,
        format="json",
    )
    event(
        "robot_feedback_event",
        "what is a number in an event stands as the text of its digits",
        feedback,
        {
            "msgid": "CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=",
            "create_time": "1700000000",
            "aibotid": "AIBOTID",
            "chattype": "single",
            "from": {"userid": "USERID"},
            "msgtype": "event",
            "event": {
                "eventtype": "feedback_event",
                "feedback_event": {
                    "id": "FEEDBACKID",
                    "type": "2",
                    "content": "内容不准确",
                    "inaccurate_reason_list": ["2", "4"],
                },
            },
        },
        accessors=robots_says(create_time=1700000000, msg_type="event", event="feedback_event"),
        answers=Answers(feedback).text("empty", "").made,
    )
    for account, accepted in (("AIBOTID", True), ("OTHER", False)):
        push = Push(message, crypt=ROBOT, format="json")
        add(
            f"robot_{'account' if accepted else 'another_account'}",
            "the account that a robot's message is sent to is its aibotid",
            push.request(),
            received(push, view, accessors=robots_says(msg_type="text"))
            if accepted
            else refused("MalformedMessage"),
            at=endpoint(ROBOT, account=account),
            diagnose=[] if accepted else ["AnotherAccount"],
        )
    for kind in ("template_card", "stream_with_template_card"):
        reply = f'{{"msgtype":"{kind}","template_card":{{}}}}'
        add(
            f"robot_reflected_{kind}",
            "a robot's own reply that comes back verifies, and is no message",
            Push(reply, crypt=ROBOT, format="json").request(),
            refused("MalformedMessage"),
            at=endpoint(ROBOT),
            diagnose=["ReflectedReply"],
        )
    both = Push(
        head + '"from":{"userid":"USERID"},"msgtype":"event","event":{"eventtype":"enter_chat"},'
        '"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1714112439,"MsgType":"text",'
        '"Event":"e","MsgId":7,"TimeStamp":8}',
        format="json",
    )
    event(
        "robot_names_beside_the_usual",
        "where a usual name holds a text, a robot's is not looked at, and the push is no robot's",
        both,
        {
            **head_view,
            "from": {"userid": "USERID"},
            "msgtype": "event",
            "event": {"eventtype": "enter_chat"},
            "ToUserName": "gh_1",
            "FromUserName": "o1",
            "CreateTime": 1714112439,
            "MsgType": "text",
            "Event": "e",
            "MsgId": "7",
            "TimeStamp": "8",
        },
        answers=Answers(both)
        .sealed(
            "reply_text",
            {"content": "ok"},
            "",
            '{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":1714112446,"MsgType":"text",'
            '"Content":"ok"}',
        )
        .unwritable("reply_welcome", {"content": "hello"})
        .made,
    )


def robots_answers(push: Push) -> list[Json]:
    answers = Answers(push).text("empty", "").text("success", "success")
    answers.sealed(
        "reply_welcome",
        {"content": '微信 🧧\r\n"]]>'},
        "",
        '{"msgtype":"text","text":{"content":"微信 🧧\\r\\n\\"]]>"}}',
    )
    # The documentation's example, but for what its text says.
    answers.sealed(
        "reply_stream",
        {
            "id": "STREAMID",
            "content": "**广州**\n<think>今日</think>",
            "finish": False,
            "msg_item": MSG_ITEM,
            "feedback_id": "FEEDBACKID",
        },
        "",
        '{"msgtype":"stream","stream":{"id":"STREAMID","finish":false,'
        '"content":"**广州**\\n<think>今日</think>",'
        f'"msg_item":{MSG_ITEM},"feedback":{{"id":"FEEDBACKID"}}}}}}',
    )
    answers.sealed(
        "reply_stream",
        {"id": 'a"b', "content": "", "finish": True},
        "",
        '{"msgtype":"stream","stream":{"id":"a\\"b","finish":true,"content":""}}',
    )
    answers.sealed(
        "reply_template_card",
        {"card": UPDATED_CARD},
        "",
        f'{{"msgtype":"template_card","template_card":{UPDATED_CARD}}}',
    )
    answers.sealed(
        "reply_stream_with_template_card",
        {
            "id": "STREAMID",
            "content": "好",
            "finish": True,
            "card": WELCOME_CARD,
            "msg_item": "[]",
            "feedback_id": "FEEDBACKID",
        },
        "",
        '{"msgtype":"stream_with_template_card","stream":{"id":"STREAMID","finish":true,'
        '"content":"好","msg_item":[],"feedback":{"id":"FEEDBACKID"}},'
        f'"template_card":{WELCOME_CARD}}}',
    )
    answers.sealed(
        "reply_stream_with_template_card",
        {"id": "STREAMID", "content": "", "finish": False},
        "",
        '{"msgtype":"stream_with_template_card","stream":{"id":"STREAMID","finish":false,'
        '"content":""}}',
    )
    answers.sealed(
        "update_template_card",
        {"card": "{}", "userids": ["USERID"]},
        "",
        '{"response_type":"update_template_card","userids":["USERID"],"template_card":{}}',
    )
    raw = '{"msgtype":"text","text":{"content":"好"}}'
    answers.sealed("reply_raw", {"message": raw}, "", raw)
    for card in ("", "[]", '"{}"', "{} {}", '{"a":"\\ud800"}'):
        answers.unwritable("reply_template_card", {"card": card})
    stream = {"id": "STREAMID", "content": "", "finish": True}
    answers.unwritable("reply_stream", {**stream, "msg_item": "{}"})
    answers.unwritable("reply_stream_with_template_card", {**stream, "card": "[]"})
    answers.unwritable("reply_stream_with_template_card", {**stream, "msg_item": "["})
    for call, arguments in (
        ("reply_text", {"content": "x"}),
        ("reply_image", {"media_id": "m"}),
        ("reply_voice", {"media_id": "m"}),
        ("reply_video", {"media_id": "m", "title": "", "description": ""}),
        ("reply_music", {"thumb_media_id": "m"}),
        ("transfer_customer_service", {}),
        ("reply_widget", {"lifespan": 60, "data": "{}"}),
    ):
        answers.unwritable(call, arguments)
    return answers.made


# --- The search widget ---------------------------------------------------------------------------


def widget_message(format: str, query: str) -> str:
    """A widget's event; `query` is as it stands in the document, escapes included."""
    if format == "json":
        return (
            '{"ToUserName":"gh_6ad1513a84d8","FromUserName":"oHiD1v9MzTFE4f2lLasf123E1QJ0",'
            '"CreateTime":1499048811,"MsgType":"event","Event":"wxa_widget_data",'
            f'"Query":"{query}","Scene":1}}'
        )
    return (
        "<xml>\n    <ToUserName>gh_6ad1513a84d8</ToUserName>\n"
        "    <FromUserName>oHiD1v9MzTFE4f2lLasf123E1QJ0</FromUserName>\n"
        "    <CreateTime>1499048811</CreateTime>\n    <MsgType>event</MsgType>\n"
        f"    <Event>wxa_widget_data</Event>\n    <Query><![CDATA[{query}]]></Query>\n"
        "    <Scene>1</Scene>\n</xml>"
    )


def widget_view(raw: str) -> Json:
    return {
        "ToUserName": "gh_6ad1513a84d8",
        "FromUserName": "oHiD1v9MzTFE4f2lLasf123E1QJ0",
        "CreateTime": 1499048811,
        "MsgType": "event",
        "Event": "wxa_widget_data",
        "Query": raw,
        "Scene": 1,
    }


def literal(text: str) -> str:
    """A JSON string in raw UTF-8."""
    return json.dumps(text, ensure_ascii=False)


def widget_answers(push: Push, raw: str) -> list[Json]:
    answers = Answers(push)

    def answer(arguments: Json, data: str) -> None:
        content = (
            f'{{"lifespan":{arguments["lifespan"]},"query":{literal(raw)},"scene":1,'
            f'"data":{literal(data)}}}'
        )
        # No query here holds `]]>` or a CR in the text of the content: JSON escapes the latter.
        cdata = content.replace("]]>", "]]]]><![CDATA[>")
        assert "\r" not in cdata
        answers.reply(
            "reply_widget",
            arguments,
            f"<MsgType><![CDATA[widget_data]]></MsgType><Content><![CDATA[{cdata}]]></Content>",
            f'"MsgType":"widget_data","Content":{literal(content)}',
        )

    answer(
        {"lifespan": 60, "data": '{"code":"00700","price":350.20,"name":"腾讯控股"}'},
        '{"err_code":0,"err_msg":"","code":"00700","price":350.20,"name":"腾讯控股"}',
    )
    answer(
        {"lifespan": 4294967295, "data": "{}", "err_code": -1, "err_msg": '没有"结果" ]]>'},
        '{"err_code":-1,"err_msg":"没有\\"结果\\" ]]>"}',
    )
    answer({"lifespan": 0, "data": "{}", "err_code": -3}, '{"err_code":-3,"err_msg":""}')
    answers.text("success", "success")
    answers.unwritable("reply_widget", {"lifespan": 60, "data": "{}", "err_code": 1})
    answers.unwritable("reply_widget", {"lifespan": 60, "data": "{}", "err_code": -4})
    for data in ("[]", "", "1", "{", '"{}"'):
        answers.unwritable("reply_widget", {"lifespan": 60, "data": data})
    answers.unwritable("transfer_customer_service", {})
    return answers.made


def widgets() -> None:
    # As on the widget's page, with a line break in the middle.
    json_raw = (
        '{"type":10000,"slot_list":[{"key":"stock_code","value":"00700"},\n'
        '    {"key":"stock_market","value":"hk"}],"longitude":113.319694519,"latitude":23.102640152}'
    )
    xml_raw = (
        '  {\\"type\\":10000,\n\t\\"slot_list\\":[{\\"key\\":\\"stock_code\\",\\"value\\":\\"00700\\"},\r\n'
        '\t{\\"key\\":\\"stock_market\\",\\"value\\":\\"hk\\"}],\n'
        '\t\\"longitude\\":113.319694519,\\"latitude\\":23.102640152}'
    )
    odd_raw = ' {"type" : 7,"slot_list":[{"value":"上海/]]>\\u0041\\/","key":"城 市"},{"key":"n","value":12}]}\r\n'
    stock = {
        "type": 10000,
        "slots": {"stock_code": "00700", "stock_market": "hk"},
        "longitude": 113.319694519,
        "latitude": 23.102640152,
    }
    odd = {
        "type": 7,
        "slots": {"城 市": "上海/]]>A/", "n": "12"},
        "longitude": None,
        "latitude": None,
    }
    escaped = json_raw.replace('"', '\\"').replace("\n", "\\n")
    escaped_odd = odd_raw.replace("\\", "\\\\").replace('"', '\\"').replace("/", "\\/")
    escaped_odd = escaped_odd.replace("\r\n", "\\r\\n").replace("上", "\\u4e0a")
    cases = {
        "json": ("json", escaped, json_raw, stock),
        # The page's own sample has the backslashes of JSON inside CDATA.
        "xml": ("xml", xml_raw, xml_raw, stock),
        "json_byte_for_byte": ("json", escaped_odd, odd_raw, odd),
        "xml_byte_for_byte": ("xml", odd_raw.replace("]]>", "]]]]><![CDATA[>"), odd_raw, odd),
    }
    for id, (format, query, raw, expected) in cases.items():
        for mode in ("safe", "plain"):
            push = Push(widget_message(format, query), format=format, mode=mode)
            event(
                f"widget_{id}_{mode}",
                f"a search in {mode} mode: the answer repeats the text of the Query byte for byte",
                push,
                widget_view(raw),
                widget_query={**expected, "raw": raw},
                answers=widget_answers(push, raw),
            )
    error = {"error": {"name": "MalformedMessage", "code": -40002}}
    for id, query in {"one": "1", "empty": "", "array": "[]", "broken": '{"type":1'}.items():
        for format in ("xml", "json"):
            push = Push(
                widget_message(format, literal(query)[1:-1] if format == "json" else query),
                format=format,
            )
            event(
                f"widget_query_{id}_{format}",
                "a Query that is no JSON object can be answered, and is an error only when it is parsed",
                push,
                widget_view(query),
                widget_query=error,
                answers=widget_answers(push, query),
            )
    push = Push(TEXTS["xml"])
    add(
        "widget_query_of_a_text",
        "a message without a Query has no widget query",
        push.request(),
        received(push, TEXT_VIEW, widget_query=error),
    )


# --- Refusals ------------------------------------------------------------------------------------


def refusals() -> None:
    xml, json_ = Push(TEXTS["xml"]), Push(TEXTS["json"], format="json")
    add(
        "push_wrong_signature",
        "a push that was signed with another Token",
        Push(TEXTS["xml"], crypt=replace(MAIN, token="another")).request(),
        refused("SignatureMismatch"),
        diagnose=["AnotherToken"],
    )
    add(
        "push_stale",
        "an old push",
        Push(TEXTS["json"], format="json", timestamp=str(NOW - 301)).request(),
        refused("StaleTimestamp"),
        diagnose=["StaleTimestamp"],
    )
    add(
        "push_one_second_off",
        "a tolerance of 0 is the same second",
        Push(TEXTS["json"], format="json", timestamp=str(NOW - 1)).request(),
        refused("StaleTimestamp"),
        at=endpoint(tolerance=0),
        diagnose=["StaleTimestamp"],
    )
    same = Push(TEXTS["json"], format="json", timestamp=str(NOW))
    add(
        "push_same_second",
        "and a push of the same second is accepted",
        same.request(),
        received(same, TEXT_VIEW),
        at=endpoint(tolerance=0),
        diagnose=[],
    )
    add(
        "push_13_digits",
        "a timestamp in milliseconds",
        Push(TEXTS["xml"], timestamp=f"{NOW}000").request(),
        refused("StaleTimestamp"),
        diagnose=["StaleTimestamp"],
    )
    add(
        "push_without_msg_signature",
        "a sealed push without msg_signature",
        Push(TEXTS["xml"], drop=("msg_signature",)).request(),
        refused("MalformedQuery"),
        diagnose=["MissingParameter"],
    )
    repeated = xml.request()
    add(
        "push_repeated_msg_signature",
        "a msg_signature that stands twice",
        replace(repeated, query=f"{repeated.query}&msg_signature={xml.replay_key}"),
        refused("MalformedQuery"),
        diagnose=["BrokenQuery"],
    )
    add(
        "push_signature_for_msg_signature",
        "somebody passed the value of signature as msg_signature",
        Push(
            TEXTS["json"],
            format="json",
            change={"msg_signature": reference.sign(MAIN.token, TIMESTAMP, NONCE)},
        ).request(),
        refused("SignatureMismatch"),
        diagnose=["SignatureForMsgSignature"],
    )
    request = json_.request()
    encrypt = json_.encrypt()
    changed = ("B" if encrypt[0] == "A" else "A") + encrypt[1:]
    add(
        "push_body_changed",
        "one character of the cipher text is another",
        replace(request, body=request.body.replace(encrypt, changed)),
        refused("SignatureMismatch"),
        diagnose=["BodyChanged"],
    )
    add(
        "push_body_wrapped",
        "somebody broke the cipher text into lines",
        replace(request, body=request.body.replace(encrypt, f"{encrypt[:76]}\\n{encrypt[76:]}")),
        refused("SignatureMismatch"),
        diagnose=["BodyReserialised"],
    )
    plain_at_encrypted = Push(TEXTS["json"], format="json", mode="plain")
    add(
        "push_plaintext_at_encrypted",
        "no downgrade: a plain push, with a signature that holds, has no msg_signature",
        plain_at_encrypted.request(),
        refused("MalformedQuery"),
        diagnose=["PlaintextBody"],
    )
    for format, push in (("xml", xml), ("json", json_)):
        add(
            f"push_plaintext_body_at_encrypted_{format}",
            f"a plaintext body under the query of a sealed one, as {format.upper()}",
            replace(push.request(), body=TEXTS[format]),
            refused("MalformedEnvelope"),
            diagnose=["PlaintextBody"],
        )
        add(
            f"push_sealed_at_plain_{format}",
            f"a plain endpoint cannot read a body that is nothing but a cipher text, as {format.upper()}",
            push.request(),
            refused("MalformedEnvelope"),
            at=endpoint(plain=MAIN.token),
            diagnose=["EncryptedBody"],
        )
    compatible = Push(TEXTS["json"], format="json", mode="compatible")
    plain_reads = replace(compatible, mode="plain")
    add(
        "push_compatible_at_plain",
        "a plain endpoint reads the plaintext fields of compatible mode, and answers in clear",
        compatible.request(),
        received(
            plain_reads,
            {**TEXT_VIEW, "Encrypt": compatible.encrypt()},
            Answers(plain_reads)
            .reply("reply_text", {"content": "ok"}, "", '"MsgType":"text","Content":"ok"')
            .made,
        ),
        at=endpoint(plain=MAIN.token),
        diagnose=[],
    )
    add(
        "push_plain_msg_signature_for_signature",
        "somebody passed the value of msg_signature as signature",
        replace(compatible, change={"signature": compatible.replay_key}).request(),
        refused("SignatureMismatch"),
        at=endpoint(plain=MAIN.token),
        diagnose=["MsgSignatureForSignature"],
    )
    add(
        "push_msg_signature_is_no_signature",
        "a captured msg_signature signs no plaintext: its Encrypt is no timestamp",
        Request(
            "POST",
            reference.write_query(
                {
                    "signature": xml.replay_key,
                    "timestamp": xml.encrypt(),
                    "nonce": "".join(sorted([TIMESTAMP, NONCE])),
                }
            ),
            TEXTS["xml"],
        ),
        refused("MalformedQuery"),
        at=endpoint(plain=MAIN.token),
        diagnose=["MalformedStamp"],
    )
    for id, what, body in (
        ("empty", "an empty body", ""),
        ("form", "a form", "a=1&b=2"),
        ("doctype", "a DOCTYPE", f"<!DOCTYPE xml []>{xml.request().body}"),
        ("no_encrypt", "an object without Encrypt", '{"ToUserName":"gh_6ad1513a84d8"}'),
        (
            "two_encrypts",
            "two spellings of Encrypt",
            f'{{"Encrypt":"{encrypt}","encrypt":"{encrypt}"}}',
        ),
        ("nested_encrypt", "an Encrypt below the top", f'{{"a":{{"Encrypt":"{encrypt}"}}}}'),
    ):
        add(
            f"push_no_envelope_{id}",
            f"{what} in place of an envelope",
            replace(request, body=body),
            refused("MalformedEnvelope"),
            diagnose=["NotAnEnvelope"],
        )
    body = json_.request().body
    for fits in (True, False):
        add(
            f"push_max_body_{'holds' if fits else 'exceeded'}",
            f"a body of max_body {'bytes' if fits else 'bytes and one more'}",
            json_.request(),
            received(json_, TEXT_VIEW) if fits else refused("MalformedEnvelope"),
            at=endpoint(max_body=len(body.encode()) - (not fits)),
        )
    plain = Push(TEXTS["xml"], mode="plain")
    add(
        "push_plain_max_body_exceeded",
        "the same at a plain endpoint",
        plain.request(),
        refused("MalformedEnvelope"),
        at=endpoint(plain=MAIN.token, max_body=len(TEXTS["xml"].encode()) - 1),
    )
    # What fails inside has a signature that holds.
    key, random = MAIN.encoding_aes_key, b"0123456789abcdef"
    framed = reference.frame(random, TEXTS["xml"].encode(), MAIN.receive_id)
    padded = reference.pad(framed, reference.PAD_TO)
    overlong = random + b"\xff\xff\xff\xff" + framed[20:]
    good = xml.encrypt()
    for id, error, what, encrypt in (
        (
            "padding",
            "DecryptFailed",
            "the padding is wrong",
            reference.encrypt_padded(key, padded[:-1] + bytes([padded[-1] ^ 64])),
        ),
        ("length", "DecryptFailed", "the cipher text is half a block", good[:64] + "AAAAAAAAAAA="),
        (
            "frame",
            "MalformedFrame",
            "the inner length runs over the end",
            reference.encrypt_padded(key, reference.pad(overlong, reference.PAD_TO)),
        ),
        ("base64", "InvalidBase64", "the cipher text is base64 for URLs", "-_" + good[2:]),
    ):
        add(
            f"push_inside_{id}",
            f"{what}, and the signature holds",
            xml.request(encrypt),
            refused(error),
        )
    for id, sealed_for, accepted, finding in (
        ("app", OTHER_APP, MAIN, "AnotherAppId"),
        ("empty", ROBOT, WECOM, "EmptyReceiveId"),
        ("not_empty", WECOM, ROBOT, "AnotherReceiveId"),
        ("corp", SUITE, replace(WECOM, receive_id="wwd08c8e7c775ab44d"), "AnotherCorpOrSuite"),
    ):
        add(
            f"push_receive_id_{id}",
            "the message is addressed to another receive id",
            Push(TEXTS["xml"], crypt=sealed_for).request(),
            refused("ReceiveIdMismatch"),
            at=endpoint(accepted),
            diagnose=[finding],
        )
    add(
        "push_another_key",
        "the Token is right and the key another",
        Push(TEXTS["xml"], crypt=OTHER_KEY).request(),
        refused(wrong_key(Push(TEXTS["xml"], crypt=OTHER_KEY))),
        diagnose=["AnotherKey"],
    )
    for id, message in {
        "text": "hello",
        "empty": "",
        "broken_json": '{"MsgType":"text"',
        "array": "[1]",
        "doctype": "<!DOCTYPE xml><xml><MsgType>text</MsgType></xml>",
    }.items():
        add(
            f"push_no_message_{id}",
            "what was sealed is neither one XML document nor one JSON object",
            Push(message).request(),
            refused("MalformedMessage"),
            diagnose=["MalformedMessage"],
        )
    sixteen = Push(TEXTS["xml"] + "\n" * 25, pad_to=16)
    assert len(reference.decode_base64(sixteen.encrypt())) % 32 == 16
    add(
        "push_padded_to_16",
        "a peer that pads to 16 is read; the answer is padded to 32",
        sixteen.request(),
        received(
            sixteen,
            TEXT_VIEW,
            Answers(sixteen)
            .reply(
                "reply_text",
                {"content": "ok"},
                "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[ok]]></Content>",
                "",
            )
            .made,
        ),
        diagnose=["PaddedTo16"],
    )


def wrong_key(push: Push) -> str:
    """What the reference finds wrong when the main key opens a push of another."""
    request = push.request()
    try:
        reference.open_push(
            MAIN.settings, push.replay_key, push.timestamp, push.nonce, request.body.encode()
        )
    except reference.ProtocolError as error:
        return type(error).__name__
    raise AssertionError("the wrong key opens it")


def rotation() -> None:
    ok = (
        "reply_text",
        {"content": "ok"},
        "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[ok]]></Content>",
        '"MsgType":"text","Content":"ok"',
    )
    for id, what, sealed_with, first in (
        ("token_and_key", "the previous Token and key", PREVIOUS, MAIN),
        ("key", "the previous key under the same Token", OTHER_KEY, MAIN),
        ("receive_id", "another receive id under the same Token and key", OTHER_APP, MAIN),
        ("dialect", "settings of WeCom beside those of WeChat", WECOM, MAIN),
    ):
        push = Push(TEXTS["json"], crypt=sealed_with, format="json")
        add(
            f"rotation_{id}",
            f"also accepted: {what}; what opened the push seals the answer",
            push.request(),
            received(push, TEXT_VIEW, Answers(push).reply(*ok).made),
            at=endpoint(first, sealed_with),
            diagnose=["OpenedByFurtherSettings"],
        )
    newest = Push(TEXTS["json"], format="json")
    add(
        "rotation_current",
        "the current settings are tried first",
        newest.request(),
        received(newest, TEXT_VIEW, Answers(newest).reply(*ok).made),
        at=endpoint(MAIN, PREVIOUS, OTHER_KEY),
        diagnose=[],
    )
    stranger = replace(MAIN, token="unknown")
    push = Push(TEXTS["xml"], crypt=stranger)
    add(
        "rotation_none_fits",
        "none of the Tokens is right",
        push.request(),
        refused("SignatureMismatch"),
        at=endpoint(MAIN, PREVIOUS),
        diagnose=["AnotherToken"],
    )
    elsewhere = Push(TEXTS["xml"], crypt=replace(OTHER_APP, token=PREVIOUS.token))
    for order in ("first", "last"):
        right = replace(MAIN, token=PREVIOUS.token)
        add(
            f"rotation_furthest_{order}",
            f"the error is of the settings that got furthest, which stand {order}",
            elsewhere.request(),
            refused("ReceiveIdMismatch"),
            at=endpoint(*((right, MAIN) if order == "first" else (MAIN, right))),
            diagnose=["AnotherAppId"],
        )
    elsewhere = Push(TEXTS["xml"], crypt=OTHER_APP)
    add(
        "rotation_furthest_of_one_token",
        "an error of the receive id is further than one of the key, whichever settings stand first",
        elsewhere.request(),
        refused("ReceiveIdMismatch"),
        at=endpoint(OTHER_KEY, MAIN),
    )
    mixed = replace(MAIN, encoding_aes_key=PREVIOUS.encoding_aes_key)
    push = Push(TEXTS["xml"], crypt=mixed)
    add(
        "rotation_key_of_other_settings",
        "the Token is of the first settings and the key of the second",
        push.request(),
        refused(wrong_key(push)),
        at=endpoint(MAIN, PREVIOUS),
        diagnose=["KeyOfOtherSettings"],
    )
    add(
        "rotation_stale",
        "an old push of the previous Token got further than the signature",
        Push(TEXTS["xml"], crypt=PREVIOUS, timestamp=str(NOW - 1000)).request(),
        refused("StaleTimestamp"),
        at=endpoint(MAIN, PREVIOUS),
    )


def reflections() -> None:
    account = "gh_6ad1513a84d8"
    for kind in ("widget_data", "transfer_customer_service"):
        for format, message in {
            "json": '{"ToUserName":"oHiD1v9MzTFE4f2lLasf123E1QJ0","FromUserName":"gh_6ad1513a84d8",'
            f'"CreateTime":1714112446,"MsgType":"{kind}","Content":"{{}}"}}',
            "xml": "<xml><ToUserName>oHiD1v9MzTFE4f2lLasf123E1QJ0</ToUserName>"
            "<FromUserName>gh_6ad1513a84d8</FromUserName><CreateTime>1714112446</CreateTime>"
            f"<MsgType>{kind}</MsgType></xml>",
        }.items():
            add(
                f"reflected_{kind}_{format}",
                "a reply of the server's own that comes back verifies, and is no message",
                Push(message, format=format).request(),
                refused("MalformedMessage"),
                diagnose=["ReflectedReply"],
            )
    plain = Push(
        '{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":1,"MsgType":"widget_data"}',
        format="json",
        mode="plain",
    )
    add(
        "reflected_plain",
        "the same at a plain endpoint",
        plain.request(),
        refused("MalformedMessage"),
        at=endpoint(plain=MAIN.token),
        diagnose=["ReflectedReply"],
    )
    reply = (
        '{"ToUserName":"oHiD1v9MzTFE4f2lLasf123E1QJ0","FromUserName":"gh_6ad1513a84d8",'
        '"CreateTime":1714112446,"MsgType":"text","Content":"ok"}'
    )
    add(
        "reflected_text_with_account",
        "a text reply that comes back is sent to a user, and not to the account",
        Push(reply, format="json").request(),
        refused("MalformedMessage"),
        at=endpoint(account=account),
        diagnose=["AnotherAccount"],
    )
    for format in ("xml", "json"):
        for mode in ("safe", "plain"):
            push = Push(TEXTS[format], format=format, mode=mode)
            plain_token = MAIN.token if mode == "plain" else None
            add(
                f"account_{mode}_{format}",
                f"a message to the account, in {mode} mode as {format.upper()}",
                push.request(),
                received(push, TEXT_VIEW),
                at=endpoint(plain=plain_token, account=account),
                diagnose=[],
            )
            add(
                f"another_account_{mode}_{format}",
                f"a message to another account, in {mode} mode as {format.upper()}",
                push.request(),
                refused("MalformedMessage"),
                at=endpoint(plain=plain_token, account="gh_0"),
                diagnose=["AnotherAccount"],
            )


# --- The documentation's examples of messages ------------------------------------------------------


def documented_examples() -> None:
    for id, name, example, view in documented.examples():
        push = Push(example, mode="plain", format="json" if example.startswith("{") else "xml")
        accessors = says_by_the_usual_names(view)
        if "TimeStamp" in view:
            accessors["create_time"] = int(view["TimeStamp"])
        several = "" if not id.endswith("one_item") else ", of one item"
        add(
            id,
            f"the documentation's example of {name}{several}",
            push.request(),
            received(push, view, accessors=accessors),
            at=endpoint(plain=MAIN.token),
        )


def make() -> str:
    SCENARIOS.clear()
    groups = (
        url_checks,
        texts,
        events,
        wecom,
        robots,
        widgets,
        refusals,
        rotation,
        reflections,
        documented_examples,
    )
    for group in groups:
        group()
    return json.dumps({"scenarios": SCENARIOS}, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Write endpoint.json.")
    parser.add_argument("--check", action="store_true", help="only compare")
    made = make()
    if parser.parse_args().check:
        same = FILE.read_text(encoding="utf-8") == made
        print(f"{FILE.name} is {'' if same else 'not '}what make.py makes")
        return 0 if same else 1
    FILE.write_text(made, encoding="utf-8", newline="\n")
    print(f"{len(SCENARIOS)} scenarios")
    return 0


if __name__ == "__main__":
    sys.exit(main())
