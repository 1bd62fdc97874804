"""
Whether the cache in `.warraq/` is this machine's own.

A cache decides what `check` looks at. One that came with a contribution (git keeps it, or a link leads to it) or that another user
wrote is not used; the work goes on without it, because a cache is only speed. It may hold words of drafts, so git must ignore it.
"""

from __future__ import annotations

import os
import stat
import subprocess
from functools import cache
from pathlib import Path

from warraq.archive.problem import Level, Problem
from warraq.language import Message, message


def cache_problems(file: Path) -> tuple[list[Problem], list[Problem]]:
    """Give the reasons not to use the cache in a file, and the warnings about one that is used."""
    folder = file.parent
    named = f"{folder.name}/{file.name}"
    for place in (folder, file):
        if why := _not_ours(place):
            return [_warning(named, why, message("Delete it."))], []
    kept, ignored = git_knows(folder.absolute())
    if kept:
        what = message(
            "Git keeps files of {folder}/, which only this machine may write: the cache is not used.",
            folder=folder.name,
        )
        return [_warning(named, what, message("Take them out: git rm -r --cached {folder}", folder=folder.name))], []
    if not ignored:
        what = message("Git does not ignore {folder}/, which may hold words of drafts.", folder=folder.name)
        return [], [_warning(".gitignore", what, message("Write the line {folder}/ into it.", folder=folder.name))]
    return [], []


def _not_ours(place: Path) -> Message | None:
    try:
        found = place.lstat()
    except OSError:
        return None
    if stat.S_ISLNK(found.st_mode):
        return message("The cache lies behind a link, and is not used.")
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        return message("The cache belongs to another user, and is not used.")
    return None


@cache
def git_knows(folder: Path) -> tuple[bool, bool]:
    """Ask git whether it keeps anything of a folder, and whether it ignores it; (False, True) where there is no git to ask."""
    if not any((above / ".git").exists() for above in folder.parents):
        return False, True
    kept = _git(folder.parent, "ls-files", "-z", "--", folder.name)
    ignored = _git(folder.parent, "check-ignore", "-q", "--", f"{folder.name}/cache.sqlite")
    if kept is None or ignored is None or ignored.returncode not in (0, 1):
        return False, True
    return bool(kept.stdout), ignored.returncode == 0


def _git(here: Path, *words: str) -> subprocess.CompletedProcess[bytes] | None:
    try:
        # No shell reads it, and no program that the repository's settings name is started.
        return subprocess.run(  # noqa: S603
            ["git", "-c", "core.fsmonitor=false", *words],  # noqa: S607 - git is where this machine has it
            cwd=here,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None


def _warning(path: str, what: Message, todo: Message) -> Problem:
    return Problem(path, 0, 0, "", what, todo, Level.WARNING)
