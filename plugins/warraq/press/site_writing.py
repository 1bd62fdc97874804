"""
Writing what is made of the facts of all articles: their files' late parts, then lists, feeds, search, data, pictures.

A page that can't be made is told with the article that causes it; the others are made, so that all problems are told at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from warraq.archive.archive import Archive
from warraq.archive.problem import Problem
from warraq.desk.site import language_of
from warraq.language import message
from warraq.pages import Kind, addresses, pages_on_demand
from warraq.pages.article_facts import ArticleFacts
from warraq.pages.own_pages import pictures_of_pages
from warraq.pages.page import File, Library, OfFiles, Page, PageOnDemand
from warraq.pages.search import search

from .concealing import without_withheld
from .editions import Progress, StopsAllError, as_they_come
from .files_of_many import FilesOfMany
from .late_parts import LateParts
from .new_site import NewSite
from .page_problems import failed_kind, failed_page
from .pictures import published_pictures
from .printed import PrintedArchive
from .printing import Look
from .search_index import SearchIndex
from .site_folder import is_refused
from .terminal import format_problems

AROUND = "around"
"""The mark of what stood around the articles."""


class SiteWriting:
    """The writing of one site, in the folder of which each article has its files already."""

    def __init__(self, library: Library, look: Look, site: NewSite, output: Path) -> None:
        self._library, self._look, self._site, self._output = library, look, site, output
        self._templates = look.templates()
        self.failed: list[Problem] = []
        """Why pages could not be made."""

    def write(self, printed: PrintedArchive, content: Path, progress: Progress = as_they_come) -> None:
        """Write everything."""
        self._fill(printed, progress)

        def fail(kind: Kind, error: Exception) -> None:
            if is_refused(error):
                raise error
            self.failed.extend(failed_kind(kind, self._library, error, content.name))

        self._keeping = FilesOfMany(printed, self._site, self._templates)
        for made in chain(
            pages_on_demand(self._library, fail),
            published_pictures(content, self._library.pictures | pictures_of_pages(self._library)),
        ):
            self._write(made)
        self.index = SearchIndex(self._library, printed, self._output)
        try:
            self.index.write(self._keeping)
        except Exception as error:  # noqa: BLE001 - the boundary, as round every kind of page
            fail(search, error)
        self._keeping.end()

    def _fill(self, printed: PrintedArchive, progress: Progress) -> None:
        late = LateParts(self._library, self._look, self._templates)
        self._around_is_same = printed.shelf.mark(AROUND) == late.made_of
        printed.shelf.put_mark(AROUND, late.made_of)
        for facts in progress(self._library.all, len(self._library.all)):
            try:
                self._complete(facts, late, printed)
            except Exception as error:  # noqa: BLE001 - the boundary: whatever one article causes, the others are made
                self._fail(addresses.article(facts.article.slug), error)

    def _complete(self, facts: ArticleFacts, late: LateParts, printed: PrintedArchive) -> None:
        """Make the files of an article whole, those that are not, and keep them for the next build."""
        path = facts.article.path
        result = printed.results.whole(path)
        if not (self._around_is_same and path in printed.kept):
            around, digest = late.around(facts)
            if path not in printed.kept or printed.kept[path].around != digest:
                place = printed.former.place if printed.former and path in printed.kept else self._site.folder.joinpath
                result = late.fill(self._site.folder, facts, around, result, place)
                printed.complete(result, digest)
        for written in result.written:
            self._site.add(written)

    def _write(self, made: Page | File | PageOnDemand | OfFiles) -> None:
        try:
            with self._look.naming_mistakes(made.template):
                self._keeping.write(made)
        except Exception as error:  # noqa: BLE001 - the boundary: whatever one page causes, the others are made
            self._fail(made.address, error)

    def _fail(self, address: str, error: Exception) -> None:
        if isinstance(error, StopsAllError) or is_refused(error):
            raise error
        self.failed.append(failed_page(address, self._library, error, self._output.name))


def failed_site(failed: Iterable[Problem], archive: Archive, content: Path) -> SystemExit:
    """Give the end of a build whose pages could not all be made."""
    told = without_withheld(list(failed), archive, content)
    language = language_of(archive.site)
    number = message("Errors: {number}; the former site stays.", number=len(told))
    return SystemExit(f"{format_problems(told, language)}\n{number.text(language)}")
