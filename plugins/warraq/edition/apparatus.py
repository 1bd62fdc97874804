"""
The critical apparatus: repairs, editors' changes and doubts, as marks in T.

Nothing is searched for, all positions are composed: a record's change is a place of O, the changes before it give its place in D, the
edits give its place in T. A repair's id is its place in O (`r284`), a doubt's too (`d1204`), an edit's its place in D (`e120`): both texts
never change, so an id stays whatever editors do elsewhere in the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from warraq.archive.article import CONFIRMED, Article, Settled
from warraq.archive.change import Change
from warraq.archive.problem import Level, Problem
from warraq.archive.record import Record
from warraq.archive.values import tidy
from warraq.language import Message, message
from warraq.repair.naming import is_furniture

from . import attribution
from .edition import MarginEntry, Mark, MarkKind
from .mark_ids import UniqueIds
from .notes import problem
from .position_map import PositionMap
from .word_diff import EDITOR

AROUND = 40
"""How many letters on either side of a change a margin entry shows at most."""


def apparatus_entries(
    article: Article, record: Record, edits: Sequence[Change], text: str
) -> tuple[list[MarginEntry], list[Problem]]:
    """Make the entries of all repairs, edits (D → T) and open doubts, and a problem of each decision that settles no doubt; `text` is T."""
    edits_map = PositionMap(edits)
    doubtful, used = doubt_marks(record, edits_map, text, article.settled)
    entries = [_entry(mark, message("Repair")) for mark in repair_marks(record, edits_map, text)]
    entries += (_entry(mark, message("Editor's change")) for mark in edit_marks(edits, text))
    entries += (_entry(mark, message("Doubtful passage, not changed")) for mark in doubtful)
    return entries, [
        _settles_nothing(article, n)
        for n, settled in enumerate(article.settled)
        if n not in used and settled.rule not in CONFIRMED
    ]


def _entry(mark: Mark, label: Message) -> MarginEntry:
    return MarginEntry(f"n-{mark.id}", mark, 0, label, "")


def _settles_nothing(article: Article, n: int) -> Problem:
    what = message("No doubt of the rule {rule} stands at this passage.", rule=article.settled[n].rule)
    todo = message("Copy the words that are marked as doubtful, or take the decision out.")
    return problem(article, f"settled[{n}]", ("quote", what, todo), Level.WARNING)


@cache
def reason(rule: str) -> Message:
    """Give a rule's reason to change or to doubt, or that of a change that no rule made; of a rule that no longer exists, its name."""
    if rule in attribution.REASONS:
        return attribution.REASONS[rule]
    from warraq.repair import rule_named

    try:
        return message(rule_named(rule).reason)
    except KeyError:
        return message(rule.replace("-", " "))


def repair_marks(record: Record, edits: PositionMap, text: str) -> Iterator[Mark]:
    """Mark every change of the record but layout and what stood around the article on its page."""
    shift = 0
    ids = UniqueIds()
    for c in record.changes:
        mark_id = ids.unique(f"r{c.start}")
        start_in_machine_text = c.start + shift
        shift += len(c.after) - len(c.before)
        if c.layout or is_furniture(c):
            continue
        start, end = edits.range(start_in_machine_text, start_in_machine_text + len(c.after))
        yield Mark(
            mark_id,
            MarkKind.REPAIR,
            start,
            end,
            original_span=(c.start, c.end),
            rule=c.rule,
            before=c.before,
            after=c.after,
            reason=reason(c.rule),
            left=_left(text, start),
            right=_right(text, end),
        )


def edit_marks(edits: Sequence[Change], text: str) -> Iterator[Mark]:
    """Mark what editors changed for readers: white space and invisible marks alone are not."""
    shift = 0
    for c in edits:
        start = c.start + shift
        shift += len(c.after) - len(c.before)
        if c.rule != EDITOR or tidy(c.before) == tidy(c.after):
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


def doubt_marks(
    record: Record, edits: PositionMap, text: str, settled: Sequence[Settled]
) -> tuple[list[Mark], set[int]]:
    """
    Mark the doubts that are open; give the numbers of the decisions that settled one, too.

    A doubt follows its letters. It is not open where an editor changed one of them, or decided on it in the front matter (`settled:`).
    """
    marks: list[Mark] = []
    used: set[int] = set()
    machine = PositionMap(record.changes)
    ids = UniqueIds()
    for doubt in sorted(record.doubts, key=lambda d: (d.start, d.end, d.rule)):
        mark_id = ids.unique(f"d{doubt.start}")
        in_machine_text = machine.range(doubt.start, doubt.end)
        start, end = edits.range(*in_machine_text)
        decided = [n for n, s in enumerate(settled) if s.rule == doubt.rule and _covers(s.quote, text, start, end)]
        used.update(decided)
        if decided or edits.touches(*in_machine_text):
            continue
        place = doubt.start, doubt.end
        marks.append(
            Mark(mark_id, MarkKind.DOUBT, start, end, original_span=place, rule=doubt.rule, reason=reason(doubt.rule))
        )
    return marks, used


def _covers(quote: str, text: str, start: int, end: int) -> bool:
    """Whether the quote has a place in T that meets the doubt's."""
    return text.find(quote, max(0, start - len(quote)), end + len(quote)) >= 0


def _left(text: str, at: int) -> str:
    """Give the letters from the last white space to a place; those of the word before, too, where the place is at a space."""
    from_line = text.rfind("\n", 0, at) + 1
    piece = text[max(from_line, at - AROUND) : at]
    return piece[piece.rstrip().rfind(" ") + 1 :]


def _right(text: str, at: int) -> str:
    """Give the letters from a place to the next white space; those of the word behind, too, where the place is at a space."""
    piece = text[at : at + AROUND].split("\n", 1)[0]
    words = piece.lstrip()
    space = words.find(" ")
    return piece if space < 0 else piece[: len(piece) - len(words) + space]
