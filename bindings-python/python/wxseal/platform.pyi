from typing import ClassVar, Literal, TypeAlias, final

from wxseal import MsgCrypt

__all__ = [
    "Reply",
    "Request",
    "compatible_push",
    "encrypted_url_check",
    "open_reply",
    "plain_push",
    "push",
    "url_check",
]

_Payload: TypeAlias = bytes | bytearray | memoryview | str

def url_check(
    token: str, echostr: str, *, timestamp: str | int | None = None, nonce: str | None = None
) -> Request:
    """Make the URL check of WeChat: its echostr comes in clear.

    Args:
        token: the Token.
        echostr: what the server must answer with.
        timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
        nonce: 16 fresh hexadecimal digits unless given.

    Raises:
        InvalidConfig: the Token is empty, or holds white space or a control character.
        MalformedQuery: timestamp or nonce is none, or the echostr is no text.

    >>> import wxseal
    >>> request = wxseal.platform.url_check("AAAAA", "4375120948345356249")
    >>> endpoint = wxseal.Endpoint.plain("AAAAA")
    >>> endpoint.receive(request.method, request.query, request.body).response.body
    b'4375120948345356249'
    """

def encrypted_url_check(
    crypt: MsgCrypt,
    echostr: str,
    *,
    timestamp: str | int | None = None,
    nonce: str | None = None,
    random: bytes | None = None,
) -> Request:
    """Make the URL check of WeCom: its echostr comes encrypted.

    Args:
        crypt: the server's settings, with the dialect `wecom`.
        echostr: what the server must answer with.
        timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
        nonce: 16 fresh hexadecimal digits unless given.
        random: the 16 bytes in front of the echostr; the operating system's unless given.

    Raises:
        UnwritableReply: as for `wxseal.MsgCrypt.encrypt`.
        MalformedQuery: the echostr is no text.
        InvalidConfig: `random` has not 16 bytes.

    >>> import wxseal
    >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wx5823bf96d3bd56c7", dialect="wecom")
    >>> request = wxseal.platform.encrypted_url_check(crypt, "1616140317555161061")
    >>> wxseal.Endpoint(crypt).receive(request.method, request.query).response.body
    b'1616140317555161061'
    """

def push(
    crypt: MsgCrypt,
    message: _Payload,
    *,
    timestamp: str | int | None = None,
    nonce: str | None = None,
    format: Literal["xml", "json"] = "xml",
    random: bytes | None = None,
) -> Request:
    """Make a push in safe mode: the cipher text only.

    Args:
        crypt: the server's settings.
        message: the message's XML or JSON; a `str` is sent as its UTF-8.
        timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
        nonce: 16 fresh hexadecimal digits unless given.
        format: the format of the body, `"xml"` or `"json"`.
        random: the 16 bytes in front of the message; the operating system's unless given.

    Raises:
        UnwritableReply: as for `wxseal.MsgCrypt.encrypt`, or the message is neither XML nor JSON.
        InvalidConfig: the format is unknown, or `random` has not 16 bytes.

    >>> import wxseal
    >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    >>> message = "<xml><MsgType>event</MsgType><Event>debug_demo</Event></xml>"
    >>> request = wxseal.platform.push(crypt, message)
    >>> wxseal.Endpoint(crypt).receive(request.method, request.query, request.body).event
    'debug_demo'
    """

def compatible_push(
    crypt: MsgCrypt,
    message: _Payload,
    *,
    timestamp: str | int | None = None,
    nonce: str | None = None,
    random: bytes | None = None,
) -> Request:
    """Make a push in compatible mode: in clear, with the cipher text beside it, in the message's
    own format.

    Args:
        crypt: the server's settings.
        message: the message's XML or JSON; a `str` is sent as its UTF-8.
        timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
        nonce: 16 fresh hexadecimal digits unless given.
        random: the 16 bytes in front of the message; the operating system's unless given.

    Raises:
        UnwritableReply: as for `push`.
        InvalidConfig: `random` has not 16 bytes.

    >>> import wxseal
    >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    >>> request = wxseal.platform.compatible_push(crypt, '{"MsgType":"event","Event":"debug_demo"}')
    >>> wxseal.Endpoint(crypt).receive(request.method, request.query, request.body).event
    'debug_demo'
    """

def plain_push(
    token: str, message: _Payload, *, timestamp: str | int | None = None, nonce: str | None = None
) -> Request:
    """Make a push in plain mode: no signature covers its body.

    Args:
        token: the Token.
        message: the message's XML or JSON; a `str` is sent as its UTF-8.
        timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
        nonce: 16 fresh hexadecimal digits unless given.

    Raises:
        InvalidConfig: the Token is empty, or holds white space or a control character.
        MalformedQuery: timestamp or nonce is none.
        UnwritableReply: the message is no text.

    >>> import wxseal
    >>> request = wxseal.platform.plain_push("AAAAA", '{"MsgType":"event","Event":"debug_demo"}')
    >>> endpoint = wxseal.Endpoint.plain("AAAAA")
    >>> endpoint.receive(request.method, request.query, request.body).event
    'debug_demo'
    """

def open_reply(crypt: MsgCrypt, body: _Payload) -> Reply:
    """Verify and decrypt a server's sealed answer.

    Args:
        crypt: the server's settings.
        body: the body of its answer; a `str` is read as its UTF-8.

    Raises:
        MalformedEnvelope: it is not a reply's envelope.
        SignatureMismatch, InvalidBase64, DecryptFailed, MalformedFrame, ReceiveIdMismatch: as for
            `wxseal.MsgCrypt.decrypt`.

    >>> import wxseal
    >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    >>> reply = wxseal.platform.open_reply(crypt, crypt.encrypt("<xml></xml>", nonce="415670741"))
    >>> reply.message, reply.nonce, reply.format
    (b'<xml></xml>', '415670741', 'xml')
    """

@final
class Request:
    """A request as it goes over the wire: hand its three parts to `wxseal.Endpoint.receive`, or
    send it.
    """

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @property
    def method(self) -> Literal["GET", "POST"]:
        """`"GET"` or `"POST"`."""

    @property
    def query(self) -> str:
        """What stands behind the `?` of the URL."""

    @property
    def body(self) -> bytes:
        """The body; empty of a URL check."""

@final
class Reply:
    """What a sealed reply says, from `open_reply`."""

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @property
    def message(self) -> bytes:
        """The message inside."""

    @property
    def timestamp(self) -> str:
        """The reply's own timestamp."""

    @property
    def nonce(self) -> str:
        """The reply's nonce: the request's, repeated."""

    @property
    def format(self) -> Literal["xml", "json"]:
        """The format of the envelope: `"xml"` or `"json"`."""
