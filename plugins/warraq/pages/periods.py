"""Years, months, and the articles that have no date."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.site import Site
from warraq.edition.edition import Edition

from .dates import month_name
from .grouping import by_month, by_year
from .page import Library, Page
from .paging import older_parts, parts, shown
from .timeline import months


def periods(library: Library) -> Iterator[Page]:
    """Yield a page for every year and every month that has articles, and one for the undated ones."""
    site = library.archive.site
    for year, shelf in by_year(library.editions).items():
        timeline = months(shelf, year, site)
        yield from _listed(f"{year:04}/", shelf, site, {"kind": "year", "name": str(year), "timeline": timeline})
        for month, part in by_month(shelf).items():
            name = f"{month_name(month, site)} {year}"
            of_year = (str(year), f"{year:04}/")
            yield from _listed(f"{year:04}/{month:02}/", part, site, {"kind": "month", "name": name, "year": of_year})
    undated = tuple(e for e in library.editions if e.article.date is None)
    if undated:
        yield from _listed("undated/", undated, site, {"kind": "undated", "name": ""})


def _listed(address: str, shelf: tuple[Edition, ...], site: Site, values: dict[str, object]) -> Iterator[Page]:
    """Yield a list's front and the parts behind it."""
    listed = parts(address, shelf)
    yield Page(address, "list.html", values | {"count": len(shelf)} | shown(listed[0], site))
    yield from older_parts(listed, str(values["name"]), site)
