"""
The editions of all articles, made on all cores where there are many: `edition()` is pure, and its values pickle.

An article whose edition can't be made, even one that ends the process that makes it, has a problem in the place of its edition; the
others are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar, overload

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.our_mistake import our_mistake
from warraq.archive.problem import Problem
from warraq.language import message

from .all_cores import map_on_all_cores

if TYPE_CHECKING:
    from warraq.archive.record import Record
    from warraq.edition.edition import Edition

MANY = 400
"""From so many articles on, starting processes costs less than it saves (a start: half a second; an edition: three milliseconds)."""
TOGETHER = 50
"""Articles that are sent to a process at once."""


def as_they_come(made: Iterable[Shown], _total: int) -> Iterable[Shown]:
    """Show nothing."""
    return made


Job: TypeAlias = "tuple[Article, Original | None, Record | None]"
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
    from warraq.edition.edition import Edition

    title = " ".join(article.title.splitlines())
    return Edition(article, title, escape(title), (), (), (), problems=(problem,))


def job(archive: Archive, article: Article) -> Job:
    """Put together what an article's edition is made of."""
    name = article.original or ""
    return article, archive.originals.get(name), archive.records.get(name)


class Jobs(Sequence[Job]):
    """Jobs that are put together when they are asked for: the texts of all articles are never in memory at once."""

    def __init__(self, articles: Sequence[Article], put_together: Callable[[Article], Job]) -> None:
        self._articles, self._put_together = articles, put_together

    def __len__(self) -> int:
        """Count them."""
        return len(self._articles)

    @overload
    def __getitem__(self, at: int) -> Job: ...
    @overload
    def __getitem__(self, at: slice) -> list[Job]: ...
    def __getitem__(self, at: int | slice) -> Job | list[Job]:
        """Put one, or some, together."""
        if isinstance(at, slice):
            return [self._put_together(article) for article in self._articles[at]]
        return self._put_together(self._articles[at])


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
    if not jobs:
        return iter(())
    import warraq.edition.assemble  # noqa: F401 - before the processes are forked that need it

    make = partial(_make, vocabulary=vocabulary, addresses=addresses, result=result)
    return map_on_all_cores(jobs, make, _lost, many=MANY, together=TOGETHER)


def _lost(given: Job) -> Problem:
    what = message("Making its page ended the program that made it; perhaps the memory was too small.")
    return Problem(given[0].path, 0, 0, "", what, message("Make the article shorter, or take it out."))


def edition(
    article: Article,
    original: Original | None,
    record: Record | None,
    vocabulary: Vocabulary,
    addresses: Mapping[str, str],
) -> Edition:
    """Make an edition; what makes it is loaded when the first one is asked for."""
    from warraq.edition.assemble import edition as make

    return make(article, original, record, vocabulary, addresses)


def _make(
    given: Job, vocabulary: Vocabulary, addresses: Mapping[str, str], result: Callable[[Edition], Result]
) -> Result | Problem:
    try:
        return result(edition(*given, vocabulary, addresses))
    except StopsAllError:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary: whatever one article causes, the others are made
        return our_mistake(given[0].path, error)
