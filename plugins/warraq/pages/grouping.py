"""Articles grouped by what they share: a concept, a free tag, a source, an author, a year, a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from . import addresses
from .article_facts import ArticleFacts
from .filing import filing_key
from .page import Library

Key = TypeVar("Key")
Weight = tuple[int, int, int, str, str]
"""Of a concept among articles; the heavier sorts first."""


def grouped(
    articles: Iterable[ArticleFacts], keys: Callable[[ArticleFacts], Iterable[Key]]
) -> Mapping[Key, tuple[ArticleFacts, ...]]:
    """Put every article into the group of each of its keys, in the order given; once, even where a key comes twice."""
    groups: dict[Key, list[ArticleFacts]] = {}
    for facts in articles:
        for key in dict.fromkeys(keys(facts)):
            groups.setdefault(key, []).append(facts)
    return {key: tuple(group) for key, group in groups.items()}


def by_concept(library: Library) -> Mapping[str, tuple[ArticleFacts, ...]]:
    """Group articles by the ids of the concepts that they are about (tags) or name (mentions)."""
    known = library.archive.vocabulary.concepts
    return grouped(library.articles, lambda e: (c for c in (*e.article.tags, *e.concepts) if c in known))


def by_tag(library: Library) -> Mapping[str, tuple[ArticleFacts, ...]]:
    """Group articles by free words, the tags that the vocabulary does not hold."""
    known = library.archive.vocabulary.concepts
    name = _one_name(addresses.tag)
    return grouped(library.articles, lambda e: (name(t) for t in e.article.tags if t not in known))


def by_source(library: Library) -> Mapping[str, tuple[ArticleFacts, ...]]:
    """Group articles by the name of their source."""
    name = _one_name(addresses.source)
    return grouped(library.articles, lambda e: [name(e.article.source.name)] if e.article.source else [])


def by_author(library: Library) -> Mapping[str, tuple[ArticleFacts, ...]]:
    """Group articles by author."""
    name = _one_name(addresses.author)
    return grouped(library.articles, lambda e: map(name, e.article.authors))


def _one_name(address: Callable[[str], str]) -> Callable[[str], str]:
    """Give one name, the first met, to all names that share a page: `SANA` and `Sana`."""
    first: dict[str, str] = {}
    return lambda name: first.setdefault(address(name), name)


def by_year(articles: Iterable[ArticleFacts]) -> Mapping[int, tuple[ArticleFacts, ...]]:
    """Group dated articles by year."""
    return grouped(articles, lambda e: [e.article.date.year] if e.article.date else [])


def by_month(articles: Iterable[ArticleFacts]) -> Mapping[int, tuple[ArticleFacts, ...]]:
    """Group articles by month, those whose date has one."""
    return grouped(articles, lambda e: [e.article.date.month] if e.article.date and e.article.date.month else [])


def concepts_by_weight(library: Library) -> list[tuple[str, tuple[ArticleFacts, ...]]]:
    """Give the groups of concepts in the order of `weight`."""
    weigh = weight(library.articles, library)
    return sorted(by_concept(library).items(), key=lambda group: weigh(group[0]))


def weight(articles: Iterable[ArticleFacts], library: Library) -> Callable[[str], Weight]:
    """
    Give the function that concepts are sorted by among some articles.

    A concept that more articles have comes first, then one that more articles are about, then one that is named more often, and
    then the alphabet of the site decides.
    """
    known, language = library.archive.vocabulary.concepts, library.archive.site.language
    holders, about, named = Counter[str](), Counter[str](), Counter[str]()
    for facts in articles:
        holders.update({*facts.article.tags, *facts.concepts})
        about.update({*facts.article.tags})
        named.update(facts.mentions)

    def weigh(concept: str) -> Weight:
        label = known[concept].label(language)
        return -holders[concept], -about[concept], -named[concept], filing_key(label), concept

    return weigh


def largest_first(groups: Mapping[str, tuple[ArticleFacts, ...]]) -> list[tuple[str, tuple[ArticleFacts, ...]]]:
    """Sort groups, those with the most articles first; equal ones by name, so that the order is the same in every build."""
    return sorted(groups.items(), key=lambda group: (-len(group[1]), filing_key(group[0]), group[0]))
