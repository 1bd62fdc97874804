"""
What a description is read from: the lines of D, and the lines that repair took out (where the source or the day often stands).

Each knows where it stood in O, for that is where evidence is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from warraq.archive.record import Evidence

from ..changes import Change, inverse, mover
from .dates import plain

DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True)
class Passage:
    """One line."""

    text: str
    start: int
    """In D, or in O where it was taken out."""
    folded: str
    """The line for comparing, with the same positions."""
    taken_out: bool = False

    @cached_property
    def has_digits(self) -> bool:
        return DIGIT.search(self.folded) is not None


class Reading:
    """A text and its places in the original."""

    def __init__(self, original: str, text: str, changes: Sequence[Change], lines_taken_out_by: frozenset[str]) -> None:
        self.original = original
        self.text = text
        self.lines = tuple(_lines(text))
        self.taken_out = tuple(
            Passage(c.before, c.start, plain(c.before), True)
            for c in changes
            if not lines_taken_out_by.isdisjoint(c.by) and c.before.strip()
        )
        self._changes = changes

    @cached_property
    def _back(self) -> Callable[[int, int], int]:
        return mover(inverse(self._changes))

    def evidence(self, passage: Passage, start: int, end: int, says: str) -> Evidence:
        """The place of O that `passage.text[start:end]` came from."""
        if not passage.taken_out:
            start, end = self._back(passage.start + start, 1), self._back(passage.start + end, -1)
        else:
            start, end = passage.start + start, passage.start + end
        return self.evidence_at(start, max(start, end), says)

    def evidence_at(self, start: int, end: int, says: str) -> Evidence:
        """A place of O."""
        return Evidence(start=start, end=end, quote=self.original[start:end], says=says)


def _lines(text: str) -> Iterator[Passage]:
    at = 0
    folded = plain(text)
    for line in text.split("\n"):
        yield Passage(line, at, folded[at : at + len(line)])
        at += len(line) + 1
