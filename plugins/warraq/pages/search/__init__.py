"""
The search: an index in static files, the browser's modules that read it, and the page `/search/`.

Everything is made from the library when the site is built; no server answers queries. The interface is `browser/search.js` in the browser, and
`build` of `index.py` in Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from warraq.pages.page import File, Library, Page

from .holdings import holdings
from .index import build
from .modules import browser_modules
from .names import all_names


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """The values of `search.html`."""

    template: ClassVar[str] = "search.html"
    in_sitemap: ClassVar[bool] = False

    years: tuple[int, ...]
    """Those that have a page, newest first."""


def search(library: Library) -> Iterator[Page | File]:
    """Yield the page of the search, its modules and its index."""
    archive = library.archive
    yield SearchPage("search/", years=tuple(sorted(_years(library), reverse=True)))
    yield from browser_modules()
    yield from build(holdings(library), all_names(archive.vocabulary, archive.site.language))


def _years(library: Library) -> set[int]:
    """Give the years that have a page, for readers without scripts."""
    return {facts.article.date.year for facts in library.articles if facts.article.date}
