"""A file compressed by gzip, as servers and download programs keep pages (`page.html.gz`)."""

from __future__ import annotations

import zlib

from warraq.archive.damage import CUT, why_damaged
from warraq.archive.original import LARGEST_FILE, Wrapping

from .unwrapped import Unwrapped, damaged, too_large

SIGNATURE = b"\x1f\x8b\x08"
NAMED = 8
"""The flag of a file's name behind the head."""
HEAD = 10
LONGEST_NAME = 1000
GZIP = 16 + zlib.MAX_WBITS
MOST_MEMBERS = 1000
"""Of one file; they are one text."""


def unpack(data: bytes) -> Unwrapped | None:
    """Unpack a gzip file; None for any other, an UnreadableError where it is cut, damaged or too large."""
    if not data.startswith(SIGNATURE):
        return None
    pieces: list[bytes] = []
    left, length = data, 0
    for _ in range(MOST_MEMBERS):
        unpacking = zlib.decompressobj(GZIP)
        try:
            pieces.append(unpacking.decompress(left, LARGEST_FILE + 1 - length))
        except zlib.error as error:
            raise damaged("gzip", why_damaged(error)) from None
        length += len(pieces[-1])
        if length > LARGEST_FILE:
            raise too_large("gzip")
        if not unpacking.eof:
            raise damaged("gzip", CUT)
        left = unpacking.unused_data.lstrip(b"\0")
        if not left.startswith(SIGNATURE):
            break
    return Unwrapped(Wrapping.GZIP, _name(data), b"".join(pieces))


def _name(data: bytes) -> str:
    """Give the name that the head states, in Latin-1 as it is defined."""
    if data[3] != NAMED:
        return ""
    name, ended, _ = data[HEAD : HEAD + LONGEST_NAME].partition(b"\0")
    return name.decode("latin-1") if ended else ""
