"""Differences between the changes of an old record and those that the rules make now, counted by rule, with samples."""

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
    """One place that the rules change differently now."""

    path: str
    before: str
    after: str


@dataclass(slots=True)
class Differences:
    """The numbers of changes and doubts that are new and that are gone, by rule."""

    more: Counter[str] = field(default_factory=Counter)
    fewer: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[Sample]] = field(default_factory=dict)

    def add(self, path: str, original: str, old: Record, new: Record) -> None:
        """Count the differences between two records of one article."""
        for counter, ones, others in ((self.more, new, old), (self.fewer, old, new)):
            known = set(_findings(others, original))
            for finding in _findings(ones, original):
                rule, start, end, after = finding
                if finding in known:
                    continue
                counter[rule] += 1
                kept = self.samples.setdefault(rule, [])
                if counter is self.more and len(kept) < SAMPLES:
                    kept.append(Sample(path, original[start:end][:LONGEST], after[:LONGEST]))

    def rules(self) -> list[str]:
        """List the rules that differ, the one with the most differences first."""
        names = set(self.more) | set(self.fewer)
        return sorted(names, key=lambda rule: (-self.more[rule] - self.fewer[rule], rule))


Finding = tuple[str, int, int, str]
"""A change or a doubt: rule, start and end in O, and the text that stands there afterwards."""


def _findings(record: Record, original: str) -> Iterator[Finding]:
    yield from ((c.rule, c.start, c.end, c.after) for c in record.changes if not c.layout)
    yield from ((d.rule, d.start, d.end, original[d.start : d.end]) for d in record.doubts)
