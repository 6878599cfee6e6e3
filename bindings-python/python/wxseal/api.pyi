from typing import Any, ClassVar, Literal, TypeAlias, final

__all__ = [
    "ApiError",
    "CustomerMessage",
    "Request",
    "code2session",
    "get_access_token",
    "read",
    "send_customer_message",
]

_Payload: TypeAlias = bytes | bytearray | memoryview | str

def get_access_token(app_id: str, secret: str) -> Request:
    """`getAccessToken`: the token that all other calls need. Its answer has `access_token`, and
    `expires_in` in seconds.

    Raises:
        InvalidConfig: one of the two is no text.

    >>> import wxseal
    >>> wxseal.api.get_access_token("wxba5fad812f8e6fb9", "secret")
    <wxseal.api.Request GET https://api.weixin.qq.com/cgi-bin/token>
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

def read(body: _Payload) -> dict[str, Any]:
    """Read the body of an answer, and return it as a dict. A call that succeeded may answer without
    `errcode`, so a missing one is 0.

    Raises:
        ApiError: its `errcode` is not 0, or it is not a JSON object.

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
    refused.
    """

    errcode: int | None
    errmsg: str
