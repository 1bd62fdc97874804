"""Feeds: any reader takes them, ids last, and nothing in them depends on when or where they were made."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import unquote

import feedparser  # type: ignore[import-untyped]  # no types are published
import pytest
from lxml import etree

from publish.making import article, edition, library
from theme.trees import strings
from warraq.archive.article import Correction, Source, Withdrawn
from warraq.archive.partial_date import PartialDate
from warraq.pages.atom_feeds import ENTRIES, SITE_ENTRIES
from warraq.pages.atom_feeds import feeds as atom_feeds
from warraq.pages.json_feed import json_feed
from warraq.pages.page import File, Library

HOSTILE = "قال «\"&<script>window.x=1</script>\N{RIGHT-TO-LEFT OVERRIDE}\x01\ud800' ]]>"


@pytest.fixture(scope="module")
def lib() -> Library:
    return library(
        edition(
            article(
                "أ",
                title="أول",
                tags=("SCO", "حرّ"),
                source=Source("وكالة تسنيم", rights="© بإذن"),
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
    return list(atom_feeds(lib))


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
        replace(e, article=replace(e.article, title="غيره", date=PartialDate(2024))) for e in reversed(lib.articles)
    ]
    assert before <= {e.id for e in parsed(replace(lib, articles=tuple(renamed)))["feeds/site.xml"].entries}
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
        '<div lang="ar" dir="rtl"><p>قال هذا <a href="https://archive.example/warraq/articles/ب/#p2">هنا</a> '
        '<img src="https://archive.example/warraq/articles/أ/x.png" alt=""></p></div>'
    )
    assert unquote(first.link) == "https://archive.example/warraq/articles/أ/"
    assert all(link.startswith("https://archive.example/warraq/") for link in strings(root, "//@href"))


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
    assert entry.content[0].value == '<div dir="rtl" lang="ar"><p>خطأ &lt;b&gt;</p></div>'  # in feedparser's order
    assert entry.title == "سُحبت هذه المادة."


def test_two_corrections_of_one_day_are_two_entries(lib: Library) -> None:
    assert len({e.id for e in parsed(lib)["feeds/corrections.xml"].entries if "correction" in e.id}) == 2
    assert parsed(lib)["feeds/corrections.xml"].feed.title == "التصويبات — ورّاق"


def test_hostile_titles_stay_text(lib: Library) -> None:
    root = etree.fromstring(next(f.data for f in feeds(lib) if f.address == "feeds/site.xml"))
    title = next(t for t in map(str, root.itertext()) if t.startswith("قال «"))
    assert "&lt;script&gt;window.x=1&lt;/script&gt;" in title and "\x01" not in title
    [declared] = [e for e in root.iterfind(".//{*}entry/{*}title") if e.text == title]
    assert declared.get("type") == "html"  # as text, many programs take its signs for tags
    assert not root.xpath("//*[local-name()='script']")


def test_the_same_archive_gives_the_same_bytes(lib: Library) -> None:
    assert [f.data for f in feeds(lib)] == [f.data for f in feeds(lib)]


def test_without_an_address_of_the_site_there_are_no_feeds(lib: Library) -> None:
    nowhere = replace(lib, site_url="")
    assert [*feeds(nowhere), *json_feed(nowhere)] == []


def test_an_archive_without_articles_has_no_feeds() -> None:
    assert [*feeds(library()), *json_feed(library())] == []


def test_the_json_feed_holds_what_version_1_1_asks(lib: Library) -> None:
    (made,) = json_feed(lib)
    feed = json.loads(made.data)
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["language"] == "ar"
    assert feed["feed_url"] == "https://archive.example/warraq/feeds/site.json"
    assert all({"id", "url", "title", "content_html"} <= set(i) for i in feed["items"])
    assert len({i["id"] for i in feed["items"]}) == 5
    assert None not in [value for i in feed["items"] for value in i.values()]


def links(feed: feedparser.FeedParserDict) -> list[str]:
    return [unquote(entry.link).split("/")[-2] for entry in feed.entries]


def test_a_feed_has_no_more_than_its_limit_of_the_newest_articles_newest_first() -> None:
    """Of a concept, a source or an author 20, of the site 50: every entry is a whole text."""
    several = [
        article(f"خبر-{n:02}", tags=("SCO",), source=Source("وكالة"), authors=("هدى",)) for n in range(SITE_ENTRIES + 3)
    ]
    given = library(*several, vocabulary={"SCO": "منظمة شنغهاي"})
    newest = [made.slug for made in several]
    read = {address: links(feed) for address, feed in parsed(given).items()}
    assert (ENTRIES, SITE_ENTRIES) == (20, 50)
    assert read == {
        "feeds/site.xml": newest[:50],
        "feeds/concepts/sco.xml": newest[:20],
        "feeds/sources/وكالة.xml": newest[:20],
        "feeds/authors/هدى.xml": newest[:20],
    }
    (made,) = json_feed(given)
    assert [unquote(item["url"]).split("/")[-2] for item in json.loads(made.data)["items"]] == newest[:50]


def test_the_feed_of_corrections_has_the_newest_first_and_no_more_than_its_limit() -> None:
    days = [PartialDate(2024, 1 + n // 28, 1 + n % 28) for n in range(SITE_ENTRIES + 2)]
    given = library(
        article("أ", corrections=tuple(Correction(day, ".") for day in days)),
        article("ب", withdrawn=Withdrawn(PartialDate(2024, 1, 28), "خطأ")),
        article("ت", corrections=(Correction(days[-1], "."),)),
    )
    entries = parsed(given)["feeds/corrections.xml"].entries
    updated = [entry.updated for entry in entries]
    assert len(entries) == SITE_ENTRIES and updated == sorted(updated, reverse=True)
    # Of one day the last slug comes first; a correction keeps its number, by which readers know it again.
    assert [unquote(entry.id).split("/")[-1] for entry in entries[:3]] == [
        "#correction-1",
        "#correction-52",
        "#correction-51",
    ]
    assert [unquote(entry.id).split("/")[-2] for entry in entries[:3]] == ["ت", "أ", "أ"]
    assert "#withdrawn" in [unquote(entry.id).split("/")[-1] for entry in entries]


def test_a_feed_changed_when_its_newest_entry_did() -> None:
    given = library(article("أ", date=PartialDate(2024, 5, 6)), article("ب", date=PartialDate(2023, 1, 2)))
    assert parsed(given)["feeds/site.xml"].feed.updated == "2024-05-06T00:00:00Z"


@pytest.mark.parametrize(
    ("date", "published", "updated"),
    [
        (PartialDate(2023, 11, 8), "2023-11-08T00:00:00Z", "2023-11-08T00:00:00Z"),
        (PartialDate(2023, 11), None, "2023-11-01T00:00:00Z"),
        (PartialDate(2023), None, "2023-01-01T00:00:00Z"),
        (None, None, None),
    ],
)
def test_an_entry_was_published_only_on_a_known_day(
    date: PartialDate | None, published: str | None, updated: str | None
) -> None:
    given = library(article("أ", date=date))
    (made,) = json_feed(given)
    [item] = json.loads(made.data)["items"]
    assert (item.get("date_published"), item.get("date_modified")) == (published, updated)
    feed = parsed(given).get("feeds/site.xml")
    assert (feed is None) == (updated is None)  # a feed of nothing would need a date that nothing has
    if feed:
        assert [(entry.get("published"), entry.updated) for entry in feed.entries] == [(published, updated)]


@pytest.mark.parametrize(
    ("authors", "source", "names"),
    [(("هدى", "سلمى"), Source("وكالة"), ["هدى", "سلمى"]), ((), Source("وكالة"), ["وكالة"]), ((), None, ["ورّاق"])],
)
def test_an_entry_names_its_authors_else_its_source_else_the_archive(
    authors: tuple[str, ...], source: Source | None, names: list[str]
) -> None:
    given = library(article("أ", authors=authors, source=source))
    [entry] = parsed(given)["feeds/site.xml"].entries
    assert [author.name for author in entry.authors] == names


def test_an_entry_has_summary_rights_and_labelled_tags(lib: Library) -> None:
    first = parsed(lib)["feeds/site.xml"].entries[0]
    assert first.summary == "خلاصة" and first.rights == "© بإذن"
    assert [(tag.term, tag.label) for tag in first.tags] == [("SCO", "منظمة شنغهاي"), ("حرّ", "حرّ")]
