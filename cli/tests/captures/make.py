"""Writes the captured failures that `wxseal explain` is tested with.

`python make.py` writes one raw HTTP request each, as a proxy or a packet capture shows it, and
`captures.json` with the settings of the server and what `explain` must say. Everything is sealed
by the independent reference in tests/reference, and is the same on every run.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2] / "tests" / "reference"))

import wechat_reference as reference  # noqa: E402

TOKEN = "TheConsolesTokenOf32Characters00"
KEY = "TheConsolesEncodingAESKeyOf43CharactersABCD"
APP_ID = "wx0123456789abcdef"
TIMESTAMP = "1714112445"
NONCE = "415670741"
OLD_KEY = "ThePreviousEncodingAESKeyOf43CharactersABCD"
MESSAGE = {
    "ToUserName": "gh_97417a04a28d",
    "FromUserName": "o9AgO5Kd5ggOC-bXrbNODIiE3bGY",
    "CreateTime": 1714112445,
    "MsgType": "text",
    "Content": "腾讯股价",
    "MsgId": 24541213456789012,
}
PLAIN = json.dumps(MESSAGE, ensure_ascii=False)
SETTINGS = {"TOKEN": TOKEN, "ENCODING_AES_KEY": KEY, "RECEIVE_ID": APP_ID}

cases: list[dict[str, object]] = []


def encrypt(message: str = PLAIN, receive_id: str = APP_ID, key: str = KEY, block: int = 32) -> str:
    """Seal a message. The prefix is fixed, and chosen so that the cipher text has a `+`."""
    framed = reference.frame(b"capturedcaptured", message.encode(), receive_id)
    return reference.encrypt_padded(key, reference.pad(framed, block))


def query(encrypt: str | None = None, **changes: str) -> str:
    """Write the query of a push, signed, with some values changed."""
    values = {
        "signature": reference.sign(TOKEN, TIMESTAMP, NONCE),
        "timestamp": TIMESTAMP,
        "nonce": NONCE,
    }
    if encrypt is not None:
        signature = reference.sign(TOKEN, TIMESTAMP, NONCE, encrypt)
        values |= {"encrypt_type": "aes", "msg_signature": signature}
    values |= changes
    return "&".join(f"{name}={value}" for name, value in values.items())


def as_json(encrypt: str) -> str:
    return json.dumps({"ToUserName": "gh_97417a04a28d", "Encrypt": encrypt})


def as_xml(encrypt: str) -> str:
    return (
        "<xml>\n    <ToUserName><![CDATA[gh_97417a04a28d]]></ToUserName>\n"
        f"    <Encrypt><![CDATA[{encrypt}]]></Encrypt>\n</xml>"
    )


def post(query: str, body: str, length: int | None = None, headers: tuple[str, ...] = ()) -> str:
    content = body.encode()
    lines = [
        f"POST /wechat/push?{query} HTTP/1.1",
        "User-Agent: Mozilla/4.0",
        "Accept: */*",
        "Host: example.com",
        "Content-Type: text/xml",
        *headers,
        f"Content-Length: {len(content) if length is None else length}",
    ]
    return "\r\n".join([*lines, "", body])


def get(target: str) -> str:
    return "\r\n".join([f"GET {target} HTTP/1.1", "Host: example.com", "Accept: */*", "", ""])


def capture(
    name: str,
    request: str,
    stops_at: str | None,
    error: str | None,
    findings: list[str],
    *,
    oddities: tuple[str, ...] = (),
    arguments: tuple[str, ...] = (),
    **settings: str,
) -> None:
    (HERE / f"{name}.http").write_bytes(request.encode())
    cases.append(
        {
            "id": name,
            "settings": SETTINGS | settings,
            "arguments": list(arguments),
            "stops_at": stops_at,
            "error": error,
            "findings": findings,
            "oddities": list(oddities),
        }
    )


def main() -> None:
    sealed = encrypt()
    assert "+" in sealed and "/" in sealed
    good = query(sealed)
    wecom_key = reference.sign(TOKEN, TIMESTAMP, NONCE, sealed)
    reply = encrypt(json.dumps(MESSAGE | {"MsgType": "transfer_customer_service"}))

    capture("right", post(good, as_json(sealed)), None, None, [])
    mismatch = ("signature", "SignatureMismatch")
    capture(
        "another_token",
        post(good, as_xml(sealed)),
        *mismatch,
        ["AnotherToken"],
        TOKEN="TheOtherAppsTokenOf32Characters0",
    )
    capture(
        "another_key",
        post(good, as_json(sealed)),
        "padding",
        "DecryptFailed",
        ["AnotherKey"],
        ENCODING_AES_KEY=OLD_KEY,
    )
    capture(
        "authorizers_app_id",
        post(good, as_xml(sealed)),
        "receive_id",
        "ReceiveIdMismatch",
        ["AnotherAppId"],
        RECEIVE_ID="wxfedcba9876543210",
    )
    spaced = as_json(sealed.replace("+", " "))
    capture("plus_became_space", post(good, spaced), *mismatch, ["PlusBecameSpace"])
    signature = reference.sign(TOKEN, TIMESTAMP, NONCE)
    swapped = query(sealed, msg_signature=signature)
    capture(
        "signature_for_msg_signature",
        post(swapped, as_json(sealed)),
        *mismatch,
        ["SignatureForMsgSignature"],
    )
    capture(
        "console_in_plain_mode", post(query(), PLAIN), "query", "MalformedQuery", ["PlaintextBody"]
    )
    capture(
        "endpoint_in_plain_mode",
        post(good, as_json(sealed)),
        "envelope",
        "MalformedEnvelope",
        ["EncryptedBody"],
        MODE="plain",
    )
    lines = "\n".join(sealed[at : at + 76] for at in range(0, len(sealed), 76))
    capture("reserialised", post(good, as_xml(lines)), *mismatch, ["BodyReserialised"])
    capture(
        "query_dropped",
        get("/index.php"),
        "query",
        "MalformedQuery",
        ["MissingParameter"],
        oddities=("NoQuery",),
    )
    capture(
        "replayed_next_day",
        post(good, as_json(sealed)),
        "time",
        "StaleTimestamp",
        ["StaleTimestamp"],
        arguments=("--received", str(int(TIMESTAMP) + 86400)),
    )
    escaped = sealed.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
    check = f"msg_signature={wecom_key}&timestamp={TIMESTAMP}&nonce={NONCE}&echostr={escaped}"
    capture(
        "wecom_url_check",
        get(f"/wechat/push?{check}"),
        "query",
        "MalformedQuery",
        ["DialectIsWecom"],
    )
    echo = encrypt("4375120948345356249", receive_id="ww0123456789abcdef")
    percent = echo.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
    signature = reference.sign(TOKEN, TIMESTAMP, NONCE, echo)
    check = f"msg_signature={signature}&timestamp={TIMESTAMP}&nonce={NONCE}&echostr={percent}"
    wecom = {"DIALECT": "wecom", "RECEIVE_ID": "ww0123456789abcdef"}
    capture("wecom_right", get(f"/wechat/push?{check}"), None, None, [], **wecom)
    body = as_json(sealed)
    capture(
        "cut_short",
        post(good, body[:200], len(body)),
        "envelope",
        "MalformedEnvelope",
        ["NotAnEnvelope"],
        oddities=("CutShort",),
    )
    capture("body_already_read", post(good, ""), "envelope", "MalformedEnvelope", ["NotAnEnvelope"])
    changed = as_json(encrypt(PLAIN.replace("腾讯", "阿里")))
    capture("body_of_another_request", post(good, changed), *mismatch, ["BodyChanged"])
    twice = f"echostr=a%252Bb&{query(timestamp='1714112445%2520')}"
    capture(
        "encoded_twice",
        get(f"/wechat/push?{twice}"),
        "grammar",
        "MalformedQuery",
        ["PercentEncodedTwice"],
    )
    capture(
        "token_of_other_app",
        get(f"/?{query()}&echostr=4375"),
        *mismatch,
        ["AnotherToken"],
        TOKEN="TheOtherAppsTokenOf32Characters0",
    )
    capture(
        "parameter_appended",
        post(f"{good}&nonce=1", as_json(sealed)),
        "query",
        "MalformedQuery",
        ["BrokenQuery"],
    )
    capture(
        "own_reply",
        post(query(reply), as_json(reply)),
        "message",
        "MalformedMessage",
        ["ReflectedReply"],
    )
    robot = encrypt(receive_id="")
    capture(
        "smart_robot",
        post(query(robot), as_json(robot)),
        "receive_id",
        "ReceiveIdMismatch",
        ["EmptyReceiveId"],
        RECEIVE_ID="ww0123456789abcdef",
    )
    short = encrypt(PLAIN + " " * 16, block=16)
    capture("padded_to_16", post(query(short), as_json(short)), None, None, ["PaddedTo16"])

    (HERE / "rotation.toml").write_text(f'[[also_accept]]\nencoding_aes_key = "{KEY}"\n')
    rotation = ("--config", "rotation.toml")
    capture(
        "key_is_being_changed",
        post(good, as_json(sealed)),
        None,
        None,
        ["OpenedByFurtherSettings"],
        arguments=rotation,
        ENCODING_AES_KEY=OLD_KEY,
    )

    (HERE / "captures.json").write_text(json.dumps(cases, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
