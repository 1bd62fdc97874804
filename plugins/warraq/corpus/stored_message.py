"""A sentence in a file, to be said later in any language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from warraq.language import Message

Kept = dict[str, Any]


def kept(said: Message) -> Kept:
    """Give a message as values of JSON."""
    return {
        "msgid": said.msgid,
        "values": {key: kept(value) if isinstance(value, Message) else value for key, value in said.values.items()},
    }


def said(found: Mapping[str, Any]) -> Message:
    """Give the message again."""
    values = {key: said(value) if isinstance(value, dict) else value for key, value in found["values"].items()}
    return Message(found["msgid"], values)
