"""A site that was built once, and what a build from nothing gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from project import SITE

from .building import Builds
from .changes import NEW


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture(scope="session")
def once_built(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Path:
    """Build the archive of tests/site/ once."""
    root = tmp_path_factory.mktemp("kept") / "archive"
    shutil.copytree(SITE, root / "content")
    (root / "content/records").mkdir()
    Builds(root, compiled).build()
    return root


@pytest.fixture(scope="session")
def with_one_more(once_built: Path, compiled: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the site from nothing of the archive with one more article."""
    root = tmp_path_factory.mktemp("more") / "archive"
    shutil.copytree(once_built / "content", root / "content")
    more = Builds(root, compiled)
    more.write("articles/new.md", NEW)
    return more.build()


@pytest.fixture
def builds(once_built: Path, compiled: Path, tmp_path: Path) -> Builds:
    root = tmp_path / "archive"
    shutil.copytree(once_built, root)  # with its times: the shelf knows them
    return Builds(root, compiled)
