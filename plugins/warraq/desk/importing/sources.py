"""
The source of an import: a folder, a ZIP file (`zip_source.py`), or one file.

Only files are read. What else lies in a folder is named with its reason, so that nobody looks for it in vain, and never opened: a
pipe or a device would be waited for without end, and a link may lead anywhere.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from warraq.archive.files import is_litter
from warraq.archive.original import LARGEST_FILE, TEXT_ENDINGS
from warraq.archive.system_reason import system_reason
from warraq.language import Message, message

from .companions import is_companion
from .names import ending_of

LARGEST = LARGEST_FILE
"""Bytes of one file: what comes in has to be read from the archive later."""
SYSTEM_FOLDERS = ("__MACOSX/", "$RECYCLE.BIN/")


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
    rejection: Message | None = None
    """Why it is not even opened."""


class FileSource(Protocol):
    """A place that files come from. It is sent to other processes, so it can be pickled."""

    @property
    def path(self) -> Path:
        """Give its path."""

    def files(self) -> Iterator[SourceFile]:
        """Yield every file, in no order."""

    def rejected(self) -> Iterator[SourceFile]:
        """Yield what can't be read as a file and is no system's: links, pipes, folders that don't open."""

    def holds(self, name: str) -> bool:
        """Tell whether a file that `files()` yields has this path; of one file, whether one below its folder has."""

    def read(self, name: str) -> bytes:
        """Read one file; a RejectedFileError where it can't be read."""


def source_of(path: Path, where: str = "") -> FileSource:
    """Open a path as a source of files; `where`: which rows of a corpus."""
    from .corpus_source import CorpusSource, is_corpus
    from .moving.moving_source import moving_source
    from .tar_source import is_tar, tar_source
    from .zip_source import ZipSource, is_one_page

    if is_corpus(path):
        return CorpusSource(path, where)
    if path.is_dir():
        return moving_source(path, folder := FolderSource(path)) or folder
    if path.suffix.lower() == ".zip" and zipfile.is_zipfile(path) and not is_one_page(path):
        return moving_source(path, packed := ZipSource(path)) or packed
    if is_tar(path):
        return moving_source(path, unpacked := tar_source(path)) or unpacked
    return moving_source(path, None) or SingleFileSource(path)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A folder with everything below it; links are not followed: they may lead anywhere."""

    path: Path

    def files(self) -> Iterator[SourceFile]:
        """Yield every file but the system's, in no order."""
        return (found for found in self._found() if not found.rejection)

    def rejected(self) -> Iterator[SourceFile]:
        """Yield what can't be read as a file and is no system's: links, pipes, folders that don't open."""
        return (found for found in self._found() if found.rejection)

    def holds(self, name: str) -> bool:
        """Tell whether a file lies at this path, in folders that are no links."""
        here, found = self.path, None
        for part in name.split("/"):
            if part in ("", ".", "..") or is_system_file(part):
                return False
            here /= part
            try:
                found = here.lstat()
            except (OSError, ValueError):
                return False
            if stat.S_ISLNK(found.st_mode):
                return False
        return found is not None and stat.S_ISREG(found.st_mode)

    def read(self, name: str) -> bytes:
        """Read a file of at most `LARGEST` bytes."""
        return read_bounded(self.path / name)

    def _found(self) -> Iterator[SourceFile]:
        """Yield everything; an OSError where the folder itself can't be read."""
        left = [""]
        while left:
            folder = left.pop()
            try:
                with os.scandir(self.path / folder) as entries:
                    inside = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                if not folder:
                    raise
                yield SourceFile(folder, "", unopened(error))
                continue
            for entry in inside:
                name = f"{folder}/{entry.name}" if folder else entry.name
                if not is_system_file(entry.name) and (found := _seen(entry, name, left)):
                    yield found
                elif is_hidden_text(entry.name) and entry.is_file(follow_symlinks=False):
                    yield SourceFile(name, "", hidden())


def _seen(entry: os.DirEntry[str], name: str, folders: list[str]) -> SourceFile | None:
    """Give what stands at a name; a folder is added to `folders` instead."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError as error:
        return SourceFile(name, "", unopened(error))
    if stat.S_ISDIR(found.st_mode):
        folders.append(name)
        return None
    if stat.S_ISREG(found.st_mode):
        return SourceFile(name, _stamp(found))
    return SourceFile(name, "", is_link() if stat.S_ISLNK(found.st_mode) else no_file())


@dataclass(frozen=True, slots=True)
class SingleFileSource:
    """One file, with its companion folder if it is a saved page."""

    path: Path

    def files(self) -> Iterator[SourceFile]:
        """Yield the file, and those of its companion folder."""
        yield SourceFile(self.path.name, _stamp(self.path.stat()))
        for folder in self._companions():
            for found in FolderSource(folder).files():
                yield SourceFile(f"{folder.name}/{found.name}", found.stamp)

    def rejected(self) -> Iterator[SourceFile]:
        """Yield nothing: what lies in the companion folder and is no picture is not asked for."""
        yield from ()

    def holds(self, name: str) -> bool:
        """Tell whether a file lies at this path below the file's folder."""
        return FolderSource(self.path.parent).holds(name)

    def read(self, name: str) -> bytes:
        """Read a file of at most `LARGEST` bytes."""
        return read_bounded(self.path.parent / name)

    def _companions(self) -> Iterator[Path]:
        """Yield the companion folders that can be read."""
        try:
            beside = sorted(self.path.parent.iterdir())
        except OSError:
            return
        for folder in beside:
            is_ours = is_companion(self.path.name, folder.name) and folder.is_dir() and not folder.is_symlink()
            if is_ours and os.access(folder, os.R_OK | os.X_OK):
                yield folder


def is_system_file(name: str) -> bool:
    """Tell whether a file or folder is hidden, or one that a system or an open program left there."""
    return name.startswith((".", "~$")) or is_litter(name)


def is_hidden_text(name: str) -> bool:
    """Tell whether a hidden file could be a text that somebody misses; `._خبر.txt` is what a Mac leaves beside `خبر.txt`."""
    return name.startswith((".", "~$")) and not name.startswith("._") and ending_of(name) in TEXT_ENDINGS


def hidden() -> Message:
    """Say that a hidden file is left out."""
    return message("Its name is one of a hidden file, so it is left out. Rename it if it is a text of yours.")


def is_link() -> Message:
    """Say that a link is left out."""
    return message("It is a link, and links are not followed: they may lead anywhere. Put the file itself there.")


def no_file() -> Message:
    """Say that what has the name of a file is none."""
    return message("It is not a file but a pipe, a socket or a device.")


def unopened(error: OSError) -> Message:
    """Say why a file or a folder can't be opened."""
    return message("It can't be opened: {reason}.", reason=system_reason(error))


def read_bounded(file: Path) -> bytes:
    """Read a file of at most `LARGEST` bytes; a RejectedFileError where it is larger, can't be opened or is no file."""
    try:
        # A pipe that took the file's place would be waited for without end.
        with open(file, "rb", opener=_without_waiting) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise RejectedFileError(no_file())
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # a ValueError: a NUL in a name
        failure = error if isinstance(error, OSError) else OSError(0, type(error).__name__)
        raise RejectedFileError(unopened(failure)) from None
    if len(data) > LARGEST:
        raise too_large()
    return data


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def too_large() -> RejectedFileError:
    """Reject a file that is larger than any text."""
    return RejectedFileError(message("It is larger than {limit} megabytes.", limit=LARGEST // 1_000_000))


def _stamp(found: os.stat_result) -> str:
    return f"{found.st_size}-{found.st_mtime_ns}"
