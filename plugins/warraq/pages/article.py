"""The page of an article: its text with margin notes, then where it comes from, how to cite it, and related articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from warraq.archive.archive import Site
from warraq.archive.article import Source
from warraq.archive.partial_date import PartialDate
from warraq.archive.permanent_id import id_of
from warraq.edition.edition import Edition, MarkKind
from warraq.language import Message

from . import addresses
from .around import LATE_OF_PAGE, Around, Arounds
from .article_facts import ArticleFacts, count_marks, entries_of, promise
from .citations import citation_files
from .citations.line import CitationPart, citation_parts
from .citations.reference import site_of_citation, unfielded, version_of_text
from .dates import DisplayDate, display_date, month_name, year_name
from .decisions import Extent, extent
from .heads import described, picture
from .items import Item, Link, list_item
from .jsonld import news_article
from .margin import MarginSection, margin_section
from .page import File, Library, Page
from .permanent import permanent_page
from .provenance import Provenance, decoded_address, original_address, provenance
from .repository import Correcting, correcting
from .rights import WholeLibrary


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """One correction that the editors published (تصويب)."""

    date: DisplayDate
    note: str


@dataclass(frozen=True, slots=True)
class Review:
    """Which editor reviewed the article, and when."""

    by: str
    """Empty where the archive does not name its editors."""
    date: DisplayDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """The values of `article.html`."""

    template: ClassVar[str] = "article.html"
    late: ClassVar[tuple[str, ...]] = LATE_OF_PAGE

    item: Item
    description: str
    """Its summary, else how its text begins, else its title."""
    picture: str
    """The URL of its first picture; empty where there is none, or the site has no address yet."""
    permanent: str
    """The URL by which it is cited; empty where the site has no address yet."""
    doi: str
    """Empty where it has none."""
    note: str
    """What reference managers have no field for, as in the citation files."""
    date: DisplayDate | None
    """With its weekday."""
    title: MarginSection
    sections: tuple[MarginSection, ...]
    crumbs: tuple[Link, ...]
    """The year and the month of a dated article."""
    source: Source | None
    extent: Extent
    """How much of the text its source lets us publish."""
    retrieved: DisplayDate | None
    authors: tuple[Link, ...]
    tags: tuple[Link, ...]
    concepts: Mapping[str, Link]
    """The concepts that the text names, by id."""
    provenance: Provenance | None
    """None where the article was written by hand."""
    citation: tuple[CitationPart, ...]
    citation_lang: str
    """The language of its words: the article's, or the site's where it has none of that."""
    jsonld: Mapping[str, object]
    corrections: tuple[CorrectionNote, ...]
    withheld: bool
    """Words of it are not published, at the request of a person."""
    withheld_reasons: tuple[str, ...]
    """What readers are told about that besides."""
    review: Review | None
    notes: int
    """How many passages have a note."""
    note_dates: Mapping[str, str]
    """The dates of notes as readers see them, by their ISO form."""
    doubts: int
    edits: int
    defined_names: bool
    """Some names are marked as defined in the margin."""
    repeated_names: bool
    """Some names are marked that are defined elsewhere in the article."""
    linked_names: bool
    """Some names are marked that have a page, and no definition."""
    promise: Message
    """What was done for this text, and what was not, in the footer."""
    correcting: Correcting | None
    """Where the article is corrected; None where the site names no repository."""
    tei: str
    """The address of its TEI document; empty where the site offers none."""
    around: Around | None
    """None: it is not known yet, and comes late."""


def articles(library: WholeLibrary) -> Iterator[Page | File]:
    """Yield the page of every article, with its original and its citations beside it."""
    arounds = Arounds(library)
    for edition, facts in zip(library.editions, library.all, strict=True):
        yield from article_files(edition, facts, library, arounds.around(facts))


def article_files(
    edition: Edition, facts: ArticleFacts, library: Library, around: Around | None = None
) -> Iterator[Page | File]:
    """Yield the page of an article, its original and its citations; of the library, only what the site says of itself is read."""
    yield article_page(edition, facts, library, around)
    if edition.original:
        yield File(original_address(edition), edition.original.bytes_read)
        if decoded := decoded_address(edition):
            yield File(decoded, edition.original.text.encode("utf-8", "replace"))
    yield permanent_page(edition.article, library)
    yield from citation_files(edition, facts, library)


def article_page(edition: Edition, facts: ArticleFacts, library: Library, around: Around | None = None) -> ArticlePage:
    """Make the page of an article."""
    article, source, site = edition.article, edition.article.source, library.archive.site
    mentions = [mark for mark in edition.marks if mark.kind is MarkKind.MENTION]
    defined = {entry.mark.concept for entry in entries_of(edition) if entry.mark.first and entry.html}
    return ArticlePage(
        addresses.article(article.slug),
        item=list_item(facts, site),
        description=described(edition),
        picture=picture(edition, library),
        permanent=library.url(addresses.permanent(id_of(article))),
        doi=article.doi or "",
        note=unfielded(article, library, version_of_text(edition), inferred=facts.inferred),
        date=display_date(article.date, site, weekday=True, own=facts.own_days) if article.date else None,
        title=margin_section(edition.title_html, edition.title_entries, len(article.title)),
        sections=tuple(margin_section(s.shown_html, s.entries, s.end - s.start, s.tag) for s in edition.sections),
        crumbs=_crumbs(article.date, site),
        source=source,
        extent=extent(source.rights if source else None),
        retrieved=_display(source.retrieved if source else None, site),
        authors=tuple(Link(name, addresses.author(name)) for name in article.authors),
        tags=tuple(_tag(tag, library) for tag in article.tags),
        concepts={concept: _tag(concept, library) for concept in edition.concepts},
        provenance=provenance(edition),
        citation=citation_parts(edition, library),
        citation_lang=site_of_citation(article, site).language,
        jsonld=news_article(edition, library),
        corrections=tuple(CorrectionNote(display_date(c.date, site), c.note) for c in article.corrections),
        withheld=bool(article.withheld),
        withheld_reasons=tuple(dict.fromkeys(each.reason for each in article.withheld if each.reason)),
        review=Review(article.reviewed.by, _display(article.reviewed.date, site)) if article.reviewed else None,
        notes=len(edition.notes),
        note_dates={n.date: display_date(PartialDate.parse(n.date), site).text for n in edition.notes if n.date},
        doubts=count_marks(edition, MarkKind.DOUBT),
        edits=count_marks(edition, MarkKind.EDIT),
        defined_names=bool(defined),
        repeated_names=any(not mark.first and mark.concept in defined for mark in mentions),
        linked_names=any(mark.concept not in defined for mark in mentions),
        promise=promise(edition),
        correcting=correcting(article, site, library.site_url),
        tei=addresses.article(article.slug) + "article.tei.xml" if "tei" in site.exports else "",
        around=around,
    )


def _display(date: PartialDate | None, site: Site) -> DisplayDate | None:
    return display_date(date, site) if date else None


def _crumbs(date: PartialDate | None, site: Site) -> tuple[Link, ...]:
    """Link the year and the month of a date, as far as they are known."""
    if date is None:
        return ()
    year = Link(year_name(date.year, site), f"{date.year:04}/")
    if date.month is None:
        return (year,)
    return year, Link(month_name(date.month, site), f"{year.address}{date.month:02}/")


def _tag(tag: str, library: Library) -> Link:
    """Link a tag: a concept by its label, a free word by itself."""
    concept = library.archive.vocabulary.concepts.get(tag)
    if concept is None:
        return Link(tag, addresses.tag(tag))
    return Link(concept.label(library.archive.site.language), addresses.concept(tag))
