"""
Articles without their texts: what a build keeps of each in memory.

Ten thousand texts are a hundred megabytes, and the checks of a whole archive ask for none of them.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import TypeVar

from .article import Article
from .decoding import decode_file
from .front_matter import split_front_matter
from .on_demand import ChangedMeanwhileError, read_again
from .problem import Problem
from .reading_article import ReadArticle, read_article

SHARED = 2_000
"""Values that are remembered, such as days and the places of keys; those of one kind come close together."""
Shared = TypeVar("Shared", bound=Hashable)


def light(read: ReadArticle) -> ReadArticle:
    """Leave the text out, but for its first letter, and the words of the notes."""
    article = read.article
    if article is None:
        return read
    notes = tuple(replace(note, quote="", note="", prefix="", suffix="", links=()) for note in article.annotations)
    return replace(read, article=replace(without_text(article), annotations=notes))


def without_text(article: Article) -> Article:
    """
    Leave the text out, but for its first letter, and share what many articles have alike.

    What was written to a cache keeps a copy of each of its words in UTF-8 as long as they live (CPython): title and summary are made anew.
    """
    return replace(
        article,
        body=article.body.strip()[:1],
        title=_anew(article.title),
        summary=_anew(article.summary) if article.summary else article.summary,
        tags=tuple(map(intern, article.tags)),
        authors=tuple(map(intern, article.authors)),
        lang=intern(article.lang),
        status=intern(article.status),
        date=_shared(article.date),
        source=article.source if article.source and article.source.url else _shared(article.source),
        places=_shared(article.places),
    )


def _anew(words: str) -> str:
    return words.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")


@lru_cache(SHARED)
def _shared(value: Shared) -> Shared:
    """Give the equal value that was given before."""
    return value


def with_text(article: Article, file: Path, digest: bytes) -> Article:
    """Read the text of an article again that is whole but for it; a ChangedMeanwhileError says that the file is another by now."""
    text = decode_file(article.path, read_again(article.path, file, digest))
    cut = text if isinstance(text, Problem) else split_front_matter(article.path, text)
    if isinstance(cut, Problem):
        raise ChangedMeanwhileError(article.path)
    return replace(article, body=cut.body)


def whole(path: str, file: Path, digest: bytes) -> Article:
    """Read the file of a light article again; a ChangedMeanwhileError says that it is another by now."""
    article = read_article(path, read_again(path, file, digest)).article
    if article is None:
        raise ChangedMeanwhileError(path)
    return article
