"""What was done to a corpus, in numbers: by rule, by what is doubted, and by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from warraq.language import Message, message

MOST_SOURCES = 10_000
"""Names of sources that are counted apart; a corpus may have a million, and then the further ones are counted together."""
SHOWN = 10
"""Rules and sources that are shown; the file has all."""
OTHERS = "*"


@dataclass
class Numbers:
    """How often each thing stands in rows."""

    rows: int = 0
    changed: int = 0
    """Rows in which a rule changed something that readers want to know of."""
    near: int = 0
    """Rows that are nearly equal to an earlier one."""
    aside: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)

    def add(self, found: Mapping[str, Any]) -> None:
        """Add the numbers of some rows."""
        self.rows += found["rows"]
        self.changed += found["changed"]
        self.near += found["near"]
        self.rules.update(found["rules"])
        self.doubts.update(found["doubts"])
        for source, number in found["sources"].items():
            is_counted = source in self.sources or len(self.sources) < MOST_SOURCES
            self.sources[source if is_counted else OTHERS] += number

    def as_json(self) -> dict[str, Any]:
        """Give them for a file, what is most first."""
        return {
            "rows": self.rows,
            "changed": self.changed,
            "near": self.near,
            "aside": self.aside,
            "rules": _ordered(self.rules),
            "doubts": _ordered(self.doubts),
            "sources": _ordered(self.sources),
        }


def _ordered(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def lines_of(numbers: Numbers) -> Iterator[Message]:
    """Yield what is said at the end."""
    yield message(
        "Rows: {rows}; repaired: {changed}; nearly equal to an earlier one: {near}; set aside: {aside}.",
        rows=numbers.rows,
        changed=numbers.changed,
        near=numbers.near,
        aside=numbers.aside,
    )
    if most := _most(numbers.rules):
        yield message("Repairs by rule: {list}", list=most)
    if most := _most(numbers.doubts):
        yield message("Doubts by rule: {list}", list=most)
    if most := _most(numbers.sources):
        yield message("Rows by source: {list}", list=most)


def _most(counted: Counter[str]) -> str:
    return ", ".join(f"{name or '–'} {number}" for name, number in list(_ordered(counted).items())[:SHOWN])
