"""
One column of the compare page: a text, with the places that differ from the other one.

Markup inside the text is shown and not run, and every invisible character that matters has its sign.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from operator import attrgetter

from warraq.archive.change import Change
from warraq.archive.original import OriginalKind
from warraq.edition.apparatus import reason
from warraq.edition.word_diff import EDITOR
from warraq.repair.naming import layout_rules

from .invisibles import exactly, mark_invisibles
from .markup import left_to_right_runs


@dataclass(frozen=True, slots=True)
class ChangedSpan:
    """Where a change stands in one of the two texts."""

    start: int
    end: int
    change: Change


def spans_beside(changes: Iterable[Change], around: Sequence[Change]) -> Iterator[ChangedSpan]:
    """Yield where changes stand in the text before them, without the pieces `around` the article that are parts of them."""
    n = 0
    for change in changes:
        at = change.start
        while n < len(around) and around[n].start < change.end:
            if around[n].start > at:
                yield ChangedSpan(at, around[n].start, change)
            at = around[n].end
            n += 1
        if at < change.end or change.start == change.end:
            yield ChangedSpan(at, change.end, change)


def _telling(rules: Sequence[str]) -> Sequence[str]:
    """Give the rules that a reader is told of: a blank line that went with words is no reason of its own."""
    of_repair = [rule for rule in rules if rule != EDITOR]
    return [rule for rule in of_repair if rule not in layout_rules(OriginalKind.TEXT)] or of_repair


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
    around: Sequence[Change] = ()
    """What stood around the article: a link stands for each piece, where it begins."""

    def has_change(self, start: int, end: int) -> bool:
        """Tell whether any letter of [start, end) is marked."""
        return next(self._within(start, end), None) is not None

    def html(self, start: int, end: int) -> str:
        """Render [start, end) with its spans marked, and a link for each piece of the page around the article."""
        out: list[str] = []
        at = start
        for place in range(bisect_right(self.around, start, key=attrgetter("end")), len(self.around)):
            piece = self.around[place]
            if piece.start >= end:
                break
            if piece.start >= start:
                out += self._runs(at, piece.start)
                out.append(f'<a class="around" href="#around-{place + 1}">⋯</a>')
            at = piece.end
        if at < end:
            out += self._runs(at, end)
        return "".join(out)

    def piece(self, start: int, end: int) -> str:
        """Render a piece of the page around the article, in which nothing is marked: signs for its spaces would weigh more than it."""
        return "".join(self._runs(start, end, lambda at, to: exactly(self.text[at:to])))

    def _runs(self, start: int, end: int, render: Callable[[int, int], str] | None = None) -> Iterator[str]:
        """Render [start, end), with its spans marked; markup keeps its own direction where the text runs the other way."""
        render = render or self._marked
        at = start
        for left, right in [*left_to_right_runs(self.text, start, end), (end, end)]:
            yield render(at, left)
            if left < right:
                yield f'<bdi dir="ltr">{render(left, right)}</bdi>'
            at = right

    def _within(self, start: int, end: int) -> Iterator[tuple[int, int, ChangedSpan]]:
        """Yield the spans that have letters in [start, end), and which."""
        first = bisect_right(self.spans, start, key=attrgetter("end"))
        for place in range(first, len(self.spans)):  # a slice would copy all that follow, for each line
            span = self.spans[place]
            if span.start >= end:
                return
            left, right = max(span.start, start), min(span.end, end)
            if left < right:
                yield left, right, span

    def _marked(self, start: int, end: int) -> str:
        """Render [start, end) with its spans marked."""
        out: list[str] = []
        at = start
        for left, right, span in self._within(start, end):
            out.append(mark_invisibles(self.text[at:left]))
            rules = span.change.rules
            why = " — ".join(dict.fromkeys(reason(rule).text(self.language) for rule in _telling(rules)))
            editor = ' class="by-editor"' if EDITOR in rules else ""
            # A line end that went with the words behind it: these say why.
            told = self.text[left:right].strip() or not self.text[span.start : span.end].strip()
            title = f' title="{escape(why)}"' if why and told else ""
            changed = mark_invisibles(self.text[left:right])
            out.append(f"<{self.tag}{editor}{title}>{changed}</{self.tag}>")
            at = right
        out.append(mark_invisibles(self.text[at:end]))
        return "".join(out)
