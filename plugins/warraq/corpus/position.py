"""How far a file is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Position:
    """Follows whoever reads a file."""

    bytes: int = 0
    """Of the file on the disk, packed as it is."""
