"""One article whose tags change, and how that is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.original import stem_of
from warraq.desk.importing.given import rehashed
from warraq.desk.renewing.bodies import hashed
from warraq.desk.review.shelf import Shelf
from warraq.desk.writing import data_of, text_of, write


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article with its file."""

    file: Path
    article: Article
    text: str
    """Of the file, with line feeds."""
    line_end: str


@dataclass(frozen=True, slots=True)
class Change:
    """An article's text with other tags."""

    shelved: Shelved
    after: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def shelved(project: Path) -> Iterator[Shelved]:
    """Every article that can be read, in order; withdrawn ones are left alone."""
    shelf = Shelf(project / "content")
    for file in shelf.files():
        data = file.read_bytes()
        article = shelf.article(file, data)
        if article and not article.withdrawn:
            yield Shelved(file, article, *text_of(data))


def write_change(project: Path, change: Change) -> None:
    """Write the article; where nobody had edited it, its record is told the new hash, so that it still counts as unedited."""
    this = change.shelved
    _, record = Shelf(project / "content").original_and_record(this.article)
    if record and this.line_end == "\n" and record.article_sha256 == hashed(this.text):
        name = f"{stem_of(record.original.name)}.json"
        write(project / "content" / "records" / name, rehashed(record, change.after).to_bytes())
    write(this.file, data_of(change.after, this.line_end))
