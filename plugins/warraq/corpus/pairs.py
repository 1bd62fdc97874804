"""A row with the first that it is near to: on the disk in runs, each sorted, so that a part of them is found without reading all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

Pair = tuple[int, int, float]
"""The number of a row, that of the first which it is near to, and how near."""
OF_PAIRS = pa.schema([("id", pa.int64()), ("first", pa.int64()), ("similarity", pa.float32())])
PAIRS_HELD = 100_000
"""Pairs of a run: some megabytes."""
PAIRS_READ = 10_000


def earliest(pairs: Iterable[Pair]) -> dict[int, tuple[int, float]]:
    """Give each row with the first of all that it is near to."""
    near: dict[int, tuple[int, float]] = {}
    for number, first, how in pairs:
        if number not in near or first < near[number][0]:
            near[number] = first, how
    return near


def write_pairs(file: Path, pairs: Iterator[Pair]) -> None:
    """Write pairs, of which few are held at a time."""
    with pq.ParquetWriter(file, OF_PAIRS) as writer:
        while near := earliest(islice(pairs, PAIRS_HELD)):
            numbers = sorted(near)
            columns = [numbers, [near[each][0] for each in numbers], [near[each][1] for each in numbers]]
            writer.write_table(pa.table(columns, OF_PAIRS), row_group_size=PAIRS_READ)


def pairs_between(file: Path, low: int, high: int) -> Iterator[Pair]:
    """Yield the pairs of the rows from one number to another."""
    with pq.ParquetFile(file) as opened:
        for number in range(opened.num_row_groups):
            of_ids = opened.metadata.row_group(number).column(0).statistics
            if of_ids.min > high or of_ids.max < low:
                continue
            columns = (column.to_pylist() for column in opened.read_row_group(number, use_threads=False).columns)
            yield from (pair for pair in zip(*columns, strict=True) if low <= pair[0] <= high)
