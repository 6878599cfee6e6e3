from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any, ClassVar, Literal, TypeAlias, final, type_check_only

# Written by tools/faces: what is exported.
__all__ = [
    "Article",
    "Claim",
    "DecryptFailed",
    "Endpoint",
    "Error",
    "Finding",
    "Incoming",
    "InvalidBase64",
    "InvalidConfig",
    "InvalidKey",
    "MalformedEnvelope",
    "MalformedFrame",
    "MalformedMessage",
    "MalformedQuery",
    "Message",
    "MsgCrypt",
    "Opened",
    "ReceiveIdMismatch",
    "Recent",
    "RecentKeys",
    "Response",
    "Sealed",
    "SignatureMismatch",
    "StaleTimestamp",
    "UnwritableReply",
    "WidgetQuery",
    "__version__",
    "api",
    "decrypt_open_data",
    "platform",
    "sign",
    "verify_raw_data",
    "verify_signature",
]
# What tools/faces writes ends here.

__version__: str
api: ModuleType
platform: ModuleType

# Any bytes-like object will do; only `bytes` and `str` are read where they are, all others are
# copied first.
_Payload: TypeAlias = bytes | bytearray | memoryview | str

# The raw query string, or what a framework made of it.
_Values: TypeAlias = str | list[str] | tuple[str, ...] | None
_Query: TypeAlias = str | bytes | Mapping[str, _Values] | Iterable[tuple[str, _Values]]

def verify_signature(
    token: str,
    *,
    signature: str | None,
    timestamp: str | None,
    nonce: str | None,
) -> None:
    """Check the `signature` of a URL check or of a plain-mode push.

    It is the SHA-1 of Token, timestamp and nonce, sorted. On a URL check of WeChat, answer with the
    `echostr` exactly as received once this returns. There is no result to look at: a signature that
    does not hold is an error.

    The signature covers **no body**: anybody who has seen one URL can forge plain-mode messages,
    and for an encrypted message it proves nothing. **Neither freshness nor replay is checked**: a
    request that verified once verifies for ever.

    All values are text as received, percent-decoded once; `None` stands for a parameter that the
    query lacks or has twice.

    Raises:
        InvalidConfig: the Token is empty, or holds white space or a control character.
        MalformedQuery: a parameter is `None`, `timestamp` is not 1 to 13 digits, or `nonce` is not
            1 to 63 of `A-Z a-z 0-9 _ -`.
        SignatureMismatch: the signature is another.

    The example of the official documentation:

    >>> import wxseal
    >>> wxseal.verify_signature(
    ...     "AAAAA",
    ...     signature="f464b24fc39322e44b38aa78f5edd27bd1441696",
    ...     timestamp="1714036504",
    ...     nonce="1514711492",
    ... )
    """

