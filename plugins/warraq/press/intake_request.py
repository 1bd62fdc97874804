"""
The pull request that brings repaired texts in.

Every run has a branch of its own, and no branch is written twice: an editor may have changed an article there.
Originals that wait in an open request are left out.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection
from hashlib import sha256

from warraq.language import listed, message

from .github_text import fit_title
from .notice import Notice, language_of_logs
from .outside_commands import run

BRANCHES = "intake/"
AUTHOR = (
    "-c",
    "user.name=github-actions[bot]",
    "-c",
    "user.email=41898282+github-actions[bot]@users.noreply.github.com",
)
MOST_REQUESTS = "1000"
"""Open requests looked through; `gh` by itself gives 30."""


def records_in_requests() -> list[str]:
    """
    Find the paths of the records in the open requests of this workflow, sorted.

    Anybody may open a request from a fork, whose branch may be called `intake/x` too: it is not ours, and not looked at. A branch that can't
    be fetched is left out, with a line that says so.
    """
    asked = run(
        "gh", "pr", "list", "--state", "open", "--limit", MOST_REQUESTS, "--json", "headRefName,isCrossRepository"
    )
    found: set[str] = set()
    run("gh", "auth", "setup-git")
    for request in json.loads(asked or "[]"):
        branch = request["headRefName"]
        if request["isCrossRepository"] or not branch.startswith(BRANCHES):
            continue
        try:
            run("git", "fetch", "--quiet", "--depth=1", "origin", f"refs/heads/{branch}")
        except SystemExit as error:
            sys.stderr.write(
                f"{message('{branch} is left out: {reason}', branch=branch, reason=str(error)).text(language_of_logs())}\n"
            )
            continue
        listed = run("git", "ls-tree", "-rz", "--name-only", "FETCH_HEAD", "content/records/")
        found.update(filter(None, listed.split("\0")))
    return sorted(found)


def request_title(names: Collection[str], language: str) -> str:
    """Write the title of the request for these originals."""
    return fit_title(message("Repaired texts: {names}", names=listed(sorted(names)[:3])).text(language))


def request(files: Collection[str], notice: Notice) -> None:
    """Commit these files below `content/` to a new branch, and open the request."""
    workflow_run = (os.environ.get("GITHUB_RUN_ID", ""), os.environ.get("GITHUB_RUN_ATTEMPT", ""))
    branch = BRANCHES + sha256("\n".join([*workflow_run, *sorted(files)]).encode()).hexdigest()[:10]
    run("gh", "auth", "setup-git")
    run("git", "switch", "--quiet", "--create", branch)
    run("git", "add", "content/articles", "content/records")
    run("git", *AUTHOR, "commit", "--quiet", "--message", notice.title)
    run("git", "push", "--quiet", "origin", branch)
    try:
        run("gh", "pr", "create", "--head", branch, "--title", notice.title, "--body-file", "-", given=notice.body)
    except SystemExit as error:
        advice = message(
            "The branch {branch} is there, but the request could not be opened: {reason} Allow it (Settings, Actions, "
            "General: Allow GitHub Actions to create and approve pull requests) and run this again, or open it by hand.",
            branch=branch,
            reason=str(error),
        )
        raise SystemExit(advice.text(language_of_logs())) from error
