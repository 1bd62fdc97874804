"""
Moved articles: every former slug (`aliases:`) leads to where the article stands now.

A Pages host sends no redirects of its own, so each is a small page that refreshes itself away, and says so to who has that
turned off. Search engines are told the true address and not to list this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import addresses
from .page import Library, Page


def redirects(library: Library) -> Iterator[Page]:
    """Write a page for each alias that is not itself an article."""
    slugs = {edition.article.slug for edition in library.editions}
    for edition in library.editions:
        article = edition.article
        for alias in article.aliases:
            if alias not in slugs:
                values = {"target": addresses.article(article.slug), "title": article.title, "lang": article.lang}
                yield Page(addresses.article(alias), "redirect.html", values)
