"""
The original and the article side by side, line by line of the original.

The column of the original holds every letter of it, white space and line ends too, and nothing else; deletions and insertions are
marked on both sides. What both have the same stands once, across both columns (`compare_parts.py`). The piece of the article that
belongs to a line is computed, like every position here: the article's text is divided at the places that the line's ends were mapped to.

What stood around the article on its page is no repair: each piece of it stands by itself below the rows, and a link in its place
leads there. Lines that hold nothing else have no row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from sys import maxsize
from typing import ClassVar

from warraq.archive.change import Change
from warraq.edition.edition import Edition
from warraq.edition.kept_captions import is_kept, kept_captions
from warraq.edition.position_map import PositionMap
from warraq.repair.naming import is_furniture

from . import addresses
from .article_facts import ArticleFacts
from .compare_column import ChangedSpan, Column, spans_beside
from .compare_parts import Part, Stretch, parts_of_line
from .items import Item, list_item
from .page import Library, Page
from .provenance import original_address
from .rights import WholeLibrary

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of what stood around the article on its page."""

    number: int
    """From 1."""
    line: int
    """The number of the row in which a link stands for it."""
    html: str
    """Its text is that of the original."""
    kept: bool = False
    """It is the caption of a picture, which stands in the article."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the original, beside its piece of the article."""

    number: int
    """From 1."""
    parts: tuple[Part, ...]
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(Page):
    """The values of `compare.html`."""

    template: ClassVar[str] = "compare.html"

    item: Item
    original: str
    """The address of the original."""
    withheld: bool
    """Words are withheld: both columns have a placeholder for them."""
    lines: int
    """Of the original."""
    rows: tuple[Row, ...]
    pieces: tuple[Piece, ...]
    taken_out: int
    """How many of the pieces the article does not have."""


def compare(library: WholeLibrary) -> Iterator[ComparePage]:
    """Yield the compare page of every article that was made of an original."""
    for edition, facts in zip(library.editions, library.all, strict=True):
        yield from compare_page(edition, facts, library)


def compare_page(edition: Edition, facts: ArticleFacts, library: Library) -> Iterator[ComparePage]:
    """Yield the compare page of an article, where it was made of an original."""
    site = library.archive.site
    if edition.original is not None and edition.record is not None:
        shown, pieces = side_by_side(edition, edition.original.text, site.language)
        yield ComparePage(
            addresses.article(edition.article.slug) + "compare/",
            item=list_item(facts, site),
            original=original_address(edition),
            withheld=bool(edition.article.withheld),
            lines=len(LINE.findall(edition.original.text)) or 1,
            rows=tuple(shown),
            pieces=tuple(pieces),
            taken_out=sum(not piece.kept for piece in pieces),
        )


def side_by_side(edition: Edition, original: str, language: str) -> tuple[list[Row], list[Piece]]:
    """Divide the original and the article into rows, and what stood around it into pieces; reasons are given in `language`."""
    changes = edition.changes
    positions = PositionMap(changes)
    around, captions = _pieces(edition), kept_captions(edition.sections)
    before = Column(original, list(spans_beside(changes, around)), "del", language, around)
    of_article = [
        ChangedSpan(c.start + shift, c.start + shift + len(c.after), c)
        for c, shift in zip(changes, positions.shifts, strict=False)
        if c.after.strip() or not is_furniture(c)
    ]
    after = Column(edition.text, of_article, "ins", language)
    rows: list[Row] = []
    pieces: list[Piece] = []
    start = there = at = 0
    lines = LINE.findall(original) or [""]
    for number, line in enumerate(lines, 1):
        end = start + len(line)
        until = max(there, positions.position(end, -1)) if number < len(lines) else len(edition.text)
        # A line end that was put in belongs to the words before it: by itself it would stand as an empty line.
        while there < until < len(edition.text) and edition.text[until] == "\n":
            until += 1
        inside = at > 0 and around[at - 1].end >= end and there == until
        while at < len(around) and around[at].start < end:
            piece = around[at]
            at += 1
            pieces.append(Piece(at, number, before.piece(piece.start, piece.end), is_kept(piece, captions)))
            inside = False
        if not inside:
            rows.append(
                Row(
                    number,
                    tuple(parts_of_line(Stretch(start, end, there, until), before, after, positions)),
                    changed=before.has_change(start, end) or after.has_change(there, until),
                )
            )
        start, there = end, until
    return rows, pieces


def _pieces(edition: Edition) -> list[Change]:
    """Give the changes of the record that took out what stood around the article, where no editor put it back."""
    whole = [(c.start, c.end) for c in edition.changes]
    made = edition.record.changes if edition.record else ()
    furniture = [c for c in made if is_furniture(c) and c.before]
    places = ((c, bisect_right(whole, (c.start, maxsize)) - 1) for c in furniture)
    return [c for c, n in places if n >= 0 and whole[n][1] >= c.end]
