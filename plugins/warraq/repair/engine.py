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

from .asking import ReadyStage, ReadyStages
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
    find: Callable[[str], Iterable[Edit | Suspicion]] = field(repr=False, compare=False)
    layout: bool = False
    """Only sets up lines and blocks: readers need no mark for it."""
    signs: frozenset[str] = frozenset()
    """The rule is not asked about a text that has none of these characters; empty: always asked."""
    languages: frozenset[str] = frozenset()
    """The rule is not asked about a text in another language (`languages.LANGUAGES`); empty: it holds in all of them."""


class RuleError(Exception):
    """A rule broke its promise: its author's mistake, never an article's."""

    def __init__(self, message: str, rule: str, start: int, end: int, meets: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.rule = rule
        self.start = start
        """Code points of the text that the rule was asked about."""
        self.end = end
        self.meets = meets
        """The rules whose edit this one's met."""


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
            what = f"{name} asked for {start}:{end}, which meets {changes[-1:]} or leaves the text."
            raise RuleError(what, name, start, end, [rule for change in changes[-1:] for rule in change.rules])
        changes.append(Change(name, start, end, text[start:end], after))
        pieces += text[at:start], after
        at = end
    return "".join([*pieces, text[at:]]), tuple(changes), tuple(suspected)


def run_stages(
    text: str,
    stages: ReadyStages | Iterable[Sequence[Rule]],
    settling: Iterable[Collection[str]] = (),
    seen: Collection[str] | None = None,
    language: str | None = None,
) -> tuple[str, tuple[Change, ...], tuple[Doubt, ...]]:
    """
    Run all stages: the text after them, O → that text, and the doubts in places of O.

    `settling`: groups of names of stages that follow one another. What one stage of a group takes out may lay bare what another is for
    (a tag within a tag), so they run round and round until each has found nothing since the last change, or they have run again
    `MOST_ROUNDS` times. Only the first time do they doubt anything.

    `seen`: characters among which are all of the text's that are signs of a rule or tell its language; None: they are looked for here.

    `language`: the one whose rules are asked; None: the text itself tells it.
    """
    ready = stages if isinstance(stages, ReadyStages) else ReadyStages(stages)
    run = _Run(text, ready, set(text if seen is None else seen), language)
    group_of = {name: number for number, names in enumerate(settling, 1) for name in names}
    for group, members in groupby(ready.stages, lambda stage: group_of.get(stage.name, 0)):
        todo = list(members)
        unchanged = 0  # stages in a row that found nothing: when all have, they have settled
        for n in range(len(todo) * (1 + MOST_ROUNDS if group else 1)):
            unchanged = 0 if run.stage(todo[n % len(todo)], again=n >= len(todo)) else unchanged + 1
            if unchanged == len(todo) and group:
                break
    return run.text, run.changes, tuple(sorted(run.doubts.values(), key=by_place))


class _Run:
    """The state of a text between two stages."""

    def __init__(self, text: str, ready: ReadyStages, alphabet: set[str], language: str | None) -> None:
        self.text = text
        self.ready = ready
        self.alphabet = alphabet
        self.changes: tuple[Change, ...] = ()
        self.doubts: dict[tuple[int, int, str], Doubt] = {}
        self.needed = ready.needed(alphabet)
        """Bits of the rules that are not for other characters."""
        self.is_stated = language is not None
        self.language = language or ""
        """Known when a rule needs it, and looked at anew where the text was changed since."""

    def stage(self, stage: ReadyStage, *, again: bool) -> bool:
        """Ask the rules of a stage, `again` those alone that are certain; True where they changed the text."""
        needed = self.needed & (stage.certain if again else stage.all)
        is_bound = needed & stage.bound
        if is_bound and not self.language:
            self.language = language_for_rules(self.text, self.alphabet)
        rules = stage.chosen(needed, self.language if is_bound else "") if needed else ()
        if not rules:
            return False
        after, made, suspected = run_stage(self.text, rules)
        if suspected:
            self._doubt(suspected)
        if made:
            self.changes = compose(self.changes, made)
            self.text = after
            new = {sign for change in made for sign in change.after} - self.alphabet
            if new:
                self.alphabet |= new
                self.needed |= self.ready.needed(new)
            if not self.is_stated and (new or not is_only_arabic(self.alphabet)):
                self.language = ""
        return bool(made)

    def _doubt(self, suspected: Iterable[tuple[str, Suspicion]]) -> None:
        back = position_map(inverse(self.changes))
        for name, s in suspected:
            start, end = back(s.start, 1), back(min(s.end, s.start + LONGEST_DOUBT), -1)
            place = start, min(max(start, end), start + LONGEST_DOUBT), name
            self.doubts[place] = Doubt(name, place[0], place[1])
