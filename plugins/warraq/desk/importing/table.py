"""
The table that came with the files: the metadata that a librarian has of each, by file name or by address.

It is read as spreadsheets write it: UTF-8 or windows-1256, commas, semicolons or tabs, headings in English or Arabic. A row that
can't be understood, or fits several files, is reported with its line, and nothing is imported until it is mended: half a table is worse than none.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.archive.address_key import address_key
from warraq.archive.damage import why_damaged
from warraq.archive.did_you_mean import did_you_mean
from warraq.archive.front_matter_date import parse_date
from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Level, Problem, WrongValueError
from warraq.archive.shown_path import shown_path
from warraq.archive.stated_line import stated_line
from warraq.archive.values import check_address, check_language, check_words
from warraq.desk.correcting.decoded import NoSheetError, decoded
from warraq.desk.correcting.sheet import problem_of_sheet
from warraq.desk.correcting.spreadsheet import error_of, is_error
from warraq.desk.correcting.table_columns import too_many_cells
from warraq.language import listed, message

from .names_in_table import NamedFiles

if TYPE_CHECKING:
    from _csv import Reader  # what csv.reader gives has no public name

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "file": ("file", "filename", "file name", "name", "الملف", "اسم الملف"),
    "url": ("url", "address", "link", "الرابط", "العنوان الإلكتروني"),
    "title": ("title", "headline", "العنوان"),
    "date": ("date", "published", "التاريخ", "تاريخ النشر"),
    "source": ("source", "publisher", "agency", "المصدر", "الوكالة"),
    "author": ("author", "authors", "الكاتب", "المؤلف"),
    "lang": ("lang", "language", "اللغة"),
    "tags": ("tags", "keywords", "الوسوم", "الكلمات المفتاحية"),
    "summary": ("summary", "description", "الملخص"),
}
NAMES = {name: column for column, names in COLUMNS.items() for name in names}
OWN = "#"
"""A heading that begins with it is a column of the librarian's own, as in a table that `export` writes."""
UNKNOWN = "?"
"""Before the number of a column that has no known heading."""

MOST_NAMED = 5
"""Files that a message about one row names."""

Row = Mapping[str, str | tuple[str, ...]]


class WrongTableError(Exception):
    """A table of which rows can't be told apart, among these files: nothing was imported."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(str(problems[0]))
        self.problems = problems


@dataclass(frozen=True)
class MetadataTable:
    """The rows, and of which of the files that are imported each of them speaks."""

    path: str = ""
    lines: tuple[tuple[int, Row], ...] = ()
    """Every row with its line."""
    by_file: Mapping[str, int] = field(default_factory=dict)
    """Files by their names → the line of the row that names each."""
    by_url: Mapping[str, int] = field(default_factory=dict)
    """Addresses, as `address_key` gives them → the line of the row that names no file that there is."""
    at: Mapping[int, Row] = field(default_factory=dict)
    """Rows by their lines."""

    def for_files(self, names: Iterable[str]) -> tuple[MetadataTable, tuple[Problem, ...]]:
        """Find the file of each row; give an empty table and all problems where a row, or a file, can't be told from others."""
        by_file, by_url = dict[str, int](), dict[str, int]()
        problems: list[Problem] = []
        at, named = dict(self.lines), NamedFiles(names, (str(row.get("file", "")) for _, row in self.lines))
        for line, row in self.lines:
            name, url = str(row.get("file", "")), str(row.get("url", ""))
            found = named.of(name) if name else []
            if len(found) > 1:
                problems.append(_of_several(self.path, line, name, found))
            elif found:
                problems += self._added(by_file, found[0], line, at)
            elif url:
                problems += self._added(by_url, address_key(url), line, at)
        return (MetadataTable() if problems else replace(self, by_file=by_file, by_url=by_url, at=at)), tuple(problems)

    def _added(self, rows: dict[str, int], key: str, line: int, at: Mapping[int, Row]) -> Iterator[Problem]:
        """Let a row be that of a file or an address; of two rows that say the same the first one is."""
        first = rows.setdefault(key, line)
        if _said(at[first]) != _said(at[line]):
            what = message("The table speaks of {path} twice; line {line} does too.", path=shown_path(key), line=first)
            yield Problem(self.path, line, 0, "", what, message("Keep one of the rows."))

    def alone(self, name: str) -> MetadataTable:
        """Give the table with a file's own row only; it is sent to another process. Without one any row by address may be the file's."""
        if line := self.by_file.get(name):
            return MetadataTable(self.path, by_file={name: line}, at={line: self.at[line]})
        return self.by_address

    @cached_property
    def by_address(self) -> MetadataTable:
        """The table with the rows only that no file is named in."""
        return MetadataTable(self.path, by_url=self.by_url, at={line: self.at[line] for line in self.by_url.values()})

    def line_of(self, name: str, url: str | None) -> int:
        """Give the line of a file's row; 0 where the table has none."""
        return self.by_file.get(name) or self.by_url.get(address_key(url or ""), 0)

    def row(self, name: str, url: str | None) -> Row:
        """Find the row of a file; an empty one where the table has none."""
        return self.at.get(self.line_of(name, url), {})

    def rows_without_file(self, urls: Iterable[str]) -> Iterator[Problem]:
        """Yield a problem for each row that names none of the files, and none of these addresses."""
        named, addresses = set(self.by_file.values()), {address_key(url) for url in urls}
        todo = message("Correct it in the table. If its article has come in already, write what the row says into it.")
        for line, row in self.lines:
            name, url = str(row.get("file", "")), str(row.get("url", ""))
            if line in named or (url and address_key(url) in addresses):
                continue
            if name:
                what = message("No file is called “{name}”.", name=name)
            elif url:
                what = message("No file has the address {url}.", url=url)
            else:
                what = message("The row does not say which file it speaks of.")
            yield Problem(self.path, line, 0, "", what, todo, Level.WARNING)


