"""Links and articles as they stand in lists: an article with its title, summary, source and date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from weakref import WeakKeyDictionary

from warraq.archive.archive import Site

from . import addresses
from .article_facts import ArticleFacts
from .dates import DisplayDate, display_date
from .direction import direction

BRIEFS = 50_000
"""How many items without summary are remembered."""
BRIEF_FROM = 60
"""Lists of this many articles or more omit summaries."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page of the site; the name is data, a translated word stands in the template."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class CountedLink:
    """A link to a list, with the number of its articles."""

    name: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a list."""

    address: str
    title: str
    lang: str
    dir: str
    date: DisplayDate | None
    inferred: bool
    """The date is the one that the machine inferred."""
    source: Link | None
    summary: str | None
    repairs: int


def list_item(facts: ArticleFacts, site: Site) -> Item:
    """Describe one article for a list; it is made once, for it stands in many."""
    known = _made.get(facts)
    if known is None or known[0] is not site:
        known = _made[facts] = site, _list_item(facts, site)
    return known[1]


_made: WeakKeyDictionary[ArticleFacts, tuple[Site, Item]] = WeakKeyDictionary()
"""The items of facts, for the site that they were made for."""


def _list_item(facts: ArticleFacts, site: Site) -> Item:
    article = facts.article
    return Item(
        address=addresses.article(article.slug),
        title=article.title,
        lang=article.lang,
        dir=direction(article.lang),
        date=display_date(article.date, site) if article.date else None,
        inferred=facts.inferred,
        source=Link(article.source.name, addresses.source(article.source.name)) if article.source else None,
        summary=article.summary,
        repairs=facts.repairs,
    )


def list_items(articles: Iterable[ArticleFacts], site: Site) -> tuple[Item, ...]:
    """Describe articles for a list, in the order given; a long list omits the summaries."""
    items = tuple(list_item(facts, site) for facts in articles)
    return items if len(items) < BRIEF_FROM else tuple(map(_without_summary, items))


@lru_cache(BRIEFS)
def _without_summary(item: Item) -> Item:
    return replace(item, summary=None)
