"""The results of an import, counted, and in sentences: the terminal, the page and the table say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from warraq.language import Message, message

from .import_decisions import ImportStatus
from .outcome import Outcome
from .same_texts import Match

STATUS_NAMES: dict[ImportStatus, Message] = {
    ImportStatus.IMPORTED: message("imported"),
    ImportStatus.DUPLICATE: message("duplicate"),
    ImportStatus.HELD: message("in the archive already"),
    ImportStatus.REJECTED: message("thrown out before"),
    ImportStatus.VERSION: message("another version"),
    ImportStatus.SET_ASIDE: message("set aside"),
}
MATCH_NAMES: dict[Match, Message] = {
    Match.BYTES: message("the same file"),
    Match.URL: message("the same address"),
    Match.TEXT: message("the same text"),
}
NO_FILE = message("no file")
LOOK = message("row to look at")
MOST_ROWS = 20
"""Rows of the table, and files set aside, that a terminal names; the report has all."""


class Part(StrEnum):
    """A section of the report; its name is its address in the page."""

    SET_ASIDE = "set-aside"
    ROWS = "rows"
    ROWS_LEFT = "rows-to-look-at"
    SIMILAR = "similar"
    OTHER_TITLES = "other-titles"
    OTHER_VALUES = "doubtful-values"
    UNDATED = "undated"
    DOUBTFUL = "doubts"
    PICTURES_REJECTED = "pictures-set-aside"
    PICTURES_MISSING = "pictures-missing"
    PICTURES_LEFT = "pictures-left"
    SOURCES = "sources"
    DUPLICATES = "duplicates"
    HELD = "held"
    REJECTED = "thrown-out"
    VERSIONS = "versions"
    UNSURE = "perhaps-versions"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of files, unless said otherwise. They are counted from the decisions only, so that they are true."""

    found: int
    imported: int
    duplicates: int
    held: int
    set_aside: int
    undated: int
    """Of the imported: without a date."""
    doubtful: int
    """Of the imported: with open doubts."""
    doubts: int
    """All doubts of the imported."""
    similar: int
    """Of the imported: nearly the same as another text."""
    pictures: int
    pictures_left: int
    """Beside pages, outside their articles."""
    pictures_rejected: int
    pictures_missing: int
    """Of the articles: their files were not there."""
    rejected: int = 0
    """Thrown out of the archive before."""
    versions: int = 0
    """Come in as other versions of articles; they are not among the imported."""
    unsure: int = 0
    """Of the imported: perhaps another version of a text at the same address."""
    other_values: int = 0
    """Of the imported: with a title, a date or an author beside which the original says others."""
    other_titles: int = 0
    """Of the duplicates and of what the archive had: with another title than the article."""
    left_as_text: tuple[tuple[str, int], ...] = ()
    """Of texts that moved in: what only the former program could fill in, and in how many of them it stands."""
    asked_addresses: int = 0
    """Of texts that moved in: former addresses with a query."""
    shared_titles: tuple[tuple[str, int], ...] = ()
    """Of the imported: the names that stand in the `<title>` of many of them, and in how many."""


def count(results: Sequence[Outcome]) -> Counts:
    """Count the files by what the import did with them."""
    statuses = [o.decision.status for o in results]
    imported = [o for o in results if o.decision.status is ImportStatus.IMPORTED]
    return Counts(
        found=len(results),
        imported=len(imported),
        duplicates=statuses.count(ImportStatus.DUPLICATE),
        held=statuses.count(ImportStatus.HELD),
        set_aside=statuses.count(ImportStatus.SET_ASIDE),
        undated=sum(not o.inspection.dated for o in imported),
        doubtful=sum(o.inspection.doubts > 0 for o in imported),
        doubts=sum(o.inspection.doubts for o in imported),
        similar=sum(bool(o.decision.similar_to) for o in imported),
        pictures=sum(len(o.inspection.pictures) for o in imported),
        pictures_left=sum(o.inspection.pictures_left for o in imported),
        pictures_rejected=sum(len(o.inspection.pictures_rejected) for o in imported),
        pictures_missing=sum(len(o.inspection.pictures_missing) for o in imported),
        rejected=statuses.count(ImportStatus.REJECTED),
        versions=statuses.count(ImportStatus.VERSION),
        unsure=sum(bool(o.decision.at_one_address) for o in imported),
        other_values=sum(bool(o.inspection.other_values) for o in imported),
        other_titles=sum(o.kept is not None for o in results),
        left_as_text=tuple(sorted(Counter(name for o in imported for name in o.inspection.left_as_text).items())),
        asked_addresses=sum("?" in name for o in imported for name in o.inspection.names),
        shared_titles=tuple(
            sorted(Counter(o.inspection.shared_title for o in imported if o.inspection.shared_title).items())
        ),
    )


