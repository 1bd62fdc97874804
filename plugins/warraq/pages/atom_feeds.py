"""
Feeds in Atom (RFC 4287): of the site, of each concept, source and author, and of the corrections.

A feed needs to know where it stands, because its ids and links are absolute. A site that has no address yet (`SITEURL` is empty)
has no feeds, and its pages don't offer any. Which there are is decided by `feeds_offered.py`. A feed is made only where an article of it
has changed: a build of one edited article makes its own feeds and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from urllib.parse import quote

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found]  # lxml-stubs leaves it out

from warraq.language import message

from . import addresses
from .article_facts import ArticleFacts, last_changed, told_of
from .direction import direction, text_direction
from .feed_entry import FeedEntry, article_entry, directed_html, known_day, tag_label, tag_uri, xml_text
from .feeds_offered import feed_of
from .grouping import by_author, by_concept, by_source
from .page import File, LargeFile, Library
from .withdrawn import withdrawals

SITE_ENTRIES = 50
"""The most entries of the site's feeds and of the feed of corrections."""
ENTRIES = 20
"""The most entries of the feed of one concept, source or author: each entry has a whole text."""
ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
E = ElementMaker(namespace=ATOM, nsmap={None: ATOM})


@dataclass(frozen=True, slots=True)
class Heading:
    """What a feed says of itself."""

    address: str
    page: str
    """The address of the HTML page that lists the same."""
    title: str


def feeds(library: Library) -> Iterator[File]:
    """Yield every Atom feed."""
    if not library.site_url:
        return
    entry = entries_made_once(library)
    name = library.archive.site.name
    for heading, articles in [
        (Heading(addresses.SITE_FEED, "", name), dated(library.articles, SITE_ENTRIES)),
        *(
            (Heading(feed_of(page, articles), page, f"{title} — {name}"), dated(articles, ENTRIES))
            for page, title, articles in grouped_articles(library)
        ),
    ]:
        if articles:
            made = partial(_of_articles, library, heading, articles, entry)
            yield LargeFile(heading.address, entries_told(library, articles, heading.title), made)
    if found := list(corrections(library)):
        title = message("Corrections").text(library.archive.site.language)
        heading = Heading(addresses.CORRECTIONS_FEED, "corrections/", f"{title} — {name}")
        yield File(heading.address, feed(library, heading, found))


def dated(articles: Iterable[ArticleFacts], most: int) -> tuple[ArticleFacts, ...]:
    """Give the articles of a feed: the first of those of which a day is known, in their order."""
    known = (facts for facts in articles if last_changed(facts.article))
    return tuple(facts for facts, _ in zip(known, range(most), strict=False))


def entries_told(library: Library, articles: Sequence[ArticleFacts], title: str) -> str:
    """Hash all that a feed of these articles is made of, except what the archive says of itself."""
    labels = (tag_label(library, tag, facts.article.lang) for facts in articles for tag in facts.article.tags)
    return told_of(articles, "\0".join([title, *(facts.row for facts in articles), *labels]))


def _of_articles(
    library: Library, heading: Heading, articles: Iterable[ArticleFacts], entry: Callable[[ArticleFacts], FeedEntry]
) -> bytes:
    return feed(library, heading, map(entry, articles))


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
    language = library.archive.site.language
    found = [
        (correction.date, facts.article, f"correction-{number}", facts.article.title, correction.note)
        for facts in library.articles
        for number, correction in enumerate(facts.article.corrections, 1)
    ]
    notice = message("This article was withdrawn.").text(language)
    found += [(w.date, article, "withdrawn", notice, w.reason) for article, w in withdrawals(library)]
    found.sort(key=lambda correction: (correction[0].first_day(), correction[1].slug, correction[2]), reverse=True)
    for day, article, name, title, note in found[:SITE_ENTRIES]:
        address = addresses.article(article.slug)
        words = f"<p>{escape(xml_text(note))}</p>"
        as_written = text_direction(note, direction(language)) == direction(language)
        yield FeedEntry(
            id=f"{tag_uri(library.site_url, address)}#{name}",
            url=addresses.absolute(library.site_url, address),
            title=xml_text(title),
            html=directed_html(words, language if as_written else article.lang),
            updated=day.first_day(),
            published=known_day(day),
            authors=(library.archive.site.name,),
            lang=language if name == "withdrawn" else article.lang,
        )


def feed(library: Library, heading: Heading, entries: Iterable[FeedEntry]) -> bytes:
    """Write one feed, of at least one entry."""
    site = library.archive.site
    dated_entries = [(entry, entry.updated) for entry in entries if entry.updated]
    root = E.feed(
        {XML_LANG: site.language},
        E.id(tag_uri(library.site_url, heading.address)),
        E.title(xml_text(heading.title)),
        E.updated(rfc3339(max(day for _, day in dated_entries))),
        E.link(rel="self", type="application/atom+xml", href=addresses.absolute(library.site_url, heading.address)),
        E.link(rel="alternate", type="text/html", href=addresses.absolute(library.site_url, heading.page)),
        E.author(E.name(xml_text(site.name))),
        E.generator("Warraq"),
    )
    if about := site.description.get(site.language):
        root.insert(2, E.subtitle(xml_text(about)))
    root.extend(entry_element(entry, day) for entry, day in dated_entries)
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return made


def entry_element(entry: FeedEntry, updated: date) -> etree._Element:
    """Make the element of one entry."""
    made: etree._Element = E.entry(
        {XML_LANG: entry.lang},
        E.id(entry.id),
        title_element(entry.title),
        E.link(rel="alternate", type="text/html", href=entry.url),
        *([E.link(rel="via", href=encoded_address(entry.via))] if entry.via else []),
        *(E.link(rel="enclosure", type=kind, href=url) for url, kind in entry.pictures),
        E.updated(rfc3339(updated)),
        *([E.published(rfc3339(entry.published))] if entry.published else []),
        *(E.author(E.name(xml_text(author))) for author in entry.authors),
        *(E.category(term=xml_text(term), label=xml_text(label)) for term, label in entry.categories),
        *([E.rights(xml_text(entry.rights))] if entry.rights else []),
        *([E.summary(entry.summary)] if entry.summary else []),
        E.content({XML_LANG: entry.lang}, entry.html, type="html"),
    )
    return made


def title_element(title: str) -> etree._Element:
    """Make the element of a title; one with signs of HTML is declared as such, for programs take them for tags where nothing is said."""
    has_signs = "<" in title or "&" in title
    made: etree._Element = E.title(escape(title, quote=False), type="html") if has_signs else E.title(title)
    return made


def encoded_address(url: str) -> str:
    """Percent-encode what a URI can't hold of an address that an editor wrote or a page stated."""
    return quote(xml_text(url), safe="%/:=&?~#+!$,;'@()*[]")


def rfc3339(day: date) -> str:
    """Format a day as RFC 3339 has it, at midnight: content has days, never hours."""
    return f"{day.isoformat()}T00:00:00Z"
