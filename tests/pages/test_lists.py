"""Lists keep their limits and their order: the home, years and months, names, concepts, and what leads from one to the other."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest

from publish.making import article, edition, library
from theme.rendering import render
from theme.trees import parsed, strings
from warraq.archive.article import Article, Correction, Source, Withdrawn
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.partial_date import PartialDate
from warraq.archive.permanent_id import id_for
from warraq.pages import pages
from warraq.pages.concepts import MOST_CO_OCCURRING, ConceptPage, ConceptsPage, concepts, labels_by_language
from warraq.pages.corrections import CorrectionsPage
from warraq.pages.facets import facets
from warraq.pages.home import FACETS, HomePage, home
from warraq.pages.items import BRIEF_FROM, Items
from warraq.pages.lists import ListPage, name_lists, period_lists
from warraq.pages.page import File, Library
from warraq.pages.paging import FULL
from warraq.pages.redirects import RedirectPage, redirects
from warraq.pages.timeline import months, years
from warraq.pages.withdrawn import WithdrawnPage, withdrawn

TEN = {letter: f"اسم {letter}" for letter in "ABCDEFGHIJ"}


def front(given: Library) -> HomePage:
    [found] = [page for page in home(given) if isinstance(page, HomePage)]
    return found


def listed(given: Library) -> dict[str, ListPage]:
    return {page.address: page for page in (*period_lists(given), *name_lists(given))}


def test_the_home_names_the_first_concepts_and_sources_only() -> None:
    given = library(
        *[article(f"خبر-{c}", tags=(c,), source=Source(f"مصدر {c}")) for c in TEN],
        article("آخر", tags=("J",), source=Source("مصدر J")),
        vocabulary=TEN,
    )
    page = front(given)
    assert FACETS == 8
    assert [link.name for link in page.concepts] == [TEN["J"], *(TEN[c] for c in "ABCDEFG")]
    assert [(link.name, link.count) for link in page.sources[:2]] == [("مصدر J", 2), ("مصدر A", 1)]
    assert len(page.sources) == FACETS and page.sources[0].address == "sources/مصدر-j/"


def test_the_home_leads_to_articles_without_a_date_where_there_are_some() -> None:
    assert not front(library(article())).undated
    assert front(library(article(), article("ب", date=None))).undated


@pytest.mark.parametrize(("count", "summary"), [(BRIEF_FROM - 1, "خلاصة"), (BRIEF_FROM, None)])
def test_a_list_of_sixty_omits_its_summaries(count: int, summary: str | None) -> None:
    given = library(*[article(f"خبر-{n}", summary="خلاصة") for n in range(count)])
    assert BRIEF_FROM == 60
    assert {item.summary for item in Items(given.articles, given.archive.site)} == {summary}


def test_bars_of_years_go_from_the_newest_and_bars_of_months_from_january() -> None:
    given = library(
        *[article(f"خبر-{n}", date=PartialDate(2023, month)) for n, month in enumerate((11, 2, 10, 2))],
        article("قديم", date=PartialDate(987, 3)),
        article("سنة", date=PartialDate(2024)),
    )
    site = given.archive.site
    assert [(bar.name, bar.address) for bar in years(given.articles, site)] == [
        ("2024", "2024/"),
        ("2023", "2023/"),
        ("987", "0987/"),
    ]
    assert [(bar.name, bar.address, bar.count, bar.width) for bar in months(given.articles, 2023, site)] == [
        ("فبراير", "2023/02/", 2, 100),
        ("أكتوبر", "2023/10/", 1, 50),
        ("نوفمبر", "2023/11/", 1, 50),
    ]


def test_a_single_year_is_shown_by_its_months_the_newest_first_with_the_year() -> None:
    given = library(article("أ", date=PartialDate(2023, 2)), article("ب", date=PartialDate(2023, 11)))
    bars = years(given.articles, given.archive.site)
    assert [bar.name for bar in bars] == ["نوفمبر 2023", "فبراير 2023"]


def test_the_smallest_bar_can_be_seen() -> None:
    given = library(
        *[article(f"خبر-{n}", date=PartialDate(2023)) for n in range(250)], article("x", date=PartialDate(2022))
    )
    assert [bar.width for bar in years(given.articles, given.archive.site)] == [100, 1]
    assert years((), given.archive.site) == ()


def test_a_month_stands_below_its_year_with_its_name_and_two_digits() -> None:
    found = listed(library(article(date=PartialDate(2023, 3, 1)), article("ب", date=PartialDate(2023))))
    assert list(found) == ["2023/", "2023/03/"]
    month, year = found["2023/03/"], found["2023/"]
    assert (month.kind, month.name, month.count) == ("month", "مارس 2023", 1)
    assert month.year is not None and (month.year.name, month.year.address) == ("2023", "2023/")
    assert (year.kind, year.name, year.count, [bar.count for bar in year.timeline]) == ("year", "2023", 2, [1])


def test_the_parts_of_a_list_count_their_own_articles_and_lead_both_ways() -> None:
    count = 3 * FULL + 7
    given = library(*[article(f"خبر-{n}", date=None, source=Source("وكالة")) for n in range(count)])
    found = listed(given)
    assert FULL == 100
    for address in ("sources/وكالة/", "undated/"):
        first, newest, oldest = (found[address + part] for part in ("", "page/2/", "page/1/"))
        assert [page.count for page in (first, newest, oldest)] == [count, FULL, FULL]
        assert [len(page.items) for page in (first, newest, oldest)] == [FULL + 7, FULL, FULL]
        assert (first.newer, first.older) == (None, newest.address)
        assert (newest.newer, newest.older) == (address, oldest.address)
        assert (oldest.newer, oldest.older) == (newest.address, None)
        assert (newest.front, newest.number, oldest.number) == (address, 2, 1)
        assert newest.name == first.name


def test_sources_and_authors_have_a_feed_on_every_part_and_tags_have_none() -> None:
    several = [
        article(f"خبر-{n}", source=Source("وكالة"), authors=("سلمى",), tags=("حر", "C")) for n in range(2 * FULL)
    ]
    given = library(*several, vocabulary={"C": "قناة"})
    feeds = {address: page.feed for address, page in listed(given).items() if page.feed}
    assert feeds == {
        f"{group}/{part}": f"feeds/{group}.xml"
        for group in ("sources/وكالة", "authors/سلمى")
        for part in ("", "page/1/")
    }
    both = [page for page in concepts(given) if isinstance(page, ConceptPage | ListPage)]
    of_concepts = [page.feed for page in both]
    assert of_concepts == ["feeds/concepts/c.xml"] * 2
    assert [page.period_length for page in both] == [len("2023-11")] * 2
    addresses = {made.address for made in pages(given)}
    assert {*feeds.values(), *of_concepts} <= addresses


def concept_page(given: Library, address: str) -> ConceptPage:
    [found] = [page for page in concepts(given) if isinstance(page, ConceptPage) and page.address == address]
    return found


def test_a_concept_names_no_more_than_twelve_others_and_never_itself() -> None:
    many = {f"X{n:02}": f"اسم {n:02}" for n in range(MOST_CO_OCCURRING + 3)}
    given = library(article("أ", tags=tuple(many)), vocabulary=many)
    found = concept_page(given, "concepts/x00/")
    assert MOST_CO_OCCURRING == 12
    assert [link.name for link in found.co_occurring] == [many[f"X{n:02}"] for n in range(1, 13)]


def test_a_concept_leads_only_to_concepts_that_have_a_page() -> None:
    known = {
        "A": Concept("A", Scheme.PLACE, {"ar": "بلد"}, broader=("B", "C"), related=("D", "B")),
        "B": Concept("B", Scheme.PLACE, {"ar": "إقليم"}),
        "C": Concept("C", Scheme.PLACE, {"ar": "قارة"}),
        "D": Concept("D", Scheme.PERSON, {"ar": "رحالة"}),
    }
    given = library(article("أ", tags=("A",)), article("ب", tags=("B",)))
    given = replace(given, archive=replace(given.archive, vocabulary=Vocabulary(known)))
    found = concept_page(given, "concepts/a/")
    assert [link.name for link in found.broader] == [link.name for link in found.related] == ["إقليم"]
    assert (found.count, found.co_occurring) == (1, ())
    [index] = [page for page in concepts(given) if isinstance(page, ConceptsPage)]
    assert [(each.scheme, [letter for letter, _ in each.letters]) for each in index.schemes if each.letters] == [
        ("place", ["ا", "ب"])
    ]


def test_the_preferred_label_comes_first_in_each_language() -> None:
    concept = Concept("A", Scheme.PLACE, {"ar": "مصر", "en": "Egypt"}, {"en": ("Misr",), "fr": ("Égypte", "Misr")})
    found = [(each.lang, each.preferred, each.others) for each in labels_by_language(concept)]
    assert found == [("ar", "مصر", ()), ("en", "Egypt", ("Misr",)), ("fr", "Égypte", ("Misr",))]


def test_the_index_of_facets_numbers_years_from_the_newest_and_concepts_by_weight() -> None:
    given = library(
        article("أ", date=PartialDate(2022), source=Source("SANA"), tags=("B",)),
        article("ب", date=PartialDate(2024), source=Source("Sana"), tags=("A", "B")),
        article("ت", date=None, source=Source("وكالة")),
        vocabulary={"A": "ألف", "B": "باء"},
    )
    [file] = facets(given)
    index = json.loads(gzip.decompress(file.data))
    assert (index["year"], index["source"], index["concept"]) == (["2024", "2022"], ["SANA", "وكالة"], ["باء", "ألف"])
    numbers = [(each["year"], each["source"], each["concept"]) for each in index["articles"]]
    assert numbers == [([1], [0], [0]), ([0], [0], [0, 1]), ([], [1], [])]


DAY = PartialDate(2026, 11, 23)
"""The day of the build in these tests."""


@pytest.mark.parametrize(
    ("hidden", "published"),
    [
        ({}, True),
        ({"embargo": DAY}, True),
        ({"embargo": PartialDate(2026, 11, 24)}, False),
        ({"status": "draft"}, False),
    ],
)
def test_a_withdrawal_is_told_of_only_where_the_article_was_public(hidden: dict[str, object], published: bool) -> None:  # noqa: FBT001 - a column of the table
    gone = article("مسحوب", "عنوان", withdrawn=Withdrawn(DAY, "خطأ"), aliases=("سابق",), **hidden)
    made = list(withdrawn(library(gone)))
    assert bool(made) is published
    if published:
        notice, permanent, former = made
        assert isinstance(notice, WithdrawnPage) and (notice.address, notice.reason) == ("articles/مسحوب/", "خطأ")
        assert isinstance(former, RedirectPage) and former.target == notice.address and "عنوان" not in former.title
        assert isinstance(permanent, File) and b"<base href=../../articles/" in permanent.data
        assert "عنوان".encode() not in permanent.data


def test_a_former_address_leads_on_unless_an_article_stands_there_now() -> None:
    given = library(article("أ", "عنوان", aliases=("ب", "ت")), article("ب"))
    page, former_id = redirects(given)
    assert isinstance(former_id, File) and former_id.address == f"a/{id_for('ت')}/index.html"
    assert isinstance(page, RedirectPage)
    assert (page.address, page.target, page.title, page.lang) == ("articles/ت/", "articles/أ/", "عنوان", "ar")


def corrected(slug: str, *days: PartialDate) -> Article:
    return article(slug, slug, corrections=tuple(Correction(day, f"{slug} {day}") for day in days))


def test_corrections_are_listed_newest_first_with_the_withdrawals() -> None:
    given = library(
        corrected("أ", PartialDate(2024, 1, 2), PartialDate(2024, 3)),
        corrected("ب", PartialDate(2024, 1, 2)),
        article("ت", "ت", withdrawn=Withdrawn(PartialDate(2024, 2, 1), "سحب")),
    )
    [page] = [made for made in pages(given) if isinstance(made, CorrectionsPage)]
    notes = [correction.note for correction in page.corrections]
    assert notes == ["أ 2024-03", "سحب", "ب 2024-01-02", "أ 2024-01-02"]
    assert page.feed == "feeds/corrections.xml"


def test_an_article_stands_once_in_a_list_that_it_belongs_to_twice() -> None:
    both = replace(edition(article("أ", tags=("A", "حر", "حُر"), authors=("سلمى", "سلمى"))), concepts=("A",))
    given = library(both, vocabulary={"A": "ألف"})
    assert [page.count for page in listed(given).values()] == [1] * len(listed(given))
    assert concept_page(given, "concepts/a/").count == 1
    assert len(concept_page(given, "concepts/a/").items) == 1


def test_a_tag_that_is_a_concept_has_the_concepts_page_and_no_other() -> None:
    given = library(article("أ", tags=("A", "حر")), vocabulary={"A": "ألف"})
    assert [address for address in listed(given) if address.startswith("tags/")] == ["tags/حر/"]
    assert concept_page(given, "concepts/a/").label == "ألف"


def test_a_list_hands_on_each_name_as_one_whatever_signs_it_has() -> None:
    names = ("van der Berg, Jan", "وكالة؛ قسم; أول", "ليلى")
    given = library(article("خبر", authors=names, source=Source("صحيفة")))
    page = parsed(render(listed(given)["sources/صحيفة/"], given.archive.site))
    [said] = strings(page, "//li/@data-by")
    assert tuple(said.split("\n")) == names
