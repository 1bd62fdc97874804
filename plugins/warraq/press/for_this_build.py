"""Bytes that one build hands from its first half to its second, and that no later one asks for: in a file without a name, not in memory."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

SIZE = 40
"""Bits of a number of bytes."""
LARGEST = (1 << SIZE) - 1


class ForThisBuild:
    """Bytes by name. It is only speed: where the disk takes no more, they are asked for in vain."""

    def __init__(self, folder: Path | None) -> None:
        """`folder`: where the file is; None, or one that can't be written: where the system has such files."""
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._places: dict[str, int] = {}
        """Where the bytes begin, and how many they are, as one number: a pair would take thrice the memory."""
        self._end = 0

    def put(self, name: str, data: bytes) -> bool:
        """Keep some bytes until the build ends; return whether the disk took them."""
        self._places.pop(name, None)
        with suppress(OSError):
            file = self._opened()
            file.seek(self._end)
            if file.write(data) == len(data):
                self._places[name] = self._end << SIZE | len(data)
                self._end += len(data)
        return name in self._places

    def get(self, name: str) -> bytes | None:
        """Give what was put last under a name; None where nothing was."""
        if name not in self._places or self._file is None:
            return None
        start, size = self._places[name] >> SIZE, self._places[name] & LARGEST
        with suppress(OSError):
            self._file.seek(start)
            data = self._file.read(size)
            return data if len(data) == size else None
        return None

    def forget(self) -> None:
        """Give the disk back."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
        self._places.clear()
        self._file = None

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            with suppress(OSError):
                self._file = TemporaryFile(dir=self._folder, buffering=0)  # noqa: SIM115 - it is closed when the build ends
        if self._file is None:
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - the same
        return self._file
