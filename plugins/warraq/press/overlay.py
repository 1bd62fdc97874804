"""
The files of articles that were saved since the last build, laid over the site.

Each save has a folder of its own. What it made stands over the site until a build that began after it has ended: then the same bytes stand
in the site.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterable
from pathlib import Path


class Overlay:
    """Finds the newest file of an address; the server's threads ask it while a save or a build changes it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._files: dict[str, tuple[int, Path | None]] = {}
        self._folders: dict[int, Path] = {}
        self._left: list[Path] = []

    def put(self, number: int, folder: Path, files: Iterable[str], gone: Iterable[str]) -> None:
        """Lay the files of a save over the site, by their paths below its folder; `gone` are the paths of those that are no more."""
        with self._lock:
            self._folders[number] = folder
            self._files |= dict.fromkeys(gone, (number, None))
            self._files |= {inside: (number, folder / inside) for inside in files}

    def drop(self, number: int) -> None:
        """Take away what was saved up to a number: it is in the site now, or it will not be."""
        with self._lock:
            self._files = {inside: its for inside, its in self._files.items() if its[0] > number}
            # Somebody may be reading in the folders of this time: they are deleted the next time.
            old, self._left = self._left, [self._folders.pop(each) for each in list(self._folders) if each <= number]
        for folder in old:
            shutil.rmtree(folder, ignore_errors=True)

    def find(self, path: str) -> tuple[bool, Path | None]:
        """Tell whether a save decides about the path of a request, and give the file there, or the folder whose slash is missing."""
        inside = "/".join(part for part in path.split("/") if part)
        with self._lock:
            page = self._files.get(f"{inside}/index.html".lstrip("/"))
            known = page if path.endswith("/") else self._files.get(inside)
        if known:
            return True, known[1]
        if page and page[1] and not path.endswith("/"):
            return True, page[1].parent
        return False, None
