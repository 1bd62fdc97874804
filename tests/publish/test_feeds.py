"""Feeds: any reader takes them, ids last, and nothing in them depends on when or where they were made."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import unquote

import feedparser
import pytest
from lxml import etree

from publish.making import article, edition, library
from warraq.archive.article import Correction, Source, Withdrawn
from warraq.archive.partial_date import PartialDate
from warraq.pages.atom_feeds import feeds as atom_feeds
from warraq.pages.json_feed import json_feed
from warraq.pages.page import File, Library
from warraq.pages.rights import publishable

HOSTILE = "قال «\"&<script>window.x=1</script>\N{RIGHT-TO-LEFT OVERRIDE}\x01\ud800' ]]>"


@pytest.fixture(scope="module")
def lib() -> Library:
    return library(
        edition(
            article(
                "أ",
                title="أول",
                tags=("SCO", "حرّ"),
                source=Source("وكالة تسنيم", rights="©"),
                authors=("هدى",),
                summary="خلاصة",
            ),
            '<p>قال <mark id="r1" class="repair">هذا</mark> <a href="../ب/#p2">هنا</a> <img src="x.png" alt="">'
            "<script>window.x=1</script></p>",
        ),
        article("ب", title="ثانٍ", tags=("SCO",), lang="en", source=Source("وكالة تسنيم")),
        article(
            "ج",
            title=HOSTILE,
            corrections=(Correction(PartialDate(2026, 1, 2), HOSTILE), Correction(PartialDate(2026, 1, 2), "ب")),
        ),
        article("د", withdrawn=Withdrawn(PartialDate(2025, 5, 1), "خطأ <b>")),
        article("هـ", date=None),
        article("و", date=PartialDate(2001, 5)),
        vocabulary={"SCO": "منظمة شنغهاي"},
    )


def feeds(lib: Library) -> list[File]:
    """The Atom feeds as they are published: what may not be published is left out before."""
    return list(atom_feeds(publishable(lib)))


def parsed(lib: Library) -> dict[str, feedparser.FeedParserDict]:
    return {f.address: feedparser.parse(f.data) for f in feeds(lib)}


def test_there_is_a_feed_for_site_concepts_sources_authors_and_corrections(lib: Library) -> None:
    assert {f.address for f in feeds(lib)} == {
        "feeds/site.xml",
        "feeds/corrections.xml",
        "feeds/concepts/sco.xml",
        "feeds/sources/وكالة-تسنيم.xml",
        "feeds/authors/هدى.xml",
    }


def test_feedparser_finds_nothing_to_forgive(lib: Library) -> None:
    assert {address: feed.bozo for address, feed in parsed(lib).items() if feed.bozo} == {}


def test_ids_are_distinct_and_every_feed_has_its_own(lib: Library) -> None:
    read = parsed(lib)
    own = [feed.feed.id for feed in read.values()]
    assert len(set(own)) == len(own)
    for feed in read.values():
        ids = [e.id for e in feed.entries]
        assert len(set(ids)) == len(ids) and not set(ids) & set(own)


def test_an_id_outlives_title_date_and_order(lib: Library) -> None:
    before = {e.id for e in parsed(lib)["feeds/site.xml"].entries}
    renamed = [
        replace(e, article=replace(e.article, title="غيره", date=PartialDate(2024))) for e in reversed(lib.editions)
    ]
    assert before <= {e.id for e in parsed(replace(lib, editions=tuple(renamed)))["feeds/site.xml"].entries}
    assert "tag:archive.example,2026:/warraq/articles/%D8%A3/" in before


def test_every_feed_and_entry_says_its_language(lib: Library) -> None:
    root = etree.fromstring(next(f.data for f in feeds(lib) if f.address == "feeds/site.xml"))
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    assert root.get(name) == "ar"
    assert [e.get(name) for e in root.findall("{*}entry")] == ["ar", "en", "ar", "ar"]


def test_every_link_is_absolute_and_the_text_is_whole_and_clean(lib: Library) -> None:
    first = parsed(lib)["feeds/site.xml"].entries[0]
    root = etree.fromstring(next(f.data for f in feeds(lib) if f.address == "feeds/site.xml"))
    html = root.findtext("{*}entry/{*}content") or ""
    assert unquote(html) == (
        '<p>قال هذا <a href="https://archive.example/warraq/articles/ب/#p2">هنا</a> '
        '<img src="https://archive.example/warraq/articles/أ/x.png" alt=""></p>'
    )
    assert unquote(first.link) == "https://archive.example/warraq/articles/أ/"
    assert all(link.startswith("https://archive.example/warraq/") for link in root.xpath("//@href"))


def test_updated_comes_from_the_article_not_from_the_clock(lib: Library) -> None:
    updated = {unquote(e.link).split("/")[-2]: e.updated for e in parsed(lib)["feeds/site.xml"].entries}
    assert updated["أ"] == "2023-11-08T00:00:00Z"
    assert updated["ج"] == "2026-01-02T00:00:00Z"
    assert updated["و"] == "2001-05-01T00:00:00Z"
    assert parsed(lib)["feeds/site.xml"].feed.updated == "2026-01-02T00:00:00Z"


def test_a_day_that_is_not_known_is_not_published(lib: Library) -> None:
    entries = {unquote(e.link).split("/")[-2]: e for e in parsed(lib)["feeds/site.xml"].entries}
    assert "published" not in entries["و"] and "هـ" not in entries


def test_a_withdrawn_article_is_told_of_among_the_corrections_and_nowhere_else(lib: Library) -> None:
    read = parsed(lib)
    told = {address: [e for e in feed.entries if unquote(e.link).endswith("/د/")] for address, feed in read.items()}
    assert [address for address, entries in told.items() if entries] == ["feeds/corrections.xml"]
    (entry,) = told["feeds/corrections.xml"]
    assert entry.content[0].value == "<p>خطأ &lt;b&gt;</p>" and entry.title == "سُحبت هذه المادة."


def test_two_corrections_of_one_day_are_two_entries(lib: Library) -> None:
    assert len({e.id for e in parsed(lib)["feeds/corrections.xml"].entries if "correction" in e.id}) == 2
    assert parsed(lib)["feeds/corrections.xml"].feed.title == "التصويبات — ورّاق"


def test_hostile_titles_stay_text(lib: Library) -> None:
    root = etree.fromstring(next(f.data for f in feeds(lib) if f.address == "feeds/site.xml"))
    title = next(t for t in root.itertext() if t.startswith("قال «"))
    assert "<script>window.x=1</script>" in title and "\x01" not in title
    assert not root.xpath("//*[local-name()='script']")


def test_the_same_archive_gives_the_same_bytes(lib: Library) -> None:
    assert [f.data for f in feeds(lib)] == [f.data for f in feeds(lib)]


def test_without_an_address_of_the_site_there_are_no_feeds(lib: Library) -> None:
    nowhere = replace(lib, site_url="")
    assert [*feeds(nowhere), *json_feed(nowhere)] == []


def test_an_archive_without_articles_has_valid_feeds() -> None:
    assert [feed.bozo for feed in parsed(library()).values()] == [False, False]


def test_the_json_feed_holds_what_version_1_1_asks(lib: Library) -> None:
    (made,) = json_feed(publishable(lib))
    feed = json.loads(made.data)
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["language"] == "ar"
    assert feed["feed_url"] == "https://archive.example/warraq/feeds/site.json"
    assert all({"id", "url", "title", "content_html"} <= set(i) for i in feed["items"])
    assert len({i["id"] for i in feed["items"]}) == 5
    assert None not in [value for i in feed["items"] for value in i.values()]
