"""
Pieces of a corpus: rows that are one task.

How rows are cut depends on them alone, so the pieces of a run that goes on are those of the run that was ended, on however many cores.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from .given import Given, of_plain, plain
from .schema import OF_GIVEN
from .whole_file import whole

MOST_ROWS = 500
MOST_BYTES = 8_000_000
"""Of rows that are one task: some seconds of work, and less memory than a process begins with."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a file, one behind another."""

    file: int
    """The number of the file, from 0."""
    number: int
    """Of the piece in its file, from 0."""
    rows: int
    bytes: int
    """Of the texts as they were given."""

    @property
    def name(self) -> str:
        """Give the path of its files below their folders."""
        return f"{self.file:06}/{self.number:08}"


def cut(rows: Iterable[Given]) -> Iterator[list[Given]]:
    """Cut rows into pieces."""
    piece: list[Given] = []
    size = 0
    for row in rows:
        if piece and (len(piece) == MOST_ROWS or size + len(row.data) > MOST_BYTES):
            yield piece
            piece, size = [], 0
        piece.append(row)
        size += len(row.data)
    if piece:
        yield piece


def write_rows(path: Path, rows: Iterable[Given]) -> None:
    """Write the rows of a piece for the worker that will take it."""
    columns: list[list[object]] = [[], [], [], [], []]
    for row in rows:
        *first, facts, problem = plain(row)
        written = (json.dumps(value) if value else None for value in (facts, problem))
        for column, value in zip(columns, (*first, *written), strict=True):
            column.append(value)
    table = pa.table(columns, OF_GIVEN)
    with whole(path) as temporary, pa.OSFile(str(temporary), "wb") as file, pa.ipc.new_file(file, OF_GIVEN) as writer:
        writer.write_table(table)


def read_rows(path: Path) -> list[Given]:
    """Read the rows of a piece."""
    with pa.OSFile(str(path), "rb") as file:
        table = pa.ipc.open_file(file).read_all()
    found = (column.to_pylist() for column in table.columns)
    return [
        of_plain((at, data, is_text, json.loads(facts or "{}"), json.loads(problem or "null")))
        for at, data, is_text, facts, problem in zip(*found, strict=True)
    ]
