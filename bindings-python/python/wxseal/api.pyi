from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal, TypeAlias, final

__all__ = [
    "ApiError",
    "CustomerMessage",
    "Request",
    "code2session",
    "get",
    "get_access_token",
    "get_phone_number",
    "get_stable_access_token",
    "media_check_async",
    "msg_sec_check",
    "post",
    "read",
    "send_customer_message",
    "send_subscribe_message",
]

_Payload: TypeAlias = bytes | bytearray | memoryview | str

def get(path: str, parameters: Mapping[str, str] | Iterable[tuple[str, str]]) -> Request:
    """Any call of `api.weixin.qq.com` that is a GET.

    Args:
        path: as in `/cgi-bin/user/info`.
        parameters: all that stand in the query, `access_token` among them: a mapping of `str` to `str`,
            or pairs of `str`. They are percent-encoded here.

    Raises:
        InvalidConfig: the path is not `/` and words of `A-Z a-z 0-9 . _ -`: no query, no host, no `..`;
            or a parameter is no text.

    >>> import wxseal
    >>> wxseal.api.get("/cgi-bin/user/info", {"access_token": "A", "openid": "o1"}).url
    'https://api.weixin.qq.com/cgi-bin/user/info?access_token=A&openid=o1'
    """

def post(path: str, access_token: str, body: dict[str, Any] | str) -> Request:
    """Any call of `api.weixin.qq.com` that is a POST of JSON.

    Args:
        path: as in `/wxa/generate_urllink`.
        access_token: of `get_access_token`.
        body: what becomes a JSON object, in raw UTF-8; a `str` is JSON already, and is sent as it
            stands: write it in raw UTF-8 too, since some calls show `\\u` escapes to the user.

    Raises:
        InvalidConfig: the path, as for `get`; or the token is no text.
        UnwritableReply: the body is not a JSON object.

    >>> import wxseal
    >>> wxseal.api.post("/wxa/generate_urllink", "A", {"path": "pages/index"}).body
    b'{"path":"pages/index"}'
    """

def get_access_token(app_id: str, secret: str) -> Request:
    """`getAccessToken`: the token that all other calls need. Its answer has `access_token`, and
    `expires_in` in seconds.

    Raises:
        InvalidConfig: one of the two is no text.

    >>> import wxseal
    >>> wxseal.api.get_access_token("wxba5fad812f8e6fb9", "secret")
    <wxseal.api.Request GET https://api.weixin.qq.com/cgi-bin/token>
    """

def get_stable_access_token(app_id: str, secret: str, *, force_refresh: bool = False) -> Request:
    """`getStableAccessToken`: as `get_access_token`, but asked for again it gives the same token for as
    long as that is valid, so that several servers need not agree on who asks.

    Args:
        app_id: the AppID.
        secret: the AppSecret.
        force_refresh: make a new one at once, for when a token has leaked.

    Raises:
        InvalidConfig: one of the two is no text.

    >>> import wxseal
    >>> wxseal.api.get_stable_access_token("wxba5fad812f8e6fb9", "secret")
    <wxseal.api.Request POST https://api.weixin.qq.com/cgi-bin/stable_token>
    """

def code2session(app_id: str, secret: str, js_code: str) -> Request:
    """`code2Session`: the user behind the code of `wx.login`. Its answer has `openid`,
    `session_key` and perhaps `unionid`.

    Raises:
        InvalidConfig: one of the three is no text.

    >>> import wxseal
    >>> wxseal.api.code2session("wxba5fad812f8e6fb9", "secret", "code")
    <wxseal.api.Request GET https://api.weixin.qq.com/sns/jscode2session>
    """

def get_phone_number(access_token: str, code: str) -> Request:
    """`getPhoneNumber`: the number behind the code of the button `getPhoneNumber`. Its answer has
    `phone_info`, with `phoneNumber`, `purePhoneNumber` and `countryCode`.

    Raises:
        InvalidConfig: one of the two is no text.

    >>> import wxseal
    >>> wxseal.api.get_phone_number("A", "code").body
    b'{"code":"code"}'
    """

def send_customer_message(access_token: str, to_user: str, message: CustomerMessage) -> Request:
    """The customer-service send call: a message to a user who wrote within the last 48 hours.

    Args:
        access_token: of `get_access_token`.
        to_user: the user's openid: `Incoming.from_user_name`.
        message: what to say.

    Raises:
        InvalidConfig: the token or the user is no text.

    >>> from wxseal.api import CustomerMessage, send_customer_message
    >>> request = send_customer_message("token", "o1", CustomerMessage.text("您好"))
    >>> request.body.decode()
    '{"touser":"o1","msgtype":"text","text":{"content":"您好"}}'
    """

