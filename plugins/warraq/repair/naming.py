"""
Which of a change's rules explains it where several met at one place, and whether readers need a mark.

A source line is first freed of its cell separators and then taken out whole: its reader wants to know why the line went,
not what was done to it on the way. So a rule that takes out lines comes before all others, layout comes last, and the rest keep the
order of their stages.

Whole tags and entities are damage in a plain text, and in HTML they are how the file is written: a reader of a sound page would look
for its one repair among a hundred marks. What stood around the article on its page (furniture) is no repair of its text either: it has
a view of its own, and a repair that met it is named before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from warraq.archive.change import Change
from warraq.archive.original import OriginalKind

if TYPE_CHECKING:
    from .engine import Rule
    from .rules.rule_set import Rules

CHARSET_INFERRED = "charset-inferred"
"""A doubt without a rule (`doubtful_charset.py`); it says its reason where those of others are said (`edition/attribution.py`)."""
OTHER_LAYOUT_OF_HTML = frozenset({"wrapped-lines", "tags", "entities", "raised-digits", "struck-words"})


@cache
def layout_rules(kind: OriginalKind) -> frozenset[str]:
    """Name the rules whose changes need no mark in an original of that kind."""
    from .rules import RULES  # all rules: whoever reads an archive without a record needs none

    return _layout(RULES, kind, is_text=False)


@lru_cache
def _layout(rules: Rules, kind: OriginalKind, *, is_text: bool) -> frozenset[str]:
    """Name those of a set; of a text, those that are asked about texts: no others are loaded for it."""
    from .pipeline import OF_TEXTS

    asked = (*map(rules.of_stage, OF_TEXTS), rules.of_stage("title")) if is_text else (rules,)
    layout = frozenset(rule.name for some in asked for rule in some if rule.layout)
    return layout if kind is OriginalKind.TEXT else layout | OTHER_LAYOUT_OF_HTML


@cache
def rules_of(*stages: str) -> frozenset[str]:
    """Name the rules of some stages."""
    from .rules import rules_of_stage

    return frozenset(rule.name for stage in stages for rule in rules_of_stage(stage))


FURNITURE = "saved", "page"
"""The stages that take out what stood around an article on its page."""


def furniture() -> frozenset[str]:
    """Name the rules that take out what stood around an article on its page."""
    return rules_of(*FURNITURE)


def is_furniture(change: Change) -> bool:
    """Say whether a change took out what stood around the article on its page, and repaired nothing of the text."""
    return _is_furniture(change.rule) and all(_is_furniture(name) or _is_layout_of_page(name) for name in change.also)


@cache
def _is_furniture(name: str) -> bool:
    rule = _rule(name)
    return rule is not None and rule.stage in FURNITURE


@cache
def _is_layout_of_page(name: str) -> bool:
    rule = _rule(name)
    return rule is not None and (rule.layout or name in OTHER_LAYOUT_OF_HTML)


def _rule(name: str) -> Rule | None:
    """Find a rule by its name; the others are not loaded for it."""
    from .rules import rule_named

    try:
        return rule_named(name)
    except KeyError:  # of a record that another version made
        return None


def explain_changes(changes: Iterable[Change], kind: OriginalKind, rules: Rules | None = None) -> Iterator[Change]:
    """Put the rule that explains a change first, and set `layout` where an original of that kind needs no mark for it."""
    is_text = rules is not None and kind is OriginalKind.TEXT
    of_kind = layout_rules(kind) if rules is None else _layout(rules, kind, is_text=is_text)
    for change in changes:
        layout = of_kind.issuperset(change.rules)
        if not change.also:
            yield replace(change, layout=True) if layout else change
            continue
        rule, *also = sorted(change.rules, key=lambda name: _rank(name, of_kind, is_text=is_text))
        yield replace(change, rule=rule, also=tuple(also), layout=layout)


def _rank(rule: str, of_kind: frozenset[str], *, is_text: bool) -> int:
    """Rank a rule by how much of a change it explains, the most first."""
    if rule in rules_of("lines", "repeats"):
        return 0
    if is_text:
        return 1 if rule not in of_kind else 4
    if rule in furniture():
        return 2
    return 1 if rule not in of_kind else 4 if rule in layout_rules(OriginalKind.TEXT) else 3
