"""What is known of a file once it was inspected; one line of the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from warraq.archive.problem import Problem
from warraq.language import Message, message

from .fingerprint import Fingerprint

JOURNAL_KEYS = {
    "rejection": "refused",
    "in_table": "tabled",
    "stated_fields": "stated",
    "pictures_rejected": "pictures_refused",
}
"""Fields that a journal has under another name; an interrupted import may have been begun by an older version."""


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message for people in a form that JSON can hold."""

    msgid: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, message: Message) -> StoredMessage:
        """Store a message; a message among its values is stored in the same form."""
        values = {k: asdict(cls.of(v)) if isinstance(v, Message) else v for k, v in message.values.items()}
        return cls(
            message.msgid, {k: v if isinstance(v, str | int | float | dict) else str(v) for k, v in values.items()}
        )

    @classmethod
    def of_problem(cls, problem: Problem) -> StoredMessage:
        """Store what is wrong with a file and what to do; the file is named beside it."""
        return cls.of(message("{what} {todo}", what=problem.what, todo=problem.todo))

    def message(self) -> Message:
        """Give the message back."""
        values = {k: StoredMessage(**v).message() if isinstance(v, dict) else v for k, v in self.values.items()}
        return Message(self.msgid, values)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found out about one file."""

    name: str
    """Its path below the source that is imported."""
    stamp: str
    rejection: StoredMessage | None = None
    """Why it can't be imported; nothing below is known then."""
    sha256: str = ""
    url: str = ""
    """The address that the page itself or the table states."""
    title: str = ""
    slug: str = ""
    in_table: bool = False
    """The table has a row for it."""
    stated_fields: int = 0
    """Number of fields that the table, the page's metadata, its text or its name state."""
    dated: bool = False
    doubts: int = 0
    fingerprint: Fingerprint = field(default_factory=lambda: Fingerprint(""))
    pictures: tuple[tuple[str, str, str], ...] = ()
    """Of each picture of the article: its path below the source, its ending here, and its alternative text."""
    pictures_left: int = 0
    """Number of pictures in the page's folder that are outside the article."""
    pictures_rejected: tuple[tuple[str, StoredMessage], ...] = ()

    def to_line(self) -> str:
        """Write it as one line of the journal."""
        data = {JOURNAL_KEYS.get(key, key): value for key, value in asdict(self).items()}
        data["fingerprint"] = self.fingerprint.to_json()
        return json.dumps(data, separators=(",", ":"))  # in ASCII: a name may be no UTF-8

    @classmethod
    def from_line(cls, line: str) -> Inspection:
        """Read a line of the journal; a ValueError, TypeError or KeyError where it was cut off."""
        data = json.loads(line)
        fields = {name: data.pop(key) for name, key in JOURNAL_KEYS.items()} | data
        return cls(
            **fields
            | {
                "rejection": StoredMessage(**fields["rejection"]) if fields["rejection"] else None,
                "fingerprint": Fingerprint.from_json(fields["fingerprint"]),
                "pictures": tuple((name, ending, alt) for name, ending, alt in fields["pictures"]),
                "pictures_rejected": tuple((name, StoredMessage(**why)) for name, why in fields["pictures_rejected"]),
            }
        )
