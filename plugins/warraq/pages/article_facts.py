"""
Facts of an article that several kinds of pages, feeds and files state alike.

Who is credited, when the article changed, how many marks it has, and whether its date was inferred: each is decided here, so
that a page, a feed and a citation never disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from warraq.archive.article import CONFIRMED_DATE, Article
from warraq.archive.kinds.fact_check import KIND as FACT_CHECK
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Origin
from warraq.edition.edition import Edition, MarginEntry, MarkKind
from warraq.language import Message, message

from .calendars import Day

REPAIRED_UNCHECKED = message("We repair the text; we do not check whether the news is true.")
REPAIRED_CHECKED = message("We repair the text; whether the news is true is checked only where a note says so.")
UNCHECKED = message("We do not check whether the news is true.")
CHECKED = message("Whether the news is true is checked only where a note says so.")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Standing:
    """What of an article others may lead to, or be told by: its addresses, and the names that it has."""

    article: Article
    """Without its text and the words of its notes, where it is that of an `ArticleFacts`."""
    concepts: tuple[str, ...]
    """Ids of the concepts that the text names, in the order of first mention."""
    files: tuple[str, ...]
    """Addresses of its compare page, of its original, and of the original's copy in UTF-8, as far as it has them."""
    original: str
    """The name of its original; empty where there is none, or where it is not published."""


@dataclass(frozen=True, slots=True, eq=False)
class ArticleFacts(Standing):
    """
    What lists, feeds, facets, search and data say of a published article.

    It is small, so that those of a whole archive fit into memory; what is large is in its `ArticleTexts`.
    """

    inferred: bool
    """The date is the one that the machine inferred."""
    repairs: int
    """How many passages of the text were repaired."""
    marks: int
    """How many places of the text something is said about."""
    mentions: Mapping[str, int]
    """How often the text names each of its concepts."""
    sha256: str
    """Of the original's file; empty where it is not known to readers."""
    pictures: tuple[str, ...]
    """Addresses of the pictures that it shows or links to."""
    leads: tuple[str, ...]
    """Addresses of this site, as far as they can be, to which its links, notes and sources lead, as `same_address` compares them."""
    cited: tuple[str, ...]
    """The originals that its notes cite, as `content/originals/NAME`."""
    row: str
    """A hash of its texts: of what the data file of articles and feeds say of them."""
    own_days: tuple[tuple[str, Day], ...] = ()
    """Its date in calendars in which its own text states it (`own_days.py`)."""
    told: str = ""
    """A hash of all that other pages tell of it, or choose it by: of what is here, but for its text and where that leads."""


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a note says, for those who read the article elsewhere."""

    id: str
    """Of its entry on the article's page."""
    mark: str
    """The id of its passage there."""
    label: str
    """The message id of its label, with `{number}`."""
    number: int
    html: str
    """Links inside the site are `warraq:ADDRESS`."""
    verdict: str = ""
    """The message id of a fact-check's verdict."""
    sources: tuple[str, ...] = ()
    author: str | None = None
    date: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleTexts:
    """The large part of what is said of a published article: feeds, search and data alone need it."""

    text: str
    """T below the title, a line for each paragraph."""
    notes: str
    """The editors' notes as plain text, a line for each."""
    html: str
    """The sections as pages show them; links inside the site are `warraq:ADDRESS`."""
    noted: tuple[NoteWords, ...] = ()
    """The same notes, as HTML."""


def told_of(articles: Iterable[ArticleFacts], more: str = "") -> str:
    """Hash all that pages tell of some articles, in their order, and `more`."""
    return sha256("\0".join([*(facts.told for facts in articles), more]).encode("utf-8", "surrogatepass")).hexdigest()


def credited(article: Article) -> tuple[str, ...]:
    """Name who is credited with an article: its authors, else its source; nobody where neither is known."""
    return article.authors or ((article.source.name,) if article.source else ())


def last_changed(article: Article) -> date | None:
    """Give the last day on which anything happened to an article, by its own file and never by the clock; None where no day is known."""
    retrieved = article.source.retrieved if article.source else None
    days = [day for day in (article.date, retrieved, article.added) if day]
    return max((day.first_day() for day in (*days, *_edited(article))), default=None)


def last_edited(article: Article) -> date | None:
    """
    Give the last day on which an editor worked on an article, where the day is known.

    An article without an original was written here, so that its own date counts.
    """
    has_original = article.original or article.originals == "private"
    written = [article.date] if article.date and not has_original else []
    return max((day.first_day() for day in (*written, *_edited(article)) if day.day), default=None)


def _edited(article: Article) -> Iterator[PartialDate]:
    """Yield the dates of the editors' work: review, corrections, notes."""
    if article.reviewed and article.reviewed.date:
        yield article.reviewed.date
    yield from (correction.date for correction in article.corrections)
    yield from (note.date for note in article.annotations if note.date)


def date_is_inferred(edition: Edition) -> bool:
    """Tell whether the date is still the one that the machine inferred: no editor confirmed or replaced it."""
    described = edition.record.described.get("date") if edition.record else None
    date = str(edition.article.date)
    confirmed = any(s.rule == CONFIRMED_DATE and s.quote == date for s in edition.article.settled)
    return described is not None and described.origin is Origin.INFERRED and described.value == date and not confirmed


def promise(edition: Edition) -> Message:
    """Say what was done for a text and what was not: a text that came from no original was not repaired, and an editor's fact-check is a check."""
    checked = any(note.mark.kind == FACT_CHECK.name for note in edition.notes)
    if edition.record is None:
        return CHECKED if checked else UNCHECKED
    return REPAIRED_CHECKED if checked else REPAIRED_UNCHECKED


def entries_of(edition: Edition) -> Iterator[MarginEntry]:
    """Yield all margin entries of an article, those of its title first."""
    yield from edition.title_entries
    for section in edition.sections:
        yield from section.entries


def count_marks(edition: Edition, kind: MarkKind) -> int:
    """Count the marks of one kind in an article."""
    return sum(mark.kind is kind for mark in edition.marks)
