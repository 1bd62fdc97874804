"""
The editions of all articles, made on all cores where there are many: `edition()` is pure, and its values pickle.

Processes are spawned, not forked, so that it works alike on every system.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.record import Record
from warraq.edition import edition
from warraq.edition.edition import Edition

MANY = 400
"""From so many articles on, starting processes costs less than it saves (a start: half a second; an edition: three milliseconds)."""

Job = tuple[Article, Original | None, Record | None]
Result = TypeVar("Result")
Progress = Callable[[Iterable[Edition], int], Iterable[Edition]]


def editions(
    archive: Archive, addresses: Mapping[str, str], progress: Progress = lambda made, _: made
) -> tuple[Edition, ...]:
    """Make them in the order of the archive's articles; `addresses`: where files that an author may link to stand."""
    jobs = [job(archive, article) for article in archive.articles]
    return tuple(progress(map_editions(jobs, archive.vocabulary, addresses, identity), len(jobs)))


def job(archive: Archive, article: Article) -> Job:
    """An article with what its edition is made of."""
    name = article.original or ""
    return article, archive.originals.get(name), archive.records.get(name)


def identity(edition: Edition) -> Edition:
    """All of it."""
    return edition


def map_editions(
    jobs: Sequence[Job], vocabulary: Vocabulary, addresses: Mapping[str, str], wanted: Callable[[Edition], Result]
) -> Iterator[Result]:
    """Make an edition of each and yield what is `wanted` of it (a function of a module: it goes to other processes)."""
    cores = os.cpu_count() or 1
    if len(jobs) < MANY or cores == 1:
        for article, original, record in jobs:
            yield wanted(edition(article, original, record, vocabulary, addresses))
        return
    with ProcessPoolExecutor(cores, get_context("spawn"), _begin, (vocabulary, addresses, wanted)) as pool:
        yield from pool.map(_one, jobs, chunksize=50)


_shared: tuple[Vocabulary, Mapping[str, str], Callable[[Edition], object]]
"""What a worker process was begun with: sent once, not with every article."""


def _begin(vocabulary: Vocabulary, addresses: Mapping[str, str], wanted: Callable[[Edition], object]) -> None:
    global _shared
    _shared = vocabulary, addresses, wanted


def _one(given: Job) -> Any:
    vocabulary, addresses, wanted = _shared
    return wanted(edition(*given, vocabulary, addresses))
