"""
One issue for one matter: opened once, rewritten while it lasts, closed when it is over.

`gh`, GitHub's own program, is on every runner and takes its token from the environment; nothing here handles one.
"""

from __future__ import annotations

import json
import subprocess


def keep_issue(label: str, title: str, body: str) -> None:
    """Open the issue of `label`, or rewrite the one that is open."""
    _gh("label", "create", label, "--force", "--color", "B60205")
    number = open_issue(label)
    if number is None:
        _gh("issue", "create", "--title", title, "--label", label, "--body-file", "-", given=body)
    else:
        _gh("issue", "edit", str(number), "--title", title, "--body-file", "-", given=body)


def close_issue(label: str, comment: str) -> None:
    """Close the issue of `label`, if one is open."""
    number = open_issue(label)
    if number is not None:
        _gh("issue", "close", str(number), "--comment", comment)


def open_issue(label: str) -> int | None:
    """Find the number of the open issue of `label`."""
    found = json.loads(_gh("issue", "list", "--label", label, "--state", "open", "--json", "number") or "[]")
    return int(found[0]["number"]) if found else None


def _gh(*command: str, given: str = "") -> str:
    done = subprocess.run(["gh", *command], input=given, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"gh {' '.join(command[:2])}: {done.stderr.strip()}")
    return done.stdout
