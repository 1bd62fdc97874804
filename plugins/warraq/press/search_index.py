"""The index of the search, brought up to date: what an article contributes is taken once, and only files that change are made."""

from __future__ import annotations

import sqlite3
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
from .shelf import Shelf
from .site_folder import is_refused

MARK = "search"
"""The name of the state's mark in the shelf."""


def kept_index(output: Path) -> Path:
    """Return the file of what is kept of the index of a site."""
    return output.parent / ".warraq" / f"{output.name}.search.sqlite"


def _stamp(file: Path) -> str:
    """Give what tells one state from another: its size and its time; nothing of one that is not there."""
    try:
        found = file.stat()
    except OSError:
        return "none"
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def mark_index(shelf: Shelf, output: Path) -> None:
    """Let a shelf know the state of the index that lies beside it."""
    shelf.put_mark(MARK, _stamp(kept_index(output)))


class SearchIndex:
    """The index of one site."""

    def __init__(self, library: Library, printed: PrintedArchive, output: Path) -> None:
        self._library, self._printed = library, printed
        self._names = all_names(library.archive.vocabulary, library.archive.site.language)
        file = kept_index(output)
        is_used = printed.shelf.is_used and not cache_problems(file)[0]
        self._file = file if is_used else None
        # Another state than that which the shelf knows is of another site: a build was killed, or somebody put it there.
        if self._file and not (printed.former and printed.shelf.mark(MARK) == _stamp(self._file)):
            self._delete()
        # Until this state is kept the shelf knows none: where that fails, the next build makes the index anew.
        printed.shelf.put_mark(MARK, "")
        self._state = self._opened()

    def write(self, files: FilesOfMany) -> None:
        """Write the files that change, and keep the others."""
        before = set(files.seen)
        for attempt in ("as it is", "anew", "in memory"):
            try:
                self._write(files)
            except Exception as error:
                if attempt == "in memory" or is_refused(error):
                    raise
                # Whatever a damaged state or a full disk causes: the index is made of all contributions.
                files.take_back(files.seen - before)
                self._state.close()
                self._delete()
                if attempt == "anew":
                    self._file = None
                self._state = self._opened()
            else:
                return

    def keep(self) -> None:
        """Keep what was done, and mark in the shelf what it speaks of; the shelf is kept next."""
        with suppress(BrokenStateError, sqlite3.Error):
            self._state.save()
            self._state.close()
            if self._file:
                self._printed.shelf.put_mark(MARK, _stamp(self._file))
        self._state.close()

    def forget(self) -> None:
        """Leave the disk as it was."""
        self._state.close()

    def _delete(self) -> None:
        if self._file:
            try:
                self._file.unlink(missing_ok=True)
                self._file.with_name(f"{self._file.name}-journal").unlink(missing_ok=True)
            except OSError:  # a folder, or one that may not be written
                self._file = None

    def _opened(self) -> SearchState:
        try:
            return SearchState(self._file, program_digest().hex())
        except (sqlite3.Error, OSError, BrokenStateError):
            self._file = None
            return SearchState(None, program_digest().hex())

    def _write(self, files: FilesOfMany) -> None:
        known = self._state.keys()
        articles = {addresses.article(facts.article.slug): facts for facts in self._library.all}
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
                yield Contribution.from_bytes(data)
            else:
                texts = self._library.texts[facts.article.slug]
                yield contribution(holding(facts, texts, self._library.archive.site))
