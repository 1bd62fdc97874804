"""Where a clone stands when nothing in it is in conflict: a merge is under way, or it and the other side have each gone on."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from warraq.desk.git import GitError, git
from warraq.language import Message, message

UPSTREAM = re.compile(rb"^# branch\.upstream (.+)$", re.MULTILINE)
APART = re.compile(rb"^# branch\.ab \+(\d+) -(\d+)$", re.MULTILINE)


def standing(project: Path) -> Message:
    """Say what is to be done next, where nothing in content/ is in conflict."""
    with suppress(GitError):
        git(project, "rev-parse", "-q", "--verify", "MERGE_HEAD")
        return message("Nothing in content/ is in conflict any more. End the merge: git commit --no-edit")
    told = git(project, "status", "--porcelain=v2", "--branch", "--untracked-files=no")
    upstream, apart = UPSTREAM.search(told), APART.search(told)
    if not (upstream and apart and int(apart[2])):
        return message("Nothing in content/ is in conflict.")
    return message(
        "Nothing is being merged yet, and {upstream} has commits that this clone has not: {number}. Bring them in: git pull --no-rebase",
        upstream=upstream[1].decode("utf-8", "replace"),
        number=int(apart[2]),
    )


def merges_pulls(project: Path) -> bool:
    """Let `git pull` merge in this clone, unless somebody chose otherwise: newer gits ask else; tell whether it does so now."""
    for chosen in ("pull.rebase", "pull.ff"):
        with suppress(GitError):
            git(project, "config", "--get", chosen)
            return False
    git(project, "config", "pull.rebase", "false")
    return True
