"""
Load, plan in memory, check everything: what a build knows before it writes its first byte, and what `check` tells.

Nothing is written here. Originals without an article get theirs planned, and from then on it is an article like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.original import Original
from warraq.archive.problem import Level, Problem
from warraq.archive.reading import read_archive
from warraq.archive.reading_article import read_article
from warraq.archive.slug import same_slug
from warraq.edition.edition import Edition
from warraq.language import message
from warraq.pages import addresses
from warraq.pages.page import Library
from warraq.repair import Planned, plan
from warraq.repair.readers import UnreadableError, read_original

from .editions import Progress, editions
from .inner_links import dead_links, links_of
from .record_check import failed_round_trips
from .warnings import doubts_of, warnings


@dataclass(frozen=True, slots=True)
class NewArticle:
    """A planned repair, with the files that it becomes."""

    article: Path
    record: Path
    display_path: str
    """The article's path for people."""
    planned: Planned


@dataclass(frozen=True, slots=True)
class CheckedArchive:
    """An archive ready to be built, or the reasons why it is not."""

    archive: Archive
    editions: tuple[Edition, ...]
    """Of every article that can be read, drafts too; in the order of the archive's articles."""
    new: tuple[NewArticle, ...]
    problems: tuple[Problem, ...]
    """Sorted by file and line."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.level is Level.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.level is Level.WARNING)

    def library(self, site_url: str, today: date) -> Library:
        """What pages are made of: no drafts, nothing under embargo; newest first, undated last."""
        public = [e for e in self.editions if is_public(e.article, today)]
        public.sort(key=lambda e: e.article.slug)
        public.sort(key=lambda e: e.article.date.first_day() if e.article.date else date.min, reverse=True)
        return Library(self.archive, tuple(public), site_url, today)


def is_public(article: Article, today: date) -> bool:
    """Whether readers may see it on that day."""
    return article.status == "published" and (article.embargo is None or article.embargo.first_day() <= today)


def original_or_problem(name: str, data: bytes) -> Original | Problem:
    """Read an original; say what is wrong with one that can't be read."""
    try:
        return read_original(name, data)
    except UnreadableError as error:
        line = data.count(b"\n", 0, error.at) + 1 if error.at else 0
        return Problem(f"content/originals/{name}", line, 0, "", error.what, error.todo)


def check_archive(
    content: Path,
    today: date,
    repairing: bool,
    only: Sequence[str] = (),
    progress: Progress = lambda made, _: made,
) -> CheckedArchive:
    """Read and check `content`; with `repairing`, plan the articles of originals that have none (of `only`, if any are named)."""
    reading = read_archive(content, original_or_problem)
    archive, problems = reading.archive, list(reading.problems)
    problems += failed_round_trips(archive, content.name)
    new: list[NewArticle] = []
    waiting = list(originals_without_article(archive, problems, content.name))
    if repairing and not any(p.level is Level.ERROR for p in problems):
        new += plan_articles(content, archive, waiting, problems)
        archive = _with(archive, new)
    else:
        problems += (unrepaired_original(name, content.name) for name in waiting)
    linked = addresses_in(archive, content)
    made = editions(archive, linked, progress)
    problems += (problem for each in made for problem in each.problems)
    problems += dead_links(archive, map(links_of, made), linked.values())
    problems += warnings(archive, [doubts_of(each) for each in made], today)
    return CheckedArchive(archive, made, tuple(new), tuple(sorted(problems, key=problem_order)))


def addresses_in(archive: Archive, content: Path) -> dict[str, str]:
    """Where the files that an author may link to stand in the site, by their path below content/."""
    folder = f"{content.name}/"
    linked = {article.path.removeprefix(folder): addresses.article(article.slug) for article in archive.articles}
    images = (
        file.relative_to(content).as_posix() for file in sorted((content / "images").rglob("*")) if file.is_file()
    )
    return linked | {image: image for image in images}


def problem_order(problem: Problem) -> tuple[str, int, int, str]:
    """The order in which problems are told."""
    return problem.path, problem.line, problem.column, problem.field


def originals_without_article(archive: Archive, problems: list[Problem], content: str) -> Iterator[str]:
    """Originals that no article is made of; an article that can't be read may be the one."""
    have = {article.original for article in archive.articles}
    unread = {problem.path for problem in problems}
    for name, original in archive.originals.items():
        if name not in have and f"{content}/articles/{original.stem}.md" not in unread:
            yield name


def unrepaired_original(name: str, content: str) -> Problem:
    """Warn of an original without article."""
    what = message("The original has no article yet, and is left out.")
    todo = message("Repair it: python3 tasks.py repair --only {name}", name=name)
    return Problem(f"{content}/originals/{name}", 0, 0, "", what, todo, Level.WARNING)


def plan_articles(content: Path, archive: Archive, names: list[str], problems: list[Problem]) -> Iterator[NewArticle]:
    taken = {same_slug(slug) for article in archive.articles for slug in (article.slug, *article.aliases)}
    for name in names:
        original = archive.originals[name]
        file = content / "articles" / f"{original.stem}.md"
        if file.exists():
            what = message("The article of {name} would stand here, but the file has no original: key.", name=name)
            todo = message("Write original: {name}, or rename the file.", name=name)
            problems.append(Problem(f"{content.name}/articles/{original.stem}.md", 1, 0, "original", what, todo))
            continue
        planned = plan(original, archive.vocabulary, taken)
        taken.add(same_slug(planned.slug))
        shown = f"{content.name}/articles/{original.stem}.md"
        yield NewArticle(file, content / "records" / f"{original.stem}.json", shown, planned)


def _with(archive: Archive, new: Sequence[NewArticle]) -> Archive:
    """The archive as it will be once the new articles are written."""
    articles, records = list(archive.articles), dict(archive.records)
    for each in new:
        read = read_article(each.display_path, each.planned.article)
        if read.article is None:
            raise AssertionError(f"The article that was planned can't be read: {[str(p) for p in read.problems]}")
        articles.append(read.article)
        records[each.planned.record.original.name] = each.planned.record
    articles.sort(key=lambda article: article.path)
    return replace(archive, articles=tuple(articles), records=dict(sorted(records.items())))
