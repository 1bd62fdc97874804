"""
Changes of an article's tags: one replaced, one added by words of the text, or concepts of a grown vocabulary found.

Nothing is written before all changes are known: the command reports them first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from warraq.arabic.folding import fold
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.mentions import find_mentions
from warraq.archive.record import Record
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.front_matter import NotEditableError, append, replace_item
from warraq.desk.writing import text_of
from warraq.edition import published_text, render
from warraq.repair.describe.passages import Passage
from warraq.repair.describe.tags import subjects


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article with its file."""

    file: Path
    article: Article
    data: bytes
    """Of the file, as it was read."""
    text: str
    """The same, with line feeds."""
    line_end: str


@dataclass(frozen=True, slots=True)
class TagChange:
    """An article's text with other tags."""

    of: ArticleFile
    after: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def article_files(project: Path) -> Iterator[ArticleFile]:
    """Yield every article that can be read, in order; withdrawn ones are left alone."""
    files = ArchiveFiles(project / "content")
    for file in files.articles():
        data = file.read_bytes()
        article = files.read_article(file, data)
        if article and not article.withdrawn:
            yield ArticleFile(file, article, data, *text_of(data))


def replace_tag(articles: Iterable[ArticleFile], old: str, new: str) -> Iterator[TagChange]:
    """Put `new` in the place of `old`; an article that has both keeps one."""
    for this in articles:
        if old in this.article.tags:
            after = replace_item(this.text, "tags", old, new)
            if after == this.text:  # the tag is written in some other form, so it was not found in the file's text
                raise NotEditableError(f"{this.article.path}: tags")
            yield TagChange(this, after, () if new in this.article.tags else (new,), (old,))


def add_tag(articles: Iterable[ArticleFile], tag: str, words: str) -> Iterator[TagChange]:
    """Add a tag to the articles whose title or text has the words, in any spelling."""
    asked = fold(words)
    for this in articles:
        if tag not in this.article.tags and asked in fold(f"{this.article.title}\n{this.article.body}"):
            yield TagChange(this, append(this.text, "tags", tag), (tag,))


def find_tags(
    articles: Iterable[tuple[ArticleFile, Record | None]], vocabulary: Vocabulary, only: Collection[str] = ()
) -> Iterator[TagChange]:
    """Add the concepts that an article is about (of `only`, if given); a tag that an editor took out is not put back."""
    for this, record in articles:
        described = record.described.get("tags") if record else None
        offered = set(described.value) if described and isinstance(described.value, tuple) else set()
        known = {*this.article.tags, *offered}
        about = [concept for concept in _subjects(this.article, vocabulary) if concept not in known]
        new = tuple(concept for concept in about if not only or concept in only)
        after = this.text
        for concept in new:
            after = append(after, "tags", concept)
        if new:
            yield TagChange(this, after, new)


def _subjects(article: Article, vocabulary: Vocabulary) -> list[str]:
    """Give the ids of the concepts that an article is about."""
    text = published_text(article.title, render(article.body))
    lines: list[Passage] = []
    at = 0
    for line in text.split("\n"):
        lines.append(Passage(line, at, line))
        at += len(line) + 1
    names = "\n".join([article.source.name, *article.source.via]) if article.source else ""
    sources = {m.concept_id for m in find_mentions(names, vocabulary, article.lang)}
    found = find_mentions(text, vocabulary, article.lang)
    return [m.concept_id for m in subjects(found, lines, sources, vocabulary.starters)]
