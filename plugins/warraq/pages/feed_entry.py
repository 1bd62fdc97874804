"""
The entry of an article in a feed: the same in Atom and in JSON.

A feed is read far from the site, so that every link in it is absolute, its text has no marks of ours and nothing that could
run, and its dates are the article's own: two builds of one archive give the same bytes. An entry keeps its id when title
and date change, because a reader program shows an entry with a new id as new.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urljoin, urlsplit

import nh3

from warraq.archive.partial_date import PartialDate
from warraq.edition.links import resolve_links
from warraq.edition.sanitise import ATTRIBUTES, BLOCKS, INLINE, SCHEMES

from . import addresses
from .article_facts import ArticleFacts, credited, last_changed
from .page import Library

TAGS = (INLINE | BLOCKS) - {"ins", "mark", "span", "div", "section", "summary", "details"}
"""The tags that stay of an article's HTML; of our marks only the words stay."""
KEPT = {tag: names - {"id"} for tag, names in ATTRIBUTES.items() if tag in TAGS | {"*"}}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TAG_URI_DATE = "2026"
"""The date of the tag URIs (RFC 4151); it never changes, or every id would."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed: an article, a correction or a withdrawal."""

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
    """Make the permanent id of an address of this site; two archives under one host have different ones."""
    parts = urlsplit(site_url)
    return f"tag:{parts.hostname},{TAG_URI_DATE}:{quote(f'{parts.path}/{address}')}"


def xml_text(text: str) -> str:
    """Drop the characters that XML cannot hold: controls and lone surrogates."""
    return NOT_XML.sub("", text)


def known_day(day: PartialDate | None) -> date | None:
    """Give the day of a date that is known to the day; None of any other."""
    return day.first_day() if day and day.day else None


def portable_html(html: str, site_url: str, page: str) -> str:
    """Clean HTML for readers elsewhere: no marks, no scripts, every address absolute (`page`: where the text stands)."""
    here = addresses.absolute(site_url, page)

    def attribute(_tag: str, name: str, value: str) -> str:
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


def article_entry(library: Library, facts: ArticleFacts) -> FeedEntry:
    """Make the entry of an article, with all of its text that may be published."""
    article, site = facts.article, library.archive.site
    address = addresses.article(article.slug)
    html = portable_html(library.texts[article.slug].html, library.site_url, address)
    source = article.source
    return FeedEntry(
        id=tag_uri(library.site_url, address),
        url=addresses.absolute(library.site_url, address),
        title=xml_text(article.title),
        html=html,
        updated=last_changed(article),
        published=known_day(article.date),
        summary=xml_text(article.summary) if article.summary else None,
        authors=credited(article) or (site.name,),
        categories=tuple((tag, tag_label(library, tag, article.lang)) for tag in article.tags),
        rights=source.rights if source else None,
        lang=article.lang,
    )


def tag_label(library: Library, tag: str, language: str) -> str:
    """Label a tag: a concept by its label in the language, else in Arabic; a free word by itself."""
    concept = library.archive.vocabulary.concepts.get(tag)
    return concept.label(language) if concept else tag
