"""Former addresses on another site lead to the articles: by pages where a page can, in lists for hosts, and never by withheld words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publish.making import article, library
from warraq.archive.article import Withdrawn, Withheld
from warraq.archive.concept import Vocabulary
from warraq.archive.own_pages.own_page import OwnPage
from warraq.archive.partial_date import PartialDate
from warraq.edition import edition
from warraq.pages.page import File, Library
from warraq.pages.redirects import RedirectPage, redirects

FORMER = ("/2019/03/خبر/", "/?p=123&lang=ar", "/old.php")


def moved(given: Library) -> tuple[dict[str, str], dict[str, str]]:
    """Give the pages, each with where it leads, and the lists."""
    made = list(redirects(given))
    pages = {page.address: page.target for page in made if isinstance(page, RedirectPage)}
    return pages, {
        file.address: file.data.decode() for file in made if isinstance(file, File) and "redirects" in file.address
    }


def test_a_page_answers_what_it_can_and_the_lists_have_all() -> None:
    pages, lists = moved(library(article("جديد", "عنوان", former_addresses=FORMER)))
    assert pages == {"2019/03/خبر/": "articles/جديد/"}
    target = "/warraq/articles/%D8%AC%D8%AF%D9%8A%D8%AF/"
    assert lists["_redirects"].splitlines() == [
        f"/2019/03/%D8%AE%D8%A8%D8%B1/ {target} 301",
        f"/ p=123 lang=ar {target} 301",
        f"/old.php {target} 301",
    ]
    nginx = lists["redirects.nginx.conf"]
    assert f'"/2019/03/خبر/" "{target}";\n"/2019/03/خبر" "{target}";' in nginx
    assert f'"/?p=123&lang=ar" "{target}";' in nginx
    assert '"/old.php/"' not in nginx


def test_an_archive_without_former_addresses_has_no_lists() -> None:
    assert moved(library(article("أ", "عنوان"))) == ({}, {})


def test_of_two_articles_the_first_has_the_address() -> None:
    pages, lists = moved(
        library(article("أ", "١", former_addresses=("/x/",)), article("ب", "٢", former_addresses=("/x/", "/X/")))
    )
    assert list(pages) == ["x/"]
    assert len(lists["_redirects"].splitlines()) == 2


def test_a_page_of_the_editors_own_is_shown_at_its_address() -> None:
    given = library(article("أ", "١", former_addresses=("/Team/", "/team/index.html", "/team/?p=1", "/teams/")))
    team = OwnPage("team", article("team", "من نحن"))
    pages, lists = moved(replace(given, archive=replace(given.archive, pages=(team,))))
    assert list(pages) == ["teams/"]
    assert [line.split()[0] for line in lists["_redirects"].splitlines()] == ["/team/", "/teams/"]  # the first: ?p=1


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"embargo": PartialDate(2999)}])
def test_what_is_not_published_has_no_former_address(hidden: dict[str, object]) -> None:
    assert moved(library(article("أ", "عنوان", former_addresses=FORMER, **hidden))) == ({}, {})


def test_a_withdrawn_article_keeps_only_addresses_of_numbers() -> None:
    gone = article(
        "أ", "عنوان", withdrawn=Withdrawn(PartialDate(2024), "طلب"), former_addresses=("/اسم/", "/?p=7", "/2019/03/7/")
    )
    pages, lists = moved(library(gone))
    assert pages == {"2019/03/7/": "articles/أ/"}
    assert "اسم" not in str(lists) and "%D8%A7%D8%B3%D9%85" not in str(lists)
    assert len(lists["_redirects"].splitlines()) == 2


def test_addresses_with_withheld_words_are_left_out() -> None:
    words = (Withheld("أحمد العلي"),)
    former = ("/2019/أحمد-العلي/", "/?name=%D8%A3%D8%AD%D9%85%D8%AF+%D8%A7%D9%84%D8%B9%D9%84%D9%8A", "/2019/خبر/")
    given = replace(article("خبر", withheld=words, former_addresses=former), body="قال أحمد العلي.")
    pages, lists = moved(library(edition(given, None, None, Vocabulary())))
    assert list(pages) == ["2019/خبر/"]
    assert len(lists["_redirects"].splitlines()) == 1
