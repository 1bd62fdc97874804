"""
The files of an archive, as the editors' tools read them: articles, each with its original and its record.

What is wrong with a file is reported by `check`; here it is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from warraq.archive.article import Article
from warraq.archive.files import Files
from warraq.archive.original import Original, stem_of
from warraq.archive.reading_article import read_article
from warraq.archive.record import Record
from warraq.repair.changes import apply
from warraq.repair.readers import UnreadableError, read_original


@dataclass(frozen=True, slots=True)
class ArchiveFiles:
    """The folder content/ of a project."""

    content: Path

    def articles(self) -> list[Path]:
        """Give the articles' files, in order; no pipe, and no link that leads out of the archive."""
        return sorted(file for _, file in Files(self.content).below("articles", ".md"))

    def articles_of(self, originals: Iterable[str]) -> list[Path]:
        """
        Give the files of the articles that were made of these originals, in order, where each still has its first name.

        Where one has not, any article may be made of it: then all are given.
        """
        found: list[Path] = []
        for name in originals:
            file = self.article_file(f"{self.content.name}/articles/{stem_of(name)}.md")
            article = self.read_article(file, file.read_bytes()) if file else None
            if not (file and article and article.original == name):
                return self.articles()
            found.append(file)
        return sorted(found)

    def article_file(self, path: str) -> Path | None:
        """Give the file of an article by its path in the project; None where there is no such article."""
        parts = PurePosixPath(path).parts
        if parts[:2] != (self.content.name, "articles") or ".." in parts or not path.endswith(".md"):
            return None
        file = self.content.parent / path
        try:
            return file if file.is_file() and file.resolve().is_relative_to(self.content.resolve()) else None
        except OSError:  # no file has so long a name
            return None

    def read_article(self, file: Path, data: bytes) -> Article | None:
        """Read an article's bytes; None where `check` would report an error."""
        return read_article(file.relative_to(self.content.parent).as_posix(), data).article

    def original_and_record(self, name: str | None) -> tuple[Original, Record] | tuple[None, None]:
        """Read the original of that name and its record; None for both where one is missing or can't be read."""
        if not name:
            return None, None
        original, record = self.content / "originals" / name, self.content / "records" / f"{stem_of(name)}.json"
        try:
            return read_original(name, original.read_bytes()), Record.from_bytes(record.read_bytes())
        except (OSError, UnreadableError, ValueError):
            return None, None


def machine_text(original: Original, record: Record) -> str:
    """Give D, the machine's text; a ValueError where the record is not that original's."""
    return apply(original.text, record.changes)
