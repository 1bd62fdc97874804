"""
Rules that other packages bring: entry points of the group `warraq.rules`.

They repair nothing until somebody asks for them: two machines with different packages give the same result for the same call.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import entry_points

from .engine import Rule
from .rules import RULES
from .rules.rule_set import Rules, RuleSetError

GROUP = "warraq.rules"


def rules_of_packages(*names: str) -> tuple[Rule, ...]:
    """
    Give the rules of the entry points of those names, or of all, in the order of their names: `RULES.with_(*rules_of_packages())`.

    An entry point names a rule, or a list of rules.

    Raises:
        RuleSetError: no installed package has an entry point of that name, or it names something that is no rule or can't be imported.

    """
    found = {point.name: point for point in entry_points(group=GROUP)}
    if lost := [name for name in names if name not in found]:
        there = ", ".join(sorted(found)) or "none"
        raise RuleSetError(f"No package brings rules by the name “{lost[0]}”. Those that are installed: {there}.")
    rules: list[Rule] = []
    for name in sorted(names or found):
        try:
            loaded = found[name].load()
        except Exception as error:  # whatever the package does when it is imported
            raise RuleSetError(
                f"The entry point {GROUP}: {name} = {found[name].value} can't be loaded: {type(error).__name__}: {error}"
            ) from error
        given = [loaded] if isinstance(loaded, Rule) else list(loaded) if isinstance(loaded, Iterable) else [loaded]
        if not all(isinstance(each, Rule) for each in given):
            raise RuleSetError(f"The entry point {GROUP}: {name} names no rule: it has to be one, or a list of them.")
        rules += given
    return tuple(rules)


def rules_named(added: Iterable[str], without: Iterable[str]) -> Rules:
    """
    Give all rules but those called `without`, with those that packages bring by the names in `added`; without such names, none.

    Raises:
        RuleSetError: a name is unknown.

    """
    names, left_out = tuple(added), tuple(without)
    rules = RULES.with_(*rules_of_packages(*names)) if names else RULES  # no name would mean all
    return rules.without(*left_out) if left_out else rules
