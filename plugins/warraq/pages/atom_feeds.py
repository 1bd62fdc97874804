"""
Feeds in Atom (RFC 4287): of the site, of each concept, source and author, and of the corrections.

A feed needs to know where it stands: ids and links are absolute. So a site that has no address yet (`SITEURL` is empty) has
no feeds, and its pages don't offer any. An article without any date is in no Atom feed, for an entry there must say when it
changed; it is in the JSON feed, which need not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import escape

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # lxml-stubs leaves it out

from warraq.edition.edition import Edition
from warraq.language import message

from . import addresses
from .feed_entry import FeedEntry, article_entry, known_day, tag_label, tag_uri, xml_text
from .grouping import by_author, by_concept, by_source
from .page import File, Library
from .withdrawn import withdrawals

SITE_ENTRIES = 50
ENTRIES = 20
"""Of the feeds of one concept, source or author: each carries whole texts."""
ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOTHING_YET = date(1970, 1, 1)
"""An empty feed must say when it changed too."""
E = ElementMaker(namespace=ATOM, nsmap={None: ATOM})


def feeds(library: Library) -> Iterator[File]:
    """Write every Atom feed."""
    if not library.site_url:
        return
    told = entries_made_once(library)
    name = library.archive.site.name
    yield feed(library, addresses.SITE_FEED, "", name, map(told, library.editions[:SITE_ENTRIES]))
    for address, title, shelf in grouped_articles(library):
        yield feed(library, addresses.feed_of(address), address, f"{title} — {name}", map(told, shelf[:ENTRIES]))
    title = message("Corrections").text(library.archive.site.language)
    yield feed(library, addresses.CORRECTIONS_FEED, "corrections/", f"{title} — {name}", corrections(library))


def entries_made_once(library: Library) -> Callable[[Edition], FeedEntry]:
    """Make each article's entry once, however many feeds tell of it."""
    made: dict[str, FeedEntry] = {}

    def told(edition: Edition) -> FeedEntry:
        slug = edition.article.slug
        if slug not in made:
            made[slug] = article_entry(library, edition)
        return made[slug]

    return told


def grouped_articles(library: Library) -> Iterator[tuple[str, str, tuple[Edition, ...]]]:
    """Give address, title and articles of every page of a concept, a source or an author."""
    language = library.archive.site.language
    for concept, shelf in by_concept(library).items():
        yield addresses.concept(concept), tag_label(library, concept, language), shelf
    for source, shelf in by_source(library).items():
        yield addresses.source(source), source, shelf
    for author, shelf in by_author(library).items():
        yield addresses.author(author), author, shelf


def corrections(library: Library) -> Iterator[FeedEntry]:
    """Tell of the newest corrections and withdrawals, each an entry of its own."""
    found = [
        (correction.date, edition.article, f"correction-{number}", edition.article.title, correction.note)
        for edition in library.editions
        for number, correction in enumerate(edition.article.corrections, 1)
    ]
    notice = message("This article was withdrawn.").text(library.archive.site.language)
    found += [(w.date, article, "withdrawn", notice, w.reason) for article, w in withdrawals(library)]
    found.sort(key=lambda f: (f[0].first_day(), f[1].slug, f[2]), reverse=True)
    for day, article, name, title, note in found[:SITE_ENTRIES]:
        address = addresses.article(article.slug)
        yield FeedEntry(
            id=f"{tag_uri(library.site_url, address)}#{name}",
            url=addresses.absolute(library.site_url, address),
            title=xml_text(title),
            html=f"<p>{escape(xml_text(note))}</p>",
            updated=day.first_day(),
            published=known_day(day),
            authors=(library.archive.site.name,),
            lang=article.lang,
        )


def feed(library: Library, address: str, page: str, title: str, entries: Iterable[FeedEntry]) -> File:
    """Write one feed; `page`: the address of the HTML page that lists the same."""
    site = library.archive.site
    told = [e for e in entries if e.updated]
    when = max((e.updated for e in told if e.updated), default=NOTHING_YET)
    root = E.feed(
        {XML_LANG: site.language},
        E.id(tag_uri(library.site_url, address)),
        E.title(xml_text(title)),
        E.updated(rfc3339(when)),
        E.link(rel="self", type="application/atom+xml", href=addresses.absolute(library.site_url, address)),
        E.link(rel="alternate", type="text/html", href=addresses.absolute(library.site_url, page)),
        E.author(E.name(xml_text(site.name))),
        E.generator("Warraq"),
    )
    if about := site.description.get(site.language):
        root.insert(2, E.subtitle(xml_text(about)))
    root.extend(entry_element(e) for e in told)
    return File(address, etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def entry_element(told: FeedEntry) -> etree._Element:
    """Write one entry."""
    assert told.updated
    made: etree._Element = E.entry(
        {XML_LANG: told.lang},
        E.id(told.id),
        E.title(told.title),
        E.link(rel="alternate", type="text/html", href=told.url),
        E.updated(rfc3339(told.updated)),
        *([E.published(rfc3339(told.published))] if told.published else []),
        *(E.author(E.name(xml_text(author))) for author in told.authors),
        *(E.category(term=xml_text(term), label=xml_text(shown)) for term, shown in told.categories),
        *([E.rights(xml_text(told.rights))] if told.rights else []),
        *([E.summary(told.summary)] if told.summary else []),
        E.content(told.html, type="html"),
    )
    return made


def rfc3339(day: date) -> str:
    """Say a day as RFC 3339 wants it; content has days, never hours."""
    return f"{day.isoformat()}T00:00:00Z"
