"""What servers hand to other libraries' functions, as the text that wxseal takes."""

from typing import Any, TypeAlias

Text: TypeAlias = str | bytes | int | float | None


def text(value: object) -> Any:
    """Bytes and numbers as text, a time in whole seconds; text and `None` as they are."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        # What is no UTF-8 is no timestamp, nonce or signature either, and wxseal refuses it.
        return value.decode(errors="replace")
    return str(int(value)) if isinstance(value, float) else str(value)


def now_unless(timestamp: Text) -> Any:
    """The timestamp of a reply: `None`, which is the current time, for whatever is empty."""
    return text(timestamp) if timestamp else None


def key(encoding_aes_key: Text) -> str:
    """The 43 characters of a key that was copied with white space, or with the `=` of base64."""
    return "".join((text(encoding_aes_key) or "").split()).rstrip("=")