def summary(counts: Counts) -> Iterator[Message]:
    """Yield the counts as sentences; a count of 0 is left out, except the first."""
    yield from (sentence for _, sentence in summary_parts(counts))


def summary_parts(counts: Counts) -> Iterator[tuple[Part | None, Message]]:
    """Yield the same sentences, each with the section of the report that lists what it counts."""
    c = counts
    yield Part.IMPORTED, message("Imported: {number} of {found} files.", number=c.imported, found=c.found)
    doubtful = message("Imported with open doubts: {number} (doubts: {doubts}).", number=c.doubtful, doubts=c.doubts)
    lines = (
        (c.versions, Part.VERSIONS, message("Later versions of articles: {number}.", number=c.versions)),
        (
            c.unsure,
            Part.UNSURE,
            message("At the address of another article, and perhaps a version of it: {number}.", number=c.unsure),
        ),
        (c.set_aside, Part.SET_ASIDE, message("Set aside because they can't be read: {number}.", number=c.set_aside)),
        (
            c.similar,
            Part.SIMILAR,
            message("Nearly the same as another text: {number}; both are kept.", number=c.similar),
        ),
        (
            c.other_titles,
            Part.OTHER_TITLES,
            message("The same text with another title, which was not taken: {number}.", number=c.other_titles),
        ),
        (
            c.other_values,
            Part.OTHER_VALUES,
            message("Imported with a doubtful title, date or author: {number}.", number=c.other_values),
        ),
        (c.undated, Part.UNDATED, message("Imported without a date: {number}.", number=c.undated)),
        (c.doubtful, Part.DOUBTFUL, doubtful),
        (
            c.duplicates,
            Part.DUPLICATES,
            message("Duplicates of others among them, not imported: {number}.", number=c.duplicates),
        ),
        (c.held, Part.HELD, message("In the archive already, not imported: {number}.", number=c.held)),
        (c.rejected, Part.REJECTED, message("Thrown out before, not imported: {number}.", number=c.rejected)),
        (c.pictures, None, message("Pictures taken along: {number}.", number=c.pictures)),
        (
            c.pictures_left,
            Part.PICTURES_LEFT,
            message("Pictures outside of the articles, left behind: {number}.", number=c.pictures_left),
        ),
        (
            c.pictures_rejected,
            Part.PICTURES_REJECTED,
            message("Pictures that can't be read: {number}.", number=c.pictures_rejected),
        ),
        (
            c.pictures_missing,
            Part.PICTURES_MISSING,
            message("Pictures that did not come with their pages: {number}.", number=c.pictures_missing),
        ),
    )
    yield from ((part, sentence) for number, part, sentence in lines if number)
    for name, number in c.left_as_text[:MOST_ROWS]:
        yield (
            None,
            message(
                "Only the former program could fill in “{name}”: it stands as it was written in {number} texts.",
                name=name,
                number=number,
            ),
        )
    if c.asked_addresses:
        yield (
            None,
            message(
                "Former addresses that no page can answer, because they have a query: {number}. The site has lists of redirects for its host.",
                number=c.asked_addresses,
            ),
        )
    for name, number in c.shared_titles[:MOST_ROWS]:
        yield (
            Part.SOURCES,
            message(
                "Pages that share “{name}” in their <title>, taken as the source: {number}.", name=name, number=number
            ),
        )


def next_steps(counts: Counts) -> Iterator[Message]:
    """Yield the next steps for the librarian."""
    if counts.set_aside:
        yield message("Look at the files that were set aside: each has its reason below.")
    if counts.doubtful or counts.undated or counts.other_values or counts.unsure:
        yield message("Decide on the doubts and the missing dates: python3 tasks.py review")
    if counts.imported or counts.versions:
        yield message("See the pages: python3 tasks.py serve")
        yield message("See what was taken out of a page: its article links “Compare the original with the article”.")
        yield message("Keep what you have: git add content, then git commit.")
    else:
        yield message("Nothing new came in; nothing was changed.")
