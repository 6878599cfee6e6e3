"""The types of what the platform sends; when the program runs, a message is a `dict`, and so is each of them."""


def __getattr__(name: str) -> type[dict[str, object]]:
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return dict
