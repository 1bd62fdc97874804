"""
Writing files whole or not at all: to a temporary file in the same folder, which is then renamed.

Text has line feeds inside the program; an editor's file keeps the line ends that it had.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path


def write(path: Path, data: bytes, by_way_of: Path | None = None) -> None:
    """
    Write a file whole, even if the program is interrupted; other programs never see half of it.

    The temporary file is beside it, or in the folder `by_way_of`, where the leftovers of a killed program do no harm.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name can be as long as the file system allows, so the temporary one is not derived from it.
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
    """Write a file unless there is one; give True if it was written."""
    if path.exists():
        return False
    write(path, data, by_way_of)
    return True


def text_of(data: bytes) -> tuple[str, str]:
    """Decode an article's file: its text with line feeds, and the line ends that the file has."""
    text = data.decode()
    return text.replace("\r\n", "\n"), "\r\n" if "\r\n" in text else "\n"


def data_of(text: str, line_end: str) -> bytes:
    """Encode an article's text with the line ends that its file had."""
    return text.replace("\n", line_end).encode()


def sha256_of(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, in hexadecimal digits: the hash by which a record knows a text."""
    return sha256(text.encode()).hexdigest()
