"""Follow many positions through one list of changes: `map_position`, with a bisection for each instead of a walk through the list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from warraq.archive.change import Change
from warraq.repair.changes import position_map


class PositionMap:
    """A list of changes with an index of its places."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.changes = changes
        self.ends = [c.end for c in changes]
        self.shifts = [0, *accumulate(len(c.after) - len(c.before) for c in changes)]
        self.position = position_map(changes)
        """Map a position; bias -1 sticks to the text before it, +1 to the text after it."""

    def range(self, start: int, end: int) -> tuple[int, int]:
        """
        Map a passage.

        It keeps to its own letters; where the changes replaced them all, it is the text in their place.
        """
        if start == end:
            here = self.position(start, -1)
            return here, here
        first, last = self.position(start, 1), self.position(end, -1)
        if first >= last:
            first, last = self.position(start, -1), self.position(end, 1)
        return first, max(first, last)

    def touches(self, start: int, end: int) -> bool:
        """Whether a change replaced a letter of the passage, or inserted text inside it or at one of its ends."""
        i = bisect_left(self.ends, start)
        for c in self.changes[i:]:
            if c.start > end:
                return False
            if (c.start < end and c.end > start) or c.start == c.end >= start:
                return True
        return False
