"""Years, months, and the articles that have no date."""

from __future__ import annotations

from collections.abc import Iterator

from .dates import month_name
from .items import items
from .page import Library, Page
from .shelves import by_month, by_year
from .timeline import months


def periods(library: Library) -> Iterator[Page]:
    """Yield a page for every year and every month that has articles, and one for the undated ones."""
    site = library.archive.site
    for year, shelf in by_year(library.editions).items():
        yield Page(
            f"{year:04}/",
            "list.html",
            {"kind": "year", "name": str(year), "items": items(shelf, site), "timeline": months(shelf, year, site)},
        )
        for month, part in by_month(shelf).items():
            yield Page(
                f"{year:04}/{month:02}/",
                "list.html",
                {
                    "kind": "month",
                    "name": f"{month_name(month, site)} {year}",
                    "year": (str(year), f"{year:04}/"),
                    "items": items(part, site),
                },
            )
    undated = tuple(e for e in library.editions if e.article.date is None)
    if undated:
        yield Page("undated/", "list.html", {"kind": "undated", "name": "", "items": items(undated, site)})