@final
class MsgCrypt:
    """One Token, one EncodingAESKey and one receive id.

    It verifies and decrypts pushes, and encrypts and signs replies. Make one when the server starts
    and keep it: it never changes, so threads share it, and it survives `fork`. It holds secrets, so
    `repr()` does not show them, and it cannot be pickled or copied.

    **Neither freshness nor replay is checked here**: a captured request decrypts for as long as the
    key lives. `Endpoint` checks the former, and reads and answers whole requests.

    Args:
        token: the Token of the console's message push page.
        encoding_aes_key: the EncodingAESKey beside it: 43 characters of `A-Z a-z 0-9 + /`.
        receive_id: what messages are addressed to: the AppID of a Mini Program or Official Account,
            the component's AppID on the open platform (for an authorizer's messages too), the
            corpid or, for suite events, the suiteid on WeCom. `""` means that it must be empty, as
            for WeCom's smart robots; it does not turn the check off.
        dialect: whose names JSON replies have, `"wechat"` or `"wecom"`. Both are read either way.
        max_body: the largest body or echostr that is read, in bytes; 4 MiB unless given.

    Raises:
        InvalidConfig: the Token is empty; it or the receive id holds white space or a control
            character; the dialect is unknown; `max_body` is negative.
        InvalidKey: the EncodingAESKey is not 43 characters of base64; `position` says where.

    >>> import wxseal
    >>> wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    <wxseal.MsgCrypt receive_id='wxba5fad812f8e6fb9' dialect='wechat'>
    """

    def __new__(
        cls,
        token: str,
        encoding_aes_key: str,
        receive_id: str,
        *,
        dialect: Literal["wechat", "wecom"] = "wechat",
        max_body: int = 4_194_304,
    ) -> MsgCrypt: ...
    def verify_url(
        self,
        echostr: str | None,
        *,
        msg_signature: str | None,
        timestamp: str | None,
        nonce: str | None,
    ) -> bytes:
        """Answer WeCom's URL check: verify and decrypt its `echostr`, and return the answer.

        **On WeChat the echostr is not encrypted**: call `verify_signature` and answer with the
        echostr exactly as received.

        All values are text as received, percent-decoded once; a `+` of the echostr must not have
        become a space.

        Raises:
            Error: as `decrypt` does. There is no envelope here, but an echostr of more than
                `max_body` bytes is `MalformedEnvelope`.

        The example of WeCom's documentation:

        >>> import wxseal
        >>> key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
        >>> crypt = wxseal.MsgCrypt("QDG6eK", key, "wx5823bf96d3bd56c7", dialect="wecom")
        >>> crypt.verify_url(
        ...     "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4R"
        ...     "Pcs8TgAE7OaBO+FZXvnaqQ==",
        ...     msg_signature="5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
        ...     timestamp="1409659589",
        ...     nonce="263014780",
        ... )
        b'1616140317555161061'
        """

    def decrypt(
        self,
        body: _Payload,
        *,
        msg_signature: str | None,
        timestamp: str | None,
        nonce: str | None,
    ) -> bytes:
        """Verify and decrypt the body of a push, and return the message as the platform wrote it.

        `body` is the request's, byte for byte, before any parser, XML or JSON; a `str` is read as
        its UTF-8. The others are the query's, text as received and percent-decoded once; `None`
        stands for a parameter that the query lacks or has twice. Pass `msg_signature`, not
        `signature`.

        Of a compatible-mode body only `Encrypt` is read: its plaintext fields are signed by nobody.

        Raises:
            MalformedQuery: a parameter is `None`, `timestamp` is not 1 to 13 digits, or `nonce` is
                not 1 to 63 of `A-Z a-z 0-9 _ -`.
            MalformedEnvelope: the body is not XML or JSON with one `Encrypt`, or is too large or
                too deep.
            SignatureMismatch: the signature is another. Nothing is decrypted before it held.
            InvalidBase64: `Encrypt` is not canonical base64.
            DecryptFailed: length or padding of the cipher text; probably another EncodingAESKey.
            MalformedFrame: the inner length does not fit.
            ReceiveIdMismatch: the message is addressed to another receive id.

        >>> import wxseal
        >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
        >>> crypt.decrypt(
        ...     b'{"Encrypt":"ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVH'
        ...     b'm48Y4hyRbtzve1L32tmxSQ=="}',
        ...     msg_signature="1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
        ...     timestamp="1713424427",
        ...     nonce="415670741",
        ... )
        b'{"demo_resp":"good luck"}'
        """

    def encrypt(
        self,
        message: _Payload,
        *,
        timestamp: str | int | None = None,
        nonce: str | None = None,
        format: Literal["xml", "json"] = "xml",
        random: bytes | None = None,
    ) -> str:
        """Encrypt and sign a reply, and return the finished envelope: the body to answer with.

        The bodies `success` and empty are never encrypted: answer with them as they are.

        Args:
            message: the reply's XML or JSON; a `str` is sent as its UTF-8.
            timestamp: the current time in seconds since 1970, as text or as an `int`; the system's
                unless given.
            nonce: the push's; 16 fresh hexadecimal digits unless given.
            format: the format of the push, `"xml"` or `"json"`.
            random: for tests only, the 16 bytes in front of the message. They stand in for the IV,
                which the protocol derives from the key, so every message needs its own: unless
                given they are asked of the operating system, after a `fork` too.

        Raises:
            UnwritableReply: the timestamp is not 1 to 13 digits without a leading zero, the nonce
                is not 1 to 63 of `A-Z a-z 0-9 _ -`, or the message is no text or 4 GiB or longer.
            InvalidConfig: the format is unknown, or `random` has not 16 bytes.

        The example of the official documentation:

        >>> import wxseal
        >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
        >>> reply = crypt.encrypt(
        ...     '{"demo_resp":"good luck"}',
        ...     timestamp=1713424427,
        ...     nonce="415670741",
        ...     format="json",
        ...     random=b"707722b803182950",
        ... )
        >>> print(reply)
        {
            "Encrypt": "ELGduP2YcVatjqIS...m48Y4hyRbtzve1L32tmxSQ==",
            "MsgSignature": "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
            "TimeStamp": 1713424427,
            "Nonce": "415670741"
        }
        """

    def seal(
        self,
        message: _Payload,
        *,
        timestamp: str | int | None = None,
        nonce: str | None = None,
        random: bytes | None = None,
    ) -> Sealed:
        """Pad, encrypt and sign a message, and return the parts of its envelope.

        For a gateway, or for code that stands in for another library, with an envelope of its own:
        `encrypt` writes the platform's and is the one to use.

        Args:
            message: the message's XML or JSON; a `str` is sent as its UTF-8.
            timestamp: the current time in seconds since 1970, as text or as an `int`; the system's
                unless given.
            nonce: the push's; 16 fresh hexadecimal digits unless given.
            random: for tests only, as for `encrypt`.

        Raises:
            UnwritableReply: as for `encrypt`.
            InvalidConfig: `random` has not 16 bytes.

        >>> import wxseal
        >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
        >>> sealed = crypt.seal(
        ...     '{"demo_resp":"good luck"}',
        ...     timestamp=1713424427,
        ...     nonce="415670741",
        ...     random=b"707722b803182950",
        ... )
        >>> sealed.msg_signature, sealed.timestamp, sealed.nonce
        ('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1', '1713424427', '415670741')
        """

    def open(
        self,
        encrypt: str,
        *,
        msg_signature: str | None,
        timestamp: str | None,
        nonce: str | None,
    ) -> Opened:
        """Verify and decrypt a bare cipher text, and return the message with the receive id that
        stood behind it.

        For a server that cannot know the id beforehand, such as one data callback for all the corps
        of a suite: `decrypt` reads the envelope, compares the id, and is the one to use.

        **The receive id is the caller's to check**: nobody has compared it with anything. The one
        that was given to this `MsgCrypt` does not count here.

        All values are text as received; `None` stands for a parameter that the query lacks or has
        twice.

        Raises:
            Error: as `decrypt` does, but for the receive id; one that is no text is
                `MalformedFrame`. A cipher text of more than `max_body` bytes is
                `MalformedEnvelope`.

        >>> import wxseal
        >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "")
        >>> opened = crypt.open(
        ...     "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVH"
        ...     "m48Y4hyRbtzve1L32tmxSQ==",
        ...     msg_signature="1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
        ...     timestamp="1713424427",
        ...     nonce="415670741",
        ... )
        >>> opened.message, opened.receive_id
        (b'{"demo_resp":"good luck"}', 'wxba5fad812f8e6fb9')
        """

def sign(token: str, encrypt: str, *, timestamp: str | int, nonce: str) -> str:
    """Give the `msg_signature` of a cipher text: the SHA-1 of Token, timestamp, nonce and `encrypt`,
    sorted, as 40 lower-case hexadecimal digits.

    For code that stands in for another library. To compare a signature is `MsgCrypt.decrypt`'s and
    `verify_signature`'s, in constant time.

    Args:
        token: the Token.
        encrypt: the cipher text, in base64.
        timestamp: in seconds since 1970, as text or as an `int`.
        nonce: the request's.

    Raises:
        InvalidConfig: the Token is empty, or holds white space or a control character.
        MalformedQuery: `timestamp` is not 1 to 13 digits, or `nonce` is not 1 to 63 of
            `A-Z a-z 0-9 _ -`.

    >>> import wxseal
    >>> wxseal.sign(
    ...     "AAAAA",
    ...     "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVH"
    ...     "m48Y4hyRbtzve1L32tmxSQ==",
    ...     timestamp=1713424427,
    ...     nonce="415670741",
    ... )
    '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1'
    """

@final
class Sealed:
    """A sealed message in its parts, from `MsgCrypt.seal`: what an envelope is written from."""

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @property
    def encrypt(self) -> str:
        """The cipher text, in base64."""

    @property
    def msg_signature(self) -> str:
        """The signature over Token, timestamp, nonce and the cipher text: 40 lower-case hexadecimal
        digits.
        """

    @property
    def timestamp(self) -> str:
        """The timestamp that was signed."""

    @property
    def nonce(self) -> str:
        """The nonce that was signed."""

