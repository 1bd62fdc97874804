"""
The engine that makes the edits of the rules.

A rule reads a text and yields edits; it never changes anything itself. All rules of a stage read the same text, their
edits are disjoint (a clash is an error of the rules, found by tests), and the stages are composed by `compose`, so that
every change is known by its place in O. Doubts are carried back to O the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby, islice
from operator import attrgetter

from warraq.archive.change import Change, Doubt

from .changes import compose, inverse, position_map
from .languages import is_only_arabic, language_for_rules


class Certainty(StrEnum):
    """How sure a rule is (TEI's @cert). A doubtful edit is never made: editors are shown its place."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


CERTAIN = Certainty.CERTAIN  # asked for at every rule of every text


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
    """One kind of damage: how it is found, and how it is explained to readers."""

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
    signs: frozenset[str] = frozenset()
    """The rule is not asked about a text that has none of these characters; empty: always asked."""
    languages: frozenset[str] = frozenset()
    """The rule is not asked about a text in another language (`languages.LANGUAGES`); empty: it holds in all of them."""


class RuleError(Exception):
    """A rule broke its promise: our mistake, never an article's."""


by_place = attrgetter("start", "end", "rule")
MOST_DOUBTS = 1000
"""Of one rule in one text: an editor needs no more to know what the text suffers from."""
MOST_ROUNDS = 60
"""How often stages that settle run again: tags within tags go deeper in hostile texts only."""
LONGEST_DOUBT = 280
"""Code points: about a long sentence. A doubt that points at a whole page points at nothing."""


def run_stage(
    text: str, rules: Iterable[Rule], alphabet: Collection[str] | None = None
) -> tuple[str, tuple[Change, ...], tuple[tuple[str, Suspicion], ...]]:
    """Run one stage: the text after it, what was changed, and what is suspected in the text before it."""
    found: list[tuple[int, int, str, str]] = []
    suspected: list[tuple[str, Suspicion]] = []
    for rule in rules:
        if alphabet is not None and rule.signs and rule.signs.isdisjoint(alphabet):
            continue
        for it in rule.find(text) if rule.certainty is CERTAIN else islice(rule.find(text), MOST_DOUBTS):
            if isinstance(it, Suspicion):
                suspected.append((rule.name, it))
            elif text[it.start : it.end] != it.after:
                found.append((it.start, it.end, it.after, rule.name))
    if not found:
        return text, (), tuple(suspected)
    found.sort()
    changes: list[Change] = []
    pieces: list[str] = []
    at = 0
    for start, end, after, name in found:
        if changes and changes[-1].start == start and changes[-1].end == end and changes[-1].after == after:
            if name in changes[-1].rules:
                continue
            changes[-1] = replace(changes[-1], also=(*changes[-1].also, name))  # two rules that agree
            continue
        if not at <= start <= end <= len(text) or (changes and start == end == changes[-1].start):
            raise RuleError(f"{name} asked for {start}:{end}, which meets {changes[-1:]} or leaves the text.")
        changes.append(Change(name, start, end, text[start:end], after))
        pieces += text[at:start], after
        at = end
    return "".join([*pieces, text[at:]]), tuple(changes), tuple(suspected)


def run_stages(
    text: str,
    stages: Iterable[Sequence[Rule]],
    settling: Iterable[Collection[str]] = (),
    seen: Collection[str] | None = None,
) -> tuple[str, tuple[Change, ...], tuple[Doubt, ...]]:
    """
    Run all stages: the text after them, O → that text, and the doubts in places of O.

    `settling`: groups of names of stages that follow one another. What one stage of a group takes out may lay bare what another is for
    (a tag within a tag), so they run round and round until each has found nothing since the last change, or they have run again
    `MOST_ROUNDS` times. Only the first time do they doubt anything.

    `seen`: characters among which are all of the text's that are signs of a rule or tell its language; None: they are looked for here.
    """
    changes: tuple[Change, ...] = ()
    doubts: dict[tuple[int, int, str], Doubt] = {}
    alphabet = set(text if seen is None else seen)
    language = ""  # known when a rule needs it, and looked at anew where the text was changed since
    asked_of: dict[
        int, Sequence[Rule]
    ] = {}  # of the group's stages, until a change brings a new sign or another language

    def is_in(languages: Collection[str]) -> bool:
        nonlocal language
        language = language or language_for_rules(text, alphabet)
        return language in languages

    def stage(rules: Sequence[Rule]) -> bool:
        nonlocal text, changes, language
        after, made, suspected = run_stage(text, rules)
        if suspected:
            back = position_map(inverse(changes))
            for name, s in suspected:
                start, end = back(s.start, 1), back(min(s.end, s.start + LONGEST_DOUBT), -1)
                place = start, min(max(start, end), start + LONGEST_DOUBT), name
                doubts[place] = Doubt(name, place[0], place[1])
        if made:
            known = len(alphabet)
            alphabet.update(*(c.after for c in made))
            changes = compose(changes, made)
            text = after
            if len(alphabet) > known or not is_only_arabic(alphabet):
                language = ""
                asked_of.clear()
        return bool(made)

    group_of = {name: number for number, names in enumerate(settling, 1) for name in names}
    for group, members in groupby(stages, lambda rules: group_of.get(rules[0].stage, 0) if rules else 0):
        todo = list(members)
        asked_of.clear()
        unchanged = 0  # stages in a row that found nothing: when all have, they have settled
        for n, rules in enumerate(todo * (1 + MOST_ROUNDS if group else 1)):
            place = n % len(todo)
            if (asked := asked_of.get(place)) is None:
                asked_of[place] = asked = [
                    r
                    for r in rules
                    if not (r.signs and r.signs.isdisjoint(alphabet)) and (not r.languages or is_in(r.languages))
                ]
            if asked and n >= len(todo):
                asked = [r for r in asked if r.certainty is CERTAIN]
            unchanged = 0 if asked and stage(asked) else unchanged + 1
            if unchanged == len(todo) and group:
                break
    return text, changes, tuple(sorted(doubts.values(), key=by_place))
