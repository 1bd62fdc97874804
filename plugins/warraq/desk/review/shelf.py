"""All that is open in an archive, read from its files; what did not change since is not read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original, stem_of
from warraq.archive.reading_article import read_article
from warraq.archive.record import Record
from warraq.desk.writing import text_of
from warraq.repair.readers import UnreadableError, read_original

from .items import Item, items

Stamp = tuple[int, int]
WITHOUT_NAMES = Vocabulary()
"""Names make no doubts; editions without them are quick."""


@dataclass(slots=True)
class Shelf:
    """The articles of a project, and what is open in each."""

    content: Path
    _known: dict[Path, tuple[Stamp, tuple[Item, ...]]] = field(default_factory=dict)

    def open(self) -> list[Item]:
        """Everything that is open, those of one rule and wording together, the most frequent first."""
        found = [item for file in self.files() for item in self._of(file)]
        sizes: dict[str, int] = {}
        for item in found:
            sizes[item.group] = sizes.get(item.group, 0) + 1
        return sorted(found, key=lambda i: (i.about, i.rule, -sizes[i.group], i.group, i.path))

    def files(self) -> list[Path]:
        """The articles' files, in order."""
        return sorted(f for f in (self.content / "articles").rglob("*.md") if not f.name.startswith((".", "~")))

    def file_of(self, path: str) -> Path | None:
        """The file of an article by its path in the project; None of anything else."""
        parts = PurePosixPath(path).parts
        if parts[:2] != (self.content.name, "articles") or ".." in parts or not path.endswith(".md"):
            return None
        file = self.content.parent / path
        return file if file.is_file() else None

    def of(self, file: Path) -> tuple[Item, ...]:
        """What is open in one article as it is now."""
        return tuple(self._read(file))

    def of_text(self, file: Path, data: bytes) -> tuple[Item, ...] | None:
        """What would be open if an article's file were this; None where it could not be read."""
        return tuple(self._items(file, data)) if self.article(file, data) else None

    def _of(self, file: Path) -> tuple[Item, ...]:
        stat = file.stat()
        stamp = (stat.st_mtime_ns, stat.st_size)
        known = self._known.get(file)
        if known is None or known[0] != stamp:
            known = self._known[file] = (stamp, tuple(self._read(file)))
        return known[1]

    def _read(self, file: Path) -> Iterator[Item]:
        yield from self._items(file, file.read_bytes())

    def _items(self, file: Path, data: bytes) -> Iterator[Item]:
        article = self.article(file, data)
        if article:
            original, record = self.original_and_record(article)
            yield from items(article, text_of(data)[0], original, record, WITHOUT_NAMES)

    def article(self, file: Path, data: bytes) -> Article | None:
        """Read one file; what is wrong with it is `check`'s to tell."""
        return read_article(file.relative_to(self.content.parent).as_posix(), data).article

    def original_and_record(self, article: Article) -> tuple[Original | None, Record | None]:
        """What an article was made of; None where it is missing or can't be read."""
        if not article.original:
            return None, None
        original_file = self.content / "originals" / article.original
        record_file = self.content / "records" / f"{stem_of(article.original)}.json"
        if not original_file.is_file() or not record_file.is_file():
            return None, None
        try:
            return (
                read_original(article.original, original_file.read_bytes()),
                Record.from_bytes(record_file.read_bytes()),
            )
        except (UnreadableError, ValidationError):
            return None, None
