"""
Parquet: columns of texts, or of bytes.

Its types hold more than Python's: a time to the nanosecond, a year past 9999, a text that is no UTF-8. Such a value is taken as its words, or as
its bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from warraq.language import Message, message

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

TEXTS = (
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
    pa.types.is_binary,
    pa.types.is_large_binary,
    pa.types.is_binary_view,
    pa.types.is_fixed_size_binary,
    pa.types.is_null,  # of a table without any text
)
NOT_PYTHONS = (ValueError, OverflowError, LookupError, pa.ArrowException)
"""What a value raises that Python has no type for; an unknown time zone is a LookupError."""


def sample(of: Input) -> Iterator[Mapping[str, object]]:
    """Yield the first rows, or one without values, where they can't be read: the names stand at the end of the file. Of an empty table, none."""
    with pq.ParquetFile(of.path, buffer_size=BUFFER, pre_buffer=False) as file:
        if not file.metadata.num_rows:
            return
        try:
            rows = [row for batch in islice(file.iter_batches(SAMPLE, use_threads=False), 1) for row in _rows(batch)]
        except (OSError, pa.ArrowException):
            rows = []
        yield from rows or [dict.fromkeys(file.schema_arrow.names)]


def names(of: Input) -> Iterator[str]:
    """Yield the names of the columns."""
    with pq.ParquetFile(of.path, buffer_size=BUFFER, pre_buffer=False) as file:
        yield from file.schema_arrow.names


def no_texts(of: Input, column: str) -> Message | None:
    """Say that a column holds no texts, where its type tells it: all rows would be named otherwise, one by one."""
    with pq.ParquetFile(of.path, buffer_size=BUFFER, pre_buffer=False) as file:
        kind = file.schema_arrow.field(column).type
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    if any(each(kind) for each in TEXTS):
        return None
    return message(
        "The column “{name}” holds no texts, but {type}. Name another one: --text NAME", name=column, type=str(kind)
    )


def read_parquet(of: Input, columns: Columns, position: Position) -> Iterator[Given]:
    """Yield the rows; places are rows, from 1."""
    number = 0
    try:
        with pq.ParquetFile(of.path, buffer_size=BUFFER, pre_buffer=False) as file:
            for batch in file.iter_batches(BATCH, columns=columns.all, use_threads=False):
                position.bytes = of.size * number // max(1, file.metadata.num_rows)
                for row in _rows(batch):
                    number += 1
                    yield given_of(number, row, columns)
    except (OSError, pa.ArrowException):
        yield Given(number + 1, problem=DAMAGED)


def _rows(batch: pa.RecordBatch) -> Iterator[Mapping[str, object]]:
    columns = [_values(column) for column in batch.columns]
    for values in zip(*columns, strict=True):
        yield dict(zip(batch.schema.names, values, strict=True))


def _values(column: pa.Array) -> Sequence[object]:
    try:
        return list(column.to_pylist())
    except NOT_PYTHONS:  # of one value, it may be
        return [_value(each) for each in column]


def _value(value: pa.Scalar) -> object:
    if isinstance(value, pa.DictionaryScalar):
        value = value.value
    try:
        return value.as_py()
    except UnicodeDecodeError:
        return bytes(value.as_buffer()) if hasattr(value, "as_buffer") else None
    except NOT_PYTHONS:
        with suppress(pa.ArrowException):
            return value.cast(pa.string()).as_py()
        return None
