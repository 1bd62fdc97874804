"""
The original and the article side by side, line by line of the original.

The column of the original holds every letter of it, white space and line ends too, and nothing else; what was taken out and what
was put in is marked on both sides. Which piece of the article belongs to a line is composed, like every position here: the
article's text is cut where the line's ends went.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from warraq.archive.change import Change
from warraq.edition.edition import Edition
from warraq.edition.position_map import PositionMap
from warraq.edition.repairs import reason
from warraq.edition.word_diff import EDITOR

from . import addresses
from .invisibles import INVISIBLE, INVISIBLE_IN_CHANGE, mark_invisibles
from .items import item
from .markup import left_to_right_runs
from .page import Library, Page
from .provenance import original_address

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the original, and what became of it."""

    number: int
    """From 1."""
    before: str
    """HTML; its text is the line of the original with its line end."""
    after: str
    """HTML; the texts of all rows together are T."""
    changed: bool
    gone: bool
    """Nothing of the line is in the article."""


def compare(library: Library) -> Iterator[Page]:
    """Yield the compare page of every article that was made of an original."""
    site = library.archive.site
    for edition in library.editions:
        if edition.original is not None and edition.record is not None:
            yield Page(
                addresses.article(edition.article.slug) + "compare/",
                "compare.html",
                {
                    "item": item(edition, site),
                    "original": original_address(edition),
                    "rows": tuple(rows(edition, site.language)),
                },
            )


def rows(edition: Edition, language: str) -> Iterator[Row]:
    """Cut both texts into rows; reasons are said in `language`."""
    assert edition.original is not None
    original, changes = edition.original.text, edition.changes
    positions = PositionMap(changes)
    befores = [ChangedSpan(c.start, c.end, c) for c in changes]
    afters = [
        ChangedSpan(c.start + shift, c.start + shift + len(c.after), c)
        for c, shift in zip(changes, positions.shifts, strict=False)
    ]
    start = there = 0
    lines = LINE.findall(original) or [""]
    for number, line in enumerate(lines, 1):
        end = start + len(line)
        until = max(there, positions.position(end, -1)) if number < len(lines) else len(edition.text)
        # A line end that was put in belongs to the words before it: by itself it would stand as an empty line.
        while there < until < len(edition.text) and edition.text[until] == "\n":
            until += 1
        before = list(_spans_within(befores, start, end))
        after = list(_spans_within(afters, there, until))
        yield Row(
            number,
            _column(original, start, end, before, "del", language),
            _column(edition.text, there, until, after, "ins", language),
            bool(before or after),
            there == until,
        )
        start, there = end, until


@dataclass(frozen=True, slots=True)
class ChangedSpan:
    """Where a change stands in one of the two texts."""

    start: int
    end: int
    change: Change


def _spans_within(pieces: Sequence[ChangedSpan], start: int, end: int) -> Iterator[ChangedSpan]:
    """The pieces that have letters in [start, end), cut to it."""
    first = bisect_right(pieces, start, key=lambda p: p.end)
    for piece in pieces[first:]:
        if piece.start >= end:
            return
        if piece.start < piece.end:
            yield ChangedSpan(max(piece.start, start), min(piece.end, end), piece.change)


def _column(text: str, start: int, end: int, pieces: Sequence[ChangedSpan], tag: str, language: str) -> str:
    """Write a stretch of a text with its pieces marked; markup keeps its own direction, where the text runs the other way."""
    out: list[str] = []
    at = start
    for left, right in [*left_to_right_runs(text, start, end), (end, end)]:
        out.append(_marked(text, at, left, [*_spans_within(pieces, at, left)], tag, language))
        if left < right:
            run = _marked(text, left, right, [*_spans_within(pieces, left, right)], tag, language)
            out.append(f'<bdi dir="ltr">{run}</bdi>')
        at = right
    return f'<span class="text">{"".join(out)}</span>'


def _marked(text: str, start: int, end: int, pieces: Sequence[ChangedSpan], tag: str, language: str) -> str:
    """Write a stretch of a text with its pieces marked."""
    out: list[str] = []
    at = start
    for piece in pieces:
        out.append(mark_invisibles(text[at : piece.start], INVISIBLE))
        by = piece.change.rules
        why = " — ".join(dict.fromkeys(reason(rule).text(language) for rule in by if rule != EDITOR))
        editor = ' class="by-editor"' if EDITOR in by else ""
        title = f' title="{escape(why)}"' if why else ""
        out.append(
            f"<{tag}{editor}{title}>{mark_invisibles(text[piece.start : piece.end], INVISIBLE_IN_CHANGE)}</{tag}>"
        )
        at = piece.end
    out.append(mark_invisibles(text[at:end], INVISIBLE))
    return "".join(out)
