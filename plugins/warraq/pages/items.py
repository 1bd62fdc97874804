"""An article as it stands in a list: title, summary, source and date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from warraq.archive.article import CONFIRMED_DATE
from warraq.archive.record import Origin
from warraq.archive.site import Site
from warraq.edition.edition import Edition, MarkKind

from . import addresses
from .dates import DisplayDate, display_date
from .direction import direction

BRIEF_FROM = 60
"""So many articles are looked through by their titles."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads somewhere on the site."""

    name: str
    address: str
    lang: str = ""
    """Where it is not the page's."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way to a page; its name is data or a number, a translated word stands in the template."""

    name: str
    address: str


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


def date_is_inferred(edition: Edition) -> bool:
    """Say whether the date is still the one that the machine inferred, and no editor confirmed or replaced it."""
    described = edition.record.described.get("date") if edition.record else None
    date = str(edition.article.date)
    confirmed = any(s.rule == CONFIRMED_DATE and s.quote == date for s in edition.article.settled)
    return described is not None and described.origin is Origin.INFERRED and described.value == date and not confirmed


def repairs(edition: Edition) -> int:
    """Count the places of the text that were repaired."""
    return sum(mark.kind is MarkKind.REPAIR for mark in edition.marks)


def item(edition: Edition, site: Site) -> Item:
    """Show one article as a list does."""
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
        repairs=repairs(edition),
    )


def items(editions: Iterable[Edition], site: Site) -> tuple[Item, ...]:
    """Show articles as a list does, in the order given; a long list without summaries."""
    shown = tuple(item(edition, site) for edition in editions)
    return shown if len(shown) < BRIEF_FROM else tuple(replace(one, summary=None) for one in shown)
