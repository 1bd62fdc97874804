"""Tables of cells: CSV and TSV, in UTF-8 or in bytes of whatever encoding that has commas and line ends where ASCII has them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from warraq.archive.original import LARGEST_FILE
from warraq.language import message

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


def sample(of: Input) -> Iterator[Mapping[str, object]]:
    """Yield the rows with the names of their columns."""
    with _reader(of) as (head, rows, _):
        for row in rows:
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
            if row is None:
                return
            if row:
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
            yield [name.strip() for name in head], csv.reader(lines, delimiter=separator), on_disk
    finally:
        csv.field_size_limit(others)


def _cell(cell: str) -> str | bytes:
    """Give a cell that is no UTF-8 as the bytes that it is."""
    if cell.isascii():
        return cell
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell.encode("utf-8", "surrogateescape")
    return cell
