"""What the papers on publishing say is all that there is to say."""

from __future__ import annotations

import re

import pytest

from project import ROOT

READ = re.compile(r'environ(?:ment)?(?:\.get\(|\[)"([A-Z_]+)"')


@pytest.mark.parametrize("paper", ["publishing.md", "publishing.ar.md"])
def test_every_variable_that_the_code_reads_is_explained(paper: str) -> None:
    files = [*(ROOT / "plugins").rglob("*.py"), ROOT / "publishconf.py", ROOT / "pelicanconf.py"]
    named = {name for file in files for name in READ.findall(file.read_text("utf-8"))}
    # What runners set and nobody else, and what Python itself reads and is handed on.
    ours = {name for name in named if not name.startswith(("GITHUB_", "PYTHON"))}
    assert {"SITEURL", "WARRAQ_LANGUAGE"} <= ours
    explained = set(re.findall(r"`([A-Z_]{2,})`", (ROOT / "docs" / paper).read_text("utf-8")))
    assert ours - explained == set()
