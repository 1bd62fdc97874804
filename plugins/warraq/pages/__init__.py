"""All pages and files of the site, one kind a module: `pages(library)` yields them, without reading or writing anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .about import about
from .annotations import annotation_files
from .article import articles
from .atom_feeds import feeds
from .compare import compare
from .concepts import concepts
from .corrections import corrections
from .data import data
from .facets import facets
from .home import home
from .json_feed import json_feed
from .lists import name_lists, period_lists
from .method import method
from .missing import missing
from .page import File, Library, Page
from .redirects import redirects
from .search import search
from .sitemap import sitemap
from .withdrawn import withdrawn

Kind = Callable[[Library], Iterable[Page | File]]
Failed = Callable[[Kind, Exception], None]
"""What is told of a kind of page that can't be made; the other kinds are made."""
KINDS: tuple[Kind, ...] = (
    home,
    articles,
    compare,
    annotation_files,
    corrections,
    concepts,
    period_lists,
    name_lists,
    withdrawn,
    about,
    data,
    facets,
    method,
    missing,
    search,
    feeds,
    json_feed,
    redirects,
)


def stop(_kind: Kind, error: Exception) -> None:
    """Make no further kind."""
    raise error


def pages(library: Library, failed: Failed = stop) -> Iterator[Page | File]:
    """Yield everything that is made of a library; last the sitemap, which lists the pages before it."""
    listed: list[str] = []
    for kind in KINDS:
        try:
            for made in kind(library):
                if isinstance(made, Page) and made.in_sitemap:
                    listed.append(made.address)
                yield made
        except Exception as error:  # noqa: BLE001 - `failed` decides
            failed(kind, error)
    try:
        yield from sitemap(library, listed)
    except Exception as error:  # noqa: BLE001 - likewise
        failed(lambda given: sitemap(given, listed), error)
