"""The page of the method, which is the same in every build of one program: it is made where the former one can't stay (`method_page.py`)."""

from __future__ import annotations

from collections.abc import Iterator

from . import addresses
from .own_pages import pictures_of_pages, words_on
from .page import Library, Page, PageOnDemand


def method(library: Library) -> Iterator[PageOnDemand]:
    """Yield the page of the method."""
    private = any(facts.article.originals == "private" for facts in library.articles)
    pictures = bool(library.pictures or pictures_of_pages(library))
    own = words_on(library, "method")

    def make() -> Page:
        from .method_page import method_page  # all rules of repair

        return method_page(private=private, pictures=pictures, own=own)

    yield PageOnDemand(addresses.METHOD, "method.html", f"{private} {pictures}{own or ''}", make)
