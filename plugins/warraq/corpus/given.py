"""One row of a corpus as its file gives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from warraq.language import Message
from warraq.language.stored_message import Stored, read_stored, stored

FACTS = ("title", "date", "source", "url", "language")
"""What a row may state beside its text."""


@dataclass(frozen=True, slots=True)
class Given:
    """A text or a page with what its row states of it, or why it can't be read."""

    at: int
    """Its place in the file: a line of JSONL, a row of a table (the head of a CSV is row 1), a byte of a WARC file."""
    data: bytes = b""
    """A text in UTF-8 (half a character has three bytes, as `surrogatepass` writes it), or bytes as they were found."""
    is_text: bool = True
    """The text was decoded already; else its encoding is told from the bytes."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Keys of `FACTS`, which are believed before the text; and `address`, where a crawler found the page."""
    problem: Message | None = None
    """Why there is no text."""


Plain = tuple[int, bytes, bool, dict[str, str], Stored | None]
"""A row as values that a file or a pipe can hold."""


def plain(row: Given) -> Plain:
    """Give a row as plain values, in the order of its fields."""
    return row.at, row.data, row.is_text, dict(row.facts), None if row.problem is None else stored(row.problem)


def of_plain(values: Plain) -> Given:
    """Give the row again."""
    at, data, is_text, facts, problem = values
    return Given(at, data, is_text, facts, None if problem is None else read_stored(problem))
