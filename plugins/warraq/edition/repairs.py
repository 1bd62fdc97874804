"""
The apparatus: every repair of the record and every change of an editor, as marks in T.

Positions are composed: a record's change is a place of O, the changes before it say where it is in D, the editors'
changes where that is in T. Nothing is looked for. A repair's id is its place in O (`r284`), an edit's its place in D
(`e120`): both texts never change, so an id outlives whatever editors do elsewhere in the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from warraq.archive.change import Change
from warraq.archive.record import Record
from warraq.language import Message, message
from warraq.repair import rule_named

from .edition import Mark, MarkKind
from .position_map import PositionMap

AROUND = 40
"""Letters at most on either side of a change that a margin entry shows with it."""


@cache
def reason(rule: str) -> Message:
    """Say why a rule changes or doubts; a rule that is no more is called by its name."""
    try:
        return message(rule_named(rule).reason)
    except KeyError:
        return message(rule.replace("-", " "))


def repair_marks(record: Record, edits: PositionMap, text: str) -> Iterator[Mark]:
    """Mark every change of the record but layout; `text` is T."""
    shift = 0
    taken = UniqueIds()
    for c in record.changes:
        id = taken.unique(f"r{c.start}")
        here = c.start + shift
        shift += len(c.after) - len(c.before)
        if c.layout:
            continue
        start, end = edits.range(here, here + len(c.after))
        yield Mark(
            id,
            MarkKind.REPAIR,
            start,
            end,
            (c.start, c.end),
            rule=c.rule,
            before=c.before,
            after=c.after,
            reason=reason(c.rule),
            left=_left(text, start),
            right=_right(text, end),
        )


def edit_marks(edits: Sequence[Change], text: str) -> Iterator[Mark]:
    """Mark what editors changed; new line ends need no mark."""
    shift = 0
    for c in edits:
        start = c.start + shift
        shift += len(c.after) - len(c.before)
        if not c.before.strip() and not c.after.strip():
            continue
        end = start + len(c.after)
        yield Mark(
            f"e{c.start}",
            MarkKind.EDIT,
            start,
            end,
            before=c.before,
            after=c.after,
            left=_left(text, start),
            right=_right(text, end),
        )


class UniqueIds:
    """Ids that are given once."""

    def __init__(self) -> None:
        self.given: dict[str, int] = {}

    def unique(self, id: str) -> str:
        """Give the id, or its next form (`d12-2`) where it is taken."""
        self.given[id] = self.given.get(id, 0) + 1
        return id if self.given[id] == 1 else f"{id}-{self.given[id]}"


def _left(text: str, at: int) -> str:
    """Give the letters up to the white space before a place; past it where the place itself is at a space."""
    from_line = text.rfind("\n", 0, at) + 1
    piece = text[max(from_line, at - AROUND) : at]
    return piece[piece.rstrip().rfind(" ") + 1 :]


def _right(text: str, at: int) -> str:
    """The same for the letters after it."""
    piece = text[at : at + AROUND].split("\n", 1)[0]
    words = piece.lstrip()
    space = words.find(" ")
    return piece if space < 0 else piece[: len(piece) - len(words) + space]
