"""All open items of an archive, read from its files; a file that did not change is not read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from warraq.archive.concept import Vocabulary
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.writing import text_of

from .items import open_items
from .open_item import OpenItem

Stamp = tuple[int, int]
WITHOUT_NAMES = Vocabulary()
"""Editions are made without concepts: they make no doubts, and take time."""


@dataclass(slots=True)
class OpenItems:
    """The open items of each article of content/."""

    files: ArchiveFiles
    _known: dict[Path, tuple[Stamp, tuple[OpenItem, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Path) -> OpenItems:
        """Give the open items of content/."""
        return cls(ArchiveFiles(content))

    def all(self) -> list[OpenItem]:
        """Give all open items, those of one rule and wording together, the most frequent first."""
        found = [item for file in self.files.articles() for item in self._cached(file)]
        sizes: dict[str, int] = {}
        for item in found:
            sizes[item.group] = sizes.get(item.group, 0) + 1
        return sorted(found, key=lambda i: (i.about, i.rule, -sizes[i.group], i.group, i.path))

    def in_file(self, file: Path) -> tuple[OpenItem, ...]:
        """Give the open items of one article as its file is now."""
        return self.in_data(file, file.read_bytes()) or ()

    def in_data(self, file: Path, data: bytes) -> tuple[OpenItem, ...] | None:
        """Give the items that would be open if an article's file were `data`; None if it could not be read."""
        try:
            article = self.files.read_article(file, data)
            if article is None:
                return None
            original, record = self.files.original_and_record(article.original)
            return open_items(article, text_of(data)[0], original, record, WITHOUT_NAMES)
        except Exception:  # noqa: BLE001 - the boundary round one file; `check` tells of it as our mistake
            return None

    def _cached(self, file: Path) -> tuple[OpenItem, ...]:
        stat = file.stat()
        stamp = (stat.st_mtime_ns, stat.st_size)
        known = self._known.get(file)
        if known is None or known[0] != stamp:
            known = self._known[file] = (stamp, self.in_file(file))
        return known[1]
