"""
The search: an index in static files, the modules that ask it, and the page `/search/`.

Everything is made here from the library, nothing is asked of a server. `browser/search.js` is the only seam in the browser, `build` in `index.py`
the only one in Python.
"""

from __future__ import annotations

from collections.abc import Iterator

from warraq.pages.page import File, Library, Page

from .holdings import holdings
from .index import build
from .modules import modules
from .names import names


def search(library: Library) -> Iterator[Page | File]:
    """Yield the page of the search, its modules and its index."""
    archive = library.archive
    yield Page("search/", "search.html", {"years": tuple(sorted(_years(library), reverse=True))})
    yield from modules()
    yield from build(holdings(library), names(archive.vocabulary, archive.site.language))


def _years(library: Library) -> set[int]:
    """The years that have a page, for who has no script."""
    return {edition.article.date.year for edition in library.editions if edition.article.date}
