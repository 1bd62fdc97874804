"""
What is to be imported: a folder, a ZIP file, or one file.

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

from .companions import companion_of

LARGEST = 50_000_000
"""Bytes of one file; no article comes near it."""
MOST_COMPRESSED = 300
"""Times that text shrinks at best in a ZIP; what claims more, in a large entry, is made to fill disks."""
NOT_OURS = ("__MACOSX/", "$RECYCLE.BIN/")
LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})


class NotTakenError(Exception):
    """A file that can't be taken, and why."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class Found:
    """One file below the place."""

    name: str
    """Its path below the place, with `/`, as the place itself spells it."""
    stamp: str
    """Another where the file is another: size and time, or the ZIP's checksum."""


class Place(Protocol):
    """Where files come from; pickles."""

    @property
    def path(self) -> Path:
        """Where it is."""

    def files(self) -> Iterator[Found]:
        """Every file, in no order."""

    def read(self, name: str) -> bytes:
        """The bytes of one; a NotTakenError where they can't be had."""


def place_of(path: Path) -> Place:
    """Say what a path is."""
    if path.is_dir():
        return Folder(path)
    if path.suffix.lower() == ".zip" and zipfile.is_zipfile(path):
        return Zip(path)
    return Single(path)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with everything below it; links are not followed: they may lead anywhere."""

    path: Path

    def files(self) -> Iterator[Found]:
        for folder, folders, names in os.walk(self.path):
            folders[:] = [f for f in folders if not f.startswith(".")]
            for name in names:
                file = Path(folder, name)
                if not _left_by_a_system(name) and not file.is_symlink():
                    stat = file.stat()
                    inside = file.relative_to(self.path).as_posix()
                    yield Found(inside, f"{stat.st_size}-{stat.st_mtime_ns}")

    def read(self, name: str) -> bytes:
        return _bounded(self.path / name)


@dataclass(frozen=True, slots=True)
class Single:
    """One file; a saved page's folder beside it counts."""

    path: Path

    def files(self) -> Iterator[Found]:
        stat = self.path.stat()
        yield Found(self.path.name, f"{stat.st_size}-{stat.st_mtime_ns}")
        for folder in self.path.parent.iterdir():
            if folder.is_dir() and not folder.is_symlink() and companion_of(self.path.name, folder.name):
                for found in Folder(folder).files():
                    yield Found(f"{folder.name}/{found.name}", found.stamp)

    def read(self, name: str) -> bytes:
        return _bounded(self.path.parent / name)


@dataclass(frozen=True, slots=True)
class Zip:
    """A ZIP file; its entries' names are only names, whatever path they claim."""

    path: Path

    def files(self) -> Iterator[Found]:
        for name, entry in _entries(self.path).items():
            parts = name.split("/")
            if not any(p.startswith(".") and p.strip(".") for p in parts) and not _left_by_a_system(parts[-1]):
                yield Found(name, f"{entry.file_size}-{entry.CRC:08x}")

    def read(self, name: str) -> bytes:
        entry = _entries(self.path)[name]
        if entry.flag_bits & 1:
            raise NotTakenError(message("It is locked with a password."))
        bomb = entry.file_size > 1_000_000 and entry.file_size > MOST_COMPRESSED * max(entry.compress_size, 1)
        if entry.file_size > LARGEST or bomb:
            raise NotTakenError(message("It is larger than {limit} megabytes.", limit=LARGEST // 1_000_000))
        try:
            with _opened(self.path).open(entry) as stream:
                data = stream.read(LARGEST + 1)
        except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError) as error:
            raise NotTakenError(message("The ZIP file is damaged here: {reason}.", reason=str(error))) from None
        except Exception as error:  # zlib.error and lzma's have no common ancestor but this
            raise NotTakenError(message("The ZIP file is damaged here: {reason}.", reason=str(error))) from None
        return data


def _left_by_a_system(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in LEFT_BY_SYSTEMS


def _bounded(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise NotTakenError(message("It can't be opened: {reason}.", reason=error.strerror or str(error))) from None
    if len(data) > LARGEST:
        raise NotTakenError(message("It is larger than {limit} megabytes.", limit=LARGEST // 1_000_000))
    return data


@cache
def _opened(path: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


@cache
def _entries(path: Path) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in _opened(path).infolist():
        name = _name(entry).replace("\\", "/")
        # A link's content is a path: of no use, and not to be followed.
        if not entry.is_dir() and not name.startswith(NOT_OURS) and (entry.external_attr >> 28) != 0xA:
            entries[name] = entry
    return entries


def _name(entry: zipfile.ZipInfo) -> str:
    """Read a name as it was meant: macOS writes UTF-8 without saying so, and Python takes it for the DOS code page."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename
