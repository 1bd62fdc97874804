"""WebP (RFC 9649): a RIFF file, of whose chunks those that draw, and the colour profile, are kept."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from .exif import EXIF, orientation
from .found import CleanPicture, Parts, PictureKind, require
from .icc import clean_profile

PICTURES = (b"VP8 ", b"VP8L")
FRAME_HEADER = 16
HAS_PROFILE, HAS_ALPHA, HAS_ANIMATION = 0x20, 0x10, 0x02


def clean_webp(data: bytes) -> CleanPicture:
    """Keep what draws; a DamagedPictureError for a file that breaks the format."""
    (size,) = struct.unpack_from("<I", data, 4)
    require(size + 8 <= len(data) and data[8:12] == b"WEBP")
    more = size + 8 < len(data)
    chunks = list(_chunks(data, 12, size + 8))
    require(chunks)
    name, first = chunks[0]
    if name in PICTURES:
        made = _written(name, first)
        return CleanPicture(PictureKind.WEBP, _riff(made), *_size(name, first), 1, more or len(chunks) > 1)
    require(name == b"VP8X" and len(first) == 10)
    width, height = (1 + int.from_bytes(first[at : at + 3], "little") for at in (4, 7))
    profile, kept, turn, frames = b"", [], 1, 0
    for name, body in chunks[1:]:
        if name == b"ICCP" and not profile:
            profile = clean_profile(body) or b""
        elif name == b"ANMF" and len(body) >= FRAME_HEADER:
            frame = _frame(body)
            more |= frame != body
            kept.append(_written(name, frame))
            frames += 1
        elif (name == b"ANIM" and len(body) == 6) or name == b"ALPH" or name in PICTURES:
            kept.append(_written(name, body))
            if name in PICTURES:
                require(_size(name, body) == (width, height))
        else:
            more = True
            if name == b"EXIF":
                turn = orientation(body.removeprefix(EXIF))
    flags = first[0] & (HAS_ALPHA | HAS_ANIMATION) | (HAS_PROFILE if profile else 0)
    head = _written(b"VP8X", bytes([flags, 0, 0, 0]) + first[4:])
    body = head + (_written(b"ICCP", profile) if profile else b"") + b"".join(kept)
    return CleanPicture(PictureKind.WEBP, _riff(body), width, height, max(frames, 1), more, turn)


def _chunks(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield the names and contents of the chunks from `at` to `end`."""
    counted = Parts()
    while at < end:
        counted.count()
        require(at + 8 <= end)
        name, size = struct.unpack_from("<4sI", data, at)
        require(at + 8 + size <= end)
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _frame(body: bytes) -> bytes:
    """Give a frame with its pixels alone."""
    inside = _chunks(body, FRAME_HEADER, len(body))
    kept = [_written(name, part) for name, part in inside if name == b"ALPH" or name in PICTURES]
    return body[:FRAME_HEADER] + b"".join(kept)


def _size(name: bytes, body: bytes) -> tuple[int, int]:
    """Read width and height of a picture's own header."""
    require(len(body) > 10)
    if name == b"VP8 ":
        require(body[3:6] == b"\x9d\x01\x2a")
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    require(body[0] == 0x2F)
    bits = int.from_bytes(body[1:5], "little")
    return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)


def _riff(body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _written(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
