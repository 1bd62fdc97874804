"""The damaged file as it was found; no command changes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TEXT_ENDINGS = frozenset({"", "txt", "text", "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp"})
"""Endings of texts and saved pages, in small letters; programs of servers leave theirs to the pages they made."""


class OriginalKind(StrEnum):
    """The sort of the file, which decides the reader that reads it."""

    TEXT = "text"
    FRAGMENT = "fragment"
    """Pieces of HTML without the page around them."""
    PAGE = "page"


def stem_of(name: str) -> str:
    """Give the name that the article and the record of an original have: its own without its ending; a folder may have dots."""
    folder, slash, file = name.rpartition("/")
    return folder + slash + (file.rpartition(".")[0] or file)


@dataclass(frozen=True, slots=True)
class Original:
    """A file of `content/originals/`, and its decoded text: `encode(text) == data`, always."""

    name: str
    """Its path below `content/originals/`, with `/`."""
    data: bytes
    text: str
    """O: all positions of a record are code points of this. A byte order mark is not part of it; line ends are as in the file."""
    encoding: str
    """A codec of Python: `utf-8`, `utf-16-le`, `cp1256` …"""
    bom: bool
    """A byte order mark stood before the text."""
    kind: OriginalKind

    @property
    def stem(self) -> str:
        """Give the name that its article and its record have."""
        return stem_of(self.name)
