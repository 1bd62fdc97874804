"""A site that names its repository leads from each article to its file there, and to a form that knows the article."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from project import ROOT, Project
from warraq.archive.archive import Site
from warraq.archive.article import Article, Source, Withheld
from warraq.archive.reading_vocabulary import read_site
from warraq.pages.repository import Correcting, correcting

ARTICLE = Article("content/articles/خبر أول.md", "خبر & آخر", "خبر", "نص", 12)
SITE = Site("أرشيف", repository="https://github.com/o/n")


def addresses(article: Article = ARTICLE, site: Site = SITE) -> Correcting:
    found = correcting(article, site, "https://x.org")
    assert found
    return found


def test_the_file_is_opened_where_its_text_begins() -> None:
    file = "content/articles/%D8%AE%D8%A8%D8%B1%20%D8%A3%D9%88%D9%84.md#L12"
    assert addresses().file == f"https://github.com/o/n/edit/main/{file}"
    other = replace(SITE, repository="https://github.com/o/n/tree/dev/archive/")
    assert addresses(site=other).file == f"https://github.com/o/n/edit/dev/archive/{file}"


def test_the_form_knows_the_article() -> None:
    asked = parse_qs(urlsplit(addresses().report).query)
    assert asked == {
        "template": ["1-error-ar.yml"],
        "title": ["خبر & آخر"],
        "page": ["https://x.org/articles/%D8%AE%D8%A8%D8%B1/"],
    }
    assert "template=2-error-en.yml" in addresses(site=replace(SITE, language="fa")).report


def test_what_is_not_published_whole_has_no_link_to_its_file() -> None:
    assert addresses(replace(ARTICLE, withheld=(Withheld("محمد"),))).file is None
    assert addresses(replace(ARTICLE, source=Source("س", rights="excerpt 5"))).file is None
    assert addresses(replace(ARTICLE, source=Source("س", rights="full"))).file
    assert correcting(ARTICLE, Site("أرشيف"), "") is None


@pytest.mark.parametrize(
    "address", ["http://github.com/o/n", "https://evil.org/o/n", "https://github.com/o", "javascript:x"]
)
def test_another_address_is_refused(address: str) -> None:
    site, problems = read_site("content/site.yaml", f"name: x\nrepository: {address}\n".encode())
    assert site is None and "is not the address of a repository on GitHub" in problems[0].text()


def test_the_page_has_the_links_where_a_repository_is_named(project: Project) -> None:
    project.write("articles/a.md", "---\ntitle: خبر\ndate: 2020\n---\nنص.\n")
    site = (project.content / "site.yaml").read_text("utf-8")
    project.write("site.yaml", f"{site}repository: https://github.com/o/n\n")
    built = project.build()
    assert built.returncode == 0, built.stdout
    text = (project.output / "articles/a/index.html").read_text("utf-8")
    assert "https://github.com/o/n/edit/main/content/articles/a.md#L5" in text and "data-report" in text


@pytest.mark.browser
def test_the_form_has_the_passage_that_a_reader_selected(page: Page) -> None:
    form = "https://github.com/o/n/issues/new?page=x&amp;title=%D8%AE"
    script = (ROOT / "theme/static/js/reader.js").read_text("utf-8")
    page.route("https://x.test/", lambda route: route.fulfill(
        content_type="text/html; charset=utf-8",
        body=f"<div class=settings></div><p id=t>نص & مختار</p><a data-report href='{form}'>r</a><script>{script}</script>",
    ))  # fmt: skip
    page.goto("https://x.test/")
    link = page.locator("a")
    link.dispatch_event("pointerdown")
    assert "quote" not in (link.get_attribute("href") or "")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('t'))")
    link.dispatch_event("pointerdown")
    asked = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert asked == {"page": ["x"], "title": ["خ"], "quote": ["نص & مختار"]}
