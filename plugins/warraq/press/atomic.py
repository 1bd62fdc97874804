"""Files written so that a killed program leaves the former file or the new one, never half of it."""

from __future__ import annotations

import os
from pathlib import Path


def write(file: Path, data: bytes) -> None:
    """Write to a temporary file beside it, then rename; folders are made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # Hidden, and known by its ending: a leftover of a killed program is never taken for content.
    temporary = file.with_name(f".{file.name[:40]}.{os.getpid()}.writing")
    try:
        temporary.write_bytes(data)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
