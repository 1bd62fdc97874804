"""Parquet: columns of texts, or of bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from ..columns import SAMPLE, Columns
from ..facts import given_of
from ..given import Given
from ..inputs import Input
from ..position import Position
from .jsonl import DAMAGED

BATCH = 128
"""Rows that are taken out at a time: pages are long."""
BUFFER = 1 << 20
"""Bytes of a column that are read at a time; without it, a whole row group would be."""


def sample(of: Input) -> Iterator[Mapping[str, object]]:
    """Yield the first rows, or one without values, where there is none that can be read: the names stand at the end of the file."""
    with pq.ParquetFile(of.path, buffer_size=BUFFER, pre_buffer=False) as file:
        try:
            rows = [
                row for batch in islice(file.iter_batches(SAMPLE, use_threads=False), 1) for row in batch.to_pylist()
            ]
        except (OSError, pa.ArrowException):
            rows = []
        yield from rows or [dict.fromkeys(file.schema_arrow.names)]


def names(of: Input) -> Iterator[str]:
    """Yield the names of the columns."""
    with pq.ParquetFile(of.path, buffer_size=BUFFER, pre_buffer=False) as file:
        yield from file.schema_arrow.names


def read_parquet(of: Input, columns: Columns, position: Position) -> Iterator[Given]:
    """Yield the rows; places are rows, from 1."""
    number = 0
    try:
        with pq.ParquetFile(of.path, buffer_size=BUFFER, pre_buffer=False) as file:
            for batch in file.iter_batches(BATCH, columns=columns.all, use_threads=False):
                position.bytes = of.size * number // max(1, file.metadata.num_rows)
                for row in batch.to_pylist():
                    number += 1
                    yield given_of(number, row, columns)
    except (OSError, pa.ArrowException):
        yield Given(number + 1, problem=DAMAGED)
