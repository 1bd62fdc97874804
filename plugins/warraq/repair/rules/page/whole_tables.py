"""
The tables of a page's article, which are kept whole.

A block of digits alone is furniture elsewhere, a counter or the number of a page; in a table it is what the table says. Tables count that
stand between the article's paragraphs, or beside them in the same container.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import count, islice, takewhile

from ...html_tags.tables import Table, data_tables
from .scanned import Element, ScannedPage, TextBlock

NEAR = 3
"""Containers around a table, made for scrolling or for its caption, within the one that holds the article's paragraphs."""
Span = tuple[int, int]


def with_tables(text: str, page: ScannedPage, blocks: Sequence[TextBlock], spans: Sequence[Span]) -> list[Span]:
    """Give the places of the article's parts with its tables whole, and without those that are lists of links."""
    elements = {e.start: e for e in page.elements if e.name == "table"}
    found = [t for t in data_tables(text) if spans[0][0] <= t.start in elements]
    if not found:
        return list(spans)
    links = [t for t in found if _is_list_of_links(t, page)]
    skipped = {id(t) for t in links}
    tables = [t for t in found if id(t) not in skipped and _is_articles(t, elements[t.start], blocks)]
    starts = [t.start for t in links]
    left = [s for s in spans if not (n := bisect_right(starts, s[0])) or s[1] > links[n - 1].end]
    spans = left or spans
    merged: list[Span] = []
    for start, end in sorted([*spans, *((t.start, t.end) for t in tables)]):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _is_list_of_links(table: Table, page: ScannedPage) -> bool:
    """Say whether most letters of a table lead elsewhere, and it has hardly a figure."""
    begun = islice(page.blocks, bisect_left(page.blocks, table.start, key=_start), None)
    inside = list(takewhile(lambda b: b.start < table.end, begun))
    figures = sum(any(c.isdigit() for c in cell.said) for cell in table.cells)
    return sum(b.linked for b in inside) * 2 > sum(b.letters for b in inside) and figures * 3 < len(table.cells)


def _is_articles(table: Table, element: Element, blocks: Sequence[TextBlock]) -> bool:
    """Say whether a table is the article's, by its place."""
    first, last = blocks[0].start, blocks[-1].start
    holders = {id(b.inside.parent if b.tag == "p" else b.inside) for b in blocks}
    is_beside = first < table.start < last
    around: Element | None = element
    for distance in count():
        if around is None or (around.start <= first and last < around.end):
            return is_beside or (around is not None and distance <= NEAR + 1 and id(around) in holders)
        if around.is_aside:
            return False
        is_beside = is_beside or (0 < distance <= NEAR + 1 and id(around) in holders)
        around = around.parent
    return False


def _start(block: TextBlock) -> int:
    return block.start
