"""From bytes to O: the encoding of a file, and whether it is text, pieces of HTML or a whole page."""

from __future__ import annotations

from warraq.archive.original import Original

from .encoding import decode
from .kind import kind_of
from .unreadable import UnreadableError

__all__ = ["UnreadableError", "read_original"]


def read_original(name: str, data: bytes) -> Original:
    """Decode a file so that its text gives its bytes back; an UnreadableError says what can't be read, and where."""
    read = decode(data)
    kind = kind_of(read.text)
    return Original(name, data, read.text, read.encoding, read.bom, kind, read.kept, encoding_inferred=read.inferred)
