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

from warraq.language import message

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
            if member.isreg() and not member.issparse():
                yield SourceFile(name, f"{member.size}-{int(member.mtime)}-{member.offset}")

    def rejected(self) -> Iterator[SourceFile]:
        """Yield the links."""
        for name, member in _members(self.plain).items():
            if member.issym() or member.islnk():
                yield SourceFile(name, "", sources.is_link())

    def holds(self, name: str) -> bool:
        """Tell whether a file has this path."""
        member = _members(self.plain).get(name)
        return member is not None and member.isreg() and not member.issparse()

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
    """Give what is in a tar file by its names; of two of one name the later, as tar has it."""
    found: dict[str, tarfile.TarInfo] = {}
    try:
        with tarfile.open(plain, "r:") as tar:
            for member in tar:
                parts = [part for part in member.name.split("/") if part not in ("", ".", "..")]
                if parts and not any(map(sources.is_system_file, parts)):
                    found["/".join(parts)] = member
    except (tarfile.TarError, ValueError, EOFError) as error:
        raise DamagedTarError(plain) from error
    return found
