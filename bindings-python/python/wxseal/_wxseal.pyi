from typing import ClassVar, Literal, TypeAlias, final

__all__ = [
    "DecryptFailed",
    "Error",
    "InvalidBase64",
    "InvalidConfig",
    "InvalidKey",
    "MalformedEnvelope",
    "MalformedFrame",
    "MalformedMessage",
    "MalformedQuery",
    "MsgCrypt",
    "ReceiveIdMismatch",
    "SignatureMismatch",
    "StaleTimestamp",
    "UnwritableReply",
    "__version__",
    "verify_signature",
]

__version__: str

# Any bytes-like object will do; only `bytes` and `str` are read where they are, all others are
# copied first.
_Payload: TypeAlias = bytes | bytearray | memoryview | str

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
    key lives. Hold its timestamp against your clock, and remember what you have answered.

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
        InvalidConfig: the Token is empty, or holds white space or a control character; the dialect
            is unknown; `max_body` is negative.
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

        `body` is the request's, byte for byte, XML or JSON; a `str` is read as its UTF-8. The
        others are the query's, text as received and percent-decoded once; `None` stands for a
        parameter that the query lacks or has twice. Pass `msg_signature`, not `signature`.

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

class Error(Exception):
    """What can go wrong: the base class of every error of this package.

    Each subclass has three attributes: `code`, the number that the official samples give this
    failure, -40001 to -40011; `name`, which is the class's own and the same in every language; and
    `http_status`, what to answer with over HTTP, 400 or 403 where the request is at fault, 500
    where the server is. Answer with that status and nothing else: whoever sent a bad request need
    not learn why.

    `str()` says what happened and what to look at. No error carries a secret or a peer's data.

    >>> import wxseal
    >>> try:
    ...     wxseal.verify_signature("AAAAA", signature="0" * 40, timestamp="1714036504", nonce=None)
    ... except wxseal.Error as error:
    ...     print(error.name, error.code, error.http_status)
    MalformedQuery -40001 400
    """

    code: ClassVar[int]
    name: ClassVar[str]
    http_status: ClassVar[int]

class SignatureMismatch(Error):
    """The signature does not match: check the Token, that msg_signature and not signature was
    passed for an encrypted message, and that timestamp, nonce and body are as received.
    """

    code: ClassVar[Literal[-40001]]
    name: ClassVar[Literal["SignatureMismatch"]]
    http_status: ClassVar[Literal[403]]

class MalformedQuery(Error):
    """A query parameter is missing, repeated or malformed: timestamp is 1 to 13 digits, nonce is 1
    to 63 of A-Z a-z 0-9 _ -, and each stands once, percent-decoded once.
    """

    code: ClassVar[Literal[-40001]]
    name: ClassVar[Literal["MalformedQuery"]]
    http_status: ClassVar[Literal[400]]

class StaleTimestamp(Error):
    """The timestamp is too far from the server's time: check the server's clock and the tolerance.

    `timestamp` is the request's and `now` the server's, both in seconds since 1970.
    """

    code: ClassVar[Literal[-40001]]
    name: ClassVar[Literal["StaleTimestamp"]]
    http_status: ClassVar[Literal[403]]
    timestamp: int
    now: int

class MalformedEnvelope(Error):
    """The body is not an envelope: expected XML or JSON with one Encrypt at the top level; check
    that the body is passed as received and that the console's encryption mode is not plain.
    """

    code: ClassVar[Literal[-40002]]
    name: ClassVar[Literal["MalformedEnvelope"]]
    http_status: ClassVar[Literal[400]]

class MalformedMessage(Error):
    """The decrypted message cannot be read, or is one that only a server sends: check that a reply
    was not sent back as a request.
    """

    code: ClassVar[Literal[-40002]]
    name: ClassVar[Literal["MalformedMessage"]]
    http_status: ClassVar[Literal[403]]

class InvalidKey(Error, ValueError):
    """The EncodingAESKey is not 43 characters of A-Z a-z 0-9 + /: copy it from the console, without
    = and without white space.

    `position` is where the first bad character is, counted from 0; the length of a key that is too
    short.
    """

    code: ClassVar[Literal[-40004]]
    name: ClassVar[Literal["InvalidKey"]]
    http_status: ClassVar[Literal[500]]
    position: int

class InvalidConfig(Error, ValueError):
    """A setting is missing or unknown: the Token must not be empty or hold white space (is its
    environment variable set?), a format is xml or json, a dialect wechat or wecom, random 16 bytes.
    """

    code: ClassVar[Literal[-40004]]
    name: ClassVar[Literal["InvalidConfig"]]
    http_status: ClassVar[Literal[500]]

class ReceiveIdMismatch(Error):
    """The message is addressed to another receive id: it is the AppID of the Mini Program or
    Official Account, the component's AppID on the open platform, the corpid or suiteid on WeCom.
    """

    code: ClassVar[Literal[-40005]]
    name: ClassVar[Literal["ReceiveIdMismatch"]]
    http_status: ClassVar[Literal[403]]

class DecryptFailed(Error):
    """The cipher text does not decrypt (length or padding): check that the EncodingAESKey is the
    console's.
    """

    code: ClassVar[Literal[-40007]]
    name: ClassVar[Literal["DecryptFailed"]]
    http_status: ClassVar[Literal[403]]

class MalformedFrame(Error):
    """The length inside the decrypted frame does not fit: check that the EncodingAESKey is the
    console's.
    """

    code: ClassVar[Literal[-40008]]
    name: ClassVar[Literal["MalformedFrame"]]
    http_status: ClassVar[Literal[403]]

class InvalidBase64(Error):
    """The cipher text is not standard base64: check that the body is as received and that no +
    became a space.
    """

    code: ClassVar[Literal[-40010]]
    name: ClassVar[Literal["InvalidBase64"]]
    http_status: ClassVar[Literal[403]]

class UnwritableReply(Error):
    """The reply cannot be written: its timestamp is 1 to 13 digits without a leading zero, its
    nonce 1 to 63 of A-Z a-z 0-9 _ -, its message shorter than 4 GiB.
    """

    code: ClassVar[Literal[-40011]]
    name: ClassVar[Literal["UnwritableReply"]]
    http_status: ClassVar[Literal[500]]
