"""An empty folder of content."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.content_folder import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path / "content")
