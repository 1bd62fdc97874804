"""
What files of an archive were read as, told by their names, sizes and times: a build reads the files alone that changed.

What is known of a file is small: an article is light (`archive/light_article.py`), of an original and of a record there is a `Head`. Who
needs more reads the file again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from warraq.archive.light_article import light
from warraq.archive.on_demand import Head
from warraq.archive.original import Original
from warraq.archive.problem import Problem
from warraq.archive.reading import KnownReadings

from .cache import Cache
from .program_stamp import SETTLED

if TYPE_CHECKING:
    from warraq.archive.record import Record

Read = TypeVar("Read")
Light = TypeVar("Light")


def known_readings(cache: Cache) -> KnownReadings:
    """Give what a cache knows of the files of an archive."""
    cache.read_ahead()
    return KnownReadings(
        KnownFiles(cache, "known-article", light),
        KnownFiles(cache, "known-original", head_of_original),
        KnownFiles(cache, "known-record", head_of_record),
    )


def head_of_original(read: Original | Problem) -> Head | Problem:
    """Keep the name and the hash of an original."""
    return read if isinstance(read, Problem) else Head(read.name, sha256(read.data).hexdigest())


def head_of_record(read: Record | tuple[Problem, ...]) -> Head | tuple[Problem, ...]:
    """Keep of a record whose it is."""
    return read if isinstance(read, tuple) else Head(read.original.name, read.original.sha256)


class KnownFiles(Generic[Read, Light]):
    """Files of one kind, as they are kept in a cache."""

    def __init__(self, cache: Cache, kind: str, lighten: Callable[[Read], Light]) -> None:
        """`kind`: the name of its results in the cache (`cached_results.py`). `lighten` gives what is kept of a result."""
        self._cache, self._kind, self._lighten = cache, kind, lighten
        self._keys: dict[str, bytes] = {}
        """Of the files that were asked for and may be kept, by path."""

    def find(self, path: str, file: Path) -> tuple[bytes, Light] | None:
        """Give the digest of the path and the bytes of a file that has not changed, and what is kept of it."""
        try:
            its = os.stat(file)  # noqa: PTH116 - half the time, for ten thousand files
        except OSError:
            return None
        stamp = f"{path}\0{its.st_size}\0{its.st_mtime_ns}\0{its.st_ctime_ns}\0{its.st_ino}"
        key = self._cache.key(self._kind, stamp.encode("utf-8", "surrogatepass"))
        # A file that was written just now may be written once more at the same time, as the file system tells it.
        if max(its.st_mtime_ns, its.st_ctime_ns) < time.time_ns() - SETTLED:
            self._keys[path] = key
        if (found := self._cache.get(self._kind, key)) is None:
            return None
        digest, kept = found
        return bytes.fromhex(digest), kept

    def keep(self, path: str, digest: bytes, made: Read) -> None:
        """Keep the result of a file that was asked for before it was read."""
        if path in self._keys:
            self._cache.set(self._kind, self._keys[path], (digest.hex(), self._lighten(made)))