@final
class Opened:
    """A message, and the receive id that stood behind it, from `MsgCrypt.open`."""

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @property
    def message(self) -> bytes:
        """The message as the platform wrote it."""

    @property
    def receive_id(self) -> str:
        """Whom it is addressed to, which is the caller's to check: whoever holds the Token and the
        key can address a message to anybody.
        """

@final
class Endpoint:
    """One call for a whole request: verify it, decrypt it, and answer in kind.

    What it accepts is its own, never the request's, to choose. Made from a `MsgCrypt`, it wants a
    cipher text and a `msg_signature` that holds; the console's modes "safe" and "compatible" are
    read alike, and of the latter only what is encrypted. Made with `Endpoint.plain`, it reads
    plaintext. The format is told by the body's first byte, never by the `Content-Type`.

    Make one when the server starts and keep it: it never changes, so threads share it, and it
    survives `fork`. It holds secrets, so `repr()` does not show them, and it cannot be pickled or
    copied.

    **A request that verified within the tolerance verifies again**, and the platform sends a push
    up to three times: `RecentKeys`, or a store of many processes, makes sure that nothing is done
    twice.

    Args:
        crypt: the settings of the console's message push page.
        also_accept: further settings: the previous Token or key during a rotation, or another
            receive id. The settings that open a push seal its answer.
        tolerance: how far a timestamp may lie from the server's time, in whole seconds; 0 is the
            same second, `None` leaves it unchecked.
        account: the account (`gh_…`) that messages must be sent to. With it, a reply that somebody
            captured and sends back as a message is refused.
        max_body: how large a body may be, in bytes; `None` for the `crypt`'s.

    Raises:
        InvalidConfig: `tolerance` or `max_body` is negative.

    >>> import wxseal
    >>> endpoint = wxseal.Endpoint(wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9"))
    >>> def answer(method: str, raw_query: str, body: bytes) -> wxseal.Response:
    ...     try:
    ...         incoming = endpoint.receive(method, raw_query, body)
    ...         if incoming.kind == "url_check":
    ...             return incoming.response
    ...         if incoming.msg_type == "text":
    ...             return incoming.reply_text(incoming.message["Content"])
    ...         return incoming.success()
    ...     except wxseal.Error as error:
    ...         return error.response
    >>> answer("GET", "signature=0&timestamp=1714036504&nonce=1514711492&echostr=1", b"")
    <wxseal.Response 403 text/plain; charset=utf-8, 9 bytes>
    """

    def __new__(
        cls,
        crypt: MsgCrypt,
        also_accept: Iterable[MsgCrypt] = (),
        tolerance: int | None = 300,
        *,
        account: str | None = None,
        max_body: int | None = None,
    ) -> Endpoint: ...
    @staticmethod
    def plain(
        token: str,
        tolerance: int | None = 300,
        *,
        account: str | None = None,
        max_body: int | None = None,
    ) -> Endpoint:
        """Make an endpoint for the console's plain mode.

        **Nothing signs a plaintext body**: whoever has seen one URL can forge messages until its
        timestamp is stale. Its answers are plaintext too.

        Args:
            token: the Token of the console's message push page.
            tolerance: how far a timestamp may lie from the server's time, in whole seconds; 0 is
                the same second, `None` leaves it unchecked.
            account: the account (`gh_…`) that messages must be sent to. With it, a reply that
                somebody captured and sends back as a message is refused.
            max_body: how large a body may be, in bytes; `None` for 4 MiB.

        Raises:
            InvalidConfig: the Token is empty, or holds white space or a control character;
                `tolerance` or `max_body` is negative.

        >>> import wxseal
        >>> wxseal.Endpoint.plain("AAAAA", tolerance=60)
        <wxseal.Endpoint plain tolerance=60 account=None>
        """

    def receive(
        self, method: str, query: _Query, body: _Payload = b"", *, now: int | None = None
    ) -> _UrlCheck | _Push:
        """Verify a request and, on an encrypted endpoint, decrypt it.

        **Pass the raw query string**, what stands behind the `?` of the URL before anybody decoded
        it: Flask's `request.query_string`, Django's `request.META["QUERY_STRING"]`, FastAPI's
        `request.url.query`, WSGI's `environ["QUERY_STRING"]`.

        A mapping that a framework has decoded will do: its values are `str`, or lists or tuples of
        `str` as `urllib.parse.parse_qs` makes them, or `None` for a parameter that is missing. So
        will (name, value) pairs, as for `urllib.parse.parse_qsl` or Starlette's
        `request.query_params.multi_items()`. But Flask's `request.args` and Django's `request.GET`
        show one value of a parameter that was repeated, which is refused where it is seen.

        Args:
            method: `"GET"` for the URL check, `"POST"` for a push.
            query: the raw query string, as `str` or `bytes`; or a mapping, or pairs.
            body: the body, byte for byte, before any parser; a `str` is read as its UTF-8.
            now: the server's time in seconds since 1970; the system's unless given.

        Raises:
            MalformedQuery: a parameter is missing, repeated or malformed, or the method is neither
                GET nor POST.
            MalformedEnvelope: the body is not what the endpoint reads, or is too large or too deep.
            SignatureMismatch: the signature is another. Nothing is decrypted before it held.
            StaleTimestamp: the timestamp is too far from `now`, or does not have ten digits.
            InvalidBase64, DecryptFailed, MalformedFrame, ReceiveIdMismatch: as for
                `MsgCrypt.decrypt`; where several settings are accepted, of the one that got
                furthest.
            MalformedMessage: the message is neither XML nor JSON, is one that only servers send, or
                is sent to another `account`.
            InvalidConfig: `now` is negative.

        >>> import wxseal
        >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
        >>> text = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}'
        >>> request = wxseal.platform.push(crypt, text, format="json")
        >>> incoming = wxseal.Endpoint(crypt).receive(request.method, request.query, request.body)
        >>> incoming.msg_type, incoming.message["Content"]
        ('text', 'hi')
        """

    def diagnose(
        self, method: str, query: _Query, body: _Payload = b"", *, now: int | None = None
    ) -> list[Finding]:
        """Say why `receive` refuses a request: try the known mistakes and name those that explain
        it, the likeliest first. Empty for a request that is right in all.

        For logs and for people, never for the peer. It hashes and decrypts several times, so it is
        no part of `receive`. Its arguments are those of `receive`.

        >>> import wxseal
        >>> request = wxseal.platform.url_check("BBBBB", "4375120948345356249")
        >>> for finding in wxseal.Endpoint.plain("AAAAA").diagnose(request.method, request.query):
        ...     print(finding.name)
        AnotherToken
        """

