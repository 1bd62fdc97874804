"""
The home, and behind it the whole list, page by page.

Pages are numbered from the oldest: `/page/1/` holds the first articles of the archive and stays as it is when new
ones come, so that a new article changes the home and seldom another page.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import addresses
from .items import items
from .page import Library, Page
from .shelves import by_source, largest_first, weightiest_first
from .timeline import years

FULL = 20
"""Articles on a full page; the home shows the newest `FULL` to `2 * FULL - 1`."""
FACETS = 8
"""Concepts and sources named on the home; the rest stand in their own lists."""


def home(library: Library) -> Iterator[Page]:
    """Yield the home and the older pages."""
    site = library.archive.site
    older = max(0, len(library.editions) // FULL - 1)
    labels = {c.id: c.label(site.language) for c in library.archive.vocabulary.concepts.values()}
    yield Page(
        "",
        "home.html",
        {
            "items": items(library.editions[: len(library.editions) - older * FULL], site),
            "timeline": years(library.editions, site),
            "concepts": tuple(
                (labels[key], addresses.concept(key), len(shelf)) for key, shelf in weightiest_first(library)[:FACETS]
            ),
            "sources": tuple(
                (key, addresses.source(key), len(shelf)) for key, shelf in largest_first(by_source(library))[:FACETS]
            ),
            "undated": any(e.article.date is None for e in library.editions),
            "older": f"page/{older}/" if older else None,
        },
    )
    oldest_first = library.editions[::-1]
    for number in range(1, older + 1):
        yield Page(
            f"page/{number}/",
            "list.html",
            {
                "kind": "page",
                "name": str(number),
                "items": items(oldest_first[(number - 1) * FULL : number * FULL][::-1], site),
                "older": f"page/{number - 1}/" if number > 1 else None,
                "newer": f"page/{number + 1}/" if number < older else "",
            },
        )
