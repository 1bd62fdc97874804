"""What stays the same while a corpus is repaired, and is sent to every worker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SECONDS = 60
"""Of processor time that a row may take; a page of a megabyte takes a few."""
MEGABYTES = 2000
"""Of memory that a process which repairs rows may take."""
TRIES = 2
"""Of a row that ends the process which repairs it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a row may cost."""

    seconds: int = SECONDS
    """Of processor time, so that a machine which others use too gives the same result."""
    megabytes: int = MEGABYTES
    """Of memory; held on Linux alone."""


@dataclass(frozen=True, slots=True)
class How:
    """The rules and the bounds: what a process that repairs rows has to know."""

    without: tuple[str, ...] = ()
    """Rules that are left out."""
    added: tuple[str, ...] = ()
    """Entry points of other packages, whose rules are asked too."""
    bounds: Bounds = Bounds()


@dataclass(frozen=True, slots=True)
class Job:
    """How rows are repaired, and where."""

    folder: Path
    """Where pieces lie; every worker has to see it by this path."""
    how: How = How()
