"""The files that git could not merge, as its index has them: what both began with, ours and theirs."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from warraq.desk.git import git

MARK = re.compile(rb"(?:<{7,}|\|{7,}|={7,}|>{7,})(?: |$)")
"""A line between the versions, whatever names git gives them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One file in three versions; None where a version has it not."""

    path: str
    """From the repository's root."""
    base: bytes | None
    ours: bytes | None
    theirs: bytes | None


def conflicts(project: Path, folder: str) -> list[Conflict]:
    """Give the files below a folder that are in conflict."""
    stages: dict[str, dict[str, str]] = defaultdict(dict)
    for line in git(project, "ls-files", "-u", "-z", "--full-name", "--", folder).split(b"\0"):
        if line:
            facts, _, path = line.partition(b"\t")
            _, blob, stage = facts.decode().split(" ")
            stages[path.decode("utf-8", "surrogateescape")][stage] = blob
    return [
        Conflict(path, *(git(project, "cat-file", "blob", of[n]) if n in of else None for n in "123"))
        for path, of in sorted(stages.items())
    ]


def is_mended(file: Path, conflict: Conflict) -> bool:
    """
    Tell whether somebody edited a file since git left it in conflict.

    Git leaves one version, or marks between which lines of the versions stand: all that they share, and all that either changed. How it pairs
    the lines depends on its settings, so nothing is asked but which lines those are.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return False
    versions = [conflict.base or b"", conflict.ours or b"", conflict.theirs or b""]
    if data in versions:
        return False
    base, ours, theirs, lines = (
        {line for line in version.splitlines() if not MARK.match(line)} for version in (*versions, data)
    )
    demanded = (ours & theirs) | (ours - base) | (theirs - base)
    return not (b"<<<<<<<" in data and demanded <= lines <= base | ours | theirs)


def root(project: Path) -> Path:
    """Give the root of the repository that a project lies in."""
    return Path(git(project, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n"))
