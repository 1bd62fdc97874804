"""The notice that stands at the address of a withdrawn article: that something was here, when it was taken down, and why."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.language import message

from . import addresses
from .dates import shown
from .page import Library, Page


def withdrawn(library: Library) -> Iterator[Page]:
    """Yield a notice for every withdrawn article that was public, and for each of its former addresses."""
    site = library.archive.site
    for article in library.archive.articles:
        if article.withdrawn is None or article.status != "published":
            continue
        if article.embargo and article.embargo.first_day() > library.today:
            continue
        values = {"reason": article.withdrawn.reason, "date": shown(article.withdrawn.date, site)}
        yield Page(addresses.article(article.slug), "withdrawn.html", values)
        title = message("This article was withdrawn.").text(site.language)
        for alias in article.aliases:
            target = addresses.article(article.slug)
            yield Page(
                addresses.article(alias), "redirect.html", {"target": target, "title": title, "lang": site.language}
            )
