"""
Suspicions that were not acted on, carried from O to T.

A doubt goes where its letters go. It is dropped when an editor changed one of its letters, or decided on it in the front
matter (`settled:`): then it is no doubt any more. Its id is its place in O (`d1204`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warraq.archive.article import Settled
from warraq.archive.record import Record

from .edition import Mark, MarkKind
from .position_map import PositionMap
from .repairs import UniqueIds, reason


def doubt_marks(
    record: Record, machine: PositionMap, edits: PositionMap, text: str, settled: Sequence[Settled], used: set[int]
) -> Iterator[Mark]:
    """Mark every doubt that still stands; the numbers of the decisions that settled one are put into `used`."""
    taken = UniqueIds()
    for doubt in sorted(record.doubts, key=lambda d: (d.start, d.end, d.rule)):
        id = taken.unique(f"d{doubt.start}")
        middle = machine.range(doubt.start, doubt.end)
        start, end = edits.range(*middle)
        decided = [n for n, s in enumerate(settled) if s.rule == doubt.rule and _covers(s.quote, text, start, end)]
        used.update(decided)
        if decided or edits.touches(*middle):
            continue
        place = doubt.start, doubt.end
        yield Mark(id, MarkKind.DOUBT, start, end, place, rule=doubt.rule, reason=reason(doubt.rule))


def _covers(quote: str, text: str, start: int, end: int) -> bool:
    """Whether the quote stands in T so that it meets the doubt's place."""
    return text.find(quote, max(0, start - len(quote)), end + len(quote)) >= 0
