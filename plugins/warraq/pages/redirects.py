"""
Moved articles: every former slug (`aliases:`) leads to where the article stands now.

A Pages host sends no redirects of its own, so that each is a small page that refreshes itself away, with a link for readers who
have that turned off. Search engines learn the true address, and are asked not to list this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from warraq.archive.permanent_id import former_ids, id_of

from . import addresses
from .page import File, Library, Page
from .permanent import permanent_page


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage(Page):
    """The values of `redirect.html`."""

    template: ClassVar[str] = "redirect.html"
    in_sitemap: ClassVar[bool] = False

    target: str
    """The address that it leads to."""
    title: str
    lang: str
    """Of the title."""


def redirects(library: Library) -> Iterator[RedirectPage | File]:
    """Yield a page for each alias that is not itself an article, and for each id that an article had by a former slug."""
    slugs = {facts.article.slug for facts in library.all}
    ids = {id_of(facts.article) for facts in library.all}
    for facts in library.all:
        article = facts.article
        for alias in article.aliases:
            if alias not in slugs:
                yield RedirectPage(
                    addresses.article(alias),
                    target=addresses.article(article.slug),
                    title=article.title,
                    lang=article.lang,
                )
        for former in dict.fromkeys(former_ids(article)):
            if former not in ids:
                ids.add(former)
                yield permanent_page(article, library, former_id=former)
