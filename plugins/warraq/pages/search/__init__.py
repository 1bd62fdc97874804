"""
The search: an index in static files, the browser's modules that read it, and the page `/search/`.

No server answers queries. The interface is `browser/search.js` in the browser. In Python it is this, for a build that remembers:

- where an edition is made: `contribution(holding(facts, texts, site))`, which is all that the index needs of it (`Contribution.as_bytes` and
  `from_bytes` carry it, `key` says whether it is another);
- once, where all is brought together: `SearchState(path, program)`, `state.keys()` to see what it has, `state.take(contribution)` and
  `state.drop(url)` as they come, `state.update(names)`, which yields each `File` whose bytes change and each that is `Gone`, and `state.save()` when
  the site is exchanged;
- `search_page(years)` and `browser_modules()`, which depend on no text.

`search(library)` does all of it at once, and remembers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from warraq.pages.page import File, Library, Page

from .contributions import Contribution, contribution, key_of
from .disk import from_disk, with_scripts
from .holdings import holding, holdings
from .index import build
from .modules import browser_modules
from .names import all_names
from .state import BrokenStateError, Gone, SearchState

__all__ = [
    "BrokenStateError",
    "Contribution",
    "Gone",
    "SearchPage",
    "SearchState",
    "all_names",
    "browser_modules",
    "contribution",
    "from_disk",
    "holding",
    "key_of",
    "search",
    "search_frame",
    "search_page",
    "with_scripts",
]


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
    yield from search_frame(library)
    yield from build(holdings(library), all_names(archive.vocabulary, archive.site.language))


def search_frame(library: Library) -> Iterator[Page | File]:
    """Yield the page of the search and its modules."""
    yield search_page(_years(library))
    yield from browser_modules(library.archive.vocabulary.synonyms)


def search_page(years: Iterable[int]) -> SearchPage:
    """Make the page; `years` are those that have a page of their own."""
    return SearchPage("search/", years=tuple(sorted(years, reverse=True)))


def _years(library: Library) -> set[int]:
    """Give the years that have a page, for readers without scripts."""
    return {facts.article.date.year for facts in library.articles if facts.article.date}
