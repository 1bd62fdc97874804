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
    archive: Archive, addresses: Mapping[str, str], progress: Progress = lambda each, _: each
) -> tuple[Edition, ...]:
    """Make all editions, in the order of the archive's articles; `addresses`: of the files that an author may link to."""
    jobs = [job(archive, article) for article in archive.articles]
    return tuple(progress(map_editions(jobs, archive.vocabulary, addresses, identity), len(jobs)))


def job(archive: Archive, article: Article) -> Job:
    """Put together what an article's edition is made of."""
    name = article.original or ""
    return article, archive.originals.get(name), archive.records.get(name)


def identity(edition: Edition) -> Edition:
    """Return the edition itself."""
    return edition


def map_editions(
    jobs: Sequence[Job], vocabulary: Vocabulary, addresses: Mapping[str, str], result: Callable[[Edition], Result]
) -> Iterator[Result]:
    """Make an edition of each job and yield `result` of it, in order; `result` is a function of a module, so that it pickles."""
    cores = os.cpu_count() or 1
    if len(jobs) < MANY or cores == 1:
        for article, original, record in jobs:
            yield result(edition(article, original, record, vocabulary, addresses))
        return
    with ProcessPoolExecutor(cores, get_context("spawn"), _start_worker, (vocabulary, addresses, result)) as pool:
        yield from pool.map(_run_job, jobs, chunksize=50)


_shared: tuple[Vocabulary, Mapping[str, str], Callable[[Edition], object]]
"""What a worker process was started with: sent once, not with every article."""


def _start_worker(vocabulary: Vocabulary, addresses: Mapping[str, str], result: Callable[[Edition], object]) -> None:
    global _shared  # noqa: PLW0603 - a process pool hands values to its workers in no other way
    _shared = vocabulary, addresses, result


def _run_job(given: Job) -> Any:
    vocabulary, addresses, result = _shared
    return result(edition(*given, vocabulary, addresses))
