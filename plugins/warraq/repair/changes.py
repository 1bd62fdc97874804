"""
Changes to a text: made, undone, composed, and followed by a position.

A list of changes is disjoint and in order, its positions are code points of the text before them. `compose` composes two
lists (O → M, M → D) into one (O → D); nothing is ever found by searching for strings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from sys import maxsize

from warraq.archive.change import Change


class UndoError(ValueError):
    """Changes do not belong to a text; `at` is the first place, in code points of that text, where it differs from what they left."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def apply(text: str, changes: Iterable[Change]) -> str:
    """Make the changes; a ValueError where the text is not the one they were made for."""
    out: list[str] = []
    at = 0
    for c in changes:
        if c.start < at or text[c.start : c.end] != c.before:
            raise ValueError(f"at {c.start} the text has {text[c.start : c.end]!r}, the change expects {c.before!r}")
        out += text[at : c.start], c.after
        at = c.end
    return "".join([*out, text[at:]])


def undo(text: str, changes: Iterable[Change]) -> str:
    """Give back the text before the changes; an UndoError where `text` is not what they led to."""
    out: list[str] = []
    at = shift = 0
    for c in changes:
        here = c.start + shift
        if here < at or not text.startswith(c.after, here):
            raise UndoError(
                f"at {here} the text has {text[here : here + len(c.after)]!r}, the change left {c.after!r}", here
            )
        out += text[at:here], c.before
        at = here + len(c.after)
        shift += len(c.after) - len(c.before)
    return "".join([*out, text[at:]])


def map_position(position: int, changes: Iterable[Change], bias: int) -> int:
    """Follow a position through changes; bias -1 sticks to the text before it, +1 to the text after it."""
    shift = 0
    for c in changes:
        if c.end < position or (c.end == position and (bias > 0 or c.start < position)):
            shift += len(c.after) - len(c.before)
        elif c.start < position:
            return c.start + shift + (len(c.after) if bias > 0 else 0)
        else:
            break
    return position + shift


def compose(first: Sequence[Change], second: Sequence[Change]) -> tuple[Change, ...]:
    """Compose `first` and then `second`, in the coordinates of the text before `first`. Linear in both."""
    if not first or not second:
        return tuple(first or second)
    composed: list[Change] = []
    i = j = shift = 0  # shift: from the first text to the middle one, left of the place where we are
    while i < len(first) or j < len(second):
        # A group of changes that overlap or touch in the middle text covers [low, high) of it.
        low = high = min(
            first[i].start + shift if i < len(first) else maxsize,
            second[j].start if j < len(second) else maxsize,
        )
        start = low - shift
        ones: list[tuple[int, Change]] = []  # with their places in the middle text
        others: list[Change] = []
        while True:
            if i < len(first) and first[i].start + shift <= high:
                c = first[i]
                ones.append((c.start + shift, c))
                high = max(high, c.start + shift + len(c.after))
                shift += len(c.after) - len(c.before)
                i += 1
            elif j < len(second) and second[j].start <= high:
                c = second[j]
                others.append(c)
                high = max(high, c.end)
                j += 1
            else:
                break
        if len(ones) + len(others) == 1:  # by far the commonest: the change met no other
            composed.append(Change(c.rule, start, high - shift, c.before, c.after, c.also, c.layout))
            continue
        before, after = _merged(low, ones, others)
        if before != after:
            met = [*(c for _, c in ones), *others]
            rule, *also = dict.fromkeys(name for c in met for name in c.rules)
            layout = all(c.layout for c in met)
            composed.append(Change(rule, start, high - shift, before, after, tuple(also), layout))
    return tuple(composed)


def _merged(low: int, ones: Sequence[tuple[int, Change]], others: Sequence[Change]) -> tuple[str, str]:
    """Put together what a group has before and after; it begins at `low` of the middle text, whose letters the changes hold."""
    known = sorted([(at, c.after) for at, c in ones] + [(c.start, c.before) for c in others], key=itemgetter(0))
    pieces: list[str] = []
    at = low
    for place, text in known:
        if place + len(text) > at:
            pieces.append(text[at - place :])
            at = place + len(text)
    middle = "".join(pieces)
    before: list[str] = []
    at = low
    for place, c in ones:
        before += middle[at - low : place - low], c.before
        at = place + len(c.after)
    before.append(middle[at - low :])
    after: list[str] = []
    at = low
    for c in others:
        after += middle[at - low : c.start - low], c.after
        at = c.end
    after.append(middle[at - low :])
    return "".join(before), "".join(after)


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Turn the changes round: they lead from the text after them to the one before."""
    turned: list[Change] = []
    shift = 0
    for c in changes:
        start = c.start + shift
        turned.append(Change(c.rule, start, start + len(c.after), c.after, c.before, c.also, c.layout))
        shift += len(c.after) - len(c.before)
    return tuple(turned)


def position_map(changes: Sequence[Change]) -> Callable[[int, int], int]:
    """`map_position` for many positions of one list: prepared once, each position costs a bisection."""
    ends = [c.end for c in changes]
    shifts = [0]
    for c in changes:
        shifts.append(shifts[-1] + len(c.after) - len(c.before))

    def move(position: int, bias: int) -> int:
        first = bisect_left(ends, position)
        # Two can move a position: one that ends there, and one that puts something in there.
        return map_position(position, changes[first : first + 2], bias) + shifts[first]

    return move
