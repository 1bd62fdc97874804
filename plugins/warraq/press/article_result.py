"""What is known of one article once its files are written: small, and data that a cache can hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from warraq.archive.problem import Problem
from warraq.pages.article_facts import ArticleFacts, ArticleTexts

from .edition_facts import EditionFacts


@dataclass(frozen=True, slots=True)
class LatePart:
    """Where a late part stands in a file (`warraq.pages.late`)."""

    name: str
    start: int
    """Its first byte."""
    end: int


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the site as it was written."""

    address: str
    inside: str
    """Its path below the site's folder."""
    size: int
    sha256: str
    time: int
    """When it was written, in nanoseconds, as the file system has it: another time tells that somebody else wrote it."""
    late: tuple[LatePart, ...] = ()
    """In the order of the file; empty ones are still to come."""


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """What an article was found to be, and what was written of it."""

    checks: EditionFacts
    concepts: tuple[str, ...]
    """Ids of the concepts that it names, a draft too."""
    files: tuple[str, ...]
    """Addresses of its compare page and its originals, were it published whole."""
    original: str
    """The name of its original."""
    file_links: tuple[tuple[str, str], ...]
    """The links to files of the archive, as they were written, and where they lead."""
    facts: ArticleFacts | None
    """None: nothing of its text is published."""
    written: tuple[WrittenFile, ...]
    words: str = ""
    """The key of its contribution to the index of the search."""
    problem: Problem | None = None
    """Why its files could not be made."""
    whole: bool = False
    """Its text is published whole: names are found in no other."""

    @property
    def brief(self) -> BriefResult:
        """Give what pages about many articles are made of."""
        return BriefResult(self.concepts, self.files, self.original, self.facts, self.words, self.problem)


class BriefResult(NamedTuple):
    """What of an `ArticleResult` the pages about many articles are made of."""

    concepts: tuple[str, ...]
    files: tuple[str, ...]
    original: str
    facts: ArticleFacts | None
    words: str
    problem: Problem | None


class Shelved(NamedTuple):
    """The large part of what is known of a published article."""

    texts: ArticleTexts
    words: bytes
    """Its contribution to the index of the search (`Contribution.as_bytes`)."""
