"""
A cache of results: `check` runs after every save, of ten thousand files of which nine have changed.

It is kept in `.warraq/cache.sqlite`. A result's key is a hash of everything that the result depends on: the file's path and bytes,
whatever else the caller names, and Warraq's own code and data. When the file is deleted, cut or locked, or its folder can't be
written, the work is only slower.
"""

from __future__ import annotations

import gc
import os
import pickle
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
WARRAQ = Path(__file__).parents[1]


@cache
def program_digest() -> bytes:
    """Hash our code and data files, Python, and every package's version: another one may give other results."""
    digest = sha256(sys.version.encode())
    digest.update(folder_digest(WARRAQ))
    for package in sorted(f"{found.name} {found.version}" for found in distributions()):
        digest.update(package.encode())
    return digest.digest()


def folder_digest(folder: Path) -> bytes:
    """Hash the paths and bytes of all files below a folder, except Python's compiled ones."""
    digest = sha256()
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            data = Path(here, name).read_bytes()
            digest.update(f"{here.removeprefix(str(folder))}/{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.digest()


class Cache:
    """Results by their keys; written when closed."""

    def __init__(self, file: Path) -> None:
        self._new: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._known: dict[bytes, bytes] = {}
        self._file = file
        # Results live to the end of the run: collecting garbage among them again and again costs a third of the time.
        gc.disable()
        with suppress(sqlite3.Error, OSError), self._opened() as opened:
            self._known = dict(opened.execute("SELECT key, made FROM cache"))

    def __call__(self, what: str, of: bytes, make: Callable[[], Result]) -> Result:
        """Return the cached result, or make it and cache it; `what` names the kind of result, `of` what it is made of."""
        key = self.key(what, of)
        if (known := self.get(key)) is not None:
            return known  # type: ignore[return-value]  # the key names what was made
        made = make()
        self.set(key, made)
        return made

    @staticmethod
    def key(what: str, of: bytes) -> bytes:
        """Return the key of a result; code and data of Warraq are part of it."""
        return sha256(b"\0".join([program_digest(), what.encode(), of])).digest()

    def get(self, key: bytes) -> object | None:
        """Return the result cached under a key, or None."""
        self._asked.add(key)
        try:
            made: object = pickle.loads(self._known[key])  # noqa: S301 - a file that only this program writes
        except Exception:  # noqa: BLE001 - a cut file can raise whatever its bytes happen to mean
            return None
        return made

    def set(self, key: bytes, made: object) -> None:
        """Cache a result."""
        self._asked.add(key)
        self._new[key] = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)

    def close(self) -> None:
        """Write new results; delete those that this run did not ask for."""
        gc.enable()
        old = [(key,) for key in self._known.keys() - self._asked]
        if not self._new and len(old) * 2 < len(self._known):
            return
        try:
            with self._opened() as opened:
                opened.executemany("DELETE FROM cache WHERE key = ?", old)
                opened.executemany("INSERT OR REPLACE INTO cache VALUES (?, ?)", self._new.items())
        except (sqlite3.Error, OSError):
            with suppress(OSError):
                self._file.unlink()  # cut, or not a database: the next run starts a new one

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        opened = sqlite3.connect(self._file, timeout=5)
        opened.execute("CREATE TABLE IF NOT EXISTS cache (key BLOB PRIMARY KEY, made BLOB NOT NULL) WITHOUT ROWID")
        return opened
