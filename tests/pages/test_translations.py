"""Translations of one text are one group, however long the chain of translations, on the article's page and in the sitemap alike."""

from __future__ import annotations

import pytest

from publish.making import article, library
from warraq.pages import whole_site
from warraq.pages.article import ArticlePage
from warraq.pages.rights import WholeLibrary
from warraq.pages.sitemap import language_versions
from warraq.pages.translations import first_text, translation_groups, translations


@pytest.mark.parametrize(
    ("translated_from", "first"),
    [
        ({}, "a"),
        ({"a": "b"}, "b"),
        ({"a": "b", "b": "c"}, "c"),
        ({"a": "b", "b": "c", "c": "d", "d": "e"}, "e"),
        ({"a": "unknown"}, "unknown"),
        ({"a": "a"}, "a"),
        ({"a": "b", "b": "a"}, "a"),
        ({"a": "c", "c": "b", "b": "c"}, "b"),
        ({"a": "z", "z": "y", "y": "x", "x": "z"}, "x"),
    ],
)
def test_a_chain_leads_to_the_text_translated_first_and_a_circle_to_its_first_slug(
    translated_from: dict[str, str], first: str
) -> None:
    assert first_text("a", translated_from) == first


def test_every_member_of_a_circle_and_every_way_into_it_give_one_group() -> None:
    circle = {"a": "c", "b": "d", "c": "d", "d": "c"}
    assert {first_text(slug, circle) for slug in circle} == {"c"}


def chain() -> WholeLibrary:
    """Make a text, its translation, and a translation of that; and a text by itself."""
    return library(
        article("خبر"),
        article("news", lang="en", translation_of="خبر"),
        article("nouvelle", lang="fr", translation_of="news"),
        article("وحده"),
    )


def test_a_translation_of_a_translation_belongs_to_the_group() -> None:
    groups = translation_groups(chain())
    assert {first: [e.article.slug for e in group] for first, group in groups.items()} == {
        "خبر": ["خبر", "news", "nouvelle"]
    }


def test_page_and_sitemap_name_the_same_versions() -> None:
    given = chain()
    versions = language_versions(given)
    shown = {
        page.address: {page.item.lang: page.address} | {t.item.lang: t.item.address for t in page.around.translations}
        for page in whole_site(given)
        if isinstance(page, ArticlePage) and page.around and page.around.translations
    }
    assert shown == versions
    assert list(shown) == ["articles/خبر/", "articles/news/", "articles/nouvelle/"]


def test_no_article_is_a_translation_of_itself() -> None:
    others = {slug: [e.article.slug for e in group] for slug, group in translations(chain()).items()}
    assert others == {"خبر": ["news", "nouvelle"], "news": ["خبر", "nouvelle"], "nouvelle": ["خبر", "news"]}


def test_two_that_translate_one_text_which_is_not_published_are_a_group() -> None:
    given = library(article("one", translation_of="مسودة"), article("two", translation_of="مسودة"))
    # The slug of the draft is in no library.
    assert {first: len(group) for first, group in translation_groups(given).items()} == {"one": 2}


def test_the_text_translated_first_is_the_version_of_its_language() -> None:
    given = library(article("ب"), article("أ", translation_of="ب"), article("c", lang="en", translation_of="أ"))
    assert language_versions(given)["articles/c/"] == {"ar": "articles/ب/", "en": "articles/c/"}
