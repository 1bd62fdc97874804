"""Two clones of an archive with one article."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk.merging.clones import NAME
from git_here import git
from project import ROOT


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    """Two clones of an archive with one article, whose doubts are open."""
    if not shutil.which("git"):
        pytest.skip("there is no git")
    first, second = tmp_path / "amal", tmp_path / "suad"
    for folder, ending in (("originals", "txt"), ("records", "json"), ("articles", "md")):
        (first / "content" / folder).mkdir(parents=True)
        shutil.copy(ROOT / "content" / folder / f"{NAME}.{ending}", first / "content" / folder)
    (first / "content/site.yaml").write_text("name: أرشيف\nlanguage: en\n", "utf-8")
    for name in (".gitattributes", ".gitignore"):
        shutil.copy(ROOT / name, first)
    git(first, "init", "-q", "-b", "main")
    git(first, "add", ".")
    git(first, "commit", "-qm", "Beginning")
    git(tmp_path, "clone", "-q", str(first), str(second))
    return first, second
