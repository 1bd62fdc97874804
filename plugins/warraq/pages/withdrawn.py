"""The notice at the address of a withdrawn article: something was here, when it was taken down, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from warraq.archive.article import Article, Withdrawn
from warraq.language import message

from . import addresses
from .dates import DisplayDate, display_date
from .page import File, Library, Page
from .permanent import permanent_page
from .redirects import RedirectPage


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage(Page):
    """The values of `withdrawn.html`."""

    template: ClassVar[str] = "withdrawn.html"
    in_sitemap: ClassVar[bool] = False

    reason: str
    date: DisplayDate
    """Of the withdrawal."""


def withdrawals(library: Library) -> Iterator[tuple[Article, Withdrawn]]:
    """Yield the withdrawn articles; one that was never public is in no library."""
    for article in library.archive.articles:
        if article.withdrawn:
            yield article, article.withdrawn


def withdrawn(library: Library) -> Iterator[Page | File]:
    """Yield a notice for every withdrawn article that was public, and a redirect for each of its former addresses."""
    site = library.archive.site
    title = message("This article was withdrawn.").text(site.language)
    for article, withdrawal in withdrawals(library):
        address = addresses.article(article.slug)
        yield WithdrawnPage(address, reason=withdrawal.reason, date=display_date(withdrawal.date, site))
        yield permanent_page(article, library, title, site.language)
        for alias in article.aliases:
            yield RedirectPage(addresses.article(alias), target=address, title=title, lang=site.language)
