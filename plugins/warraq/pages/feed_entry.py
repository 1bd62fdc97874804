"""
What a feed says of an article: the same in Atom and in JSON.

A feed is read far from the site, so every link in it is absolute, its text has no marks of ours and nothing that could
run, and its dates are the article's own: two builds of one archive give the same bytes. An entry keeps its id when title
and date change, for a reader program shows everything with a new id as new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urljoin, urlsplit

import nh3

from warraq.archive.article import Article
from warraq.archive.partial_date import PartialDate
from warraq.edition.edition import Edition
from warraq.edition.links import resolve_links
from warraq.edition.sanitise import ATTRIBUTES, BLOCKS, INLINE, SCHEMES

from . import addresses
from .page import Library

TAGS = (INLINE | BLOCKS) - {"ins", "mark", "span", "div", "section", "summary", "details"}
"""What stays of an article's HTML: of what makes our marks only the words."""
KEPT = {tag: names - {"id"} for tag, names in ATTRIBUTES.items() if tag in TAGS | {"*"}}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TAG_URI_DATE = "2026"
"""Of the tag URIs (RFC 4151): a year, and the same for ever, or every id would change."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that a feed tells of."""

    id: str
    url: str
    title: str
    html: str
    updated: date | None
    """None where the article has no date at all."""
    published: date | None = None
    """Only where the day is known."""
    summary: str | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    """(term, label) of each tag."""
    rights: str | None = None
    lang: str = "ar"


def tag_uri(site_url: str, address: str) -> str:
    """Make the lasting id of an address of this site; two archives under one host have different ones."""
    parts = urlsplit(site_url)
    return f"tag:{parts.hostname},{TAG_URI_DATE}:{quote(f'{parts.path}/{address}')}"


def xml_text(text: str) -> str:
    """Leave out what XML can't say: controls, half characters."""
    return NOT_XML.sub("", text)


def content_dates(article: Article) -> Iterator[PartialDate]:
    """Give every day on which something happened to the article, by its own file."""
    found = [
        article.date,
        article.source.retrieved if article.source else None,
        article.reviewed.date if article.reviewed else None,
        *(c.date for c in article.corrections),
        *(a.date for a in article.annotations),
    ]
    yield from (day for day in found if day)


def updated(article: Article) -> date | None:
    """Say when the article last changed, by its own file: never by the clock."""
    return max((day.first_day() for day in content_dates(article)), default=None)


def known_day(day: PartialDate | None) -> date | None:
    """Give a date only where it is known to the day."""
    return day.first_day() if day and day.day else None


def portable_html(html: str, site_url: str, page: str) -> str:
    """Clean HTML for readers elsewhere: no marks, no scripts, every address absolute (`page`: where the text stands)."""
    here = addresses.absolute(site_url, page)

    def attribute(tag: str, name: str, value: str) -> str:
        return urljoin(here, value) if name in ("href", "src", "cite") else value

    cleaned = nh3.clean(
        resolve_links(html, lambda address: addresses.absolute(site_url, address)),
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in KEPT.items()},
        attribute_filter=attribute,
        link_rel=None,
        url_schemes=SCHEMES,
    )
    return xml_text(cleaned)


def article_entry(library: Library, edition: Edition) -> FeedEntry:
    """Say what feeds tell of an article: all of its text that may be published."""
    article, site = edition.article, library.archive.site
    address = addresses.article(article.slug)
    html = portable_html("\n".join(section.html for section in edition.sections), library.site_url, address)
    source = article.source
    return FeedEntry(
        id=tag_uri(library.site_url, address),
        url=addresses.absolute(library.site_url, address),
        title=xml_text(article.title),
        html=html,
        updated=updated(article),
        published=known_day(article.date),
        summary=xml_text(article.summary) if article.summary else None,
        authors=article.authors or ((source.name,) if source else (site.name,)),
        categories=tuple((tag, tag_label(library, tag, article.lang)) for tag in article.tags),
        rights=source.rights if source else None,
        lang=article.lang,
    )


def tag_label(library: Library, tag: str, language: str) -> str:
    """Name a tag: the concept's label in the language, else in Arabic; a free word is its own."""
    concept = library.archive.vocabulary.concepts.get(tag)
    return concept.label(language) if concept else tag
