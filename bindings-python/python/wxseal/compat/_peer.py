"""The library that is stood in for: its own names, imported when they are first asked for."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any


def names_of(module: str, *names: str, otherwise: ModuleType | None = None) -> Callable[[str], Any]:
    """A `__getattr__` for a module of ours, by which these names are those of the peer's `module`.

    Where the peer is not installed they are those of `otherwise`, or an `ImportError` that says so.
    """

    def look(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"wxseal's stand-in for {module} has no {name!r}")
        try:
            peer = import_module(module)
        except ImportError:
            if otherwise is None:
                raise
            peer = otherwise
        return getattr(peer, name)

    return look
