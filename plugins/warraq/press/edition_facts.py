"""What the checks of a whole archive need of each edition, so that the edition itself need not be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.our_mistake import told
from warraq.archive.problem import Problem

from .evidence_warnings import evidence_warnings
from .inner_links import EditionLinks, dead_links, links_of
from .warnings import warnings

if TYPE_CHECKING:
    from warraq.edition.edition import Edition


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """The facts of one edition."""

    problems: tuple[Problem, ...]
    open_doubts: int
    links: EditionLinks | None
    """None: the edition could not be made."""


def edition_facts(edition: Edition) -> EditionFacts:
    """Gather the facts of one edition."""
    from warraq.edition.edition import MarkKind

    open_doubts = sum(mark.kind is MarkKind.DOUBT for mark in edition.marks)
    problems = (*edition.problems, *evidence_warnings(edition.article, edition.record))
    return EditionFacts(problems, open_doubts, links_of(edition))


def facts_of_failure(problem: Problem) -> EditionFacts:
    """Give the facts of an edition that could not be made."""
    return EditionFacts((problem,), 0, None)


def itself(article: Article) -> Article:
    """Give an article that has its text."""
    return article


def problems_of_editions(
    archive: Archive,
    facts: Sequence[EditionFacts],
    images: Iterable[str],
    today: date,
    whole: Callable[[Article], Article] = itself,
) -> Iterator[Problem]:
    """
    Give the problems of all editions, unsorted; `facts` are in the order of the archive's articles.

    `whole` gives an article with its text.
    """
    for each in facts:
        yield from each.problems
    yield from told("content", lambda: dead_links(archive, (each.links for each in facts), images, today, whole))
    yield from told("content", lambda: warnings(archive, [each.open_doubts for each in facts], today))
