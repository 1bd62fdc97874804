"""
A line of the original in parts: what it shares with the article stands once, what differs stands in both columns with words around it.

A damaged text is sound in nine words of ten. Written twice, these are most of a compare page; written once, they cost what the original
costs, and a reader sees at once where the two texts part.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from warraq.edition.position_map import PositionMap

from .compare_column import Column
from .markup import left_to_right_runs

WORDS_AROUND = 5
"""Words of both texts that stand before and behind what differs."""
WORDS_TOGETHER = 8
"""Fewer words that both have, between two differences, are no part of their own: they stand with these."""
BETWEEN_WORDS = re.compile(r"(?<=\S) (?=\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line: what both texts have, or what differs."""

    before: str
    """HTML; its text is that of the original. For a piece of the page around the article stands a link,
    `<a class="around" href="#around-1">`, where it begins."""
    after: str | None
    """HTML; its text is that of the article. None where both have the same."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """[start, end) of the original beside [there, until) of the article."""

    start: int
    end: int
    there: int
    until: int
    differs: bool = True
    cut: bool = False
    """It ends with a space between two words, behind which the next part begins."""


def parts_of_line(line: Stretch, before: Column, after: Column, positions: PositionMap) -> Iterator[Part]:
    """Divide a line; its parts hold every letter of it once, and every letter of its piece of the article."""
    stretches = list(_with_words_around(list(_stretches(line, before, positions)), before.text))
    for differs, group in groupby(stretches, key=attrgetter("differs")):
        every = list(group)
        first, last = every[0], every[-1]
        shown = _html(before, first.start, last.end, cut=last.cut)
        yield Part(shown, _html(after, first.there, last.until, cut=last.cut) if differs else None)


def _stretches(line: Stretch, before: Column, positions: PositionMap) -> Iterator[Stretch]:
    """Yield what both texts have in a line, and what lies between: it differs, or it stood around the article."""
    changes, shifts = positions.changes, positions.shifts
    start, there = line.start, line.there
    for n in range(bisect_left(positions.ends, line.start), len(shifts)):
        left = max(line.start, line.there - shifts[n], changes[n - 1].end if n else 0)
        right = min(line.end, line.until - shifts[n], changes[n].start if n < len(changes) else line.end)
        if left < right:
            if (start, there) != (left, left + shifts[n]):
                yield _between(Stretch(start, left, there, left + shifts[n]), before)
            yield Stretch(left, right, left + shifts[n], right + shifts[n], differs=False)
            start, there = right, right + shifts[n]
        if n < len(changes) and changes[n].start >= line.end:
            break
    if (start, there) != (line.end, line.until):
        yield _between(Stretch(start, line.end, there, line.until), before)


def _between(stretch: Stretch, before: Column) -> Stretch:
    """Tell whether a stretch differs, or is nothing but a piece of the page around the article."""
    place = bisect_right(before.around, stretch.start, key=attrgetter("end"))
    if place < len(before.around) and stretch.there == stretch.until:
        piece = before.around[place]
        if piece.start <= stretch.start and stretch.end <= piece.end:
            return replace(stretch, differs=False)
    return stretch


def _with_words_around(stretches: Sequence[Stretch], text: str) -> Iterator[Stretch]:
    """Cut the first and the last words of what both texts have off it, where they stand beside what differs."""
    for n, same in enumerate(stretches):
        if same.differs:
            yield same
            continue
        left = n > 0 and stretches[n - 1].differs
        right = n + 1 < len(stretches) and stretches[n + 1].differs
        if not left and not right:
            yield same
            continue
        cuts = list(_cuts(text, same.start, same.end))
        first = WORDS_AROUND - 1 if left else -1
        last = len(cuts) - WORDS_AROUND if right else len(cuts)
        if last - first < WORDS_TOGETHER:
            yield _piece(same, same.start, same.end, differs=True)
            continue
        start = cuts[first] if left else same.start
        end = cuts[last] if right else same.end
        if left:
            yield _piece(same, same.start, start, differs=True, cut=True)
        yield _piece(same, start, end, differs=False, cut=right)
        if right:
            yield _piece(same, end, same.end, differs=True)


def _piece(same: Stretch, start: int, end: int, *, differs: bool, cut: bool = False) -> Stretch:
    shift = same.there - same.start
    return Stretch(start, end, start + shift, end + shift, differs, cut)


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where words begin behind a space, outside of markup that is shown."""
    runs = list(left_to_right_runs(text, start, end))
    for space in BETWEEN_WORDS.finditer(text, start + 1, end):
        place = bisect_right(runs, space.end(), key=lambda run: run[1])
        if place == len(runs) or space.end() <= runs[place][0]:
            yield space.end()


def _html(column: Column, start: int, end: int, *, cut: bool) -> str:
    """Render a stretch; where it was cut, its last space stands between two words and needs no sign."""
    return f"{column.html(start, end - 1)} " if cut else column.html(start, end)
