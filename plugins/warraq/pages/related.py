"""Articles near to one another: those that share concepts, where a rare concept binds more than a common one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from warraq.edition.edition import Edition

from .grouping import by_concept
from .items import Item, item
from .page import Library

MOST_RELATED = 4
AROUND = 30
"""Of a concept's articles, only so many before and after an article are compared with it: what is near in time is likelier near,
the cost stays linear, and a new article changes the pages of its neighbours, not of all."""


@dataclass(frozen=True, slots=True)
class Related:
    """A near article, and what it shares."""

    item: Item
    shared: tuple[str, ...]
    """Names of the concepts, the rarest first."""


@dataclass(frozen=True, slots=True)
class ConceptIndex:
    """What is worked out once for the whole archive."""

    library: Library
    shelves: Mapping[str, tuple[Edition, ...]]
    weights: Mapping[str, float]
    concepts: Mapping[str, tuple[str, ...]]
    """Of each slug."""
    places: Mapping[tuple[str, str], int]
    """Where an article, by its slug, stands among those of a concept."""


def concept_index(library: Library) -> ConceptIndex:
    """Weigh every concept by its rarity: log of (articles / articles with it)."""
    shelves = by_concept(library)
    total = len(library.editions)
    held: dict[str, list[str]] = {}
    places: dict[tuple[str, str], int] = {}
    for concept, shelf in shelves.items():
        for place, edition in enumerate(shelf):
            held.setdefault(edition.article.slug, []).append(concept)
            places[edition.article.slug, concept] = place
    weights = {concept: log(total / len(shelf)) for concept, shelf in shelves.items()}
    return ConceptIndex(library, shelves, weights, {slug: tuple(names) for slug, names in held.items()}, places)


def related(edition: Edition, near: ConceptIndex) -> tuple[Related, ...]:
    """Find the nearest articles of an article, nearest first; translations of it are not among them."""
    own = {edition.article.slug, edition.article.translation_of}
    scores: dict[str, float] = {}
    shared: dict[str, list[str]] = {}
    found: dict[str, Edition] = {}
    for concept in near.concepts.get(edition.article.slug, ()):
        if near.weights[concept] == 0:
            continue
        shelf, place = near.shelves[concept], near.places[edition.article.slug, concept]
        for other in shelf[max(0, place - AROUND) : place + AROUND + 1]:
            slug = other.article.slug
            if slug in own or other.article.translation_of == edition.article.slug:
                continue
            scores[slug] = scores.get(slug, 0) + near.weights[concept]
            shared.setdefault(slug, []).append(concept)
            found[slug] = other
    site = near.library.archive.site
    known = near.library.archive.vocabulary.concepts
    best = sorted(scores, key=lambda slug: (-scores[slug], slug))[:MOST_RELATED]
    return tuple(
        Related(
            item(found[slug], site),
            tuple(known[c].label(site.language) for c in sorted(shared[slug], key=lambda c: (-near.weights[c], c))[:3]),
        )
        for slug in best
    )
