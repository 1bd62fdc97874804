"""
The table that goes to a spreadsheet and comes back: CSV for any program, XLSX where openpyxl is installed.

CSV has a byte order mark, without which Excel reads Arabic as signs, and its cells are kept from being run as formulas. In XLSX every cell
is text, so that no program turns a date into another one. What comes back may be in any encoding and with any separator.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from warraq.archive.damage import why_damaged
from warraq.archive.original import LARGEST_FILE
from warraq.archive.problem import Problem
from warraq.language import message

from .decoded import NoSheetError, decoded
from .spreadsheet import guarded, unguarded

XLSX, TSV = ".xlsx", ".tsv"
ENDINGS = (".csv", TSV, ".txt")
SEPARATORS = (",", ";", "\t")
LARGEST_UNPACKED = 20 * LARGEST_FILE
"""Bytes of all parts of an XLSX file."""
WIDTHS = {"A": 20, "B": 20, "C": 60, "D": 12, "E": 24, "F": 40, "G": 24, "H": 40}
"""Of the columns of XLSX, in letters."""
MARKS = "K"
"""The column that nobody edits."""
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z0-9:]+)"')
LONGEST_TAG = 200
"""Bytes of a tag that two pieces of a file may have parted."""
MOST_ROWS, MOST_COLUMNS = 200_000, 64
NEEDS_OPENPYXL = message(
    "XLSX needs the package openpyxl, which is not installed. Install it: {command}; or name a file that ends in .csv.",
    command="python3 -m pip install openpyxl defusedxml",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a table, each with its line; the first holds the headings."""

    path: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    is_of_old_program: bool = False
    """It was saved in an encoding of one alphabet, which may have lost letters."""


def demand_name(file: Path) -> None:
    """Pass a name that a table may be written under; a NoSheetError says what is wrong with it."""
    if file.suffix.lower() not in (*ENDINGS, XLSX):
        raise NoSheetError(message("A table is a file that ends in .csv or .xlsx."))


def sheet_data(file: Path, rows: Iterable[Sequence[str]], separator: str, *, right_to_left: bool) -> bytes:
    """Give the bytes of a table; the ending of `file` says of which kind. A NoSheetError where openpyxl is not installed."""
    if file.suffix.lower() == XLSX:
        return _xlsx(rows, right_to_left=right_to_left)
    text = io.StringIO(newline="")
    separator = "\t" if file.suffix.lower() == TSV else separator
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows([guarded(c) for c in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: Iterable[Sequence[str]], *, right_to_left: bool) -> bytes:
    openpyxl = _openpyxl()
    from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]  # openpyxl has no types

    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("archive")
    page.sheet_view.rightToLeft = right_to_left
    page.freeze_panes = "B2"
    for column, width in WIDTHS.items():
        page.column_dimensions[column].width = width
    page.column_dimensions[MARKS].hidden = True
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(page, value=None)
            # Set by hand: openpyxl takes a text that begins with = for a formula, and a spreadsheet a date for a date.
            cell._value, cell.data_type, cell.number_format = value, "s", "@"  # noqa: SLF001 - as its documentation has it for texts
            cells.append(cell)
        page.append(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read_sheet(file: Path) -> Sheet:
    """Read a table of any encoding and separator; a NoSheetError says what is wrong with it."""
    if file.stat().st_size > LARGEST_FILE:
        raise NoSheetError(message("The file is larger than {number} MB.", number=LARGEST_FILE // 1_000_000))
    if file.suffix.lower() == XLSX:
        return Sheet(file.name, tuple(_filled(_xlsx_rows(file))))
    data = file.read_bytes()
    if data.startswith(b"PK\x03\x04"):
        raise NoSheetError(message("This is no CSV file. Save the table as CSV (UTF-8) or as .xlsx."))
    text, is_of_old_program = decoded(data)
    head = text.partition("\n")[0]
    if head.lower().startswith("sep=") and len(head.strip()) == 5:  # a line that Excel alone reads
        separator, text, first = head[4], text.partition("\n")[2], 1
    else:
        separator, first = max(SEPARATORS, key=head.count), 0
    return Sheet(file.name, tuple(_filled(_csv_rows(text, separator, first))), is_of_old_program)


def _csv_rows(text: str, separator: str, first: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    others = csv.field_size_limit(LARGEST_FILE)  # of the whole process
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for row in rows:
            yield first + line, tuple(unguarded(cell) for cell in row)
            line = rows.line_num + 1
    except csv.Error as error:  # a quotation mark that nothing closes makes one cell of all that follows
        what = message("The table can't be read from here on: {reason}.", reason=why_damaged(error))
        raise NoSheetError(what, first + line) from None
    finally:
        csv.field_size_limit(others)


def _xlsx_rows(file: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    openpyxl = _openpyxl()
    merged = ""
    try:
        with zipfile.ZipFile(file) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        if unpacked <= LARGEST_UNPACKED:
            page = openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets[0]
            merged = _merged(file, page._worksheet_path)  # noqa: SLF001 - who reads row by row is told of no merged cells
            rows = () if merged else page.iter_rows(max_col=MOST_COLUMNS, values_only=True)
            for number, row in enumerate(rows, 1):
                yield number, tuple(_text(value) for value in row)
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:  # of the disk; openpyxl has some of its own
            raise
        raise NoSheetError(
            message("This is no XLSX file that can be read. Save the table anew as .xlsx or as CSV.")
        ) from None
    if merged:
        what = message(
            "Cells are merged ({place}), so that all but the first of them are empty. Undo that, and fill each.",
            place=merged,
        )
        raise NoSheetError(what)
    if unpacked > LARGEST_UNPACKED:
        raise NoSheetError(message("The file holds more than {number} MB.", number=LARGEST_UNPACKED // 1_000_000))


def _merged(file: Path, sheet: str) -> str:
    """Give the place of the first merged cells of a sheet, such as `B2:B3`; empty where there are none."""
    kept = b""
    with zipfile.ZipFile(file) as parts, parts.open(sheet.lstrip("/")) as data:
        while piece := data.read(1 << 20):
            if found := MERGED.search(kept + piece):
                return found[1].decode()
            kept = piece[-LONGEST_TAG:]
    return ""


def _text(value: object) -> str:
    """Give a cell as a person reads it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return "" if value is None else str(value)


def _filled(rows: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Pass on the rows that have a cell with something in it."""
    for number, (line, row) in enumerate(rows):
        if number > MOST_ROWS:
            raise NoSheetError(message("The table has more than {number} rows.", number=MOST_ROWS))
        if any(cell.strip() for cell in row):
            yield line, row


def _openpyxl() -> Any:
    try:
        import openpyxl  # type: ignore[import-untyped]  # it has no types
    except ImportError:
        raise NoSheetError(NEEDS_OPENPYXL) from None
    return openpyxl


def problem_of_sheet(path: str, error: NoSheetError) -> Problem:
    """Give the problem of a table that can't be read."""
    return Problem(path, error.line, 0, "", error.what, message("Nothing was changed."))
