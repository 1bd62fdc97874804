"""
The archive read, completed by planned articles, and checked: everything that a build knows before it writes its first byte.

Nothing is written here. `cached_check.py` finds the same problems faster, and makes no pages possible.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.files import always_make
from warraq.archive.light_article import whole, with_text
from warraq.archive.on_demand import ChangedMeanwhileError
from warraq.archive.original import Original
from warraq.archive.our_mistake import told
from warraq.archive.problem import Level, Problem
from warraq.archive.reading import left_out, read_archive
from warraq.archive.version_inheritance import as_inherited
from warraq.pages import addresses

from .cache import Cache
from .concealing import without_withheld
from .edition_facts import EditionFacts, edition_facts, problems_of_editions
from .editions import Progress, as_they_come, editions
from .known_files import known_readings
from .names_elsewhere import names_elsewhere
from .new_articles import NewArticle, originals_without_article, unrepaired_original, with_new_articles
from .own_page_check import own_page_problems
from .own_templates import own_template_problems
from .pictures import picture_names, picture_problems
from .record_check import failed_replays
from .unread_files import unread_files

if TYPE_CHECKING:
    from warraq.edition.edition import Edition
    from warraq.pages.rights import WholeLibrary


@dataclass(frozen=True, slots=True)
class CheckedArchive:
    """An archive ready to be built, or the reasons why it is not."""

    archive: Archive
    new: tuple[NewArticle, ...]
    problems: tuple[Problem, ...]
    """Sorted by file and line."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the site from being built."""
        return tuple(p for p in self.problems if p.level is Level.ERROR)

    @property
    def ready(self) -> tuple[NewArticle, ...]:
        """The new articles that may be written: none where something is wrong."""
        return () if self.errors else self.new

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that an editor should know of."""
        return tuple(p for p in self.problems if p.level is Level.WARNING)


@dataclass(frozen=True, slots=True)
class CheckedEditions(CheckedArchive):
    """A checked archive with all its editions, in memory."""

    editions: tuple[Edition, ...]
    """Of every article that can be read, drafts too; in the order of the archive's articles."""

    def library(self, site_url: str, today: date) -> WholeLibrary:
        """Give what may leave this machine on that day, newest first, undated last: what pages are made of."""
        from warraq.pages.rights import publishable  # pages: who only checks makes none

        by_slug = sorted(self.editions, key=lambda e: newest_first(e.article))
        return publishable(self.archive, by_slug, site_url, today)


@dataclass(frozen=True, slots=True)
class Gathered:
    """An archive that was read, and completed by planned articles; its editions are still to be made and checked."""

    content: Path
    archive: Archive
    new: tuple[NewArticle, ...]
    linked: Mapping[str, str]
    """The addresses of the files that an author may link to, by their paths below content/."""
    problems: tuple[Problem, ...]
    digests: Mapping[str, bytes]
    """Of the path and the bytes of every article, original and record, by path."""
    light: Mapping[str, str]
    """Where the files of the articles are below `content` that were not read, by path."""
    textless: Mapping[str, str]
    """Where those are whose articles are whole but for their texts, by path."""

    def whole(self, article: Article) -> Article:
        """Give an article with its text; a ChangedMeanwhileError says that it is another by now."""
        if inside := self.light.get(article.path):
            return as_inherited(whole(article.path, self.content / inside, self.digests[article.path]), article)
        if inside := self.textless.get(article.path):
            return with_text(article, self.content / inside, self.digests[article.path])
        return article

    def _as_whole_as_it_is(self, article: Article) -> Article:
        """Give an article with its text, for messages: one that is another by now without."""
        with suppress(ChangedMeanwhileError):
            return self.whole(article)
        return article

    def all_problems(self, facts: Sequence[EditionFacts], today: date) -> tuple[Problem, ...]:
        """Give all problems, sorted; `facts` of the editions are in the order of the archive's articles."""
        problems = [*self.problems, *problems_beside_articles(self.archive, self.content, self.linked, today)]
        problems += problems_of_editions(self.archive, facts, self.linked.values(), today, self._as_whole_as_it_is)
        return tuple(sorted(without_withheld(problems, self.archive, self.content), key=problem_order))


