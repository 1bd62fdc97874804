"""
Three texts into one, by words: what each of two editors changed in the text that both began with.

Changes that don't touch each other are all made, in one sentence too. Those that do are decided by whoever asks: the words from before stay
where a doubt is to be asked about again; elsewhere the lines of both stand one below the other, between the marks that git writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from warraq.archive.change import Change
from warraq.edition.word_diff import word_diff
from warraq.repair.changes import apply

MOST_CLASHES = 100
"""More of them stand as one: two texts that have so little in common are read whole."""
OURS, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that both changed, and not alike."""

    start: int
    end: int
    """Of the text that both began with."""
    ours: tuple[Change, ...]
    theirs: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class MergedBody:
    """A merged text."""

    text: str
    clashes: tuple[Clash, ...]
    """Those that stand in it between marks."""
    asked_again: tuple[Clash, ...]
    """Those where the words from before stay."""


def merge_body(base: str, ours: str, theirs: str, doubted: Sequence[tuple[int, int]] = ()) -> MergedBody:
    """Merge two texts that were made of `base`; words of it that were doubted are one thing, and are asked about again where both changed them."""
    a, b = word_diff(base, ours), word_diff(base, theirs)
    groups = list(_groups(a, b, doubted))
    clashes = [clash for clash in groups if clash.ours and clash.theirs and set(clash.ours) != set(clash.theirs)]
    again = [clash for clash in clashes if any(_touch(clash.start, clash.end, *span) for span in doubted)]
    by_hand = [clash for clash in clashes if clash not in again]
    dropped = {change for clash in again for change in (*clash.ours, *clash.theirs)}
    left = sorted({*a, *b} - dropped, key=lambda change: (change.start, change.end))
    return MergedBody(_written(base, left, by_hand, dropped), tuple(by_hand), tuple(again))


def without_changes(base: str, text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Undo in `text`, which was made of `base`, what was changed within these spans of `base`."""
    given = list(spans)
    kept = [c for c in word_diff(base, text) if not any(_is_in(c, *span) for span in given)]
    return apply(base, kept)


def _is_in(change: Change, start: int, end: int) -> bool:
    """Tell whether a change is of letters of a stretch; what is put in at its edge is not."""
    if change.start == change.end:
        return start < change.start < end
    return max(change.start, start) < min(change.end, end)


def _groups(a: Sequence[Change], b: Sequence[Change], doubted: Sequence[tuple[int, int]]) -> Iterator[Clash]:
    """Put changes together that touch one another, or the same words that were doubted."""
    both = sorted(
        ((*_with_doubt(c, doubted), c, side) for side, changes in enumerate((a, b)) for c in changes),
        key=lambda each: (each[0], each[1], each[2].start, each[2].end),
    )
    members: tuple[list[Change], list[Change]] = ([], [])
    start = end = -1
    for first, last, change, side in both:
        if (members[0] or members[1]) and not _touch(first, last, start, end):
            yield Clash(start, end, tuple(members[0]), tuple(members[1]))
            members = ([], [])
        if not (members[0] or members[1]):
            start, end = first, last
        members[side].append(change)
        end = max(end, last)
    if members[0] or members[1]:
        yield Clash(start, end, tuple(members[0]), tuple(members[1]))


def _with_doubt(change: Change, doubted: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Give the stretch of a change, with the words that were doubted which it changes."""
    spans = [span for span in doubted if _is_in(change, *span)]
    return min([change.start, *(s for s, _ in spans)]), max([change.end, *(e for _, e in spans)])


def _touch(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Tell whether two stretches share a letter, or are put in at one place."""
    if start == end or other_start == other_end:
        return max(start, other_start) <= min(end, other_end)
    return max(start, other_start) < min(end, other_end)


def _written(base: str, changes: Sequence[Change], by_hand: Sequence[Clash], dropped: set[Change]) -> str:
    """Make the changes; the lines of what is left to people stand twice, between marks."""
    out: list[str] = []
    at = 0
    for start, end, inside in _regions(base, by_hand, changes):
        before = [c for c in changes if at <= c.start and c.end <= start and c not in inside]
        out.append(applied(base, before, at, start))
        ours, theirs = ([c for c in inside if c in side and c not in dropped] for side in _sides(by_hand, inside))
        texts = (applied(base, side, start, end) for side in (ours, theirs))
        mine, other = (text if text.endswith("\n") or not text else f"{text}\n" for text in texts)
        out.append(f"{OURS}\n{mine}{BETWEEN}\n{other}{THEIRS}\n")
        at = end
    rest = [c for c in changes if c.start >= at]
    out.append(applied(base, rest, at, len(base)))
    return "".join(out)


def _sides(by_hand: Sequence[Clash], inside: Sequence[Change]) -> tuple[set[Change], set[Change]]:
    """Give the changes of each side; one that clashes with nothing is of both."""
    ours = {c for clash in by_hand for c in clash.ours}
    theirs = {c for clash in by_hand for c in clash.theirs}
    free = set(inside) - ours - theirs
    return ours | free, theirs | free


def _regions(base: str, by_hand: Sequence[Clash], changes: Sequence[Change]) -> Iterator[tuple[int, int, list[Change]]]:
    """Yield the whole lines of what is left to people, with the changes in them; lines that share a change are one region."""
    spans = [_lines(base, clash.start, clash.end) for clash in by_hand]
    if len(spans) > MOST_CLASHES:
        spans = [_lines(base, spans[0][0], spans[-1][1])]
    while True:
        wider = [_wider(base, span, changes) for span in spans]
        merged: list[tuple[int, int]] = []
        for span in sorted(wider):
            if merged and span[0] < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
            else:
                merged.append(span)
        if merged == spans:
            break
        spans = merged
    for start, end in spans:
        yield (
            start,
            end,
            [c for c in changes if start <= c.start and c.end <= end and (c.start < end or end == len(base))],
        )


def _wider(base: str, span: tuple[int, int], changes: Sequence[Change]) -> tuple[int, int]:
    start, end = span
    for c in changes:
        if max(c.start, start) < min(c.end, end) or (c.start == c.end and start <= c.start < end):
            start, end = min(start, c.start), max(end, c.end)
    return _lines(base, start, end)


def _lines(base: str, start: int, end: int) -> tuple[int, int]:
    """Give the whole lines of a stretch."""
    first = base.rfind("\n", 0, start) + 1
    last = base.find("\n", max(end - 1, start))
    return first, len(base) if last < 0 else last + 1


def applied(base: str, changes: Sequence[Change], start: int, end: int) -> str:
    """Make changes in a part of the text."""
    out: list[str] = []
    at = start
    for change in changes:
        out += (base[at : change.start], change.after)
        at = change.end
    return "".join([*out, base[at:end]])
