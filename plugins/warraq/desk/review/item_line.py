"""What is known of an open item without reading it: enough to count, to filter and to order ten thousand of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Self

from .open_item import OpenItem


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One open item, in short."""

    id: str
    path: str
    place: int
    """Its number in its article."""
    about: str
    rule: str
    group: str
    source: str
    certainty: str
    sentence: str
    title: str

    @classmethod
    def all_of(cls, items: Iterable[OpenItem]) -> tuple[Self, ...]:
        """Give the lines of an article's items."""
        return tuple(
            cls(i.id, i.path, n, i.about, i.rule, i.group, i.source, i.certainty.value, i.sentence, i.title)
            for n, i in enumerate(items)
        )

    @classmethod
    def from_row(cls, row: object) -> Self | None:
        """Read a line as it was kept; None where it is none."""
        if not isinstance(row, list) or [type(value) for value in row] != [str, str, int, *[str] * 7]:
            return None
        return cls(*row)

    def to_row(self) -> list[object]:
        """Give the line as it is kept."""
        return list(astuple(self))
