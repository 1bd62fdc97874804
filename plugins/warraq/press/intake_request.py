"""
The pull request that brings repaired texts in.

Every run has a branch of its own, and no branch is written twice: an editor may have changed an article there.
Originals that wait in an open request are left out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from hashlib import sha256

from warraq.language import message

from .outside_commands import run

BRANCHES = "intake/"
AUTHOR = (
    "-c",
    "user.name=github-actions[bot]",
    "-c",
    "user.email=41898282+github-actions[bot]@users.noreply.github.com",
)


def names_in_requests() -> set[str]:
    """Return the names of the originals that an open request has a record for."""
    names: set[str] = set()
    for branch in json.loads(run("gh", "pr", "list", "--state", "open", "--json", "headRefName") or "[]"):
        if not branch["headRefName"].startswith(BRANCHES):
            continue
        run("git", "fetch", "--quiet", "--depth=1", "origin", branch["headRefName"])
        listed = run("git", "ls-tree", "-rz", "--name-only", "FETCH_HEAD", "content/records/")
        for path in filter(None, listed.split("\0")):
            names.add(json.loads(run("git", "show", f"FETCH_HEAD:{path}"))["original"]["name"])
    return names


def request(names: Collection[str], body: str, language: str) -> None:
    """Commit articles and records of these originals to a new branch, and open the request."""
    workflow_run = (os.environ.get("GITHUB_RUN_ID", ""), os.environ.get("GITHUB_RUN_ATTEMPT", ""))
    branch = BRANCHES + sha256("\n".join([*workflow_run, *sorted(names)]).encode()).hexdigest()[:10]
    title = message("Repaired texts: {names}", names=", ".join(sorted(names)[:3])).text(language)
    run("git", "switch", "--quiet", "--create", branch)
    run("git", "add", "content/articles", "content/records")
    run("git", *AUTHOR, "commit", "--quiet", "--message", title)
    run("git", "push", "--quiet", "origin", branch)
    try:
        run("gh", "pr", "create", "--head", branch, "--title", title, "--body-file", "-", given=body)
    except SystemExit as error:
        advice = message(
            "The branch {branch} is there, but the request could not be opened: {reason} Allow it (Settings, Actions, "
            "General: Allow GitHub Actions to create and approve pull requests) and run this again, or open it by hand.",
            branch=branch,
            reason=str(error),
        )
        raise SystemExit(advice.text(language)) from error
