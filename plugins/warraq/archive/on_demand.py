"""
Originals and records that have not changed: a build knows them by name and hash, and reads those alone that it needs.

The files of ten thousand originals and their records, as Python holds them, are a gigabyte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from .files import file_digest
from .original import Original
from .problem import Problem

if TYPE_CHECKING:
    from .record import Record

Made = TypeVar("Made")


class ChangedMeanwhileError(Exception):
    """A file is another than when the archive was read (`path`)."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of an original, or of a record, that was not read."""

    name: str
    """Of the original."""
    sha256: str
    """Of the original's bytes; a record's is the one that it states."""


class KnownFile(NamedTuple):
    """A file that has not changed since it was read."""

    path: str
    """For messages."""
    file: Path
    digest: bytes
    """Of the path and the bytes."""
    sha256: str
    """As `Head` has it."""

    def read(self) -> bytes:
        """Read it; a ChangedMeanwhileError says that it is another by now."""
        return read_again(self.path, self.file, self.digest)


def read_again(path: str, file: Path, digest: bytes) -> bytes:
    """Read a file that has not changed; a ChangedMeanwhileError says that it has."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ChangedMeanwhileError(path) from error
    if file_digest(path, data) != digest:
        raise ChangedMeanwhileError(path)
    return data


def read_before(made: Made | Problem | tuple[Problem, ...], path: str) -> Made:
    """Pass what a file was read as before, by the same bytes; a ChangedMeanwhileError where it is not."""
    if isinstance(made, (Problem, tuple)):
        raise ChangedMeanwhileError(path)
    return made


class OnDemand(Mapping[str, Made], Generic[Made]):
    """Originals, or records, by the name of the original; those that are `known` are read whenever they are asked for."""

    def __init__(
        self, read: Mapping[str, Made], known: Mapping[str, KnownFile], make: Callable[[str, bytes], Made]
    ) -> None:
        """`make` gives what a file is read as, by its path and bytes; its bytes were read so before."""
        self._read, self._known, self._make = read, known, make
        self._names = dict.fromkeys(sorted([*read, *known]))

    def __getitem__(self, name: str) -> Made:
        """Read one."""
        if known := self._known.get(name):
            return self._make(known.path, known.read())
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is one; nothing is read."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Give the names, in order."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count them."""
        return len(self._names)

    def sha256(self, name: str, of: Callable[[Made], str]) -> str:
        """Give the hash of one as its `Head` has it; `of` finds it in one that was read."""
        known = self._known.get(name)
        return known.sha256 if known else of(self._read[name])

    def with_more(self, more: Mapping[str, Made]) -> OnDemand[Made]:
        """Add some that were made since."""
        return OnDemand({**self._read, **more}, self._known, self._make)


def with_more(files: Mapping[str, Made], more: Mapping[str, Made]) -> Mapping[str, Made]:
    """Add originals, or records, that were made since; in the order of their names."""
    if isinstance(files, OnDemand):
        return files.with_more(more)
    return dict(sorted({**files, **more}.items()))


def original_sha256(originals: Mapping[str, Original], name: str) -> str:
    """Give the hash of an original's bytes."""
    if isinstance(originals, OnDemand):
        return originals.sha256(name, _sha256)
    return _sha256(originals[name])


def recorded_sha256(records: Mapping[str, Record], name: str) -> str:
    """Give the hash of an original's bytes as its record states it."""
    if isinstance(records, OnDemand):
        return records.sha256(name, _recorded)
    return _recorded(records[name])


def _sha256(original: Original) -> str:
    return sha256(original.data).hexdigest()


def _recorded(record: Record) -> str:
    return record.original.sha256
