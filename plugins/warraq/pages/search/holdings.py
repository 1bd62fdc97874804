"""What of each edition is searched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from warraq.archive.site import Site
from warraq.edition.edition import Edition
from warraq.pages import addresses
from warraq.pages.dates import display_date
from warraq.pages.article_facts import date_is_inferred
from warraq.pages.page import Library

from .holding import Holding

TAG = re.compile(r"<[^>]*>")


def holdings(library: Library) -> Iterator[Holding]:
    """Every published article."""
    for edition in library.editions:
        yield holding(edition, library.archive.site)


def holding(edition: Edition, site: Site) -> Holding:
    """One article; of a withdrawn one only what still stands on its page."""
    article = edition.article
    standing = not article.withdrawn
    return Holding(
        url=addresses.article(article.slug),
        title=article.title,
        text=edition.text.partition("\n")[2] if standing else "",
        date=str(article.date) if article.date else "",
        date_text=display_date(article.date, site).text if article.date else "",
        inferred=date_is_inferred(edition),
        source=article.source.name if article.source else "",
        tags=article.tags,
        notes="\n".join(_notes(edition)) if standing else "",
        concepts=edition.concepts,
    )


def _notes(edition: Edition) -> Iterator[str]:
    """The summary, and what editors noted."""
    if edition.article.summary:
        yield edition.article.summary
    for entry in edition.notes:
        yield html.unescape(TAG.sub(" ", entry.html)).strip()
