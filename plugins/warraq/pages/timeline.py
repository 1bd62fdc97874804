"""How many articles each year or month has: bars that are links."""

from __future__ import annotations

from dataclasses import dataclass, replace

from warraq.archive.site import Site
from warraq.edition.edition import Edition

from .dates import month_name
from .grouping import by_month, by_year
from .paging import Part


@dataclass(frozen=True, slots=True)
class Bar:
    """One year or month of a timeline."""

    name: str
    address: str
    count: int
    width: int
    """Of 100, where the fullest has 100; never nothing."""


def bars(counts: list[tuple[str, str, int]]) -> tuple[Bar, ...]:
    """Make bars of (name, address, count)."""
    most = max((count for _, _, count in counts), default=1)
    return tuple(Bar(name, address, count, max(1, round(100 * count / most))) for name, address, count in counts)


def months(editions: tuple[Edition, ...], year: int, site: Site) -> tuple[Bar, ...]:
    """Show the months of one year that have articles, January first."""
    shelves = by_month(e for e in editions if e.article.date and e.article.date.year == year)
    return bars([(month_name(m, site), f"{year:04}/{m:02}/", len(shelves[m])) for m in sorted(shelves)])


def years(editions: tuple[Edition, ...], site: Site) -> tuple[Bar, ...]:
    """Show the years that have articles, newest first; where there is one only, its months."""
    shelves = by_year(editions)
    if len(shelves) == 1:
        (year,) = shelves
        return tuple(replace(bar, name=f"{bar.name} {year}") for bar in months(editions, year, site)[::-1])
    return bars([(str(y), f"{y:04}/", len(shelves[y])) for y in sorted(shelves, reverse=True)])


def list_timeline(listed: tuple[Part, ...], site: Site) -> tuple[tuple[Bar, ...], int]:
    """
    Show the years (or months) of a list in parts, each bar leading to its newest article there, at `#in-2023` or `#in-2023-11`.

    Returns the bars and how many letters of a date say which bar is its own.
    """
    timeline = years(tuple(edition for part in listed for edition in part.editions), site)
    periods = [bar.address[:-1].replace("/", "-") for bar in timeline]
    dated = len(periods[0]) if periods else 0
    places: dict[str, str] = {}
    for part in listed:
        for edition in part.editions:
            if edition.article.date:
                places.setdefault(str(edition.article.date)[:dated], part.address)
    led = zip(timeline, periods, strict=True)
    return tuple(replace(bar, address=f"{places[period]}#in-{period}") for bar, period in led), dated
