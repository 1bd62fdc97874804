"""Links and articles as they stand in lists: an article with its title, summary, source and date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from warraq.archive.archive import Site
from warraq.edition.edition import Edition, MarkKind

from . import addresses
from .article_facts import count_marks, date_is_inferred
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


def list_item(edition: Edition, site: Site) -> Item:
    """Describe one article for a list."""
    article = edition.article
    return Item(
        address=addresses.article(article.slug),
        title=article.title,
        lang=article.lang,
        dir=direction(article.lang),
        date=display_date(article.date, site) if article.date else None,
        inferred=date_is_inferred(edition),
        source=Link(article.source.name, addresses.source(article.source.name)) if article.source else None,
        summary=article.summary,
        repairs=count_marks(edition, MarkKind.REPAIR),
    )


def list_items(editions: Iterable[Edition], site: Site) -> tuple[Item, ...]:
    """Describe articles for a list, in the order given; a long list omits the summaries."""
    items = tuple(list_item(edition, site) for edition in editions)
    return items if len(items) < BRIEF_FROM else tuple(replace(item, summary=None) for item in items)
