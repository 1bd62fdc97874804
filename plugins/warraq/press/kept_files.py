"""
Files of the former site that stay as they are: the new site has them too, by a link where the file system can, else as a copy.

A file that somebody changed, or that is gone, is not kept: its size or its time differs from when it was written. Where only the time
differs, as after a copy of the whole site, its bytes are compared.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from .article_result import WrittenFile


class FormerSite:
    """The site that stands, out of which files are kept in the new one."""

    def __init__(self, output: Path, folder: Path) -> None:
        # As words, not as paths: sixty thousand of them are joined.
        self._output, self._folder = str(output), str(folder)
        self._made: set[str] = set()

    def keep(self, files: Iterable[WrittenFile]) -> bool:
        """Keep files; return whether all of them could be."""
        return all(map(self._keep, files))

    def _keep(self, file: WrittenFile) -> bool:
        former, new = f"{self._output}/{file.inside}", f"{self._folder}/{file.inside}"
        try:
            if not is_as_written(former, file):
                return False
            parent = file.inside.rpartition("/")[0]
            if parent not in self._made:
                os.makedirs(f"{self._folder}/{parent}", exist_ok=True)  # noqa: PTH103 - likewise
                self._made.add(parent)
            try:
                os.link(former, new)
            except OSError:  # another file system, or one without links
                shutil.copy2(former, new)
        except OSError:
            return False
        return True


def is_as_written(file: str, written: WrittenFile) -> bool:
    """Tell whether a file is as it was written; an OSError where it is gone."""
    found = os.lstat(file)
    if not stat.S_ISREG(found.st_mode) or found.st_size != written.size:
        return False
    return found.st_mtime_ns == written.time or sha256(Path(file).read_bytes()).hexdigest() == written.sha256
