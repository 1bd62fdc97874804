"""Related articles: how many, in which order, and among which others they are looked for."""

from __future__ import annotations

from publish.making import article, library
from warraq.pages.page import Library
from warraq.pages.related import AROUND, MOST_RELATED, MOST_SHARED, concept_index, related

ELSE = [article(f"غيره-{n}") for n in range(9)]
"""Articles that share nothing, so that a concept of all others is not one of all."""


def slugs(given: Library, place: int = 0) -> list[str]:
    found = related(given.articles[place], concept_index(given))
    return [near.item.address.removeprefix("articles/").strip("/") for near in found]


def test_no_more_than_the_nearest_are_named_those_that_share_most_first_then_by_slug() -> None:
    given = library(
        article("x", tags=("A", "B", "C")),
        *[article(slug, tags=("A",)) for slug in ("ت", "ب", "أ")],
        article("ث", tags=("A", "B")),
        article("ج", tags=("A", "B", "C")),
        *ELSE,
        vocabulary={"A": "أ", "B": "ب", "C": "ت"},
    )
    assert MOST_RELATED == 4
    assert slugs(given) == ["ج", "ث", "أ", "ب"]


def test_the_rarest_shared_concepts_are_named_first_and_no_more_than_some() -> None:
    given = library(
        article("x", tags=("A", "B", "C", "D")),
        article("y", tags=("D", "C", "B", "A")),
        article("z", tags=("A", "B", "C")),
        article("w", tags=("A", "B")),
        article("v", tags=("A",)),
        *ELSE,
        vocabulary={"A": "أول", "B": "ثان", "C": "ثالث", "D": "رابع"},
    )
    first, *_ = related(given.articles[0], concept_index(given))
    assert MOST_SHARED == 3
    assert first.shared == ("رابع", "ثالث", "ثان")


def test_a_concept_of_all_articles_relates_none() -> None:
    given = library(*[article(f"خبر-{n}", tags=("A",)) for n in range(5)], vocabulary={"A": "أ"})
    assert slugs(given) == []


def test_only_so_many_articles_before_and_after_are_compared() -> None:
    """The farther an article, the smaller its slug: of equal scores the farthest that is compared comes first."""
    farther = [article(f"{2 * AROUND - distance:03}", tags=("A",)) for distance in range(1, AROUND + 5)]
    this = article("هذا", tags=("A",))
    after = library(this, *farther, *ELSE, vocabulary={"A": "أ"})
    before = library(*farther[::-1], this, *ELSE, vocabulary={"A": "أ"})
    farthest = [f"{AROUND + n:03}" for n in range(MOST_RELATED)]
    assert slugs(after) == farthest
    assert slugs(before, len(farther)) == farthest


def test_texts_that_translate_one_another_are_not_related_however_long_the_chain() -> None:
    given = library(
        article("خبر", tags=("A",)),
        article("news", lang="en", translation_of="خبر", tags=("A",)),
        article("nouvelle", lang="fr", translation_of="news", tags=("A",)),
        article("sœur", lang="fr", translation_of="خبر", tags=("A",)),
        article("قريب", tags=("A",)),
        *ELSE,
        vocabulary={"A": "أ"},
    )
    assert [slugs(given, place) for place in range(4)] == [["قريب"]] * 4
