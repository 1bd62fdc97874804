"""Files as streams of bytes, unpacked where their names say that they are packed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

import pyarrow as pa

from ..inputs import PACKED, Input

BUFFER = 1 << 20


@contextmanager
def opened(of: Input) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Open a file; give it as it is on the disk, too, which knows how far it is read."""
    packing = PACKED.get(of.path.suffix.lower())
    with of.path.open("rb") as file:
        if packing is None:
            yield file, file
        else:
            # BufferedReader asks for what PythonFile can't: its length.
            yield cast("BinaryIO", io.BufferedReader(pa.CompressedInputStream(file, packing), BUFFER)), file
