"""
Which values an edited table changes: those that are not what was exported, of articles that still are.

Three values are compared: that of the table, that of the article now, and that which was exported, of which the table has a mark. What only
the table changed is taken; what only the article changed stays; where both changed to different things the editor is asked. A table that was
not exported has no marks: each of its cells with something in it is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Problem, WrongValueError
from warraq.language import Message, message

from .articles import ArticleIndex, Articles, CorrectableArticle
from .fields import cell_of, understood
from .named_article import article_named
from .sheet import Sheet
from .spreadsheet import error_of, guarded, is_error, is_garbled, is_rewritten, mark_of, readings
from .table_columns import TableRow, table_rows_in
from .taken_cells import TakenCell

Earlier = Callable[[], set[tuple[str, TakenCell]]]


class OnConflict(StrEnum):
    """What becomes of a value that both the table and the article changed."""

    STOP = "stop"
    """Nothing at all is written."""
    KEEP = "keep"
    """The article's stays."""
    TAKE = "take"
    """The table's is taken."""


@dataclass(slots=True)
class Update:
    """What a table asks for."""

    values: dict[str, dict[str, str]] = field(default_factory=dict)
    """New values by the path of the article."""
    lines: dict[str, int] = field(default_factory=dict)
    """Of the table, by the path of the article."""
    taken: dict[str, list[TakenCell]] = field(default_factory=dict)
    """The cells that change, by the path of the article."""
    conflicts: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)
    """Paths of the articles of which the table says something wrong, or which the editor has to decide on."""
    rewritten: int = 0
    """Cells that a spreadsheet program wrote otherwise, and nobody changed."""
    order: str = ""
    """Of day, month and year, as the table writes days that nobody touched; empty where it does not show."""


def update_from(sheet: Sheet, articles: Articles, earlier: Earlier, on_conflict: OnConflict) -> Update:
    """Compare a table with the archive; `earlier` gives the cells that were taken from tables before."""
    rows, problems = table_rows_in(sheet)
    update = Update(problems=problems)
    index = ArticleIndex(articles)
    found: list[tuple[TableRow, CorrectableArticle]] = []
    for row in rows:
        try:
            this = article_named(row, index, articles)
        except WrongValueError as error:
            update.problems.append(Problem(sheet.path, row.line, 0, "", error.what, error.todo))
            continue
        if first := update.lines.get(this.path):
            what = message("The table speaks of {path} twice; line {line} does too.", path=this.path, line=first)
            update.problems.append(Problem(sheet.path, row.line, 0, "", what, message("Keep one of the rows.")))
            update.wrong.add(this.path)
            continue
        update.lines[this.path] = row.line
        found.append((row, this))
    update.order = _order_of(found)
    reader = _Reader(sheet, update, cache(earlier), on_conflict)
    for row, this in found:
        reader.read(row, this)
    return update


def _order_of(found: Sequence[tuple[TableRow, CorrectableArticle]]) -> str:
    """Give the order in which a table writes days that nobody touched, if it is one."""
    orders: set[str] = set()
    for row, _ in found:
        cell, mark = row.cells.get("date", ""), (row.marks or {}).get("date")
        if cell and mark and mark_of("date", cell) != mark:
            of_row = {order for order, day in readings(cell) if mark_of("date", day) == mark}
            if len(of_row) == 1:
                orders |= of_row
    return orders.pop() if len(orders) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Reader:
    sheet: Sheet
    update: Update
    earlier: Earlier
    """Asked only where there may be a conflict."""
    on_conflict: OnConflict

    def read(self, row: TableRow, this: CorrectableArticle) -> None:
        """Add what a row changes."""
        values: dict[str, str] = {}
        for name, cell in row.cells.items():
            if name == "url" and row.marks is None and not {"file", "slug"} & set(row.keys):
                continue  # it says which article is meant
            try:
                value = self._new_value(row, this, name, cell)
            except WrongValueError as error:
                self._wrong(this, Problem(self.sheet.path, row.line, 0, name, error.what, error.todo))
                continue
            except Exception as error:  # noqa: BLE001 - the boundary round one cell
                self._wrong(this, replace(our_mistake(self.sheet.path, error), line=row.line, field=name))
                continue
            if value is not None:
                values[name] = value
        if values:
            self.update.values[this.path] = values

    def _wrong(self, this: CorrectableArticle, problem: Problem) -> None:
        self.update.problems.append(problem)
        self.update.wrong.add(this.path)

    def _new_value(self, row: TableRow, this: CorrectableArticle, name: str, cell: str) -> str | None:
        """Give the value that a cell asks for; None where it asks for none."""
        present, mark = cell_of(this.article, name), row.marks.get(name) if row.marks else None
        if cell == present or self._is_untouched(name, cell, present, mark):
            return None
        value = self._understood(name, cell)
        if value in (present, understood(name, present)) or mark == mark_of(name, value):
            return None
        if mark is None:
            return value
        now = mark_of(name, present)
        if mark == now or (this.path, TakenCell(name, mark, now)) in self.earlier():
            return self._taken(this, name, mark, value)
        return self._decided(row, this, name, mark, (value, present))

    def _is_untouched(self, name: str, cell: str, present: str, mark: str | None) -> bool:
        """Tell whether nobody wrote a cell; a WrongValueError where a program broke its letters."""
        if is_garbled(cell, present):
            raise WrongValueError(
                message(
                    "The table was saved in an encoding that lost letters: “{cell}” was “{value}”.",
                    cell=cell,
                    value=present,
                ),
                message("Save it anew as CSV UTF-8, or as .xlsx."),
            )
        if mark is None:
            return not cell.strip()
        # An .xlsx that was saved as CSV has values without our apostrophe: what begins with one of its own has lost it.
        if mark in (mark_of(name, cell), mark_of(name, guarded(cell))):
            return True
        is_program = is_rewritten(name, cell, present, lambda value: mark_of(name, value) == mark)
        self.update.rewritten += is_program
        return is_program

    def _understood(self, name: str, cell: str) -> str:
        if is_error(cell):
            raise error_of(cell)
        if name == "date" and self.update.order:
            days = [day for order, day in readings(cell) if order == self.update.order and day.count("-") == 2]
            if days:
                return days[0]
        return understood(name, cell)

    def _taken(self, this: CorrectableArticle, name: str, mark: str, value: str) -> str:
        cell = TakenCell(name, mark, mark_of(name, value))
        self.update.taken.setdefault(this.path, []).append(cell)
        return value

    def _decided(
        self, row: TableRow, this: CorrectableArticle, name: str, mark: str, values: tuple[str, str]
    ) -> str | None:
        """Decide on a value that both changed."""
        what = message(
            "The article changed since the export: {path} has “{present}”, the table “{value}”.",
            path=this.path,
            present=values[1],
            value=values[0],
        )
        self.update.conflicts.append(Problem(self.sheet.path, row.line, 0, name, what, _TODO[self.on_conflict]))
        if self.on_conflict is OnConflict.STOP:
            self.update.wrong.add(this.path)
        return self._taken(this, name, mark, values[0]) if self.on_conflict is OnConflict.TAKE else None


_TODO: Mapping[OnConflict, Message] = {
    OnConflict.STOP: message("Write one of the two into the table or the article, or add --conflicts keep, or take."),
    OnConflict.KEEP: message("The article's stays."),
    OnConflict.TAKE: message("The table's is taken."),
}
