"""Asking git: of the repository that an archive is kept in."""

from __future__ import annotations

import subprocess
from pathlib import Path


class GitError(Exception):
    """Git refused, and says why."""


def git(here: Path, *words: str) -> bytes:
    """Run git and give what it prints; a GitError with its own words where it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell reads it
            ["git", "-c", "core.fsmonitor=false", *words],  # noqa: S607 - git is where this machine has it
            cwd=here,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitError(str(error)) from None
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
