"""
Which rules of some stages are asked about a text, told by its characters and its language.

Most texts have few of the signs that rules are for. What is true of the rules alone is worked out once, for all texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine import Rule

MOST_KNOWN = 1_000
"""Choices of one stage that are remembered."""


class ReadyStage:
    """The rules of a stage, each with a bit of its own."""

    def __init__(self, rules: Sequence[Rule], first: int) -> None:
        from .engine import CERTAIN

        self.name = rules[0].stage if rules else ""
        self.numbered = [(1 << number, rule) for number, rule in enumerate(rules, first)]
        self.all = sum(bit for bit, _ in self.numbered)
        self.certain = sum(bit for bit, rule in self.numbered if rule.certainty is CERTAIN)
        self.bound = sum(bit for bit, rule in self.numbered if rule.languages)
        """Rules that hold in some languages only."""
        self._known: dict[tuple[int, str], tuple[Rule, ...]] = {}

    def chosen(self, needed: int, language: str) -> tuple[Rule, ...]:
        """Give the needed rules that hold in a language; `language` is empty where none of them asks for it."""
        key = needed, language
        if (rules := self._known.get(key)) is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = rules = tuple(
                rule
                for bit, rule in self.numbered
                if bit & needed and (not rule.languages or language in rule.languages)
            )
        return rules


class ReadyStages:
    """Stages with their rules, made ready for many texts."""

    def __init__(self, stages: Iterable[Sequence[Rule]]) -> None:
        self.stages: list[ReadyStage] = []
        self._always = 0
        self._by_sign: dict[str, int] = {}
        first = 0
        for rules in stages:
            ready = ReadyStage(rules, first)
            first += len(rules)
            self.stages.append(ready)
            for bit, rule in ready.numbered:
                self._always |= 0 if rule.signs else bit
                for sign in rule.signs:
                    self._by_sign[sign] = self._by_sign.get(sign, 0) | bit

    def needed(self, alphabet: Iterable[str]) -> int:
        """Give the bits of the rules that are always asked, or have one of these characters among their signs."""
        bits, of_sign = self._always, self._by_sign.get
        for sign in alphabet:
            bits |= of_sign(sign, 0)
        return bits
