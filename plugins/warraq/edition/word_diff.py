"""
What an editor changed, word by word: D → T.

The longest common subsequence of the words (rapidfuzz, bit-parallel) between equal ends. Texts that differ in very much
are compared by lines first, so that the table of the comparison stays small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from warraq.repair.changes import Change

EDITOR = "editor"
"""Who made these changes, where a record's changes name their rules."""
WORD = re.compile(r"\n|[^\S\n]+|[^\s\w]|\w+")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
LARGEST = 16_000_000
"""Words times words: a table of 2 MB."""


def word_diff(before: str, after: str) -> tuple[Change, ...]:
    """Give the changes that make `after` of `before`; together they do so exactly."""
    if before == after:
        return ()
    return tuple(_joined(before, _hunks(before, after, 0, WORD)))


def _hunks(before: str, after: str, offset: int, unit: re.Pattern[str]) -> Iterator[Change]:
    a, b = unit.findall(before), unit.findall(after)
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a_middle, b_middle = a[head : len(a) - tail], b[head : len(b) - tail]
    offset += sum(map(len, a[:head]))
    if unit is WORD and len(a_middle) * len(b_middle) > LARGEST:
        for lines in _hunks("".join(a_middle), "".join(b_middle), offset, LINE):
            yield from _words_of(lines)
        return
    if len(a_middle) * len(b_middle) > LARGEST:
        yield Change(offset, offset + sum(map(len, a_middle)), "".join(a_middle), "".join(b_middle), (EDITOR,))
        return
    at = _offsets(a_middle, offset)
    for operation in LCSseq.opcodes(a_middle, b_middle):
        if operation.tag != "equal":
            old = "".join(a_middle[operation.src_start : operation.src_end])
            new = "".join(b_middle[operation.dest_start : operation.dest_end])
            start = at[operation.src_start]
            yield Change(start, start + len(old), old, new, (EDITOR,))


def _words_of(lines: Change) -> Iterator[Change]:
    """Look into changed lines, where they are not too many again."""
    words = len(WORD.findall(lines.before)) * len(WORD.findall(lines.after))
    if 0 < words <= LARGEST:
        yield from _hunks(lines.before, lines.after, lines.start, WORD)
    else:
        yield lines


def _offsets(units: Sequence[str], offset: int) -> list[int]:
    places = [offset]
    for unit in units:
        places.append(places[-1] + len(unit))
    return places


def _joined(before: str, changes: Iterator[Change]) -> Iterator[Change]:
    """Make one change of those that only a space parts: an editor who rewrites three words made one change."""
    last: Change | None = None
    for c in changes:
        if last and before[last.end : c.start] in ("", " "):
            between = before[last.end : c.start]
            last = Change(
                last.start, c.end, last.before + between + c.before, last.after + between + c.after, (EDITOR,)
            )
            continue
        if last:
            yield last
        last = c
    if last:
        yield last
