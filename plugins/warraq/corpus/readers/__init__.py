"""How rows are read: a file for each format. Each reads as a stream, so that a file may be larger than the memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from pyarrow import ArrowException

from ..columns import SAMPLE, Columns, demand_one_of_each, find_columns
from ..given import Given
from ..inputs import Input, unreadable
from ..position import Position
from .streams import DAMAGE, no_lines

T = TypeVar("T")


def columns_of(of: Input, said: Mapping[str, str]) -> Columns | None:
    """
    Tell which column of a file is what; None where its format has none. A NoTextColumnError where it can't be told.

    Of a file that begins with no row, because it is empty or damaged, it is the column that was said, or none: whoever reads it says why, and
    the other files are read.
    """
    if of.format == "warc" or of.problem is not None:
        return None
    if of.format in {"jsonl", "csv"}:
        with suppress(*DAMAGE):
            if problem := no_lines(of):
                return Columns("", problem=problem)
    if of.format == "jsonl":
        from .jsonl import sample
    elif of.format == "csv":
        from .table import sample
    else:
        from .parquet import sample
    rows = [row for row in _until_damage(islice(sample(of), SAMPLE)) if row]
    if not rows:
        return Columns(said.get("text", ""))
    columns = find_columns(of.name, rows, said)
    if of.format == "jsonl":
        return columns
    columns = demand_one_of_each(columns, list(_until_damage(_names(of))))
    if of.format == "parquet" and columns.problem is None:
        from .parquet import no_texts

        return replace(columns, problem=no_texts(of, columns.text))
    return columns


def _names(table: Input) -> Iterator[str]:
    if table.format == "csv":
        from .table import names
    else:
        from .parquet import names
    return names(table)


def _until_damage(rows: Iterator[T]) -> Iterator[T]:
    """Yield what can be read; whoever reads the file says where it is damaged."""
    with suppress(*DAMAGE, csv.Error, ArrowException):
        yield from rows


def read(of: Input, columns: Columns | None, position: Position) -> Iterator[Given]:
    """Yield the rows of a file, in order; `position` follows them. One that can't be read is a row that says why."""
    problem = columns.problem if columns else of.problem
    if problem is not None:
        yield Given(1, problem=problem)
        return
    try:
        yield from _rows(of, columns, position)
    except OSError as error:  # it can't be opened: readers see to what comes later
        yield Given(1, problem=unreadable(error))


def _rows(of: Input, columns: Columns | None, position: Position) -> Iterator[Given]:
    if columns is None:
        from .warc import read_warc

        return read_warc(of, position)
    if of.format == "jsonl":
        from .jsonl import read_jsonl

        return read_jsonl(of, columns, position)
    if of.format == "csv":
        from .table import read_table

        return read_table(of, columns, position)
    from .parquet import read_parquet

    return read_parquet(of, columns, position)
