"""
Repairs of an article's source: within its words alone.

Of the rules those are asked that mend letters, signs and spaces. Lines, lists, headings and titles are the author's and the format's: no rule
joins, parts or takes out a line. What would reach into markup is left, and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from warraq.archive.change import Change, Doubt

from ..asking import ReadyStages
from ..changes import apply, inverse, position_map
from ..engine import run_stages
from ..languages import language_for_rules
from ..rules.rule_set import Rules
from .source import Span, lines_of_fixed_length, markup_of, meets

STAGES_OF_WORDS = ("encoding", "joiners", "characters", "shapes", "letters", "seams", "spacing", "doubts")
"""Stages whose rules mend, or doubt, words and signs."""
OF_LINES = frozenset({"lines-from-left-to-right"})
LONGEST = 2_000_000
"""Code points of a source; a longer one is left."""


@dataclass(frozen=True, slots=True)
class RepairedSource:
    """A source and what was done to it."""

    before: str
    after: str
    changes: tuple[Change, ...]
    """Before → after, in places of `before`."""
    doubts: tuple[Doubt, ...]
    left: int
    """Changes that were not made, because they reach into markup or over a line."""

    def line(self, at: int) -> int:
        """Give the number of the line of a place, from 1."""
        return self.before.count("\n", 0, at) + 1


@lru_cache(8)
def _stages(rules: Rules) -> ReadyStages:
    return ReadyStages([[r for r in rules.of_stage(s) if r.name not in OF_LINES] for s in STAGES_OF_WORDS])


def repair_source(text: str, ending: str, rules: Rules, language: str | None = None) -> RepairedSource:
    """Repair the words of a source with line feeds; `ending` is that of its file, `language` that of the rules, where it is known."""
    if len(text) > LONGEST:
        return RepairedSource(text, text, (), (), 0)
    markup = markup_of(text, ending)
    hidden = tuple(Change("", start, end, text[start:end], "") for start, end in markup.inline)
    there, back = position_map(hidden), position_map(inverse(hidden))
    spans = [(there(start, 1), there(end, -1)) for start, end in markup.others]
    fixed = [(there(start, -1), there(end, 1)) for start, end in lines_of_fixed_length(text, ending)]
    words = apply(text, hidden)
    told = language or language_for_rules(_prose(words, spans))
    _, made, doubts = run_stages(words, _stages(rules), (), None, told)
    kept = tuple(
        placed for change in made if _is_in_words(change, spans, fixed) and (placed := _placed(change, text, back))
    )
    told_doubts = tuple(
        replace(doubt, start=back(doubt.start, 1), end=back(doubt.end, -1))
        for doubt in doubts
        if not meets(doubt.start, doubt.end, spans)
    )
    return RepairedSource(text, apply(text, kept), kept, told_doubts, len(made) - len(kept))


def _prose(text: str, spans: Sequence[Span]) -> str:
    at = 0
    pieces: list[str] = []
    for start, end in spans:
        pieces.append(text[at:start])
        at = max(at, end)
    return " ".join([*pieces, text[at:]])


def _is_in_words(change: Change, spans: Sequence[Span], fixed: Sequence[Span]) -> bool:
    is_over_lines = "\n" in change.before or "\n" in change.after
    grows = len(change.after) > len(change.before) and any(s <= change.start <= e for s, e in fixed)
    return not is_over_lines and not grows and not meets(change.start, change.end, spans)


def _placed(change: Change, text: str, back: Callable[[int, int], int]) -> Change | None:
    """Give a change of the words its place in the source; None where markup stands in the middle of what it changes."""
    before, behind = back(change.start, -1), back(change.start, 1)
    if change.before:
        end = back(change.end, -1)
        return replace(change, start=behind, end=end) if text[behind:end] == change.before else None
    between = text[before:behind]
    if between.startswith(("</", "](")):  # a space more stands behind what ends here, and before what begins
        before = behind
    elif between and not between.startswith(("<", "[")):
        return None
    return replace(change, start=before, end=before)