@final
class Incoming:
    """A request that `Endpoint.receive` verified: a URL check, or a push and the ways to answer it.

    A URL check has its finished `response` and nothing else; a push has everything else. Whatever
    the other kind lacks is a `RuntimeError`: ask for `kind` first.

    Every answer is complete: in the push's own format, From and To swapped, and sealed by the
    settings that opened the push, with its nonce. One that cannot be written is `UnwritableReply`:
    the message has no From and To, or is a robot's and the answer is not one that robots take; or a
    text has a character that XML lacks or a lone surrogate.

    A Mini Program takes `success`, `empty`, `transfer_customer_service` and `reply_widget` as
    answers. The others are an Official Account's; a Mini Program sends them by
    `wxseal.api.send_customer_message`. A smart robot of WeCom takes `success`, `empty`, and JSON
    without From and To: `reply_welcome`, `reply_stream`, `reply_template_card`,
    `reply_stream_with_template_card`, `update_template_card`. A card is a dict, or the text of a
    JSON object, which is sent as it is given.

    It never changes, so threads may share it.

    >>> import wxseal
    >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    >>> text = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}'
    >>> request = wxseal.platform.push(crypt, text, format="json")
    >>> incoming = wxseal.Endpoint(crypt).receive(request.method, request.query, request.body)
    >>> response = incoming.reply_text("hello")
    >>> wxseal.platform.open_reply(crypt, response.body).message
    b'{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":...,"MsgType":"text","Content":"hello"}'
    """

    @property
    def kind(self) -> Literal["url_check", "push"]:
        """`"url_check"` or `"push"`."""

    @property
    def response(self) -> Response:
        """What to answer a URL check."""

    @property
    def message(self) -> Any:
        """The message as a dict, the same view of XML and JSON; parsed when it is first read, and
        the same dict from then on.

        Its values are `str`, dicts, lists, `bool` and `None` as on the wire. Only the few fields
        that are integers everywhere (`CreateTime`, `Scene` …) are `int`; all other numbers are the
        text of their digits, so that a `MsgId` of 64 bits survives. What is documented as a list is
        one, also with one item in XML, and the `SubscribeMsg…Event` element that only XML has is
        left out. A name that is repeated is a list.

        `wxseal.messages` has its types: `message: MiniProgramMessage = push.message`, and `MsgType`
        and `Event` tell which it is.

        Raises:
            MalformedMessage: it is not one XML document or JSON object, or nested deeper than 32.
        """

    @property
    def message_json(self) -> str:
        """The same as compact JSON in raw UTF-8."""

    @property
    def message_bytes(self) -> bytes:
        """The message as the platform wrote it."""

    @property
    def format(self) -> Literal["xml", "json"]:
        """The format of the request's body, which the answer has too: `"xml"` or `"json"`."""

    def text(self, name: str) -> str | None:
        """A field that is text, by the wire's own name; the first of a repeated name."""

    @property
    def to_user_name(self) -> str | None:
        """The account that the message was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the
        receive id.
        """

    @property
    def from_user_name(self) -> str | None:
        """The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`."""

    @property
    def create_time(self) -> int | None:
        """When the platform made it, in seconds since 1970: `CreateTime`, a suite's `TimeStamp`, or a
        robot's `create_time`.
        """

    @property
    def msg_type(self) -> str | None:
        """`text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`."""

    @property
    def event(self) -> str | None:
        """Which event it is, where `msg_type` is `event`: `Event`, or the `eventtype` in a robot's
        `event`. A name can hold a space.
        """

    @property
    def msg_id(self) -> str | None:
        """The message's id as text: 64 bits on the wire, and no number at all from a cloud function and a
        robot. Events have none, but for a robot's.
        """

    @property
    def info_type(self) -> str | None:
        """What the open platform tells a third party, `component_verify_ticket` …; such messages
        have no To and From.
        """

    @property
    def dedup_key(self) -> str:
        """What tells two deliveries of one message from two messages, for `RecentKeys` or a store.

        40 hexadecimal digits: a hash, which holds no openid. Two messages share it only if they are
        the same: one with a `MsgId` is its account, its sender and that id, an event all of it.
        """

    @property
    def replay_key(self) -> str:
        """What this very request is known by: its signature. A replay has the same; the platform's
        own retry has another.
        """

    def widget_query(self) -> WidgetQuery:
        """Read what a user searched for, of a `wxa_widget_data` event.

        Raises:
            MalformedMessage: the message has no `Query`, or it is not a JSON object. Answer with
                `reply_widget` and an `err_code` of -2 then.
        """

    # Written by tools/faces: the answers.
    def success(self) -> Response:
        """Answer `success`: received, and nothing to say. Never sealed."""

    def empty(self) -> Response:
        """Answer with the empty body: received, and nothing to say. Never sealed."""

    def reply_text(self, content: str) -> Response:
        """Answer with a text."""

    def reply_image(self, media_id: str) -> Response:
        """Answer with an image that was uploaded before."""

    def reply_voice(self, media_id: str) -> Response:
        """Answer with a voice message that was uploaded before."""

    def reply_video(self, media_id: str, title: str, description: str) -> Response:
        """Answer with a video that was uploaded before."""

    def reply_music(
        self,
        thumb_media_id: str,
        *,
        title: str | None = None,
        description: str | None = None,
        music_url: str | None = None,
        hq_music_url: str | None = None,
    ) -> Response:
        """Answer with music. What is not given is left out.

        Args:
            thumb_media_id: the picture: an image that was uploaded before.
            title: the headline.
            description: what stands below it.
            music_url: the URL of the music.
            hq_music_url: the same in higher quality, which is played over Wi-Fi.
        """

    def reply_news(self, articles: Iterable[Article]) -> Response:
        """Answer with articles, at least one."""

    def transfer_customer_service(self, kf_account: str | None = None) -> Response:
        """Hand the user over to the customer-service console.

        Args:
            kf_account: the account of the console, `name@account`, that is to take over; `None` for
                any.

        Raises:
            UnwritableReply: also for an event: only what a user sent can be handed over.
        """

    def reply_widget(
        self,
        lifespan: int,
        data: dict[str, Any] | str,
        err_code: int = 0,
        err_msg: str = "",
    ) -> Response:
        """Answer a `wxa_widget_data` event. The query that the answer must repeat byte for byte is
        the push's own.

        Args:
            lifespan: for how many seconds the platform shows the answer before it asks again.
            data: the template's own data: a dict, or the text of a JSON object.
            err_code: 0 right, -1 no result, -2 bad parameters, -3 system error.
            err_msg: what went wrong, in words.

        Raises:
            UnwritableReply: also for a `lifespan` outside 0 to 4294967295, a message without a
                `Query`, another `err_code`, and data that is not a JSON object.

        >>> import json
        >>> import wxseal
        >>> query = '{"type":10000,"slot_list":[{"key":"stock_code","value":"00700"}]}'
        >>> event = {"MsgType": "event", "Event": "wxa_widget_data", "Query": query}
        >>> event |= {"ToUserName": "gh_1", "FromUserName": "o1"}
        >>> request = wxseal.platform.plain_push("AAAAA", json.dumps(event))
        >>> incoming = wxseal.Endpoint.plain("AAAAA").receive("POST", request.query, request.body)
        >>> incoming.widget_query().slots
        {'stock_code': '00700'}
        >>> reply = json.loads(incoming.reply_widget(3600, {"price": 350.2}).body)
        >>> json.loads(reply["Content"])["data"]
        '{"err_code":0,"err_msg":"","price":350.2}'
        """

    def reply_welcome(self, content: str) -> Response:
        """Answer a robot's `enter_chat` event with a text, which a robot takes nowhere else;
        `reply_template_card` with a card.
        """

    def reply_stream(
        self,
        id: str,
        content: str,
        *,
        finish: bool,
        msg_item: list[Any] | str | None = None,
        feedback_id: str | None = None,
    ) -> Response:
        """Answer a robot's message with a text, all of it or so far.

        Args:
            id: how the stream is named: at first as the server likes, then by the `id` in the
                `stream` of the message.
            content: the whole text so far, as Markdown; WeCom takes 20480 bytes.
            finish: whether this is all of it. Until then, WeCom asks for more by messages whose
                `msg_type` is `stream`, for up to six minutes.
            msg_item: pictures, which WeCom takes when the stream finishes: a list, or the text of a
                JSON array.
            feedback_id: how a `feedback_event` will name the answer; of the first answer alone.

        Raises:
            UnwritableReply: also for a `msg_item` that is not a JSON array.

        >>> import json
        >>> import wxseal
        >>> message = {"msgid": "m1", "aibotid": "r1", "from": {"userid": "u1"}, "msgtype": "text"}
        >>> request = wxseal.platform.plain_push("AAAAA", json.dumps(message))
        >>> incoming = wxseal.Endpoint.plain("AAAAA").receive("POST", request.query, request.body)
        >>> incoming.from_user_name, incoming.msg_type
        ('u1', 'text')
        >>> incoming.reply_stream("s1", "hello", finish=True).body
        b'{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"hello"}}'
        """

    def reply_template_card(self, card: dict[str, Any] | str) -> Response:
        """Answer a robot's message or `enter_chat` event with a card.

        Args:
            card: a dict, or the text of a JSON object.

        Raises:
            UnwritableReply: also for a card that is not a JSON object.
        """

    def reply_stream_with_template_card(
        self,
        id: str,
        content: str,
        card: dict[str, Any] | str | None = None,
        *,
        finish: bool,
        msg_item: list[Any] | str | None = None,
        feedback_id: str | None = None,
    ) -> Response:
        """Answer a robot's message with a text and, once in its stream, a card.

        Args:
            id: how the stream is named: at first as the server likes, then by the `id` in the
                `stream` of the message.
            content: the whole text so far, as Markdown; WeCom takes 20480 bytes.
            card: a dict, or the text of a JSON object.
            finish: whether this is all of it. Until then, WeCom asks for more by messages whose
                `msg_type` is `stream`, for up to six minutes.
            msg_item: pictures, which WeCom takes when the stream finishes: a list, or the text of a
                JSON array.
            feedback_id: how a `feedback_event` will name the answer; of the first answer alone.

        Raises:
            UnwritableReply: also for a card that is not a JSON object, and a `msg_item` that is not
                a JSON array.
        """

    def update_template_card(
        self,
        card: dict[str, Any] | str,
        userids: Iterable[str] | None = None,
    ) -> Response:
        """Answer a robot's `template_card_event` with what the card is to be from now on; its
        `task_id` must be the event's.

        Args:
            card: a dict, or the text of a JSON object.
            userids: in a group, the users for whom it is, at least one; `None` for everybody.

        Raises:
            UnwritableReply: also for a card that is not a JSON object, and `userids` that name
                nobody.
        """

    def reply_raw(self, message: _Payload) -> Response:
        """Answer with a document of the caller's own, XML or JSON as the push is: sealed, but
        otherwise as it is given.

        Args:
            message: a `str`, which is sent as its UTF-8, or bytes.
        """
    # What tools/faces writes ends here.
    def sealing_with(self, *, now: int | None = None, random: bytes | None = None) -> Incoming:
        """The same push, whose answers are sealed with what is given: for tests, which compare
        them.

        Args:
            now: the server's time in seconds since 1970; the system's unless given. Beyond 13
                digits no answer can be written.
            random: the 16 bytes in front of the sealed message; the operating system's, for every
                answer anew, unless given. **Bytes that are used twice show that two messages begin
                alike.**

        Raises:
            InvalidConfig: `now` is negative, or `random` has not 16 bytes.

        >>> import wxseal
        >>> text = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}'
        >>> request = wxseal.platform.plain_push("AAAAA", text)
        >>> push = wxseal.Endpoint.plain("AAAAA").receive("POST", request.query, request.body)
        >>> push.sealing_with(now=1714112445).reply_text("hello").body.decode()
        '{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":1714112445,"MsgType":"text","Content":"hello"}'
        """

