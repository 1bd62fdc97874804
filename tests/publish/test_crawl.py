"""Every link leads somewhere, and nothing is asked of anybody else: at the root of a host, under a subpath, from a disk."""

from __future__ import annotations

import zipfile
from typing import Any
from urllib.parse import quote, urldefrag

import pytest
from lxml import etree

from publish.conftest import Stood
from publish.crawl import Crawl
from theme.trees import elements, links, parsed, strings
from warraq.archive.permanent_id import id_for


@pytest.fixture(scope="module")
def crawled(served: Stood) -> Crawl:
    return Crawl(served.url).run()


@pytest.fixture(scope="module")
def crawled_disk(bundled: Stood) -> Crawl:
    """From file to file: on a disk a folder is no page."""
    return Crawl(bundled.url).run(f"{bundled.url}index.html")


def test_no_link_and_no_anchor_is_dead(crawled: Crawl) -> None:
    assert crawled.dead == []
    assert len(crawled.seen) > 60


def test_nothing_is_loaded_from_another_host(crawled: Crawl) -> None:
    assert crawled.outside == []


def test_every_file_can_be_reached(served: Stood, crawled: Crawl) -> None:
    """But what other programs look for by its name: the sitemap, the robots, former addresses."""
    reached = set(crawled.seen) | set(Crawl(served.url).run(f"{served.url}sitemap.xml", f"{served.url}404.html").seen)
    files = {p.relative_to(served.folder).as_posix() for p in served.folder.rglob("*") if p.is_file()}
    # What scripts and other programs fetch is for their own tests.
    by_scripts = ("theme/", "search/", "data/")
    urls = {served.url + quote(f.removesuffix("index.html")): f for f in files if not f.startswith(by_scripts)}
    permanent = {f"a/{id_for(slug)}/index.html" for slug in ("عنوان-قديم", "old-address", "withdrawn")}
    alone = {"robots.txt", *permanent, *(f for f in files if "عنوان-قديم" in f or "old-address" in f)}
    assert {f for url, f in urls.items() if url not in reached} <= alone


def test_a_former_address_leads_to_the_article(served: Stood) -> None:
    for alias in ("عنوان-قديم", "old-address"):
        crawl = Crawl(served.url).run(f"{served.url}articles/{quote(alias)}/")
        assert crawl.dead == []
        assert f"{served.url}articles/{quote('رابطة-المد-تجتمع')}/" in crawl.seen


def test_the_page_for_missing_addresses_works_at_any_depth(served: Stood) -> None:
    tree = parsed((served.folder / "404.html").read_bytes())
    root = served.url.removeprefix("http://").partition("/")[2]
    for _, attribute, link in links(tree):
        assert attribute in ("href", "src", "action")
        assert link.startswith((f"/{root}", "#")), link


def test_canonical_addresses_are_the_pages_own(crawled: Crawl) -> None:
    for url, data in crawled.seen.items():
        if url.endswith("/"):
            tree = parsed(data)
            unlisted = elements(tree, "//meta[@name='robots'][contains(@content, 'noindex')]")
            canonical = strings(tree, "//link[@rel='canonical']/@href")
            permanent = "/a/" in url  # its canonical address is that of the article
            assert canonical == [url] or (unlisted and (permanent or not canonical)), url


def test_every_page_has_the_policy_and_no_script_of_its_own(crawled: Crawl, crawled_disk: Crawl) -> None:
    for url, data in [*crawled.seen.items(), *crawled_disk.seen.items()]:
        if urldefrag(url)[0].endswith(("/", ".html")):
            tree = parsed(data)
            (policy,) = strings(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")
            assert "unsafe-inline" not in policy and "unsafe-eval" not in policy.replace("wasm-unsafe-eval", ""), url
            assert "default-src 'none'" in policy
            executed = "//script[not(@src)][not(@type) or not(contains(@type, 'json'))]"
            assert not elements(tree, executed) and not strings(tree, "//@*[starts-with(name(), 'on')]"), url


def test_the_sitemap_names_pages_that_exist_and_all_of_them(served: Stood, crawled: Crawl) -> None:
    root = etree.fromstring((served.folder / "sitemap.xml").read_bytes())
    listed = {loc.text for loc in root.iter("{*}loc")}
    pages = {url for url in crawled.seen if url.endswith("/") and not url.startswith(f"{served.url}a/")}
    assert pages - {f"{served.url}search/", f"{served.url}articles/withdrawn/"} == listed


def test_drafts_and_embargoed_articles_are_nowhere(served: Stood, bundled: Stood) -> None:
    for folder in (served.folder, bundled.folder):
        for file in folder.rglob("*"):
            assert "سرّ-" not in file.name
            assert not file.is_file() or "سرّ-".encode() not in file.read_bytes(), file


def test_three_near_tags_have_three_pages(served: Stood) -> None:
    assert all((served.folder / "tags" / tag / "index.html").is_file() for tag in ("روسيا", "روسي", "روسية", "x", "x2"))


def test_a_withdrawn_article_keeps_its_address_but_not_its_text(served: Stood) -> None:
    page = (served.folder / "articles/withdrawn/index.html").read_text(encoding="utf-8")
    assert "خطأ في المصدر" in page
    assert "نص مختلق" not in page


def test_the_bundle_opens_from_a_disk(crawled_disk: Crawl) -> None:
    assert crawled_disk.dead == []
    assert crawled_disk.outside == []
    assert len(crawled_disk.seen) > 50


def test_the_zip_holds_the_bundle_and_is_the_same_each_time(bundled: Stood) -> None:
    with zipfile.ZipFile(bundled.folder.with_name("bundle.zip")) as packed:
        names = [n.removeprefix("bundle/") for n in packed.namelist()]
        assert {i.date_time for i in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == [p.relative_to(bundled.folder).as_posix() for p in sorted(bundled.folder.rglob("*")) if p.is_file()]


PAGES = ["", "articles/رابطة-المد-تجتمع/", "concepts/tide/", "sources/وكالة-التجربة/", "2024/", "404.html"]


def visited(tab: Any, url: str) -> list[str]:
    """Open a page as a reader does, and give everything that the browser asked for."""
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(url)
    tab.wait_for_load_state("networkidle")
    return asked


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
def test_a_browser_asks_nobody_else(served: Stood, page: Any, address: str) -> None:
    asked = visited(page, served.url + quote(address))
    assert len(asked) > 1
    assert [url for url in asked if not url.startswith((served.url, "data:"))] == []
    assert page.locator("main").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
def test_a_browser_opens_the_bundle_and_asks_for_files_only(bundled: Stood, page: Any, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    name = address if address.endswith("html") else f"{address}index.html"
    asked = visited(page, bundled.url + quote(name))
    assert [url for url in asked if not url.startswith((bundled.url, "data:"))] == []
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != "Times New Roman"
    assert said == []
