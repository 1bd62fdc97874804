"""What is known of a file once it was looked at; one line of the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from warraq.language import Message

from .fingerprint import Fingerprint


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was set aside; a Message that can be written down."""

    msgid: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, why: Message) -> Refusal:
        """Keep a message; a message inside it is kept in the same manner."""
        values = {k: asdict(cls.of(v)) if isinstance(v, Message) else v for k, v in why.values.items()}
        return cls(why.msgid, {k: v if isinstance(v, str | int | float | dict) else str(v) for k, v in values.items()})

    def message(self) -> Message:
        """Give the message back."""
        values = {k: Refusal(**v).message() if isinstance(v, dict) else v for k, v in self.values.items()}
        return Message(self.msgid, values)


@dataclass(frozen=True, slots=True)
class Looked:
    """One file."""

    name: str
    """Its path below the place that is imported."""
    stamp: str
    refused: Refusal | None = None
    """Why it can't be taken; nothing below is known then."""
    sha256: str = ""
    url: str = ""
    """The address that the page itself or the table states."""
    title: str = ""
    slug: str = ""
    tabled: bool = False
    """The table has a row for it."""
    stated: int = 0
    """How many fields the table, the page's metadata, its text or its name state."""
    dated: bool = False
    doubts: int = 0
    fingerprint: Fingerprint = field(default_factory=lambda: Fingerprint(""))
    pictures: tuple[tuple[str, str, str], ...] = ()
    """Of each picture that the article shows its path below the place, its ending here, and the words that describe it."""
    pictures_left: int = 0
    """Pictures of the page's folder that stand outside of the article."""
    pictures_refused: tuple[tuple[str, Refusal], ...] = ()

    def line(self) -> str:
        """As one line of the journal."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, line: str) -> Looked:
        """Read a line of the journal; a ValueError where it was cut off."""
        said = json.loads(line)
        looked = cls(**said)
        return replace(
            looked,
            refused=Refusal(**said["refused"]) if said["refused"] else None,
            fingerprint=_fingerprint(said["fingerprint"]),
            pictures=tuple((name, ending, alt) for name, ending, alt in said["pictures"]),
            pictures_refused=tuple((name, Refusal(**why)) for name, why in said["pictures_refused"]),
        )


def _fingerprint(said: dict[str, Any]) -> Fingerprint:
    return Fingerprint(said["same"], tuple(said["sketch"]), tuple(said["words"]))
