"""
A file of a site, read and repaired.

The bytes are decoded as an original's are: a file in windows-1256, which Pelican can't read, is read. Line ends stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from warraq.archive.original import Original

from ..readers import read_original
from .prose import RepairedSource, repair_source
from .wishes import Wishes


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A file with what was repaired in it."""

    original: Original
    source: RepairedSource
    is_mixed: bool
    """Some of its lines end otherwise than others: it is not written."""

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.original.data

    @property
    def encoding(self) -> str:
        """A codec of Python."""
        return self.original.encoding

    @property
    def was_changed(self) -> bool:
        """Whether the words were repaired, or the file is in another encoding than UTF-8."""
        return bool(self.source.changes) or self.encoding != "utf-8"


def read_source(path: Path, wishes: Wishes, language: str | None) -> ReadSource:
    """Read and repair a file; an OSError or an UnreadableError where that can't be done."""
    data = path.read_bytes()
    original = read_original(path.name, data)
    text = original.text.replace("\r\n", "\n")
    is_mixed = "\r\n" in original.text and text.replace("\n", "\r\n") != original.text
    ending = path.suffix.lstrip(".").lower()
    done = repair_source(text, ending, wishes.rules, wishes.language or language)
    return ReadSource(original, done, is_mixed)
