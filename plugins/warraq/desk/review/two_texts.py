"""The text of an article beside that of another one, each in pieces, so that what the other has not is told apart."""

from __future__ import annotations

from typing import Any

from warraq.archive.article import Article
from warraq.archive.version_inheritance import held_back_by
from warraq.archive.versions import version_day
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.versions.finding import article_with_slug
from warraq.edition.word_diff import word_diff

from .excerpts import beginning_of

MOST = 20_000
"""Letters of each text."""
Piece = tuple[str, bool]
"""Some text, and whether the other article has it not."""


def two_texts(files: ArchiveFiles, path: str, slug: str) -> dict[str, Any]:
    """Give both texts of the article in the file `path` and of the one with a slug, for the page; nothing where one of them is gone."""
    file = files.article_file(path)
    this = files.read_article(file, file.read_bytes()) if file else None
    other = article_with_slug(files, slug)
    if this is None or other is None:
        return {}
    mine, others = _pieces(_text(other), _text(this))
    return {"this": {**_head(this), "pieces": mine}, "other": {**_head(other), "pieces": others}}


def _head(article: Article) -> dict[str, str]:
    """
    Say which article it is, and of when: its date, and the day on which its text came in, where they are known.

    What holds it back is named by its keys: the other text is held back too until an editor decided, and has them then.
    """
    days = (article.date, version_day(article), *(f"{key}:" for key in held_back_by(article)))
    return {
        "title": article.title,
        "slug": article.slug,
        "path": article.path,
        "lang": article.lang,
        "days": " · ".join(str(day) for day in days if day),
    }


def _text(article: Article) -> str:
    return beginning_of(f"{article.title}\n\n{article.body.strip()}", MOST)


def _pieces(other: str, this: str) -> tuple[list[Piece], list[Piece]]:
    """Cut two texts where they differ: the pieces of `this`, then those of `other`."""
    mine: list[Piece] = []
    others: list[Piece] = []
    at = 0
    for change in word_diff(other, this):
        same = other[at : change.start]
        mine += [(same, False), (change.after, True)]
        others += [(same, False), (change.before, True)]
        at = change.end
    rest = other[at:]
    return [p for p in (*mine, (rest, False)) if p[0]], [p for p in (*others, (rest, False)) if p[0]]
