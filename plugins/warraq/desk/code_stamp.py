"""What our code is, as one hash: what other code found of a file is found anew."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from pathlib import Path

WARRAQ = Path(__file__).parents[1]


@cache
def code_stamp() -> str:
    """Hash names, sizes and times of our code: other code may find other items."""
    digest = sha256()
    for here, folders, files in os.walk(WARRAQ):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            stat = Path(here, name).stat()
            digest.update(f"{here}/{name}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
