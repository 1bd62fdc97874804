"""
Articles without their texts: what a build keeps of each in memory.

Ten thousand texts are a hundred megabytes, and the checks of a whole archive ask for none of them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .article import Article
from .decoding import decode_file
from .front_matter import split_front_matter
from .on_demand import ChangedMeanwhileError, read_again
from .problem import Problem
from .reading_article import ReadArticle, read_article


def light(read: ReadArticle) -> ReadArticle:
    """Leave the text out, but for its first letter, and the words of the notes."""
    article = read.article
    if article is None:
        return read
    notes = tuple(replace(note, quote="", note="", prefix="", suffix="", links=()) for note in article.annotations)
    return replace(read, article=replace(without_text(article), annotations=notes))


def without_text(article: Article) -> Article:
    """Leave the text out, but for its first letter."""
    return replace(article, body=article.body.strip()[:1])


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
