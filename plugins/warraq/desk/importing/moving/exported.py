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


def export_name(given: Given, endings: tuple[str, ...], is_it: Callable[[bytes], bool]) -> str:
    """Give the name of the one export in what is given, by its first bytes; empty where there is none, or several."""
    if given.files is None:
        return given.path.name if given.path.name.lower().endswith(endings) and is_it(_head(given.path)) else ""
    every = [each.name for each in given.files.files()]
    if any("/" not in name and ending_of(name) in TEXT_ENDINGS - {""} for name in every):
        return ""  # saved pages, among which somebody may have kept a feed
    names = sorted(name for name in every if name.lower().endswith(endings) and name.count("/") < 2)
    found = [name for name in names[:FEW] if is_it(_head_in(given, name))]
    return found[0] if len(found) == 1 else ""


def opened_export(given: Given, endings: tuple[str, ...], is_it: Callable[[bytes], bool]) -> Export:
    """Open the one export in what is given."""
    return Export(given.path, export_name(given, endings, is_it), given.files)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(8_192)
    except OSError:
        return b""


def _head_in(given: Given, name: str) -> bytes:
    if given.path.is_dir():
        return _head(given.path / name)
    try:
        return given.files.read(name)[:8_192] if given.files else b""
    except RejectedFileError:
        return b""


@lru_cache(4)
def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
