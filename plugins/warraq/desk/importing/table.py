"""
The table that came with the files: the metadata that a librarian has of each, by file name or by address.

It is read as spreadsheets write it: UTF-8 or windows-1256, commas, semicolons or tabs, headings in English or Arabic. A row that
can't be understood is reported with its line, and nothing is imported until it is mended: half a table is worse than none.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.archive.address_key import address_key
from warraq.archive.did_you_mean import did_you_mean
from warraq.archive.front_matter_date import parse_date
from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Level, Problem, WrongValueError
from warraq.archive.stated_line import stated_line
from warraq.archive.values import check_address, check_language, check_words
from warraq.language import message

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
UNKNOWN = "?"
"""Before the number of a column that has no known heading."""

Row = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class MetadataTable:
    """The rows, by the file names and the addresses that they are found with."""

    by_name: Mapping[str, Row] = field(default_factory=dict)
    by_url: Mapping[str, Row] = field(default_factory=dict)
    path: str = ""
    lines: tuple[tuple[int, Row], ...] = ()
    """Every row with its line."""

    def row(self, name: str, url: str | None) -> Row:
        """Find the row of a file; an empty one where the table has none."""
        names = (_key(name), _key(name.rpartition("/")[2]))
        found = next((self.by_name[n] for n in names if n in self.by_name), None)
        return found or self.by_url.get(address_key(url or ""), {})

    def rows_without_file(self, names: Iterable[str], urls: Iterable[str]) -> Iterator[Problem]:
        """Yield a problem for each row that fits none of the files of these names and addresses."""
        known = {_key(part) for name in names for part in (name, name.rpartition("/")[2])}
        addresses = {address_key(url) for url in urls}
        todo = message("Correct it in the table. If its article has come in already, write what the row says into it.")
        for line, row in self.lines:
            name, url = str(row.get("file", "")), str(row.get("url", ""))
            if (name and _key(name) in known) or (url and address_key(url) in addresses):
                continue
            if name:
                what = message("No file is called “{name}”.", name=name)
            elif url:
                what = message("No file has the address {url}.", url=url)
            else:
                what = message("The row does not say which file it speaks of.")
            yield Problem(self.path, line, 0, "", what, todo, Level.WARNING)


def read_table(path: Path) -> tuple[MetadataTable, tuple[Problem, ...]]:
    """Read a CSV file: give the table and no problem, or an empty table and all problems of the file."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1256", "replace")
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
    by_name: dict[str, Row] = {}
    by_url: dict[str, Row] = {}
    lines: list[tuple[int, Row]] = []
    for cells in table:
        row = _row(path.name, rows.line_num, dict(zip(columns, cells, strict=False)), problems)
        if row:
            lines.append((rows.line_num, row))
        if name := row.get("file"):
            by_name[_key(str(name))] = row
        if url := row.get("url"):
            by_url[address_key(str(url))] = row
    return (MetadataTable() if problems else MetadataTable(by_name, by_url, path.name, tuple(lines))), tuple(problems)


def _cells(path: str, rows: Reader, problems: list[Problem]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:  # a quotation mark that nothing closes makes one cell of all that follows
        what = message("The table can't be read from here on: {reason}.", reason=str(error))
        todo = message("Save it anew as CSV from your spreadsheet program.")
        problems.append(Problem(path, rows.line_num, 0, "", what, todo))


def _column(path: str, number: int, heading: str, problems: list[Problem]) -> str:
    name = " ".join(heading.split()).casefold()
    if name and name not in NAMES:
        todo = did_you_mean(name, NAMES, message("Take the column out."))
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
    if column == "date":
        return str(parse_date(value))
    if column == "url":
        return check_address(value)
    if column == "lang":
        return check_language(value)
    if column in ("tags", "author"):
        return check_words(value)
    return value


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()
