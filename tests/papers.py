"""The papers of the repository, as their readers see them."""

from __future__ import annotations

import re
from pathlib import Path


def links_in(paper: Path) -> list[str]:
    """Give the targets of a paper's links that lead to files; what it quotes as code is no link of its own."""
    text = re.sub(r"^```.*?^```|`[^`\n]+`", "", paper.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [target for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) if ":" not in target]
