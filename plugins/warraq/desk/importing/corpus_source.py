"""
A repaired corpus (`warraq corpus`) as a source of files: the rows that a condition chooses, each as the original that it was made of.

A row has its repaired text and a record that undoes it, so the archive gets what was found, and repairs and describes it itself. What the row
stated beside its text comes along as a table's row would.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from warraq.archive.change import Change
from warraq.archive.original import KeptBytes, Original, OriginalKind
from warraq.desk.correcting.condition_language import parse_condition
from warraq.desk.correcting.conditions import Condition
from warraq.language import message
from warraq.missing import needed
from warraq.repair.changes import UndoError, undo

from .sources import RejectedFileError, SourceFile
from .table import MetadataTable, Row

ENDING = ".parquet"
FIELDS = {
    "title": "title",
    "date": "date",
    "source": "source",
    "url": "url",
    "author": "authors",
    "lang": "language",
    "file": "place",
    "duplicate_of": "duplicate_of",
}
"""What a condition may ask for, each with its column."""
STATED = {"title": "title", "date": "date", "source": "source", "url": "url", "language": "lang"}
"""What a row may have stated beside its text, each with its name in an import's table."""


@dataclass(frozen=True, slots=True)
class CorpusSource:
    """A folder of Parquet files, or one of them; it is sent to other processes, each of which looks for the rows again."""

    path: Path
    where: str = ""
    """Which rows; empty: all."""

    def files(self) -> Iterator[SourceFile]:
        """Yield the chosen rows, in their order."""
        for name, place in chosen_rows(self.path, self.where).items():
            yield SourceFile(name, place.sha256)

    def rejected(self) -> Iterator[SourceFile]:
        """Yield nothing: whatever can't be read as a row is no row."""
        yield from ()

    def holds(self, name: str) -> bool:
        """Tell whether a chosen row has this name."""
        return name in chosen_rows(self.path, self.where)

    def read(self, name: str) -> bytes:
        """Give a row's original; a RejectedFileError where its record does not lead to it."""
        place = chosen_rows(self.path, self.where)[name]
        text, record = _rows_of(place.part, place.group)[place.number]
        try:
            data = original_of(text, json.loads(record))
        except (UndoError, ValueError, KeyError, TypeError) as error:
            raise RejectedFileError(_untrue()) from error
        if sha256(data).hexdigest() != place.sha256:
            raise RejectedFileError(_untrue())
        return data

    def table(self) -> MetadataTable:
        """Give what the rows stated beside their texts."""
        lines = ((at, {"file": name, **place.stated}) for at, (name, place) in enumerate(self._stating(), 1))
        return MetadataTable(self.path.name, tuple(lines))

    def _stating(self) -> Iterator[tuple[str, _Place]]:
        return (each for each in chosen_rows(self.path, self.where).items() if each[1].stated)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row lies, and what it stated."""

    part: Path
    group: int
    number: int
    sha256: str
    stated: Row


def is_corpus(path: Path) -> bool:
    """Tell whether a path leads to a repaired corpus."""
    return path.suffix.lower() == ENDING


def condition_of(where: str) -> Condition | None:
    """Read a condition about rows; a WrongValueError says what is wrong with it."""
    return parse_condition(where, tuple(FIELDS)) if where.strip() else None


def demand_pyarrow() -> None:
    """Raise a MissingPackageError where Parquet can't be read here."""
    with needed("corpus", "The import of a corpus"):
        import_module("pyarrow.parquet")


def original_of(text: str, record: Mapping[str, Any]) -> bytes:
    """Give the bytes that a row was made of."""
    given = undo(text, map(Change.from_json, record["changes"]))
    if "encoding" not in record:
        return given.encode("utf-8", "surrogatepass")
    kept = tuple(KeptBytes(at, letters) for at, letters in record.get("kept_bytes", ()))
    kind = OriginalKind(record["kind"])
    return Original("-", b"", given, record["encoding"], record["bom"], kind, kept).bytes_again()


def _untrue() -> Any:
    return message("The row is not what its record says; it was changed.")


@lru_cache(1)
def chosen_rows(path: Path, where: str) -> dict[str, _Place]:
    """Give the rows that a condition chooses, by their names; a process looks for them once."""
    import pyarrow.parquet as pq

    condition = condition_of(where)
    found: dict[str, _Place] = {}
    for part in sorted(path.glob(f"*{ENDING}")) if path.is_dir() else [path]:
        with pq.ParquetFile(part) as file:
            for group in range(file.num_row_groups):
                asked = file.read_row_group(group, columns=list(dict.fromkeys(FIELDS.values()))).to_pylist()
                at = [
                    n for n, row in enumerate(asked) if condition is None or condition.holds_of(partial(_values, row))
                ]
                if not at:
                    continue
                records = file.read_row_group(group, columns=["record"])["record"]
                for number in at:
                    record = json.loads(records[number].as_py())
                    stated = _stated(record)
                    found[_name(asked[number], record)] = _Place(part, group, number, str(record["sha256"]), stated)
    return found


@lru_cache(2)
def _rows_of(part: Path, group: int) -> list[tuple[str, str]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(part) as file:
        table = file.read_row_group(group, columns=["text", "record"])
    return list(zip(table["text"].to_pylist(), table["record"].to_pylist(), strict=True))


def _values(row: Mapping[str, Any], field: str) -> tuple[str, ...]:
    value = row[FIELDS[field]]
    return tuple(value) if isinstance(value, list) else (value,) if value else ()


def _name(row: Mapping[str, Any], record: Mapping[str, Any]) -> str:
    """Name a row as a file: by its place in the corpus."""
    path, _, at = str(row["place"]).rpartition(":")
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    return "/".join([*parts, f"{at}{'.txt' if record['kind'] == OriginalKind.TEXT else '.html'}"])


def _stated(record: Mapping[str, Any]) -> Row:
    return {STATED[key]: value for key, value in record.get("stated", {}).items()}
