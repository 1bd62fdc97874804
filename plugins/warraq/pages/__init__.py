"""
All pages and files of the site, one kind a module, made without reading or writing anything.

`own_files` yields those of one article, where its edition is at hand; `pages` those of the archive, which are made of facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from . import addresses

if TYPE_CHECKING:
    from warraq.edition.edition import Edition

    from .article_facts import ArticleFacts
    from .page import File, Library, OfFiles, Page, PageOnDemand
    from .rights import WholeLibrary

Kind: TypeAlias = "Callable[[Library], Iterable[Page | File | PageOnDemand | OfFiles]]"
Failed: TypeAlias = "Callable[[Kind, Exception], None]"
"""What is told of a kind of page that can't be made; the other kinds are made."""
OwnKind: TypeAlias = "Callable[[WholeLibrary], Iterable[Page | File]]"
OWN_KINDS: tuple[OwnKind, ...]
"""The files of the articles themselves."""
KINDS: tuple[Kind, ...]
"""The others."""


@cache
def own_kinds() -> tuple[OwnKind, ...]:
    """Give the kinds of an article's own files."""
    from .annotations import annotation_files
    from .article import articles
    from .compare import compare

    return articles, compare, annotation_files, _own_exports


@cache
def kinds() -> tuple[Kind, ...]:
    """Give the other kinds; they are loaded when the first page is made, for who checks an archive makes none."""
    from .about import about
    from .annotations import annotation_collection
    from .atom_feeds import feeds
    from .citations.collection import citations
    from .concepts import concepts
    from .corrections import corrections
    from .data import data
    from .facets import facets
    from .home import home
    from .json_feed import json_feed
    from .lists import name_lists, period_lists
    from .look import look
    from .method import method
    from .missing import missing
    from .own_pages import own_pages
    from .redirects import redirects
    from .rules import rules
    from .search import search
    from .versions import versions
    from .withdrawn import withdrawn

    return (
        home,
        annotation_collection,
        corrections,
        concepts,
        period_lists,
        name_lists,
        withdrawn,
        versions,
        about,
        citations,
        _exports,
        facets,
        method,
        rules,
        data,
        missing,
        own_pages,
        look,
        search,
        feeds,
        json_feed,
        redirects,
    )


def _own_exports(library: WholeLibrary) -> Iterable[File]:
    """Yield what scholars are offered of each article, where the site does."""
    if not library.archive.site.exports:
        return ()
    from .exports.in_site import all_own_exports

    return all_own_exports(library)


def _exports(library: Library) -> Iterable[File]:
    """Yield what scholars are offered of the whole archive, where the site does."""
    if not library.archive.site.exports:
        return ()
    from .exports.in_site import exports_of_all

    return exports_of_all(library)


def __getattr__(name: str) -> object:
    """Give `KINDS` and `OWN_KINDS` to those who ask for all at once."""
    if name == "KINDS":
        return kinds()
    if name == "OWN_KINDS":
        return own_kinds()
    raise AttributeError(name)


def stop(_kind: Kind, error: Exception) -> None:
    """Make no further kind."""
    raise error


def own_files(edition: Edition, facts: ArticleFacts, library: Library) -> Iterator[Page | File]:
    """
    Yield the files of one article, whose late parts are still to come (`late.py`).

    `edition`: of what may be published; of the library, only what the archive says of itself is read.
    """
    from .annotations import annotation_file
    from .article import article_files
    from .compare import compare_page

    yield from article_files(edition, facts, library)
    yield from compare_page(edition, facts, library)
    yield annotation_file(edition, library)
    if library.archive.site.exports:
        from .exports.in_site import own_exports

        yield from own_exports(edition, library)


def own_addresses(facts: ArticleFacts) -> Iterator[str]:
    """Yield the addresses of the pages of one article."""
    yield addresses.article(facts.article.slug)
    yield from (file for file in facts.files if file.endswith("/"))


def whole_site(library: WholeLibrary) -> Iterator[Page | File]:
    """Yield everything that is made of a library and its editions, in memory, whole."""
    for kind in own_kinds():
        yield from kind(library)
    yield from pages(library)


def pages(library: Library, failed: Failed = stop) -> Iterator[Page | File]:
    """Yield everything that is made of facts; last the sitemap, which lists the pages before it, and those of the articles."""
    from .page import File, FileFacts, OfFiles, PageOnDemand

    known: dict[str, FileFacts] = {}
    for each in _pages(library, failed, kinds()):
        made: Page | File
        if isinstance(each, OfFiles):
            made = each.make({address: known[address] for address in each.files if address in known})
        else:
            made = each.make() if isinstance(each, PageOnDemand) else each
        if isinstance(made, File) and made.address.startswith("data/"):
            data = made.data
            known[made.address] = FileFacts(len(data), sha256(data).hexdigest())
        yield made


def pages_on_demand(library: Library, failed: Failed = stop) -> Iterator[Page | File | PageOnDemand | OfFiles]:
    """
    Yield what `pages` does, for who remembers the former site.

    What he may keep is not made yet; the search has its page and its modules, but neither index nor texts.
    """
    from .search import search, search_frame

    return _pages(library, failed, [search_frame if kind is search else kind for kind in kinds()])


def _pages(library: Library, failed: Failed, every: Iterable[Kind]) -> Iterator[Page | File | PageOnDemand | OfFiles]:
    from .page import File
    from .sitemap import sitemap

    listed = [address for facts in library.all for address in own_addresses(facts)]
    for kind in every:
        try:
            for made in kind(library):
                if not isinstance(made, File) and made.in_sitemap:
                    listed.append(made.address)
                yield made
        except Exception as error:  # noqa: BLE001 - `failed` decides
            failed(kind, error)
    try:
        yield from sitemap(library, listed)
    except Exception as error:  # noqa: BLE001 - likewise
        failed(lambda given: sitemap(given, listed), error)
