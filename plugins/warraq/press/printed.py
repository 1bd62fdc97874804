"""
All articles of an archive, checked and printed: their own files stand in the folder of the new site, and of each a few facts are known.

First every article is printed as if nothing were hidden and no translation missing, because only the facts of all tell
what is; those few that this concerns are printed once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.pages.article_facts import ArticleFacts, ArticleTexts, Standing
from warraq.pages.page import Library
from warraq.pages.rights import Publication

from .article_result import ArticleResult
from .checking import CheckedArchive, Gathered, newest_first
from .edition_facts import facts_of_failure
from .editions import Progress, as_they_come, job, map_editions
from .printing import Printing


@dataclass(frozen=True, slots=True)
class PrintedArchive(CheckedArchive):
    """An archive whose articles are checked and printed."""

    results: Mapping[str, ArticleResult]
    """By the path of the article, in the order of the archive's articles."""
    texts: Mapping[str, ArticleTexts]
    """Of published articles, by slug."""
    library: Library | None
    """What pages are made of; None where something is wrong."""

    @property
    def failed(self) -> tuple[Problem, ...]:
        """Why files of articles could not be made."""
        return tuple(result.problem for result in self.results.values() if result.problem)


def print_archive(gathered: Gathered, printing: Printing, progress: Progress = as_they_come) -> PrintedArchive:
    """Check and print all articles; where something is wrong, nothing more is made of them."""
    archive, today = gathered.archive, printing.today
    texts: dict[str, ArticleTexts] = {}
    results = dict(_printed(archive.articles, gathered, printing, texts, progress))
    problems = gathered.all_problems([result.checks for result in results.values()], today)
    printed = PrintedArchive(archive, gathered.new, problems, results, texts, None)
    if printed.errors or printed.failed:
        return printed
    every = tuple(_standing(article, results[article.path]) for article in archive.articles)
    publication = Publication(archive, printing.look.site_url, today)
    public = _public(results.values())
    again = replace(printing, hidden=publication.hidden(every, public), translated=publication.translated(public))
    concerned = [
        article
        for article in archive.articles
        if (facts := results[article.path].facts) and (again.hidden.concerns(facts) or article.slug in again.translated)
    ]
    results |= _printed(concerned, gathered, again, texts, as_they_come)
    library = publication.library(every, _public(results.values()), again.hidden, texts)
    return PrintedArchive(archive, gathered.new, problems, results, texts, library)


def _printed(
    articles: Sequence[Article],
    gathered: Gathered,
    printing: Printing,
    texts: dict[str, ArticleTexts],
    progress: Progress,
) -> Iterator[tuple[str, ArticleResult]]:
    archive = gathered.archive
    made = map_editions([job(archive, article) for article in articles], archive.vocabulary, gathered.linked, printing)
    for article, its in zip(articles, progress(made, len(articles)), strict=True):
        if isinstance(its, Problem):
            yield article.path, ArticleResult(facts_of_failure(its), (), (), "", None, ())
            continue
        result, of_article = its
        if result.facts and of_article:
            texts[result.facts.article.slug] = of_article
        yield article.path, result


def _standing(article: Article, result: ArticleResult) -> Standing:
    return Standing(article, result.concepts, result.files, result.original)


def _public(results: Iterable[ArticleResult]) -> list[ArticleFacts]:
    """Give the facts of what is published, in the order of pages."""
    return sorted((each.facts for each in results if each.facts), key=lambda facts: newest_first(facts.article))
