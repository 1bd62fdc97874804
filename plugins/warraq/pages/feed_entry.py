"""
The entry of an article in a feed: the same in Atom and in JSON.

A feed is read far from the site, so that every link in it is absolute, its text has no marks of ours and nothing that could
run, and its dates are the article's own: two builds of one archive give the same bytes. An entry keeps its id when title
and date change, because a reader program shows an entry with a new id as new.

Programs that read feeds know nothing of right to left but what the entry itself says. Its content says its language and direction, and many a
program takes that away (`sanitize-html`, Miniflux) and then goes by the first letter (`dir="auto"`). So where an Arabic text or title begins with
a Latin word, a mark of direction stands before it, which no reader sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import escape
from unicodedata import bidirectional
from urllib.parse import quote, urljoin, urlsplit

import nh3

from warraq.archive.partial_date import PartialDate
from warraq.archive.pictures.found import PictureKind
from warraq.edition.links import resolve_links
from warraq.edition.sanitise import ATTRIBUTES, BLOCKS, INLINE, SCHEMES
from warraq.language import message

from . import addresses
from .article_facts import ArticleFacts, credited, last_changed
from .direction import STRONG_CLASSES, direction
from .feed_notes import notes_list, with_numbers
from .page import Library

TAGS = (INLINE | BLOCKS) - {"ins", "mark", "span", "div", "section", "summary", "details"}
"""The tags that stay of an article's HTML; of our marks only the words stay."""
KEPT = {tag: names - {"id"} for tag, names in ATTRIBUTES.items() if tag in TAGS | {"*"}}
TAGS_OF_NOTES = TAGS | {"span"}
KEPT_OF_NOTES = KEPT | {"li": KEPT["li"] | {"id"}}
FIRST_WORDS = re.compile(r"(?:\s|<[^<>]*>)*")
MARKS = {"rtl": "\N{RIGHT-TO-LEFT MARK}", "ltr": "\N{LEFT-TO-RIGHT MARK}"}
PICTURE_TYPES = {f".{ending}": f"image/{kind.value.lower()}" for kind in PictureKind for ending in kind.endings}
REPAIRED = message("The text was repaired; what was changed stands on its page.")
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
    via: str | None = None
    """The article's address at its source."""
    pictures: tuple[tuple[str, str], ...] = ()
    """URL and media type of each picture of the archive that it has."""


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


def portable_html(html: str, site_url: str, page: str, *, notes: bool = False) -> str:
    """Clean HTML for readers elsewhere: no marks, no scripts, every address absolute (`page`: where the text stands)."""
    here = addresses.absolute(site_url, page)

    def attribute(_tag: str, name: str, value: str) -> str:
        return urljoin(here, value) if name in ("href", "src", "cite") else value

    cleaned = nh3.clean(
        resolve_links(html, lambda address: addresses.absolute(site_url, address)),
        tags=set(TAGS_OF_NOTES if notes else TAGS),
        attributes={tag: set(names) for tag, names in (KEPT_OF_NOTES if notes else KEPT).items()},
        attribute_filter=attribute,
        link_rel=None,
        url_schemes=SCHEMES,
    )
    return xml_text(cleaned)


def directed_text(text: str, lang: str) -> str:
    """Begin a text with a mark of direction where its first letter has another one than its language."""
    first = next((STRONG_CLASSES[kind] for kind in map(bidirectional, text) if kind in STRONG_CLASSES), "ltr")
    way = direction(lang)
    return text if first == way else f"{MARKS[way]}{text}"


def directed_html(html: str, lang: str) -> str:
    """Wrap HTML in an element that says language and direction; the first words begin with a mark where their letters say another one."""
    words = re.sub("<[^<>]*>", "", html)
    begins = directed_text(words, lang)
    at = FIRST_WORDS.match(html)
    if words.strip() and begins != words and at:
        html = f"{html[: at.end()]}{MARKS[direction(lang)]}{html[at.end() :]}"
    return f'<div lang="{escape(lang)}" dir="{direction(lang)}">{html}</div>'


def article_html(library: Library, facts: ArticleFacts) -> str:
    """Write what a feed has of an article: its text, its notes, and whether it was repaired."""
    article, language = facts.article, library.archive.site.language
    address, texts = addresses.article(article.slug), library.texts[facts.article.slug]
    text = portable_html(with_numbers(texts.html), library.site_url, address)
    behind = notes_list(texts.noted, library.archive.site)
    if facts.repairs:
        said = f'<a href="warraq:{escape(address)}">{escape(REPAIRED.text(language))}</a>'
        behind += f'\n<p lang="{language}" dir="{direction(language)}"><small>{said}</small></p>'
    if behind:
        text += "\n" + portable_html(behind, library.site_url, address, notes=True).strip()
    return directed_html(text, article.lang)


def picture_links(library: Library, facts: ArticleFacts) -> tuple[tuple[str, str], ...]:
    """Give URL and media type of each of an article's pictures that are the archive's own."""
    found = ((address, PICTURE_TYPES.get(f".{address.rpartition('.')[2].lower()}")) for address in facts.pictures)
    return tuple((addresses.absolute(library.site_url, address), kind) for address, kind in found if kind)


def article_entry(library: Library, facts: ArticleFacts) -> FeedEntry:
    """Make the entry of an article, with all of its text that may be published."""
    article, site = facts.article, library.archive.site
    address = addresses.article(article.slug)
    source = article.source
    return FeedEntry(
        id=tag_uri(library.site_url, address),
        url=addresses.absolute(library.site_url, address),
        title=directed_text(xml_text(article.title), article.lang),
        html=article_html(library, facts),
        updated=last_changed(article),
        published=known_day(article.date),
        summary=directed_text(xml_text(article.summary), article.lang) if article.summary else None,
        authors=credited(article) or (site.name,),
        categories=tuple((tag, tag_label(library, tag, article.lang)) for tag in article.tags),
        rights=source.rights if source else None,
        lang=article.lang,
        via=source.url if source else None,
        pictures=picture_links(library, facts),
    )


def tag_label(library: Library, tag: str, language: str) -> str:
    """Label a tag: a concept by its label in the language, else in Arabic; a free word by itself."""
    concept = library.archive.vocabulary.concepts.get(tag)
    return concept.label(language) if concept else tag
