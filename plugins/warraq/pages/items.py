"""Links and articles as they stand in lists: an article with its title, summary, source and date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from warraq.archive.archive import Site

from . import addresses
from .article_facts import ArticleFacts
from .dates import DisplayDate, display_date
from .direction import direction

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
    """Describe one article for a list."""
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
    return items if len(items) < BRIEF_FROM else tuple(replace(item, summary=None) for item in items)
