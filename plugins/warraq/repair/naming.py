"""
Which rule a record names first where several met at one place.

A source line is first freed of its cell separators and then taken out whole: its reader wants to know why the line went,
not what was done to it on the way. So a rule that takes out lines comes before all others, layout comes last, and the rest keep the
order of their stages.
"""

from __future__ import annotations

from collections.abc import Sequence

from .rules import RULES

LAYOUT = frozenset(r.name for r in RULES if r.layout)
TAKES_OUT_LINES = frozenset(r.name for r in RULES if r.stage in ("page", "lines", "repeats"))


def by_weight(names: Sequence[str]) -> tuple[str, ...]:
    """The names of the rules of one change, the one that explains it first."""
    return tuple(sorted(names, key=lambda name: (name not in TAKES_OUT_LINES, name in LAYOUT)))
