"""A sentence in a file, to be said later in any language."""

from __future__ import annotations

from typing import Any

from . import Message

Stored = dict[str, Any]
"""Values of JSON: the sentence and what is put into it."""


def stored(said: Message) -> Stored:
    """Give a message as values of JSON."""
    values = {name: stored(value) if isinstance(value, Message) else value for name, value in said.values.items()}
    return {"msgid": said.msgid, "values": values}


def read_stored(found: object) -> Message:
    """Give the message again; an empty one where a file holds none, and words for a value that is none of ours."""
    if not isinstance(found, dict) or not isinstance(found.get("values"), dict):
        return Message("")
    values = {
        str(name): read_stored(value)
        if isinstance(value, dict)
        else value
        if isinstance(value, str | int | float)
        else str(value)
        for name, value in found["values"].items()
    }
    return Message(str(found.get("msgid", "")), values)
