"""All open items of an archive, read from its files; of a file that did not change they are known, from an earlier session too."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from warraq.archive.concept import Vocabulary
from warraq.archive.original import stem_of
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.writing import text_of

from .item_line import ItemLine
from .items import open_items
from .kept_items import KeptItems
from .open_item import OpenItem

WITHOUT_NAMES = Vocabulary()
"""Editions are made without concepts: they make no doubts, and take time."""


@dataclass(slots=True)
class OpenItems:
    """The open items of each article of content/."""

    files: ArchiveFiles
    kept: KeptItems
    known: dict[str, tuple[ItemLine, ...]] = field(default_factory=dict)
    """Of each article that has open items, by its path, as far as the archive was looked at."""
    version: int = 0
    """Grows with every change of what is known."""
    articles: int = 0
    """How many there are; 0: they were not listed yet."""
    _waiting: deque[Path] = field(default_factory=deque)
    _stamps: dict[str, str] = field(default_factory=dict)
    """Of each article: its own stamp, those of its original and its record, and the name of the original."""
    _originals: dict[str, str] = field(default_factory=dict)
    """Of the articles that were read: the name of the original that each states."""

    def __post_init__(self) -> None:
        self._stamps = self.kept.stamps()
        self.known = dict(self.kept.lines())

    @classmethod
    def of(cls, content: Path) -> OpenItems:
        """Give the open items of content/; what was found in an earlier session is known at once."""
        return cls(ArchiveFiles(content), KeptItems.of(content))

    def all(self) -> list[OpenItem]:
        """Give all open items, those of one rule and wording together, the most frequent first."""
        self.look_again()
        self.look_on()
        found = [
            item for path in list(self.known) for item in self.items(path)
        ]  # those that are gone are forgotten meanwhile
        sizes: dict[str, int] = {}
        for item in found:
            sizes[item.group] = sizes.get(item.group, 0) + 1
        return sorted(found, key=lambda i: (i.about, i.rule, -sizes[i.group], i.group, i.path))

    def look_again(self) -> None:
        """List the articles anew; those that are gone have no open items, and all others wait to be looked at."""
        listed = self.files.articles()
        self.articles = len(listed)
        self._waiting = deque(listed)
        there = {self.path_of(file) for file in listed}
        gone = [path for path in {*self._stamps, *self.known} if path not in there]
        for path in gone:
            self._stamps.pop(path, None)
            self.known.pop(path, None)
        if gone:
            self.version += 1
            self.kept.drop(gone)

    @property
    def waiting(self) -> int:
        """How many articles have not been looked at since they were listed."""
        return len(self._waiting)

    def look_on(self, seconds: float | None = None) -> None:
        """Look at articles that wait, all of them or for some CPU seconds; what did not change is not read."""
        began = time.thread_time()
        while self._waiting and (seconds is None or time.thread_time() - began < seconds):
            self.look_at(self._waiting.popleft())
        self.kept.write()

    def look_at(self, file: Path) -> None:
        """Read an article, unless it, its original and its record are the same as before."""
        path = self.path_of(file)
        try:
            known = self._stamps.get(path, "")
            if not known or known != f"{_stamp_of(file)} {self._stamps_of(known.split(' ', 3)[-1])}":
                self.in_file(file)
        except FileNotFoundError:
            self._know(path, "", ())

    def items(self, path: str) -> tuple[OpenItem, ...]:
        """Give the open items of an article that is known to have some, as they are now."""
        file = self.files.article_file(path)
        if file is None:
            return self.forget(path)
        self.look_at(file)
        found = self.kept.items(path) if path in self.known else ()
        return self.in_file(file) if found is None else found

    def forget(self, path: str) -> tuple[OpenItem, ...]:
        """Know that an article is gone, and give what is open of it: nothing."""
        self._know(path, "", ())
        return ()

    def in_file(self, file: Path) -> tuple[OpenItem, ...]:
        """Give the open items of one article as its file is now."""
        path = self.path_of(file)
        try:
            # The stamps come first: what is saved meanwhile has another one, and is read again.
            own, data = _stamp_of(file), file.read_bytes()
            found = self.in_data(file, data) or ()
            stamp = f"{own} {self._stamps_of(self._originals.get(path, ''))}"
        except FileNotFoundError:
            stamp, found = "", ()
        self._know(path, stamp, found)
        return found

    def in_data(self, file: Path, data: bytes) -> tuple[OpenItem, ...] | None:
        """Give the items that would be open if an article's file were `data`; None if it could not be read."""
        try:
            article = self.files.read_article(file, data)
            self._originals[self.path_of(file)] = article.original or "" if article else ""
            if article is None:
                return None
            original, record = self.files.original_and_record(article.original)
            return open_items(article, text_of(data)[0], original, record, WITHOUT_NAMES)
        except Exception:  # noqa: BLE001 - the boundary round one file; `check` tells of it as our mistake
            return None

    def path_of(self, file: Path) -> str:
        """Give the path of an article's file in the project."""
        return file.relative_to(self.files.content.parent).as_posix()

    def _know(self, path: str, stamp: str, found: Sequence[OpenItem]) -> None:
        """Remember what is open of an article."""
        lines = ItemLine.all_of(found)
        if lines != self.known.get(path, ()):
            self.version += 1
        if lines:
            self.known[path] = lines
        else:
            self.known.pop(path, None)
        if stamp:
            self._stamps[path] = stamp
            self.kept.put(path, stamp, found)
        else:
            self._stamps.pop(path, None)
            self.kept.drop([path])

    def _stamps_of(self, original: str) -> str:
        """Give the stamps of an original and of its record, and its name."""
        if not original:
            return "- - "
        content = self.files.content
        return f"{_stamp_if(content / 'originals' / original)} {_stamp_if(content / 'records' / f'{stem_of(original)}.json')} {original}"


def _stamp_of(file: Path) -> str:
    """Give size and time of a file."""
    stat = file.stat()
    return f"{stat.st_mtime_ns}:{stat.st_size}"


def _stamp_if(file: Path) -> str:
    try:
        return _stamp_of(file)
    except (OSError, ValueError):  # no system holds such a name
        return "-"
