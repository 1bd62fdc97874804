"""
Links and pictures of published articles: none leads to what is not published, and no other pictures leave.

A link to a draft loses its address, which would say that the draft exists and what it is called; its words stay, as their author
wrote them. When the draft is published, the next build links it. A picture leaves this machine where a published text shows it
or links to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING

from warraq.archive.article import Article
from warraq.archive.permanent_id import former_ids, id_of

from . import addresses
from .hidden_names import ORIGINALS, is_unpublished
from .site_links import addresses_of

if TYPE_CHECKING:
    from warraq.edition.edition import Edition, MarginEntry

    from .article_facts import ArticleFacts, Standing

LINK = re.compile(r' (href|src|cite|value)="([^"]*)"')
"""Attributes that hold addresses, or may."""
PICTURES = "images/"


def places_of_article(article: Article) -> Iterator[str]:
    """Give the addresses of the pages that an article has, or stands on by its front matter."""
    yield from map(addresses.article, (article.slug, *article.aliases))
    yield from map(addresses.permanent, (id_of(article), *former_ids(article)))
    yield from map(addresses.tag, article.tags)
    yield from map(addresses.author, article.authors)
    if article.source:
        yield addresses.source(article.source.name)
    if article.date:
        yield f"{article.date.year:04}/"
        yield f"{article.date.year:04}/{article.date.month or 1:02}/"
    else:
        yield "undated/"


def places_of(standing: Standing) -> Iterator[str]:
    """Give the addresses of all pages that an article has or stands on, and of its original."""
    yield from places_of_article(standing.article)
    yield from map(addresses.concept, (*standing.article.tags, *standing.concepts))
    yield from standing.files


def files_of(made: Edition) -> Iterator[str]:
    """Give the addresses of an article's compare page, of its original, and of the original's copy in UTF-8."""
    from .provenance import decoded_address, original_address  # who only checks links needs no page

    if made.original and made.record:
        yield f"{addresses.article(made.article.slug)}compare/"
        yield original_address(made)
        if decoded := decoded_address(made):
            yield decoded


def _places_are_of(standing: Standing) -> tuple[object, ...]:
    """Give all that `places_of` reads."""
    article = standing.article
    source = article.source.name if article.source else None
    named = article.slug, id_of(article), article.aliases, article.tags, article.authors, source, article.date
    return *named, standing.concepts, standing.files


@dataclass(frozen=True, slots=True)
class Hidden:
    """What published articles must not lead to."""

    places: frozenset[str]
    """Addresses that are there for unpublished articles only, as `same_address` compares them."""
    originals: frozenset[str]
    """The originals that are published, as definitions and notes cite them; all others are hidden."""

    @classmethod
    def of(cls, every: Iterable[Standing], public: Collection[Standing], notices: Iterable[Article]) -> Hidden:
        """Find it: what articles have, less what is published of them and the addresses of withdrawn ones."""
        # What is published with all its places has none that is hidden; most archives have nothing else.
        known = set(map(_places_are_of, public))
        others = [each for each in every if _places_are_of(each) not in known]
        places = {same_address(place) for each in others for place in places_of(each)}
        if places:
            places -= {same_address(place) for each in public for place in places_of(each)}
            places -= {same_address(addresses.article(slug)) for each in notices for slug in (each.slug, *each.aliases)}
            places -= {
                same_address(addresses.permanent(id_)) for each in notices for id_ in (id_of(each), *former_ids(each))
            }
        return cls(
            frozenset(places),
            frozenset(ORIGINALS + each.original for each in public if each.original),
        )

    def has(self, address: str) -> bool:
        """Tell whether an address, or the article that it is below, is hidden."""
        return self._has_same(same_address(address))

    def _has_same(self, same: str) -> bool:
        folder, slug, *_ = [*same.split("/"), "", ""]
        return bool({same, f"{same}/", f"{folder}/{slug}/"} & self.places)

    def concerns(self, facts: ArticleFacts) -> bool:
        """Tell whether a published article leads to or cites what is hidden, so that it has to be made without."""
        return any(map(self._has_same, facts.leads)) or any(
            is_unpublished(each, self.originals) for each in facts.cited
        )

    def is_led_to(self, link: str, here: str, site_url: str) -> bool:
        """Tell whether a link on the page `here` leads to what is hidden."""
        return bool(self.places) and any(map(self.has, addresses_of(link, here, site_url)))


def without_hidden_links(made: Edition, hidden: Hidden, site_url: str) -> Edition:
    """Take the addresses of what is hidden out of the links of an edition, and the names of hidden originals out of its notes."""
    from .public_edition import with_entries

    here = addresses.article(made.article.slug)

    def clean(html: str) -> str:
        return (
            LINK.sub(lambda m: "" if leads_there(unescape(m[2])) else m[0], html)
            if '="' in html and hidden.places
            else html
        )

    def leads_there(link: str) -> bool:
        return hidden.is_led_to(link, here, site_url)

    def is_hidden(cited: str) -> bool:
        return is_unpublished(cited, hidden.originals) or leads_there(cited)

    def address(stated: str | None) -> str | None:
        return None if stated and leads_there(stated) else stated

    def clean_entry(entry: MarginEntry) -> MarginEntry:
        html, sources = clean(entry.html), entry.sources
        if any(map(is_hidden, sources)):
            sources = tuple(source for source in sources if not is_hidden(source))
        return entry if (html, sources) == (entry.html, entry.sources) else replace(entry, html=html, sources=sources)

    cleaned = with_entries(made, clean_entry)
    if source := made.article.source:
        source = replace(source, url=address(source.url), archived_url=address(source.archived_url))
        cleaned = replace(cleaned, article=replace(made.article, source=source))
    return replace(cleaned, sections=tuple(replace(section, html=clean(section.html)) for section in cleaned.sections))


def links_of(made: Edition) -> Iterator[str]:
    """Yield whatever an edition leads to or cites: in its text, in its notes, at its source."""
    entries = [*made.title_entries, *made.notes, *(entry for section in made.sections for entry in section.entries)]
    for html in (*(section.html for section in made.sections), *(entry.html for entry in entries)):
        if '="' in html:
            yield from (unescape(link) for _, link in LINK.findall(html))
    yield from (source for entry in entries for source in entry.sources)
    if source := made.article.source:
        yield from filter(None, (source.url, source.archived_url))


def pictures_of(made: Edition) -> Iterator[str]:
    """Yield the addresses of the pictures that an edition shows or links to."""
    here = addresses.article(made.article.slug)
    entries = (*made.title_entries, *made.notes, *(entry for section in made.sections for entry in section.entries))
    for html in (*(section.html for section in made.sections), *(entry.html for entry in entries)):
        if PICTURES in html:
            for attribute, link in LINK.findall(html):
                if attribute not in ("href", "src"):
                    continue
                for address in addresses_of(unescape(link), here, ""):
                    if address.startswith(PICTURES):
                        yield address


def public_translations(articles: Iterable[Article], public: Collection[str]) -> Mapping[str, str | None]:
    """
    Give a new `translation_of` to each published article whose own names one that is not published.

    Published articles that translate one another through an unpublished one stay one group.
    """
    from .translations import first_text

    every = tuple(articles)
    translated_from = {a.slug: a.translation_of for a in every if a.translation_of}
    groups: dict[str, list[str]] = {}
    for article in every:
        if article.slug in public:
            groups.setdefault(first_text(article.slug, translated_from), []).append(article.slug)
    return {
        article.slug: root if root != article.slug else None
        for article in every
        if article.slug in public and article.translation_of and article.translation_of not in public
        for first in [first_text(article.slug, translated_from)]
        for root in [first if first in public else min(groups[first])]
    }


def replace_translation(made: Edition, translated: Mapping[str, str | None]) -> Edition:
    """Give an edition the `translation_of` that was found for it."""
    slug = made.article.slug
    if slug not in translated:
        return made
    return replace(made, article=replace(made.article, translation_of=translated[slug]))


def same_address(address: str) -> str:
    """Give the form in which addresses are compared."""
    return unicodedata.normalize("NFC", address).casefold()
