"""
Zotero reads a page as a newspaper's article, with its people, its day and its newspaper, and invents nothing.

Its translators are on no registry: `WARRAQ_ZOTERO` is the address of a translation-server (docs/consumers.md says how one is made). It runs
no scripts, so a list is given to it as a browser shows it.
"""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from conftest import serving
from consumers.conftest import ReadSite
from theme.visiting import visit
from warraq.archive.permanent_id import id_of
from warraq.pages import addresses

ZOTERO = "WARRAQ_ZOTERO"


@pytest.fixture(scope="module")
def zotero() -> str:
    """Give the address that is asked to read pages."""
    server = os.environ.get(ZOTERO)
    if not server:
        pytest.skip(f"NOT RUN: {ZOTERO} names no address of a translation-server of Zotero (docs/consumers.md)")
    return f"{server.rstrip('/')}/web"


def asked(zotero: str, said: str | dict[str, object]) -> tuple[int, Any]:
    """Ask for an address, or for what was chosen of several; give the status and the answer."""
    data, kind = (said, "text/plain") if isinstance(said, str) else (json.dumps(said), "application/json")
    request = urllib.request.Request(zotero, data=data.encode(), headers={"Content-Type": kind})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def test_every_article_is_a_newspapers_with_its_fields_and_nothing_is_invented(
    zotero: str, read_site: ReadSite
) -> None:
    for each in read_site.articles:
        article = each.article
        status, items = asked(zotero, f"{read_site.served}/{quote(each.address)}")
        assert status == 200, items
        [item] = items
        assert (item["itemType"], item["title"]) == ("newspaperArticle", article.title)
        # Each name in one field.
        assert item["creators"] == [{"name": name, "creatorType": "author"} for name in article.authors]
        assert item.get("date", "") == str(article.date or "")
        assert item.get("publicationTitle", "") == (article.source.name if article.source else "")
        assert (item["language"], item["url"].rpartition("/a/")[0]) == (article.lang, read_site.url)
        summary = article.summary or " ".join(each.edition.text.partition("\n")[2].split())
        assert " ".join(summary.split()).startswith(item["abstractNote"].removesuffix("…"))
        assert item["accessDate"][:2] == "20"
        for url in (article.source.url, article.source.archived_url) if article.source else ():
            assert not url or url in item["extra"]


def test_the_permanent_address_leads_to_the_article(zotero: str, read_site: ReadSite) -> None:
    for each in read_site.articles[:3]:
        status, items = asked(zotero, f"{read_site.served}/{addresses.permanent(id_of(each.article))}")
        assert status == 200 and [item["title"] for item in items] == [each.article.title]


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", "2024/", "sources/صحيفة-الواحة/", "concepts/palm-oasis/", "undated/"])
def test_of_a_list_all_its_articles_can_be_taken(
    zotero: str, read_site: ReadSite, page: Any, tmp_path: Path, address: str
) -> None:
    if not (read_site.output / address / "index.html").is_file():
        return  # demo has other lists
    visit(page, read_site.served, address)
    (tmp_path / "index.html").write_text(page.content(), encoding="utf-8")
    expected = page.locator("[data-articles] > .item").count()
    for served in serving(tmp_path):
        status, choice = asked(zotero, f"{served}/")
        if expected > 1:
            assert status == 300 and len(choice["items"]) == expected
            status, choice = asked(zotero, choice)
        assert status == 200 and len(choice) == expected
        # In a list Zotero reads each plus as a space, even one that is percent-encoded.
        by_title = {each.article.title.replace("+", " "): each for each in read_site.articles}
        for item in choice:
            each = by_title[item["title"]]
            article = each.article
            assert item["itemType"] == "newspaperArticle"
            assert [creator["name"] for creator in item.get("creators", ())] == list(article.authors)
            assert item.get("date", "") == str(article.date or "")
            assert item.get("publicationTitle", "") == (article.source.name if article.source else "")
            assert (item["language"], item["url"]) == (article.lang, f"{read_site.served}/{quote(each.address)}")
