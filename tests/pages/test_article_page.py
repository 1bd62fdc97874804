"""The page of an article: its neighbours, its way up, its counts, and what stands in its margin."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest

from pages.libraries import library as of_editions
from pages.libraries import made
from publish.making import article, library
from theme.rendering import render
from theme.trees import parsed, strings
from warraq.archive.archive import Site
from warraq.archive.article import Annotation, Correction, Reviewed, Source
from warraq.archive.original import OriginalKind
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Evidence, Origin
from warraq.edition.edition import Edition, MarginEntry, Mark, MarkKind
from warraq.language import message
from warraq.pages.article import ArticlePage, articles
from warraq.pages.margin import margin_section
from warraq.pages.page import File
from warraq.pages.provenance import decoded_address, original_address, provenance
from warraq.pages.rights import WholeLibrary


def pages_of(given: WholeLibrary) -> dict[str, ArticlePage]:
    found = {page.address: page for page in articles(given) if isinstance(page, ArticlePage)}
    return {address.removeprefix("articles/").strip("/"): page for address, page in found.items()}


def page_of(edition: Edition) -> ArticlePage:
    [found] = pages_of(of_editions(edition)).values()
    return found


def test_each_dated_article_leads_to_the_one_before_and_the_one_after_it() -> None:
    dates = {"ث": PartialDate(2024), "ت": PartialDate(2023, 5), "ب": PartialDate(2023, 4), "أ": None}
    found = pages_of(library(*[article(slug, slug, date=date) for slug, date in dates.items()]))
    neighbours = {
        slug: [it and it.title for it in (page.around.newer, page.around.older)]
        for slug, page in found.items()
        if page.around
    }
    assert neighbours == {"ث": [None, "ت"], "ت": ["ث", "ب"], "ب": ["ت", None], "أ": [None, None]}


@pytest.mark.parametrize(
    ("date", "addresses"),
    [
        (None, []),
        (PartialDate(987), ["0987/"]),
        (PartialDate(2023, 3), ["2023/", "2023/03/"]),
        (PartialDate(2023, 11, 8), ["2023/", "2023/11/"]),
    ],
)
def test_the_crumbs_are_the_year_and_the_month_as_far_as_known(date: PartialDate | None, addresses: list[str]) -> None:
    [page] = pages_of(library(article(date=date))).values()
    assert [link.address for link in page.crumbs] == addresses


def test_the_date_on_the_page_has_its_weekday_and_the_one_in_lists_has_not() -> None:
    page = page_of(made())
    assert page.date is not None and page.date.text == "الأربعاء 8 نوفمبر 2023"
    assert page.item.date is not None and page.item.date.text == "8 نوفمبر 2023"


def test_the_legend_counts_each_kind_of_mark_by_itself() -> None:
    body = "قال بوتين. ثم زار مقر منظمة شنغهاي للتعاون في روسيا مع روسيا\n\nوعاد عاد إلى أستانا"
    notes = (Annotation("بوتين", "شرح"), Annotation("زار", "شرح آخر"))
    page = page_of(made(*notes, body=body))
    assert (page.notes, page.doubts, page.edits, page.item.repairs) == (2, 1, 2, 3)
    assert page.defined_names and page.repeated_names


def test_names_are_told_apart_by_whether_one_is_there_again() -> None:
    once = page_of(made())
    assert once.defined_names and not once.repeated_names
    assert once.concepts["Russia"].address == "concepts/russia/"


def test_corrections_stand_in_the_editors_order_and_the_review_with_its_day() -> None:
    corrections = (Correction(PartialDate(2024, 2), "أولى"), Correction(PartialDate(2024, 1, 2), "ثانية"))
    page = page_of(made(corrections=corrections, reviewed=Reviewed("هدى", PartialDate(2024, 3, 4))))
    assert [(c.date.text, c.note) for c in page.corrections] == [("فبراير 2024", "أولى"), ("2 يناير 2024", "ثانية")]
    assert page.review is not None and page.review.date is not None
    assert (page.review.by, page.review.date.text) == ("هدى", "4 مارس 2024")
    assert page_of(made()).review is None


def test_the_page_says_how_much_of_the_text_may_be_published() -> None:
    for rights, words in (
        (None, None),
        ("full", None),
        ("excerpts on request", 0),
        ("excerpt 7", 7),
        ("metadata", 0),
    ):
        assert page_of(made(source=Source("وكالة", rights=rights))).extent.words == words


def entry(kind: str, html: str = "شرح", sources: tuple[str, ...] = ()) -> MarginEntry:
    return MarginEntry("n-x", Mark("x", kind, 0, 1), 1, message("Note"), html, sources)


def test_the_margin_has_notes_definitions_and_repairs_apart() -> None:
    entries = tuple(entry(kind) for kind in ("note", "doubt", "footnote", "mention", "repair", "edit"))
    section = margin_section("<p></p>", entries, 100)
    assert [e.mark.kind for e in section.notes] == ["note", "doubt", "footnote"]
    assert [e.mark.kind for e in section.glosses] == ["mention"]
    assert [e.mark.kind for e in section.repairs] == ["repair", "edit"]


def test_a_name_without_a_definition_has_no_place_in_the_margin() -> None:
    section = margin_section("<p></p>", (entry(MarkKind.MENTION, html=""),), 100)
    assert section.glosses == section.notes == section.repairs == ()


@pytest.mark.parametrize(("tag", "wide"), [("p", ""), ("table", "table"), ("pre", "pre"), ("ul", "")])
def test_tables_and_set_text_scroll_by_themselves(tag: str, wide: str) -> None:
    assert margin_section("", (), 100, tag).wide == wide


def test_a_margin_is_crowded_when_it_reaches_far_below_its_section() -> None:
    """A section of up to 59 letters has room for 5.5 lines of entries: two of 20 letters take 5.2, three 7.8."""
    short = [entry("note", "ش" * 20)] * 3
    assert not margin_section("", tuple(short[:2]), 59).crowded
    assert margin_section("", tuple(short), 59).crowded
    assert not margin_section("", tuple(short), 2 * 60).crowded
    assert not margin_section("", tuple([entry("repair", "ش" * 20)] * 9), 59).crowded
    assert margin_section("", (*short[:2], entry("mention")), 59).crowded


def inferred(edition: Edition, value: str) -> Edition:
    assert edition.record is not None
    evidence = Evidence(start=0, end=3, quote="اليوم\n\tالأربعاء", says="weekday")
    date = Described(value=value, origin=Origin.INFERRED, evidence=(evidence,))
    return replace(edition, record=edition.record.model_copy(update={"described": {"date": date}}))


def test_provenance_counts_repairs_by_rule_equal_ones_by_name() -> None:
    found = provenance(made())
    assert found is not None
    assert [(each.rule, each.count) for each in found.repairs] == [("bar", 1), ("space", 1), ("stop", 1)]


def test_a_rule_that_repaired_more_comes_first() -> None:
    done = made()
    more = tuple(replace(mark, rule="space") if mark.rule == "bar" else mark for mark in done.marks)
    found = provenance(replace(done, marks=more))
    assert found is not None
    assert [(each.rule, each.count) for each in found.repairs] == [("space", 2), ("stop", 1)]


def test_the_evidence_for_a_date_stands_until_an_editor_gives_another() -> None:
    stands = provenance(inferred(made(), "2023-11-08"))
    replaced = provenance(inferred(made(), "2023-11-07"))
    assert stands is not None and [each.quote for each in stands.date] == ["اليوم الأربعاء"]
    assert replaced is not None and replaced.date == ()
    assert page_of(inferred(made(), "2023-11-08")).item.inferred
    assert not page_of(inferred(made(), "2023-11-07")).item.inferred


def test_what_was_written_by_hand_comes_from_nowhere_else() -> None:
    [page] = pages_of(library(article())).values()
    assert page.provenance is None
    with pytest.raises(ValueError, match="by hand"):
        original_address(library(article()).editions[0])


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (OriginalKind.TEXT, "original.txt"),
        (OriginalKind.FRAGMENT, "original.html.txt"),
        (OriginalKind.PAGE, "original.html.txt"),
    ],
)
def test_an_original_in_html_is_served_as_text(kind: OriginalKind, name: str) -> None:
    assert original_address(made(kind=kind)) == f"articles/x/{name}"


def test_only_an_original_in_another_encoding_has_a_copy_in_utf_8() -> None:
    done = made()
    assert done.original is not None and decoded_address(done) == ""
    old = replace(done, original=replace(done.original, encoding="windows-1256", data=b"x"))
    files = {file.address: file.data for file in articles(of_editions(old)) if isinstance(file, File)}
    assert files["articles/x/original.txt"] == b"x"
    assert files["articles/x/original.utf-8.txt"].decode() == done.original.text
    assert "articles/x/original.utf-8.txt" not in {made.address for made in articles(of_editions(done))}


@pytest.mark.parametrize(
    ("rights", "notice"),
    [
        (None, None),
        ("full", None),
        ("CC BY-SA 4.0", None),
        ("Excerpts: ask us", "The text itself may not be published here."),
        ("excerpt 7", "Only an excerpt may be published here."),
        ("metadata", "The text itself may not be published here."),
    ],
)
def test_a_page_without_the_whole_text_says_so_and_leads_to_it(rights: str | None, notice: str | None) -> None:
    page = page_of(made(source=Source("وكالة", "https://source.test/1", rights=rights)))
    shown = strings(parsed(render(page, Site("Warraq", "en"))), "//aside[@class='standing']//text()")
    assert shown == ([f"{notice} ", "The whole text at the source"] if notice else [])


@pytest.mark.parametrize(
    ("language", "rights", "told"),
    [
        ("en", "excerpt 1", "an excerpt of one word"),
        ("ar", "excerpt 2", "مقتطف كلمتين"),
        ("ar", "excerpt 5", "مقتطف 5 كلمات"),
        ("ar", "excerpt 300", "مقتطف 300 كلمة"),
        ("ar", "excerpt 0", "البيانات الوصفية وحدها"),
        ("ar", "metadata", "البيانات الوصفية وحدها"),
        ("fa", "metadata", "تنها فراداده"),
        ("fa", "excerpt 5", "گزیده‌ای از 5 واژه"),
        ("ar", "full", "النص كاملا"),
        ("ar", "CC BY 4.0", "CC BY 4.0"),
    ],
)
def test_the_rights_are_said_in_the_language_of_the_page(language: str, rights: str, told: str) -> None:
    page = page_of(made(source=Source("وكالة", rights=rights)))
    facts = strings(
        parsed(render(page, Site("Warraq", language))), "//h2[@id='provenance']/following-sibling::dl[1]//dd//text()"
    )
    assert told in facts


def test_the_head_names_every_language_version_where_the_site_has_an_address() -> None:
    given = library(article("خبر"), article("news", lang="en", translation_of="خبر"), article("وحده"))
    found = pages_of(given)
    url = "https://archive.example/warraq"
    heads = {
        slug: strings(parsed(render(page, given.archive.site, url)), "//link[@hreflang]/@href")
        for slug, page in found.items()
    }
    both = {f"{url}/articles/{quote(slug)}/" for slug in ("خبر", "news")}
    assert {slug: set(links) for slug, links in heads.items()} == {"خبر": both, "news": both, "وحده": set()}
    assert strings(parsed(render(found["خبر"], given.archive.site)), "//link[@hreflang]/@href") == []
    assert strings(parsed(render(found["خبر"], given.archive.site)), "//ul//a/@hreflang") == ["en"]


def test_the_page_leads_to_its_annotations() -> None:
    page = page_of(made())
    links = strings(parsed(render(page, Site("ورّاق"))), "//link[@type='application/ld+json']/@href")
    assert links == ["annotations.jsonld"]


def test_a_citation_without_an_address_says_what_the_site_was_built_without() -> None:
    said = "لا عنوان فيه: بُني الموقع من غير SITEURL"
    for site_url, is_said in (("", True), ("https://archive.example", False)):
        given = library(article("خبر"), site_url=site_url)
        assert (said in render(pages_of(given)["خبر"], given.archive.site, site_url)) is is_said


def test_an_english_citation_in_an_arabic_site_is_read_from_the_left() -> None:
    given = library(article("news", "Title", lang="en"))
    [page] = pages_of(given).values()
    tree = parsed(render(page, given.archive.site))
    assert (strings(tree, "//cite/@lang"), strings(tree, "//cite/@dir")) == (["en"], ["ltr"])
