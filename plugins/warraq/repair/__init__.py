"""O → D: repairs what is certain, points at what is doubtful, records everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .engine import Rule
from .repairing import Repaired, repair
from .rules import RULES, STAGES
from .version import RULES_VERSION

if TYPE_CHECKING:
    from .planning import Planned, plan

__all__ = ["RULES", "RULES_VERSION", "STAGES", "Planned", "Repaired", "plan", "repair", "rule_named"]


def rule_named(name: str) -> Rule:
    """Find a rule; a KeyError where there is none of that name."""
    return _BY_NAME[name]


_BY_NAME = {r.name: r for r in RULES}


def __getattr__(name: str) -> object:
    """Give `plan` and `Planned` when first asked for: the plain command repairs without them, and its start counts."""
    if name in ("plan", "Planned"):
        from . import planning

        return getattr(planning, name)
    raise AttributeError(name)
