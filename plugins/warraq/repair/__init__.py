"""O → D: repairs what is certain, points at what is doubtful, records everything."""

from .engine import Rule
from .repairing import Repaired, repair
from .rules import RULES, STAGES

RULES_VERSION = "1"
"""Raised with every change of the rules that changes what comes out; records say which one made them."""

__all__ = ["RULES", "RULES_VERSION", "STAGES", "Repaired", "repair", "rule_named"]


def rule_named(name: str) -> Rule:
    """Find a rule; a KeyError where there is none of that name."""
    return _BY_NAME[name]


_BY_NAME = {r.name: r for r in RULES}
