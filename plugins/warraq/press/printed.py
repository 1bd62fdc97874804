"""
All articles of an archive, checked and printed: their own files stand in the folder of the new site, and of each a few facts are known.

Those whose key is the former one (`article_keys.py`) keep the files of the former site. The others are printed as if nothing were hidden
and no translation missing, because only the facts of all tell what is; those few that this concerns are printed once more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.edition import edition
from warraq.pages.article_facts import ArticleFacts, ArticleTexts, Standing
from warraq.pages.page import Library
from warraq.pages.rights import Publication

from .article_keys import ArticleKeys
from .article_result import ArticleResult, BriefResult
from .changed_names import ChangedNames
from .checking import CheckedArchive, Gathered, newest_first
from .edition_facts import facts_of_failure
from .editions import Jobs, Progress, as_they_come, job, map_editions
from .kept_files import FormerSite
from .printing import Printing
from .results import Results
from .shelf import KeptArticle, Shelf, ShelvedTexts

NAMES = "names"
"""The mark of how the concepts of the vocabulary were named."""


@dataclass(frozen=True, slots=True)
class PrintedArchive(CheckedArchive):
    """An archive whose articles are checked and printed."""

    results: Results
    """By the path of the article."""
    shelf: Shelf
    """What is kept for the next build."""
    kept: Mapping[str, KeptArticle]
    """Articles whose files are those of the former site, by path."""
    keys: Mapping[str, tuple[str, str]]
    """Key and hash of details of each article whose files may be kept by the next build, by path."""
    same_for_all: bytes
    """The hash of what every page depends on."""
    former: FormerSite | None
    """The site that stands, where files of it may be kept."""
    library: Library | None
    """What pages are made of; None where something is wrong."""

    @property
    def failed(self) -> tuple[Problem, ...]:
        """Why files of articles could not be made."""
        found = (self.results[article.path].problem for article in self.archive.articles)
        return tuple(problem for problem in found if problem)

    def complete(self, result: ArticleResult, around: str) -> None:
        """Keep an article for the next build; its files are whole now."""
        if result.facts and (key := self.keys.get(result.facts.article.path)):
            self.shelf.complete(result.facts.article.path, KeptArticle(*key, around, result))


def print_archive(
    gathered: Gathered,
    printing: Printing,
    progress: Progress = as_they_come,
    shelf: Shelf | None = None,
    former: FormerSite | None = None,
) -> PrintedArchive:
    """
    Check and print all articles; where something is wrong, nothing more is made of them.

    `shelf`: what is kept from build to build. `former`: the site that stands; None: nothing of it is kept.
    """
    archive, shelf = gathered.archive, shelf or Shelf(None)
    work = _Work(gathered, printing, shelf)
    # Before the first page: a template that changes meanwhile is then another one.
    same_for_all = work.same_for_all
    kept = work.kept(former) if former else {}
    shelf.drop_all_but(kept)
    work.keep_names()
    results = Results(shelf.folder)
    for path, its in kept.items():
        results.put(path, its.result.brief, its.result)
    work.print([a for a in archive.articles if a.path not in kept], printing, progress, results)
    problems = gathered.all_problems([results.checks(a.path) for a in archive.articles], printing.today)
    printed = PrintedArchive(archive, gathered.new, problems, results, shelf, kept, {}, same_for_all, former, None)
    if printed.errors or printed.failed:
        return printed
    every = tuple(standing_of_result(article, results[article.path]) for article in archive.articles)
    publication = Publication(archive, printing.look.site_url, printing.today)
    public = public_facts(results.values())
    again = replace(printing, hidden=publication.hidden(every, public), translated=publication.translated(public))
    concerned = [
        article
        for article in archive.articles
        if (facts := results[article.path].facts) and (again.hidden.concerns(facts) or article.slug in again.translated)
    ]
    work.print(concerned, again, as_they_come, results)
    paths = {its.facts.article.slug: path for path, its in results.items() if its.facts}
    library = publication.library(
        every, public_facts(results.values()), again.hidden, ShelvedTexts(shelf, paths, partial(work.texts_of, again))
    )
    other = {article.path for article in concerned}
    return replace(
        printed,
        kept={path: its for path, its in kept.items() if path not in other},
        keys=work.keys((path for path in paths.values() if path not in other), results),
        library=library,
    )


class _Work:
    """The printing of one archive's articles."""

    def __init__(self, gathered: Gathered, printing: Printing, shelf: Shelf) -> None:
        self._gathered, self._printing, self._shelf = gathered, printing, shelf
        self._keys = ArticleKeys(gathered.archive, gathered.digests, gathered.linked, printing, gathered.content.name)
        self._articles = {article.path: article for article in gathered.archive.articles}
        self._changed_names = ChangedNames(shelf.mark(NAMES), gathered.archive.vocabulary)

    @property
    def same_for_all(self) -> bytes:
        """Give the hash of what every page depends on."""
        return self._keys.same_for_all

    def kept(self, former: FormerSite) -> dict[str, KeptArticle]:
        """Keep the files of the articles that are as they were."""
        return {
            path: its
            for path, its in self._shelf.kept().items()
            if self._is_same(path, its) and former.keep(its.result.written)
        }

    def _is_same(self, path: str, its: KeptArticle) -> bool:
        article = self._articles.get(path)
        return (
            article is not None
            and its.key == self._keys.key(article)
            and its.details == self._keys.details(article, its.result.concepts)
            and self._keys.leads_there(article, its.result.file_links)
            and not (self._changed_names and self._changed_names.may_be_in(self._text_of(article, its.result)))
        )

    def _text_of(self, article: Article, result: ArticleResult) -> str | None:
        """Read the text of a kept article from the shelf; None where that is not its whole text, or none holds."""
        row = self._shelf.row(article.path) if result.whole else None
        return None if row is None else f"{article.title}\n{json.loads(row)['text']}"

    def keep_names(self) -> None:
        """Let the next build know how the concepts were named."""
        if self._changed_names.kept != self._shelf.mark(NAMES):
            self._shelf.put_mark(NAMES, self._changed_names.kept)

    def print(self, articles: Sequence[Article], printing: Printing, progress: Progress, results: Results) -> None:
        """Print articles, and put the result of each to the `results`."""
        archive = self._gathered.archive
        jobs = Jobs(articles, lambda article: job(archive, self._gathered.whole(article)))
        made = map_editions(jobs, archive.vocabulary, self._gathered.linked, printing.packed)
        for article, its in zip(articles, progress(made, len(articles)), strict=True):
            if isinstance(its, Problem):
                failed = ArticleResult(facts_of_failure(its), (), (), "", (), None, ())
                results.put(article.path, failed.brief, failed)
                continue
            brief, whole, shelved = its
            if brief.facts and shelved:
                self._shelf.put(article.path, shelved)
                brief = brief._replace(facts=sharing(brief.facts, article))
            results.put(article.path, brief, whole)

    def texts_of(self, printing: Printing, path: str) -> ArticleTexts:
        """Make the texts of a published article anew, where the shelf has none that hold."""
        archive = self._gathered.archive
        found = printing.texts(
            edition(
                *job(archive, self._gathered.whole(self._articles[path])), archive.vocabulary, self._gathered.linked
            )
        )
        if found is None:
            raise KeyError(path)
        return found

    def keys(self, paths: Iterable[str], results: Results) -> dict[str, tuple[str, str]]:
        """Give the keys of those articles whose files the next build may keep; words that are withheld are kept nowhere."""
        found: dict[str, tuple[str, str]] = {}
        for path in paths:
            article = self._articles[path]
            if not article.withheld and (key := self._keys.key(article)):
                found[path] = key, self._keys.details(article, results[path].concepts)
        return found


def sharing(facts: ArticleFacts, article: Article) -> ArticleFacts:
    """Let facts that came from another process have the words of the archive's article, where they are the same; it is in memory already."""
    same = replace(article, body=facts.article.body, places=(), annotations=facts.article.annotations)
    return replace(facts, article=same) if same == facts.article else facts


def standing_of_result(article: Article, result: ArticleResult | BriefResult) -> Standing:
    """Give what others may lead to of an article, a draft too."""
    return Standing(article, result.concepts, result.files, result.original)


def public_facts(results: Iterable[ArticleResult | BriefResult]) -> list[ArticleFacts]:
    """Give the facts of what is published, in the order of pages."""
    return sorted((each.facts for each in results if each.facts), key=lambda facts: newest_first(facts.article))
