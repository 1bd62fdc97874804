"""A list of hundreds: its parts are whole pages, whose links all lead somewhere."""

from __future__ import annotations

from posixpath import join, normpath
from urllib.parse import unquote

from publish.making import article, library
from theme.rendering import templates
from theme.trees import elements, parsed, strings
from warraq.archive.article import Source
from warraq.archive.partial_date import PartialDate
from warraq.pages import pages
from warraq.pages.concepts import ConceptPage
from warraq.pages.corrections import CorrectionsPage
from warraq.pages.lists import ListPage
from warraq.pages.page import File, Page
from warraq.pages.paging import FULL
from warraq.pages.search import SearchPage

COUNT = 2 * FULL + 30


def test_every_part_of_a_long_list_names_itself_and_all_its_links_lead_somewhere() -> None:
    given = library(
        *[
            article(
                f"خبر-{n}",
                f"خبر {n}",
                date=PartialDate(2020 + n // 220, n // 20 % 12 + 1),
                tags=("C", "غوص"),
                source=Source("Desert Wire"),
                authors=("سلمى",),
            )
            for n in range(COUNT, 0, -1)
        ],
        *[article(f"بلا-تاريخ-{n}", date=None) for n in range(2 * FULL)],
        vocabulary={"C": "القناة"},
    )
    made = list(pages(given))
    files = {it.address for it in made if isinstance(it, File)}
    trees = {}
    rendering = templates(given.archive.site, given.site_url)
    for page in made:
        if isinstance(page, Page) and not page.address.startswith("articles/") and not isinstance(page, SearchPage):
            trees[page.address] = parsed(rendering.render(page))
    parts = {address: tree for address, tree in trees.items() if "/page/" in address}
    fronts = {address.partition("page/")[0] for address in parts}
    assert fronts >= {"concepts/c/", "sources/desert-wire/", "undated/", "2020/"}
    title = parts["sources/desert-wire/page/1/"].findtext(".//h1")
    assert title == "\u2068Desert Wire\u2069، الصفحة 1"
    assert "مواد بلا تاريخ" in (parts["undated/page/1/"].findtext(".//h1") or "")
    for address, tree in parts.items():
        for link in strings(tree, "//main//a/@href | //link[@rel='alternate']/@href"):
            path, _, fragment = unquote(link).partition("#")
            target = normpath(join(address, path)).removeprefix(".")
            there = f"{target}/" if target and path.endswith("/") else target
            if there.startswith("articles/"):
                continue
            assert there in files or there in trees, (address, link)
            assert not fragment or elements(trees[there], "//*[@id=$id]", id=fragment), (address, link)
    front = trees["concepts/c/"]
    bars = [unquote(a) for a in strings(front, "//ol[@class='bars']//a/@href")]
    assert len(bars) == 2
    for bar in bars:
        path, _, fragment = bar.partition("#")
        there = normpath(join("concepts/c/", path)) + "/"
        assert elements(trees[there], "//li[@id=$id]", id=fragment), bar


def test_every_list_that_has_a_feed_offers_it_and_no_page_of_a_site_without_an_address_does() -> None:
    given = library(
        *[article(f"خبر-{n}", tags=("C", "غوص"), source=Source("وكالة")) for n in range(2 * FULL)],
        vocabulary={"C": "القناة"},
    )
    offered: dict[str, list[str]] = {}
    with_feeds, without = templates(given.archive.site, given.site_url), templates(given.archive.site)
    for page in pages(given):
        if isinstance(page, ListPage | ConceptPage | CorrectionsPage):
            path = "//link[@type='application/atom+xml']/@href"
            found = [unquote(link) for link in strings(parsed(with_feeds.render(page)), path)]
            offered[page.address] = [normpath(join(page.address, link)) for link in found if "site.xml" not in link]
            assert strings(parsed(without.render(page)), path) == []
    assert {address: feeds for address, feeds in offered.items() if feeds} == {
        "concepts/c/": ["feeds/concepts/c.xml"],
        "concepts/c/page/1/": ["feeds/concepts/c.xml"],
        "sources/وكالة/": ["feeds/sources/وكالة.xml"],
        "sources/وكالة/page/1/": ["feeds/sources/وكالة.xml"],
    }
    assert {"tags/غوص/", "2023/", "page/1/"} <= set(offered)
