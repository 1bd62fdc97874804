"""The pages that editors wrote themselves: a page of the press, who we are, how to send us a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from warraq.archive.own_pages.own_page import PLACES, words_for

from .own_words import OwnWords, own_words, pictures_named, public_files
from .page import Library, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTextPage(Page):
    """The values of `own.html`."""

    template: ClassVar[str] = "own.html"

    words: OwnWords
    summary: str | None
    others: tuple[tuple[str, str], ...]
    """The code of each other language that it stands in, and its address there."""


def own_pages(library: Library) -> Iterator[OwnTextPage]:
    """Yield the pages at addresses of their own."""
    pages = [page for page in library.archive.pages if page.name not in PLACES]
    files = _files(library) if pages else {}
    for page in pages:
        if words := own_words(page, files):
            yield OwnTextPage(page.address, words=words, summary=page.text.summary, others=page.others)


def words_on(library: Library, name: str) -> OwnWords | None:
    """Give the editors' own words for a page that every site has, in the site's language."""
    archive = library.archive
    page = words_for(archive.pages, name, archive.site.language)
    return own_words(page, _files(library)) if page else None


def _files(library: Library) -> dict[str, str]:
    return public_files((each.article for each in library.all), library.archive.pages)


def pictures_of_pages(library: Library) -> frozenset[str]:
    """Give the addresses of the pictures that own pages show."""
    return frozenset(name for page in library.archive.pages for name in pictures_named(page))
