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

from warraq.archive.change import Change
from warraq.archive.original import OriginalKind

from .rules import RULES

LAYOUT = frozenset(r.name for r in RULES if r.layout)
LAYOUT_OF_HTML = LAYOUT | {"wrapped-lines", "tags", "entities", "raised-digits", "struck-words"}
FURNITURE = frozenset(r.name for r in RULES if r.stage in ("saved", "page"))
TAKES_OUT_LINES = frozenset(r.name for r in RULES if r.stage in ("lines", "repeats"))


def is_furniture(change: Change) -> bool:
    """Say whether a change took out what stood around the article on its page, and repaired nothing of the text."""
    return change.rule in FURNITURE and (FURNITURE | LAYOUT_OF_HTML).issuperset(change.also)


def explain_changes(changes: Iterable[Change], kind: OriginalKind) -> Iterator[Change]:
    """Put the rule that explains a change first, and set `layout` where an original of that kind needs no mark for it."""
    layout_rules = LAYOUT if kind is OriginalKind.TEXT else LAYOUT_OF_HTML
    for change in changes:
        layout = layout_rules.issuperset(change.rules)
        if not change.also:
            yield replace(change, layout=True) if layout else change
            continue
        rule, *also = sorted(change.rules, key=lambda name: _rank(name, layout_rules))
        yield replace(change, rule=rule, also=tuple(also), layout=layout)


def _rank(rule: str, layout_rules: frozenset[str]) -> int:
    """Rank a rule by how much of a change it explains, the most first."""
    if rule in TAKES_OUT_LINES:
        return 0
    if rule in FURNITURE:
        return 2
    return 1 if rule not in layout_rules else 4 if rule in LAYOUT else 3
