"""
The editions of all articles, made on all cores where there are many: `edition()` is pure, and its values pickle.

An article whose edition can't be made, even one that ends the process that makes it, has a problem in the place of its edition; the
others are made.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Problem
from warraq.archive.record import Record
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.language import message

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

MANY = 400
"""From so many articles on, starting processes costs less than it saves (a start: half a second; an edition: three milliseconds)."""
TOGETHER = 50
"""Articles that are sent to a process at once."""
AHEAD = 4
"""Batches for each process that are under way or wait to be taken."""


def as_they_come(made: Iterable[Shown], _total: int) -> Iterable[Shown]:
    """Show nothing."""
    return made


Job = tuple[Article, Original | None, Record | None]
Result = TypeVar("Result")
Shown = TypeVar("Shown")


class Progress(Protocol):
    """Shows how far some work is while its results go through."""

    def __call__(self, made: Iterable[Shown], total: int, /) -> Iterable[Shown]:
        """Give the results as they come; there will be `total`."""


class StopsAllError(Exception):
    """What stops the work on all articles and is no article's fault, such as a template's mistake, as a line that says where."""


class RefusedError(StopsAllError):
    """The system refused something (`error`), such as one byte more on a full disk."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error)
        self.error = error


def editions(archive: Archive, addresses: Mapping[str, str], progress: Progress = as_they_come) -> tuple[Edition, ...]:
    """Make all editions, in the order of the archive's articles; `addresses`: of the files that an author may link to."""
    jobs = [job(archive, article) for article in archive.articles]
    made = zip(archive.articles, map_editions(jobs, archive.vocabulary, addresses, identity), strict=True)
    whole = (without_text(article, its) if isinstance(its, Problem) else its for article, its in made)
    return tuple(progress(whole, len(jobs)))


def without_text(article: Article, problem: Problem) -> Edition:
    """Give the edition of an article whose own could not be made: its title and the problem, which stops the build."""
    title = " ".join(article.title.splitlines())
    return Edition(article, title, escape(title), (), (), (), problems=(problem,))


def job(archive: Archive, article: Article) -> Job:
    """Put together what an article's edition is made of."""
    name = article.original or ""
    return article, archive.originals.get(name), archive.records.get(name)


def identity(edition: Edition) -> Edition:
    """Return the edition itself."""
    return edition


def map_editions(
    jobs: Sequence[Job], vocabulary: Vocabulary, addresses: Mapping[str, str], result: Callable[[Edition], Result]
) -> Iterator[Result | Problem]:
    """
    Make an edition of each job and yield `result` of it, in order, or the problem of an article where that failed.

    `result` is a function of a module, so that it pickles.
    """
    cores = os.cpu_count() or 1
    if len(jobs) < MANY or cores == 1:
        for each in jobs:
            yield _make(each, vocabulary, addresses, result)
        return
    from concurrent.futures.process import BrokenProcessPool  # slow to import

    left = deque(jobs[start : start + TOGETHER] for start in range(0, len(jobs), TOGETHER))
    while left:
        with _processes(cores, vocabulary, addresses, result) as pool:
            try:
                for made in _in_turn(pool, tuple(left), cores * AHEAD):
                    yield from made
                    left.popleft()
            except BrokenProcessPool:
                pass  # at one of those that were under way; the first of them is looked at, then the rest is sent again
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        if left:
            yield from _one_by_one(left.popleft(), vocabulary, addresses, result)


def _in_turn(pool: ProcessPoolExecutor, left: Iterable[Sequence[Job]], ahead: int) -> Iterator[list[Any]]:
    """Send jobs to a pool, so many batches ahead of what is taken, and yield the results of each; no more of them are in memory."""
    waiting = iter(left)
    sent = deque(pool.submit(_run_jobs, together) for together in islice(waiting, ahead))
    while sent:
        made = sent.popleft().result()
        sent.extend(pool.submit(_run_jobs, together) for together in islice(waiting, 1))
        yield made


def _one_by_one(
    jobs: Sequence[Job], vocabulary: Vocabulary, addresses: Mapping[str, str], result: Callable[[Edition], Result]
) -> Iterator[Result | Problem]:
    """Make each edition by itself, to find the article that ends the process that makes it."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _processes(1, vocabulary, addresses, result)
    for each in jobs:
        try:
            yield pool.submit(_run_jobs, [each]).result()[0]
        except BrokenProcessPool:
            what = message("Making its page ended the program that made it; perhaps the memory was too small.")
            yield Problem(each[0].path, 0, 0, "", what, message("Make the article shorter, or take it out."))
            pool = _processes(1, vocabulary, addresses, result)
    pool.shutdown()


def _processes(
    number: int, vocabulary: Vocabulary, addresses: Mapping[str, str], result: Callable[[Edition], object]
) -> ProcessPoolExecutor:
    from .processes import process_pool

    return process_pool(number, _start_worker, vocabulary, addresses, result)


def _make(
    given: Job, vocabulary: Vocabulary, addresses: Mapping[str, str], result: Callable[[Edition], Result]
) -> Result | Problem:
    try:
        return result(edition(*given, vocabulary, addresses))
    except StopsAllError:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary: whatever one article causes, the others are made
        return our_mistake(given[0].path, error)


_shared: tuple[Vocabulary, Mapping[str, str], Callable[[Edition], object]]
"""What a worker process was started with: sent once, not with every article."""


def _start_worker(vocabulary: Vocabulary, addresses: Mapping[str, str], result: Callable[[Edition], object]) -> None:
    global _shared  # noqa: PLW0603 - a process pool hands values to its workers in no other way
    _shared = vocabulary, addresses, result


def _run_jobs(given: Sequence[Job]) -> list[Any]:
    return [_make(each, *_shared) for each in given]
