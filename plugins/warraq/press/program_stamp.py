"""
The hash of what our code is made of, remembered by the names, sizes and times of its files.

To read all of our files takes a tenth of the time of a small command. The hash is kept where Python keeps what it makes of them (`__pycache__`).
Where anything differs, or that folder can't be written, the files are read.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

SETTLED = 50_000_000
"""Nanoseconds. A file that was written just now may be written once more at the same time, as the file system tells it."""


def remembered_digest(folder: Path, read: Callable[[Path], bytes]) -> bytes:
    """Give the hash of all files below a folder, as `read` makes it; a link below it can't be told from its stamp, so it asks for reading."""
    kept = folder / "__pycache__" / "warraq-digest.json"
    stamp = _stamp(folder)
    if stamp is None:
        return read(folder)
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        known = json.loads(kept.read_bytes())
        if known["stamp"] == stamp and len(digest := bytes.fromhex(known["digest"])) == sha256().digest_size:
            return digest
    digest = read(folder)
    if not sys.dont_write_bytecode and _stamp(folder) == stamp:
        with suppress(OSError):
            beside = kept.with_name(f"{kept.name}.{os.getpid()}")
            beside.write_text(json.dumps({"stamp": stamp, "digest": digest.hex()}), encoding="utf-8")
            beside.replace(kept)
    return digest


def _stamp(folder: Path) -> str | None:
    """Hash names, sizes and times of all files below a folder; None where they don't tell, or where a file was written just now."""
    lines: list[str] = []
    newest = 0
    try:
        for name, its in _files(str(folder)):
            newest = max(newest, its.st_mtime_ns, its.st_ctime_ns)
            lines.append(f"{name}\0{its.st_size}\0{its.st_mtime_ns}\0{its.st_ctime_ns}\0{its.st_ino}\n")
    except (OSError, _LinkError):
        return None
    if newest > time.time_ns() - SETTLED:
        return None
    return sha256("".join(sorted(lines)).encode("utf-8", "surrogatepass")).hexdigest()


class _LinkError(Exception):
    """A link stands below the folder."""


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                raise _LinkError
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path, entry.stat(follow_symlinks=False)
            elif entry.name != "__pycache__":
                yield from _files(entry.path)
