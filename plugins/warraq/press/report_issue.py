"""One issue for one subject: opened once, rewritten while it lasts, closed when it is over."""

from __future__ import annotations

import json

from .github_text import fit_title
from .outside_commands import run


def keep_issue(label: str, title: str, body: str) -> None:
    """Open the issue of `label`, or rewrite the one that is open."""
    run("gh", "label", "create", label, "--force", "--color", "B60205")
    title, number = fit_title(title), open_issue(label)
    if number is None:
        run("gh", "issue", "create", "--title", title, "--label", label, "--body-file", "-", given=body)
    else:
        run("gh", "issue", "edit", str(number), "--title", title, "--body-file", "-", given=body)


def close_issue(label: str, comment: str) -> None:
    """Close the issue of `label`, if one is open."""
    number = open_issue(label)
    if number is not None:
        run("gh", "issue", "close", str(number), "--comment", comment)


def open_issue(label: str) -> int | None:
    """Find the number of the open issue of `label`; None where none is open."""
    found = json.loads(run("gh", "issue", "list", "--label", label, "--state", "open", "--json", "number") or "[]")
    return int(found[0]["number"]) if found else None
