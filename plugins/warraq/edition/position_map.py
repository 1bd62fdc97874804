"""Follow many positions through one list of changes: what `repair.changes.position` does, without reading the list anew for each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from warraq.archive.change import Change
from warraq.repair.changes import position_map


class PositionMap:
    """A list of changes, prepared for questions."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.changes = changes
        self.ends = [c.end for c in changes]
        self.shifts = [0, *accumulate(len(c.after) - len(c.before) for c in changes)]
        self.position = position_map(changes)
        """Where a position went; bias -1 sticks to the text before it, +1 to the text after it."""

    def range(self, start: int, end: int) -> tuple[int, int]:
        """
        Say where a passage went.

        It keeps to its own letters; where the changes took them all, it is what stands in their place.
        """
        if start == end:
            here = self.position(start, -1)
            return here, here
        first, last = self.position(start, 1), self.position(end, -1)
        if first >= last:
            first, last = self.position(start, -1), self.position(end, 1)
        return first, max(first, last)

    def touches(self, start: int, end: int) -> bool:
        """Whether a change took a letter of the passage, or put something inside it or at its very end."""
        i = bisect_left(self.ends, start)
        for c in self.changes[i:]:
            if c.start > end:
                return False
            if (c.start < end and c.end > start) or c.start == c.end >= start:
                return True
        return False
