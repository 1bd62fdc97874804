"""
A set of rules: all that Warraq has, without some of them, or with further ones.

What repairs a text asks for the rules of a stage; they are loaded then, so that a plain text loads none that only pages need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from ..engine import Rule


class RuleSetError(ValueError):
    """A set can't be made: there is no rule of that name, or two have one name; the message names it."""


class Rules(Sequence[Rule]):
    """
    Rules in the order of their stages; a set is never changed, a new one is made of it.

    >>> from warraq.repair import RULES, repair
    >>> repair("الـســـلام").text, repair("الـســـلام", rules=RULES.without("tatweel")).text
    ('السلام', 'الـســـلام')
    """

    def __init__(self, left_out: frozenset[str] = frozenset(), added: tuple[Rule, ...] = ()) -> None:
        self.left_out = left_out
        """Names of Warraq's own rules that are not among them."""
        self.added = added
        """Rules of others."""

    def without(self, *rules: str | Rule) -> Rules:
        """
        Leave out rules, by their names; all others go on as they are.

        Raises:
            RuleSetError: the set has no rule of that name.

        """
        names = {each if isinstance(each, str) else each.name for each in rules}
        others = tuple(rule for rule in self.added if rule.name not in names)
        ours = names - {rule.name for rule in self.added}
        for name in sorted(ours):
            if name in self.left_out or not is_ours(name):
                raise RuleSetError(f"There is no rule “{name}” in this set.")
        return Rules(self.left_out | ours, others)

    def with_(self, *rules: Rule) -> Rules:
        """
        Add rules; each runs in its stage, beside those that are there.

        Raises:
            RuleSetError: the set has a rule of that name, or Warraq's own rules know no such stage, or it is no rule.

        """
        from . import STAGES

        taken = {rule.name for rule in self.added}
        for rule in rules:
            if not isinstance(rule, Rule):
                raise RuleSetError(f"{rule!r} is no rule: make one with @rule.")
            if rule.name in taken or (rule.name not in self.left_out and is_ours(rule.name)):
                raise RuleSetError(f"There is a rule “{rule.name}” already: give the new one a name of its own.")
            if rule.stage not in STAGES:
                raise RuleSetError(f"There is no stage “{rule.stage}”: it is one of {', '.join(STAGES)}.")
            taken.add(rule.name)
        return Rules(self.left_out, (*self.added, *rules))

    def of_stage(self, stage: str) -> tuple[Rule, ...]:
        """Give the rules of one stage, in the order of their names; only these are loaded."""
        from . import rules_of_stage

        ours = rules_of_stage(stage)
        if not self.left_out and not self.added:
            return ours
        own = [rule for rule in ours if rule.name not in self.left_out]
        return tuple(sorted([*own, *(r for r in self._guarded if r.stage == stage)], key=lambda rule: rule.name))

    def named(self, name: str) -> Rule:
        """
        Find a rule by its name.

        Raises:
            KeyError: the set has no rule of that name.

        """
        from . import rule_named

        if found := next((rule for rule in self.added if rule.name == name), None):
            return found
        if name in self.left_out:
            raise KeyError(name)
        return rule_named(name)

    @cached_property
    def _guarded(self) -> tuple[Rule, ...]:
        from .rules_of_others import guarded

        return tuple(guarded(rule) for rule in self.added)

    @cached_property
    def _all(self) -> tuple[Rule, ...]:
        from . import STAGES

        return tuple(rule for stage in STAGES for rule in self.of_stage(stage))

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, at: int) -> Rule: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Rule, ...]: ...
    def __getitem__(self, at: int | slice) -> Rule | tuple[Rule, ...]:
        return self._all[at]

    def __repr__(self) -> str:
        without = f".without({', '.join(map(repr, sorted(self.left_out)))})" if self.left_out else ""
        added = f".with_({', '.join(rule.name for rule in self.added)})" if self.added else ""
        return f"RULES{without}{added}"


def is_ours(name: str) -> bool:
    """Tell whether Warraq itself has a rule of a name."""
    from . import rule_named

    try:
        return bool(rule_named(name))
    except KeyError:
        return False
