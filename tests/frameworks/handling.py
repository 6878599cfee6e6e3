"""What an adapter makes of a handler, and of a body that something else has looked at.

The handler of the server, the tests' own, answers a text with its content; `how often` and `slow` with how often it was called,
the latter after a moment; and at `raise` it raises a `KeyError` each time that this is odd.
"""

from __future__ import annotations

import re
import threading

import wire
from playing import said, text
from serving import Server


def sent_again(server: Server) -> None:
    """A retry gets the first answer, also while the first try is being worked on."""
    first = said(wire.ask(server, *text("how often")))
    query, body = text("slow")
    answers: list[str | None] = []
    tries = [
        threading.Thread(target=lambda: answers.append(said(wire.ask(server, query, body))))
        for _ in range(3)
    ]
    for each in tries:
        each.start()
    for each in tries:
        each.join()
    assert len(answers) == 3 and len(set(answers)) == 1, answers
    assert wire.ask(server, query, body).body == wire.ask(server, query, body).body
    assert int(said(wire.ask(server, *text("how often"))) or 0) == int(first or 0) + 2


def raises(server: Server) -> None:
    """A handler that raises is a 500 and one line without a word of the message; its push can be sent again."""
    if int(said(wire.ask(server, *text("how often"))) or 0) % 2:
        assert said(wire.ask(server, *text("even"))) == "even"
    query, body = text("raise")
    server.settle()
    answer = wire.ask(server, query, body)
    assert (answer.status, answer.body) == (500, b"internal server error"), answer
    told = server.told()
    assert len(told) == 1 and "raise" not in told[0], told
    assert re.search(r"\bHandlerFailed: KeyError at .*(answers|wechat)\.\w+:\d+", told[0]), told
    assert said(wire.ask(server, query, body)) == "raise"


def taken(server: Server) -> None:
    """A body that was read before is a 500 and a line that names the mistake."""
    assert wire.ask(server, wire.url_check("1")).body == b"1"
    server.settle()
    answer = wire.ask(server, *text("a"))
    assert (answer.status, answer.body) == (500, b"internal server error"), answer
    told = server.told()
    assert len(told) == 1 and "BodyTaken: " in told[0] and "middleware" in told[0], told


def left(server: Server) -> None:
    """What another has looked at, and left where it was, is read."""
    assert said(wire.ask(server, *text("a"))) == "a"
