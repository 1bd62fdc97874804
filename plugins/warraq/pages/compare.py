"""
The original and the article side by side, line by line of the original.

The column of the original holds every letter of it, white space and line ends too, and nothing else; deletions and insertions are
marked on both sides. The piece of the article that belongs to a line is computed, like every position here: the article's text is
divided at the places that the line's ends were mapped to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from operator import attrgetter
from typing import ClassVar

from warraq.archive.change import Change
from warraq.edition.apparatus import reason
from warraq.edition.edition import Edition
from warraq.edition.position_map import PositionMap
from warraq.edition.word_diff import EDITOR

from . import addresses
from .invisibles import mark_invisibles
from .items import Item, list_item
from .markup import left_to_right_runs
from .page import Library, Page
from .provenance import original_address

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the original, beside its piece of the article."""

    number: int
    """From 1."""
    before: str
    """HTML; its text is the line of the original with its line end."""
    after: str
    """HTML; the texts of all rows together are T."""
    changed: bool
    gone: bool
    """Nothing of the line is in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(Page):
    """The values of `compare.html`."""

    template: ClassVar[str] = "compare.html"

    item: Item
    original: str
    """The address of the original."""
    withheld: bool
    """Words are withheld: both columns have a placeholder for them."""
    rows: tuple[Row, ...]


def compare(library: Library) -> Iterator[ComparePage]:
    """Yield the compare page of every article that was made of an original."""
    site = library.archive.site
    for edition in library.editions:
        if edition.original is not None and edition.record is not None:
            yield ComparePage(
                addresses.article(edition.article.slug) + "compare/",
                item=list_item(edition, site),
                original=original_address(edition),
                withheld=bool(edition.article.withheld),
                rows=tuple(rows(edition, edition.original.text, site.language)),
            )


def rows(edition: Edition, original: str, language: str) -> Iterator[Row]:
    """Divide the original and the article into rows; reasons are given in `language`."""
    changes = edition.changes
    positions = PositionMap(changes)
    before = Column(original, [ChangedSpan(c.start, c.end, c) for c in changes], "del", language)
    of_article = [
        ChangedSpan(c.start + shift, c.start + shift + len(c.after), c)
        for c, shift in zip(changes, positions.shifts, strict=False)
    ]
    after = Column(edition.text, of_article, "ins", language)
    start = there = 0
    lines = LINE.findall(original) or [""]
    for number, line in enumerate(lines, 1):
        end = start + len(line)
        until = max(there, positions.position(end, -1)) if number < len(lines) else len(edition.text)
        # A line end that was put in belongs to the words before it: by itself it would stand as an empty line.
        while there < until < len(edition.text) and edition.text[until] == "\n":
            until += 1
        yield Row(
            number,
            before.html(start, end),
            after.html(there, until),
            changed=before.has_change(start, end) or after.has_change(there, until),
            gone=there == until,
        )
        start, there = end, until


@dataclass(frozen=True, slots=True)
class ChangedSpan:
    """Where a change stands in one of the two texts."""

    start: int
    end: int
    change: Change


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two texts, with the places that differ from the other."""

    text: str
    spans: Sequence[ChangedSpan]
    """In the order of the text; they do not overlap."""
    tag: str
    """The element that marks them: `del` or `ins`."""
    language: str
    """Of the reasons."""

    def has_change(self, start: int, end: int) -> bool:
        """Tell whether any letter of [start, end) is marked."""
        return next(self._within(start, end), None) is not None

    def html(self, start: int, end: int) -> str:
        """Render [start, end) with its spans marked; markup keeps its own direction where the text runs the other way."""
        out: list[str] = []
        at = start
        for left, right in [*left_to_right_runs(self.text, start, end), (end, end)]:
            out.append(self._marked(at, left))
            if left < right:
                out.append(f'<bdi dir="ltr">{self._marked(left, right)}</bdi>')
            at = right
        return f'<span class="text">{"".join(out)}</span>'

    def _within(self, start: int, end: int) -> Iterator[ChangedSpan]:
        """Yield the spans that have letters in [start, end), clipped to it."""
        first = bisect_right(self.spans, start, key=attrgetter("end"))
        for place in range(first, len(self.spans)):  # a slice would copy all that follow, for each line
            span = self.spans[place]
            if span.start >= end:
                return
            left, right = max(span.start, start), min(span.end, end)
            if left < right:
                yield ChangedSpan(left, right, span.change)

    def _marked(self, start: int, end: int) -> str:
        """Render [start, end) with its spans marked."""
        out: list[str] = []
        at = start
        for span in self._within(start, end):
            out.append(mark_invisibles(self.text[at : span.start]))
            rules = span.change.rules
            why = " — ".join(dict.fromkeys(reason(rule).text(self.language) for rule in rules if rule != EDITOR))
            editor = ' class="by-editor"' if EDITOR in rules else ""
            title = f' title="{escape(why)}"' if why else ""
            changed = mark_invisibles(self.text[span.start : span.end])
            out.append(f"<{self.tag}{editor}{title}>{changed}</{self.tag}>")
            at = span.end
        out.append(mark_invisibles(self.text[at:end]))
        return "".join(out)
