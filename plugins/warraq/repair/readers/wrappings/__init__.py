"""
One page in another wrapping: MHTML, Safari's web archive, SingleFile's ZIP file, gzip.

The file is the original, byte for byte; the page in it is read each time anew, so that nothing beside the file is needed to check an
archive. Each wrapping is told by its bytes, not by the file's name, and opened within bounds.
"""

from __future__ import annotations

from warraq.language import message

from . import compressed, mhtml, webarchive, zipped
from .unwrapped import Unwrapped, refused

UNPACKERS = (compressed.unpack, webarchive.unpack, zipped.unpack, mhtml.unpack)
MOST_WRAPPINGS = 3
"""One in another: an MHTML file is compressed, and the server compresses it once more."""


def unwrap(data: bytes) -> Unwrapped | None:
    """Take a page out of its wrapping; None where the file is in none, an UnreadableError where it can't be opened."""
    found: Unwrapped | None = None
    for number in range(MOST_WRAPPINGS + 1):
        inner = _opened(found.data if found else data)
        if inner is None:
            return found
        if number == MOST_WRAPPINGS:
            raise refused(message("The page is wrapped more than {most} times.", most=MOST_WRAPPINGS))
        found = inner
    return found


def _opened(data: bytes) -> Unwrapped | None:
    return next((made for unpack in UNPACKERS if (made := unpack(data))), None)


__all__ = ["Unwrapped", "unwrap"]
