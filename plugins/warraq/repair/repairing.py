"""The pipeline from O to D: stages, title, blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from warraq.archive.change import Change, Doubt
from warraq.archive.original import OriginalKind

from .changes import compose
from .document import Document
from .engine import LONGEST_DOUBT, by_place, run_stage, run_stages
from .languages import HEBREW_LETTERS
from .naming import explain_changes
from .pipeline import IN_ANY_TEXT, SETTLING, Pipeline, pipeline
from .rules import RULES
from .rules.rule_set import Rules
from .structure.blocks import document
from .structure.tables import IN_LINES, tables
from .structure.title import stated_title

ASCII = bytes(range(128))


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text, its changes and its doubts."""

    document: Document
    changes: tuple[Change, ...]
    """O → D."""
    doubts: tuple[Doubt, ...]
    """In the order of their places in O."""


def repair(
    text: str, kind: OriginalKind = OriginalKind.TEXT, rules: Rules = RULES, language: str | None = None
) -> Repaired:
    """Repair a decoded original; `language`: that of its rules, where it is known and need not be told from the letters."""
    return repair_before_title(text, kind, rules, language)[0]


def repair_before_title(
    text: str, kind: OriginalKind, rules: Rules, language: str | None
) -> tuple[Repaired, tuple[Change, ...]]:
    """
    Repair a decoded original; give what was changed before a title was put in, too, where the text states none.

    Which rule explains each of these changes is not said in them yet.
    """
    ready = pipeline(rules, kind)
    repaired, changes, doubts = run_stages(text, ready.ready, SETTLING, _alphabet(text, kind, ready), language)
    if kind is not OriginalKind.TEXT and stated_title(repaired) is None and _is_marked(text, repaired, changes):
        repaired, shortened, _ = run_stage(repaired, ready.of_titles)
        changes = compose(changes, shortened)
    untitled = changes
    repaired, titled, _ = run_stage(repaired, ready.titling)
    changes = compose(changes, titled)
    found = tables(repaired, changes, repaired.find("\n") + 1)
    doubts += tuple(Doubt(IN_LINES, start, min(end, start + LONGEST_DOUBT)) for start, end in found.failed)
    made = document(repaired, changes, found.cells)
    explained = tuple(explain_changes(changes, kind, rules))
    return Repaired(made, explained, tuple(sorted(doubts, key=by_place))), untitled


def _alphabet(text: str, kind: OriginalKind, ready: Pipeline) -> frozenset[str]:
    """
    Give characters among which are all signs that a text has.

    A page is full of them, and each letter of Hebrew tells its language: the set of all its characters is made sooner than a list then.
    """
    is_full = kind is not OriginalKind.TEXT or HEBREW_LETTERS[0] in text
    return IN_ANY_TEXT.union(_told_in_page(text, ready) if is_full else ready.signs.findall(text))


def _told_in_page(text: str, ready: Pipeline) -> set[str]:
    """Give the signs that a page has: nearly all of it is ASCII, whose letters are each looked for, and the others picked out."""
    others = text.encode("utf-8", "surrogatepass").translate(None, ASCII).decode("utf-8", "surrogatepass")
    return {sign for sign in ready.of_ascii if sign in text} | (ready.told & set(others))


def _is_marked(text: str, repaired: str, changes: Sequence[Change]) -> bool:
    from .structure.marked_title import is_marked  # what reads a page's head is no text's

    return is_marked(text, repaired, changes)
