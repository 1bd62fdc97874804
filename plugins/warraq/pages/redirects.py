"""
Moved articles: every former slug (`aliases:`) and every former address on another site leads to where the article stands now.

A Pages host sends no redirects of its own, so that each is a small page that refreshes itself away, with a link for readers who
have that turned off. Search engines learn the true address, and are asked not to list this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from warraq.archive.article import Article
from warraq.archive.former_addresses import is_answered_by_page, page_address
from warraq.archive.permanent_id import former_ids, id_of
from warraq.archive.slug import slug_key
from warraq.language import message

from . import addresses
from .page import File, Library, Page
from .permanent import permanent_page
from .redirect_rules import redirect_rules


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
    """
    Yield a page for each alias that is not itself an article, and for each id that an article had by a former slug.

    Of former addresses on another site those have one that a page can answer; all of them stand in the lists for hosts.
    """
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
    yield from _moved_here(library)


def _moved_here(library: Library) -> Iterator[RedirectPage | File]:
    """Yield what answers former addresses on another site; where editors have a page it is shown, and of two articles the first has the address."""
    own = {slug_key(page.address) for page in library.archive.pages}
    site, gone = library.archive.site, message("This article was withdrawn.")
    moved: dict[str, Article] = {}
    withdrawn = (article for article in library.archive.articles if article.withdrawn)
    for article in (*(facts.article for facts in library.all), *withdrawn):
        for address in article.former_addresses:
            if slug_key(page_address(address)) not in own:
                moved.setdefault(address, article)
    taken: set[str] = set()
    for address, article in moved.items():
        page = page_address(address)
        if is_answered_by_page(address) and slug_key(page) not in taken:
            taken.add(slug_key(page))
            said = (article.title, article.lang)
            title, lang = (gone.text(site.language), site.language) if article.withdrawn else said
            yield RedirectPage(page, target=addresses.article(article.slug), title=title, lang=lang)
    yield from redirect_rules({address: article.slug for address, article in moved.items()}, library.site_url)
