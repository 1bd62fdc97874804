"""
GIF (89a): a list of blocks, of which those that draw, and the number of rounds, are kept.

Comments, texts and programs' own blocks (XMP among them) go, and what stands behind the end.
"""

from __future__ import annotations

import struct

from .found import CleanPicture, Parts, PictureKind, require

SIGNATURES = (b"GIF87a", b"GIF89a")
IMAGE, EXTENSION, END = 0x2C, 0x21, 0x3B
CONTROL, PLAIN_TEXT, APPLICATION = 0xF9, 0x01, 0xFF
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""Programs whose block says how often the pictures are shown."""


def clean_gif(data: bytes) -> CleanPicture:
    """Keep what draws; a DamagedPictureError for a file that breaks the format."""
    require(len(data) > 13)
    width, height = struct.unpack_from("<HH", data, 6)
    at = 13 + _colours(data[10])
    made = [data[:at]]
    control = loop = b""
    frames, more, counted = 0, False, Parts()
    while True:
        require(at < len(data))
        kind = data[at]
        if kind == END:
            break
        if kind == IMAGE:
            start = at
            require(start + 11 < len(data))
            at = _blocks_end(data, start + 11 + _colours(data[start + 9]), counted)
            width, height = _covering(data, start, width, height)
            made += [control, data[start:at]]
            control, frames = b"", frames + 1
            continue
        require(kind == EXTENSION and at + 2 < len(data))
        label, start = data[at + 1], at + 2
        at = _blocks_end(data, start, counted)
        if label == CONTROL and data[start] == 4 and data[start + 5] == 0:
            control, dropped = data[start - 2 : start + 6], at > start + 6
        elif label == APPLICATION and data[start + 1 : start + 12] in LOOPS and not loop and data[start + 12] == 3:
            loop = data[start - 2 : start + 16] + b"\0"
            made.append(loop)
            dropped = at > start + 17
        else:
            control = b"" if label == PLAIN_TEXT else control
            dropped = True
        more |= dropped
    require(frames)
    more |= at + 1 < len(data)
    return CleanPicture(PictureKind.GIF, b"".join([*made, b";"]), width, height, frames, more)


def _colours(packed: int) -> int:
    """Give the length of the table of colours that a packed field announces."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks_end(data: bytes, at: int, counted: Parts) -> int:
    """Find the end of a chain of blocks, each with its length before it, up to an empty one."""
    while True:
        counted.count()
        require(at < len(data))
        size = data[at]
        at += 1 + size
        if not size:
            return at


def _covering(data: bytes, at: int, width: int, height: int) -> tuple[int, int]:
    """Give the size that holds the screen and one more frame."""
    left, top, wide, high = struct.unpack_from("<4H", data, at + 1)
    require(wide and high)
    return max(width, left + wide), max(height, top + high)
