"""
Take words out of two texts, of which one is made of the other by changes, so that the changes still lead from one to the other.

Hiding is a list of changes like any other: O′ → O → D → D′ is composed, and what remains is O′ → D′. So every position
that is computed of them stays right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from warraq.archive.change import Change
from warraq.repair.changes import apply, compose, inverse

from .position_map import PositionMap
from .quotes import Span
from .withheld_words import apart

WITHHELD = "withheld"
"""The rule of a difference that there is only because words were hidden."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Two texts with words hidden, and what was done for it."""

    text: str
    changes: tuple[Change, ...]
    """From it to the second text."""
    hiding: tuple[Change, ...]
    """From the text as it was to `text`."""

    def place(self, start: int, end: int) -> Span | None:
        """Give the place of a passage of the text as it was; None where a word in it was hidden."""
        moved = PositionMap(self.hiding)
        return None if moved.touches(start, end) else moved.range(start, end)

    def around(self, start: int, end: int) -> Span:
        """Give the place of a passage with the hidden words in it."""
        moved = PositionMap(self.hiding)
        first = moved.position(start, -1)
        return first, max(first, moved.position(end, 1))


def hide_in_both(
    text: str, changes: Sequence[Change], here: Iterable[Span], there: Iterable[Span], hide: Callable[[str], str]
) -> Hidden:
    """
    Hide the spans `here` of a text, and those `there` of the text that the changes make of it.

    What stands in the first text for a word of the second is hidden too: it is the word as it was damaged.
    """
    spans = [*here, *counterparts(there, changes, here)]
    hiding = changes_that_hide(text, spans, hide)
    second = apply(text, changes)
    composed = compose(compose(inverse(hiding), changes), changes_that_hide(second, there, hide))
    return Hidden(apply(text, hiding), tuple(map(_without_hiding, composed)), hiding)


def counterparts(there: Iterable[Span], changes: Sequence[Change], found: Iterable[Span]) -> Iterable[Span]:
    """Give the places in the text before of spans in the text after; not where words are `found` in what a change took out there."""
    back = PositionMap(inverse(changes))
    known = apart(found)
    ends = [end for _, end in known]
    for start, end in there:
        first = back.position(start, -1 if _is_within(start, back) else 1)
        last = back.position(end, 1 if _is_within(end, back) else -1)
        n = bisect_left(known, (first, first))
        holds = n < len(known) and ends[n] <= last
        if first < last and not holds:
            yield first, last


def changes_that_hide(text: str, spans: Iterable[Span], hide: Callable[[str], str]) -> tuple[Change, ...]:
    """Make changes of spans, which may overlap."""
    made: list[Change] = []
    for start, end in apart(spans):
        words = text[start:end]
        made.append(Change(WITHHELD, start, end, words, hide(words), layout=True))
    return tuple(made)


def _is_within(position: int, through: PositionMap) -> bool:
    """Whether a change replaces the letters on both sides of a position."""
    n = bisect_right(through.ends, position)
    return n < len(through.changes) and through.changes[n].start < position


def _without_hiding(change: Change) -> Change:
    rules = [rule for rule in change.rules if rule != WITHHELD] or [WITHHELD]
    return replace(change, rule=rules[0], also=tuple(rules[1:]))
