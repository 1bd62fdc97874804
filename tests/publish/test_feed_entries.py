"""What a feed says of an article far from the site: its direction, its notes, its pictures, and when it changed; and no feed of nothing."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import etree

from pages.libraries import library as of_editions
from pages.libraries import made
from publish.making import DAY, SITE, article, edition, library
from publish.test_feeds import feeds, parsed
from warraq.archive.archive import Archive
from warraq.archive.article import Annotation, Article, Correction, Source, Withdrawn
from warraq.archive.partial_date import PartialDate
from warraq.edition.edition import Edition
from warraq.pages.concepts import concepts
from warraq.pages.corrections import corrections as corrections_page
from warraq.pages.feeds_offered import site_feeds
from warraq.pages.json_feed import json_feed
from warraq.pages.lists import name_lists
from warraq.pages.page import LargeFile, Library
from warraq.pages.rights import in_lists


def test_there_is_no_feed_and_no_link_to_one_where_no_day_is_known() -> None:
    """Not of the source, the concept or the author; the JSON feed has such articles, for there an entry needs no date."""
    undated = article("أ", date=None, source=Source("وكالة"), authors=("هدى",), tags=("SCO",))
    dated = article("ب", source=Source("صحيفة"))
    given = library(undated, dated, vocabulary={"SCO": "منظمة"})
    assert {f.address for f in feeds(given)} == {"feeds/site.xml", "feeds/sources/صحيفة.xml"}
    offered = {page.address: page.feed for page in (*concepts(given), *name_lists(given)) if hasattr(page, "feed")}
    assert offered == {
        "concepts/sco/": "",
        "sources/وكالة/": "",
        "sources/صحيفة/": "feeds/sources/صحيفة.xml",
        "authors/هدى/": "",
    }
    [page] = corrections_page(given)
    assert page.feed == ""


@pytest.mark.parametrize(
    ("values", "updated"),
    [
        ({"source": Source("وكالة", retrieved=PartialDate(2025, 5, 6))}, "2025-05-06T00:00:00Z"),
        ({"added": PartialDate(2026, 1, 2)}, "2026-01-02T00:00:00Z"),
        ({"corrections": (Correction(PartialDate(2026, 3), "."),)}, "2026-03-01T00:00:00Z"),
    ],
)
def test_an_undated_article_changed_when_something_last_happened_to_it(values: dict[str, Any], updated: str) -> None:
    [entry] = parsed(library(article("أ", date=None, **values)))["feeds/site.xml"].entries
    assert entry.updated == updated and "published" not in entry


@pytest.mark.parametrize(
    ("articles", "offered"),
    [
        ([], ()),
        ([article("أ", date=None)], ("feeds/site.json",)),
        ([article("أ", date=None), article("ب")], ("feeds/site.xml", "feeds/site.json")),
        ([article("أ", status="draft"), article("ب", date=None)], ("feeds/site.json",)),
        ([article("أ", withdrawn=Withdrawn(PartialDate(2025), "خطأ"))], ()),
        ([article("أ", date=None), article("ب", version_of="أ")], ("feeds/site.json",)),
    ],
)
def test_pages_offer_the_feeds_that_are_made(articles: list[Article], offered: tuple[str, ...]) -> None:
    given = Archive(SITE, tuple(articles))
    assert site_feeds(in_lists(given, DAY)) == offered
    made = library(*articles)
    assert {f.address for f in (*feeds(made), *json_feed(made))} - {"feeds/corrections.xml"} == set(offered)


def noted(*notes: Annotation, **values: Any) -> str:
    """Give the content of an article with notes, as a feed has it."""
    given = of_editions(made(*notes, **values))
    return directed_entry(given)


def directed_entry(given: Library) -> str:
    [entry] = etree.fromstring(next(f.data for f in feeds(given) if f.address == "feeds/site.xml")).iterfind("{*}entry")
    return entry.findtext("{*}content") or ""


def test_notes_are_numbers_in_the_text_and_a_list_behind_it() -> None:
    check = Annotation(
        "أستانا",
        "The *capital* is meant.",
        kind="fact-check",
        verdict="confirmed",
        links=("https://example.test/a?b=1&c=2", "content/originals/x.txt", "كتاب"),
        author="سلمى",
        date=PartialDate(2024, 3, 5),
    )
    content = noted(Annotation("بوتين", "هو <b>الرئيس</b>"), check)
    page = "https://archive.test/w/articles/x/"
    ids = re.findall(r'<li id="n-(\w+)">', content)
    text, _, notes = content.partition("<hr>")
    for number, id_ in enumerate(ids, 1):
        assert f'<sup><a href="{page}#n-{id_}">[{number}]</a></sup>' in text
        assert f'<a href="{page}#{id_}">\u21a9\ufe0e</a></li>' in notes
    assert "<b>حاشية 1</b>: <span>هو <b>الرئيس</b></span> <a" in notes
    assert (
        '<b>تحقّق 2</b>: <b>صحيح</b>: <span dir="ltr">The <em>capital</em> is meant.</span> '
        '(<a href="https://example.test/a?b=1&amp;c=2"><bdi>example.test</bdi></a> · من نص في الأرشيف · '
        "<bdi>كتاب</bdi> · <bdi>سلمى</bdi> · <bdi>5 مارس 2024</bdi>)"
    ) in notes
    assert not re.search(r"<a [^>]*></a>", content)


def test_a_footnote_of_one_paragraph_stands_in_its_line() -> None:
    body = "قال بوتين[^1]. ثم زار روسيا[^2].\n\n[^1]: شرح.\n[^2]: أول.\n\n    ثانٍ."
    content = noted(body=body)
    assert "<b>حاشية 1</b>: <span>شرح.</span> <a" in content
    assert re.search(r"<b>حاشية 2</b>: <span><p>أول.\s*</p><p>ثانٍ.</p></span> <a", content)


def test_a_repaired_text_says_so_and_leads_to_its_page() -> None:
    said = '<p lang="ar" dir="rtl"><small><a href="https://archive.test/w/articles/x/">أُصلح النص'
    assert said in noted()
    assert "أُصلح" not in directed_entry(library(article("أ")))


@pytest.mark.parametrize(
    ("lang", "html", "begins"),
    [
        ("ar", "<p><b>قال</b> CNN</p>", '<div lang="ar" dir="rtl"><p><b>قال'),
        ("ar", "<p><b>«CNN</b>: قال</p>", '<div lang="ar" dir="rtl"><p><b>\u200f«CNN'),
        ("ar", "<p>2024</p>", '<div lang="ar" dir="rtl"><p>\u200f2024'),
        ("ar", '<p><img src="https://a.test/x.png"></p>', '<div lang="ar" dir="rtl"><p><img'),
        ("en", "<p>القناة is</p>", '<div lang="en" dir="ltr"><p>\u200eالقناة'),
        ("fa-IR", "<p>تهران</p>", '<div lang="fa-IR" dir="rtl"><p>تهران'),
    ],
)
def test_a_text_says_its_direction_also_to_who_goes_by_its_first_letter(lang: str, html: str, begins: str) -> None:
    content = directed_entry(library(edition(article("أ", lang=lang), html)))
    assert content.startswith(begins)


def test_a_title_begins_as_its_language_is_written() -> None:
    given = library(article("أ", "CNN: قالت", summary="BBC نقلت"), article("ب", "«CNN» says", lang="en"))
    first, second = parsed(given)["feeds/site.xml"].entries
    assert (first.title, first.summary, second.title) == ("\u200fCNN: قالت", "\u200fBBC نقلت", "«CNN» says")


def test_pictures_of_the_archive_are_enclosures_and_the_source_is_where_it_is_from() -> None:
    pictures = '<p><img src="warraq:images/a b.JPG" alt=""><img src="https://elsewhere.test/c.png" alt=""></p>'
    source = Source("وكالة", "https://source.test/خبر?a=1&b=[2]")
    given = library(edition(article("أ", source=source), pictures))
    [entry] = parsed(given)["feeds/site.xml"].entries
    picture = {"href": "https://archive.example/warraq/images/a%20b.JPG", "type": "image/jpeg"}
    assert [{name: link[name] for name in picture} for link in entry.links if link.rel == "enclosure"] == [picture]
    assert [unquote(link.href) for link in entry.links if link.rel == "via"] == [source.url]
    [item] = json.loads(next(json_feed(given)).data)["items"]
    assert item["image"] == picture["href"]
    assert item["attachments"] == [{"url": picture["href"], "mime_type": picture["type"]}]


def test_a_changed_article_changes_what_its_own_feeds_are_made_of_and_no_others() -> None:
    def made_of(*given: Edition | Article) -> dict[str, str]:
        lib = library(*given, vocabulary={"SCO": "منظمة"})
        return {f.address: f.made_of for f in (*feeds(lib), *json_feed(lib)) if isinstance(f, LargeFile)}

    one, other = article("أ", source=Source("وكالة")), article("ب", source=Source("صحيفة"), tags=("SCO",))
    before = made_of(one, other)
    for changed in (edition(one, "<p>غيره</p>"), edition(one, "<p><b>نصّ</b> الخبر.</p>"), replace(one, title="غيره")):
        after = made_of(changed, other)
        differ = {address for address, told in before.items() if after[address] != told}
        assert differ == {"feeds/site.xml", "feeds/site.json", "feeds/sources/وكالة.xml"}


def test_notes_count_as_changes_of_a_feed() -> None:
    def made_of(note: str) -> str:
        given = of_editions(made(Annotation("بوتين", note)))
        return next(f.made_of for f in json_feed(given) if isinstance(f, LargeFile))

    assert made_of("أول") != made_of("ثانٍ")
