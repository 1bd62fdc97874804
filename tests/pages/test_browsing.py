"""What lists promise: pages numbered from the oldest, groups complete, related articles by rare concepts, bars that add up."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from publish.making import article, edition, library
from warraq.archive.archive import Site
from warraq.archive.partial_date import PartialDate
from warraq.edition.edition import Edition, Mark, MarkKind
from warraq.pages import whole_site
from warraq.pages.around import Around
from warraq.pages.article import ArticlePage
from warraq.pages.concepts import ConceptPage
from warraq.pages.dates import display_date
from warraq.pages.direction import direction, language_name
from warraq.pages.home import FULL, HomePage, home
from warraq.pages.lists import ListPage, period_lists
from warraq.pages.page import File, Library, Page
from warraq.pages.paging import parts
from warraq.pages.related import concept_index, related
from warraq.pages.rights import WholeLibrary
from warraq.pages.timeline import list_timeline, months, years


def archive(count: int, **values: Any) -> WholeLibrary:
    """Make a library of `count` articles, a day apart, newest first."""
    made = [
        article(f"خبر-{n}", f"خبر {n}", date=PartialDate(2020 + n // 300, n // 25 % 12 + 1, n % 25 + 1), **values)
        for n in range(count)
    ]
    return library(*made[::-1])


def around_of(page: ArticlePage) -> Around:
    assert page.around
    return page.around


def listing(made: Iterable[Page | File]) -> dict[str, HomePage | ListPage]:
    """Give the pages that list articles, by address."""
    return {page.address: page for page in made if isinstance(page, HomePage | ListPage)}


def lists(given: Library) -> dict[str, tuple[str, ...]]:
    found = listing(home(given))
    return {a: tuple(i.address for i in p.items) for a, p in found.items()}


@pytest.mark.parametrize("count", [0, 1, FULL - 1, FULL, 2 * FULL - 1, 2 * FULL, 5 * FULL + 3])
def test_home_and_pages_together_list_every_article_once_newest_first(count: int) -> None:
    given = archive(count)
    found = lists(given)
    numbers = sorted((int(a.split("/")[1]) for a in found if a), reverse=True)
    all_of_them = [*found[""], *(address for n in numbers for address in found[f"page/{n}/"])]
    assert all_of_them == [f"articles/{e.article.slug}/" for e in given.articles]
    assert all(len(found[f"page/{n}/"]) == FULL for n in numbers)
    assert len(found[""]) < 2 * FULL


def test_a_new_article_changes_the_home_and_no_full_page() -> None:
    before, after = lists(archive(3 * FULL + 4)), lists(archive(3 * FULL + 5))
    assert [address for address in after if before.get(address) != after[address]] == [""]


def test_the_newest_numbered_page_leads_back_to_the_home() -> None:
    found = listing(home(archive(4 * FULL)))
    newest, oldest = found["page/3/"], found["page/1/"]
    assert isinstance(newest, ListPage) and newest.newer == ""
    assert oldest.older is None
    assert found[""].older == "page/3/"


def test_years_and_months_have_pages_with_all_their_articles() -> None:
    found: dict[str, list[str]] = {}
    for page in period_lists(archive(310)):
        front = page.address.partition("page/")[0]
        found.setdefault(front, []).extend(i.address for i in page.items)
    assert len(found["2020/"]) == len(set(found["2020/"])) == 300
    assert found["2020/"] == [a for front, shelf in found.items() if front[5:] and front[:4] == "2020" for a in shelf]


@pytest.mark.parametrize("count", [0, 1, 3, 4, 7, 8, 9, 15])
def test_the_parts_of_a_list_are_the_list_and_lead_to_one_another(count: int) -> None:
    shelf = archive(count).articles
    listed = parts("x/", shelf, full=4)
    assert [e for part in listed for e in part.articles] == list(shelf)
    assert [part.number for part in listed] == [0, *range(len(listed) - 1, 0, -1)]
    assert all(len(part.articles) == 4 for part in listed[1:])
    assert listed[0].address == "x/"
    assert [part.older for part in listed] == [*(part.address for part in listed[1:]), None]
    assert [part.newer for part in listed] == [None, *(part.address for part in listed[:-1])]


def test_a_full_part_never_changes_when_articles_come() -> None:
    before, after = ({p.address: p.articles for p in parts("x/", archive(n).articles, 4)} for n in (13, 22))
    assert {a: [e.article.slug for e in articles] for a, articles in before.items() if a != "x/"} == {
        a: [e.article.slug for e in after[a]] for a in before if a != "x/"
    }


def test_the_bars_of_a_long_list_lead_to_the_part_that_has_their_newest_article() -> None:
    given = archive(310)
    listed = parts("concepts/x/", given.articles)
    bars, dated = list_timeline(listed, given.archive.site)
    assert [bar.address for bar in bars] == ["concepts/x/#in-2021", "concepts/x/#in-2020"]
    assert dated == 4
    only_2020 = parts("concepts/x/", given.articles[10:])
    bars, dated = list_timeline(only_2020, given.archive.site)
    assert dated == 7
    assert {bar.address.partition("#")[0] for bar in bars} == {part.address for part in only_2020}


def test_bars_add_up_and_the_fullest_is_whole() -> None:
    given = archive(310)
    bars = years(given.articles, given.archive.site)
    assert [(bar.name, bar.count) for bar in bars] == [("2021", 10), ("2020", 300)]
    assert [bar.width for bar in bars] == [3, 100]
    assert sum(bar.count for bar in months(given.articles, 2020, given.archive.site)) == 300


def test_a_rare_concept_binds_more_than_a_common_one() -> None:
    common = [article(f"عام-{n}", tags=("C",)) for n in range(8)]
    given = library(
        article("هذا", tags=("C", "R")),
        article("نادر", tags=("R",)),
        *common,
        article("آخر"),
        vocabulary={"C": "عام", "R": "نادر"},
    )
    near = related(given.articles[0], concept_index(given))
    assert near[0].item.address == "articles/نادر/"
    assert near[0].shared == ("نادر",)
    assert "articles/هذا/" not in [r.item.address for r in near]
    assert "articles/آخر/" not in [r.item.address for r in near]


def test_translations_are_named_as_such_and_are_not_among_the_near_ones() -> None:
    given = library(
        article("أصل", tags=("C",)),
        article("translation", lang="en", translation_of="أصل", tags=("C",)),
        article("غيره", tags=()),
        vocabulary={"C": "عام"},
    )
    assert related(given.articles[0], concept_index(given)) == ()
    made = {page.address: page for page in whole_site(given) if isinstance(page, ArticlePage)}
    assert [other.item.lang for other in around_of(made["articles/أصل/"]).translations] == ["en"]


@pytest.mark.parametrize(
    ("months_of", "text"),
    [("ar", "8 نوفمبر 2023"), ("ar_SY", "8 تشرين الثاني 2023"), ("ar_MA", "8 نونبر 2023")],
)
def test_months_have_the_names_of_the_readers_country(months_of: str, text: str) -> None:
    assert display_date(PartialDate(2023, 11, 8), Site("ورّاق", months=months_of)).text == text


def test_a_date_says_no_more_than_is_known() -> None:
    site = Site("ورّاق")
    assert display_date(PartialDate(2023), site, weekday=True).text == "2023"
    assert display_date(PartialDate(2023, 11), site, weekday=True).text == "نوفمبر 2023"
    assert display_date(PartialDate(2023, 11, 8), site, weekday=True).text == "الأربعاء 8 نوفمبر 2023"
    assert display_date(PartialDate(2023, 11, 8), Site("Warraq", "en")).text == "8 November 2023"


@pytest.mark.parametrize(
    ("lang", "way", "name"),
    [
        ("ar", "rtl", "العربية"),
        ("fa", "rtl", "فارسی"),
        ("he", "rtl", "עברית"),
        ("en-GB", "ltr", "English"),
        ("xx", "ltr", "xx"),
    ],
)
def test_languages_have_their_direction_and_their_own_name(lang: str, way: str, name: str) -> None:
    assert (direction(lang), language_name(lang)) == (way, name)


def test_every_page_pickles_and_no_two_stand_at_one_address() -> None:
    made = list(whole_site(archive(45, tags=("ماء",))))
    addresses = [m.address for m in made]
    assert len(addresses) == len(set(addresses))
    for one in made:
        if isinstance(one, Page):
            assert pickle.loads(pickle.dumps(one)).address == one.address
        else:
            assert isinstance(one, File)


def named(slug: str, *ids: str, **values: Any) -> Edition:
    """Make an edition that names concepts."""
    marks = tuple(Mark(f"m-{n}", MarkKind.MENTION, 0, 0, concept=concept) for n, concept in enumerate(ids))
    return replace(edition(article(slug, slug, **values)), marks=marks, concepts=tuple(dict.fromkeys(ids)))


NAMES = {"A": "نهر", "B": "الجسر", "C": "أستانا", "D": "بلدة", "E": "ميناء"}


def test_names_stand_by_articles_then_tags_then_mentions_then_the_alphabet() -> None:
    given = library(named("خبر", *"ABCDDE", tags=("A",)), named("آخر", "E"), vocabulary=NAMES)
    found = {page.address: page for page in whole_site(given) if isinstance(page, Page)}
    front, of_e = found[""], found["concepts/e/"]
    assert isinstance(front, HomePage) and isinstance(of_e, ConceptPage)
    order = ["ميناء", "نهر", "بلدة", "أستانا", "الجسر"]
    assert [link.name for link in front.concepts] == order
    assert [link.name for link in of_e.co_occurring] == order[1:]
