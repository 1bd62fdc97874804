"""An archive of which exports are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from project import ROOT, Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Make a small archive, and let commands run in its folder and answer in English."""
    made = Project.empty(tmp_path)
    made.write("site.yaml", "name: أرشيف\ndescription: {ar: أرشيف للتجربة.}\n")
    made.write("vocabulary/a.yaml", "UN: {scheme: organisation, pref_label: {ar: الأمم المتحدة}, wikidata: Q1065}\n")
    for n in range(3):
        made.article(f"n{n}", f"قالت الأمم المتحدة {n}.", date=f"202{n}-03-15")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    monkeypatch.delenv("SITEURL", raising=False)
    return made
