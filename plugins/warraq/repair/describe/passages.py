"""
The passages that a description is read from: the lines of D, and the lines that repair took out (where the source or the day often stands).

Each knows where it stood in O, for that is where evidence is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from warraq.archive.change import Change
from warraq.archive.record import Evidence

from ..changes import inverse, position_map
from ..html_tags.seen_lines import seen_lines
from .dates import WrittenDate, fold_dates

PIECE = re.compile(r"(?<![^>\n\r\u2028\u2029])[^<>\n\r\u2028\u2029]+")
"""What stands between tags and line ends."""
CODE = re.compile(r"[{};=]|function")
LONGEST_BESIDE = 120
SHORTEST_FRAME = 12
NEAR, ABOVE = 1_500, 4_000
"""Code points from the article's last word, and from its first."""
DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True)
class Passage:
    """One line."""

    text: str
    start: int
    """In D, or in O where it was taken out."""
    folded: str
    """The line for comparing, with the same positions."""
    taken_out: bool = False
    is_line: bool = False
    """A rule of whole lines took it out; else it is a piece of what stood around the article."""
    places: tuple[Sequence[int], Sequence[int]] | None = None
    """Where each letter begins and ends in O, of a line that does not stand there as it is."""

    @cached_property
    def has_digits(self) -> bool:
        """A line without digits has no date."""
        return DIGIT.search(self.folded) is not None


@dataclass(frozen=True, slots=True)
class DateInPassage:
    """A date and the line it stands in."""

    passage: Passage
    date: WrittenDate


class Passages:
    """A text and its places in the original."""

    def __init__(self, original: str, text: str, changes: Sequence[Change], lines_taken_out_by: frozenset[str]) -> None:
        self.original = original
        self.text = text
        self.lines = tuple(_lines(text))
        self._changes = changes
        self.taken_out = tuple(self._taken_out(lines_taken_out_by))

    def _taken_out(self, by: frozenset[str]) -> Iterator[Passage]:
        """Yield the lines that rules took out, and short ones of a page near its article, which often state day and author."""
        last = self._back(len(self.text), -1)  # behind it stands nothing of the article
        for c in self._changes:
            line = not by.isdisjoint(c.rules)
            if not line and not (len(c.before) > SHORTEST_FRAME and "<" in c.before):
                continue
            before = without_comments(c.before)
            for m in PIECE.finditer(before) if line else _outer_pieces(before):
                near = (c.start < last and len(c.before) - m.end() < ABOVE) or (c.start and m.start() < NEAR)
                text = m[0].strip()
                if text and (line or (near and len(text) < LONGEST_BESIDE and not CODE.search(text))):
                    start = c.start + m.start() + m[0].index(text)
                    if "&" in text:
                        yield from self.seen(start, start + len(text), is_line=line)
                    else:
                        yield Passage(text, start, fold_dates(text), taken_out=True, is_line=line)

    def seen(self, start: int, end: int, *, is_line: bool = False) -> Iterator[Passage]:
        """Yield the lines between two places of O, as readers of the page see them."""
        for line in seen_lines(self.original, start, end):
            places = line.starts, line.ends
            yield Passage(
                line.text, line.starts[0], fold_dates(line.text), taken_out=True, is_line=is_line, places=places
            )

    @cached_property
    def _back(self) -> Callable[[int, int], int]:
        return position_map(inverse(self._changes))

    def evidence(self, passage: Passage, start: int, end: int, says: str) -> Evidence:
        """Give the place of O that `passage.text[start:end]` came from."""
        if passage.places:
            starts, ends = passage.places
            start = starts[min(start, len(starts) - 1)]
            end = ends[end - 1] if end else start
        elif not passage.taken_out:
            start, end = self._back(passage.start + start, 1), self._back(passage.start + end, -1)
        else:
            start, end = passage.start + start, passage.start + end
        return self.evidence_at(start, max(start, end), says)

    def head(self) -> tuple[int, int]:
        """Give the place in O from the headline to the first words of the text: what stands there is the article's own."""
        first, second = self.lines[0], self.lines[min(1, len(self.lines) - 1)]
        return self.evidence(first, 0, 0, "title").start, self.evidence(second, 0, 0, "title").start

    @cached_property
    def end(self) -> int:
        """The place in O behind the text's last word; `evidence` of nothing at the end would take in all that was cut off there."""
        last = self.lines[-1]
        return self.evidence(last, 0, len(last.text), "title").end

    def evidence_at(self, start: int, end: int, says: str) -> Evidence:
        """Quote a place of O."""
        return Evidence(start=start, end=end, quote=self.original[start:end], says=says)


def without_comments(text: str) -> str:
    """Put spaces in place of the comments of a page, which nobody sees; every position stays."""
    if "<!--" not in text:
        return text
    pieces = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += [text[at:start], " " * (end + 3 - start)]
        at = end + 3
    return "".join(pieces) + text[at:]


def _outer_pieces(text: str) -> Iterator[re.Match[str]]:
    """Yield the pieces that begin near the text's beginning, then those of the rest that end near its end."""
    at = 0
    for m in PIECE.finditer(text):
        if m.start() >= NEAR:
            break
        yield m
        at = m.end()
    yield from PIECE.finditer(text, max(at, text.rfind(">", 0, max(0, len(text) - ABOVE)) + 1))


def _lines(text: str) -> Iterator[Passage]:
    at = 0
    folded = fold_dates(text)
    for line in text.split("\n"):
        yield Passage(line, at, folded[at : at + len(line)])
        at += len(line) + 1
