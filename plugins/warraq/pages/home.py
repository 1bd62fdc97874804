"""The home: the newest articles, and links to years, names and sources; behind it the whole list, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from . import addresses
from .grouping import by_source, concepts_by_weight, largest_first
from .items import CountedLink, Item, Items
from .lists import older_parts
from .own_pages import words_on
from .own_words import OwnWords
from .page import Library, Page
from .paging import parts
from .timeline import Bar, years

FULL = 20
"""Articles in a full part of the list, with their summaries."""
FACETS = 8
"""Concepts and sources named on the home; the rest stand in their own lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The values of `home.html`."""

    template: ClassVar[str] = "home.html"

    items: Sequence[Item]
    older: str | None
    timeline: tuple[Bar, ...]
    concepts: tuple[CountedLink, ...]
    sources: tuple[CountedLink, ...]
    undated: bool
    """There are articles without a date."""
    own: OwnWords | None = None
    """The editors' own heading and promise."""


def home(library: Library) -> Iterator[Page]:
    """Yield the home and the older parts of the list."""
    site = library.archive.site
    listed = parts("", library.articles, FULL)
    front = listed[0]
    known = library.archive.vocabulary.concepts
    yield HomePage(
        front.address,
        items=Items(front.articles, site),
        older=front.older,
        timeline=years(library.articles, site),
        concepts=tuple(
            CountedLink(known[concept].label(site.language), addresses.concept(concept), len(articles))
            for concept, articles in concepts_by_weight(library)[:FACETS]
        ),
        sources=tuple(
            CountedLink(source, addresses.source(source), len(articles))
            for source, articles in largest_first(by_source(library))[:FACETS]
        ),
        undated=any(e.article.date is None for e in library.articles),
        own=words_on(library, "home"),
    )
    yield from older_parts(listed, "", site)
