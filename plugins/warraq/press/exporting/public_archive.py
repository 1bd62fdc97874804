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
from warraq.press.edition_facts import EditionFacts, edition_facts, facts_of_failure
from warraq.press.editions import Jobs, Progress, as_they_come, job, map_editions
from warraq.press.printed import sharing
from warraq.press.printing import NOTHING_HIDDEN

Make = Callable[[Edition, Library], Any]
"""Makes something of an edition of what may be published, in any process: a function of a module."""


class RefusedError(Exception):
    """Nothing can be exported: the archive has errors that are no single article's, or what was asked for can't be done."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(str(problems[0]))
        self.problems = problems


class Found(NamedTuple):
    """What the first look at an article finds."""

    standing: Standing
    facts: ArticleFacts | None
    """None: nothing of its text leaves."""
    checks: EditionFacts
    """What a build checks of it."""


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
        is_wrong = any(problem.level is Level.ERROR for problem in whole.problems)
        public = None if is_wrong else self._public(whole)
        facts = facts_of(public, self.site_url) if public else None
        return Found(standing_of(whole), facts, edition_facts(whole))

    def facts(self, whole: Edition) -> ArticleFacts | None:
        """Give the facts alone."""
        public = self._public(whole)
        return facts_of(public, self.site_url) if public else None

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
    """
    Read the archive below `content`, and find what of it may be published.

    Whatever a build calls an error is one here. Those of a file that can't be read, or of no single article, raise a RefusedError with all
    of them: what such a file withholds is not known. An article that has an error of its own is left out.
    """
    read = Cache(content.parent / ".warraq" / "read.sqlite")  # so that texts are read when their turn comes
    gathered = gather(content, today, repairing=False, read=read)
    read.close()
    archive = gathered.archive
    bare = Archive(archive.site, vocabulary=archive.vocabulary)
    first = _Public(bare, frame_of(archive.site, archive.vocabulary, site_url), site_url, today)
    found = list(_found(gathered, first, progress))
    left_out = _errors(gathered, found, today)
    wrong = {problem.path for problem in left_out}
    publication = Publication(archive, site_url, today)
    every = [its.standing for its in found]
    public = sorted(
        (its.facts for its in found if its.facts and its.facts.article.path not in wrong), key=_newest_first
    )
    hidden, translated = publication.hidden(every, public), publication.translated(public)
    again = replace(first, hidden=hidden, translated=translated)
    public = list(_without_hidden(gathered, again, public))
    library = publication.library(every, public, hidden, MadeTexts({}))
    return PublicArchive(
        gathered, library, left_out, replace(again, frame=frame_of(archive.site, library.archive.vocabulary, site_url))
    )


def _found(gathered: Gathered, first: _Public, progress: Progress) -> Iterator[Found]:
    """Look at all articles for the first time."""
    archive = gathered.archive
    jobs = Jobs(archive.articles, lambda article: job(archive, gathered.whole(article)))
    made = map_editions(jobs, archive.vocabulary, gathered.linked, first.found)
    for article, its in zip(archive.articles, progress(made, len(archive.articles)), strict=True):
        if isinstance(its, Problem):
            yield Found(Standing(article, (), (), ""), None, facts_of_failure(its))
        else:
            facts = sharing(its.facts, article) if its.facts else None
            yield its._replace(standing=replace(its.standing, article=article), facts=facts)


def _errors(gathered: Gathered, found: Sequence[Found], today: date) -> tuple[Problem, ...]:
    """Give the errors of single articles; raise a RefusedError where there are others."""
    problems = gathered.all_problems([its.checks for its in found], today)
    errors = tuple(problem for problem in problems if problem.level is Level.ERROR)
    of_articles = {article.path for article in gathered.archive.articles}
    of_reading = any(problem.level is Level.ERROR for problem in gathered.problems)
    if of_reading or any(problem.path not in of_articles for problem in errors):
        raise RefusedError(errors)
    return errors


def _without_hidden(gathered: Gathered, again: _Public, public: Sequence[ArticleFacts]) -> Iterator[ArticleFacts]:
    """Yield the facts anew of those articles that led to what is hidden, or translate it; the others as they are."""
    archive = gathered.archive
    by_path = {article.path: article for article in archive.articles}
    concerned = [
        by_path[facts.article.path]
        for facts in public
        if again.hidden.concerns(facts) or facts.article.slug in again.translated
    ]
    jobs = Jobs(concerned, lambda article: job(archive, gathered.whole(article)))
    made = map_editions(jobs, archive.vocabulary, gathered.linked, again.facts)
    anew = {article.path: its for article, its in zip(concerned, made, strict=True)}
    for facts in public:
        its = anew.get(facts.article.path, facts)
        if isinstance(its, Problem):
            raise RefusedError([its])  # it could be made a moment ago
        if its:
            yield sharing(its, by_path[facts.article.path])


def _newest_first(facts: ArticleFacts) -> tuple[int, str]:
    article = facts.article
    return -(article.date.first_day().toordinal() if article.date else 0), article.slug
