"""The index of the search, brought up to date: what an article contributes is taken once, and only files that change are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from warraq.pages import addresses
from warraq.pages.article_facts import ArticleFacts
from warraq.pages.page import File, Library
from warraq.pages.search import BrokenStateError, Contribution, SearchState, all_names, contribution, holding

from .cache import program_digest
from .cache_trust import cache_problems
from .files_of_many import FilesOfMany
from .printed import PrintedArchive


def kept_index(output: Path) -> Path:
    """Return the file of what is kept of the index of a site."""
    return output.parent / ".warraq" / f"{output.name}.search.sqlite"


class SearchIndex:
    """The index of one site."""

    def __init__(self, library: Library, printed: PrintedArchive, output: Path) -> None:
        self._library, self._printed = library, printed
        self._file = kept_index(output)
        self._names = all_names(library.archive.vocabulary, library.archive.site.language)
        self._state = self._opened()

    def write(self, files: FilesOfMany) -> None:
        """Write the files that change, and keep the others."""
        try:
            self._write(files)
        except BrokenStateError:
            self.forget()
            self._file.unlink(missing_ok=True)
            self._state = self._opened()
            self._write(files)

    def keep(self) -> None:
        """Keep what was done; the site that it speaks of stands now."""
        with suppress(BrokenStateError, OSError):
            self._state.save()
        self._state.close()

    def forget(self) -> None:
        """Leave the disk as it was."""
        self._state.close()

    def _opened(self) -> SearchState:
        is_used = self._printed.shelf.is_used and not cache_problems(self._file)[0]
        return SearchState(self._file if is_used else None, program_digest().hex())

    def _write(self, files: FilesOfMany) -> None:
        known = self._state.keys()
        articles = {addresses.article(facts.article.slug): facts for facts in self._library.articles}
        for url in known.keys() - articles.keys():
            self._state.drop(url)
        for made in self._state.update(self._names, self._contributions(articles, known)):
            if isinstance(made, File) and made.address not in files.seen:
                files.write(made)
        lost = {each for each in self._state.addresses() - files.seen if not files.keep(each)}
        if lost:  # somebody changed the former site
            for file in self._state.files(self._names):
                if file.address in lost:
                    files.write(file)

    def _contributions(self, articles: dict[str, ArticleFacts], known: Mapping[str, str]) -> Iterator[Contribution]:
        """Yield the contributions of the articles that are new in the index, or differ there."""
        for url, facts in articles.items():
            path = facts.article.path
            if known.get(url) == self._printed.results[path].words:
                continue
            data = self._printed.shelf.words(path)
            if data is not None:
                yield Contribution.from_json(data)
            else:
                texts = self._library.texts[facts.article.slug]
                yield contribution(holding(facts, texts, self._library.archive.site))
