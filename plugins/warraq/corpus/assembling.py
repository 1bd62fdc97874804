"""The last step: pieces become files of the result, with what is near to each row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from warraq.language.stored_message import read_stored

from .groups import Group
from .job import Job
from .near import near_rows
from .piece_work import numbers_of, repaired_file
from .schema import LAST_PLACE, OF_CORPUS, place_of, row_id
from .summary import Numbers
from .whole_file import whole

ROWS_TOGETHER = 5_000
"""Rows of a row group of Parquet."""
BYTES_TOGETHER = 32_000_000


def part_file(folder: Path, group: Group) -> Path:
    """Where a file of the result lies until all are there."""
    return folder / "made" / f"{group.name}.parquet"


def numbers_file(folder: Path, group: Group) -> Path:
    """Where the numbers of a file of the result lie."""
    return folder / "numbers" / f"{group.name}.json"


def assemble(job: Job, group: Group, shares: int, names: Sequence[str]) -> None:
    """Write a file of the result and its numbers; `names`: of all files."""
    numbers_target, target = numbers_file(job.folder, group), part_file(job.folder, group)
    if numbers_target.exists():
        return
    near = near_rows(job, shares, row_id(group.pieces[0].file, 0), row_id(group.pieces[-1].file, LAST_PLACE))
    total = Numbers()
    with (
        whole(numbers_target.with_suffix(".aside")) as of_aside,
        whole(target, numbers_target.parent) as of_rows,
        pq.ParquetWriter(of_rows, OF_CORPUS, compression="zstd") as writer,
        of_aside.open("w", encoding="utf-8", newline="\n") as aside,
    ):
        waiting: list[pa.Table] = []
        for piece in group.pieces:
            file = repaired_file(job.folder, piece)
            numbers = numbers_of(file)
            for at, why in numbers.pop("aside"):
                line = {"place": f"{names[piece.file]}:{at}", "problem": str(read_stored(why)), "message": why}
                aside.write(json.dumps(line, ensure_ascii=False) + "\n")
                total.aside += 1
            table = _with_near(pq.read_table(file, use_threads=False), near, names)
            total.add(numbers | {"near": table.num_rows - table["duplicate_of"].null_count})
            waiting.append(table)
            if sum(t.num_rows for t in waiting) >= ROWS_TOGETHER or sum(t.nbytes for t in waiting) >= BYTES_TOGETHER:
                _write(writer, waiting)
        _write(writer, waiting)
    with whole(numbers_target) as file:
        file.write_text(json.dumps(total.as_json(), ensure_ascii=False), encoding="utf-8")


def _write(writer: pq.ParquetWriter, waiting: list[pa.Table]) -> None:
    table = pa.concat_tables(waiting).combine_chunks() if waiting else None
    if table is not None and table.num_rows:
        writer.write_table(table, row_group_size=table.num_rows)
    waiting.clear()


def _with_near(table: pa.Table, near: dict[int, tuple[int, float]], names: Sequence[str]) -> pa.Table:
    found = [near.get(number) for number in table["id"].to_pylist()]
    first = pa.array([place_of(each[0], names) if each else None for each in found], pa.string())
    how = pa.array([each[1] if each else None for each in found], pa.float32())
    columns: list[Any] = [table[name] for name in OF_CORPUS.names[:-2]]
    return pa.table([*columns, first, how], OF_CORPUS)


def merged(parts: Iterable[Path]) -> Numbers:
    """Add up the numbers of all files of the result."""
    total = Numbers()
    for part in parts:
        found = json.loads(part.read_text("utf-8"))
        total.aside += found.pop("aside")
        total.add(found)
    return total
