"""
Originals that stand in `content/originals/` already, and which of them are other versions of an article.

An intake and a build make articles of originals without an import. What another text at the same address is, is decided as an import
decides it, by the same functions. Only texts of those addresses are read and compared, however large the archive is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from warraq.archive.address_key import address_key
from warraq.archive.article import Article
from warraq.archive.original import Original
from warraq.archive.record import Record

from .archive_index import index_of
from .compared import as_compared, stated
from .inspection import Inspection
from .same_texts import MOST_VERSIONS, find_copies


@dataclass(frozen=True, slots=True)
class InPlace:
    """An original that has no article yet, and what was found of it."""

    original: Original
    record: Record
    pictures: int
    """How many its article shows."""


@dataclass(frozen=True, slots=True)
class AtAddress:
    """What an original is to another text at its address."""

    slug: str
    """Of the archive's article that is shown; empty where that one is new too."""
    original: str
    """The name of the new original whose article is shown; empty where the archive has the article."""
    is_certain: bool
    """It is a version; else an editor is asked."""


def at_addresses(new: Sequence[InPlace], articles: Iterable[Article], content: Path) -> Mapping[str, AtAddress]:
    """Give, by their names, the originals that are versions of an article, or may be; `articles` are the archive's."""
    new_at = {each.original.name: address_key(url) for each in new if (url := stated(each.record, "url"))}
    if not new_at:
        return {}
    wanted = set(new_at.values())
    there = [a for a in articles if a.source and a.source.url and address_key(a.source.url) in wanted]
    at = Counter(new_at.values()) + Counter(address_key(a.source.url) for a in there if a.source and a.source.url)
    several = [each for each in new if at[new_at.get(each.original.name, "")] > 1]
    if not several:
        return {}
    index = index_of(_first_of_each(there), content)
    found = find_copies([_compared(each) for each in several], index)
    first = {name: found.first(name) for name in (*found.versions, *found.unsure)}
    return {
        name: AtAddress(index.shown.get(of, ""), "" if of in index.shown else of, name in found.versions)
        for name, of in first.items()
    }


def _first_of_each(articles: Iterable[Article]) -> Iterator[Article]:
    """Yield of the articles of each address as many as a new text is compared with: a thousand pages may state one address."""
    seen: Counter[str] = Counter()
    for article in articles:
        url = article.source.url if article.source else None
        seen[address := address_key(url or "")] += 1
        if seen[address] <= MOST_VERSIONS:
            yield article


def _compared(new: InPlace) -> Inspection:
    made = as_compared(new.original.name, new.original, new.record)
    return replace(made, pictures=(("", "", ""),) * new.pictures)
