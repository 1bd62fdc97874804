"""The pipeline from O to D: stages, title, blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from warraq.archive.change import Change, Doubt
from warraq.archive.original import OriginalKind

from .asking import ReadyStages
from .changes import compose
from .document import Document
from .engine import LONGEST_DOUBT, by_place, run_stage, run_stages
from .languages import HEBREW_LETTERS, TELLING
from .naming import explain_changes
from .rules import RULES, STAGES
from .structure.blocks import document
from .structure.marked_title import is_marked
from .structure.tables import IN_LINES, tables
from .structure.title import stated_title

BY_STAGE = tuple(tuple(r for r in RULES if r.stage == stage) for stage in STAGES)
SETTLING = (STAGES[STAGES.index("encoding") : STAGES.index("doubts")],)
"""Stages that lay bare what others of their group are for; they run until nothing is left."""
OF_TITLES = BY_STAGE[STAGES.index("titles")]
OF_HTML = tuple(rules for rules in BY_STAGE if rules != OF_TITLES)
OF_TEXTS = OF_HTML[STAGES.index("encoding") :]
TITLING = OF_HTML[-1]
READY_FOR_HTML, READY_FOR_TEXTS = ReadyStages(OF_HTML[:-1]), ReadyStages(OF_TEXTS[:-1])
TOLD = TELLING.union(*(r.signs for r in RULES))
IN_ANY_TEXT = frozenset(" .ليةكىإ\n") - TELLING
"""Signs that are taken as there: looking for each place of the commonest letters would take longer than asking their rules."""
ASCII = bytes(range(128))
OF_ASCII = tuple(sorted(sign for sign in TOLD if sign.isascii()))
SIGNS = re.compile("[" + re.escape("".join(sorted(TOLD - IN_ANY_TEXT))) + "]")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text, its changes and its doubts."""

    document: Document
    changes: tuple[Change, ...]
    """O → D."""
    doubts: tuple[Doubt, ...]
    """In the order of their places in O."""


def repair(text: str, kind: OriginalKind = OriginalKind.TEXT) -> Repaired:
    """Repair a decoded original."""
    stages = READY_FOR_TEXTS if kind is OriginalKind.TEXT else READY_FOR_HTML
    repaired, changes, doubts = run_stages(text, stages, SETTLING, _alphabet(text, kind))
    if kind is not OriginalKind.TEXT and stated_title(repaired) is None and is_marked(text, repaired, changes):
        repaired, shortened, _ = run_stage(repaired, OF_TITLES)
        changes = compose(changes, shortened)
    repaired, titled, _ = run_stage(repaired, TITLING)
    changes = compose(changes, titled)
    found = tables(repaired, changes, repaired.find("\n") + 1)
    doubts += tuple(Doubt(IN_LINES, start, min(end, start + LONGEST_DOUBT)) for start, end in found.failed)
    made = document(repaired, changes, found.cells)
    return Repaired(made, tuple(explain_changes(changes, kind)), tuple(sorted(doubts, key=by_place)))


def _alphabet(text: str, kind: OriginalKind) -> frozenset[str]:
    """
    Give characters among which are all signs that a text has.

    A page is full of them, and each letter of Hebrew tells its language: the set of all its characters is made sooner than a list then.
    """
    is_full = kind is not OriginalKind.TEXT or HEBREW_LETTERS[0] in text
    return IN_ANY_TEXT.union(_told_in_page(text) if is_full else SIGNS.findall(text))


def _told_in_page(text: str) -> set[str]:
    """Give the signs that a page has: nearly all of it is ASCII, whose letters are each looked for, and the others picked out."""
    others = text.encode("utf-8", "surrogatepass").translate(None, ASCII).decode("utf-8", "surrogatepass")
    return {sign for sign in OF_ASCII if sign in text} | (TOLD & set(others))
