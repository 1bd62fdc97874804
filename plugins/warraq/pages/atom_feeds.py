"""
Feeds in Atom (RFC 4287): of the site, of each concept, source and author, and of the corrections.

A feed needs to know where it stands, because its ids and links are absolute. A site that has no address yet (`SITEURL` is empty)
has no feeds, and its pages don't offer any. An article without any date is in no Atom feed, where an entry must have the date of
its last change; it is in the JSON feed, where an entry need not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import escape

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # lxml-stubs leaves it out

from warraq.language import message

from . import addresses
from .article_facts import ArticleFacts
from .feed_entry import FeedEntry, article_entry, known_day, tag_label, tag_uri, xml_text
from .grouping import by_author, by_concept, by_source
from .page import File, Library
from .withdrawn import withdrawals

SITE_ENTRIES = 50
"""The most entries of the site's feeds and of the feed of corrections."""
ENTRIES = 20
"""The most entries of the feed of one concept, source or author: each entry has a whole text."""
ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOTHING_YET = date(1970, 1, 1)
"""The date of an empty feed, which must have one too."""
E = ElementMaker(namespace=ATOM, nsmap={None: ATOM})


def feeds(library: Library) -> Iterator[File]:
    """Write every Atom feed."""
    if not library.site_url:
        return
    entry = entries_made_once(library)
    name = library.archive.site.name
    yield feed(library, addresses.SITE_FEED, "", name, map(entry, library.articles[:SITE_ENTRIES]))
    for address, title, articles in grouped_articles(library):
        yield feed(library, addresses.feed_of(address), address, f"{title} — {name}", map(entry, articles[:ENTRIES]))
    title = message("Corrections").text(library.archive.site.language)
    yield feed(library, addresses.CORRECTIONS_FEED, "corrections/", f"{title} — {name}", corrections(library))


def entries_made_once(library: Library) -> Callable[[ArticleFacts], FeedEntry]:
    """Give a function that makes each article's entry once, however many feeds have it."""
    made: dict[str, FeedEntry] = {}

    def entry(facts: ArticleFacts) -> FeedEntry:
        slug = facts.article.slug
        if slug not in made:
            made[slug] = article_entry(library, facts)
        return made[slug]

    return entry


def grouped_articles(library: Library) -> Iterator[tuple[str, str, tuple[ArticleFacts, ...]]]:
    """Yield address, title and articles of every page of a concept, a source or an author."""
    language = library.archive.site.language
    for concept, articles in by_concept(library).items():
        yield addresses.concept(concept), tag_label(library, concept, language), articles
    for source, articles in by_source(library).items():
        yield addresses.source(source), source, articles
    for author, articles in by_author(library).items():
        yield addresses.author(author), author, articles


def corrections(library: Library) -> Iterator[FeedEntry]:
    """Yield the entries of the newest corrections and withdrawals, newest first."""
    found = [
        (correction.date, facts.article, f"correction-{number}", facts.article.title, correction.note)
        for facts in library.articles
        for number, correction in enumerate(facts.article.corrections, 1)
    ]
    notice = message("This article was withdrawn.").text(library.archive.site.language)
    found += [(w.date, article, "withdrawn", notice, w.reason) for article, w in withdrawals(library)]
    found.sort(key=lambda correction: (correction[0].first_day(), correction[1].slug, correction[2]), reverse=True)
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
    dated = [(entry, entry.updated) for entry in entries if entry.updated]
    updated = max((day for _, day in dated), default=NOTHING_YET)
    root = E.feed(
        {XML_LANG: site.language},
        E.id(tag_uri(library.site_url, address)),
        E.title(xml_text(title)),
        E.updated(rfc3339(updated)),
        E.link(rel="self", type="application/atom+xml", href=addresses.absolute(library.site_url, address)),
        E.link(rel="alternate", type="text/html", href=addresses.absolute(library.site_url, page)),
        E.author(E.name(xml_text(site.name))),
        E.generator("Warraq"),
    )
    if about := site.description.get(site.language):
        root.insert(2, E.subtitle(xml_text(about)))
    root.extend(entry_element(entry, day) for entry, day in dated)
    return File(address, etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def entry_element(entry: FeedEntry, updated: date) -> etree._Element:
    """Make the element of one entry."""
    made: etree._Element = E.entry(
        {XML_LANG: entry.lang},
        E.id(entry.id),
        E.title(entry.title),
        E.link(rel="alternate", type="text/html", href=entry.url),
        E.updated(rfc3339(updated)),
        *([E.published(rfc3339(entry.published))] if entry.published else []),
        *(E.author(E.name(xml_text(author))) for author in entry.authors),
        *(E.category(term=xml_text(term), label=xml_text(label)) for term, label in entry.categories),
        *([E.rights(xml_text(entry.rights))] if entry.rights else []),
        *([E.summary(entry.summary)] if entry.summary else []),
        E.content(entry.html, type="html"),
    )
    return made


def rfc3339(day: date) -> str:
    """Format a day as RFC 3339 has it, at midnight: content has days, never hours."""
    return f"{day.isoformat()}T00:00:00Z"
