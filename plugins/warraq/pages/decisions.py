"""
What of each article leaves this machine: all, a part, a notice, or nothing.

`rights.py` makes pages' library by it. Whoever makes no pages asks here: checks, and tools that write to others (the issues and requests
on GitHub).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce

from warraq.archive.archive import Site
from warraq.archive.article import Article, Source
from warraq.archive.concept import Vocabulary
from warraq.archive.name_key import name_key
from warraq.archive.rights import stricter, words_allowed


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a text may be published."""

    words: int | None = None
    """Of the text below the title; None: all of them."""

    @property
    def is_whole(self) -> bool:
        """All of the text may be published."""
        return self.words is None


ALL = Extent()


class Leaves(StrEnum):
    """What of an article leaves this machine."""

    NOTHING = "nothing"
    """Not even that it exists: a draft, or under embargo."""
    NOTICE = "notice"
    """Its address, and when and why it was withdrawn."""
    PART = "part"
    """The title, what describes it, and the words that its rights allow."""
    WHOLE = "whole"


def extent(rights: str | None) -> Extent:
    """Parse `full`, `excerpt N`, `metadata` or a licence's name; words that are none of them allow nothing of the text."""
    words = words_allowed(rights)
    return ALL if words is None else Extent(words)


def rights_by_source(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Give the rights that the vocabulary states of sources, by each of their names, as `name_key` compares them; the stricter of two."""
    found: dict[str, str] = {}
    for concept in vocabulary.concepts.values():
        if concept.rights:
            for name in (concept.id, *concept.labels):
                key = name_key(name)
                found[key] = stricter(found[key], concept.rights) if key in found else concept.rights
    return found


def is_public(article: Article, today: date) -> bool:
    """Return whether readers may know of the article on that day: it is no draft, and under no embargo."""
    return article.status == "published" and (article.embargo is None or article.embargo.first_day() <= today)


def original_is_private(article: Article, site: Site) -> bool:
    """Return whether the file that the article was made of is not published: the article says so, else the archive."""
    return (article.originals or site.originals) == "private"


class Decisions:
    """What of each article of one archive leaves this machine on one day."""

    def __init__(self, vocabulary: Vocabulary, today: date) -> None:
        self._today = today
        self._by_source = rights_by_source(vocabulary)

    def rights(self, article: Article) -> str | None:
        """Give the rights that the article itself states, else those of its source in the vocabulary; of a version the stricter of two."""
        stated = [*filter(None, map(self._of_source, (article.source, *article.sources_of_shown)))]
        return reduce(stricter, stated) if stated else None

    def _of_source(self, source: Source | None) -> str | None:
        return (source.rights or self._by_source.get(name_key(source.name))) if source else None

    def leaves(self, article: Article) -> Leaves:
        """Decide about one article."""
        if not is_public(article, self._today):
            return Leaves.NOTHING
        if article.withdrawn:
            return Leaves.NOTICE
        return Leaves.WHOLE if extent(self.rights(article)).is_whole else Leaves.PART
