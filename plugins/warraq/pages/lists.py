"""Pages that list articles: of a source, an author, a free tag, a year, a month, of those without a date; and the parts of long lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from warraq.archive.archive import Site
from warraq.archive.partial_date import PartialDate

from . import addresses
from .article_facts import ArticleFacts
from .dates import display_period, year_name
from .feeds_offered import feed_of
from .grouping import by_author, by_month, by_source, by_tag, by_year
from .items import Item, Items, Link
from .page import Library, Page
from .paging import Part, parts
from .timeline import Bar, months


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Page):
    """The values of `list.html`."""

    template: ClassVar[str] = "list.html"

    kind: str
    """`source`, `author`, `tag`, `year`, `month`, `undated`; `part` for a page behind the front of any list."""
    name: str
    """Empty where the template has a translated name: of all articles, and of those without a date."""
    count: int = 0
    """Articles of the list; of a part, those of the part."""
    items: Sequence[Item] = ()
    older: str | None = None
    newer: str | None = None
    feed: str = ""
    """The address of the feed that has the same articles; empty where there is none."""
    number: int = 0
    """Of a part."""
    front: str = ""
    """Of a part: the address of the list's front."""
    year: Link | None = None
    """Of a month: its year."""
    timeline: tuple[Bar, ...] = ()
    """Of a year: its months."""
    period_length: int = 0
    """Of a concept's part: letters of a date that name the period of a bar (`timeline.list_timeline`)."""


def older_parts(
    listed: tuple[Part, ...], name: str, site: Site, feed: str = "", period_length: int = 0
) -> Iterator[ListPage]:
    """Yield the pages behind the front of a list called `name`."""
    for part in listed[1:]:
        yield ListPage(
            part.address,
            kind="part",
            name=name,
            count=len(part.articles),
            items=Items(part.articles, site),
            older=part.older,
            newer=part.newer,
            feed=feed,
            number=part.number,
            front=listed[0].address,
            period_length=period_length,
        )


def name_lists(library: Library) -> Iterator[ListPage]:
    """Yield the pages of every source, author and free tag; a tag has no feed."""
    site = library.archive.site
    for kind, groups, address in (
        ("source", by_source(library), addresses.source),
        ("author", by_author(library), addresses.author),
        ("tag", by_tag(library), addresses.tag),
    ):
        for name, articles in sorted(groups.items()):
            feed = "" if kind == "tag" else feed_of(address(name), articles)
            yield from _pages(ListPage(address(name), kind=kind, name=name, feed=feed), articles, site)


def period_lists(library: Library) -> Iterator[ListPage]:
    """Yield the pages of every year and every month that has articles, and those of the articles without a date."""
    site = library.archive.site
    for year, of_year in by_year(library.articles).items():
        link = Link(year_name(year, site), f"{year:04}/")
        name = display_period(PartialDate(year), site)
        front = ListPage(link.address, kind="year", name=name, timeline=months(of_year, year, site))
        yield from _pages(front, of_year, site)
        for month, of_month in by_month(of_year).items():
            name = display_period(PartialDate(year, month), site)
            front = ListPage(f"{link.address}{month:02}/", kind="month", name=name, year=link)
            yield from _pages(front, of_month, site)
    undated = tuple(e for e in library.articles if e.article.date is None)
    if undated:
        yield from _pages(ListPage("undated/", kind="undated", name=""), undated, site)


def _pages(front: ListPage, articles: tuple[ArticleFacts, ...], site: Site) -> Iterator[ListPage]:
    """Yield a list's front, completed with its articles, and the parts behind it."""
    listed = parts(front.address, articles)
    newest = listed[0]
    items = Items(newest.articles, site)
    yield replace(front, count=len(articles), items=items, older=newest.older)
    yield from older_parts(listed, front.name, site, front.feed)
