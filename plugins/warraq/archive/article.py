"""The article: Markdown with YAML front matter, which belongs to the editors from the moment it exists."""

from __future__ import annotations

from dataclasses import dataclass

from .partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Source:
    """The source of the text."""

    name: str
    url: str | None = None
    """Of the page itself at the source."""
    via: tuple[str, ...] = ()
    """Further agencies that it names or went through."""
    archived_url: str | None = None
    retrieved: PartialDate | None = None
    rights: str | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note on a passage, found in the published text by its words (W3C Web Annotation, TextQuoteSelector)."""

    quote: str
    note: str
    """Inline Markdown."""
    kind: str = "note"
    """The name of one of `warraq.archive.kinds`."""
    prefix: str = ""
    suffix: str = ""
    author: str | None = None
    date: PartialDate | None = None
    links: tuple[str, ...] = ()
    verdict: str | None = None
    """Of a fact-check."""
    lang: str | None = None
    """Of a translation."""


CONFIRMED_DATE = "inferred-date"
"""The `rule` of a decision that an inferred date, its `quote`, is right."""
CONFIRMED_TITLE = "doubtful-title"
"""The `rule` of a decision that a title, its `quote`, is right, though the original says others too."""
CONFIRMED_AUTHOR = "doubtful-author"
"""The `rule` of a decision that the authors, its `quote`, are right, though the original names others too."""
CONFIRMED = frozenset({CONFIRMED_DATE, CONFIRMED_TITLE, CONFIRMED_AUTHOR})
"""Rules of decisions about values, and not about words of the text."""


@dataclass(frozen=True, slots=True)
class Settled:
    """An editor's decision about a doubt: `keep` means that the text stands as it is."""

    rule: str
    quote: str
    decision: str = "keep"
    with_others: int = 0
    """How many like it were decided by the same key, after all their sentences were shown."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A published note about a mistake (تصويب)."""

    date: PartialDate
    note: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The reviewer, who has read the article against its original."""

    by: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """When and why the text was withdrawn; a notice stands at its address."""

    date: PartialDate
    reason: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words of the article that are not published, at the request of a person."""

    quote: str
    reason: str | None = None
    """For readers."""
    inherited: bool = False
    """Another version of the article withholds it, or another article of its address."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its file states it, checked."""

    path: str
    """Of its file, relative to the project, with `/`."""
    title: str
    slug: str
    """From the front matter, or the file's name."""
    body: str
    """Markdown, below the front matter."""
    body_line: int
    """The line of the file where the body begins, from 1."""
    lang: str = "ar"
    date: PartialDate | None = None
    source: Source | None = None
    tags: tuple[str, ...] = ()
    """Ids of concepts, or free words, in the author's order."""
    summary: str | None = None
    original: str | None = None
    """The name of its original."""
    id: str = ""
    """By which it is cited (`permanent_id.id_of`); read from a file, it is always there."""
    doi: str | None = None
    """Given to it by others, without the address of a resolver; likewise `ark`."""
    ark: str | None = None
    originals: str | None = None
    """`public` or `private`, where the article does not follow the archive."""
    annotations: tuple[Annotation, ...] = ()
    settled: tuple[Settled, ...] = ()
    corrections: tuple[Correction, ...] = ()
    authors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Former slugs; each leads here."""
    former_addresses: tuple[str, ...] = ()
    """On another site: paths from the host on, with their query (`former_addresses.py`)."""
    status: str = "published"
    """or `draft`."""
    embargo: PartialDate | None = None
    """Not published before this day."""
    translation_of: str | None = None
    """The slug of the article that this one translates."""
    version_of: str | None = None
    """The slug of the article of which this is another version."""
    perhaps_version_of: str | None = None
    """The slug of an article of which it may be another version; an editor has not decided yet."""
    added: PartialDate | None = None
    """When the archive took it in, where that is stated."""
    sources_of_shown: tuple[Source, ...] = ()
    """Of a version: the source of the article that is shown, whose rights hold too; its name and its rights."""
    reviewed: Reviewed | None = None
    withdrawn: Withdrawn | None = None
    withheld: tuple[Withheld, ...] = ()
    """In an edition without the words, the quotes are empty."""
    explicit_slug: bool = False
    """The slug is written in the front matter."""
    places: tuple[tuple[str, int, int], ...] = ()
    """(`annotations[0].quote`, line, column) of every key, for messages."""

    def place(self, *fields: str) -> tuple[int, int]:
        """Give the line and column of the first of these fields that is written, or of the file's first line."""
        known = {name: (line, column) for name, line, column in self.places}
        return next((known[field] for field in fields if field in known), (1, 0))
