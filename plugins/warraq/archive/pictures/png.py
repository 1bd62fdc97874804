"""
PNG (W3C, third edition): a list of chunks, of which those that draw are kept.

The others hold text, times, EXIF, or what any program likes. Bytes can also wait behind the end of the compressed pixels and
behind the last chunk, where no reader looks.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from .exif import orientation
from .found import CleanPicture, DamagedPictureError, Parts, PictureKind, require
from .icc import LARGEST_PROFILE, clean_profile

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SIZES: dict[bytes, tuple[int, ...]] = {
    b"gAMA": (4,),
    b"cHRM": (32,),
    b"sRGB": (1,),
    b"cICP": (4,),
    b"mDCV": (24,),
    b"cLLI": (8,),
    b"acTL": (8,),
    b"fcTL": (26,),
    b"PLTE": tuple(range(3, 769, 3)),
    b"tRNS": tuple(range(1, 257)),
}
"""Chunks that are kept as they are → how many bytes they may have."""
ONCE = frozenset(SIZES) - {b"fcTL"}
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""By the type of colour."""
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of an interlaced picture: first column and row, and their steps."""
STEP = 1 << 16
"""Bytes that are uncompressed at a time."""


@dataclass(slots=True)
class _Parts:
    """What is read of a PNG."""

    header: bytes
    written: list[bytes] = field(default_factory=list)
    seen: set[bytes] = field(default_factory=set)
    pixels: list[bytes] = field(default_factory=list)
    """Compressed ones, of the picture or frame that is being read."""
    is_frame: bool = False
    """The pixels are of a frame behind the first picture."""
    frame: tuple[int, int] = (0, 0)
    """Width and height of what the next pixels draw."""
    sequence: int = 0
    orientation: int = 1
    frames: int = 0
    carried_more: bool = False


def clean_png(data: bytes) -> CleanPicture:
    """Keep what draws; a DamagedPictureError for a file that breaks the format."""
    parts: _Parts | None = None
    for name, body in (chunks := _Chunks(data)):
        if parts is None:
            require(name == b"IHDR" and len(body) == 13 and body[9] in CHANNELS and body[12] < 2)
            parts = _Parts(body, [_written(name, body)], frame=struct.unpack_from(">II", body))
            require(min(parts.frame) > 0)
        elif name in (b"IDAT", b"fdAT"):
            if name == b"fdAT":
                parts.is_frame = True
            parts.pixels.append(body[4 * parts.is_frame :])
        else:
            _end_pixels(parts)
            _take(parts, name, body)
    if parts is None or b"IDAT" not in parts.seen:
        raise DamagedPictureError
    made = SIGNATURE + b"".join(parts.written)
    width, height = struct.unpack_from(">II", parts.header)
    more = parts.carried_more or chunks.end < len(data)
    return CleanPicture(PictureKind.PNG, made, width, height, max(parts.frames, 1), more, parts.orientation)


class _Chunks:
    """The names and contents of the chunks up to the last one; what stands behind it is not read."""

    def __init__(self, data: bytes) -> None:
        self._data, self.end = data, len(SIGNATURE)

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        name, counted = b"", Parts()
        while name != b"IEND":
            counted.count()
            at = self.end
            head = self._data[at : at + 8]
            require(len(head) == 8)
            size, name = struct.unpack(">I4s", head)
            body = self._data[at + 8 : at + 8 + size]
            check = self._data[at + 8 + size : at + 12 + size]
            require(len(body) == size and check == struct.pack(">I", zlib.crc32(name + body)))
            self.end += 12 + size
            yield name, body


def _take(parts: _Parts, name: bytes, body: bytes) -> None:
    """Keep a chunk if it draws, or says how numbers are colours."""
    if name == b"IEND":
        parts.written.append(_written(name, b""))
    elif name == b"iCCP" and b"iCCP" not in parts.seen:
        parts.seen.add(name)
        parts.written += _profile(body)
    elif name in SIZES and len(body) in SIZES[name] and not (name in ONCE and name in parts.seen):
        parts.seen.add(name)
        if name == b"fcTL":
            require(b"acTL" in parts.seen)
            parts.frame = struct.unpack_from(">II", body, 4)
            full = struct.unpack_from(">II", parts.header)
            require(0 < parts.frame[0] <= full[0] and 0 < parts.frame[1] <= full[1])
            body = _numbered(parts) + body[4:]
            parts.frames += 1
        parts.written.append(_written(name, body))
    else:
        require(name[0] & 0x20 or name in ONCE)  # a capital letter: readers need it, and it is unknown
        parts.carried_more = True
        if name == b"eXIf":
            parts.orientation = orientation(body)


def _numbered(parts: _Parts) -> bytes:
    parts.sequence += 1
    return struct.pack(">I", parts.sequence - 1)


def _end_pixels(parts: _Parts) -> None:
    """Write the pixels that were collected, without what stands behind their end."""
    if not parts.pixels:
        return
    require(parts.is_frame == (b"IDAT" in parts.seen))
    left = _length_needed(parts.pixels, _raw_size(parts.header, *parts.frame))
    for body in parts.pixels:
        number = _numbered(parts) if parts.is_frame else b""
        parts.written.append(_written(b"fdAT" if parts.is_frame else b"IDAT", number + body[:left]))
        parts.carried_more |= left < len(body)
        left = max(left - len(body), 0)
        if not left:
            break
    parts.carried_more |= body is not parts.pixels[-1]
    parts.seen.add(b"IDAT")
    parts.pixels.clear()
    parts.is_frame = False


def _length_needed(pixels: list[bytes], size: int) -> int:
    """Give the length of compressed pixels without what stands behind their end; they have to give `size` bytes."""
    reader, made, read = zlib.decompressobj(), 0, 0
    try:
        for piece in (body[at : at + STEP] for body in pixels for at in range(0, len(body), STEP)):
            waiting = piece
            while not reader.eof and (out := reader.decompress(waiting, STEP)):
                made += len(out)
                waiting = reader.unconsumed_tail
                require(made <= size)
            read += len(piece)
            if reader.eof:
                break
    except zlib.error:
        require(condition=False)
    require(reader.eof and made == size)
    return read - len(reader.unused_data)


def _raw_size(header: bytes, width: int, height: int) -> int:
    """Give how many bytes the pixels of a picture have, each row with its filter."""
    bits = header[8] * CHANNELS[header[9]]
    passes = PASSES if header[12] else ((0, 0, 1, 1),)
    sizes = ((-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in passes)
    return sum((1 + -(-columns * bits // 8)) * rows for columns, rows in sizes if columns > 0 and rows > 0)


def _profile(body: bytes) -> Iterator[bytes]:
    """Give the chunk of a colour profile with its colours alone; none where it can't be read."""
    compressed = body.partition(b"\0")[2][1:]
    try:
        profile = zlib.decompressobj().decompress(compressed, LARGEST_PROFILE)
    except zlib.error:
        return
    if clean := clean_profile(profile):
        yield _written(b"iCCP", b"icc\0\0" + _stored(clean))


def _stored(data: bytes) -> bytes:
    """Write zlib's form without compressing: compressed bytes may differ between machines."""
    pieces = [data[at : at + 0xFFFF] for at in range(0, len(data), 0xFFFF)]
    blocks = (struct.pack("<BHH", piece is pieces[-1], len(piece), len(piece) ^ 0xFFFF) + piece for piece in pieces)
    return b"\x78\x01" + b"".join(blocks) + struct.pack(">I", zlib.adler32(data))


def _written(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))
