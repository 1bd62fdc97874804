"""Repairs by some of the rules alone, as an older program made them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest import mock

from warraq.repair import repairing
from warraq.repair.asking import ReadyStages
from warraq.repair.engine import Rule

Kept = Callable[[int, Rule], bool]
"""Tells whether a rule is among them; asked with its number in its stage."""


@contextmanager
def repairing_by(kept: Kept) -> Iterator[None]:
    """Repair texts by those rules that are kept."""
    stages = tuple(tuple(rule for n, rule in enumerate(rules) if kept(n, rule)) for rules in repairing.OF_TEXTS)
    older = {"OF_TEXTS": stages, "READY_FOR_TEXTS": ReadyStages(stages[:-1]), "TITLING": stages[-1]}
    with mock.patch.dict(vars(repairing), older):
        yield


def every_other(number: int, _rule: Rule) -> bool:
    """Keep every other rule: the archive was repaired by them before the rest was thought of."""
    return number % 2 == 1


def without_shapes(_number: int, rule: Rule) -> bool:
    """Keep all but the rule for letters that are written as shapes."""
    return rule.name != "presentation-forms"
