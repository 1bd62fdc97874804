"""Who decides: the name that git knows, unless another is given."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def editor(project: Path) -> str:
    """`WARRAQ_EDITOR`, or git's user.name, or a word for somebody unknown."""
    if named := os.environ.get("WARRAQ_EDITOR", "").strip():
        return named
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"], cwd=project, capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return "editor"
    return asked.stdout.strip() or "editor"
