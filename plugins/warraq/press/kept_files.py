"""
Files of the former site that stay as they are in the new one.

They stand in the second tree already (`second_tree.py`), or are put there out of the former site when the new one is whole. A file that
somebody changed, or that is gone, is not kept: its size or its time differs from when it was written. Where only the time differs, as
after a copy of the whole site, its bytes are compared.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from .article_result import WrittenFile
from .second_tree import SecondTree, Stamp


class FormerSite:
    """The site that stands, and the one before it: out of them files are kept in the new one."""

    def __init__(self, output: Path, spare: Path) -> None:
        # As words, not as paths: sixty thousand of them are looked at.
        self._output = str(output)
        self._tree = SecondTree(spare)
        self._only_there: set[str] = set()
        """Kept files that the second tree has not as they are."""

    def keep(self, files: Iterable[WrittenFile]) -> bool:
        """Keep files; return whether all of them could be."""
        return all(map(self._keep, files))

    def place(self, inside: str) -> Path:
        """Give the file that is kept under a path below the site's folder."""
        return (Path(self._output) if inside in self._only_there else self._tree.folder) / inside

    def complete(self, written: Path, planned: Collection[str]) -> dict[str, Stamp]:
        """Make the new site out of the folder `written` and of files that are kept of those that are planned; give its files."""
        self._tree.complete(written, planned, Path(self._output), self._only_there)
        return self._tree.files

    def _keep(self, file: WrittenFile) -> bool:
        there = self._tree.files.get(file.inside)
        if there and there.size == file.size and there.time == file.time:
            return True
        self._only_there.add(file.inside)
        with suppress(OSError):
            return is_as_written(f"{self._output}/{file.inside}", file)
        return False


def is_as_written(file: str, written: WrittenFile) -> bool:
    """Tell whether a file is as it was written; an OSError where it is gone."""
    found = os.lstat(file)
    if not stat.S_ISREG(found.st_mode) or found.st_size != written.size:
        return False
    return found.st_mtime_ns == written.time or sha256(Path(file).read_bytes()).hexdigest() == written.sha256
