"""The archive's own article is found as people type: spellings, slips, other languages' names, digits, parts of a phrase."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from project import ROOT, Project
from warraq.pages.search.bench.server import Host

pytestmark = pytest.mark.browser

QUERIES = (
    "أستانا",
    "استانا",
    "اوراسيا",
    "المنفعه المتبادله",
    "كازخستان",
    "بحر قزوين",
    "SCO",
    "شنغهاي",
    "شانغهاي",
    "Caspian",
    "28.2",
    "٢٨٫٢",
    "تربية سمك",
    '"تربية سمك"',
    "سفن",
)
SLUG = "وشدد-بوتين-على-أهمية-السلام"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Serve the archive's own content beside the articles of tests/site/, which must not be found in its place."""
    project = Project.of_site(tmp_path_factory.mktemp("own"))
    for folder in ("articles", "originals", "records", "vocabulary"):
        shutil.copytree(ROOT / "content" / folder, project.content / folder, dirs_exist_ok=True)
    built = project.build()
    assert built.returncode == 0, built.stdout
    host = Host(Path(project.output))
    yield host
    host.close()


@pytest.mark.parametrize("query", QUERIES)
def test_it_is_found_first_or_second(page: Any, host: Host, query: str) -> None:
    page.goto(f"{host.url}/search/")
    asked = "async q => (await import('./search.js')).search(q, {limit: 2})"
    found = page.evaluate(asked, query)
    assert any(SLUG in unquote(result["url"]) for result in found["results"]), found


LIKED = """async () => { const { search, similar } = await import("./search.js");
  for (const { url } of (await search("قال OR أعلن OR أمس", { limit: 40 })).results) if ((await similar(url)).total) return url; }"""


def test_each_articles_page_leads_to_others_that_are_like_it(page: Any, host: Host) -> None:
    page.goto(f"{host.url}/search/")
    url = page.evaluate(LIKED)
    page.goto(url)
    page.locator("input[name=like] + button").click()
    page.wait_for_selector("[data-results] > *")
    assert unquote(page.url) == f"{host.url}/search/?like={unquote(url).removeprefix(host.url + '/')}"
    found = page.locator("[data-results] h2 a").evaluate_all("all => all.map(a => a.href.split('#')[0].split('?')[0])")
    assert found
    assert url not in found