def _said(row: Row) -> dict[str, str | tuple[str, ...]]:
    """Give what a row says of its file."""
    return {key: value for key, value in row.items() if key != "file"}


def _of_several(path: str, line: int, name: str, found: Sequence[str]) -> Problem:
    files = listed(map(shown_path, found), MOST_NAMED)
    what = message("Several files are called “{name}”: {files}.", name=name, files=files)
    todo = message("Write the path of the one that is meant.")
    if len({unicodedata.normalize("NFC", each) for each in found}) < len(found):
        todo = message("Some of these names are written with the same letters: give one of the files another name.")
    return Problem(path, line, 0, "file", what, todo)


def read_table(path: Path) -> tuple[MetadataTable, tuple[Problem, ...]]:
    """Read a CSV file: give the table and no problem, or an empty table and all problems of the file."""
    try:
        text, _ = decoded(path.read_bytes())
    except NoSheetError as error:
        return MetadataTable(), (problem_of_sheet(path.name, error),)
    first, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    problems: list[Problem] = []
    table = _cells(path.name, rows, problems)
    headings = next(table, [])
    is_cut = bool(problems)
    columns = [_column(path.name, n, heading, problems) for n, heading in enumerate(headings, 1)]
    if "file" not in columns and "url" not in columns and not is_cut:
        what = message("No column says which file a row speaks of.")
        problems.append(Problem(path.name, 1, 0, "", what, message("Call one of them file, or url.")))
    lines: list[tuple[int, Row]] = []
    for cells in table:
        if any(cell.strip() for cell in cells[len(columns) :]):
            problems.append(Problem(path.name, rows.line_num, 0, "", *too_many_cells(len(columns))))
        row = _row(path.name, rows.line_num, dict(zip(columns, cells, strict=False)), problems)
        if row:
            lines.append((rows.line_num, row))
    return (MetadataTable() if problems else MetadataTable(path.name, tuple(lines))), tuple(problems)


def _cells(path: str, rows: Reader, problems: list[Problem]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:  # a quotation mark that nothing closes makes one cell of all that follows
        what = message("The table can't be read from here on: {reason}.", reason=why_damaged(error))
        todo = message("Save it anew as CSV from your spreadsheet program.")
        problems.append(Problem(path, rows.line_num, 0, "", what, todo))


def _column(path: str, number: int, heading: str, problems: list[Problem]) -> str:
    name = " ".join(heading.split()).casefold()
    if name and name not in NAMES and not name.startswith(OWN):
        todo = did_you_mean(name, NAMES, message("A column of your own begins with #."))
        problems.append(
            Problem(path, 1, 0, "", message("No field is called “{heading}”.", heading=heading.strip()), todo)
        )
    return NAMES.get(name, f"{UNKNOWN}{number}")


def _row(path: str, line: int, cells: dict[str, str], problems: list[Problem]) -> dict[str, str | tuple[str, ...]]:
    row: dict[str, str | tuple[str, ...]] = {}
    for column, cell in cells.items():
        value = stated_line(unicodedata.normalize("NFC", cell))
        if not value or column.startswith(UNKNOWN):
            continue
        try:
            row[column] = _value(column, value)
        except WrongValueError as error:
            problems.append(Problem(path, line, 0, column, error.what, error.todo))
        except Exception as error:  # noqa: BLE001 - the boundary round one cell
            problems.append(replace(our_mistake(path, error), line=line, field=column))
    return row


def _value(column: str, value: str) -> str | tuple[str, ...]:
    if is_error(value):
        raise error_of(value)
    if column == "date":
        return str(parse_date(value))
    if column == "url":
        return check_address(value)
    if column == "lang":
        return check_language(value)
    if column in ("tags", "author"):
        return check_words(value)
    return value
