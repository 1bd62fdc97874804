"""
What the review page is shown: a few items at a time, filtered and in order, with the counts of what else is open.

The order keeps its place: a group that was large when it was first seen stays where it is while its items are decided, and what comes in
while the archive is being read never stands before what was shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .item_line import ItemLine
from .open_item import OpenItem
from .open_items import OpenItems

FILTERS = ("about", "rule", "source", "certainty", "path", "group")
"""Fields of a line that a page may ask for."""
COUNTED = ("about", "rule", "source", "certainty")
MOST_COUNTED = 100
"""Sources that are offered as a filter, those with the most items."""
MOST_SHOWN = 30
"""Items of one answer."""
MOST_ALIKE = 20
"""Sentences of one answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page asks to be shown."""

    filters: Mapping[str, str] = field(default_factory=dict)
    by_article: bool = False
    """Article after article; else kind after kind."""
    after: str = ""
    """The id of the item behind which to go on; empty: from the beginning."""
    skipped: frozenset[str] = frozenset()

    @classmethod
    def read(cls, asked: Mapping[str, Any]) -> Asked:
        """Read what came as JSON; a TypeError, ValueError or KeyError where it is not as the page sends it."""
        given = dict(asked.get("filters", {}))
        skipped = asked.get("skipped", [])
        if not isinstance(skipped, list):
            raise TypeError(skipped)
        return cls(
            {name: str(given[name]) for name in FILTERS if given.get(name)},
            asked.get("order") == "article",
            str(asked.get("after", "")),
            frozenset(map(str, skipped)),
        )


@dataclass(frozen=True, slots=True)
class Alike:
    """Items of one wording that have one sentence."""

    item: OpenItem
    ids: tuple[str, ...]


@dataclass(slots=True)
class Looking:
    """Filters and orders what is open."""

    open_items: OpenItems
    _ranks: dict[str, int] = field(default_factory=dict)
    """The most items that a group has had."""
    _seen: tuple[int, bool] = (-1, False)
    _ordered: list[ItemLine] = field(default_factory=list)
    _keys: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    """By which each item is ordered; those that were decided have theirs still, so that a page can go on behind them."""

    def next(self, asked: Asked, most: int) -> list[OpenItem]:
        """Give the next items behind the one that is asked for, and from the beginning where none is left behind it."""
        most = max(0, min(most, MOST_SHOWN))
        found: list[OpenItem] = []
        taken: set[str] = set()
        for _ in range(MOST_SHOWN):  # what changed on the disk meanwhile is ordered anew
            version = self.open_items.version
            for line in self._from(asked):
                if len(found) == most:
                    return found
                if line.id in taken or line.id in asked.skipped:
                    continue
                item = self._item(line)
                if item is not None and (item := self._fitting(item, asked)):
                    found.append(item)
                    taken.add(line.id)
                if self.open_items.version != version:
                    break
            else:
                return found
        return found

    def alike(self, group: str, after: str) -> tuple[list[Alike], int, int]:
        """Give the sentences of a group behind the one with the hash `after`, the number of all sentences, and that of all items."""
        sentences: dict[str, list[ItemLine]] = {}
        lines = [line for line in self.lines(by_article=False) if line.group == group]
        for line in lines:
            sentences.setdefault(line.sentence, []).append(line)
        names = list(sentences)
        start = names.index(after) + 1 if after in sentences else 0
        found: list[Alike] = []
        for name in names[start : start + MOST_ALIKE]:
            item = self._item(sentences[name][0])
            if item is not None and item.sentence == name:
                found.append(Alike(item, tuple(line.id for line in sentences[name])))
        return found, len(names), len(lines)

    def count(self, asked: Asked) -> dict[str, list[tuple[str, int]]]:
        """Count what is open by each filter, under the other filters; the most frequent first."""
        lines = self.lines(by_article=asked.by_article)
        counts: dict[str, list[tuple[str, int]]] = {}
        for name in COUNTED:
            others = {other: value for other, value in asked.filters.items() if other != name}
            counted = Counter(getattr(line, name) for line in _filtered(lines, others))
            counts[name] = sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:MOST_COUNTED]
        return counts

    def left(self, asked: Asked) -> int:
        """Count the items that fit the filters."""
        return sum(1 for _ in _filtered(self.lines(by_article=asked.by_article), asked.filters))

    def sizes(self, items: Iterable[OpenItem]) -> dict[str, int]:
        """Give how many items each of some groups has."""
        groups = {item.group for item in items}
        return Counter(line.group for line in self.lines(by_article=False) if line.group in groups)

    def lines(self, *, by_article: bool) -> Sequence[ItemLine]:
        """Give all lines in order."""
        if self._seen != (self.open_items.version, by_article):
            lines = [line for found in self.open_items.known.values() for line in found]
            for group, size in Counter(line.group for line in lines).items():
                self._ranks[group] = max(size, self._ranks.get(group, 0))
            if self._seen[1] != by_article:
                self._keys.clear()
            self._keys |= {line.id: self._key(line, by_article=by_article) for line in lines}
            self._ordered = sorted(lines, key=lambda line: self._keys[line.id])
            self._seen = (self.open_items.version, by_article)
        return self._ordered

    def _key(self, line: ItemLine, *, by_article: bool) -> tuple[Any, ...]:
        if by_article:
            return (line.path, line.place, line.id)
        return (line.about, line.rule, -self._ranks[line.group], line.group, line.path, line.place, line.id)

    def _from(self, asked: Asked) -> list[ItemLine]:
        lines = list(_filtered(self.lines(by_article=asked.by_article), asked.filters))
        key = self._keys.get(asked.after)
        if key is None:
            return lines
        behind = [line for line in lines if self._keys[line.id] > key]
        return behind + [line for line in lines if self._keys[line.id] <= key]

    def _item(self, line: ItemLine) -> OpenItem | None:
        return next((item for item in self.open_items.items(line.path) if item.id == line.id), None)

    @staticmethod
    def _fitting(item: OpenItem, asked: Asked) -> OpenItem | None:
        (line,) = ItemLine.all_of([item])
        return item if any(_filtered([line], asked.filters)) else None


def _filtered(lines: Iterable[ItemLine], filters: Mapping[str, str]) -> Iterable[ItemLine]:
    wanted = tuple(filters.items())
    return (line for line in lines if all(getattr(line, name) == value for name, value in wanted))
