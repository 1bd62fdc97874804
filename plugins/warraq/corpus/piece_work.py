"""A task of a worker: the rows of a piece, repaired, into a file of the work folder."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from warraq.language import Message
from warraq.language.stored_message import stored

from .given import Given
from .job import How, Job
from .pieces import Piece, read_rows
from .repaired_row import Row
from .row_process import RowProcess
from .schema import COLUMNS, OF_PIECE, row_id
from .sketch import sketch_of
from .whole_file import whole

FACTS = b"warraq"
"""The key of Parquet's own metadata under which a piece's numbers stand."""
_idle: list[RowProcess] = []
_lock = threading.Lock()


def given_file(folder: Path, piece: Piece) -> Path:
    """Where a piece's rows wait."""
    return folder / "rows" / f"{piece.name}.arrow"


def repaired_file(folder: Path, piece: Piece) -> Path:
    """Where a repaired piece lies."""
    return folder / "pieces" / f"{piece.name}.parquet"


def work_piece(job: Job, piece: Piece, name: str) -> int:
    """Repair the rows of a piece, whose file is called `name`; give how many were set aside."""
    target = repaired_file(job.folder, piece)
    if target.exists():
        return 0
    given = read_rows(given_file(job.folder, piece))
    with _row_process(job.how) as process:
        results = process.repaired(given)
    table, aside = _table(piece, name, given, results)
    with whole(target) as file:
        pq.write_table(table, file, compression="zstd", use_dictionary=False, write_statistics=False)
    given_file(job.folder, piece).unlink(missing_ok=True)
    return aside


def numbers_of(file: Path) -> dict[str, Any]:
    """Give what a repaired piece says of itself: its rows set aside, and how often each rule and source stands in it."""
    return dict(json.loads(pq.read_schema(file).metadata[FACTS]))


def _table(piece: Piece, name: str, given: Sequence[Given], results: Sequence[Row | Message]) -> tuple[pa.Table, int]:
    columns: dict[str, list[Any]] = {field: [] for field in OF_PIECE.names}
    rules: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    doubts: Counter[str] = Counter()
    aside: list[tuple[int, Mapping[str, Any]]] = []
    changed = 0
    for row, result in zip(given, results, strict=True):
        if isinstance(result, Message):
            aside.append((row.at, stored(result)))
            continue
        values = result.values
        columns["place"].append(f"{name}:{row.at}")
        for column, _ in COLUMNS[1:]:
            columns[column].append(values[column])
        bands, sketch = sketch_of(values["text"]) or (None, None)
        for column, value in (("id", row_id(piece.file, row.at)), ("bands", bands), ("sketch", sketch)):
            columns[column].append(value)
        rules.update(result.rules)
        sources[values["source"] or ""] += 1
        doubts.update(doubt["rule"] for doubt in values["doubts"])
        changed += bool(result.rules)
    numbers = {"rows": len(columns["id"]), "changed": changed, "aside": aside, "rules": rules, "doubts": doubts}
    said = json.dumps(numbers | {"sources": sources}).encode()
    return pa.table(columns, OF_PIECE.with_metadata({FACTS: said})), len(aside)


@contextmanager
def _row_process(how: How) -> Iterator[RowProcess]:
    """Lend a process; it stays for the next piece, as long as the rules and the bounds are the same."""
    with _lock:
        found = next((each for each in _idle if each.how == how), None)
        if found is not None:
            _idle.remove(found)
        strangers = [each for each in _idle if each.how != how]
        _idle[:] = [each for each in _idle if each.how == how]
    for each in strangers:
        each.close()
    process = found or RowProcess(how)
    try:
        yield process
    except BaseException:
        process.close()
        raise
    with _lock:
        _idle.append(process)


def end_row_processes(*_: object) -> None:
    """End the processes that wait for more."""
    with _lock:
        ended, _idle[:] = _idle[:], []
    for each in ended:
        each.close()
