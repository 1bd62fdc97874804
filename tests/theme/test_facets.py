"""Year, name and source combined in the browser: counts and articles are those of the index."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from theme.visiting import visit


@pytest.mark.browser
def test_two_facets_together_list_the_articles_that_have_both(page: Any, served_site: str, built_site: Path) -> None:
    index = json.loads(gzip.decompress((built_site / "data/facets.json.gz").read_bytes()))
    source, concept = index["source"].index("Desert Wire"), index["concept"].index("واحة النخيل")
    both = [a["title"] for a in index["articles"] if source in a["source"] and concept in a["concept"]]
    assert 1 < len(both) < len(index["articles"])
    visit(page, served_site, "")
    page.locator(".combine summary").click()
    page.locator("[name=source] option").nth(1).wait_for(state="attached")
    assert page.locator(".combine output").is_hidden()
    page.select_option("[name=source]", str(source))
    page.select_option("[name=concept]", str(concept))
    assert page.locator(".combine ol a").all_inner_texts() == both
    assert page.locator(".combine output").inner_text() == str(len(both))
    assert f"({len(both)})" in page.locator("[name=concept] option:checked").inner_text()
    page.locator(".combine ol a").first.click()
    assert page.locator("h1").inner_text() == both[0]


def test_every_facet_of_the_index_has_a_page_of_its_own_for_readers_without_scripts(built_site: Path) -> None:
    index = json.loads(gzip.decompress((built_site / "data/facets.json.gz").read_bytes()))
    assert all((built_site / year / "index.html").is_file() for year in index["year"])
    assert len(list((built_site / "sources").iterdir())) == len(index["source"])
    concepts = [p for p in (built_site / "concepts").iterdir() if p.is_dir()]
    assert len(concepts) == len(index["concept"])
