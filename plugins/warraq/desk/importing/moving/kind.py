"""A kind of site or export that an import reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from warraq.desk.importing.sources import FileSource, SourceFile
from warraq.language import Message

from .moved_text import MovedText


class Site(Protocol):
    """A site or an export that was opened; reading the texts in their order costs no memory for the former ones."""

    def names(self) -> Iterator[SourceFile]:
        """Yield the texts, each by its name, and with its reason what is none."""

    def text(self, name: str) -> MovedText:
        """Give a text; a RejectedFileError where it can't be read."""

    def picture(self, address: str, text: MovedText, /) -> str:
        """Give the path of the file of the site that a picture's address in a text leads to; empty where there is none."""

    def read(self, path: str) -> bytes:
        """Read a file of the site; a RejectedFileError where it can't be read."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be imported: one file, or a folder (a ZIP file is one)."""

    path: Path
    files: FileSource | None
    """Of a folder; None of a file."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind; `docs/kinds.md` is made of these."""

    name: str
    """Of the program, as people know it."""
    given: Message
    """What is imported: which file or folder, and how it is had."""
    taken: Message
    """What comes along."""
    lost: Message
    """What does not."""
    is_it: Callable[[Given], bool]
    open: Callable[[Given], Site]