# An `Incoming` by its `kind`, so that to ask for one narrows the other: a push has no `response`, and to read it is an error.
# When the program runs, both are the class above, which is final there.
@type_check_only
class _UrlCheck(Incoming):  # type: ignore[misc]
    @property
    def kind(self) -> Literal["url_check"]: ...

@type_check_only
class _Push(Incoming):  # type: ignore[misc]
    @property
    def kind(self) -> Literal["push"]: ...
    @property
    def response(self) -> None: ...  # type: ignore[override]

@final
class Article:
    """One article of `Incoming.reply_news`.

    Args:
        title: the headline.
        description: what stands below it.
        pic_url: the URL of a picture.
        url: where it leads.

    Raises:
        UnwritableReply: one of them is no text.

    >>> import wxseal
    >>> wxseal.Article("腾讯", url="https://example.com/00700").title
    '腾讯'
    """

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __new__(
        cls, title: str, description: str = "", pic_url: str = "", url: str = ""
    ) -> Article: ...
    def __eq__(self, other: object, /) -> bool: ...
    @property
    def title(self) -> str:
        """The headline."""

    @property
    def description(self) -> str:
        """What stands below it."""

    @property
    def pic_url(self) -> str:
        """The URL of a picture."""

    @property
    def url(self) -> str:
        """Where it leads."""

