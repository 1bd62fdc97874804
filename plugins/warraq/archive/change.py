"""
The changes that rules made to a text and the doubts that they raised, each with its place.

`repair` makes these values, a record holds them as they are, and `edition` follows them into the published text. Their
fields, in this order, are the keys of a record's JSON; a field at its default is left out there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Change:
    """`before` at [start, end) became `after`; positions are code points of the text before the change."""

    rule: str
    """The rule that made it; where several met at one place, the one that explains it."""
    start: int
    end: int
    before: str
    after: str
    also: tuple[str, ...] = ()
    """The further rules, where several met at one place."""
    layout: bool = False
    """The change concerns lines and blocks only: readers need no mark for it."""

    @property
    def rules(self) -> tuple[str, ...]:
        """All rules that made it."""
        return (self.rule, *self.also)

    def to_json(self) -> dict[str, Any]:
        """Give its keys in a record's JSON, for programs that start without pydantic; `Record` writes the same."""
        keys: dict[str, Any] = {
            "rule": self.rule,
            "start": self.start,
            "end": self.end,
            "before": self.before,
            "after": self.after,
        }
        if self.also:
            keys["also"] = list(self.also)
        if self.layout:
            keys["layout"] = True
        return keys

    @classmethod
    def from_json(cls, keys: Mapping[str, Any]) -> Self:
        """Make a change of its keys, whose values are trusted; a KeyError names the one that is missing."""
        return cls(
            keys["rule"],
            keys["start"],
            keys["end"],
            keys["before"],
            keys["after"],
            tuple(keys.get("also", ())),
            keys.get("layout", False),
        )


@dataclass(frozen=True, slots=True)
class Doubt:
    """A suspicion of a rule about [start, end), which was not acted on."""

    rule: str
    start: int
    end: int
