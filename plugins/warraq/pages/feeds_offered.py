"""
Which feeds there are: none of nothing.

An Atom feed has to say when it changed, and so has each of its entries. An article of which no day is known (neither its date nor
when it was fetched, taken in, reviewed or corrected) has nothing to say there, and is in the JSON feed alone, where an entry need not.
Where a source, a concept or an author has no other articles, there is no feed of it, and no page offers one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from . import addresses
from .article_facts import ArticleFacts, last_changed

if TYPE_CHECKING:
    from warraq.archive.article import Article


def feed_of(address: str, articles: Iterable[ArticleFacts]) -> str:
    """Give the address of the Atom feed of a page that lists articles; the empty text where there is none."""
    return addresses.feed_of(address) if any(last_changed(facts.article) for facts in articles) else ""


def site_feeds(articles: Iterable[Article]) -> tuple[str, ...]:
    """Give the addresses of the feeds of the archive's newest articles, which every page offers; `articles` are those in lists."""
    published = list(articles)
    atom = (addresses.SITE_FEED,) if any(map(last_changed, published)) else ()
    return (*atom, addresses.SITE_JSON_FEED) if published else ()
