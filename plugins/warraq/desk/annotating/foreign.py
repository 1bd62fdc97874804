"""An annotation as another program exported it: of which page it speaks, of which words, and what it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Foreign:
    """One annotation of an export."""

    line: int
    """Where it begins in the file, or its number in it, from 1."""
    addresses: tuple[str, ...]
    """Of the page that it speaks of: any of them may be known here."""
    quote: str = ""
    """The words; empty where it speaks of a whole page."""
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    """What it says, as inline Markdown that is safe to publish (`bodies.py`)."""
    author: str = ""
    day: str = ""
    """On which it was made: `2024-03-15`."""
    address: str = ""
    """Its own, by which it is known again."""
    answers: str = ""
    """The id of the annotation that it answers."""
    id: str = ""
    lang: str = ""
    private: bool = False
    """Its author alone may read it, or a moderator hid it."""
    ours: bool = False
    """The archive made it."""
    too_long: bool = False
    """It says more than a note may: what is kept of it is only the beginning."""
    is_none: bool = False
    """What stands in the file there is no annotation."""
