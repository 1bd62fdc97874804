"""
The archive as it may be published, without its pages: facts of all articles, and the edition of each when it is asked for.

As in a build, editions are made twice where more than one article is concerned: first for the facts that say what is hidden,
then without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.problem import Level, Problem
from warraq.edition.edition import Edition
from warraq.pages.article_facts import ArticleFacts, Standing
from warraq.pages.decisions import Decisions
from warraq.pages.facts import facts_of, standing_of
from warraq.pages.page import Library
from warraq.pages.public_links import Hidden, replace_translation, without_hidden_links
from warraq.pages.rights import Publication, frame_of, public_edition
from warraq.pages.texts import MadeTexts
from warraq.press.cache import Cache
from warraq.press.checking import Gathered, gather
from warraq.press.editions import Jobs, Progress, as_they_come, job, map_editions
from warraq.press.printed import sharing
from warraq.press.printing import NOTHING_HIDDEN

Make = Callable[[Edition, Library], Any]
"""Makes something of an edition of what may be published, in any process: a function of a module."""


class RefusedError(Exception):
    """The archive has errors, so that nothing can be exported."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(str(problems[0]))
        self.problems = problems


class Found(NamedTuple):
    """What the first look at an article finds."""

    standing: Standing
    facts: ArticleFacts | None
    """None: nothing of its text leaves."""
    wrong: tuple[Problem, ...]
    """Its errors; an article that has some is left out."""


@dataclass(frozen=True)
class _Public:
    """Makes what may be published of one edition, and then something of that; a process is given it once."""

    archive: Archive
    """Without articles."""
    frame: Library
    site_url: str
    today: date
    hidden: Hidden = NOTHING_HIDDEN
    translated: Mapping[str, str | None] = field(default_factory=dict)
    make: Make | None = None

    @cached_property
    def _decisions(self) -> Decisions:
        return Decisions(self.archive.vocabulary, self.today)

    def found(self, whole: Edition) -> Found:
        """Give what the others have to know of it."""
        wrong = tuple(problem for problem in whole.problems if problem.level is Level.ERROR)
        public = None if wrong else self._public(whole)
        return Found(standing_of(whole), facts_of(public, self.site_url) if public else None, wrong)

    def made(self, whole: Edition) -> Any:
        """Make what was asked for."""
        public = self._public(whole)
        return None if public is None or self.make is None else self.make(public, self.frame)

    def _public(self, whole: Edition) -> Edition | None:
        public = public_edition(whole, self._decisions, self.archive)
        if public is None:
            return None
        return without_hidden_links(replace_translation(public, self.translated), self.hidden, self.site_url)


@dataclass(frozen=True)
class PublicArchive:
    """What of an archive may be published on one day."""

    gathered: Gathered
    library: Library
    """Its facts, and its public vocabulary; no texts."""
    left_out: tuple[Problem, ...]
    """The errors of articles that are left out."""
    _public: _Public

    def each(self, articles: Sequence[ArticleFacts], make: Make) -> Iterator[tuple[ArticleFacts, Any]]:
        """Yield what `make` makes of each of these articles, in their order; a Problem where that failed."""
        archive = self.gathered.archive
        by_path = {article.path: article for article in archive.articles}
        whole: list[Article] = [by_path[facts.article.path] for facts in articles]
        maker = _Public(
            self._public.archive,
            self._public.frame,
            self._public.site_url,
            self._public.today,
            self._public.hidden,
            self._public.translated,
            make,
        )
        jobs = Jobs(whole, lambda article: job(archive, self.gathered.whole(article)))
        yield from zip(articles, map_editions(jobs, archive.vocabulary, self.gathered.linked, maker.made), strict=True)


def public_archive(content: Path, site_url: str, today: date, progress: Progress = as_they_come) -> PublicArchive:
    """Read the archive below `content`, and find what of it may be published; a RefusedError where it has errors."""
    read = Cache(content.parent / ".warraq" / "read.sqlite")  # so that texts are read when their turn comes
    gathered = gather(content, today, repairing=False, read=read)
    read.close()
    archive = gathered.archive
    if errors := [problem for problem in gathered.problems if problem.level is Level.ERROR]:
        raise RefusedError(errors)
    bare = Archive(archive.site, vocabulary=archive.vocabulary)
    first = _Public(bare, frame_of(archive.site, archive.vocabulary, site_url), site_url, today)
    jobs = Jobs(archive.articles, lambda article: job(archive, gathered.whole(article)))
    made = map_editions(jobs, archive.vocabulary, gathered.linked, first.found)
    found: list[Found] = []
    left_out: list[Problem] = []
    for article, its in zip(archive.articles, progress(made, len(archive.articles)), strict=True):
        if isinstance(its, Problem):
            left_out.append(its)
            found.append(Found(Standing(article, (), (), ""), None, (its,)))
        else:
            left_out += its.wrong
            facts = sharing(its.facts, article) if its.facts else None
            found.append(its._replace(standing=replace(its.standing, article=article), facts=facts))
    publication = Publication(archive, site_url, today)
    every = [its.standing for its in found]
    public = sorted((its.facts for its in found if its.facts), key=_newest_first)
    hidden, translated = publication.hidden(every, public), publication.translated(public)
    library = publication.library(every, public, hidden, MadeTexts({}))
    frame = frame_of(archive.site, library.archive.vocabulary, site_url)
    return PublicArchive(gathered, library, tuple(left_out), _Public(bare, frame, site_url, today, hidden, translated))


def _newest_first(facts: ArticleFacts) -> tuple[int, str]:
    article = facts.article
    return -(article.date.first_day().toordinal() if article.date else 0), article.slug
