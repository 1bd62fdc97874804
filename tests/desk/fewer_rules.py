"""Repairs by some of the rules alone, as an older program made them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest import mock

from warraq.repair import RULES, STAGES, repairing
from warraq.repair.engine import Rule
from warraq.repair.pipeline import pipeline

Kept = Callable[[int, Rule], bool]
"""Tells whether a rule is among them; asked with its number in its stage."""


@contextmanager
def repairing_by(kept: Kept) -> Iterator[None]:
    """Repair texts by those rules that are kept."""
    stages = map(RULES.of_stage, STAGES)
    left_out = [rule for rules in stages for n, rule in enumerate(rules) if not kept(n, rule)]
    older = RULES.without(*left_out)
    with mock.patch.object(repairing, "pipeline", lambda _, kind: pipeline(older, kind)):
        yield


def every_other(number: int, _rule: Rule) -> bool:
    """Keep every other rule: the archive was repaired by them before the rest was thought of."""
    return number % 2 == 1


def without_shapes(_number: int, rule: Rule) -> bool:
    """Keep all but the rule for letters that are written as shapes."""
    return rule.name != "presentation-forms"
