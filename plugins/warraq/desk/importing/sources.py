"""
The source of an import: a folder, a ZIP file, or one file.

Nothing of a ZIP is ever unpacked to a path that the ZIP names: entries are read, bounded, and written under names of our own.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from warraq.language import Message, message

from .companions import is_companion

LARGEST = 50_000_000
"""Bytes of one file; articles are far smaller."""
MOST_COMPRESSED = 300
"""Times that text shrinks at best in a ZIP; a large entry that claims more is made to fill disks."""
SYSTEM_FOLDERS = ("__MACOSX/", "$RECYCLE.BIN/")
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


class RejectedFileError(Exception):
    """A file that can't be imported, and why."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a source."""

    name: str
    """Its path below the source, with `/`, as the source spells it."""
    stamp: str
    """Size and time, or size and the ZIP's checksum: a changed file has another stamp."""


class FileSource(Protocol):
    """A place that files come from. It is sent to other processes, so it can be pickled."""

    @property
    def path(self) -> Path:
        """Give its path."""

    def files(self) -> Iterator[SourceFile]:
        """Yield every file, in no order."""

    def read(self, name: str) -> bytes:
        """Read one file; a RejectedFileError where it can't be read."""


def source_of(path: Path) -> FileSource:
    """Open a path as a source of files."""
    if path.is_dir():
        return FolderSource(path)
    if path.suffix.lower() == ".zip" and zipfile.is_zipfile(path):
        return ZipSource(path)
    return SingleFileSource(path)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A folder with everything below it; links are not followed: they may lead anywhere."""

    path: Path

    def files(self) -> Iterator[SourceFile]:
        """Yield every file but the system's, in no order."""
        for folder, folders, names in os.walk(self.path):
            folders[:] = [f for f in folders if not f.startswith(".")]
            for name in names:
                file = Path(folder, name)
                if not _is_system_file(name) and not file.is_symlink():
                    stat = file.stat()
                    inside = file.relative_to(self.path).as_posix()
                    yield SourceFile(inside, _stamp(stat))

    def read(self, name: str) -> bytes:
        """Read a file of at most `LARGEST` bytes."""
        return _bounded(self.path / name)


@dataclass(frozen=True, slots=True)
class SingleFileSource:
    """One file, with its companion folder if it is a saved page."""

    path: Path

    def files(self) -> Iterator[SourceFile]:
        """Yield the file, and those of its companion folder."""
        yield SourceFile(self.path.name, _stamp(self.path.stat()))
        for folder in self.path.parent.iterdir():
            if folder.is_dir() and not folder.is_symlink() and is_companion(self.path.name, folder.name):
                for found in FolderSource(folder).files():
                    yield SourceFile(f"{folder.name}/{found.name}", found.stamp)

    def read(self, name: str) -> bytes:
        """Read a file of at most `LARGEST` bytes."""
        return _bounded(self.path.parent / name)


@dataclass(frozen=True, slots=True)
class ZipSource:
    """A ZIP file; an entry's path is never used as a path of this machine."""

    path: Path

    def files(self) -> Iterator[SourceFile]:
        """Yield every entry that is a file but the system's, in no order."""
        for name, entry in _entries(self.path).items():
            parts = name.split("/")
            if not any(p.startswith(".") and p.strip(".") for p in parts) and not _is_system_file(parts[-1]):
                yield SourceFile(name, f"{entry.file_size}-{entry.CRC:08x}")

    def read(self, name: str) -> bytes:
        """Read an entry of at most `LARGEST` bytes, not one that is locked or made to fill disks."""
        entry = _entries(self.path)[name]
        if entry.flag_bits & 1:
            raise RejectedFileError(message("It is locked with a password."))
        inflated = entry.file_size > 1_000_000 and entry.file_size > MOST_COMPRESSED * max(entry.compress_size, 1)
        if entry.file_size > LARGEST or inflated:
            raise _too_large()
        try:
            with _opened(self.path).open(entry) as stream:
                return stream.read(LARGEST + 1)
        except Exception as error:  # noqa: BLE001 - zipfile's, zlib's and lzma's errors have no other common ancestor
            raise RejectedFileError(message("The ZIP file is damaged here: {reason}.", reason=str(error))) from None


def _is_system_file(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in SYSTEM_FILES


def _bounded(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise RejectedFileError(message("It can't be opened: {reason}.", reason=error.strerror or str(error))) from None
    if len(data) > LARGEST:
        raise _too_large()
    return data


def _too_large() -> RejectedFileError:
    return RejectedFileError(message("It is larger than {limit} megabytes.", limit=LARGEST // 1_000_000))


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size}-{stat.st_mtime_ns}"


@cache
def _opened(path: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


@cache
def _entries(path: Path) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in _opened(path).infolist():
        name = _name(entry).replace("\\", "/")
        # A link's content is a path: of no use, and not to be followed.
        if not entry.is_dir() and not name.startswith(SYSTEM_FOLDERS) and (entry.external_attr >> 28) != 0xA:
            entries[name] = entry
    return entries


def _name(entry: zipfile.ZipInfo) -> str:
    """Read an entry's name: macOS writes UTF-8 without saying so, and Python takes it for the DOS code page."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename
