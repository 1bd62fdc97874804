"""Who works at this machine, as files that name an editor call them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def editor_name(project: Path) -> str:
    """Give `WARRAQ_EDITOR`, or the user.name of git, or `editor`."""
    if named := os.environ.get("WARRAQ_EDITOR", "").strip():
        return named
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - the git that the editor's own PATH leads to
            cwd=project,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        return "editor"
    return asked.stdout.strip() or "editor"
