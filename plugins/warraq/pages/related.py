"""Related articles: those that share concepts, where a rare concept counts more than a common one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from .article_facts import ArticleFacts
from .grouping import by_concept
from .items import Item, list_item
from .page import Library
from .translations import translations

MOST_RELATED = 4
MOST_SHARED = 3
"""How many of the concepts that it shares a related article names."""
AROUND = 30
"""How many of a concept's articles before and after an article are compared with it: articles near in time are likelier related,
the cost stays linear, and a new article changes the pages of its neighbours, not of all."""


@dataclass(frozen=True, slots=True)
class Related:
    """A related article, and what it shares."""

    item: Item
    shared: tuple[str, ...]
    """Names of the concepts, the rarest first."""


@dataclass(frozen=True, slots=True)
class ConceptIndex:
    """The concepts of all articles, weighed once for the whole archive."""

    library: Library
    groups: Mapping[str, tuple[ArticleFacts, ...]]
    """The articles of each concept."""
    weights: Mapping[str, float]
    concepts: Mapping[str, tuple[str, ...]]
    """Of each slug."""
    places: Mapping[tuple[str, str], int]
    """Of an article, by its slug, among those of a concept."""
    translations: Mapping[str, frozenset[str]]
    """Slugs of the other articles of its group, by slug."""


def concept_index(library: Library) -> ConceptIndex:
    """Weigh every concept by its rarity: log of (articles / articles with it)."""
    groups = by_concept(library)
    total = len(library.articles)
    concepts: dict[str, list[str]] = {}
    places: dict[tuple[str, str], int] = {}
    for concept, articles in groups.items():
        for place, facts in enumerate(articles):
            concepts.setdefault(facts.article.slug, []).append(concept)
            places[facts.article.slug, concept] = place
    return ConceptIndex(
        library,
        groups,
        weights={concept: log(total / len(articles)) for concept, articles in groups.items()},
        concepts={slug: tuple(ids) for slug, ids in concepts.items()},
        places=places,
        translations={
            slug: frozenset(other.article.slug for other in others) for slug, others in translations(library).items()
        },
    )


def related(facts: ArticleFacts, index: ConceptIndex) -> tuple[Related, ...]:
    """Find the articles most related to an article, in this order; articles that translate one another are not related."""
    slug = facts.article.slug
    same_text = index.translations.get(slug, frozenset())
    scores: dict[str, float] = {}
    shared: dict[str, list[str]] = {}
    found: dict[str, ArticleFacts] = {}
    for concept in index.concepts.get(slug, ()):
        if index.weights[concept] == 0:
            continue
        articles, place = index.groups[concept], index.places[slug, concept]
        for other in articles[max(0, place - AROUND) : place + AROUND + 1]:
            near = other.article.slug
            if near != slug and near not in same_text:
                scores[near] = scores.get(near, 0) + index.weights[concept]
                shared.setdefault(near, []).append(concept)
                found[near] = other
    site = index.library.archive.site
    known = index.library.archive.vocabulary.concepts

    def rarest(concepts: list[str]) -> list[str]:
        return sorted(concepts, key=lambda concept: (-index.weights[concept], concept))[:MOST_SHARED]

    return tuple(
        Related(
            list_item(found[near], site),
            tuple(known[concept].label(site.language) for concept in rarest(shared[near])),
        )
        for near in sorted(scores, key=lambda near: (-scores[near], near))[:MOST_RELATED]
    )
