"""Boxes of the ISO base media file format (ISO/IEC 14496-12), of which AVIF is made."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from .found import require

MOST_BOXES = 10_000


def boxes(data: bytes, at: int = 0) -> Iterator[tuple[bytes, bytes]]:
    """Yield the type and the content of each box."""
    for _ in range(MOST_BOXES):
        if at >= len(data):
            return
        require(at + 8 <= len(data))
        size, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            require(at + 16 <= len(data))
            (size,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        elif size == 0:  # up to the end
            size = len(data) - at
        require(head <= size <= len(data) - at)
        yield kind, data[at + head : at + size]
        at += size
    require(condition=False)


def box(kind: bytes, *content: bytes) -> bytes:
    """Write a box."""
    body = b"".join(content)
    return struct.pack(">I4s", len(body) + 8, kind) + body


@dataclass(slots=True)
class Reader:
    """Numbers read one after the other."""

    data: bytes
    at: int = 0

    def number(self, size: int) -> int:
        """Read a number of `size` bytes."""
        require(self.at + size <= len(self.data))
        self.at += size
        return int.from_bytes(self.data[self.at - size : self.at], "big")

    def word(self) -> bytes:
        """Read four letters."""
        return self.number(4).to_bytes(4, "big")

    @property
    def rest(self) -> bytes:
        """What is not read yet."""
        return self.data[self.at :]
