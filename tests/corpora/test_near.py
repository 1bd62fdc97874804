"""Near rows are the same in however small parts they are sought, and no part holds more rows than it may."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpora.lines import lines
from warraq.corpus import near, pairs
from warraq.corpus.groups import Group
from warraq.corpus.job import Job
from warraq.corpus.near import find_pairs, near_rows, pairs_file, shares_for, write_bands
from warraq.corpus.piece_work import repaired_file
from warraq.corpus.pieces import Piece
from warraq.corpus.schema import OF_PIECE, row_id
from warraq.corpus.sketch import sketch_of

EVERYWHERE = "هذا الموقع يستخدم ملفات تعريف الارتباط لتحسين تجربة القراءة فيه"
ROWS = 120
SMALL = 40


def work_folder(folder: Path, texts: list[str], groups: int) -> Job:
    """Lay out the sketches of texts as repaired pieces have them, and their bands; one piece is one group."""
    for group in range(groups):
        columns: dict[str, list[Any]] = {name: [] for name in OF_PIECE.names} | {"id": [], "bands": [], "sketch": []}
        for at in range(group, len(texts), groups):
            bands, sketch = sketch_of(texts[at]) or (None, None)
            for name in OF_PIECE.names:
                columns[name].append(None)
            for name, value in (("id", row_id(group, at)), ("bands", bands), ("sketch", sketch)):
                columns[name][-1] = value
        file = repaired_file(folder, Piece(group, 0, 1, 1))
        file.parent.mkdir(parents=True)
        pq.write_table(pa.table(columns, OF_PIECE), file)
        write_bands(Job(folder), Group(group, (Piece(group, 0, 1, 1),)))
    return Job(folder)


def found(job: Job, shares: int, groups: int) -> dict[int, tuple[int, float]]:
    for share in range(shares):
        find_pairs(job, share, shares, groups)
    return near_rows(job, shares, 0, row_id(groups, 0))


TEXTS = [row["text"] for row in lines(ROWS)] + [EVERYWHERE, f"{EVERYWHERE} خاص", " "] * ROWS


def test_small_parts_find_what_one_finds_and_none_is_larger_than_it_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = found(work_folder(tmp_path / "whole", TEXTS, 3), 1, 3)
    assert len(whole) >= 2 * ROWS - 3
    assert all(first < number for number, (first, _) in whole.items())

    sorted_rows: list[int] = []
    kept_rows: list[int] = []
    shared, kept = near.in_common, pairs.earliest

    def sorting(table: pa.Table) -> pa.Table:
        sorted_rows.append(table.num_rows)
        return shared(table)

    def keeping(given: object) -> dict[int, tuple[int, float]]:
        near_ones = kept(given)  # type: ignore[arg-type]  # what it was called with
        kept_rows.append(len(near_ones))
        return near_ones

    monkeypatch.setattr(near, "in_common", sorting)
    monkeypatch.setattr(pairs, "earliest", keeping)
    monkeypatch.setattr(near, "BANDS_HELD", SMALL)
    monkeypatch.setattr(near, "ROWS_READ", SMALL)
    monkeypatch.setattr(pairs, "PAIRS_HELD", SMALL)
    monkeypatch.setattr(pairs, "PAIRS_READ", SMALL // 4)
    assert found(work_folder(tmp_path / "small", TEXTS, 3), 5, 3) == whole
    assert max(sorted_rows) <= SMALL and max(kept_rows) <= SMALL and len(sorted_rows) > len(TEXTS) // SMALL


def test_pairs_of_some_rows_are_those_of_all_and_no_more_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "PAIRS_READ", 10)
    job = work_folder(tmp_path, [EVERYWHERE] * 100, 1)
    everything = found(job, 1, 1)
    assert sorted(everything) == list(range(1, 100)) and set(everything.values()) == {(0, 1.0)}
    read: list[int] = []
    real = pq.ParquetFile.read_row_group

    def reading(file: pq.ParquetFile, number: int, **named: bool) -> pa.Table:
        read.append(number)
        return real(file, number, **named)

    monkeypatch.setattr(pq.ParquetFile, "read_row_group", reading)
    assert near_rows(job, 1, 12, 25) == dict.fromkeys(range(12, 26), (0, 1.0))
    assert read == [1, 2]


@pytest.mark.parametrize("texts", [[], [" "], ["كلمة"], ["واحد اثنان", "ثلاثة أربعة خمسة"]])
def test_of_few_rows_none_is_near(tmp_path: Path, texts: list[str]) -> None:
    job = work_folder(tmp_path, texts, 1)
    assert found(job, 2, 1) == {}
    assert pq.read_table(pairs_file(tmp_path, 0)).num_rows == 0


def test_shares_grow_with_rows_and_no_band_is_between_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [shares_for(rows) for rows in (0, 1, 50_000, 50_001, 100_000_000)] == [1, 1, 1, 2, 2000]
    bounds: list[tuple[int, int]] = []

    def bounded(_: object, low: int, high: int) -> Iterator[Any]:
        bounds.append((low, high))
        return iter(())

    monkeypatch.setattr(near, "_pairs", bounded)
    for share in range(7):
        find_pairs(Job(tmp_path), share, 7, 0)
    assert bounds[0][0] == 0 and bounds[-1][1] == near.ALL
    assert all(former[1] == later[0] for former, later in pairwise(bounds))
