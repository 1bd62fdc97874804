"""
What a record says of a change: which rule it names first where several met at one place, and whether readers need a mark.

A source line is first freed of its cell separators and then taken out whole: its reader wants to know why the line went,
not what was done to it on the way. So a rule that takes out lines comes before all others, layout comes last, and the rest keep the
order of their stages.

Whole tags and entities are damage in a plain text, and in HTML they are how the file is written: a reader of a sound page would look
for its one repair among a hundred marks. What was taken for the page around the article is marked in both.
"""

from __future__ import annotations

from collections.abc import Sequence

from warraq.archive.original import OriginalKind

from .rules import RULES

LAYOUT = frozenset(r.name for r in RULES if r.layout)
HOW_HTML_IS_WRITTEN = frozenset({"wrapped-lines", "tags", "entities"})
TAKES_OUT_LINES = frozenset(r.name for r in RULES if r.stage in ("page", "lines", "repeats"))


def by_weight(names: Sequence[str]) -> tuple[str, ...]:
    """The names of the rules of one change, the one that explains it first."""
    return tuple(sorted(names, key=lambda name: (name not in TAKES_OUT_LINES, name in LAYOUT)))


def is_layout(names: Sequence[str], kind: OriginalKind) -> bool:
    """Whether a change by these rules, in an original of that kind, only sets up lines and blocks."""
    return all(name in LAYOUT or (kind is not OriginalKind.TEXT and name in HOW_HTML_IS_WRITTEN) for name in names)
