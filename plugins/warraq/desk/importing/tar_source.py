"""
A tar file, compressed or not, as a source of files.

As of a ZIP file, nothing is unpacked to a path that it names. What is compressed is unpacked once, whole, into a file of ours, for a
compressed file can't be read from its middle.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from warraq.language import Message, message

from . import sources
from .sources import RejectedFileError, SourceFile

ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
OPENERS: dict[bytes, Callable[[Path], io.BufferedIOBase]] = {
    b"\x1f\x8b": gzip.GzipFile,
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
"""What a compressed file begins with, and what opens it."""
MOST_COMPRESSED = 300
"""Times that text shrinks at best."""
SMALLEST_BOUND = 100_000_000
"""Bytes that any file may unpack to."""
PIECE = 1 << 20


class DamagedTarError(Exception):
    """A tar file that can't be read."""


@dataclass(frozen=True, slots=True)
class TarSource:
    """A tar file; a name in it is never used as a path of this machine."""

    path: Path
    plain: Path
    """The tar file itself, not compressed."""

    def files(self) -> Iterator[SourceFile]:
        """Yield every file but the system's, in no order."""
        for name, member in _members(self.plain).items():
            if _is_file(name, member):
                yield SourceFile(name, f"{member.size}-{int(member.mtime)}-{member.offset}")

    def rejected(self) -> Iterator[SourceFile]:
        """Yield links, pipes and devices, what is packed with holes, and texts that are hidden."""
        for name, member in _members(self.plain).items():
            if not member.isdir() and (why := _rejection(name, member)):
                yield SourceFile(name, "", why)

    def holds(self, name: str) -> bool:
        """Tell whether a file has this path."""
        member = _members(self.plain).get(name)
        return member is not None and _is_file(name, member)

    def read(self, name: str) -> bytes:
        """Read a file of at most `LARGEST` bytes."""
        member = _members(self.plain)[name]
        if member.size > sources.LARGEST:
            raise sources.too_large()
        with self.plain.open("rb") as file:
            file.seek(member.offset_data)
            data = file.read(member.size)
        if len(data) < member.size:
            raise RejectedFileError(message("The tar file ends within it."))
        return data


def _is_file(name: str, member: tarfile.TarInfo) -> bool:
    return member.isreg() and not member.issparse() and not sources.is_system_file(name.rpartition("/")[2])


def _rejection(name: str, member: tarfile.TarInfo) -> Message | None:
    """Say why what is no folder is left out; nothing of files, and of what a system left there."""
    file = name.rpartition("/")[2]
    if sources.is_system_file(file):
        return sources.hidden() if member.isreg() and sources.is_hidden_text(file) else None
    if member.issym() or member.islnk():
        return sources.is_link()
    if member.issparse():
        return message("It is packed in a way that can't be unpacked here. Pack it anew as an ordinary ZIP file.")
    return None if member.isreg() else sources.no_file()


def is_tar(path: Path) -> bool:
    """Tell whether a file is called as tar files are."""
    return path.name.lower().endswith(ENDINGS) and path.is_file()


def tar_source(path: Path) -> TarSource:
    """Open a tar file; a DamagedTarError where it is none, or unpacks to more than any site is."""
    return TarSource(path, _unpacked(path))


_KEPT: list[TemporaryDirectory[str]] = []
"""Folders that go when this program ends."""


def _unpacked(path: Path) -> Path:
    with path.open("rb") as file:
        head = file.read(6)
    opener = next((opener for sign, opener in OPENERS.items() if head.startswith(sign)), None)
    if opener is None:
        return path
    folder = TemporaryDirectory(prefix="warraq-")
    _KEPT.append(folder)
    made = Path(folder.name, "plain.tar")
    left = max(MOST_COMPRESSED * path.stat().st_size, SMALLEST_BOUND)
    try:
        with opener(path) as stream, made.open("wb") as out:
            while piece := stream.read(PIECE):
                left -= len(piece)
                if left < 0:
                    raise DamagedTarError(path)
                out.write(piece)
    except (OSError, EOFError, lzma.LZMAError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of the disk
        raise DamagedTarError(path) from error
    return made


@cache
def _members(plain: Path) -> dict[str, tarfile.TarInfo]:
    """Give what is in a tar file, but not in folders that are hidden, by its names; of two of one name the later, as tar has it."""
    found: dict[str, tarfile.TarInfo] = {}
    try:
        with tarfile.open(plain, "r:") as tar:
            for member in tar:
                parts = [part for part in member.name.split("/") if part not in ("", ".", "..")]
                if parts and not any(map(sources.is_system_file, parts[:-1])):
                    found["/".join(parts)] = member
    except (tarfile.TarError, ValueError, EOFError) as error:
        raise DamagedTarError(plain) from error
    return found
