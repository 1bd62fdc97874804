"""All corrections (التصويبات) that the editors published, and all withdrawals, newest first; repairs of the text are not corrections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from warraq.language import message

from . import addresses
from .dates import DisplayDate, display_date
from .direction import direction
from .items import Item, list_item
from .page import Library, Page
from .withdrawn import withdrawals


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """One correction, or the withdrawal of an article."""

    item: Item
    date: DisplayDate
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage(Page):
    """The values of `corrections.html`."""

    template: ClassVar[str] = "corrections.html"

    corrections: tuple[CorrectionItem, ...]
    feed: str


def corrections(library: Library) -> Iterator[CorrectionsPage]:
    """Yield the one page."""
    site = library.archive.site
    notice = message("This article was withdrawn.").text(site.language)
    found = [
        (
            (c.date.first_day(), e.article.slug, n),
            CorrectionItem(list_item(e, site), display_date(c.date, site), c.note),
        )
        for e in library.articles
        for n, c in enumerate(e.article.corrections)
    ]
    for article, withdrawal in withdrawals(library):
        item = Item(
            address=addresses.article(article.slug),
            title=notice,
            lang=site.language,
            dir=direction(site.language),
            date=None,
            inferred=False,
            source=None,
            authors=(),
            summary=None,
            repairs=0,
        )
        of_withdrawal = CorrectionItem(item, display_date(withdrawal.date, site), withdrawal.reason)
        found.append(((withdrawal.date.first_day(), article.slug, 0), of_withdrawal))
    newest_first = sorted(found, key=lambda dated: dated[0], reverse=True)
    yield CorrectionsPage(
        "corrections/",
        corrections=tuple(correction for _, correction in newest_first),
        feed=addresses.CORRECTIONS_FEED if newest_first else "",
    )
