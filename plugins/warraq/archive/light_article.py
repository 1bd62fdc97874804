"""
Articles without their texts: what a build needs of those that have not changed.

Ten thousand texts are a hundred megabytes, and the checks of a whole archive ask for none of them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .article import Article
from .on_demand import ChangedMeanwhileError, read_again
from .reading_article import ReadArticle, read_article


def light(read: ReadArticle) -> ReadArticle:
    """Leave the text out, but for its first letter, and the words of the notes."""
    article = read.article
    if article is None:
        return read
    notes = tuple(replace(note, quote="", note="", prefix="", suffix="", links=()) for note in article.annotations)
    return replace(read, article=replace(article, body=article.body.strip()[:1], annotations=notes))


def whole(path: str, file: Path, digest: bytes) -> Article:
    """Read the file of a light article again; a ChangedMeanwhileError says that it is another by now."""
    article = read_article(path, read_again(path, file, digest)).article
    if article is None:
        raise ChangedMeanwhileError(path)
    return article
