"""A set of rules made ready for many texts: which stages run, in which order, and which characters tell whether a rule is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from warraq.archive.original import OriginalKind

from .asking import ReadyStages
from .engine import Rule
from .languages import TELLING
from .late import late
from .rules import STAGES
from .rules.rule_set import Rules

MOST_SETS = 16
"""Sets of rules that are kept ready; a program needs few."""
SETTLING = (STAGES[STAGES.index("encoding") : STAGES.index("doubts")],)
"""Stages that lay bare what others of their group are for; they run until nothing is left."""
OF_HTML = tuple(stage for stage in STAGES if stage not in ("titles", "title"))
OF_TEXTS = OF_HTML[OF_HTML.index("encoding") :]
IN_ANY_TEXT = frozenset(" .ليةكىإ\n") - TELLING
"""Signs that are taken as there: looking for each place of the commonest letters would take longer than asking their rules."""


class Pipeline:
    """The stages of texts of one kind, with the rules of a set."""

    def __init__(self, rules: Rules, *, is_text: bool) -> None:
        self.rules = rules
        self.stages = [rules.of_stage(stage) for stage in (OF_TEXTS if is_text else OF_HTML)]
        self.ready = ReadyStages(self.stages)
        self.titling = rules.of_stage("title")
        asked = (rule for stage in (*self.stages, self.titling) for rule in stage)
        self.told = TELLING.union(*(rule.signs for rule in asked))
        """Signs of a rule, and characters that tell a language."""
        self.signs = late("[" + re.escape("".join(sorted(self.told - IN_ANY_TEXT))) + "]")
        self.of_ascii = tuple(sorted(sign for sign in self.told if sign.isascii()))

    @cached_property
    def of_titles(self) -> Sequence[Rule]:
        """The rules of titles that HTML marks."""
        return self.rules.of_stage("titles")


@lru_cache(MOST_SETS)
def _pipeline(rules: Rules, is_text: bool) -> Pipeline:  # noqa: FBT001 - of the cache
    return Pipeline(rules, is_text=is_text)


def pipeline(rules: Rules, kind: OriginalKind) -> Pipeline:
    """Give the stages of a kind of original."""
    return _pipeline(rules, kind is OriginalKind.TEXT)
