"""
Files that are packed, because a host of static sites counts what lies on its disk: gzip (RFC 1952), which every program of data reads.

The bytes depend on nothing but what is packed: Python writes the time and the system into the head.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

HEAD = b"\x1f\x8b\x08" + bytes(4) + b"\0\x02\xff"
"""Deflate; no name, no time, no system."""
EFFORT = 6
"""Of 9, zlib's own choice: texts are as small as by 9, and packed up to three times as fast."""


def gzipped(pieces: Iterable[bytes]) -> bytes:
    """Pack pieces as one file; they are asked for one after another."""
    deflate = zlib.compressobj(EFFORT, zlib.DEFLATED, -zlib.MAX_WBITS)
    out, crc, size = [HEAD], 0, 0
    for piece in pieces:
        out.append(deflate.compress(piece))
        crc, size = zlib.crc32(piece, crc), size + len(piece)
    out.append(deflate.flush() + crc.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little"))
    return b"".join(out)
