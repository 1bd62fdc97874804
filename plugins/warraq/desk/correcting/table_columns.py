"""The rows of a table that came back: which column is what, and which values each row states of which article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warraq.archive.did_you_mean import did_you_mean
from warraq.archive.problem import Problem
from warraq.language import Message, message

from .exporting import EXPORTED, EXPORTED_IN_ARABIC, marks_in
from .fields import FIELDS, KEYS_IN_ARABIC, field_named
from .sheet import Sheet

KEYS = ("file", "slug", "url")
"""Columns by which an article is found, in this order."""
NAMES = {
    "file": "file",
    "filename": "file",
    "slug": "slug",
    EXPORTED: EXPORTED,
    EXPORTED_IN_ARABIC: EXPORTED,
    **{arabic: key for key, arabic in KEYS_IN_ARABIC.items()},
}
OWN = "#"
"""A heading that begins with it is a column of the editor's own."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """What a row states."""

    line: int
    keys: Mapping[str, str]
    """What names the article: file, slug, url."""
    cells: Mapping[str, str]
    """By field."""
    marks: Mapping[str, str] | None
    """Of the values that were exported; None in a table that was not exported."""


def table_rows_in(sheet: Sheet) -> tuple[list[TableRow], list[Problem]]:
    """Read the rows of a table; all problems of its headings and its marks."""
    if not sheet.rows:
        return [], [_problem(sheet, 1, message("The table is empty."), message("Name another file."))]
    line, headings = sheet.rows[0]
    columns, problems = _columns(sheet, line, headings)
    if not problems and not set(KEYS) & set(columns):
        what = message("No column says which article a row speaks of.")
        problems.append(_problem(sheet, line, what, message("Call one of them file, slug or url.")))
    rows: list[TableRow] = []
    for at, row in () if problems else sheet.rows[1:]:
        if any(cell.strip() for cell in row[len(columns) :]):
            problems.append(_problem(sheet, at, *too_many_cells(len(columns))))
            continue
        values = {column: cell for column, cell in zip(columns, row, strict=False) if column}
        marks = None
        if EXPORTED in columns:
            marks = marks_in(values.get(EXPORTED, ""))
            if marks is None:
                what = message("The cell “{column}” is not as it was exported.", column=EXPORTED)
                problems.append(_problem(sheet, at, what, message("Export the table anew, or copy the cell from it.")))
                continue
        keys = {key: values[key].strip() for key in KEYS if values.get(key, "").strip()}
        rows.append(TableRow(at, keys, {f: values[f] for f in FIELDS if f in values}, marks))
    return rows, problems


def too_many_cells(headings: int) -> tuple[Message, Message]:
    """Say that a row has more cells than there are headings: a comma within a value has parted it, and the rest would be lost."""
    return (
        message("The row has more cells than the table has headings ({number}).", number=headings),
        message("Put a value that has the separator in it into quotation marks."),
    )


def _columns(sheet: Sheet, line: int, headings: Sequence[str]) -> tuple[list[str], list[Problem]]:
    columns: list[str] = []
    problems: list[Problem] = []
    for heading in headings:
        name = " ".join(heading.split())
        column = "" if not name or name.startswith(OWN) else NAMES.get(name.casefold()) or field_named(name)
        if column is None:
            known = (*NAMES, *FIELDS)
            own = message("A column of your own begins with #.")
            what = message("No field is called “{heading}”.", heading=name)
            problems.append(_problem(sheet, line, what, did_you_mean(name.casefold(), known, own)))
        elif column and column in columns:
            what = message("The column “{column}” stands twice.", column=column)
            problems.append(_problem(sheet, line, what, message("Take one of them out.")))
        columns.append(column or "")
    return columns, problems


def _problem(sheet: Sheet, line: int, what: Message, todo: Message) -> Problem:
    return Problem(sheet.path, line, 0, "", what, todo)
