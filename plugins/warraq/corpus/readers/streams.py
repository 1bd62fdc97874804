"""Files as streams of bytes, unpacked where their names say that they are packed."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

import pyarrow as pa

from warraq.language import Message, message

from ..inputs import PACKED, Input

BUFFER = 1 << 16
DAMAGE = (OSError, EOFError, zlib.error)
"""What a damaged file raises."""
OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
"""How files begin whose signs have two or four bytes; in UTF-32 of low bytes first, with the first of these."""


@contextmanager
def opened(of: Input) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Open a file; give it as it is on the disk, too, which knows how far it is read."""
    packing = PACKED.get(of.path.suffix.lower())
    with of.path.open("rb") as file:
        yield _unpacked(file, packing) if packing else file, file


def no_lines(of: Input) -> Message | None:
    """Say why a file can't be read by lines, where its first bytes tell it."""
    with opened(of) as (file, _):
        if not file.read(4).startswith(OTHER_MARKS):
            return None
    return message("The file is in UTF-16, or in UTF-32. Save it as UTF-8.")


def _unpacked(file: BinaryIO, packing: str) -> BinaryIO:
    """Unpack a stream; of gzip and bzip2 all comes that stands before a damage, which Arrow would lose with its buffer."""
    if packing == "gzip":
        return cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if packing == "bz2":
        return cast("BinaryIO", bz2.BZ2File(file))
    # BufferedReader asks for what PythonFile can't: its length.
    return cast("BinaryIO", io.BufferedReader(pa.CompressedInputStream(file, packing), BUFFER))
