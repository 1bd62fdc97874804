"""
Rules propose, one engine disposes.

A rule reads a text and yields edits; it never changes anything itself. All rules of a stage read the same text, their
edits are disjoint (a clash is an error of the rules, found by tests), and the stages are composed by `then`, so that
every change is known by its place in O. Doubts are found last, in the repaired text, and carried back to O.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from .changes import Change


class Certainty(StrEnum):
    """How sure a rule is (TEI's @cert). What is less than certain is shown, never made."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `after` in place of `text[start:end]`: what a rule of repair yields."""

    start: int
    end: int
    after: str


@dataclass(frozen=True, slots=True, order=True)
class Suspicion:
    """Look at `text[start:end]`, at most a sentence: what a rule of doubt yields."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of damage: how it is found, and what a reader is told about it."""

    name: str
    """Append-only: records and `settled:` speak of it."""
    stage: str
    reason: str
    """An English message id, translated for readers: why the text was changed, or doubted."""
    certainty: Certainty
    mends: Mapping[str, str]
    """Damaged → repaired text; of a doubt: text → the words doubted. Each is a test and stands on the method page."""
    leaves: Sequence[str]
    """Sound text that looks like this damage. Each is a test."""
    find: Callable[[str], Iterable[Edit | Suspicion]] = field(repr=False)
    layout: bool = False
    """Only sets up lines and blocks: readers need no mark for it."""


class RuleError(Exception):
    """A rule broke its promise: our mistake, never an article's."""


def edits(text: str, rules: Iterable[Rule]) -> Iterator[tuple[Edit, str]]:
    """What the rules of one stage ask for, in order, with the rule's name; what changes nothing is left out."""
    for rule in rules:
        for edit in rule.find(text):
            assert isinstance(edit, Edit)
            if text[edit.start : edit.end] != edit.after:
                yield edit, rule.name


def make(text: str, rules: Iterable[Rule]) -> tuple[str, tuple[Change, ...]]:
    """Run one stage: the text after it, and what was changed."""
    found = sorted(edits(text, rules), key=lambda e: (e[0].start, e[0].end))
    if not found:
        return text, ()
    changes: list[Change] = []
    pieces: list[str] = []
    at = 0
    for edit, name in found:
        if not at <= edit.start <= edit.end <= len(text) or (changes and edit.start == edit.end == changes[-1].start):
            raise RuleError(
                f"{name} asked for {edit}, which meets the edit before it ({changes[-1:]}) or leaves the text."
            )
        changes.append(Change(edit.start, edit.end, text[edit.start : edit.end], edit.after, (name,)))
        pieces += text[at : edit.start], edit.after
        at = edit.end
    return "".join([*pieces, text[at:]]), tuple(changes)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A suspicion with its place in O."""

    rule: str
    start: int
    end: int


by_place = attrgetter("start", "end", "rule")
