"""
The search: an index in static files, the modules that ask it, and the page `/search/`.

Everything is made here from the library, nothing is asked of a server. `browser/search.js` is the only seam in the browser, `build` in `index.py`
the only one in Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from warraq.pages.page import File, Library, Page

from .holdings import holdings
from .index import build
from .modules import modules
from .names import names


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
    yield from modules()
    yield from build(holdings(library), names(archive.vocabulary, archive.site.language))


def _years(library: Library) -> set[int]:
    """The years that have a page, for who has no script."""
    return {edition.article.date.year for edition in library.editions if edition.article.date}
