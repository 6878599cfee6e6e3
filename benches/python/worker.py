"""The worker for Python: `worker.py CASES`, requests and answers as benches/README.md says.

A subject is made of the settings and has a method for each operation, which takes a case and
returns the call to measure: with the objects that a web framework hands over, bytes for the body
and str for the query. Replies are bytes too: a str that is encrypted again and again would keep the
UTF-8 of the first time.
"""

import importlib
import importlib.metadata
import json
import platform
import re
import sys
import time
import timeit
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple


class Call(NamedTuple):
    """A statement and the names in it: what is measured is the statement, not a call around it."""

    statement: str
    names: dict[str, object]

    def __call__(self) -> bytes | str:
        return eval(self.statement, self.names)

    def measure(self, iterations: int) -> int:
        """The processor's time that so many of them take, in nanoseconds."""
        timer = timeit.Timer(self.statement, timer=time.process_time_ns, globals=self.names)
        return int(timer.timeit(iterations))


class Unsupported(Exception):
    """The subject lacks the operation, or the format."""


class Wxseal:
    """The binding."""

    distributions = ("wxseal",)

    def __init__(self, *settings: str) -> None:
        import wxseal

        self.crypt = wxseal.MsgCrypt(*settings)
        self.endpoint = wxseal.Endpoint(self.crypt)

    def decrypt(self, case: SimpleNamespace) -> Call:
        decrypt, body, signature = self.crypt.decrypt, case.body.encode(), case.msg_signature
        timestamp, nonce = case.timestamp, case.nonce
        return Call(
            "decrypt(body, msg_signature=signature, timestamp=timestamp, nonce=nonce)", locals()
        )

    def encrypt(self, case: SimpleNamespace) -> Call:
        encrypt, message, format = self.crypt.encrypt, case.message.encode(), case.format
        timestamp, nonce = case.timestamp, case.nonce
        return Call("encrypt(message, timestamp=timestamp, nonce=nonce, format=format)", locals())

    def receive(self, case: SimpleNamespace) -> Call:
        receive, query, body = self.endpoint.receive, case.query, case.body.encode()
        message, now = case.message.encode(), case.now
        return Call('receive("POST", query, body, now=now).reply_raw(message).body', locals())


class Wechatpy:
    """wechatpy, as its documentation uses it; it knows XML only."""

    distributions = ("wechatpy", "cryptography")
    module = "wechatpy.crypto"

    def __init__(self, *settings: str) -> None:
        self.crypt = importlib.import_module(self.module).WeChatCrypto(*settings)

    def decrypt(self, case: SimpleNamespace) -> Call:
        self.check_format(case)
        decrypt, body, signature = (
            self.crypt.decrypt_message,
            case.body.encode(),
            case.msg_signature,
        )
        timestamp, nonce = case.timestamp, case.nonce
        return Call("decrypt(body, signature, timestamp, nonce)", locals())

    def encrypt(self, case: SimpleNamespace) -> Call:
        self.check_format(case)
        encrypt, message = self.crypt.encrypt_message, case.message.encode()
        timestamp, nonce = case.timestamp, case.nonce
        return Call("encrypt(message, nonce, timestamp)", locals())

    @staticmethod
    def check_format(case: SimpleNamespace) -> None:
        if case.format != "xml":
            raise Unsupported("it has no JSON envelope")


class WechatpyDropIn(Wechatpy):
    """The same calls, one line changed."""

    distributions = ("wxseal",)
    module = "wxseal.compat.wechatpy.crypto"


class WeRoBot(Wechatpy):
    """WeRoBot's `MessageCrypt`, with the `Encrypt` that the robot's parser has found; it knows XML only."""

    distributions = ("WeRoBot", "cryptography")
    module = "werobot.crypto"

    def __init__(self, *settings: str) -> None:
        self.crypt = importlib.import_module(self.module).MessageCrypt(*settings)

    def decrypt(self, case: SimpleNamespace) -> Call:
        self.check_format(case)
        decrypt, encrypt = self.crypt.decrypt_message, field(case.body, "Encrypt")
        signature, timestamp, nonce = case.msg_signature, case.timestamp, case.nonce
        return Call("decrypt(timestamp, nonce, signature, encrypt)", locals())

    def encrypt(self, case: SimpleNamespace) -> Call:
        self.check_format(case)
        encrypt, message = self.crypt.encrypt_message, case.message.encode()
        timestamp, nonce = case.timestamp, case.nonce
        return Call("encrypt(message, timestamp, nonce)", locals())


class WeRoBotDropIn(WeRoBot):
    """The same calls, one line changed."""

    distributions = ("wxseal",)
    module = "wxseal.compat.werobot.crypto"


