"""The home: the newest articles, and ways through the archive; behind it the whole list, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from . import addresses
from .grouping import by_source, concepts_by_weight, largest_first
from .page import Library, Page
from .paging import older_parts, parts, shown
from .timeline import years

FULL = 20
"""Articles in a full part of the list, with their summaries."""
FACETS = 8
"""Concepts and sources named on the home; the rest stand in their own lists."""


def home(library: Library) -> Iterator[Page]:
    """Yield the home and the older parts of the list."""
    site = library.archive.site
    listed = parts("", library.editions, FULL)
    labels = {c.id: c.label(site.language) for c in library.archive.vocabulary.concepts.values()}
    yield Page(
        "",
        "home.html",
        {
            "timeline": years(library.editions, site),
            "concepts": tuple(
                (labels[key], addresses.concept(key), len(shelf)) for key, shelf in concepts_by_weight(library)[:FACETS]
            ),
            "sources": tuple(
                (key, addresses.source(key), len(shelf)) for key, shelf in largest_first(by_source(library))[:FACETS]
            ),
            "undated": any(e.article.date is None for e in library.editions),
        }
        | shown(listed[0], site),
    )
    yield from older_parts(listed, "", site)