def send_subscribe_message(
    access_token: str,
    to_user: str,
    template_id: str,
    data: dict[str, Any] | str,
    *,
    page: str | None = None,
    miniprogram_state: Literal["developer", "trial", "formal"] | None = None,
    lang: Literal["zh_CN", "en_US", "zh_HK", "zh_TW"] | None = None,
) -> Request:
    """`subscribeMessage.send`: a message to a user who subscribed to its template.

    Args:
        access_token: of `get_access_token`.
        to_user: the user's openid.
        template_id: the template that the user subscribed to.
        data: what the template's keys say, as `{"thing1": {"value": …}}`; a `str` is JSON already, and is
            sent as it stands.
        page: the page that a tap on the message leads to, with its query; without one it leads nowhere.
        miniprogram_state: `"developer"`, `"trial"` or `"formal"`, the platform's default: which version
            of the Mini Program it leads to.
        lang: `"zh_CN"`, the platform's default, `"en_US"`, `"zh_HK"` or `"zh_TW"`.

    Raises:
        InvalidConfig: the token or the user is no text.
        UnwritableReply: the data is not a JSON object, or another text is none.

    >>> import wxseal
    >>> data = {"thing1": {"value": "您好"}}
    >>> wxseal.api.send_subscribe_message("A", "o1", "t1", data).body.decode()
    '{"touser":"o1","template_id":"t1","data":{"thing1":{"value":"您好"}}}'
    """

def msg_sec_check(
    access_token: str,
    openid: str,
    scene: int,
    content: str,
    *,
    title: str | None = None,
    nickname: str | None = None,
    signature: str | None = None,
) -> Request:
    """`msgSecCheck`, version 2: whether a text may be shown. Its answer has `result`, with `suggest`
    (`pass`, `review` or `risky`) and `label`.

    Args:
        access_token: of `get_access_token`.
        openid: the user, who must have visited the Mini Program within the last two hours.
        scene: 1 for a profile, 2 a comment, 3 a forum, 4 a social log.
        content: the text, of at most 2500 characters.
        title: the text's headline.
        nickname: the user's nickname.
        signature: the user's own motto, of a profile only.

    Raises:
        InvalidConfig: the token or the user is no text, or the scene negative or beyond 32 bits.
        UnwritableReply: another text is none.

    >>> import wxseal
    >>> wxseal.api.msg_sec_check("A", "o1", 2, "您好").body.decode()
    '{"openid":"o1","scene":2,"version":2,"content":"您好"}'
    """

def media_check_async(
    access_token: str, openid: str, scene: int, media_url: str, media_type: int
) -> Request:
    """`mediaCheckAsync`, version 2: whether a sound or a picture may be shown. Its answer has `trace_id`;
    the result comes as the event `wxa_media_check`, within half an hour.

    Args:
        access_token: of `get_access_token`.
        openid: like the scene that of `msg_sec_check`.
        scene: see there.
        media_url: where it lies.
        media_type: 1 for a sound, 2 for a picture.

    Raises:
        InvalidConfig: the token or the user is no text, or a number negative or beyond 32 bits.
        UnwritableReply: the URL is no text.

    >>> import wxseal
    >>> wxseal.api.media_check_async("A", "o1", 1, "https://example.com/a.png", 2)
    <wxseal.api.Request POST https://api.weixin.qq.com/wxa/media_check_async>
    """

def read(body: _Payload) -> dict[str, Any]:
    """Read the body of an answer, and return it as a dict. A call that succeeded may answer without
    `errcode`, so a missing one is 0.

    An integer beyond ±(2^53 - 1) is a `str` of its digits, as in all of wxseal's languages.

    Raises:
        ApiError: its `errcode` is not 0; or it is not a JSON object, or nested deeper than 32: a
            gateway's HTML, for one.

    >>> import wxseal
    >>> wxseal.api.read(b'{"access_token":"A","expires_in":7200}')["expires_in"]
    7200
    >>> wxseal.api.read('{"errcode":40013,"errmsg":"invalid appid"}')
    Traceback (most recent call last):
    wxseal.api.ApiError: invalid appid (40013)
    """

@final
class CustomerMessage:
    """What a customer-service message says, for `send_customer_message`. A Mini Program answers its
    users with these.

    >>> from wxseal.api import CustomerMessage
    >>> CustomerMessage.text("您好")
    <wxseal.api.CustomerMessage text>
    """

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @staticmethod
    def text(content: str) -> CustomerMessage:
        """A text; it may hold links to pages of the Mini Program."""

    @staticmethod
    def image(media_id: str) -> CustomerMessage:
        """An image that was uploaded before: `media_id` is what the upload returned."""

    @staticmethod
    def link(title: str, description: str, url: str, thumb_url: str) -> CustomerMessage:
        """A card with a link: its headline, what stands below it, where it leads, and the URL of a
        picture.
        """

    @staticmethod
    def mini_program_page(title: str, pagepath: str, thumb_media_id: str) -> CustomerMessage:
        """A card that leads to a page of the Mini Program: its headline, the page with its query,
        and a picture that was uploaded before.
        """

@final
class Request:
    """What to send with the HTTP client of your choice. Neither secret nor token shows in `repr()`."""

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @property
    def method(self) -> Literal["GET", "POST"]:
        """`"GET"` or `"POST"`."""

    @property
    def url(self) -> str:
        """The whole URL. Its query holds a secret or a token: keep it out of logs."""

    @property
    def body(self) -> bytes | None:
        """The JSON to send, in UTF-8, with `Content-Type: application/json`; `None` for a GET."""

class ApiError(Exception):
    """A call of the server API that did not succeed.

    `errcode` is the platform's number for the reason and `errmsg` its words; where the answer is
    not a JSON object, they are `None` and empty. It is no `wxseal.Error`, since no request was
    refused: nothing of it is for the platform to be answered with.
    """

    errcode: int | None
    errmsg: str
