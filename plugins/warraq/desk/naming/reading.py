"""The articles of an archive read for names: those that changed since, and no other."""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from warraq.archive.article import Article
from warraq.desk.archive_files import ArchiveFiles
from warraq.edition.withholding import words_of

from .cue import NONE, Words
from .finding import names_in
from .kept_names import FoundIn, KeptNames
from .lexicon import lexicon
from .prose import prose
from .tokens import runs

LANGUAGE = "ar"
"""Of the texts that are read: the cues are Arabic words."""
WRITTEN_AFTER = 500
"""Articles after which what was found is written to the disk."""


@dataclass(slots=True)
class NamesOf:
    """The names of the articles of content/."""

    files: ArchiveFiles
    kept: KeptNames
    articles: int = field(default=0, init=False)
    """How many there are."""
    _waiting: deque[Path] = field(default_factory=deque, init=False)

    @classmethod
    def of(cls, content: Path) -> NamesOf:
        """Give the names of an archive; what was found before is known."""
        return cls(ArchiveFiles(content), KeptNames.of(content))

    def look(self, show: Callable[[list[Path]], Iterable[Path]] = iter) -> None:
        """Read the articles that changed; `show` may show progress."""
        try:
            self._look(show)
        except sqlite3.Error:  # another program writes for long, or a disk that is full
            self._keep_in_memory()
            self._look(show)

    def _look(self, show: Callable[[list[Path]], Iterable[Path]]) -> None:
        self.begin()
        waiting = list(self._waiting)
        self._waiting.clear()
        for number, file in enumerate(show(waiting), 1):
            self._read(file)
            if number % WRITTEN_AFTER == 0:
                self.kept.write()
        self.kept.write()

    def _keep_in_memory(self) -> None:
        """Find all anew, and keep it as long as this program runs."""
        self.kept = KeptNames(None)
        self.begin()

    def begin(self) -> None:
        """List the articles that changed; those that are gone name nobody any more."""
        stamps = self.kept.stamps()
        there = {self.path_of(file): file for file in self.files.articles()}
        self.articles = len(there)
        self.kept.drop(sorted(stamps.keys() - there.keys()))
        self._waiting = deque(file for path, file in there.items() if stamps.get(path) != _stamp(file))

    @property
    def waiting(self) -> int:
        """How many articles changed and were not read since."""
        return len(self._waiting)

    def look_on(self, seconds: float) -> None:
        """Read articles that wait, for some CPU seconds."""
        began = time.thread_time()
        try:
            while self._waiting and time.thread_time() - began < seconds:
                self._read(self._waiting.popleft())
        except sqlite3.Error:
            self._keep_in_memory()
        self.kept.write()

    def path_of(self, file: Path) -> str:
        """Give the path of an article's file in the project."""
        return file.relative_to(self.files.content.parent).as_posix()

    def text_of(self, path: str) -> str:
        """Give the words of an article as they are read for names; nothing of one that can't be read, or is withdrawn."""
        file = self.files.article_file(path)
        article = self.files.read_article(file, file.read_bytes()) if file else None
        return text_for_names(article) if article else ""

    def _read(self, file: Path) -> None:
        stamp = _stamp(file)
        article = self.files.read_article(file, file.read_bytes()) if stamp else None
        if stamp:
            self.kept.put(self.path_of(file), stamp, found_in(article))


def text_for_names(article: Article) -> str:
    """Give the words of an article in which names are looked for: without those that it withholds, and none of a withdrawn one."""
    if article.withdrawn or article.lang.partition("-")[0] != LANGUAGE:
        return ""
    text = prose(article.title, article.body)
    return words_of(article).hide(text) if article.withheld else text


def found_in(article: Article | None) -> FoundIn:
    """Find the names of an article; nothing of one that can't be read."""
    if article is None:
        return FoundIn({}, frozenset())
    withheld = tuple(each.quote for each in article.withheld if each.quote)
    return found_in_text(text_for_names(article), withheld)


def found_in_text(text: str, withheld: tuple[str, ...] = ()) -> FoundIn:
    """Find the names of a text."""
    names: dict[Words, list[int]] = {}
    read = list(runs(text))
    for found in names_in(read):
        names.setdefault(found.words, list(NONE))[found.cue] += 1
    look = lexicon().look
    articled = {look(word)[4] for word in {folded for run in read for folded, _, _ in run.tokens}}
    return FoundIn({words: tuple(cues) for words, cues in names.items()}, frozenset(articled - {""}), withheld)


def _stamp(file: Path) -> str:
    """Give size and time of a file; nothing of one that is gone."""
    try:
        stat = file.stat()
    except OSError:
        return ""
    return f"{stat.st_mtime_ns}:{stat.st_size}"
