"""Tables of cells: CSV and TSV, in UTF-8 or in bytes of whatever encoding that has commas and line ends where ASCII has them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from warraq.archive.original import LARGEST_FILE
from warraq.language import Message, message

from ..columns import Columns
from ..facts import given_of
from ..given import Given
from ..inputs import Input
from ..position import Position
from .jsonl import DAMAGED
from .streams import DAMAGE, opened

if TYPE_CHECKING:
    from _csv import Reader  # what csv.reader gives has no public name

SEPARATORS = ",;\t|"
NOT_A_ROW = message("The row can't be read: {reason}.", reason="CSV")
UNCLOSED = message("A quotation mark that begins in this row is never closed; what stands behind it can't be read.")
END = "\0end of the table\0"
"""A line behind the last one. Where it is no row of its own, a quotation mark was never closed: the module csv says nothing of that."""


def sample(of: Input) -> Iterator[Mapping[str, object]]:
    """Yield the rows with the names of their columns."""
    with _reader(of) as (head, rows, _):
        for row in rows:
            if row and END in row[-1]:
                return
            yield dict(zip(head, map(_cell, row), strict=False))


def names(of: Input) -> Iterator[str]:
    """Yield the names of the columns."""
    with _reader(of) as (head, _, _):
        yield from head


def read_table(of: Input, columns: Columns, position: Position) -> Iterator[Given]:
    """Yield the rows; places are rows as a spreadsheet counts them, where the head is row 1."""
    with _reader(of) as (head, rows, on_disk):
        number = 1
        while True:
            number += 1
            position.bytes = on_disk.tell()
            try:
                row = next(rows, None)
            except csv.Error:
                yield Given(number, problem=NOT_A_ROW)
                continue
            except DAMAGE:
                yield Given(number, problem=DAMAGED)
                return
            if row is None or row == [END]:
                return
            if row and END in row[-1]:
                yield Given(number, problem=UNCLOSED)
                return
            if any(cell.strip() for cell in row[len(head) :]):
                yield Given(number, problem=_too_many(len(row), len(head)))
            elif row:
                yield given_of(number, dict(zip(head, map(_cell, row), strict=False)), columns)


@contextmanager
def _reader(of: Input) -> Iterator[tuple[list[str], Reader, BinaryIO]]:
    others = csv.field_size_limit(LARGEST_FILE)  # of the whole process
    try:
        with opened(of) as (file, on_disk):
            lines = io.TextIOWrapper(file, "utf-8-sig", "surrogateescape", newline="")
            first = lines.readline()
            separator = max(SEPARATORS, key=first.count)
            head = next(csv.reader([first], delimiter=separator), [])
            yield [name.strip() for name in head], csv.reader(chain(lines, [END]), delimiter=separator), on_disk
    finally:
        csv.field_size_limit(others)


def _too_many(cells: int, columns: int) -> Message:
    """Say what a row is that has more cells than columns have names: some of its text would be lost, or taken for a date."""
    return message(
        "The row has {cells} cells, and the table {columns} columns. A cell with a separator in it needs quotation marks.",
        cells=cells,
        columns=columns,
    )


def _cell(cell: str) -> str | bytes:
    """Give a cell that is no UTF-8 as the bytes that it is."""
    if cell.isascii():
        return cell
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell.encode("utf-8", "surrogateescape")
    return cell