@final
class WidgetQuery:
    """What a user searched for, as the platform understood it: the `Query` of a `wxa_widget_data`
    event, from `Incoming.widget_query`.
    """

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @property
    def type(self) -> int | None:
        """Which of the developer's intents it is; `None` where the query has none."""

    @property
    def slots(self) -> dict[str, str]:
        """The words that were recognised, by the names that the developer gave them, in the order
        of `slot_list`. A value that is no text stands as its JSON. A new dict each time.
        """

    @property
    def longitude(self) -> float | None:
        """Where the user is, in degrees east; `None` where the query does not say."""

    @property
    def latitude(self) -> float | None:
        """Where the user is, in degrees north; `None` where the query does not say."""

    @property
    def raw(self) -> str:
        """The text of the query as it came, which the answer repeats byte for byte."""

@final
class Message:
    """A message or event that came as the `event` of a cloud function, so that one handler serves
    both ways of receiving: it reads as an `Incoming` does. It never changes.
    """

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @staticmethod
    def from_cloud_event(event: dict[str, Any] | str | bytes) -> Message:
        """Read the `event` object of a cloud function: a dict, or its JSON as `str` or `bytes`.

        Nothing is verified, since the platform calls a cloud function itself. What comes over HTTP
        is `Endpoint.receive`'s.

        Raises:
            MalformedMessage: it is not a JSON object, or nested deeper than 32.

        >>> import wxseal
        >>> event = {"FromUserName": "o1", "MsgType": "text", "Content": "hi", "MsgId": "49d7_1"}
        >>> message = wxseal.Message.from_cloud_event(event)
        >>> message.message["Content"], len(message.dedup_key)
        ('hi', 40)
        """

    @property
    def message(self) -> Any:
        """The message as a dict: see `Incoming.message`."""

    @property
    def message_json(self) -> str:
        """The same as compact JSON in raw UTF-8."""

    def text(self, name: str) -> str | None:
        """A field that is text, by the wire's own name; the first of a repeated name."""

    @property
    def to_user_name(self) -> str | None:
        """The account that the message was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the
        receive id.
        """

    @property
    def from_user_name(self) -> str | None:
        """The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`."""

    @property
    def create_time(self) -> int | None:
        """When the platform made it, in seconds since 1970: `CreateTime`, a suite's `TimeStamp`, or a
        robot's `create_time`.
        """

    @property
    def msg_type(self) -> str | None:
        """`text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`."""

    @property
    def event(self) -> str | None:
        """Which event it is, where `msg_type` is `event`: `Event`, or the `eventtype` in a robot's
        `event`. A name can hold a space.
        """

    @property
    def msg_id(self) -> str | None:
        """The message's id as text: 64 bits on the wire, and no number at all from a cloud function and a
        robot. Events have none, but for a robot's.
        """

    @property
    def info_type(self) -> str | None:
        """What the open platform tells a third party, `component_verify_ticket` …"""

    @property
    def dedup_key(self) -> str:
        """What tells two deliveries of one message from two messages, for `RecentKeys` or a store:
        see `Incoming.dedup_key`.
        """

