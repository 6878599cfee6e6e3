"""What a forged body of 4 MiB costs: less than three times its size, whatever it is made of."""

import contextlib
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import wxseal

SIZE = 4 << 20
NOW = 1714112445


def filled(head: bytes, unit: bytes, tail: bytes) -> bytes:
    return head + unit * ((SIZE - len(head) - len(tail)) // len(unit)) + tail


BODIES = {
    "arrays": filled(b'{"a":[', b"[],", b"[]]}"),
    "members": filled(b"{", b'"a":0,', b'"a":0}'),
    "elements": filled(b"<xml>", b"<a/>", b"</xml>"),
    "sealed": filled(b'{"Encrypt":"', b"\\/", b'"}'),
}


def peak() -> int:
    """The most memory that the process has had since `forget_peak`."""
    status = Path("/proc/self/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found
    return int(found[1]) << 10


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="needs Linux")
@pytest.mark.parametrize("made_of", BODIES)
@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize(
    "make",
    [
        lambda: wxseal.Endpoint(wxseal.MsgCrypt("token", "k" * 43, "wx1")),
        lambda: wxseal.Endpoint.plain("token"),
    ],
    ids=["encrypted", "plain"],
)
def test_a_forged_body_costs_little(
    make: Callable[[], wxseal.Endpoint], signed: bool, made_of: str
) -> None:
    endpoint, body = make(), BODIES[made_of]
    # Whoever has seen a URL has its `signature`, and can put it before any body.
    signature = hashlib.sha1(b"1714112445n1token").hexdigest() if signed else "0" * 40
    query = f"signature={signature}&msg_signature={'0' * 40}&timestamp={NOW}&nonce=n1"
    for call in (endpoint.receive, endpoint.diagnose):
        forget_peak()
        before = peak()
        with contextlib.suppress(wxseal.Error):
            call("POST", query, body, now=NOW)
        assert peak() - before <= 12 << 20
