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
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar
from zlib import ZLIB_RUNTIME_VERSION, crc32

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from warraq.archive.problem import Problem

from .cache_trust import cache_problems
from .cached_results import form_of
from .program_stamp import remembered_digest

Result = TypeVar("Result")
WARRAQ = Path(__file__).parents[1]
SCHEMA = "CREATE TABLE cache (key BLOB PRIMARY KEY, made BLOB NOT NULL) WITHOUT ROWID"
LARGEST_RESULT = 5_000_000
LARGEST_FILE = 2_000_000_000
MOST_AHEAD = 200_000_000
MOST_WAITING = 4_000_000
"""Bytes of new results that are in memory before they are written."""
TOGETHER = 100
"""New results after which garbage is looked for."""
SOUND = "typeof(key) = 'blob' AND typeof(made) = 'blob' AND length(made) <= ?"
PATIENCE = 1
"""Seconds to wait for another program that writes."""


@cache
def program_digest() -> bytes:
    """Hash our code and data files, Python, and every package's version: another one may give other results."""
    digest = sha256(f"{sys.version} {ZLIB_RUNTIME_VERSION}".encode())
    digest.update(remembered_digest(WARRAQ, folder_digest))
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
    top = str(folder)
    real = {top: os.path.realpath(top)}
    for here, folders, files in os.walk(top, followlinks=True):
        inner = {name: _real_path(real[here], name) for name in folders if name != "__pycache__"}
        # A link may lead to a folder that it stands in.
        entered = set(real.values())
        folders[:] = sorted(name for name, place in inner.items() if place not in entered)
        real |= {f"{here}/{name}": inner[name] for name in folders}
        for name in sorted(files):
            with open(f"{here}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each takes as long as reading it
                data = file.readall()
            digest.update(f"{here.removeprefix(top)}/{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.digest()


def _real_path(folder: str, name: str) -> str:
    """Give the path without links of a name in a folder, whose path has none."""
    place = f"{folder}/{name}"
    return os.path.realpath(place) if os.path.islink(place) else place  # noqa: PTH114 - likewise


class Cache:
    """Results by their keys. They stay on the disk until they are asked for; new ones are written there many at a time."""

    def __init__(self, file: Path) -> None:
        refusals, warnings = cache_problems(file)
        self.problems: tuple[Problem, ...] = (*refusals, *warnings)
        """Why it is not used, or might leave this machine: warnings."""
        self._file = None if refusals else file
        self._new: dict[bytes, bytes] = {}
        self._waiting = 0
        """Bytes of the new results that are not written yet."""
        self._asked: set[bytes] = set()
        self._ahead: dict[bytes, bytes] = {}  # read, and not asked for yet
        self._known: sqlite3.Connection | None = None
        self._whole = False
        self._lock = RLock()
        """Pictures are looked at in several threads."""
        # Results live to the end of the run: collecting garbage among them again and again costs a third of the time.
        gc.disable()
        try:
            self._known = self._read()
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

    def read_ahead(self) -> None:
        """Read all results at once, for one who asks for nearly all of them: one by one takes three times as long."""
        if self._known is not None and self._file and self._file.stat().st_size <= MOST_AHEAD:
            with suppress(sqlite3.Error):  # what is cut shows when it is asked for
                self._ahead = dict(self._known.execute(f"SELECT key, made FROM cache WHERE {SOUND}", (LARGEST_RESULT,)))  # noqa: S608 - our own words

    @staticmethod
    def key(what: str, of: bytes) -> bytes:
        """Return the key of a result; code and data of Warraq are part of it."""
        return sha256(b"\0".join([program_digest(), what.encode(), of])).digest()

    def get(self, what: str, key: bytes) -> Any | None:
        """Return the result of a kind cached under a key; None where there is none that holds."""
        self._asked.add(key)
        with self._lock:
            form, made = form_of(what), self._made(key)
        if form is None or made[:4] != _checksum(key, made[4:]):
            return None
        try:
            return form.validate_json(made[4:], strict=True)
        except (ValidationError, ValueError, RecursionError):
            return None

    def _made(self, key: bytes) -> bytes:
        """Read what is kept under a key; nothing where it can't be read."""
        if (ahead := self._ahead.pop(key, None)) is not None:
            return ahead
        if self._known is None:
            return b""
        try:
            found = self._known.execute(f"SELECT made FROM cache WHERE key = ? AND {SOUND}", (key, LARGEST_RESULT))  # noqa: S608 - our own words
            return next(found, (b"",))[0]
        except sqlite3.Error as error:
            if not _is_busy(error):
                self._forget()  # cut: what follows is made anew
            return b""

    def set(self, what: str, key: bytes, made: object) -> None:
        """Cache a result; one that JSON can't hold, such as half a character, is made anew each time."""
        self._asked.add(key)
        form = form_of(what)
        if form is None or self._file is None:
            return
        with suppress(PydanticSerializationError, UnicodeError, RecursionError):
            data = form.dump_json(made, exclude_defaults=True)
            with self._lock:
                self._new[key] = _checksum(key, data) + data
                self._waiting += len(data)
                if len(self._new) % TOGETHER == 0:
                    gc.collect(0)  # what was left in circles since; results that stay are looked at once
                if self._waiting > MOST_WAITING:
                    self._write()

    def close(self) -> None:
        """Write new results; delete those that this run did not ask for."""
        gc.enable()
        self._ahead = {}
        keys = self._keys()
        old = [(key,) for key in keys if key not in self._asked]
        if not self._whole or self._new or len(old) * 2 >= max(len(keys), 1):
            self._write(old)
        self._forget()

    def _keys(self) -> list[bytes]:
        if self._known is not None:
            with suppress(sqlite3.Error):
                return [key for (key,) in self._known.execute("SELECT key FROM cache")]
        return []

    def _forget(self) -> None:
        """Leave what is on the disk; unless it is read again, the next results begin a new file."""
        if self._known is not None:
            self._known.close()
        self._known, self._whole = None, False

    def _read(self) -> sqlite3.Connection | None:
        """Open what is kept."""
        if self._file is None or not 0 < self._file.stat().st_size <= LARGEST_FILE:
            return None
        opened = _connected(f"{self._file.absolute().as_uri()}?mode=ro")
        try:
            self._whole = list(opened.execute("SELECT type, sql FROM sqlite_master")) == [("table", SCHEMA)]
        finally:
            if not self._whole:
                opened.close()
        return opened if self._whole else None

    def _write(self, old: Iterable[tuple[bytes]] = ()) -> None:
        """Write the new results, and delete old ones."""
        new, self._new, self._waiting = self._new, {}, 0
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if not self._whole:
                self._file.unlink(missing_ok=True)
            with closing(_connected(str(self._file))) as opened, opened:
                if not self._whole:
                    opened.execute(SCHEMA)
                opened.executemany("DELETE FROM cache WHERE key = ?", old)
                opened.executemany("INSERT OR REPLACE INTO cache VALUES (?, ?)", new.items())
            self._known = self._known or self._read()
        except (sqlite3.Error, OSError) as error:
            if not _is_busy(error):
                self._forget()
                with suppress(OSError):
                    self._file.unlink()  # cut, or not a database: the next results begin a new one


def _connected(place: str) -> sqlite3.Connection:
    opened = sqlite3.connect(place, timeout=PATIENCE, uri=place.startswith("file:"), check_same_thread=False)
    opened.execute("PRAGMA trusted_schema = OFF")
    return opened


def _is_busy(error: Exception) -> bool:
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY


def _checksum(key: bytes, data: bytes) -> bytes:
    """Sum a result with its key: a disk that forgets or changes bytes must not change what is found."""
    return crc32(data, crc32(key)).to_bytes(4, "big")
