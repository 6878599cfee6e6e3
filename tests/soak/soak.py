"""The Python package under load for as long as it is told, as README.md beside this says."""

import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import wxseal


def outcome(call: Callable[[], object]) -> object:
    """Say what a call returned, or the name of what it raised."""
    try:
        return call()
    except wxseal.Error as error:
        return error.name


def resident() -> int:
    """Give this process's resident memory in KiB."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


def main() -> None:
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    warm_up, rounds = int(sys.argv[2]), int(sys.argv[3])
    token, key, receive_id, now = lines[0].split("\t")
    requests = [tuple(line.split("\t")) for line in lines[1:]]
    crypt = wxseal.MsgCrypt(token, key, receive_id)
    endpoint = wxseal.Endpoint(crypt)

    def work(
        expected: str, msg_signature: str, timestamp: str, nonce: str, body: str, text: str
    ) -> None:
        stamp = {"msg_signature": msg_signature, "timestamp": timestamp, "nonce": nonce}
        query = "&".join(f"{name}={value}" for name, value in stamp.items())
        sent, message = body.encode(), text.encode()
        decrypted = outcome(lambda: crypt.decrypt(sent, **stamp))
        received = outcome(lambda: endpoint.receive("POST", query, sent, now=int(now)))
        if expected != "ok":
            assert decrypted == received == expected, (decrypted, received, expected)
            return
        assert decrypted == message
        assert wxseal.platform.open_reply(crypt, crypt.encrypt(message)).message == message
        assert isinstance(received, wxseal.Incoming)
        assert received.reply_text("received").status == 200

    for round, request in enumerate(islice(cycle(requests), warm_up + rounds)):
        work(*request)
        if round >= warm_up and (round - warm_up) % (rounds // 100) == 0:
            print(resident())


main()
