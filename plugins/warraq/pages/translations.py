"""
Articles that translate one another.

`translation_of` names the text that an article was translated from. That text may be a translation itself, so that the chain is
followed to the text that was translated first: all that lead to one text are one group, however long their chains are.
"""

from __future__ import annotations

from collections.abc import Mapping

from .article_facts import ArticleFacts
from .page import Library


def translation_groups(library: Library) -> Mapping[str, tuple[ArticleFacts, ...]]:
    """Group the articles that translate one another, by the slug of the text that was translated first; in the library's order."""
    translated_from = {a.slug: a.translation_of for a in library.archive.articles if a.translation_of}
    groups: dict[str, list[ArticleFacts]] = {}
    for facts in library.articles:
        groups.setdefault(first_text(facts.article.slug, translated_from), []).append(facts)
    return {first: tuple(group) for first, group in groups.items() if len(group) > 1}


def first_text(slug: str, translated_from: Mapping[str, str]) -> str:
    """Follow a chain of translations to its first text; of texts that name each other in a circle, to the first by slug."""
    chain: dict[str, int] = {}
    while slug not in chain:
        chain[slug] = len(chain)
        if slug not in translated_from:
            return slug
        slug = translated_from[slug]
    return min(list(chain)[chain[slug] :])


def translations(library: Library) -> Mapping[str, tuple[ArticleFacts, ...]]:
    """Give the other articles of its group, by slug of each article that has some."""
    return {
        facts.article.slug: tuple(other for other in group if other is not facts)
        for group in translation_groups(library).values()
        for facts in group
    }
