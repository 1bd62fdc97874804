"""The paper on a site of one's own names every key of its settings."""

from __future__ import annotations

import re

import pytest

from project import ROOT
from warraq.archive.concept_schema import SiteKeys


@pytest.mark.parametrize(("paper", "heading"), [("site.md", "## All keys"), ("site.ar.md", "## كل المفاتيح")])
def test_every_key_of_site_yaml_is_in_the_paper_s_list(paper: str, heading: str) -> None:
    _, _, table = (ROOT / "docs" / paper).read_text("utf-8").replace("\u200e", "").partition(f"{heading}\n")
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == set(SiteKeys.model_fields)
