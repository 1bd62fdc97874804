"""All corrections (التصويبات): what the editors published about mistakes, newest first. Repairs of the text are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .dates import ShownDate, shown
from .items import Item, item
from .page import Library, Page


@dataclass(frozen=True, slots=True)
class Published:
    """One correction, or the withdrawal of an article."""

    item: Item
    date: ShownDate
    note: str
    withdrawn: bool


def corrections(library: Library) -> Iterator[Page]:
    """Yield the one page."""
    site = library.archive.site
    found = [
        (c.date, n, edition, c.note, False)
        for edition in library.editions
        for n, c in enumerate(edition.article.corrections)
    ] + [(w.date, 0, edition, w.reason, True) for edition in library.editions if (w := edition.article.withdrawn)]
    found.sort(key=lambda f: (f[0].first_day(), f[2].article.slug, f[1]), reverse=True)
    published = tuple(
        Published(item(edition, site), shown(date, site), note, withdrawn)
        for date, _, edition, note, withdrawn in found
    )
    yield Page("corrections/", "corrections.html", {"corrections": published})
