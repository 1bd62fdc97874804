"""
What files of articles were read as, told by their names, sizes and times: a build reads the files alone that changed.

What is known of an article is light (`archive/light_article.py`). Who needs its text reads the file again.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from warraq.archive.light_article import light
from warraq.archive.reading_article import ReadArticle

from .build_state import SETTLED
from .cache import Cache
from .cached_results import KnownArticle

KIND = "known-article"


class KnownArticles:
    """Articles as they are kept in a cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._keys: dict[str, bytes] = {}
        """Of the files that were asked for and may be kept, by path."""

    def find(self, path: str, file: Path) -> tuple[bytes, ReadArticle] | None:
        """Give the digest of the path and the bytes of a file that has not changed, and what it was read as."""
        try:
            its = os.stat(file)  # noqa: PTH116 - half the time, for ten thousand files
        except OSError:
            return None
        stamp = f"{path}\0{its.st_size}\0{its.st_mtime_ns}\0{its.st_ctime_ns}\0{its.st_ino}"
        key = self._cache.key(KIND, stamp.encode("utf-8", "surrogatepass"))
        # A file that was written just now may be written once more at the same time, as the file system tells it.
        if max(its.st_mtime_ns, its.st_ctime_ns) < time.time_ns() - SETTLED:
            self._keys[path] = key
        found = self._cache.get(KIND, key)
        return (bytes.fromhex(found.digest), found.read) if isinstance(found, KnownArticle) else None

    def keep(self, path: str, digest: bytes, read: ReadArticle) -> None:
        """Keep what a file was read as that was asked for before it was read."""
        if path in self._keys:
            self._cache.set(KIND, self._keys[path], KnownArticle(digest.hex(), light(read)))
