"""What the rules do otherwise than when a record was written, counted by rule, with samples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from warraq.archive.record import Record

SAMPLES = 3
LONGEST = 60
"""Letters of a sample."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One place that is changed otherwise now."""

    path: str
    before: str
    after: str


@dataclass(slots=True)
class Differences:
    """By rule: how many more and fewer changes and doubts."""

    more: Counter[str] = field(default_factory=Counter)
    fewer: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[Sample]] = field(default_factory=dict)

    def add(self, path: str, original: str, old: Record, new: Record) -> None:
        """Count what one article's records differ in."""
        for counter, ones, others in ((self.more, new, old), (self.fewer, old, new)):
            known = set(_marks(others, original))
            for mark in _marks(ones, original):
                rule, start, end, after = mark
                if mark in known:
                    continue
                counter[rule] += 1
                kept = self.samples.setdefault(rule, [])
                if counter is self.more and len(kept) < SAMPLES:
                    kept.append(Sample(path, original[start:end][:LONGEST], after[:LONGEST]))

    def rules(self) -> list[str]:
        """The rules that differ, the most changed first."""
        names = set(self.more) | set(self.fewer)
        return sorted(names, key=lambda rule: (-self.more[rule] - self.fewer[rule], rule))


Mark = tuple[str, int, int, str]


def _marks(record: Record, original: str) -> Iterator[Mark]:
    yield from ((c.rule, c.start, c.end, c.after) for c in record.changes if not c.layout)
    yield from ((d.rule, d.start, d.end, original[d.start : d.end]) for d in record.doubts)