@final
class Response:
    """What to answer over HTTP: status, headers and body, complete.

    Every answer of an `Incoming` is one, and so is the `response` of an error. It never changes. A
    store keeps it as `to_bytes()`, which every language reads; pickled, it is the same bytes.

    >>> import wxseal
    >>> endpoint = wxseal.Endpoint.plain("AAAAA")
    >>> try:
    ...     response = endpoint.receive("DELETE", "").response
    ... except wxseal.Error as error:
    ...     response = error.response
    >>> response
    <wxseal.Response 405 text/plain; charset=utf-8, 18 bytes>
    >>> response.headers[-1], response.body
    (('Allow', 'GET, POST'), b'method not allowed')
    """

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @staticmethod
    def refusal(error: Error) -> Response:
        """What to answer to a request that was refused: the error's `http_status` and its phrase,
        nothing of the reason. The same as the error's own `response`.
        """

    @property
    def status(self) -> int:
        """The HTTP status: 200, or of a refusal 400, 403, 405 or 500."""

    @property
    def content_type(self) -> str:
        """The `Content-Type`: `text/plain; charset=utf-8`, `application/xml` or `application/json`."""

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The headers to send, names and values: `Content-Type`; `X-Content-Type-Options: nosniff`,
        since an echostr is a stranger's text; and `Allow` with a 405. A new list each time, as WSGI
        wants it.
        """

    @property
    def body(self) -> bytes:
        """The body, byte for byte: nothing may be added to it."""

    def to_bytes(self) -> bytes:
        """The response as bytes, for a store that processes share: `from_bytes` of every language
        reads them. Their format is that of `wxseal_response_to_bytes` in `wxseal.h`.
        """

    @staticmethod
    def from_bytes(stored: bytes | bytearray | memoryview) -> Response:
        """Read what `to_bytes` has written, in any language and by any version of this library
        that is not newer.

        Args:
            stored: bytes, or anything like them.

        Raises:
            UnwritableReply: they are another's, cut short, too long, or of a later version.

        >>> import wxseal
        >>> response = wxseal.MalformedQuery("").response
        >>> response.to_bytes()[:16]
        b'wxsr\\x01\\x01\\x01\\x90\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x0b'
        >>> wxseal.Response.from_bytes(response.to_bytes()) == response
        True
        """

@final
class Finding:
    """One thing that is wrong with a request, or worth knowing of one that is right, from
    `Endpoint.diagnose`. It holds nothing decrypted.
    """

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool: ...
    @property
    def name(self) -> str:
        """Its name, the same in every language: `AnotherToken`, `PlusBecameSpace` …"""

    @property
    def text(self) -> str:
        """What it means and what to do, in a sentence."""

    @property
    def parameter(self) -> str | None:
        """Of a `MissingParameter`, which; else `None`."""

    @property
    def seconds(self) -> int | None:
        """Of a `StaleTimestamp`, how much earlier than the server's time it is, in seconds,
        negative if later; else `None`.
        """

@final
class RecentKeys:
    """Remembers what one process has handled, so that a retry gets the first answer and nothing is
    done twice.

    A key is unknown, then claimed until a deadline, then answered, then forgotten. What is stored
    is the finished `Response`, so nothing decrypted is kept. Entries and bytes are bounded: when a
    bound is reached, the oldest entry is forgotten. Threads share one. Several processes keep the
    same states in a store of theirs, such as Redis, which takes `Response.to_bytes`.

    Args:
        claim_for: how many seconds a handler may take before another may try: the platform waits 5.
        keep_for: for how many seconds an answer is kept: longer than the platform's three tries
            and, against replays, than twice the endpoint's tolerance.
        max_entries: how many keys are remembered at most; at least one.
        max_bytes: how many bytes they may take: of each the key, the body of its answer and 320
            bytes for the rest. A single one may be larger.

    Raises:
        InvalidConfig: one of them is negative.

    >>> import wxseal
    >>> recent = wxseal.RecentKeys()
    >>> def once(incoming: wxseal.Incoming) -> wxseal.Response | None:
    ...     known = recent.claim(incoming.dedup_key)
    ...     if known.claim is None:
    ...         return known.response  # None while another is at it: wait, and ask again
    ...     try:
    ...         response = incoming.success()  # what must not be done twice stands here
    ...     except BaseException:
    ...         known.claim.release()
    ...         raise
    ...     known.claim.answer(response)
    ...     return response
    """

    def __new__(
        cls,
        claim_for: int = 5,
        keep_for: int = 600,
        *,
        max_entries: int = 100_000,
        max_bytes: int = 67_108_864,
    ) -> RecentKeys: ...
    def __len__(self) -> int: ...
    def claim(self, key: str, *, now: int | None = None) -> _Claimed | _Busy | _Answered:
        """Ask for a key, and claim it where nobody else has.

        Args:
            key: `Incoming.dedup_key`, or any text.
            now: the time in seconds; the system's, since 1970, unless given.
        """

@final
class Recent:
    """What `RecentKeys.claim` knows of a key."""

    @property
    def state(self) -> Literal["claimed", "busy", "answered"]:
        """`"claimed"`: it is the caller's to handle now, and to answer by the `claim`. `"busy"`:
        somebody is handling it: wait, or do not answer, and ask again. `"answered"`: answer the
        same.
        """

    @property
    def claim(self) -> Claim | None:
        """The right to answer the key, where the state is `"claimed"`; else `None`."""

    @property
    def until(self) -> int | None:
        """From when on the key can be claimed again, where the state is `"busy"`; else `None`."""

    @property
    def response(self) -> Response | None:
        """The first answer, where the state is `"answered"`; else `None`."""

# A `Recent` by its `state`, likewise.
@type_check_only
class _Claimed(Recent):  # type: ignore[misc]
    @property
    def state(self) -> Literal["claimed"]: ...
    @property
    def claim(self) -> Claim: ...
    @property
    def until(self) -> None: ...
    @property
    def response(self) -> None: ...

@type_check_only
class _Busy(Recent):  # type: ignore[misc]
    @property
    def state(self) -> Literal["busy"]: ...
    @property
    def claim(self) -> None: ...
    @property
    def until(self) -> int: ...
    @property
    def response(self) -> None: ...

@type_check_only
class _Answered(Recent):  # type: ignore[misc]
    @property
    def state(self) -> Literal["answered"]: ...
    @property
    def claim(self) -> None: ...
    @property
    def until(self) -> None: ...
    @property
    def response(self) -> Response: ...

@final
class Claim:
    """The right to answer a key, from `Recent.claim`: the caller's until its time has run out and
    another took it over.
    """

    def answer(self, response: Response, *, now: int | None = None) -> bool:
        """Store the answer for the retries. `False` if the claim is no longer the caller's: the
        answer is not stored then, and may be sent all the same.

        Args:
            response: what to answer, now and to every retry.
            now: the time in seconds; the system's, since 1970, unless given.
        """

    def release(self) -> bool:
        """Give the claim back, so that a retry may try at once: for a handler that failed. `False`
        if it is no longer the caller's.
        """

def decrypt_open_data(session_key: str, encrypted_data: str, iv: str, app_id: str) -> bytes:
    """Decrypt the `encryptedData` of `wx.getUserInfo` and its like, check that it is meant for this
    Mini Program, and return its JSON.

    The data says when it was made, in `watermark.timestamp`.

    **It proves nothing against the Mini Program's own user**, through whose hands `encrypted_data`
    and `iv` go: nothing signs the data, and another `iv` changes its first 16 bytes unnoticed. What
    must be true, such as a phone number, is asked from the platform: see `wxseal.api`.

    Args:
        session_key: the key that `wxseal.api.code2session` asks for, base64 as the platform hands
            it out. It belongs to the server and never to the client.
        encrypted_data: the client's `encryptedData`, base64; white space in it is skipped.
        iv: the client's `iv`, base64.
        app_id: the Mini Program's AppID, which must be the data's `watermark.appid`.

    Raises:
        InvalidKey: the `session_key` is not the base64 of 16 bytes.
        InvalidBase64: the data is not base64, or the `iv` not that of 16 bytes.
        DecryptFailed: length, padding, or not a JSON object: probably a `session_key` that is out
            of date, since calling `wx.login` makes a new one.
        ReceiveIdMismatch: `watermark.appid` is another, or missing.

    >>> import json
    >>> import wxseal
    >>> data = wxseal.decrypt_open_data(
    ...     "tiihtNczf5v6AKRyjwEUhQ==",
    ...     "41R6j53Yks0HiNn+eGkgaykuRRGVKbeEoJrKlCMwdOyPTHEW2CfCnnYOdqz/3hNi"
    ...     "jsJF+iTAVVoHAioLEAUvAw==",
    ...     "r7BXXKkLb8qrSNn05n0qiA==",
    ...     "wx4f4bc4dec97d474b",
    ... )
    >>> json.loads(data)["nickName"]
    'Band'
    """

def verify_raw_data(session_key: str, raw_data: str, signature: str) -> None:
    """Check the `signature` that stands beside the `rawData` of `wx.getUserInfo`.

    It is the SHA-1 of the data, as it came, and the `session_key`. There is no result to look at: a
    signature that does not hold is an error.

    Args:
        session_key: the key that `wxseal.api.code2session` asks for, base64 as the platform hands
            it out.
        raw_data: the client's `rawData`, the text as it came, never parsed and written again.
        signature: the client's `signature`.

    Raises:
        InvalidKey: the `session_key` is not the base64 of 16 bytes; one that was never fetched
            opens no door.
        SignatureMismatch: the signature is another.

    >>> import wxseal
    >>> wxseal.verify_raw_data(
    ...     "HyVFkGl5F5OQWJZZaNzBBg==",
    ...     '{"nickName":"Band"}',
    ...     "19036804514e3177482cf7382c6a337cf79b246d",
    ... )
    """

class Error(Exception):
    """What can go wrong: the base class of every error of this package.

    Each subclass has three attributes: `code`, the number that the official samples give this
    failure, -40001 to -40011; `name`, which is the class's own and the same in every language; and
    `http_status`, what to answer with over HTTP: 400, 403 or 405 where the request is at fault, 500
    where the server is. `response` is that answer, finished.

    `str()` says what happened and what to look at: it is for the log. No error carries a secret or
    a peer's data.

    >>> import wxseal
    >>> try:
    ...     wxseal.verify_signature("AAAAA", signature="0" * 40, timestamp="1714036504", nonce=None)
    ... except wxseal.Error as error:
    ...     print(error.name, error.code, error.http_status)
    MalformedQuery -40001 400
    """

    code: ClassVar[int]
    name: ClassVar[str]
    http_status: int
    @property
    def response(self) -> Response:
        """What to answer over HTTP to the request that raised this: `http_status` and its phrase.

        Errors of one status have one answer, so that whoever sent a bad request does not learn why
        it is bad.
        """

# Written by tools/faces: the errors.
class SignatureMismatch(Error):
    """The signature does not match: check the Token, that msg_signature and not signature was
    passed for an encrypted message, and that timestamp, nonce and body are as received.
    """

    code: ClassVar[Literal[-40001]]
    name: ClassVar[Literal["SignatureMismatch"]]
    http_status: Literal[403]

class MalformedQuery(Error):
    """A query parameter is missing, repeated or malformed: timestamp is 1 to 13 digits, nonce is 1
    to 63 of A-Z a-z 0-9 _ -, and each stands once, percent-decoded once.

    A method that is neither GET nor POST is this error too, with an `http_status` of 405.
    """

    code: ClassVar[Literal[-40001]]
    name: ClassVar[Literal["MalformedQuery"]]
    http_status: Literal[400, 405]

class StaleTimestamp(Error):
    """The timestamp is too far from the server's time: check the server's clock and the tolerance.

    `timestamp`: the request's timestamp, in seconds since 1970.

    `now`: the server's time, in seconds since 1970.
    """

    code: ClassVar[Literal[-40001]]
    name: ClassVar[Literal["StaleTimestamp"]]
    http_status: Literal[403]
    timestamp: int
    now: int

class MalformedEnvelope(Error):
    """The body is not an envelope: expected XML or JSON with one Encrypt at the top level; check
    that the body is passed as received and that the console's encryption mode is not plain.
    """

    code: ClassVar[Literal[-40002]]
    name: ClassVar[Literal["MalformedEnvelope"]]
    http_status: Literal[400]

class MalformedMessage(Error):
    """The decrypted message cannot be read, or is one that only a server sends: check that nothing
    captured was sent back, as a message or as an echostr.
    """

    code: ClassVar[Literal[-40002]]
    name: ClassVar[Literal["MalformedMessage"]]
    http_status: Literal[403]

class InvalidKey(Error, ValueError):
    """The EncodingAESKey is not 43 characters of A-Z a-z 0-9 + /: copy it from the console, without
    = and without white space.

    `position`: where the first bad character is, in bytes from the start, counted from 0; the key's
    length if it is too short.
    """

    code: ClassVar[Literal[-40004]]
    name: ClassVar[Literal["InvalidKey"]]
    http_status: Literal[500]
    position: int

class InvalidConfig(Error, ValueError):
    """A setting, or another argument of the server's own, cannot be right.

    `setting` says which: `token`, `receive_id`, `account`, `format`, `dialect`, `tolerance`,
    `max_body`, `random`, `now`, `claim_for`, `keep_for`, `max_entries`, `max_bytes`, `path`,
    `argument`. The last stands for any other, and for an error that was made by hand.
    """

    code: ClassVar[Literal[-40004]]
    name: ClassVar[Literal["InvalidConfig"]]
    http_status: Literal[500]
    setting: str

class ReceiveIdMismatch(Error):
    """The message is addressed to another receive id: it is the AppID of the Mini Program or
    Official Account, the component's AppID on the open platform, the corpid or suiteid on WeCom.
    """

    code: ClassVar[Literal[-40005]]
    name: ClassVar[Literal["ReceiveIdMismatch"]]
    http_status: Literal[403]

class DecryptFailed(Error):
    """The cipher text does not decrypt (length or padding): check that the EncodingAESKey is the
    console's.
    """

    code: ClassVar[Literal[-40007]]
    name: ClassVar[Literal["DecryptFailed"]]
    http_status: Literal[403]

class MalformedFrame(Error):
    """The length inside the decrypted frame does not fit: check that the EncodingAESKey is the
    console's.
    """

    code: ClassVar[Literal[-40008]]
    name: ClassVar[Literal["MalformedFrame"]]
    http_status: Literal[403]

class InvalidBase64(Error):
    """The cipher text is not standard base64: check that the body is as received and that no +
    became a space.
    """

    code: ClassVar[Literal[-40010]]
    name: ClassVar[Literal["InvalidBase64"]]
    http_status: Literal[403]

class UnwritableReply(Error):
    """The reply cannot be written: its timestamp is 1 to 13 digits without a leading zero, its
    nonce 1 to 63 of A-Z a-z 0-9 _ -, its message shorter than 4 GiB; or a stored one cannot be
    read: it is another's, cut short or of a later version.
    """

    code: ClassVar[Literal[-40011]]
    name: ClassVar[Literal["UnwritableReply"]]
    http_status: Literal[500]

# What tools/faces writes ends here.
