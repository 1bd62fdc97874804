"""
Which lines of D are the cells of a table.

The tables are those of O, followed through the changes. The lines where a table stood have to be as many as its cells that say something,
or as those of which something is left: then each is the next cell. Else the lines stay lines, and none of them is a heading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from warraq.archive.change import Change

from ..changes import position_map, undo
from ..document import Place
from ..html_tags.tables import Cell, Table, data_tables

RULE = "table-cells"
IN_LINES = "table-in-lines"
"""The doubt of a table that can't be written."""


class Tables(NamedTuple):
    """The tables of a text, and those that could not be kept."""

    cells: dict[int, Place | None]
    """The cells' places by where their lines begin in D; None for a line of a table that could not be kept."""
    failed: tuple[tuple[int, int], ...]
    """Places in O."""


def tables(text: str, changes: Sequence[Change], first: int) -> Tables:
    """Find the cells among the lines of D from the place `first` on; `changes` are those from O to D."""
    cells: dict[int, Place | None] = {}
    failed: list[tuple[int, int]] = []
    if not any(RULE in c.rules for c in changes):
        return Tables(cells, ())
    follow = position_map(changes)
    before: Place | None = None
    for table in data_tables(undo(text, changes)):
        said = [c for c in table.cells if c.said]
        left = [(c, follow(c.start, 1), follow(c.end, -1)) for c in said]
        lines = list(_lines(text, follow, said))
        kept = said if len(lines) == len(said) else [c for c, start, end in left if start < end]
        fits = len(lines) == len(kept) > 1 and lines[0] >= first and _are_in(kept, left, [*lines, len(text) + 1])
        if fits and table.is_writable:
            places = _places(table, said, kept, before)
            before = places[-1]
            cells.update(zip(lines, places, strict=True))
        elif any(start < end for _, start, end in left):  # else it was taken out with the page around it
            cells.update(dict.fromkeys(line for line in lines if line >= first))
            if table.is_writable:
                failed.append((said[0].start, said[0].end))
    return Tables(cells, tuple(failed))


def _lines(text: str, follow: Callable[[int, int], int], said: Sequence[Cell]) -> Iterator[int]:
    """Give the beginnings of the lines between the places of the first and the last cell."""
    start, end = follow(said[0].start, -1), follow(said[-1].end, 1)
    if text[start : start + 1] == "\n":
        start += 1
    elif start and text[start - 1] != "\n":
        return
    if end < len(text) and text[end] != "\n":
        end = text.rfind("\n", start, end)
    while start < end:
        yield start
        start = (text.find("\n", start, end) + 1) or end


def _are_in(kept: Sequence[Cell], left: Sequence[tuple[Cell, int, int]], lines: Sequence[int]) -> bool:
    """Say whether what is left of each cell stands in its line."""
    places = {id(c): (start, end) for c, start, end in left}
    return all(
        (place := places[id(cell)])[0] >= place[1] or begun <= place[0] < place[1] < following
        for cell, (begun, following) in zip(kept, pairwise(lines), strict=True)
    )


def _places(table: Table, said: Sequence[Cell], kept: Sequence[Cell], before: Place | None) -> list[Place]:
    """Give the cells their places, without rows and columns that are empty all through; the first row is the head's."""
    rows = {row: n for n, row in enumerate(dict.fromkeys(c.row for c in said))}
    columns = {column: n for n, column in enumerate(sorted({c.column for c in said}))}
    headless = not table.has_head
    if before and Place(rows[kept[0].row] + headless, columns[kept[0].column]) > before:
        headless = False  # it would be read as more rows of the table before it
    return [Place(rows[c.row] + headless, columns[c.column]) for c in kept]
