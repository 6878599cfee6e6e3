"""Runs a peer's own suite, unchanged, on the drop-in: a plugin for pytest in the peer's checkout.

    PYTHONPATH=.:path/to/wxseal/tests/drop-ins/python SWAP=wechatpy python -m pytest -p swap tests

Python's table of modules then has ours where the suite imports the peer's. With `BROKEN=1` whatever
is below the drop-in only raises: the tests that still pass do not touch it. `SWAP` is `wechatpy`,
`werobot`, or empty for a sample of Tencent's whose line has been changed.
"""

import importlib
import os
import sys
from types import ModuleType
from typing import Any, NoReturn

import wxseal

MODULES = {"wechatpy": ("crypto", "work.crypto", "utils"), "werobot": ("crypto",)}


class Broken(Exception):
    """There is nothing below the drop-in."""


def fail(*arguments: Any, **named: Any) -> NoReturn:
    raise Broken


class BrokenMsgCrypt:
    """Can be made, and nothing else."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        pass

    decrypt = encrypt = open = seal = verify_url = fail


def put(name: str, ours: ModuleType) -> None:
    """Puts a module of ours in place of the peer's, which it gets the other names of."""
    theirs = importlib.import_module(name)
    for other, value in vars(theirs).items():
        if other not in vars(ours):
            setattr(ours, other, value)
    sys.modules[name] = ours
    package, _, leaf = name.rpartition(".")
    setattr(sys.modules[package], leaf, ours)


def swap(peer: str) -> None:
    for name in MODULES.get(peer, ()):
        put(f"{peer}.{name}", importlib.import_module(f"wxseal.compat.{peer}.{name}"))
    if peer == "werobot":
        ours: Any = importlib.import_module("wxseal.compat.werobot")
        for module in (sys.modules["werobot"], sys.modules["werobot.robot"]):
            module.WeRoBot = ours.WeRoBot  # type: ignore[attr-defined]


if os.environ.get("BROKEN"):
    for name in ("decrypt_open_data", "verify_raw_data", "verify_signature"):
        setattr(wxseal, name, fail)
    wxseal.MsgCrypt = BrokenMsgCrypt  # type: ignore[assignment, misc]
swap(os.environ.get("SWAP", ""))
