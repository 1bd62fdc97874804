"""Files are written whole or not at all: to a temporary file in the same folder, then renamed."""

from __future__ import annotations

import os
from pathlib import Path


def write(path: Path, data: bytes, by_way_of: Path | None = None) -> None:
    """
    Write a file, whatever interrupts; programs that read the folder never see half of it.

    The temporary file lies beside it, or in the folder `by_way_of`, where a killed program's leftovers do no harm.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # The name may be as long as the file system allows: the temporary one is not made of it.
    temporary = (by_way_of or path.parent) / f".{os.getpid()}.writing"
    try:
        temporary.write_bytes(data)
        try:
            temporary.replace(path)
        except OSError:
            if by_way_of is None:
                raise
            write(path, data)  # the folder lies on another file system
    finally:
        temporary.unlink(missing_ok=True)


def write_new(path: Path, data: bytes, by_way_of: Path | None = None) -> bool:
    """Write a file that is not there yet; False, and nothing written, where it is."""
    if path.exists():
        return False
    write(path, data, by_way_of)
    return True


def text_of(data: bytes) -> tuple[str, str]:
    """An article's text with line feeds, and the line ends that its file has."""
    text = data.decode()
    return text.replace("\r\n", "\n"), "\r\n" if "\r\n" in text else "\n"


def data_of(text: str, line_end: str) -> bytes:
    """A file's bytes, with the line ends that it had."""
    return text.replace("\n", line_end).encode()
