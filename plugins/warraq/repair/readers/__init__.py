"""From bytes to O: the page in its wrapping, its encoding, and whether it is text, pieces of HTML or a whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warraq.archive.original import Original, Part

from .kind import kind_of

if TYPE_CHECKING:
    from .unreadable import UnreadableError

__all__ = ["UnreadableError", "read_original"]


def read_original(name: str, data: bytes) -> Original:
    """Decode a file so that its text gives its bytes back; an UnreadableError says what can't be read, and where."""
    # Loaded with the first file: a command that repairs texts of standard input needs none of it, and its start counts.
    from .encoding import decode
    from .unreadable import UnreadableError
    from .wrappings import unwrap

    wrapped = unwrap(data)
    if wrapped is None:
        read, part, address = decode(data), None, ""
    else:
        try:
            read = decode(wrapped.data, wrapped.charset)
        except UnreadableError as error:
            error.wrapping = True
            error.at = 0  # it is a place in the page, not in the file
            raise
        part, address = Part(wrapped.wrapping, wrapped.name, wrapped.data), wrapped.address
    return Original(
        name, data, read.text, read.encoding, read.bom, kind_of(read.text), read.kept, part, read.inferred, address
    )


def __getattr__(name: str) -> object:
    """Load the error when it is asked for: it speaks in sentences, and whoever has a text needs none."""
    if name == "UnreadableError":
        from .unreadable import UnreadableError

        return UnreadableError
    raise AttributeError(name)
