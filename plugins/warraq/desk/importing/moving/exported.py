"""The file that a program exported: given by itself, or in a folder or a ZIP file beside the pictures of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory

from warraq.archive.original import TEXT_ENDINGS
from warraq.desk.importing.files_beside import FilesBeside
from warraq.desk.importing.names import ending_of
from warraq.desk.importing.sources import FileSource, RejectedFileError
from warraq.language import message

from .kind import Given

FEW = 20
"""Files of that ending, at the top of a folder, of which each is asked whether it is the export."""

HEAD = 8_192
"""Bytes by which most exports are known."""


class Export:
    """An export that was found, with what lies beside it."""

    def __init__(self, path: Path, name: str, files: FileSource | None) -> None:
        self.path, self.name, self.files = path, name, files
        self._beside = FilesBeside([], files.holds if files else lambda _: False)
        self._folder: TemporaryDirectory[str] | None = None
        if files is not None and not path.is_dir():
            # Of a ZIP file: what is large is read in pieces, and from many processes.
            self._folder = TemporaryDirectory(prefix="warraq-")
            self.path = Path(self._folder.name, "export")
            self.path.write_bytes(files.read(name))
        elif files is not None:
            self.path = path / name

    @property
    def sha256(self) -> str:
        """Give the hash of the export."""
        return _sha256(self.path)

    def picture(self, path: str) -> str:
        """Give the file at a path below the export's folder; empty where none came along."""
        return self._beside.named(path, posixpath.dirname(self.name)) if self.files and path else ""

    def read(self, path: str) -> bytes:
        """Read a file beside the export; a RejectedFileError where it can't be read."""
        if self.files is None:
            raise RejectedFileError(message("It did not come along."))
        return self.files.read(path)


def names_of_exports(given: Given, endings: tuple[str, ...]) -> list[str]:
    """Give the names of the files in what is given that may be exports; none among saved pages: somebody may have kept a feed with them."""
    if given.files is None:
        return [given.path.name] if given.path.name.lower().endswith(endings) else []
    every = [each.name for each in given.files.files()]
    if any("/" not in name and ending_of(name) in TEXT_ENDINGS - {""} for name in every):
        return []
    return sorted(name for name in every if name.lower().endswith(endings) and name.count("/") < 2)


def export_name(given: Given, endings: tuple[str, ...], is_it: Callable[[bytes], bool]) -> str:
    """Give the name of the one export in what is given, by its first bytes; empty where there is none, or several."""
    found = [name for name in names_of_exports(given, endings)[:FEW] if is_it(head_of(given, name))]
    return found[0] if len(found) == 1 else ""


def opened_export(given: Given, endings: tuple[str, ...], is_it: Callable[[bytes], bool]) -> Export:
    """Open the one export in what is given."""
    return Export(given.path, export_name(given, endings, is_it), given.files)


def head_of(given: Given, name: str, size: int = HEAD) -> bytes:
    """Give the first bytes of a file in what is given; none of one that can't be read."""
    try:
        if given.files is None or given.path.is_dir():
            with (given.path if given.files is None else given.path / name).open("rb") as file:
                return file.read(size)
        return given.files.read(name)[:size]
    except (OSError, RejectedFileError):
        return b""


@lru_cache(4)
def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
