"""
The changes of editors, word by word: D → T.

First the lines that differ, then the words in them: the longest common subsequence (rapidfuzz, bit-parallel) between equal
ends. Lines with so much in them that the table would be large are one change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from warraq.archive.change import Change

EDITOR = "editor"
"""The rule of these changes; those of a record name a rule of `repair`, and `attribution` knows whose are not an editor's."""
LINE = re.compile(r"[^\n]*\n|[^\n]+")
WORD = re.compile(r"\n|[^\S\n]+|[^\s\w]|\w+")
LARGEST = 64_000_000
"""Words times words: a table of 8 MB."""


def word_diff(before: str, after: str) -> tuple[Change, ...]:
    """Give the changes that make `after` of `before`; together they do so exactly."""
    if before == after:
        return ()
    lines = _hunks(before, after, 0, LINE)
    words = (change for line in lines for change in _hunks(line.before, line.after, line.start, WORD))
    return tuple(_trimmed(change) for change in _joined(before, words))


def _hunks(before: str, after: str, offset: int, unit: re.Pattern[str]) -> Iterator[Change]:
    """Compare two texts by lines or by words; `offset` is the place of `before` in the whole text."""
    a, b = unit.findall(before), unit.findall(after)
    shorter = min(len(a), len(b))
    head = tail = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    offset += sum(map(len, a[:head]))
    a, b = a[head : len(a) - tail], b[head : len(b) - tail]
    if not a or not b or len(a) * len(b) > LARGEST:
        old = "".join(a)
        yield Change(EDITOR, offset, offset + len(old), old, "".join(b))
        return
    from rapidfuzz.distance import LCSseq  # an article that nobody edited differs in nothing

    at = list(accumulate(map(len, a), initial=offset))
    i = j = 0
    for same in [*(o for o in LCSseq.opcodes(a, b) if o.tag == "equal"), None]:  # what lies between is one change
        until, there = (same.src_start, same.dest_start) if same else (len(a), len(b))
        if i < until or j < there:
            old = "".join(a[i:until])
            yield Change(EDITOR, at[i], at[i] + len(old), old, "".join(b[j:there]))
        if same:
            i, j = same.src_end, same.dest_end


def _joined(before: str, changes: Iterable[Change]) -> Iterator[Change]:
    """Make one change of those that only a space parts: an editor who rewrites three words made one change."""
    last: Change | None = None
    for c in changes:
        if last and before[last.end : c.start] in ("", " "):
            between = before[last.end : c.start]
            old, new = last.before + between + c.before, last.after + between + c.after
            last = Change(EDITOR, last.start, c.end, old, new)
            continue
        if last:
            yield last
        last = c
    if last:
        yield last


def _trimmed(change: Change) -> Change:
    """Leave white space at the ends alone where it stayed."""
    start, end, old, new = change.start, change.end, change.before, change.after
    while old and new and old[0] == new[0] and old[0].isspace():
        start, old, new = start + 1, old[1:], new[1:]
    while old and new and old[-1] == new[-1] and old[-1].isspace():
        end, old, new = end - 1, old[:-1], new[:-1]
    return Change(change.rule, start, end, old, new)
