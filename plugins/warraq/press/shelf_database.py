"""
The database of a shelf: one transaction from the first row to the exchange of the site.

It is only speed. Where it turns out to be cut, of another make or another's, it begins anew, empty; where the disk takes no more, it goes on
in memory. What was in it is then asked for in vain, and made again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from .cache import LARGEST_FILE

SCHEMA = {
    "articles": "CREATE TABLE articles (path TEXT PRIMARY KEY, kept BLOB NOT NULL) WITHOUT ROWID",
    "files": "CREATE TABLE files (path TEXT PRIMARY KEY, kept BLOB NOT NULL) WITHOUT ROWID",
    "marks": "CREATE TABLE marks (path TEXT PRIMARY KEY, kept BLOB NOT NULL) WITHOUT ROWID",
    # Apart from what is known of the articles, of which all is read by every build.
    "texts": "CREATE TABLE texts (path TEXT PRIMARY KEY, texts BLOB NOT NULL, line BLOB NOT NULL) WITHOUT ROWID",
}
OF_ARTICLES = ("articles", "texts")
"""The tables that have a row of each article."""
PATIENCE = 1
"""Seconds to wait for another program that writes."""
CACHED_KB = 16_000
"""The most memory that SQLite takes for its pages."""
Row = tuple[object, ...]


class ShelfDatabase:
    """Rows of bytes, each with a checksum over it and its path."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._db = self._opened()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """Give the rows of a query; none where they can't be read."""
        with suppress(sqlite3.Error):
            return self._db.execute(query, values).fetchall()
        return []

    def each(self, query: str) -> Iterator[Row]:
        """Yield the rows of a query one by one, those that can be read: of forty thousand articles all of them would be 140 MB."""
        with suppress(sqlite3.Error):
            yield from self._db.execute(query)

    def change(self, statement: str, values: Iterable[Sequence[object]]) -> None:
        """Run a statement for each of some values."""
        given = list(values)
        try:
            self._db.executemany(statement, given)
        except sqlite3.Error:
            self._begin_anew()
            self._db.executemany(statement, given)

    def keep(self) -> None:
        """Write all of it to the disk."""
        with suppress(sqlite3.Error):
            self._db.commit()
        self.close()

    def close(self) -> None:
        """Leave the disk as it was."""
        self._db.close()

    def _begin_anew(self) -> None:
        """Begin with empty tables; a disk that takes no more, or a database that fails again, is not asked once more."""
        self._db.close()
        file, self._file = self._file, None
        with suppress(OSError, sqlite3.Error):
            if file:
                file.unlink(missing_ok=True)
        self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        if self._file is not None:
            with suppress(OSError, sqlite3.Error):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                if self._file.exists() and self._file.stat().st_size > LARGEST_FILE:
                    self._file.unlink()
                return _begun(str(self._file))
            with suppress(OSError, sqlite3.Error):
                self._file.unlink()  # cut, or not a database
                return _begun(str(self._file))
        return _begun(":memory:")


def _begun(place: str) -> sqlite3.Connection:
    db = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute(f"PRAGMA cache_size = -{CACHED_KB}")
        db.execute("BEGIN IMMEDIATE")
        tables = sorted(("table", name, sql) for name, sql in SCHEMA.items())
        if sorted(db.execute("SELECT type, name, sql FROM sqlite_master")) != tables:
            for (name,) in list(db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")):
                db.execute(f'DROP TABLE "{name.replace(chr(34), chr(34) * 2)}"')
            for sql in SCHEMA.values():
                db.execute(sql)
    except BaseException:
        db.close()
        raise
    return db


def summed(path: str, data: bytes) -> bytes:
    """Put a checksum over the path and the data before the data."""
    return crc32(data, crc32(path.encode("utf-8", "surrogatepass"))).to_bytes(4, "big") + data


def unsummed(path: str, data: object) -> bytes | None:
    """Give the data behind its checksum; None where it does not hold."""
    if not isinstance(data, bytes) or summed(path, data[4:]) != data:
        return None
    return data[4:]
