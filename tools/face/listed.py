"""The documentation: a table of all messages."""

from face import catalogue, place
from face.catalogue import Message

KINDS = {
    "message": "What users send",
    "event": "Events",
    "notice": "What third parties are told",
    "robot": "What smart robots are told",
    "hardware": "What the makers of devices are told",
}


def told_by(message: Message) -> str:
    """What tells it, without what its kind says."""
    told = []
    for name, value in message.row["match"].items():
        values = [value, *(also[name] for also in message.row.get("also", []) if name in also)]
        if (name, value) != ("MsgType", "event"):
            told.append(f"{name} " + ", ".join(f"`{each}`" for each in values))
    return "; ".join(told)


def row(message: Message) -> str:
    fields = []
    for field in message.fields:
        if field.kind != "literal":
            fields.append(f"`{field.name}`" + ("" if field.required else "?"))
    lists = ", ".join(f"`{path}`" for path in catalogue.lists(message.fields))
    return " | ".join(
        [
            f"| `{message.name}`",
            message.row["summary"].replace("|", "\\|"),
            told_by(message),
            ", ".join(message.platforms),
            f"`{message.type}`" + (" (doubtful)" if "doubtful" in message.row else ""),
            ", ".join(fields),
            f"{lists} |",
        ]
    )


def tables(text: str) -> str:
    lines: list[str] = []
    for kind, title in KINDS.items():
        head = "| name | what it says | told by | of | type | its own fields | lists |"
        lines += ["", f"## {title}", "", head, "|---|---|---|---|---|---|---|"]
        lines += [row(message) for message in catalogue.of_kind(kind)]
    return place.region(text, "the messages", [*lines, ""])


FILES = {"docs/messages.md": tables}
