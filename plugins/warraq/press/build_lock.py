"""
A lock, so that only one build of a folder runs at a time.

`serve` builds when a file is saved, and a person may type `build` in that moment: two builds in one `output.new` would publish a
mixture. The system releases the lock when the process dies, so it never has to be removed by hand.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import IO


def acquire_build_lock(output: Path) -> IO[bytes]:
    """Wait until no other build of this output runs; the lock is held as long as the returned file is open."""
    folder = output.parent / ".warraq"
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / f"{output.name}.lock").open("wb")
    while not _locked(file):
        time.sleep(0.1)
    return file


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
