"""O → D: repairs what is certain, points at what is doubtful, records everything."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .version import RULES_VERSION

if TYPE_CHECKING:
    from .planning import Planned, plan
    from .repairing import Repaired, repair
    from .rules import RULES, STAGES, rule_named

__all__ = ["RULES", "RULES_VERSION", "STAGES", "Planned", "Repaired", "plan", "repair", "rule_named"]
LATE = {
    **dict.fromkeys(("RULES", "STAGES", "rule_named"), "rules"),
    **dict.fromkeys(("Repaired", "repair"), "repairing"),
    **dict.fromkeys(("Planned", "plan"), "planning"),
}
"""Given when first asked for, each by its module: whoever reads an archive needs no rule, the plain command no plan, and a start counts."""


def __getattr__(name: str) -> object:
    """Load what was asked for."""
    if name in LATE:
        return getattr(import_module(f".{LATE[name]}", __name__), name)
    raise AttributeError(name)
