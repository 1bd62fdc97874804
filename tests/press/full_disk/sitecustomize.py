"""
A disk that fills, for any Python program that finds this file on its path.

After `WARRAQ_DISK_BYTES` bytes no write takes any more, as on a full disk: the last one takes what still fits. A file whose path ends in
`WARRAQ_DISK_REFUSES` can't be opened for writing. Below the folder `WARRAQ_DISK_READ_ONLY` nothing can be written, named or removed.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
from collections.abc import Callable
from typing import Any

LEFT = int(os.environ.get("WARRAQ_DISK_BYTES", "-1"))
REFUSED = os.environ.get("WARRAQ_DISK_REFUSES", "")
READ_ONLY = os.environ.get("WARRAQ_DISK_READ_ONLY", "")
FULL = errno.ENOSPC, os.strerror(errno.ENOSPC)
opened = io.open


class SmallDisk(io.FileIO):
    """A file on it."""

    def write(self, data: Any, /) -> int:
        global LEFT  # noqa: PLW0603 - the disk is one for the whole program
        size = memoryview(data).nbytes
        if LEFT == 0 and size:
            raise OSError(*FULL)
        taken = min(size, LEFT)
        LEFT -= taken
        return super().write(memoryview(data).cast("B")[:taken]) or 0


def open_on_small_disk(file: Any, mode: str = "r", buffering: int = -1, *more: Any, **named: Any) -> Any:
    """Open a file; one that is written, and is no terminal or pipe, on the small disk."""
    writes = isinstance(file, str | bytes | os.PathLike) and mode.strip("bt") in ("w", "a", "x")
    if writes and REFUSED and os.fsdecode(file).endswith(REFUSED):
        raise OSError(*FULL, os.fsdecode(file))
    if not writes or LEFT < 0:
        return opened(file, mode, buffering, *more, **named)
    raw = io.BufferedWriter(SmallDisk(os.fsdecode(file), mode.replace("b", "").replace("t", "")))
    encoding = named.get("encoding") or (more[0] if more else None) or "utf-8"
    return raw if "b" in mode else io.TextIOWrapper(raw, encoding, named.get("errors"), named.get("newline"))


def only_read(of_system: Callable[..., Any]) -> Callable[..., Any]:
    """Give a function that refuses what lies below the folder that is only read, as a disk does that is mounted so."""

    def refusing(*given: Any, **named: Any) -> Any:
        for path in given[:2]:
            if isinstance(path, str | bytes | os.PathLike) and os.path.abspath(os.fsdecode(path)).startswith(READ_ONLY):  # noqa: PTH100
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), os.fsdecode(path))
        return of_system(*given, **named)

    return refusing


may = os.access


def not_written(path: Any, mode: int, **named: Any) -> bool:
    """Tell what may be done with a file on it."""
    return not (mode & os.W_OK and os.fsdecode(path).startswith(READ_ONLY)) and may(path, mode, **named)


def open_only_read(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
    """Open a file; one that is written, only elsewhere."""
    return (opened if set(mode) <= set("rbt") else only_read(opened))(file, mode, *more, **named)


if READ_ONLY:
    for each in ("rename", "replace", "link", "unlink", "remove", "mkdir", "rmdir", "truncate", "chmod"):
        setattr(os, each, only_read(getattr(os, each)))
    os.access = not_written
    io.open = open_only_read
    builtins.open = open_only_read
if LEFT >= 0 or REFUSED:
    shutil._USE_CP_SENDFILE = False  # type: ignore[attr-defined]  # noqa: SLF001 - it copies within the system
    io.open = open_on_small_disk
    builtins.open = open_on_small_disk
