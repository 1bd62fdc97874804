"""
Near rows, found on the disk: no step holds more than the rows of a group, or of a share.

Each group of pieces writes the bands of its rows, share by share; equal bands always come into the same share. Then each share is looked through
by itself: rows that have a band in common are compared by their sketches, and each is near to the first that is like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from .groups import Group
from .job import Job
from .piece_work import repaired_file
from .sketch import BANDS, LENGTH_OF_BAND, similarity
from .whole_file import whole

NEAR = 0.8
"""How similar rows are that are near: a part of their features."""
ROWS_OF_SHARE = 100_000
"""Rows whose bands are one share: some tens of megabytes."""
MOST_COMPARED = 32
"""Rows of one band that are unlike one another, with which a further one is compared."""
OF_BANDS = pa.schema([("band", pa.uint64()), ("id", pa.int64()), ("sketch", pa.binary())])
OF_PAIRS = pa.schema([("id", pa.int64()), ("first", pa.int64()), ("similarity", pa.float32())])


def shares_for(rows: int) -> int:
    """Give into how many shares the bands of so many rows are parted."""
    return max(1, -(-rows // ROWS_OF_SHARE))


def bands_file(folder: Path, group: int) -> Path:
    """Where the bands of a group lie."""
    return folder / "near" / f"bands-{group:06}.arrow"


def pairs_file(folder: Path, share: int) -> Path:
    """Where the near rows of a share lie."""
    return folder / "near" / f"pairs-{share:06}.parquet"


def write_bands(job: Job, group: Group, shares: int) -> None:
    """Write the bands of a group's rows, a batch for each share."""
    target = bands_file(job.folder, group.number)
    if target.exists():
        return
    parted: list[tuple[list[int], list[int], list[bytes]]] = [([], [], []) for _ in range(shares)]
    for piece in group.pieces:
        found = pq.read_table(repaired_file(job.folder, piece), columns=["id", "bands", "sketch"], use_threads=False)
        for number, bands, sketch in zip(*(column.to_pylist() for column in found.columns), strict=True):
            for at in range(BANDS if bands else 0):
                band = int.from_bytes(bands[at * LENGTH_OF_BAND : (at + 1) * LENGTH_OF_BAND], "little")
                of_bands, of_ids, of_sketches = parted[band % shares]
                of_bands.append(band)
                of_ids.append(number)
                of_sketches.append(sketch)
    with whole(target) as temporary, pa.OSFile(str(temporary), "wb") as file, pa.ipc.new_file(file, OF_BANDS) as writer:
        for columns in parted:
            writer.write_batch(
                pa.record_batch([pa.array(c, f.type) for c, f in zip(columns, OF_BANDS, strict=True)], schema=OF_BANDS)
            )


def find_pairs(job: Job, share: int, groups: int) -> None:
    """Find the rows of a share that are near to an earlier one."""
    target = pairs_file(job.folder, share)
    if target.exists():
        return
    batches = [_batch(bands_file(job.folder, group), share) for group in range(groups)]
    table = pa.Table.from_batches(batches, OF_BANDS)
    counted = table.group_by("band").aggregate([("id", "count")])
    shared = counted.filter(pc.greater(counted["id_count"], 1))["band"]
    table = table.filter(pc.is_in(table["band"], value_set=shared.combine_chunks())).sort_by(
        [("band", "ascending"), ("id", "ascending")]
    )
    near = _earliest(_pairs(table))
    numbers = sorted(near)
    columns = [numbers, [near[each][0] for each in numbers], [near[each][1] for each in numbers]]
    with whole(target) as file:
        pq.write_table(pa.table(columns, OF_PAIRS), file, row_group_size=10_000)


def _earliest(pairs: Iterable[tuple[int, int, float]]) -> dict[int, tuple[int, float]]:
    """Give each row with the first of all that it is near to."""
    near: dict[int, tuple[int, float]] = {}
    for number, first, how in pairs:
        if number not in near or first < near[number][0]:
            near[number] = first, how
    return near


def _batch(file: Path, share: int) -> pa.RecordBatch:
    with pa.OSFile(str(file), "rb") as opened:
        return pa.ipc.open_file(opened).get_batch(share)


def _pairs(table: pa.Table) -> Iterator[tuple[int, int, float]]:
    """Yield each row with the first that it is like, of every band, and how much."""
    rows = (
        row for batch in table.to_batches(10_000) for row in zip(*(c.to_pylist() for c in batch.columns), strict=True)
    )
    for _, alike in groupby(rows, itemgetter(0)):
        firsts: list[tuple[int, int]] = []
        for _, number, sketch in alike:
            bits = int.from_bytes(sketch, "little")
            found = next(((first, how) for first, other in firsts if (how := similarity(bits, other)) >= NEAR), None)
            if found:
                yield number, *found
            elif len(firsts) < MOST_COMPARED:
                firsts.append((number, bits))


def near_rows(job: Job, shares: int, low: int, high: int) -> dict[int, tuple[int, float]]:
    """Give of the rows from one number to another those that are near to an earlier one, with that one."""

    def pairs() -> Iterator[Any]:
        between = [("id", ">=", low), ("id", "<=", high)]
        for share in range(shares):
            found = pq.read_table(pairs_file(job.folder, share), filters=between, use_threads=False)
            yield from zip(*(column.to_pylist() for column in found.columns), strict=True)

    return _earliest(pairs())
