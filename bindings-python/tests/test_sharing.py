"""Threads and processes that share one MsgCrypt."""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import wechat_reference as reference

import wxseal

SETTINGS = reference.Settings("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
STAMP = {"timestamp": "1714112445", "nonce": "415670741"}
# Below and above the size from which on the GIL is released.
SIZES = (0, 1 << 10, 1 << 16, 1 << 20)


@pytest.fixture(scope="module")
def crypt() -> wxseal.MsgCrypt:
    return wxseal.MsgCrypt(SETTINGS.token, SETTINGS.encoding_aes_key, SETTINGS.receive_id)


def push(message: bytes, random: bytes = b"0123456789abcdef") -> tuple[bytes, dict[str, str]]:
    """Seal a push by the reference, and give its body and query."""
    sealed = reference.seal(
        SETTINGS, message, STAMP["timestamp"], STAMP["nonce"], random, "json", "wechat"
    )
    return sealed.body.encode(), {"msg_signature": sealed.msg_signature, **STAMP}


def open_reply(reply: str) -> reference.Frame:
    """Open a reply by the reference."""
    envelope = reference.read_envelope(reply.encode())
    assert envelope.msg_signature and envelope.timestamp and envelope.nonce
    return reference.open_push(
        SETTINGS, envelope.msg_signature, envelope.timestamp, envelope.nonce, reply.encode()
    )


@pytest.fixture
def rare_switches() -> Iterator[None]:
    """Let no thread take the GIL from another that does not give it."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(60)
    yield
    sys.setswitchinterval(before)


def test_threads_share_one(crypt: wxseal.MsgCrypt) -> None:
    def work(number: int) -> None:
        for size in SIZES:
            message = bytes([number]) * size
            body, query = pushes[number, size]
            for _ in range(3):
                assert crypt.decrypt(body, **query) == message
                assert open_reply(crypt.encrypt(message)).message == message
            with pytest.raises(wxseal.SignatureMismatch):
                crypt.decrypt(body, **{**query, "nonce": "1"})

    pushes = {
        (number, size): push(bytes([number]) * size) for number in range(16) for size in SIZES
    }
    start = threading.Barrier(16)
    with ThreadPoolExecutor(16, initializer=start.wait) as pool:
        assert list(pool.map(work, range(16))) == [None] * 16


@pytest.mark.usefixtures("rare_switches")
def test_other_threads_run_while_a_large_body_is_worked_on(crypt: wxseal.MsgCrypt) -> None:
    def other() -> None:
        begin.wait()
        ran.append(True)

    message = b"x" * (1 << 20)
    body, query = push(message)
    for call in (lambda: crypt.decrypt(body, **query), lambda: crypt.encrypt(message)):
        begin, ran = threading.Event(), list[bool]()
        thread = threading.Thread(target=other)
        thread.start()
        begin.set()
        # Without a release the other thread would wait for a minute, and these take seconds.
        for _ in range(500):
            call()
            if ran:
                break
        assert ran
        thread.join()


def test_a_body_that_another_thread_changes(crypt: wxseal.MsgCrypt) -> None:
    def scribble() -> None:
        while not done.is_set():
            shared[100] ^= 1
            # The buffer is not kept exported while the core works, so that it can be resized.
            shared.append(0)
            shared.pop()

    message = b"x" * (1 << 16)
    body, query = push(message)
    shared, done = bytearray(body), threading.Event()
    thread = threading.Thread(target=scribble)
    thread.start()
    try:
        for _ in range(50):
            with contextlib.suppress(wxseal.Error):
                assert crypt.decrypt(shared, **query) == message
    finally:
        done.set()
        thread.join()


def test_a_parent_and_its_children_seal_differently(crypt: wxseal.MsgCrypt) -> None:
    # Whatever state there is, it exists before the fork.
    crypt.encrypt("")
    message = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}'
    request = wxseal.platform.push(crypt, message)
    incoming = wxseal.Endpoint(crypt).receive(request.method, request.query, request.body)

    def seal() -> list[str]:
        answers = (incoming.reply_text("hi").body.decode() for _ in range(8))
        return [*(crypt.encrypt("") for _ in range(8)), *answers]

    pipes = {}
    for _ in range(8):
        readable, writable = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                with os.fdopen(writable, "w", encoding="utf-8") as theirs:
                    theirs.write("\0".join(seal()))
            finally:
                os._exit(0)
        os.close(writable)
        pipes[child] = readable
    every = seal()
    for child, readable in pipes.items():
        with os.fdopen(readable, encoding="utf-8") as pipe:
            every += pipe.read().split("\0")
        assert os.waitpid(child, 0)[1] == 0
    assert len(every) == 9 * 16
    assert len({open_reply(reply).random for reply in every}) == 9 * 16
    # An answer repeats the nonce of its push.
    nonces = {reference.read_envelope(reply.encode()).nonce for reply in every}
    assert len(nonces) == 9 * 8 + 1


def test_what_is_left_out_is_fresh(crypt: wxseal.MsgCrypt) -> None:
    before = int(time.time())
    envelope = reference.read_envelope(crypt.encrypt("", format="json").encode())
    assert before <= int(envelope.timestamp or 0) <= time.time()
    assert envelope.nonce is not None
    assert len(envelope.nonce) == 16
    assert set(envelope.nonce) <= set("0123456789abcdef")
