"""What was cited leads to what was cited: permanent addresses, paragraphs, versions; and a page's citations are those of its list."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from consumers.conftest import ReadSite
from consumers.published import Published
from warraq.archive.permanent_id import id_of
from warraq.pages import addresses


def one(site: ReadSite) -> Published:
    """Give an article that has a source and is in lists."""
    return next(each for each in site.articles if each.article.source and not each.article.version_of)


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_a_permanent_address_leads_to_its_article(read_site: ReadSite, chromium: Browser, scripts: bool) -> None:  # noqa: FBT001 - a column of the table
    context = chromium.new_context(java_script_enabled=scripts)
    tab = context.new_page()
    for each in read_site.articles[:5]:
        tab.goto(f"{read_site.served}/{addresses.permanent(id_of(each.article))}")
        wanted = f"{read_site.served}/{each.address}"
        tab.wait_for_function("wanted => decodeURI(location.href) === wanted", arg=wanted)
    context.close()


@pytest.mark.browser
def test_the_page_shows_the_address_and_the_version_and_copies_both(read_site: ReadSite, page: Page) -> None:
    each = one(read_site)
    page.goto(f"{read_site.served}/{each.address}")
    said = page.inner_text("#citation")
    assert f"{read_site.url}/a/{id_of(each.article)}/" in said
    [own] = json.loads((each.folder / "cite.json").read_bytes())
    assert said.rpartition(". ")[2] in own["note"] and said.rpartition(". ")[2].startswith("sha256:")


def test_the_hash_of_a_version_is_reckoned_from_the_data_as_the_method_says(read_site: ReadSite) -> None:
    rows = gzip.decompress((read_site.output / "data/articles.jsonl.gz").read_bytes()).decode().splitlines()
    found = {row["address"]: row for row in map(json.loads, rows)}
    assert 'sha256((title + "\\n" + text).encode()).hexdigest()[:16]' in (
        read_site.output / "method/index.html"
    ).read_text("utf-8").replace("&#34;", '"').replace("&quot;", '"')
    for each in read_site.articles:
        row = found[each.address]
        digits = sha256((row["title"] + "\n" + row["text"]).encode()).hexdigest()[:16]
        assert f"sha256:{digits}" in (each.folder / "index.html").read_text("utf-8"), each.address


@pytest.mark.browser
def test_each_paragraph_offers_its_address_to_keyboard_and_mouse(read_site: ReadSite, page: Page) -> None:
    each = one(read_site)
    page.goto(f"{read_site.served}/{each.address}")
    page.wait_for_selector(".here", state="attached")
    shown = [section for section in each.edition.sections if section.tag == "p" and section.start < section.end]
    assert page.eval_on_selector_all(".body > p > .here", "all => all.map((one) => one.hash.slice(1))") == [
        s.id for s in shown
    ]
    # It has no letters: the text on the page is the text.
    assert page.inner_text(f"#{shown[0].id}").strip() == page.text_content(f"#{shown[0].id}").strip()  # type: ignore[union-attr]
    link = page.locator(f"#{shown[0].id} > .here")
    link.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{shown[0].id}")
    assert page.evaluate(f"document.querySelector(':target').id === '{shown[0].id}'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.parametrize(("button", "ending"), [("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")])
def test_a_list_gives_the_citations_of_its_articles(
    read_site: ReadSite, page: Page, tmp_path: Path, button: str, ending: str
) -> None:
    name = one(read_site).article.source.name  # type: ignore[union-attr]
    of_it = {
        id_of(e.article)
        for e in read_site.articles
        if e.article.source and e.article.source.name == name and not e.article.version_of
    }
    for place, wanted in ((addresses.source(name), of_it), ("data/", {id_of(e.article) for e in read_site.articles})):
        page.goto(f"{read_site.served}/{place}")
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button, exact=True).click()
        waiting.value.save_as(tmp_path / "file")
        text = (tmp_path / "file").read_text("utf-8")
        assert waiting.value.suggested_filename.endswith(f".{ending}")
        starts = {"bib": "@article{%s,", "ris": "AN  - %s\n", "json": '{"id":"%s",'}[ending]
        every = {id_of(e.article) for e in read_site.articles}
        assert {each for each in every if starts % each in text} == wanted
        assert "custom" not in text
