"""EXIF: the one thing that is read of it, how a picture has to be turned."""

from __future__ import annotations

import struct

EXIF = b"Exif\0\0"
ORIENTATION = 0x0112
MOST_ENTRIES = 1000


def orientation(tiff: bytes) -> int:
    """Give the turn (1 to 8) that the first folder of an EXIF block states; 1 where it states none, or is broken."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(min(count, MOST_ENTRIES)):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
            if tag == ORIENTATION:
                return value if kind == 3 and 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1
