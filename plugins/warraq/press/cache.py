"""
What was made of the same bytes before: `check` asks again after every save, of ten thousand files of which nine have changed.

Kept in `.warraq/cache.sqlite`, by a hash of everything that a result depends on: the file's path and bytes, whatever else is
named, and all of Warraq's own code. Nothing goes wrong when the file is deleted, cut or locked, or its folder can't be
written; it is only slower then.
"""

from __future__ import annotations

import gc
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
PLUGINS = Path(__file__).parents[1]


@cache
def code_digest() -> bytes:
    """Of our code, of Python and of every package's version: another one may give other results."""
    digest = sha256(sys.version.encode())
    for file in sorted(PLUGINS.rglob("*.py")):
        digest.update(file.read_bytes())
    for package in sorted(f"{found.name} {found.version}" for found in distributions()):
        digest.update(package.encode())
    return digest.digest()


class Cache:
    """Results by what they were made of; written when closed."""

    def __init__(self, file: Path) -> None:
        self._new: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._known: dict[bytes, bytes] = {}
        self._file = file
        # What is recalled is kept to the end: looking through it for garbage again and again costs a third of the time.
        gc.disable()
        with suppress(sqlite3.Error, OSError), self._opened() as opened:
            self._known = dict(opened.execute("SELECT key, made FROM cache"))

    def __call__(self, what: str, of: bytes, make: Callable[[], Result]) -> Result:
        """Recall what was made of the same, or make it and keep it."""
        key = self.key(what, of)
        if (known := self.get(key)) is not None:
            return known  # type: ignore[return-value]  # the key names what was made
        made = make()
        self.set(key, made)
        return made

    @staticmethod
    def key(what: str, of: bytes) -> bytes:
        """The key of a result; the code is part of it."""
        return sha256(b"\0".join([code_digest(), what.encode(), of])).digest()

    def get(self, key: bytes) -> object | None:
        """What was kept under the key."""
        self._asked.add(key)
        try:
            made: object = pickle.loads(self._known[key])
        except Exception:  # a cut file can raise whatever its bytes happen to mean
            return None
        return made

    def set(self, key: bytes, made: object) -> None:
        """Keep a result."""
        self._asked.add(key)
        self._new[key] = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)

    def close(self) -> None:
        """Write what is new; forget what nobody asked for."""
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
                self._file.unlink()  # cut or no database at all: begun anew next time

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        opened = sqlite3.connect(self._file, timeout=5)
        opened.execute("CREATE TABLE IF NOT EXISTS cache (key BLOB PRIMARY KEY, made BLOB NOT NULL) WITHOUT ROWID")
        return opened
