"""O → D: repairs what is certain, points at what is doubtful, records everything."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .version import RULES_VERSION

if TYPE_CHECKING:
    from warraq.archive.change import Change, Doubt
    from warraq.missing import MissingPackageError

    from .changes import UndoError
    from .engine import Certainty, Edit, Rule, RuleError, Suspicion
    from .library import ArgumentError, Repaired, repair, undo
    from .packages import rules_of_packages
    from .planning import Planned, plan
    from .readers.unreadable import UnreadableError
    from .rules import RULES, STAGES, rule, rule_named
    from .rules.rule_set import Rules, RuleSetError

__all__ = [
    "RULES",
    "RULES_VERSION",
    "STAGES",
    "ArgumentError",
    "Certainty",
    "Change",
    "Doubt",
    "Edit",
    "MissingPackageError",
    "Planned",
    "Repaired",
    "Rule",
    "RuleError",
    "RuleSetError",
    "Rules",
    "Suspicion",
    "UndoError",
    "UnreadableError",
    "plan",
    "repair",
    "rule",
    "rule_named",
    "rules_of_packages",
    "undo",
]
LATE = {
    **dict.fromkeys(("RULES", "STAGES", "rule", "rule_named"), ".rules"),
    **dict.fromkeys(("Rules", "RuleSetError"), ".rules.rule_set"),
    **dict.fromkeys(("ArgumentError", "Repaired", "repair", "undo"), ".library"),
    **dict.fromkeys(("Planned", "plan"), ".planning"),
    **dict.fromkeys(("Certainty", "Edit", "Rule", "RuleError", "Suspicion"), ".engine"),
    **dict.fromkeys(("Change", "Doubt"), "warraq.archive.change"),
    "MissingPackageError": "warraq.missing",
    "UndoError": ".changes",
    "UnreadableError": ".readers.unreadable",
    "rules_of_packages": ".packages",
}
"""Given when first asked for, each by its module: whoever reads an archive needs no rule, the plain command no plan, and a start counts."""


def __getattr__(name: str) -> object:
    """Load what was asked for."""
    if name in LATE:
        return getattr(import_module(LATE[name], __name__), name)
    raise AttributeError(name)
