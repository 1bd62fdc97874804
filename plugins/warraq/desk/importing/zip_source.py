"""
A ZIP file as a source of files.

Nothing of it is ever unpacked to a path that the ZIP names: entries are read, bounded, and written under names of our own. An entry
that can't be read is named with its reason; the others come in (`zip_directory.py`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warraq.archive.damage import why_damaged
from warraq.language import Message, message
from warraq.repair.readers.wrappings.zipped import page_in

from . import sources
from .sources import SYSTEM_FOLDERS, RejectedFileError, SourceFile
from .zip_directory import ForgivingFile

MOST_COMPRESSED = 300
"""Times that text shrinks at best in a ZIP; a large entry that claims more is made to fill disks."""
PIECE = 4096
"""Bytes read at a time of what is compressed otherwise than by deflate: Python unpacks all of a piece at once."""
LINK = 0xA
"""Of a Unix file's mode, its kind: the entry's content is a path."""


class DamagedZipError(Exception):
    """A ZIP file whose list of entries can't be read."""


@dataclass(frozen=True, slots=True)
class ZipSource:
    """A ZIP file; an entry's path is never used as a path of this machine."""

    path: Path

    def files(self) -> Iterator[SourceFile]:
        """Yield every entry that is a file but the system's, in no order."""
        for name, entry in _entries(self.path).items():
            if not _is_systems(name) and not _is_link(entry):
                yield SourceFile(name, f"{entry.file_size}-{entry.CRC:08x}")

    def rejected(self) -> Iterator[SourceFile]:
        """Yield the links, and texts that are hidden."""
        for name, entry in _entries(self.path).items():
            *folders, file = name.split("/")
            if not _is_systems(name) and _is_link(entry):
                yield SourceFile(name, "", sources.is_link())
            elif sources.is_hidden_text(file) and not any(map(_is_hidden, folders)):
                yield SourceFile(name, "", sources.hidden())

    def holds(self, name: str) -> bool:
        """Tell whether an entry that is a file has this path."""
        entry = _entries(self.path).get(name)
        return entry is not None and not _is_systems(name) and not _is_link(entry)

    def read(self, name: str) -> bytes:
        """Read an entry of at most `LARGEST` bytes, not one that is locked or made to fill disks."""
        entry = _entries(self.path)[name]
        if entry.flag_bits & 1:
            raise RejectedFileError(message("It is locked with a password."))
        inflated = entry.file_size > 1_000_000 and entry.file_size > MOST_COMPRESSED * max(entry.compress_size, 1)
        if entry.file_size > sources.LARGEST or inflated:
            raise sources.too_large()
        piece = entry.file_size if entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) else PIECE
        try:
            with _opened(self.path).open(entry) as stream:
                return b"".join(iter(lambda: stream.read(max(piece, 1)), b""))
        except Exception as error:  # noqa: BLE001 - zipfile's, zlib's and lzma's errors have no other common ancestor
            raise RejectedFileError(_damage(error)) from None


def _damage(error: Exception) -> Message:
    if isinstance(error, NotImplementedError):
        return message("It is packed in a way that can't be unpacked here. Pack it anew as an ordinary ZIP file.")
    return message("The ZIP file is damaged here: {reason}.", reason=why_damaged(error))


def _is_systems(name: str) -> bool:
    *folders, file = name.split("/")
    return any(map(_is_hidden, folders)) or sources.is_system_file(file)


def _is_hidden(folder: str) -> bool:
    return folder.startswith(".") and bool(folder.strip("."))


def _is_link(entry: zipfile.ZipInfo) -> bool:
    return (entry.external_attr >> 28) == LINK


def is_one_page(path: Path) -> bool:
    """Tell whether a ZIP file is one page that SingleFile saved: that is an original, not a source of files."""
    try:
        return path.stat().st_size <= sources.LARGEST and page_in(list(_entries(path))) is not None
    except (DamagedZipError, OSError):
        return False


def forget_opened() -> None:
    """Forget which ZIP files are open: a process that was forked would share the place that is read with another one."""
    _opened.cache_clear()


@cache
def _opened(path: Path) -> zipfile.ZipFile:
    try:
        file = ForgivingFile(path)
        made = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, UnicodeError, ValueError, EOFError) as error:
        raise DamagedZipError(str(error)) from error
    file.forgives = False
    return made


@cache
def _entries(path: Path) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    last: dict[str, int] = {}
    for entry in _opened(path).infolist():
        name = _name(entry).replace("\\", "/")
        if name.endswith("/") or name.startswith(SYSTEM_FOLDERS):
            continue
        entries[free_entry(name or "?", entries, last)] = entry
    return entries


def free_entry(name: str, taken: Container[str], last: dict[str, int]) -> str:
    """
    Give a second entry of one name another: both are files that somebody put there.

    `last` holds the number that each name got last: a ZIP may have a hundred thousand entries of one name.
    """
    folder, slash, file = name.rpartition("/")
    stem, dot, ending = file.rpartition(".")
    number, made = last.get(name, 1), name
    while made in taken:
        number += 1
        # One that is hidden stays so.
        made = f"{folder}{slash}" + (f"{stem or dot} ({number}){dot}{ending}" if dot else f"{file} ({number})")
    last[name] = number
    return made


def _name(entry: zipfile.ZipInfo) -> str:
    """Read an entry's name: macOS writes UTF-8 without saying so, and Python takes it for the DOS code page."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename
