"""The damaged file as it was found; no command changes it."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

TEXT_ENDINGS = frozenset({"", "txt", "text", "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp"})
"""Endings of texts and saved pages, in small letters; programs of servers leave theirs to the pages they made."""
LARGEST_FILE = 50_000_000
"""Bytes of a file that is read; an import takes no larger one either, and no page that a file wraps."""
WRAPPING_ENDINGS = frozenset({"mht", "mhtml", "webarchive", "gz", "zip"})
"""Endings of files that may hold a page in another wrapping (`Wrapping`)."""
MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
"""The byte order marks that are read."""


class OriginalKind(StrEnum):
    """The sort of the file, which decides the reader that reads it."""

    TEXT = "text"
    FRAGMENT = "fragment"
    """Pieces of HTML without the page around them."""
    PAGE = "page"


class Wrapping(StrEnum):
    """What a page is wrapped in, where the file is not the page itself."""

    GZIP = "gzip"
    MHTML = "mhtml"
    """One message with the page and its pictures as parts: Chrome's and Internet Explorer's."""
    WEBARCHIVE = "webarchive"
    """Safari's property list."""
    ZIP = "zip"
    """SingleFile's, with the page in `index.html`; a page may stand before it that unpacks it."""


def stem_of(name: str) -> str:
    """Give the name that the article and the record of an original have: its own without its ending, `.html.gz` too; a folder may have dots."""
    folder, slash, file = name.rpartition("/")
    stem, _, ending = file.rpartition(".")
    inner, _, inner_ending = stem.rpartition(".")
    if inner and ending.lower() == "gz" and inner_ending.lower() in (TEXT_ENDINGS | WRAPPING_ENDINGS) - {""}:
        stem = inner
    return folder + slash + (stem or file)


@dataclass(frozen=True, slots=True)
class KeptBytes:
    """Bytes that the encoding alone would not give back: they are none of its letters, or a second writing of one."""

    at: int
    """The place in O of the one letter that stands for them; U+FFFD where they are no letter."""
    bytes: str
    """Two hexadecimal digits each."""


@dataclass(frozen=True, slots=True)
class Part:
    """The page within a file that wraps it."""

    wrapping: Wrapping
    """The innermost: of an MHTML file that is compressed it is MHTML."""
    name: str
    """Its address or its path in the file, as the file states it; empty where it has none."""
    data: bytes
    """The page's bytes, unpacked."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file of `content/originals/`, and its decoded text: `bytes_again() == bytes_read`, always."""

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
    kept_bytes: tuple[KeptBytes, ...] = ()
    """In the order of their places."""
    part: Part | None = None
    """The page that was read, where the file wraps it."""
    encoding_inferred: bool = False
    """The words decided on the encoding: the file declares none, or one that makes no sense of them."""
    address: str = ""
    """The page's, as its wrapping states it."""

    @property
    def stem(self) -> str:
        """Give the name that its article and its record have."""
        return stem_of(self.name)

    @property
    def bytes_read(self) -> bytes:
        """Give the bytes that are the text: the file's, or those of the part that was read."""
        return self.part.data if self.part else self.data

    def bytes_again(self) -> bytes:
        """Encode the text: the result is `bytes_read`."""
        mark = MARKS[self.encoding] if self.bom else b""
        return mark + b"".join(encoded(self.text, self.encoding, self.kept_bytes))


def encoded(text: str, encoding: str, kept: tuple[KeptBytes, ...]) -> Iterator[bytes]:
    """Yield the bytes of a text, in pieces."""
    at = 0
    for each in kept:
        yield text[at : each.at].encode(encoding)
        yield bytes.fromhex(each.bytes)
        at = each.at + 1
    yield text[at:].encode(encoding)
