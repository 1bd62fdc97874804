"""The page of an article: its text with margin notes, then where it comes from, how to cite it, and what is near it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warraq.archive.partial_date import PartialDate
from warraq.edition.edition import Edition, MarginEntry, MarkKind, Section

from . import addresses
from .citations import citation_files, citation_parts
from .dates import DisplayDate, display_date, month_name
from .direction import language_name
from .items import Crumb, Item, Link, item
from .jsonld import news_article
from .page import File, Library, Page
from .provenance import decoded_address, original_address, provenance
from .related import concept_index, related

LINES_BESIDE_ONE = 1.5
"""Lines of the margin beside one line of text, of some 60 letters."""
LINES_OVER = 4
"""By which entries may reach below their passage."""


@dataclass(frozen=True, slots=True)
class MarginSection:
    """One section of the body with what stands beside it."""

    id: str
    html: str
    notes: tuple[MarginEntry, ...]
    """Each with a place of its own in the margin."""
    glosses: tuple[MarginEntry, ...]
    """Definitions of the names that the archive meets here first; a name without one needs no entry."""
    repairs: tuple[MarginEntry, ...]
    """All in one disclosure, so that they never interrupt."""
    crowded: bool
    """The entries reach far below the passage: names wait in a disclosure, so that the next passage's notes stand at their words."""
    wide: str = ""
    """`table` or `pre`: what may be wider than a phone, and scrolls by itself."""


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """One correction that the editors published (تصويب)."""

    date: DisplayDate
    note: str


def margin_section(
    section_id: str, html: str, entries: tuple[MarginEntry, ...], letters: int, tag: str = ""
) -> MarginSection:
    """Part the margin entries of a section, of so many letters, into notes, names and repairs."""
    quiet = (MarkKind.REPAIR, MarkKind.EDIT)
    apart = (*quiet, MarkKind.MENTION)
    notes = tuple(e for e in entries if e.mark.kind not in apart)
    glosses = tuple(e for e in entries if e.mark.kind == MarkKind.MENTION and e.html)
    return MarginSection(
        section_id,
        html,
        notes,
        glosses,
        tuple(e for e in entries if e.mark.kind in quiet),
        sum(map(_lines, (*notes, *glosses))) > (letters // 60 + 1) * LINES_BESIDE_ONE + LINES_OVER,
        tag if tag in ("table", "pre") else "",
    )


def _lines(entry: MarginEntry) -> float:
    """How many lines of the margin an entry takes, with its distance from the next."""
    said = len(entry.html) + len(" ".join(entry.sources)[:20]) + 16
    return said // 36 + 1.6


def articles(library: Library) -> Iterator[Page | File]:
    """Yield the page of every article, with its original and its citations beside it."""
    near = concept_index(library)
    translations = _translations(library)
    dated = [e for e in library.editions if e.article.date]
    places = {e.article.slug: place for place, e in enumerate(dated)}
    site = library.archive.site
    for edition in library.editions:
        article = edition.article
        place = places.get(article.slug)
        newer = dated[place - 1] if place else None
        older = dated[place + 1] if place is not None and place + 1 < len(dated) else None
        yield Page(
            addresses.article(article.slug),
            "article.html",
            {
                "item": item(edition, site),
                "date": display_date(article.date, site, weekday=True) if article.date else None,
                "title": margin_section("title", edition.title_html, edition.title_entries, len(article.title)),
                "passages": tuple(_passage(section) for section in edition.sections),
                "crumbs": _crumbs(edition, library),
                "via": article.source.via if article.source else (),
                "source": article.source,
                "retrieved": display_date(article.source.retrieved, site)
                if article.source and article.source.retrieved
                else None,
                "authors": tuple(Link(name, addresses.author(name)) for name in article.authors),
                "names": {id: _tag(id, library) for id in edition.concepts},
                "tags": tuple(_tag(tag, library) for tag in article.tags),
                "notes": len(edition.notes),
                "days": {
                    note.date: display_date(PartialDate.parse(note.date), site).text
                    for note in edition.notes
                    if note.date
                },
                "language_names": {
                    other.lang: language_name(other.lang) for other in translations.get(article.slug, ())
                },
                "translations": translations.get(article.slug, ()),
                "provenance": provenance(edition),
                "citation": citation_parts(edition, library),
                "jsonld": news_article(edition, library),
                "corrections": tuple(CorrectionNote(display_date(c.date, site), c.note) for c in article.corrections),
                "reviewed": article.reviewed,
                "reviewed_date": display_date(article.reviewed.date, site)
                if article.reviewed and article.reviewed.date
                else None,
                "withdrawn": article.withdrawn,
                "withdrawn_date": display_date(article.withdrawn.date, site) if article.withdrawn else None,
                "doubts": sum(mark.kind is MarkKind.DOUBT for mark in edition.marks),
                "edits": sum(mark.kind is MarkKind.EDIT for mark in edition.marks),
                "mentions": any(mark.kind is MarkKind.MENTION and mark.first for mark in edition.marks),
                "again": any(mark.kind is MarkKind.MENTION and not mark.first for mark in edition.marks),
                "related": related(edition, near),
                "newer": item(newer, site) if newer else None,
                "older": item(older, site) if older else None,
            },
        )
        if edition.original:
            yield File(original_address(edition), edition.original.data)
            if decoded := decoded_address(edition):
                yield File(decoded, edition.original.text.encode("utf-8", "replace"))
        yield from citation_files(edition, library)


def _passage(section: Section) -> MarginSection:
    return margin_section(section.id, section.html, section.entries, section.end - section.start, section.tag)


def _crumbs(edition: Edition, library: Library) -> tuple[Crumb, ...]:
    """The way to a dated article: its year and its month."""
    date = edition.article.date
    if date is None:
        return ()
    year = Crumb(str(date.year), f"{date.year:04}/")
    if date.month is None:
        return (year,)
    return year, Crumb(month_name(date.month, library.archive.site), f"{year.address}{date.month:02}/")


def _tag(tag: str, library: Library) -> Link:
    concept = library.archive.vocabulary.concepts.get(tag)
    if concept is None:
        return Link(tag, addresses.tag(tag))
    return Link(concept.label(library.archive.site.language), addresses.concept(tag))


def _translations(library: Library) -> dict[str, tuple[Item, ...]]:
    """Group the articles that translate one another, by slug; each without itself."""
    groups: dict[str, list[Edition]] = {}
    for edition in library.editions:
        groups.setdefault(edition.article.translation_of or edition.article.slug, []).append(edition)
    site = library.archive.site
    return {
        edition.article.slug: tuple(item(other, site) for other in group if other is not edition)
        for group in groups.values()
        for edition in group
        if len(group) > 1
    }
