"""The notice that stands at the address of a withdrawn article: that something was here, when it was taken down, and why."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.article import Article, Withdrawn
from warraq.language import message

from . import addresses
from .dates import display_date
from .page import Library, Page


def withdrawals(library: Library) -> Iterator[tuple[Article, Withdrawn]]:
    """Give the withdrawn articles that were public: no draft, nothing under embargo."""
    for article in library.archive.articles:
        hidden = article.status != "published" or (article.embargo and article.embargo.first_day() > library.today)
        if article.withdrawn and not hidden:
            yield article, article.withdrawn


def withdrawn(library: Library) -> Iterator[Page]:
    """Yield a notice for every withdrawn article that was public, and for each of its former addresses."""
    site = library.archive.site
    for article, withdrawal in withdrawals(library):
        values = {"reason": withdrawal.reason, "date": display_date(withdrawal.date, site)}
        yield Page(addresses.article(article.slug), "withdrawn.html", values)
        title = message("This article was withdrawn.").text(site.language)
        for alias in article.aliases:
            target = addresses.article(article.slug)
            yield Page(
                addresses.article(alias), "redirect.html", {"target": target, "title": title, "lang": site.language}
            )
