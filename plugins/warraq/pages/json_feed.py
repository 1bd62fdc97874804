"""The site's newest articles as JSON Feed 1.1 (jsonfeed.org), for programs that do not read XML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from . import addresses
from .atom_feeds import SITE_ENTRIES, rfc3339
from .feed_entry import FeedEntry, article_entry
from .page import File, Library


def json_feed(library: Library) -> Iterator[File]:
    """Write the JSON feed; like the Atom feeds, only where the site has an address."""
    if not library.site_url:
        return
    site = library.archive.site
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "home_page_url": f"{library.site_url}/",
        "feed_url": addresses.absolute(library.site_url, addresses.SITE_JSON_FEED),
        "description": site.description.get(site.language),
        "language": site.language,
        "authors": [{"name": site.name}],
        "items": [json_item(article_entry(library, facts)) for facts in library.articles[:SITE_ENTRIES]],
    }
    yield File(addresses.SITE_JSON_FEED, (json.dumps(without_none(feed), ensure_ascii=False, indent=1) + "\n").encode())


def json_item(entry: FeedEntry) -> dict[str, object]:
    """Make the JSON of one entry."""
    return without_none(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": entry.html,
            "summary": entry.summary,
            "date_published": timestamp(entry.published),
            "date_modified": timestamp(entry.updated),
            "authors": [{"name": author} for author in entry.authors],
            "tags": [label for _, label in entry.categories],
            "language": entry.lang,
        }
    )


def timestamp(day: date | None) -> str | None:
    """Format a day as RFC 3339 has it; None where it is not known."""
    return rfc3339(day) if day else None


def without_none(values: dict[str, object]) -> dict[str, object]:
    """Drop the values that are not known: the format has no null."""
    return {key: value for key, value in values.items() if value is not None}
