"""
The pull request that brings repaired texts in.

Every run has a branch of its own, and none is ever written twice: an editor may have mended an article there.
Originals that wait in an open request are left to it.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Collection
from hashlib import sha256

from warraq.language import message

BRANCHES = "intake/"
AUTHOR = (
    "-c",
    "user.name=github-actions[bot]",
    "-c",
    "user.email=41898282+github-actions[bot]@users.noreply.github.com",
)


def names_in_requests() -> set[str]:
    """Give the originals that an open request has a record for."""
    names: set[str] = set()
    for branch in json.loads(_run("gh", "pr", "list", "--state", "open", "--json", "headRefName") or "[]"):
        if not branch["headRefName"].startswith(BRANCHES):
            continue
        _run("git", "fetch", "--quiet", "--depth=1", "origin", branch["headRefName"])
        listed = _run("git", "ls-tree", "-rz", "--name-only", "FETCH_HEAD", "content/records/")
        for path in filter(None, listed.split("\0")):
            names.add(json.loads(_run("git", "show", f"FETCH_HEAD:{path}"))["original"]["name"])
    return names


def request(names: Collection[str], body: str, language: str) -> None:
    """Commit what was made for the originals to a branch of its own, and open the request."""
    run = (os.environ.get("GITHUB_RUN_ID", ""), os.environ.get("GITHUB_RUN_ATTEMPT", ""))
    branch = BRANCHES + sha256("\n".join([*run, *sorted(names)]).encode()).hexdigest()[:10]
    title = message("Repaired texts: {names}", names=", ".join(sorted(names)[:3])).text(language)
    _run("git", "switch", "--quiet", "--create", branch)
    _run("git", "add", "content/articles", "content/records")
    _run("git", *AUTHOR, "commit", "--quiet", "--message", title)
    _run("git", "push", "--quiet", "origin", branch)
    try:
        _run("gh", "pr", "create", "--head", branch, "--title", title, "--body-file", "-", given=body)
    except SystemExit as error:
        advice = message(
            "The branch {branch} is there, but the request could not be opened: {reason} Allow it (Settings, Actions, "
            "General: Allow GitHub Actions to create and approve pull requests) and run this again, or open it by hand.",
            branch=branch,
            reason=str(error),
        )
        raise SystemExit(advice.text(language)) from error


def _run(*command: str, given: str = "") -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:3])}: {done.stderr.strip()}")
    return done.stdout
