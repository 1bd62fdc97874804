"""
A cache of results: `check` runs after every save, of ten thousand files of which nine have changed.

It is kept in `.warraq/` and holds data: JSON with a checksum, checked against the type of the result when it is read. A result's key
is a hash of everything that the result depends on: the file's path and bytes, whatever else the caller names, and Warraq's own code
and data. When the file is deleted, cut, locked or of another make, or its folder can't be written, the work is only slower. A
cache that this user did not write here (`cache_trust.py`) is not opened.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from warraq.archive.problem import Problem

from .cache_trust import cache_problems
from .cached_results import form_of

Result = TypeVar("Result")
WARRAQ = Path(__file__).parents[1]
SCHEMA = "CREATE TABLE cache (key BLOB PRIMARY KEY, made BLOB NOT NULL) WITHOUT ROWID"
LARGEST_RESULT = 5_000_000
LARGEST_FILE = 2_000_000_000
PATIENCE = 1
"""Seconds to wait for another program that writes."""


@cache
def program_digest() -> bytes:
    """Hash our code and data files, Python, and every package's version: another one may give other results."""
    digest = sha256(sys.version.encode())
    digest.update(folder_digest(WARRAQ))
    for package in sorted(set(_packages())):
        digest.update(package.encode())
    return digest.digest()


def _packages() -> Iterator[str]:
    """Give the names of what pip installed, `NAME-VERSION.dist-info`: to read what stands in each takes half the time of a `check`."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (
                file.name for file in Path(folder or ".").iterdir() if file.suffix in (".dist-info", ".egg-info")
            )


def folder_digest(folder: Path) -> bytes:
    """Hash the paths and bytes of all files below a folder, except Python's compiled ones."""
    digest = sha256()
    entered: set[str] = set()
    for here, folders, files in os.walk(folder, followlinks=True):
        entered.add(os.path.realpath(here))
        inner = (name for name in folders if name != "__pycache__")
        # A link may lead to a folder that it stands in.
        folders[:] = sorted(name for name in inner if os.path.realpath(f"{here}/{name}") not in entered)
        for name in sorted(files):
            data = Path(here, name).read_bytes()
            digest.update(f"{here.removeprefix(str(folder))}/{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.digest()


class Cache:
    """Results by their keys; written when closed."""

    def __init__(self, file: Path) -> None:
        refusals, warnings = cache_problems(file)
        self.problems: tuple[Problem, ...] = (*refusals, *warnings)
        """Why it is not used, or might leave this machine: warnings."""
        self._file = None if refusals else file
        self._new: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._known: dict[bytes, bytes] = {}
        self._whole = False
        # Results live to the end of the run: collecting garbage among them again and again costs a third of the time.
        gc.disable()
        try:
            self._read()
        except (sqlite3.Error, OSError) as error:
            if _is_busy(error):
                self._file = None  # another program is writing it

    def __call__(self, what: str, of: bytes, make: Callable[[], Result]) -> Result:
        """Return the cached result, or make it and cache it; `what` names the kind of result, `of` what it is made of."""
        if form_of(what) is None:
            return make()
        key = self.key(what, of)
        if (known := self.get(what, key)) is not None:
            return known  # type: ignore[no-any-return]  # the key names what was made
        made = make()
        self.set(what, key, made)
        return made

    @staticmethod
    def key(what: str, of: bytes) -> bytes:
        """Return the key of a result; code and data of Warraq are part of it."""
        return sha256(b"\0".join([program_digest(), what.encode(), of])).digest()

    def get(self, what: str, key: bytes) -> Any | None:
        """Return the result of a kind cached under a key; None where there is none that holds."""
        self._asked.add(key)
        form, made = form_of(what), self._known.get(key, b"")
        if form is None or made[:4] != _checksum(key, made[4:]):
            return None
        try:
            return form.validate_json(made[4:], strict=True)
        except (ValidationError, ValueError, RecursionError):
            return None

    def set(self, what: str, key: bytes, made: object) -> None:
        """Cache a result; one that JSON can't hold, such as half a character, is made anew each time."""
        self._asked.add(key)
        form = form_of(what)
        if form is None:
            return
        with suppress(PydanticSerializationError, UnicodeError, RecursionError):
            data = form.dump_json(made, exclude_defaults=True)
            self._new[key] = _checksum(key, data) + data

    def close(self) -> None:
        """Write new results; delete those that this run did not ask for."""
        gc.enable()
        old = [(key,) for key in self._known.keys() - self._asked]
        if self._file is None or (self._whole and not self._new and len(old) * 2 < len(self._known)):
            return
        try:
            self._write(old)
        except (sqlite3.Error, OSError) as error:
            if not _is_busy(error):
                with suppress(OSError):
                    self._file.unlink()  # cut, or not a database: the next run starts a new one

    def _read(self) -> None:
        if self._file is None or not 0 < self._file.stat().st_size <= LARGEST_FILE:
            return
        with _opened(f"{self._file.absolute().as_uri()}?mode=ro") as opened:
            if list(opened.execute("SELECT type, sql FROM sqlite_master")) != [("table", SCHEMA)]:
                return
            sound = "typeof(key) = 'blob' AND typeof(made) = 'blob' AND length(made) <= ?"
            self._known = dict(opened.execute(f"SELECT key, made FROM cache WHERE {sound}", (LARGEST_RESULT,)))  # noqa: S608 - our own words
        self._whole = True

    def _write(self, old: list[tuple[bytes]]) -> None:
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if not self._whole and self._file.is_file():
            self._file.unlink()
        with _opened(str(self._file)) as opened, opened:
            if not list(opened.execute("SELECT type FROM sqlite_master")):
                opened.execute(SCHEMA)
            opened.executemany("DELETE FROM cache WHERE key = ?", old)
            opened.executemany("INSERT OR REPLACE INTO cache VALUES (?, ?)", self._new.items())


@contextmanager
def _opened(place: str) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(place, timeout=PATIENCE, uri=place.startswith("file:"))
    try:
        opened.execute("PRAGMA trusted_schema = OFF")
        yield opened
    finally:
        opened.close()


def _is_busy(error: Exception) -> bool:
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY


def _checksum(key: bytes, data: bytes) -> bytes:
    """Sum a result with its key: a disk that forgets or changes bytes must not change what is found."""
    return crc32(data, crc32(key)).to_bytes(4, "big")
