"""
The files of saved articles, as the next build will write them.

The archive is checked whole with what was saved, for a saved article may break the links of another. What may leave is decided where a
build decides it (`warraq.pages.rights`), about the whole archive. Only the late parts of other articles wait for the build.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from warraq.archive.agreement import disagreements
from warraq.archive.article import Article
from warraq.archive.our_mistake import told
from warraq.archive.problem import Level, Problem
from warraq.archive.reading import left_out
from warraq.edition.links import LinkTargets
from warraq.pages.page import Library
from warraq.pages.rights import Publication
from warraq.pages.texts import MadeTexts

from ..article_result import ArticleResult
from ..checking import addresses_in, problem_order
from ..concealing import without_withheld
from ..edition_facts import facts_of_failure, problems_of_editions
from ..editions import StopsAllError, job, map_editions
from ..late_parts import LateParts
from ..printed import public_facts, standing_of_result
from ..printing import Printing
from .looked_at import article_paths
from .saves import NotWarmError, whole_article, with_saves
from .site import WarmSite, files_of

MOST = 50
"""Articles that are made at once; a build makes more of them on all cores."""


@dataclass(frozen=True)
class Shown:
    """What is to be laid over a site, or why nothing can be."""

    files: tuple[str, ...] = ()
    """The paths of new files below the site's folder."""
    gone: tuple[str, ...] = ()
    """The paths of those that are there no more."""
    errors: tuple[Problem, ...] = ()


def show(
    site: WarmSite, saved: Collection[str], folder: Path, looked_at: Collection[str] = ()
) -> tuple[WarmSite, Shown]:
    """
    Write the files of the articles at these paths into an empty folder, and of those that are looked at (paths of requests).

    Return the site as it is then, and what is to be shown: while something is wrong with the archive, nothing new. A NotWarmError asks
    for a build.
    """
    read, whole = with_saves(site, saved)
    try:
        return _Showing(read, whole, frozenset(saved), folder).shown(looked_at)
    except (StopsAllError, OSError) as error:  # a template's mistake, or a full disk: the build tells it
        raise NotWarmError(str(error)) from error


class _Showing:
    """The making of what is shown after one save."""

    def __init__(self, site: WarmSite, whole: dict[str, Article], saved: frozenset[str], folder: Path) -> None:
        self._site, self._texts, self._folder = site, whole, folder
        self._articles = {article.path: article for article in site.archive.articles}
        self._linked = addresses_in(site.archive, site.content)
        self._results = {path: result for path, result in site.results.items() if path in self._articles}
        self._made = saved | site.waiting
        self._made |= {path for path in self._results if not self._leads_there(path)}
        self._printing = Printing(site.look, folder, site.archive.vocabulary, site.today)

    def shown(self, looked_at: Collection[str]) -> tuple[WarmSite, Shown]:
        site = self._site
        self._print(self._made, self._printing)
        if errors := self._errors():
            return replace(site, results=self._results, waiting=self._made), Shown(errors=errors)
        # Saved or not: other articles stand on their pages.
        watched = set(article_paths(looked_at, self._articles)) - self._made
        self._print(watched, self._printing)
        self._made |= watched
        library = self._finish()
        shown = {path: its for path, its in site.shown.items() if path not in self._made}
        shown |= {path: files_of(self._results[path]) for path in self._made if path in self._results}
        before = {inside for path in self._made for inside in site.shown.get(path, ())}
        files = {inside for path in self._made for inside in shown.get(path, ())}
        now = replace(site, results=self._results, shown=shown, waiting=frozenset(), library=library)
        return now, Shown(tuple(sorted(files)), tuple(sorted(before - files)))

    def _whole(self, article: Article) -> Article:
        if article.path not in self._texts:
            self._texts[article.path] = whole_article(self._site, article)
        return self._texts[article.path]

    def _leads_there(self, path: str) -> bool:
        """Tell whether the links to files of the archive, as an article has them, lead where they led."""
        targets = LinkTargets(path, self._linked)
        return all(targets.link_to(written) == link for written, link in self._results[path].file_links)

    def _print(self, paths: Collection[str], printing: Printing) -> None:
        if len(paths) > MOST:
            raise NotWarmError(f"{len(paths)} articles")
        archive = self._site.archive
        articles = [self._articles[path] for path in sorted(paths) if path in self._articles]
        made = map_editions(
            [job(archive, self._whole(each)) for each in articles], archive.vocabulary, self._linked, printing
        )
        for article, its in zip(articles, made, strict=True):
            if isinstance(its, Problem):
                self._results[article.path] = ArticleResult(facts_of_failure(its), (), (), "", (), None, ())
            else:
                self._results[article.path] = its[0]

    def _errors(self) -> tuple[Problem, ...]:
        """Find what keeps the site from being built, as a build finds it."""
        site, archive = self._site, self._site.archive
        found = [problem for problems in site.unread.values() for problem in problems]
        broken = {problem.path for problem in found if problem.level is Level.ERROR}
        used = {article.original for article in archive.articles} | set(archive.records)
        between = told(site.content.name, lambda: disagreements(archive, site.content.name, broken))
        found += (left_out(problem, site.content, used) for problem in between)
        checks = [self._results[article.path].checks for article in archive.articles]
        found += problems_of_editions(archive, checks, self._linked.values(), site.today, self._whole)
        errors = [problem for problem in found if problem.level is Level.ERROR]
        errors += (its.problem for its in self._results.values() if its.problem)
        return tuple(sorted(without_withheld(errors, archive, site.content), key=problem_order))

    def _finish(self) -> Library:
        """Print once more what leads to something hidden, and put the late parts in; give what pages are made of."""
        site, archive = self._site, self._site.archive
        every = tuple(standing_of_result(each, self._results[each.path]) for each in archive.articles)
        publication = Publication(archive, site.look.site_url, site.today)
        public = public_facts(self._results.values())
        hidden, translated = publication.hidden(every, public), publication.translated(public)
        again = replace(self._printing, hidden=hidden, translated=translated)
        concerned = frozenset(self._concerned(again))
        self._print(concerned, again)
        self._made |= concerned
        library = publication.library(every, public_facts(self._results.values()), hidden, MadeTexts({}))
        late = LateParts(library, site.look, site.look.templates())
        for path in self._made:
            result = self._results.get(path)
            if result and result.facts:
                around, _ = late.around(result.facts)
                self._results[path] = late.fill(self._folder, result.facts, around, result, self._folder.joinpath)
        return library

    def _concerned(self, again: Printing) -> Iterator[str]:
        """Give the paths of the articles that lead to what is hidden, or whose translation is."""
        for path, result in self._results.items():
            if facts := result.facts:
                is_new = again.translated.get(facts.article.slug, facts.article.translation_of)
                if again.hidden.concerns(facts) or is_new != facts.article.translation_of:
                    yield path