class Official:
    """The way of the official sample, over pycryptodome."""

    distributions = ("pycryptodome",)

    def __init__(self, *settings: str) -> None:
        from official import MsgCrypt

        self.crypt = MsgCrypt(*settings)

    def decrypt(self, case: SimpleNamespace) -> Call:
        decrypt, body, signature = self.crypt.decrypt, case.body.encode(), case.msg_signature
        timestamp, nonce = case.timestamp, case.nonce
        return Call("decrypt(body, signature, timestamp, nonce)", locals())

    def encrypt(self, case: SimpleNamespace) -> Call:
        encrypt, message, format = self.crypt.encrypt, case.message.encode(), case.format
        timestamp, nonce = case.timestamp, case.nonce
        return Call("encrypt(message, timestamp, nonce, format)", locals())


class OfficialDropIn:
    """What stands in for the official sample: a class for each format."""

    distributions = ("wxseal",)

    def __init__(self, *settings: str) -> None:
        from wxseal.compat.WXBizJsonMsgCrypt import WXBizJsonMsgCrypt
        from wxseal.compat.WXBizMsgCrypt3 import WXBizMsgCrypt

        self.crypts = {"xml": WXBizMsgCrypt(*settings), "json": WXBizJsonMsgCrypt(*settings)}

    def decrypt(self, case: SimpleNamespace) -> Call:
        decrypt, body = self.crypts[case.format].DecryptMsg, case.body.encode()
        signature, timestamp, nonce = case.msg_signature, case.timestamp, case.nonce
        return Call("decrypt(body, signature, timestamp, nonce)[1]", locals())

    def encrypt(self, case: SimpleNamespace) -> Call:
        encrypt, message = self.crypts[case.format].EncryptMsg, case.message.encode()
        timestamp, nonce = case.timestamp, case.nonce
        return Call("encrypt(message, nonce, timestamp)[1]", locals())


# What stands in for a peer has its name, and a word behind it.
SUBJECTS = {
    "wxseal": Wxseal,
    "wechatpy": Wechatpy,
    "wechatpy, drop-in": WechatpyDropIn,
    "official": Official,
    "official, drop-in": OfficialDropIn,
    "WeRoBot": WeRoBot,
    "WeRoBot, drop-in": WeRoBotDropIn,
}
OPERATIONS = ("decrypt", "encrypt", "receive")


def read_cases(folder: Path) -> Iterator[SimpleNamespace]:
    """All cases, each with the format and size that its name says."""
    for path in sorted(folder.glob("*.json")):
        format, size = path.stem.split("-")
        yield SimpleNamespace(**json.loads(path.read_text()), format=format, size=int(size))


def version(distribution: str) -> str:
    """The version of what a subject is made of; its name where that is another."""
    number = importlib.metadata.version(distribution)
    return number if distribution in SUBJECTS else f"{distribution} {number}"


def field(envelope: str, name: str) -> str:
    """A value of a reply's envelope, XML or JSON."""
    pattern = rf'{name}(?:><!\[CDATA\[|>|": ?"?)([^\]<",\n]*)'
    # WeCom's JSON has the names in lower case.
    found = re.search(pattern, envelope, re.IGNORECASE)
    assert found is not None
    return found[1]


def check(subject: object, operation: str, case: SimpleNamespace, call: Call) -> None:
    """What was opened is the message, and what was sealed opens again to it."""
    result = call()
    if operation != "decrypt":
        envelope = result.decode() if isinstance(result, bytes) else result
        names = {"msg_signature": "MsgSignature", "timestamp": "TimeStamp", "nonce": "Nonce"}
        values = {key: field(envelope, name) for key, name in names.items()}
        result = subject.decrypt(SimpleNamespace(**{**vars(case), **values, "body": envelope}))()
    opened = result if isinstance(result, bytes) else result.encode()
    if opened != case.message.encode():
        sys.exit(f"{type(subject).__name__} {operation} {case.format} {case.size}: not the message")


def main() -> None:
    """Checks every call once, then measures what it is asked for."""
    cases = list(read_cases(Path(sys.argv[1])))
    calls: dict[tuple[str, str, str, int], Call] = {}
    unsupported: dict[tuple[str, str, str, int], str] = {}
    versions, missing = {}, {}
    for name, kind in SUBJECTS.items():
        try:
            settings = (cases[0].token, cases[0].encoding_aes_key, cases[0].receive_id)
            subject = kind(*settings)
            versions[name] = ", ".join(map(version, kind.distributions))
        except ImportError as error:
            missing[name] = str(error)
            continue
        for case in cases:
            for operation in OPERATIONS:
                key = (name, operation, case.format, case.size)
                try:
                    if not hasattr(subject, operation):
                        raise Unsupported(f"{name} has no {operation}")
                    calls[key] = getattr(subject, operation)(case)
                except Unsupported as why:
                    unsupported[key] = str(why)
                else:
                    check(subject, operation, case, calls[key])
    language = f"{platform.python_implementation()} {platform.python_version()}"
    hello = {"language": "python", "version": language, "subjects": versions, "missing": missing}
    print(json.dumps(hello), flush=True)

    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "stop":
            break
        key = (request["subject"], request["op"], request["format"], request["size"])
        if key in calls:
            answer = {"ns": calls[key].measure(request["iterations"])}
        else:
            answer = {"missing": unsupported.get(key, f"no {request['subject']}")}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
