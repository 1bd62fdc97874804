"""
Near rows, found on the disk: no step holds more than the bands of so many rows, however many are alike.

Each group of pieces writes the bands of its rows, sorted. A share is a range of bands, of all groups: rows that have a band in common are compared
by their sketches, and each is near to the first that is like it. Bands are hashes, so ranges of one width hold about as many rows; where a
range holds more, for a text that stands everywhere, it is halved until what it holds is few rows or one band, whose rows are read one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from .groups import Group
from .job import Job
from .pairs import Pair, earliest, pairs_between, write_pairs
from .piece_work import repaired_file
from .sketch import BANDS, HASHES, LENGTH_OF_BAND, similarity
from .whole_file import whole

NEAR = 0.8
"""How similar rows are that are near: a part of their features."""
ROWS_OF_SHARE = 50_000
"""Rows whose bands are one share, if all shares are alike."""
BANDS_HELD = 1_000_000
"""Bands that are sorted at once: some tens of megabytes."""
ROWS_READ = 10_000
"""Rows that are Python's at once."""
MOST_COMPARED = 32
"""Rows of one band that are unlike one another, with which a further one is compared."""
ALL = 1 << 8 * LENGTH_OF_BAND
"""How many bands there can be."""
OF_BANDS = pa.schema([("band", pa.uint64()), ("id", pa.int64()), ("sketch", pa.binary(HASHES // 8))])
IN_ORDER = [("band", "ascending"), ("id", "ascending")]


def shares_for(rows: int) -> int:
    """Give into how many shares the bands of so many rows are parted."""
    return max(1, -(-rows // ROWS_OF_SHARE))


def bands_file(folder: Path, group: int) -> Path:
    """Where the bands of a group lie."""
    return folder / "near" / f"bands-{group:06}.arrow"


def pairs_file(folder: Path, share: int) -> Path:
    """Where the near rows of a share lie."""
    return folder / "near" / f"pairs-{share:06}.parquet"


def write_bands(job: Job, group: Group) -> None:
    """Write the bands of a group's rows, sorted."""
    target = bands_file(job.folder, group.number)
    if target.exists():
        return
    batches = [_bands_of(repaired_file(job.folder, piece)) for piece in group.pieces]
    table = pa.Table.from_batches(batches, OF_BANDS).sort_by(IN_ORDER).combine_chunks()
    with whole(target) as temporary, pa.OSFile(str(temporary), "wb") as file, pa.ipc.new_file(file, OF_BANDS) as writer:
        writer.write_table(table)


def _bands_of(piece: Path) -> pa.RecordBatch:
    found = pq.read_table(piece, columns=["id", "bands", "sketch"], use_threads=False)
    of_bands: list[int] = []
    of_ids: list[int] = []
    of_sketches: list[bytes] = []
    for number, bands, sketch in zip(*(column.to_pylist() for column in found.columns), strict=True):
        for at in range(BANDS if bands else 0):
            of_bands.append(int.from_bytes(bands[at * LENGTH_OF_BAND : (at + 1) * LENGTH_OF_BAND], "little"))
            of_ids.append(number)
            of_sketches.append(sketch)
    columns = of_bands, of_ids, of_sketches
    return pa.record_batch([pa.array(c, f.type) for c, f in zip(columns, OF_BANDS, strict=True)], schema=OF_BANDS)


def find_pairs(job: Job, share: int, shares: int, groups: int) -> None:
    """Find the rows of a share that are near to an earlier one."""
    target = pairs_file(job.folder, share)
    if target.exists():
        return
    of_groups = [_mapped(bands_file(job.folder, group)) for group in range(groups)]
    with whole(target) as file:
        write_pairs(file, _pairs(of_groups, ALL * share // shares, ALL * (share + 1) // shares))


def near_rows(job: Job, shares: int, low: int, high: int) -> dict[int, tuple[int, float]]:
    """Give of the rows from one number to another those that are near to an earlier one, with that one."""
    return earliest(
        chain.from_iterable(pairs_between(pairs_file(job.folder, share), low, high) for share in range(shares))
    )


def _mapped(file: Path) -> list[pa.RecordBatch]:
    """Give what a file holds; of the disk only that is read which is looked at."""
    with pa.memory_map(str(file)) as opened:
        reader = pa.ipc.open_file(opened)
        return [reader.get_batch(number) for number in range(reader.num_record_batches)]


def _pairs(of_groups: Iterable[Iterable[pa.RecordBatch]], low: int, high: int) -> Iterator[Pair]:
    """Yield each row with the first that it is like, of every band from `low` on and below `high`."""
    found = [_between(batch, low, high) for batches in of_groups for batch in batches]
    held = [batch for batch in found if batch.num_rows]
    if sum(batch.num_rows for batch in held) <= BANDS_HELD:
        yield from _compared(in_common(pa.Table.from_batches(held, OF_BANDS)))
    elif high - low == 1:  # in the order of groups, which is that of rows
        yield from _compared(pa.Table.from_batches(held, OF_BANDS))
    else:
        middle = (low + high) // 2
        yield from _pairs([held], low, middle)
        yield from _pairs([held], middle, high)


def _between(batch: pa.RecordBatch, low: int, high: int) -> pa.RecordBatch:
    bands = batch["band"]
    start, end = (bisect_left(bands, each, key=lambda band: band.as_py()) for each in (low, high))
    return batch.slice(start, end - start)


def in_common(table: pa.Table) -> pa.Table:
    """Give the rows whose band another row has too, sorted."""
    order = pc.sort_indices(table, IN_ORDER)
    bands = table["band"].take(order).combine_chunks()
    if len(bands) < 2:
        return table.slice(0, 0)
    same = pc.equal(bands.slice(1), bands.slice(0, len(bands) - 1)).cast(pa.bool_())
    no = pa.array([False])
    return table.take(order.filter(pc.or_(pa.concat_arrays([no, same]), pa.concat_arrays([same, no]))))


def _compared(table: pa.Table) -> Iterator[Pair]:
    rows: Iterator[tuple[Any, ...]] = (
        row
        for batch in table.to_batches(ROWS_READ)
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True)
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
