"""
Which blocks of a page stand in a text that a library took out of it.

The library gives text without places. Long blocks are found by their first letters, those that stand in the same order in
both are kept, and the short ones between them («45», «Yes.») are taken only where they go on where a neighbour ends: a
menu may hold the same word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from ...html_tags.references import unescape
from ...late import late
from .scanned import TextBlock

NOT_WORDS = late(r"[\W_]+")
WORDS = late(r"[^\W_]+")
WINDOW = 12
"""Letters and digits by which a long block is looked for."""
MOST_PLACES = 6
"""Places of one window that are looked at: a page may repeat one word for ever."""


def words_of(text: str, block: TextBlock) -> str:
    """Give the letters and digits of a block alone, for comparing."""
    return NOT_WORDS.sub("", unescape("".join(text[start:end] for start, end in block.pieces)))


def blocks_in(text: str, blocks: Sequence[TextBlock], extracted: str) -> list[TextBlock]:
    """Give the blocks that stand in an extracted text, in their order; takes time in proportion to both."""
    said = WORDS.findall(extracted)
    whole = "".join(said)
    keys = [words_of(text, b) for b in blocks]
    anchors = _in_order(_places(keys, whole, list(accumulate(map(len, said[:-1]), initial=0))), keys)
    found: list[int] = []
    before, at = -1, 0
    for index, place in [*anchors, (len(blocks), len(whole))]:
        found += _between(keys, whole, before + 1, index, at, place)
        if index < len(blocks):
            found.append(index)
            before, at = index, place + len(keys[index])
    return [blocks[i] for i in found]


def _places(keys: Sequence[str], whole: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Give the long blocks with each place where the text has them, as (block, place); `starts`: where its words begin."""
    windows: dict[str, list[int]] = {key[:WINDOW]: [] for key in keys if len(key) >= WINDOW}
    for place in starts:
        places = windows.get(whole[place : place + WINDOW])
        if places is not None and len(places) < MOST_PLACES:
            places.append(place)
    return [
        (index, place)
        for index, key in enumerate(keys)
        if len(key) >= WINDOW
        for place in reversed(windows[key[:WINDOW]])
        if whole.startswith(key, place)
    ]


def _in_order(candidates: Sequence[tuple[int, int]], keys: Sequence[str]) -> list[tuple[int, int]]:
    """Keep the most that stand in the same order in page and text; of a block's places one, of a place's blocks one."""
    ends: list[int] = []
    """The least place that ends a chain of n + 1."""
    tails: list[int] = []
    behind: list[int] = []
    for number, (_, place) in enumerate(candidates):  # places of one block go down, so that a chain takes one of them
        length = bisect_left(ends, place)
        behind.append(tails[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            tails.append(number)
        else:
            ends[length] = place
            tails[length] = number
    chain: list[tuple[int, int]] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        chain.append(candidates[at])
        at = behind[at]
    chain.reverse()
    kept: list[tuple[int, int]] = []
    for index, place in chain:
        if not kept or place >= kept[-1][1] + len(keys[kept[-1][0]]):
            kept.append((index, place))
    return kept


def _between(keys: Sequence[str], whole: str, first: int, last: int, start: int, end: int) -> list[int]:  # noqa: PLR0913, PLR0917 - two ranges
    """Give the short blocks between two long ones that go on where the one ends, and those that end where the other begins."""
    found: list[int] = []
    at = first
    while at < last and start < end:
        if keys[at] and whole.startswith(keys[at], start, end):
            start += len(keys[at])
            found.append(at)
        at += 1
    known = set(found)
    backward: list[int] = []
    at = last - 1
    while at >= first and at not in known and start < end:
        if keys[at] and whole.endswith(keys[at], start, end):
            end -= len(keys[at])
            backward.append(at)
        at -= 1
    return found + backward[::-1]
