"""How many articles each year or month has: bars that are links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from warraq.archive.archive import Site

from .article_facts import ArticleFacts
from .dates import month_name, year_name
from .grouping import by_month, by_year
from .items import CountedLink
from .paging import Part


@dataclass(frozen=True, slots=True)
class Bar:
    """One year or month of a timeline."""

    name: str
    address: str
    count: int
    width: int
    """Of 100, where the fullest has 100; at least 1."""


def bars(periods: Iterable[CountedLink]) -> tuple[Bar, ...]:
    """Make a bar of each period."""
    periods = tuple(periods)
    most = max((period.count for period in periods), default=1)
    return tuple(Bar(p.name, p.address, p.count, max(1, round(100 * p.count / most))) for p in periods)


def months(articles: tuple[ArticleFacts, ...], year: int, site: Site) -> tuple[Bar, ...]:
    """Make the bars of the months of one year that have articles, January first."""
    found = by_month(e for e in articles if e.article.date and e.article.date.year == year)
    return bars(CountedLink(month_name(m, site), f"{year:04}/{m:02}/", len(found[m])) for m in sorted(found))


def years(articles: tuple[ArticleFacts, ...], site: Site) -> tuple[Bar, ...]:
    """Make the bars of the years that have articles, newest first; where there is only one, those of its months."""
    found = by_year(articles)
    if len(found) == 1:
        (year,) = found
        name = year_name(year, site)
        return tuple(replace(bar, name=f"{bar.name} {name}") for bar in months(articles, year, site)[::-1])
    return bars(CountedLink(year_name(y, site), f"{y:04}/", len(found[y])) for y in sorted(found, reverse=True))


def list_timeline(listed: tuple[Part, ...], site: Site) -> tuple[tuple[Bar, ...], int]:
    """
    Make the bars of a list in parts, each leading to its newest article there, at `#in-2023` or `#in-2023-11`.

    Returns the bars, and the number of letters of a date that name the period of a bar: 4 for years, 7 for months, 0 without bars.
    """
    timeline = years(tuple(facts for part in listed for facts in part.articles), site)
    periods = [bar.address[:-1].replace("/", "-") for bar in timeline]
    period_length = len(periods[0]) if periods else 0
    places: dict[str, str] = {}
    for part in listed:
        for facts in part.articles:
            if facts.article.date:
                places.setdefault(str(facts.article.date)[:period_length], part.address)
    linked = zip(timeline, periods, strict=True)
    return tuple(replace(bar, address=f"{places[period]}#in-{period}") for bar, period in linked), period_length
