"""
What is kept of the articles of the site that stands, from one build to the next: of each its key, its facts, its files, its texts.

It is kept in `.warraq/site.sqlite` and holds data: JSON with a checksum, checked against the type of the result when it is read. All
that a build adds is written when its site is exchanged; one that was killed leaves the shelf of the former site. Where the shelf is cut,
locked, of another make or another's, the work is only slower (`cache_trust.py`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from warraq.archive.problem import Problem
from warraq.pages.article_facts import ArticleTexts
from warraq.pages.texts import Texts, text_row

from .article_result import ArticleResult, Shelved, WrittenFile
from .cache import LARGEST_FILE
from .cache_trust import cache_problems

SCHEMA = {
    "articles": "CREATE TABLE articles "
    "(path TEXT PRIMARY KEY, kept BLOB NOT NULL, texts BLOB NOT NULL, line BLOB NOT NULL, words BLOB NOT NULL) WITHOUT ROWID",
    "files": "CREATE TABLE files (path TEXT PRIMARY KEY, kept BLOB NOT NULL) WITHOUT ROWID",
}
PATIENCE = 1
"""Seconds to wait for another program that writes."""
CACHED_KB = 16_000
"""The most memory that SQLite takes for its pages."""
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as it stands in the site."""

    key: str
    """The hash of what its own files depend on (`article_keys.py`), as hexadecimal digits."""
    details: str
    """The hash of what the vocabulary says of the concepts that it has."""
    around: str
    """The hash of what stands on its page about other articles."""
    result: ArticleResult


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A page or file of the site that is made of the facts of many articles."""

    key: str
    """The hash of what it was made of (`page_keys.py`), or of its bytes."""
    written: WrittenFile


FORMS: dict[Any, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (KeptArticle, KeptFile, ArticleTexts)}


class Shelf:
    """The kept articles of one site; the texts stay on the disk until they are asked for. Without a file, they are in memory."""

    def __init__(self, file: Path | None) -> None:
        refusals, warnings = cache_problems(file) if file else ([], [])
        self.problems: tuple[Problem, ...] = (*refusals, *warnings)
        """Why it is not used, or might leave this machine: warnings."""
        self.is_used = file is not None and not refusals
        """It is kept on the disk."""
        self._db = _opened(file if self.is_used else None)

    def kept(self) -> dict[str, KeptArticle]:
        """Read what is kept, by the path of the article; what can't be read is left out."""
        with suppress(sqlite3.Error):
            rows = self._db.execute("SELECT path, kept FROM articles")
            return {path: found for path, data in rows if (found := _read(KeptArticle, path, data)) is not None}
        return {}

    def files(self) -> dict[str, KeptFile]:
        """Read what is kept of pages and files of many articles, by address; what can't be read is left out."""
        with suppress(sqlite3.Error):
            rows = self._db.execute("SELECT path, kept FROM files")
            return {path: found for path, data in rows if (found := _read(KeptFile, path, data)) is not None}
        return {}

    def put_file(self, file: KeptFile) -> None:
        """Keep a page or file of many articles."""
        address = file.written.address
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (address, _written(address, file)))

    def drop_files(self, addresses: Iterable[str]) -> None:
        """Take pages or files of many articles away."""
        self._db.executemany("DELETE FROM files WHERE path = ?", ((address,) for address in addresses))

    def texts(self, path: str) -> ArticleTexts | None:
        """Read the texts of an article; None where there are none that hold."""
        with suppress(sqlite3.Error):
            row = self._db.execute("SELECT texts FROM articles WHERE path = ?", (path,)).fetchone()
            return _read(ArticleTexts, path, row[0]) if row else None
        return None

    def words(self, path: str) -> bytes | None:
        """Read the contribution of an article to the index of the search, as JSON; None where there is none that holds."""
        return self._summed(path, "SELECT words FROM articles WHERE path = ?")

    def row(self, path: str) -> str | None:
        """Read what the data file of articles says of the text of an article; None where there is nothing that holds."""
        found = self._summed(path, "SELECT line FROM articles WHERE path = ?")
        return None if found is None else found.decode()

    def _summed(self, path: str, query: str) -> bytes | None:
        with suppress(sqlite3.Error):
            row = self._db.execute(query, (path,)).fetchone()
            if row and isinstance(row[0], bytes) and row[0][:4] == _checksum(path, row[0][4:]):
                return row[0][4:]
        return None

    def put(self, path: str, large: Shelved) -> None:
        """Put the large part of an article there; what is known of its files comes later (`complete`)."""
        line = text_row(large.texts).encode("utf-8", "surrogatepass")
        summed = (_checksum(path, data) + data for data in (line, large.words))
        self._db.execute(
            "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?)", (path, b"", _written(path, large.texts), *summed)
        )

    def complete(self, path: str, kept: KeptArticle) -> None:
        """Put there what is known of an article whose files are whole."""
        self._db.execute("UPDATE articles SET kept = ? WHERE path = ?", (_written(path, kept), path))

    def drop(self, path: str) -> None:
        """Take an article away."""
        self._db.execute("DELETE FROM articles WHERE path = ?", (path,))

    def keep(self) -> None:
        """Write all of it to the disk; the site that it speaks of stands now."""
        with suppress(sqlite3.Error):
            self._db.commit()
        self._db.close()

    def forget(self) -> None:
        """Leave the disk as it was."""
        self._db.close()


