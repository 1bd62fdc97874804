"""
The tables of a page or a piece of HTML that say something as tables.

Old pages are laid out in tables: one that holds another table, or has a single row or column, sets text side by side and is none. A row or a
cell that is never closed ends where the next begins, as in any browser. Cells that reach over several columns or rows keep the first
place, and the others stay empty: nothing is said twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..late import late
from .elements import HEADINGS
from .references import unescape
from .tags import ANY_TAG, Attribute, Extent, Tag, attributes, find_tags

MOST_COLUMNS = 40
MOST_CELLS = 4_000
LONGEST_CELL = 400
"""Code points of a cell's text; a longer one is a text that was laid out."""
LAYOUT = frozenset({"presentation", "none"})
"""Values of `role` that say that a table is none."""
TELLING = frozenset({"table", "tr", "td", "th", "form", "input", "textarea"}) | HEADINGS
LONGEST_CONTENT = 8_000
"""Code points of a cell with its tags; a longer one is taken for a long text."""
CODE = late(r"<!--|<script\b|<style\b", re.IGNORECASE)
CODE_END = {
    "<!--": re.compile("-->"),
    "<script": re.compile(r"</script\s*>", re.IGNORECASE),
    "<style": re.compile(r"</style\s*>", re.IGNORECASE),
}
DIGIT = late(r"\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its content's place in the text, and its own in the table."""

    start: int
    end: int
    row: int
    column: int
    is_heading: bool
    said: str
    """Its words: without tags and entities, and without white space at its ends."""


@dataclass(slots=True)
class Table:
    """A table of two rows and two columns at least."""

    start: int
    """Of its opening tag."""
    end: int = -1
    """Behind its closing tag."""
    cells: list[Cell] = field(default_factory=list)
    is_layout: bool = False

    @property
    def is_writable(self) -> bool:
        """Whether it can be written as rows of short cells."""
        return (
            len(self.cells) <= MOST_CELLS
            and max(c.column for c in self.cells) < MOST_COLUMNS
            and all(len(c.said) <= LONGEST_CELL for c in self.cells)
        )

    @property
    def has_head(self) -> bool:
        """Whether its first row says what the columns are: by its tags, or because figures stand below words."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            if cell.said:
                rows.setdefault(cell.row, []).append(cell)
        first, *others = rows.values()
        if any(c.is_heading for c in self.cells):
            return all(c.is_heading for c in first)
        below = [c for row in others for c in row]
        figures = sum(bool(DIGIT.search(c.said)) for c in below)
        return len(first) > 1 and len(others) > 1 and figures * 3 >= len(below) and not any(map(_has_digit, first))


def _has_digit(cell: Cell) -> bool:
    return bool(DIGIT.search(cell.said))


def data_tables(text: str) -> list[Table]:
    """Give the tables that say something as tables, in their order; those that can't be written too."""
    if "<table" not in text and "<TABLE" not in text:
        return []
    return [table for table in _tables(_without_code(text)) if _says_something(table)]


def _without_code(text: str) -> str:
    """Put spaces in place of comments, scripts and styles, so that every position stays; of one that never ends nothing goes."""
    pieces: list[str] = []
    at = 0
    unended: set[str] = set()
    while opening := CODE.search(text, at):
        kind = opening[0].lower()
        end = None if kind in unended else CODE_END[kind].search(text, opening.end())
        if end is None:
            unended.add(kind)
        stop = end.end() if end else opening.end()
        pieces += text[at : opening.start()], " " * (stop - opening.start())
        at = stop
    return "".join([*pieces, text[at:]])


def _says_something(table: Table) -> bool:
    said = [c for c in table.cells if c.said]
    if table.is_layout or len({c.row for c in said}) < 2 or len({c.column for c in said}) < 2:
        return False
    long = sum(len(c.said) > LONGEST_CELL for c in said)
    return long == 0 or (long * 8 <= len(said) and any(map(_has_digit, said)))


def _tables(text: str) -> Iterator[Table]:
    """Yield the tables that are closed and hold no other, each when it ends."""
    reader: _Reader | None = None
    for tag in find_tags(text, TELLING, Extent.QUOTED, whole_name=True):
        if tag.name == "table" and not tag.closing:
            reader = _Reader(text, tag)  # what held it is layout, and forgotten
        elif tag.name == "table":
            if reader:
                yield reader.finish(tag)
            reader = None
        elif reader:
            reader.take(tag)


class _Reader:
    """One table that is being read."""

    def __init__(self, text: str, tag: Tag) -> None:
        self.text = text
        self.table = Table(tag.start)
        role = attributes(text, tag).get("role")
        self.table.is_layout = role is not None and text[role.start : role.end].strip().lower() in LAYOUT
        self.row = -1
        self.open: tuple[int, int, int, bool] | None = None
        """Content's start, row, column, whether it is a heading."""
        self.column = 0
        self.taken: dict[int, int] = {}
        """Columns that a cell of an earlier row reaches into, with the first row that is free again."""

    def take(self, tag: Tag) -> None:
        """Go on behind a tag."""
        if tag.name == "tr":
            self._end_cell(tag.start)
            if not tag.closing:
                self.row += 1
                self.column = 0
        elif tag.name in ("td", "th"):
            self._end_cell(tag.start)
            if not tag.closing:
                self._begin_cell(tag)
        else:
            self.table.is_layout = True

    def finish(self, tag: Tag) -> Table:
        """End the table with its closing tag."""
        self._end_cell(tag.start)
        self.table.end = tag.end
        return self.table

    def _begin_cell(self, tag: Tag) -> None:
        self.row = max(self.row, 0)
        while self.column < MOST_COLUMNS and self.taken.get(self.column, 0) > self.row:
            self.column += 1
        self.open = tag.end, self.row, self.column, tag.name == "th"
        places = attributes(self.text, tag) if tag.attributes_end > tag.attributes_start else {}
        across, down = (_number(self.text, places.get(name)) for name in ("colspan", "rowspan"))
        if down > 1 and self.column < MOST_COLUMNS:
            self.taken.update(dict.fromkeys(range(self.column, self.column + across), self.row + down))
        self.column += across

    def _end_cell(self, at: int) -> None:
        if self.open:
            start, row, column, is_heading = self.open
            self.open = None
            self.table.cells.append(Cell(start, at, row, column, is_heading, said(self.text[start:at])))


def _number(text: str, place: Attribute | None) -> int:
    """Read the value of a `colspan` or `rowspan`; 1 where it is none."""
    value = text[place.start : place.end].strip() if place else ""
    return min(max(int(value), 1), MOST_COLUMNS) if re.fullmatch("[0-9]{1,4}", value) else 1


def said(content: str) -> str:
    """Give the words of a cell's content as one line; empty where nothing is seen."""
    if len(content) > LONGEST_CONTENT:
        return content[: LONGEST_CELL + 1]
    words = " ".join(unescape(ANY_TAG.sub(" ", content)).split())
    return words if any(unicodedata.category(c)[0] not in "CZ" for c in words) else ""
