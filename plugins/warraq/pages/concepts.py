"""A page for every concept that an article names, and the list of them all (الأسماء والمواضيع)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from warraq.archive.concept import Concept, Scheme

from . import addresses
from .article_facts import ArticleFacts
from .direction import direction, language_name
from .feeds_offered import feed_of
from .filing import by_letter
from .grouping import by_concept, weight
from .items import CountedLink, Item, Items, Link
from .jsonld import skos_concept
from .lists import older_parts
from .page import Library, Page
from .paging import parts
from .timeline import Bar, list_timeline

MOST_CO_OCCURRING = 12
"""How many concepts that its articles share a page names."""


@dataclass(frozen=True, slots=True)
class LanguageLabels:
    """The labels of a concept in one language."""

    lang: str
    dir: str
    language: str
    """Its name in itself."""
    preferred: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemeIndex:
    """The concepts of one scheme, in the order of the alphabet."""

    scheme: str
    letters: tuple[tuple[str, tuple[CountedLink, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptsPage(Page):
    """The values of `concepts.html`."""

    template: ClassVar[str] = "concepts.html"

    schemes: tuple[SchemeIndex, ...]
    credited: bool
    """A place of the program's lists has a page: whose their names are is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptPage(Page):
    """The values of `concept.html`."""

    template: ClassVar[str] = "concept.html"

    concept: Concept
    label: str
    broader: tuple[Link, ...]
    related: tuple[Link, ...]
    co_occurring: tuple[Link, ...]
    labels: tuple[LanguageLabels, ...]
    count: int
    items: Sequence[Item]
    older: str | None
    timeline: tuple[Bar, ...]
    period_length: int
    """Letters of a date that name the period of a bar."""
    feed: str
    jsonld: Mapping[str, object]


def concepts(library: Library) -> Iterator[Page]:
    """Yield the list of concepts, then the pages of each that has articles."""
    site = library.archive.site
    known = library.archive.vocabulary.concepts
    groups = by_concept(library)

    def label(concept: str) -> str:
        return known[concept].label(site.language)

    def links(ids: Iterable[str]) -> tuple[Link, ...]:
        """Link the concepts that have a page."""
        return tuple(Link(label(id_), addresses.concept(id_)) for id_ in ids if id_ in groups)

    def of_scheme(scheme: Scheme) -> Iterator[CountedLink]:
        for id_, concept in known.items():
            if concept.scheme is scheme and id_ in groups:
                yield CountedLink(label(id_), addresses.concept(id_), len(groups[id_]))

    yield ConceptsPage(
        "concepts/",
        schemes=tuple(SchemeIndex(scheme.value, by_letter(of_scheme(scheme))) for scheme in Scheme),
        credited=any(known[id_].is_starter and known[id_].scheme is Scheme.PLACE for id_ in groups),
    )
    for id_, articles in groups.items():
        concept = known[id_]
        listed = parts(addresses.concept(id_), articles)
        front = listed[0]
        timeline, period_length = list_timeline(listed, site)
        feed = feed_of(front.address, articles)
        yield ConceptPage(
            front.address,
            concept=concept,
            label=label(id_),
            broader=links(concept.broader),
            related=links(concept.related),
            co_occurring=links(co_occurring(id_, articles, library)),
            labels=tuple(labels_by_language(concept)),
            count=len(articles),
            items=Items(front.articles, site),
            older=front.older,
            timeline=timeline,
            period_length=period_length,
            feed=feed,
            jsonld=skos_concept(concept, library),
        )
        yield from older_parts(listed, label(id_), site, feed, period_length)


def labels_by_language(concept: Concept) -> Iterator[LanguageLabels]:
    """Yield the labels of each language that the concept has some in, the preferred one first."""
    for lang in dict.fromkeys((*concept.pref_label, *concept.alt_labels)):
        others = concept.alt_labels.get(lang, ())
        preferred, *rest = (concept.pref_label[lang], *others) if lang in concept.pref_label else others
        yield LanguageLabels(lang, direction(lang), language_name(lang), preferred, tuple(rest))


def co_occurring(concept: str, articles: tuple[ArticleFacts, ...], library: Library) -> list[str]:
    """Give the concepts that the same articles have, those that they share most first."""
    known = library.archive.vocabulary.concepts
    of_articles = {id_ for facts in articles for id_ in (*facts.article.tags, *facts.concepts)}
    others = (of_articles & known.keys()) - {concept}
    return sorted(others, key=weight(articles, library))[:MOST_CO_OCCURRING]
