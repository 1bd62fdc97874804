"""The real git, run in a folder of a test."""

from __future__ import annotations

import subprocess
from pathlib import Path

SETTINGS = (
    "user.name=Amal",
    "user.email=amal@example.org",
    "commit.gpgsign=false",
    "init.defaultBranch=main",
    "pull.rebase=false",
    "core.autocrlf=false",
    "core.quotePath=false",
    "gc.auto=0",
)
"""They hold whatever the machine's own settings are."""


def git(here: Path, *words: str, code: int = 0) -> str:
    """Run a command of git; give its output. It has to end with `code`."""
    given = [part for setting in SETTINGS for part in ("-c", setting)]
    done = subprocess.run(
        ["git", *given, *words], cwd=here, capture_output=True, check=False, encoding="utf-8", errors="replace"
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout
