"""Articles grouped by what they share: a concept, a free tag, a source, an author, a year, a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from warraq.edition.edition import Edition, MarkKind

from . import addresses
from .filing import filing_key
from .page import Library

Key = TypeVar("Key")
Weight = tuple[int, int, int, str, str]
"""Of a concept among articles; the heavier sorts first."""


def grouped(editions: Iterable[Edition], keys: Callable[[Edition], Iterable[Key]]) -> Mapping[Key, tuple[Edition, ...]]:
    """Put every article into the group of each of its keys, in the order given; once, even where a key comes twice."""
    groups: dict[Key, list[Edition]] = {}
    for edition in editions:
        for key in dict.fromkeys(keys(edition)):
            groups.setdefault(key, []).append(edition)
    return {key: tuple(group) for key, group in groups.items()}


def by_concept(library: Library) -> Mapping[str, tuple[Edition, ...]]:
    """Group articles by the ids of the concepts that they are about (tags) or name (mentions)."""
    known = library.archive.vocabulary.concepts
    return grouped(library.editions, lambda e: (c for c in (*e.article.tags, *e.concepts) if c in known))


def by_tag(library: Library) -> Mapping[str, tuple[Edition, ...]]:
    """Group articles by free words, the tags that the vocabulary does not hold."""
    known = library.archive.vocabulary.concepts
    name = _one_name(addresses.tag)
    return grouped(library.editions, lambda e: (name(t) for t in e.article.tags if t not in known))


def by_source(library: Library) -> Mapping[str, tuple[Edition, ...]]:
    """Group articles by the name of their source."""
    name = _one_name(addresses.source)
    return grouped(library.editions, lambda e: [name(e.article.source.name)] if e.article.source else [])


def by_author(library: Library) -> Mapping[str, tuple[Edition, ...]]:
    """Group articles by author."""
    name = _one_name(addresses.author)
    return grouped(library.editions, lambda e: map(name, e.article.authors))


def _one_name(address: Callable[[str], str]) -> Callable[[str], str]:
    """Give one name, the first met, to all names that share a page: `SANA` and `Sana`."""
    first: dict[str, str] = {}
    return lambda name: first.setdefault(address(name), name)


def by_year(editions: Iterable[Edition]) -> Mapping[int, tuple[Edition, ...]]:
    """Group dated articles by year."""
    return grouped(editions, lambda e: [e.article.date.year] if e.article.date else [])


def by_month(editions: Iterable[Edition]) -> Mapping[int, tuple[Edition, ...]]:
    """Group articles by month, those whose date has one."""
    return grouped(editions, lambda e: [e.article.date.month] if e.article.date and e.article.date.month else [])


def concepts_by_weight(library: Library) -> list[tuple[str, tuple[Edition, ...]]]:
    """Give the groups of concepts in the order of `weight`."""
    weigh = weight(library.editions, library)
    return sorted(by_concept(library).items(), key=lambda group: weigh(group[0]))


def weight(editions: Iterable[Edition], library: Library) -> Callable[[str], Weight]:
    """
    Give the function that concepts are sorted by among some articles.

    A concept that more articles have comes first, then one that more articles are about, then one that is named more often, and
    then the alphabet of the site decides.
    """
    known, language = library.archive.vocabulary.concepts, library.archive.site.language
    holders, about, named = Counter[str](), Counter[str](), Counter[str]()
    for edition in editions:
        holders.update({*edition.article.tags, *edition.concepts})
        about.update({*edition.article.tags})
        named.update(mark.concept for mark in edition.marks if mark.kind is MarkKind.MENTION)

    def weigh(concept: str) -> Weight:
        label = known[concept].label(language)
        return -holders[concept], -about[concept], -named[concept], filing_key(label), concept

    return weigh


def largest_first(groups: Mapping[str, tuple[Edition, ...]]) -> list[tuple[str, tuple[Edition, ...]]]:
    """Sort groups, those with the most articles first; equal ones by name, so that the order is the same in every build."""
    return sorted(groups.items(), key=lambda group: (-len(group[1]), filing_key(group[0]), group[0]))
