"""Addresses: readable, apart from each other, inside the site's folder."""

import pytest

from publish.making import article, library
from warraq.archive.article import Source
from warraq.archive.slug import LONGEST, free_slug, slug_of
from warraq.pages import addresses, whole_site


def test_three_near_words_keep_three_addresses() -> None:
    assert len({addresses.tag(word) for word in ("روسيا", "روسي", "روسية")}) == 3


@pytest.mark.parametrize("names", [("C", "C++", "C#"), ("x/2", "x-2", "x:2"), ("؟", "!", "")])
def test_names_that_differ_in_signs_only_stay_apart(names: tuple[str, ...]) -> None:
    assert len({addresses.source(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    "name", ["../../etc", "..", ".", "/etc", "a\\b", "\0", "C:", "con", "\N{RIGHT-TO-LEFT OVERRIDE}..", "%2e%2e"]
)
def test_no_name_leaves_its_folder(name: str) -> None:
    address = addresses.author(name)
    assert address.count("/") == 2 and address.startswith("authors/") and address.endswith("/")
    part = address.split("/")[1]
    assert part and part not in (".", "..", "con") and not set(part) & set('.\\:*?"<>|\0')


def test_page_two_of_a_tag_is_not_another_tag() -> None:
    assert addresses.tag("x2") not in (addresses.tag("x") + "page/2/", addresses.tag("x") + "2/")
    assert addresses.tag("x/page/2") != addresses.tag("x") + "page/2/"


def test_a_slug_is_cut_between_words() -> None:
    slug = slug_of("وشدد بوتين على أهمية السلام والاستقرار والأمن في منطقة أوراسيا كلها")
    assert slug == "وشدد-بوتين-على-أهمية-السلام-والاستقرار-والأمن-في-منطقة"
    assert len(slug) <= LONGEST


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("«مُحمّد»: نعم!", "محمد-نعم"),
        ("٢٠٢٣: عام", "٢٠٢٣-عام"),
        ("\N{RIGHT-TO-LEFT MARK}خبر", "خبر"),
        ("می\N{ZERO WIDTH NON-JOINER}رود", "می\N{ZERO WIDTH NON-JOINER}رود"),
        ("Vladimir Putin", "Vladimir-Putin"),
        ("؟؟", "article"),
        ("NUL", "NUL-"),
        ("ب" * 90, "ب" * 60),
    ],
)
def test_a_slug_is_readable_and_safe(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_taken_slug_gets_a_number() -> None:
    assert free_slug("خبر", {"خبر", "خبر-2"}) == "خبر-3"


def test_an_absolute_address_is_encoded() -> None:
    assert (
        addresses.absolute("https://a.example/b", "articles/خبر/") == "https://a.example/b/articles/%D8%AE%D8%A8%D8%B1/"
    )


def test_names_that_differ_in_case_only_share_a_page_and_its_feed() -> None:
    lib = library(article("أ", source=Source("SANA")), article("ب", source=Source("Sana")))
    made = [page.address for page in whole_site(lib)]
    assert len(set(made)) == len(made)
    assert [a for a in made if "sana" in a] == ["sources/sana/", "feeds/sources/sana.xml"]