def problems_beside_articles(
    archive: Archive, content: Path, linked: Mapping[str, str], today: date
) -> Iterator[Problem]:
    """Give the problems of files that nobody reads, of names of files, and of the editors' own pages and templates."""
    yield from told(content.name, lambda: unread_files(content))
    yield from told(content.name, lambda: names_elsewhere(content))
    yield from own_page_problems(archive, linked, today)
    yield from told(content.name, lambda: own_template_problems(content))


def newest_first(article: Article) -> tuple[int, str]:
    """Return the sort key of articles on pages: the newest first, the undated last; of one day by slug."""
    return -(article.date.first_day().toordinal() if article.date else 0), article.slug


def original_or_problem(name: str, data: bytes) -> Original | Problem:
    """Read an original, or give the problem of one that can't be read."""
    from warraq.repair.readers import UnreadableError, read_original

    try:
        return read_original(name, data)
    except UnreadableError as error:
        line = data.count(b"\n", 0, error.at) + 1 if error.at else 0
        return Problem(f"content/originals/{name}", line, 0, "", error.what, error.todo)


def gather(  # noqa: PLR0913 - a library's call, which names what it gives
    content: Path,
    today: date,
    *,
    repairing: bool,
    only: Collection[str] = (),
    pictures: Cache | None = None,
    read: Cache | None = None,
    repaired: Progress = as_they_come,
) -> Gathered:
    """
    Read the archive below `content` and complete it; nothing is written.

    With `repairing`, the articles of originals that have none are planned, on the day `today`: of all, or of those named in `only`. Nothing is
    planned where something is wrong already. `pictures`: remembers which pictures were found good; `read`: what files were read as, so that
    articles which have not changed are read light. `repaired`: shows how far the planning is.
    """
    known = known_readings(read) if read else None
    reading = read_archive(content, original_or_problem, read or always_make, known)
    archive, problems = reading.archive, list(reading.problems)
    problems += failed_replays(archive, content.name, reading.digests, read or always_make)
    problems += pictures.problems if pictures else ()
    problems += picture_problems(content, kept=archive.site.keeps_pictures, cache=pictures)
    new: list[NewArticle] = []
    waiting = list(originals_without_article(archive, problems, content.name))
    if repairing and not any(p.level is Level.ERROR for p in problems):
        from .planning import plan_articles

        chosen = [name for name in waiting if not only or name in only]
        waiting = [name for name in waiting if name not in chosen]
        new, refused = plan_articles(content, archive, chosen, today, repaired)
        problems += (left_out(problem, content) for problem in refused)
        archive = with_new_articles(archive, new)
    problems += (unrepaired_original(name, content.name) for name in waiting)
    shown = [file.relative_to(content).as_posix() for each in new for file in each.pictures]
    linked = addresses_in(archive, content) | dict(zip(shown, shown, strict=True))
    digests = dict(reading.digests)
    for each in new:
        digests |= each.digests(content.name)
    return Gathered(content, archive, tuple(new), linked, tuple(problems), digests, reading.light, reading.textless)


def check_archive(  # noqa: PLR0913 - a library's call, which names what it gives
    content: Path,
    today: date,
    *,
    repairing: bool,
    only: Collection[str] = (),
    progress: Progress = as_they_come,
    repaired: Progress = as_they_come,
    pictures: Cache | None = None,
) -> CheckedEditions:
    """Read and check the archive below `content`, as `gather` reads it; nothing is written, and all editions are in memory."""
    gathered = gather(content, today, repairing=repairing, only=only, pictures=pictures, repaired=repaired)
    made = editions(gathered.archive, gathered.linked, progress)
    problems = gathered.all_problems([edition_facts(each) for each in made], today)
    return CheckedEditions(gathered.archive, gathered.new, problems, made)


def addresses_in(archive: Archive, content: Path) -> dict[str, str]:
    """Map the files that an author may link to, by their path below content/, to their addresses in the site."""
    folder = f"{content.name}/"
    linked = {article.path.removeprefix(folder): addresses.article(article.slug) for article in archive.articles}
    linked |= {page.text.path.removeprefix(folder): page.address for page in archive.pages}
    return linked | {image: image for image in picture_names(content)}


def problem_order(problem: Problem) -> tuple[str, int, int, str]:
    """Return the sort key of problems: file, then place, then field."""
    return problem.path, problem.line, problem.column, problem.field
