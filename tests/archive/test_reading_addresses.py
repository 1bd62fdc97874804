"""No two articles have one address; whatever would give them one is told with both files."""

from __future__ import annotations

import pytest

from archive.content_folder import Content, read_original
from warraq.archive.reading import read_archive


def test_an_explicit_slug_used_twice_names_both_files(content: Content) -> None:
    content.article("a.md", "slug: خبر")
    content.article("b.md", "slug: خبر")
    assert content.said() == [
        "content/articles/b.md:4:1: slug: content/articles/a.md has the same slug, خبر. Give one of the two another slug."
    ]


@pytest.mark.parametrize(("one", "other"), [("News", "news"), ("caf\u00e9", "cafe\u0301")], ids=["case", "composition"])
def test_slugs_that_some_file_system_takes_for_one_are_one(content: Content, one: str, other: str) -> None:
    content.article("a.md", f"slug: {one}")
    content.article("b.md", f"slug: {other}")
    [said] = content.said()
    assert "has the same slug" in said


def test_a_file_name_and_an_explicit_slug_collide_too(content: Content) -> None:
    content.article("2023/x.md")
    content.article("y.md", "slug: x")
    assert content.said() == [
        "content/articles/y.md:4:1: slug: content/articles/2023/x.md has the same slug, x. Give one of the two another slug."
    ]


def test_an_alias_that_is_an_article_s_address_is_refused(content: Content) -> None:
    content.article("a.md", "aliases: [b, c]")
    content.article("b.md")
    assert content.said() == [
        "content/articles/a.md:4:1: aliases[0]: content/articles/b.md stands at that address, b. Take the alias out."
    ]


def test_an_alias_of_two_articles_is_refused(content: Content) -> None:
    content.article("a.md", "aliases: old")
    content.article("b.md", "aliases: old")
    [said] = content.said()
    assert said.startswith("content/articles/b.md:4:1: aliases[0]: content/articles/a.md stands at that address")


def test_a_former_address_of_two_articles_is_told(content: Content) -> None:
    content.article("a.md", "former_addresses: /2019/x/")
    content.article("b.md", "former_addresses: ['/?p=1', 'https://old.test/2019/x/']")
    assert content.said() == [
        (
            "content/articles/b.md:4:29: former_addresses[1]: content/articles/a.md states that former address too, and it leads there. "
            "Keep it in one of the two articles."
        )
    ]


def test_a_translation_of_no_article_is_told(content: Content) -> None:
    content.article("khabar.md")
    content.article("news.md", "lang: en\ntranslation_of: khaber")
    assert content.said() == [
        "content/articles/news.md:5:1: translation_of: No article has the slug khaber. Did you mean khabar?"
    ]


def test_a_broken_article_is_not_missed_as_what_another_translates(content: Content) -> None:
    content.article("news.md", "lang: en\ntranslation_of: khabar")
    content.write("articles/khabar.md", "")
    [said] = content.said()
    assert said.startswith("content/articles/khabar.md:1: The file is empty.")


def test_an_alias_that_is_the_articles_own_slug_is_refused(content: Content) -> None:
    content.article("a.md", "aliases: [b, b, A]")
    problems = [str(p) for p in read_archive(content.folder, read_original).problems]
    assert problems == [
        "content/articles/a.md:4:1: aliases[2]: content/articles/a.md stands at that address, A. Take the alias out."
    ]
