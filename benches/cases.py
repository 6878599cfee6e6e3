"""Writes the inputs of the benchmark: one push for every format and size, sealed by the reference.

`python cases.py FOLDER` writes `<format>-<size>.json` there. A case holds the settings, the request
as the platform sends it (`query`, `body`, and the values of the query on their own), and `message`,
the plaintext inside, which is also the reply to be encrypted. The cases are the same on every run.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests/reference"))
import wechat_reference as reference

FORMATS = ("xml", "json")
# Bytes of plaintext: a click, a usual message, a long one, and two that show what a byte costs; those between and beyond
# are a long run's.
SIZES = (300, 1024, 4096, 16384, 65536, 262144, 1048576, 3144704)

SETTINGS = reference.Settings(
    token="wxsealbench",
    encoding_aes_key=base64.b64encode(hashlib.sha256(b"wxseal bench").digest()).decode()[:43],
    receive_id="wxba5fad812f8e6fb9",
)
ACCOUNT = "gh_97417a04a28d"
USER = "o9AgO5Kd5ggOC-bXrbNODIiE3bGY"
NOW = 1714112445
NONCE = "415670741"
MSG_ID = 24518912345678901
# No character that XML or JSON would escape: what the bytes mean is not measured.
TEXT = "你好, could you tell me when order 20240426-0815 ships? 谢谢! 我在等消息。"


def content(length: int) -> str:
    """A text of exactly so many bytes of UTF-8."""
    text = bytearray()
    for character in itertools.cycle(TEXT):
        encoded = character.encode()
        if len(text) + len(encoded) > length:
            break
        text += encoded
    return text.decode() + "." * (length - len(text))


def message(format: str, text: str) -> str:
    """A text message as the platform writes it."""
    if format == "xml":
        return (
            f"<xml><ToUserName><![CDATA[{ACCOUNT}]]></ToUserName>"
            f"<FromUserName><![CDATA[{USER}]]></FromUserName>"
            f"<CreateTime>{NOW}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
            f"<Content><![CDATA[{text}]]></Content><MsgId>{MSG_ID}</MsgId></xml>"
        )
    fields = {
        "ToUserName": ACCOUNT,
        "FromUserName": USER,
        "CreateTime": NOW,
        "MsgType": "text",
        "Content": text,
        "MsgId": MSG_ID,
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def case(format: str, size: int, now: int = NOW, nonce: str = NONCE) -> dict[str, str | int]:
    """One push, with what a server knows beside it."""
    text = message(format, content(size - len(message(format, "").encode())))
    random = hashlib.sha256(f"{format} {size}".encode()).hexdigest()[:16].encode()
    encrypt = reference.encrypt_message(SETTINGS, text.encode(), random)
    timestamp = str(now)
    msg_signature = reference.sign(SETTINGS.token, timestamp, nonce, encrypt)
    query = {
        "signature": reference.sign(SETTINGS.token, timestamp, nonce),
        "timestamp": timestamp,
        "nonce": nonce,
        "openid": USER,
        "encrypt_type": "aes",
        "msg_signature": msg_signature,
    }
    return {
        "token": SETTINGS.token,
        "encoding_aes_key": SETTINGS.encoding_aes_key,
        "receive_id": SETTINGS.receive_id,
        "timestamp": timestamp,
        "nonce": nonce,
        "msg_signature": msg_signature,
        "query": reference.write_query(query),
        "body": reference.write_safe_body(encrypt, ACCOUNT, format, "wechat"),
        "message": text,
        "now": now,
    }


def main() -> None:
    """Writes all cases into the folder that the command names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for format, size in itertools.product(FORMATS, SIZES):
        made = json.dumps(case(format, size), ensure_ascii=False)
        (folder / f"{format}-{size}.json").write_text(made)


if __name__ == "__main__":
    main()
