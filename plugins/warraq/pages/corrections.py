"""All corrections (التصويبات): what the editors published about mistakes, newest first. Repairs of the text are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warraq.language import message

from . import addresses
from .dates import DisplayDate, display_date
from .direction import direction
from .items import Item, item
from .page import Library, Page
from .withdrawn import withdrawals


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """One correction, or the withdrawal of an article."""

    item: Item
    date: DisplayDate
    note: str


def corrections(library: Library) -> Iterator[Page]:
    """Yield the one page."""
    site = library.archive.site
    notice = message("This article was withdrawn.").text(site.language)
    found = [
        ((c.date.first_day(), e.article.slug, n), CorrectionItem(item(e, site), display_date(c.date, site), c.note))
        for e in library.editions
        for n, c in enumerate(e.article.corrections)
    ]
    for article, withdrawal in withdrawals(library):
        gone = Item(
            address=addresses.article(article.slug),
            title=notice,
            lang=site.language,
            dir=direction(site.language),
            date=None,
            inferred=False,
            source=None,
            summary=None,
            repairs=0,
        )
        said = CorrectionItem(gone, display_date(withdrawal.date, site), withdrawal.reason)
        found.append(((withdrawal.date.first_day(), article.slug, 0), said))
    published = tuple(said for _, said in sorted(found, key=lambda f: f[0], reverse=True))
    yield Page("corrections/", "corrections.html", {"corrections": published})
