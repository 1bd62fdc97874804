"""The files that git could not merge, as its index has them: what both began with, ours and theirs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from warraq.desk.git import git


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


def root(project: Path) -> Path:
    """Give the root of the repository that a project lies in."""
    return Path(git(project, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n"))
