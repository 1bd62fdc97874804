"""
The open items of each article, kept in `.warraq/open-items.sqlite`, so that review opens at once.

To find what is open of an article its edition is made, which for ten thousand takes a minute. What was found stays true while the stamps
of the article, its original and its record, and those of our code, are the same: names, sizes and times, as git tells that a file is
unchanged. It is only speed: without it, cut or of another make, all is found anew. A file that came with a contribution, or
that another user wrote, is not opened.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from warraq.desk.kept_database import KeptDatabase

from .item_line import ItemLine
from .open_item import OpenItem

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS articles (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, lines TEXT NOT NULL, items TEXT NOT NULL) WITHOUT ROWID",
)
FORM: TypeAdapter[tuple[OpenItem, ...]] = TypeAdapter(tuple[OpenItem, ...])
DATABASE = KeptDatabase("open-items.sqlite", SCHEMA, patience=0.2)


@dataclass(slots=True)
class KeptItems:
    """The items of each article by its path, with the stamp of the files that they were found in."""

    file: Path | None
    """None: they are kept in memory."""
    _db: sqlite3.Connection = field(init=False)
    _unwritten: dict[str, tuple[str, tuple[OpenItem, ...]]] = field(default_factory=dict)
    """Stamps and items by path: they are written together, so that nobody waits for one who writes."""

    def __post_init__(self) -> None:
        self._db = DATABASE.opened(self.file)

    @classmethod
    def of(cls, content: Path) -> KeptItems:
        """Give what is kept of the archive below `content`."""
        return cls(DATABASE.file(content))

    def stamps(self) -> dict[str, str]:
        """Give the stamp of each article by its path."""
        return {str(path): str(stamp) for path, stamp in self._rows("SELECT path, stamp FROM articles")}

    def lines(self) -> Iterator[tuple[str, tuple[ItemLine, ...]]]:
        """Yield the articles that have open items, with the lines of those."""
        for path, kept in self._rows("SELECT path, lines FROM articles WHERE lines != '[]'"):
            try:
                rows = [ItemLine.from_row(row) for row in json.loads(str(kept))]
            except (ValueError, TypeError, RecursionError):
                continue
            found = tuple(line for line in rows if line and line.path == path)
            if len(found) == len(rows):
                yield str(path), found

    def items(self, path: str) -> tuple[OpenItem, ...] | None:
        """Give the items of an article as they were found; None where they have to be found anew."""
        if path in self._unwritten:
            return self._unwritten[path][1]
        for (kept,) in self._rows("SELECT items FROM articles WHERE path = ?", (path,)):
            with suppress(ValidationError, ValueError, RecursionError):
                found = FORM.validate_json(str(kept))
                return found if all(item.path == path for item in found) else None
        return None

    def put(self, path: str, stamp: str, items: Sequence[OpenItem]) -> None:
        """Keep the items of an article; they are written by `write()`."""
        self._unwritten[path] = (stamp, tuple(items))

    def drop(self, paths: Iterable[str]) -> None:
        """Forget articles that are gone."""
        for path in paths:
            self._unwritten[path] = ("", ())

    def write(self) -> None:
        """Write what was put and dropped to the disk; what the disk does not take is found anew the next time."""
        rows = [row for path, (stamp, items) in self._unwritten.items() if (row := _row(path, stamp, items))]
        gone = [(path,) for path, (stamp, _) in self._unwritten.items() if not stamp]
        try:
            self._db.executemany("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?)", rows)
            self._db.executemany("DELETE FROM articles WHERE path = ?", gone)
            self._db.commit()
        except (sqlite3.Error, UnicodeEncodeError):  # locked, cut, or a disk that is full
            with suppress(sqlite3.Error):
                self._db.rollback()
        else:
            self._unwritten.clear()

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        with suppress(sqlite3.Error):
            return self._db.execute(query, values).fetchall()
        return []


def _row(path: str, stamp: str, items: tuple[OpenItem, ...]) -> tuple[str, str, str, str] | None:
    """Give an article as it is kept; None for one that is gone, or that has half a character."""
    lines = json.dumps([line.to_row() for line in ItemLine.all_of(items)], ensure_ascii=True, separators=(",", ":"))
    try:
        return (path, stamp, lines, FORM.dump_json(items).decode()) if stamp else None
    except ValueError:
        return None
