"""The site's newest articles as JSON Feed 1.1 (jsonfeed.org), for programs that do not read XML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from . import addresses
from .article_facts import ArticleFacts
from .atom_feeds import SITE_ENTRIES, entries_told, rfc3339
from .feed_entry import FeedEntry, article_entry
from .page import File, LargeFile, Library


def json_feed(library: Library) -> Iterator[File]:
    """Yield the JSON feed; like the Atom feeds, only where the site has an address, and of something."""
    newest = library.articles[:SITE_ENTRIES]
    if library.site_url and newest:
        told = entries_told(library, newest, "")
        yield LargeFile(addresses.SITE_JSON_FEED, told, partial(feed, library, newest))


def feed(library: Library, articles: Iterable[ArticleFacts]) -> bytes:
    """Write the feed of these articles."""
    site = library.archive.site
    made: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "home_page_url": f"{library.site_url}/",
        "feed_url": addresses.absolute(library.site_url, addresses.SITE_JSON_FEED),
        "description": site.description.get(site.language),
        "language": site.language,
        "authors": [{"name": site.name}],
        "items": [json_item(article_entry(library, facts)) for facts in articles],
    }
    return (json.dumps(without_none(made), ensure_ascii=False, indent=1) + "\n").encode()


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
            "image": entry.pictures[0][0] if entry.pictures else None,
            "attachments": [{"url": url, "mime_type": kind} for url, kind in entry.pictures] or None,
        }
    )


def timestamp(day: date | None) -> str | None:
    """Format a day as RFC 3339 has it; None where it is not known."""
    return rfc3339(day) if day else None


def without_none(values: dict[str, object]) -> dict[str, object]:
    """Drop the values that are not known: the format has no null."""
    return {key: value for key, value in values.items() if value is not None}
