"""`wechatpy.utils`."""

import wxseal
from wxseal.compat._arguments import Text, text
from wxseal.compat._peer import names_of
from wxseal.compat.wechatpy import exceptions

__all__ = ["check_signature", "check_wxa_signature"]

# They have nothing to do with pushes, but stand in the same line of an import.
__getattr__ = names_of(
    "wechatpy.utils",
    "ObjectDict",
    "WeChatSigner",
    "byte2int",
    "get_querystring",
    "random_string",
    "timezone",
    "to_binary",
    "to_text",
)


def check_signature(token: Text, signature: Text, timestamp: Text, nonce: Text) -> None:
    """Check the `signature` of a URL check or of a push.

    Raises:
        InvalidSignatureException: it does not hold, or there is no Token to hold it against.
    """
    try:
        wxseal.verify_signature(
            text(token) or "",
            signature=text(signature),
            timestamp=text(timestamp),
            nonce=text(nonce),
        )
    except wxseal.Error as error:
        raise exceptions.InvalidSignatureException() from error


def check_wxa_signature(session_key: Text, raw_data: Text, client_signature: Text) -> None:
    """Check the `signature` beside the `rawData` of a Mini Program.

    Raises:
        InvalidSignatureException: it does not hold.
    """
    try:
        wxseal.verify_raw_data(text(session_key), text(raw_data), text(client_signature) or "")
    except wxseal.Error as error:
        raise exceptions.InvalidSignatureException() from error
