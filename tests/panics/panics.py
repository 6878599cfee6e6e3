"""A defect inside of the library is an exception, with and without the GIL, and the object lives on."""

import sys
import threading
import traceback

import wxseal

TOKEN = "PanicTokenOfTheTests"
KEY = "PanicKeyOfTheTests0123456789abcdefghijklmno"
MESSAGE = b'{"Content":"PanicMessageOfTheTests"}'

crypt = wxseal.MsgCrypt(TOKEN, KEY, "wx1")


def works() -> bool:
    return wxseal.platform.open_reply(crypt, crypt.encrypt(MESSAGE)).message == MESSAGE


def panics(message: bytes) -> bool:
    """Say whether a panic is an exception of its own kind, and nothing else has changed."""
    try:
        crypt.encrypt(message, nonce="panic-please")
    except BaseException as error:
        traceback.print_exc()
        # pyo3's own class, which no `except Exception` takes for an error of the application.
        return (
            type(error).__name__ == "PanicException"
            and not isinstance(error, Exception)
            and works()
        )
    return False


def threads_panic() -> bool:
    def work() -> None:
        results.extend(panics(MESSAGE) for _ in range(10))

    results = list[bool]()
    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results == [True] * 80


TESTS = {
    "a panic is an exception": lambda: panics(MESSAGE),
    "a panic without the GIL is an exception": lambda: panics(MESSAGE * (1 << 15)),
    "threads that panic at once share one object": threads_panic,
}
failed = 0
for name, test in TESTS.items():
    passed = test()
    failed += not passed
    print("ok" if passed else "FAILED", name)
sys.exit(failed)