def kept_shelf(output: Path) -> Path:
    """Return the file of the shelf of a site."""
    return output.parent / ".warraq" / f"{output.name}.sqlite"


class ShelvedTexts(Texts):
    """The texts of published articles by slug, read from a shelf one by one."""

    def __init__(self, shelf: Shelf, paths: Mapping[str, str], make: Callable[[str], ArticleTexts]) -> None:
        """`paths`: of the articles, by slug. `make`: makes the texts of the article at a path, where the shelf has none that hold."""
        self._shelf, self._paths, self._make = shelf, paths, make

    def __getitem__(self, slug: str) -> ArticleTexts:
        """Read the texts of one article."""
        path = self._paths[slug]
        return self._shelf.texts(path) or self._make(path)

    def row(self, slug: str) -> str:
        """Read the row of one."""
        path = self._paths[slug]
        found = self._shelf.row(path)
        return text_row(self._make(path)) if found is None else found

    def __iter__(self) -> Iterator[str]:
        """Give the slugs."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Count the articles."""
        return len(self._paths)


def _opened(file: Path | None) -> sqlite3.Connection:
    """Open the database in a file, or in memory where that can't be; it is written to in one transaction."""
    if file is not None:
        with suppress(OSError, sqlite3.Error):
            file.parent.mkdir(parents=True, exist_ok=True)
            if file.exists() and file.stat().st_size > LARGEST_FILE:
                file.unlink()
            return _begun(str(file))
        with suppress(OSError, sqlite3.Error):
            file.unlink()  # cut, or not a database
            return _begun(str(file))
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


def _written(path: str, value: object) -> bytes:
    """Write a value as JSON with a checksum over it and its path; one that JSON can't hold, such as half a character, as nothing."""
    try:
        data: bytes = FORMS[type(value)].dump_json(value, exclude_defaults=True)
    except (PydanticSerializationError, UnicodeError, RecursionError):
        return b""
    return _checksum(path, data) + data


def _read(kind: type[Kind], path: str, data: bytes) -> Kind | None:
    if not isinstance(data, bytes) or data[:4] != _checksum(path, data[4:]):
        return None
    try:
        return FORMS[kind].validate_json(data[4:], strict=True)  # type: ignore[no-any-return]  # it is of that kind
    except (ValidationError, ValueError, RecursionError):
        return None


def _checksum(path: str, data: bytes) -> bytes:
    return crc32(data, crc32(path.encode("utf-8", "surrogatepass"))).to_bytes(4, "big")
